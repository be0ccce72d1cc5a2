#!/bin/sh
# run: order-award -r award-grant -d 2026-04-15 --lots lots.tsv --applications applications.tsv scores.tsv
# shellcheck disable=SC2016 # a $ in a transcript is for its shell
. "${0%/*}/lib.sh"

cp "$CIVUTILS_SHARE"/examples/*.tsv "$CIVUTILS_SHARE"/examples/*.awk .
rules=$CIVUTILS_SHARE/rules

# rules FILE REST: rules whose parts follow.
rules()
{
	printf '%s\n' 'rules: award' 'title: a test' 'cite: a test' \
	    'editions:' '  - from: 2020-01-01' '    cite: test' >"$1"
	cat >>"$1"
}

# The same by the script of an outsider.
outsider()
{
	LC_ALL=C awk -v day=2026-04-15 "$@" -f recompute-award.awk
}

### The sample call

cp scores.tsv want
order-score -r grant-sample -d 2026-04-15 --conflicts conflicts.tsv marks.tsv >got
report 'the sample scores are those of the sample marks'

try 'the sample call: two places, the next in the reserve, one without a score' <<'EOF'
$ order-award -r award-grant -d 2026-04-15 --lots lots.tsv --applications applications.tsv scores.tsv | cut -f 1,2,4-10
> application	lot	requested	score	rank	decision	place	amount	decided_on
> A-07	G-2026-1	11900000.00	94.18	1	awarded	1	11900000.00	2026-04-15
> A-08	G-2026-2	29750000.00	89.63	2	awarded	1	29750000.00	2026-04-15
> A-10	G-2026-1	12000000.50	81.86	3	awarded	2	12000000.50	2026-04-15
> A-04	G-2026-1	11400000.00	81.86	4	reserve	1		2026-04-15
> A-03	G-2026-2	28400000.00	78.65	5	reserve	1		2026-04-15
> A-05	G-2026-3	7980000.00	68.20	6	awarded	1	7980000.00	2026-04-15
> A-02	G-2026-3	8000000.00	63.02	7	reserve	1		2026-04-15
> A-09	G-2026-4	5400000.00	60.03	8	awarded	1	5400000.00	2026-04-15
> A-01	G-2026-2	30000000.00	59.85	9	rejected			2026-04-15
> A-12	G-2026-3	6500000.00	59.85	10	rejected			2026-04-15
> A-06	G-2026-1	9800000.00	59.17	11	rejected			2026-04-15
> A-11	G-2026-4	5500000.00			not-scored			2026-04-15
EOF

order-award -r award-grant -d 2026-04-15 --lots lots.tsv --applications applications.tsv scores.tsv >decisions.tsv
cp decisions.tsv want
outsider -v rules="$rules/award-grant.yaml" -v lots=lots.tsv -v scores=scores.tsv -v applications=applications.tsv >got
report 'an outsider comes to the same bytes'

sed 1d contracts.tsv | cut -f 2-5 | sort >want
awk -F '\t' '$7 == "awarded" { print $2 "\t" $1 "\t" $3 "\t" $9 }' decisions.tsv | sort >got
report 'the contracts of the sample story are its awards'

rec-check decision decisions.tsv >got 2>&1 || echo "status $?" >>got
cp decisions.tsv want
report 'decisions fit their schema'

sed 1d scores.tsv | sort -r | { sed 1q scores.tsv; cat; } >mixed.tsv
order-award --unsorted -r award-grant -d 2026-04-15 --lots lots.tsv --applications applications.tsv mixed.tsv |
    sort >got
sort decisions.tsv >want
report 'held, they may come in any order'

try 'a stream that is not in the order of its ranks stops it, and says what to do' <<'EOF'
$ order-award -r award-grant -d 2026-04-15 --lots lots.tsv --applications applications.tsv mixed.tsv >/dev/null
! order-award: mixed.tsv:7: rank: 1 of lot 'G-2026-1' comes after 3; sort the records by rank, or give --unsorted
? 2
EOF

### Budgets

cat >lots <<'EOF'
id	budget	places
L-1	100.00	3
L-2	0.02	
EOF
cat >four <<'EOF'
application	score	rank	decision	lot	bin	requested
A	90	1	passed	L-1	180740999234	60
B	80	2	passed	L-1	140840999101	40.01
C	70	3	passed	L-1	150740999149	40.00
D	60	4	passed	L-1	121240999139	0.01
E	50	5	passed	L-2	121240999139	0.03
F	40	6	failed	L-2	121240999139	0.01
G	30	7	scored	L-2	121240999139	0.02
EOF
rules skip.yaml <<'EOF'
    order: {by: rank, cite: art. 1}
    pass: {by: rubric, cite: art. 2}
    places: {cite: art. 3}
    budget: {short: skip, cite: art. 4}
EOF
sed 's/short: skip/short: stop/' skip.yaml >stop.yaml
try 'a budget is exhausted to the tiyn; who does not fit is skipped' <<'EOF'
$ order-award -r ./skip.yaml -d 2026-04-15 --lots lots four | cut -f 1,7-9,11,12
> application	decision	place	amount	reason	cite
> A	awarded	1	60.00	rank 1, place 1 of 3: 60.00 of 100.00 left	art. 1
> B	reserve	1		budget: 40.01 requested, 40.00 left	art. 4
> C	awarded	2	40.00	rank 3, place 2 of 3: 40.00 of 40.00 left	art. 1
> D	reserve	2		budget: 0.01 requested, 0.00 left	art. 4
> E	reserve	1		budget: 0.03 requested, 0.02 left	art. 4
> F	rejected			score 40 failed by the rubric	art. 2
> G	awarded	1	0.02	rank 7, place 1 of 1: 0.02 of 0.02 left	art. 1
EOF
try 'or stops all behind' <<'EOF'
$ order-award -r ./stop.yaml -d 2026-04-15 --lots lots four | cut -f 1,7-9,11,12
> application	decision	place	amount	reason	cite
> A	awarded	1	60.00	rank 1, place 1 of 3: 60.00 of 100.00 left	art. 1
> B	reserve	1		budget: 40.01 requested, 40.00 left	art. 4
> C	reserve	2		budget: awards stopped at B	art. 4
> D	reserve	3		budget: awards stopped at B	art. 4
> E	reserve	1		budget: 0.03 requested, 0.02 left	art. 4
> F	rejected			score 40 failed by the rubric	art. 2
> G	reserve	2		budget: awards stopped at E	art. 4
EOF
try 'each step, with what was left before and after' <<'EOF'
$ order-award -e -r ./skip.yaml -d 2026-04-15 --lots lots four | cut -f 1-3,8-12
> lot	step	application	places_before	budget_before	decision	amount	budget_after
> L-1	1	A	3	100.00	awarded	60.00	40.00
> L-1	2	B	2	40.00	reserve		40.00
> L-1	3	C	2	40.00	awarded	40.00	0.00
> L-1	4	D	1	0.00	reserve		0.00
> L-2	1	E	1	0.02	reserve		0.02
> L-2	2	G	1	0.02	awarded	0.02	0.00
> L-2	3	F	0	0.00	rejected		0.00
EOF
{ cat stop.yaml; echo '    partial: {share: 0.5, amount: 0.02, cite: art. 5}'; } >part.yaml
try 'in part: what is left, if that is enough' <<'EOF'
$ order-award -r ./part.yaml -d 2026-04-15 --lots lots four | cut -f 1,7-9,11,12
> application	decision	place	amount	reason	cite
> A	awarded	1	60.00	rank 1, place 1 of 3: 60.00 of 100.00 left	art. 1
> B	awarded	2	40.00	rank 2, place 2 of 3, in part: 40.01 requested, all of 40.00 left, at least 0.5 of it and 0.02	art. 5
> C	reserve	1		budget: 40.00 requested, 0.00 left	art. 4
> D	reserve	2		budget: awards stopped at C	art. 4
> E	awarded	1	0.02	rank 5, place 1 of 1, in part: 0.03 requested, all of 0.02 left, at least 0.5 of it and 0.02	art. 5
> F	rejected			score 40 failed by the rubric	art. 2
> G	reserve	1		no place left: 1 of 1	art. 3
EOF
sed 's/    places.*/    places: {}/; s/share: 0.5/share: 0.666667/' part.yaml >more.yaml
try 'not a tiyn less than the share: 0.02 of 0.03; the article is the edition'"'"'s where a part has none' <<'EOF'
$ order-award -r ./more.yaml -d 2026-04-15 --lots lots four | grep '^[CE]' | cut -f 7,11,12
> reserve	budget: 40.00 requested, 0.00 left	art. 4
> reserve	budget: 0.03 requested, 0.02 left	art. 4
EOF
sed 's/    places.*/    places: {}/; s/amount: 0.02/amount: 0.03/' part.yaml >least.yaml
try 'nor a tiyn less than the least amount' <<'EOF'
$ order-award -r ./least.yaml -d 2026-04-15 --lots lots four | grep '^E' | cut -f 7,11
> reserve	budget: 0.03 requested, 0.02 left
EOF
cat >one-place <<'EOF'
id	budget	places
L-1	1000.00	1
L-2	1000.00	1
EOF
{ cat skip.yaml; echo '    reserve: {most: 1, cite: art. 8}'; } >reserve.yaml
try 'a reserve of one, then rejected' <<'EOF'
$ order-award -r ./reserve.yaml -d 2026-04-15 --lots one-place four | cut -f 1,7,8,11,12
> application	decision	place	reason	cite
> A	awarded	1	rank 1, place 1 of 1: 60.00 of 1000.00 left	art. 1
> B	reserve	1	no place left: 1 of 1	art. 3
> C	rejected		no place left: 1 of 1; the reserve is full: 1	art. 8
> D	rejected		no place left: 1 of 1; the reserve is full: 1	art. 8
> E	awarded	1	rank 5, place 1 of 1: 0.03 of 1000.00 left	art. 1
> F	rejected		score 40 failed by the rubric	art. 2
> G	reserve	1	no place left: 1 of 1	art. 3
EOF

### Other orders

sed 's/by: rank/by: lowest-price/; s/pass: {by: rubric/pass: {mark: 70/' skip.yaml >price.yaml
try 'the lowest price of those above a pass mark of its own' <<'EOF'
$ order-award -r ./price.yaml -d 2026-04-15 --lots lots four | cut -f 1,7-9,11
> application	decision	place	amount	reason
> A	reserve	1		budget: 60.00 requested, 19.99 left
> B	awarded	2	40.01	price 40.01, place 2 of 3: 40.01 of 60.00 left
> C	awarded	1	40.00	price 40.00, place 1 of 3: 40.00 of 100.00 left
> D	rejected			score 60 is below the pass mark of 70
> E	rejected			score 50 is below the pass mark of 70
> F	rejected			score 40 is below the pass mark of 70
> G	rejected			score 30 is below the pass mark of 70
EOF
sed 's/mark: 70/mark: 70, best: low/' price.yaml >low.yaml
try 'a pass mark that is not to be exceeded' <<'EOF'
$ order-award -r ./low.yaml -d 2026-04-15 --lots lots four | cut -f 1,7,11 | sed 4q
> application	decision	reason
> A	rejected	score 90 is above the pass mark of 70
> B	rejected	score 80 is above the pass mark of 70
> C	awarded	price 40.00, place 2 of 3: 40.00 of 99.99 left
EOF
cat >big <<'EOF'
id	budget	places
L	9000000000000000.00	1
EOF
cat >close <<'EOF'
application	score	rank	decision	lot	bin	requested
A	99.999999	1	passed	L	180740999234	9000000000000000.00
B	99.999998	2	passed	L	140840999101	8999999909999999.09
EOF
sed 's/by: rank/by: score-per-cost/' skip.yaml >value.yaml
try 'score per tenge, which no binary floating point tells apart' <<'EOF'
$ order-award -r ./value.yaml -d 2026-04-15 --lots big close | cut -f 1,7,11
> application	decision	reason
> A	reserve	no place left: 1 of 1
> B	awarded	score 99.999998 for 8999999909999999.09, place 1 of 1: 8999999909999999.09 of 9000000000000000.00 left
EOF
sed -i 's/8999999909999999.09/8999999909999999.10/' close
try 'nor here, a tiyn further' <<'EOF'
$ order-award -r ./value.yaml -d 2026-04-15 --lots big close | cut -f 1,7
> application	decision
> A	awarded
> B	reserve
EOF

### Limits per NGO

cat >two-lots <<'EOF'
id	budget	places
L-2	100.00	1
L-1	100.00	1
EOF
cat >one-ngo <<'EOF'
application	score	rank	decision	lot	bin	requested
A	90	1	passed	L-1	180740999234	60
B	80	2	passed	L-1	140840999101	60
C	70	3	passed	L-2	180740999234	60
EOF
{ cat skip.yaml; echo '    per_ngo: {most: 1, across: lots, cite: art. 6}'; } >lots.yaml
try 'one award an NGO, lot by lot as they were announced' <<'EOF'
$ order-award -r ./lots.yaml -d 2026-04-15 --lots two-lots one-ngo | cut -f 1,7,11,12
> application	decision	reason	cite
> A	rejected	limit per NGO: 180740999234 has 1 of 1	art. 6
> B	awarded	rank 2, place 1 of 1: 60.00 of 100.00 left	art. 1
> C	awarded	rank 3, place 1 of 1: 60.00 of 100.00 left	art. 1
EOF
sed 's/across: lots/across: order/' lots.yaml >across.yaml
try 'or in the order of all' <<'EOF'
$ order-award -r ./across.yaml -d 2026-04-15 --lots two-lots one-ngo | cut -f 1,7,11,12
> application	decision	reason	cite
> A	awarded	rank 1, place 1 of 1: 60.00 of 100.00 left	art. 1
> B	reserve	no place left: 1 of 1	art. 3
> C	rejected	limit per NGO: 180740999234 has 1 of 1	art. 6
EOF

cat >by-lots <<'EOF'
application	score	rank	decision	lot	bin	requested
A	70	5	passed	L-1	180740999234	60
B	80	2	passed	L-2	180740999234	60
C	75	3	passed	L-2	140840999101	60
EOF
try 'in the order of all the scores come so, or are held; within each lot is not enough' <<'EOF'
$ order-award -r ./across.yaml -d 2026-04-15 --lots two-lots by-lots | sed 1d
$ order-award --unsorted -r ./across.yaml -d 2026-04-15 --lots two-lots by-lots | cut -f 1,7
$ order-award -r ./skip.yaml -d 2026-04-15 --lots two-lots by-lots | cut -f 1,7
> application	decision
> A	rejected
> B	awarded
> C	reserve
> application	decision
> A	awarded
> B	awarded
> C	reserve
! order-award: by-lots:3: rank: 2 comes after 5, and the awards of an NGO are counted in the order of all; sort the records by rank, or give --unsorted
EOF
cat >mistyped <<'EOF'
application	score	rank	decision	lot	bin	requested
A	90	1	passed	L-1	180740999234	1O
B	80	2	passed	L-2	180740999234	50
C	70	3	passed	L-2	140840999101	50
EOF
for rules in lots across; do
	try "a refused record might be one more award of its NGO: $rules" <<EOF
$ order-award -r ./$rules.yaml -d 2026-04-15 --lots two-lots mistyped | cut -f 1,7,11
> application	decision	reason
> B	reserve	undecided: limit per NGO, and others are undecided of 180740999234
> C	reserve	undecided: behind B
! order-award: mistyped:2: requested: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '1O'
EOF
done
sed -i '2s/180740999234/180740999235/; s/1O/10/' mistyped
try 'of any NGO, if its BIN is refused; without a limit it is of its lot alone' <<'EOF'
$ order-award -r ./across.yaml -d 2026-04-15 --lots two-lots mistyped | cut -f 1,7,11
$ order-award -r ./skip.yaml -d 2026-04-15 --lots two-lots mistyped 2>/dev/null | cut -f 1,7
> application	decision	reason
> B	reserve	undecided: a record was refused, mistyped:2
> C	reserve	undecided: a record was refused, mistyped:2
> application	decision
> B	awarded
> C	reserve
! order-award: mistyped:2: bin: not a BIN (check digit 5, must be 4): '180740999235'
EOF

### Ties

cat >tied <<'EOF'
application	score	rank	decision	own	lot	bin	requested
B	90	1	passed	5	L-1	140840999101	60
A	90	1	passed	5	L-1	180740999234	60
C	90	1	passed	7	L-1	150740999149	10
D	90	1	passed		L-1	121240999139	10
EOF
try 'a tie at the cut that nothing breaks is not decided' <<'EOF'
$ order-award -r ./skip.yaml -d 2026-04-15 --lots lots tied | cut -f 1,7,8,11,12
> application	decision	place	reason	cite
> B	reserve		undecided: nothing tells it apart from 3 others	test
> A	reserve		undecided: nothing tells it apart from 3 others	test
> C	reserve		undecided: nothing tells it apart from 3 others	test
> D	reserve		undecided: nothing tells it apart from 3 others	test
EOF
order-award -r ./skip.yaml -d 2026-04-15 --lots lots tied >/dev/null && echo 0 >got || echo $? >got
echo 1 >want
report 'and the answer is no'
{ cat skip.yaml; echo '    ties: {keys: [{field: own, as: number, best: high}], cite: art. 7}'; } >own.yaml
try 'a key breaks it as far as it goes; who has no value comes last, and behind a tie' <<'EOF'
$ order-award -r ./own.yaml -d 2026-04-15 --lots lots tied | cut -f 1,7,8,11,12
> application	decision	place	reason	cite
> B	reserve		undecided: nothing tells it apart from 1 other	art. 7
> A	reserve		undecided: nothing tells it apart from 1 other	art. 7
> C	awarded	1	rank 1, place 1 of 3: 10.00 of 100.00 left; tie: broken by own	art. 1
> D	reserve		undecided: behind A; tie: broken by own	art. 7
EOF
sed 's/100.00	3/130.00	2/' lots >room
try 'a tie in which all are awarded needs no breaking' <<'EOF'
$ sed 3q tied | order-award -r ./skip.yaml -d 2026-04-15 --lots room | cut -f 1,7,8,11
> application	decision	place	reason
> B	awarded	1	rank 1, place 1 of 2: 60.00 of 70.00 left; tie: place shared
> A	awarded	1	rank 1, place 1 of 2: 60.00 of 130.00 left; tie: place shared
EOF
cat >open <<'EOF'
application	score	rank	decision	lot	bin	requested
A	90	1	passed	L-2	180740999234	60
B	90	1	passed	L-2	180740999234	50
C	80	3	passed	L-1	140840999101	60
D	80	3	passed	L-1	180740999234	60
EOF
try 'in a tie with one who is undecided nobody is awarded for a name' <<'EOF'
$ order-award -r ./lots.yaml -d 2026-04-15 --lots two-lots open | cut -f 1,7-9,11
> application	decision	place	amount	reason
> A	reserve			undecided: nothing tells it apart from 1 other
> B	reserve			undecided: nothing tells it apart from 1 other
> C	reserve			undecided: nothing tells it apart from 1 other
> D	reserve			undecided: nothing tells it apart from 1 other
EOF
cat >names <<'EOF'
application	score	rank	decision	lot	bin	requested
A	90	1	passed	L-2	180740999234	60
B	90	1	passed	L-2	180740999234	101
D	90	1	passed	L-1	180740999234	60
C	90	1	passed	L-1	180740999234	101
EOF
sed 's/most: 1/most: 2/' lots.yaml >twice.yaml
sed 's/	1$/	2/' two-lots >room-lots
try 'nor does the limit of an NGO reject one who does not fit for a name' <<'EOF'
$ order-award -r ./lots.yaml -d 2026-04-15 --lots room-lots names | cut -f 1,7,8,11 | sed 3q
> application	decision	place	reason
> A	awarded	1	rank 1, place 1 of 2: 60.00 of 100.00 left; tie: place shared
> B	reserve	1	budget: 101.00 requested, 40.00 left; tie: place shared
$ order-award -r ./twice.yaml -d 2026-04-15 --lots room-lots names | cut -f 1,7,8
> application	decision	place
> A	awarded	1
> B	reserve	1
> D	awarded	1
> C	reserve	1
EOF
for file in open names; do
	order-award -r ./lots.yaml -d 2026-04-15 --lots room-lots $file >want || :
	outsider -v rules=lots.yaml -v lots=room-lots -v scores=$file >got
	report "$file: the outsider sees the same"
done
{
	cat skip.yaml
	cat <<'EOF'
    ties:
      cite: art. 7
      keys:
        - lot:
            - source: a lottery
              numbers: 9319
            - source: another
              numbers: 2 5 12 8 10
            - source: a third
              numbers: 9 18 26 34 41 45
EOF
} >lot.yaml
# The example of RFC 3797: of 25, the places 17 7 2 16 25 23 8 24 19 13 are drawn.
{
	printf 'application\tscore\trank\tdecision\tlot\tbin\trequested\n'
	seq 11 35 | sed 's/.*/A-&	90	1	passed	L-1	140840999101	1/'
} >pool
sed 's/100.00	3/100.00	10/' lots >ten
printf '%s\n' 17 7 2 16 25 23 8 24 19 13 >want
order-award -r ./lot.yaml -d 2026-04-15 --lots ten pool |
    awk -F '\t' '$7 == "awarded" { print $8 "\t" substr($1, 3) - 10 }' | sort -n | cut -f 2 >got
report 'the public lot draws as RFC 3797 shows'
order-award -r ./lot.yaml -d 2026-04-15 --lots ten pool >want
outsider -v rules=lot.yaml -v lots=ten -v scores=pool >got
report 'and as the outsider draws'
sed '/2 5 12 8 10/d' lot.yaml >await.yaml
try 'a source whose numbers are not there yet' <<'EOF'
$ order-award -r ./await.yaml -d 2026-04-15 --lots ten pool | cut -f 1,7,11 | sed -n 2p
> A-11	reserve	undecided: nothing tells it apart from 24 others, the lot awaits another
EOF

### By chance: what ours decides, the outsider decides

# chance SEED: rules, lots, and scores or applications, from a seed.
chance()
{
	awk -v seed="$1" '
	function below(n) {
		seed = (seed * 69069 + 12345) % 4294967296
		return int(seed / 65536) % n
	}
	function money(n) { return sprintf("%d.%02d", n / 100, n % 100) }
	function pick(list,	n, item) {
		n = split(list, item, " ")
		return item[below(n) + 1]
	}
	BEGIN {
		for (i = 0; i < 9; i++) below(2)
		bins = "180740999234 140840999101 150740999149 121240999139"
		r = "rules"
		print "rules: award\ntitle: t\ncite: t\neditions:" >r
		print "  - from: 2020-01-01\n    cite: test" >r
		print "    order: {by: " pick("rank rank lowest-price score-per-cost") ", cite: art. 1}" >r
		print "    pass: {" (below(3) ? "by: rubric" : "mark: 50.50") ", cite: art. 2}" >r
		print "    budget: {short: " pick("stop skip") ", cite: art. 3}" >r
		if (below(2)) print "    partial: {share: " pick("0.5 0.70 0.333333") ", amount: 2.00, cite: art. 5}" >r
		if (below(2)) print "    per_ngo: {most: " (1 + below(2)) ", across: " pick("lots order") ", cite: art. 6}" >r
		if (below(2)) print "    reserve: {most: " below(3) ", cite: art. 7}" >r
		if (below(3)) {
			print "    ties:\n      cite: art. 8\n      keys:" >r
			print "        - {field: own, as: number, best: " pick("high low") "}" >r
			if (below(2)) print "        - {field: received, as: text, best: " pick("high low") "}" >r
			if (below(2)) {
				print "        - lot:\n            - source: a lottery\n              numbers: 45 9 018" >r
				print "            - source: a rate" >r
				if (below(4)) print "              numbers: 521.70" >r
			}
		}
		lots = 1 + below(3)
		print "id\tbudget\tplaces" >"some-lots"
		for (i = 1; i <= lots; i++)
			print "L-" i "\t" money(1 + below(2500)) "\t" pick("1 2 3 5") >"some-lots"
		print "application\tscore\trank\tdecision\treason\tlot\tbin\trequested\town\treceived" >"some"
		n = 1 + below(16); score = 80; rank = 1
		for (i = 1; i <= n; i++) {
			if (!below(2)) { rank = i; score -= below(8) }
			line = score ".50\t" rank "\t" (score >= 60 ? "passed" : "failed") "\t"
			if (i == n && below(2)) line = "\t\tnot_scored\ttoo few"
			print "A-" (10 + i) "\t" line "\tL-" (1 + below(lots)) "\t" pick(bins) "\t" \
			    money(below(2) ? 1 + below(900) : 100 * (1 + below(5))) "\t" \
			    pick("1.00 2 2.5") "\t2026-01-0" (1 + below(2)) >"some"
		}
	}'
}
: >want
: >got
seed=0
while [ "$seed" -lt 150 ]; do
	seed=$((seed + 1))
	chance $seed
	order-award -r ./rules -d 2026-04-15 --lots some-lots some >ours 2>&1 || test $? -eq 1
	outsider -v rules=rules -v lots=some-lots -v scores=some >theirs 2>&1
	cmp ours theirs >>got 2>&1 || echo "seed $seed" >>got
	sed 1d some | sort -t '	' -k 8 | { sed 1q some; cat; } |
	    order-award --unsorted -r ./rules -d 2026-04-15 --lots some-lots 2>&1 | sort >held
	sort ours | cmp - held >>got 2>&1 || echo "held, seed $seed" >>got
done
report '150 calls by chance: ours, streamed and held, and the outsider print the same'

### Applications beside the scores

cat >applications <<'EOF'
id	lot	bin	requested	verdict	reasons	cite
A	L-1	180740999234	60	accepted		
B	L-1	140840999101	10	returned	filed late	art. 9
X	L-2	121240999139	0.02			
Y	L-2	150740999149	0.01	returned	no charter	
EOF
printf 'application\tscore\trank\tdecision\nA\t90\t1\tpassed\nB\t80\t2\tpassed\n' >bare
try 'returned applications are rejected, those without a score come last' <<'EOF'
$ order-award -r ./skip.yaml -d 2026-04-15 --lots lots --applications applications bare | cut -f 1-9,11,12
> application	lot	bin	requested	score	rank	decision	place	amount	reason	cite
> A	L-1	180740999234	60.00	90	1	awarded	1	60.00	rank 1, place 1 of 3: 60.00 of 100.00 left	art. 1
> B	L-1	140840999101	10.00	80	2	rejected			returned: filed late	art. 9
> X	L-2	121240999139	0.02			not-scored			not scored: it is not among the scores	art. 2
> Y	L-2	150740999149	0.01			rejected			returned: no charter	test
EOF
printf 'application\tscore\trank\tdecision\tlot\trequested\nA\t90\t1\tpassed\tL-2\t60\nB\t80\t2\tpassed\tL-1\t10.01\n' >other
try 'what the scores repeat must be the same' <<'EOF'
$ order-award -r ./skip.yaml -d 2026-04-15 --lots lots --applications applications other | cut -f 1,7
> application	decision
> X	not-scored
> Y	rejected
! order-award: other:2: lot: the application says 'L-1': 'L-2'
! order-award: other:3: requested: the application says another amount: '10.01'
EOF
try 'marks for an unknown application stop all that might be decided otherwise' <<'EOF'
$ sed 's/^A/Z/' bare | order-award -r ./skip.yaml -d 2026-04-15 --lots lots --applications applications
> application	lot	bin	requested	score	rank	decision	place	amount	decided_on	reason	cite
> B	L-1	140840999101	10.00	80	2	rejected			2026-04-15	returned: filed late	art. 9
> A	L-1	180740999234	60.00			not-scored			2026-04-15	not scored: it is not among the scores	art. 2
> X	L-2	121240999139	0.02			not-scored			2026-04-15	not scored: it is not among the scores	art. 2
> Y	L-2	150740999149	0.01			rejected			2026-04-15	returned: no charter	test
! order-award: stdin:2: application: not among the applications of applications: 'Z'
? 1
EOF

### What is refused, and what that leaves undecided

cat >bad <<'EOF'
application	score	rank	decision	lot	bin	requested
A	90	1	passed	L-1	180740999234	60
A2	90	2	passed	L-1	180740999234	10
B	80	3	passed	L-1	140840999101	-40
C	70	4	passed	L-1	150740999149	10
D	60	5	passed	L-2	121240999139	0.01
D2	60	6	passed	L-1	121240999139	0.01
E	50	7	passed	L-9	121240999139	0.01
F	40	8	passed	L-2	121240999139	0.01
EOF
try 'a refused record: nothing of its lot is awarded behind it, nor of the rank before it; if the lot is unknown, nothing at all' <<'EOF'
$ order-award -r ./skip.yaml -d 2026-04-15 --lots lots bad | cut -f 1,7,8,11,12
> application	decision	place	reason	cite
> A	awarded	1	rank 1, place 1 of 3: 60.00 of 100.00 left	art. 1
> A2	reserve		undecided: a record was refused, bad:4	art. 1
> C	reserve		undecided: a record was refused, bad:4	art. 1
> D	awarded	1	rank 5, place 1 of 1: 0.01 of 0.02 left	art. 1
> D2	reserve		undecided: a record was refused, bad:4	art. 1
> F	reserve		undecided: a record was refused, bad:8	art. 1
! order-award: bad:4: requested: must be over 0: '-40'
! order-award: bad:8: lot: no lot 'L-9'; did you mean 'L-1'?
EOF
try 'a line that is no record might be of any lot: behind it nothing is awarded' <<'EOF'
$ { sed 3q bad; echo B; sed -n '6p;7p' bad; } | order-award -r ./skip.yaml -d 2026-04-15 --lots lots | cut -f 1,7,11
> application	decision	reason
> A	awarded	rank 1, place 1 of 3: 60.00 of 100.00 left
> A2	reserve	undecided: a record was refused, before stdin:5
> D	reserve	undecided: a record was refused, before stdin:5
> D2	reserve	undecided: a record was refused, before stdin:5
! order-award: stdin:4: 1 value for 7 fields
EOF
try 'even the last one' <<'EOF'
$ { sed 2q bad; echo B; } | order-award -r ./skip.yaml -d 2026-04-15 --lots lots | cut -f 1,7,11
> application	decision	reason
> A	reserve	undecided: a record was refused, up to stdin:3
! order-award: stdin:3: 1 value for 7 fields
EOF
try 'a rank that comes again, when others have come between' <<'EOF'
$ printf '%s\n' 'application	score	rank	decision	lot	bin	requested' 'A	9	2	passed	L-1	180740999234	1' 'B	8	3	passed	L-2	180740999234	0.01' 'C	9	2	passed	L-1	140840999101	1' | order-award -r ./skip.yaml --lots lots >/dev/null
! order-award: stdin:4: rank: 2 of lot 'L-1' comes after 2; sort the records by rank, or give --unsorted
? 2
EOF
try 'held, a refused record leaves its whole lot undecided' <<'EOF'
$ sed 5q bad | order-award --unsorted -r ./skip.yaml -d 2026-04-15 --lots lots | cut -f 1,7,11
> application	decision	reason
> A	reserve	undecided: a record was refused, stdin:4
> A2	reserve	undecided: a record was refused, stdin:4
> C	reserve	undecided: a record was refused, stdin:4
! order-award: stdin:4: requested: must be over 0: '-40'
EOF
cat >faults <<'EOF'
application	score	rank	decision	lot	bin	requested
A	90	1	passed	L-1	180740999235	60
B	80	2	passed	L-1	140840999101	40.001
	80	2	passed	L-1	140840999101	40
D	8,0	2	passed	L-1	140840999101	40
E	80	0	passed	L-1	140840999101	40
F	80	2	maybe	L-1	140840999101	40
G		2	not_scored	L-1	140840999101	40
H			passed	L-1	140840999101	40
I	80	2	not_scored	L-1	140840999101	40
J	80	2	passed	L-1	140840999101	0
K	80	2	passed	L-1	140840999101	
L	80	2	passed	L-1	140840999101	10000000000000000.00
EOF
try 'each fault is named with its line and field' <<'EOF'
$ order-award -r ./skip.yaml -d 2026-04-15 --lots lots faults
> application	lot	bin	requested	score	rank	decision	place	amount	decided_on	reason	cite
! order-award: faults:2: bin: not a BIN (check digit 5, must be 4): '180740999235'
! order-award: faults:3: requested: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '40.001'
! order-award: faults:4: application: empty
! order-award: faults:5: score: not a number (at most 6 places): '8,0'
! order-award: faults:6: rank: not a rank from 1: '0'
! order-award: faults:7: decision: none of passed, failed and scored, and there is a score: 'maybe'
! order-award: faults:8: rank: a rank without a score: '2'
! order-award: faults:9: decision: not not_scored, and there is no score: 'passed'
! order-award: faults:10: decision: none of passed, failed and scored, and there is a score: 'not_scored'
! order-award: faults:11: requested: must be over 0: '0'
! order-award: faults:12: requested: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): ''
! order-award: faults:13: requested: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '10000000000000000.00'
? 1
EOF
try 'an application that was awarded does not come a second time' <<'EOF'
$ { sed 3q four; sed -n '2s/	1	/	3	/p' four; } | order-award -r ./skip.yaml -d 2026-04-15 --lots one-place | cut -f 1,7
> application	decision
> A	awarded
> B	reserve
! order-award: stdin:4: application: it has come before: 'A'
EOF
try 'if it comes twice in a row, neither is right' <<'EOF'
$ { sed 2q four; sed -n '2s/	1	/	2	/p' four; } | order-award -r ./skip.yaml -d 2026-04-15 --lots lots | cut -f 1,7,11
> application	decision	reason
> A	reserve	undecided: a record was refused, stdin:3
! order-award: stdin:3: application: it has come before: 'A'
EOF
try 'nor among those it is tied with' <<'EOF'
$ { cat tied; sed -n 2p tied; } | order-award -r ./skip.yaml -d 2026-04-15 --lots lots | cut -f 1,11 | sed 2q
> application	reason
> B	undecided: a record was refused, stdin:6
! order-award: stdin:6: application: it has come before: 'B'
EOF
try 'nor when all are held' <<'EOF'
$ { cat four; sed -n 4p four; } | order-award --unsorted -r ./skip.yaml -d 2026-04-15 --lots lots | cut -f 1,7 | sed 3q
> application	decision
> A	reserve
> B	reserve
! order-award: stdin:9: application: it has come before: 'C'
EOF
cat >bad-lots <<'EOF'
id	budget	places
L-1	0.00	1
L-2	100	0
L-3	-5	1
L-4	1.005	1
L-5	1	1
L-5	1	1
	1	1
EOF
try 'no award before all lots are right: a budget of zero, and others' <<'EOF'
$ order-award -r ./skip.yaml -d 2026-04-15 --lots bad-lots four
! order-award: bad-lots:2: budget: must be over 0: '0.00'
! order-award: bad-lots:3: places: not a number from 1 to 1000000: '0'
! order-award: bad-lots:4: budget: must be over 0: '-5'
! order-award: bad-lots:5: budget: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '1.005'
! order-award: bad-lots:7: id: a second lot of this id: 'L-5'
! order-award: bad-lots:8: id: empty
! order-award: bad-lots: nothing is decided until these lots are mended
? 2
EOF
try 'applications that are refused' <<'EOF'
$ { cat applications; sed -n 2p applications; printf 'W\tL-1\t180740999234\t5\tperhaps\t\t\n'; } >twice; order-award -r ./skip.yaml -d 2026-04-15 --lots lots --applications twice bare | cut -f 1,7,11 | sed 2q
> application	decision	reason
> A	reserve	undecided: a record was refused, twice:6
! order-award: twice:6: id: a second application of this id: 'A'
! order-award: twice:7: verdict: neither accepted nor returned: 'perhaps'
EOF

### Rules

# broken WHAT SED MESSAGE: rules changed by a script for sed.
broken()
{
	sed "$2" own.yaml >broken.yaml
	order-award -r ./broken.yaml -d 2026-04-15 --lots lots four >got 2>&1 || echo "$?" >>got
	printf '%s\n' "order-award: ./broken.yaml:$3" 2 >want
	report "rules: $1"
}
broken 'an unknown order' 's/by: rank/by: luck/' "7: unknown word 'luck'; known are: rank lowest-price score-per-cost"
broken 'a pass by nobody' 's/by: rubric/by: us/' "8: unknown word 'us'; known are: rubric"
broken 'a pass by two' 's/by: rubric/by: rubric, mark: 5/' '8: says both mark and by'
broken 'a best without a mark' 's/by: rubric/by: rubric, best: low/' '8: is for a mark, and there is none'
broken 'a low mark per cost' 's/by: rank/by: score-per-cost/; s/by: rubric/mark: 5, best: low/' '8: of a score per cost the highest is the best'
broken 'no budget' '/budget/d' "5: no key 'budget' here"
broken 'a share of all' 's/short: skip.*/short: skip}\n    partial: {share: 1}/' "11: must be between 0 and 1: '1'"
broken 'a share of nothing' 's/short: skip.*/short: skip}\n    partial: {share: 0}/' "11: must be between 0 and 1: '0'"
broken 'a quorum over all' 's/short: skip.*/short: skip}\n    quorum: {share: 3\/2}/' "11: must be a share such as 2/3: '3/2'"
broken 'no awards at all' 's/short: skip.*/short: skip}\n    per_ngo: {most: 0, across: lots}/' "11: must be a whole number from 1 to 1000000: '0'"
broken 'a key behind the lot' 's/{field: own.*high}/{lot: [{source: a, numbers: 1}]}, &/' '11: nothing is left to tell apart after the lot'

try 'a key whose field nobody has' <<'EOF'
$ order-award -r ./own.yaml -d 2026-04-15 --lots lots four
! order-award: four:1: no field 'own' among application, score, rank, decision, lot, bin, requested
? 2
EOF
try 'rules of another kind' <<'EOF'
$ order-award -r grant-sample -d 2026-04-15 --lots lots four 2>&1 | sed 's/.*: //'
> rules of the kind 'rubric'; 'award' is needed
EOF
try 'no lots, and no file of them' <<'EOF'
$ order-award -r ./skip.yaml four 2>&1 | sed 1q; order-award -r ./skip.yaml --lots nosuch four
> order-award: --lots file is needed
! order-award: nosuch: No such file or directory
? 2
EOF
try 'the sample of the social order' <<'EOF'
$ order-award -r award-order -d 2026-04-15 --lots lots.tsv --applications applications.tsv scores.tsv | cut -f 1,7,8,11,12 | sed 4q
> application	decision	place	reason	cite
> A-07	awarded	2	price 11900000.00, place 2 of 2: 11900000.00 of 12600000.00 left	Law on public procurement; the lowest price (to be confirmed)
> A-08	reserve	1	no place left: 1 of 1	Law 36; one contract a place
> A-10	reserve	1	no place left: 2 of 2	Law 36; one contract a place
EOF

### The protocol of the commission

sitting='--sitting sittings.tsv --experts experts.tsv --attendance attendance.tsv --votes votes.tsv'
export sitting
cp "$CIVUTILS_SHARE"/examples/applications.tsv .
# protocol ARG ...: of the sample call.
cat >protocol <<'EOF'
exec order-award -r award-grant -d 2026-04-15 --lots lots.tsv --applications applications.tsv --protocol $sitting "$@" scores.tsv
EOF
try 'the head, the members, the quorum: 4 of 5 are present, as in the published protocol' <<'EOF'
$ sh ./protocol --conflicts conflicts.tsv | grep -e part -e ^sitting -e ^member -e ^quorum | cut -f 1,4-6,8,9
> part	expert	what	value	detail	cite
> sitting		id	10		
> sitting		call	G-2026		
> sitting		sphere	vulnerable		
> sitting		announced	2026-02-16		
> sitting		basis	order of the ministry on the priority directions of 2026 (example)		
> sitting		held	2026-04-15		
> sitting		place	Астана, Zoom (пример)		
> member	E-1	Ахметова Г. (үлгі)	present		
> member	E-2	Белов С. (пример)	remote		
> member	E-3	Жұмабек Н. (үлгі)	remote		
> member	E-4	Ким Л. (пример)	absent		
> member	E-5	Оспанов Т. (үлгі)	present		
> quorum		members	5		
> quorum		present	4		
> quorum		needed	4		
> quorum		quorum	yes	3 x 4 = 12 >= 2 x 5 = 10	Order 406; the quorum
EOF
try 'a conflict, the vote without the recused, the decisions' <<'EOF'
$ sh ./protocol --conflicts conflicts.tsv | grep G-2026-2 | cut -f 1-4,6-8
> conflict	G-2026-2	A-08	E-2	recused		member of the applicant's board
> vote	G-2026-2		E-1	for		
> vote	G-2026-2		E-2	recused		
> vote	G-2026-2		E-3	for		
> vote	G-2026-2		E-5	for		
> vote	G-2026-2			carried		3 for, 0 against, 0 abstained, 0 without a vote; 2 x 3 > 1 x 3
> decision	G-2026-2	A-08		awarded	29750000.00	rank 2, place 1 of 1: 29750000.00 of 30000000.00 left
> decision	G-2026-2	A-03		reserve		no place left: 1 of 1
> decision	G-2026-2	A-01		rejected		score 59.85 failed by the rubric
EOF
try 'who belongs to an applicant is recused, even if nobody declares it' <<'EOF'
$ sh ./protocol | grep ^conflict | cut -f 1-4,6,8
> conflict	G-2026-2	A-08	E-2	recused	belongs to the applicant, not declared: 220940999013
EOF
sh ./protocol | grep ^decision | cut -f 3,6,7 | sort >got
sed 1d decisions.tsv | cut -f 1,7,9 | sort >want
report 'the protocol has all decisions, and no others'

sed -i 's/E-3	remote/E-3	absent/' attendance.tsv
grep -v E-3 votes.tsv >less && mv less votes.tsv
try '3 of 5 are no quorum, and nothing is decided' <<'EOF'
$ sh ./protocol | grep -v ^sitting | cut -f 1,4,6,8,9
> part	expert	value	detail	cite
> member	E-1	present		
> member	E-2	remote		
> member	E-3	absent		
> member	E-4	absent		
> member	E-5	present		
> quorum		5		
> quorum		3		
> quorum		4		
> quorum		no	3 x 3 = 9 < 2 x 5 = 10	Order 406; the quorum
> decision		none	without a quorum nothing is decided	Order 406; the quorum
EOF
sh ./protocol >/dev/null && echo 0 >got || echo $? >got
echo 1 >want
report 'and the answer is no'
cp "$CIVUTILS_SHARE"/examples/attendance.tsv "$CIVUTILS_SHARE"/examples/votes.tsv .

grep -v E-4 attendance.tsv >less && mv less attendance.tsv
sed -i '/G-2026-1	E-[12]/s/for/against/; /G-2026-3	E-5/d' votes.tsv
try 'half is not more than half; a member without a vote; one whom the attendance does not name' <<'EOF'
$ sh ./protocol | grep -e E-4 -e 2026-1 -e 2026-3 | cut -f 1-4,6,8
> member			E-4	absent	the attendance does not name the member
> vote	G-2026-1		E-1	against	
> vote	G-2026-1		E-2	against	
> vote	G-2026-1		E-3	for	
> vote	G-2026-1		E-5	for	
> vote	G-2026-1			not carried	2 for, 2 against, 0 abstained, 0 without a vote; 2 x 2 <= 1 x 4
> decision	G-2026-1	A-07		none	the vote has not carried it
> decision	G-2026-1	A-10		none	the vote has not carried it
> decision	G-2026-1	A-04		none	the vote has not carried it
> decision	G-2026-1	A-06		none	the vote has not carried it
> vote	G-2026-3		E-1	for	
> vote	G-2026-3		E-2	for	
> vote	G-2026-3		E-3	abstained	
> vote	G-2026-3		E-5	none	
> vote	G-2026-3			not carried	2 for, 0 against, 1 abstained, 1 without a vote; 2 x 2 <= 1 x 4
> decision	G-2026-3	A-05		none	the vote has not carried it
> decision	G-2026-3	A-02		none	the vote has not carried it
> decision	G-2026-3	A-12		none	the vote has not carried it
EOF
sh ./protocol >/dev/null && echo 0 >got || echo $? >got
echo 1 >want
report 'if a vote does not carry, the answer is no'
cp "$CIVUTILS_SHARE"/examples/attendance.tsv "$CIVUTILS_SHARE"/examples/votes.tsv .
printf 'application\texpert\twhy\n' >all-in
for e in 1 2 3 4 5; do printf 'A-09\tE-%s\tfounder\n' $e; done >>all-in
grep -v 2026-4 votes.tsv >less && mv less votes.tsv
try 'everybody is in conflict: it is said, and nothing of the lot is decided' <<'EOF'
$ sh ./protocol --conflicts all-in | grep -e 2026-4 | cut -f 1-4,6,8
> conflict	G-2026-4	A-09	E-1	recused	founder
> conflict	G-2026-4	A-09	E-2	recused	founder
> conflict	G-2026-4	A-09	E-3	recused	founder
> conflict	G-2026-4	A-09	E-4	recused	founder
> conflict	G-2026-4	A-09	E-5	recused	founder
> conflict	G-2026-4	A-09		everybody	every member is in conflict: a superior body must decide
> vote	G-2026-4		E-1	recused	
> vote	G-2026-4		E-2	recused	
> vote	G-2026-4		E-3	recused	
> vote	G-2026-4		E-5	recused	
> vote	G-2026-4			not carried	everybody who is a member is in conflict: a superior body must decide
> decision	G-2026-4	A-09		none	the vote has not carried it
> decision	G-2026-4	A-11		none	the vote has not carried it
EOF
grep -v E-4 all-in >but-one
try 'or everybody who sits' <<'EOF'
$ sh ./protocol --conflicts but-one | grep 2026-4.*result | cut -f 6,8
> not carried	everybody who sits is in conflict: a superior body must decide
EOF
cp "$CIVUTILS_SHARE"/examples/votes.tsv .
{
	cat votes.tsv
	printf '10\t%s\n' 'G-2026-1	E-4	for' 'G-2026-2	E-2	for' \
	    'G-2026-9	E-1	for' 'G-2026-1	E-6	for' 'G-2026-1	E-7	for' \
	    'G-2026-1	E-1	against' 'G-2026-1	E-3	maybe'
	printf '11\tG-2026-1\tE-4\tfor\n'
} >bad-votes
printf 'E-7\tguest\t\tno\n' >>experts.tsv
try 'votes of those who may not vote, and others that are wrong; those of other sittings do not count' <<'EOF'
$ sh ./protocol --votes bad-votes
! order-award: bad-votes:17: expert: has voted, and was absent: 'E-4'
! order-award: bad-votes:18: expert: has voted, and is in conflict over this lot: 'E-2'
! order-award: bad-votes:19: lot: no such lot: 'G-2026-9'
! order-award: bad-votes:20: expert: not among the experts: 'E-6'
! order-award: bad-votes:21: expert: no member of the commission: 'E-7'
! order-award: bad-votes:22: expert: has come before in this file: 'E-1'
! order-award: bad-votes:23: vote: not a code of votes: 'maybe'
! order-award: no protocol until the records of the sitting are mended
? 2
EOF
printf 'application\texpert\twhy\nA-77\tE-1\t\nA-01\tE-77\t\nA-01\tE-7\ta guest\n' >bad-conflicts
try 'conflicts of nobody, over nothing' <<'EOF'
$ sh ./protocol --conflicts bad-conflicts >/dev/null
! order-award: bad-conflicts:2: application: is not decided here: 'A-77'
! order-award: bad-conflicts:3: expert: not among the experts: 'E-77'
! order-award: no protocol until the records of the sitting are mended
? 2
EOF
try 'one who is no member has no vote to lose' <<'EOF'
$ sed -i '2,3d' bad-conflicts; sh ./protocol --conflicts bad-conflicts | grep A-01 | cut -f 1,3,4,6
> conflict	A-01	E-7	not a member
> decision	A-01		rejected
EOF
{ cat sittings.tsv; sed -n '2s/^10/11/p' sittings.tsv; } >two
try 'two sittings, another day, options that go together' <<'EOF'
$ sh ./protocol --sitting two >/dev/null; sed 's/2026-04-15/2026-04-16/' sittings.tsv >later; sh ./protocol --sitting later >/dev/null; order-award -r award-grant --lots lots.tsv --votes votes.tsv scores.tsv; order-award -r award-grant --lots lots.tsv --conflicts conflicts.tsv scores.tsv; order-award -r award-grant --lots lots.tsv --protocol --sitting sittings.tsv scores.tsv; sh ./protocol -e; sh ./protocol -r ./skip.yaml
! order-award: two: 2 sittings, and there must be one
! order-award: later: the sitting was not held on 2026-04-15, the day of the decisions
! order-award: --votes is for --protocol
! order-award: --conflicts is for --protocol; order-score leaves marks out by it
! order-award: --protocol needs --experts
! order-award: -e and --protocol print different things
! order-award: --protocol: the rules do not say quorum and vote
? 2
EOF
while read -r kind file; do
	cp "$CIVUTILS_SHARE/examples/$file" want
	rec-check "$kind" want >got 2>&1 || :
	report "$file fits the kind $kind"
done <<'EOF'
sitting sittings.tsv
attendance attendance.tsv
vote votes.tsv
EOF

finish
