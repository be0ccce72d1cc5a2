#!/bin/sh
. "${0%/*}/lib.sh"
. "$src/t/reg-share.sh"

reg-init
try 'a kind that was never put: its header' <<'END'
$ reg-get thing | cut -f 1-3
> id	name	note
END

# search builds its index when first asked
try 'nothing to be found there' <<'END'
$ reg-get -s word thing | cut -f 1; reg-get --as-of 2030-01-01 thing name=x | cut -f 1
> id
> id
END

reg-put thing >acks <<'END'
id	name	note	count	weight	price	day	place	colours
10	Тёплый дом	«Жылы үй» қоры	10	0.5	100	2026-01-31	750000000	red;green
9	Warm House	second-hand clothes	9		100.5			green
a	ТЕПЛЫЙ ОЧАГ	дом-музей	-1					
Z	Warmth	house of cards						red
ж	Дом				0.10			
END

try 'in the order of the key, by bytes' <<'END'
$ reg-get thing | cut -f 1
> id
> 10
> 9
> Z
> a
> ж
END

try 'by a text' <<'END'
$ reg-get thing name=Дом | cut -f 1,2
> id	name
> ж	Дом
END

try 'by the key' <<'END'
$ reg-get thing id=9 | cut -f 1,2; reg-get thing id=99 | cut -f 1
> id	name
> 9	Warm House
> id
END

try 'a text is asked for as it stands' <<'END'
$ reg-get thing name=дом | cut -f 1; reg-get thing 'name=Дом ' | cut -f 1
> id
> id
END

try 'money and numbers are compared as such' <<'END'
$ for c in price=100 price=100.00 count=010 count=-1 price=0.1; do reg-get thing $c | sed 1d | cut -f 1; done
> 10
> 10
> 10
> a
> ж
END

try 'a list has a value if one of its items is it' <<'END'
$ reg-get thing colours=green | cut -f 1; reg-get thing colours=red colours=green | cut -f 1
> id
> 10
> 9
> id
> 10
END

try 'nothing behind the = asks for what is empty' <<'END'
$ reg-get thing price= | cut -f 1; reg-get thing colours= price= | cut -f 1
> id
> Z
> a
> id
> a
END

try 'all conditions must be met' <<'END'
$ reg-get thing colours=green place=750000000 | cut -f 1; reg-get thing name=Дом id=9 | cut -f 1
> id
> 10
> id
END

try 'a value may have a = in it' <<'END'
$ reg-get thing name=a=b | cut -f 1
> id
END

try 'a field that is not there, a value that cannot be' <<'END'
$ reg-get thing nam=x; reg-get thing place=75; reg-get thing day=31.01.2026; reg-get thing colours=rad
! reg-get: a record of the kind thing has no field 'nam'; did you mean 'name'?
! reg-get: place: not a code of regions: '75'
! reg-get: day: not a date (YYYY-MM-DD): '31.01.2026'
! reg-get: colours: not a code of colours (nearest: red): 'rad'
? 2
END

try 'what is no condition' <<'END'
$ reg-get thing name
! reg-get: not field=value: 'name'
? 2
END

# Each search is made with an index, and without.
search()
{
	words=$1
	shift
	: >want
	for id; do echo "$id" >>want; done
	reg-get -s "$words" thing | sed 1d | cut -f 1 >got
	report "search: $words"
	reg-get -s "$words" -R still thing | sed 1d | cut -f 1 >got
	report "search: $words: every record is looked at"
}

# A copy without the index, on a medium that cannot be written where one can be
# mounted.
if [ "$(id -u)" -eq 0 ] && mkdir ground && mount -t tmpfs none ground 2>/dev/null; then
	freeze()
	{
		mount -o remount,rw ground
		cp register.db ground/still
		sqlite3 ground/still 'DELETE FROM reg_search' >/dev/null
		mount -o remount,ro ground
		ln -sf ground/still still
	}
	thaw()
	{
		umount ground
	}
else
	freeze() { cp register.db still; }
	thaw() { :; }
fi
freeze
search 'теплый' 10 a
search 'ТЁПЛЫЙ дом' 10 a
search 'дом' 10 a ж
search 'warm' 9 Z
search 'warm hou' 9 Z
search 'warmth' Z
search 'house warm' 9 Z
search 'hand' 9
search 'second-hand' 9
search '«үй»' 10
search 'уй'
search 'music'
search '"дом" OR * NOT (' 
search 'a* дом'

try 'a register on a medium that cannot be written can be read' <<'END'
$ reg-get -R still thing | cut -f 1 | tr '\n' ' '; reg-verify -R still | cut -f 5; reg-log -R still | wc -l
> id 10 9 Z a ж holds
> yes
> 6
END
if [ -e ground/still ]; then
	try 'but not written' <<'END'
$ reg-get thing | cut -f 1,2 | reg-put -R still thing
! reg-put: still: may not be written
? 2
END
	# What a crash left beside it is not in it yet, or not yet taken out.
	mount -o remount,rw ground
	for after in wal journal; do
		echo x >"ground/still-$after"
		mount -o remount,ro ground
		reg-get -R still thing 2>&1 || echo $?
		mount -o remount,rw ground
		rm "ground/still-$after"
	done | sed "s|$(pwd -P)|.|" >got
	for after in wal journal; do
		echo "reg-get: still: its last changes wait in ./ground/still-$after, which cannot be taken up here; copy both to where they can be written"
		echo 2
	done >want
	report 'with a log or a rollback journal beside it, behind a link'
fi
thaw

reg-put thing >acks <<'END'
id	name	note
9	Cold House	
b	Warm stones	
END
try 'the index follows what was changed' <<'END'
$ for w in warm cold clothes stones; do echo $w $(reg-get -s $w thing | sed 1d | cut -f 1); done
> warm Z b
> cold 9
> clothes
> stones b
END

try 'the index has the records, and was asked' <<'END'
$ sqlite3 register.db 'SELECT entry FROM reg_search' "INSERT INTO reg_search_thing(reg_search_thing) VALUES('delete-all')" && reg-get -s warm thing | cut -f 1
> 7
> id
END

sed -i '/^  colours:/s/list of one of colours/list of one of colours/; /^  note:/s/search: yes, //' share/schema/thing.yaml
try 'another choice of fields to search makes it anew' <<'END'
$ reg-get -s warm thing | cut -f 1; reg-get -s house thing | cut -f 1
> id
> Z
> b
> id
> 9
END

try 'search and conditions together' <<'END'
$ reg-get -s warm thing colours=red | cut -f 1
> id
> Z
END

try 'while another program writes, a search does without' <<'END'
$ reg-put thing >acks && { echo 'BEGIN IMMEDIATE;'; echo '.system reg-get -s steam thing | cut -f 1'; } | sqlite3 register.db
< id	name
< c	Steam
> id
> c
END

try 'words are needed, and fields to search' <<'END'
$ reg-get -s ' -- ' thing; reg-get -s x mark
! reg-get: -s: not a word in ' -- '
! reg-get: -s: the schema of mark marks no field to search in
? 2
END

# The past: days are Kazakhstan's, and begin at 19:00 UTC.
reg-init -R past.db
reg-put -R past.db thing >acks <<'END'
id	name	count	colours
a	one	1	red
b	two	2	
END
reg-put -R past.db thing >acks <<'END'
id	name	count	colours
a	uno	1	green
c	three	3	red
END
reg-put -R past.db thing >acks <<'END'
id	name
a	ein
END
sqlite3 past.db "DROP TRIGGER reg_no_UPDATE_of_reg_run;
    UPDATE reg_run SET at = '2026-03-30T19:00:00Z' WHERE run = 1;
    UPDATE reg_run SET at = '2026-03-31T18:59:59Z' WHERE run = 2;
    UPDATE reg_run SET at = '2026-03-31T19:00:00Z' WHERE run = 3"
try 'records as they stood on a day' <<'END'
$ for day in 2026-03-30 2026-03-31 2026-04-01; do reg-get -R past.db --as-of $day thing | sed 1d | cut -f 1,2 | tr '\n' ' '; echo; done
> 
> a	uno b	two c	three 
> a	ein b	two c	three 
END
sqlite3 past.db "UPDATE reg_run SET at = '2026-03-29T00:00:00Z' WHERE run = 1"
try 'with conditions, with a search' <<'END'
$ for c in name=one name=uno id=c colours=red count=1 colours=; do reg-get -R past.db --as-of 2026-03-30 thing $c | sed 1d | cut -f 1,2; done; reg-get -R past.db --as-of 2026-03-31 -s UN thing | sed 1d | cut -f 1,2
> a	one
> a	one
> a	one
> b	two
> a	uno
END

try 'the first and the last of days' <<'END'
$ reg-get -R past.db --as-of 0001-01-01 thing | wc -l; reg-get -R past.db --as-of 9999-12-31 thing | wc -l
> 1
> 4
END

try 'what is no day' <<'END'
$ reg-get --as-of yesterday thing
! reg-get: --as-of: not a date (YYYY-MM-DD): 'yesterday'
? 2
END

try 'a key of two fields: texts by their bytes, numbers by their value' <<'END'
$ reg-put mark >acks && reg-get mark | cut -f 1,2; reg-get mark thing=9 year=10 | cut -f 1-3
< thing	year	mark
< 9	10	1
< 10	9	2
< 9	9	3
< 10	-10	4
> thing	year
> 10	-10
> 10	9
> 9	9
> 9	10
> thing	year	mark
> 9	10	1
END

try 'a kind is needed; a missing register; a missing file of a schema' <<'END'
$ reg-get; reg-get -R nosuch.db thing; reg-get ./nosuch.yaml
! usage: reg-get [--as-of date] [-R file] [-s words] kind [field=value ...]
! reg-get: nosuch.db: no such register; make it with reg-init, or name another with -R or $CIVUTILS_REGISTER
! reg-get: ./nosuch.yaml: No such file or directory
? 2
END

: >empty
try 'an empty file is no register' <<'END'
$ reg-get -R empty thing
! reg-get: empty: a database, but not a register
? 2
END

try 'a full disk' <<'END'
$ reg-get thing >/dev/full
! reg-get: stdout: No space left on device
? 2
END

finish
