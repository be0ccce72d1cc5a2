#!/bin/sh
# run: forum-collect -r collect -d 2026-04-15 proposals.tsv
. "${0%/*}/lib.sh"

examples=$CIVUTILS_SHARE/examples
export examples

# lists: the three lists of the story, as records.
for list in regional:csv web:csv microphone:json; do
	rec-from -m "forum-${list%:*}" "${list#*:}" \
	    "$examples/proposals-${list%:*}.${list#*:}" >"${list%:*}.tsv"
done

### The story: three languages, three dialects

forum-collect -r collect -d 2026-04-15 --known "$examples/proposals.tsv" \
    regional.tsv web.tsv microphone.tsv >collected
cut -f 1,15,16 "$examples/collected.tsv" >want
cut -f 1,14,19 collected >got
report 'the story: numbers, groups and repeats as collected.tsv has them'

cut -f 1-4,6-14,16 "$examples/collected.tsv" >want
awk -F '\t' -v OFS='\t' '{ print $1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
    $11, $12, $13, $19 }' collected >got
report 'and all other values'

try 'who said it, and where, stands with the first of a group' <<'EOF'
$ cut -f 1,14-18 collected | awk -F '\t' 'NR == 1 || $3 > 1'
> id	group	size	similar	authors	regions
> R-1	R-1	2	100	«Жасыл дала (үлгі)» қоғамдық бірлестігі;«Солтүстік театры (үлгі)» қоғамдық қоры	110000000;590000000
> R-4	R-1	2	89		
> W-102	W-102	2	100	Общественный фонд «Мост поколений (пример)»;Общественное объединение «Здоровое село (пример)»	100000000;350000000
> W-103	W-102	2	95		
> F26-2	F26-2	2	100	Public Eye (example);Digital Literacy (example)	710000000;750000000
> F26-3	F26-2	2	95		
EOF

try 'what was compared, in shingles' <<'EOF'
$ forum-collect -e -r collect -d 2026-04-15 --known "$examples/proposals.tsv" regional.tsv web.tsv microphone.tsv
> id	with	known	common	all	similar	alike
> R-4	R-1	no	133	149	89	yes
> W-101	P-03	yes	106	128	82	yes
> R-5	P-05	yes	114	135	84	yes
> W-103	W-102	no	135	142	95	yes
> F26-3	F26-2	no	166	173	95	yes
EOF

# The same, counted by another program.
cat >shingles.py <<'EOF'
import re, sys, unicodedata
def shingles(text):
    text = unicodedata.normalize('NFKC', text).casefold().replace('ё', 'е')
    text = ' '.join(re.findall(r'[^\W_]+', text))
    return {text[i:i + 7] for i in range(len(text) - 6)}
texts = {}
for name in sys.argv[1:]:
    lines = [line.rstrip('\n').split('\t') for line in open(name, encoding='utf-8')]
    at = [lines[0].index(f) for f in ('id', 'text')]
    texts.update((line[at[0]], shingles(line[at[1]])) for line in lines[1:])
for line in list(sys.stdin)[1:]:
    a, b = line.split('\t')[:2]
    print(a, b, len(texts[a] & texts[b]), len(texts[a] | texts[b]))
EOF
forum-collect -e -r collect -d 2026-04-15 --known "$examples/proposals.tsv" \
    regional.tsv web.tsv microphone.tsv >pairs
cut -f 1,2,4,5 pairs | sed 1d | tr '\t' ' ' >want
python3 shingles.py collected "$examples/proposals.tsv" <pairs >got
report 'the shingles in both and in all are what another program counts'

### Whatever the order of the lines

for seed in 1 2 3; do
	for list in regional web; do
		sed 1q $list.tsv
		sed 1d $list.tsv | awk -v seed=$seed \
		    'BEGIN { srand(seed) } { print rand() "\t" $0 }' |
		    sort -n | cut -f 2-
	done >mixed
	awk 'NR == 1 || !/^id\t/' mixed >mixed.tsv
	forum-collect -r collect -d 2026-04-15 microphone.tsv mixed.tsv |
	    sort
done >three
forum-collect -r collect -d 2026-04-15 regional.tsv web.tsv microphone.tsv |
    sort >one
cat one one one >want
cp three got
report 'numbers and groups do not depend on the order of the lines'

# Both first ones have 70 percent in common with the third.
cat >equals <<'EOF'
id	received	text
b	2026-03-03	её clinic дорога ауыл медсестра school закон ремонт
a	2026-03-03	её clinic дорога закон медсестра school закон ремонт
c	2026-03-06	её clinic дорога медсестра school закон ремонт
EOF
for order in cat tac; do
	{
		sed 1q equals
		sed 1d equals | $order
	} >mixed
	forum-collect -r collect -d 2026-04-15 mixed |
	    awk -F '\t' '$1 == "c" { print $4, $6 }'
	grep -v ^c mixed >earlier
	grep -v '^[ab]' equals |
	    forum-collect -r collect -d 2026-04-15 --known earlier |
	    awk -F '\t' '$1 == "c" { print $NF }'
done >got
printf 'a 70\na\na 70\na\n' >want
report 'of equals it is the earliest, not the one whose line comes first'

### Who comes first

# texts: lines of "id day text" as records, with a blank between two words.
texts()
{
	printf 'id\treceived\ttext\n'
	sed 's/ /	/; s/ /	/; s/^-//; s/	-	/		/'
}
long='Build a school with a library in every village of the region'
export long

texts >days <<EOF
B 2026-03-02 $long
C - $long
A 2026-03-02 $long
D 2026-03-01 $long
EOF
try 'the first registered; of a day the lowest id; without a day it is the last' <<'EOF'
$ forum-collect -r collect -d 2026-04-15 days | cut -f 1,4-6
$ sed '/^D/d' days | forum-collect -r collect -d 2026-04-15 | cut -f 1,4
$ sed '/^[AD]/d' days | forum-collect -r collect -d 2026-04-15 | cut -f 1,4
> id	group	size	similar
> B	D	4	100
> C	D	4	100
> A	D	4	100
> D	D	4	100
> id	group
> B	A
> C	A
> A	A
> id	group
> B	B
> C	B
EOF

try 'also where the id stands behind the text' <<'EOF'
$ printf 'text\tid\n%s\tB\n%s\tA\n' "$long" "$(echo "$long" | tr B b)" | forum-collect -r collect -d 2026-04-15 | cut -f 2,3
> id	group
> B	A
> A	A
EOF

try 'without an id the text of the line decides' <<'EOF'
$ printf 'text\tauthor\n%s.\tb\n%s\ta\n' "$long" "$long" | forum-collect -r collect -d 2026-04-15 | cut -f 2-5
$ printf 'text\tauthor\n%s\ta\n%s.\tb\n' "$long" "$long" | forum-collect -r collect -d 2026-04-15 | cut -f 2-5
> author	id	group	size
> b	2	1	2
> a	1	1	2
> author	id	group	size
> a	1	1	2
> b	2	1	2
EOF

### What is the same

try 'case, punctuation, spacing and ё make no difference; letters do' <<'EOF'
$ printf 'id\ttext\n1\tПостроить ещё один мост\n2\tПОСТРОИТЬ   «еще» один мост!!\n3\tпостроить\\nещё, один\\tмост\n4\tҚала көшелері\n5\tКала кошелерi\n' | forum-collect -r collect -d 2026-04-15 | cut -f 1,3-5
> id	group	size	similar
> 1	1	3	100
> 2	1	3	100
> 3	1	3	100
> 4	4	1	100
> 5	5	1	100
EOF

try 'a text of fewer letters than a shingle is like its equal alone' <<'EOF'
$ printf 'id\ttext\n1\tMore!\n2\tmore\n3\tMores\n4\tmore, more\n5\tMORE\n' | forum-collect -r collect -d 2026-04-15 | cut -f 1,3-5
> id	group	size	similar
> 1	1	3	100
> 2	1	3	100
> 3	3	1	100
> 4	4	1	100
> 5	1	3	100
EOF

try 'texts without a letter are like nothing' <<'EOF'
$ printf 'id\ttext\n1\t\n2\t\n3\t!!!\n4\t!!!\n' | forum-collect -r collect -d 2026-04-15 | cut -f 1,3-5
> id	group	size	similar
> 1	1	1	100
> 2	2	1	100
> 3	3	1	100
> 4	4	1	100
EOF

### The threshold: shingles of one letter, so that it can be met to the point

rules()
{
	sed "s/threshold: 70/threshold: $1/; s/letters: 7/letters: $2/
	    s/bands: 25/bands: 60/; s/rows: 4/rows: 3/" \
	    "$CIVUTILS_SHARE/rules/collect.yaml" >r.yaml
}

# Of ten different letters both have seven; then, of the next pair, six of nine.
cat >edge <<'EOF'
id	text
A	abcdefgh
B	bcdefghij
C	klmnopqr
D	mnopqrs
EOF
rules 70 1
try 'seven of ten are 70 percent, and reach it' <<'EOF'
$ forum-collect -r ./r.yaml -d 2026-04-15 edge | cut -f 1,3-5
$ forum-collect -r ./r.yaml -d 2026-04-15 -e edge
> id	group	size	similar
> A	A	2	100
> B	A	2	70
> C	C	1	100
> D	D	1	100
> id	with	known	common	all	similar	alike
> B	A	no	7	10	70	yes
> D	C	no	6	9	66	no
EOF

rules 71 1
try 'and not 71' <<'EOF'
$ forum-collect -r ./r.yaml -d 2026-04-15 -e edge
> id	with	known	common	all	similar	alike
> B	A	no	7	10	70	no
> D	C	no	6	9	66	no
EOF

rules 67 1
try '6 of 9 are not 67 percent, though nearly' <<'EOF'
$ forum-collect -r ./r.yaml -d 2026-04-15 edge | cut -f 1,3-5 | tail -n 1
$ sed -i 's/threshold: 67/threshold: 66/' r.yaml
$ forum-collect -r ./r.yaml -d 2026-04-15 edge | cut -f 1,3-5 | tail -n 1
> D	D	1	100
> D	C	2	66
EOF

rules 70 1
try 'each is like the first of its group; who is not begins another' <<'EOF'
$ printf 'id\ttext\nA\tabcdefghij\nB\tabcdefghk\nC\tabcdefgkl\nD\tbcdefghijm\n' | forum-collect -r ./r.yaml -d 2026-04-15 | cut -f 1,3-5
> id	group	size	similar
> A	A	3	100
> B	A	3	72
> C	C	1	100
> D	A	3	81
EOF

try 'the most alike, and of equals the first' <<'EOF'
$ printf 'id\ttext\nA\tabcdefghijklmn\nB\tabcdefghijopqrs\nC\tabcdefghijopq\nD\tabcdefghij\n' | forum-collect -r ./r.yaml -d 2026-04-15 | cut -f 1,3-5
$ printf 'id\ttext\nA\tabcdefghijkl\nB\tabcdefghijmnop\nC\tcdefghijklmn\nD\tabcdefghijmnkl\n' | forum-collect -r ./r.yaml -d 2026-04-15 | cut -f 1,3-5
> id	group	size	similar
> A	A	2	100
> B	B	2	100
> C	B	2	86
> D	A	2	71
> id	group	size	similar
> A	A	3	100
> B	B	1	100
> C	A	3	71
> D	A	3	85
EOF

### Known ones

cat >old <<EOF
id	received	text
K-2	2024-03-02	$long
K-1	2024-03-01	$long.
K-3	2023-01-01	Plant trees along the roads of the district
K-4	2024-01-01	
EOF
try 'the first known is named; what a person marked stays' <<'EOF'
$ printf 'id\ttext\trepeat_of\n1\tBuild a school with a library in every village of our region\t\n2\tPlant trees along all roads of the district\tX\n3\tPaint the bridges\t\n4\t\t\n' | forum-collect -r collect -d 2026-04-15 --known old | cut -f 1,3-5
$ printf 'id\ttext\n1\tBuild a school with a library in every village of our region\n2\tPlant trees along the roads of the district\n' | forum-collect -r collect -d 2026-04-15 --known old | cut -f 1,3,8
> id	repeat_of	group	size
> 1	K-1	1	1
> 2	X	2	1
> 3		3	1
> 4		4	1
> id	group	repeat_of
> 1	1	K-1
> 2	2	K-3
EOF

try 'what is known is compared with what is new, and that is said alone' <<'EOF'
$ printf 'id\ttext\n1\tBuild a school with a library in every village of our region\n' | forum-collect -e -r collect -d 2026-04-15 --known old
> id	with	known	common	all	similar	alike
> 1	K-1	yes	45	63	71	yes
EOF

try 'the same id may stand in both' <<'EOF'
$ printf 'id\ttext\nK-1\tPlant trees along the roads of the district\n' | forum-collect -r collect -d 2026-04-15 --known old | cut -f 1,3,8
> id	group	repeat_of
> K-1	K-1	K-3
EOF

try 'a known one without an id is refused' <<'EOF'
$ printf 'id\ttext\n\tPaint the bridges\n9\tPaint the fences\n' >k
$ printf 'id\ttext\n1\tPaint the fences\n' | forum-collect -r collect -d 2026-04-15 --known k | cut -f 1,8
$ printf 'id\ttext\n1\tPaint the fences\n' | forum-collect -r collect -d 2026-04-15 --known k >/dev/null
> id	repeat_of
> 1	9
! forum-collect: k:2: id: required, but empty
! forum-collect: k:2: id: required, but empty
? 1
EOF

rules 70 1
try 'each known one counts, also one that is like another' <<'EOF'
$ printf 'id\ttext\nK-1\tabcdefghij\nK-2\tabcdefghk\nK-3\tabcdefghk!\n' >k
$ printf 'id\ttext\n1\tbcdefghkl\n' | forum-collect -r ./r.yaml -d 2026-04-15 --known k | cut -f 1,8
> id	repeat_of
> 1	K-2
EOF

### Numbers

try 'numbers follow the forum, pass over those that are taken, and count from 1' <<'EOF'
$ printf 'id\tforum\treceived\ttext\n\tXII\t2026-01-03\ta\n\t\t2026-01-02\tb\nXII-2\tXI\t\tc\n\tXII\t2026-01-01\td\n\tXII\t\te\n' | forum-collect -r collect -d 2026-04-15 | cut -f 1-3
$ printf 'id\tforum\ttext\n\tXII\ta\n\t\tb\n' | forum-collect -r collect -d 2026-04-15 --forum IX | cut -f 1-4
$ printf 'text\nb\na\n' | forum-collect -r collect -d 2026-04-15 --forum IX | cut -f 1-4
> id	forum	received
> XII-3	XII	2026-01-03
> 1		2026-01-02
> XII-2	XI	
> XII-1	XII	2026-01-01
> XII-4	XII	
> id	forum	text	group
> XII-1	XII	a	XII-1
> IX-1	IX	b	IX-1
> text	id	forum	group
> b	IX-2	IX	IX-2
> a	IX-1	IX	IX-1
EOF

### Authors and regions

try 'each author and region once, whatever the case; a semicolon is no part of one' <<'EOF'
$ printf 'id\tauthor\tregion\ttext\n1\tFund; «A»\t710000000\tPaint the bridges\n2\tfund;  «A»\t750000000\tPaint the bridges\n3\t\t710000000\tPaint the bridges\n4\tBar\t\tPaint the bridges\n5\tC;D\t\tPaint the fences\n' | forum-collect -r collect -d 2026-04-15 | cut -f 1,6,8,9
> id	size	authors	regions
> 1	4	Fund, «A»;Bar	710000000;750000000
> 2	4		
> 3	4		
> 4	4		
> 5	1	C,D	
EOF

awk 'BEGIN { print "id\tauthor\ttext"; for (i = 1; i <= 30000; i++)
    printf "%d\tOne of very many authors, number %d\tPaint the bridges\n", i, i }' |
    forum-collect -r collect -d 2026-04-15 >many
awk -F '\t' '$1 == $4 && NR > 1 { print $5, length($7) < 66000,
    substr($7, length($7) - 3) }' many >got
echo '30000 1 ;...' >want
report 'a list that is over 64 KiB is cut, and says so'

### Bad input

try 'no text' <<'EOF'
$ printf 'id\ttxt\n' | forum-collect -r collect -d 2026-04-15
! forum-collect: stdin:1: no field 'text'; the nearest is 'txt'
? 2
EOF

try 'an id twice, an id too long, a day that is none' <<'EOF'
$ { printf 'id\treceived\ttext\n1\t2026-02-30\ta\n1\t\tb\n1\t\tc\n'; printf '%0101d\t\td\n' 5; } | forum-collect -r collect -d 2026-04-15 -x bad
$ cut -f 1,2 bad | cut -c 1-20
> id	received	text	group	size	similar	authors	regions	repeat_of
> 1		b	1	1	100			
! forum-collect: stdin:2: received: not a date (YYYY-MM-DD): '2026-02-30'
! forum-collect: stdin:4: id: stands twice: '1'
! forum-collect: stdin:5: id: longer than 100 characters: '000000000000000000000000000000000000000000000000000000000000...'
> id	received
> 1	2026-02-30
> 1	
> 00000000000000000000
EOF

try 'what was collected is not collected again, unless its groups are taken out' <<'EOF'
$ forum-collect -r collect -d 2026-04-15 "$examples/collected.tsv"
! forum-collect: the input has a field 'group' already; rename it or take it out first
? 2
EOF

try 'nothing' <<'EOF'
$ printf 'text\n' | forum-collect -r collect -d 2026-04-15
> text	id	group	size	similar	authors	regions	repeat_of
EOF

try 'a missing file of known ones' <<'EOF'
$ printf 'text\n' | forum-collect -r collect -d 2026-04-15 --known nosuch
! forum-collect: nosuch: No such file or directory
? 2
EOF

try 'a forum that would break the lines' <<'EOF'
$ printf 'text\n' | forum-collect -r collect -d 2026-04-15 --forum 'a\b'
! forum-collect: --forum: a tab, a line end or a backslash in it
? 2
EOF

### Broken rules

# broken: lines of "a sed script for the shipped rules | what is said of them".
broken()
{
	printf 'text\n' >none
	while IFS='|' read -r script why; do
		sed "$script" "$CIVUTILS_SHARE/rules/collect.yaml" >b.yaml
		forum-collect -r ./b.yaml -d 2026-01-01 none 2>&1 |
		    sed 's/^forum-collect: \.\/b\.yaml:[0-9]*: //' >got
		printf '%s\n' "$why" >want
		report "rules: $why"
	done
}

broken <<'EOF'
s/rules: collect/rules: routes/|rules of the kind 'routes'; 'collect' is needed
s/    threshold: 70//|no key 'threshold' here
s/threshold: 70/treshold: 70/|unknown key 'treshold'; did you mean 'threshold'?
s/threshold: 70/threshold: 0/|must be a whole number from 1 to 100: '0'
s/threshold: 70/threshold: 101/|must be a whole number from 1 to 100: '101'
s/threshold: 70/threshold: 70.5/|must be a whole number from 1 to 100: '70.5'
s/threshold: 70/threshold: 69/|with so few bands of so many rows, 13479 of a million pairs at the threshold are missed; at most 10000 may be: '25'
s/bands: 25/bands: 24/|with so few bands of so many rows, 11798 of a million pairs at the threshold are missed; at most 10000 may be: '24'
s/bands: 25/bands: 65/|must be a whole number from 2 to 64: '65'
s/rows: 4/rows: 17/|must be a whole number from 1 to 16: '17'
s/letters: 7/letters: 0/|must be a whole number from 1 to 40: '0'
s/of_band: 64/of_band: 257/|must be a whole number from 1 to 256: '257'
s/compared: 16/compared: 0/|must be a whole number from 1 to 256: '0'
s/from: 2003/from: 2033/|no edition is in force on 2026-01-01
s/text: text/text: txet/|forum-collect: none:1: no field 'txet'; the nearest is 'text'
EOF

### Hostile texts: bounded, and right

awk 'BEGIN { for (i = 1; i <= 20000; i++) print i "\tPaint the bridges" }' |
    sed '1i id\ttext' | forum-collect -r collect -d 2026-04-15 |
    cut -f 3-5 | sort | uniq -c | tr -s ' ' >got
cat >want <<'EOF'
 20000 1	20000	100
 1 group	size	similar
EOF
report 'twenty thousand equal texts'

awk 'BEGIN { for (i = 1; i <= 20000; i++) print i "\t" }' |
    sed '1i id\ttext' | forum-collect -r collect -d 2026-04-15 |
    awk -F '\t' 'NR > 1 && $1 == $3 && $4 == 1' | wc -l >got
echo 20000 >want
report 'twenty thousand empty texts'

# mebi TEXT: nearly 1 MiB of it.
mebi()
{
	yes "$1" | tr '\n' ' ' | head -c 1040000
}
{
	printf 'id\ttext\n1\t'
	mebi 'Paint the bridges of the town'
	printf '\n2\t'
	mebi 'paint THE bridges of the town!'
	printf '\n3\t'
	mebi x | tr -d ' '
	printf '\n4\t'
	mebi x | tr -d ' '
	printf '!\n5\txxxxxxx\n'
} | forum-collect -r collect -d 2026-04-15 | cut -f 1,3-5 >got
cat >want <<'EOF'
id	group	size	similar
1	1	2	100
2	1	2	100
3	3	3	100
4	3	3	100
5	3	3	100
EOF
report 'texts of 1 MiB, of words and of one letter'

# All have three of four words in common, which is too little to be alike.
awk 'BEGIN {
	srand(7)
	print "id\ttext"
	for (i = 1; i <= 3000; i++) {
		s = ""
		for (j = 0; j < 18; j++)
			s = s sprintf("%c", 97 + int(rand() * 26))
		print i "\tPaint the bridges of the whole town in the colours of the sky, " s
	}
}' >crowd
forum-collect -r collect -d 2026-04-15 crowd 2>err | cut -f 4 | sort | uniq -c |
    tr -s ' ' >got
sed 's/: [0-9]* /: some /' err >>got
printf '%s\n' ' 3000 1' ' 1 size' 'forum-collect: some proposals have much in common with too many others; some that say the same may be missed' >want
report 'a band that all have in common: each is alone, and it is said'

try 'also of what is known' <<'EOF'
$ printf 'text\n' | forum-collect -r collect -d 2026-04-15 --known crowd 2>&1 >/dev/null | sed 's/[0-9][0-9]*/some/'
> forum-collect: some proposals have much in common with too many others; some that say the same may be missed
EOF

### Recall, on a sample; t/bench has a larger one

# 6000 texts of 25 words; then 2000 of them again with a word changed, and
# another in capitals.
awk '
function word(  s, i) {
	for (i = 3 + int(rand() * 7); i > 0; i--)
		s = s substr("abcdefghijklmnopqrstuvwxyz", 1 + int(rand() * 26), 1)
	return s
}
BEGIN {
	srand(11)
	print "id\ttwin\ttext"
	for (i = 1; i <= 6000; i++) {
		for (j = 1; j <= 25; j++)
			t[i, j] = word()
		for (s = t[i, 1]; --j > 1;)
			s = s " " t[i, j]
		print i "\t\t" s
		text[i] = s
	}
	for (i = 1; i <= 2000; i++) {
		n = split(text[i * 3], w, " ")
		w[1 + int(rand() * n)] = word()
		j = 1 + int(rand() * n)
		w[j] = toupper(w[j]) ","
		s = w[1]
		for (j = 2; j <= n; j++)
			s = s " " w[j]
		print "again " i "\t" i * 3 "\t" s "!"
	}
}' >planted
forum-collect -r collect -d 2026-04-15 planted >grouped
"$src/t/bench/recall" grouped | awk '{ print $2, ($4 >= 1980), $NF }' >got
echo '2000 1 0' >want
report 'of 2,000 planted near-duplicates 99 of 100 are found, and no others'

finish
