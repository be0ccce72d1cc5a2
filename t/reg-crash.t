#!/bin/sh
# What happens to the register when programs are killed, and disks fail, at
# every call that changes a file.
. "${0%/*}/lib.sh"
. "$src/t/reg-share.sh"

# The leak checker cannot work under strace.
export ASAN_OPTIONS=detect_leaks=0

if ! strace -o /dev/null -e inject=write:error=EIO:when=9999 true 2>/dev/null; then
	echo '1..0 # SKIP strace cannot inject faults here'
	exit 0
fi

# Enough for tables and indexes of several pages.
awk 'BEGIN {
	print "id\tname\tnote\tprice"
	for (i = 1; i <= 90; i++)
		printf "%d\tname %d\t%0150d\t%d.50\n", i * 7919 % 1009, i, i, i
}' >records
sed '2,40s/name/other/' records >changed

# The same registers before and after: one that is new, and one that is not.
reg-init -R new.db
reg-put -R new.db thing records >acks
reg-get -R new.db thing >new.after
cp new.db used.db
reg-get -R used.db thing >used.before
reg-put -R used.db thing changed >acks
reg-get -R used.db thing >used.after
cp new.db used.start
reg-init -R new.start
reg-get -R new.start thing >new.before

# run CASE INPUT INJECTION: put records into a fresh copy, under the injection.
run()
{
	rm -f r.db*
	cp "$1.start" r.db
	status=0
	strace -f -o trace -e trace="${3%%:*}" -e inject="$3" \
	    reg-put -R r.db thing "$2" >acks 2>err || status=$?
}

# The register holds, and is as it was before or after; if anything was
# acknowledged, as after.
look()
{
	reg-verify -R r.db >verified 2>&1 || { echo "$2: broken"; cat verified; }
	reg-get -R r.db thing >now 2>&1 || :
	if cmp -s now "$1.after"; then
		:
	elif ! cmp -s now "$1.before"; then
		echo "$2: neither before nor after"
	elif [ -s acks ]; then
		echo "$2: acknowledged and lost"
	elif [ "$status" -eq 0 ]; then
		echo "$2: status 0, and nothing done"
	fi
}

# Once more, with nothing in the way, and all is as it should be.
again()
{
	reg-put -R r.db thing "$2" >acks 2>err || echo "$3: not again: $(cat err)"
	reg-get -R r.db thing | cmp -s - "$1.after" || echo "$3: not mended"
}

# each CASE INPUT CALL WHAT: inject at the first such call, the second, and so
# on, until one is not reached any more.
each()
{
	n=0
	fired=0
	while [ $((n += 1)) -le 300 ]; do
		run "$1" "$2" "$3:$4:when=$n"
		grep -q -e INJECTED -e 'killed by' trace || break
		fired=$((fired + 1))
		case $4 in
		error=*) clean "$3 $n" ;;
		esac
		look "$1" "$3 $n"
		again "$1" "$2" "$3 $n"
	done >got
	: >want
	report "$1 register: $4 at each of the calls of $3"
	test "$fired" -gt 0 || echo "# there are none"
	total=$((total + fired))
}

# A fault is told in one line, with status 2; or it did no harm.
clean()
{
	case $status in
	0) test ! -s err || echo "$1: status 0, but: $(cat err)" ;;
	2) test "$(wc -l <err)" -eq 1 || echo "$1: $(cat err)" ;;
	*) echo "$1: status $status: $(cat err)" ;;
	esac
}

total=0
for case in 'new records' 'used changed'; do
	# shellcheck disable=SC2086 # two words
	set -- $case
	for call in pwrite64 fdatasync ftruncate unlink write; do
		each "$1" "$2" "$call" signal=KILL
	done
	for fault in pwrite64:error=EIO pwrite64:error=ENOSPC \
	    fdatasync:error=EIO ftruncate:error=EIO openat:error=EMFILE; do
		each "$1" "$2" "${fault%%:*}" "${fault#*:}"
	done
done
echo "# $total faults"
echo yes >want
{ test "$total" -gt 100 && echo yes || echo "only $total"; } >got
report 'the faults were more than a few'

# What was written of a file by name, and forced to the disk, before a word is
# printed: "synced" if nothing was written after the last time it was forced.
forced()
{
	awk -v file="$1>" '
		/^[0-9]+ +write\(1</ { print said = state; exit }
		index($0, file) && /pwrite64\(/ { state = "written" }
		index($0, file) && /fdatasync\(/ && state != "" {
			state = "synced" }
		END { if (said == "") print "nothing was said" }
	' trace
}
echo synced >want
cp new.start r.db
strace -f -y -o trace reg-put -R r.db thing records >acks
forced /r.db >got
report 'a load is on the disk before it is acknowledged'
# The folder's name is that of the register, up to the last slash.
awk '/^[0-9]+ +write\(1</ { exit }
	/ unlink\(.*-journal"/ { state = "still there after a crash" }
	/fdatasync\([0-9]+<[^>]*\/[^.>]*\.[^.\/>]*>\)/ && !/r\.db/ { state = "synced" }
	END { print state }' trace >got
report 'and its rollback journal is gone for good'

# Somebody reads meanwhile, so that the log is not taken up at the end.
cp used.start r.db
sqlite3 r.db <<'END' >acks
BEGIN;
SELECT count(*) FROM thing;
.system strace -f -y -o trace reg-put -R r.db thing changed
END
forced /r.db-wal >got
report 'a change is in the log, on the disk, before it is acknowledged'
rm -f r.db*

# reg-init makes a whole register or none.
n=0
for call in write fsync link unlink; do
	n=0
	while [ $((n += 1)) -le 20 ]; do
		rm -f i.db*
		strace -f -o trace -e trace="$call" \
		    -e inject="$call:signal=KILL:when=$n" \
		    reg-init -R i.db >out 2>&1 || :
		grep -q 'killed by' trace || break
		test ! -e i.db || reg-verify -R i.db >out 2>&1 ||
		    echo "$call $n: broken"
	done
done >got
: >want
report 'reg-init, killed, leaves a whole register or none'

for fault in write:ENOSPC write:EIO fsync:EIO link:EPERM; do
	rm -f i.db*
	status=0
	strace -f -o trace -e trace="${fault%:*}" \
	    -e inject="${fault%:*}:error=${fault#*:}" \
	    reg-init -R i.db >out 2>err || status=$?
	echo "$fault $status $(wc -l <err) $(find . -name 'i.db*')"
done >got
cat >want <<'END'
write:ENOSPC 2 0 
write:EIO 2 0 
fsync:EIO 2 1 
link:EPERM 2 1 
END
report 'reg-init, failing, leaves nothing'

# Disks of every size that is too small, and one that is not.
if [ "$(id -u)" -eq 0 ] && mkdir small && mount -t tmpfs -o size=100k none small 2>/dev/null; then
	size=96
	while [ $((size += 32)) -le 1200 ]; do
		rm -f small/*
		mount -o "remount,size=${size}k" small
		cp used.start small/r.db 2>/dev/null || continue
		status=0
		reg-put -R small/r.db thing changed >acks 2>err || status=$?
		mount -o remount,size=8m small
		cp -p small/r.db* .
		clean "$size KiB"
		look used "$size KiB"
		rm -f r.db*
		test "$status" -ne 0 || break
	done >got
	: >want
	report 'a disk that is full'
	echo 0 >want
	echo "$status" >got
	report 'and one that is not'
	umount small
else
	skip 'a small disk cannot be mounted here'
fi

finish
