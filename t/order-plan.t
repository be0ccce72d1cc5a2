#!/bin/sh
# run: order-plan -r plan-sample -d 2026-01-15 needs.tsv
# shellcheck disable=SC2016 # a $ in a transcript is for its shell
. "${0%/*}/lib.sh"

examples=$CIVUTILS_SHARE/examples

# plan REST: a plan of the year, with the lines that follow its cite.
plan()
{
	cat <<EOF
rules: plan
title: a test
cite: a test
editions:
  - from: 2020-01-01
    cite: plan, art. 1
$1
EOF
}

# needs: a stream of "id theme region people priority proposals months cost".
needs()
{
	awk 'BEGIN { OFS = "\t"
		print "id", "theme", "region", "people", "priority",
		    "proposals", "months", "cost" }
		{ r = $3 == "-" ? "" : $3 "0000000"
		print $1, $2, r, $4, $5, $6, $7, $8 }'
}

budget='    budget: 100000000'
group='    group: [theme, region]'
join='    join: {priority: mean, months: longest, people: sum, cost: sum}'
order='    order:
      - {by: priority, best: high}'
places='    places: {most: 3}'
files='    bands: bands
    mci: mci'
plan "$budget
$group
$join
$order
$places
    full: skip
$files" >plain.yaml

### The story: the lots are those of the sample, the rest says why

grep . "$examples/lots.tsv" >want
order-plan -r plan-sample --call G-2026 -d 2026-01-15 "$examples/needs.tsv" |
    awk -F '\t' '$10 != "left-out"' | cut -f 1-9 >got
report 'the sample needs make the sample lots'

cp "$examples/needs.tsv" .
try 'what became of each theme' <<'EOF'
$ order-plan -r plan-sample -d 2026-01-15 needs.tsv | cut -f 1,2,4-8,10,11
> id	call	budget	band	region	places	needs	decision	reason
> 1		24000000.00	short	750000000	2	N-01;N-04	planned	1 of 10: priority 4.54, people 390, cost_per_person 24000000.00/390; 2 places, as one has at most 12975000.00
> 2		30000000.00	medium	390000000	1	N-02	planned	2 of 10: priority 4.50, people 60, cost_per_person 30000000.00/60
> 3		8000000.00	short	620000000	1	N-03	planned	3 of 10: priority 4.20, people 130, cost_per_person 8000000.00/130
> 				710000000		N-05	left-out	4 of 10: priority 4.10, people 900, cost_per_person 60000000.00/900; cost 60000000.00: more than what is left, 8000000.00
> 4		5500000.00	short	110000000	1	N-06	planned	5 of 10: priority 4.00, people 45, cost_per_person 5500000.00/45
> 				190000000		N-07	left-out	6 of 10: priority 3.90, people 30, cost_per_person 6000000.00/30; cost 6000000.00: more than what is left, 2500000.00
> 				430000000		N-08	left-out	cost 900000.00: a short grant has 2162500.00 to 12975000.00 (500 to 3000 MCI of 4325.00), and a lot at most 3 of them
> 				330000000		N-09	left-out	months 2: no type of grant has this length
> 				270000000		N-11	left-out	proposals 0: the least is 1
> 				630000000		N-10	left-out	priority 2.10: the least is 3.00
EOF

try 'the articles' <<'EOF'
$ order-plan -r plan-sample -d 2026-01-15 needs.tsv | cut -f 12 | sed -n '2p;5p;8,10p'
> Order 18 of 15.08.2018, planning of themes; figures are a sample; Law 36, art. 6-1; Law on the republican budget for 2026-2028 (to be confirmed)
> Order 18 of 15.08.2018, planning of themes; figures are a sample
> Law 36, art. 6-1; Law on the republican budget for 2026-2028 (to be confirmed)
> Law 36, art. 6-1
> Order 18 of 15.08.2018, planning of themes; figures are a sample
EOF

try 'each need is accounted for, in the order of the input' <<'EOF'
$ order-plan -e --call G-2026 -r plan-sample -d 2026-01-15 needs.tsv | cut -f 1,3-16 | head -n 5
> need	region	priority	people	proposals	months	cost	rank	theme_priority	theme_people	theme_proposals	theme_months	theme_cost	lot	decision
> N-01	750000000	4.60	240	7	10	14000000.00	1	4.54	390	10	10	24000000.00	G-2026-1	planned
> N-02	390000000	4.50	60	5	18	30000000.00	2	4.50	60	5	18	30000000.00	G-2026-2	planned
> N-03	620000000	4.20	130	4	6	8000000.00	3	4.20	130	4	6	8000000.00	G-2026-3	planned
> N-04	750000000	4.40	150	3	9	10000000.00	1	4.54	390	10	10	24000000.00	G-2026-1	planned
EOF
cut -f 1 needs.tsv | sed '1s/.*/need/' >ids
try 'no need is lost between the two' <<'EOF'
$ order-plan -e -r plan-sample -d 2026-01-15 needs.tsv | cut -f 1 | cmp - ids
$ order-plan -r plan-sample -d 2026-01-15 needs.tsv | cut -f 8 | tr ';' '\n' | sed 1d | sort >a; sed 1d ids | sort | cmp - a
EOF

### What is one theme

cat >many <<'EOF'
id	theme	region	people	priority	proposals	months	cost
1	Ёлка для детей	750000000	10	4	1	6	3000000
2	  ёлка  ДЛЯ детей 	750000000	20	2	3	9	4000000
3	ЕЛКА для детей	750000000	30	3	2	3	5000000
4	Елка для детей	710000000	40	1	1	3	3000000
5	Елка для  детей.	750000000	40	0	1	3	3000000
EOF
try 'capitals, blanks, ё and е make no other theme; a region and a stop do' <<'EOF'
$ order-plan -r ./plain.yaml -d 2026-06-01 many | cut -f 3-9
> theme	budget	band	region	places	needs	people
>   ёлка  ДЛЯ детей 	12000000.00	short	750000000	1	1;2;3	60
> Елка для детей	3000000.00	short	710000000	1	4	40
> Елка для  детей.	3000000.00	short	750000000	1	5	40
$ order-plan -e -r ./plain.yaml -d 2026-06-01 many | cut -f 1,10-14 | sed 4q
> need	theme_priority	theme_people	theme_proposals	theme_months	theme_cost
> 1	2.67	60	6	9	12000000.00
> 2	2.67	60	6	9	12000000.00
> 3	2.67	60	6	9	12000000.00
EOF

needs >list <<'EOF'
1 Альфа - 1 4 2 6 3000000
2 АЛЬФА - 1 4 3 6 3000000
3 альфа - 1 4 3 6 3000000
4 АльФа - 1 4 1 6 3000000
EOF
try 'a theme is spelt as by most proposals, and of those by the first' <<'EOF'
$ order-plan -r ./plain.yaml -d 2026-06-01 list | cut -f 3,8
> theme	needs
> АЛЬФА	1;2;3;4
EOF

sed 's/\[theme, region\]/[theme]/' plain.yaml >wide.yaml
try 'without the region in the group, the themes of all regions are one' <<'EOF'
$ order-plan -r ./wide.yaml -d 2026-06-01 many | cut -f 4-9
> budget	band	region	places	needs	people
> 15000000.00	short		2	1;2;3;4	100
> 3000000.00	short		1	5	40
EOF

cat >spheres <<'EOF'
id	theme	region	sphere	target_group	people	priority	proposals	months	cost
1	a		youth	x	1	4	1	6	3000000
2	a		family	x	1	3	1	6	3000000
3	a		youth	y	1	2	1	6	3000000
4	a		youth	X	1	1	1	6	3000000
EOF
try 'a sphere and a target group part themes where the rule says so' <<'EOF'
$ sed 's/region\]/sphere]/' plain.yaml >r.yaml; order-plan -r ./r.yaml -d 2026-06-01 spheres | cut -f 8
> needs
> 2
> 1;3;4
$ sed 's/region\]/target_group]/' plain.yaml >r.yaml; order-plan -r ./r.yaml -d 2026-06-01 spheres | cut -f 8
> needs
> 1;2
> 3
> 4
EOF

for case in 'priority: mean/priority: highest 10 4.00' \
    'months: longest/months: shortest 13 3' \
    'people: sum/people: highest 11 30' 'cost: sum/cost: highest 14 5000000.00'
do
	rest=${case##*: }
	# shellcheck disable=SC2086 # three words
	set -- $rest
	echo "$3" >want
	sed "s/${case% "$2" "$3"}/" plain.yaml >joined.yaml
	order-plan -e -r ./joined.yaml -d 2026-06-01 many | cut -f "$2" |
	    sed -n 2p >got
	report "joined by ${case% "$2" "$3"}"
done

cat >means <<'EOF'
id	theme	region	people	priority	proposals	months	cost
1	a		1	1.01	1	6	3000000
2	a		1	1.00	1	6	3000000
3	b		1	1.01	2	6	3000000
4	b		1	1.00	3	6	3000000
5	c		1	2.00	0	6	3000000
6	c		1	1.01	0	6	3000000
7	d		1	9.99	0	6	3000000
8	d		1	1.00	1	6	3000000
EOF
try 'means are weighted by proposals, and rounded half up to two places' <<'EOF'
$ order-plan -e -r ./plain.yaml -d 2026-06-01 means | cut -f 1,9,10
> need	rank	theme_priority
> 1	2	1.01
> 2	2	1.01
> 3	3	1.00
> 4	3	1.00
> 5	1	1.51
> 6	1	1.51
> 7	4	1.00
> 8	4	1.00
EOF

### The order

plan "$budget
$group
$join
    order:
      - {by: months, best: low}
      - {by: cost_per_person, best: low}
      - {by: cost, best: high}
      - {by: proposals, best: high}
$places
    full: skip
$files" >keys.yaml
needs >list <<'EOF'
1 g - 10 5 9 6 3000001
2 f - 0 5 9 6 3000000
3 e - 3 5 9 6 9000000
4 d - 2 5 9 6 6000000
5 c - 2 5 10 6 6000000
6 b - 10 5 9 6 3000000
7 a - 1 5 1 5 9000000
8 h - 0 5 9 6 4000000
EOF
try 'keys are taken in turn; who reaches nobody costs the most' <<'EOF'
$ order-plan -r ./keys.yaml -d 2026-06-01 list | cut -f 1,3,8,11
> id	theme	needs	reason
> 1	a	7	1 of 8: months 5, cost_per_person 9000000.00/1, cost 9000000.00, proposals 1
> 2	b	6	2 of 8: months 6, cost_per_person 3000000.00/10, cost 3000000.00, proposals 9
> 3	g	1	3 of 8: months 6, cost_per_person 3000001.00/10, cost 3000001.00, proposals 9
> 4	e	3	4 of 8: months 6, cost_per_person 9000000.00/3, cost 9000000.00, proposals 9
> 5	c	5	5 of 8: months 6, cost_per_person 6000000.00/2, cost 6000000.00, proposals 10
> 6	d	4	6 of 8: months 6, cost_per_person 6000000.00/2, cost 6000000.00, proposals 9
> 7	h	8	7 of 8: months 6, cost_per_person 4000000.00/0, cost 4000000.00, proposals 9
> 8	f	2	8 of 8: months 6, cost_per_person 3000000.00/0, cost 3000000.00, proposals 9
$ { head -n 1 list; sed 1d list | sort -r; } | order-plan -r ./keys.yaml -d 2026-06-01 >a; order-plan -r ./keys.yaml -d 2026-06-01 list | cmp - a
EOF

needs >list <<'EOF'
1 В - 1 5 1 6 3000000
2 б - 1 5 1 6 3000000
3 Я 75 1 5 1 6 3000000
4 Я 71 1 5 1 6 3000000
5 я - 1 6 1 6 3000000
EOF
try 'equal themes go by their names, then their regions, and it is said' <<'EOF'
$ order-plan -r ./plain.yaml -d 2026-06-01 list | cut -f 1,3,6,8,11
> id	theme	region	needs	reason
> 1	я		5	1 of 5: priority 6.00
> 2	б		2	2 of 5: priority 5.00
> 3	В		1	3 of 5: priority 5.00; equal to the one before by all keys, and so by its name
> 4	Я	710000000	4	4 of 5: priority 5.00; equal to the one before by all keys, and so by its name
> 5	Я	750000000	3	5 of 5: priority 5.00; equal to the one before by all keys, and so by its name
EOF

### The types of grants, to the tiyn and the month

# of MONTHS COST: band and places of a lot, or why there is none.
of()
{
	printf '1 a - 1 5 1 %s %s\n' "$1" "$2" | needs |
	    order-plan -r "./${3:-plain}.yaml" -d "${4:-2026-06-01}" |
	    awk -F '\t' 'NR > 1 { print $10 == "planned" ? $5 " " $7 : $11 }'
}
short='a short grant has 2162500.00 to 12975000.00 (500 to 3000 MCI of 4325.00), and a lot at most 3 of them'
medium='a medium grant has 12975000.00 to 43250000.00 (3000 to 10000 MCI of 4325.00), and a lot at most 3 of them'
long='a long grant has 43250000.00 or more (10000 MCI of 4325.00), and a lot at most 3 of them'
sed 's/budget: .*/budget: 900000000/' plain.yaml >rich.yaml
while IFS='|' read -r months cost said; do
	echo "$said" >want
	of "$months" "$cost" rich >got 2>&1
	report "$months months for $cost"
done <<EOF
2|3000000|months 2: no type of grant has this length
3|2162500|short 1
3|2162499.99|cost 2162499.99: $short
11|12975000|short 1
11|12975000.01|short 2
11|25950000|short 2
11|25950000.01|short 3
11|38925000|short 3
11|38925000.01|cost 38925000.01: $short
12|12975000|short 1
12|12975000.01|medium 1
12|2162499.99|cost 2162499.99: $short
12|129750000.00|medium 3
12|129750000.01|cost 129750000.01: $medium
13|12974999.99|cost 12974999.99: $medium
13|12975000|medium 1
24|43250000|medium 1
24|43250000.01|long 1
24|12974999.99|cost 12974999.99: $medium
25|43249999.99|cost 43249999.99: $long
36|900000000|long 1
37|43250000|months 37: no type of grant has this length
EOF

sed 's/most: 3/most: 1/' rich.yaml >single.yaml
echo 'cost 12975000.01: a short grant has 2162500.00 to 12975000.00 (500 to 3000 MCI of 4325.00)' >want
of 6 12975000.01 single >got
report 'with one place, what one grant cannot give is left out'

cat >bands.yaml <<'EOF'
rules: bands
title: a test
cite: a test
editions:
  - from: 2020-01-01
    cite: bands, art. 1
    bands:
      short: {months: {min: 1, max: 12}, mci: {min: 1000, max: 1500}}
EOF
sed 's/bands: bands/bands: .\/bands.yaml/' rich.yaml >narrow.yaml
echo 'short 2' >want
of 6 8650000 narrow >got
report 'each place must be a grant: just enough for two'
echo 'cost 8649999.99: a short grant has 4325000.00 to 6487500.00 (1000 to 1500 MCI of 4325.00), and a lot at most 3 of them' >want
of 6 8649999.99 narrow >got
report 'each place must be a grant: a tiyn too little for two'

while read -r day least; do
	echo "$least" >want
	of 6 1 rich "$day" | sed 's/.* has \([0-9.]*\) to.*/\1/' >got
	report "the least of a short grant on $day"
done <<'EOF'
2020-03-31 1325500.00
2020-04-01 1389000.00
2022-03-31 1531500.00
2022-04-01 1590000.00
2025-12-31 1966000.00
2026-01-01 2162500.00
2026-12-31 2162500.00
EOF

### The money of the year

needs >list <<'EOF'
1 a - 1 9 1 6 8000000
2 b - 1 8 1 6 9000000.01
3 c - 1 7 1 6 8000000
4 d - 1 6 1 6 2500000
5 e - 1 5 1 6 3000000
EOF
sed 's/budget: .*/budget: 17000000/' plain.yaml >skip.yaml
sed 's/full: skip/full: stop/' skip.yaml >stop.yaml
sed 's/full: skip/full: cut/' skip.yaml >cut.yaml
try 'skip goes on with what still fits' <<'EOF'
$ order-plan -r ./skip.yaml -d 2026-06-01 list | cut -f 1,3,4,11
> id	theme	budget	reason
> 1	a	8000000.00	1 of 5: priority 9.00
> 	b		2 of 5: priority 8.00; cost 9000000.01: more than what is left, 9000000.00
> 2	c	8000000.00	3 of 5: priority 7.00
> 	d		4 of 5: priority 6.00; cost 2500000.00: more than what is left, 1000000.00
> 	e		5 of 5: priority 5.00; cost 3000000.00: more than what is left, 1000000.00
EOF
try 'stop ends the plan there' <<'EOF'
$ order-plan -r ./stop.yaml -d 2026-06-01 list | cut -f 1,3,4,11
> id	theme	budget	reason
> 1	a	8000000.00	1 of 5: priority 9.00
> 	b		2 of 5: priority 8.00; cost 9000000.01: more than what is left, 9000000.00
> 	c		3 of 5: priority 7.00; cost 8000000.00: the plan ended before it, with a rest of 9000000.00
> 	d		4 of 5: priority 6.00; cost 2500000.00: the plan ended before it, with a rest of 9000000.00
> 	e		5 of 5: priority 5.00; cost 3000000.00: the plan ended before it, with a rest of 9000000.00
EOF
try 'cut gives the rest' <<'EOF'
$ order-plan -r ./cut.yaml -d 2026-06-01 list | cut -f 1,3,4,11
> id	theme	budget	reason
> 1	a	8000000.00	1 of 5: priority 9.00
> 2	b	9000000.00	2 of 5: priority 8.00; cut to what is left, from 9000000.01
> 	c		3 of 5: priority 7.00; cost 8000000.00: more than what is left, 0.00
> 	d		4 of 5: priority 6.00; cost 2500000.00: more than what is left, 0.00
> 	e		5 of 5: priority 5.00; cost 3000000.00: more than what is left, 0.00
$ sed 's/budget: .*/budget: 10162499.99/' cut.yaml >r.yaml; order-plan -r ./r.yaml -d 2026-06-01 list | cut -f 1,3,4 | sed 3q
> id	theme	budget
> 1	a	8000000.00
> 	b	
$ sed 's/budget: .*/budget: 10162500/' cut.yaml >r.yaml; order-plan -r ./r.yaml -d 2026-06-01 list | cut -f 1,3,4 | sed 3q
> id	theme	budget
> 1	a	8000000.00
> 2	b	2162500.00
EOF
try 'the last tiyn can be given' <<'EOF'
$ sed 's/budget: .*/budget: 17000000.01/' plain.yaml >r.yaml; order-plan -r ./r.yaml -d 2026-06-01 list | cut -f 1,3,4 | sed 3q
> id	theme	budget
> 1	a	8000000.00
> 2	b	9000000.01
EOF

### The least

sed 's/^    places/    least: {priority: 3.50, people: 20, proposals: 2}\n&/' \
    plain.yaml >least.yaml
needs >list <<'EOF'
1 a - 20 3.50 2 6 3000000
2 b - 19 3.50 2 6 3000000
3 c - 20 3.49 2 6 3000000
4 d - 20 3.50 1 6 3000000
EOF
try 'the least is enough' <<'EOF'
$ order-plan -r ./least.yaml -d 2026-06-01 list | cut -f 1,3,11 | sort
> 	b	people 19: the least is 20
> 	c	priority 3.49: the least is 3.50
> 	d	proposals 1: the least is 2
> 1	a	1 of 4: priority 3.50
> id	theme	reason
EOF

### Bad input

needs >list <<'EOF'
1 a - 1 5 1 6 3000000
2 a - 1 5 1 6 0
3 a - 1 5 1 6 -3000000
4 a - 1 5 1 6 3000000.005
5 a 98 1 5 1 6 3000000
6 a - -1 5 1 6 3000000
7 a - 1 5.005 1 6 3000000
8 a - 1 -1 1 6 3000000
9 a - 1 5 1.5 6 3000000
10 a - 1 5 1 0 3000000
11 a - 1 5 1 121 3000000
1 b - 1 5 1 6 3000000
12;13 a - 1 5 1 6 3000000
EOF
try 'each need that is no need is named' <<'EOF'
$ order-plan -x bad -r ./plain.yaml -d 2026-06-01 list | cut -f 3,4,8
> theme	budget	needs
> a	3000000.00	1
! order-plan: list:3: cost: less than 0.01: '0'
! order-plan: list:4: cost: less than 0.01: '-3000000'
! order-plan: list:5: cost: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '3000000.005'
! order-plan: list:6: region: not a code of regions (nearest: 100000000): '980000000'
! order-plan: list:7: people: less than 0: '-1'
! order-plan: list:8: priority: not a number (at most 18 digits, 2 of them after the point): '5.005'
! order-plan: list:9: priority: less than 0.00: '-1'
! order-plan: list:10: proposals: not a whole number (at most 18 digits): '1.5'
! order-plan: list:11: months: less than 1: '0'
! order-plan: list:12: months: more than 120: '121'
! order-plan: list:13: id: a need with this id came before: '1'
! order-plan: list:14: id: has a ';', which stands between the needs of a lot: '12;13'
$ cut -f 1 bad | paste -s -d ' ' -
> id 2 3 4 5 6 7 8 9 10 11 1 12;13
EOF
try 'the status says that some were refused' <<'EOF'
$ order-plan -r ./plain.yaml -d 2026-06-01 list >/dev/null 2>&1
? 1
EOF

cat >holes <<'EOF'
id	theme	region	people	priority	proposals	months	cost
1		750000000	1	5	1	6	3000000
2	a			5	1	6	3000000
3	a		1		1	6	3000000
4	a		1	5		6	3000000
5	a		1	5	1		3000000
6	a		1	5	1	6	
7	a		1	5	1	6	3000000
EOF
try 'what is counted with must be there' <<'EOF'
$ order-plan -r ./plain.yaml -d 2026-06-01 holes | cut -f 3,4,8
> theme	budget	needs
> a	3000000.00	7
! order-plan: holes:2: theme: required, but empty
! order-plan: holes:3: people: missing
! order-plan: holes:4: priority: missing
! order-plan: holes:5: proposals: missing
! order-plan: holes:6: months: missing
! order-plan: holes:7: cost: missing
EOF

try 'a field that is counted with, or makes a theme, must be there' <<'EOF'
$ cut -f 1-6,8 holes | order-plan -r ./plain.yaml -d 2026-06-01
! order-plan: stdin:1: no field 'months' among id, theme, region, people, priority, proposals, cost
? 2
EOF
try 'a field that makes a theme must be there' <<'EOF'
$ cut -f 1-2,4- holes | order-plan -r ./plain.yaml -d 2026-06-01
! order-plan: stdin:1: no field 'region' among id, theme, people, priority, proposals, months, cost
? 2
EOF

{ head -n 1 holes; for i in 1 2 3 4 5 6 7 8 9 10; do
	printf '%d\ta\t\t1\t5\t1\t6\t9999999999999999.99\n' "$i"
done; } >huge
try 'sums that would be too large are refused, not wrapped' <<'EOF'
$ order-plan -e -r ./plain.yaml -d 2026-06-01 huge | cut -f 1,14 | tail -n 2
> 8	89999999999999999.91
> 9	89999999999999999.91
! order-plan: huge:11: the sums of its theme would be too large
EOF

try 'an empty plan' <<'EOF'
$ head -n 1 holes | order-plan -r ./plain.yaml -d 2026-06-01
> id	call	theme	budget	band	region	places	needs	people	decision	reason	cite
EOF
try 'a missing file is trouble' <<'EOF'
$ order-plan -r plan-sample -d 2026-06-01 nosuch
! order-plan: nosuch: No such file or directory
? 2
EOF
try 'a full disk is trouble' <<'EOF'
$ order-plan -r plan-sample -d 2026-06-01 needs.tsv >/dev/full
! order-plan: stdout: No space left on device
? 2
EOF
try 'the rule is needed' <<'EOF'
$ order-plan needs.tsv
! order-plan: -r plan is needed
! usage: order-plan [-e] -r plan [--call id] [-d date] [-x file] [file ...]
? 2
EOF

### Broken rules

# broken WHAT MESSAGE SED [DAY]: the plain plan, changed, stops the program.
broken()
{
	sed "$3" plain.yaml >broken.yaml
	printf 'order-plan: %s\n2\n' "$2" >want
	status=0
	order-plan -r ./broken.yaml -d "${4:-2026-06-01}" needs.tsv >out 2>got ||
	    status=$?
	cat out >>got
	echo "$status" >>got
	report "$1"
}
at=./broken.yaml
broken 'rules of another kind' \
    "$at:1: rules of the kind 'rubric'; 'plan' is needed" 's/rules: plan/rules: rubric/'
broken 'no edition yet' "$at:5: no edition is in force on 2019-12-31" '' 2019-12-31
broken 'an unknown key' "$at:7: unknown key 'budgets'; did you mean 'budget'?" \
    's/budget:/budgets:/'
broken 'no budget' "$at:5: no key 'budget' here" '/budget:/d'
broken 'a budget of zero' "$at:7: must be more than 0: '0'" 's/budget: .*/budget: 0/'
broken 'a negative budget' "$at:7: must be more than 0: '-1'" 's/budget: .*/budget: -1/'
broken 'a budget of too many places' \
    "$at:7: must be a number with at most 2 decimal places: '1.005'" \
    's/budget: .*/budget: 1.005/'
broken 'a group of something else' \
    "$at:8: unknown word 'regions'; did you mean 'region'?" 's/, region/, regions/'
broken 'a group twice' "$at:8: stands twice: 'theme'" 's/, region/, theme/'
broken 'a group without the theme' \
    "$at:8: no 'theme': needs of other themes would be joined" 's/theme, region/region/'
broken 'a join that is none' "$at:9: unknown word 'least'; known are: sum highest" \
    's/cost: sum/cost: least/'
broken 'a join is missing' "$at:9: no key 'cost' here" 's/, cost: sum//'
broken 'no order' "$at:10: no key" 's/order:/order: []/; /by: priority/d'
broken 'an order by nothing known' \
    "$at:11: unknown word 'prio'; known are: priority people proposals months cost cost_per_person" \
    's/by: priority/by: prio/'
broken 'an order twice by one key' "$at:12: stands twice: 'priority'" \
    's/^      - .*/&\n&/'
broken 'a best that is none' "$at:11: unknown word 'most'; known are: high low" \
    's/best: high/best: most/'
broken 'no places' "$at:12: must be a whole number from 1 to 100: '0'" \
    's/most: 3/most: 0/'
broken 'a word for full that is none' \
    "$at:13: unknown word 'stpo'; did you mean 'stop'?" 's/full: skip/full: stpo/'
broken 'no bands' "no rules 'bonds' in $CIVUTILS_SHARE/rules; did you mean 'bands'?" \
    's/bands: bands/bands: bonds/'
broken 'MCI rules of another kind' \
    "$CIVUTILS_SHARE/rules/bands.yaml:6: rules of the kind 'bands'; 'mci' is needed" \
    's/mci: mci/mci: bands/'
last=$(sed -n '/until: 2026-12-31/=' "$CIVUTILS_SHARE/rules/mci.yaml")
broken 'a day without an MCI' \
    "$CIVUTILS_SHARE/rules/mci.yaml:$last: no MCI for 2027-01-01: the edition before it ends on 2026-12-31" \
    '' 2027-01-01

# bent FILE WHAT MESSAGE SED: a plan whose bands or MCI are changed.
bent()
{
	sed "$4" "$CIVUTILS_SHARE/rules/$1.yaml" >bent.yaml
	sed "s/$1: $1/$1: .\/bent.yaml/" plain.yaml >broken.yaml
	printf 'order-plan: ./bent.yaml:%s\n2\n' "$3" >want
	status=0
	order-plan -r ./broken.yaml -d 2026-06-01 needs.tsv >out 2>got ||
	    status=$?
	cat out >>got
	echo "$status" >>got
	report "$2"
}
line()
{
	sed -n "/$2/=" "$CIVUTILS_SHARE/rules/$1.yaml" | head -n 1
}
n=$(line mci 'mci: 4325')
bent mci 'an MCI of nothing' "$n: must be over 0 and at most 1000000: '0'" \
    's/4325/0/'
bent mci 'an MCI too large' "$n: must be over 0 and at most 1000000: '1000000.01'" \
    's/4325/1000000.01/'
bent mci 'an MCI that is no number' \
    "$n: must be a number with at most 2 decimal places: '4 325'" 's/4325/4 325/'
n=$(line mci 'until: 2026-12-31')
bent mci 'an edition that ends before it begins' \
    "$n: is before the edition begins: '2025-12-31'" 's/2026-12-31/2025-12-31/'
n=$(line mci 'from: 2026-01-01')
bent mci 'an edition without an end' "$n: no key 'until' here" '/until: 2026/d'
n=$(line bands '^      short')
bent bands 'a type that has no code' "$n: not a code of bands: 'tiny'" \
    's/^      short/      tiny/'
n=$(line bands 'min: 3,')
bent bands 'a type whose months are none' "$n: max is less than min" \
    's/min: 3, max: 12/min: 3, max: 2/'
n=$(line bands 'min: 500,')
bent bands 'a type whose amounts are none' "$n: max is less than min" \
    's/min: 500, max: 3000/min: 500, max: 499/'
bent bands 'amounts of zero MCI' \
    "$n: must be a whole number from 1 to 100000000: '0'" 's/min: 500,/min: 0,/'
n=$(line bands 'min: 12, max: 24')
bent bands 'types in another order' "$n: a shorter band after a longer one" \
    's/min: 12, max: 24/min: 6, max: 9/'

finish
