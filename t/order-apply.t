#!/bin/sh
# run: reg-init && ngo-register -d 2026-04-15 ngos.tsv >/dev/null 2>&1 && order-apply -r eligibility -d 2026-04-01 --calls calls.tsv --lots lots.tsv applications.tsv
# shellcheck disable=SC2016 # a $ in a transcript is for its shell
. "${0%/*}/lib.sh"

cp "$CIVUTILS_SHARE"/examples/*.tsv .
reg-init
ngo-register -d 2026-04-15 ngos.tsv >/dev/null 2>&1

# The program on the sample call; the rest of the line are its words.
cat >apply <<'EOF'
exec order-apply -d 2026-04-01 --calls calls.tsv --lots lots.tsv "$@"
EOF

### The story

try 'all applications of the sample are taken, and their days set' <<'EOF'
$ sh apply -r eligibility applications.tsv >taken; cut -f 12,13,15,16 taken | sort | uniq -c | sed 's/^ *//'
> 12 accepted		2026-04-02	2026-04-23
> 1 verdict	reasons	form_by	marks_by
$ cut -f 14 taken | sort -u
> Order 144 of 07.04.2025 (to be confirmed)
> cite
$ cut -f 1-11 taken | cmp - applications.tsv
EOF

try 'the days are those of due-date' <<'EOF'
$ printf 'closed\n2026-03-16\n' | due-date -r grant-check -f closed | cut -f 2 | sed 's/due/checked/' | due-date -r grant-commission -f checked | cut -f 1,2
> checked	due
> 2026-04-02	2026-04-23
EOF

try 'the others: each with all reasons, and their articles' <<'EOF'
$ sh apply -r eligibility applications-bad.tsv | cut -f 1,12,13,15,16
> id	verdict	reasons	form_by	marks_by
> B-01	returned	status suspended is not allowed; information for 2025 not filed, 1 day after its last day	2026-04-02	
> B-02	returned	not in the register	2026-04-02	
> B-03	returned	form political-party is not allowed	2026-04-02	
> B-04	returned	received 2026-03-16T18:01, the call is open from 2026-02-16T09:00 to 2026-03-16T18:00	2026-04-02	
> B-05	returned	asks for 8000000.01, the lot has 8000000.00; 800000.01 for logistics, 10 % are 800000.00	2026-04-02	
> B-06	returned	13 months, a short grant has 3 to 12 months; cost plan 5000000.00, asked for and own 5200000.00; papers missing: certificate, cost-plan	2026-04-02	
> B-07	accepted		2026-04-02	2026-04-23
> B-08	returned	application 2 of the NGO for the lot, the most is 1	2026-04-02	
$ sh apply -r eligibility applications-bad.tsv 2>/dev/null | cut -f 1,14 | sed -n '2,3p;6,7p;9p'
> B-01	Law 36, art. 1 (to be confirmed); Law 142, art. 41 p. 5; Order 144 of 07.04.2025 (to be confirmed)
> B-02	Law 142, art. 41 p. 5; Order 144 of 07.04.2025 (to be confirmed)
> B-05	Order 144 of 07.04.2025 (to be confirmed); cisc.kz, answers on grants
> B-06	Law 36, art. 6-1; Order 144 of 07.04.2025 (to be confirmed)
> B-08	the call, a sample; Order 144 of 07.04.2025 (to be confirmed)
! order-apply: applications-bad.tsv:10: lot: no such lot in lots.tsv: 'G-2026-9'
! order-apply: applications-bad.tsv:11: requested: less than 0.01: '-1.00'
EOF
try 'returned is no fault of the input; refused is' <<'EOF'
$ sed 9q applications-bad.tsv | sh apply -r eligibility >/dev/null
EOF
try 'the refused are kept' <<'EOF'
$ sh apply -x bad -r eligibility applications-bad.tsv >/dev/null; cut -f 1,12 bad
> id	refused_at
> B-09	applications-bad.tsv:10
> B-10	applications-bad.tsv:11
! order-apply: applications-bad.tsv:10: lot: no such lot in lots.tsv: 'G-2026-9'
! order-apply: applications-bad.tsv:11: requested: less than 0.01: '-1.00'
$ sh apply -r eligibility applications-bad.tsv >/dev/null 2>&1
? 1
EOF

try 'every check is accounted for' <<'EOF'
$ sh apply -e -r eligibility applications.tsv | grep -e '^application' -e '^A-10'
> application	check	holds	found	cite
> A-10	registered	yes	in the register	Law 142, art. 41 p. 5
> A-10	status	yes	status active	Law 36, art. 1 (to be confirmed)
> A-10	form	yes	form public-association	Law 36, art. 1 (to be confirmed)
> A-10	state_founder	yes	no company of the state	Law 36, art. 1 (to be confirmed)
> A-10	filed	yes	information for 2025 filed on time	Law 142, art. 41 p. 5
> A-10	window	yes	received 2026-03-16T17:59, the call is open from 2026-02-16T09:00 to 2026-03-16T18:00	Order 144 of 07.04.2025 (to be confirmed)
> A-10	lot_budget	yes	asks for 12000000.50, the lot has 24000000.00	Order 144 of 07.04.2025 (to be confirmed)
> A-10	band_amount	yes	asks for 12000000.50, a short grant has 2162500.00 to 12975000.00 (500 to 3000 MCI of 4325.00)	Law 36, art. 6-1
> A-10	band_months	yes	11 months, a short grant has 3 to 12 months	Law 36, art. 6-1
> A-10	logistics	yes	1100000.00 for logistics, 10 % are 1200000.05	cisc.kz, answers on grants
> A-10	cost_plan	yes	cost plan 13000000.00, asked for and own 13000000.00	Order 144 of 07.04.2025 (to be confirmed)
> A-10	papers	yes	all papers are there	Order 144 of 07.04.2025 (to be confirmed)
> A-10	once	yes	application 1 of the NGO for the lot, the most is 1	the call, a sample
> A-10	form_by		2026-04-02	Order 144 of 07.04.2025 (to be confirmed)
> A-10	marks_by		2026-04-23	Order 144 of 07.04.2025 (to be confirmed)
EOF
try 'what does not hold is accounted for, too' <<'EOF'
$ sh apply -e -r eligibility applications-bad.tsv 2>/dev/null | grep '	no	' | cut -f 1-3
> B-01	status	no
> B-01	filed	no
> B-02	registered	no
> B-02	status	no
> B-02	form	no
> B-02	state_founder	no
> B-02	filed	no
> B-03	form	no
> B-04	window	no
> B-05	lot_budget	no
> B-05	logistics	no
> B-06	band_months	no
> B-06	cost_plan	no
> B-06	papers	no
> B-08	once	no
$ sh apply -e -r eligibility applications-bad.tsv 2>/dev/null | grep '^B-06.*once' | cut -f 3,4
> yes	not counted, as another check returns it
EOF

### One check at a time

# rules CHECK: eligibility with these checks alone.
rules()
{
	cat <<EOF
rules: eligibility
title: a test
cite: a test
editions:
  - from: 2020-01-01
    cite: the rules
    bands: bands
    mci: mci
    checks:
$1
EOF
}
cat >one-call <<'EOF'
id	instrument	announced	opens	closes
C	grant	2026-02-16	2026-02-16T09:00	2026-03-16T18:00
EOF
cat >one-lot <<'EOF'
id	call	budget	band
L	C	24000000	short
M	C	90000000	medium
N	C	90000000	long
EOF
head='id	lot	bin	requested	logistics	own	months	received	cost_plan	papers'

# one RULE LOT FIELD VALUE [CALLS]: the verdict on an application whose field
# is bent: yes, or the reasons.
one()
{
	{ echo "$head"; echo 'X	L	100940999217	3000000			6	2026-03-01T12:00		'; } |
	    awk -F '\t' -v OFS='\t' -v name="$3" -v value="$4" -v lot="$2" '
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) f = i }
		NR == 2 { $2 = lot; $f = value }
		{ print }' |
	    order-apply -r "./$1.yaml" -d 2026-04-01 --calls "${5:-one-call}" \
		--lots one-lot 2>&1 |
	    awk -F '\t' '$1 == "id" { next }
		$11 == "accepted" { print "yes" $12; next }
		$11 == "returned" { print $12; next } { print }'
}
rules '      - {check: window, cite: w}' >window.yaml
while IFS='|' read -r received said; do
	echo "$said" >want
	one window L received "$received" >got
	report "received $received"
done <<'EOF'
2026-02-16T08:59|received 2026-02-16T08:59, the call is open from 2026-02-16T09:00 to 2026-03-16T18:00
2026-02-16T08:59:59|received 2026-02-16T08:59:59, the call is open from 2026-02-16T09:00 to 2026-03-16T18:00
2026-02-16T09:00|yes
2026-02-16T09:00:00|yes
2026-03-16T17:59:59|yes
2026-03-16T18:00|yes
2026-03-16T18:00:01|received 2026-03-16T18:00:01, the call is open from 2026-02-16T09:00 to 2026-03-16T18:00
2026-03-16T18:01|received 2026-03-16T18:01, the call is open from 2026-02-16T09:00 to 2026-03-16T18:00
2025-03-01T12:00|received 2025-03-01T12:00, the call is open from 2026-02-16T09:00 to 2026-03-16T18:00
|order-apply: stdin:2: received: missing
2026-03-01|order-apply: stdin:2: received: not a day with a time (YYYY-MM-DDTHH:MM): '2026-03-01'
EOF

rules '      - {check: lot_budget, cite: b}' >budget.yaml
rules '      - {check: band_amount, cite: a}' >amount.yaml
rules '      - {check: band_months, cite: m}' >months.yaml
rules '      - {check: logistics, percent: 10, cite: l}' >ten.yaml
while IFS='|' read -r rule lot field value said; do
	echo "$said" >want
	one "$rule" "$lot" "$field" "$value" >got
	report "$rule of $lot: $field $value"
done <<'EOF'
budget|L|requested|24000000.00|yes
budget|L|requested|24000000.01|asks for 24000000.01, the lot has 24000000.00
budget|L|requested|0.01|yes
budget|L|requested|0|order-apply: stdin:2: requested: less than 0.01: '0'
budget|L|requested|-5|order-apply: stdin:2: requested: less than 0.01: '-5'
budget|L|requested|5.001|order-apply: stdin:2: requested: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '5.001'
budget|L|requested||order-apply: stdin:2: requested: required, but empty
amount|L|requested|2162499.99|asks for 2162499.99, a short grant has 2162500.00 to 12975000.00 (500 to 3000 MCI of 4325.00)
amount|L|requested|2162500|yes
amount|L|requested|12975000.00|yes
amount|L|requested|12975000.01|asks for 12975000.01, a short grant has 2162500.00 to 12975000.00 (500 to 3000 MCI of 4325.00)
amount|M|requested|12974999.99|asks for 12974999.99, a medium grant has 12975000.00 to 43250000.00 (3000 to 10000 MCI of 4325.00)
amount|M|requested|12975000|yes
amount|M|requested|43250000.00|yes
amount|M|requested|43250000.01|asks for 43250000.01, a medium grant has 12975000.00 to 43250000.00 (3000 to 10000 MCI of 4325.00)
amount|N|requested|43249999.99|asks for 43249999.99, a long grant has 43250000.00 or more (10000 MCI of 4325.00)
amount|N|requested|9999999999999999.99|yes
months|L|months|2|2 months, a short grant has 3 to 12 months
months|L|months|1|1 month, a short grant has 3 to 12 months
months|L|months|3|yes
months|L|months|12|yes
months|L|months|13|13 months, a short grant has 3 to 12 months
months|M|months|11|11 months, a medium grant has 12 to 24 months
months|M|months|24|yes
months|N|months|24|yes
months|N|months|36|yes
months|N|months|37|37 months, a long grant has 24 to 36 months
months|L|months||months not said, a short grant has 3 to 12 months
months|L|months|0|order-apply: stdin:2: months: less than 1: '0'
ten|L|logistics||yes
ten|L|logistics|300000.00|yes
ten|L|logistics|300000.01|300000.01 for logistics, 10 % are 300000.00
ten|L|logistics|-0.01|order-apply: stdin:2: logistics: less than 0.00: '-0.01'
EOF

# share PERCENT REQUESTED LOGISTICS: whether so much logistics is allowed.
share()
{
	rules "      - {check: logistics, percent: $1, cite: l}" >share.yaml
	printf '%s\nX\tL\t100940999217\t%s\t%s\t\t6\t2026-03-01T12:00\t\t\n' \
	    "$head" "$2" "$3" | order-apply -r ./share.yaml -d 2026-04-01 \
	    --calls one-call --lots one-lot | sed -n 2p | cut -f 11,12
}
while IFS='|' read -r percent requested logistics said; do
	printf '%s\n' "$said" | tr '@' '\t' >want
	share "$percent" "$requested" "$logistics" >got
	report "$logistics of $requested at $percent %"
done <<'EOF'
10|999999.99|99999.99|accepted@
10|999999.99|100000.00|returned@100000.00 for logistics, 10 % are 99999.99
7.5|1000000.13|75000.00|accepted@
7.5|1000000.13|75000.01|returned@75000.01 for logistics, 7.50 % are 75000.00
7.5|1000000.14|75000.01|accepted@
0|1000000|0.00|accepted@
0|1000000|0.01|returned@0.01 for logistics, 0 % are 0.00
100|5|5|accepted@
0.01|9999999999999999.99|999999999999.99|accepted@
0.01|9999999999999999.99|1000000000000.00|returned@1000000000000.00 for logistics, 0.01 % are 999999999999.99
99.99|9999999999999999.99|9998999999999999.99|accepted@
99.99|9999999999999999.99|9999000000000000.00|returned@9999000000000000.00 for logistics, 99.99 % are 9998999999999999.99
EOF

rules '      - {check: cost_plan, cite: c}' >plan.yaml
cat >plans <<'EOF'
id	lot	bin	requested	own	received	cost_plan
1	L	100940999217	3000000.10	0.90	2026-03-01T12:00	3000001
2	L	100940999217	3000000.10	0.89	2026-03-01T12:00	3000001
3	L	100940999217	3000000.10	0.91	2026-03-01T12:00	3000001
4	L	100940999217	3000000.10		2026-03-01T12:00	3000000.10
5	L	100940999217	3000000.10		2026-03-01T12:00	
6	L	100940999217	9999999999999999.99	9999999999999999.99	2026-03-01T12:00	9999999999999999.99
EOF
try 'a cost plan must add up, to the tiyn' <<'EOF'
$ order-apply -r ./plan.yaml -d 2026-04-01 --calls one-call --lots one-lot plans | cut -f 1,8,9
> id	verdict	reasons
> 1	accepted	
> 2	returned	cost plan 3000001.00, asked for and own 3000000.99
> 3	returned	cost plan 3000001.00, asked for and own 3000001.01
> 4	accepted	
> 5	returned	cost plan not said, asked for and own 3000000.10
> 6	returned	cost plan 9999999999999999.99, asked for and own 19999999999999999.98
EOF

rules '      - {check: papers, need: [charter, cost-plan], cite: p}' >papers.yaml
while IFS='|' read -r papers said; do
	echo "$said" >want
	one papers L papers "$papers" >got
	report "papers: $papers"
done <<'EOF'
cost-plan;charter|yes
charter;form;cost-plan|yes
charter|papers missing: cost-plan
form|papers missing: charter, cost-plan
|papers missing: charter, cost-plan
chater|order-apply: stdin:2: papers: item 1: not a code of papers (nearest: charter): 'chater'
charter;charter|order-apply: stdin:2: papers: item 2: stands twice: 'charter;charter'
EOF

### The register

# An NGO in each state that matters, and the checks of the register alone.
cat >cards <<'EOF'
bin	name_ru	form	status	registered_on	state_founder	filed_on	filed_for
100940999217	x	public-association	active	2010-09-27		2026-03-31	
090340999022	x	public-association	active	2009-03-20		2026-04-01	
160540999035	x	private-institution	active	2016-05-04			
180140999193	x	nonprofit-jsc	active	2018-01-09	yes		
020440999251	x	political-party	active	2002-04-16			
191141999222	x	branch	active	2019-11-06			
221040999172	x		active	2022-10-10		2026-03-24	
170940999150	x	public-fund		2017-09-21		2026-03-17	
131140999048	x	public-association	liquidation	2013-11-08		2026-03-12	
260140999379	x	public-fund	active	2026-01-15			
150740999149	x	corporate-fund	active	2015-07-15		2026-05-01	2025
EOF
reg-init -R cards.db
reg-put -k -R cards.db -w test ngo cards >/dev/null
sed -n '/^    checks:/,/check: window/p' "$CIVUTILS_SHARE/rules/eligibility.yaml" |
    sed '1d; /check: window/,$d' >of-register
rules "$(cat of-register)" >register.yaml
{
	printf 'id\tlot\tbin\trequested\treceived\n'
	sed 1d cards | while IFS='	' read -r bin rest; do
		printf '%s\tL\t%s\t5\t2026-03-01T12:00\n' "$bin" "$bin"
	done
	printf '%s\tL\t%s\t5\t2026-03-01T12:00\n' 140840999101 140840999101
} >all-states
try 'what the register says of each NGO' <<'EOF'
$ order-apply -R cards.db -r ./register.yaml -d 2026-04-01 --calls one-call --lots one-lot all-states | cut -f 1,6,7
> id	verdict	reasons
> 100940999217	accepted	
> 090340999022	returned	information for 2025 filed 1 day late
> 160540999035	returned	information for 2025 not filed, 1 day after its last day
> 180140999193	returned	a company of the state, or an affiliate of one
> 020440999251	returned	form political-party is not allowed
> 191141999222	returned	form branch is not allowed
> 221040999172	returned	form not known; not clear whether it must file
> 170940999150	returned	status not known
> 131140999048	returned	status liquidation is not allowed
> 260140999379	accepted	
> 150740999149	returned	information for 2025 filed 31 days late
> 140840999101	returned	not in the register
EOF
try 'on the last day itself nobody is late yet' <<'EOF'
$ order-apply -R cards.db -e -r ./register.yaml -d 2026-03-31 --calls one-call --lots one-lot all-states | grep filed | sed -n '1,5p;10p' | cut -f 1,3,4
> 100940999217	yes	information for 2025 filed on time
> 090340999022	no	information for 2025 filed 1 day late
> 160540999035	no	information for 2024 not filed, 365 days after its last day
> 180140999193	yes	need not file: company of the state, or an affiliate of one
> 020440999251	yes	need not file: political party
> 260140999379	yes	information for 2026 not due yet
EOF
try 'late can be allowed, and forms can be named that are' <<'EOF'
$ sed 's/allow: .on-time.*/allow: [late, missing]/; s/deny: .*/allow: [public-association]/; /state-fund, branch/d' register.yaml >r.yaml
$ order-apply -R cards.db -r ./r.yaml -d 2026-04-01 --calls one-call --lots one-lot all-states | sed 4q | cut -f 1,6,7
> id	verdict	reasons
> 100940999217	returned	information for 2025 filed on time
> 090340999022	accepted	
> 160540999035	returned	form private-institution is not allowed
EOF
try 'the register is found by its variable' <<'EOF'
$ CIVUTILS_REGISTER=cards.db order-apply -r ./register.yaml -d 2026-04-01 --calls one-call --lots one-lot all-states | cut -f 6 | sort | uniq -c | sed 's/^ *//'
> 2 accepted
> 10 returned
> 1 verdict
EOF
try 'without a register nothing is decided' <<'EOF'
$ order-apply -R none.db -r ./register.yaml -d 2026-04-01 --calls one-call --lots one-lot all-states
! order-apply: none.db: no such register; make it with reg-init, or name another with -R or $CIVUTILS_REGISTER
? 2
EOF
try 'unless that is asked for, and then each record says so' <<'EOF'
$ order-apply --no-register -r ./register.yaml -d 2026-04-01 --calls one-call --lots one-lot all-states | cut -f 6,7 | sort | uniq -c | sed 's/^ *//'
> 12 accepted	the register was not asked
> 1 verdict	reasons
$ order-apply --no-register -e -r ./register.yaml -d 2026-04-01 --calls one-call --lots one-lot all-states | sed -n 2,6p | cut -f 2-4
> registered	unchecked	the register was not asked
> status	unchecked	the register was not asked
> form	unchecked	the register was not asked
> state_founder	unchecked	the register was not asked
> filed	unchecked	the register was not asked
! order-apply: warning: the register is not asked: whether an NGO is registered, active, and of a form that is allowed, and whether it filed, is not checked
! order-apply: warning: the register is not asked: whether an NGO is registered, active, and of a form that is allowed, and whether it filed, is not checked
EOF
try 'not both' <<'EOF'
$ sh apply -r eligibility -R cards.db --no-register applications.tsv
! order-apply: -R and --no-register: one of them
? 2
EOF
try 'the register is only read' <<'EOF'
$ reg-verify -R cards.db >before; chmod a-w cards.db; order-apply -R cards.db -r ./register.yaml -d 2026-04-01 --calls one-call --lots one-lot all-states >/dev/null; chmod u+w cards.db; reg-verify -R cards.db | cmp - before
EOF

### How many applications an NGO may make

cat >several <<'EOF'
id	lot	bin	requested	received
e	L	100940999217	3000000	2026-03-03T12:00
d	L	100940999217	3000000	2026-03-02T12:00:01
c	L	100940999217	3000000	2026-03-02T12:00
b	L	100940999217	3000000	2026-03-01T12:00
a	L	100940999217	3000000	2026-03-01T12:00:00
f	M	100940999217	3000000	2026-03-01T11:00
g	L	090340999022	3000000	2026-03-04T12:00
z	L	100940999217	99000000	2026-02-20T12:00
y	L	100940999217	3000000	2026-02-01T12:00
EOF
rules '      - {check: window, cite: w}
      - {check: lot_budget, cite: b}
      - {check: once, most: 1, per: lot, cite: o}' >once.yaml
sed 's/most: 1/most: 2/' once.yaml >twice.yaml
sed 's/per: lot/per: call/' once.yaml >percall.yaml
rules '      - {check: window, cite: w}
      - {check: lot_budget, cite: b}
      - {check: once, most: 1, per: lot, cite: o}
      - {check: once, most: 2, per: call, cite: p}' >both.yaml
cat >counted <<'EOF'
for rule in once twice percall both; do
	order-apply --no-register -r ./$rule.yaml -d 2026-04-01 --calls one-call \
	    --lots one-lot several 2>/dev/null |
	    awk -F '\t' -v r=$rule 'BEGIN { printf("%s:", r) }
		$6 == "accepted" { printf(" %s", $1) }
		END { print "" }'
done
EOF
try 'the first that no other check returns, by time and then by id' <<'EOF'
$ sh counted
> once: a f g
> twice: b a f g
> percall: f g
> both: a f g
EOF
try 'in whatever order they come' <<'EOF'
$ { head -n 1 several; sed 1d several | sort; } >s; mv s several; sh counted
> once: a f g
> twice: a b f g
> percall: f g
> both: a f g
EOF
rules '      - {check: once, most: 2, per: lot, cite: o}
      - {check: once, most: 3, per: lot, cite: p}' >alike.yaml
try 'each rule counts for itself' <<'EOF'
$ order-apply -r ./alike.yaml -d 2026-04-01 --calls one-call --lots one-lot several | awk -F '\t' '$2 == "L" && $6 == "accepted" { print $1 }' | paste -s -d ' ' -
> g y z
EOF
try 'what is said of the others' <<'EOF'
$ order-apply -r ./both.yaml -d 2026-04-01 --calls one-call --lots one-lot several | cut -f 1,7
> id	reasons
> a	
> b	application 2 of the NGO for the lot, the most is 1; application 3 of the NGO for the call, the most is 2
> c	application 2 of the NGO for the lot, the most is 1; application 3 of the NGO for the call, the most is 2
> d	application 2 of the NGO for the lot, the most is 1; application 3 of the NGO for the call, the most is 2
> e	application 2 of the NGO for the lot, the most is 1; application 3 of the NGO for the call, the most is 2
> f	
> g	
> y	received 2026-02-01T12:00, the call is open from 2026-02-16T09:00 to 2026-03-16T18:00
> z	asks for 99000000.00, the lot has 24000000.00
EOF
sed 's/^g	L	090340999022/g	L	100940999217/' several >own
try 'one that is too many for a lot does not count for the call' <<'EOF'
$ { head -n 1 several; grep -e ^a -e ^b several; sed -n 's/^f.*T11/f	M	100940999217	3000000	2026-03-05T11/p' several; } | order-apply -r ./both.yaml -d 2026-04-01 --calls one-call --lots one-lot | cut -f 1,6
> id	verdict
> a	accepted
> b	returned
> f	accepted
EOF

### Which instrument, which day

cat >three-calls <<'EOF'
id	instrument	announced	opens	closes
G	grant	2025-12-31	2026-01-05T09:00	2026-01-26T18:00
H	grant		2026-01-01T00:00	2026-01-26T18:00
O	order	2025-12-31	2026-01-05T09:00	2026-01-26T18:00
EOF
cat >three-lots <<'EOF'
id	call	budget	band
G1	G	24000000	short
H1	H	24000000	short
O1	O	24000000	
EOF
cat >three <<'EOF'
id	lot	bin	requested	received	logistics	months
1	G1	100940999217	1966000.00	2026-01-20T12:00	0	12
2	G1	100940999217	1965999.99	2026-01-20T12:00	0	12
3	H1	100940999217	2162500.00	2026-01-20T12:00	0	12
4	H1	100940999217	2162499.99	2026-01-20T12:00	0	12
5	O1	100940999217	1.00	2026-01-20T12:00	1	60
EOF
sed '/check: once/,/cite: the call/d; /check: papers/,/cite:/d; /check: cost_plan/,/cite:/d' \
    "$CIVUTILS_SHARE/rules/eligibility.yaml" >loose.yaml
try 'the MCI is that of the day of the call; what is for grants is for grants' <<'EOF'
$ order-apply -r ./loose.yaml -d 2026-02-01 --calls three-calls --lots three-lots --no-register three 2>/dev/null | cut -f 1,8,9,11,12
> id	verdict	reasons	form_by	marks_by
> 1	accepted	the register was not asked	2026-02-09	2026-03-02
> 2	returned	asks for 1965999.99, a short grant has 1966000.00 to 11796000.00 (500 to 3000 MCI of 3932.00); the register was not asked	2026-02-09	
> 3	accepted	the register was not asked	2026-02-09	2026-03-02
> 4	returned	asks for 2162499.99, a short grant has 2162500.00 to 12975000.00 (500 to 3000 MCI of 4325.00); the register was not asked	2026-02-09	
> 5	accepted	the register was not asked		
EOF
try 'before 1 July 2025 the older edition holds' <<'EOF'
$ order-apply -r ./loose.yaml -d 2025-06-30 --calls three-calls --lots three-lots --no-register three 2>/dev/null | cut -f 10 | sed -n 6p
> Order 406 of 26.09.2022 (to be confirmed)
$ order-apply -r ./loose.yaml -d 2025-07-01 --calls three-calls --lots three-lots --no-register three 2>/dev/null | cut -f 10 | sed -n 6p
> Order 144 of 07.04.2025 (to be confirmed)
EOF

### Deadlines

rules '      - {check: window, cite: w}
    deadlines:
      form: {term: grant-check, from: received}
      marks: {term: grant-commission, from: closes}' >received.yaml
sed 's/from: closes/from: received/' received.yaml >both-received.yaml
try 'terms can be counted from other days' <<'EOF'
$ order-apply -r ./received.yaml -d 2026-04-01 --calls one-call --lots one-lot several | cut -f 1,8- | sed -n '1,3p;8p'
> id	cite	form_by	marks_by
> a	the rules; Order 144 of 07.04.2025 (to be confirmed)	2026-03-16	2026-04-09
> b	the rules; Order 144 of 07.04.2025 (to be confirmed)	2026-03-16	2026-04-09
> g	the rules; Order 144 of 07.04.2025 (to be confirmed)	2026-03-19	2026-04-09
$ order-apply -r ./both-received.yaml -d 2026-04-01 --calls one-call --lots one-lot several | cut -f 1,9- | sed -n 2p
> a	2026-03-16	2026-03-26
EOF
cat >terms.yaml <<'EOF'
rules: terms
title: a test
cite: a test
terms:
  check:
    title: to check
    editions:
      - {from: 2020-01-01, cite: check, length: 12 calendar days, roll: yes}
  mark:
    title: to mark
    editions:
      - {from: 2020-01-01, cite: mark, length: 1 calendar day}
EOF
rules '      - {check: window, cite: w}
    deadlines:
      form: {term: "./terms.yaml:check", from: closes}
      marks: {term: "./terms.yaml:mark", from: form}' >rolls.yaml
try 'marks are counted from where the check of the form rolled to' <<'EOF'
$ order-apply -r ./rolls.yaml -d 2026-04-01 --calls one-call --lots one-lot several | cut -f 1,8- | sed -n '2p;9p'
> a	the rules; check; mark	2026-03-30	2026-03-31
> y	w; check	2026-03-30	
EOF
sed 's/2026-03-16T18:00/2026-05-15T18:00/' one-call >late-call
try 'a day that rests on an estimate is said to' <<'EOF'
$ order-apply -r ./received.yaml -d 2026-04-01 --calls late-call --lots one-lot several | cut -f 8,10 | sed -n 2p
> the rules; Order 144 of 07.04.2025 (to be confirmed) (the day of Kurban Ait is an estimate)	2026-06-08
EOF
sed 's/2026-02-16/2022-09-01/g; s/2026-03-16/2022-09-25/' one-call >old-call
sed 's/2026-0/2022-09-25T18:00	/; s/	-*[-0-9]*T[0-9:]*$//' several >old
sed '1s/.*/id	lot	bin	requested	received/' old >older
try 'a term that is not known is never guessed' <<'EOF'
$ sed 2q older | order-apply -r ./received.yaml -d 2026-04-01 --calls old-call --lots one-lot | cut -f 1
> id
! order-apply: stdin:2: lot: the term grant-check: the term 'grant-check' is in force only from 2022-09-26
EOF

### Calls and lots that are none

cat >calls <<'EOF'
id	instrument	announced	opens	closes	budget
1	grant	2026-02-16	2026-02-16T09:00	2026-02-16T08:59	
2	grant	2026-02-17	2026-02-16T09:00	2026-03-16T18:00	
3	grant	2026-02-16	2026-02-16	2026-03-16T18:00	
4	grant	2026-02-16	2026-02-16T09:00		
5	loan	2026-02-16	2026-02-16T09:00	2026-03-16T18:00	
6	grant	2026-02-16	2026-02-16T09:00	2026-02-16T09:00	0
7	grant	2026-02-16	2026-02-16T09:00	2026-02-16T09:00	
7	grant	2026-02-16	2026-02-16T09:00	2026-02-16T09:00	
EOF
cat >lots <<'EOF'
id	call	budget	band
L	1	5	short
M	2	5	short
L	7	5	short
M	7	5	short
EOF
try 'each call that is none is named, and no application is lost in silence' <<'EOF'
$ order-apply -r ./window.yaml -d 2026-04-01 --calls calls --lots lots several | cut -f 1,6
> id	verdict
> a	returned
> b	returned
> c	returned
> d	returned
> e	returned
> f	returned
> g	returned
> y	returned
> z	returned
! order-apply: calls:2: closes: before the call opens: '2026-02-16T08:59'
! order-apply: calls:3: announced: after the day on which the call opens: '2026-02-17'
! order-apply: calls:4: opens: not a day with a time (YYYY-MM-DDTHH:MM): '2026-02-16'
! order-apply: calls:5: closes: missing
! order-apply: calls:6: instrument: not a code of instruments: 'loan'
! order-apply: calls:7: budget: less than 0.01: '0'
! order-apply: calls:9: id: a call with this id came before: '7'
! order-apply: lots:2: call: no such call: '1'
! order-apply: lots:3: call: no such call: '2'
EOF
cat >lots <<'EOF'
id	call	budget	band
L	C	0	short
M	C	-5	short
N	C	5.005	short
O	C	5	
P	C	5	wide
Q	D	5	short
R	C	5	short
R	C	6	short
S		5	short
EOF
try 'each lot that is none is named' <<'EOF'
$ order-apply -r ./amount.yaml -d 2026-04-01 --calls one-call --lots lots several >/dev/null
! order-apply: lots:2: budget: less than 0.01: '0'
! order-apply: lots:3: budget: less than 0.01: '-5'
! order-apply: lots:4: budget: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '5.005'
! order-apply: lots:5: band: missing, and a check needs it
! order-apply: lots:6: band: not a code of bands: 'wide'
! order-apply: lots:7: call: no such call: 'D'
! order-apply: lots:9: id: a lot with this id came before: 'R'
! order-apply: lots:10: call: no such call
! order-apply: several:2: lot: no such lot in lots: 'L'
! order-apply: several:3: lot: no such lot in lots: 'L'
! order-apply: several:4: lot: no such lot in lots: 'L'
! order-apply: several:5: lot: no such lot in lots: 'L'
! order-apply: several:6: lot: no such lot in lots: 'L'
! order-apply: several:7: lot: no such lot in lots: 'M'
! order-apply: several:8: lot: no such lot in lots: 'L'
! order-apply: several:9: lot: no such lot in lots: 'L'
! order-apply: several:10: lot: no such lot in lots: 'L'
? 1
EOF
try 'lots refused make a status of 1, though all applications are read' <<'EOF'
$ { cat one-lot; echo 'X	D	5	short'; } >lots; order-apply -r ./window.yaml -d 2026-04-01 --calls one-call --lots lots several >/dev/null
! order-apply: lots:5: call: no such call: 'D'
? 1
EOF

cat >funded <<'EOF'
id	instrument	opens	closes	budget
C	grant	2026-02-16T09:00	2026-03-16T18:00	100.00
EOF
cat >lots <<'EOF'
id	call	budget
L	C	60
M	C	40
N	C	0.01
O	C	5
EOF
try 'lots of more than the call has are warned about, and taken' <<'EOF'
$ order-apply -r ./window.yaml -d 2026-04-01 --calls funded --lots lots several | wc -l
> 10
! order-apply: lots:4: warning: budget: with it the lots of the call have more than the call: '0.01'
! order-apply: lots:5: warning: budget: with it the lots of the call have more than the call: '5'
EOF
try 'exactly as much as the call has is not' <<'EOF'
$ sed 3q lots >l; order-apply -r ./window.yaml -d 2026-04-01 --calls funded --lots l several | wc -l
> 10
EOF

### Applications that are none

cat >bad <<'EOF'
id	lot	bin	requested	received
1	L	100940999217	3000000	2026-03-03T12:00
1	L	090340999022	3000000	2026-03-03T12:00
2	L	100940999218	3000000	2026-03-03T12:00
	L	100940999217	3000000	2026-03-03T12:00
3		100940999217	3000000	2026-03-03T12:00
4	L		3000000	2026-03-03T12:00
5	L	100940999217	3 000	2026-03-03T25:00
EOF
try 'each application that is none is named' <<'EOF'
$ order-apply -r ./window.yaml -d 2026-04-01 --calls one-call --lots one-lot bad | cut -f 1,6
> id	verdict
> 1	accepted
! order-apply: bad:3: id: an application with this id came before: '1'
! order-apply: bad:4: bin: check digit 8, must be 7: '100940999218'
! order-apply: bad:5: id: required, but empty
! order-apply: bad:6: lot: required, but empty
! order-apply: bad:7: bin: required, but empty
! order-apply: bad:8: requested: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '3 000'
! order-apply: bad:8: received: not a day with a time (YYYY-MM-DDTHH:MM): '2026-03-03T25:00'
EOF
try 'values with escapes are passed on as they are' <<'EOF'
$ printf 'title\tid\tlot\tbin\trequested\treceived\na\\tb\\\\\tX\tL\t100940999217\t5\t2026-03-03T12:00\n' | order-apply -r ./window.yaml -d 2026-04-01 --calls one-call --lots one-lot
> title	id	lot	bin	requested	received	verdict	reasons	cite	form_by	marks_by
> a\tb\\	X	L	100940999217	5	2026-03-03T12:00	accepted		the rules		
EOF
for need in 'months months' 'ten logistics' 'plan cost_plan' 'papers papers'; do
	# shellcheck disable=SC2086 # two words
	set -- $need
	printf "order-apply: several:1: no field '%s' among id, lot, bin, requested, received\n2\n" "$2" >want
	status=0
	order-apply -r "./$1.yaml" -d 2026-04-01 --calls one-call --lots one-lot several >out 2>got || status=$?
	{ cat out; echo "$status"; } >>got
	report "the check of $1 needs $2"
done
try 'the time is always needed' <<'EOF'
$ cut -f 1-4 several | order-apply -r ./budget.yaml -d 2026-04-01 --calls one-call --lots one-lot
! order-apply: stdin:1: no field 'received' among id, lot, bin, requested
? 2
EOF
try 'calls must say when they are open' <<'EOF'
$ cut -f 1-4 one-call >c; order-apply -r ./budget.yaml -d 2026-04-01 --calls c --lots one-lot several
! order-apply: c:1: no field 'closes' among id, instrument, announced, opens
? 2
EOF

try 'no applications' <<'EOF'
$ head -n 1 several | order-apply -r ./budget.yaml -d 2026-04-01 --calls one-call --lots one-lot
> id	lot	bin	requested	received	verdict	reasons	cite	form_by	marks_by
EOF
try 'missing files are trouble' <<'EOF'
$ sh apply -r eligibility nosuch
! order-apply: nosuch: No such file or directory
? 2
EOF
try 'a missing file of calls is trouble' <<'EOF'
$ order-apply -r eligibility -d 2026-04-01 --calls nosuch --lots lots.tsv applications.tsv
! order-apply: nosuch: No such file or directory
? 2
EOF
try 'a full disk is trouble' <<'EOF'
$ sh apply -r eligibility applications.tsv >/dev/full
! order-apply: stdout: No space left on device
? 2
EOF
try 'the lots are needed' <<'EOF'
$ order-apply -r eligibility --calls calls.tsv applications.tsv
! order-apply: --lots file is needed
! usage: order-apply [-e] -r rules --calls file --lots file [-R file] [--no-register] [-d date] [-x file] [file ...]
? 2
EOF

### Broken rules

rules '      - {check: status, allow: [active], cite: s}
      - {check: logistics, percent: 10, cite: l}
      - {check: papers, need: [charter], cite: p}
      - {check: once, most: 1, per: lot, cite: o}
      - {check: filed, rules: ngo-filing, allow: [on-time], cite: f}
      - {check: band_amount, instruments: [grant], cite: a}
    deadlines:
      form: {term: grant-check, from: closes}
      marks: {term: grant-commission, from: form}' >sound.yaml
# broken WHAT MESSAGE SED: the rules, changed, stop the program.
broken()
{
	sed "$3" sound.yaml >broken.yaml
	printf 'order-apply: %s\n2\n' "$2" >want
	status=0
	sh apply -r ./broken.yaml applications.tsv >out 2>got || status=$?
	{ cat out; echo "$status"; } >>got
	report "$1"
}
at=./broken.yaml
broken 'rules of another kind' "$at:1: rules of the kind 'rubric'; 'eligibility' is needed" \
    's/rules: elig.*/rules: rubric/'
broken 'no checks' "$at:9: no check" 's/checks:/checks: []/; /- {check/d'
broken 'an unknown check' "$at:10: unknown word 'statu'; did you mean 'status'?" \
    's/check: status/check: statu/'
broken 'a key of another check' "$at:11: unknown key 'most'; known are: check instruments percent cite" \
    's/percent: 10/percent: 10, most: 1/'
broken 'a status that is none' "$at:10: not a code of statuses: 'activ'; did you mean 'active'?" \
    's/\[active\]/[activ]/'
broken 'neither allowed nor denied' "$at:10: one of 'allow' and 'deny' is needed" \
    's/allow: .active., //'
broken 'both allowed and denied' "$at:10: one of 'allow' and 'deny' is needed" \
    's/allow: .active./&, deny: [active]/'
broken 'nothing allowed' "$at:10: no code of statuses" 's/\[active\]/[]/'
broken 'a percent over 100' "$at:11: must be from 0 to 100: '100.01'" \
    's/percent: 10/percent: 100.01/'
broken 'a percent below 0' "$at:11: must be from 0 to 100: '-1'" 's/percent: 10/percent: -1/'
broken 'a paper that is none' "$at:12: not a code of papers: 'chater'; did you mean 'charter'?" \
    's/\[charter\]/[chater]/'
broken 'none at all' "$at:13: must be a whole number from 1 to 1000000: '0'" 's/most: 1/most: 0/'
broken 'per what' "$at:13: unknown word 'year'; known are: lot call" 's/per: lot/per: year/'
broken 'a filing that is none' \
    "$at:14: unknown word 'ontime'; did you mean 'on-time'?" 's/\[on-time\]/[ontime]/'
broken 'an instrument that is none' \
    "$at:15: not a code of instruments: 'grants'; did you mean 'grant'?" \
    's/\[grant\]/[grants]/'
broken 'a check without an article' "$at:15: no key 'cite' here" 's/, cite: a//'
broken 'a term that is none' \
    "$CIVUTILS_SHARE/rules/terms.yaml:$(sed -n '/^  appeal:/=' "$CIVUTILS_SHARE/rules/terms.yaml"): no term 'grant-chek'; did you mean 'grant-check'?" \
    's/grant-check/grant-chek/'
broken 'the form counted from itself' "$at:17: unknown word 'form'; known are: closes received" \
    's/from: closes/from: form/'
broken 'no deadline for marks' "$at:17: no key 'marks' here" '/marks:/d'

finish
