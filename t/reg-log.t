#!/bin/sh
. "${0%/*}/lib.sh"
. "$src/t/reg-share.sh"

reg-init
try 'an empty journal' <<'END'
$ reg-log
> entry	at	who	program	kind	key	before	after	previous	hash
END

reg-put -w aigul thing >acks <<'END'
id	name	price
a	One	1
b	Two "2"	
END
reg-put -w marat mark >acks <<'END'
thing	year	mark
a	2026	5
END
reg-put -w 'Dana S.' thing >acks <<'END'
id	name
a	Uno
END

try 'each change is an entry, in the order they were made' <<'END'
$ reg-log | cut -f 1,3-8
> entry	who	program	kind	key	before	after
> 1	aigul	reg-put	thing	a		{"id":"a","name":"One","price":"1.00"}
> 2	aigul	reg-put	thing	b		{"id":"b","name":"Two \\"2\\""}
> 3	marat	reg-put	mark	a\t2026		{"thing":"a","year":"2026","mark":"5"}
> 4	Dana S.	reg-put	thing	a	{"id":"a","name":"One","price":"1.00"}	{"id":"a","name":"Uno","price":"1.00"}
END

try 'the time is in UTC, of the run' <<'END'
$ reg-log | sed 1d | cut -f 2 | grep -cE '^20[0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z$'; reg-log | sed -n '2,3p' | cut -f 2 | uniq | wc -l
> 4
> 1
END

try 'those of a kind' <<'END'
$ reg-log mark | cut -f 1,5; reg-log thing | cut -f 1
> entry	kind
> 3	mark
> entry
> 1
> 2
> 4
END

try 'those of a record' <<'END'
$ reg-log thing a | cut -f 1,6; reg-log mark a 2026 | cut -f 1,6; reg-log thing nosuch | cut -f 1
> entry	key
> 1	a
> 4	a
> entry	key
> 3	a\t2026
> entry
END

try 'each has the hash of the one before' <<'END'
$ reg-log | sed 1d | cut -f 10 | sed '$d' >hashes; reg-log | sed 1,2d | cut -f 9 | cmp - hashes; reg-log thing a | sed -n 3p | cut -f 9 >one; sed -n 3p hashes | cmp - one; reg-log | sed -n 2p | cut -f 9
> 
END

# Nobody of us: sha256sum recomputes the chain.
reg-log | sed 1d | while IFS= read -r line; do
	printf '%s\n' "${line%	*}" | sha256sum | cut -c 1-64
done >got
reg-log | sed 1d | cut -f 10 >want
report 'sha256sum comes to the same hashes'

# Nor jq of us: what is after a change is JSON.
if command -v jq >/dev/null; then
	try 'jq reads what was before and after' <<'END'
$ sqlite3 register.db 'SELECT after FROM reg_journal' | jq -r .name
> One
> Two "2"
> null
> Uno
END
else
	skip 'no jq here'
fi

sqlite3 register.db "DROP TRIGGER reg_no_UPDATE_of_reg_run; DROP TRIGGER reg_no_UPDATE_of_reg_journal;
    UPDATE reg_run SET at = '2026-06-30T18:59:59Z' WHERE run = 1;
    UPDATE reg_run SET at = '2026-07-01T18:59:59Z' WHERE run = 2;
    UPDATE reg_run SET at = '2026-07-01T19:00:00Z' WHERE run = 3;
    INSERT INTO reg_run SELECT 9, '2026-06-30T19:00:00Z', who, program
	FROM reg_run WHERE run = 1;
    UPDATE reg_journal SET run = 9 WHERE entry = 2"
try 'days are those of Kazakhstan' <<'END'
$ for day in 2026-06-30 2026-07-01 2026-07-02; do echo $(reg-log --since $day --until $day | cut -f 1); done
> entry 1
> entry 2 3
> entry 4
END
try 'since and until' <<'END'
$ reg-log --since 2026-07-01 thing | cut -f 1; reg-log --until 2026-07-01 thing a | cut -f 1; reg-log --since 0001-01-01 --until 9999-12-31 | wc -l
> entry
> 2
> 4
> entry
> 1
> 5
END

try 'what is no day' <<'END'
$ reg-log --since 1.7.2026; reg-log --until ''
! reg-log: --since: not a date (YYYY-MM-DD): '1.7.2026'
! reg-log: --until: not a date (YYYY-MM-DD): ''
? 2
END

try 'a kind that is not there, a key that is none' <<'END'
$ CIVUTILS_SHARE=./share; reg-log thin; reg-log thing a b; reg-log mark a; reg-log mark a x
! reg-log: no kind 'thin' in ./share/schema; did you mean 'thing'?
! reg-log: thing has a key of 1 values; there are more
! reg-log: mark has a key of 2 values; the year is missing
! reg-log: year: not a whole number (at most 18 digits): 'x'
? 2
END

# A clock that was set back.
sqlite3 register.db "UPDATE reg_run SET at = '2999-01-01T00:00:00Z' WHERE run = 3"
try 'whoever writes when the clock seems wrong is warned' <<'END'
$ reg-put thing 2>&1 | sed 's/20[0-9-]*T[0-9:]*Z/NOW/'
< id	name
< a	Eins
> reg-put: warning: it is NOW by the clock, but the journal's last entry is of 2999-01-01T00:00:00Z: is the clock right?
> id	action
> a	updated
END

try 'a missing register; the missing file is named' <<'END'
$ reg-log -R nosuch.db
! reg-log: nosuch.db: no such register; make it with reg-init, or name another with -R or $CIVUTILS_REGISTER
? 2
END

: >empty
try 'an empty file is no register' <<'END'
$ reg-log -R empty
! reg-log: empty: a database, but not a register
? 2
END

try 'a full disk' <<'END'
$ reg-log >/dev/full
! reg-log: stdout: No space left on device
? 2
END

finish
