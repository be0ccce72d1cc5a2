#!/bin/sh
. "${0%/*}/lib.sh"

umask 022

try 'a register is made, and says what it is' <<'END'
$ reg-init -R a.db && sqlite3 a.db 'PRAGMA application_id; PRAGMA user_version; PRAGMA journal_mode; PRAGMA integrity_check'
> 1667855989
> 1
> delete
> ok
END

try 'nothing else is left beside it; others may not read it' <<'END'
$ ls -d a.db*; stat -c '%A %h' a.db
> a.db
> -rw-r----- 1
END

try 'its group may write it, where the umask lets it' <<'END'
$ umask 002; reg-init -R group.db; stat -c %A group.db
> -rw-rw----
END

try 'without -R it is the one of the environment' <<'END'
$ CIVUTILS_REGISTER=b.db reg-init && ls b.db
> b.db
END

try 'without either, or with an empty one, it is register.db' <<'END'
$ CIVUTILS_REGISTER= reg-init && ls register.db
> register.db
END

try '-R comes before the environment' <<'END'
$ CIVUTILS_REGISTER=b.db reg-init -R c.db && ls c.db
> c.db
END

cp a.db copy
try 'a register that is there is left as it is' <<'END'
$ reg-init -R a.db
! reg-init: a.db: is there already, and stays as it is
? 2
END
cp copy want
cp a.db got
cmp -s want got && : >want && : >got
report 'it is, to the byte'

: >empty
try 'so is an empty file' <<'END'
$ reg-init -R empty; wc -c <empty
! reg-init: empty: is there already, and stays as it is
> 0
END

ln -s nowhere link
try 'so is a link to nowhere' <<'END'
$ reg-init -R link
! reg-init: link: is there already, and stays as it is
? 2
END

try 'a folder that is not there: the missing file is named' <<'END'
$ reg-init -R missing/register.db
! reg-init: missing/register.db: No such file or directory
? 2
END

try 'a name with odd letters, a blank, a %' <<'END'
$ reg-init -R 'о тчёт?%41#.db' && ls -- *#.db && reg-verify -R 'о тчёт?%41#.db' | cut -f 1,5
> о тчёт?%41#.db
> entries	holds
> 0	yes
END

try 'names that mean something to SQLite are names of files' <<'END'
$ reg-init -R :memory: && ls :memory: && reg-init -R 'file:x.db?mode=memory' && ls file:*
> :memory:
> file:x.db?mode=memory
END

try 'there are no operands' <<'END'
$ reg-init a.db
! usage: reg-init [-R file]
? 2
END

try 'help on a full disk' <<'END'
$ reg-init --help >/dev/full
! reg-init: stdout: No space left on device
? 2
END

# Both of two that begin at once cannot win, and one does.
rm -f race.db
for _ in 1 2 3 4 5 6; do
	reg-init -R race.db 2>/dev/null && echo made >>made &
done
wait
echo made >want
cp made got
report 'of six at once one makes it'
ls -d race.db* >got
echo race.db >want
report 'and the others leave nothing behind'

try 'a file that may not grow so large: nothing stays' <<'END'
$ ulimit -f 8; reg-init -R limit.db; ls limit*
! reg-init: limit.db: File too large
! ls: cannot access 'limit*': No such file or directory
? 2
END

if [ "$(id -u)" -eq 0 ] && mkdir small && mount -t tmpfs -o size=16k none small 2>/dev/null; then
	try 'a disk too small: nothing stays' <<'END'
$ reg-init -R small/register.db; ls -A small
! reg-init: small/register.db: No space left on device
END
	umount small
else
	skip 'a small disk cannot be mounted here'
fi

finish
