#!/bin/sh
# run: panel-agree -r grant-sample -d 2026-04-15 marks.tsv
# shellcheck disable=SC2016 # a $ in a transcript is for its shell
. "${0%/*}/lib.sh"

# A wide table, a line for each application and a column for each expert, as
# marks; "." stands for none.
marks()
{
	awk 'BEGIN { OFS = "\t"; print "application", "expert", "mark" }
		{ for (i = 2; i <= NF; i++)
			if ($i != ".") print $1, "e" i - 1, $i }'
}

### Published tables

# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011.
marks >krippendorff <<'END'
01 1 1 . 1
02 2 2 3 2
03 3 3 3 3
04 3 3 3 3
05 2 2 2 2
06 1 2 3 4
07 4 4 4 4
08 1 1 2 1
09 2 2 2 2
10 . 5 5 5
11 . . 1 1
12 . 3 . .
END
# P. E. Shrout, J. L. Fleiss, 1979.
marks >shrout <<'END'
1 9 2 5 8
2 6 1 3 2
3 8 4 6 8
4 7 1 2 6
5 10 5 6 9
6 6 2 4 7
END
# J. L. Fleiss's example as it is retold everywhere: 14 raters, 5 categories.
awk 'BEGIN { OFS = "\t"; print "application", "expert", "mark" }
	{ e = 0; for (i = 2; i <= NF; i++) for (k = 0; k < $i; k++)
		print $1, ++e, "c" i - 1 }' >fleiss <<'END'
01 0 0 0 0 14
02 0 2 6 4 2
03 0 0 3 5 6
04 0 3 9 2 0
05 2 2 8 1 1
06 7 7 0 0 0
07 3 2 6 3 0
08 2 5 3 2 2
09 6 5 2 1 0
10 0 2 2 3 7
END
for scale in nominal ordinal interval ratio; do
	panel-agree --scale "$scale" krippendorff | awk -F '\t' -v s="$scale" \
	    '$2 ~ /^alpha/ { printf "%s %.6f %d\n", s, $3, $6 }'
done >got
cat >want <<'END'
nominal 0.743421 11
ordinal 0.815388 11
interval 0.849107 11
ratio 0.797403 11
END
report "Krippendorff's alpha with missing marks, on four scales"

# K. L. Gwet's table is the same but for who gave the single mark.
panel-agree --scale nominal krippendorff |
    awk -F '\t' '$2 ~ /kappa/ { printf "%.5f %d\n", $3, $6 }' >got
echo 0.76117 12 >want
report "Fleiss's kappa with missing marks, and one that stands alone"

try "Shrout and Fleiss's six forms; Kendall's W with ties" <<'END'
$ panel-agree --scale interval shrout
> criterion	coefficient	value	low	high	n	experts	marks	note
> 	alpha_interval	0.1473079			6	4	24	
> 	icc_1_1	0.1657418			6	4	24	
> 	icc_1_k	0.4427971			6	4	24	
> 	icc_2_1	0.2897638			6	4	24	
> 	icc_3_1	0.7148407			6	4	24	
> 	icc_2_k	0.6200505			6	4	24	
> 	icc_3_k	0.9093155			6	4	24	
> 	kendall_w	0.8870370			6	4	24	
END
try 'what they are made from: MSR, MSW, MSC, MSE as published' <<'END'
$ panel-agree --scale interval -e shrout
> criterion	coefficient	part	value
> 	alpha_interval	observed	12.5277778
> 	alpha_interval	expected	14.6920290
> 	icc_1_1	ms_applications	11.2416667
> 	icc_1_1	ms_within	6.2638889
> 	icc_1_1	k	4.0000000
> 	icc_2_1	ms_applications	11.2416667
> 	icc_2_1	ms_experts	32.4861111
> 	icc_2_1	ms_error	1.0194444
> 	kendall_w	s	239.5000000
> 	kendall_w	ties	30.0000000
END
try "Fleiss's kappa: 0.210" <<'END'
$ panel-agree --scale nominal fleiss | cut -f 2,3,6-8
> coefficient	value	n	experts	marks
> alpha_nominal	0.2155741	10	14	140
> fleiss_kappa	0.2099307	10	14	140
$ panel-agree --scale nominal -e fleiss | cut -f 2-
> coefficient	part	value
> alpha_nominal	observed	0.6219780
> alpha_nominal	expected	0.7929085
> fleiss_kappa	observed	0.3780220
> fleiss_kappa	expected	0.2127551
END

# By hand: 1 1 2 3 have the places 1.5 1.5 3 4; 1.5 and 2.5 apart in their units.
try 'places on an ordinal scale' <<'END'
$ printf 'a 1 2\nb 1 3\n' | awk '{ print $1, "x", $2; print $1, "y", $3 }' | sed '1i application expert mark' | tr ' ' '\t' | panel-agree --scale ordinal -e | grep alpha
> 	alpha_ordinal	observed	4.2500000
> 	alpha_ordinal	expected	3.0000000
END

### Two experts who always agree, or never

for scale in nominal ordinal interval ratio; do
	printf 'a 1 1\nb 2 2\nc 3 3\n' | marks | panel-agree --scale "$scale" |
	    sed 1d | cut -f 2,3
	printf 'a 0 1\nb 1 0\n' | marks | panel-agree --scale "$scale" |
	    sed 1d | cut -f 2,3,9
done >got
cat >want <<'END'
alpha_nominal	1.0000000
fleiss_kappa	1.0000000
alpha_nominal	-0.5000000	
fleiss_kappa	-1.0000000	
alpha_ordinal	1.0000000
kendall_w	1.0000000
alpha_ordinal	-0.5000000	
kendall_w	0.0000000	
alpha_interval	1.0000000
icc_1_1	1.0000000
icc_1_k	1.0000000
icc_2_1	1.0000000
icc_3_1	1.0000000
icc_2_k	1.0000000
icc_3_k	1.0000000
kendall_w	1.0000000
alpha_interval	-0.5000000	
icc_1_1	-1.0000000	
icc_1_k		the applications' means are all the same
icc_2_1		neither applications nor experts differ
icc_3_1	-1.0000000	
icc_2_k		the applications do not differ
icc_3_k		the applications do not differ
kendall_w	0.0000000	
alpha_ratio	1.0000000
icc_1_1	1.0000000
icc_1_k	1.0000000
icc_2_1	1.0000000
icc_3_1	1.0000000
icc_2_k	1.0000000
icc_3_k	1.0000000
kendall_w	1.0000000
alpha_ratio	-0.5000000	
icc_1_1	-1.0000000	
icc_1_k		the applications' means are all the same
icc_2_1		neither applications nor experts differ
icc_3_1	-1.0000000	
icc_2_k		the applications do not differ
icc_3_k		the applications do not differ
kendall_w	0.0000000	
END
report 'the ends of all coefficients'

### What has no value says why

# why TABLE: for each scale, each coefficient without a value, and why.
why()
{
	for scale in nominal interval; do
		panel-agree --scale "$scale" "$1" 2>/dev/null | sed 1d |
		    awk -F '\t' '{ print $2 "\t" $3 "\t" $9 }'
	done >got
	if grep -iq -e nan -e inf got; then echo 'a NaN' >>got; fi
}
printf 'a 1\nb 2\nc 3\n' | marks >table
why table
awk '{ print $0 "\t\tone expert alone" }' >want <<'END'
alpha_nominal
fleiss_kappa
alpha_interval
icc_1_1
icc_1_k
icc_2_1
icc_3_1
icc_2_k
icc_3_k
kendall_w
END
report 'one expert'

printf 'a 4 4\nb 4 4\nc 4 4\n' | marks >table
why table
cat >want <<'END'
alpha_nominal		all marks are the same
fleiss_kappa		all marks are the same
alpha_interval		all marks are the same
icc_1_1		all marks are the same
icc_1_k		all marks are the same
icc_2_1		neither applications nor experts differ
icc_3_1		the applications do not differ
icc_2_k		the applications do not differ
icc_3_k		the applications do not differ
kendall_w		no expert ranks any application over another
END
report 'no mark differs from another'

printf 'a 1 3 2\nb 1 3 2\nc 1 3 2\n' | marks >table
why table
cat >want <<'END'
alpha_nominal	-0.3333333	
fleiss_kappa	-0.5000000	
alpha_interval	-0.3333333	
icc_1_1	-0.5000000	
icc_1_k		the applications' means are all the same
icc_2_1	0.0000000	
icc_3_1		the applications do not differ
icc_2_k	0.0000000	
icc_3_k		the applications do not differ
kendall_w		no expert ranks any application over another
END
report 'experts differ, applications do not'

printf 'a 2 0\nb 0 1\n' | marks >table
why table
sed -i '/icc_2_k/!d' got
echo 'icc_2_k		the applications differ less than chance alone would have it' >want
report 'applications that differ, but less than their marks'

printf 'a 1 . .\nb . 2 .\nc . . 3\n' | marks >table
why table
cat >want <<'END'
alpha_nominal		no application has two marks; the panel is in 3 parts
fleiss_kappa		no application has two marks; the panel is in 3 parts
alpha_interval		no application has two marks; the panel is in 3 parts
icc_1_1		fewer than two applications have two marks; the panel is in 3 parts
icc_1_k		fewer than two applications have two marks; the panel is in 3 parts
icc_2_1		fewer than two applications have marks of all experts; the panel is in 3 parts
icc_3_1		fewer than two applications have marks of all experts; the panel is in 3 parts
icc_2_k		fewer than two applications have marks of all experts; the panel is in 3 parts
icc_3_k		fewer than two applications have marks of all experts; the panel is in 3 parts
kendall_w		fewer than two applications have marks of all experts; the panel is in 3 parts
END
report 'no application has two marks'

printf 'application\texpert\tmark\na\te1\t\n' >table
why table
awk '{ print $0 "\t\tno marks" }' >want <<'END'
alpha_nominal
fleiss_kappa
alpha_interval
icc_1_1
icc_1_k
icc_2_1
icc_3_1
icc_2_k
icc_3_k
kendall_w
END
report 'no marks at all'

printf 'a 1 2 . .\nb 3 3 . .\nc . . 4 5\nd . . 6 6\n' | marks >parts
try 'a panel that falls apart is said, and its parts are numbered' <<'END'
$ panel-agree --scale ordinal parts
$ panel-agree --scale ordinal --experts parts
> criterion	coefficient	value	low	high	n	experts	marks	note
> 	alpha_ordinal	0.9573171			4	4	8	the panel is in 2 parts
> 	kendall_w				0	4	0	fewer than two applications have marks of all experts; the panel is in 2 parts
> criterion	expert	marks	mean	severity	spread	agreement	note
> 	e1	2	2.0000	-0.5000	1.4142		fewer than three applications with others; part 1 of 2
> 	e2	2	2.5000	0.5000	0.7071		fewer than three applications with others; part 1 of 2
> 	e3	2	5.0000	-0.5000	1.4142		fewer than three applications with others; part 2 of 2
> 	e4	2	5.5000	0.5000	0.7071		fewer than three applications with others; part 2 of 2
! panel-agree: warning: the panel is in 2 parts that no expert joins; the marks of one cannot be compared with another's
! panel-agree: warning: the panel is in 2 parts that no expert joins; the marks of one cannot be compared with another's
END

### Units that have different numbers of marks

# k = (7 - 17 / 7) / 2; means 2, 5, 9 of 3, 2, 2 marks about 34 / 7: squares of
# 2884 / 49 between, of 4 within.
printf 'a 1 2 3\nb 4 6 .\nc . 9 9\nd 7 . .\n' | marks >ragged
try 'the first form takes all applications with two marks or more' <<'END'
$ panel-agree --scale interval -e ragged | grep icc_1
$ panel-agree --scale interval ragged | cut -f 2,3,6- | grep icc_[12]
> 	icc_1_1	ms_applications	29.4285714
> 	icc_1_1	ms_within	1.0000000
> 	icc_1_1	k	2.2857143
> icc_1_1	0.9255814	3	3	7	
> icc_1_k	0.9660194	3	3	7	
> icc_2_1		1	3	3	fewer than two applications have marks of all experts
> icc_2_k		1	3	3	fewer than two applications have marks of all experts
END

# Of samples of the two that all marked, half take one of them twice.
try 'no bounds where most samples have no value' <<'END'
$ printf 'a 1 1\nb 2 2\nc 3 .\nd 4 .\n' | awk '{ print $1, "x", $2; if ($3 != ".") print $1, "y", $3 }' | sed '1i application expert mark' | tr ' ' '\t' | panel-agree --scale ordinal --bootstrap 1000 --seed 2 | cut -f 2-6,9
> coefficient	value	low	high	n	note
> alpha_ordinal	1.0000000			2	no value in 523 of 1000 samples
> kendall_w	1.0000000			2	no value in 523 of 1000 samples
END
awk 'BEGIN { print "application\texpert\tmark"
	for (a = 0; a <= 10000; a++) print a "\tx\t" a "\n" a "\ty\t" a + 10001 }' >wide
try 'a ratio scale of too many different marks' <<'END'
$ panel-agree --scale ratio wide | cut -f 2,3,9 | head -n 2
$ grep -v '^0	' wide | panel-agree --scale ratio | cut -f 2,9 | head -n 2
> coefficient	value	note
> alpha_ratio		too many different marks for a ratio scale
> coefficient	note
> alpha_ratio	
END

### By a rubric

cp "$CIVUTILS_SHARE/examples/marks.tsv" "$CIVUTILS_SHARE/examples/conflicts.tsv" .
try 'a criterion of a rubric, and the score; a conflict' <<'END'
$ panel-agree -r grant-sample -d 2026-04-15 --conflicts conflicts.tsv marks.tsv | grep -e criterion -e budget -e score | cut -f 1-3,6-
> criterion	coefficient	value	n	experts	marks	note
> budget	alpha_interval	0.4937113	12	5	56	
> budget	icc_1_1	0.5071559	12	5	56	
> budget	icc_1_k	0.8274192	12	5	56	
> budget	icc_2_1	0.3960954	9	5	45	
> budget	icc_3_1	0.3810518	9	5	45	
> budget	icc_2_k	0.7663253	9	5	45	
> budget	icc_3_k	0.7547950	9	5	45	
> budget	kendall_w	0.6162162	9	5	45	
> score	alpha_interval	0.5974758	12	5	56	
> score	icc_1_1	0.6078285	12	5	56	
> score	icc_1_k	0.8783625	12	5	56	
> score	icc_2_1	0.5292280	9	5	45	
> score	icc_3_1	0.5285345	9	5	45	
> score	icc_2_k	0.8489621	9	5	45	
> score	icc_3_k	0.8486048	9	5	45	
> score	kendall_w	0.7253333	9	5	45	
END

# The same from a table without a rubric: the marks of the one criterion.
awk -F '\t' 'NR == 1 || $3 == "budget" && $4 != "-"' marks.tsv >budget.tsv
awk -F '\t' -v OFS='\t' '
	FNR == NR { w[$1] = $2; next }
	FNR == 1 { print "application", "expert", "mark"; next }
	$4 != "-" { k = $1 OFS $2; n[k]++; sum[k] += w[$3] * $4 }
	END { for (k in n) if (n[k] == 5) print k, sum[k] / 10 }
' - marks.tsv >score.tsv <<'END'
potential	20
relevance	25
effect	25
budget	15
lasting	15
END
for table in budget score; do
	for scale in interval ratio; do
		panel-agree -r grant-sample -d 2026-04-15 --scale $scale marks.tsv |
		    awk -F '\t' -v t=$table '$1 == t' | cut -f 2-
	done
done >want
for table in budget score; do
	for scale in interval ratio; do
		panel-agree --scale $scale $table.tsv | sed 1d | cut -f 2-
	done
done >got
report 'a rubric, and tables of its criteria and sums: the same'
for option in -e --experts; do
	panel-agree -r grant-sample -d 2026-04-15 $option marks.tsv |
	    awk -F '\t' '$1 == "score"' | cut -f 2-
done >want
for option in -e --experts; do
	panel-agree --scale interval $option score.tsv | sed 1d | cut -f 2-
done >got
report 'and the same parts and experts'

try 'no sum on scales that have no sums' <<'END'
$ for s in nominal ordinal; do panel-agree -r grant-sample -d 2026-04-15 --scale $s marks.tsv | cut -f 1,2 | sort -u | grep -c -e score -e '	'; done
$ panel-agree -r grant-sample -d 2026-04-15 --scale nominal marks.tsv | cut -f 1-3 | head -n 3
> 11
> 11
> criterion	coefficient	value
> potential	alpha_nominal	0.1778846
> potential	fleiss_kappa	0.1522606
END

sed '1i application	expert' marks.tsv | cut -f 1,2 | sed 2d >everybody
try 'everybody is in conflict' <<'END'
$ panel-agree -r grant-sample -d 2026-04-15 --conflicts everybody marks.tsv | cut -f 2- | sort | uniq -c | sed 's/^ *//; /coefficient/d' | head -n 2
> 6 alpha_interval				0	0	0	no marks
> 6 icc_1_1				0	0	0	no marks
END

printf 'application\texpert\n02\te3\n12\te2\n99\te2\n' >pairs
try 'conflicts in a table without a rubric' <<'END'
$ panel-agree --scale nominal --conflicts pairs krippendorff | cut -f 2,6-8
> coefficient	n	experts	marks
> alpha_nominal	11	4	39
> fleiss_kappa	11	4	39
! panel-agree: pairs:4: warning: application: nobody has marked it: '99'
END

# What order-score refuses is refused here, in the same words.
{
	cat marks.tsv
	printf 'A-01\tE-1\tbudget\t5\nA-01\tE-1\tbugdet\t5\nA-01\tE-9\tbudget\t11\n'
	printf 'A-01\tE-9\tbudget\tfive\n\tE-9\tbudget\t5\nA-01\t\tbudget\t5\n'
} >bad.tsv
order-score -r grant-sample -d 2026-04-15 -x left bad.tsv >out 2>err || :
{ sed 's/^order-score/panel-agree/' err; cat left; echo 1; } >want
{
	status=0
	panel-agree -r grant-sample -d 2026-04-15 -x left bad.tsv >out 2>err ||
	    status=$?
	cat err left
	echo $status
} >got
report 'order-score refuses the same'
echo 7 >want
wc -l <left | tr -d ' ' >got
report 'and there was something to refuse'

### Experts

# By hand: e3 is 3 above the others' mean, and moves with them; e4 against.
printf 'a 1 1 4 5\nb 2 2 5 4\nc 3 3 6 3\nd 4 4 7 2\n' | marks >four
try 'severity, spread, agreement' <<'END'
$ panel-agree --scale interval --experts four
> criterion	expert	marks	mean	severity	spread	agreement	note
> 	e1	4	2.5000	-1.3333	1.2910	1.0000	
> 	e2	4	2.5000	-1.3333	1.2910	1.0000	
> 	e3	4	5.5000	2.6667	1.2910	1.0000	
> 	e4	4	3.5000	0.0000	1.2910	-1.0000	
END
try 'on a nominal scale: how many of the others say the same' <<'END'
$ panel-agree --scale nominal --experts four
> criterion	expert	marks	mean	severity	spread	agreement	note
> 	e1	4				0.4167	
> 	e2	4				0.4167	
> 	e3	4				0.0000	
> 	e4	4				0.1667	
END
printf 'a 1 2 5\nb 1 3 4\nc 1 4 3\nd . . 2\n' | marks >flat
try 'an expert who does not differ, others whose means do not' <<'END'
$ panel-agree --scale interval --experts flat
> criterion	expert	marks	mean	severity	spread	agreement	note
> 	e1	3	1.0000	-2.5000	0.0000		always the same mark
> 	e2	3	3.0000	0.5000	1.0000	-1.0000	
> 	e3	4	3.5000	2.0000	1.2910	-1.0000	
END
printf 'a 1 2 5 3\nb 1 3 4 4\nc 1 4 3 5\n' | marks >flat
try "others whose means are 10/3, each time" <<'END'
$ panel-agree --scale interval --experts flat | sed 's/e2.*//; s/e3.*//'
> criterion	expert	marks	mean	severity	spread	agreement	note
> 	e1	3	1.0000	-2.6667	0.0000		always the same mark
> 	
> 	
> 	e4	3	4.0000	1.3333	1.0000		the others' means are all the same
END

# Three others say 1/3, on average, each time; ten times 1/3 over 10 is not 1/3
# in doubles.
awk 'BEGIN { for (a = 10; a < 20; a++)
	print a, a % 3 == 0, a % 3 == 1, a % 3 == 2, a }' | marks >thirds
try 'others whose means are 1/3, each time' <<'END'
$ panel-agree --scale interval --experts thirds | grep e4
> 	e4	10	14.5000	14.1667	3.0277		the others' means are all the same
END
printf 'a 1 2 .\nb 2 3 .\nc 3 4 .\nd . . 5\n' | marks >alone
try 'an expert without others, with one mark' <<'END'
$ panel-agree --scale interval --experts alone 2>/dev/null
$ panel-agree --scale nominal --experts alone 2>/dev/null | tail -n 1
> criterion	expert	marks	mean	severity	spread	agreement	note
> 	e1	3	2.0000	-1.0000	1.0000	1.0000	part 1 of 2
> 	e2	3	3.0000	1.0000	1.0000	1.0000	part 1 of 2
> 	e3	1	5.0000				fewer than three applications with others; part 2 of 2
> 	e3	1					no application with others; part 2 of 2
END

### Pairs

# Five experts mark by dice; e2 copies e1.
awk 'BEGIN {
	for (a = 100; a < 160; a++) {
		line = a
		for (e = 1; e <= 5; e++) {
			x = (x * 1103515245 + 12345) % 2147483648
			m[e] = int(x / 65536) % 10
		}
		print a, m[1], a % 10 == 0 ? m[2] : m[1], m[3], m[4], m[5]
	}
}' | marks >copied
try 'a pair that is equal too often, and no other' <<'END'
$ panel-agree --scale ordinal --pairs 4 copied | cut -f 1-4
> expert	other	common	equal
> e1	e2	60	54
END
# Expected of e1 and e2: 0 + 1 + 1 + 1/2; of e2 and e3: 1/2 + 1 + 1 + 1/2.
printf 'a 1 1 2\nb 1 1 1\nc 2 2 2\nd 1 2 1\ne 3 3 .\n' | marks >table
try 'pairs by hand; two alone have nobody to be compared with' <<'END'
$ panel-agree --scale nominal --pairs 0.5 table
$ panel-agree --scale nominal --pairs=-9 table
$ printf 'a 1 1\nb 2 2\n' | awk '{ print $1, "x", $2; print $1, "y", $3 }' | sed '1i application expert mark' | tr ' ' '\t' | panel-agree --scale ordinal --pairs=-9
> expert	other	common	equal	expected	excess
> e1	e2	4	3	2.5000	0.5103
> e1	e3	4	3	2.5000	0.5103
> expert	other	common	equal	expected	excess
> e1	e2	4	3	2.5000	0.5103
> e1	e3	4	3	2.5000	0.5103
> e2	e3	4	2	3.0000	-1.0911
> expert	other	common	equal	expected	excess
END
printf 'a 1 . 1 2\nb 1 1 . 2\nc 3 3 3 3\n' | marks >met
try 'pairs stand in the order of names, whoever met first; 0 is 0 or more' <<'END'
$ panel-agree --scale nominal --pairs=-9 met | cut -f 1-5
$ panel-agree --scale nominal --pairs 0 met | cut -f 1,2
> expert	other	common	equal	expected
> e1	e2	2	2	1.0000
> e1	e3	2	2	1.0000
> e1	e4	3	1	2.0000
> e2	e3	1	1	1.0000
> e2	e4	2	1	1.5000
> e3	e4	2	1	1.5000
> expert	other
> e1	e2
> e1	e3
> e2	e3
END
try 'pairs over all criteria of a rubric' <<'END'
$ panel-agree -r grant-sample -d 2026-04-15 --pairs 1 marks.tsv
> expert	other	common	equal	expected	excess
> E-1	E-3	60	19	15.2778	1.0974
> E-2	E-5	54	19	13.5556	1.6986
END

### Bounds

printf 'a 1 1\nb 2 2\nc 3 3\n' | marks >equal
# In one sample of nine all three are the same application: 44 of 400, or so.
try 'the bounds of perfect agreement; samples of one application have no value' <<'END'
$ panel-agree --scale interval --bootstrap 400 --seed 7 equal | cut -f 2-6,9 | head -n 3
> coefficient	value	low	high	n	note
> alpha_interval	1.0000000	1.0000000	1.0000000	3	no value in 51 of 400 samples
> icc_1_1	1.0000000	1.0000000	1.0000000	3	no value in 51 of 400 samples
END

try 'the same seed, the same bounds, to the byte' <<'END'
$ panel-agree -r grant-sample -d 2026-04-15 --bootstrap 200 --seed 20260415 marks.tsv >a
$ panel-agree -r grant-sample -d 2026-04-15 --bootstrap 200 --seed 20260415 marks.tsv | cmp - a
$ panel-agree -r grant-sample -d 2026-04-15 --bootstrap 200 --seed 20260416 marks.tsv | cmp -s - a
$ sed 's/	/ /g; 1d' a | cut -d ' ' -f 1-5 | sed -n '1p;8p;48p'
> potential alpha_interval 0.5471587 0.1477039 0.8104556
> potential kendall_w 0.7701435 0.4375502 0.9322987
> score kendall_w 0.7886061 0.4096894 0.9184314
END

### The order of marks is nothing

for options in '' -e --experts '--pairs=-9' '--bootstrap 40 --seed 1'; do
	for table in '-r grant-sample -d 2026-04-15 marks.tsv' \
	    '--scale ratio krippendorff' '--scale nominal fleiss'; do
		# shellcheck disable=SC2086 # options are words
		panel-agree $options $table >want
		file=${table##* }
		for seed in 1 2 3; do
			awk -v seed="$seed" '
				NR == 1 { print "0\t" $0; srand(seed); next }
				{ printf "%.9f\t%s\n", 1 + rand(), $0 }' "$file" |
			    sort | cut -f 2- >shuffled
			# shellcheck disable=SC2086 # options are words
			panel-agree $options ${table% *} shuffled >got
			cmp -s want got || break
		done
		report "the order of marks changes nothing: $options $table"
	done
done

### Bad input

try 'what a scale has not is refused, and so is a second criterion' <<'END'
$ panel-agree --scale ratio -x left | sed -n '2p;$p'; cat left
< application	criterion	expert	mark
< a	budget	e1	1
< a	budget	e2	-1
< a	budget	e3	one
< a	budget	e3	0.1234567
< a	budget	e3	1000001
< a	budget	e3	-0.000001
< a	plan	e3	1
< 	budget	e3	1
< a	budget		1
< a	budget	e1	1
> budget	alpha_ratio				0	0	0	no marks
> budget	kendall_w				0	0	0	no marks
> application	criterion	expert	mark	refused_at	refused_why
> a	budget	e2	-1	stdin:3	mark: below 0, which a ratio scale has not: '-1'
> a	budget	e3	one	stdin:4	mark: not a number with up to 6 places: 'one'
> a	budget	e3	0.1234567	stdin:5	mark: not a number with up to 6 places: '0.1234567'
> a	budget	e3	1000001	stdin:6	mark: over a million: '1000001'
> a	budget	e3	-0.000001	stdin:7	mark: below 0, which a ratio scale has not: '-0.000001'
> a	plan	e3	1	stdin:8	criterion: a second criterion beside 'budget': 'plan'; without a rubric there is one
> 	budget	e3	1	stdin:9	application: empty
> a	budget		1	stdin:10	expert: empty
> a	budget	e1	1	stdin:11	expert 'e1' has marked 'a' before; none of these marks counts
! panel-agree: stdin:3: mark: below 0, which a ratio scale has not: '-1'
! panel-agree: stdin:4: mark: not a number with up to 6 places: 'one'
! panel-agree: stdin:5: mark: not a number with up to 6 places: '0.1234567'
! panel-agree: stdin:6: mark: over a million: '1000001'
! panel-agree: stdin:7: mark: below 0, which a ratio scale has not: '-0.000001'
! panel-agree: stdin:8: criterion: a second criterion beside 'budget': 'plan'; without a rubric there is one
! panel-agree: stdin:9: application: empty
! panel-agree: stdin:10: expert: empty
! panel-agree: stdin:11: expert 'e1' has marked 'a' before; none of these marks counts
END
try 'a million, and no more' <<'END'
$ printf 'application\texpert\tmark\na\tx\t-1000000\na\ty\t1000000\nb\tx\t-1000000.000001\nb\ty\t1\n' | panel-agree --scale interval --experts
> criterion	expert	marks	mean	severity	spread	agreement	note
> 	x	1	-1000000.0000	-2000000.0000			fewer than three applications with others
> 	y	2	500000.5000	2000000.0000	707106.0741		fewer than three applications with others
! panel-agree: stdin:4: mark: over a million: '-1000000.000001'
? 1
END
try 'numbers are numbers, texts are texts' <<'END'
$ printf 'application\texpert\tmark\na\tx\t5\na\ty\t5.0\nb\tx\t-3\nb\ty\t4\n' >t; panel-agree --scale interval -e t | sed -n 2p
$ panel-agree --scale nominal -e t | sed -n 2p
> 	alpha_interval	observed	24.5000000
> 	alpha_nominal	observed	1.0000000
END
try 'options that do not go together, or say nothing' <<'END'
$ panel-agree krippendorff || panel-agree --scale odd krippendorff
$ panel-agree --scale ordinal --bootstrap 100 krippendorff
$ panel-agree --scale ordinal --seed 100 krippendorff
$ panel-agree --scale ordinal --seed 1 --bootstrap 39 krippendorff
$ panel-agree --scale ordinal --seed -1 --bootstrap 40 krippendorff
$ panel-agree --scale ordinal --seed 1 --bootstrap 40 -e krippendorff
$ panel-agree --scale ordinal --experts -e krippendorff
$ panel-agree --scale ordinal --pairs many krippendorff
$ panel-agree --scale ordinal nosuch
$ panel-agree --scale ordinal krippendorff >/dev/full
! panel-agree: marks need a rubric (-r), or a scale (--scale)
! panel-agree: --scale: must be nominal, ordinal, interval or ratio: 'odd'
! panel-agree: --bootstrap and --seed need each other
! panel-agree: --bootstrap and --seed need each other
! panel-agree: --bootstrap: must be a number from 40 to 10000: '39'
! panel-agree: --seed: must be a whole number from 0: '-1'
! panel-agree: --bootstrap gives bounds to coefficients, which are not printed
! panel-agree: -e, --experts and --pairs print different records: give one of them
! panel-agree: --pairs: must be a number of standard deviations: 'many'
! panel-agree: nosuch: No such file or directory
! panel-agree: stdout: No space left on device
? 2
END
try 'a ratio scale has no marks below 0' <<'END'
$ sed 's/min: 0/min: -10/' "$CIVUTILS_SHARE/rules/grant-sample.yaml" >below.yaml; panel-agree -r below.yaml --scale ratio -d 2026-04-15 marks.tsv
! panel-agree: below.yaml: a ratio scale has no marks below 0
? 2
END
try 'weights too fine to add up exactly' <<'END'
$ sed '/weights:/d; s/weight: 2$/weight: 999.999999/; s/weight: 2.5/weight: 0.000001/; s/max: 10, step: 1/max: 999999999, step: 1/' "$CIVUTILS_SHARE/rules/grant-sample.yaml" >fine.yaml; panel-agree -r fine.yaml -d 2026-04-15 marks.tsv | grep -c score
> 0
! panel-agree: warning: score: the weights are too fine to look at all criteria together
? 1
END
try 'nor of great marks below 0' <<'END'
$ sed 's/min: -.*, max: [0-9]*/min: -999999999, max: 10/; s/min: 0, max: 999999999/min: -999999999, max: 10/' fine.yaml >fine2.yaml; grep -c 'min: -999999999, max: 10' fine2.yaml; panel-agree -r fine2.yaml -d 2026-04-15 marks.tsv | grep -c score
> 1
> 0
! panel-agree: warning: score: the weights are too fine to look at all criteria together
? 1
END
try 'a header only, and an empty file' <<'END'
$ printf 'application\texpert\tmark\n' | panel-agree --scale ordinal; panel-agree --scale nominal --experts </dev/null
> criterion	coefficient	value	low	high	n	experts	marks	note
> 	alpha_ordinal				0	0	0	no marks
> 	kendall_w				0	0	0	no marks
! panel-agree: stdin: empty: a header line is needed
? 2
END
finish
