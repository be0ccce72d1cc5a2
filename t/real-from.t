#!/bin/sh
# rec-from on real files: registers of Kazakhstan, and collections of
# difficult CSV and JSON.
. "${0%/*}/lib.sh"
need_real kz-fms
need_real csv-torture

fms=$real/kz-fms made=$real/kz-madeinkz torture=$real/csv-torture

# count MAP FILES: records taken, records refused, and the status.
count()
{
	status=0
	map=$1
	format=$2
	shift 2
	rec-from "$format" -m "$map" "$@" >taken 2>said || status=$?
	echo "$(($(wc -l <taken) - 1)) $(wc -l <said) $status" >got
}

count kz-fms csv "$fms/participants_2025-03.csv"
echo 4669 0 0 >want
report 'kz-fms: all 4,669 BINs hold'

cut -f 1 taken | tail -n +2 | grep -Evx '[0-9]{12}' >got || :
: >want
report 'kz-fms: each is 12 digits'

count kz-fms-announcements csv "$fms/announcements.csv"
echo 3787 0 0 >want
report 'kz-fms-announcements: all 3,787'

# Days and amounts are as in the file, by another way to them.
cut -f 6,8,11 taken | awk -F '\t' 'NR > 1 && ($1 !~ /^20[0-9][0-9]-[01][0-9]-[0-3][0-9]$/ ||
    $2 !~ /^20[0-9][0-9]-[01][0-9]-[0-3][0-9]$/ || $3 !~ /^[0-9]+\.[0-9][0-9]$/)' >got
: >want
report 'kz-fms-announcements: days and amounts are ours'
grep -o ',[0-9 ]*\.[0-9][0-9],' "$fms/announcements.csv" | tr -d ' ,' | sort >want
cut -f 11 taken | tail -n +2 | sort >got
report 'kz-fms-announcements: the amounts are those of the file'

count kz-fms-ngos csv "$fms/ngos.tsv"
echo 89 0 0 >want
report 'kz-fms-ngos: all 89'
tail -n +2 taken | cut -f 3 | sort | uniq -c | awk '{ print $2 "=" $1 }' >got
cat >want <<'EOF'
=57
190000000=2
230000000=2
270000000=1
310000000=1
350000000=1
430000000=1
470000000=2
550000000=2
590000000=2
610000000=2
630000000=1
710000000=10
750000000=2
790000000=3
EOF
sed -i 's/^57=$/=57/' got
report 'kz-fms-ngos: regions have their codes'
cut -f 2 "$fms/ngos.tsv" | tail -n +2 >want
cut -f 2 taken | tail -n +2 >got
report 'kz-fms-ngos: quotes in names stay'

count kz-federations csv "$real/kz-federations/federations_data.csv"
echo 38 0 0 >want
report 'kz-federations: all 38, of Windows-1251'
grep -c 'Нет ссылки' taken >got || :
echo 0 >want
report 'kz-federations: no link is no value'
sed -n '2p;$p' taken >got
cat >want <<'EOF'
Бадминтон	https://kbf.kz/	http://bwfcorporate.com
Хоккей с шайбой	https://icehockey.kz	http://www.iihf.com//
EOF
report 'kz-federations: the first and the last'

count kz-madeinkz-origin csv "$made/certs_3_float_bins.csv"
echo 100 0 0 >want
report 'kz-madeinkz: 100 certificates of origin'
cut -f 5 taken | tail -n +2 | awk 'length($0) != 12' >got
: >want
report 'kz-madeinkz: 100 BINs that were fractions come back'
cut -f 5 taken | grep -c '^0' >got
echo 30 >want
report 'kz-madeinkz: 30 of them with their first zero'
grep -c '^KZ RS 5 106 00536	.*	080340021186	' taken >got
echo 1 >want
report 'kz-madeinkz: 80340021186.0 is 080340021186'

count kz-madeinkz-industrial csv "$made/industrial_certificates.csv"
echo 100 0 0 >want
report 'kz-madeinkz: 100 industrial certificates'
cut -f 2 taken | tail -n +2 | grep -Exc '0[0-9]{11}' >got
echo 11 >want
report 'kz-madeinkz: 11 of their BINs had lost the first zero'

for body in bycgogovagencies:32 bymiogovagencies:20 byquasiorganizations:1178; do
	count kz-agencies json "$real/kz-agencies/getstatistics${body%:*}.json"
	echo "${body#*:} 0 0" >want
	report "kz-agencies: ${body%:*}"
	jq -r '.[] | [.govAgency, .nameKk, .nameRu, .nameEn, .allDatasetsCount]
	    | map(tostring | sub("^\\s+"; "") | sub("\\s+$"; "")) | @tsv' \
	    "$real/kz-agencies/getstatistics${body%:*}.json" >want
	cut -f 1-5 taken | tail -n +2 >got
	report "kz-agencies: ${body%:*}, as jq reads it"
done

# csv-spectrum says what each file means.  The copies here may have lost the
# CRs of their line ends; one has quotes inside a value without quotes.
for file in "$torture"/csv-spectrum/csvs/*.csv; do
	name=${file##*/}
	json=$torture/csv-spectrum/json/${name%.csv}.json
	test "$name" = location_coordinates.csv && continue
	case $name in
	*_crlf.csv) awk '{ sub(/\r$/, ""); printf "%s\r\n", $0 }' "$file" ;;
	*) cat "$file" ;;
	esac >copy
	jq -r '(.[0] | keys_unsorted) as $k | .[] | [.[$k[]]] | @tsv' "$json" >want
	rec-from csv copy 2>&1 | tail -n +2 >got
	report "csv-spectrum: $name"
done

# said FILE STATUS RECORDS [OPTION ...]: what becomes of a file, and what is
# said of it.
said()
{
	file=$1
	{
		echo "status $2, $3 lines"
		cat
	} >want
	shift 3
	status=0
	rec-from csv "$@" "$torture/$file" >taken 2>said || status=$?
	{
		echo "status $status, $(wc -l <taken) lines"
		sed "s|$torture/$file|FILE|" said
	} >got
	report "$file $*"
}

said csv-spectrum/csvs/location_coordinates.csv 1 1 <<'EOF'
rec-from: FILE:2: Location Coordinates: a quote inside a value without quotes: '"N 121\xef\xbf\xbd2'17.9"W,Modesto,Stanislaus'
EOF
said csvlint/cr-line-endings.csv 2 0 <<'EOF'
rec-from: FILE:1: in the header: a CR that ends no line; lines must end in LF or CR LF
EOF
for file in crlf-line-endings lf-line-endings inconsistent-line-endings \
    inconsistent-line-endings-unquoted valid 'white space in filename'; do
	said "csvlint/$file.csv" 0 3 </dev/null
done
said csvlint/windows-line-endings.csv 0 2 </dev/null
said csvlint/invalid-byte-sequence.csv 2 0 <<'EOF'
rec-from: FILE:1: not UTF-8: byte 0xf3 at offset 33; give the encoding with -E cp1251, -E rk1048 or -E utf-16le
EOF
said csvlint/invalid_many_rows.csv 1 10 <<'EOF'
rec-from: FILE:4: Baz: text behind a closing quote: ' "'
EOF
said csvlint/title-row.csv 2 0 <<'EOF'
rec-from: FILE: field 2 has a name that is none here: ''; give a map with -m, or names such as -N this_is_a_title_row,f,f_3
EOF

csv=frictionless/files/csv
said $csv/inconsistent-column-number.csv 1 2 <<'EOF'
rec-from: FILE:3: 2 values for 3 fields
EOF
for file in 'iso8859 0xe9' 'western-macos-roman 0x8e'; do
	said "$csv/encodings/${file% *}.csv" 2 0 <<EOF
rec-from: FILE:2: not UTF-8: byte ${file#* } at offset 38; give the encoding with -E cp1251, -E rk1048 or -E utf-16le
EOF
done
said $csv/encodings/big-western-macos-roman.csv 2 0 <<'EOF'
rec-from: FILE:2: not UTF-8: byte 0x80 at offset 43; give the encoding with -E cp1251, -E rk1048 or -E utf-16le
EOF
said $csv/encodings/utf8.csv 0 6 </dev/null
said $csv/separators/comma.csv 0 3 </dev/null
cp taken comma
for file in 'carets ^' 'colon :' 'pipes |' 'semicolon ;' 'tab tab'; do
	said "$csv/separators/${file% *}.csv" 0 3 -D "${file#* }" </dev/null
	cp comma want
	cp taken got
	report "separators/${file% *}.csv is as comma.csv"
done
said $csv/separators/semicolon.csv 2 0 <<'EOF'
rec-from: FILE:1: one column only: 'number;string;boolean'; if something else than a comma separates values, give it with -D
EOF
said $csv/1030_columns.csv 0 10 </dev/null
head -n 1 taken | tr '\t' '\n' | wc -l >got
echo 1030 >want
report '1,030 columns'
said $csv/missing-values.csv 0 3 </dev/null
said frictionless/files/empty-files/empty.csv 2 0 <<'EOF'
rec-from: FILE: empty: a header line is needed
EOF

# CSV of other hands, read by another reader too.
if command -v mlr >/dev/null; then
	for file in $csv/1mb.csv $csv/100kb.csv $csv/various-characters.csv; do
		rec-from csv "$torture/$file" | tail -n +2 >got
		mlr --icsv --otsv cat "$torture/$file" | tail -n +2 >want
		report "$file, as Miller reads it"
	done
else
	skip 'no Miller here'
fi

# Awkward texts, there and back, and as jq reads them.
jq -r '"v", (map(tostring | gsub("\u0000"; "") | [.] | @tsv)[])' \
    "$real/text-torture/blns.json" >want
for way in csv json; do
	rec-to $way want | rec-from $way >got
	report "blns.json: $way and back"
done
jq -c '.[] | { v: (tostring | gsub("\u0000"; "")) }' \
    "$real/text-torture/blns.json" >lines.json
rec-from json lines.json >got
report 'blns.json, as jq reads it'
{ echo v; sed 's/\\/\\\\/g; s/\t/\\t/g; s/\r/\\r/g' "$real/text-torture/blns.txt"; } >want
for way in csv json; do
	rec-to $way want | rec-from $way >got
	report "blns.txt: $way and back"
done

# Grants of two funders, from JSON with objects and arrays in it.
grants=$real/grants-360giving/published_ccby
if test -d "$grants"; then
	count 360giving json "$grants/a003W000001B7PzQAK.json"
	echo 475 0 0 >want
	report '360giving: 475 grants of the Andrew Lloyd Webber Foundation'
	cut -f 6,7 taken | awk -F '\t' 'NR > 1 {
	    for (i = 1; i <= 2; i++) { split($i, p, "."); sum[i] += p[1] * 100 + substr(p[2] "00", 1, 2) } }
	    END { printf "%.0f %.0f\n", sum[1], sum[2] }' >got
	echo 2714323127 2175779327 >want
	report '360giving: 27,143,231.27 asked and 21,757,793.27 awarded'

	count 360giving json "$grants/a001p00000zgyHZAAY.json"
	echo 783 0 0 >want
	report '360giving: 783 grants of the A B Charitable Trust'
	{
		cut -f 2 taken | tail -n +2 | sort -u | wc -l
		cut -f 7 taken | awk 'NR > 1 { sum += $1 } END { printf "%d\n", sum }'
		cut -f 10 taken | grep -c '^20[0-2][0-9]-[01][0-9]-[0-3][0-9]$'
	} >got
	printf '%s\n' 322 12785625 783 >want
	report '360giving: 322 recipients, 12,785,625 awarded, 783 days'
	sed '/^nested/d' "$CIVUTILS_SHARE/maps/360giving.yaml" >refuse.yaml
	rec-from json -m ./refuse.yaml "$grants/a001p00000zgyHZAAY.json" 2>&1 >/dev/null |
	    sed -n '1s/.*json:/json:/p' >got || :
	echo 'json:3: Website.Decision Notes: an object as a value; records are flat' >want
	report '360giving: what is nested is named, unless it is dropped'
else
	skip 'no grants here'
fi

finish
