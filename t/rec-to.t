#!/bin/sh
# shellcheck disable=SC2016,SC2028
. "${0%/*}/lib.sh"

printf 'id\ttext\tsum\n1\tМост, "А"\t-1.5\n2\ttwo\\nlines\\r\t=1+1\n3\t\tback\\\\slash\\t\n' >some

try 'CSV' <<'EOF'
$ rec-to csv some | tr '\r' ^
> id,text,sum
> 1,"Мост, ""А""",-1.5
> 2,"two
> lines^",=1+1
> 3,,back\slash	
EOF

try 'CSV as Excel opens it' <<'EOF'
$ rec-to --excel csv some | tr '\r' ^ | sed '1s/^\xef\xbb\xbf/(mark)/'
> (mark)id;text;sum^
> 1;"Мост, ""А""";-1.5^
> 2;"two
> lines^";'=1+1^
> 3;;back\slash	^
EOF

try 'JSON lines: all values are strings' <<'EOF'
$ rec-to json some
> {"id":"1","text":"Мост, \"А\"","sum":"-1.5"}
> {"id":"2","text":"two\nlines\r","sum":"=1+1"}
> {"id":"3","text":"","sum":"back\\slash\t"}
EOF

try 'control bytes in JSON' <<'EOF'
$ printf 'a\n\001\033[2J\177\n' | rec-to json | tr '\177' ^
> {"a":"\u0001\u001b[2J^"}
EOF

try 'a table' <<'EOF'
$ rec-to table some
> id  text              sum
> 1   Мост, "А"         -1.5
> 2   two\x0alines\x0d  =1+1
> 3                     back\slash\x09
EOF

try 'a table of wide letters and hidden bytes' <<'EOF'
$ printf 'a\tb\n漢字\tx\n\033[2J\ty\n' | rec-to table
> a        b
> 漢字     x
> \x1b[2J  y
EOF

try 'Markdown' <<'EOF'
$ rec-to markdown some
> | id | text | sum |
> |---|---|---|
> | 1 | Мост, "А" | -1.5 |
> | 2 | two<br>lines | =1+1 |
> | 3 |  | back\\slash\\x09 |
EOF

try 'nothing in a value is markup' <<'EOF'
$ printf 'a_b\n<b>x</b> | *y* _z_ `c` [l](u) &amp; ~~s~~ $m$ a_b\n' | rec-to markdown
> | a_b |
> |---|
> | \<b\>x\</b\> \| \*y\* \_z\_ \`c\` \[l\](u) \&amp; \~\~s\~\~ \$m\$ a_b |
EOF

try 'HTML: a page, on which nothing in a value is markup' <<'EOF'
$ rec-to html some
> <!DOCTYPE html>
> <meta charset="utf-8">
> <title>Records</title>
> <style>table { border-collapse: collapse } th, td { border: 1px solid; padding: 0.2em 0.5em; text-align: start; vertical-align: top }</style>
> <table>
> <thead>
> <tr><th dir="auto">id</th><th dir="auto">text</th><th dir="auto">sum</th></tr>
> </thead>
> <tbody>
> <tr><td dir="auto">1</td><td dir="auto">Мост, "А"</td><td dir="auto">-1.5</td></tr>
> <tr><td dir="auto">2</td><td dir="auto">two<br>lines</td><td dir="auto">=1+1</td></tr>
> <tr><td dir="auto">3</td><td dir="auto"></td><td dir="auto">back\slash\x09</td></tr>
> </tbody>
> </table>
$ printf 'a\n<script>alert("1")</script> &lt; <br>&amp;\033\\n\342\200\256</td>\n' | rec-to html | sed -n 10p
> <tr><td dir="auto">&lt;script&gt;alert("1")&lt;/script&gt; &amp;lt; &lt;br&gt;&amp;amp;\x1b<br>\xe2\x80\xae&lt;/td&gt;</td></tr>
$ printf 'a\tb\n' | rec-to html | sed 1,6d
> <tr><th dir="auto">a</th><th dir="auto">b</th></tr>
> </thead>
> <tbody>
> </tbody>
> </table>
EOF

try 'what is a formula, and what a number' <<'EOF'
$ printf 'a\n=1\n+1\n+1 2\n-1,5\n-1.5.\n-\n@x\n\\tx\n\\rx\n-a\n+7701\n1=\n'\''=x\n'\''x\n'\'''\''-1\n\\nx\n＝1\n＋1\n－1\n＠1\n' | rec-to --excel csv | tr '\r' ^ | tail -n +2
> '=1^
> +1^
> '+1 2^
> -1,5^
> '-1.5.^
> '-^
> '@x^
> '	x^
> "'^x"^
> '-a^
> +7701^
> 1=^
> ''=x^
> 'x^
> ''-1^
> "'
> x"^
> '＝1^
> '＋1^
> '－1^
> '＠1^
EOF

# Back and forth.

identity()
{
	cp "$1" want
	for way in 'csv' 'json' 'csv --excel'; do
		sh -c "rec-to $way $1 | rec-from $way" >got 2>&1
		report "$way and back: $2"
	done
}

identity some 'some'

printf 'a\n' >none
identity none 'no record'

printf 'a\n\n\nx\n\n' >empty
identity empty 'one column of empty values'

printf 'a\tb\tc\n\t\t\n' >empties
identity empties 'a record of empty values'

printf 'a\n\357\273\277x\nsep=;\n"\n""\n,\n;\n  \n\\n\n\\r\n\\r\\n\n\\t\n\\\\\n\\\\n\n\047\n\047=\n\177\n\001\n"a\n' >odd
identity odd 'odd values in one column'

printf 'sep\n;\n' >sep
identity sep 'a field sep'

printf 'a\tb\n\357\273\277\t\357\273\277\n\342\200\250\302\205\t\364\217\277\277\n' >wide
identity wide 'marks, foreign line ends and the last character'

awk 'BEGIN {
	srand(7)
	n = split(", ;|\"|\"\"|\\n|\\r|\\t|\\\\| |a|ф|=|+|-|@|\047|1|null|true|{|}|[|]|:|sep=|\\r\\n|\001|\037|\177|\357\273\277|\360\237\230\200", part, "|")
	for (f = 1; f <= 5; f++)
		printf "f%d%s", f, f < 5 ? "\t" : "\n"
	for (r = 0; r < 3000; r++)
		for (f = 1; f <= 5; f++) {
			for (k = int(rand() * 5); k > 0; k--)
				printf "%s", part[1 + int(rand() * n)]
			printf f < 5 ? "\t" : "\n"
		}
}' >random
identity random 'random values'

{ printf 'a\tb\n'; head -c 500000 /dev/zero | tr '\0' '"'; printf '\tx\n'; } >wide
identity wide 'a long value'

# As long as a line may be, of what is longest in each format.
for letter in '"' '\001' = '\r'; do
	{ echo a; head -c 1048574 /dev/zero | tr '\0' "$letter"; echo; } |
	    sed '2s/\r\r/\\r/g' >longest
	identity longest "the longest value: $letter"
done
awk 'BEGIN {
	for (i = 0; i < 15000; i++)
		printf "%sn%d", i ? "\t" : "", i
	print ""
	ones = sprintf("%060d", 0)
	gsub("0", "\001", ones)
	for (i = 0; i < 15000; i++)
		printf "%s%s", i ? "\t" : "", ones
	print ""
}' >longest
identity longest 'many fields, of what is longest in JSON'

# And the rest.

try 'a record that is not well formed is refused, and kept' <<'EOF'
$ printf 'a\tb\n1\n2\t3\n' | rec-to csv -x kept; cat kept
> a,b
> 2,3
> a	b	refused_at	refused_why
> 1	stdin:2	1 value for 2 fields
! rec-to: stdin:2: 1 value for 2 fields
EOF

try 'with refused records the status is 1' <<'EOF'
$ printf 'a\tb\n1\n' | rec-to json
> ["a","b"]
! rec-to: stdin:2: 1 value for 2 fields
? 1
EOF

try 'an empty file' <<'EOF'
$ rec-to csv </dev/null
! rec-to: stdin: empty: a header line is needed
? 2
EOF

try 'a header only' <<'EOF'
$ for way in csv json table markdown; do printf 'a\tb\n' | rec-to $way; done
> a,b
> ["a","b"]
> a  b
> | a | b |
> |---|---|
EOF

try 'a missing file' <<'EOF'
$ rec-to csv nosuch
! rec-to: nosuch: No such file or directory
? 2
EOF

try 'a full disk' <<'EOF'
$ for way in csv json table markdown html; do rec-to $way some >/dev/full; done
! rec-to: stdout: No space left on device
! rec-to: stdout: No space left on device
! rec-to: stdout: No space left on device
! rec-to: stdout: No space left on device
! rec-to: stdout: No space left on device
? 2
EOF

try 'a reader that goes away is no trouble' <<'EOF'
$ { echo a; yes | head -n 200000; } | rec-to csv | head -n 1
> a
EOF

try 'formats that are none' <<'EOF'
$ rec-to xml some; rec-to excel some; rec-to marcdown some; rec-to
! rec-to: no format 'xml'; there are: csv json table markdown html
! usage: rec-to [-x file] [--excel] csv|json|table|markdown|html [file ...]
! rec-to: excel is no format, but an option: --excel csv
! rec-to: no format 'marcdown'; did you mean 'markdown'?
! usage: rec-to [-x file] [--excel] csv|json|table|markdown|html [file ...]
! rec-to: no format is given; there are: csv json table markdown html
! usage: rec-to [-x file] [--excel] csv|json|table|markdown|html [file ...]
? 2
EOF

try '--excel is for csv' <<'EOF'
$ rec-to --excel json some
! rec-to: --excel is for csv
? 2
EOF

finish
