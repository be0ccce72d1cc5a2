#!/bin/sh
# The sample councils, from candidates to the annual report, by one script.
. "${0%/*}/lib.sh"

cp "$src"/share/examples/* .
sh ./council.sh 2>got || echo "? $?" >>got
: >want
report 'the script comes to its end, and refuses nothing'

try 'the council that was formed anew keeps the law' <<'EOF'
$ grep ^council formed.tsv | grep district | cut -f 6-11,15,18-23,25
> 0	no	5	4	0.8000	yes		0		0	2026-06-01	2029-05-31	2029-03-31	
EOF
try 'who goes on has a second term' <<'EOF'
$ awk -F '\t' '$8 == "2026-06-01" { print $5, $10 }' next-seats.tsv
> Жаңаев Үшінші 1
> Жаңаев Тоғызыншы 1
> Сынақов Жетінші 2
> Сынақов Сегізінші 2
> Жаңаев Он бірінші 1
EOF
try 'the share of the year before, in points and in per cent' <<'EOF'
$ head -n 1 annual.tsv | cut -f 28-30; grep ^all annual.tsv | cut -f 10,28-30
> share_before	share_points	share_per_cent
> 0.6949	0.6829	1.19	1.75
EOF
try 'what the year was' <<'EOF'
$ grep ^all annual.tsv | cut -f 31-44
> 4	0.8181	5	4	2	2	0	1	0	1	1	1	1	1
EOF
try 'what was recommended adds up' <<'EOF'
$ awk -F '\t' '/^council|^all/ { if ($33 != $35 + $36 + $37 + $38 + $39 || $34 != $40 + $41 + $42 + $43) print }' annual.tsv
EOF
try 'votes in the protocol are those of the meetings' <<'EOF'
$ grep -c '^| vote ' protocol.md; awk -F '\t' 'NR > 1 { n += $18 + $19 } END { print n }' lawful.tsv; sed 1d council-votes.tsv | wc -l
> 9
> 9
> 9
EOF
try 'the members of the new council are published' <<'EOF'
$ jq -r '.memberships[] | select(.start_date == "2026-06-01").person_id' popolo.json | wc -l
> 5
EOF

finish
