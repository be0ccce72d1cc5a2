#!/bin/sh
# run: control-report -r control -d 2026-04-15 controls.tsv
# shellcheck disable=SC2016 # a $ in a transcript is for its shell
. "${0%/*}/lib.sh"
. "$src/t/show.sh"

cp "$src"/share/examples/control*.tsv .
cat >all <<'END'
exec control-report -r control --recommendations control-recommendations.tsv \
    "$@" controls.tsv
END
chmod +x all

# A stream with bars for tabs, which are easier to read in a test.
cat >bars <<'END'
sed 's/ *| */	/g'
END
chmod +x bars

try 'the acts of the story: notice, subjects, document, sending' <<'END'
$ ./all -d 2026-04-15 | ./show control form notice notice_due notice_days conform complete sending sending_due sending_days
> control | form | notice | notice_due | notice_days | conform | complete | sending | sending_due | sending_days
> K-1 | hearing | in-time | 2026-02-20 |  | yes | yes | in-time | 2026-03-13 | 
> K-2 | hearing | late | 2026-03-18 | 1 | yes | yes | late | 2026-04-03 | 5
> K-3 | monitoring |  |  |  | yes | yes | overdue | 2026-04-13 | 2
> K-4 | expertise |  |  |  | yes | yes | in-time | 2026-03-19 | 
> K-5 | discussion |  |  |  | no | no | in-time | 2026-04-10 | 
> K-6 | hearing | open | 2026-04-17 |  | yes |  | not-yet |  | 
> K-7 | monitoring |  |  |  | yes |  | not-yet |  | 
> K-8 | monitoring |  |  |  | yes |  | overdue | 2026-04-14 | 1
END

try 'their recommendations, and what is owed first' <<'END'
$ ./all -d 2026-04-15 | ./show control recommendations in_time late overdue open not_received not_separate overdue_days next next_on
> control | recommendations | in_time | late | overdue | open | not_received | not_separate | overdue_days | next | next_on
> K-1 | 2 | 1 | 1 | 0 | 0 | 0 | 0 |  |  | 
> K-2 | 2 | 2 | 0 | 0 | 0 | 0 | 2 |  |  | 
> K-3 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |  | sending | 2026-04-13
> K-4 | 3 | 1 | 0 | 1 | 1 | 0 | 0 | 14 | answer 2 | 2026-04-01
> K-5 | 1 | 0 | 0 | 0 | 0 | 1 | 0 |  |  | 
> K-6 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |  | notice | 2026-04-17
> K-7 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |  |  | 
> K-8 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |  | sending | 2026-04-14
END

try 'what is wrong, each with its article' <<'END'
$ ./all -d 2026-04-15 | ./show control wrong
> control | wrong
> K-1 | answer 2: 5 days late [Law 30-VIII, art. 13 (to be confirmed)]
> K-2 | notice: 1 day late [Law 30-VIII, art. 13 (to be confirmed)]; sending: 5 days late [Law 30-VIII, art. 13 (to be confirmed)]; answer 1: not separate [Law 30-VIII, art. 13 (to be confirmed)]; answer 2: not separate [Law 30-VIII, art. 13 (to be confirmed)]
> K-3 | sending: 2 days overdue [Law 30-VIII, art. 13 (to be confirmed)]
> K-4 | answer 2: 14 days overdue [Law 30-VIII, art. 13 (to be confirmed)]
> K-5 | subjects: ТОО «Подрядчик дорог (пример)» (conflict) [Law 30-VIII, arts. 1, 13 (to be confirmed)]; document: lacks time, tasks [Law 30-VIII, art. 13 (to be confirmed)]
> K-6 | 
> K-7 | 
> K-8 | sending: 1 day overdue [Law 30-VIII, art. 13 (to be confirmed)]
END

try 'the fields that are passed on' <<'END'
$ ./all -d 2026-04-15 | sed -n 3p | cut -f 1-5
> K-2	hearing	Акимат Примерного района (пример)	2026-03-20	2026-03-20
END

try 'a hearing: three working days by one law, ten calendar days by the other' <<'END'
$ ./all -e -d 2026-04-15 | ./show control step state since due on days cite wrong | grep notice
> K-1 | notice | undated |  |  |  |  |  | 
> K-1 | notice | in-time | 2026-03-02 | 2026-02-20 | 2026-02-20 |  | Law 383-V, art. 21 | 
> K-2 | notice | late | 2026-03-26 | 2026-03-18 | 2026-03-19 | 1 | Law 30-VIII, art. 13 (to be confirmed) | 1 day late
> K-6 | notice | undated |  |  |  |  |  | 
> K-6 | notice | open | 2026-04-27 | 2026-04-17 |  |  | Law 383-V, art. 21 | 
END

try '-e: the other verdicts' <<'END'
$ ./all -e -d 2026-04-15 | ./show control form step no state since due on days wrong | grep -e control -e K-[45] -e K-7
> control | form | step | no | state | since | due | on | days | wrong
> K-4 | expertise | subjects |  | conform |  |  |  |  | 
> K-4 | expertise | document |  | complete |  |  |  |  | 
> K-4 | expertise | sending |  | in-time | 2026-03-10 | 2026-03-19 | 2026-03-12 |  | 
> K-4 | expertise | answer | 1 | in-time | 2026-03-13 | 2026-04-01 | 2026-03-30 |  | 
> K-4 | expertise | answer | 2 | overdue | 2026-03-13 | 2026-04-01 |  | 14 | 14 days overdue
> K-4 | expertise | answer | 3 | open | 2026-04-06 | 2026-04-20 |  |  | 
> K-5 | discussion | subjects |  | unfit |  |  |  |  | ТОО «Подрядчик дорог (пример)» (conflict)
> K-5 | discussion | document |  | incomplete |  |  |  |  | lacks time, tasks
> K-5 | discussion | sending |  | in-time | 2026-04-01 | 2026-04-10 | 2026-04-03 |  | 
> K-5 | discussion | answer | 1 | not-received |  |  |  |  | 
> K-7 | monitoring | subjects |  | conform |  |  |  |  | 
> K-7 | monitoring | document |  | none |  |  |  |  | 
> K-7 | monitoring | sending |  | not-yet |  |  |  |  | 
END

try 'what happens after the day is not known on it' <<'END'
$ ./all -d 2026-03-12 | ./show control notice complete sending sending_days recommendations not_received next next_on | head -n 5
> control | notice | complete | sending | sending_days | recommendations | not_received | next | next_on
> K-1 | in-time | yes | open |  | 2 | 2 | sending | 2026-03-13
> K-2 | open |  | not-yet |  | 2 | 2 | notice | 2026-03-18
> K-3 |  |  | not-yet |  | 0 | 0 |  | 
> K-4 |  | yes | in-time |  | 3 | 3 |  | 
$ ./all -d 2026-04-02 | ./show control in_time late overdue open | grep K-1
> K-1 | 1 | 0 | 0 | 1
END

# The day between the notice's last and the decision: it can still be given.
try 'a notice overdue, and then late; the day before a document is due' <<'END'
$ ./all -d 2026-03-18 | ./show control notice notice_days wrong | grep K-2
$ sed 's/2026-03-19//' controls.tsv >late; control-report -r control -d 2026-03-25 late | ./show control notice notice_days next wrong | grep K-2
$ control-report -r control -d 2026-03-26 late | ./show control notice notice_days next wrong | grep K-2
> K-2 | open |  | 
> K-2 | overdue | 7 | notice | notice: 7 days overdue [Law 30-VIII, art. 13 (to be confirmed)]
> K-2 | missed |  | sending | notice: missed [Law 30-VIII, art. 13 (to be confirmed)]
END

try '--check: what is overdue, by its status too' <<'END'
$ ./all --check -d 2026-04-15 | ./show control next next_on; ./all --check -d 2026-04-15 >/dev/null
> control | next | next_on
> K-3 | sending | 2026-04-13
> K-4 | answer 2 | 2026-04-01
> K-8 | sending | 2026-04-14
? 1
END

try '--check=1 does not see a notice of two days on; --check=2 does' <<'END'
$ ./all --check=1 -d 2026-04-15 | tail -n +2 | cut -f 1 | paste -s -d ' ' -
$ ./all --check=2 -d 2026-04-15 | tail -n +2 | cut -f 1 | paste -s -d ' ' -
> K-3 K-4 K-8
> K-3 K-4 K-6 K-8
END

try '--check sees what is due today' <<'END'
$ ./all --check=0 -d 2026-04-17 | ./show control next_on | grep K-6
> K-6 | 2026-04-17
END

try '-e --check: the verdicts themselves' <<'END'
$ ./all -e --check=5 -d 2026-04-15 | ./show control step no due days; ./all -e --check=5 -d 2026-04-15 >/dev/null
> control | step | no | due | days
> K-3 | sending |  | 2026-04-13 | 2
> K-4 | answer | 2 | 2026-04-01 | 14
> K-4 | answer | 3 | 2026-04-20 | 
> K-6 | notice |  | 2026-04-17 | 
> K-8 | sending |  | 2026-04-14 | 1
? 1
END

try '--check where nothing is owed, though something was late' <<'END'
$ sed -n '1,3p' controls.tsv | control-report --check=30 -r control -d 2026-04-15 | wc -l; sed -n '1,3p' controls.tsv | control-report --check=30 -r control -d 2026-04-15 >/dev/null
> 1
END

try 'by form: the sums' <<'END'
$ ./all -d 2026-04-15 --by form | ./show row form acts wrong subjects_unfit document_none document_complete document_incomplete notices sendings recommendations not_separate overdue_days
> row | form | acts | wrong | subjects_unfit | document_none | document_complete | document_incomplete | notices | sendings | recommendations | not_separate | overdue_days
> group | discussion | 1 | 1 | 1 | 0 | 0 | 1 | 0 | 1 | 1 | 0 | 
> group | expertise | 1 | 1 | 0 | 0 | 1 | 0 | 0 | 1 | 3 | 0 | 14
> group | hearing | 3 | 2 | 0 | 1 | 2 | 0 | 5 | 3 | 4 | 2 | 
> group | monitoring | 3 | 2 | 0 | 2 | 1 | 0 | 0 | 3 | 0 | 0 | 2
> all |  | 8 | 6 | 1 | 3 | 4 | 1 | 5 | 8 | 8 | 2 | 14
END

try 'by object: the states' <<'END'
$ ./all -d 2026-04-15 --by object | ./show object sending_not_yet sending_in_time sending_late sending_overdue sending_open not_received answer_in_time answer_late answer_overdue answer_open
> object | sending_not_yet | sending_in_time | sending_late | sending_overdue | sending_open | not_received | answer_in_time | answer_late | answer_overdue | answer_open
> Акимат Примерного района (пример) | 0 | 1 | 1 | 1 | 0 | 1 | 2 | 0 | 0 | 0
> Управление здравоохранения Примерной области (пример) | 2 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0
> Управление энергетики и ЖКХ Примерной области (пример) | 0 | 2 | 0 | 0 | 0 | 0 | 2 | 1 | 1 | 1
>  | 2 | 3 | 1 | 2 | 0 | 1 | 4 | 1 | 1 | 1
END

./bars >acts <<'END'
id | form | object | subjects | standing | from | until | time | place | tasks | notice_on | decision_on | document_on | sent_on | findings
1 | monitoring | nothing | A | ngo | 2026-04-01 | 2026-06-15 | 10:00 | P | T |  |  |  |  | F
2 | monitoring | unfit | A | none | 2026-04-01 | 2026-07-01 | 10:00 | P | T |  |  |  |  | F
3 | monitoring | incomplete | A | ngo | 2026-04-01 | 2026-07-01 | 10:00 |  | T |  |  | 2026-06-15 |  | F
4 | hearing | notice | A | ngo | 2026-04-01 | 2026-07-01 | 10:00 | P | T | 2026-04-01 | 2026-04-02 |  |  | F
5 | monitoring | sending | A | ngo | 2026-04-01 | 2026-05-01 | 10:00 | P | T |  |  |  |  | F
6 | monitoring | joint | A | ngo | 2026-06-01 | 2026-06-01 | 10:00 | P | T |  |  | 2026-06-01 | 2026-06-01 | F
7 | monitoring | answer | A | ngo | 2026-04-01 | 2026-04-01 | 10:00 | P | T |  |  | 2026-04-01 | 2026-04-01 | F
8 | monitoring | refused | A | ngo | 2026-06-01 | 2026-06-01 | 10:00 | P | T |  |  | 2026-06-01 | 2026-06-01 | F
END
./bars >replies <<'END'
control | no | text | received_on | answered_on | separate
6 | 1 | t | 2026-06-01 | 2026-06-01 | no
7 | 1 | t | 2026-04-01 |  | 
7 | 2 | t | 2026-04-02 |  | 
8 | 1 | t | 2026-05-31 |  | 
END
try 'each thing that is wrong makes an act wrong' <<'END'
$ control-report -r control -d 2026-06-15 --by object --recommendations replies acts | ./show object wrong refused not_separate
> object | wrong | refused | not_separate
> answer | 1 | 0 | 0
> incomplete | 1 | 0 | 0
> joint | 1 | 0 | 1
> nothing | 0 | 0 | 0
> notice | 1 | 0 | 0
> refused | 1 | 1 | 0
> sending | 1 | 0 | 0
> unfit | 1 | 0 | 0
>  | 7 | 1 | 1
! control-report: replies:5: received_on: before the final document was sent: '2026-05-31'
END

try 'of two recommendations, the one that is overdue longer, and the first' <<'END'
$ control-report -r control -d 2026-06-15 --recommendations replies acts 2>/dev/null | ./show control overdue overdue_days next next_on | grep '^7'
$ sed 's/2026-04-02/2026-04-01/' replies | control-report -r control -d 2026-04-02 --recommendations - acts 2>/dev/null | ./show control open next | grep '^7'
> 7 | 2 | 61 | answer 1 | 2026-04-15
> 7 | 2 | answer 1
END

try 'what is wrong is no refusal, and what is owed is one only with --check' <<'END'
$ ./all -d 2026-04-15 | wc -l; ./all -d 2026-04-15 >/dev/null
$ ./all -e -d 2026-04-15 >/dev/null && ./all --by form -d 2026-04-15 >/dev/null
> 9
END

# Recount them from the verdicts, by other means.
./all -e -d 2026-04-15 | awk -F '\t' 'NR > 1 { n[$2 " " $4 " " $6]++ }
	END { for (k in n) print k, n[k] }' | sort >want
./all -d 2026-04-15 --by form | awk -F '\t' '
	NR == 1 { for (i = 1; i <= NF; i++) name[i] = $i; next }
	$1 == "group" { for (i = 6; i < NF; i++) {
		k = name[i]; if ($i == 0 || k !~ /_/) continue
		if (k == "not_separate") continue
		if (k == "not_received") k = "answer_not_received"
		sub(/_/, " ", k); gsub(/_/, "-", k)
		sub(/subjects /, "subjects ", k)
		print $2, k, $i } }' | sort >got
report 'the sums are those of the verdicts'

# Each term over weekends, holidays, years: the last day, and the day after.
while read -r id on due late; do
	printf '%s-a\tmonitoring\tX\t%s\t%s\n' "$id" "$on" "$due"
	printf '%s-b\tmonitoring\tX\t%s\t%s\n' "$id" "$on" "$late"
done >sendings <<'END'
women 2026-03-06 2026-03-18 2026-03-19
saturday 2026-04-25 2026-05-06 2026-05-08
newyear 2026-12-30 2027-01-13 2027-01-14
nauryz 2027-03-12 2027-03-29 2027-03-30
END
try 'sending: the seventh working day is in time, the next is late' <<'END'
$ { printf 'id\tform\tobject\tdocument_on\tsent_on\n'; cat sendings; } | control-report -r control -d 2027-06-01 | ./show control sending sending_due sending_days
> control | sending | sending_due | sending_days
> women-a | in-time | 2026-03-18 | 
> women-b | late | 2026-03-18 | 1
> saturday-a | in-time | 2026-05-06 | 
> saturday-b | late | 2026-05-06 | 2
> newyear-a | in-time | 2027-01-13 | 
> newyear-b | late | 2027-01-13 | 1
> nauryz-a | in-time | 2027-03-29 | 
> nauryz-b | late | 2027-03-29 | 1
END

# The published vectors of the calendar, ten working days.
cat >vectors <<'END'
2024-04-30 2024-05-17
2025-01-02 2025-01-17
2025-10-16 2025-10-31
2026-03-06 2026-03-26
2026-04-28 2026-05-15
2026-10-16 2026-11-02
2026-12-14 2026-12-29
2027-03-05 2027-03-26
END
{
	printf 'id\tform\tobject\tdocument_on\tsent_on\n'
	printf 'C\texpertise\tX\t2024-04-30\t2024-04-30\n'
} >act
{
	printf 'control\tno\ttext\treceived_on\tanswered_on\tseparate\n'
	awk '{ printf("C\t%d\ttext\t%s\t%s\tyes\n", NR, $1, $2) }' vectors
	awk '{ printf("C\t%d\ttext\t%s\t\t\n", NR + 8, $1) }' vectors
} >answers
control-report -e -r control -d 2027-06-01 --recommendations answers act |
    awk -F '\t' '$4 == "answer" && $5 <= 8 { print $7, $8, $6 }' >got
sed 's/$/ in-time/' vectors >want
report 'answer: the tenth working day, as published, is in time'
i=8
while read -r _ due; do
	i=$((i + 1))
	control-report -e -r control -d "$due" --recommendations answers act |
	    awk -F '\t' -v no="$i" '$5 == no { print $6, $10 "." }'
	next=$(date -u -d "$due + 1 day" +%F)
	control-report -e -r control -d "$next" --recommendations answers act |
	    awk -F '\t' -v no="$i" '$5 == no { print $6, $10 "." }'
done <vectors >got
i=0
while [ "$((i += 1))" -le 8 ]; do
	printf 'open .\noverdue 1.\n'
done >want
report 'answer: still open on that day, overdue on the next'

try 'an answer a day late' <<'END'
$ sed 's/2026-05-15/2026-05-16/' answers | control-report -e -r control -d 2027-06-01 --recommendations - act | ./show no state due on days | grep '^5 '
> 5 | late | 2026-05-15 | 2026-05-16 | 1
END

# Three working days back over 7-9 March and over New Year; ten days back.
try 'notice: the last day, and the day after it' <<'END'
$ ./bars | control-report -r control -d 2027-06-01 | ./show control notice notice_due notice_days
< id | form | object | subjects | standing | from | notice_on | decision_on
< march-a | hearing | X | N | ngo | 2026-03-10 | 2026-03-05 | 2026-03-11
< march-b | hearing | X | N | ngo | 2026-03-10 | 2026-03-06 | 2026-03-11
< year-a | hearing | X | N | ngo | 2027-01-06 | 2026-12-31 | 2027-01-08
< year-b | hearing | X | N | ngo | 2027-01-06 | 2027-01-01 | 2027-01-08
< ten-a | hearing | X | N | council | 2026-03-11 | 2026-03-01 | 
< ten-b | hearing | X | N | council | 2026-03-11 | 2026-03-02 | 
< ngo | hearing | X | N | ngo | 2026-03-11 | 2026-03-11 | 
< other | monitoring | X | N | council | 2026-03-11 |  | 2026-03-11
> control | notice | notice_due | notice_days
> march-a | in-time | 2026-03-05 | 
> march-b | late | 2026-03-05 | 1
> year-a | in-time | 2026-12-31 | 
> year-b | late | 2026-12-31 | 1
> ten-a | in-time | 2026-03-01 | 
> ten-b | late | 2026-03-01 | 1
> ngo | undated |  | 
> other |  |  | 
END

try 'a hearing under both laws: the worse verdict is shown' <<'END'
$ ./bars | control-report -r control -d 2026-06-01 | ./show control notice notice_due wrong
< id | form | object | subjects | standing | from | notice_on | decision_on
< both | hearing | X | N;M | ngo;council | 2026-04-20 | 2026-04-14 | 2026-04-22
< good | hearing | X | N;M | ngo;council | 2026-04-20 | 2026-04-10 | 2026-04-22
< never | hearing | X | N;M | ngo;council | 2026-04-20 |  | 2026-04-22
> control | notice | notice_due | wrong
> both | late | 2026-04-10 | notice: 4 days late [Law 383-V, art. 21]
> good | in-time | 2026-04-10 | 
> never | missed | 2026-04-10 | notice: missed [Law 30-VIII, art. 13 (to be confirmed)]; notice: missed [Law 383-V, art. 21]
END

cat >both <<'END'
id	form	object	subjects	standing	from	decision_on
both	hearing	X	M	council	2026-04-20	2026-04-30
END
try 'of two notices that were not given, the worse state comes first' <<'END'
$ for day in 2026-04-10 2026-04-15 2026-04-28 2026-04-30; do control-report -r control -d "$day" both | ./show notice notice_due notice_days next_on | tail -n 1; done
> open | 2026-04-10 |  | 2026-04-10
> overdue | 2026-04-10 | 5 | 2026-04-10
> missed | 2026-04-10 |  | 2026-04-27
> missed | 2026-04-10 |  | 
END

try 'a term over a day that is an estimate says so' <<'END'
$ ./bars | control-report -e -r control -d 2026-06-01 | ./show step due cite | grep sending
< id | form | object | document_on
< A | monitoring | X | 2026-05-22
> sending | 2026-06-03 | Law 30-VIII, art. 13 (to be confirmed) (the day of Kurban Ait is an estimate)
END

try 'each subject by its standing' <<'END'
$ ./bars | control-report -r control -d 2026-06-01 | ./show control conform wrong
< id | form | object | subjects | standing
< all | monitoring | X | A;B;C;D | citizen;ngo;council;empowered
< none | monitoring | X | A;B;C | none;ngo;conflict
< unsaid | monitoring | X | A | 
< nobody | monitoring | X |  | 
> control | conform | wrong
> all | yes | 
> none | no | subjects: A (none), C (conflict) [Law 30-VIII, arts. 1, 13 (to be confirmed)]
> unsaid |  | 
> nobody |  | 
END

head -n 2 controls.tsv >whole
for field in from time place tasks subjects standing findings; do
	case $field in
	subjects) awk -F '\t' -v OFS='\t' 'NR == 2 { $4 = $5 = "" } 1' whole ;;
	*) awk -F '\t' -v OFS='\t' -v field=$field '
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == field) at = i }
		NR == 2 { $at = "" } 1' whole ;;
	esac | control-report -r control -d 2026-04-15 |
	    ./show complete wrong | sed -n '2s/.*document: \([^[]*\) \[.*/\1/p'
done >got
cat >want <<'END'
lacks from
lacks time
lacks place
lacks tasks
lacks subjects, standing
lacks standing
lacks findings
END
report 'the final document lacks what it does not have'

try 'an answer that is not said to be separate' <<'END'
$ sed 's/no	rejected/	rejected/; s/2026-04-14/2026-04-24/' control-recommendations.tsv | control-report -e -r control -d 2026-04-30 --recommendations - controls.tsv | ./show step control no state wrong | grep answer.*K-2
> answer | K-2 | 1 | late | 1 day late, not said to be separate
> answer | K-2 | 2 | late | 1 day late, not said to be separate
END

# Bad input: what is passed on, and the status.
cat >judge <<'END'
./bars >judged
status=0
control-report -r control "$@" judged >passed || status=$?
tail -n +2 passed | cut -f 1
exit "$status"
END
chmod +x judge

try 'a year that the calendar does not cover is said, never guessed' <<'END'
$ ./judge -d 2026-06-01
< id | form | object | subjects | standing | from | decision_on | until | document_on
< a | hearing | X | N | ngo | 2026-01-10 | 2031-01-09 |  | 
< b | hearing | X | N | council | 2031-01-09 |  |  | 
< c | monitoring | X | N | ngo | 2022-01-10 |  |  | 
< d | monitoring | X | N | ngo | 2026-01-10 |  | 2026-02-10 | 
> d
! control-report: judged:2: decision_on: outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2031-01-09'
! control-report: judged:3: from: outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2031-01-09'
! control-report: judged:4: the rules begin only on 2023-12-03: '2022-01-10'
? 1
END

try 'a term that ends after the calendar' <<'END'
$ ./judge -d 2031-01-31
< id | form | object | document_on
< a | monitoring | X | 2030-12-19
< b | monitoring | X | 2030-12-27
> a
! control-report: judged:3: document_on: the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2030-12-27'
? 1
END

try 'days in an order that cannot be' <<'END'
$ ./judge -d 2026-06-01
< id | form | object | from | until | document_on | sent_on
< a | monitoring | X | 2026-04-10 | 2026-04-09 |  | 
< b | monitoring | X | 2026-04-10 |  | 2026-04-09 | 
< c | monitoring | X | 2026-04-10 |  | 2026-04-11 | 2026-04-10
< d | monitoring | X | 2026-04-10 |  |  | 2026-04-11
! control-report: judged:2: until: before from: '2026-04-09'
! control-report: judged:3: document_on: before from: '2026-04-09'
! control-report: judged:4: sent_on: before document_on, or without it: '2026-04-10'
! control-report: judged:5: sent_on: before document_on, or without it: '2026-04-11'
? 1
END

try 'standings that do not fit' <<'END'
$ ./judge -d 2026-06-01
< id | form | object | subjects | standing
< a | monitoring | X | N;M | ngo
< b | monitoring | X | N;M | ngo;citzen
< c | monitoring | X |  | ngo
! control-report: judged:2: standing: 1 for 2 subjects: 'ngo'
! control-report: judged:3: standing: not a code of control_standings (nearest: citizen): 'citzen'
! control-report: judged:4: standing: 1 for 0 subjects: 'ngo'
? 1
END

try 'what the schema refuses, and an act that comes twice' <<'END'
$ ./judge -d 2026-06-01
< id | form | object | from
< a | monitorin | X | 2026-04-10
< b | monitoring |  | 2026-04-10
< c | monitoring | X | 2026-04-31
< d | monitoring | X | 2026-04-10
< d | monitoring | X | 2026-04-10
> d
! control-report: judged:2: form: not a code of control_forms (nearest: monitoring): 'monitorin'
! control-report: judged:3: object: required, but empty
! control-report: judged:4: from: not a date (YYYY-MM-DD): '2026-04-31'
! control-report: judged:6: id: stands twice: 'd'
? 1
END

try 'recommendations that cannot be' <<'END'
$ ./bars | control-report -r control -d 2026-06-01 --recommendations - controls.tsv >passed; status=$?; ./show control recommendations wrong <passed | grep -e K-3 -e K-4; exit $status
< control | no | text | received_on | answered_on | separate | outcome
< K-4 | 1 | t | 2026-03-13 | 2026-03-12 | yes | accepted
< K-4 | 2 | t |  | 2026-03-20 | yes | 
< K-4 | 3 | t | 2026-03-13 |  |  | accepted
< K-4 | 4 | t | 2026-03-13 |  | yes | 
< K-4 | 5 | t | 2026-03-11 |  |  | 
< K-4 | 6 | t | 2026-03-13 |  |  | 
< K-4 | 6 | t | 2026-03-13 |  |  | 
< K-3 | 1 | t | 2026-04-10 |  |  | 
< K-9 | 1 | t | 2026-04-10 |  |  | 
< K-9 | 2 | t | 2026-04-10 |  |  | 
> K-3 | 0 | sending: 49 days overdue [Law 30-VIII, art. 13 (to be confirmed)]; 1 recommendation refused
> K-4 | 1 | answer 6: 61 days overdue [Law 30-VIII, art. 13 (to be confirmed)]; 5 recommendations refused
! control-report: stdin:8: a record with this key came before: 'K-4 6'
! control-report: stdin:9: received_on: the final document was not sent: '2026-04-10'
! control-report: stdin:2: answered_on: before it was received: '2026-03-12'
! control-report: stdin:3: received_on: is answered, but not received
! control-report: stdin:4: answered_on: has an answer, but not its day
! control-report: stdin:5: answered_on: has an answer, but not its day
! control-report: stdin:6: received_on: before the final document was sent: '2026-03-11'
! control-report: stdin:10: control: not among the acts: 'K-9'
! control-report: stdin:11: control: not among the acts: 'K-9'
? 1
END

try 'a recommendation that is refused by its schema alone' <<'END'
$ ./bars | control-report -r control -d 2026-04-15 --recommendations - controls.tsv >passed
< control | no | text | received_on
< K-1 | 1 | t | 2026-03-16
< K-1 | 0 | t | 2026-03-16
! control-report: stdin:3: no: less than 1: '0'
? 1
END

try 'a recommendation of an act that is refused' <<'END'
$ sed '2s/hearing/hear/' controls.tsv >bad; ./bars | control-report -r control -d 2026-04-15 --recommendations - bad >passed; status=$?; cut -f 1 passed | paste -s -d ' ' -; exit $status
< control | no | text | received_on
< K-1 | 1 | t | 2026-03-13
> control K-2 K-3 K-4 K-5 K-6 K-7 K-8
! control-report: bad:2: form: not a code of control_forms: 'hear'
! control-report: stdin:2: control: was refused itself: 'K-1'
? 1
END

try 'one that was received so late that its term leaves the calendar' <<'END'
$ ./bars | control-report -r control -d 2031-01-15 --recommendations - controls.tsv >passed; status=$?; ./show control recommendations overdue <passed | grep K-1; exit $status
< control | no | text | received_on
< K-1 | 1 | t | 2030-12-27
< K-1 | 2 | t | 2030-12-02
< K-1 | 3 | t | 2031-01-06
> K-1 | 1 | 1
! control-report: stdin:2: received_on: the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2030-12-27'
! control-report: stdin:4: received_on: outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2031-01-06'
? 1
END

try 'options that do not go together' <<'END'
$ ./all -d 2026-04-15 --by form -e
$ ./all -d 2026-04-15 --by form --check
! control-report: --by: sums only, without --check and -e
! usage: control-report [-e] [-d date] -r rules [--recommendations file] [--by field] [--check[=days]] [-x file] [file ...]
! control-report: --by: sums only, without --check and -e
! usage: control-report [-e] [-d date] -r rules [--recommendations file] [--by field] [--check[=days]] [-x file] [file ...]
? 2
END

try 'by something else; a number of days that is none' <<'END'
$ ./all -d 2026-04-15 --by region
$ ./all -d 2026-04-15 --check=soon
$ ./all -d 2026-04-15 --check=-1
! control-report: --by: 'object' or 'form', not 'region'
! control-report: --check: not a number of days from 0 to 3660: 'soon'
! control-report: --check: not a number of days from 0 to 3660: '-1'
? 2
END

try 'sums of nothing' <<'END'
$ head -n 1 controls.tsv | control-report -r control -d 2026-04-15 --by form | cut -f 1-4
> row	form	acts	wrong
> all		0	0
END

# Broken rules: what sed does to them, and what is said.
while IFS='|' read -r change line; do
	sed "$change" "$CIVUTILS_SHARE/rules/control.yaml" >bad.yaml
	echo "$line" >want
	echo 2 >>want
	status=0
	control-report -r ./bad.yaml -d 2026-04-15 controls.tsv >out 2>err ||
	    status=$?
	sed 's/^control-report: .*\.yaml:[0-9]*: //' err >got
	cat out >>got
	echo "$status" >>got
	report "broken rules: $line"
done <<'END'
s/term: control-answer/term: control-anser/|no term 'control-anser'; did you mean 'control-answer'?
s/term: control-answer/term: hearing-notice/|a term that is counted back: 'hearing-notice'
s/term: control-document/term: hearing-notice/|a term that is counted back: 'hearing-notice'
s/term: control-hearing/term: control-answer/|a term that is not counted back: 'control-answer'
s/time, place, tasks/tim, place, tasks/|not a field of the kind 'control': 'tim'; did you mean 'time'?
s/forms: \[hearing\]/forms: [hearings]/|not a code of control_forms: 'hearings'; did you mean 'hearing'?
s/before: from/before: sent_on/|unknown word 'sent_on'; known are: from until decision_on
s/standing: \[citizen, /standing: [citizens, /|not a code of control_standings: 'citizens'; did you mean 'citizen'?
s/after: .*/after: []/|1 to 6 days, not 0
s/^    answer:/    answers:/|unknown key 'answers'; did you mean 'answer'?
s/rules: control/rules: terms/|rules of the kind 'terms'; 'control' is needed
END

# An edition of 1 March: the first day of an act says which one governs.
sed -n '/^  - from: 2023/,$p' "$CIVUTILS_SHARE/rules/control.yaml" |
    sed 's/2023-12-03/2026-03-01/; s/control-answer/control-document/
	s/citizen, ngo, /ngo, /' >second
cat "$CIVUTILS_SHARE/rules/control.yaml" second >two.yaml
try 'the edition in force on the first day of an act' <<'END'
$ ./bars >acts; control-report -r ./two.yaml -d 2026-06-01 acts | ./show control conform
< id | form | object | subjects | standing | from | document_on | notice_on
< last | monitoring | X | A | citizen | 2026-02-28 | 2026-03-02 | 
< first | monitoring | X | A | citizen | 2026-03-01 | 2026-03-02 | 
< undated | monitoring | X | A | citizen |  | 2026-02-28 | 
< never | monitoring | X | A | citizen |  |  | 
< told | hearing | X | A | citizen | 2026-03-10 | 2026-03-12 | 2026-02-27
> control | conform
> last | yes
> first | no
> undated | yes
> never | no
> told | no
END

sed 's/2026-03-01/2023-12-03/' second >again
cat "$CIVUTILS_SHARE/rules/control.yaml" again >two.yaml
try 'two editions from one day' <<'END'
$ control-report -r ./two.yaml -d 2026-06-01 controls.tsv 2>&1 | sed 's/yaml:[0-9]*/yaml/'
> control-report: ./two.yaml: an edition must begin after the one before it
END

finish
