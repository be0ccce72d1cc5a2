#!/bin/sh
# The sample records of public control: they fit their kinds, they agree with
# each other, the register keeps them, and terms counted by due-date(1) and
# compared by awk(1) say the same as control-report(1).
. "${0%/*}/lib.sh"

examples=$src/share/examples
reg-init

while read -r kind file; do
	cp "$examples/$file" want
	rec-check "$kind" want >got 2>&1 || :
	report "$file fits its kind"
	reg-put "$kind" want >/dev/null 2>err || cat err
	{ head -n 1 want; tail -n +2 want | sort; } >sorted
	reg-get "$kind" >out
	{ head -n 1 out; tail -n +2 out | sort; } >got
	mv sorted want
	report "the register gives $file back"
done <<'EOT'
control controls.tsv
control_recommendation control-recommendations.tsv
EOT

tail -n +2 "$examples/controls.tsv" | cut -f 1 | sort >known
: >want
tail -n +2 "$examples/control-recommendations.tsv" | cut -f 1 | sort -u |
    comm -23 - known >got
report 'each recommendation is of an act'

# Every NGO among the subjects is in the register of the examples.
cut -f 3 "$examples/ngos.tsv" | sort -u >known
: >want
tail -n +2 "$examples/controls.tsv" | awk -F '\t' '{ n = split($4, who, ";")
	split($5, as, ";")
	for (i = 1; i <= n; i++) if (as[i] == "ngo") print who[i] }' |
    sort -u | comm -23 - known >got
report 'the NGOs are those of ngos.tsv'

# Each name is said to be invented, but for the people, who are Примеров.
: >want
tail -n +2 "$examples/controls.tsv" | cut -f 3,4 | tr '\t' ';' | tr ';' '\n' |
    grep -v -e '(пример)' -e Примеров >got || :
report 'every body and organisation says that it is an example'

control-report -e -d 2026-04-15 -r control \
    --recommendations "$examples/control-recommendations.tsv" \
    "$examples/controls.tsv" >verdicts

# due TERM FIELD FILE KEEP: the record's key and due day, by another program.
due()
{
	awk -F '\t' -v field="$2" -v no="$4" '
	NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i
		print "key\tday"; next }
	$at[field] != "" { print $1 (no ? " " $2 : "") "\t" $at[field] }' \
	    "$3" >days
	due-date -r "$1" -f day days | cut -f 1,3 | tail -n +2 | sort
}

awk -F '\t' '$4 == "answer" && $8 != "" { print $1 " " $5 "\t" $8 }' verdicts |
    sort >got
due control-answer received_on "$examples/control-recommendations.tsv" 1 >want
report 'the days by which answers are due'

awk -F '\t' '$4 == "sending" && $8 != "" { print $1 "\t" $8 }' verdicts |
    grep -v K-8 | sort >got
due control-document document_on "$examples/controls.tsv" '' >want
report 'the days by which documents are due'

awk -F '\t' '$4 == "notice" && $8 != "" && $11 ~ /30-VIII/ {
	print $1 "\t" $8 }' verdicts | sort >got
due control-hearing decision_on "$examples/controls.tsv" '' >want
report 'the days by which notice is due before a decision'

awk -F '\t' '$4 == "notice" && $8 != "" && $11 ~ /383-V/ {
	print $1 "\t" $8 }' verdicts | sort >got
awk -F '\t' 'NR == 1 || ($2 == "hearing" && $5 == "council")' \
    "$examples/controls.tsv" >hearings
due hearing-notice from hearings '' >want
report 'the days by which notice is due before a hearing of a council'

# Late or overdue, by comparing the days as text.
awk -F '\t' 'NR > 1 && $8 != "" { done = $9 == "" ? "2026-04-15" : $9
	state = $9 == "" ? "open" : "in-time"
	if (done > $8) state = $9 == "" ? "overdue" : "late"
	print $1, $4, $5, state }' verdicts >want
awk -F '\t' 'NR > 1 && $8 != "" { print $1, $4, $5, $6 }' verdicts >got
report 'what is late is late'

finish
