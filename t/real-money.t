#!/bin/sh
# Grants that two funders have published: what they add up to.
# shellcheck disable=SC2016 # a $ in a transcript is for its shell
. "${0%/*}/lib.sh"
need_real grants-360giving/published_ccby

grants=$real/grants-360giving/published_ccby
rec-from json -m 360giving "$grants/a003W000001B7PzQAK.json" >lloyd-webber
rec-from json -m 360giving "$grants/a001p00000zgyHZAAY.json" >a-b

try 'Andrew Lloyd Webber Foundation' <<'END'
$ order-report --by body lloyd-webber | cut -f 2,4,5,10,11
> body	applications	awarded	asked	given
> GB-CHC-1015648	475	475	27143231.27	21757793.27
> 	475	475	27143231.27	21757793.27
END

try 'A B Charitable Trust: its recipients' <<'END'
$ order-report a-b | cut -f 3,4,8-10
> applications	awarded	ngos	asked	given
> 783	783	322		12785625.00
END

try 'both together: years, and recipients of both' <<'END'
$ order-report --by year a-b lloyd-webber | cut -f 2,4,9,11
> year	applications	ngos	given
> 2011	41	40	5619479.50
> 2012	49	49	1567993.47
> 2013	97	93	1433949.27
> 2014	116	113	2973664.01
> 2015	136	130	2583138.25
> 2016	123	120	4673968.63
> 2017	174	166	4071226.14
> 2018	152	150	2903079.50
> 2019	157	152	3059723.50
> 2020	183	166	4907196.00
> 2021	30	29	750000.00
> 	1258	608	34543418.27
END

# An outsider counts the same, in whole pence.
awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	{ split($at["amount"], a, "."); n = a[1] * 100 + substr(a[2] "00", 1, 2)
		sum[$at["bin"]] += n; all += n }
	END { for (b in sum) printf("%.0f\t%.0f\n", sum[b], all) }' lloyd-webber |
    sort -n | awk -F '\t' '{ x[NR] = $1; ranked += NR * $1; all = $2 }
	END { for (i = NR; i > NR - 5; i--) first += x[i]
		printf("%.4f %.4f\n", first / all,
		    2 * ranked / (NR * all) - (NR + 1) / NR) }' >want
order-report lloyd-webber | sed 1d | cut -f 14,15 | tr '\t' ' ' >got
report 'concentration, as awk has it'

finish
