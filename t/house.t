#!/bin/sh
# The rules of the house that a machine can check.
. "${0%/*}/lib.sh"
: "${BUILD:=$src/build}"

# The examples of a manual, as the transcripts that `try` takes: a command's
# lines start with "$ " or "> ", what it prints follows.
examples()
{
	awk '
		/^\.Sh / { on = ($2 == "EXAMPLES") }
		on && /^\.Ed/ { inside = 0 }
		on && inside {
			gsub(/\\e/, "\\"); sub(/^\\&/, "")
			print
		}
		on && /^\.Bd -literal/ { inside = 1 }
	' "$1"
}

run_examples()
{
	examples "$1" >text
	test -s text || return 0
	rm -rf scratch
	cp -r "$CIVUTILS_SHARE/examples" scratch
	chmod -R u+w scratch
	awk '
		/^\$ / { n++; command = substr($0, 3); print command >("run" n)
			printf "" >("out" n); more = /\\$/; next }
		more { print >("run" n); more = /\\$/; next }
		n { print >("out" n) }
		END { print n > "runs" }
	' text
	: >want
	: >got
	i=0
	while [ "$i" -lt "$(cat runs)" ]; do
		i=$((i + 1))
		{ cat "run$i" "out$i"; } >>want
		cat "run$i" >>got
		(cd scratch && sh "../run$i" 2>&1 || :) >>got
		rm -f "run$i" "out$i"
	done
}

for source in "$src"/bin/*.c; do
	prog=${source##*/}
	prog=${prog%.c}

	: >want
	for file in "man/$prog.1" "t/$prog.t"; do
		test -f "$src/$file" || echo "no $file"
	done >got
	report "$prog has a manual and a test"

	mandoc -Tascii -O width=1000 "$src/man/$prog.1" | col -bx |
	    sed -n '/^SYNOPSIS/,/^DESCRIPTION/s/^  *//p' |
	    sed 's/ *$//; s/^/usage: /' >want
	"$prog" --help | head -n 1 >got
	report "$prog --help has the synopsis of the manual"

	: >want
	for letter in $("$prog" --help | sed -n 's/^  -\([a-zA-Z]\), .*/\1/p'); do
		case $letter in h|V) continue ;; esac
		grep -q "^\.It Fl $letter" "$src/man/$prog.1" ||
		    echo "-$letter is not in the manual"
	done >got
	report "$prog: every option is in the manual"

	for word in /dev/full 'missing file' empty; do
		: >want
		grep -q "$word" "$src/t/$prog.t" ||
		    grep -q '^# run: ' "$src/t/$prog.t" || echo "$prog.t" >got
		: >>got
		report "$prog is tested on: $word"
	done

	"$prog" --completion | bash -n >want 2>&1 || echo broken >>want
	: >got
	report "$prog --completion is a shell script"

	wc -l <"$source" | awk '$1 > 170 { print "over 170 lines" }' >got
	: >want
	report "$prog is short"
done

for page in "$src"/man/*.[1-9]; do
	: >want
	mandoc -Tlint -Wwarning "$page" >got 2>&1 || :
	report "${page##*/} is clean"
	run_examples "$page"
	test -s text || continue
	report "the examples of ${page##*/} print what it shows"
done

# Nothing else stands at the top of the house.
printf '%s\n' .ci .clang-format .gitignore LICENSE Makefile README.md bin lib \
    man share t >want
if git -C "$src" rev-parse -q --verify HEAD >/dev/null 2>&1; then
	git -C "$src" ls-files | sed 's|/.*||' | sort -u >got
	report 'the top of the house is tidy'
else
	skip 'not a checkout of git'
fi

# prove runs them by themselves.
: >want
find "$src/t" -name '*.t' ! -perm -100 >got
report 'the tests can be run'

# Every program is on the front page.
: >want
for source in "$src"/bin/*.c; do
	prog=${source##*/}
	grep -q "^\.It Xr ${prog%.c} 1" "$src/man/civutils.7" || echo "${prog%.c}"
done >got
report 'the front page names every program'

# Each foreign library has one door.
while read -r header door; do
	echo "$door" >want
	(cd "$src" && grep -l "<$header" bin/*.c lib/*/*.[ch]) >got || :
	report "only $door includes $header"
done <<'EOF'
yaml.h lib/io/rules.c
sqlite3.h lib/io/sql.c
csv.h lib/io/csv_library.c
iconv.h lib/io/encoding.c
utf8proc.h lib/base/unicode.c
nettle/ lib/base/digest.c
libstemmer.h lib/base/stemmer.c
EOF

# Includes go only downwards.
: >want
(cd "$src" && {
	grep -En '#include "(civic|io)/' lib/base/*.[ch]
	grep -En '#include "io/' lib/civic/*.[ch]
}) >got || :
report 'includes go only downwards'

: >want
(cd "$src" && grep -EnH '<(stdio|time|unistd|fcntl|sys/.*|locale)\.h>|getenv' \
    lib/civic/*.[ch]) >got || :
report 'lib/civic is pure: no stdio, no clock, no files'

# Statistics of a panel's agreement, by which nothing is decided.
: >want
(cd "$src" && grep -EnHw 'float|double' lib/civic/*.[ch] lib/io/*.[ch] \
    lib/base/*.[ch] bin/*.c | grep -Ev '^lib/(civic/(agree|panel)|io/agreement)') >got || :
report 'no binary floating point decides anything'

# A module's public names begin with the module's name; die.h has plain verbs.
: >want
nm -g -A --defined-only "$BUILD/libciv.a" |
    sed -n 's/.*:\([a-z0-9_]*\)\.o:.* [TDBRC] \([A-Za-z][A-Za-z0-9_]*\)$/\1 \2/p' |
    awk '$1 != "die" && $1 != $2 && index($2, $1 "_") != 1 {
		print $1 ".c exports " $2 }' >got
report 'names tell their module'

# The environment is not read behind the user's back.
printf '%s\n' CIVUTILS_REGISTER CIVUTILS_SHARE >want
(cd "$src" && grep -ho 'getenv("[A-Z_]*")' bin/*.c lib/*/*.c |
    sed 's/getenv("//; s/")//' | sort -u) >got
report 'two variables of the environment are read, and no others'

finish
