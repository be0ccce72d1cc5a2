#!/bin/sh
# The sample records of one call, from its needs to its payments: they fit
# their kinds, they agree with each other, and the register keeps them whole.
. "${0%/*}/lib.sh"

examples=$src/share/examples
kinds='need call lot application expert conflict mark decision contract
    milestone payment evaluation winner'
reg-init

for kind in $kinds; do
	cp "$examples/${kind}s.tsv" want
	rec-check "$kind" want >got 2>&1 || :
	report "${kind}s.tsv fits its kind"
	reg-put "$kind" want >/dev/null 2>err || cat err
	{ head -n 1 want; tail -n +2 want | sort; } >sorted
	reg-get "$kind" >out
	{ head -n 1 out; tail -n +2 out | sort; } >got
	mv sorted want
	report "the register gives ${kind}s.tsv back"
done

# refer FILE FIELD KNOWN: each value of the field is a first value of KNOWN.
refer()
{
	tail -n +2 "$examples/$3" | cut -f 1 | sort -u >known
	: >want
	tail -n +2 "$examples/$1" | cut -f "$2" | sort -u |
	    comm -23 - known >got
	report "$1 refers to what stands in $3"
}

refer lots.tsv 2 calls.tsv
refer applications.tsv 2 lots.tsv
refer applications.tsv 3 ngos.tsv
refer marks.tsv 1 applications.tsv
refer marks.tsv 2 experts.tsv
refer conflicts.tsv 1 applications.tsv
refer conflicts.tsv 2 experts.tsv
refer decisions.tsv 1 applications.tsv
refer contracts.tsv 2 lots.tsv
refer contracts.tsv 3 applications.tsv
refer milestones.tsv 1 contracts.tsv
refer payments.tsv 1 contracts.tsv
refer evaluations.tsv 1 contracts.tsv
refer evaluations.tsv 3 experts.tsv
refer winners.tsv 1 calls.tsv
refer winners.tsv 3 ngos.tsv

grep '	awarded	' "$examples/decisions.tsv" | cut -f 1-3,9 | sort >want
tail -n +2 "$examples/contracts.tsv" |
    awk -F '\t' -v OFS='\t' '{ print $3, $2, $4, $5 }' | sort >got
report 'the contracts are those that were awarded'

# In tiyn, without the point.
tail -n +2 "$examples/contracts.tsv" | cut -f 1,5 | tr -d . | sort >want
tail -n +2 "$examples/payments.tsv" | tr -d . |
    awk -F '\t' '{ sum[$1] += $6 }
	END { for (c in sum) printf("%s\t%.0f\n", c, sum[c]) }' | sort >got
report 'the payments of each contract make its amount'

tail -n +2 "$examples/contracts.tsv" | cut -f 2,3,5 >want
tail -n +2 "$examples/contracts.tsv" | cut -f 3 | while read -r application; do
	awk -F '\t' -v OFS='\t' -v id="$application" \
	    '$1 == id { print $2, $1, $5 }' "$examples/applications.tsv"
done >got
report 'the contracts are of their applications, for what they asked'

tail -n +2 "$examples/applications.tsv" | wc -l >want
tail -n +2 "$examples/applications.tsv" | tr -d . |
    awk -F '\t' '$5 + $7 == $10' | wc -l >got
report 'each cost plan is what is asked for and what is added'

finish
