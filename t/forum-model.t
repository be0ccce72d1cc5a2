#!/bin/sh
# forum-route with a model of forum-learn.
. "${0%/*}/lib.sh"

# rules MORE: a rule file of three bodies, with what comes before the routes.
rules()
{
	cat <<RULES
rules: routes
title: a test
cite: a test
editions:
  - from: 2020-01-01
    cite: test, art. 1
    fields: {text: [title, text], id: id, region: region, status: status}
    otherwise: home
    bodies:
      home: {kk: үй, ru: дом, en: home}
      wood: {kk: орман, ru: лес, en: wood}
      lake: {kk: көл, ru: озеро, en: lake}
      akimat:{region}: {kk: әкімдік, ru: акимат, en: akimat}
$1
    triage:
      - {rule: gone, cite: art. 2, when: [{field: status, is: gone}]}
    routes:
      - {rule: wood, body: wood, any: [лес*, {дуб*: 3}]}
RULES
}

rules '    model: {confidence: 60}' >r.yaml

# A model by hand: points before any word, for each, and of some words.
model()
{
	printf 'part\tbody\tword\tpoints\tcount\n'
	cat <<'MODEL' | tr ' ' '\t'
letters    7
heard    2
texts akimat  -3 10
words akimat  -40 90
texts lake  -3 10
words lake  -40 90
word akimat яма 10 5
word lake рыба 10 5
word lake берег 3 5
MODEL
}
model >m

cat >t <<'EOF'
id	region	status	text
1	710000000		лес
2	710000000		Рыба!
3	710000000		яма
4	710000000		рыба, яма
5	710000000		ничего
6	710000000	gone	рыба
7	710000000		берег
8	710000000		рыба рыба рыба рыба
EOF

# 2: one word of ten points more: 10 to 1.  7: three points, 2 to 1.
# 8: forty points, of which a text has those of two words: 100 to 1.
try 'a model answers what the rules leave; below the confidence, a person' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -m m t | cut -f 1,5-
> id	body	co_bodies	rule	points	runner_up	confidence
> 1	wood		wood	1		
> 2	lake		model		akimat:710000000:9.09	90.90
> 3	akimat:710000000		model		lake:9.09	90.90
> 4			person		akimat:710000000:50.00	50.00
> 5			person			50.00
> 6			gone: art. 2			
> 7	lake		model		akimat:710000000:33.38	66.61
> 8	lake		model		akimat:710000000:0.99	99.00
EOF

try 'as sure as the rules ask is sure; knowing no word is not' <<'EOF'
$ sed 's/confidence: 60/confidence: 50/' r.yaml >half.yaml
$ forum-route -r ./half.yaml -d 2026-01-01 -m m t | grep '^[45]' | cut -f 1,5,7
$ sed 's/confidence: 60/confidence: 66/' r.yaml >below.yaml
$ forum-route -r ./below.yaml -d 2026-01-01 -m m t | grep '^7' | cut -f 1,5,7
$ sed 's/confidence: 60/confidence: 67/' r.yaml >above.yaml
$ forum-route -r ./above.yaml -d 2026-01-01 -m m t | grep '^7' | cut -f 1,5,7
> 4	akimat:710000000	model
> 5		person
> 7	lake	model
> 7		person
EOF

try 'without a model nothing of it is printed' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 t | cut -f 1,5- | sed 3q
> id	body	co_bodies	rule	points	runner_up
> 1	wood		wood	1	
> 2	home		otherwise	0	
EOF

rules '    model: {confidence: 60, under: 2}' >under.yaml
cat >u <<'EOF'
id	text
1	лес рыба
2	дуб рыба
3	лес
4	лес берег яма
EOF
sed 's/lake/wood/' m >wood

try 'it is asked too where the body has few points, as the rules say' <<'EOF'
$ forum-route -r ./under.yaml -d 2026-01-01 -m m u | cut -f 1,3-
$ forum-route -r ./under.yaml -d 2026-01-01 -m wood u | cut -f 1,3- | sed -n 2p
$ sed 's/under: 2/under: 1/' under.yaml >one.yaml
$ forum-route -r ./one.yaml -d 2026-01-01 -m m u | cut -f 1,3- | sed -n 2p
> id	body	co_bodies	rule	points	runner_up	confidence
> 1	lake		model		akimat:9.09	90.90
> 2	wood		wood	3		
> 3			person			50.00
> 4	akimat		model		lake:16.63	83.36
> 1	wood		wood	1		90.90
> 1	wood		wood	1		
EOF

try 'which words spoke: their points add up to the lead' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -m m -e t | sed -n '1,4p;6,8p;$p' | rec-to table
> id  body              rule   stem  where  points   cite
> 1   wood              wood   лес*  лес    1        test, art. 1
> 2   lake              model  рыба  Рыба   10.000   test, art. 1
> 2   lake              model               0.000    test, art. 1
> 3   akimat:710000000  model               0.000    test, art. 1
> 4   akimat:710000000  model  рыба  рыба   -10.000  test, art. 1
> 4   akimat:710000000  model  яма   яма    10.000   test, art. 1
> 8   lake              model               0.000    test, art. 1
EOF

cat >k <<'EOF'
id	text	known
1	лес	wood
2	рыба	lake
3	рыба яма	lake
4	яма	lake
EOF

try 'compared with known bodies: what is left to a person is missed' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -m m --against known k | rec-to table
> body    right  wrong  missed  precision  recall
> wood    1      0      0       1.0000     1.0000
> lake    1      0      2       1.0000     0.3333
> akimat  0      1      0       0.0000
> person  0      1      0       0.0000
> total   2      2      2       0.5000     0.5000
EOF

try 'stems and words of a model read one text, in any case and spelling' <<'EOF'
$ printf 'id\ttext\n1\tЯ\314\201МА\n2\tя­ма\n3\tямаха\n' | forum-route -r ./r.yaml -d 2026-01-01 -m m | cut -f 1,5
> id	rule
> 1	model
> 2	model
> 3	person
EOF

try 'the letters of a word are those that the model counts' <<'EOF'
$ sed 's/^letters\(.*\)7$/letters\13/; s/рыба/рыб/' m >three
$ printf 'id\ttext\n1\tРыбаки\n2\tрыба\n3\tры\n' | forum-route -r ./r.yaml -d 2026-01-01 -m three -e | cut -f 1-5
> id	body	rule	stem	where
> 1	lake	model	рыб*	Рыбаки
> 1	lake	model		
> 2	lake	model	рыб*	рыба
> 2	lake	model		
> 3	akimat	model		
EOF

### What forum-learn learnt, against floating point

awk 'BEGIN {
	print "id\tbody\ttext"
	for (i = 0; i < 300; i++) {
		line = i "\t" (i % 2 ? "lake" : i % 3 ? "wood" : "home") "\t"
		for (j = 0; j < 1 + i % 14; j++) {
			x = (x * 1103 + 12345 + i) % 65536
			line = line sprintf("%c%c ", 97 + (x + i % 6) % 9,
			    97 + int(x / 64) % 4)
		}
		print line
	}
}' >made
forum-learn made >learnt
rules '    model: {confidence: 1}' >any.yaml
cut -f 1,3 made | forum-route -r ./any.yaml -d 2026-01-01 -m learnt >routed

cat >judge.awk <<'EOF'
BEGIN { FS = "\t" }
NR == FNR && $1 == "heard" { heard = $6 }
NR == FNR && $1 == "texts" { prior[$2] = $4 }
NR == FNR && $1 == "words" { each[$2] = $4 }
NR == FNR && $1 == "word" { points[$2, $3] = $4; known[$3] = 1 }
NR == FNR || FNR == 1 { next }
{
	n = split($2, word, " ")
	m = 0
	for (i = 1; i <= n; i++)
		m += word[i] in known
	best = ""
	for (b in prior) {
		sum[b] = prior[b] + m * each[b]
		for (i = 1; i <= n; i++)
			if ((b, word[i]) in points)
				sum[b] += points[b, word[i]]
		if (best == "" || sum[b] > sum[best])
			best = b
	}
	share = 0
	for (b in prior)
		share += exp((sum[b] - sum[best]) / 10 * log(10) * \
		    (m > heard ? heard / m : 1))
	error = $8 - 100 / share
	if ($3 != best || (m > 0 && (error > 1.2 || error < -1.2)))
		print $0, best, 100 / share
	judged++
}
END { print judged }
EOF
awk -f judge.awk learnt routed >got
echo 300 >want
report 'the body and the confidence of 300 texts are those of awk'

### What is wrong with a model

try 'rules that do not say when a model may answer' <<'EOF'
$ rules() { sed '/model:/d' r.yaml; }; rules >none.yaml
$ forum-route -r ./none.yaml -d 2026-01-01 -m m t
! forum-route: -m: the rules do not say from which confidence on a model may answer, model: {confidence: 50}
? 2
EOF

try 'rules that say it wrongly' <<'EOF'
$ sed 's/confidence: 60/confidence: 0/' r.yaml >b.yaml; forum-route -r ./b.yaml -d 2026-01-01 -m m t
$ sed 's/confidence: 60/under: 1/' r.yaml >b.yaml; forum-route -r ./b.yaml -d 2026-01-01 -m m t
$ sed 's/confidence: 60/confidense: 60/' r.yaml >b.yaml; forum-route -r ./b.yaml -d 2026-01-01 -m m t
! forum-route: ./b.yaml:14: must be a whole number from 1 to 100: '0'
! forum-route: ./b.yaml:14: no key 'confidence' here
! forum-route: ./b.yaml:14: unknown key 'confidense'; did you mean 'confidence'?
? 2
EOF

# broken: lines of "a sed script | what is said".
broken()
{
	while IFS='|' read -r script why; do
		sed "$script" m >b
		forum-route -r ./r.yaml -d 2026-01-01 -m b t >out 2>got || :
		echo "forum-route: $why" >want
		cat out >>got
		report "a model: $why"
	done
}

broken <<'EOF'
s/lake/lak/|b: the rules have no body 'lak'; the nearest is 'lake'
s/lake/qqqqqqq/|b: the rules have no body 'qqqqqqq'
/^letters/d|b: not a model: the part 'letters' is missing
/^heard/d|b: not a model: the part 'heard' is missing
/^texts/d;/^word/d|b: not a model: the part 'texts' is missing
/^texts.lake/d|b: the body 'lake' has no part 'texts'
/^words.lake/d|b: the body 'lake' has no part 'words'
/^texts.lake/d;/^words.lake/d|b:7: body: stands here before the parts texts and words of it: 'lake'
s/^heard/hears/|b:3: part: none of letters, heard, texts, words, word: 'hears'
s/7$/9/|b:2: count: must be a whole number from 1 to 8: '9'
s/2$/0/|b:3: count: must be a whole number from 1 to 1000: '0'
s/	90/	-1/|b:5: count: must be a whole number: '-1'
s/-40/1001/|b:5: points: must be a number from -1000 to 1000 with at most 3 decimal places: '1001'
s/-40/-40.0001/|b:5: points: must be a number from -1000 to 1000 with at most 3 decimal places: '-40.0001'
s/яма/я-ма/|b:8: word: not a word of 1 to 8 letters: 'я-ма'
s/яма//|b:8: word: not a word of 1 to 8 letters: ''
s/яма/ямаямаяма/|b:8: word: not a word of 1 to 8 letters: 'ямаямаяма'
s/берег/рыба/|b:10: word: stands here twice for its body: 'рыба'
s/words.lake/words	akimat/|b:7: body: has this part twice: 'akimat'
s/texts.lake/texts	/|b:6: body: a body is missing: ''
1s/points/point/|b:1: no field 'points'; the nearest is 'point'
EOF

try 'a model with a broken line, and one that is not there' <<'EOF'
$ sed 's/^heard.*/heard/' m >b; forum-route -r ./r.yaml -d 2026-01-01 -m b t
$ forum-route -r ./r.yaml -d 2026-01-01 -m nosuch t
! forum-route: b:3: 1 value for 5 fields
! forum-route: b: a model with broken lines is not used
! forum-route: nosuch: No such file or directory
? 2
EOF

{
	cat m
	awk 'BEGIN { for (i = 0; i < 120; i++)
		printf "word\tlake\t%c%c%c\t1\t2\n", 225, 128 + 6 + int(i / 64),
		    128 + i % 64 }'
} >many
try 'letters have an end' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -m many t 2>&1 | sed "s/many:[0-9]*/many/; s/'.*'/'x'/"
> forum-route: many: word: over 120 different letters in the stems and the model: 'x'
EOF

for text in яма ' ' "$(printf '\314\201')" 中; do
	printf 'id\ttext\n1\t%s\n' "$(yes "$text " | tr -d '\n' |
	    head -c 999999 | iconv -c -f utf-8 -t utf-8 2>/dev/null)" |
	    forum-route -r ./r.yaml -d 2026-01-01 -m m | cut -f 3-
done | grep -v ^body >got
cat >want <<'EOF'
akimat		model		lake:0.99	99.00
		person			50.00
		person			50.00
		person			50.00
EOF
report 'proposals of 1 MiB'

# 55,000 words: of the one body -2,035,000,000 counts, of the other more than
# 32 bits hold.
printf 'id\ttext\n1\t%s\n' "$(yes берег | head -n 55000 | tr '\n' ' ')" |
    forum-route -r ./r.yaml -d 2026-01-01 -m m | cut -f 3,5 | sed 1d >got
echo 'lake	model' >want
report 'the sums of long texts'

finish
