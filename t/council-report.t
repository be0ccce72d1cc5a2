#!/bin/sh
# run: council-report -r council -d 2026-04-15 seats.tsv
. "${0%/*}/lib.sh"

cp "$CIVUTILS_SHARE/examples/seats.tsv" .
tab='	'

# Print the fields named first of what the rest prints.
pick()
{
	fields=$1
	shift
	"$@" | awk -F '\t' -v list="$fields" '
		NR == 1 {
			n = split(list, want, " ")
			for (i = 1; i <= NF; i++) at[$i] = i
		}
		{
			for (i = 1; i <= n; i++)
				printf "%s%s", $at[want[i]], i < n ? "\t" : "\n"
		}'
}

# council FILE COUNCIL LEVEL CIVIL STATE [SINCE [UNTIL]]: add so many seats.
council()
{
	test -f "$1" || printf '%s\n' "council${tab}level${tab}body${tab}member\
${tab}origin${tab}organisation${tab}since${tab}until${tab}term" >"$1"
	for origin in civil state; do
		number=$4
		test $origin = civil || number=$5
		i=0
		while [ "$i" -lt "$number" ]; do
			i=$((i + 1))
			printf '%s\t%s\tbody\t%s %s %s\t%s\t\t%s\t%s\t1\n' "$2" \
			    "$3" "$2" $origin $i $origin "${6:-2025-01-15}" "${7:-}"
		done
	done >>"$1"
}

# The samples: all that is to be said of them.
pick 'level members civil share share_holds add replace vacant' \
    council-report -r council -d 2026-04-15 seats.tsv >got
cat >want <<'EOF'
level	members	civil	share	share_holds	add	replace	vacant
ministry	15	10	0.6666	yes	0	0	0
quasi	9	7	0.7777	yes	0	0	1
region	9	7	0.7777	yes	0	0	0
region	11	7	0.6363	no	1	1	0
city	9	6	0.6666	yes	0	0	0
district	6	4	0.6666	yes	0	0	0
ministry	15	10	0.6666	yes	0	0	0
quasi	9	7	0.7777	yes	0	0	1
region	20	14	0.7000	no	1	1	0
city	9	6	0.6666	yes	0	0	0
district	6	4	0.6666	yes	0	0	0
	59	41	0.6949	no	1	1	1
EOF
report 'members, civil members and their share'

pick 'level size_holds least most one_seat_over one_council_over terms_over' \
    council-report -r council -d 2026-04-15 seats.tsv >got
cat >want <<'EOF'
level	size_holds	least	most	one_seat_over	one_council_over	terms_over
ministry	yes	15	30	0	1	0
quasi	yes	10	15	0	1	0
region				1		0
region				0		0
city				0		1
district				0		0
ministry	yes	15	30	0	1	0
quasi	yes	10	15	0	1	0
region				1		0
city				0		1
district				0		0
	yes			1	2	1
EOF
report 'bands, organisations, other councils and terms'

pick 'row level councils broken reform began ends reform_from ending' \
    council-report -r council -d 2026-04-15 seats.tsv >got
cat >want <<'EOF'
row	level	councils	broken	reform	began	ends	reform_from	ending
council	ministry	1	1	no	2024-03-11	2027-03-10	2027-01-10	0
council	quasi	1	1	no	2025-02-03	2028-02-02	2027-12-02	0
council	region	1	1	no	2024-05-20	2027-05-19	2027-03-19	0
council	region	1	1	no	2024-10-01	2027-10-01	2027-08-01	0
council	city	1	1	no	2025-01-20	2028-01-19	2027-11-19	0
council	district	1	0	due	2023-06-01	2026-05-31	2026-03-31	6
level	ministry	1	1	no				0
level	quasi	1	1	no				0
level	region	2	2	no				0
level	city	1	1	no				0
level	district	1	0	due				6
all		6	5	due				6
EOF
report 'terms, and who is to be formed anew'

pick 'row council reasons' council-report -r council -d 2026-04-15 seats.tsv >got
cat >want <<'EOF'
row	council	reasons
council	Общественный совет Министерства образцов (пример)	one_council art. 9 p. 4 (to be confirmed): more than 1 republican council: Образцов Первый
council	«Үлгі» холдингінің қоғамдық кеңесі (үлгі)	one_council art. 9 p. 4 (to be confirmed): more than 1 republican council: ОБРАЗЦОВ ПЕРВЫЙ
council	Мысал облысының қоғамдық кеңесі (үлгі)	one_seat art. 9 p. 4: more than 1 seat: 220940999013
council	Общественный совет Примерной области (пример)	share art. 1 p. 7 (to be confirmed): 7 civil of 11 are under 2/3, add 1 or replace 1
council	Public council of Sampletown (example)	terms art. 9 p. 5: more than 2 terms in a row: Specimen Five
council	Сынақ ауданының қоғамдық кеңесі (үлгі)	reform art. 9 p. 2 and 8: form anew from 2026-03-31
level		one_council art. 9 p. 4 (to be confirmed): broken by 1
level		one_council art. 9 p. 4 (to be confirmed): broken by 1
level		share art. 1 p. 7 (to be confirmed): broken by 1; one_seat art. 9 p. 4: broken by 1
level		terms art. 9 p. 5: broken by 1
level		
all		share art. 1 p. 7 (to be confirmed): broken by 1; one_seat art. 9 p. 4: broken by 1; one_council art. 9 p. 4 (to be confirmed): broken by 2; terms art. 9 p. 5: broken by 1
EOF
report 'each reason cites its article'

pick 'level cite' council-report -r council -d 2026-04-15 seats.tsv |
    sed -n '2p;7p' >got
cat >want <<'EOF'
ministry	share art. 1 p. 7 (to be confirmed); size art. 9 p. 3; one_seat art. 9 p. 4; one_council art. 9 p. 4 (to be confirmed); terms art. 9 p. 5; reform art. 9 p. 2 and 8; Law 383-V of 02.11.2015 as amended by Law 406-VI of 03.01.2021 (to be confirmed)
district	share art. 1 p. 7 (to be confirmed); one_seat art. 9 p. 4; terms art. 9 p. 5; reform art. 9 p. 2 and 8; Law 383-V of 02.11.2015 as amended by Law 406-VI of 03.01.2021 (to be confirmed)
EOF
report 'each rule that was asked is cited'

# The change since a day.
pick 'level joined left civil_change' council-report -r council -d 2026-04-15 \
    --since 2025-04-15 seats.tsv | sed -n '1,4p;$p' >got
cat >want <<'EOF'
level	joined	left	civil_change
ministry	1	1	0
quasi	0	0	0
region	0	0	0
	1	1	0
EOF
report 'who joined and left since a day'

# The ministry's council is new; 3 of the district's 6 have a second term.
pick 'level members joined left civil_change' council-report -r council \
    -d 2024-04-15 --since 2022-01-01 seats.tsv >got
cat >want <<'EOF'
level	members	joined	left	civil_change
ministry	15	15	0	10
district	6	3	0	2
ministry	15	15	0	10
district	6	3	0	2
	21	18	0	12
EOF
report 'a second term in a row is no change'

council moves A city 4 2 2025-01-15 2025-06-30
council moves A city 2 3 2025-07-01
pick 'members joined left civil_change' council-report -r council \
    -d 2025-07-01 --since 2025-06-30 moves | sed -n 2p >got
printf '5\t1\t2\t-2\n' >want
report 'a change may be a loss'

try 'each verdict, and whom it is about, and who came and went' <<'EOF'
$ council-report -r council -d 2026-04-15 --since 2025-04-15 -e seats.tsv | cut -f 1,3-8,10 | sed -n '1,9p;13p;17p;20p;26p;31p'
> level	rule	value	limit	verdict	who	known_by	cite
> ministry	share	10/15	2/3	yes			art. 1 p. 7 (to be confirmed)
> ministry	size	15	15-30	yes			art. 9 p. 3
> ministry	one_seat		1	yes			art. 9 p. 4
> ministry	one_council	2	1	no	Образцов Первый	name	art. 9 p. 4 (to be confirmed)
> ministry	terms		2	yes			art. 9 p. 5
> ministry	reform	2024-03-11	2027-03-10	yes			art. 9 p. 2 and 8
> ministry	joined				Образцов Восьмой	name	
> ministry	left				Примеров Четвёртый	name	
> quasi	one_council	2	1	no	ОБРАЗЦОВ ПЕРВЫЙ	name	art. 9 p. 4 (to be confirmed)
> region	one_seat	2	1	no	220940999013	bin	art. 9 p. 4
> region	share	7/11	2/3	no			art. 1 p. 7 (to be confirmed)
> city	terms	3	2	no	Specimen Five	name	art. 9 p. 5
> district	reform	2023-06-01	2026-05-31	due			art. 9 p. 2 and 8
EOF

try 'the other councils are named, and the law' <<'EOF'
$ council-report -r council -d 2026-04-15 -e seats.tsv | cut -f 3,9,11 | sed -n 5p
> one_council	«Үлгі» холдингінің қоғамдық кеңесі (үлгі)	Law 383-V of 02.11.2015 as amended by Law 406-VI of 03.01.2021 (to be confirmed)
EOF

# The order of the lines is nothing to it.
council-report -r council -d 2026-04-15 --since 2022-01-01 seats.tsv >want
{ sed 1q seats.tsv; sed 1d seats.tsv | sort -r; } >back
council-report -r council -d 2026-04-15 --since 2022-01-01 back >got
report 'the lines in another order'
{ sed 1q seats.tsv; sed 1d seats.tsv | sort -t "$tab" -k 8,8 -k 5,5r; } >back
council-report -r council -d 2026-04-15 --since 2022-01-01 back >got
report 'the lines in a third order'
sed -n '1p;2,30p' seats.tsv >first
sed -n '1p;31,$p' seats.tsv >second
council-report -r council -d 2026-04-15 --since 2022-01-01 second first >got
report 'two files'

# Shares.
council shares A city 2 1
council shares B city 66 34
council shares C city 67 33
council shares D city 0 4
council shares E city 1 0
pick 'council share share_holds add replace' \
    council-report -r council -d 2026-04-15 shares | sed '1d;7,$d' >got
cat >want <<'EOF'
A	0.6666	yes	0	0
B	0.6600	no	2	1
C	0.6700	yes	0	0
D	0.0000	no	8	3
E	1.0000	yes	0	0
EOF
report 'two thirds are enough, and less is not'

# Bands.
n=0
for size in ministry:14 ministry:15 ministry:30 ministry:31 quasi:9 quasi:10 \
    quasi:15 quasi:16 region:1 city:99 district:500; do
	n=$((n + 1))
	council bands "$(printf %02d $n)" ${size%:*} ${size#*:} 0
done
pick 'level members size_holds' \
    council-report -r council -d 2026-04-15 bands | sed '1d;13,$d' >got
cat >want <<'EOF'
ministry	14	no
ministry	15	yes
ministry	30	yes
ministry	31	no
quasi	9	no
quasi	10	yes
quasi	15	yes
quasi	16	no
region	1	
city	99	
district	500	
EOF
report 'the bands of ministries and of the quasi-public sector'

council vacant A quasi 9 0
{
	printf 'A\tquasi\tbody\t\t\t\t2025-01-15\t\t\n'
	printf 'A\tquasi\tbody\t\tcivil\t\t2025-01-15\t2026-04-14\t\n'
	printf 'A\tquasi\tbody\t\tstate\t\t2026-04-16\t\t1\n'
} >>vacant
pick 'members vacant size_holds' \
    council-report -r council -d 2026-04-15 vacant | sed -n 2p >got
printf '9\t1\tyes\n' >want
report 'a vacant seat counts for the band, on its days'

printf 'B\tcity\tbody\t\t\t\t2025-01-15\t\t\n' >>vacant
pick 'councils members vacant share share_holds began reform' \
    council-report -r council -d 2026-04-15 vacant | sed -n 3p >got
printf '1\t0\t1\t\t\t\t\n' >want
report 'a council without members has no share and no term'

# Terms: three years, and two months before their end.
council terms A city 3 0 2023-05-31
council terms B city 3 0 2023-06-15
council terms C city 3 0 2023-06-16
council terms D city 3 0 2025-06-15 2026-06-14
council terms E city 3 0 2023-04-15
council terms F city 3 0 2023-04-14
pick 'council reform ends reform_from ending broken' \
    council-report -r council -d 2026-04-15 terms | sed '1d;8,$d' >got
cat >want <<'EOF'
A	due	2026-05-31	2026-03-31	3	0
B	due	2026-06-15	2026-04-15	3	0
C	no	2026-06-16	2026-04-16	0	0
D	due	2026-06-14	2026-04-14	3	0
E	due	2026-04-15	2026-02-15	3	0
F	overdue	2026-04-14	2026-02-14	3	1
EOF
report 'three years, and two months before'

pick 'council reasons' council-report -r council -d 2026-04-15 terms |
    sed -n '7p' >got
cat >want <<'EOF'
F	reform art. 9 p. 2 and 8: the term ended on 2026-04-14: F civil 1, F civil 2, F civil 3
EOF
report 'a term that is over'

# The last seat that somebody has ends the term, whatever a vacant one says.
council ends A city 3 0 2025-06-15 2026-06-14
printf 'A\tcity\tbody\t\t\t\t2025-06-15\t\t\n' >>ends
pick 'ends' council-report -r council -d 2026-04-15 ends | sed -n 2p >got
echo 2026-06-14 >want
report 'a vacant seat does not lengthen a term'

# Who sits for three years to the day does not sit too long.
council stays A city 0 1 2023-04-15
council stays A city 2 0 2025-05-01
printf 'A\tcity\tbody\tFixture\tcivil\t\t2020-01-01\t\t1\n' >>stays
council-report -r council -d 2026-04-15 -e stays | cut -f 3-7 | sed 1,4d >got
printf 'reform\t2020-01-01\t2023-01-01\tno\tFixture\n' >want
report 'who sits for longer than a term is named'

council gone A city 3 0 2023-01-15 2026-01-14
council gone B city 3 0 2026-05-01
pick 'row councils reform members ends broken share_holds terms_over reasons' \
    council-report -r council -d 2026-04-15 gone >got
cat >want <<'EOF'
row	councils	reform	members	ends	broken	share_holds	terms_over	reasons
council	0	lapsed	0	2026-01-14	0			
level	0	lapsed	0		0			
all	0	lapsed	0		0			
EOF
report 'a council without seats has lapsed; one to come is not there'

# Who is who.
try 'namesakes are one person, ids tell them apart' <<'EOF'
$ council-report -r council -d 2026-04-15 -e | awk -F '\t' '$6 == "no" && $3 == "one_council"' | cut -f 2,7-9
< council	level	body	member	person	origin	organisation	since	until	term
< A	ministry	b	Ёлкин Ян	1	civil		2025-01-01		1
< A	ministry	b	Ёлкин Ян	2	civil		2025-01-01		1
< B	quasi	b	Елкин Иван	1	civil		2025-01-01		1
< C	quasi	b	ЕЛКИН ЯН		civil		2025-01-01		1
< D	ministry	b	Елкин Ян		civil		2025-01-01		1
< E	region	b	Елкин Ян		civil		2025-01-01		1
> A	Ёлкин Ян	person	B
> D	Елкин Ян	name	C
> B	Елкин Иван	person	A
> C	ЕЛКИН ЯН	name	D
EOF

try 'an id is not a name' <<'EOF'
$ council-report -r council -d 2026-04-15 | cut -f 1,8
< council	level	body	member	person	origin	organisation	since	until	term
< A	city	b	Ann	bob	civil		2025-01-01		1
< A	city	b	Bob		civil		2025-01-01		1
> row	members
> council	2
> level	2
> all	2
EOF

try 'blanks that nobody sees make no other person, and no other organisation' <<'EOF'
$ council-report -r council -d 2026-04-15 -e | awk -F '\t' '$6 == "no" && $3 ~ /^one/' | cut -f 2-4,7
< council	level	body	member	origin	organisation	since	until	term
< A	ministry	b	Ann Lee	civil	O1	2025-01-01		1
< A	ministry	b	Bob	civil	O1 	2025-01-01		1
< B	ministry	b	Ann  Lee	civil		2025-01-01		1
< C	ministry	b	 Ann Lee	civil		2025-01-01		1
> A	one_seat	2	O1
> A	one_council	3	Ann Lee
> B	one_council	3	Ann  Lee
> C	one_council	3	 Ann Lee
EOF

try 'a refused seat gives the council no body' <<'EOF'
$ council-report -r council -d 2026-04-15 -x bad 2>&- | cut -f 1,4,22
< council	level	body	member	origin	organisation	since	until	term
< A	city	right	Ann	civil		2025-01-01	2026-05-31	1
< A	city	wrong	Ann	civil		2026-01-01	2027-05-31	1
> row	body	ends
> council	right	2026-05-31
> level		
> all		
EOF

{
	echo 'council	level	body	member	origin	organisation	since	until	term'
	for i in 10 11 12 13 14 15 16 17 18 19 20 21 22 23; do
		echo "A	city	b	m$i	civil		2025-01-01		3"
		echo "C$i	ministry	b	Ann	civil		2025-01-01		1"
	done
} >crowd
try 'twelve are named, and the others counted' <<'EOF'
$ council-report -r council -d 2026-04-15 crowd | cut -f 3,25 | grep '^A' | sed 's/.*row: //'
> m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21 and 2 more
EOF
try 'with -e, of the councils where one sits' <<'EOF'
$ council-report -r council -d 2026-04-15 -e crowd | cut -f 2,3,9 | grep one_council | sed -n '1p;14p'
> C10	one_council	C11;C12;C13;C14;C15;C16;C17;C18;C19;C20;C21;C22;and 1 more
> C23	one_council	C10;C11;C12;C13;C14;C15;C16;C17;C18;C19;C20;C21;and 1 more
EOF
try 'one seat is one seat' <<'EOF'
$ council-report -r council -d 2026-04-15 crowd | cut -f 3,25 | grep '^C10' | cut -f 2 | cut -d ';' -f 1
> size art. 9 p. 3: 1 seat, out of the band
EOF

try 'an organisation is its BIN, or its folded name; only of civil society' <<'EOF'
$ council-report -r council -d 2026-04-15 -e | awk -F '\t' '$6 == "no" && $3 == "one_seat"' | cut -f 2,4,7,8
< council	level	body	member	origin	organisation	since	until	term
< A	city	b	1	civil	Fund «Example»	2025-01-01		1
< A	city	b	2	civil	FUND «EXAMPLE»	2025-01-01		1
< A	city	b	3	civil	fund «example»	2025-01-01		1
< A	city	b	4	civil	220940999013	2025-01-01		1
< A	city	b	5	civil	220940999013	2025-01-01		1
< A	city	b	6	civil	220940999012	2025-01-01		1
< A	city	b	7	civil	220940999012	2025-01-01	2026-04-14	1
< A	city	b	8	state	akimat	2025-01-01		1
< A	city	b	9	state	akimat	2025-01-01		1
< B	city	b	1	civil	220940999013	2025-01-01		1
< B	city	b	2	civil		2025-01-01		1
< B	city	b	3	civil		2025-01-01		1
> A	3	Fund «Example»	name
> A	2	220940999013	bin
EOF

try 'one name at two levels is two councils; the last body is named' <<'EOF'
$ council-report -r council -d 2026-04-15 | cut -f 1-4,8
< council	level	body	member	origin	organisation	since	until	term
< A	district	old	1	civil		2024-01-01		1
< A	district	new	2	civil		2024-02-01		1
< A	district	future	3	civil		2027-01-01		1
< A	city	b	1	civil		2024-01-01		1
> row	level	council	body	members
> council	city	A	b	1
> council	district	A	new	2
> level	city			1
> level	district			2
> all				3
EOF

cat >bodies <<'EOF'
council	level	body	member	origin	organisation	since	until	term
A	city	b	1	civil		2024-01-01		1
A	city	a	2	civil		2024-01-01		1
A	city	c	3	civil		2024-01-01		1
EOF
{ sed 1q bodies; sed 1d bodies | sort; } >back
{ council-report -r council -d 2026-04-15 bodies
	council-report -r council -d 2026-04-15 back; } | cut -f 4 | sort -u >got
printf '\na\nbody\n' >want
report 'of bodies from one day on, the first by bytes'

# --check
sed -n '1p;/district/p' seats.tsv >due
try 'a broken rule is no failure' <<'EOF'
$ council-report -r council -d 2026-04-15 seats.tsv >all
EOF
try 'unless one asks for it' <<'EOF'
$ council-report -r council -d 2026-04-15 --check seats.tsv >all
? 1
EOF
try 'unless one asks for it, with -e too' <<'EOF'
$ council-report -r council -d 2026-04-15 --check -e seats.tsv >all
? 1
EOF
try 'what is due does not fail' <<'EOF'
$ council-report -r council -d 2026-04-15 --check due >all
EOF

# Bad input.
try 'all that is wrong with a seat is told at once' <<'EOF'
$ council-report -r council -d 2026-04-15 -x bad
< council	level	body	member	origin	organisation	since	until	term
< 	minstry	b	Ann	civl		2025-02-29	2025-13-01	0
< A	parish	b	Ann			2025-02-01	2025-01-31	
< A		b	Ann	alien			yesterday	2nd
< A	city	b		alien		2025-01-01		100
< A	city	b	Ann	civil		01.02.2025		1
! council-report: stdin:2: council: missing
! council-report: stdin:2: level: not a level of the law (nearest: ministry): 'minstry'
! council-report: stdin:2: origin: not an origin of the law (nearest: civil): 'civl'
! council-report: stdin:2: since: not a date (YYYY-MM-DD): '2025-02-29'
! council-report: stdin:2: until: not a date (YYYY-MM-DD): '2025-13-01'
! council-report: stdin:2: term: not a number from 1 to 99: '0'
! council-report: stdin:3: level: not a level of the law: 'parish'
! council-report: stdin:3: origin: missing
! council-report: stdin:3: until: before since: '2025-01-31'
! council-report: stdin:3: term: missing
! council-report: stdin:4: level: missing
! council-report: stdin:4: origin: not an origin of the law: 'alien'
! council-report: stdin:4: since: missing
! council-report: stdin:4: until: not a date (YYYY-MM-DD): 'yesterday'
! council-report: stdin:4: term: not a number from 1 to 99: '2nd'
! council-report: stdin:5: origin: not an origin of the law: 'alien'
! council-report: stdin:5: term: not a number from 1 to 99: '100'
! council-report: stdin:6: since: not a date (YYYY-MM-DD): '01.02.2025'
> row	level	council	body	councils	broken	reform	members	civil	share	share_holds	add	replace	vacant	size_holds	least	most	one_seat_over	one_council_over	terms_over	began	ends	reform_from	ending	reasons	cite
> all				0	0		0	0					0												Law 383-V of 02.11.2015 as amended by Law 406-VI of 03.01.2021 (to be confirmed)
? 1
EOF

cut -f 1-4,10 bad >got
cat >want <<'EOF'
council	level	body	member	refused_at
	minstry	b	Ann	stdin:2
A	parish	b	Ann	stdin:3
A		b	Ann	stdin:4
A	city	b		stdin:5
A	city	b	Ann	stdin:6
EOF
report '-x keeps the refused seats'

cat >twice <<'EOF'
council	level	body	member	origin	organisation	since	until	term
A	city	b	Ann	civil		2025-01-01		1
A	city	b	ANN	state		2025-06-01	2027-05-31	2
A	city	b	Bob	civil		2024-01-01	2025-06-30	1
A	city	b	Bob	civil		2025-06-30		1
B	city	b	Ann	civil		2025-01-01		1
EOF
try 'two seats of a member at once: one is refused, one counts' <<'EOF'
$ council-report -r council -d 2026-04-15 -x bad twice >all; status=$?; cut -f 1,3,8,9 all; cut -f 4,10 bad; exit $status
> row	council	members	civil
> council	A	2	2
> council	B	1	1
> level		3	3
> all		3	3
> member	refused_at
> ANN	twice:3
! council-report: twice:3: since: the member has a seat in this council from 2025-01-01 on, too: 'Ann'
? 1
EOF
{ sed 1q twice; sed -n 3p twice; sed -n 2p twice; } >swapped
try 'in another order the other is refused, but the same one counts' <<'EOF'
$ council-report -r council -d 2026-04-15 swapped >all; status=$?; cut -f 1,3,8,9 all; exit $status
> row	council	members	civil
> council	A	1	1
> level		1	1
> all		1	1
! council-report: swapped:3: since: the member has a seat in this council from 2025-06-01 to 2027-05-31, too: 'ANN'
? 1
EOF
cat >tie <<'EOF'
council	level	body	member	origin	organisation	since	until	term
A	city	b	Ann	civil	x	2025-01-01	2026-12-31	3
A	city	b	Ann	state	x	2025-01-01	2026-12-31	1
A	city	b	Bob	civil	x	2025-01-01	2026-12-31	1
A	city	b	BOB	civil	x	2025-01-01		1
A	city	b	Cyd	civil	x	2025-01-01		3
A	city	b	cyd	civil	x	2025-01-01		1
A	city	b	Dan	civil	x	2025-01-01		1
A	city	b	DAN	civil	y	2025-01-01		1
A	city	b	EVE	civil	y	2025-01-01		1
A	city	b	Eve	civil	y	2025-01-01		1
EOF
{ sed 1q tie; sed 1d tie | sort -r; } >back
council-report -r council -d 2026-04-15 -e tie >want 2>/dev/null || :
council-report -r council -d 2026-04-15 -e back >got 2>/dev/null || :
report 'of seats from one day on, the same counts in any order'

try 'a seat lasts to the end of its last day' <<'EOF'
$ council-report -r council -d 2025-06-30 twice >all
! council-report: twice:3: since: the member has a seat in this council from 2025-01-01 on, too: 'Ann'
! council-report: twice:5: since: the member has a seat in this council from 2024-01-01 to 2025-06-30, too: 'Bob'
? 1
EOF
try 'a seat of one day' <<'EOF'
$ council-report -r council -d 2026-04-15 | cut -f 1,8,22
< council	level	body	member	origin	organisation	since	until	term
< A	city	b	Ann	civil		2026-04-15	2026-04-15	1
> row	members	ends
> council	1	2026-04-15
> level	1	
> all	1	
EOF
try 'on the day to compare with, too' <<'EOF'
$ sed '/Ann/d;/ANN/d' twice | council-report -r council -d 2025-07-01 --since 2025-06-30 >all
! council-report: stdin:3: since: the member has a seat in this council from 2024-01-01 to 2025-06-30, too: 'Bob'
? 1
EOF
try 'two seats at once on a day that is not asked about' <<'EOF'
$ sed '/Ann/d;/ANN/d' twice | council-report -r council -d 2025-07-01 >all
EOF

# Options and files.
try 'a law is needed' <<'EOF'
$ council-report seats.tsv
! council-report: -r law is needed
! usage: council-report [-e] -r law [-d date] [--since date] [--councils file] [--meetings file] [--attendance file] [--recommendations file] [--publications file] [--check] [-x file] [file ...]
? 2
EOF
try 'a day that is none' <<'EOF'
$ council-report -r council -d 15.04.2026 seats.tsv
! council-report: -d: not a date (YYYY-MM-DD): '15.04.2026'
? 2
EOF
try 'a day to compare with that is none' <<'EOF'
$ council-report -r council -d 2026-04-15 --since 2025 seats.tsv
! council-report: --since: not a date (YYYY-MM-DD): '2025'
? 2
EOF
try 'a day to compare with that is to come' <<'EOF'
$ council-report -r council -d 2026-04-15 --since 2026-04-16 seats.tsv
! council-report: --since: 2026-04-16 is after the day of the report
? 2
EOF
try 'a field that is not there' <<'EOF'
$ sed '1s/origin/orign/' seats.tsv | council-report -r council -d 2026-04-15
! council-report: stdin:1: no field 'origin'; the nearest is 'orign'
? 2
EOF
try 'a missing file' <<'EOF'
$ council-report -r council -d 2026-04-15 nosuch
! council-report: nosuch: No such file or directory
? 2
EOF
try 'a full disk' <<'EOF'
$ council-report -r council -d 2026-04-15 seats.tsv >/dev/full
! council-report: stdout: No space left on device
? 2
EOF
sed 1q seats.tsv >empty
try 'header only: no council, and an empty sum' <<'EOF'
$ council-report -r council -d 2026-04-15 --since 2026-04-15 empty | cut -f 1,5-14,18-27
> row	councils	broken	reform	members	civil	share	share_holds	add	replace	vacant	one_seat_over	one_council_over	terms_over	began	ends	reform_from	ending	joined	left	civil_change
> all	0	0		0	0					0								0	0	0
EOF

# The law.
try 'a day before the law' <<'EOF'
$ council-report -r council -d 2015-12-31 seats.tsv 2>&1 | sed 's/.*: //'
> no edition is in force on 2015-12-31
EOF
pick 'row level members size_holds one_seat_over one_council_over terms_over' \
    council-report -r council -d 2020-07-01 seats.tsv >got
cat >want <<'EOF'
row	level	members	size_holds	one_seat_over	one_council_over	terms_over
council	district	3				
level	district	3				
all		3				
EOF
report 'the first edition does not judge what it may not have said'
council-report -r council -d 2026-07-01 -e seats.tsv | cut -f 3,10 |
    sed -n 2p >got
printf 'share\tart. 1 p. 7 in its former text (that of 01.07.2026 was not seen)\n' >want
report 'the text that was not seen is said to be so'

# A law of one's own, with other words, and the same with a fault.
cat >law.yaml <<'EOF'
rules: council
title: of our own
cite: none
editions:
  - from: 2020-01-01
    cite: By-law 1
    share: { cite: p. 1, at_least: 1/2 }
    size: { cite: p. 2, of: members }
    one_seat: { cite: p. 3, at_most: 2 }
    one_council: { cite: p. 4, at_most: 2 }
    terms: { cite: p. 5, at_most: 1 }
    reform: { cite: p. 6, term_months: 12, begins_months_before: 1 }
    levels:
      country: { scope: republican, least: 2 }
      village: { scope: local, most: 2 }
    origins:
      they: { civil: no }
      we: { civil: yes, one_seat: yes }
EOF
cat >own <<'EOF'
council	level	body	member	origin	organisation	since	until	term
A	village	b	Ann	we	o	2025-01-01		1
A	village	b	Bob	we	o	2025-01-01		2
A	village	b	Cyd	we	o	2025-01-01		1
A	village	b	Dan	they	o	2025-01-01		1
B	country	b	Ann	we	o	2025-01-01		1
C	country	b	Ann	we	o	2025-01-01		1
D	country	b	Ann	they	o	2025-01-01		1
D	country	b		they	o	2025-01-01		
EOF
try 'a law of another make' <<'EOF'
$ council-report -r ./law.yaml -d 2025-12-01 -e own | cut -f 1-7,10,11 | sed -n '1,3p;11,18p'
> level	council	rule	value	limit	verdict	who	cite	law
> country	B	share	1/1	1/2	yes		p. 1	By-law 1
> country	B	size	1	2-	no		p. 2	By-law 1
> country	C	one_council	3	2	no	Ann	p. 4	By-law 1
> country	C	terms		1	yes		p. 5	By-law 1
> country	C	reform	2025-01-01	2026-01-01	due		p. 6	By-law 1
> country	D	share	0/1	1/2	no		p. 1	By-law 1
> country	D	size	1	2-	no		p. 2	By-law 1
> country	D	one_seat		2	yes		p. 3	By-law 1
> country	D	one_council	3	2	no	Ann	p. 4	By-law 1
> country	D	terms		1	yes		p. 5	By-law 1
EOF
try 'a law of another make, at its other level' <<'EOF'
$ council-report -r ./law.yaml -d 2025-11-30 -e own | cut -f 1-7 | tail -n 5
> village	A	share	3/4	1/2	yes	
> village	A	size	4	0-2	no	
> village	A	one_seat	3	2	no	o
> village	A	terms	2	1	no	Bob
> village	A	reform	2025-01-01	2026-01-01	yes	
EOF

# bend SCRIPT MESSAGE: a fault in the law, and what is said of it.
bend()
{
	sed "$1" law.yaml >bent.yaml
	status=0
	council-report -r ./bent.yaml -d 2025-12-01 own >got 2>&1 || status=$?
	echo $status >>got
	printf 'council-report: ./bent.yaml:%s\n2\n' "$2" >want
	report "broken rules: $2"
}

bend 's/rules: council/rules: counsel/' \
    "1: rules of the kind 'counsel'; 'council' is needed"
bend 's/    share:/    shares:/' \
    "7: unknown key 'shares'; did you mean 'share'?"
bend '/By-law 1/d' "5: no key 'cite' here"
bend 's/cite: p. 1, at/cite: "", at/' '7: cite: which article?'
bend 's/cite: p. 1, at/at/' "7: no key 'cite' here"
for share in 2/2 3/2 0/3 2 2/x 0.5 -1/3 2/3/4; do
	bend "s,1/2,$share," "7: not a share below 1, such as 2/3: '$share'"
done
bend 's/of: members/of: chairs/' \
    "8: unknown word 'chairs'; known are: members seats"
bend 's/p. 3, at_most: 2/p. 3, at_most: 0/' \
    "9: must be a whole number from 1 to 1000000: '0'"
bend 's/p. 4, at_most: 2/p. 4, at_most: two/' \
    "10: must be a whole number from 1 to 1000000: 'two'"
bend 's/at_most: 1/at_last: 1/' \
    "11: unknown key 'at_last'; did you mean 'at_most'?"
bend 's/term_months: 12/term_months: 3 years/' \
    "12: must be a whole number from 1 to 1200: '3 years'"
bend 's/begins_months_before: 1/begins_months_before: -1/' \
    "12: must be a whole number from 0 to 1200: '-1'"
bend 's/scope: local/scope: locale/' \
    "15: unknown word 'locale'; did you mean 'local'?"
bend 's/scope: local, most/most/' "15: no key 'scope' here"
bend 's/least: 2/least: 4, most: 3/' '14: most: 3 is below least: 4'
bend '/levels:/,/village/d' "5: no key 'levels' here"
bend '/country/d;/village/d;s/levels:/levels: {}/' '13: 1 to 100 levels, not 0'
bend 's/civil: no }/civil: maybe }/' "17: unknown word 'maybe'; known are: no yes"
bend 's/{ civil: no }/{ one_seat: no }/' "17: no key 'civil' here"
bend '/they/d;/we:/d;s/origins:/origins: {}/' '16: no origin'
bend '/- from/,/one_seat: yes/d;s/editions:/editions: []/' \
    '4: no edition is in force on 2025-12-01'

# A thousand seats, and the same counted in another way.
awk 'BEGIN {
	split("ministry quasi region city district", level, " ")
	split("civil citizen state quasi", origin, " ")
	print "council\tlevel\tbody\tmember\torigin\torganisation\tsince\tuntil\tterm"
	for (i = 1; i <= 1000; i++) {
		c = pick(12)
		printf "C%02d\t%s\tbody\t%s\t%s\t%s\t%s\t%s\t%d\n", c,
		    level[c % 5 + 1], pick(9) ? "member " i : "",
		    origin[pick(4) + 1], pick(3) ? "o" pick(40) : "",
		    day(2023), pick(2) ? day(2026) : "", pick(4) + 1
	}
}
function pick(n) { x = (x ? x : 7) * 16807 % 2147483647; return x % n }
function day(y) {
	return sprintf("%d-%02d-%02d", y + pick(3), pick(12) + 1, pick(28) + 1)
}' >many
awk -F '\t' -v OFS='\t' -v day=2026-04-15 '
NR == 1 || $7 > day || ($8 != "" && $8 < day) { next }
{ seen[$1] }
$4 == "" { vacant[$1]++; next }
{ members[$1]++; terms[$1] += $9 > 2; civil[$1] += $5 ~ /^ci/ }
$5 == "civil" && $6 != "" && ++seats[$1, $6] == 2 { over[$1]++ }
END {
	for (c in seen) {
		short = 2 * members[c] - 3 * civil[c]
		print c, members[c], civil[c] + 0, (short > 0 ? short : 0),
		    vacant[c] + 0, over[c] + 0, terms[c] + 0
	}
}' many | sort >want
pick 'row council members civil add vacant one_seat_over terms_over' \
    council-report -r council -d 2026-04-15 many |
    sed -n 's/^council\t//p' | sort >got
report 'a thousand seats, counted in another way'

# The words of the rules and those of the vocabularies are the same.
for list in levels origins; do
	for law in council coordinating venues; do
		awk -v list="    $list:" '
			/^ ? ? ? ?[^ ]/ { on = ($0 == list) }
			on && /^      / { sub(/:.*/, ""); print $1 }
		' "$CIVUTILS_SHARE/rules/$law.yaml"
	done | sort -u >got
	sed -n 's/^  \([a-z_]*\):$/\1/p' \
	    "$CIVUTILS_SHARE/vocab/$list.yaml" | sort >want
	report "the $list of the laws are those of the vocabulary"
done

try 'the samples fit their schema' <<'EOF'
$ rec-check seat seats.tsv | cmp - seats.tsv
EOF

# What councils did.
for file in councils meetings council-attendance recommendations publications; do
	cp "$CIVUTILS_SHARE/examples/$file.tsv" .
done
did()
{
	council-report -r council --councils councils.tsv \
	    --meetings meetings.tsv --attendance council-attendance.tsv \
	    --recommendations recommendations.tsv \
	    --publications publications.tsv "$@"
}

try 'the samples of what they did fit their schemas' <<'EOF'
$ for k in meeting recommendation publication; do rec-check $k ${k}s.tsv | cmp - ${k}s.tsv; done
EOF

pick 'row level meetings attendance recommendations answered in_time late waiting overdue untimed' \
    did -d 2025-12-31 seats.tsv >got
cat >want <<'EOF'
row	level	meetings	attendance	recommendations	answered	in_time	late	waiting	overdue	untimed
council	ministry	0		0	0	0	0	0	0	0
council	quasi	0		0	0	0	0	0	0	0
council	region	0		0	0	0	0	0	0	0
council	region	4	0.8181	5	4	2	2	0	1	0
council	city	0		0	0	0	0	0	0	0
council	district	0		0	0	0	0	0	0	0
council	district	0		0	0	0	0	0	0	0
level	ministry	0		0	0	0	0	0	0	0
level	quasi	0		0	0	0	0	0	0	0
level	region	4	0.8181	5	4	2	2	0	1	0
level	city	0		0	0	0	0	0	0	0
level	district	0		0	0	0	0	0	0	0
all		4	0.8181	5	4	2	2	0	1	0
EOF
report 'meetings, attendance, and how recommendations stand'

pick 'row accepted partly rejected other head_unsigned informed annual_report' \
    did -d 2025-12-31 seats.tsv | sed -n '1p;5p;14p' >got
cat >want <<'EOF'
row	accepted	partly	rejected	other	head_unsigned	informed	annual_report
council	1	1	1	1	1	2	0
all	1	1	1	1	1	2	0
EOF
report 'what was answered, and what the public was told'

pick 'broken reasons' did -d 2025-12-31 seats.tsv | sed -n '2,3p' >got
cat >want <<'EOF'
1	one_council art. 9 p. 4 (to be confirmed): more than 1 republican council: Образцов Первый; inform art. 7 p. 2: the public was informed 0 of 2 times in 2025; annual_report art. 7 p. 2: the report on 2024 is not published
1	size art. 9 p. 3: 9 seats, out of the band; one_council art. 9 p. 4 (to be confirmed): more than 1 republican council: ОБРАЗЦОВ ПЕРВЫЙ; inform art. 7 p. 2: the public was informed 0 of 2 times in 2025
EOF
report 'what the public was not told'

printf 'council\tlevel\tbody\tmember\torigin\torganisation\tsince\tuntil\tterm
A\tcity\tb\tAnn\tcivil\t\t2025-01-02\t\t1\n' >one
printf 'council\tkind\ton\tyear\turl\n' >none
try 'a broken rule on the last day of the year, of a council that was there' <<'EOF'
$ for d in 2025-12-30 2025-12-31 2026-12-30 2026-12-31; do council-report -r council -d $d --publications none -e one | grep -e inform -e annual | cut -f 3-6; done
> inform	0	2	due
> inform	0	2	due
> inform	0	2	due
> annual_report	0	1	due
> inform	0	2	no
> annual_report	0	1	due
EOF
{
	cat none
	printf 'A\tinforming\t2026-12-31\t\t\nA\tinforming\t2026-01-01\t\t\n'
	printf 'A\tinforming\t2025-12-31\t\t\nA\tannual-report\t2026-03-01\t2025\t\n'
	printf 'A\tannual-report\t2026-03-02\t2024\t\nA\tannual-report\t2026-03-03\t2026\t\n'
} >told
try 'twice a year, and a report on the year before' <<'EOF'
$ for d in 2026-12-30 2026-12-31; do council-report -r council -d $d --check --publications told -e one | grep -e inform -e annual | cut -f 3-6; done
> inform	1	2	due
> annual_report	1	1	yes
> inform	2	2	yes
> annual_report	1	1	yes
$ council-report -r council -d 2026-12-31 --check --publications none one >all
? 1
EOF

try 'each recommendation, with the day on which its answer was due' <<'EOF'
$ council-report -r council -d 2025-12-31 --councils councils.tsv --recommendations recommendations.tsv -e seats.tsv | grep '	answer	' | cut -f 4-7,10
> 2025-03-14	2025-03-14	yes	Акимат Примерной области (пример): recommendation 1/1	Law 383-V, art. 5 p. 2
> 2025-05-29	2025-05-29	yes	Акимат Примерной области (пример): recommendation 2/1	Law 383-V, art. 5-1 p. 2 (to be confirmed)
> 2025-06-02	2025-05-29	no	Акимат Примерной области (пример): recommendation 2/2	Law 383-V, art. 5-1 p. 2 (to be confirmed)
> 	2025-09-05	no	Акимат Примерной области (пример): recommendation 3/1	Law 383-V, art. 5-1 p. 2 (to be confirmed)
> 2025-12-22	2025-12-20	no	Акимат Примерной области (пример): recommendation 4/1	Law 383-V, art. 5 p. 2
EOF

# The boundaries of the terms, and of the period.
answers()
{
	printf 'council\tmeeting\tno\tto\tkind\tsent\ttext\tanswered_on\tsigned_by_head\toutcome\n'
	n=0
	while read -r kind sent answered; do
		n=$((n + 1))
		test "$answered" != - || answered=
		printf 'A\t1\t%s\tb\t%s\t%s\ttext\t%s\tyes\t\n' $n "$kind" \
		    "$sent" "$answered"
	done
}
answers >answers.tsv <<'EOF'
general 2026-01-31 2026-02-28
general 2026-01-31 2026-03-01
budget 2026-03-30 2026-04-13
environment 2026-03-30 2026-04-14
plan 2026-03-31 -
plan 2026-04-01 -
plan 2026-03-31 2026-04-15
general 2025-12-31 -
general 2026-04-15 -
EOF
pick 'row recommendations answered in_time late waiting overdue untimed' \
    council-report -r council -d 2026-04-14 --recommendations answers.tsv one |
    tail -n 1 >got
printf 'all\t7\t4\t2\t2\t3\t0\t0\n' >want
report 'one month, ten working days; the last day is in time'
pick 'row recommendations answered in_time late waiting overdue untimed' \
    council-report -r council -d 2026-04-15 --recommendations answers.tsv one |
    tail -n 1 >got
printf 'all\t8\t5\t2\t3\t2\t1\t0\n' >want
report 'a day later it is late, or overdue'

answers >years.tsv <<'EOF'
budget 2030-12-30 -
general 2031-01-15 -
EOF
council-report -r council -d 2031-02-28 --since 2030-01-01 \
    --recommendations years.tsv one >all 2>err
{ cut -f 33-39 all | tail -n 1; cat err; } >got
cat >want <<'EOF'
2	0	0	0	0	0	2
council-report: years.tsv:2: warning: sent: when an answer is due cannot be told: the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31
council-report: years.tsv:3: warning: sent: when an answer is due cannot be told: outside the calendar, which goes from 2018-01-01 to 2030-12-31
EOF
report 'a term outside the calendar is said, not guessed'

# A rise of ten per cent is not one of ten points.
{
	council B.part B city 5 5 2024-01-01 2025-01-01 && cat B.part
	council C.part B city 6 4 2025-01-02 && sed 1d C.part
	council D.part C region 10 10 2024-01-01 2025-01-01 && sed 1d D.part
	council E.part C region 11 9 2025-01-02 && sed 1d E.part
	council F.part D district 1 2 2025-01-02 && sed 1d F.part
} >shares
pick 'row level share share_before share_points share_per_cent' \
    council-report -r council -d 2025-02-01 --since 2025-01-01 shares >got
cat >want <<'EOF'
row	level	share	share_before	share_points	share_per_cent
council	region	0.5500	0.5000	5.00	10.00
council	city	0.6000	0.5000	10.00	20.00
council	district	0.3333			
level	region	0.5500	0.5000	5.00	10.00
level	city	0.6000	0.5000	10.00	20.00
level	district	0.3333			
all		0.5454	0.5000	4.54	9.09
EOF
report 'points and per cent are told apart'

# Councils of another make.
{
	printf 'council\tlevel\tbody\tmember\torigin\torganisation\tsince\tuntil\tterm\n'
	for venue in president:20 government:14 region:144; do
		i=0
		while [ "$i" -lt "${venue#*:}" ]; do
			i=$((i + 1))
			printf 'V%s\t%s\tb\tm%s\tcivil\t\t2011-02-01\t\t1\n' \
			    $i "${venue%:*}" $i
		done
	done
} >venues
try 'the venues of document 004, by a law that judges nothing' <<'EOF'
$ council-report -r venues -d 2011-12-31 venues | grep -v ^council | cut -f 1,2,5-9,26
> row	level	councils	broken	reform	members	civil	cite
> level	president	20	0		20	20	each has an act of its own (not found in print)
> level	government	14	0		14	14	each has an act of its own (not found in print)
> level	region	144	0		144	144	each has an act of its own (not found in print)
> all		178	0		178	178	each has an act of its own (not found in print)
EOF
awk -F '\t' -v OFS='\t' '$1 == "OS-N" { $4 = "government"; $7 = "coordinating" } 1' \
    councils.tsv >others
sed 1q seats.tsv >nobody
try 'the Coordinating Council has a law of its own, as its record says' <<'EOF'
$ council-report -r coordinating -d 2026-04-15 --councils others nobody | grep ^council | cut -f 2,3,7,26
> government	Общественный совет нового района (пример)	lapsed	its act was not found in print
EOF
try 'and is none of the public councils' <<'EOF'
$ council-report -r council -d 2026-04-15 --councils others seats.tsv | grep lapsed
? 1
EOF
try 'all of the councils may have no seats' <<'EOF'
$ sed 1q seats.tsv | council-report -r council -d 2026-04-15 --councils councils.tsv | cut -f 1,7 | uniq -c | sed 's/^ *//'
$ mkdir copy; cp "$CIVUTILS_SHARE/rules/council.yaml" copy; sed 1q seats.tsv | council-report -r copy/council.yaml -d 2026-04-15 --councils councils.tsv | grep -c lapsed
> 1 row	reform
> 7 council	lapsed
> 5 level	lapsed
> 1 all	lapsed
> 13
EOF

try 'a council with no seats is told of' <<'EOF'
$ council-report -r council -d 2026-04-15 --councils councils.tsv seats.tsv | grep lapsed | cut -f 1-8
> council	district	Общественный совет нового района (пример)	Акимат нового района (пример)	0	0	lapsed	0
EOF
try 'one at a level that the law does not know is refused' <<'EOF'
$ sed '/OS-N/s/district/president/' councils.tsv >high; council-report -r council -d 2026-04-15 --councils high seats.tsv >all; status=$?; grep -c lapsed all; exit $status
> 0
! council-report: high:8: level: not a level of the law: 'president'
? 1
EOF

# Bad input of these files.
{ cat none; printf 'A\tannual-report\t2026-01-15\t\t\n'; } >p
printf 'council\tno\ton\nX\t1\t2026-01-15\n' >m
{
	answers </dev/null
	printf 'A\t1\t1\tb\tgeneral\t2026-01-31\tt\t2026-01-30\tyes\taccepted\n'
	printf 'A\t1\t2\tb\tgeneral\t\tt\t\t\t\n'
	printf 'A\t1\t3\tb\tgeneral\t2026-01-31\tt\t\t\taccepted\n'
} >r
try 'records of no council, answers before the question, outcomes without a day' <<'EOF'
$ council-report -r council -d 2026-04-15 --meetings m --recommendations r --publications p one >all
! council-report: m:2: council: no such council among the seats, or two; --councils has their ids: 'X'
! council-report: r:2: answered_on: answered before it was sent: '2026-01-30'
! council-report: r:3: sent: missing
! council-report: r:4: answered_on: an outcome without the day of the answer: 'accepted'
! council-report: p:2: year: which year is the annual report about?
? 1
EOF
try 'attendance of no meetings' <<'EOF'
$ council-report -r council -d 2026-04-15 --attendance council-attendance.tsv one
! council-report: --attendance needs --meetings
? 2
EOF

finish
