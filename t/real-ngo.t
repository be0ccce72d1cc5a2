#!/bin/sh
# NGOs of a state portal go into the register, and come in again.
. "${0%/*}/lib.sh"
need_real kz-fms

source=$real/kz-fms/ngos.tsv

try 'the portal spells regions in its own way; the register has codes' <<EOF
\$ rec-from csv -m kz-fms-ngos "$source" >cards && rec-check ngo cards | cut -f 3 | sort | uniq -c | sed 's/^ *//'
> 57 
> 2 190000000
> 2 230000000
> 1 270000000
> 1 310000000
> 1 350000000
> 1 430000000
> 2 470000000
> 2 550000000
> 2 590000000
> 2 610000000
> 1 630000000
> 10 710000000
> 2 750000000
> 3 790000000
> 1 region
EOF

try 'all 89 are registered; the seven branches owe nothing themselves' <<'EOF'
$ reg-init && ngo-register -d 2026-04-15 cards | cut -f 2-4 | sort | uniq -c | sed 's/^ *//'
> 1 action	status	duty
> 7 registered	none	exempt
> 82 registered	unclear	unclear
EOF

try 'the second time each is unchanged' <<'EOF'
$ ngo-register -d 2026-04-15 cards | cut -f 2 | sort | uniq -c | sed 's/^ *//'
> 1 action
> 89 unchanged
EOF

# The form is in the name: of the public funds it is the beginning.
grep -c 'ОБЩЕСТВЕННЫЙ ФОНД' cards >funds
awk -F '\t' -v OFS='\t' '
	NR == 1 { print $1, "form" }
	index($2, "ОБЩЕСТВЕННЫЙ ФОНД") == 1 { print $1, "public-fund" }' \
    cards >forms
try 'with the form said they owe their filing, from the year of the BIN on' <<EOF
\$ ngo-register -d 2026-04-15 forms | cut -f 2-7 | sort | uniq -c | sed 's/^ *//'
> 1 action	status	duty	late_days	year	due
> $(cat funds) updated	missing	must	15	2025	2026-03-31
EOF

try 'the register is sound, and has the names as they were' <<'EOF'
$ reg-verify >verified && cut -f 1,2 cards >given && reg-get ngo | cut -f 1,3 >kept && sort given >a && sort kept >b && cmp a b
EOF

finish
