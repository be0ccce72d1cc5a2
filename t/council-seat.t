#!/bin/sh
# run: council-seat -r council -d 2026-04-15 --councils councils.tsv candidates.tsv
. "${0%/*}/lib.sh"

cp "$CIVUTILS_SHARE"/examples/seats.tsv "$CIVUTILS_SHARE"/examples/councils.tsv \
    "$CIVUTILS_SHARE"/examples/candidates.tsv .
papers='nomination;cv;certificate-conviction;certificate-health;consent'

try 'the samples fit their schemas' <<'EOT'
$ rec-check candidate candidates.tsv | cmp - candidates.tsv && rec-check council councils.tsv | cmp - councils.tsv
EOT

try 'who is admitted, and who has a place' <<'EOT'
$ council-seat -r council -d 2026-04-15 --seats seats.tsv --councils councils.tsv candidates.tsv | grep ^candidate | cut -f 2,4,7-9
> quasi	Жаңаев Екінші	11	yes	reserve
> quasi	Жаңаев Бірінші	9	yes	chosen
> quasi	Пробный Первый	8	no	
> district	Новый Второй	3	yes	reserve
> district	Новый Первый	3	yes	reserve
> district	Жаңаев Үшінші	6	yes	chosen
> district	Жаңаев Тоғызыншы	5	yes	chosen
> district	Жаңаев Оныншы	4	yes	reserve
> district	Сынақов Жетінші	4	yes	chosen
> district	Сынақов Сегізінші	3	yes	chosen
> district	Жаңаев Он бірінші	2	yes	chosen
> district	Жаңаев Алтыншы	5	open	
> district	Мысалов Сегізінші	4	open	
> district	Мысалов Жетінші	7	no	
> district	Жаңаев Төртінші	6	no	
> district	Үлгіев Сегізінші	6	no	
> district	Жаңаев Бесінші	5	no	
> district	Жаңаев Жетінші	5	no	
> district	Жаңаев Сегізінші	5	no	
EOT

try 'each reason cites its article' <<'EOT'
$ council-seat -r council -d 2026-04-15 --seats seats.tsv --councils councils.tsv candidates.tsv | grep ^candidate | cut -f 21 | grep . | sort -u
> age art. 10: is 18 on 2026-04-16
> convicted art. 10: not declared
> one_council art. 9 p. 4 (to be confirmed): sits in 1 other council of the republic
> one_seat art. 9 p. 4: the organisation has its seat
> papers art. 10 (to be confirmed): not handed in: certificate-conviction, certificate-health, consent
> reserve art. 9 p. 7 and 9; art. 15 p. 3: no place is left
> resident art. 10: does not live there for good
> servant art. 15 (to be confirmed): is a civil servant
> terms art. 9 p. 5: has had 2 terms in a row
> working_group art. 10 p. 2: is of the working group
EOT

try 'what becomes of the councils' <<'EOT'
$ council-seat -r council -d 2026-04-15 --seats seats.tsv --councils councils.tsv candidates.tsv | grep ^council | cut -f 2,10-20
> ministry	15	10	0	0	15	10	yes	yes	no	2027-03-10	2027-01-10
> quasi	9	7	1	1	10	8	yes	yes	no	2028-02-02	2027-12-02
> region	9	7	0	0	9	7	yes		no	2027-05-19	2027-03-19
> region	11	7	0	0	11	7	no		no	2027-10-01	2027-08-01
> city	9	6	0	0	9	6	yes		no	2028-01-19	2027-11-19
> district	0	0	0	0	0	0			lapsed		
> district	6	4	0	6	5	4	yes		due	2026-05-31	2026-03-31
EOT

try 'a council with no seats is said to be so' <<'EOT'
$ grep -e ^council -e OS-N candidates.tsv | council-seat -r council -d 2026-04-15 --councils councils.tsv | grep ^council | cut -f 3,21
> Общественный совет нового района (пример)	reform art. 9 p. 2 and 8: nobody has a seat, form anew now; how many seats it is to have is not known; give --places
EOT
try 'also one for which nobody stands; one of another law is none of these' <<'EOT'
$ grep -e ^council candidates.tsv | council-seat -r council -d 2026-04-15 --seats seats.tsv --councils councils.tsv | cut -f 2,3,18,21 | grep lapsed
$ awk -F '\t' -v OFS='\t' 'NR > 1 { $7 = "coordinating" } 1' councils.tsv >other; grep -e ^council candidates.tsv | council-seat -r council -d 2026-04-15 --seats seats.tsv --councils other | grep -c lapsed
$ sed '/^OS-N/s/district/president/' councils.tsv >other; grep -e ^council candidates.tsv | council-seat -r council -d 2026-04-15 --seats seats.tsv --councils other >/dev/null
> district	Общественный совет нового района (пример)	lapsed	reform art. 9 p. 2 and 8: nobody has a seat, form anew now; how many seats it is to have is not known; give --places
> 0
! council-seat: other:8: level: not a level of the law: 'president'
? 1
EOT
try 'with the number of its places they are filled' <<'EOT'
$ grep -e ^council -e OS-N candidates.tsv | council-seat -r council -d 2026-04-15 --councils councils.tsv --places 3 | cut -f 4,9,13,21
> person	place	places	reasons
> Новый Второй	chosen		
> Новый Первый	chosen		
> 		3	reform art. 9 p. 2 and 8: nobody has a seat, form anew now; reserve art. 9 p. 7 and 9; art. 15 p. 3: 1 place left to fill
EOT
try 'a tie leaves a place undecided, and the answer is no' <<'EOT'
$ grep -e ^council -e OS-N candidates.tsv | council-seat -r council -d 2026-04-15 --councils councils.tsv --places 1 | cut -f 4,9,14,21 | cut -d ';' -f 1; grep -e ^council -e OS-N candidates.tsv | council-seat -r council -d 2026-04-15 --councils councils.tsv --places 1 >all
> person	place	after	reasons
> Новый Второй	tie		reserve art. 9 p. 7 and 9
> Новый Первый	tie		reserve art. 9 p. 7 and 9
> 		0	reform art. 9 p. 2 and 8: nobody has a seat, form anew now
? 1
EOT

# One candidate, who is good; each field is then bent.  stand SED-SCRIPT OPTION ...
head='council	person	organisation	bin	origin	born	resident	convicted	corrupt	servant	working_group	nominated_on	votes	papers'
good="B	Ann		220940999013	civil	2000-01-01	yes	no	no	no	no	2026-03-01	5	$papers"
printf 'council\tlevel\tbody\tseat\tmember\tperson\torigin\torganisation\tsince\tuntil\tterm
B\tdistrict\tb\t1\tBob\t\tcivil\t110640999555\t2025-01-01\t2027-12-31\t1
B\tdistrict\tb\t2\tCyd\t\tcivil\t\t2025-01-01\t2027-12-31\t1
B\tdistrict\tb\t3\t\t\t\t\t2025-01-01\t\t\n' >seats
bend()
{
	script=$1
	shift
	{ echo "$head"; echo "$good" | sed "$script"; } >one
	council-seat -r council -d 2026-04-15 --seats seats "$@" one 2>&1 |
	    grep -v -e ^row -e ^council | cut -f 8,9,21 >>got
}

: >got
bend ''
bend 's/2000-01-01/2008-04-15/'
bend 's/2000-01-01/2008-04-16/'
bend 's/2000-01-01//'
bend 's/yes	no	no	no	no/no	no	no	no	no/'
bend 's/yes	no	no	no	no/	no	no	no	no/'
bend 's/yes	no	no	no	no/yes	yes	no	no	no/'
bend 's/yes	no	no	no	no/yes	no	yes	no	no/'
bend 's/yes	no	no	no	no/yes	no	no	yes	no/'
bend 's/yes	no	no	no	no/yes	no	no	no	yes/'
bend 's/;consent//'
bend 's/Ann/Bob/'
bend 's/Ann/ BOB/'
bend 's/220940999013/110640999555/'
bend 's/	5	/		/'
cat >want <<'EOT'
yes	chosen	
yes	chosen	
no		age art. 10: is 18 on 2026-04-16
open		age art. 10: not declared
no		resident art. 10: does not live there for good
open		resident art. 10: not declared
no		convicted art. 10: has a conviction that is not spent
no		corrupt art. 10: was found guilty of corruption
no		servant art. 15 (to be confirmed): is a civil servant
no		working_group art. 10 p. 2: is of the working group
open		papers art. 10 (to be confirmed): not handed in: consent
no		member art. 9 p. 7 and 9; art. 15 p. 3: sits in this council already
no		member art. 9 p. 7 and 9; art. 15 p. 3: sits in this council already
yes	reserve	one_seat art. 9 p. 4: the organisation has its seat
yes	reserve	reserve art. 9 p. 7 and 9; art. 15 p. 3: no votes are counted
EOT
report 'each rule, one by one'

: >got
bend 's/civil/state/; s/yes	no	no	no	no/yes	no	no	yes	no/'
sed 's/district/ministry/' seats >ministry
sed 's/district/ministry/; s/2027-12-31	1/2027-12-31	2/' seats >seats2
mv seats seats.district
cp ministry seats
bend 's/yes	no	no	no	no/no	no	no	no	no/'
cp seats.district seats
cat >want <<'EOT'
yes	chosen	
yes	chosen	
EOT
report 'a servant of a state body may stand; residence is no matter at a ministry'

# The quota at its boundary: 5 civil of 6 members take a third of others of 7.
for civil in 4 5; do
	{
		head -n 1 seats
		for i in 1 2 3 4 5 6; do
			origin=civil
			test $i -le $civil || origin=state
			printf 'B\tdistrict\tb\t%s\tm%s\t\t%s\t\t2025-01-01\t2027-12-31\t1\n' $i $i $origin
		done
		printf 'B\tdistrict\tb\t7\t\t\t\t\t2025-01-01\t\t\n'
	} >quota$civil
done
{ echo "$head"; echo "$good" | sed 's/civil/state/'; } >state
try 'one more of the others: 5 of 7 are two thirds, 4 of 7 are not' <<'EOT'
$ for n in 5 4; do council-seat -r council -d 2026-04-15 --seats quota$n state | tail -n 2 | cut -f 1,9,14,15,16; done
> candidate	chosen			
> council		7	5	yes
> candidate	reserve			
> council		6	4	yes
EOT

# Terms in a row.
for last in 2025-12-31 2022-01-01 2021-12-31; do
	{
		cat seats.district
		printf 'B\tdistrict\tb\t4\tAnn\t\tcivil\t\t2020-01-01\t%s\t2\n' $last
	} >past$last
done
{ echo "$head"; echo "$good"; } >one
try 'terms are in a row if the last was of the composition before' <<'EOT'
$ for last in 2025-12-31 2022-01-01 2021-12-31; do council-seat -r council -d 2026-04-15 --seats past$last one | grep Ann | cut -f 8,21; done
> no	terms art. 9 p. 5: has had 2 terms in a row
> no	terms art. 9 p. 5: has had 2 terms in a row
> yes	
EOT
sed 's/2025-01-01/2023-04-16/g; s/2027-12-31	1/2026-04-15	2/' seats.district >ending
try 'for a council that is formed anew its own composition is the one before' <<'EOT'
$ sed 's/Ann/Bob/' one | council-seat -r council -d 2026-04-15 --seats ending | grep Bob | cut -f 8,21
> no	terms art. 9 p. 5: has had 2 terms in a row
$ sed 's/Ann/Bob/' one | council-seat -r council -d 2026-04-16 --seats ending | grep Bob | cut -f 8,21
> no	terms art. 9 p. 5: has had 2 terms in a row
EOT
sed 's/2026-04-15	2/2026-04-15	1/' ending >first
try 'a second term is lawful' <<'EOT'
$ sed 's/Ann/Bob/' one | council-seat -r council -d 2026-04-15 --seats first | grep Bob | cut -f 8,9
> yes	chosen
EOT
try 'the day on which re-forming begins: two months before the end' <<'EOT'
$ for d in 2027-10-30 2027-10-31 2027-12-31 2028-01-01; do council-seat -r council -d $d --seats seats.district one | grep ^council | cut -f 13,18-20; done
> 1	no	2027-12-31	2027-10-31
> 3	due	2027-12-31	2027-10-31
> 3	due	2027-12-31	2027-10-31
> 1		2027-12-31	
EOT

# With ids, one of two namesakes is meant.
{
	head -n 1 seats.district
	printf 'B\tministry\tb\t1\tAnn\ta1\tcivil\t\t2025-01-01\t2027-12-31\t1\n'
	printf 'C\tministry\tb\t1\tAnn\ta2\tcivil\t\t2025-01-01\t2027-12-31\t1\n'
	printf 'D\tministry\tb\t1\tCyd\t\tcivil\t\t2025-01-01\t2027-12-31\t1\n'
} >namesakes
try 'an id tells namesakes apart' <<'EOT'
$ sed 's/^B	Ann/D	a1/' one | council-seat -r council -d 2026-04-15 --seats namesakes | grep candidate | cut -f 21
> one_council art. 9 p. 4 (to be confirmed): sits in 1 other council of the republic
$ sed 's/^B	Ann/D	Ann/' one | council-seat -r council -d 2026-04-15 --seats namesakes | grep candidate | cut -f 21
> one_council art. 9 p. 4 (to be confirmed): sits in 2 other councils of the republic
EOT

try 'with -e each verdict is a record' <<'EOT'
$ council-seat -r council -d 2026-04-15 --seats seats.district -e one | cut -f 1-7
> level	council	person	rule	verdict	detail	cite
> district	B	Ann	age	yes		art. 10
> district	B	Ann	resident	yes		art. 10
> district	B	Ann	convicted	yes		art. 10
> district	B	Ann	corrupt	yes		art. 10
> district	B	Ann	servant	yes		art. 15 (to be confirmed)
> district	B	Ann	working_group	yes		art. 10 p. 2
> district	B	Ann	papers	yes		art. 10 (to be confirmed)
> district	B	Ann	member	yes		art. 9 p. 7 and 9; art. 15 p. 3
> district	B	Ann	terms	yes		art. 9 p. 5
EOT

# Seats elsewhere, on their first and their last day.
{
	head -n 1 seats.district
	printf 'C\tministry\tb\t1\tAnn\t\tcivil\t\t2025-04-01\t2026-04-15\t1\n'
	printf 'D\tministry\tb\t1\tCyd\t\tcivil\t\t2025-04-01\t2027-12-31\t1\n'
	printf 'D\tministry\tb\t2\t\t\t\t\t2025-04-01\t\t\n'
	printf 'E\tministry\tb\t1\tEve\t\tcivil\t\t2026-04-17\t2028-12-31\t1\n'
} >elsewhere
{ echo "$head"; echo "$good" | sed 's/^B/D/; s/2026-03-01/2026-04-15/'; } >ann
try 'a seat elsewhere counts to the end of its last day' <<'EOT'
$ for d in 2026-04-15 2026-04-16; do council-seat -r council -d $d --seats elsewhere ann | grep ^candidate | cut -f 8,21; done
> no	one_council art. 9 p. 4 (to be confirmed): sits in 1 other council of the republic
> yes	
EOT
try 'and from its first day on' <<'EOT'
$ for d in 2026-04-16 2026-04-17; do sed 's/Ann/Eve/' ann | council-seat -r council -d $d --seats elsewhere | grep ^candidate | cut -f 8,21; done
> yes	
> no	one_council art. 9 p. 4 (to be confirmed): sits in 1 other council of the republic
EOT
try 'on the last day of the own seat one sits' <<'EOT'
$ for d in 2026-04-15 2026-04-16; do sed '/^C/!d; s/^C/B/; s/ministry/district/; s/	1$/	1/' elsewhere >own; { head -n 1 elsewhere; cat own; printf 'B\tdistrict\tb\t2\tCyd\t\tcivil\t\t2025-04-01\t2027-12-31\t1\nB\tdistrict\tb\t3\t\t\t\t\t2025-04-01\t\t\n'; } >last; sed 's/^D/B/' ann | council-seat -r council -d $d --seats last | grep ^candidate | cut -f 8,21; done
> no	member art. 9 p. 7 and 9; art. 15 p. 3: sits in this council already
> yes	
EOT
try 'the own council of the republic is no other one' <<'EOT'
$ sed 's/district/ministry/' first >firstm; sed 's/Ann/Bob/' one | council-seat -r council -d 2026-04-15 --seats firstm | grep Bob | cut -f 8,9
> yes	chosen
EOT
try 'for a council formed anew, the composition before its own is not in a row' <<'EOT'
$ { cat first; printf 'B\tdistrict\tb\t4\tAnn\t\tcivil\t\t2020-01-01\t2023-04-15\t2\n'; } >gap; council-seat -r council -d 2026-04-15 --seats gap one | grep Ann | cut -f 8,9
> yes	chosen
EOT

# Of organisations only those of civil society are asked for their seats.
{
	head -n 1 seats.district
	for i in 1 2 3 4 5; do
		printf 'B\tdistrict\tb\t%s\tm%s\t\tcivil\t\t2025-01-01\t2027-12-31\t1\n' $i $i
	done
	printf 'B\tdistrict\tb\t6\tm6\t\tstate\tAkimat\t2025-01-01\t2027-12-31\t1\n'
	printf 'B\tdistrict\tb\t7\t\t\t\t\t2025-01-01\t\t\nB\tdistrict\tb\t8\t\t\t\t\t2025-01-01\t\t\n'
} >akimat
{ echo "$head"; echo "$good" | sed 's/		220940999013	civil/	AKIMAT		state/'; } >two
try 'a second member of a state body' <<'EOT'
$ council-seat -r council -d 2026-04-15 --seats akimat two | grep ^candidate | cut -f 8,9
> yes	chosen
EOT
try 'what a state body has is not held against an organisation of its name' <<'EOT'
$ sed 's/state/civil/' two | council-seat -r council -d 2026-04-15 --seats akimat | grep ^candidate | cut -f 8,9
> yes	chosen
EOT
{
	echo "$head"
	for i in 1 2 3 4; do
		echo "$good" | sed "s/^B	Ann/OS-N	C$i/; s/220940999013	civil/	citizen/"
	done
	for i in 1 2; do
		echo "$good" | sed "s/^B	Ann		220940999013	civil/OS-N	S$i	Akimat		state/"
	done
} >six
try 'two of one state body in a council of six' <<'EOT'
$ council-seat -r council -d 2026-04-15 --councils councils.tsv --places 6 six | tail -n 2 | cut -f 4,9,14-16
> S2	chosen			
> 		6	4	yes
EOT

# The register.
reg-init -R r.db >/dev/null
cat >ngos <<'EOT'
bin	name_ru	form	status
220940999013	Фонд «Образец» (пример)	public-association	liquidation
110640999555	Фонд «Пример» (пример)	public-association	active
EOT
reg-put -R r.db ngo ngos >/dev/null
: >got
bend '' -R r.db
bend 's/220940999013/071040999060/' -R r.db
bend 's/220940999013	civil/071040999060	state/' -R r.db
bend 's/220940999013//' -R r.db
bend 's/220940999013	civil/	citizen/' -R r.db
sed 's/110640999555//' seats.district >seats
bend 's/220940999013/110640999555/' -R r.db
cat >want <<'EOT'
no		organisation art. 10 (to be confirmed): 220940999013: liquidation
open		organisation art. 10 (to be confirmed): 071040999060: not in the register
yes	chosen	
open		organisation art. 10 (to be confirmed): without a BIN it cannot be asked for
yes	chosen	
yes	chosen	
EOT
report 'the register is asked for organisations'

# Bad input.
try 'a council that nobody knows, two at once, a person twice' <<'EOT'
$ { cat one; sed -n 's/^B/X/p' one; sed -n 2p one; sed -n '2s/Ann/Dan/; s/civil/alien/p' one; sed -n '2s/Ann/Dan/; s/2000-01-01/2026-04-16/p' one; sed -n '2s/Ann/Dan/; s/2026-03-01/2026-04-16/p' one; } | council-seat -r council -d 2026-04-15 --seats seats.district -x bad | grep -c candidate
> 1
! council-seat: stdin:3: council: no such council in --seats or --councils: 'X'
! council-seat: stdin:4: person: stands for this council already: 'Ann'
! council-seat: stdin:5: origin: not a code of origins: 'alien'
! council-seat: stdin:6: born: after the day of the report: '2026-04-16'
! council-seat: stdin:7: nominated_on: after the day of the report: '2026-04-16'
EOT
{ cat seats.district; sed -n '2s/district/city/p' seats.district; } >twolevels
try 'a name at two levels is no name' <<'EOT'
$ council-seat -r council -d 2026-04-15 --seats twolevels one >all
! council-seat: one:2: council: two levels have a council of this name; give --councils, and its id: 'B'
? 1
EOT
{ cat seats.district; sed -n 2p seats.district; } >twice
try 'two seats of one member' <<'EOT'
$ council-seat -r council -d 2026-04-15 --seats twice one >all
! council-seat: twice:5: since: the member has another seat in this council at the same time: 'Bob'
? 1
EOT
sed 's/district/president/' councils.tsv >venues
try 'a level that the law does not know' <<'EOT'
$ grep -e ^council -e OS-D candidates.tsv | sed 3q | council-seat -r council -d 2026-04-15 --councils venues >all
! council-seat: stdin:2: council: the law knows no councils of the level 'president': 'OS-D'
! council-seat: stdin:3: council: the law knows no councils of the level 'president': 'OS-D'
? 1
EOT
try 'no number of places' <<'EOT'
$ council-seat -r council -d 2026-04-15 --places 0 one
! council-seat: --places: not a number from 1 to 10000: '0'
? 2
EOT
try 'an edition without rules for candidates asks none' <<'EOT'
$ sed 's/2025-01-01/2019-01-01/; s/2027-12-31/2021-12-31/' seats.district | sed 's/	2026-03-01/	/' >old; sed 's/2026-03-01//' one | council-seat -r council -d 2020-01-01 --seats old | cut -f 1,8,9,22
> row	admitted	place	cite
> candidate	yes	chosen	Law 383-V of 02.11.2015 (to be confirmed)
> council			share art. 1 p. 7 (to be confirmed); reform art. 9 p. 2 and 8 (to be confirmed); Law 383-V of 02.11.2015 (to be confirmed)
EOT
try 'a missing file of seats' <<'EOT'
$ council-seat -r council -d 2026-04-15 --seats nosuch one
! council-seat: nosuch: No such file or directory
? 2
EOT

# Broken rules.
broken()
{
	sed "$1" "$CIVUTILS_SHARE/rules/council.yaml" >bent.yaml
	status=0
	council-seat -r ./bent.yaml -d 2026-04-15 --seats seats.district one \
	    >out 2>err || status=$?
	{ sed 's/:[0-9]*:/:N:/' err; echo "$status"; } >got
	printf 'council-seat: ./bent.yaml:N: %s\n2\n' "$2" >want
	report "broken rules: $2"
}
broken 's/at_least: 18/at_least: old/' "must be a whole number from 0 to 150: 'old'"
broken 's/      working_group:/      working_groop:/' \
    "unknown key 'working_groop'; did you mean 'working_group'?"
broken 's/convicted: { cite: art. 10 }/convicted: { cite: "" }/' \
    'cite: which article?'
broken 's/        needed:/        needs:/' "unknown key 'needs'; known are: cite needed"

finish
