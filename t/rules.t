#!/bin/sh
# Reading YAML (lib/io/rules), seen through rec-check and its schemas.
. "${0%/*}/lib.sh"

printf 'a\n1\n' >records

# A good schema, as the base of the broken ones.
cat >good.yaml <<'EOF'
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

try 'a good file' <<'EOF'
$ rec-check ./good.yaml records
> a
> 1
EOF

# broken WHAT MESSAGE: broken.yaml must stop the program with one line.
broken()
{
	printf 'rec-check: %s\n2\n' "$2" >want
	status=0
	rec-check ./broken.yaml records >out 2>got || status=$?
	cat out >>got
	echo "$status" >>got
	report "$1"
}

sed 's/type:/tpye:/' good.yaml >broken.yaml
broken 'an unknown key' \
    "./broken.yaml:6: unknown key 'tpye'; did you mean 'type'?"

sed 's/type: text/type: text\n    nested:\n      a: b/' good.yaml >broken.yaml
broken 'an unknown key with more below it' \
    "./broken.yaml:7: unknown key 'nested'; known are: type required search min max longest en ru kk"

{ cat good.yaml; echo 'title: Again'; } >broken.yaml
broken 'a key twice' "./broken.yaml:10: the key 'title' is there twice"

sed 's/title: Anything/title: [a, b]/' good.yaml >broken.yaml
broken 'a list for a text' './broken.yaml:2: must be a text, not a list'

sed 's/type: text/type: txet/' good.yaml >got
rec-check ./got records 2>/dev/null && echo passed >got || echo stopped >got
echo stopped >want
report 'a wrong type stops it'

sed 's/title: Anything/title: \&a Anything/' good.yaml >broken.yaml
broken 'an anchor' './broken.yaml:2: an anchor (&a): rules are written out in full'

sed 's/title: Anything/title: *a/' good.yaml >broken.yaml
broken 'an alias' './broken.yaml:2: an alias (*name): rules are written out in full'

# The bomb: ten times ten times ten ...
{
	echo 'a: &a [x,x,x,x,x,x,x,x,x,x]'
	for pair in a:b b:c c:d d:e e:f f:g g:h; do
		old=${pair%:*}
		echo "${pair#*:}: &${pair#*:} [*$old,*$old,*$old,*$old,*$old,*$old]"
	done
} >broken.yaml
broken 'a bomb of aliases' \
    './broken.yaml:1: an anchor (&a): rules are written out in full'

sed 's/title: Anything/title: !!int 5/' good.yaml >broken.yaml
broken 'a tag' './broken.yaml:2: a tag (tag:yaml.org,2002:int): values are text'

{ echo 'kind: any'; echo '---'; echo 'kind: any'; } >broken.yaml
broken 'two documents' './broken.yaml:2: a second document in the file'

{ printf 'a: '; head -c 200000 /dev/zero | tr '\000' '['; } >broken.yaml
broken 'very deep' './broken.yaml:1: deeper than 32 levels'

awk 'BEGIN { for (i = 0; i < 30000; i++) print "k" i ": 1" }' >broken.yaml
broken 'very many keys' './broken.yaml:20001: over 20000 keys in one file'

awk 'BEGIN { printf "a: ["; for (i = 0; i < 120000; i++) printf "1,"; print "1]" }' \
    >broken.yaml
broken 'very many values' './broken.yaml:1: over 100000 values in one file'

awk 'BEGIN { for (i = 0; i < 20000; i++) print "%TAG !a" i "! tag:x" }' >broken.yaml
broken 'very many directives' './broken.yaml:1: a directive (%): not needed here'

awk 'BEGIN { print "a: b"; for (i = 0; i < 40000; i++)
	print "# a comment that has thirty bytes" }' >broken.yaml
broken 'very large' './broken.yaml: over 1 MiB: no rule file is that large'

: >broken.yaml
broken 'empty' './broken.yaml: empty'

echo 'just a text' >broken.yaml
broken 'no map' './broken.yaml:1: must be a map of keys and values'

printf 'a: b\n\tc: d\n' >broken.yaml
broken 'a tab for an indent' \
    './broken.yaml:2: not YAML: found a tab character that violates indentation'

printf 'a: \377\n' >broken.yaml
broken 'broken UTF-8' './broken.yaml:1: not YAML: invalid leading UTF-8 octet at byte 4'

printf 'a: b\nc: d\000\n' >broken.yaml
broken 'a NUL' './broken.yaml:2: not YAML: control characters are not allowed at byte 10'

sed 's/title: Anything/title: "a\\0b"/' good.yaml >broken.yaml
broken 'a NUL by an escape' './broken.yaml:2: a NUL, which no value may hold'

rm broken.yaml
broken 'missing' './broken.yaml: No such file or directory'

mkdir broken.yaml
broken 'a directory' './broken.yaml: Is a directory'

finish
