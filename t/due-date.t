#!/bin/sh
# run: due-date -r appeal --extended extended letters.tsv
# shellcheck disable=SC2016 # a $ in a script of sed is sed's
. "${0%/*}/lib.sh"

# Terms of plain lengths, for the published answers.
cat >days.yaml <<'EOF'
rules: terms
title: plain lengths
cite: none
terms:
  ten:
    title: ten
    editions:
      - {from: 2018-01-01, cite: ten, length: 10 working days}
  fifteen:
    title: fifteen
    editions:
      - {from: 2018-01-01, cite: fifteen, length: 15 working days}
  twenty:
    title: twenty
    editions:
      - {from: 2018-01-01, cite: twenty, length: 20 working days}
EOF

# Answers worked out by hand: registered, and 10, 15, 20 working days on.
cat >answers <<'EOF'
registered	ten	fifteen	twenty
2020-11-27	2020-12-14	2020-12-23	2020-12-30
2021-07-05	2021-07-21	2021-07-28	2021-08-04
2023-06-26	2023-07-12	2023-07-19	2023-07-26
2024-04-30	2024-05-17	2024-05-24	2024-05-31
2025-01-02	2025-01-17	2025-01-24	2025-01-31
2025-10-16	2025-10-31	2025-11-07	2025-11-14
2026-03-06	2026-03-26	2026-04-02	2026-04-09
2026-04-28	2026-05-15	2026-05-22	2026-06-01
2026-10-16	2026-11-02	2026-11-09	2026-11-16
2026-12-14	2026-12-29	2027-01-08	2027-01-15
2027-03-05	2027-03-26	2027-04-02	2027-04-09
EOF

cut -f 1 answers >dates
i=1
for term in ten fifteen twenty; do
	i=$((i + 1))
	due-date -r "./days.yaml:$term" dates | cut -f 1,2 >got
	cut -f "1,$i" answers | sed '1s/.*/registered	due/' >want
	report "$term working days, from eleven days"
done

# The same through the law, whose Code is in force from 2021-07-01.
due-date -r appeal dates | sed 1,2d >got
cut -f 1,3 answers | sed '1,2d; s/$/	Code 350-VI, art. 76/' >want
report 'an appeal has fifteen working days'

due-date -r complaint dates 2>err | sed '1d; s/ (the day of .*//' >got || :
cut -f 1,4 answers | sed '1,2d; s/$/	Code 350-VI, art. 99/' >want
report 'a complaint has twenty working days'

# All days of the calendar that are not plain: half a year from its first day
# is explained, for each half year.
cat >half.yaml <<'EOF'
rules: terms
title: half a year
cite: none
terms:
  half:
    title: half a year
    editions:
      - from: 2018-01-01
        cite: none
        length: 184 calendar days
        start: same day
EOF
for year in 18 19 20 21 22 23 24 25 26 27 28 29 30; do
	printf '20%s-01-01\n20%s-07-01\n' $year $year
done | sed '1s/^/registered\n/' >halves
due-date -e -r half.yaml halves | awk -F '\t' '
	NR == 1 || $4 == "" || $5 == "" || $5 == "weekend" { next }
	$5 ~ /^worked, as/ { print $2 ":worked"; next }
	$5 ~ /^off, as/ { print $2 "+"; next }
	$5 ~ /, shifted from/ { print $2 "*"; next }
	$5 ~ /\(estimated\)$/ { print $2 "?"; next }
	{ print $2 }
' | sort -u >calendar

# Days off in full, year by year: * shifted, + by decree, ? estimated.
while read -r year days; do
	echo "$days" >want
	sed -n "/:worked/d; s/^$year-//p" calendar | paste -s -d ' ' - >got
	report "the days off of $year"
done <<'EOF'
2020 01-01 01-02 01-03+ 01-07 03-08 03-09* 03-21 03-22 03-23 03-24* 03-25* 05-01 05-07 05-08+ 05-09 07-06 07-31 08-30 08-31* 12-01 12-16 12-17 12-18+
2021 01-01 01-02 01-04* 01-07 03-08 03-21 03-22 03-23 03-24* 05-01 05-03* 05-07 05-09 05-10* 07-05+ 07-06 07-20 08-30 12-01 12-16 12-17
2024 01-01 01-02 01-07 03-08 03-21 03-22 03-23 03-25* 05-01 05-07 05-08+ 05-09 06-16 07-06 07-08* 08-30 10-25 12-16
2025 01-01 01-02 01-03+ 01-07 03-08 03-10* 03-21 03-22 03-23 03-24* 03-25* 05-01 05-07 05-09 06-06 07-06 07-07* 08-30 09-01* 10-25 10-27* 12-16
2026 01-01 01-02 01-07 03-08 03-09* 03-21 03-22 03-23 03-24* 03-25* 05-01 05-07 05-09 05-11* 05-27? 07-06 10-25 10-26* 12-16
2027 01-01 01-02 01-04* 01-07 03-08 03-15 03-21 03-22 03-23 03-24* 05-01 05-03* 05-07 05-09 05-10* 05-16? 07-06 10-25 12-16
EOF

sed -n 's/:worked//p' calendar | paste -s -d ' ' - | fold -s -w 66 >got
cat >want <<'EOF'
2018-03-03 2018-04-28 2018-05-05 2018-08-25 2018-12-29 2019-05-04 
2020-01-05 2020-05-11 2020-12-20 2021-07-03 2022-03-05 2022-08-27 
2022-10-22 2023-07-01 2024-05-04 2025-01-05
EOF
report 'the weekends and shifts that are worked'

# The public table: the same days off, for the same reasons, and the same
# worked days, but for those that the calendar's comment names.
if test -d "$real/kz-holidays"; then
	sed -n 's/^ *"\(20[0-9-]*\)": "\(.*\)",*$/\1 \2/p' \
	    "$real/kz-holidays/KZ_COMMON.json" | awk '
		$1 < "2018" || $1 > "2030-12-31" { next }
		/Day off \(substituted from/ {
			split($NF, d, "[/)]")
			print d[3] "-" d[1] "-" d[2] ":worked"
			print $1 "+"; next
		}
		/\(observed\)/ { print $1 "*"; next }
		/\(estimated\)/ { print $1 "?"; next }
		{ print $1 }
	' | sort -u >table
	wc -l <table | awk '{ print ($1 < 270 ? "part" : "all") }' >got
	echo all >want
	report 'the public table of days off was read'

	comm -3 table calendar | tr -d '\t' >got
	sed -n 's/^# differs: *\([^ ]*\).*/\1/p' \
	    "$CIVUTILS_SHARE/rules/calendar.yaml" >want
	report 'it differs from the calendar as the calendar says'
else
	skip 'no real records (kz-holidays) here'
fi

# The estimated day is Wednesday, 27 May 2026.
try 'a day that rests on an estimate says so' <<'EOF'
$ due-date -r appeal | cut -f 2,3
< registered
< 2026-04-30
< 2026-05-04
< 2026-05-26
< 2026-05-27
> due	cite
> 2026-05-26	Code 350-VI, art. 76
> 2026-05-28	Code 350-VI, art. 76 (the day of Kurban Ait is an estimate)
> 2026-06-17	Code 350-VI, art. 76 (the day of Kurban Ait is an estimate)
> 2026-06-17	Code 350-VI, art. 76
EOF
try 'but not one that is counted from a decision alone' <<'EOF'
$ due-date -r appeal --extended extended | cut -f 3,4
< registered	extended
< 2026-05-04	2026-05-05
> due	cite
> 2026-07-07	Code 350-VI, art. 76 p. 3
EOF

try 'the edition in force on the day of registration governs' <<'EOF'
$ due-date -r appeal
< registered
< 2021-06-30
< 2021-07-01
> registered	due	cite
> 2021-06-30	2021-07-15	Law 221 of 12.01.2007, art. 8 (to be confirmed)
> 2021-07-01	2021-07-26	Code 350-VI, art. 76
EOF

# Each term of the law, from a day for which its answer was worked out.
while read -r term registered due cite; do
	printf 'registered\n%s\n' "$registered" >one
	printf '%s\t%s\t%s\n' "$registered" "$due" "$cite" >want
	due-date -r "$term" one 2>&1 | sed 1d >got || :
	report "the term $term, registered $registered"
done <<'EOF'
appeal 2024-04-30 2024-05-24 Code 350-VI, art. 76
appeal 2018-04-27 2018-05-12 Law 221 of 12.01.2007, art. 8 (to be confirmed)
appeal-check 2018-04-27 2018-05-27 Law 221 of 12.01.2007, art. 8 (to be confirmed)
appeal-check 2024-04-30 2024-05-24 Code 350-VI, art. 76
extension-notice 2024-05-03 2024-05-10 Code 350-VI, art. 76 p. 3
forwarding 2024-05-08 2024-05-14 Code 350-VI, art. 65 (to be confirmed)
complaint 2024-04-30 2024-05-31 Code 350-VI, art. 99
information 2024-04-30 2024-05-15 Law 401-V of 16.11.2015, art. 11 (to be confirmed)
petition-support 2024-04-30 2024-05-31 Code 350-VI, art. 90-1 and after (to be confirmed)
petition-check 2025-10-16 2025-11-14 Code 350-VI, art. 90-1 and after (to be confirmed)
petition-votes 2024-08-31 2025-02-28 Code 350-VI, art. 90-1 and after (to be confirmed)
council-recommendation 2024-01-31 2024-02-29 Law 383-V, art. 5 p. 2
council-draft 2024-04-30 2024-05-17 Law 383-V, art. 5-1 p. 2 (to be confirmed)
hearing-notice 2024-05-20 2024-05-10 Law 383-V, art. 21
control-document 2024-04-30 2024-05-14 Law 30-VIII, art. 13 (to be confirmed)
control-answer 2024-04-30 2024-05-17 Law 30-VIII, art. 13 (to be confirmed)
control-hearing 2024-05-13 2024-05-04 Law 30-VIII, art. 13 (to be confirmed)
grant-check 2024-04-30 2024-05-17 Order 406 of 26.09.2022 (to be confirmed)
grant-check 2025-10-16 2025-10-31 Order 144 of 07.04.2025 (to be confirmed)
grant-commission 2024-04-30 2024-05-24 Order 406 of 26.09.2022 (to be confirmed)
grant-commission 2025-10-16 2025-11-07 Order 144 of 07.04.2025 (to be confirmed)
EOF

sed -n 's/^  \([a-z-]*\):$/\1/p' "$CIVUTILS_SHARE/rules/terms.yaml" | sort >got
sed -n '/^while read -r term/,/^EOF/p' "$src/t/due-date.t" |
    sed -n 's/^\([a-z-]*\) 20.*/\1/p' | sort -u >want
report 'each term of the law is tested'

try 'an extension counts two months from the decision, and rolls on' <<'EOF'
$ due-date -r appeal --extended extended
< registered	extended
< 2024-04-30	
< 2024-04-30	2024-05-20
< 2024-04-30	2024-05-24
> registered	extended	due	cite
> 2024-04-30		2024-05-24	Code 350-VI, art. 76
> 2024-04-30	2024-05-20	2024-07-22	Code 350-VI, art. 76 p. 3
> 2024-04-30	2024-05-24	2024-07-24	Code 350-VI, art. 76 p. 3
EOF

try 'an extension may lengthen the term itself' <<'EOF'
$ due-date -r information --extended extended
< registered	extended
< 2024-04-30	2024-05-02
< 2024-04-30	2024-05-15
> registered	extended	due	cite
> 2024-04-30	2024-05-02	2024-05-30	Law 401-V of 16.11.2015, art. 11 (to be confirmed)
> 2024-04-30	2024-05-15	2024-05-30	Law 401-V of 16.11.2015, art. 11 (to be confirmed)
EOF

try 'the law of the day of registration governs the extension too' <<'EOF'
$ due-date -r appeal-check --extended extended
< registered	extended
< 2021-06-30	2021-07-29
< 2021-07-01	2021-07-02
> registered	extended	due	cite
> 2021-06-30	2021-07-29	2021-08-29	Law 221 of 12.01.2007, art. 8 (to be confirmed)
> 2021-07-01	2021-07-02	2021-09-02	Code 350-VI, art. 76 p. 3
EOF

try 'an extension that the law does not know is refused' <<'EOF'
$ due-date -r appeal --extended extended
< registered	extended
< 2024-04-30	2024-05-25
< 2024-04-30	2024-04-29
< 2024-04-30	soon
< 2021-06-30	2021-07-10
< 2030-11-28	2030-12-02
> registered	extended	due	cite
! due-date: stdin:2: extended: extended after it was due, 2024-05-24: '2024-05-25'
! due-date: stdin:3: extended: extended before it was registered: '2024-04-29'
! due-date: stdin:4: extended: not a date (YYYY-MM-DD): 'soon'
! due-date: stdin:5: extended: cannot be extended under Law 221 of 12.01.2007, art. 8 (to be confirmed): '2021-07-10'
! due-date: stdin:6: extended: the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2030-12-02'
? 1
EOF

try 'the day of registration may stand in another field' <<'EOF'
$ due-date -f filed -r forwarding
< registered	filed	n
< 1999-01-01	2024-05-08	1
> registered	filed	n	due	cite
> 1999-01-01	2024-05-08	1	2024-05-14	Code 350-VI, art. 65 (to be confirmed)
EOF

try 'records with a bad date are refused, all others are answered' <<'EOF'
$ due-date -r appeal -x bad.tsv; s=$?; cat bad.tsv; exit $s
< registered	n
< 2024-02-30	1
< 	2
< 2024-04-30	3
< 30.04.2024	4
< 2017-12-31	5
< 2031-01-01	6
< 2030-12-20	7
> registered	n	due	cite
> 2024-04-30	3	2024-05-24	Code 350-VI, art. 76
> registered	n	refused_at	refused_why
> 2024-02-30	1	stdin:2	registered: not a date (YYYY-MM-DD): '2024-02-30'
> 	2	stdin:3	registered: not a date (YYYY-MM-DD): ''
> 30.04.2024	4	stdin:5	registered: not a date (YYYY-MM-DD): '30.04.2024'
> 2017-12-31	5	stdin:6	registered: outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2017-12-31'
> 2031-01-01	6	stdin:7	registered: outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2031-01-01'
> 2030-12-20	7	stdin:8	registered: the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2030-12-20'
! due-date: stdin:2: registered: not a date (YYYY-MM-DD): '2024-02-30'
! due-date: stdin:3: registered: not a date (YYYY-MM-DD): ''
! due-date: stdin:5: registered: not a date (YYYY-MM-DD): '30.04.2024'
! due-date: stdin:6: registered: outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2017-12-31'
! due-date: stdin:7: registered: outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2031-01-01'
! due-date: stdin:8: registered: the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2030-12-20'
? 1
EOF

try 'a term that the law did not know yet is refused' <<'EOF'
$ due-date -r petition-check
< registered
< 2024-04-03
< 2024-04-04
> registered	due	cite
> 2024-04-04	2024-05-03	Code 350-VI, art. 90-1 and after (to be confirmed)
! due-date: stdin:2: registered: the term 'petition-check' is in force only from 2024-04-04: '2024-04-03'
? 1
EOF

try 'with -e each day on the way is told' <<'EOF'
$ due-date -e -r extension-notice
< id	registered
< 7	2024-05-03
> id	registered	day	weekday	count	why
> 7	2024-05-03	2024-05-03	Friday		registered; Code 350-VI, art. 76 p. 3: 3 working days
> 7	2024-05-03	2024-05-04	Saturday	1	worked, as 2024-05-08 is off
> 7	2024-05-03	2024-05-05	Sunday		weekend
> 7	2024-05-03	2024-05-06	Monday	2	
> 7	2024-05-03	2024-05-07	Tuesday		Defender of the Fatherland Day
> 7	2024-05-03	2024-05-08	Wednesday		off, as 2024-05-04 is worked
> 7	2024-05-03	2024-05-09	Thursday		Victory Day
> 7	2024-05-03	2024-05-10	Friday	3	
> 7	2024-05-03	2024-05-10	Friday		due
EOF

try 'with -e an extension and a roll are told' <<'EOF'
$ due-date -e -r appeal --extended extended | sed '1,/	due$/d'
< registered	extended
< 2024-04-30	2024-05-20
> 2024-04-30	2024-05-20	2024-05-20	Monday		extended from here; Code 350-VI, art. 76 p. 3: 2 months
> 2024-04-30	2024-05-20	2024-06-20	Thursday	1	
> 2024-04-30	2024-05-20	2024-07-20	Saturday	2	weekend
> 2024-04-30	2024-05-20	2024-07-20	Saturday		not worked, so the term moves on: weekend
> 2024-04-30	2024-05-20	2024-07-21	Sunday		not worked, so the term moves on: weekend
> 2024-04-30	2024-05-20	2024-07-22	Monday		due
EOF

try 'with -e a term that counts back says so' <<'EOF'
$ due-date -e -r control-hearing
< registered
< 2024-05-13
> registered	day	weekday	count	why
> 2024-05-13	2024-05-13	Monday		registered; Law 30-VIII, art. 13 (to be confirmed): 3 working days back
> 2024-05-13	2024-05-12	Sunday		weekend
> 2024-05-13	2024-05-11	Saturday		weekend
> 2024-05-13	2024-05-10	Friday	1	
> 2024-05-13	2024-05-09	Thursday		Victory Day
> 2024-05-13	2024-05-08	Wednesday		off, as 2024-05-04 is worked
> 2024-05-13	2024-05-07	Tuesday		Defender of the Fatherland Day
> 2024-05-13	2024-05-06	Monday	2	
> 2024-05-13	2024-05-05	Sunday		weekend
> 2024-05-13	2024-05-04	Saturday	3	worked, as 2024-05-08 is off
> 2024-05-13	2024-05-04	Saturday		due
EOF

try 'with -e an extension is told of the record that has it' <<'EOF'
$ due-date -e -r appeal --extended extended | cut -f 1,7 | grep extended
< n	registered	extended
< 1	2024-04-30	2024-05-20
< 2	2024-04-30	
> 1	extended from here; Code 350-VI, art. 76 p. 3: 2 months
EOF

try 'with -e a refused record leaves nothing behind' <<'EOF'
$ due-date -e -r complaint
< registered
< 2030-12-20
> registered	day	weekday	count	why
! due-date: stdin:2: registered: the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2030-12-20'
? 1
EOF

cat >mine.yaml <<'EOF'
rules: calendar
title: a week of six days
cite: none
first: 2024-01-01
last: 2024-12-31
weekend: [sunday]
yearly:
  - {date: 05-09, name: Victory Day}
  - {date: 06-02, name: A Sunday, shift: no}
  - {date: 06-09, name: Another Sunday}
dated:
  - {day: 2024-06-16, name: A third, shift: no}
  - {day: 2024-06-23, name: A fourth}
EOF
try 'another calendar counts otherwise' <<'EOF'
$ due-date -c mine.yaml -r extension-notice
< registered
< 2024-05-08
< 2024-05-31
< 2024-06-07
< 2024-06-14
< 2024-06-21
> registered	due	cite
> 2024-05-08	2024-05-13	Code 350-VI, art. 76 p. 3
> 2024-05-31	2024-06-04	Code 350-VI, art. 76 p. 3
> 2024-06-07	2024-06-12	Code 350-VI, art. 76 p. 3
> 2024-06-14	2024-06-18	Code 350-VI, art. 76 p. 3
> 2024-06-21	2024-06-26	Code 350-VI, art. 76 p. 3
EOF

try 'a field that is there already is not written over' <<'EOF'
$ due-date -r appeal
< registered	due
< 2024-05-08	x
! due-date: the input has a field 'due' already; rename it or take it out first
? 2
EOF

try 'a misspelt field is named' <<'EOF'
$ due-date -r appeal -f registerd
< registered
! due-date: stdin:1: no field 'registerd'; the nearest is 'registered'
? 2
EOF

try 'a term is needed' <<'EOF'
$ due-date
! due-date: -r term is needed
! usage: due-date [-e] -r term [-f field] [--extended field] [-c file] [-x file] [file ...]
? 2
EOF

try 'a misspelt term is named' <<'EOF'
$ cd "$CIVUTILS_SHARE" && due-date -r complant 2>&1 | sed 's/^.*yaml:[0-9]*/FILE:LINE/'
< registered
> FILE:LINE: no term 'complant'; did you mean 'complaint'?
EOF

try 'a file with many terms needs the name of one' <<'EOF'
$ due-date -r ./days.yaml
< registered
! due-date: ./days.yaml:5: say which term: FILE:TERM
? 2
EOF

try 'a file with one term does not' <<'EOF'
$ cp half.yaml half; for r in half.yaml half.yaml:half ./half ./half:half; do due-date -r $r dates | tail -n 1; done
> 2027-03-05	2027-09-04	none
> 2027-03-05	2027-09-04	none
> 2027-03-05	2027-09-04	none
> 2027-03-05	2027-09-04	none
EOF

try 'a rule file that is not there is trouble' <<'EOF'
$ due-date -r ./nosuch.yaml
< registered
! due-date: ./nosuch.yaml: No such file or directory
? 2
EOF

# bend FILE SCRIPT MESSAGE: the file, changed by sed, stops the program with
# this message, and nothing is printed.
printf 'registered\n2024-05-08\n' >one
bend()
{
	sed "$2" "$1" >bent.yaml
	status=0
	case $1 in
	mine.yaml) due-date -r appeal -c bent.yaml one >got 2>&1 || status=$? ;;
	*) due-date -r bent.yaml one >got 2>&1 || status=$? ;;
	esac
	echo "$status" >>got
	printf 'due-date: bent.yaml:%s\n2\n' "$3" >want
	report "broken rules: $3"
}

bend half.yaml 's/rules: terms/rules: term/' \
    "1: rules of the kind 'term'; 'terms' is needed"
bend half.yaml 's/^terms:/term:/' "1: no key 'terms' here; the nearest is 'term'"
bend half.yaml 's/^cite:/cites:/' "3: unknown key 'cites'; did you mean 'cite'?"
bend half.yaml 's/start:/strat:/' "11: unknown key 'strat'; did you mean 'start'?"
bend half.yaml 's/same day/some day/' \
    "11: start is 'next day' or 'same day', not 'some day'"
bend half.yaml 's/184 calendar days/184 days/' "10: not a length, like \
'15 working days', '15 calendar days' or '1 month': '184 days'"
bend half.yaml 's/from: 2018-01-01/from: 2018/' \
    "8: must be a date (YYYY-MM-DD): '2018'"
bend half.yaml '/length/d' "8: no key 'length' here"
bend half.yaml 's/start: same day/extension: 2 months/' \
    '11: must be a map of keys and values'
bend half.yaml '/editions:/,$d' "6: no key 'editions' here"
bend half.yaml 's/editions:/editions: []/; /- from/,$d' \
    '7: a term needs an edition'
bend half.yaml '$a\
\      - {from: 2018-01-01, cite: again, length: 1 month}' \
    '12: editions go from the oldest to the newest'
bend half.yaml 's/start: same day/count: back/; $a\
\        roll: yes' '8: a term that counts back neither rolls nor is extended'
bend half.yaml 's/start: same day/count: back/; $a\
\        extension: {length: 1 month, from: decision, cite: none}' \
    '8: a term that counts back neither rolls nor is extended'

bend mine.yaml 's/rules: calendar/rules: terms/' \
    "1: rules of the kind 'terms'; 'calendar' is needed"
bend mine.yaml 's/sunday/sundy/' "6: unknown word 'sundy'; did you mean 'sunday'?"
bend mine.yaml 's/date: 05-09/date: 5-9/' \
    "8: not a day of the year, like 03-08: '5-9'"
bend mine.yaml 's/date: 05-09/date: 05-9/' \
    "8: not a day of the year, like 03-08: '05-9'"
bend mine.yaml 's/date: 05-09/date: 5-009/' \
    "8: not a day of the year, like 03-08: '5-009'"
bend mine.yaml 's/date: 05-09/date: 02-30/' \
    "8: not a day of the year, like 03-08: '02-30'"
bend mine.yaml 's/last: 2024/last: 2023/' '5: the last day comes before the first'
bend mine.yaml '8s/}/, until: 2020, from: 2021}/' \
    "8: must be a whole number from 2021 to 9999: '2020'"
bend mine.yaml 's/day: 2024-06-23/day: 2025-01-01/' \
    '13: the day is not between the first and the last'
bend mine.yaml '$a\
transfers: [{off: 2024-05-05, worked: 2024-05-12}]' \
    '14: the day off is no working day of this calendar'
bend mine.yaml '$a\
transfers: [{off: 2024-05-06, worked: 2024-05-08}]' \
    '14: the worked day is no day off of this calendar'
bend mine.yaml '$a\
transfers: [{offf: 2024-05-06, worked: 2024-05-12}]' \
    "14: unknown key 'offf'; did you mean 'off'?"

finish
