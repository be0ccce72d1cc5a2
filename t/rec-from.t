#!/bin/sh
# shellcheck disable=SC2016,SC2028
. "${0%/*}/lib.sh"

try 'commas become tabs' <<'EOF'
$ rec-from csv
< id,name,sum
< 1,Мост,1 250.50
< 2,,
< 3, blanks ,
> id	name	sum
> 1	Мост	1 250.50
> 2		
> 3	 blanks 	
EOF

try 'numbers are texts: zeros stay' <<'EOF'
$ rec-from csv
< bin,sum,big
< 010140000123,007.50,1e5
> bin	sum	big
> 010140000123	007.50	1e5
EOF

try 'quoted values: delimiters, quotes, line ends, nothing at all' <<'EOF'
$ rec-from csv
< id,text
< 1,"a, b"
< 2,"say ""so"""
< 3,"two
< lines"
< 4,""
< "5",""""
> id	text
> 1	a, b
> 2	say "so"
> 3	two\nlines
> 4	
> 5	"
EOF

printf 'a,b\r\n1,"x\r\ny"\r\n2,"z\rz"\r\n' >crlf
try 'CR LF ends lines; between quotes it is text' <<'EOF'
$ rec-from csv crlf
> a	b
> 1	x\r\ny
> 2	z\rz
EOF

printf 'a,b\n1,tab\there\n2,back\\slash\n3,"t\tb"\n' >escape
try 'tabs and backslashes are escaped' <<'EOF'
$ rec-from csv escape
> a	b
> 1	tab\there
> 2	back\\slash
> 3	t\tb
EOF

printf '\357\273\277a,b\n1,2\n' >bom
try 'a byte order mark is no part of the first name' <<'EOF'
$ rec-from csv bom
> a	b
> 1	2
EOF

try 'sep= names the delimiter' <<'EOF'
$ rec-from csv
< sep=;
< a;b
< 1,5;2
> a	b
> 1,5	2
EOF

printf 'sep=|\r\na|b\r\n1|2\r\n' >sep
try 'sep= on a line that ends in CR LF' <<'EOF'
$ rec-from csv sep
> a	b
> 1	2
EOF

try 'sep= against -D' <<'EOF'
$ rec-from csv -D , sep
! rec-from: sep:1: says sep=|, but the delimiter is said to be ','
? 2
EOF

try 'sep= of a letter is refused' <<'EOF'
$ rec-from csv
< sep=x
< axb
! rec-from: stdin:1: sep= names no delimiter
? 2
EOF

try 'a quoted "sep=;" is a name, though no good one' <<'EOF'
$ rec-from csv -N id
< "sep=;"
< 1
> id
> 1
EOF

try 'a delimiter between quotes is text, and stands as our records have it' <<'EOF'
$ printf 'a\tb\n"x\ty"\t"2"\n' | rec-from csv -D tab
> a	b
> x\ty	2
$ printf 'a;b\n"x;y";"2"\n' | rec-from csv -D ';'
> a	b
> x;y	2
$ printf '%s\n' 'a\b' '"x\y"\"2"' | rec-from csv -D '\'
> a	b
> x\\y	2
EOF

try 'delimiters' <<'EOF'
$ printf 'a;b\n1;2\n' | rec-from csv -D ';'
$ printf 'a\tb\n1\t2\n' | rec-from csv -D tab
$ printf 'a|b\n1|2\n' | rec-from csv --delimiter='|'
$ printf 'a^b\n1^2\n' | rec-from csv -D ^
> a	b
> 1	2
> a	b
> 1	2
> a	b
> 1	2
> a	b
> 1	2
EOF

try 'what is no delimiter' <<'EOF'
$ rec-from csv -D ';;'
! rec-from: not a delimiter (one sign, or tab): ';;'
? 2
EOF

try 'nothing is no delimiter' <<'EOF'
$ rec-from csv -D ''
! rec-from: not a delimiter (one sign, or tab): ''
? 2
EOF

try 'a quote is no delimiter' <<'EOF'
$ rec-from csv -D '"'
! rec-from: not a delimiter (one sign, or tab): '"'
? 2
EOF

try 'a header in one piece is not taken for one name' <<'EOF'
$ printf 'a;b\n1;2\n' | rec-from csv
! rec-from: stdin:1: one column only: 'a;b'; if something else than a comma separates values, give it with -D
? 2
EOF

try 'unless it is said to be one' <<'EOF'
$ printf 'a;b\n1;2\n' | rec-from csv -D ,
> a_b
> 1;2
EOF

try 'empty lines are no records' <<'EOF'
$ rec-from csv
<
< a,b
<
< 1,2
<
> a	b
> 1	2
EOF

try 'one column, with an empty value' <<'EOF'
$ rec-from csv
< a
< ""
< x
> a
>
> x
EOF

try 'the last line may have no end' <<'EOF'
$ printf 'a,b\n1,"2"' | rec-from csv
> a	b
> 1	2
EOF

try 'several files with one header' <<'EOF'
$ printf 'a,b\n1,2\n' >one; printf 'a,b\r\n3,4\r\n' >two; rec-from csv one two - <one
> a	b
> 1	2
> 3	4
> 1	2
EOF

try 'several files with different headers' <<'EOF'
$ printf 'a,c\n3,4\n' >three; rec-from csv one three >/dev/null
! rec-from: three:1: column 2 is 'c', but 'b' in the first file
? 2
EOF

try 'several files with more columns' <<'EOF'
$ printf 'a,b,c\n3,4,5\n' >four; rec-from csv one four >/dev/null
! rec-from: four:1: 3 columns, but 2 in the first file
? 2
EOF

try 'names that are given do not hide a header in another order' <<'EOF'
$ echo 'b,a' >swapped; rec-from csv -N x,y one swapped; rec-from csv -N x,y one two
> x	y
> 1	2
> 3	4
! rec-from: swapped:1: column 1 is 'b', but 'a' in the first file
EOF

# What is refused.

cat >bad.csv <<'EOF'
a,b,c
1,2,3
1,2
1,2,3,4
x"y,2,3
"x"y,2,3
1,"x" ,3
4,5,6
EOF
try 'records that are not well formed are refused, each with its line' <<'EOF'
$ rec-from csv bad.csv
> a	b	c
> 1	2	3
> 4	5	6
! rec-from: bad.csv:3: 2 values for 3 fields
! rec-from: bad.csv:4: 4 values for 3 fields
! rec-from: bad.csv:5: a: a quote inside a value without quotes: '"y,2,3'
! rec-from: bad.csv:6: a: text behind a closing quote: 'y,2,3'
! rec-from: bad.csv:7: b: text behind a closing quote: ' ,3'
? 1
EOF

try 'they are kept, mended and fed again' <<'EOF'
$ rm -f kept; rec-from csv -x kept bad.csv >/dev/null 2>&1; cat kept; sed '2,3d; s/^x"y/xy/; s/"x"y/"xy"/; s/" ,/",/' kept | rec-from csv
> a,b,c
> 1,2
> 1,2,3,4
> x"y,2,3
> "x"y,2,3
> 1,"x" ,3
> a	b	c
> xy	2	3
> xy	2	3
> 1	x	3
EOF

try 'what is kept has all lines of a record, and what comes before the header' <<'EOF'
$ rm -f kept; printf 'sep=;\r\na;b\r\n1;2\r\n3;"x\n\ny";\r\n"4' | rec-from csv -x kept; cat -A kept
> a	b
> 1	2
> sep=;^M$
> a;b^M$
> 3;"x$
> $
> y";^M$
> "4$
! rec-from: stdin:4: 3 values for 2 fields
! rec-from: stdin:7: a: a quote opens and is not closed to the end of the file
EOF

try 'what was kept before is not overwritten: any other text may look like it' <<'EOF'
$ rm -f kept; for i in 1 2; do printf 'a,b\n%s\n' $i | rec-from csv -x kept || :; done; cat kept; : >kept; printf 'a,b\n3\n' | rec-from csv -x kept || :; cat kept
> a	b
> a,b
> 1
> a	b
> a,b
> 3
! rec-from: stdin:2: 1 value for 2 fields
! rec-from: -x kept: is there already, and no header in it says that it has refused records; name another file
! rec-from: stdin:2: 1 value for 2 fields
EOF

try 'the file of -x may not be one that is read' <<'EOF'
$ rec-from csv -x bad.csv bad.csv
! rec-from: -x bad.csv: is read from; name another file
? 2
EOF

try 'a long text is shown in part, without a piece of a letter' <<'EOF'
$ printf 'a\nx"%s\n' яяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяя | rec-from csv
> a
! rec-from: stdin:2: a: a quote inside a value without quotes: '"яяяяяяяяяяяяяяяяяяяяяяяяяяяяя'
? 1
EOF

try 'a quote that is never closed takes the rest with it, and says so' <<'EOF'
$ rec-from csv
< a,b
< 1,2
< 3,"4
< 5,6
< 7,8
> a	b
> 1	2
! rec-from: stdin:3: b: a quote opens and is not closed to the end of the file
? 1
EOF

try 'a quote that is closed further down, where it cannot be' <<'EOF'
$ rec-from csv
< a,b
< 3,"4
< 5,"6"
< 7,8
> a	b
> 7	8
! rec-from: stdin:2: b: text behind a closing quote: '6"'
? 1
EOF

printf 'a,b\n1,2\nx\0y,2\n3,"\0"\n5,6\n' >nul
try 'a NUL' <<'EOF'
$ rec-from csv nul
> a	b
> 1	2
> 5	6
! rec-from: nul:3: a NUL byte; if the text is UTF-16, give -E utf-16le or -E utf-16be
! rec-from: nul:4: a NUL byte; if the text is UTF-16, give -E utf-16le or -E utf-16be
? 1
EOF

printf 'a,b\n1,2\nx\ry,2\n3,4\r' >cr
try 'a CR alone is no line end, nor text' <<'EOF'
$ rec-from csv cr
> a	b
> 1	2
! rec-from: cr:3: a CR that ends no line; lines must end in LF or CR LF
! rec-from: cr:4: a CR that ends no line; lines must end in LF or CR LF
? 1
EOF

try 'a CR alone, where quotes are text' <<'EOF'
$ printf 'a\n"x\ry\n"z\n' | rec-from csv --no-quotes
> a
> "z
! rec-from: stdin:2: a CR that ends no line; lines must end in LF or CR LF
? 1
EOF

printf 'a,b\r1,2\r' >mac
try 'a file whose lines end in CR' <<'EOF'
$ rec-from csv mac
! rec-from: mac:1: in the header: a CR that ends no line; lines must end in LF or CR LF
? 2
EOF

{
	printf 'a,b\n1,2\n3,'
	head -c 10000000 /dev/zero | tr '\0' x
	printf '\n5,6\n7,"'
	yes 0123456789 | head -n 800000
	printf '"\n9,0\n'
} >long
try 'over 8 MiB in a line, and in many; the next record is read' <<'EOF'
$ rm -f kept; rec-from csv -x kept long; head -n 2 kept | cut -c 1-9; wc -l <kept; tail -n 2 kept | cut -c 1-9
> a	b
> 1	2
> 5	6
> 9	0
> a,b
> 3,xxxxxxx
> 800003
> 012345678
> "
! rec-from: long:3: over 8 MiB in one record; is a quote not closed?
! rec-from: long:5: over 8 MiB in one record; is a quote not closed?
EOF

{ printf 'a,b\n1,'; head -c 700000 /dev/zero | tr '\0' '\t'; echo; echo 1,2; } >tabs.csv
try 'over 1 MiB only once it is escaped' <<'EOF'
$ rec-from csv tabs.csv
> a	b
> 1	2
! rec-from: tabs.csv:2: over 1 MiB in one record
? 1
EOF

{ head -c 1048570 /dev/zero | tr '\0' x; echo; } >header
try 'a header that is longer than a line may be' <<'EOF'
$ tr '\n' y <header | cat - header header | rec-from csv
! rec-from: stdin:1: over 1 MiB in the header
? 2
EOF

try 'a header of 8 MiB' <<'EOF'
$ head -c 8388609 /dev/zero | tr '\0' x | rec-from csv
! rec-from: stdin:1: over 8 MiB in the header
? 2
EOF

try 'a header that is over 1 MiB only once its names are ours' <<'EOF'
$ awk 'BEGIN { for (i = 0; i < 85000; i++) printf "%saAaAa%d", i ? "," : "", i }' | tee wide.csv | rec-from csv; test $(wc -c <wide.csv) -lt 1048576
! rec-from: stdin: over 1 MiB in the names of the fields
EOF

try 'a record of a foreign header that had no line end is kept on a line of its own' <<'EOF'
$ rm -f kept; printf a,b >h1; printf 'a,b\n1\n' >h2; rec-from csv -x kept h1 h2; cat kept
> a	b
> a,b
> 1
! rec-from: h2:2: 1 value for 2 fields
EOF

# The header.

try 'names in ASCII are made ours' <<'EOF'
$ rec-from csv
< BIN,Name (ru),nameKk,"Sum, KZT",is_ok,Column1
< 1,2,3,4,5,6
> bin	name_ru	name_kk	sum_kzt	is_ok	column1
> 1	2	3	4	5	6
EOF

try 'names in other letters are not; what could be given instead' <<'EOF'
$ rec-from csv
< №,Наименование,БИН (ИНН),Өңірі,БИН (ИНН)
! rec-from: stdin: field 1 has a name that is none here: '№'; give a map with -m, or names such as -N no,naimenovanie,bin_inn,oniri,bin_inn_5
? 2
EOF

try 'no name at all' <<'EOF'
$ rec-from csv
< a,,c
! rec-from: stdin: field 2 has a name that is none here: ''; give a map with -m, or names such as -N a,f,c
? 2
EOF

try 'two names that become one' <<'EOF'
$ rec-from csv
< name ru,x,nameRu
! rec-from: stdin: field 3, 'nameRu', has the name of field 1: 'name_ru'
? 2
EOF

try 'a header that is broken' <<'EOF'
$ rec-from csv
< a,b"c
! rec-from: stdin:1: in the header: a quote inside a value without quotes: '"c'
? 2
EOF

try '-N names the columns' <<'EOF'
$ rec-from csv -N bin,name
< БИН,Наименование
< 1,2
> bin	name
> 1	2
EOF

try '-N with more names than columns' <<'EOF'
$ rec-from csv -N bin,name,other
< БИН,Наименование
! rec-from: stdin:1: 3 names are given for 2 columns
? 2
EOF

try '-N with a name twice, or none' <<'EOF'
$ rec-from csv -N a,b,a
! rec-from: -N: twice the name 'a'
? 2
EOF

try '-N with an empty name' <<'EOF'
$ rec-from csv -N a,,b
! rec-from: -N: an empty name: 'a,,b'
? 2
EOF

try '-N with an empty name at an end, or nothing' <<'EOF'
$ rec-from csv -N x,; rec-from csv -N ,x; rec-from csv -N ''
! rec-from: -N: an empty name: 'x,'
! rec-from: -N: an empty name: ',x'
! rec-from: -N: an empty name: ''
? 2
EOF

try '--no-header: the first line is a record' <<'EOF'
$ rec-from csv --no-header -N a,b
< 1,2
< 3,4,5
> a	b
> 1	2
! rec-from: stdin:2: 3 values for 2 fields
? 1
EOF

try '--no-header needs names' <<'EOF'
$ rec-from csv --no-header
! rec-from: --no-header needs names: -N
? 2
EOF

try '--no-header: an empty file has no records' <<'EOF'
$ rec-from csv --no-header -N a,b
> a	b
EOF

try '--no-quotes: a quote is text' <<'EOF'
$ rec-from csv --no-quotes -D tab
< a	b
< "x	y"z
< 5"	""
> a	b
> "x	y"z
> 5"	""
EOF

# Encodings.

printf 'id,name\n1,\317\360\350\342\345\362\n' >cp1251
try 'cp1251, when it is said' <<'EOF'
$ rec-from csv -E cp1251 cp1251
$ rec-from csv --encoding=Windows-1251 cp1251
> id	name
> 1	Привет
> id	name
> 1	Привет
EOF

try 'cp1251, when it is not' <<'EOF'
$ rec-from csv cp1251
! rec-from: cp1251:2: not UTF-8: byte 0xcf at offset 10; give the encoding with -E cp1251, -E rk1048 or -E utf-16le
? 2
EOF

printf 'id,name\n1,\243\252\317\n' >kazakh
try 'rk1048 and pt154 have Kazakh letters' <<'EOF'
$ rec-from csv -E rk1048 kazakh
$ rec-from csv -E kz-1048 kazakh | tail -n 1
$ rec-from csv -E pt154 kazakh | tail -n 1
> id	name
> 1	ӘҒП
> 1	ӘҒП
> 1	ЈӘП
EOF

printf '\377\376i\0d\0\n\0\020\4;\0\n\0' >utf16
try 'UTF-16 by its byte order mark' <<'EOF'
$ rec-from csv utf16
$ rec-from csv -E utf-16 utf16
$ rec-from csv -E utf-16le utf16
> id
> А;
> id
> А;
> id
> А;
EOF

tail -c +3 utf16 >utf16le
try 'UTF-16 without a mark must be said' <<'EOF'
$ rec-from csv -E utf-16le utf16le; rec-from csv utf16le; rec-from csv -E utf-16 utf16le
> id
> А;
! rec-from: utf16le:1: in the header: a NUL byte; if the text is UTF-16, give -E utf-16le or -E utf-16be
! rec-from: utf16le:1: no byte order mark says which UTF-16 this is; give -E utf-16le or -E utf-16be
? 2
EOF

printf 'a\n1\n\330\n' >latin
try 'what is not in the encoding that was said' <<'EOF'
$ printf 'a\n1\n\230\n' | rec-from csv -E cp1251; rec-from csv -E utf-8 latin; printf 'a\0\n\0\0\334\n\0' | rec-from csv -E utf-16le
! rec-from: stdin:3: not CP1251: byte 0x98 at offset 4; give the right encoding with -E
! rec-from: latin:3: not UTF-8: byte 0xd8 at offset 4; give the right encoding with -E
! rec-from: stdin:2: not UTF-16LE: byte 0x00 at offset 4; give the right encoding with -E
? 2
EOF

try 'the line and the byte of what is not in the encoding' <<'EOF'
$ printf '\357\273\277a\n"x\n\ny\377"\n' | rec-from csv
! rec-from: stdin:4: not UTF-8: byte 0xff at offset 10; give the encoding with -E cp1251, -E rk1048 or -E utf-16le
? 2
EOF

try 'a character that is cut off at the end of the file' <<'EOF'
$ printf 'a\n1\n\320' | rec-from csv; printf 'a\0\n\0b' | rec-from csv -E utf-16le
! rec-from: stdin:3: not UTF-8: byte 0xd0 at offset 4; give the encoding with -E cp1251, -E rk1048 or -E utf-16le
! rec-from: stdin:2: the text ends in a part of a character of UTF-16LE, at offset 4; is the file whole?
? 2
EOF

try 'UTF-16 with a byte order mark, cut off in a character, or damaged' <<'EOF'
$ printf '\377\376a\0\n\0b' | rec-from csv; printf '\377\376a\0\n\0\75\330' | rec-from csv; printf '\377\376a\0\n\0\0\334b\0' | rec-from csv
! rec-from: stdin:2: the text ends in a part of a character of UTF-16LE, at offset 6; is the file whole?
! rec-from: stdin:2: the text ends in a part of a character of UTF-16LE, at offset 6; is the file whole?
! rec-from: stdin:2: not UTF-16LE, as the byte order mark says: byte 0x00 at offset 6; is the file whole?
? 2
EOF

try 'a mark that speaks against what was said' <<'EOF'
$ rec-from csv -E cp1251 bom
! rec-from: bom:1: starts with the byte order mark of UTF-8, but is said to be CP1251; give the right encoding with -E
? 2
EOF

try 'a mark of UTF-8 where UTF-16 is said, and the other way round' <<'EOF'
$ rec-from csv -E utf-16 bom; rec-from csv -E utf-8 utf16; rec-from csv -E utf-16be utf16
! rec-from: bom:1: starts with the byte order mark of UTF-8, but is said to be UTF-16; give the right encoding with -E
! rec-from: utf16:1: starts with the byte order mark of UTF-16LE, but is said to be UTF-8; give the right encoding with -E
! rec-from: utf16:1: starts with the byte order mark of UTF-16LE, but is said to be UTF-16BE; give the right encoding with -E
? 2
EOF

try 'an encoding that is not known' <<'EOF'
$ rec-from csv -E koi8-r cp1251
! rec-from: no encoding 'koi8-r'; there are utf-8, utf-16, utf-16le, utf-16be, cp1251, rk1048 and pt154
? 2
EOF

try 'what is refused of cp1251 is kept in UTF-8, and not taken for cp1251' <<'EOF'
$ rm -f kept; printf 'a,b\n\317\n' | rec-from csv -E cp1251 -x kept >/dev/null; rec-from csv -E cp1251 kept; sed '2s/$/,1/' kept | rec-from csv -E utf-8
> a	b
> П	1
! rec-from: stdin:2: 1 value for 2 fields
! rec-from: kept:1: starts with the byte order mark of UTF-8, but is said to be CP1251; give the right encoding with -E
EOF

# JSON.

try 'JSON lines' <<'EOF'
$ rec-from json
< {"id":1,"nameRu":"Мост","ok":true,"none":null}
< {"id":1.50,"nameRu":"a\tb\n\"\\\/\u0416\ud83d\ude00","ok":false,"none":"x"}
<
<   { "none" : -1E+5 , "id" : "" }
> id	name_ru	ok	none
> 1	Мост	true	
> 1.50	a\tb\n"\\/Ж😀	false	x
> 			-1E+5
EOF

try 'an array of objects' <<'EOF'
$ rec-from json
< [
<   {"a": 1,
<    "b": "x"},
<   {"b": 2, "a": "y"}
< ]
> a	b
> 1	x
> y	2
EOF

try 'an empty array, with names' <<'EOF'
$ echo '[ ]' | rec-from json -N a,b
> a	b
EOF

try 'an array of names' <<'EOF'
$ printf '["a","b"]\n{"b":1}\n' | rec-from json
> a	b
> 	1
EOF

cat >bad.json <<'EOF'
{"a":1,"b":2}
{"a":1,"a":2}
{"a":1,"c":2}
{"a":{"x":{"y":[1]}},"b":[[],2]}
{"a":NaN,"b":01}
{"a":"\u0000"}
{"a":"\ud83d","b":"\udc00"}
{"a":"\ud83d\u0041"}
{"a":1,"b":
{"a":1 "b":2}
{"a":1}}
[1,2]
7
{"a":"	"}
{"a":"\x"}
{"a":tru}
{'a':1}
{"a":1,}
{"a":"x
{"a":[1}
{"a":3,"b":4}
EOF
try 'objects that are refused, each with its line' <<'EOF'
$ rec-from json bad.json
> a	b
> 1	2
> 3	4
! rec-from: bad.json:2: a: the key is there twice
! rec-from: bad.json:3: c: a key that is none of the fields
! rec-from: bad.json:4: a.x.y[0]: an object as a value; records are flat
! rec-from: bad.json:4: b[0][0]: an array as a value; records are flat
! rec-from: bad.json:5: a: not a JSON value: 'NaN'
! rec-from: bad.json:5: b: not a JSON value: '01'
! rec-from: bad.json:6: a: \u0000 is no text
! rec-from: bad.json:7: a: \ud83d is half a surrogate pair
! rec-from: bad.json:7: b: \udc00 is half a surrogate pair
! rec-from: bad.json:8: a: \ud83d is half a surrogate pair
! rec-from: bad.json:9: not JSON: it ends where a value is wanted
! rec-from: bad.json:10: not JSON: a comma or } is wanted: '"b":2}\x0a'
! rec-from: bad.json:11: not JSON: the end of the line is wanted: '}\x0a'
! rec-from: bad.json:12: not JSON: an object on a line is wanted: '[1,2]\x0a'
! rec-from: bad.json:13: not JSON: an object on a line is wanted: '7\x0a'
! rec-from: bad.json:14: a: the byte 0x09 in a string must be escaped
! rec-from: bad.json:15: not JSON: an escape is wanted: 'x"}\x0a'
! rec-from: bad.json:16: a: not a JSON value: 'tru'
! rec-from: bad.json:17: not JSON: a key in quotes is wanted: ''a':1}\x0a'
! rec-from: bad.json:18: not JSON: a key in quotes is wanted: '}\x0a'
! rec-from: bad.json:19: a: the byte 0x0a in a string must be escaped
! rec-from: bad.json:19: not JSON: it ends where the quote that ends a string is wanted
! rec-from: bad.json:20: a[0]: an array as a value; records are flat
! rec-from: bad.json:20: not JSON: a comma or ] is wanted: '}\x0a'
? 1
EOF

try 'they are kept, mended and fed again' <<'EOF'
$ rm -f kept; rec-from json -x kept bad.json >/dev/null 2>&1; wc -l <kept; sed -n '2s/"a":2/"b":2/p' kept | rec-from json
> 20
> a	b
> 1	2
EOF

try 'what was refused for its keys is refused again, until it is mended' <<'EOF'
$ rm -f kept; printf '{"a":1}\n{"b":2,"a":"x"}\n' | rec-from json -x kept; cat kept; rec-from json kept; sed 's/"b":2,//' kept | rec-from json
> a
> 1
> ["a"]
> {"b":2,"a":"x"}
> a
> a
> x
! rec-from: stdin:2: b: a key that is none of the fields
! rec-from: kept:2: b: a key that is none of the fields
EOF

try 'if nothing is refused, what is kept has the names' <<'EOF'
$ rm -f kept; echo '{"nameRu":1,"ok":2}' | rec-from json -x kept; rec-from json kept
> name_ru	ok
> 1	2
> name_ru	ok
EOF

try 'of an array they are kept as lines' <<'EOF'
$ rm -f kept; printf '[{"a":1},\n{"a":\n [2]},{"a":3}]' | rec-from json -x kept; cat kept
> a
> 1
> 3
> ["a"]
> {"a":  [2]}
! rec-from: stdin:2: a[0]: an array as a value; records are flat
EOF

try 'lines are counted within the objects of an array' <<'EOF'
$ printf '[\n{"a":\n\n1},\n\n{"a":"\n"},\n{"b":1}]' | rec-from json
> a
> 1
! rec-from: stdin:6: a: the byte 0x0a in a string must be escaped
! rec-from: stdin:8: b: a key that is none of the fields
? 1
EOF

try 'bytes that are no UTF-8 within an object of an array' <<'EOF'
$ printf '[\n{"a":\n1},\n\n{"a":\n\n"\377"}]' | rec-from json
! rec-from: stdin:7: not UTF-8: byte 0xff at offset 21; give the encoding with -E cp1251, -E rk1048 or -E utf-16le
? 2
EOF

try 'JSON in another encoding' <<'EOF'
$ printf '{"a":"\317"}\n' | rec-from json -E cp1251; echo '{"a":1}' | iconv -t UTF-16 | rec-from json
> a
> П
> a
> 1
EOF

try 'an array that is broken between its objects' <<'EOF'
$ printf '[{"a":1}\n{"a":2}]' | rec-from json
! rec-from: stdin:2: not JSON: in the array, a comma or ] is wanted
? 2
EOF

try 'an array that is not closed' <<'EOF'
$ for text in '[{"a":1}' '[{"a":1},' '[{"a":1' '[{"a":1}] 5' '[1]' '['; do printf '%s' "$text" | rec-from json -N a; done
! rec-from: stdin:1: not JSON: in the array, ] is wanted
! rec-from: stdin:1: not JSON: in the array, an object is wanted
! rec-from: stdin:1: not JSON: in the array, the end of an object is wanted
! rec-from: stdin:1: not JSON: text behind the array
! rec-from: stdin:1: not JSON: in the array, an object is wanted
! rec-from: stdin:1: not JSON: in the array, ] is wanted
? 2
EOF

try 'names that are not good JSON' <<'EOF'
$ for text in '["a",]' '["a" "b"]' '["a"' '["a","a"]' '["a"]x'; do echo "$text" | rec-from json; done
! rec-from: stdin:1: not a line of names in JSON
! rec-from: stdin:1: not a line of names in JSON
! rec-from: stdin:1: not a line of names in JSON
! rec-from: stdin:1: the name 'a' is there twice
! rec-from: stdin:1: not a line of names in JSON
? 2
EOF

try 'names in the second file must be those of the first' <<'EOF'
$ echo '["a","b"]' >n1; echo '["b","a"]' >n2; echo '["a"]' >n3; rec-from json n1 n1; rec-from json n1 n2 >/dev/null; rec-from json n1 n3 >/dev/null
> a	b
! rec-from: n2:1: the names are not those of the first file
! rec-from: n3:1: 1 name, but 2 in the first file
? 2
EOF

try 'the first object must be good' <<'EOF'
$ printf '{"a":1,\n{"a":2}\n' | rec-from json
! rec-from: stdin:1: in the first object, which names the fields: not JSON: it ends where a key in quotes is wanted; mend it or give the names with -N
? 2
EOF

try 'the first object: the first thing that is wrong is told, and if it has no keys' <<'EOF'
$ echo '{"a":"\u12"' | rec-from json; echo '{"a":nan,"b"}' | rec-from json; echo 7 | rec-from json; echo '{}' | rec-from json
! rec-from: stdin:1: in the first object, which names the fields: not JSON: a number of four hexadecimal digits is wanted: '12"\x0a'; mend it or give the names with -N
! rec-from: stdin:1: in the first object, which names the fields: a: not a JSON value: 'nan'; mend it or give the names with -N
! rec-from: stdin:1: in the first object, which names the fields: not JSON: an object on a line is wanted: '7\x0a'; mend it or give the names with -N
! rec-from: stdin:1: the first object, which names the fields, has no keys; give the names with -N
? 2
EOF

try 'no object, no names' <<'EOF'
$ rec-from json </dev/null
! rec-from: stdin: no object to name the fields; give them with -N
? 2
EOF

try '-N chooses keys' <<'EOF'
$ rec-from json -N b,c
< {"a":1,"b":2,"c":3}
< {"b":4}
> b	c
> 4	
! rec-from: stdin:1: a: a key that is none of the fields
? 1
EOF

try 'an object over 8 MiB, on a line or in an array' <<'EOF'
$ rm -f kept; { echo '{"a":1}'; printf '{"a":"'; head -c 10000000 /dev/zero | tr '\0' x; echo '"}'; echo '{"a":2}'; } >long.json; rec-from json long.json -x kept; wc -c <kept
$ rm -f kept; { echo '['; sed 's/$/,/' long.json; echo '{"b":'; echo '3}]'; } >long.array; sed -i 's/^{"a":"/{"a":\n"/' long.array; rec-from json -x kept long.array; cut -c 1-9 kept; wc -c <kept
> a
> 1
> 2
> 10000015
> a
> 1
> 2
> ["a"]
> {"a": "xx
> {"b": 3}
> 10000025
! rec-from: long.json:2: over 8 MiB in one line
! rec-from: long.array:3: over 8 MiB in one object
! rec-from: long.array:6: b: a key that is none of the fields
EOF

try 'a first object over 8 MiB' <<'EOF'
$ tail -n +2 long.json | rec-from json; tail -n +3 long.array | sed '1i [' | rec-from json
! rec-from: stdin:1: over 8 MiB in the first line
! rec-from: stdin:2: over 8 MiB in the first object
? 2
EOF

try 'an object that is over 1 MiB as a record' <<'EOF'
$ rm -f kept; { echo '{"a":1}'; printf '{"a":"'; head -c 1048577 /dev/zero | tr '\0' x; echo '"}'; echo '{"a":2}'; } | rec-from json -x kept; wc -c <kept
> a
> 1
> 2
> 1048592
! rec-from: stdin:2: over 1 MiB in one record
EOF

printf 'map: twin\ntitle: T\nformat: csv\nfields:\n  a: x\n  b: x\n' >twin.yaml
try 'a value in two fields, which are over 1 MiB together' <<'EOF'
$ rm -f kept; { echo x; head -c 524288 /dev/zero | tr '\0' y; echo; echo 1; } | rec-from csv -m ./twin.yaml -x kept; wc -c <kept
> a	b
> 1	1
> 524291
! rec-from: stdin:2: over 1 MiB in one record
EOF

try 'deep nesting is passed over, or refused at 64' <<'EOF'
$ { echo '{"a":1}'; printf '{"a":'; head -c 63 /dev/zero | tr '\0' '['; head -c 63 /dev/zero | tr '\0' ']'; echo '}'; printf '{"a":'; yes '[' | head -n 500000 | tr -d '\n'; echo; echo '{"a":2}'; } | rec-from json 2>said; cut -c 1-80 said | sed 's/\[0\]//g'
> a
> 1
> 2
> rec-from: stdin:2: a[0:
> rec-from: stdin:3: a[0:
> rec-from: stdin:3: objects or arrays in each other deeper than 64
EOF

try 'options of CSV are not for JSON' <<'EOF'
$ rec-from json -D ';'
! rec-from: -D, --excel, --no-header and --no-quotes are for csv
? 2
EOF

# Maps.

cat >map.yaml <<'EOF'
map: test
title: A test
format: csv
delimiter: ;
skip: 1
trim: yes
empty: [NULL, нет]
others: keep

fields:
  bin: { from: БИН, as: bin }
  day: { from: День, as: date d.m.yyyy }
  sum: { from: Сумма, as: number comma }
  region: { from: Регион, as: vocabulary regions }
  kind: { from: Вид, values: { Услуга: service, "1": one } }
  kind_ru: Вид
  source: { constant: "a \"test\"" }
EOF
cat >mapped.csv <<'EOF'
Column1;Column2;Column3;Column4;Column5;Column6
БИН;День;Сумма;Регион;Вид;Other Thing
080340021186;20.3.2024; 1 250 000,50 ;г.Астана;Услуга;x
80340021186.0;01.02.2024;-5;Астана қаласы;Товар;нет
8.0340021186E+10;NULL;1 000;710000000;1; 
EOF
sed -i 's/1 000;7/1\xc2\xa0000;7/; s/-5/1\xe2\x80\xaf000,5/' mapped.csv
try 'a map renames, converts, adds, and keeps others' <<'EOF'
$ rec-from csv -m ./map.yaml mapped.csv
> bin	day	sum	region	kind	kind_ru	source	other_thing
> 080340021186	2024-03-20	1250000.50	710000000	service	Услуга	a "test"	x
> 080340021186	2024-02-01	1000.5	710000000	Товар	Товар	a "test"	
> 080340021186		1000	710000000	one	1	a "test"	
EOF

cat >wrong.csv <<'EOF'
Column1
БИН;День;Сумма;Регион;Вид
180340021186;31.2.2024;1,250,5;Атлантида;x
8.034E+10;2024-01-01;1 25;;x
;;;;
EOF
try 'values that are not what the map says refuse their record, all at once' <<'EOF'
$ rm -f kept; rec-from csv -m ./map.yaml -x kept wrong.csv; cat kept
> bin	day	sum	region	kind	kind_ru	source
> 						a "test"
> Column1
> БИН;День;Сумма;Регион;Вид
> 180340021186;31.2.2024;1,250,5;Атлантида;x
> 8.034E+10;2024-01-01;1 25;;x
! rec-from: wrong.csv:3: bin: not a BIN, nor one that a spreadsheet changed (check digit 6, must be 7): '180340021186'
! rec-from: wrong.csv:3: day: not a date (d.m.yyyy): '31.2.2024'
! rec-from: wrong.csv:3: sum: not a number with a decimal comma: '1,250,5'
! rec-from: wrong.csv:3: region: neither a name nor a code in the vocabulary regions: 'Атлантида'
! rec-from: wrong.csv:4: bin: not a BIN, nor one that a spreadsheet changed (12 digits are needed, not 9 characters): '8.034E+10'
! rec-from: wrong.csv:4: day: not a date (d.m.yyyy): '2024-01-01'
! rec-from: wrong.csv:4: sum: not a number with a decimal comma: '1 25'
EOF

try 'a field that the file does not have' <<'EOF'
$ printf 'x\nБИН;День;Сумма;Регионы;Вид\n' | rec-from csv -m ./map.yaml
! rec-from: ./map.yaml:14: stdin has no field 'Регион'; the nearest is 'Регионы'
? 2
EOF

try 'a field that the file has twice' <<'EOF'
$ printf 'x\nБИН;День;Сумма;Регион;Вид; Вид\n' | rec-from csv -m ./map.yaml
! rec-from: ./map.yaml:15: stdin has two fields 'Вид'
? 2
EOF

try 'other fields are dropped unless the map keeps them' <<'EOF'
$ sed '/^others/d' map.yaml >drop.yaml; rec-from csv -m drop.yaml mapped.csv | head -n 1
> bin	day	sum	region	kind	kind_ru	source
EOF

try 'options come before the map' <<'EOF'
$ printf 'x\nА,Б\n1,2\n' | rec-from csv -D , -N БИН,День -m ./map.yaml 2>&1 | cut -d : -f 1-4
> rec-from: ./map.yaml:13: stdin has no field 'Сумма'
EOF

cat >json.yaml <<'EOF'
map: json
title: A test
format: json
fields:
  name_ru: nameRu
  yes: { from: ok, values: { "true": yes, "false": no } }
  again: nameRu
EOF
try 'a map for JSON takes its keys, and no others' <<'EOF'
$ rec-from json -m ./json.yaml
< {"ok":true,"nameRu":"x","other":{"a":[]},"b":1}
< {"ok":false}
> name_ru	yes	again
> 	no	
! rec-from: stdin:1: other.a[0]: an object as a value; records are flat
? 1
EOF

try 'values are otherwise left alone' <<'EOF'
$ printf 'ok; nameRu\n'"'=1"'; x \n' | sed '1i Column1' | sed 's/^ok/Вид/; s/nameRu/Day/' >plain.csv; sed '/^trim/d; /^empty/d; s/{ from: Вид, .*}/Вид/; /from: [БДСР]/d' map.yaml >plain.yaml; rec-from csv -m ./plain.yaml plain.csv
> kind	kind_ru	source	day
> '=1	'=1	a "test"	 x 
EOF

try 'a map that is not named as its file is' <<'EOF'
$ mkdir -p share/maps; cp map.yaml share/maps/other.yaml; CIVUTILS_SHARE=share rec-from csv -m other
! rec-from: share/maps/other.yaml:1: not named as its file is
? 2
EOF

try 'a map for the other format' <<'EOF'
$ rec-from csv -m ./json.yaml
! rec-from: the map ./json.yaml is for json
? 2
EOF

try 'a map that is not there' <<'EOF'
$ mkdir -p few/maps; touch few/maps/registry.yaml few/maps/forms.yaml; CIVUTILS_SHARE=few; for map in nosuch form few/maps/x.yaml x.yaml; do rec-from csv -m $map; done
! rec-from: no map 'nosuch' in few/maps; known are: forms registry; CIVUTILS_SHARE can name another share
! rec-from: no map 'form' in few/maps; did you mean 'forms'?
! rec-from: few/maps/x.yaml: No such file or directory
! rec-from: x.yaml: No such file or directory here; without .yaml it is looked for in few/maps
? 2
EOF

# Each a broken map: what is wrong, and its text under the four first lines.
broken()
{
	printf 'map: b\ntitle: B\nformat: csv\n%b\n' "$2" >broken.yaml
	{
		echo '$ rec-from csv -m ./broken.yaml'
		printf '! rec-from: ./broken.yaml:%s\n? 2\n' "$3"
	} >transcript
	try "a broken map: $1" <transcript
}
broken 'an unknown key' 'feilds: {}' \
    "4: unknown key 'feilds'; did you mean 'fields'?"
broken 'no fields' 'skip: 1' "1: no key 'fields' here"
broken 'an unknown conversion' 'fields:\n  a: { from: x, as: money }' \
    "5: not bin, date PATTERN, date iso, binary PLACES, number comma, number point or vocabulary NAME: 'money'"
broken 'a pattern without a year' 'fields:\n  a: { from: x, as: date dd.mm }' \
    "5: not bin, date PATTERN, date iso, binary PLACES, number comma, number point or vocabulary NAME: 'date dd.mm'"
broken 'a name that is none' 'fields:\n  Имя: x' \
    "5: not a field name (a-z, 0-9, _): 'Имя'"
broken 'a constant with more' 'fields:\n  a: { constant: x, as: bin }' \
    "5: unknown key 'as'; known are: constant"
broken 'a word that is none' 'others: all\nfields: {}' \
    "4: unknown word 'all'; known are: drop keep"

broken 'no field at all' 'fields: {}' '4: fields: none'
broken 'a field of nothing' 'fields:\n  a:' \
    "5: no field is named; for a value that is always empty, write { constant: '' }"
broken 'a field from nothing' "fields:\n  a: { from: '' }" \
    "5: no field is named; for a value that is always empty, write { constant: '' }"
broken 'an encoding that is none' 'encoding: koi8\nfields: { a: x }' \
    "4: no encoding 'koi8'; rec-from(1) has a list"
broken 'a delimiter that is none' 'delimiter: ab\nfields: { a: x }' \
    "4: not a delimiter (one sign, or tab): 'ab'"
broken 'a vocabulary that is none' \
    'fields:\n  a: { from: x, as: vocabulary region }' \
    "5: no vocabulary 'region' in $CIVUTILS_SHARE/vocab; did you mean 'regions'?"
for name in ../regions ./regions regions.yaml /etc/passwd; do
	broken "a vocabulary that is a file: $name" \
	    "fields:\n  a: { from: x, as: vocabulary $name }" \
	    "5: not a name of lower-case letters, digits and _: '$name'"
done
broken 'a NUL in a constant' 'fields:\n  a: { constant: "a\\0b" }' \
    '5: a NUL, which no value may hold'
broken 'a NUL in a value' 'fields:\n  a: { from: x, values: { b: "\\0" } }' \
    '5: a NUL, which no value may hold'

try 'a field of the file that has the name of one in the map' <<'EOF'
$ printf 'map: b\ntitle: B\nformat: csv\nothers: keep\nfields:\n  a: x\n  b: { constant: 1 }\n' >same.yaml; echo 'x,b' | rec-from csv -m ./same.yaml
! rec-from: ./same.yaml:7: stdin: field 2, 'b', has the same name; name it in the map, or drop the others
? 2
EOF

# Paths, and records within a document.

cat >paths.yaml <<'EOF'
map: paths
title: A test
format: json
fields:
  id: id
  city: address.city
  first: people[0].name
  third: people[2].name
  cell: grid[1][0]
  odd: '"a.b[""c""]"'
EOF
try 'values by their paths; what is missing on the way is empty' <<'EOF'
$ rec-from json -m ./paths.yaml
< {"id":1,"address":{"city":"Орал"},"people":[{"name":"A"}],"a.b[\"c\"]":7}
< {"people":[],"id":2}
< {"address":null,"people":[null],"grid":null}
< {"address":{},"grid":[],"id":"","b":1}
> id	city	first	third	cell	odd
> 1	Орал	A			7
> 2					
> 					
> 					
EOF

try 'what no path names is refused with its way, all of it, unless it is plain' <<'EOF'
$ rec-from json -m ./paths.yaml
< {"id":1,"address":{"city":"x","zip":5,"geo":{"lat":[1]}},"people":[{"name":"A"},{"name":"B"}],"plain":1}
< {"id":2,"other":{"deep":[{"x":1}]},"grid":[["y"]]}
> id	city	first	third	cell	odd
! rec-from: stdin:1: address.zip: no path of the map names it; name it, or say nested: drop
! rec-from: stdin:1: address.geo.lat[0]: an object as a value; records are flat
! rec-from: stdin:1: people[1].name: an object as a value; records are flat
! rec-from: stdin:2: other.deep[0].x: an object as a value; records are flat
! rec-from: stdin:2: grid[0][0]: an array as a value; records are flat
? 1
EOF

sed 's/^format.*/&\nnested: drop/' paths.yaml >drop.yaml
try 'nested: drop leaves it out; it must be JSON nevertheless' <<'EOF'
$ rec-from json -m ./drop.yaml
< {"id":1,"address":{"city":"x","zip":5,"geo":{"lat":[1,{}]}},"people":[{"name":"A"},{"name":"B"}],"plain":1}
< {"id":2,"other":{"deep":[{"x":1,"x":2}]},"grid":[["y"]]}
< {"id":3,"other":{"deep":[1,]}}
< {"id":4,"other":{"deep" 1}}
< {"id":5,"other":["\ud800",nul]}
< {"people":[{"name":"A"},{},{"name":"C","x":null}],"grid":[[],["x"]],"id":6}
> id	city	first	third	cell	odd
> 1	x	A			
> 2					
> 6		A	C	x	
! rec-from: stdin:3: not JSON: a value is wanted: ']}}\x0a'
! rec-from: stdin:4: not JSON: a colon is wanted: '1}}\x0a'
! rec-from: stdin:5: other[0]: \ud800 is half a surrogate pair
! rec-from: stdin:5: other[1]: not a JSON value: 'nul'
? 1
EOF

try 'something else than what a path needs' <<'EOF'
$ rec-from json -m ./drop.yaml
< {"id":[1]}
< {"id":{}}
< {"address":"Орал","people":{"name":"A"}}
< {"address":["x"],"people":7}
< {"address":"","people":[["A"],{}],"grid":[1,2]}
< {"address":{"city":{"kk":"x"}}}
> id	city	first	third	cell	odd
! rec-from: stdin:1: id[0]: an array as a value; records are flat
! rec-from: stdin:2: id: an object as a value; records are flat
! rec-from: stdin:3: address: an object is wanted, not a string
! rec-from: stdin:3: people: an array is wanted, not an object
! rec-from: stdin:4: address: an object is wanted, not an array
! rec-from: stdin:4: people: an array is wanted, not a single value
! rec-from: stdin:5: address: an object is wanted, not a string
! rec-from: stdin:5: people[0]: an object is wanted, not an array
! rec-from: stdin:5: grid[1]: an array is wanted, not a single value
! rec-from: stdin:6: address.city.kk: an object as a value; records are flat
? 1
EOF

try 'a key twice on the way' <<'EOF'
$ rec-from json -m ./drop.yaml
< {"address":{"city":"x","city":"y"}}
< {"address":{"city":"x"},"address":{}}
< {"people":[{"name":1,"name":1}],"people":null,"id":1,"id":2}
> id	city	first	third	cell	odd
! rec-from: stdin:1: address.city: the key is there twice
! rec-from: stdin:2: address: the key is there twice
! rec-from: stdin:3: people[0].name: the key is there twice
! rec-from: stdin:3: people: the key is there twice
! rec-from: stdin:3: id: the key is there twice
? 1
EOF

try 'depth has a limit also where nothing is taken' <<'EOF'
$ deep() { printf '{"other":'; head -c $1 /dev/zero | tr '\0' '['; head -c $1 /dev/zero | tr '\0' ']'; echo '}'; }; { deep 64; deep 65; yes '{"a":' | head -n 300000 | sed 's/^{"a"/{"people"/;q'; echo; } | rec-from json -m ./drop.yaml
> id	city	first	third	cell	odd
> 					
! rec-from: stdin:2: objects or arrays in each other deeper than 64
! rec-from: stdin:3: not JSON: it ends where a value is wanted
? 1
EOF

cat >document.yaml <<'EOF'
map: document
title: A test
format: json
records: grants
fields: { id: id, to: to.id }
EOF
cat >document.json <<'EOF'
{ "version": "1.1", "note": "\"grants\":[", "meta": { "grants": [ { "id": 0 } ] },
  "n": -1.5e3, "none": null, "\\": "\\", "q\"\\\"": {},
  "grants": [
    { "id": 1,
      "to": { "id": "A" } },
    { "id": 2 }
  ],
  "after": [ "]", { "}": 1 } ] }
EOF
try 'the array of records within a document' <<'EOF'
$ rec-from json -m ./document.yaml document.json document.json; dd bs=1 if=document.json 2>/dev/null | rec-from json -m ./document.yaml
> id	to
> 1	A
> 2	
> 1	A
> 2	
> id	to
> 1	A
> 2	
EOF

try 'the keys on the way to it; none of its records' <<'EOF'
$ sed 's/^records.*/records: result."the records"/' document.yaml >deep.yaml; echo '{"a":1,"result":{"b":[],"the records":[{"id":5}],"c":{}},"d":2}' | rec-from json -m ./deep.yaml; echo '{"result":{"the records":[]}}' | rec-from json -m ./deep.yaml
> id	to
> 5	
> id	to
EOF

try 'with others: keep, the first record names the fields' <<'EOF'
$ sed 's/^records.*/records: grants\nothers: keep\nnested: drop/; s/^fields.*/fields: { number: id }/' document.yaml >keep.yaml; rec-from json -m ./keep.yaml document.json; echo '{"grants":[{"y":[],"x":1,"id":2},{"id":3,"y":5}]}' | rec-from json -m ./keep.yaml
> number
> 1
> 2
> number	x
> 2	1
! rec-from: stdin:1: y: a key that is none of the fields
? 1
EOF

try 'with others: keep, a field of the map is a key as it stands, and no path' <<'EOF'
$ printf 'map: k\ntitle: K\nformat: json\nothers: keep\nfields: { city: address.city, odd: "x[" }\n' >key.yaml; echo '{"address.city":"A","x[":1,"b":2}' | rec-from json -m ./key.yaml
> city	odd	b
> A	1	2
EOF

try 'what is refused of a document is kept on lines, mended and fed again' <<'EOF'
$ rm -f kept; sed 's/"to": { "id": "A" }/"to": "A"/' document.json | rec-from json -m ./document.yaml -x kept; cat kept; sed 's/"to": "A"/"to":{"id":"A"}/' kept | rec-from json -m ./document.yaml
> id	to
> 2	
> ["id","to.id"]
> { "id": 1,       "to": "A" }
> id	to
> 1	A
! rec-from: stdin:4: to: an object is wanted, not a string
EOF

try 'documents that are not what the map says' <<'EOF'
$ for text in '' '[{"id":1}]' '7' '{"grant":[]}' '{}' '{"a":1,"grants":{}}' '{"grants":null}' '{"grants":[{"id":1}],"grants":[]}' '{"grants":[]} 5' '{"grants":[]' '{"a":[}' '{"a":nul,"grants":[]}' '{"a":1 "grants":[]}' '{"a":"x' '{"gr' '{a:1}' '{"a" 1}' '{"grants":[1]}' '{"grants":[],}' '{"a":}' '{"\u00":1}' '{,}'; do printf '%s' "$text" | rec-from json -m ./document.yaml >out2; test "$(cat out2)" = "$(printf 'id\tto')" -o ! -s out2 || cat out2; done
! rec-from: stdin:1: an object with the key 'grants' is wanted
! rec-from: stdin:1: an object with the key 'grants' is wanted
! rec-from: stdin:1: an object with the key 'grants' is wanted
! rec-from: stdin:1: no key 'grants' in the object that ends here
! rec-from: stdin:1: no key 'grants' in the object that ends here
! rec-from: stdin:1: grants: an array of objects is wanted
! rec-from: stdin:1: grants: an array of objects is wanted
! rec-from: stdin:1: grants: the key is there twice
! rec-from: stdin:1: not JSON: text behind the document
! rec-from: stdin:1: not JSON: in the document, a comma or } is wanted
! rec-from: stdin:1: not JSON: in the document, the other bracket is wanted
! rec-from: stdin:1: not JSON: in the document, a value is wanted
! rec-from: stdin:1: not JSON: in the document, a comma or } is wanted
! rec-from: stdin:1: not JSON: in the document, the quote that ends a string is wanted
! rec-from: stdin:1: not JSON: in the document, the quote that ends a key is wanted
! rec-from: stdin:1: not JSON: in the document, a key in quotes is wanted
! rec-from: stdin:1: not JSON: in the document, a colon is wanted
! rec-from: stdin:1: not JSON: in the array, an object is wanted
! rec-from: stdin:1: not JSON: in the document, a key in quotes is wanted
! rec-from: stdin:1: not JSON: in the document, a value is wanted
! rec-from: stdin:1: not JSON: in the document, a key is wanted
! rec-from: stdin:1: not JSON: in the document, a key in quotes is wanted
EOF

try 'depth has a limit in the document too' <<'EOF'
$ { printf '{"a":'; yes '[' | head -n 65 | tr -d '\n'; } | rec-from json -m ./document.yaml
! rec-from: stdin:1: objects or arrays in each other deeper than 64
? 2
EOF

# Under a sanitizer a program cannot live in so little.
if bash -c 'ulimit -v 60000; exec rec-from --version' >/dev/null 2>&1; then
try 'a document is read in the memory of one record' <<'EOF'
$ { printf '{"grants":['; yes '{"id":1,"to":{"id":"A"}},' | head -n 400000; echo '{"id":2}],"pad":"'; yes xxxxxxxx | head -n 2000000 | tr -d '\n'; echo '"}'; } >big.json; bash -c 'ulimit -v 60000; exec rec-from json -m ./document.yaml big.json' | tail -n 1
> 2	
EOF
else
	skip 'memory cannot be limited here'
fi

try 'moments become days, and binary numbers decimal ones' <<'EOF'
$ printf 'map: b\ntitle: B\nformat: json\nfields:\n  day: { from: d, as: date iso }\n  sum: { from: s, as: binary 2 }\n' >iso.yaml; rec-from json -m ./iso.yaml
< {"d":"2021-01-26T00:00:00+00:00","s":35333.279999999999}
< {"d":"2021-01-26","s":1e3}
< {"d":"2021-01-26 00:00:00","s":0.005}
> day	sum
> 2021-01-26	35333.28
> 2021-01-26	1000
! rec-from: stdin:3: day: not a date or moment (2021-01-26, 2021-01-26T00:00:00+06:00): '2021-01-26 00:00:00'
! rec-from: stdin:3: sum: not a number that is surely one of 2 places: '0.005'
? 1
EOF

# Each a broken map for JSON.
broken_json()
{
	printf 'map: b\ntitle: B\nformat: json\n%b\n' "$2" >broken.yaml
	{
		echo '$ rec-from json -m ./broken.yaml'
		printf '! rec-from: ./broken.yaml:%s\n? 2\n' "$3"
	} >transcript
	try "a broken map: $1" <transcript
}
path='not a path, such as name, address.city or people[0].name (a key with . [ ] or " stands in quotes)'
for bad in a. .a 'a..b' 'a[' 'a[]' 'a[x]' 'a[-1]' 'a[10000]' 'a]' '[0]' 'a[0]b' 'a"b"'; do
	broken_json "a path that is none: $bad" "fields:\n  a: '$bad'" "5: $path: '$bad'"
done
other='another path needs something else to stand where this one goes'
broken_json 'a path within another' 'fields:\n  a: x\n  b: x.y' "6: $other: 'x.y'"
broken_json 'a path around another' 'fields:\n  a: x.y\n  b: x' "6: $other: 'x'"
broken_json 'an object and an array' 'fields:\n  a: x.y\n  b: x[0]' "6: $other: 'x[0]'"
broken_json 'an array and an object' 'fields:\n  a: x[0]\n  b: x.y' "6: $other: 'x.y'"
broken_json 'a path written in two ways' "fields:\n  a: x\n  b: '\"x\"'" "6: $other: '\"x\"'"
broken_json 'no keys to the records' "records: 'a[0]'\nfields: { a: x }" \
    "4: no keys with points between them, such as result.records: 'a[0]'"
broken_json 'records of nothing' "records: ''\nfields: { a: x }" \
    "4: no keys with points between them, such as result.records: ''"
broken_json 'nested that is none' "nested: keep\nfields: { a: x }" \
    "4: unknown word 'keep'; known are: refuse drop"
broken 'records in CSV' 'records: a\nfields: { a: x }' '4: records: only for json'
broken 'nested in CSV' 'nested: drop\nfields: { a: x }' '4: nested: only for json'
broken 'too many places' 'fields: { a: { from: x, as: binary 10 } }' \
    "4: not bin, date PATTERN, date iso, binary PLACES, number comma, number point or vocabulary NAME: 'binary 10'"

# And the rest.

try 'the guard against formulas is taken off' <<'EOF'
$ rec-from csv --excel
< a;b
< '=1+1;'x
< ''=1;-5
> a	b
> =1+1	'x
> '=1	-5
EOF

try 'a reader that goes away is no trouble' <<'EOF'
$ { echo a,b; yes 1,2 | head -n 200000; } | rec-from csv | head -n 1
> a	b
EOF

try 'the format must be said' <<'EOF'
$ for format in one jsom ''; do rec-from $format 2>&1 | cut -c 1-60; done
> rec-from: no format 'one'; there are: csv json
> usage: rec-from [-D delimiter] [-E encoding] [-m map] [-N na
> rec-from: no format 'jsom'; did you mean 'json'?
> usage: rec-from [-D delimiter] [-E encoding] [-m map] [-N na
> rec-from: no format is given; there are: csv json
> usage: rec-from [-D delimiter] [-E encoding] [-m map] [-N na
EOF

try 'an empty file has no header' <<'EOF'
$ rec-from csv </dev/null
! rec-from: stdin: empty: a header line is needed
? 2
EOF

try 'a header only' <<'EOF'
$ echo a,b | rec-from csv
> a	b
EOF

try 'a missing file is trouble' <<'EOF'
$ rec-from csv nosuch; rec-from json nosuch
! rec-from: nosuch: No such file or directory
! rec-from: nosuch: No such file or directory
? 2
EOF

try 'a folder is trouble' <<'EOF'
$ rec-from csv .
! rec-from: .: Is a directory
? 2
EOF

try 'a full disk is trouble, for what is refused too' <<'EOF'
$ rec-from csv one >/dev/full; rec-from csv -x /dev/full bad.csv >/dev/null 2>said; echo $?; tail -n 1 said
> 2
> rec-from: /dev/full: No space left on device
! rec-from: stdout: No space left on device
EOF

try 'bytes that come one by one make the same' <<'EOF'
$ dd bs=1 if=bad.csv 2>/dev/null | rec-from csv >slow 2>slow.err; rec-from csv bad.csv >fast 2>fast.err; cmp slow fast; sed 's/stdin/bad.csv/' slow.err | cmp - fast.err; dd bs=1 if=bad.json 2>/dev/null | rec-from json 2>/dev/null | wc -l; dd bs=1 if=utf16 2>/dev/null | rec-from csv
> 3
> id
> А;
EOF

finish
