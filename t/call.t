#!/bin/sh
# The sample call, from its needs to its open data, by one script.
. "${0%/*}/lib.sh"

cp "$src"/share/examples/* .
rm lots.tsv scores.tsv decisions.tsv
sh ./call.sh 2>err || echo "? $?" >>err
grep -v 'warning' err >got || :
: >want
report 'the script comes to its end, and refuses nothing'

for made in lots scores decisions; do
	cp "$src/share/examples/$made.tsv" want
	cp "$made.tsv" got
	report "what it makes is the $made.tsv that is shipped"
done

cp decisions.tsv want
LC_ALL=C awk -v day=2026-04-15 -v lots=lots.tsv -v scores=scores.tsv \
    -v applications=accepted.tsv \
    -v rules="$CIVUTILS_SHARE/rules/award-grant.yaml" \
    -f recompute-award.awk >got
report 'an outsider decides the same, by the published records alone'

# Money does not change on its way: decisions, contracts, report, open data.
total()
{
	awk -F '\t' -v field="$2" 'NR == 1 { for (i = 1; i <= NF; i++)
		if ($i == field) at = i }
	NR > 1 { sub(/\./, "", $at); sum += $at }
	END { printf("%.0f\n", sum) }' "$1"
}
{
	total decisions.tsv amount
	total decisions.tsv amount
	total decisions.tsv amount
	total decisions.tsv amount
} >want
{
	total contracts.tsv amount
	sed '$d' report.tsv >groups && total groups given
	jq -r '.releases[].awards[]? | .value.amount * 100' ocds.json |
	    awk '{ sum += $1 } END { printf("%.0f\n", sum) }'
	jq -r '.grants[].amountAwarded * 100' 360giving.json |
	    awk '{ sum += $1 } END { printf("%.0f\n", sum) }'
} >got
report 'what was awarded is the same in contracts, report and open data'

cut -f 1,9 state.tsv | sed -n '1p; /C-2/p' >got
printf 'contract\tstate\nC-2\toverdue\n' >want
report 'the contract that is late is found'

sed -n '/^quorum/p' protocol.tsv | cut -f 5,6 >got
printf 'members\t5\npresent\t4\nneeded\t4\nquorum\tyes\n' >want
report 'the commission had its quorum'

finish
