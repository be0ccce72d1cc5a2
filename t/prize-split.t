#!/bin/sh
# run: prize-split -r prize -d 2026-09-15 winners.tsv
. "${0%/*}/lib.sh"

cp "$CIVUTILS_SHARE"/examples/*.tsv .

# winners SIZE ...: a nomination of so many winners each.
winners()
{
	printf 'call\tnomination\tbin\tname\tamount\n'
	sed 1d ngos.tsv | cut -f 1 | sort -u >bins
	n=0
	for size; do
		n=$((n + 1))
		sed "${size}q" bins | sed "s/.*/P	nomination $n	&	one	/"
	done
}

sum()
{
	awk -F '\t' 'NR > 1 { n++; t += substr($5, 1, length($5) - 3) * 100 + substr($5, length($5) - 1) }
	    END { printf "%d winners, %.0f tiyn\n", n, t }'
}

### The published sums

winners 3 3 3 3 3 3 3 3 2 2 2 2 2 2 2 >of-2020
prize-split -r prize -d 2020-09-15 of-2020 | sum >got
echo '38 winners, 8334000000 tiyn' >want
report '2020: 15 nominations x 2,000 MCI x 2,778 = 83,340,000 tenge, 38 winners'

prize-split -r prize -d 2020-09-15 of-2020 | cut -f 5,6 | sort -u >got
printf '%s\t5556000.00\n' 1852000.00 2778000.00 amount | sed 's/amount.*/amount	pool/' | sort >want
report 'a third is 1,852,000.00, a half 2,778,000.00 of 5,556,000.00'

winners 4 4 4 4 4 4 4 4 4 4 4 4 4 4 3 >of-2017
prize-split -r prize -d 2017-09-15 of-2017 | sum >got
echo '59 winners, 6807000000 tiyn' >want
report '2017: 15 nominations x 2,000 MCI x 2,269 = 68,070,000 tenge, 59 winners'

try 'of the 4,538,000.00 of 2017 three get 1,512,666.67 twice and .66 once, by their BINs' <<'EOF'
$ prize-split -r prize -d 2017-09-15 of-2017 | grep 'n 15' | cut -f 3,5,6,7,8
> 020440999251	1512666.67	4538000.00	2269.00	Order 407 of 22.12.2015; MCI: Law on the republican budget for 2017-2019
> 030740999383	1512666.67	4538000.00	2269.00	Order 407 of 22.12.2015; MCI: Law on the republican budget for 2017-2019
> 040240999337	1512666.66	4538000.00	2269.00	Order 407 of 22.12.2015; MCI: Law on the republican budget for 2017-2019
EOF

# Any number of winners: the parts add up, and differ by a tiyn at most.
: >got
: >want
n=0
while [ "$n" -lt 39 ]; do
	n=$((n + 1))
	winners $n | prize-split -r prize -d 2017-09-15 | awk -F '\t' -v n=$n '
		NR > 1 { p = substr($5, 1, length($5) - 3) substr($5, length($5) - 1)
			t += p; if (!k++ || p < low) low = p; if (p > high) high = p }
		END { if (t != 453800000 || high + 0 > low + 1 || k != n)
			print n, t, low, high }'
done >got
report '1 to 39 winners: the sum is the pool, parts differ by a tiyn at most'

### The sample

prize-split -r prize -d 2026-09-15 winners.tsv | sort >want
{ sed 1q winners.tsv; sed 1d winners.tsv | sort -r; } | prize-split -r prize -d 2026-09-15 | sort >got
report 'the order of the records makes no difference'

prize-split -r prize -d 2026-09-15 winners.tsv | cut -f 1-5 >divided
rec-check winner divided >got
cp divided want
report 'winners with their amounts fit their schema'
prize-split -r prize -d 2026-09-15 divided | cut -f 1-5 >got
report 'what is divided already stays so'

try 'without a field amount it is added, and other fields stay' <<'EOF'
$ cut -f 3,1,2,4 winners.tsv | sed '1s/$/	note/; 2,$s/$/	a\\tb/' | prize-split -r prize -d 2026-09-15 | cut -f 1-3,5-8 | sed -n '1p;5p'
> call	nomination	bin	note	amount	pool	mci
> P-2026	education	201040999347	a\tb	2883333.33	8650000.00	4325.00
EOF
try 'how it is divided' <<'EOF'
$ prize-split -e -r prize -d 2026-09-15 winners.tsv | cut -f 1-7
> call	nomination	pool	mci	winners	least	one_unit_more
> P-2026	environment	8650000.00	4325.00	1	8650000.00	0
> P-2026	health	8650000.00	4325.00	2	4325000.00	0
> P-2026	education	8650000.00	4325.00	3	2883333.33	1
> P-2026	vulnerable	8650000.00	4325.00	2	4325000.00	0
EOF
try 'the same nomination of another call has a prize of its own' <<'EOF'
$ { sed -n '1p;2p' winners.tsv; sed -n '2s/2026/2025/p' winners.tsv; } | prize-split -r prize -d 2026-09-15 | cut -f 1,5
> call	amount
> P-2026	8650000.00
> P-2025	8650000.00
EOF

### What is refused

cat >bad <<'EOF'
call	nomination	bin	name	amount
P	health	071040999060	one	
P	health	071040999061	two	
	health	040240999337	three	
P		040240999337	four	
P	health	071040999060	five	
P	health	090340999022	six	1.005
P	health	140840999101	seven	-1
EOF
try 'nothing is divided if a winner might be missing' <<'EOF'
$ prize-split -r prize -d 2026-09-15 bad
> call	nomination	bin	name	amount	pool	mci	cite
! prize-split: bad:3: bin: not a BIN (check digit 1, must be 0): '071040999061'
! prize-split: bad:4: call: empty
! prize-split: bad:5: nomination: empty
! prize-split: bad:6: bin: has won this nomination before: '071040999060'
! prize-split: bad:7: amount: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '1.005'
! prize-split: bad:8: amount: must be over 0: '-1'
! prize-split: nothing is divided: a winner who is left out would leave too much to the others
? 1
EOF
try 'nor if an amount is another' <<'EOF'
$ sed '5s/2883333.33/2883333.34/' divided | prize-split -r prize -d 2026-09-15
> call	nomination	bin	name	amount	pool	mci	cite
! prize-split: stdin:5: amount: the part is 2883333.33: '2883333.34'
? 1
EOF

### Rules

sed 's/unit: 0.01/unit: 1/' "$CIVUTILS_SHARE/rules/prize.yaml" >tenge.yaml
try 'in whole tenge' <<'EOF'
$ grep -e call -e education winners.tsv | prize-split -r ./tenge.yaml -d 2026-09-15 | cut -f 3,5
> bin	amount
> 201040999347	2883333.00
> 190340999162	2883333.00
> 150740999149	2883334.00
EOF
sed 's/unit: 0.01/unit: 7/' "$CIVUTILS_SHARE/rules/prize.yaml" >seven.yaml
try 'a unit that does not meet the pool' <<'EOF'
$ prize-split -r ./seven.yaml -d 2026-09-15 winners.tsv 2>&1 | sed 's/.*yaml:/yaml:/'
> yaml:24: the pool is no whole number of them: '7'
EOF
sed 's/unit: 0.01/unit: 1000/; s/pool: 2000/pool: 10/' "$CIVUTILS_SHARE/rules/prize.yaml" >few.yaml
winners 33 >many
try 'fewer units than winners' <<'EOF'
$ sed 's/mci: 4325/mci: 3200/' "$CIVUTILS_SHARE"/rules/mci.yaml >mci.yaml; sed -i 's|mci: mci|mci: ./mci.yaml|' few.yaml; prize-split -r ./few.yaml -d 2026-09-15 many
! prize-split: nomination 'nomination 1': the prize cannot be divided among 33 winners
? 2
EOF
try 'a day whose MCI is not known yet' <<'EOF'
$ prize-split -r prize -d 2031-09-15 winners.tsv 2>&1 | sed 's/.*: no/no/'
> no MCI for 2031-09-15: the edition before it ends on 2026-12-31
EOF
try 'a day before there were prizes' <<'EOF'
$ prize-split -r prize -d 2014-09-15 winners.tsv 2>/dev/null
? 2
EOF
try 'no rules' <<'EOF'
$ prize-split winners.tsv 2>&1 | sed 1q
> prize-split: -r prize is needed
EOF

finish
