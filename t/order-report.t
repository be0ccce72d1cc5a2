#!/bin/sh
# run: order-report --by year decisions.tsv
# shellcheck disable=SC2016 # a $ in a transcript is for its shell
. "${0%/*}/lib.sh"
. "$src/t/show.sh"

cp "$src"/share/examples/*.tsv .

cat >all <<'EOF'
exec order-report --calls calls.tsv --lots lots.tsv \
    --applications applications.tsv --contracts contracts.tsv \
    --payments payments.tsv "$@" decisions.tsv
EOF
chmod +x all

try 'the sample is what order-award decides' <<'END'
$ order-score -r grant-sample -d 2026-04-15 --conflicts conflicts.tsv marks.tsv | order-award -r award-grant -d 2026-04-15 --lots lots.tsv --applications applications.tsv | cmp - decisions.tsv
END

try 'and fits its kind' <<'END'
$ rec-check decision decisions.tsv | cmp - decisions.tsv
END

try 'the story by region: applications' <<'END'
$ ./all --by region | ./show row region calls applications awarded reserve rejected not_scored ngos success
> row | region | calls | applications | awarded | reserve | rejected | not_scored | ngos | success
> group | 110000000 | 1 | 2 | 1 | 0 | 0 | 1 | 1 | 0.5000
> group | 390000000 | 1 | 3 | 1 | 1 | 1 | 0 | 1 | 0.3333
> group | 620000000 | 1 | 3 | 1 | 1 | 1 | 0 | 1 | 0.3333
> group | 750000000 | 1 | 4 | 2 | 1 | 1 | 0 | 2 | 0.5000
> all |  | 1 | 12 | 5 | 3 | 3 | 1 | 5 | 0.4167
END

try 'and money' <<'END'
$ ./all --by region | ./show region asked given success_money average contracts contracted days paid unpaid overpaid
> region | asked | given | success_money | average | contracts | contracted | days | paid | unpaid | overpaid
> 110000000 | 10900000.00 | 5400000.00 | 0.4954 | 5400000.00 | 1 | 5400000.00 | 81.0 | 3400000.00 | 2000000.00 | 0.00
> 390000000 | 88150000.00 | 29750000.00 | 0.3375 | 29750000.00 | 1 | 29750000.00 | 79.0 | 16925000.00 | 12825000.00 | 0.00
> 620000000 | 22480000.00 | 7980000.00 | 0.3550 | 7980000.00 | 1 | 7980000.00 | 77.0 | 4994000.00 | 2986000.00 | 0.00
> 750000000 | 45100000.50 | 23900000.50 | 0.5299 | 11950000.25 | 2 | 23900000.50 | 77.5 | 15170000.15 | 8730000.35 | 0.00
>  | 166630000.50 | 67030000.50 | 0.4023 | 13406000.10 | 5 | 67030000.50 | 78.0 | 40489000.15 | 26541000.35 | 0.00
END

# The field is one of the decisions, the lots or the calls, or the year.
try 'by what the decisions, the lots or the calls say' <<'END'
$ for by in year lot call sphere instrument body band decided_on; do ./all --by $by | ./show $by applications given paid | sed '1!d'; ./all --by $by | ./show $by applications given paid | sed 1d; done
> year | applications | given | paid
> 2026 | 12 | 67030000.50 | 40489000.15
>  | 12 | 67030000.50 | 40489000.15
> lot | applications | given | paid
> G-2026-1 | 4 | 23900000.50 | 15170000.15
> G-2026-2 | 3 | 29750000.00 | 16925000.00
> G-2026-3 | 3 | 7980000.00 | 4994000.00
> G-2026-4 | 2 | 5400000.00 | 3400000.00
>  | 12 | 67030000.50 | 40489000.15
> call | applications | given | paid
> G-2026 | 12 | 67030000.50 | 40489000.15
>  | 12 | 67030000.50 | 40489000.15
> sphere | applications | given | paid
> vulnerable | 12 | 67030000.50 | 40489000.15
>  | 12 | 67030000.50 | 40489000.15
> instrument | applications | given | paid
> grant | 12 | 67030000.50 | 40489000.15
>  | 12 | 67030000.50 | 40489000.15
> body | applications | given | paid
> culture | 12 | 67030000.50 | 40489000.15
>  | 12 | 67030000.50 | 40489000.15
> band | applications | given | paid
> medium | 3 | 29750000.00 | 16925000.00
> short | 9 | 37280000.50 | 23564000.15
>  | 12 | 67030000.50 | 40489000.15
> decided_on | applications | given | paid
> 2026-04-15 | 12 | 67030000.50 | 40489000.15
>  | 12 | 67030000.50 | 40489000.15
END

try 'by NGO, in the order of their numbers' <<'END'
$ ./all --by bin | ./show bin applications awarded given paid | grep -v ' 0 '
> bin | applications | awarded | given | paid
> 090340999022 | 1 | 1 | 5400000.00 | 3400000.00
> 100940999217 | 1 | 1 | 11900000.00 | 7570000.00
> 180740999234 | 1 | 1 | 12000000.50 | 7600000.15
> 220940999013 | 1 | 1 | 29750000.00 | 16925000.00
> 221040999172 | 1 | 1 | 7980000.00 | 4994000.00
>  | 12 | 5 | 67030000.50 | 40489000.15
END

try 'without --by, one record' <<'END'
$ order-report decisions.tsv
> row	calls	applications	awarded	reserve	rejected	not_scored	ngos	asked	given	success	success_money	average	top5	gini
> all		12	5	3	3	1	5	166630000.50	67030000.50	0.4167	0.4023	13406000.10	1.0000	0.3146
END

try 'calls are known by the lots alone, too' <<'END'
$ order-report --lots lots.tsv --by call decisions.tsv | ./show call calls applications
> call | calls | applications
> G-2026 | 1 | 12
>  | 1 | 12
END

# flat: decisions with the amounts given, each of an NGO of its own.
flat()
{
	awk 'BEGIN { OFS = "\t"
		print "application", "bin", "decision", "amount", "region" }
	{ print "A" NR, $1, "awarded", $2, $3 }' |
	    sed 's/	-	/		/'
}

# Of 1, 2, 3 and 4: (2 * 30) / (4 * 10) - 5/4 = 0.25.
printf 'a 3\nb 1\nc 4\nd 2\n' | flat >four
printf 'a 10\nb 10\nc 10\nd 10\ne 10\nf 10\n' | flat >equal
printf 'a 1\nb 2\na 4\nb 3\nc 1\nc 4\n' | flat >twice
printf 'a 1\nb 1\nc 1\nd 1\ne 1\nf 1\ng 999999999999999.99\n' | flat >one
try 'concentration: the largest five, and Gini' <<'END'
$ for file in four equal twice one; do order-report $file | ./show applications ngos given average top5 gini; done
> applications | ngos | given | average | top5 | gini
> 4 | 4 | 10.00 | 2.50 | 1.0000 | 0.2500
> applications | ngos | given | average | top5 | gini
> 6 | 6 | 60.00 | 10.00 | 0.8333 | 0.0000
> applications | ngos | given | average | top5 | gini
> 6 | 3 | 15.00 | 2.50 | 1.0000 | 0.0000
> applications | ngos | given | average | top5 | gini
> 7 | 7 | 1000000000000005.99 | 142857142857143.71 | 1.0000 | 0.8571
END

printf 'a 1 x\nb 3 y\na 3 y\n-- 5 x\n' | flat | sed 's/--//' >regions
try 'an NGO of two groups is one of all; an award without an NGO is in no share' <<'END'
$ order-report --by region regions | ./show row region ngos given top5 gini; sed '/A4/d' regions | order-report --by region | ./show row region ngos given top5 gini
> row | region | ngos | given | top5 | gini
> group | x | 1 | 6.00 |  | 
> group | y | 2 | 6.00 | 1.0000 | 0.0000
> all |  | 2 | 12.00 |  | 
> row | region | ngos | given | top5 | gini
> group | x | 1 | 1.00 | 1.0000 | 0.0000
> group | y | 2 | 6.00 | 1.0000 | 0.0000
> all |  | 2 | 7.00 | 1.0000 | 0.0714
END

printf 'a 1 x\nb 2\n' | flat >nowhere
try 'an empty value is a group' <<'END'
$ order-report --by region nowhere | ./show row region given
> row | region | given
> group |  | 2.00
> group | x | 1.00
> all |  | 3.00
END

cat >some <<'EOF'
application	bin	requested	decision	amount	decided_on
A	x	10.00	awarded	9.99	2024-12-31
B	x		rejected		2025-01-01
C	y	10.00	reserve		2025-12-31
D	y	30.00	awarded	0.01	2024-01-01
EOF
try 'by year; what some did not say they ask has no share' <<'END'
$ order-report --by year some | ./show year applications awarded rejected asked given success success_money average
> year | applications | awarded | rejected | asked | given | success | success_money | average
> 2024 | 2 | 2 | 0 | 40.00 | 10.00 | 1.0000 | 0.2500 | 5.00
> 2025 | 2 | 0 | 1 | 10.00 | 0.00 | 0.0000 |  | 
>  | 4 | 2 | 1 | 50.00 | 10.00 | 0.5000 |  | 5.00
END

try 'no decision at all' <<'END'
$ sed 1q some | order-report --by year
> row	year	calls	applications	awarded	reserve	rejected	not_scored	ngos	asked	given	success	success_money	average	top5	gini
> all			0	0	0	0	0	0		0.00					
END

cat >bad <<'EOF'
application	lot	bin	requested	decision	amount	decided_on
A	L	x	10.00	awarded	9.00	2026-01-01
A	L	x	10.00	awarded	9.00	2026-01-01
B	L	x	10.00	awarded		2026-01-01
C	L	x	10.00	reserve	1.00	2026-01-01
D	L	x	-10.00	rejected		2026-01-01
E	L	x	10.001	awarded	9.999	2026-01-01
F	L	x	10.00	awared	9.00	2026-01-01
G	M	x	10.00	awarded	9.00	2026-01-01
H		x	10.00	awarded	9.00	2026-01-01
I	L	x	10.00	awarded	9.00	
J	L	x	10.00	awarded	9.00	01.01.2026
	L	x	0.00	awarded	0.00	2026-01-01
EOF
printf 'id\tcall\tbudget\tregion\nL\tG\t8.99\tr\nL\tG\t1.00\tr\nN\tX\t1.00\t\n' >badlots
printf 'id\tannounced\nG\t2026-01-01\nG\t2026-01-01\n' >badcalls
try 'decisions that are wrong: named, and what of them is in no sum' <<'END'
$ order-report --by year --lots badlots --calls badcalls -x refused bad >out2; echo $?; ./show row year applications given <out2; wc -l <refused
> 1
> row | year | applications | given
> group | 2026 | 1 | 9.00
> all |  | 1 | 9.00
> 12
! order-report: badcalls:3: id: stands twice: 'G'
! order-report: badlots:3: id: stands twice: 'L'
! order-report: badlots:4: call: not among the calls: 'X'
! order-report: bad:3: application: stands twice: 'A'
! order-report: bad:4: amount: awarded, but no amount
! order-report: bad:5: amount: not awarded, but an amount: '1.00'
! order-report: bad:6: requested: less than 0.01: '-10.00'
! order-report: bad:7: requested: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '10.001'
! order-report: bad:7: amount: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '9.999'
! order-report: bad:8: decision: not a decision (nearest: awarded): 'awared'
! order-report: bad:9: lot: not among the lots: 'M'
! order-report: bad:10: lot: required, but empty
! order-report: bad:11: decided_on: required, but empty
! order-report: bad:12: decided_on: not a date (YYYY-MM-DD): '01.01.2026'
! order-report: bad:13: application: required, but empty
! order-report: bad:13: requested: less than 0.01: '0.00'
! order-report: bad:13: amount: less than 0.01: '0.00'
! order-report: decisions: 11 of 12 records, with amounts of 55.00, are in no sum
! order-report: lot 'L': awarded 9.00 of a budget of 8.99
END

try 'a field that nothing has' <<'END'
$ order-report --by regoin regions; ./all --by nosuch; ./all --by given; order-report --by year regions
! order-report: regions:1: no field 'regoin'; the nearest is 'region'
! order-report: --by nosuch: neither the decisions nor the --lots and --calls have such a field
! order-report: --by given: the report has a field of that name
! order-report: --by year: the decisions have no field 'decided_on'
? 2
END

try 'payments without contracts' <<'END'
$ order-report --payments payments.tsv decisions.tsv 2>&1 | head -n 1
> order-report: --payments: --contracts is missing
END

sed '/^A-0[17]/d; /^A-12/s/6500000.00/6500000.01/' applications.tsv >bad
printf 'A-99\tL\nA-02\tL\n' | sed "s/\$/$(printf '\t\t\t\t\t\t\t\t\t')/" >>bad
try 'applications that are not those that were decided on' <<'END'
$ order-report --applications bad decisions.tsv >out2; echo $?; ./show applications asked <out2
> 1
> applications | asked
> 12 | 166630000.50
! order-report: bad:11: requested: its decision says otherwise: '6500000.01'
! order-report: bad:12: id: no decision on it: 'A-99'
! order-report: bad:13: id: stands twice: 'A-02'
! order-report: applications: 3 of 12 records, with amounts of 6500000.01, are in no sum
! order-report: decisions: application 'A-07' is not among the applications
! order-report: decisions: application 'A-01' is not among the applications
END

cut -f 1-3,5-12 decisions.tsv >silent
try 'what is asked may be said by the applications' <<'END'
$ order-report silent | ./show asked success_money; order-report --by lot --applications applications.tsv silent | ./show lot asked success_money
> asked | success_money
>  | 
> lot | asked | success_money
> G-2026-1 | 45100000.50 | 0.5299
> G-2026-2 | 88150000.00 | 0.3375
> G-2026-3 | 22480000.00 | 0.3550
> G-2026-4 | 10900000.00 | 0.4954
>  | 166630000.50 | 0.4023
END

try 'with the applications, any decision that stands twice is found' <<'END'
$ sed 's/^A-11/A-12/' decisions.tsv >out2; order-report out2 | ./show applications; order-report --applications applications.tsv out2 2>&1 | grep -v ^row
> applications
> 12
> order-report: out2:13: application: stands twice: 'A-12'
> order-report: decisions: 1 of 12 records, with amounts of 0.00, are in no sum
> order-report: applications.tsv:12: id: no decision on it: 'A-11'
> order-report: applications: 1 of 12 records, with amounts of 5500000.00, are in no sum
> all		11	5	3	3	0	5	161130000.50	67030000.50	0.4545	0.4160	13406000.10	1.0000	0.3146
END

cat >bad <<'EOF'
id	lot	application	bin	amount	signed
C-1	G-2026-1	A-07	100940999217	11900000.01	2026-05-04
C-2	G-2026-1	A-10	180740999235	12000000.49	2026-05-05
C-2	G-2026-2	A-08	220940999013	29750000.00	2026-05-06
C-4	G-2026-1	A-07	100940999217	11900000.00	2026-05-04
C-5	G-2026-1	A-04	121240999139	11400000.00	2026-05-04
C-6	G-2026-1	A-98	121240999139	11400000.00	2026-05-04
C-7	G-2026-4	A-09	090340999022	5400000.00	2026-02-15
C-8	G-2026-4	A-09	090340999022	-1	2026-02-15
EOF
cat >badpayments <<'EOF'
contract	no	paid	amount
C-1	1	2026-05-22	11900000.02
C-1	1	2026-05-22	1.00
C-2	1		3.00
C-2	2	2026-05-22	0.49
C-2	2		0.49
C-4	1	2026-05-22	2.00
C-2	70	2026-05-22	0.001
EOF
try 'contracts and payments that are wrong' <<'END'
$ order-report --lots lots.tsv --calls calls.tsv --contracts bad --payments badpayments decisions.tsv >out2; echo $?; ./show contracts contracted days paid unpaid overpaid <out2
> 1
> contracts | contracted | days | paid | unpaid | overpaid
> 2 | 23900000.50 | 77.5 | 11900000.51 | 12000000.00 | 0.01
! order-report: bad:2: warning: amount: 11900000.00 was awarded: '11900000.01'
! order-report: bad:3: warning: amount: 12000000.50 was awarded: '12000000.49'
! order-report: bad:3: warning: bin: awarded to '180740999234': '180740999235'
! order-report: bad:4: id: stands twice: 'C-2'
! order-report: bad:5: application: has a contract already: 'A-07'
! order-report: bad:6: application: no decision awards it: 'A-04'
! order-report: bad:7: application: no decision awards it: 'A-98'
! order-report: bad:8: signed: before its call was announced: '2026-02-15'
! order-report: bad:9: amount: less than 0.01: '-1'
! order-report: contracts: 2 of 2 records are not what was awarded, 0.01 over and 0.01 under it
! order-report: contracts: 6 of 8 records, with amounts of 69850000.00, are in no sum
! order-report: badpayments:3: no: stands twice: '1'
! order-report: badpayments:6: no: stands twice: '2'
! order-report: badpayments:7: contract: not among the contracts: 'C-4'
! order-report: badpayments:8: amount: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '0.001'
! order-report: payments: 4 of 7 records, with amounts of 3.49, are in no sum
END

try 'with the applications, a contract on no award is found as well' <<'END'
$ order-report --applications applications.tsv --contracts bad decisions.tsv 2>&1 | grep -e A-04 -e A-98
> order-report: bad:6: application: no decision awards it: 'A-04'
> order-report: bad:7: application: no decision awards it: 'A-98'
END

try 'amounts of two currencies are not added up' <<'END'
$ order-report
< application	decision	amount	currency	bin
< A	awarded	1.00	GBP	x
< B	awarded	1.00	EUR	x
< C	awarded	1.00		x
> row	calls	applications	awarded	reserve	rejected	not_scored	ngos	asked	given	success	success_money	average	top5	gini
> all		2	2	0	0	0	1		2.00	1.0000		1.00	1.0000	0.0000
! order-report: stdin:3: currency: cannot be added to GBP: 'EUR'
! order-report: decisions: 1 of 3 records, with amounts of 1.00, are in no sum
? 1
END

yes 'a 9999999999999999.99' | head -n 10 | flat >huge
try 'sums that would not be exact' <<'END'
$ order-report huge
> row	calls	applications	awarded	reserve	rejected	not_scored	ngos	asked	given	success	success_money	average	top5	gini
> all		9	9	0	0	0	1		89999999999999999.91	1.0000		9999999999999999.99	1.0000	0.0000
! order-report: huge:11: amount: the sum would be too large: '9999999999999999.99'
! order-report: decisions: 1 of 10 records, with amounts of 9999999999999999.99, are in no sum
? 1
END

yes 'a 9999999999999999.99' | head -n 19 | flat >huge
try 'nor is more said to be in no sum than can be counted' <<'END'
$ order-report huge 2>&1 >/dev/null | tail -n 1
> order-report: decisions: 10 of 19 records, with amounts of more than 89999999999999999.91, are in no sum
END

for i in $(seq 10); do printf 'A%s\t9999999999999999.99\trejected\t\n' "$i"; done |
    sed '1i\
application	requested	decision	amount' >huge
try 'nor what is asked' <<'END'
$ order-report huge | cut -f 3,6,9
> applications	rejected	asked
> 9	9	89999999999999999.91
! order-report: huge:11: requested: the sum would be too large: '9999999999999999.99'
! order-report: decisions: 1 of 10 records, with amounts of 0.00, are in no sum
END

for i in $(seq 10); do printf 'A%s\t1.00\tawarded\n' "$i"; done |
    sed '1i\
application	amount	decision' >small
for i in $(seq 10); do printf 'C%s\tA%s\t9999999999999999.99\n' "$i" "$i"; done |
    sed '1i\
id	application	amount' >signed
for i in $(seq 10); do printf 'C1\t%s\t2026-01-01\t9999999999999999.99\n' "$i"; done |
    sed '1i\
contract	no	paid	amount' >made
try 'nor contracts and payments' <<'END'
$ order-report --contracts signed --payments made small 2>err2 | ./show contracts contracted paid unpaid overpaid; grep -v warning err2
> contracts | contracted | paid | unpaid | overpaid
> 9 | 89999999999999999.91 | 89999999999999999.91 | 79999999999999999.92 | 79999999999999999.92
> order-report: signed:11: amount: the sum would be too large: '9999999999999999.99'
> order-report: contracts: 9 of 9 records are not what was awarded, 89999999999999990.91 over and 0.00 under it
> order-report: contracts: 1 of 10 records, with amounts of 9999999999999999.99, are in no sum
> order-report: made:11: amount: the sum would be too large: '9999999999999999.99'
> order-report: payments: 1 of 10 records, with amounts of 9999999999999999.99, are in no sum
END

try 'a lot may give all that it has; a contract may be signed at once' <<'END'
$ sed 's/24000000.00/23900000.50/' lots.tsv >out2; sed 's/2026-05-04/2026-02-16/; /C-5/d' contracts.tsv >signed; order-report --lots out2 --calls calls.tsv --contracts signed decisions.tsv | ./show given contracts days
> given | contracts | days
> 67030000.50 | 4 | 39.0
END

try 'a decision without an application is a failure' <<'END'
$ sed /^A-07/d applications.tsv >out2; order-report --applications out2 decisions.tsv >out3
! order-report: decisions: application 'A-07' is not among the applications
? 1
END

try 'so is a contract of another amount; it counts' <<'END'
$ sed 's/5400000.00/5400000.01/' contracts.tsv >signed; order-report --contracts signed decisions.tsv >out3; echo $?; ./show contracts contracted <out3
> 1
> contracts | contracted
> 5 | 67030000.51
! order-report: signed:6: warning: amount: 5400000.00 was awarded: '5400000.01'
! order-report: contracts: 1 of 5 records are not what was awarded, 0.01 over and 0.00 under it
END

printf 'a 1 x\na 1 y\n' | flat | sed 's/^A2/A1/' >again
try 'a group of nothing but what was refused has no record' <<'END'
$ order-report --by region again | ./show row region given
> row | region | given
> group | x | 1.00
> all |  | 1.00
! order-report: again:3: application: stands twice: 'A1'
! order-report: decisions: 1 of 2 records, with amounts of 1.00, are in no sum
END

try 'the order of the records makes no difference' <<'END'
$ ./all --by region >a; for f in decisions contracts payments applications; do { sed 1q $f.tsv; sed 1d $f.tsv | sort -r -k 2; } >x; mv x $f.tsv; done; ./all --by region | cmp - a
END

try 'a missing file, of contracts' <<'END'
$ order-report --contracts nosuch decisions.tsv
! order-report: nosuch: No such file or directory
? 2
END

finish
