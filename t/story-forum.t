#!/bin/sh
# The sample records of one forum, from its three lists to its answers: they
# fit their kinds, they agree with each other, and the register keeps them.
. "${0%/*}/lib.sh"

examples=$src/share/examples
reg-init

# The kinds in the order in which they refer to each other, with their files.
while read -r kind file; do
	cp "$examples/$file" want
	rec-check "$kind" want >got 2>&1 || :
	report "$file fits its kind"
	reg-put "$kind" want >/dev/null 2>err || cat err
	{ head -n 1 want; tail -n +2 want | sort; } >sorted
	reg-get "$kind" >out
	# Points of rules without decimal places come back with those of the kind.
	{ head -n 1 out; tail -n +2 out | sort | sed 's/\.000//'; } >got
	mv sorted want
	report "the register gives $file back"
done <<'EOT'
proposal collected.tsv
act acts.tsv
route routes.tsv
answer answers.tsv
extension extensions.tsv
draft drafts.tsv
comment comments.tsv
EOT

# The kinds that have no sample here: each makes a table, whatever the names
# of its fields are in SQL.
for kind in council candidate meeting meeting_attendance meeting_vote \
    recommendation control control_recommendation; do
	sed -n '/^fields:/,$s/^  \([a-z_]*\):$/\1/p' \
	    "$CIVUTILS_SHARE/schema/$kind.yaml" | paste -s - >want
	reg-put "$kind" want >/dev/null 2>err || cat err
	reg-get "$kind" >got
	report "a table of the kind $kind"
done

# refer FILE FIELD KNOWN: each value of the field is a first value of KNOWN.
refer()
{
	tail -n +2 "$examples/$3" | cut -f 1 | sort -u >known
	: >want
	tail -n +2 "$examples/$1" | cut -f "$2" | grep . | sort -u |
	    comm -23 - known >got
	report "$1 refers to what stands in $3"
}

refer routes.tsv 1 collected.tsv
refer answers.tsv 1 routes.tsv
refer answers.tsv 5 acts.tsv
refer extensions.tsv 1 routes.tsv
refer comments.tsv 1 drafts.tsv
refer collected.tsv 15 collected.tsv
refer collected.tsv 16 proposals.tsv

tail -n +2 "$examples/answers.tsv" | cut -f 1,2 | sort >want
tail -n +2 "$examples/routes.tsv" | cut -f 1,2 | sort | comm -12 want - >got
report 'each answers what was passed on to it'

# All but the numbers that forum-collect gives, the groups and the repeats.
for list in regional:csv web:csv microphone:json; do
	rec-from -m "forum-${list%:*}" "${list#*:}" \
	    "$examples/proposals-${list%:*}.${list#*:}" | cut -f 2- | tail -n +2
done | sort >want
tail -n +2 "$examples/collected.tsv" | cut -f 2-4,6-14 | sort >got
report 'the three lists hold what collected.tsv does'

tail -n +2 "$examples/collected.tsv" | cut -f 9 | grep . | sort -u >out
tail -n +2 "$examples/comments.tsv" | cut -f 5 | grep . | sort -u >>out
tail -n +2 "$examples/ngos.tsv" | cut -f 1 | sort -u >known
: >want
sort -u out | comm -23 - known >got
report 'the NGOs of the forum are in the register'

# The terms, as the README of the examples tells them.
try 'who owes an answer on 15 April 2026, and by when' <<'EOF'
$ tail -n +2 "$CIVUTILS_SHARE/examples/answers.tsv" | cut -f 1 | sort >answered
$ due-date -f received -r appeal "$CIVUTILS_SHARE/examples/collected.tsv" | cut -f 1,17 | tail -n +2 | sort | join -v 1 - answered | sort -k 2
> R-3 2026-04-02
> R-7 2026-04-09
> W-105 2026-04-16
> F26-4 2026-04-17
> W-108 2026-05-05
# The terms, as the README of the examples tells them.
try 'who owes an answer on 15 April 2026, and by when' <<'EOF'
$ tail -n +2 "$CIVUTILS_SHARE/examples/answers.tsv" | cut -f 1 | sort >answered
$ due-date -f received -r appeal "$CIVUTILS_SHARE/examples/collected.tsv" | cut -f 1,17 | tail -n +2 | sort | join -v 1 - answered | sort -k 2
> R-3 2026-04-02
> R-7 2026-04-09
> W-105 2026-04-16
> F26-4 2026-04-17
> W-108 2026-05-05
EOF

try 'one answer is late, one on the last day' <<'EOF'
$ tail -n +2 "$CIVUTILS_SHARE/examples/answers.tsv" | cut -f 1,7 | sort >answered
$ due-date -f received -r appeal "$CIVUTILS_SHARE/examples/collected.tsv" | cut -f 1,17 | tail -n +2 | sort | join - answered | awk '$3 > $2 || $1 == "W-106"'
> R-2 2026-04-02 2026-04-07
> W-106 2026-04-15 2026-04-15
EOF

try 'one was passed on late' <<'EOF'
$ tail -n +2 "$CIVUTILS_SHARE/examples/routes.tsv" | cut -f 1,6 | sort >routed
$ due-date -f received -r forwarding "$CIVUTILS_SHARE/examples/collected.tsv" | cut -f 1,17 | tail -n +2 | sort | join - routed | awk '$3 > $2'
> W-107 2026-03-19 2026-03-26
EOF

try 'one extension is longer than the law allows; both were told in time' <<'EOF'
$ cut -f 1,13 "$CIVUTILS_SHARE/examples/collected.tsv" | sort >received
$ tail -n +2 "$CIVUTILS_SHARE/examples/extensions.tsv" | sort | join -t "$(printf '\t')" - received | { printf 'proposal\tuntil\treason\tdecided_on\ttold_on\tregistered\n'; cat; } | due-date -r appeal --extended decided_on | awk -F '\t' 'NR > 1 { print $1, ($2 <= $7 ? "lawful" : "unlawful"), $2, $7 }'
$ due-date -f decided_on -r extension-notice "$CIVUTILS_SHARE/examples/extensions.tsv" | awk -F '\t' 'NR > 1 && $5 > $6'
> R-3 lawful 2026-05-29 2026-06-01
> R-7 unlawful 2026-07-31 2026-06-08
EOF

finish
