#!/bin/sh
# run: rec-check ngo ngos.tsv
. "${0%/*}/lib.sh"

# A schema of our own, with a field of every type.
mkdir share share/schema share/vocab
cp "$CIVUTILS_SHARE"/vocab/regions.yaml share/vocab
cat >share/vocab/colours.yaml <<'EOF'
vocabulary: colours
title: Colours
cite: the test
entries:
  red: { kk: қызыл, ru: красный, en: crimson, aliases: [scarlet] }
  green: { kk: жасыл, ru: зелёный, en: green }
  blue: { kk: көк, ru: синий, en: blue, from: 2020-01-01, until: 2020-12-31 }
EOF
cat >share/schema/thing.yaml <<'EOF'
kind: thing
title: A thing
cite: the test
key: [id]
fields:
  id: { type: text, longest: 5, en: number, ru: номер, kk: нөмір }
  count: { type: integer, min: -2, max: 10, en: c, ru: c, kk: c }
  weight: { type: decimal(3), min: 0.5, max: 2, en: w, ru: w, kk: w }
  price: { type: money, min: 0, en: p, ru: p, kk: p }
  day: { type: date, min: 2020-02-29, max: 2020-12-31, en: d, ru: d, kk: d }
  hour: { type: time, en: h, ru: h, kk: h }
  due: { type: moment, en: d, ru: d, kk: d }
  sold: { type: yes, en: s, ru: s, kk: s }
  maker: { type: bin, en: m, ru: m, kk: m }
  person: { type: iin, en: p, ru: p, kk: p }
  place: { type: region, en: p, ru: p, kk: p }
  mail: { type: email, en: m, ru: m, kk: m }
  site: { type: url, en: s, ru: s, kk: s }
  phone: { type: phone, en: p, ru: p, kk: p }
  colour: { type: one of colours, en: c, ru: c, kk: c }
  colours: { type: list of one of colours, en: c, ru: c, kk: c }
  words: { type: list of text, longest: 4, en: w, ru: w, kk: w }
  part_of: { type: ref thing, en: p, ru: p, kk: p }
EOF
export CIVUTILS_SHARE="$dir/share"

# fit FIELD VALUE ...: each value fits the field.
fit()
{
	field=$1
	shift
	for value in "$@"; do
		printf 'id\t%s\n1\t%s\n' "$field" "$value" >one
		printf '> id\t%s\n> 1\t%s\n? 0\n' "$field" "$value" >want
		status=0
		rec-check thing one >out 2>err || status=$?
		{ sed 's/^/> /' out; sed 's/^/! /' err; echo "? $status"; } >got
		report "$field: '$value' fits"
	done
}

# unfit FIELD WHY VALUE ...: each value is refused with the reason.
unfit()
{
	field=$1 why=$2
	shift 2
	for value in "$@"; do
		printf 'id\t%s\n1\t%s\n' "$field" "$value" >one
		printf '> id\t%s\n! rec-check: one:2: %s: %s: '\''%s'\''\n? 1\n' \
		    "$field" "$field" "$why" "$value" >want
		status=0
		rec-check thing one >out 2>err || status=$?
		{ sed 's/^/> /' out; sed 's/^/! /' err; echo "? $status"; } >got
		report "$field: '$value' is refused"
	done
}

fit count '' 0 -2 10 007
unfit count 'less than -2' -3
unfit count 'more than 10' 11
unfit count 'not a whole number (at most 18 digits)' 1.0 1,5 +1 ' 1' one 1e1 \
    99999999999999999999

fit weight 0.5 2 2.000 1.125
unfit weight 'less than 0.500' 0.499
unfit weight 'more than 2.000' 2.001
unfit weight \
    'not a number (at most 18 digits, 3 of them after the point)' \
    1.1250 1,125 . .5 5.

fit price 0 12.50 1250000.5
unfit price 'less than 0.00' -0.01
unfit price 'not an amount as 1250.50 (at most 18 digits, 2 of them after the point)' '1 250.50' \
    1250,50 1.505 '12 тг' 92233720368547758.07 10000000000000000
fit price 9999999999999999.99

fit day 2020-02-29 2020-12-31
unfit day 'before 2020-02-29' 2020-02-28
unfit day 'after 2020-12-31' 2021-01-01
unfit day 'not a date (YYYY-MM-DD)' 31.12.2020 2020-2-29 2020-06-31 \
    2020-06-1 today

fit hour 00:00 23:59 09:30:00 19:07:59
unfit hour 'not a time (HH:MM)' 24:00 29:00 9:30 12:60 12:00:60 12.30 12:3 \
    12:30:

fit due 2026-03-16T18:00 2026-03-16T18:00:00 2024-02-29T00:00 1969-12-31T23:59
unfit due 'not a day with a time (YYYY-MM-DDTHH:MM)' 2026-03-16 18:00 \
    2026-03-16T24:00 2026-02-29T18:00 '2026-03-16 18:00' 2026-03-16T18:00Z \
    2026-03-16T18:00+05:00 16.03.2026T18:00 2026-03-16T9:00

fit sold yes no
unfit sold 'neither yes nor no' Yes да 1

fit maker 940140000385 961141000023
unfit maker 'check digit 0, must be 5' 940140000380
unfit maker 'month 99 in digits 3-4' 949940000385

fit person 830717350867 791028302728

fit place 100000000 790000000 510000000
unfit place 'not a code of regions (a place in 710000000)' 711110000
unfit place 'not a code of regions (its code is 230000000)' \
    'Атырауская область' 'АТЫРАУСКАЯ ОБЛ.' KZ-23 KZ-ATY 'Атырау облысы'
unfit place 'not a code of regions (its code is 750000000)' Алматы 'г. Алматы'
unfit place 'not a code of regions (its code is 190000000)' 'Алматы облысы'
unfit place 'not a code of regions (nearest: 230000000)' 2300000000
unfit place 'not a code of regions' somewhere

fit mail a@b.kz first.last+tag@sub.domain.kz инфо@қор.қаз
long=$(printf '%064d' 0)
fit mail "$long@a.kz" "a@$long.$long.$long.$(printf '%057d' 0)"
unfit mail 'not an e-mail address' "$(printf 'a\302\240b@c.kz')" \
    a a@ @b.kz a@b a@b..kz a@.kz a@b.kz. \
    'a b@c.kz' a@b@c.kz 'a,b@c.kz' 'a@b.kz;c@d.kz'

printf 'id\tmail\n1\t0%s@a.kz\n2\ta@%s.%s.%s.%058d\n' "$long" "$long" "$long" \
    "$long" 0 >long
try 'an address may have 254 bytes, 64 of them before the @' <<'EOF'
$ rec-check thing long 2>&1 | cut -c 1-58
> rec-check: long:2: mail: not an e-mail address: '000000000
> rec-check: long:3: mail: not an e-mail address: 'a@0000000
> id	mail
EOF

fit site http://a.kz https://a.kz/b?c=d#e https://қор.қаз http://a.kz:8080/
unfit site 'not an address that begins with http:// or https://' www.a.kz \
    ftp://a.kz https:/a.kz https:// http://localhost http://.kz http://kz. http:///a.kz
unfit site \
    'not an address: has a blank, or another mark that addresses have not' \
    'http://a. kz' "$(printf 'http://a.kz/\302\240')" 'http://a.kz/<b>'
fit site 'https://қор.қаз/бет'
printf 'id\tmail\tsite\n1\ta\342\200\213@c.kz\thttp://a.kz/\342\200\213\n2\ta@c\342\200\256.kz\thttp://a.kz/\342\200\256\n' >unseen
try 'what nobody sees stands in no address' <<'EOF'
$ rec-check thing unseen
> id	mail	site
! rec-check: unseen:2: mail: not an e-mail address: 'a\xe2\x80\x8b@c.kz'
! rec-check: unseen:2: site: not an address: has a blank, or another mark that addresses have not: 'http://a.kz/\xe2\x80\x8b'
! rec-check: unseen:3: mail: not an e-mail address: 'a@c\xe2\x80\xae.kz'
! rec-check: unseen:3: site: not an address: has a blank, or another mark that addresses have not: 'http://a.kz/\xe2\x80\xae'
? 1
EOF

fit phone '+7 (727) 123-45-67' 87271234567 12345
unfit phone 'not a telephone number' 1234 '7+7271234567' '8 727 доб. 5' \
    1234567890123456

fit colour red green blue
unfit colour 'not a code of colours (its code is red)' RED Scarlet Қызыл crimson
unfit colour 'not a code of colours (its code is green)' зеленый
unfit colour 'not a code of colours (nearest: green)' gren
unfit colour 'not a code of colours' purple

fit colours red 'red;blue'
unfit colours 'item 2: not a code of colours (its code is green)' 'red;Green'
unfit colours 'item 3: stands twice' 'red;blue;red'
unfit colours 'item 2: empty' 'red;' 'red;;blue'
unfit colours 'item 1: empty' ';red'
unfit colours 'item 2: has blanks around it' 'red; blue'

fit words abcd 'abcd;үміт' 'a;a'
unfit words 'item 2: longer than 4 characters' 'a;abcde' 'a;үмітт'

fit part_of 1

try 'every fault of a record is told, and the record counts once' <<'EOF'
$ rec-check -x bad thing
< id	count	note	day
< 1	1	any	2020-03-01
< 123456	x	any	2020-01-01
< 3			
> id	count	note	day
> 1	1	any	2020-03-01
> 3			
! rec-check: stdin:3: id: longer than 5 characters: '123456'
! rec-check: stdin:3: count: not a whole number (at most 18 digits): 'x'
! rec-check: stdin:3: day: before 2020-02-29: '2020-01-01'
? 1
EOF

try 'the refused record is kept, once, with all that is wrong' <<'EOF'
$ cat bad
> id	count	note	day	refused_at	refused_why
> 123456	x	any	2020-01-01	stdin:3	id: longer than 5 characters: '123456'; count: not a whole number (at most 18 digits): 'x'; day: before 2020-02-29: '2020-01-01'
EOF

sed '2s/123456	x	any	2020-01-01/4	4	any	2020-04-04/' bad >mended
try 'a mended file passes, without what was written to it' <<'EOF'
$ rec-check thing mended
> id	count	note	day
> 4	4	any	2020-04-04
EOF

try 'a field of the key must have a value' <<'EOF'
$ rec-check thing
< id	count
< 	1
> id	count
! rec-check: stdin:2: id: required, but empty
? 1
EOF

try 'a required field must be in the header' <<'EOF'
$ rec-check thing
< idd	count
< 1	1
! rec-check: stdin:1: no field 'id' among idd, count
? 2
EOF

try 'a long value is quoted in part' <<'EOF'
$ rec-check thing
< id	count
< 1	xжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж
> id	count
! rec-check: stdin:2: count: not a whole number (at most 18 digits): 'xжжжжжжжжжжжжжжжжжжжжжжжжжжжжж...'
? 1
EOF

try 'values pass with their escapes' <<'EOF'
$ rec-check thing
< id	note
< a\\b	one\ttwo\nthree
> id	note
> a\\b	one\ttwo\nthree
EOF

try 'an unknown kind is met with the nearest' <<'EOF'
$ CIVUTILS_SHARE=./share; rec-check thin
! rec-check: no kind 'thin' in ./share/schema; did you mean 'thing'?
? 2
EOF

mkdir many many/schema
for kind in delta bravo alpha echo charlie; do
	: >many/schema/$kind.yaml
done
: >many/schema/.hidden.yaml
: >many/schema/note.txt
try 'or with all of them, in order' <<'EOF'
$ CIVUTILS_SHARE=many rec-check organisation
! rec-check: no kind 'organisation' in many/schema; known are: alpha bravo charlie delta echo; CIVUTILS_SHARE can name another share
? 2
EOF

mkdir -p few/schema few/vocab
cp share/schema/thing.yaml few/schema
cp share/vocab/colours.yaml few/vocab
try 'a region needs its vocabulary, and the field is named' <<EOF
\$ echo id | CIVUTILS_SHARE=few rec-check thing
! rec-check: few/schema/thing.yaml:$(sed -n '/type: region/=' share/schema/thing.yaml): no vocabulary 'regions' in few/vocab; known are: colours; CIVUTILS_SHARE can name another share
? 2
EOF

try 'a share that is not there is named' <<'EOF'
$ CIVUTILS_SHARE=nowhere rec-check ngo
! rec-check: no kind 'ngo': there is no nowhere/schema/ngo.yaml; set CIVUTILS_SHARE, or make install
? 2
EOF

try 'a kind is needed' <<'EOF'
$ rec-check
! usage: rec-check [-x file] kind [file ...]
? 2
EOF

try 'a schema may be any file' <<'EOF'
$ cp share/schema/thing.yaml mine.yaml && echo id | rec-check ./mine.yaml
> id
EOF

# broken WHAT MESSAGE SED-SCRIPT: the schema so changed is trouble.
broken()
{
	sed "$3" share/schema/thing.yaml >broken.yaml
	printf '! rec-check: broken.yaml:%s\n? 2\n' "$2" >want
	status=0
	echo id | rec-check broken.yaml >out 2>err || status=$?
	{ sed 's/^/> /' out; sed 's/^/! /' err; echo "? $status"; } >got
	report "broken schema: $1"
}

broken 'no kind' "1: no key 'kind' here" '/^kind/d'
broken 'a kind misspelt' "1: unknown key 'king'; did you mean 'kind'?" \
    's/^kind/king/'
broken 'a kind that is no name' \
    "1: not a name of lower-case letters, digits and _: 'Thing'" \
    's/^kind: thing/kind: Thing/'
broken 'an unknown key' \
    "6: unknown key 'longer'; did you mean 'longest'?" 's/longest: 5/longer: 5/'
broken 'no type' "6: no key 'type' here" 's/type: text, longest: 5,//'
broken 'a type that is none' "7: not a type: 'intege'; did you mean 'integer'?" \
    's/type: integer/type: intege/'
broken 'a type that is near none' "7: not a type: 'float'" \
    's/type: integer/type: float/'
broken 'decimals without places' "8: not a type: 'decimal'" \
    's/decimal(3)/decimal/'
broken 'too many places' "8: decimal(1) to decimal(9), not 'decimal(10)'" \
    's/decimal(3)/decimal(10)/'
broken 'a limit that is no number' \
    "7: must be a number with at most 0 decimal places: 'few'" \
    's/min: -2/min: few/'
broken 'a limit of a text' '6: min: only for numbers, money and dates' \
    's/longest: 5/min: 5/'
broken 'limits that leave nothing' '7: count: min is more than max' \
    's/max: 10/max: -3/'
broken 'a length of a number' '7: longest: only for texts' \
    's/min: -2/longest: 2/'
broken 'a search in a number' '7: search: only for texts' \
    's/min: -2/search: yes/'
broken 'no description in Kazakh' "6: no key 'kk' here" 's/, kk: нөмір//'
broken 'a key that is no field' "4: key: no such field: 'ib'" 's/\[id\]/[ib]/'
broken 'a key that is a list' "4: key: a list: 'words'" 's/\[id\]/[words]/'
broken 'a key twice' "4: key: stands twice: 'id'" 's/\[id\]/[id, id]/'
broken 'a bracket that is not closed' \
    "8: decimal(1) to decimal(9), not 'decimal(3'" 's/decimal(3)/decimal(3/'
broken 'a kind that is not there' \
    "$(sed -n '/ref thing/=' share/schema/thing.yaml): no kind 'thinge' in $CIVUTILS_SHARE/schema; did you mean 'thing'?" \
    's/ref thing/ref thinge/'
broken 'an empty key' '4: key: no field' 's/\[id\]/[]/'
broken 'a field that is no name' \
    "7: not a name of lower-case letters, digits and _: 'co unt'" \
    's/^  count/  co unt/'

broken 'a field that begins with a digit' \
    "7: a name begins with a letter and has at most 63: '2count'" \
    's/^  count/  2count/'
long=$(printf '%063d' 0 | tr 0 c)
broken 'a field of 64 letters' \
    "7: a name begins with a letter and has at most 63: 'c$long'" \
    "s/^  count/  c$long/"
try 'a field of 63 letters' <<EOF
\$ sed 's/^  count/  $long/' share/schema/thing.yaml >b.yaml; echo id | rec-check b.yaml
> id
EOF

try 'an unknown vocabulary is met with the nearest' <<'EOF'
$ CIVUTILS_SHARE=./share; sed 's/one of colours/one of colors/' share/schema/thing.yaml >b.yaml; echo id | rec-check b.yaml
! rec-check: b.yaml:20: no vocabulary 'colors' in ./share/vocab; did you mean 'colours'?
? 2
EOF

# broken_vocab WHAT MESSAGE SED-SCRIPT
broken_vocab()
{
	cp share/vocab/colours.yaml kept
	sed "$3" kept >share/vocab/colours.yaml
	printf '! rec-check: %s/share/vocab/colours.yaml:%s\n? 2\n' "$dir" \
	    "$2" >want
	status=0
	echo id | rec-check thing >out 2>err || status=$?
	{ sed 's/^/> /' out; sed 's/^/! /' err; echo "? $status"; } >got
	report "broken vocabulary: $1"
	mv kept share/vocab/colours.yaml
}

broken_vocab 'another name' "1: 'shades' in a file named colours.yaml" \
    's/^vocabulary: .*/vocabulary: shades/'
broken_vocab 'no source' "1: no key 'cite' here" '/^cite/d'
broken_vocab 'a name of two entries' "6: 'Scarlet' already means red" \
    's/зелёный/Scarlet/'
broken_vocab 'a code twice' "6: the key 'red' is there twice" 's/green:/red:/'
broken_vocab 'no name in Russian' "6: no key 'ru' here" 's/ru: зелёный, //'
broken_vocab 'from after until' '7: blue: from is after until' \
    's/until: 2020/until: 2019/'
broken_vocab 'a date that is none' \
    "7: must be a date (YYYY-MM-DD): '2020-13-31'" 's/2020-12-31/2020-13-31/'
broken_vocab 'a parent that is none' "6: parent: no such code: 'black'" \
    's/en: green/en: green, parent: black/'
broken_vocab 'a code with a semicolon' "6: not a code: 'gre;en'" \
    's/green:/gre;en:/'

# The shared schemas and vocabularies are all sound.
CIVUTILS_SHARE=$src/share
for schema in "$src"/share/schema/*.yaml; do
	kind=${schema##*/}
	sed -n '/^fields:/,$s/^  \([a-z0-9_]*\):$/\1/p' "$schema" |
	    paste -s - >want
	rec-check "${kind%.yaml}" want >got 2>&1 || :
	report "the schema $kind is sound"
done
for vocab in "$src"/share/vocab/*.yaml; do
	name=${vocab##*/}
	printf 'kind: any\ntitle: any\nkey: [id]\nfields:\n' >any.yaml
	printf '  id: { type: one of %s, en: i, ru: i, kk: i }\n' \
	    "${name%.yaml}" >>any.yaml
	echo id >want
	rec-check any.yaml want >got 2>&1 || :
	report "the vocabulary $name is sound"
done

CIVUTILS_SHARE=$dir/share
try 'a full disk is trouble' <<'EOF'
$ echo id | rec-check ./mine.yaml >/dev/full
! rec-check: stdout: No space left on device
? 2
EOF

finish
