#!/bin/sh
# The sample forum, from three lists to its report, by one script.
. "${0%/*}/lib.sh"

cp "$src"/share/examples/* .
sh ./forum.sh >got 2>&1 || echo "? $?" >>got
: >want
report 'the script comes to its end, and says nothing'

# Dates by points, moments and days; three encodings; the same 19 proposals.
cut -f 1,12 collected.tsv | sort >want
awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
    { print $1 "\t" $at["text"] }' list.tsv | sort >got
report 'three lists become the list that is shipped'

cat >want <<'END'
R-7	labour	overdue	2026-04-09
W-105	transport	forwarded	2026-04-16
F26-4	health	forwarded	2026-04-17
END
tail -n +2 owed.tsv | cut -f 1,4,8,12 >got
report 'who owes an answer within five days'

# Totals of the report are those of the states.
awk -F '\t' '$1 == "all" { print $5 }' bodies.tsv >got
awk 'END { print NR - 1 }' state.tsv >want
report 'as many were given as are tracked'

awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["state"] == "late" { late++ } $at["state"] == "overdue" { over++ }
    END { print late + 0, over + 0 }' state.tsv >want
awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    $1 == "all" { print $at["late"], $at["overdue"] }' bodies.tsv >got
report 'late and overdue are counted alike'

# Proposals that were truly made, in our words, each with where it is told.
cut -f 1 founding.tsv | tail -n +2 >want
rec-check proposal founding.tsv |
    awk -F '\t' -v OFS='\t' 'NR == 1 { print $0, "region"; next }
	$9 != "" { print $0, "" }' >checked
forum-route -r routes -d 2026-04-15 checked |
    awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["body"] != "" { print $1 }' >got
report 'the proposals of the founding documents fit, and find their bodies'

finish
