#!/bin/sh
# Hostile input, the same for every program that reads records.
#
# A program's own test says how it is run, on a file of share/examples, the
# last word of the line:
#
#	# run: order-score -r grant-sample marks.tsv
. "${0%/*}/lib.sh"

# Run the command on the file as it now is.  What is printed goes to out and
# err; the first line of err without the program's name, and the status, to got.
attempt()
{
	rm -f register.db register.db-*
	status=0
	sh -c "$command" >out 2>err </dev/null || status=$?
}

# expect STATUS PATTERN WHAT: the status, and a first message that fits.
expect()
{
	printf '%s %s\n' "$1" fits >want
	if [ -n "$2" ]; then
		head -n 1 err | grep -Eq "^$prog: .*$2" && fits=fits || fits=$(cat err)
	else
		test ! -s err && fits=fits || fits=$(cat err)
	fi
	printf '%s %s\n' "$status" "$fits" >got
	report "$prog: $3"
}

# The second record of the sample, changed by a sed script.
bend()
{
	sed "3$1" "$sample" >"$file"
}

for test in "$src"/t/*.t; do
	command=$(sed -n 's/^# run: //p' "$test")
	test -n "$command" || continue
	prog=${test##*/}
	prog=${prog%.t}
	file=${command##* }
	cp -r "$CIVUTILS_SHARE"/examples/* .
	chmod u+w ./*
	sample=$dir/sample
	cp "$file" "$sample"

	: >"$file"
	attempt
	expect 2 'empty: a header line is needed' 'an empty file'

	sed 1q "$sample" >"$file"
	attempt
	expect 0 '' 'a header only'

	sed 1d "$sample" >"$file"
	attempt
	expect 2 ':1: not a field name' 'no header'

	tr '\t' ',' <"$sample" >"$file"
	attempt
	expect 2 ':1: ' 'not tab-separated'

	sed '1s/^/wrong_/' "$sample" | cut -f 1 >"$file"
	attempt
	expect 2 '(no field|fields? .* (is|are) (missing|needed))' 'the wrong fields'

	sed '3s/	[^	]*$//' "$sample" >"$file"
	attempt
	expect 1 ':3: [0-9]+ values? for [0-9]+ fields?' 'too few values'

	bend 's/$/	more/'
	attempt
	expect 1 ':3: [0-9]+ values? for [0-9]+ fields?' 'too many values'

	bend "s/^/$(printf '\001')/"
	tr '\001' '\000' <"$file" >"$file.nul"
	mv "$file.nul" "$file"
	attempt
	expect 1 ':3: .*a NUL byte' 'a NUL'

	{
		sed 2q "$sample"
		printf '\377'
		sed 1,2d "$sample"
	} >"$file"
	attempt
	expect 1 ':3: .*not UTF-8' 'broken UTF-8'

	{
		printf '\357\273\277'
		cat "$sample"
	} >"$file"
	attempt
	expect 2 ':1: starts with a byte order mark' 'a byte order mark'

	sed "s/\$/$(printf '\r')/" "$sample" >"$file"
	attempt
	expect 2 ':1: lines end in CR LF' 'CR LF'

	bend 's/^/\\q/'
	attempt
	expect 1 ':3: .*a backslash before' 'an unknown escape'

	{
		sed 2q "$sample"
		head -c 2097152 /dev/zero | tr '\000' x
		echo
		sed 1,2d "$sample"
	} >"$file"
	attempt
	expect 1 ':3: over 1 MiB in one line' 'a line of 2 MiB'

	rm "$file"
	attempt
	expect 2 'No such file or directory' 'a missing file'

	mkdir "$file"
	attempt
	expect 2 'Is a directory' 'a directory'
	rmdir "$file"

	cp "$sample" "$file"
	command="$command >/dev/full" attempt
	expect 2 'stdout: No space left on device' 'a full disk'

	command="$command >&-" attempt
	expect 2 'stdout: Bad file descriptor' 'a closed standard output'

	# A pipe that nobody reads any more: the signal, and not a word.
	rm -f pipe
	mkfifo pipe
	command="exec 3<>pipe 4>pipe 3<&-; $command >&4" attempt
	expect 141 '' 'a closed pipe'

	if "$prog" --help | grep -q -e '--rejects'; then
		bend 's/$/	more/'
		command=$(printf '%s\n' "$command" |
		    sed "s/\(.*\)$prog /\1$prog -x bad.tsv /") attempt
		expect 1 ':3: [0-9]+ values?' 'with -x too a bad record is named'
		{
			sed 1q "$sample"
			sed -n '3s/$/	more/p' "$sample"
		} >want
		sed 's/	[^	]*	[^	]*$//' bad.tsv >got
		report "$prog: with -x it is kept, whole"
		rm -f bad.tsv
	fi
	rm -rf ./*
done

finish
