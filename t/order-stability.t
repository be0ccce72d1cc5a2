#!/bin/sh
# order-score --stability: how firmly applications stand.
# shellcheck disable=SC2016 # a $ in a transcript is for its shell
. "${0%/*}/lib.sh"

# A rubric of one criterion; the rest of its edition is the argument.
rubric()
{
	cat <<END
rules: rubric
title: a test
cite: a test
editions:
  - from: 2020-01-01
    cite: a test
    scale: {min: 0, max: 100, step: 1, best: ${2:-high}}
    criteria:
      - {name: a, weight: 1, en: a, ru: а, kk: а}
    quorum: 1
$1
END
}
rounding='rounding: {criterion: 2, product: 2, total: 2, half: up}'
rubric "    centre: mean
    $rounding" >mean.yaml

# A line for each application, a column for each expert, "." for none.
marks()
{
	awk 'BEGIN { OFS = "\t"; print "application", "expert", "criterion", "mark" }
		{ for (i = 2; i <= NF; i++)
			if ($i != ".") print $1, "e" i - 1, "a", $i }'
}

# near FIELD CHANCE ...: whether the applications' chances are these, but for
# what 10000 samples may be off.
near()
{
	awk -F '\t' -v field="$1" -v want="$2" '
		BEGIN { split(want, w, " ") }
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == field) f = i; next }
		{ off = $f - w[NR - 1]
		  print $1, (off < 0.015 && off > -0.015 ? "near" : $f) }'
}

### Chances that can be counted

# A - B is 3, -6, 3: of the 27 draws of three experts, 8 have no -6 and 12
# have one, which is a tie; who shares the first rank is among the first.
printf 'A 10 0 8\nB 7 6 5\n' | marks >tie
order-score -r mean.yaml --stability 10000 --seed 1 --first 1 tie |
    near first_1 '0.7407 0.7037' >got
printf 'A near\nB near\n' >want
report 'three experts, and a tie that is shared'

# A is behind only if the last expert is drawn each time: once in 27, once in
# 256.  The one is inside of 95 in 100, the other beyond.
printf 'A 50 50 0\nB 0 0 1\n' | marks >three
printf 'A 50 50 50 0\nB 0 0 0 1\n' | marks >four
{
	order-score -r mean.yaml --stability 10000 --seed 1 --first 1 three |
	    near first_1 '0.9630 0.0370'
	order-score -r mean.yaml --stability 10000 --seed 1 --first 1 four |
	    near first_1 '0.9961 0.0039'
	order-score -r mean.yaml --stability 10000 --seed 1 --first 1 three |
	    cut -f 1-6,8
	order-score -r mean.yaml --stability 10000 --seed 1 --first 1 four |
	    cut -f 1-6,8
} >got
cat >want <<'END'
A near
B near
A near
B near
application	score	rank	decision	rank_low	rank_high	zone_1
A	33.33	1	scored	1	2	grey
B	0.33	2	scored	1	2	grey
application	score	rank	decision	rank_low	rank_high	zone_1
A	37.50	1	scored	1	1	in
B	0.25	2	scored	2	2	out
END
report 'one in 27 is within the bounds, one in 256 beyond'

# Of 27 draws 7 have the 9 twice or more, and 7 the 1; 13 leave a tie.
printf 'A 9 5 1\nB 5 5 5\n' | marks >middle
rubric "    centre: median
    $rounding" >median.yaml
order-score -r median.yaml --stability 10000 --seed 1 --first 1 middle |
    near first_1 '0.7407 0.7407' >got
printf 'A near\nB near\n' >want
report 'the median of what is drawn'

rubric "    drop: {highest: 1, lowest: 1, from: 3}
    centre: mean
    $rounding" >drop.yaml
order-score -r drop.yaml --stability 10000 --seed 1 --first 1 middle |
    near first_1 '0.7407 0.7407' >got
report 'and so the middle of three without extremes'

rubric "    centre: sum
    $rounding" low >low.yaml
order-score -r low.yaml --stability 10000 --seed 1 --first 1 three |
    near first_1 '0.9630 0.0370' | sed 's/[AB]//' >got
printf ' near\n near\n' >want
report 'places that are summed up, where low wins'

### One panel is drawn alike for all applications

try 'what all experts put above another stands above it in each sample' <<'END'
$ awk 'BEGIN { OFS = "\t"; print "application", "expert", "criterion", "mark"; for (a = 1; a <= 9; a++) for (e = 1; e <= 9; e++) print "A" a, "e" e, "a", a + e * e }' >alike
$ order-score -r mean.yaml --stability 200 --seed 9 --first 3 alike | cut -f 1,3-
> application	rank	decision	rank_low	rank_high	first_3	zone_3
> A9	1	scored	1	1	1.0000	in
> A8	2	scored	2	2	1.0000	in
> A7	3	scored	3	3	1.0000	in
> A6	4	scored	4	4	0.0000	out
> A5	5	scored	5	5	0.0000	out
> A4	6	scored	6	6	0.0000	out
> A3	7	scored	7	7	0.0000	out
> A2	8	scored	8	8	0.0000	out
> A1	9	scored	9	9	0.0000	out
END

# Two panels without a common expert are drawn apart.  A has 9, 5 or 1, B 8, 5
# or 2, each mean of two draws: A is above in 3/8 of all, and they tie in 1/4.
printf 'A 9 1 . .\nB . . 8 2\n' | marks >apart
order-score -r mean.yaml --stability 10000 --seed 1 --first 1 apart |
    near first_1 '0.6250 0.6250' >got
printf 'A near\nB near\n' >want
report 'panels without a common expert'

### Recomputed from the manual alone, in another language

cat >outsider <<'END'
use strict;
my ($samples, $seed, $k) = splice @ARGV, 0, 3;
my (%mark, %number, $n);

sub times64 { use integer; return $_[0] * $_[1]; }
sub plus64 { use integer; return $_[0] + $_[1]; }
sub after {		# the nth number after a state
	my $z = plus64($_[0], times64($_[1], 0x9e3779b97f4a7c15)) & ~0;
	$z = times64($z ^ $z >> 30, 0xbf58476d1ce4e5b9) & ~0;
	$z = times64($z ^ $z >> 27, 0x94d049bb133111eb) & ~0;
	return $z ^ $z >> 31;
}

<>;
while (<>) {
	chomp;
	my ($application, $expert, undef, $mark) = split /\t/;
	$mark{$application}{$expert} = $mark;
	$number{$expert} = 0;
}
$number{$_} = ++$n for sort keys %number;
my (%first, %ranks);
for my $i (1 .. $samples) {
	my $sample = after($seed, $i);
	my %score;
	for my $application (keys %mark) {
		my $marks = $mark{$application};
		my $count = keys %$marks;
		my $sum = 0;
		for my $place (1 .. $count) {
			my $state = after($sample, $place);
			my %throw = map { $_ => after($state, $number{$_}) } keys %$marks;
			my ($drawn) = sort { $throw{$a} <=> $throw{$b} } keys %throw;
			$sum += $marks->{$drawn};
		}
		$score{$application} = int(($sum * 200 + $count) / (2 * $count));
	}
	for my $application (keys %mark) {
		my $rank = 1 + grep { $_ > $score{$application} } values %score;
		$first{$application} += $rank <= $k;
		push @{$ranks{$application}}, $rank;
	}
}
for my $application (sort keys %mark) {
	my @rank = sort { $a <=> $b } @{$ranks{$application}};
	my $beyond = int($samples / 40);
	printf "%s\t%d\t%d\t%.4f\n", $application, $rank[$beyond],
	    $rank[$#rank - $beyond], $first{$application} / $samples;
}
END
awk 'BEGIN { x = 7; for (a = 10; a < 20; a++) {
	line = "A" a
	for (e = 1; e <= 7; e++) {
		x = (x * 1103515245 + 12345) % 2147483648
		y = int(x / 65536)
		line = line " " (y % 5 == 0 && e > 1 ? "." : 2 * a + y % 30)
	}
	print line } }' | marks >ragged
for table in tie three apart ragged; do
	for seed in 0 1 20260415; do
		perl outsider 400 $seed 2 $table >want
		order-score -r mean.yaml --stability 400 --seed $seed --first 2 $table |
		    sed 1d | cut -f 1,5-7 | sort >got
		report "an outsider finds the same: $table $seed"
	done
done
order-score -r mean.yaml --stability 400 --seed 1 --first 2 ragged |
    awk -F '\t' '$8 == "grey" { n++ } END { print (n > 2 ? "many" : "few") }' >got
echo many >want
report 'and there was something to find'

### The sample order

cp "$CIVUTILS_SHARE/examples/marks.tsv" "$CIVUTILS_SHARE/examples/conflicts.tsv" .
set -- -r grant-sample -d 2026-04-15 --conflicts conflicts.tsv --stability 500 --seed 521
try 'a grey zone at the cut' <<'END'
$ order-score -r grant-sample -d 2026-04-15 --conflicts conflicts.tsv --stability 500 --seed 521 --first 3,5 marks.tsv
> application	score	rank	decision	rank_low	rank_high	first_3	zone_3	first_5	zone_5
> A-07	94.18	1	passed	1	1	1.0000	in	1.0000	in
> A-08	89.63	2	passed	2	2	1.0000	in	1.0000	in
> A-10	81.86	3	passed	3	5	0.5620	grey	0.9880	in
> A-04	81.86	4	passed	3	5	0.4000	grey	1.0000	in
> A-03	78.65	5	passed	3	6	0.0320	grey	0.9240	grey
> A-05	68.20	6	passed	4	11	0.0060	out	0.0880	grey
> A-02	63.02	7	passed	6	11	0.0000	out	0.0000	out
> A-09	60.03	8	passed	7	11	0.0000	out	0.0000	out
> A-01	59.85	9	failed	6	11	0.0000	out	0.0000	out
> A-12	59.85	10	failed	7	11	0.0000	out	0.0000	out
> A-06	59.17	11	failed	6	11	0.0000	out	0.0000	out
> A-11			not_scored						
END
order-score "$@" --first 1,3,5,11,12 marks.tsv >all
awk -F '\t' 'NR > 1 && $2 != "" { for (i = 7; i <= NF; i += 2) sum[i] += $i }
	END { print sum[7], sum[9], sum[11], sum[13], sum[15] }' all >got
echo '1 3 5 11 11' >want
report 'without ties the chances of the first k add up to k, where there are k'
cut -f 1-3 all >got
order-score -r grant-sample -d 2026-04-15 --conflicts conflicts.tsv marks.tsv |
    cut -f 1-3 >want
report 'scores and ranks are those of all marks'
for seed in 1 2 3 4; do
	awk -v seed="$seed" '
		NR == 1 { print "0\t" $0; srand(seed); next }
		{ printf "%.9f\t%s\n", 1 + rand(), $0 }' marks.tsv |
	    sort | cut -f 2- >shuffled
	order-score "$@" --first 1,3,5,11,12 shuffled >got
	cp all want
	report "the order of marks changes nothing ($seed)"
done
order-score "$@" --seed 522 --first 1,3,5,11,12 marks.tsv >got
if cmp -s got all; then echo same; else echo other; fi >got
echo other >want
report 'another seed, other samples'

### Severity is that of all marks

rubric "    severity: additive
    centre: mean
    rounding: {severity: 6, criterion: 2, product: 2, total: 2, half: up}" >severe.yaml
# Every other application lacks the severe expert, and is no better for it.
awk 'BEGIN { OFS = "\t"; print "application", "expert", "criterion", "mark"
	for (a = 1; a <= 6; a++) for (e = 1; e <= 4; e++)
		if (e < 4 || a % 2) print "A" a, "e" e, "a", 10 * a + (e == 4 ? 0 : 25) }' >severe
try 'marks are corrected before they are drawn' <<'END'
$ order-score -r severe.yaml --stability 100 --seed 1 --first 2 severe | cut -f 1,3,5-
$ order-score -r mean.yaml --stability 100 --seed 1 --first 2 severe | cut -f 5,6,8 | sort -u | grep -c grey
> application	rank	rank_low	rank_high	first_2	zone_2
> A6	1	1	1	1.0000	in
> A5	2	2	2	1.0000	in
> A4	3	3	3	0.0000	out
> A3	4	4	4	0.0000	out
> A2	5	5	5	0.0000	out
> A1	6	6	6	0.0000	out
> 1
END

### Options

rubric "    centre: mean
    places: 1
    $rounding" >places.yaml
try 'the places of the rubric; --first goes before them' <<'END'
$ order-score -r places.yaml --stability 40 --seed 1 tie | head -n 1
$ order-score -r places.yaml --stability 40 --seed 1 --first 2 tie | head -n 1
$ sed 's/places: 1/places: none/' places.yaml >none.yaml; order-score -r none.yaml tie
> application	score	rank	decision	rank_low	rank_high	first_1	zone_1
> application	score	rank	decision	rank_low	rank_high	first_2	zone_2
! order-score: none.yaml:12: must be a whole number from 1 to 1000000: 'none'
? 2
END
try 'options that need each other, or say nothing that can be' <<'END'
$ order-score -r mean.yaml --stability 40 tie
$ order-score -r mean.yaml --seed 40 tie
$ order-score -r mean.yaml --first 40 tie
$ order-score -r mean.yaml --stability 40 --seed 1 tie
$ order-score -r mean.yaml --stability 40 --seed 1 --first 1 -e tie
$ order-score -r mean.yaml --stability 39 --seed 1 --first 1 tie
$ order-score -r mean.yaml --stability 10001 --seed 1 --first 1 tie
$ order-score -r mean.yaml --stability 40 --seed 1.5 --first 1 tie
$ order-score -r mean.yaml --stability 40 --seed 1 --first 0 tie
$ order-score -r mean.yaml --stability 40 --seed 1 --first 3,2 tie
$ order-score -r mean.yaml --stability 40 --seed 1 --first 3, tie
$ order-score -r mean.yaml --stability 40 --seed 1 --first 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17 tie
! order-score: --stability and --seed need each other
! order-score: --stability and --seed need each other
! order-score: --first is for --stability
! order-score: --stability needs --first, as the rubric says no places
! order-score: -e and --stability print different records: give one of them
! order-score: --stability: must be a number from 40 to 10000: '39'
! order-score: --stability: must be a number from 40 to 10000: '10001'
! order-score: --seed: must be a whole number from 0: '1.5'
! order-score: --first: must be whole numbers from 1, ascending, with commas: '0'
! order-score: --first: must be whole numbers from 1, ascending, with commas: '3,2'
! order-score: --first: must be whole numbers from 1, ascending, with commas: '3,'
! order-score: --first: over 16 numbers: '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17'
? 2
END
try 'one expert alone, and nobody' <<'END'
$ printf 'application\texpert\tcriterion\tmark\nA\te\ta\t5\nB\te\ta\t4\nC\te\ta\t\n' | order-score -r mean.yaml --stability 40 --seed 1 --first 1
$ printf 'application\texpert\tcriterion\tmark\n' | order-score -r mean.yaml --stability 40 --seed 1 --first 1
> application	score	rank	decision	rank_low	rank_high	first_1	zone_1
> A	5.00	1	scored	1	1	1.0000	in
> B	4.00	2	scored	2	2	0.0000	out
> C			not_scored				
> application	score	rank	decision	rank_low	rank_high	first_1	zone_1
END

finish
