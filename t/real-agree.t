#!/bin/sh
# Published values of agreement, each to the places in which it was printed.
. "${0%/*}/lib.sh"
need_real agreement-known-answers

folder=$real/agreement-known-answers

# The files stand as they were published: a column for each rater, counts of
# raters in each category, or two raters' categories crossed.
records()
{
	rec-from csv "$folder/$1.csv" 2>/dev/null
}
begin='BEGIN { FS = OFS = "\t"; print "application", "expert", "mark" } NR == 1 { next }'
columns()
{
	records "$1" | awk -v first="$2" "$begin"'
		{ for (i = first; i <= NF; i++)
			if ($i != "") print NR, "rater " i, $i }'
}
counts()
{
	records "$1" | awk "$begin"'
		{ n = 0; for (i = 2; i <= NF; i++) for (k = 0; k < $i; k++)
			print NR, "rater " ++n, i }'
}
crossed()
{
	records "$1" | awk "$begin"'
		{ for (i = 2; i <= NF; i++) for (k = 0; k < $i; k++) {
			print ++n, "rater 1", NR
			print n, "rater 2", i } }'
}
for table in kripp2011 cac.raw4raters kripp_wikipedia shrout_fleiss_1979; do
	columns $table 2 >$table.csv
done
for table in irr_diagnoses irr_anxiety; do
	columns $table 1 >$table.csv
done
counts fleiss_wikipedia >fleiss_wikipedia.csv
counts distrib.6raters >distrib.6raters.csv
crossed cont3x3abstractors >cont3x3abstractors.csv

# coefficient NAME: what we call it, and the scale it belongs to.
coefficient()
{
	case $1 in
	'alpha '*) echo "alpha_${1#alpha } ${1#alpha }" ;;
	'Fleiss kappa') echo 'fleiss_kappa nominal' ;;
	# Fleiss extended Scott's coefficient of two raters to many.
	'Scott pi') echo 'fleiss_kappa nominal' ;;
	ICC*) echo "$1" | sed 's/ICC(\(.\),\(.\)).*/icc_\1_\2 interval/' ;;
	esac
}

tab=$(printf '\t')
tail -n +2 "$folder/known-answers.tsv" | tr -d '\r' >answers
while IFS=$tab read -r file name value source; do
	ours=$(coefficient "$name")
	test -n "$ours" || continue
	places=$(printf %s "${value#*.}" | wc -c)
	printf '%s %s %s\n' "$file" "$name" "$value" >want
	panel-agree --scale "${ours#* }" "$file" 2>err |
	    awk -F '\t' -v c="${ours% *}" -v p="$places" \
	        -v say="$file $name" '$2 == c { printf "%s %.*f\n", say, p, $3 }' >got
	cat err >>got
	report "$name of $file is $value ($source)"
done <answers

count_of()
{
	cut -f 2 answers | grep -c "$1"
}
echo 'Fleiss 4 Scott 1 alpha 9 ICC 8' >want
echo "Fleiss $(count_of '^Fleiss') Scott $(count_of '^Scott') alpha $(count_of '^alpha') ICC $(count_of '^ICC')" >got
report 'and these are all that there are of ours'

# Of 210 jurors there are 21945 pairs, 420 of them of one country, who sat
# together.  Those that stand out in the final of a song contest all did.
jurors=$real/panel-eurovision/jurors.csv
if test -f "$jurors"; then
	tr -d '\r' <"$jurors" | awk -F ',' -v OFS='\t' '
		BEGIN { print "application", "expert", "mark" }
		$1 == 2016 && $2 == "final" {
			for (i = 4; i <= 8; i++) print $9, $3 "-" i, $i }' >places
	panel-agree --scale ordinal --pairs 5 places | sed 1d |
	    sort -t "$tab" -k 6,6nr |
	    awk -F '\t' '{ same += substr($1, 1, 2) == substr($2, 1, 2); n++ }
		END { print same, n }' >got
	echo '5 5' >want
	report 'jurors who agree too often sat in one jury'
else
	skip 'no real records (panel-eurovision) here'
fi

finish
