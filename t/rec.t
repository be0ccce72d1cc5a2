#!/bin/sh
# Reading and writing records (lib/io/rec, out, reject, screen), seen through
# rec-check with a schema that lets everything pass.
. "${0%/*}/lib.sh"

cat >any.yaml <<'EOF'
kind: any
title: Anything
key: [a]
fields:
  a:
    type: text
    en: anything
    ru: что угодно
    kk: бәрі
EOF
cat >two <<'EOF'
a	b
1	x
2	y
EOF
cat >third <<'EOF'
a	b
3	z
EOF

try 'records pass, unknown fields too' <<'EOF'
$ rec-check ./any.yaml two
> a	b
> 1	x
> 2	y
EOF

try 'several files are one stream, and - is standard input' <<'EOF'
$ rec-check ./any.yaml two - <third
> a	b
> 1	x
> 2	y
> 3	z
EOF

try 'escapes pass as they are' <<'EOF'
$ rec-check ./any.yaml
< a	b
< \t\n\r\\	\\t
> a	b
> \t\n\r\\	\\t
EOF

printf 'a\tb\n1\tx' >uncut
try 'the last line may lack its end' <<'EOF'
$ rec-check ./any.yaml uncut
> a	b
> 1	x
EOF

printf 'b\ta\n1\tx\n' >swapped
try 'files must have one header' <<'EOF'
$ rec-check ./any.yaml two swapped
! rec-check: swapped:1: field 1 is 'b', but 'a' in the first file
? 2
EOF

printf 'a\n1\n' >less
try 'files must have as many fields' <<'EOF'
$ rec-check ./any.yaml two less
! rec-check: less:1: 1 fields, but 2 in the first file
? 2
EOF

: >empty
try 'a second file that is empty is trouble' <<'EOF'
$ rec-check ./any.yaml two empty
! rec-check: empty: empty: a header line is needed
? 2
EOF

printf 'bin\tname_ru\n940140000385\ta\\\\b "c"\n' >ours
{ printf '\357\273\277'; sed 's/$/\r/' ours; } >saved
try 'what an editor made of records is told, and how to undo it' <<'EOF'
$ rec-check ngo saved
! rec-check: saved:1: starts with a byte order mark; take it off with tail -c +4; a foreign file is read by rec-from csv -D tab
$ tail -c +4 saved | rec-check ngo
! rec-check: stdin:1: lines end in CR LF; make them end in LF with tr -d '\r'; a foreign file is read by rec-from csv -D tab
$ tail -c +4 saved | tr -d '\r' | rec-check ngo | cmp - ours
EOF

try 'a name twice in the header is trouble' <<'EOF'
$ rec-check ./any.yaml
< a	b	a
! rec-check: stdin:1: field 3 has the name of field 1: 'a'
? 2
EOF

try 'a header line is missing' <<'EOF'
$ rec-check ./any.yaml
< Алматы	12
! rec-check: stdin:1: not a field name (a-z, 0-9, _): 'Алматы'; is the header line missing?
? 2
EOF

# Bad records of every sort between good ones.
{
	printf 'a\tb\n'
	printf 'good\t1\n'
	printf 'few\n'
	printf 'many\t2\t3\n'
	printf 'nul\0\t4\n'
	printf 'cr\t5\r\n'
	printf 'esc\\x\t6\n'
	printf 'end\t\\\n'
	printf 'utf\t\377\n'
	printf '\n'
	printf 'good\t7\n'
} >bad
try 'each bad record is named, the good ones pass' <<'EOF'
$ rec-check -x kept ./any.yaml bad
> a	b
> good	1
> good	7
! rec-check: bad:3: 1 value for 2 fields
! rec-check: bad:4: 3 values for 2 fields
! rec-check: bad:5: a: a NUL byte
! rec-check: bad:6: b: a bare CR; write it as \r, or end lines in LF
! rec-check: bad:7: a: a backslash before something else than t, n, r or \: 'esc\x'
! rec-check: bad:8: b: a backslash before something else than t, n, r or \: '\'
! rec-check: bad:9: b: not UTF-8 from byte 5 of the line: '\xff'
! rec-check: bad:10: 1 value for 2 fields
? 1
EOF

{
	printf 'a\tb\trefused_at\trefused_why\n'
	printf 'few\tbad:3\t1 value for 2 fields\n'
	printf 'many\t2\t3\tbad:4\t3 values for 2 fields\n'
	printf 'nul\0\t4\tbad:5\ta: a NUL byte\n'
	printf 'cr\t5\r\tbad:6\tb: a bare CR; write it as \\\\r, or end lines in LF\n'
	printf 'esc\\x\t6\tbad:7\ta: a backslash before something else than t, n, r or \\\\: '
	printf "'esc\\\\\\\\x'\\n"
	printf 'end\t\\\tbad:8\tb: a backslash before something else than t, n, r or \\\\: '
	printf "'\\\\\\\\'\\n"
	printf "utf\\t\\377\\tbad:9\\tb: not UTF-8 from byte 5 of the line: '\\\\\\\\xff'\\n"
	printf '\tbad:10\t1 value for 2 fields\n'
} >want
cp kept got
report 'they are kept to the byte, with the reasons'

# Fed as they are they are refused once more, and kept as they were.
cp kept kept.1
try 'what is not mended is refused again' <<'EOF'
$ rec-check -x kept.2 ./any.yaml kept.1 2>/dev/null
> a	b
? 1
EOF
sed 's/	[^	]*	[^	]*$//' kept.1 >want
sed 's/	[^	]*	[^	]*$//' kept.2 >got
report 'and kept as it was, with the new reasons alone'

# Mend the kept ones and feed them again.
tr -d '\000\r' <kept | LC_ALL=C sed '2s/few/few	/; 3s/2	3/2\\t3/
    6s/\\x/x/; 7s/	\\	/	-	/; 8s/\xff/-/; 9s/^/none	/' >mended
try 'the mended file is read as if nothing had been' <<'EOF'
$ rec-check ./any.yaml mended
> a	b
> few	
> many	2\t3
> nul	4
> cr	5
> escx	6
> end	-
> utf	-
> none	
EOF

try 'the file that is read is never the one for rejects' <<'EOF'
$ rec-check -x bad ./any.yaml bad
! rec-check: -x bad: is read from; name another file
? 2
EOF

ln -s two link
try 'rejects do not go through a link' <<'EOF'
$ rec-check -x link ./any.yaml bad
! rec-check: link: is a link; name the file itself
? 2
EOF

try 'nor is a file that holds something else' <<'EOF'
$ rec-check -x any.yaml ./any.yaml bad
! rec-check: -x any.yaml: is there already, and no header in it says that it has refused records; name another file
? 2
EOF

try 'nor the file that standard output goes to' <<'EOF'
$ rec-check -x both ./any.yaml bad >both
! rec-check: -x both: standard output goes there; name another file
? 2
EOF

try 'a run that dies leaves the older rejects, and nothing half written' <<'EOF'
$ cp kept before; rec-check -x kept ./any.yaml bad nosuch 2>/dev/null
$ echo $?; cmp kept before && ls kept.?????? 2>/dev/null
> 2
? 2
EOF

try 'rejects go into a pipe as they come' <<'EOF'
$ mkfifo pipe; cat pipe >piped & rec-check -x pipe ./any.yaml bad 2>/dev/null >/dev/null
$ wait; head -n 2 piped
> a	b	refused_at	refused_why
> few	bad:3	1 value for 2 fields
EOF

# A line over 1 MiB, one of just 1 MiB, and one over it as the last.
x=$(head -c 1023 /dev/zero | tr '\000' x)
long()
{
	awk -v n="$1" -v x="$x" 'BEGIN {
		while (n > 1023) { printf "%s", x; n -= 1023 }
		while (n-- > 0) printf "y"
	}'
}
{
	printf 'a\tb\n'
	long 1048574
	printf '\t1\n'
	long 1048577
	printf '\t2\nshort\t3\n'
	long 3000000
	printf '\t4'
} >long
cat >want <<'EOF'
rec-check: long:3: over 1 MiB in one line
rec-check: long:5: over 1 MiB in one line
1
a b 3
1048574 1 1
short 3 5
EOF
{
	status=0
	rec-check -x kept ./any.yaml long >out 2>err || status=$?
	cat err
	echo "$status"
	awk -F '\t' 'NR == 1 { print $1, $2, 3 }
	    NR > 1 { print (length($1) > 99 ? length($1) : $1), $2, (NR > 2 ? 5 : 1) }' out
} >got
report 'a line of 1 MiB passes, a longer one is refused, wherever it stands'

cat >want <<'EOF'
a b refused_at
1048577 2 long:3
3000000 4 long:5
EOF
awk -F '\t' 'NR == 1 { print $1, $2, $3; next } { print length($1), $2, $3 }' \
    kept >got
report 'long lines are kept whole'

# The same bytes, however they come.
{
	printf 'a\tb\n'
	awk 'BEGIN { for (i = 0; i < 60000; i++)
		printf "%d\t%s\n", i, i % 7 ? "Қазақстан" : "\\t" }'
} >many
rec-check ./any.yaml many >want
awk '{ print; if (NR % 1000 == 0) fflush() }' many |
    dd bs=4093 iflag=fullblock 2>/dev/null | rec-check ./any.yaml >got
report 'a pipe in odd pieces gives the same as a file'
cmp -s want many && echo same >got || echo different >got
echo same >want
report 'and that is the input'

# A terminal, made by script(1), 40 columns wide.
cat >wide <<'EOF'
a	b
Қазақстан	short
東京	tab\there
x	a long value that does not fit into the window at all
EOF
if script -qec "echo yes" /dev/null 2>/dev/null </dev/null | grep -q yes; then
	script -qec 'stty cols 40; rec-check ./any.yaml wide' /dev/null </dev/null |
	    tr -d '\r' >got
	cat >want <<'EOF'
a          b
Қазақстан  short
東京       tab\x09here
x          a long value that does not f…
EOF
	report 'on a terminal records are a table, cut to the window'
	printf 'a\tb\n\033[2J\t\342\200\256x\n' >evil
	script -qec 'stty cols 80; rec-check ./any.yaml evil' /dev/null </dev/null |
	    tr -d '\r' >got
	cat >want <<'EOF'
a          b
\x1b[2J    \xe2\x80\xaex
EOF
	sed 's/  *$//; s/   */  /g' got >got.1 && mv got.1 got
	sed 's/   */  /g' want >want.1 && mv want.1 want
	report 'control bytes and marks of direction are shown, not sent'
else
	skip "no terminal can be made here"
fi

finish
