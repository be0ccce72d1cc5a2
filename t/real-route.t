#!/bin/sh
# The shipped rules against the state's own list of bodies (data.egov.kz).
. "${0%/*}/lib.sh"
need_real kz-agencies

# names FILE KEY: one value of all the objects in an array.
names()
{
	jq -r ".[].$2" "$real/kz-agencies/$1" | sed 's/ *$//' | sort -u
}

forum-route -r routes -d 2026-04-15 --bodies >bodies

# In the list of April 2025 under other names: the agency against corruption,
# now a part of КНБ; the ministry of digital development; the regulator of the
# financial market, whose letters the list has its own way.
names getstatisticsbycgogovagencies.json nameRu >theirs
cut -f 6 bodies | sed 1d | sort -u >ours
comm -23 theirs ours >got
cat >want <<'EOF'
АПК РК
АРКРРФР
МЦРИАП РК
EOF
report 'the central bodies of the list are all there, by their Russian letters'

# In ours and not in theirs: the same, КНБ, the agency of 2025, the akimat.
comm -13 theirs ours >got
cat >want <<'EOF'
ААЭ РК
АРРФР РК
КНБ РК
МИИЦР РК
акимат
EOF
report 'and no others but the new ones'

finish
