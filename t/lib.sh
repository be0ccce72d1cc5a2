# shellcheck shell=sh
# Sourced first by every test.  Tests run in an empty directory of their own,
# and a test is a transcript, each line marked by its first character:
#
#	$ the command, for sh        > a line that it must print
#	< a line of its input        ! a line it must print on standard error
#	                             ? its exit status, if not 0
#
# Whatever is not in the transcript must not happen.

set -eu
export LC_ALL=C TZ=UTC
unset CIVUTILS_REGISTER
# shellcheck disable=SC2034 # for the tests
src=$(cd "${0%/*}/.." && pwd)
: "${CIVUTILS_SHARE:=$src/share}"
export CIVUTILS_SHARE
# shellcheck disable=SC2034 # for the tests
real=${CIVUTILS_REAL:-$src/../shared/data}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
count=0

# Report a test: ok if the files want and got are the same.
report()
{
	count=$((count + 1))
	if diff -u -L want -L got want got >why; then
		printf 'ok %d - %s\n' "$count" "$1"
	else
		printf 'not ok %d - %s\n' "$count" "$1"
		sed 's/^/# /' why
	fi
}

try()
{
	sed 's/^\([<>!]\)$/\1 /' >script
	sed -n 's/^\$ //p' script >run
	sed -n 's/^< //p' script >in
	{
		sed -n '/^> /p' script
		sed -n '/^! /p' script
		sed -n '/^? /p' script | grep . || echo '? 0'
	} >want
	status=0
	sh ./run <in >out 2>err || status=$?
	{
		sed 's/^/> /' out
		sed 's/^/! /' err
		echo "? $status"
	} >got
	report "$1"
}

# Pass over a test that cannot run here.
skip()
{
	count=$((count + 1))
	printf 'ok %d # SKIP %s\n' "$count" "$1"
}

# The real records of a folder, or the whole test is passed over.
need_real()
{
	test -d "$real/$1" && return
	echo "1..0 # SKIP no real records ($1) here"
	exit 0
}

# Last in every test: without it, prove says that the plan is missing.
finish()
{
	echo "1..$count"
}
