#!/bin/sh
# run: order-score -r grant-sample -d 2026-04-15 marks.tsv
# shellcheck disable=SC2016 # a $ in a transcript is for its shell
. "${0%/*}/lib.sh"

examples=$CIVUTILS_SHARE/examples
rules=$CIVUTILS_SHARE/rules

# rubric SCALE REST: a rubric of the criteria a (weight 1) and b (weight 2).
high='{min: 0, max: 10, step: 1, best: high}'
low='{min: 0, max: 10, step: 1, best: low}'
rubric()
{
	cat <<EOF
rules: rubric
title: a test
cite: a test
editions:
  - from: 2020-01-01
    cite: test, art. 1
    scale: $1
    unmarked: ["-", NA]
    criteria:
      - {name: a, weight: 1, en: a, ru: а, kk: а}
      - {name: b, weight: 2, en: b, ru: б, kk: б}
$2
EOF
}

# Lines of "application expert mark-for-a mark-for-b", as a stream of marks.
marks()
{
	awk 'BEGIN { OFS = "\t"; print "application", "expert", "criterion", "mark" }
		$3 != "." { print $1, $2, "a", $3 }
		$4 != "." { print $1, $2, "b", $4 }'
}

mean='    quorum: 1
    centre: mean
    rounding: {criterion: 2, product: 2, total: 2, half: up}'
rubric "$high" "$mean" >plain.yaml

### The published answers: two filled reports of an expert council

cat >reports <<'EOF'
application	expert	criterion	mark
elders-day	m1	relevance	5
elders-day	m1	plan	5
elders-day	m1	result	5
elders-day	m1	continuity	5
elders-day	m1	effect	5
lamps	m1	relevance	5
lamps	m1	plan	5
lamps	m1	result	5
lamps	m1	continuity	5
lamps	m1	effect	5
lamps	m2	relevance	5
lamps	m2	plan	5
lamps	m2	result	4
lamps	m2	continuity	5
lamps	m2	effect	5
lamps	m3	relevance	5
lamps	m3	plan	4
lamps	m3	result	4
lamps	m3	continuity	5
lamps	m3	effect	4
EOF
try 'the reports of West Kazakhstan (25) and Kostanay (71 of 75)' <<'EOF'
$ order-score -r result-evaluation -d 2019-11-28 reports
> application	score	rank	experts	marks	dropped	spread	decision	reason	relevance	plan	result	continuity	effect
> lamps	71	1	3	15	0	1	scored		15	14	13	15	14
> elders-day	25	2	1	5	0	0	scored		5	5	5	5	5
EOF

### The sample order

cp "$examples/marks.tsv" "$examples/conflicts.tsv" .
cat >ranking <<'EOF'
application	score	rank	experts	marks	dropped	spread	decision	reason	potential	relevance	effect	budget	lasting
A-07	94.18	1	5	25	10	2	passed		9.33	9.33	9.67	8.67	10.00
A-08	89.63	2	4	20	0	3	passed	conflict: E-2	9.50	8.00	9.00	9.50	9.25
A-10	81.86	3	5	25	10	3	passed	tie: broken by lot, drawn 1 of 2 with 9.18.26.34.41.45./521.7/	8.00	7.67	8.67	8.33	8.33
A-04	81.86	4	5	25	10	3	passed	tie: broken by lot, drawn 2 of 2 with 9.18.26.34.41.45./521.7/	8.00	7.67	8.67	8.33	8.33
A-03	78.65	5	5	24	8	4	passed	unmarked: E-5 budget	6.67	7.67	9.00	7.75	8.00
A-05	68.20	6	5	25	10	9	passed		7.00	6.67	7.00	6.67	6.67
A-02	63.02	7	5	25	10	4	passed		7.00	5.67	6.33	6.67	6.00
A-09	60.03	8	5	25	10	3	passed		6.33	5.67	5.67	6.00	6.67
A-01	59.85	9	5	25	10	4	failed	tie: broken by effect	4.67	6.33	6.67	7.00	5.00
A-12	59.85	10	5	25	10	2	failed	tie: broken by effect	5.67	5.67	6.33	6.00	6.33
A-06	59.17	11	5	25	10	4	failed		4.33	7.00	6.00	5.67	6.33
A-11			3	15	0	3	not_scored	below the quorum of 4: potential 3, relevance 3, effect 3, budget 3, lasting 3	5.67	5.67	5.00	4.33	5.00
EOF
sed 's/^/> /; 1i $ order-score -r grant-sample -d 2026-04-15 --conflicts conflicts.tsv marks.tsv' ranking >case
try 'the sample order: ties, a conflict, the quorum, extremes' <case

# A second way to the same scores, in whole numbers, by awk.
awk -F '\t' '
	BEGIN { split("potential relevance effect budget lasting", name, " ")
		split("4 5 5 3 3", twice, " ") }
	FNR == 1 { next }
	$1 == "A-08" && $2 == "E-2" || $4 == "-" { next }
	{
		k = $1 SUBSEP $3; n[k]++; sum[k] += $4; all[$1]
		if (n[k] == 1 || $4 > high[k]) high[k] = $4
		if (n[k] == 1 || $4 < low[k]) low[k] = $4
	}
	END {
		for (a in all) {
			total = quorum = 0
			for (i = 1; i <= 5; i++) {
				k = a SUBSEP name[i]
				quorum += n[k] >= 4
				if (n[k] > 4) { sum[k] -= high[k] + low[k]; n[k] -= 2 }
				centre = int((sum[k] * 200 + n[k]) / (2 * n[k]))
				total += int((centre * twice[i] + 1) / 2)
			}
			if (quorum == 5)
				printf "%s\t%.2f\n", a, total / 100
		}
	}' marks.tsv | sort >want
sed '1d; /not_scored/d' ranking | cut -f 1,2 | sort >got
report 'the same scores by another way'

### The order of marks is nothing

cat >severe.yaml <<'EOF'
rules: rubric
title: everything at once
cite: a test
editions:
  - from: 2020-01-01
    cite: a test
    scale: {min: 0, max: 10, step: 1, best: high}
    unmarked: ["-"]
    criteria:
      - {name: potential, weight: 0.35, en: a, ru: а, kk: а}
      - {name: relevance, weight: 1, en: a, ru: а, kk: а}
      - {name: effect, weight: 3.3, en: a, ru: а, kk: а}
      - {name: budget, weight: 0.000001, en: a, ru: а, kk: а}
      - {name: lasting, weight: 1.5, en: a, ru: а, kk: а}
    quorum: 3
    drop: {highest: 1, lowest: 2, from: 4}
    centre: mean
    severity: additive
    rounding: {severity: 6, criterion: 5, product: 4, total: 1, half: even}
    ties:
      - {field: cost, as: number, best: low}
      - lot: [{source: dice, numbers: 4}]
EOF
# Experts mark twice, one is in conflict, two applications' costs differ.
awk -F '\t' -v OFS='\t' '
	{ print $0, NR == 1 ? "cost" : $1 ~ /2$/ ? "9.50" : 7 }
	$1 $2 $3 ~ /^A-0(4E-1potential|6E-3effect|8E-2budget)$/ {
		print $1, $2, $3, 10 - $4, "7"; print $1, $2, $3, 3, "7"
	}
	$1 $2 $3 ~ /^A-(09E-3effect|11E-1budget)$/ {
		print $1, $2, $3, $4, "8"
	}
' marks.tsv >twice.tsv
: >refusals
for options in '' -e; do
	for rubric in grant-sample severe.yaml; do
		set -- -r "$rubric" -d 2026-04-15 --conflicts conflicts.tsv $options
		order-score "$@" twice.tsv >want 2>err || echo "status $?" >>want
		grep -c 'none of these marks counts$' err >>refusals
		for seed in 1 2 3 4 5 6 7 8; do
			awk -v seed="$seed" '
				NR == 1 { print "0\t" $0; srand(seed); next }
				{ printf "%.9f\t%s\n", 1 + rand(), $0 }' twice.tsv |
			    sort | cut -f 2- >shuffled
			order-score "$@" shuffled >got 2>err || echo "status $?" >>got
			cmp -s want got || break
		done
		report "the order of marks changes nothing: $rubric $options"
	done
done
printf '8\n8\n8\n8\n' >want
mv refusals got
report 'and there was something to refuse'

### Every mark's share

# Shares, added up by application, and scores, for options and files.
compare_sums()
{
	order-score "$@" -e 2>err | awk -F '\t' '
		NR > 1 && $6 == "kept" && $8 != "" {
			sign = $8 ~ /^-/ ? -1 : 1; sub(/^-/, "", $8)
			split($8, part, ".")
			sum[$1] += sign * (part[1] * 1000000 + part[2])
		}
		END { for (a in sum) printf "%s\t%.0f\n", a, sum[a] }
	' | sort >got
	order-score "$@" 2>err | awk -F '\t' '
		NR > 1 && $2 != "" {
			sign = $2 ~ /^-/ ? -1 : 1; sub(/^-/, "", $2)
			split($2, part, ".")
			printf "%s\t%.0f\n", $1, sign * (part[1] * 1000000 + part[2])
		}
	' | sort >want
	test -s want || echo nothing >want
}
for centre in mean sum median; do
	for drop in '#' ''; do
		sed -e "s/centre: .*/centre: $centre/" -e "s/    drop:/$drop&/" \
		    -e 's/criterion: 2, product: 2, total: 2/criterion: 3, product: 4, total: 6/' \
		    "$rules/grant-sample.yaml" >exact.yaml
		compare_sums -r exact.yaml -d 2026-04-15 marks.tsv
		report "shares add up to the score: $centre${drop:+, nothing dropped}"
	done
done
sed 's/total: 1/total: 6/' severe.yaml >exact.yaml
compare_sums -r exact.yaml twice.tsv
report 'shares add up to the score: corrected for severity'

marks >small <<'EOF'
x E1 4 10
x E2 6 -
x E3 9 5
x E4 4 5
x E5 9 NA
y E2 3 3
y E1 3 4
EOF
rubric "$high" "    quorum: 2
    drop: {highest: 1, lowest: 1, from: 4}
    centre: mean
    rounding: {criterion: 1, product: 1, total: 1, half: up}" >drop.yaml
try 'each mark is explained; of equal extremes the first name is the lowest' <<'EOF'
$ order-score -r drop.yaml -e small
> application	expert	criterion	mark	corrected	state	why	share	cite
> x	E1	a	4	4	dropped	lowest		test, art. 1
> x	E2	a	6	6	kept		1.989473	test, art. 1
> x	E3	a	9	9	kept		2.984211	test, art. 1
> x	E4	a	4	4	kept		1.326316	test, art. 1
> x	E5	a	9	9	dropped	highest		test, art. 1
> x	E1	b	10	10	kept		6.700000	test, art. 1
> x	E2	b			dropped	unmarked		test, art. 1
> x	E3	b	5	5	kept		3.350000	test, art. 1
> x	E4	b	5	5	kept		3.350000	test, art. 1
> x	E5	b			dropped	unmarked		test, art. 1
> y	E1	a	3	3	kept		1.500000	test, art. 1
> y	E2	a	3	3	kept		1.500000	test, art. 1
> y	E1	b	4	4	kept		4.000000	test, art. 1
> y	E2	b	3	3	kept		3.000000	test, art. 1
EOF

### Conflicts

printf 'application\tnote\texpert\nx\tkin\tE3\ny\tboard\tE1\ny\tboard\tE3\n' >pairs
try 'who is in conflict is left out, and said so' <<'EOF'
$ order-score -r drop.yaml --conflicts pairs small
> application	score	rank	experts	marks	dropped	spread	decision	reason	a	b
> x	20.0	1	4	6	2	5	scored	conflict: E3; unmarked: E2 b, E5 b	5.0	7.5
> y			1	2	0	0	not_scored	below the quorum of 2: a 1, b 1; conflict: E1	3.0	3.0
EOF
try 'a conflict is explained' <<'EOF'
$ order-score -r drop.yaml --conflicts pairs -e small | grep -v unmarked
> application	expert	criterion	mark	corrected	state	why	share	cite
> x	E1	a	4	4	dropped	lowest		test, art. 1
> x	E2	a	6	6	kept		3.000000	test, art. 1
> x	E3	a	9		dropped	conflict		test, art. 1
> x	E4	a	4	4	kept		2.000000	test, art. 1
> x	E5	a	9	9	dropped	highest		test, art. 1
> x	E1	b	10	10	kept		10.000000	test, art. 1
> x	E3	b	5		dropped	conflict		test, art. 1
> x	E4	b	5	5	kept		5.000000	test, art. 1
> y	E1	a	3		dropped	conflict		test, art. 1
> y	E2	a	3	3	kept	not_scored		test, art. 1
> y	E1	b	4		dropped	conflict		test, art. 1
> y	E2	b	3	3	kept	not_scored		test, art. 1
EOF
printf 'application\texpert\nz\tE1\ny\tE9\n' >strange
try 'a conflict of what is in no mark is warned of: it may be mistyped' <<'EOF'
$ order-score -r drop.yaml --conflicts strange small | cut -f 1-3
> application	score	rank
> x	19.7	1
> y	10.0	2
! order-score: strange:2: warning: application: nobody has marked it: 'z'
! order-score: strange:3: warning: expert: has marked nothing: 'E9'
EOF
printf 'application\texpert\nx\tE3\textra\n' >bent
try 'a conflict that cannot be read is not passed over in silence' <<'EOF'
$ order-score -r drop.yaml --conflicts bent small >found; echo $?; cut -f 1-3 found
> 1
> application	score	rank
> x	19.7	1
> y	10.0	2
! order-score: bent:2: 3 values for 2 fields
EOF
try 'a missing file of conflicts is trouble' <<'EOF'
$ order-score -r drop.yaml --conflicts nosuch small
! order-score: nosuch: No such file or directory
? 2
EOF
printf 'bid\texpert\n' >nofield
try 'so is one without the fields' <<'EOF'
$ order-score -r drop.yaml --conflicts nofield small
! order-score: nofield:1: no field 'application' among bid, expert
? 2
EOF

### Marks that are refused

cat >wrong <<'EOF'
application	expert	criterion	mark
x	E1	a	5
x	E1	b	5.0
x	E2	a	11
x	E2	b	-1
x	E3	a	2.5
x	E3	b	five
x	E4	aa	5
x	E4	price	5
	E5	a	5
x		a	5
x	E6	a	
x	E6	b	NA
		c	99
EOF
try 'marks off the scale, between its steps, of nobody, of no criterion' <<'EOF'
$ order-score -r plain.yaml -x bad wrong; status=$?; cut -f 1-4 bad >mended; cat bad >&2; exit $status
> application	score	rank	experts	marks	dropped	spread	decision	reason	a	b
> x	15.00	1	2	2	0	0	scored	unmarked: E6 a, E6 b	5.00	5.00
! order-score: wrong:4: mark: off the scale from 0 to 10: '11'
! order-score: wrong:5: mark: off the scale from 0 to 10: '-1'
! order-score: wrong:6: mark: between the steps of 1: '2.5'
! order-score: wrong:7: mark: not a mark: 'five'
! order-score: wrong:8: criterion: not a criterion of the rubric: 'aa'; known are: a, b
! order-score: wrong:9: criterion: not a criterion of the rubric: 'price'; known are: a, b
! order-score: wrong:10: application: empty
! order-score: wrong:11: expert: empty
! order-score: wrong:14: application: empty
! order-score: wrong:14: expert: empty
! order-score: wrong:14: criterion: not a criterion of the rubric: 'c'; known are: a, b
! order-score: wrong:14: mark: off the scale from 0 to 10: '99'
! application	expert	criterion	mark	refused_at	refused_why
! x	E2	a	11	wrong:4	mark: off the scale from 0 to 10: '11'
! x	E2	b	-1	wrong:5	mark: off the scale from 0 to 10: '-1'
! x	E3	a	2.5	wrong:6	mark: between the steps of 1: '2.5'
! x	E3	b	five	wrong:7	mark: not a mark: 'five'
! x	E4	aa	5	wrong:8	criterion: not a criterion of the rubric: 'aa'; known are: a, b
! x	E4	price	5	wrong:9	criterion: not a criterion of the rubric: 'price'; known are: a, b
! 	E5	a	5	wrong:10	application: empty
! x		a	5	wrong:11	expert: empty
! 		c	99	wrong:14	application: empty; expert: empty; criterion: not a criterion of the rubric: 'c'; known are: a, b; mark: off the scale from 0 to 10: '99'
? 1
EOF

printf 'application\texpert\tcriterion\tmark\nx\tE\trelevence\t5\n' >typo
try 'a misspelt criterion is told the nearest' <<'EOF'
$ order-score -r result-evaluation -d 2020-01-01 typo
> application	score	rank	experts	marks	dropped	spread	decision	reason	relevance	plan	result	continuity	effect
! order-score: typo:2: criterion: not a criterion of the rubric: 'relevence'; did you mean 'relevance'?
? 1
EOF

rubric '{min: 1, max: 3, step: 0.25, best: high}' "$mean" >quarter.yaml
marks >quarters <<'EOF'
x E1 1.25 3
x E2 2.750 1.1
x E3 0.75 1.001
EOF
try 'steps of a quarter' <<'EOF'
$ order-score -r quarter.yaml quarters
> application	score	rank	experts	marks	dropped	spread	decision	reason	a	b
> x	8.00	1	2	3	0	1.50	scored	unmarked: E2 b	2.00	3.00
! order-score: quarters:5: mark: between the steps of 0.25: '1.1'
! order-score: quarters:6: mark: off the scale from 1.00 to 3.00: '0.75'
! order-score: quarters:7: mark: between the steps of 0.25: '1.001'
? 1
EOF

### Marking twice

marks >again <<'EOF'
x E1 4 6
x E2 8 8
x E1 5 .
x E3 2 -
x E3 . 7
y E1 1 1
y E1 1 .
x E1 4 .
EOF
cat >once <<'EOF'
application	score	rank	experts	marks	dropped	spread	decision	reason	a	b
x	19.00	1	3	4	0	6	scored	twice: E1 a, E3 b	5.00	7.00
y			1	1	0	0	not_scored	below the quorum of 1: a 0; twice: E1 a		1.00
EOF
{
	echo '$ order-score -r plain.yaml -x bad again; status=$?; cut -f 1-5 bad >&2; exit $status'
	sed 's/^/> /' once
	cat <<'EOF'
! order-score: again:6: expert 'E1' has marked 'a' of 'x' before; none of these marks counts
! order-score: again:9: expert 'E3' has marked 'b' of 'x' before; none of these marks counts
! order-score: again:12: expert 'E1' has marked 'a' of 'y' before; none of these marks counts
! order-score: again:13: expert 'E1' has marked 'a' of 'x' before; none of these marks counts
! application	expert	criterion	mark	refused_at
! x	E1	a	5	again:6
! x	E3	b	7	again:9
! y	E1	a	1	again:12
! x	E1	a	4	again:13
? 1
EOF
} >case
try 'who marks a criterion twice has not marked it' <case
order-score -r plain.yaml -e again 2>err | grep -w twice >got || :
cat >want <<'EOF'
x	E1	a	4		dropped	twice		test, art. 1
x	E1	a	4		dropped	twice		test, art. 1
x	E1	a	5		dropped	twice		test, art. 1
x	E3	b			dropped	twice		test, art. 1
x	E3	b	7		dropped	twice		test, art. 1
y	E1	a	1		dropped	twice		test, art. 1
y	E1	a	1		dropped	twice		test, art. 1
EOF
report 'all his marks are explained, in their order'
order-score -r plain.yaml small small >out 2>err || :
{ sed -n '1p;$p' err; tail -n 2 out; } >got
cat >want <<'EOF'
order-score: small:2: expert 'E1' has marked 'a' of 'x' before; none of these marks counts
order-score: small:15: expert 'E1' has marked 'b' of 'y' before; none of these marks counts
x			5	0	0	0	not_scored	below the quorum of 1: a 0, b 0; twice: E1 a, E1 b, E2 a, E2 b, E3 a, E3 b, E4 a, E4 b, E5 a, E5 b		
y			2	0	0	0	not_scored	below the quorum of 1: a 0, b 0; twice: E1 a, E1 b, E2 a, E2 b		
EOF
report 'the same from two files'

# Many marks at once, and names that share beginnings, need escapes, are long.
awk 'BEGIN {
	print "application\texpert\tcriterion\tmark"
	long = sprintf("%0900d", 0)
	for (i = 1; i <= 3000; i++) {
		a = i % 7 == 0 ? "tab\\t" i : i % 5 == 0 ? long i : "A" i
		e = i % 3 == 0 ? "E\\\\" i % 11 : "Expert of a long name " i % 13
		print a "\t" e "\ta\t" i % 11; print a "\t" e "\tb\t" i % 9
		if (i % 500 == 0) print a "\t" e "\ta\t" i % 11
	}
}' >many
order-score -r plain.yaml many 2>err | tail -n +2 |
    awk -F '\t' '{ print $1 "\t" $2 }' | sort >got
awk -F '\t' 'NR > 1 { if (seen[$1 $3]++) twice[$1]; sum[$1] += ($3 == "b" ? 2 : 1) * $4 }
	END { for (a in sum) if (a in twice) print a "\t"; else printf "%s\t%.2f\n", a, sum[a] }' many |
    sort >want
report 'thousands of marks, names of all kinds'
sed -n 's/^order-score: many:\([0-9]*\): expert .*/\1/p' err >got
awk -F '\t' 'seen[$1 $2 $3]++ { print NR }' many >want
report 'and each that stands twice is refused in its line'

# What is refused at sight, in whatever way, between those that stand twice.
awk 'NR > 1 && NR % 40 == 0 { print "A1", "E", "a", 99 }
	NR > 1 && NR % 90 == 0 { print "A1", "E" }
	NR > 1 && NR % 170 == 0 { print "A1", "E", "a", "\\q" }
	{ print }
	NR == 4000 { printf "A1\tE\ta\t%01100000d\n", 0 }
	NR > 1 && NR % 30 == 0 { print }' OFS='\t' many >mixed
order-score -r plain.yaml -x kept mixed >out 2>err || :
sed -n 's/^order-score: mixed:\([0-9]*\): .*/\1/p' err >got
awk -F '\t' 'NR == 1 { next }
	NF < 4 || length > 1048576 || $4 == "\\q" || $4 > 10 || seen[$1 $2 $3]++ { print NR }' \
    mixed >want
report 'what is refused is said in the order of the lines'
sed -n 's/^.*	mixed:\([0-9]*\)	.*/\1/p' kept >got
report 'and kept in it'
cat out err kept >want
dd bs=999 if=mixed 2>dd.err | order-score -r plain.yaml -x piped >got 2>err || :
sed 's/: stdin:/: mixed:/; s/	stdin:/	mixed:/' err piped >>got
report 'the same bytes from a pipe'

### Centres, extremes, rounding

cat >five <<'EOF'
application	expert	criterion	mark
x	E1	a	1
x	E2	a	2
x	E3	a	4
x	E4	a	8
x	E5	a	10
x	E1	b	3
x	E2	b	4
EOF
# score_of CENTRE EXTREMES KEY: score, dropped marks and criteria of `five`.
score_of()
{
	rubric "$high" "    quorum: 1
    rounding: {criterion: 2, product: 2, total: 2, half: up}
    centre: $1${2+
    ${3-drop}: {$2\}}" >one.yaml
	order-score -r one.yaml five | sed -n 2p | cut -f 2,6,10,11
}
{
	score_of mean
	score_of sum
	score_of median
	score_of mean 'highest: 1, from: 5'
	score_of mean 'lowest: 1, from: 5'
	score_of mean 'lowest: 1, highest: 1, from: 5'
	score_of mean 'lowest: 1, highest: 1, from: 6'
	score_of mean 'lowest: 2, highest: 1, from: 5'
	score_of sum 'lowest: 1, highest: 3, from: 5'
	score_of median 'lowest: 1, from: 5'
	score_of median 'highest: 2, from: 4'
	score_of mean 'highest: 1, from: 2'
	score_of mean 'share: 1/5, from: 1'
	score_of mean 'share: 1/6, from: 1'
	score_of mean 'share: 2/5, from: 5'
	score_of median 'share: 2/5, from: 6'
	echo winsorised
	score_of mean 'lowest: 1, highest: 1, from: 5' winsorise
	score_of mean 'lowest: 1, highest: 1, from: 6' winsorise
	score_of mean 'lowest: 2, highest: 1, from: 5' winsorise
	score_of mean 'lowest: 1, from: 5' winsorise
	score_of mean 'highest: 1, from: 2' winsorise
	score_of mean 'highest: 3, lowest: 1, from: 5' winsorise
	score_of sum 'lowest: 1, highest: 1, from: 5' winsorise
	score_of mean 'share: 1/4, from: 1' winsorise
	score_of mean 'share: 2/5, from: 1' winsorise
	score_of mean 'share: 1/6, from: 1' winsorise
} >got
cat >want <<'EOF'
12.00	0	5.00	3.50
39.00	0	25.00	7.00
11.00	0	4.00	3.50
10.75	1	3.75	3.50
13.00	1	6.00	3.50
11.67	2	4.67	3.50
12.00	0	5.00	3.50
13.00	3	6.00	3.50
16.00	4	2.00	7.00
13.00	1	6.00	3.50
9.00	2	2.00	3.50
9.75	2	3.75	3.00
11.67	2	4.67	3.50
12.00	0	5.00	3.50
11.00	4	4.00	3.50
11.00	0	4.00	3.50
winsorised
11.80	0	4.80	3.50
12.00	0	5.00	3.50
12.60	0	5.60	3.50
12.20	0	5.20	3.50
10.60	0	4.60	3.00
9.00	0	2.00	3.50
38.00	0	24.00	7.00
11.80	0	4.80	3.50
11.00	0	4.00	3.50
12.00	0	5.00	3.50
EOF
report 'centres and extremes'

rubric "$high" "    quorum: 1
    rounding: {criterion: 2, product: 2, total: 2, half: up}
    winsorise: {lowest: 1, highest: 2, from: 5}
    centre: mean" >winsorise.yaml
try 'what is winsorised is told, with what it is taken for and its share' <<'EOF'
$ order-score -r winsorise.yaml -e five | cut -f 1-8
$ order-score -r winsorise.yaml five | cut -f 1-7,10,11
> application	expert	criterion	mark	corrected	state	why	share
> x	E1	a	1	2	winsorised	lowest	0.400000
> x	E2	a	2	2	kept		0.400000
> x	E3	a	4	4	kept		0.800000
> x	E4	a	8	4	winsorised	highest	0.800000
> x	E5	a	10	4	winsorised	highest	0.800000
> x	E1	b	3	3	kept		3.000000
> x	E2	b	4	4	kept		4.000000
> application	score	rank	experts	marks	dropped	spread	a	b
> x	10.20	1	5	7	0	9	3.20	3.50
EOF
# The same marks, of other experts.
awk -F '\t' -v OFS='\t' 'NR > 1 { $2 = "E" ($2 == "E1" ? 3 : $2 == "E3" ? 5 : $2 == "E5" ? 1 : substr($2, 2)) } 1' five |
    sort -k 2,2 | sed '/^app/d; 1i application	expert	criterion	mark' >mixed
for extremes in 'lowest: 1, highest: 2' 'lowest: 1, highest: 1' 'share: 1/4'; do
	sed "s|lowest: 1, highest: 2|$extremes|" winsorise.yaml >one.yaml
	order-score -r one.yaml mixed | sed -n 2p | cut -f 2,10
done >got
printf '10.20\t3.20\n11.80\t4.80\n11.80\t4.80\n' >want
report 'whoever gave the extreme marks'
sed 's/quorum: 1/quorum: 3/' winsorise.yaml >unscored.yaml
try 'without a score nothing has a share' <<'EOF'
$ order-score -r unscored.yaml -e five | cut -f 2-8 | head -n 3
> expert	criterion	mark	corrected	state	why	share
> E1	a	1	2	winsorised	lowest	
> E2	a	2	2	kept	not_scored	
EOF
while IFS='|' read -r edit message; do
	sed "$edit" winsorise.yaml >broken.yaml
	printf '%s\n' "order-score: broken.yaml:$message" >>want.all
	order-score -r broken.yaml five 2>>got.all && echo 'not refused' >>got.all
done <<'EOF'
s/lowest: 1, highest: 2/share: 1\/2/|14: must be under 1/2, so that something is left: '1/2'
s/lowest: 1, highest: 2/share: 3\/2/|14: must be a share such as 2/3: '3/2'
s/lowest: 1, highest: 2/share: half/|14: must be a share such as 2/3: 'half'
s/lowest: 1,/share: 1\/4,/|14: beside highest or lowest: it is one or the other
s/from: 5/from: 3/|14: of 3 marks nothing is left
s/centre: mean/centre: median/|14: changes no median
s/centre: mean/&\n    drop: {lowest: 1, from: 3}/|14: beside drop: it is one or the other
s/lowest: 1, highest: 2, //|14: says neither highest nor lowest nor share
EOF
mv want.all want
mv got.all got
report 'broken rules of extremes'

# rounded CRITERION PRODUCT TOTAL HALF WEIGHT MARK ...: the score, the criterion.
rounded()
{
	cat >one.yaml <<EOF
rules: rubric
title: a test
cite: a test
editions:
  - from: 2020-01-01
    cite: a test
    scale: {min: -10, max: 10, step: 0.01, best: high}
    criteria:
      - {name: a, weight: $5, en: a, ru: a, kk: a}
    quorum: 1
    centre: mean
    rounding: {criterion: $1, product: $2, total: $3, half: $4}
EOF
	shift 5
	printf '%s\n' "$@" | awk '
		BEGIN { print "application\texpert\tcriterion\tmark" }
		{ print "x\tE" NR "\ta\t" $1 }' >one
	order-score -r one.yaml one | sed -n 2p | cut -f 2,10
}
{
	rounded 1 6 6 up 1 2.45
	rounded 1 6 6 even 1 2.45
	rounded 1 6 6 even 1 2.55
	rounded 1 6 6 up 1 2.44
	rounded 1 6 6 up 1 -2.45
	rounded 1 6 6 even 1 -2.45
	rounded 0 0 0 up 1 0 0 1
	rounded 2 1 6 up 0.5 2.70
	rounded 2 1 6 even 0.5 2.50
	rounded 2 1 6 even 0.5 2.70
	rounded 6 6 6 up 0.333333 1
	rounded 3 3 1 up 1 7.25
	rounded 3 3 1 even 1 7.25
	rounded 3 3 1 even 1 7.35
	rounded 2 2 0 up 1000 7.25
	rounded 6 0 6 up 0.000001 7.25
	rounded 6 6 6 up 0.000001 7.25
	rounded 0 6 6 up 1 0.49 0.50
} >got
cat >want <<'EOF'
2.500000	2.5
2.400000	2.4
2.600000	2.6
2.400000	2.4
-2.500000	-2.5
-2.400000	-2.4
0	0
1.400000	2.70
1.200000	2.50
1.400000	2.70
0.333333	1.000000
7.3	7.250
7.2	7.250
7.4	7.350
7250	7.25
0.000000	7.250000
0.000007	7.250000
0.000000	0
EOF
report 'three roundings, half up and half even'

### The quorum, the pass mark

marks >panels <<'EOF'
x E1 5 5
x E2 5 5
x E3 5 .
y E1 5 5
y E2 6 5
y E3 5 6
z E1 4 4
z E2 5 5
z E3 5 5
EOF
decisions()
{
	rubric "$1" "    quorum: $2
    centre: mean
    rounding: {criterion: 2, product: 2, total: 2, half: up}${3+
    pass: $3}" >pass.yaml
	order-score -r pass.yaml panels |
	    awk -F '\t' 'NR > 1 { printf "%s%s:%s%s", $1, $3, $8, NR < 4 ? " " : "\n" }'
}
{
	decisions "$high" 3
	decisions "$high" 2
	decisions "$high" 2 15
	decisions "$high" 3 15.01
	decisions "$low" 2 15
	decisions "$low" '{share: 2/3, of: 3}' 14.01
	decisions "$low" '{share: 2/3, of: 4}'
	decisions "$low" '{share: 1/2, of: 5}'
	decisions "$low" '{share: 1/1, of: 4}'
} >got
cat >want <<'EOF'
y1:scored z2:scored x:not_scored
y1:scored x2:scored z3:scored
y1:passed x2:passed z3:failed
y1:passed z2:failed x:not_scored
z1:passed x2:passed y3:failed
z1:passed x2:failed y3:failed
z1:scored y2:scored x:not_scored
z1:scored y2:scored x:not_scored
x:not_scored y:not_scored z:not_scored
EOF
report 'quorums and pass marks, high and low'

### Ranks and ties

cat >ties <<'EOF'
application	expert	criterion	mark	cost	came
p	E	a	4	10.50	2024-05-31
p	E	b	3	10.50	2024-05-31
q	E	a	2	9	2024-05-30
q	E	b	4	9	2024-05-30
r	E	a	4	9.0	2024-05-30
r	E	b	3	9.00	2024-05-30
s	E	a	6		
s	E	b	2		
t	E	a	10	7	2024-05-01
t	E	b	10	7	2024-05-01
u	E	a	0	7	2024-05-01
u	E	b	0	7	2024-05-01
EOF
# ranks SCALE TIES: applications with their ranks, then their reasons.
ranks()
{
	rubric "$1" "$mean
    ties: $2" >ties.yaml
	order-score -r ties.yaml ties | tail -n +2 | cut -f 1,3,9 >ranked
	awk -F '\t' '{ printf "%s%s ", $1, $2 } END { print "" }' ranked
	awk -F '\t' '$3 != "" { print "\t" $1 " " $3 }' ranked
}
dice='{source: dice, numbers: 5 3}'
{
	ranks "$high" '[]'
	ranks "$high" '[{criterion: a}]'
	ranks "$low" '[{criterion: b}]'
	ranks "$high" '[{field: cost, as: number, best: low}]'
	ranks "$high" '[{field: cost, as: number, best: high}, {criterion: b}]'
	ranks "$high" '[{field: came, as: text, best: low}, {criterion: b}]'
	ranks "$high" '[{field: came, as: text, best: high}, {field: cost, as: number, best: low}]'
	ranks "$high" "[{criterion: a}, {lot: [$dice]}]"
	ranks "$high" "[{lot: [$dice, {source: coins}, {source: cards}]}]"
} >got
cat >want <<'EOF'
t1 p2 q2 r2 s2 u6 
	p tie: rank shared
	q tie: rank shared
	r tie: rank shared
	s tie: rank shared
t1 s2 p3 r3 q5 u6 
	s tie: broken by a
	p tie: rank shared
	r tie: rank shared
	q tie: broken by a
u1 s2 p3 r3 q5 t6 
	s tie: broken by b
	p tie: rank shared
	r tie: rank shared
	q tie: broken by b
t1 q2 r2 p4 s5 u6 
	q tie: rank shared
	r tie: rank shared
	p tie: broken by cost
	s tie: broken by cost
t1 p2 q3 r4 s5 u6 
	p tie: broken by cost
	q tie: broken by b
	r tie: broken by b
	s tie: broken by cost
t1 q2 r3 p4 s5 u6 
	q tie: broken by b
	r tie: broken by b
	p tie: broken by came
	s tie: broken by came
t1 p2 q3 r3 s5 u6 
	p tie: broken by came
	q tie: rank shared
	r tie: rank shared
	s tie: broken by came
t1 s2 r3 p4 q5 u6 
	s tie: broken by a
	r tie: broken by lot, drawn 1 of 2 with 3.5./
	p tie: broken by lot, drawn 2 of 2 with 3.5./
	q tie: broken by a
t1 p2 q2 r2 s2 u6 
	p tie: rank shared, the lot awaits coins
	q tie: rank shared, the lot awaits coins
	r tie: rank shared, the lot awaits coins
	s tie: rank shared, the lot awaits coins
EOF
report 'shared ranks; ties broken by criteria, numbers, texts and the lot'

# The worked example of RFC 3797: 25 in the pool, by the numbers of section 6.
{
	rubric "$high" "$mean"
	cat <<'EOF'
    ties:
      - lot:
          - {source: the public debt, numbers: 9319}
          - {source: a lottery, numbers: 2 5 12 8 10}
          - {source: another, numbers: 9 18 26 34 41 45}
EOF
} >lot.yaml
awk 'BEGIN { for (i = 1; i <= 25; i++) printf "N%02d E 5 5\n", i }' | marks >pool
order-score -r lot.yaml pool | sed 1d | head -n 10 | cut -f 1 >got
printf 'N%02d\n' 17 7 2 16 25 23 8 24 19 13 >want
report 'the lot of RFC 3797, section 6'

sed 's/^q	E	b	4	9/q	E	b	4	8/; s/^t	E	b	10	7/t	E	b	10	/' ties >differ
rubric "$high" "$mean
    ties: [{field: cost, as: number, best: low}]" >cost.yaml
try 'a field that differs is said to, and is no key' <<'EOF'
$ order-score -r cost.yaml differ | cut -f 1-3,9
> application	score	rank	reason
> t	30.00	1	
> r	10.00	2	tie: broken by cost
> p	10.00	3	tie: broken by cost
> q	10.00	4	differing: cost; tie: rank shared
> s	10.00	4	tie: rank shared
> u	0.00	6	
EOF
sed 's/10.50/10,50/' ties >comma
try 'a number that is none refuses the mark' <<'EOF'
$ order-score -r cost.yaml comma | cut -f 1-3,9 | sed -n '1p;$p'
> application	score	rank	reason
> u	0.00	5	
! order-score: comma:2: cost: not a number: '10,50'
! order-score: comma:3: cost: not a number: '10,50'
EOF
try 'the fields of the keys must be there' <<'EOF'
$ order-score -r cost.yaml small
! order-score: small:1: no field 'cost' among application, expert, criterion, mark
? 2
EOF

### Severity

severe()
{
	rubric "$high" "    quorum: 1
    centre: mean
    severity: additive
    rounding: {severity: $1, criterion: 3, product: 3, total: 3, half: up}"
}
severe 3 >severity.yaml

# All mark all: an expert's part is his mean less everybody's mean.
marks >complete <<'EOF'
x E1 9 .
x E2 2 .
x E3 5 .
y E1 6 .
y E2 1 .
y E3 3 .
z E1 10 5
z E2 3 5
z E3 6 5
x E1 . 5
y E1 . 5
EOF
try 'when all mark all, their means are taken off' <<'EOF'
$ order-score -r severity.yaml -e complete | grep '	a	' | cut -f 1-5,8
> z	E1	a	10	6.667	2.222216
> z	E2	a	3	6.000	1.999895
> z	E3	a	6	6.333	2.110889
> x	E1	a	9	5.667	1.888882
> x	E2	a	2	5.000	1.666563
> x	E3	a	5	5.333	1.777555
> y	E1	a	6	2.667	0.888911
> y	E2	a	1	4.000	1.333200
> y	E3	a	3	3.333	1.110889
EOF

# E1 gives 2 more than E2, who gives 1 more than E3, who marks others.
marks >chain <<'EOF'
w E1 7 7
w E2 5 5
x E2 8 8
x E3 7 7
y E3 2 2
z E1 6 6
EOF
try 'where not all mark all, they are compared through common applications' <<'EOF'
$ order-score -r severity.yaml chain
> application	score	rank	experts	marks	dropped	spread	decision	reason	a	b
> x	24.999	1	2	4	0	1	scored		8.333	8.333
> w	15.999	2	2	4	0	2	scored		5.333	5.333
> z	12.999	3	1	2	0	0	scored		4.333	4.333
> y	9.999	4	1	2	0	0	scored		3.333	3.333
EOF

marks >apart <<'EOF'
z E4 9 9
z E5 7 9
y E5 6 9
b E1 3 5
b E2 5 5
c E3 5 5
y E1 . 5
EOF
try 'a panel that falls apart is corrected within each part, and said to' <<'EOF'
$ order-score -r severity.yaml apart
> application	score	rank	experts	marks	dropped	spread	decision	reason	a	b
> z	22.000	1	2	4	0	2	scored	panel in parts: a 3 of 3, b 1 of 2	8.000	7.000
> y	21.000	2	2	3	0	4	scored	unmarked: E1 a; panel in parts: a 3 of 3, b 1 of 2	7.000	7.000
> b	18.000	3	2	4	0	2	scored	panel in parts: a 1 of 3, b 1 of 2	4.000	7.000
> c	15.000	4	1	2	0	0	scored	panel in parts: a 2 of 3, b 2 of 2	5.000	5.000
! order-score: warning: a: the panel is in 3 parts that no expert joins; the severity of one cannot be compared with another's
! order-score: warning: b: the panel is in 2 parts that no expert joins; the severity of one cannot be compared with another's
EOF

# A conflict can take a panel apart; a part of his own says nothing of an expert.
printf 'application\texpert\nx\tE2\n' >parted
try 'who is in conflict joins nothing' <<'EOF'
$ order-score -r severity.yaml --conflicts parted chain 2>errors | cut -f 1,2,9; sed 's/ that.*//' errors
> application	score	reason
> x	21.000	conflict: E2; panel in parts: a 2 of 2, b 2 of 2
> w	18.000	panel in parts: a 1 of 2, b 1 of 2
> z	15.000	panel in parts: a 1 of 2, b 1 of 2
> y	6.000	panel in parts: a 2 of 2, b 2 of 2
> order-score: warning: a: the panel is in 2 parts
> order-score: warning: b: the panel is in 2 parts
EOF

# Halves go away from 0: parts of 0.5 with no places.
marks >halves <<'EOF'
x E1 1 .
x E2 2 .
y E3 5 5
EOF
severe 0 >whole.yaml
try 'the half of a severity is rounded away from 0' <<'EOF'
$ order-score -r whole.yaml -e halves 2>errors | sed 1d | cut -f 1-5 | grep x
> x	E1	a	1	2
> x	E2	a	2	1
EOF

# A panel as large as can be solved for, and one expert more.
awk 'BEGIN { for (i = 1; i <= 256; i++) print "x", "E" i, i % 11, "." }' | marks >large
severe 6 >fine.yaml
order-score -r fine.yaml large 2>err | awk -F '\t' 'NR == 2 { print $4, $5, $10 }' >got
# The sum of the marks is 1271.
echo '256 256 4.965' >want
report 'a panel of 256 experts'
printf 'x\tE257\ta\t5\n' >>large
try 'a panel of 257 is too large' <<'EOF'
$ order-score -r fine.yaml large
! order-score: fine.yaml: over 256 experts who mark common applications; their severity is too much to solve for
? 2
EOF

### Rubrics that are wrong

rubric "$high" "    quorum: 1
    drop: {highest: 1, from: 3}
    centre: mean
    severity: additive
    rounding: {severity: 3, criterion: 2, product: 2, total: 2, half: up}
    pass: 1
    ties:
      - {criterion: a}
      - {field: cost, as: number, best: low}
      - lot: [{source: dice, numbers: 1 2}]" >whole.yaml
# A change by sed, and what is said of the rubric then.
while IFS='|' read -r change message; do
	sed "$change" whole.yaml >broken.yaml
	status=0
	order-score -r broken.yaml ties >out 2>err || status=$?
	{ sed 's/^order-score: //' err; echo "$status"; } >got
	{ echo "broken.yaml:$message"; echo 2; } >want
	report "a broken rubric: $change"
done <<'EOF'
1s/rubric/terms/|1: rules of the kind 'terms'; 'rubric' is needed
s/centre: mean/centre: other/|14: unknown word 'other'; known are: mean median sum
s/centre: mean/centre: medain/|14: unknown word 'medain'; did you mean 'median'?
s/centre: mean/center: mean/|14: unknown key 'center'; did you mean 'centre'?
/quorum/d|5: no key 'quorum' here
s/quorum: 1/quorum: 0/|12: must be a whole number from 1 to 1000000: '0'
s,quorum: 1,quorum: {share: 3/2\, of: 5},|12: must be a share such as 2/3: '3/2'
s/quorum: 1/quorum: {share: 2, of: 5}/|12: must be a share such as 2/3: '2'
s/max: 10/max: 0/|7: max must be more than min
s/max: 10/max: 10000000000/|7: over a thousand million steps from 0
s/step: 1/step: 3/|7: steps of 3 from min do not meet max
s/step: 1/step: 0/|7: must be more than 0: '0'
s/step: 1/step: -1/|7: must be more than 0: '-1'
s/best: high}/best: tall}/|7: unknown word 'tall'; known are: high low
s/min: 0/min: 0.0000001/|7: must be a number with at most 6 decimal places: '0.0000001'
s/weight: 2/weight: 0/|11: must be more than 0, up to 1000: '0'
s/weight: 2/weight: -1/|11: must be more than 0, up to 1000: '-1'
s/weight: 2/weight: 1000.1/|11: must be more than 0, up to 1000: '1000.1'
s/weight: 2/weight: two/|11: must be a number with at most 6 decimal places: 'two'
s/weight: 2, //|11: no key 'weight' here
s/centre: mean/weights: 3.1/|14: the weights of the criteria add up to 3: '3.1'
s/weight: 2/weight: 2.05/; s/centre: mean/weights: 3/|14: the weights of the criteria add up to 3.05: '3'
s/centre: mean/weights: three/|14: must be a number with at most 6 decimal places: 'three'
s/name: b/name: a/|11: a second criterion 'a'
s/name: b/name: rank/|11: is the name of another field that is printed: 'rank'
s/name: b/name: Бюджет/|11: must be a field's name (a-z, 0-9, _): 'Бюджет'
s/name: b/name: 2b/|11: must be a field's name (a-z, 0-9, _): '2b'
s/, kk: б//|11: no key 'kk' here
s/highest: 1/highest: 3/|13: of 3 marks nothing is left
s/highest: 1/highest: 0/|13: says neither highest nor lowest nor share
s/, from: 3//|13: no key 'from' here
s/half: up/half: down/|16: unknown word 'down'; known are: up even
s/total: 2/total: 7/|16: must be a whole number from 0 to 6: '7'
s/severity: 3, //|16: no key 'severity' here
s/severity: additive/severity: none/|16: is rounded, but not corrected for
s/step: 1,/step: 0.0001,/|16: has fewer places than the marks
s/severity: 3/severity: 6/; s/max: 10/max: 2000000/|16: too many places for so wide a scale
s/pass: 1/pass: 1.001/|17: must be a number with at most 2 decimal places: '1.001'
s/criterion: a}/criterion: c}/|19: no criterion 'c'
s/{criterion: a}/{name: a}/|19: must name a criterion, a field or a lot
s/as: number, //|20: no key 'as' here
s/as: number/as: numbr/|20: unknown word 'numbr'; did you mean 'number'?
s/numbers: 1 2/numbers: 1, 2/|21: unknown key '2'; known are: source numbers
s/numbers: 1 2/numbers: one/|21: must be numbers, separated by blanks: 'one'
s/source: dice, //|21: no key 'source' here
s/lot: .*/lot: []/|21: names no source
19h;19d;21G|21: nothing is left to tell apart after the lot
s/    cite: test.*//|5: no key 'cite' here
EOF

try 'only an edition that is in force is used' <<'EOF'
$ order-score -r plain.yaml -d 2019-12-31 small
! order-score: plain.yaml:5: no edition is in force on 2019-12-31
? 2
EOF
try 'a rubric is needed' <<'EOF'
$ order-score small 2>&1 | head -n 1
> order-score: -r rubric is needed
EOF
try 'it must be there' <<'EOF'
$ mkdir -p few/rules; touch few/rules/calendar.yaml; CIVUTILS_SHARE=few; order-score -r nosuch small; order-score -r calender small; CIVUTILS_SHARE=none order-score -r nosuch small
! order-score: no rules 'nosuch' in few/rules; known are: calendar; CIVUTILS_SHARE can name another share
! order-score: no rules 'calender' in few/rules; did you mean 'calendar'?
! order-score: no rules 'nosuch': there is no none/rules/nosuch.yaml; set CIVUTILS_SHARE, or make install
? 2
EOF

# Sums that are too large are not cut off.
rubric '{min: -1000000000, max: 1000000000, step: 1, best: high}' "    quorum: 1
    centre: sum
    rounding: {criterion: 6, product: 6, total: 6, half: up}" |
    sed 's/weight: 2/weight: 1000/' >huge.yaml
marks >most <<'EOF'
x E1 . 1000000000
EOF
sed 's/1000000000/-1000000000/' most >least
try 'a score too large to be exact is trouble' <<'EOF'
$ order-score -r huge.yaml most
! order-score: huge.yaml: application 'x': a score too large to be exact
? 2
EOF
try 'and so is one too far below 0' <<'EOF'
$ order-score -r huge.yaml least
! order-score: huge.yaml: application 'x': a score too large to be exact
? 2
EOF

### Nothing to rank

sed 1q small >header
try 'no marks, no applications' <<'EOF'
$ order-score -r plain.yaml header
> application	score	rank	experts	marks	dropped	spread	decision	reason	a	b
EOF
try 'and none to explain' <<'EOF'
$ order-score -r plain.yaml -e header
> application	expert	criterion	mark	corrected	state	why	share	cite
EOF
try 'from standard input' <<'EOF'
$ order-score -r plain.yaml | cut -f 1-3
< application	expert	criterion	mark
< x	E1	a	5
< x	E1	b	5
> application	score	rank
> x	15.00	1
EOF
try 'the file that is read is not written to' <<'EOF'
$ order-score -r plain.yaml -x small small
! order-score: -x small: is read from; name another file
? 2
EOF
try 'a full disk is trouble' <<'EOF'
$ order-score -r plain.yaml small >/dev/full
! order-score: stdout: No space left on device
? 2
EOF

cat >field.yaml <<'END'
rules: rubric
title: Ties by a field
cite: none
editions:
  - from: 2020-01-01
    cite: none
    scale: {min: 0, max: 10, step: 1, best: high}
    criteria:
      - {name: a, weight: 1, en: a, ru: a, kk: a}
    quorum: 1
    centre: mean
    ties: [{field: req, as: number, best: high}]
    rounding: {criterion: 2, product: 2, total: 2, half: up}
END
cat >conflict <<'END'
application	expert
A	E9
END
try 'an expert who is excluded has no say in a tie' <<'END'
$ order-score -r ./field.yaml --conflicts conflict | cut -f 1-3,9
< application	expert	criterion	mark	req
< A	E1	a	5	3
< B	E1	a	5	2
< A	E9	a	5	1
> application	score	rank	reason
> A	5.00	1	conflict: E9; tie: broken by req
> B	5.00	2	tie: broken by req
END

try 'nor has a record whose mark does not count' <<'END'
$ order-score -r ./field.yaml 2>/dev/null | cut -f 1-3,9
< application	expert	criterion	mark	req
< A	E1	a	5	3
< B	E1	a	5	2
< A	E3	a	5	3
< A	E3	a	5	1
> application	score	rank	reason
> A	5.00	1	twice: E3 a; tie: broken by req
> B	5.00	2	tie: broken by req
END

try 'records that count and differ decide nothing' <<'END'
$ order-score -r ./field.yaml | cut -f 1-3,9
< application	expert	criterion	mark	req
< A	E1	a	5	3
< B	E1	a	5	2
< A	E3	a	5	1
> application	score	rank	reason
> B	5.00	1	tie: broken by req
> A	5.00	2	differing: req; tie: broken by req
END

printf 'application\texpert\nA\t\n\tE9\n' >halves
try 'a conflict of nobody, or about nothing, is refused' <<'END'
$ order-score -r ./field.yaml --conflicts halves | cut -f 1-3
< application	expert	criterion	mark	req
< A	E1	a	5	3
> application	score	rank
> A	5.00	1
! order-score: halves:2: expert: empty
! order-score: halves:3: application: empty
END

finish
