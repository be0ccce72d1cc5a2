#!/bin/sh
# run: council-meet -r council meetings.tsv
. "${0%/*}/lib.sh"

for file in meetings council-attendance council-votes; do
	cp "$CIVUTILS_SHARE/examples/$file.tsv" .
done

try 'the samples fit their schemas' <<'EOT'
$ rec-check meeting meetings.tsv | cmp - meetings.tsv; rec-check meeting_attendance council-attendance.tsv | cmp - council-attendance.tsv; rec-check meeting_vote council-votes.tsv | cmp - council-votes.tsv
EOT

try 'each meeting is passed on with what the law says of it' <<'EOT'
$ council-meet -r council --attendance council-attendance.tsv --votes council-votes.tsv meetings.tsv | cut -f 1,2,12-21
> council	no	present	quorum	notice_by	notice	chair_holds	secretary_holds	carried	not_carried	absent_often	lawful
> OS-R2	1	9	yes			yes	yes	1	0	0	yes
> OS-R2	2	10	yes			yes	yes	2	1	0	yes
> OS-R2	3	9	yes	2025-08-10	yes	yes	yes	1	0	0	yes
> OS-R2	4	8	yes			yes	yes	0	1	0	yes
> OS-R2	5	7	no			yes	yes	0	1	1	no
> OS-R2	6	9	yes	2026-03-08	no	no	yes	1	0	0	no
> OS-M	1	10	yes			yes	no	1	0	0	no
EOT
council-meet -r council meetings.tsv | cut -f 1-11 >got
cp meetings.tsv want
report 'what came in goes out'

try 'reasons cite their articles' <<'EOT'
$ council-meet -r council --attendance council-attendance.tsv --votes council-votes.tsv meetings.tsv | cut -f 22 | grep .
> reasons
> item 3 rules of the council (to be confirmed): 6 for, 4 against, 0 abstained; 3 x 6 = 18 < 2 x 10 = 20
> item 1 art. 21 and 23: 4 for, 2 against, 2 abstained; 2 x 4 = 8 <= 1 x 8 = 8
> quorum art. 13 p. 2: 3 x 7 = 21 < 2 x 11 = 22, 8 needed; absence art. 15: Example One 4 times in 12 months; item 1 art. 13 p. 2: 7 for, 0 against, 0 abstained; without a quorum nothing is decided
> notice art. 21: given on 2026-03-09, the last day was 2026-03-08; chair art. 13: the chair is a civil servant
> secretary art. 13: the secretary is a member
EOT
try 'and so does every verdict' <<'EOT'
$ council-meet -r council --attendance council-attendance.tsv --votes council-votes.tsv meetings.tsv | cut -f 23 | sed -n '4p;8p'
> notice art. 21; quorum art. 13 p. 2; chair art. 13; secretary art. 13; absence art. 15; Law 383-V of 02.11.2015 as amended by Law 406-VI of 03.01.2021 (to be confirmed)
> quorum art. 13 p. 2; chair art. 13; secretary art. 13; absence art. 15; Law 383-V of 02.11.2015 as amended by Law 406-VI of 03.01.2021 (to be confirmed)
EOT

try 'with -e each verdict and each vote is a record' <<'EOT'
$ grep -e ^council -e '^OS-R2	6' meetings.tsv | council-meet -r council --attendance council-attendance.tsv -e 2>&1 | grep -v refused | grep -v 'no such' | cut -f 2-8
> meeting	on	rule	what	verdict	detail	cite
> 6	2026-03-18	notice		no	given on 2026-03-09, the last day was 2026-03-08	art. 21
> 6	2026-03-18	quorum		yes	3 x 9 = 27 >= 2 x 11 = 22, 8 needed	art. 13 p. 2
> 6	2026-03-18	chair	Образцов Восьмой	no	the chair is a civil servant	art. 13
> 6	2026-03-18	secretary	Жазбаев Хатшы	yes		art. 13
> 6	2026-03-18	absence		yes		art. 15
EOT

# A council of N members, of whom some are present: quorum at its boundary.
head='council	no	on	notice_on	kind	members	chair	chair_servant	secretary	secretary_member	agenda'
meeting()
{
	printf '%s\nB\t1\t%s\t%s\t%s\t%s\tAnn\tno\tCyd\tno\t\n' "$head" "$1" \
	    "$2" "$3" "$4" >one
}
# present NUMBER [ABSENT]
present()
{
	echo 'council	meeting	member	present	excused'
	i=0
	while [ "$i" -lt "$1" ]; do
		i=$((i + 1))
		printf 'B\t1\tm%s\tyes\t\n' $i
	done
}
: >got
for pair in 9/15 10/15 10/16 11/16 6/10 7/10 0/10 11/10 5/0; do
	meeting 2026-03-18 '' ordinary "${pair#*/}"
	present "${pair%/*}" >there
	echo "$pair $(council-meet -r council --attendance there one |
	    cut -f 13,22 | tail -n 1)" >>got
done
cat >want <<'EOT'
9/15 no	quorum art. 13 p. 2: 3 x 9 = 27 < 2 x 15 = 30, 10 needed
10/15 yes	
10/16 no	quorum art. 13 p. 2: 3 x 10 = 30 < 2 x 16 = 32, 11 needed
11/16 yes	
6/10 no	quorum art. 13 p. 2: 3 x 6 = 18 < 2 x 10 = 20, 7 needed
7/10 yes	
0/10 no	quorum art. 13 p. 2: 3 x 0 = 0 < 2 x 10 = 20, 7 needed
11/10 open	quorum art. 13 p. 2: 11 present are more than the 10 members
5/0 open	quorum art. 13 p. 2: 5 present, and how many members there are is not recorded
EOT
report 'two thirds, in whole numbers'

# Majorities at their boundaries.
: >got
for votes in 5/10/ordinary/ 6/10/ordinary/ 5/9/hearing/ 4/9/hearing/ \
    5/10/report/ 6/9/ordinary/two-thirds 5/9/ordinary/two-thirds \
    6/10/ordinary/two-thirds 7/10/ordinary/two-thirds 4/7/hearing/simple; do
	echo "$votes" | tr / '\t' >v
	read -r for there kind majority <v
	meeting 2026-03-18 2026-03-01 "$kind" 10
	present "$there" >there
	{
		echo 'council	meeting	item	title	for	against	abstained	majority'
		printf 'B\t1\t1\tdo it\t%s\t0\t0\t%s\n' "$for" "$majority"
	} >votes
	echo "$votes $(council-meet -r council --attendance there --votes votes \
	    --protocol one | awk -F '\t' '$1 == "vote" { print $5 "; " $7 }')" >>got
done
cat >want <<'EOT'
5/10/ordinary/ not carried; art. 13
6/10/ordinary/ carried; art. 13
5/9/hearing/ carried; art. 21 and 23
4/9/hearing/ not carried; art. 21 and 23
5/10/report/ not carried; art. 21 and 23
6/9/ordinary/two-thirds carried; rules of the council (to be confirmed)
5/9/ordinary/two-thirds not carried; rules of the council (to be confirmed)
6/10/ordinary/two-thirds not carried; rules of the council (to be confirmed)
7/10/ordinary/two-thirds carried; rules of the council (to be confirmed)
4/7/hearing/simple carried; art. 21 and 23
EOT
report 'more than half, and two thirds, of those present'

# Notice.
: >got
for notice in 2026-03-07 2026-03-08 2026-03-09 ''; do
	meeting 2026-03-18 "$notice" hearing 3
	present 3 >there
	council-meet -r council --attendance there one | cut -f 15,21,22 |
	    tail -n 1 >>got
done
cat >want <<'EOT'
yes	yes	
yes	yes	
no	no	notice art. 21: given on 2026-03-09, the last day was 2026-03-08
open	open	notice art. 21: not recorded, the last day was 2026-03-08
EOT
report 'ten days before a hearing'

meeting 2031-03-18 2031-03-01 hearing 3
try 'a year outside the calendar is said, not guessed' <<'EOT'
$ council-meet -r council --attendance there one | cut -f 14,15,21,22
> notice_by	notice	lawful	reasons
> 	open	open	notice art. 21: outside the calendar, which goes from 2018-01-01 to 2030-12-31
EOT

# Absences: more than three within twelve months.
: >got
for first in 2025-03-18 2025-03-19; do
	{
		echo "$head"
		n=0
		for on in $first 2025-06-18 2025-09-18 2026-03-18; do
			n=$((n + 1))
			printf 'B\t%s\t%s\t\tordinary\t3\tAnn\tno\tCyd\tno\t\n' $n $on
		done
	} >four
	{
		echo 'council	meeting	member	present	excused'
		for n in 4 3 2 1; do
			printf 'B\t%s\tBob\tno\tno\nB\t%s\tDan\tno\t\nB\t%s\tEve\tno\tyes\n' $n $n $n
		done | sed '/4	Dan/s/Dan/DAN/; /2	Bob/s/no	no/yes	/'
	} >away
	council-meet -r council --attendance away four | cut -f 2,20 | tail -n 1 >>got
	council-meet -r council --attendance away -e four |
	    awk -F '\t' '$4 == "absence" && $6 == "no" { print $2, $7 }' >>got
done
cat >want <<'EOT'
4	0
4	1
4 DAN 4 times in 12 months
EOT
report 'absent four times within a year, without good reason'

{
	echo "$head"
	for n in 1 2 3 4; do
		printf 'B\t%s\t2026-03-1%s\t\tordinary\t3\tAnn\tno\tCyd\tno\t\n' $n $n
		printf 'C\t%s\t2026-03-1%s\t\tordinary\t3\tAnn\tno\tCyd\tno\t\n' $n $n
	done
} >both
{
	echo 'council	meeting	member	present	excused'
	printf 'B\t1\tDan\tno\t\nB\t2\tDan\tno\t\nC\t3\tDan\tno\t\nC\t4\tDan\tno\t\n'
} >away
try 'absences in two councils are not added' <<'EOT'
$ council-meet -r council --attendance away both | cut -f 20 | sort -u
> 0
> absent_often
EOT

# Chair and secretary.
meeting 2026-03-18 '' ordinary 3
try 'what is not recorded stays open' <<'EOT'
$ sed 's/Ann	no/Ann	/; s/Cyd	no/Cyd	/' one | council-meet -r council --attendance there | cut -f 16,17,21,22
> chair_holds	secretary_holds	lawful	reasons
> open	open	open	chair art. 13: not recorded whether the chair is a civil servant; secretary art. 13: not recorded whether the secretary is a member
EOT
try 'without attendance quorum and votes are open' <<'EOT'
$ council-meet -r council one | cut -f 12,13,18-22
> present	quorum	carried	not_carried	absent_often	lawful	reasons
> 	open				open	quorum art. 13 p. 2: who was present is not recorded
EOT

try 'the protocol is a document' <<'EOT'
$ grep -e ^council -e '^OS-R2	5' meetings.tsv >fifth; grep -e ^council -e '^OS-R2	5' council-attendance.tsv >was; grep -e ^council -e '^OS-R2	5' council-votes.tsv >cast
$ council-meet -r council --attendance was --votes cast --protocol fifth
> part	council	meeting	what	value	detail	cite
> meeting	OS-R2	5	council	OS-R2		
> meeting	OS-R2	5	no	5		
> meeting	OS-R2	5	on	2026-02-11		
> meeting	OS-R2	5	notice_on			
> meeting	OS-R2	5	kind	ordinary		
> meeting	OS-R2	5	members	11		
> meeting	OS-R2	5	chair	Примеров Шестой		
> meeting	OS-R2	5	chair_servant	no		
> meeting	OS-R2	5	secretary	Жазбаев Хатшы		
> meeting	OS-R2	5	secretary_member	no		
> meeting	OS-R2	5	agenda	О мусоре		
> member	OS-R2	5	Примеров Шестой	present		
> member	OS-R2	5	Образцов Шестой	absent		
> member	OS-R2	5	Пробный Шестой	present		
> member	OS-R2	5	Примеров Седьмой	present		
> member	OS-R2	5	Образцов Седьмой	present		
> member	OS-R2	5	Пробный Седьмой	present		
> member	OS-R2	5	Примеров Восьмой	present		
> member	OS-R2	5	Образцов Восьмой	present		
> member	OS-R2	5	Пробный Восьмой	absent		
> member	OS-R2	5	Sample One	absent		
> member	OS-R2	5	Example One	absent		
> quorum	OS-R2	5	quorum	no	3 x 7 = 21 < 2 x 11 = 22, 8 needed	art. 13 p. 2
> item	OS-R2	5	1		О раздельном сборе	
> vote	OS-R2	5	1	not carried	7 for, 0 against, 0 abstained; without a quorum nothing is decided	art. 13 p. 2
EOT
try 'with what is wrong' <<'EOT'
$ council-meet -r council --attendance council-attendance.tsv --protocol meetings.tsv | grep ^fault
> fault	OS-R2	5	absence	no	Example One 4 times in 12 months	art. 15
> fault	OS-R2	6	notice	no	given on 2026-03-09, the last day was 2026-03-08	art. 21
> fault	OS-R2	6	chair	no	the chair is a civil servant	art. 13
> fault	OS-M	1	secretary	no	the secretary is a member	art. 13
EOT
try 'one or the other' <<'EOT'
$ council-meet -r council -e --protocol one
! council-meet: -e and --protocol print different things
? 2
EOT

try '--check asks whether all is lawful' <<'EOT'
$ council-meet -r council --attendance council-attendance.tsv --check meetings.tsv >all
? 1
EOT
try '--check: what is open breaks nothing' <<'EOT'
$ council-meet -r council --check one >all
EOT

# Bad input.
{
	echo 'council	meeting	item	title	for	against	abstained	majority'
	printf 'B\t1\t1\t\t2\t1\t0\t\nB\t1\t2\t\t2\t1\t1\t\nB\t2\t1\t\t1\t0\t0\t\nB\t1\t1\t\t1\t0\t0\t\n'
} >votes
try 'more votes than were present, a vote at no meeting, a vote twice' <<'EOT'
$ council-meet -r council --attendance there --votes votes one >all; status=$?; cut -f 18,19,22 all; exit $status
> carried	not_carried	reasons
> 1	0	1 vote was refused
! council-meet: votes:3: for: 4 votes, and 3 were present
! council-meet: votes:4: meeting: no such meeting of this council: '2'
! council-meet: votes:5: a record with this key came before: 'B 1 1'
? 1
EOT
try 'nor more than there are members' <<'EOT'
$ sed 2q votes | sed 's/	2	1	0/	2	1	1/' >four; council-meet -r council --votes four one >all
! council-meet: four:2: for: 4 votes, and 3 are members
? 1
EOT
sed 's/	ordinary	3	/	ordinary	10	/' one >ten
try 'who is a member and was not there has no vote' <<'EOT'
$ sed 2q votes | sed 's/	2	1	0/	2	1	1/' >four; council-meet -r council --attendance there --votes four ten >all
! council-meet: four:2: for: 4 votes, and 3 were present
? 1
EOT
try 'attendance at no meeting' <<'EOT'
$ sed 's/^B	1/B	7/' there >else; council-meet -r council --attendance else one >all
! council-meet: else:2: meeting: no such meeting of this council: '7'
! council-meet: else:3: meeting: no such meeting of this council: '7'
! council-meet: else:4: meeting: no such meeting of this council: '7'
? 1
EOT
try 'a meeting before the law, one of no kind, one twice' <<'EOT'
$ { cat one; sed -n 's/2026-03-18/2015-12-31/p' one; sed -n 's/	ordinary/	/; 2p' one | sed 's/^B	1/B	3/'; sed -n 2p one; } | council-meet -r council -x bad >all; status=$?; cut -f 1,2,12 bad; exit $status
> council	no	refused_at
> B	1	stdin:3
> B	3	stdin:4
> B	1	stdin:5
! council-meet: stdin:3: on: no edition of the law is in force on this day: '2015-12-31'
! council-meet: stdin:4: kind: missing
! council-meet: stdin:5: no: the council has a meeting of this number already: '1'
? 1
EOT
try 'an edition without rules for meetings asks none' <<'EOT'
$ sed 's/2026-03-18/2020-03-18/' one | council-meet -r council | cut -f 13-17,21-23
> quorum	notice_by	notice	chair_holds	secretary_holds	lawful	reasons	cite
> 							Law 383-V of 02.11.2015 (to be confirmed)
EOT
try 'a missing file of attendance' <<'EOT'
$ council-meet -r council --attendance nosuch one
! council-meet: nosuch: No such file or directory
? 2
EOT

# Broken rules.
broken()
{
	sed "$1" "$CIVUTILS_SHARE/rules/council.yaml" >bent.yaml
	status=0
	council-meet -r ./bent.yaml one >out 2>err || status=$?
	{ sed 's/:[0-9]*:/:N:/' err; echo "$status"; } >got
	printf 'council-meet: ./bent.yaml:N: %s\n2\n' "$2" >want
	report "broken rules: $2"
}
broken 's/quorum: { cite: art. 13 p. 2, at_least: 2.3 }/quorum: { cite: x }/' \
    'one of at_least and more_than is needed'
broken 's/quorum: { cite: art. 13 p. 2, at_least: 2.3/&, more_than: 1\/2/' \
    'one of at_least and more_than is needed'
broken 's/ordinary: simple/ordinary: simpel/' "not one of the majorities: 'simpel'"
broken 's/ordinary: simple/ordinery: simple/' "no kind of meetings: 'ordinery'"
broken 's/kinds: \[hearing\]/kinds: [herring]/' "not one of the kinds: 'herring'"
broken 's/at_most: 3, within/at_most: -1, within/' \
    "must be a whole number from 0 to 1000000: '-1'"
broken 's/chair: { cite: art. 13 }/chair: { cite: "" }/' 'cite: which article?'

finish
