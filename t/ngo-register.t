#!/bin/sh
# run: reg-init && ngo-register -kd 2026-05-15 ngos-new.tsv
. "${0%/*}/lib.sh"

ngos=$CIVUTILS_SHARE/examples/ngos.tsv

try 'the sample cards are registered; one of them is doubtful' <<EOF
\$ reg-init && ngo-register -d 2026-04-15 $ngos >stand
! ngo-register: $ngos:12: warning: name_ru: perhaps the NGO of card 140840999101 in the same region: 'Общественный фонд «Тёплый дом (пример)»'
EOF

# Worked out by hand from the cards: filed on, registered on, the form.
try 'how each stands with its filing' <<'EOF'
$ cut -f 1-7 stand
> bin	action	status	duty	late_days	year	due
> 220940999013	registered	on-time	must	0	2025	2026-03-31
> 090340999022	registered	on-time	must	0	2025	2026-03-31
> 160540999035	registered	on-time	must	0	2025	2026-03-31
> 131140999048	registered	on-time	must	0	2025	2026-03-31
> 110640999555	registered	on-time	must	0	2025	2026-03-31
> 071040999060	registered	late	must	10	2025	2026-03-31
> 180240999078	registered	on-time	must	0	2025	2026-03-31
> 230140999086	registered	on-time	must	0	2025	2026-03-31
> 100440999090	registered	on-time	must	0	2025	2026-03-31
> 140840999101	registered	on-time	must	0	2025	2026-03-31
> 240640999115	registered	missing	must	15	2025	2026-03-31
> 060140999129	registered	on-time	must	0	2025	2026-03-31
> 121240999139	registered	on-time	must	0	2025	2026-03-31
> 150740999149	registered	on-time	must	0	2025	2026-03-31
> 170940999150	registered	on-time	must	0	2025	2026-03-31
> 190340999162	registered	late	must	1	2025	2026-03-31
> 221040999172	registered	on-time	must	0	2025	2026-03-31
> 200240999183	registered	on-time	must	0	2025	2026-03-31
> 180140999193	registered	none	exempt			
> 210540999205	registered	on-time	must	0	2025	2026-03-31
> 100940999217	registered	on-time	must	0	2025	2026-03-31
> 191141999222	registered	none	exempt			
> 180740999234	registered	on-time	must	0	2025	2026-03-31
> 080552999241	registered	on-time	must	0	2025	2026-03-31
> 020440999251	registered	none	exempt			
> 141240999261	registered	none	exempt			
> 121040999270	registered	none	exempt			
> 050640999284	registered	none	exempt			
> 161140999291	registered	on-time	must	0	2025	2026-03-31
> 221140999304	registered	missing	must	15	2025	2026-03-31
> 221240999318	registered	late	must	14	2025	2026-03-31
> 130340999328	registered	missing	must	15	2025	2026-03-31
> 040240999337	registered	missing	must	15	2025	2026-03-31
> 201040999347	registered	on-time	must	0	2025	2026-03-31
> 170140999357	registered	on-time	must	0	2025	2026-03-31
> 220840999367	registered	late	must	3	2025	2026-03-31
> 260140999379	registered	open	must		2026	2027-03-31
> 030740999383	registered	missing	must	15	2025	2026-03-31
> 190640999391	registered	missing	must	15	2025	2026-03-31
> 110240999401	registered	none	exempt			
EOF

try 'twins and parents are named; why and by what article' <<'EOF'
$ cut -f 1,8-11 stand | grep -e ^bin -e '^24064' -e '^1911' -e '^08055' -e '^21054' -e '^18014' -e '^1102'
> bin	twin	parent	why	cite
> 240640999115	140840999101		form that the article names	Law 142, art. 41 p. 5
> 180140999193			company of the state, or an affiliate of one	Law 142, art. 41 p. 5
> 210540999205			endowment fund, which also reports its investment income	Law 142, art. 41 p. 5 and 6 (to be confirmed)
> 191141999222		100940999217	branch, whose organisation files	Law 142, art. 41 p. 5 (to be confirmed)
> 080552999241			branch of a foreign or international organisation	Law 142, art. 41 p. 5
> 110240999401			form of art. 17	Law 142, art. 41 p. 5
EOF

try 'the same cards again change nothing, and nobody is warned' <<EOF
\$ ngo-register -d 2026-04-15 $ngos | cut -f 2 | sort | uniq -c | sed 's/^ *//'
> 1 action
> 40 unchanged
EOF

try 'a day later the missing are a day later, and the rest is as it was' <<EOF
\$ ngo-register -d 2026-04-16 $ngos | cut -f 5 | sort -n | uniq -c | sed 's/^ *//'
> 8 
> 22 0
> 1 late_days
> 1 1
> 1 3
> 1 10
> 1 14
> 6 16
EOF

new=$CIVUTILS_SHARE/examples/ngos-new.tsv
try 'new cards, and a filing' <<EOF
\$ ngo-register -d 2026-05-15 $new | cut -f 1-7
> bin	action	status	duty	late_days	year	due
> 260440999419	registered	open	must		2026	2027-03-31
> 260440999429	registered	open	must		2026	2027-03-31
> 221140999304	updated	late	must	34	2025	2026-03-31
EOF

# The value of a field of a card in the register.
field()
{
	reg-get ngo "bin=$1" | awk -F '\t' -v "name=$2" '
		NR == 1 { while ($++i != name); next }
		{ print $i }'
}
for name in filed_on spheres members; do
	field 221140999304 "$name"
done >got
printf '%s\n' 2026-05-04 'accord;heritage' 29 >want
report 'what a card does not speak of stays as it was'

try 'an empty value takes away what is there' <<'EOF'
$ ngo-register -d 2026-05-15 | cut -f 1-5
< bin	filed_on
< 221140999304	
> bin	action	status	duty	late_days
> 221140999304	updated	missing	must	45
EOF

# The duty of each form, and what changes it.
cat >forms <<'EOF'
bin	name_ru	form	state_founder	endowment
940140999014	1	private-institution		
940140999024	2	public-association		
940140999034	3	political-party		
940140999044	4	trade-union		
940140999054	5	public-fund		
940140999064	6	private-fund		
940140999074	7	corporate-fund		
940140999084	8	state-fund		
940140999094	9	nonprofit-jsc		
940140999103	10	association		
940140999113	11	consumer-cooperative		
940140999123	12	religious-association		
940140999133	13	other		
940140999143	14	branch		
940140999153	15	foreign-branch		
940140999163	16	nonprofit-jsc	yes	
940140999173	17	private-institution	yes	
940140999183	18	public-fund	no	no
940140999193	19	public-fund		yes
940140999202	20			
950341999019	21	public-fund		
950341999029	22	foreign-branch		
EOF
try 'who must file, by form' <<'EOF'
$ reg-init -R forms.db && ngo-register -R forms.db -d 2026-04-01 forms | cut -f 1,3-5,10
> bin	status	duty	late_days	why
> 940140999014	missing	must	1	form that the article names
> 940140999024	missing	must	1	form that the article names
> 940140999034	none	exempt		political party
> 940140999044	none	exempt		trade union
> 940140999054	missing	must	1	form that the article names
> 940140999064	missing	must	1	form that the article names
> 940140999074	missing	must	1	form that the article names
> 940140999084	none	exempt		form that the article does not name
> 940140999094	missing	must	1	form that the article names
> 940140999103	missing	must	1	form that the article names
> 940140999113	none	exempt		form that the article does not name
> 940140999123	none	exempt		religious association
> 940140999133	none	exempt		form of art. 17
> 940140999143	none	exempt		branch, whose organisation files
> 940140999153	missing	must	1	branch of a foreign or international organisation
> 940140999163	none	exempt		company of the state, or an affiliate of one
> 940140999173	none	exempt		company of the state, or an affiliate of one
> 940140999183	missing	must	1	form that the article names
> 940140999193	missing	must	1	endowment fund, which also reports its investment income
> 940140999202	unclear	unclear		no form is given that a rule names
> 950341999019	none	exempt		branch, whose organisation files
> 950341999029	missing	must	1	branch of a foreign or international organisation
EOF

try 'on the last day nothing is missing for the last year' <<'EOF'
$ ngo-register -R forms.db -nd 2026-03-31 forms | sed -n 2p | cut -f 1-7
> 940140999014	unchanged	missing	must	365	2024	2025-03-31
EOF

grep -e ^bin -e 'yes$' forms >fund
try 'until 2025 an endowment fund owed no more than another fund' <<'EOF'
$ ngo-register -R forms.db -nd 2024-12-31 fund | cut -f 10,11
> why	cite
> form that the article names	Law 142, art. 41 p. 5
EOF

try 'before 2016 there was no duty, and no rule' <<EOF
\$ ngo-register -R forms.db -nd 2015-12-31 fund
! ngo-register: $CIVUTILS_SHARE/rules/ngo-filing.yaml:16: no edition is in force on 2015-12-31
? 2
EOF

# Cards whose values are each well written, and yet wrong.
cat >wrong <<'EOF'
bin	name_ru	status	registered_on	parent	filed_on	filed_for	staff
940140000385	A	no-bin					
940140000385	A		2026-04-16				
940140000385	A			940140000385			
940140000385	A				2026-04-16		
940140000385	A		2025-01-02		2025-01-01		
940140000385	A				2026-01-01	2026	
940140000385	A		2024-01-02		2025-01-01	2023	
940140000385	A					2024	x
EOF
try 'a card that is wrong as a whole is refused, with all its faults' <<'EOF'
$ ngo-register -kd 2026-04-15 wrong | cut -f 1,2
> bin	action
! ngo-register: wrong:2: status: not of a card with a BIN: 'no-bin'
! ngo-register: wrong:3: registered_on: after today: '2026-04-16'
! ngo-register: wrong:4: parent: the organisation itself: '940140000385'
! ngo-register: wrong:5: filed_on: after today: '2026-04-16'
! ngo-register: wrong:6: filed_on: before registered_on: '2025-01-01'
! ngo-register: wrong:7: filed_for: a year that was not over on filed_on: '2026'
! ngo-register: wrong:8: filed_for: a year before registered_on: '2023'
! ngo-register: wrong:9: filed_for: a year, but filed_on is empty: '2024'
! ngo-register: wrong:9: staff: not a whole number (at most 18 digits): 'x'
EOF

cat >early <<'EOF'
bin	name_ru	form	registered_on	filed_on	filed_for
260140006996	A	public-fund	2026-01-05	2026-02-01	
260140006996	A	public-fund	2026-01-05	2026-02-01	2025
260140006996	A	public-fund		2026-02-01	
260140006996	A	public-fund		2020-02-01	2019
EOF
try 'nobody files for a year in which there was no NGO, said or not' <<'EOF'
$ ngo-register -kd 2026-04-15 early | cut -f 1,2
> bin	action
! ngo-register: early:2: filed_on: files for the year before it, which is before registered_on: '2026-02-01'
! ngo-register: early:3: filed_for: a year before registered_on: '2025'
! ngo-register: early:4: filed_on: files for the year before it, which is before the BIN's: '2026-02-01'
! ngo-register: early:5: filed_for: a year before that of the BIN: '2019'
EOF

cat >doubtful <<'EOF'
bin	name_ru	form	registered_on
220140006999	A	public-fund	
940140000385	B	public-fund	2018-03-10
940140000385	B	public-fund	2018-03-10
EOF
try 'a BIN of another month than registered_on, or of one to come, is doubtful' <<'EOF'
$ reg-init -R doubtful.db && ngo-register -R doubtful.db -d 2018-04-15 doubtful | cut -f 1-3,6
> bin	action	status	year
> 220140006999	registered	open	2022
> 940140000385	registered	open	2018
> 940140000385	unchanged	open	2018
! ngo-register: doubtful:2: warning: bin: its year and month are after today: '220140006999'
! ngo-register: doubtful:3: warning: bin: its year and month are not those of registered_on: '940140000385'
EOF

try 'with -k the status is 1' <<'EOF'
$ ngo-register -kd 2026-04-15 wrong >/dev/null 2>&1; echo $?
> 1
EOF

try 'what is in the register counts, where the card does not speak of it' <<'EOF'
$ ngo-register -d 2026-04-15
< bin	filed_on
< 260140999379	2026-01-14
! ngo-register: stdin:2: filed_on: before registered_on: '2026-01-14'
! ngo-register: 1 refused: nothing was put into the register (-k puts the others)
? 2
EOF

try 'and is named, when it is what is wrong' <<'EOF'
$ ngo-register -kd 2026-01-14
< bin	site
< 260140999379	https://a.example
> bin	action	status	duty	late_days	year	due	twin	parent	why	cite
! ngo-register: stdin:2: registered_on in the register: after today: '2026-01-15'
? 1
EOF

cat >mixed <<'EOF'
bin	name_ru	form
940140999301	Пример	other
940140999300	Пример	other
940140999292	Пример	other
EOF
try 'all or none, unless -k; the refused are kept' <<'EOF'
$ ngo-register -x bad -d 2026-04-15 mixed
! ngo-register: mixed:3: bin: check digit 0, must be 1: '940140999300'
! ngo-register: 1 refused: nothing was put into the register (-k puts the others)
? 2
EOF

try 'none were, and -n puts none' <<'EOF'
$ cat bad && ngo-register -nkd 2026-04-15 mixed 2>&- | cut -f 1,2; ngo-register -kd 2026-04-15 mixed 2>&- | cut -f 1,2
> bin	name_ru	form	refused_at	refused_why
> 940140999300	Пример	other	mixed:3	bin: check digit 0, must be 1: '940140999300'
> bin	action
> 940140999301	registered
> 940140999292	registered
> bin	action
> 940140999301	registered
> 940140999292	registered
EOF

try 'and -k puts the others' <<'EOF'
$ ngo-register -kd 2026-04-15 mixed 2>&- | cut -f 1,2
> bin	action
> 940140999301	unchanged
> 940140999292	unchanged
EOF

{
	echo bin
	awk 'BEGIN { for (i = 0; i < 9999; i++) print "940140999301" }'
	echo 940140999300
} >many
try 'nothing is printed of what was not done' <<'EOF'
$ ngo-register -d 2026-04-15 many
! ngo-register: many:10001: bin: check digit 0, must be 1: '940140999300'
! ngo-register: 1 refused: nothing was put into the register (-k puts the others)
? 2
EOF

try 'a new card has a name' <<'EOF'
$ ngo-register -d 2026-04-15
< bin	form
< 940140999282	other
! ngo-register: stdin:2: name_ru: required, and not in the register yet
! ngo-register: 1 refused: nothing was put into the register (-k puts the others)
? 2
EOF

try 'a parent may come later; one that does not is named at the end' <<'EOF'
$ reg-init -R new.db && ngo-register -R new.db -d 2026-04-15 | cut -f 1,9
< bin	name_ru	parent
< 950341999039	Филиал	940140999272
< 950341999049	Филиал	940140999262
< 940140999272	Голова	
> bin	parent
> 950341999039	940140999272
> 950341999049	940140999262
> 940140999272	
! ngo-register: warning: no card of 940140999262, the parent of 950341999049
EOF

try 'nobody is warned again' <<'EOF'
$ ngo-register -R new.db -d 2026-04-15 | cut -f 1,2
< bin	parent
< 950341999049	940140999262
> bin	action
> 950341999049	unchanged
EOF

try 'once the parent is there nobody is warned' <<'EOF'
$ ngo-register -R new.db -d 2026-04-15 | cut -f 1,2,9
< bin	name_ru	parent
< 950341999049	Филиал 2	940140999262
< 940140999262	Голова 2	
> bin	action	parent
> 950341999049	updated	940140999262
> 940140999262	registered	
EOF

try 'twins have one name in either language, in one region' <<'EOF'
$ ngo-register -R new.db -d 2026-04-15 | cut -f 1,8
< bin	name_ru	name_kk	region
< 940140999014	Ёлка	Шырша	710000000
< 940140999024	ЕЛКА	Басқа	710000000
< 940140999034	Другая	ШЫРША	710000000
< 940140999044	Ёлка	Шырша	750000000
< 940140999054	Ёлка	Шырша	
< 940140999074	Ёлка	Шырша	750000000
< 940140999064	Ёлка 2		710000000
> bin	twin
> 940140999014	
> 940140999024	940140999014
> 940140999034	940140999014
> 940140999044	
> 940140999054	
> 940140999074	940140999044
> 940140999064	
! ngo-register: stdin:3: warning: name_ru: perhaps the NGO of card 940140999014 in the same region: 'Ёлка'
! ngo-register: stdin:4: warning: name_kk: perhaps the NGO of card 940140999014 in the same region: 'Шырша'
! ngo-register: stdin:7: warning: name_ru: perhaps the NGO of card 940140999044 in the same region: 'Ёлка'
EOF

try 'blanks that nobody sees make no other name' <<'EOF'
$ reg-init -R blanks.db && ngo-register -R blanks.db -d 2026-04-15 2>&- | cut -f 1,8
< bin	name_ru	region
< 940140999014	Тёплый дом	710000000
< 940140999024	Тёплый  дом	710000000
< 940140999034	 Тёплый дом	710000000
< 940140999044	Тёплыйдом	710000000
> bin	twin
> 940140999014	
> 940140999024	940140999014
> 940140999034	940140999014
> 940140999044	
EOF

try 'a card that takes the name of another is its twin, too' <<'EOF'
$ ngo-register -R new.db -d 2026-04-15 2>&1 | cut -f 1,2,8
< bin	region
< 940140999044	710000000
> ngo-register: stdin:2: warning: perhaps the NGO of card 940140999014 in the same region: 'Ёлка'
> bin	action	twin
> 940140999044	updated	940140999014
EOF

try 'of several twins the one first registered is named' <<'EOF'
$ reg-init -R order.db && ngo-register -R order.db -d 2026-04-15 2>&- | cut -f 1,2,8
< bin	name_ru	region
< 940140999014	А	710000000
< 940140999024	Б	710000000
< 940140999034	Б	710000000
< 940140999014	Б	710000000
< 940140999044	Б	710000000
< 940140999014	В	710000000
< 940140999054	Б	710000000
> bin	action	twin
> 940140999014	registered	
> 940140999024	registered	
> 940140999034	registered	940140999024
> 940140999014	updated	940140999024
> 940140999044	registered	940140999014
> 940140999014	updated	
> 940140999054	registered	940140999024
EOF

try 'rules of our own' <<'EOF'
$ sed 's/due: 03-31/due: 02-28/; s/first_year: 2015/first_year: 2025/' "$CIVUTILS_SHARE/rules/ngo-filing.yaml" >own.yaml; ngo-register -R forms.db -r ./own.yaml -nd 2026-04-01 fund | cut -f 3,5-7
> status	late_days	year	due
> missing	32	2025	2026-02-28
EOF

# broken WHAT MESSAGE SED-SCRIPT: rules so changed are trouble.
broken()
{
	sed "$3" "$CIVUTILS_SHARE/rules/ngo-filing.yaml" >own.yaml
	printf '! ngo-register: ./own.yaml:%s\n? 2\n' "$2" >want
	status=0
	ngo-register -r ./own.yaml -d 2024-04-15 fund >out 2>err || status=$?
	{ sed 's/^/> /' out; sed 's/^/! /' err; echo "? $status"; } >got
	report "broken rules: $1"
}
broken 'another kind' \
    "11: rules of the kind 'terms'; 'ngo-filing' is needed" \
    's/^rules: .*/rules: terms/'
broken 'an unknown form' \
    "42: not a code of forms: 'trade-onion'; did you mean 'trade-union'?" \
    's/trade-union/trade-onion/'
broken 'no such day' "18: must be a day of the year (MM-DD): '02-30'" \
    's/03-31/02-30/'
broken 'a short month' "18: must be a day of the year (MM-DD): '3-31'" \
    's/03-31/3-31/'
broken 'a day of no year' "18: must be a day of the year (MM-DD): '31.03'" \
    's/03-31/31.03/'
broken 'an unknown key' "22: unknown key 'form'; did you mean 'forms'?" \
    's/forms: \[foreign/form: [foreign/'
broken 'an unknown duty' "21: unknown word 'may'; known are: must exempt" \
    's/duty: must/duty: may/'
broken 'no form' '22: no code of forms' 's/forms: \[foreign-branch\]/forms: []/'
broken 'neither yes nor no' \
    "26: unknown word 'maybe'; known are: no yes" 's/branch: yes/branch: maybe/'

try 'the journal has the name that -w gives' <<'EOF'
$ ngo-register -R new.db -w 'Акимат области' -d 2026-04-15 >done; reg-log -R new.db | tail -n 1 | cut -f 3,4
< bin	site
< 940140999044	https://a.example
> Акимат области	ngo-register
! ngo-register: stdin:2: warning: perhaps the NGO of card 940140999014 in the same region: 'Ёлка'
EOF

try 'a field that cards have not would be lost' <<'EOF'
$ ngo-register -d 2026-04-15
< bin	name_ru	forme
< 940140999282	Пример	other
! ngo-register: a record of the kind ngo has no field 'forme'; did you mean 'form'?
? 2
EOF

cp -r "$CIVUTILS_SHARE" other
chmod -R u+w other
try 'a schema of cards must have what decisions hang on' <<'EOF'
$ sed -i 's/^  form:/  shape:/' other/schema/ngo.yaml; CIVUTILS_SHARE=other ngo-register -d 2026-04-15 forms; sed -i 's/^  shape:/  form:/; s/^  parent:/  mother:/' other/schema/ngo.yaml; reg-init -R other.db; CIVUTILS_SHARE=other ngo-register -R other.db -d 2026-04-15 fund
! ngo-register: other/schema/ngo.yaml:12: no field 'form', which rules of filing need
! ngo-register: other/schema/ngo.yaml:12: no field 'parent', which cards of NGOs need
? 2
EOF

try 'the form must be one of a vocabulary' <<'EOF'
$ sed -i 's/^  mother:/  parent:/; s/type: one of forms/type: text/' other/schema/ngo.yaml; CIVUTILS_SHARE=other ngo-register -R other.db -d 2026-04-15 fund
! ngo-register: other/schema/ngo.yaml:45: the field 'form' must be one of a vocabulary, which rules of filing need
? 2
EOF

reg-init -R kept.db
printf 'bin\tname_ru\n940140999282\tA\n940140999283\tB\n' >half
try 'refused cards that cannot be kept: nothing is registered' <<'EOF'
$ ngo-register -k -R kept.db -d 2026-04-15 -x /dev/full half; echo $?; reg-get -R kept.db ngo | wc -l
! ngo-register: half:3: bin: check digit 3, must be 2: '940140999283'
! ngo-register: /dev/full: No space left on device
> 2
> 1
EOF

sed 2q half >one
mkfifo cards
{ sed 1q half; timeout 9 reg-put -R kept.db ngo one || echo $? >&2; } 2>got >cards &
ngo-register -n -R kept.db -d 2026-04-15 cards >out 2>err || :
wait
: >want
report 'others can write while it waits for the first card'

try 'the BIN is needed' <<'EOF'
$ ngo-register -d 2026-04-15
< name_ru
! ngo-register: stdin:1: no field 'bin' among name_ru
? 2
EOF

try 'a day that is none' <<'EOF'
$ ngo-register -d 15.04.2026 </dev/null
! ngo-register: -d: not a date (YYYY-MM-DD): '15.04.2026'
? 2
EOF

try 'empty input is trouble, a missing file too' <<'EOF'
$ ngo-register -d 2026-04-15 </dev/null; ngo-register -d 2026-04-15 nosuch
! ngo-register: stdin: empty: a header line is needed
! ngo-register: nosuch: No such file or directory
? 2
EOF

try 'no register is made by a slip' <<'EOF'
$ ngo-register -R nosuch.db -d 2026-04-15 forms; ls nosuch.db
! ngo-register: nosuch.db: no such register; make it with reg-init, or name another with -R or $CIVUTILS_REGISTER
! ls: cannot access 'nosuch.db': No such file or directory
? 2
EOF

try 'a full disk is trouble, but what is registered is' <<'EOF'
$ reg-init -R full.db; ngo-register -R full.db -d 2026-04-15 forms >/dev/full; echo $?; ngo-register -R full.db -d 2026-04-15 forms | cut -f 2 | sort -u
! ngo-register: stdout: No space left on device
> 2
> action
> unchanged
EOF

finish
