#!/bin/sh
# run: reg-init && reg-put -k -w test ngo ngos.tsv
. "${0%/*}/lib.sh"
. "$src/t/reg-share.sh"

cat >things <<'END'
id	name	count	weight	price	day	hour	sold	place	colours
b	Second	7	0.5	100	2026-01-31	09:30	yes	750000000	red;green
a	First	-3	12.345	-0.5				710000000	green
END

reg-init
try 'records are registered, in the order they came' <<'END'
$ reg-put -w aigul thing things
> id	action
> b	registered
> a	registered
END

try 'the same records again are unchanged' <<'END'
$ reg-put -w aigul thing <things
> id	action
> b	unchanged
> a	unchanged
END

try 'and the journal says nothing of it' <<'END'
$ reg-log | cut -f 1,3-7
> entry	who	program	kind	key	before
> 1	aigul	reg-put	thing	b	
> 2	aigul	reg-put	thing	a	
END

try 'numbers and money are written out, whichever way they came' <<'END'
$ reg-get thing | cut -f 1,4-7
> id	count	weight	price	day
> a	-3	12.345	-0.50	
> b	7	0.500	100.00	2026-01-31
END

try 'the same number in another form is the same record' <<'END'
$ reg-put thing
< id	count	weight	price
< b	007	0.50	100.0
> id	action
> b	unchanged
END

try 'the table has tiyn, thousandths, NULL' <<'END'
$ sqlite3 -nullvalue NULL register.db 'SELECT reg_entry, reg_changed, id, count, weight, price, day FROM thing'
> 1|1|b|7|500|10000|2026-01-31
> 2|2|a|-3|12345|-50|NULL
END

try 'the view has what people write' <<'END'
$ sqlite3 -nullvalue NULL register.db 'SELECT id, count, weight, price, colours FROM thing_shown'
> b|7|0.500|100.00|red;green
> a|-3|12.345|-0.50|green
END

try 'fields that are not named stay; an empty one is taken away' <<'END'
$ reg-put -w marat thing && reg-get thing id=b | cut -f 1,2,3,4,6
< id	note	price
< b	a note	
> id	action
> b	updated
> id	name	note	count	price
> b	Second	a note	7	
END

try 'the journal has the record before and after' <<'END'
$ reg-log thing b | sed -n 3p | cut -f 1,3-8
> 3	marat	reg-put	thing	b	{"id":"b","name":"Second","count":"7","weight":"0.500","price":"100.00","day":"2026-01-31","hour":"09:30","sold":"yes","place":"750000000","colours":"red;green"}	{"id":"b","name":"Second","note":"a note","count":"7","weight":"0.500","day":"2026-01-31","hour":"09:30","sold":"yes","place":"750000000","colours":"red;green"}
END

try 'one record twice in one file: the second one changes the first' <<'END'
$ reg-put thing && reg-get thing id=c | cut -f 1-3
< id	name	note
< c	Third	one
< c	Third	two
< c	Third	two
> id	action
> c	registered
> c	updated
> c	unchanged
> id	name	note
> c	Third	two
END

reg-log >before
try 'one bad record, and none is put; each fault is named' <<'END'
$ reg-put thing
< id	name	price	day	place
< d	Fourth	1		
< e		x	2026-02-30	75
< 	No key	1		
! reg-put: stdin:3: name: required, but empty
! reg-put: stdin:3: price: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): 'x'
! reg-put: stdin:3: day: not a date (YYYY-MM-DD): '2026-02-30'
! reg-put: stdin:3: place: not a code of regions: '75'
! reg-put: stdin:4: id: required, but empty
! reg-put: 2 refused: nothing was put into the register (-k puts the others)
? 2
END
cp before want
reg-log >got
report 'the journal is as before'

try 'with -k the good ones are put; -x keeps the others' <<'END'
$ reg-put -k -x bad thing && false || cat bad
< id	name	price
< d	Fourth	1
< e	Fifth	x
> id	action
> d	registered
> id	name	price	refused_at	refused_why
> e	Fifth	x	stdin:3	price: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): 'x'
! reg-put: stdin:3: price: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): 'x'
END

try 'with -k the status is 1' <<'END'
$ reg-put -k thing
< id	name
< e	
> id	action
! reg-put: stdin:2: name: required, but empty
? 1
END

try 'a new record needs what is required, also when the header has it not' <<'END'
$ reg-put thing
< id	note
< z	what
! reg-put: stdin:2: name: required, and not in the register yet
! reg-put: 1 refused: nothing was put into the register (-k puts the others)
? 2
END

reg-log >before
try 'a dry run says what would be, with the same faults' <<'END'
$ reg-put -n thing && reg-put -n -k thing
< id	name
< a	First
< b	Changed
< f	Sixth
< g	
! reg-put: stdin:5: name: required, but empty
! reg-put: 1 refused: nothing was put into the register (-k puts the others)
? 2
END
try 'a dry run of good records' <<'END'
$ reg-put -n thing
< id	name
< a	First
< b	Changed
< f	Sixth
> id	action
> a	unchanged
> b	updated
> f	registered
END
cp before want
reg-log >got
report 'and does nothing'

try 'what is referred to must be there; a record may be part of itself' <<'END'
$ reg-put -k thing
< id	name	part_of
< h	Eighth	nosuch
< h	Eighth	a
< i	Ninth	i
> id	action
> h	registered
> i	registered
! reg-put: stdin:2: part_of: no such thing in the register: 'nosuch'
? 1
END

try 'a key of two fields, a reference within it, a list of references' <<'END'
$ reg-put -k mark && reg-get mark
< thing	year	mark	seen_with
< b	2026	9	a;c
< a	2027	7	
< a	999	8	b
> thing	year	action
> b	2026	registered
> a	2027	registered
> a	999	registered
> thing	year	mark	seen_with
> a	999	8	b
> a	2027	7	
> b	2026	9	a;c
END

try 'each item of the list must be there' <<'END'
$ reg-put mark
< thing	year	mark	seen_with
< x	2026	9	a;y;b;z
! reg-put: stdin:2: thing: no such thing in the register: 'x'
! reg-put: stdin:2: seen_with: no such thing in the register: 'y'
! reg-put: stdin:2: seen_with: no such thing in the register: 'z'
! reg-put: 1 refused: nothing was put into the register (-k puts the others)
? 2
END

try 'the engine itself would not let a reference to nothing in' <<'END'
$ sqlite3 register.db 'PRAGMA foreign_keys = 1; INSERT INTO mark (reg_entry, reg_changed, thing, year) VALUES (99, 99, "nosuch", 1)' 2>&1 | sed 's/.*FOREIGN/FOREIGN/'
> FOREIGN KEY constraint failed (19)
END

try 'tabs, line ends, quotes, backslashes come back' <<'END'
$ reg-put thing && reg-get thing id=j | cut -f 2,3; reg-log thing j | cut -f 8 | sed 1d
< id	name	note
< j	"q" \\ \t \n \r	
> id	action
> j	registered
> name	note
> "q" \\ \t \n \r	
> {"id":"j","name":"\\"q\\" \\\\ \\t \\n \\r"}
END
# printf, since a transcript has no control bytes.
printf 'id\tname\nj\tbell \007\n' | reg-put thing >acks
reg-get thing id=j | cut -f 2 | sed 1d >got
reg-log thing j | cut -f 8 | sed -n '$p' >>got
printf 'bell \007\n{"id":"j","name":"bell \\\\u0007"}\n' >want
report 'so do controls'

try 'keys with tabs and backslashes are keys' <<'END'
$ reg-put thing && reg-get thing 'id=a	b' | cut -f 1,2; reg-log | tail -n 1 | cut -f 6
< id	name
< a\tb	Tab
> id	action
> a\tb	registered
> id	name
> a\tb	Tab
> a\\tb
END

try 'a field that the schema has not is not passed over' <<'END'
$ reg-put thing
< id	nam
< a	x
! reg-put: a record of the kind thing has no field 'nam'; did you mean 'name'?
? 2
END

try 'the key must be in the header' <<'END'
$ reg-put thing
< name
< x
! reg-put: stdin:1: no field 'id' among name
? 2
END

try 'a kind that there is not' <<'END'
$ CIVUTILS_SHARE=./share; reg-put thin things
! reg-put: no kind 'thin' in ./share/schema; did you mean 'thing'?
? 2
END

try 'a kind is needed' <<'END'
$ reg-put
! usage: reg-put [-kn] [-R file] [-w name] [-x file] kind [file ...]
? 2
END

try 'a name is a name' <<'END'
$ reg-put -w '' thing things
! reg-put: -w: not a name: ''
? 2
END

try 'without -w the journal has the login name' <<'END'
$ reg-put -R login.db thing things 2>&1 | head -n 0; reg-init -R login.db && reg-put -R login.db thing things >out2; reg-log -R login.db | cut -f 3 | sed 1d | uniq | sed "s/^$(id -un)\$/me/"
> me
END

try 'a header alone puts nothing; empty input is trouble' <<'END'
$ sed 1q things | reg-put thing; reg-put thing </dev/null
> id	action
! reg-put: stdin: empty: a header line is needed
? 2
END

try 'a missing file' <<'END'
$ reg-put thing nosuch
! reg-put: nosuch: No such file or directory
? 2
END

try 'a missing register is not made' <<'END'
$ reg-put -R nosuch.db thing things; ls nosuch.db
! reg-put: nosuch.db: no such register; make it with reg-init, or name another with -R or $CIVUTILS_REGISTER
! ls: cannot access 'nosuch.db': No such file or directory
? 2
END

cat >reg.want <<'END'
END
: >none
sqlite3 other.db 'CREATE TABLE x (y)'
cp register.db form2.db
sqlite3 form2.db 'PRAGMA user_version = 2'
try 'what is not a register' <<'END'
$ for f in things none other.db form2.db . /dev/null; do reg-put -R $f thing things; done
! reg-put: things: not a register: not a database
! reg-put: none: a database, but not a register
! reg-put: other.db: a database, but not a register
! reg-put: form2.db: a register of form 2; this program knows form 1
! reg-put: .: not a register: not a file
! reg-put: /dev/null: not a register: not a file
? 2
END

reg-init -R full.db
try 'on a full disk all is put, and the status says that nobody was told' <<'END'
$ reg-put -R full.db thing things >/dev/full; echo $?; reg-put -R full.db thing things
! reg-put: stdout: No space left on device
> 2
> id	action
> b	unchanged
> a	unchanged
END

# A schema grows.
sed -i '/^  note:/i\  made_in: { type: text, search: yes, en: m, ru: m, kk: m }\n  fee: { type: money, en: f, ru: f, kk: f }' share/schema/thing.yaml
try 'before it is written to, a register has new fields empty' <<'END'
$ reg-get thing id=a | cut -f 1-5; reg-get thing id=a fee=1 | cut -f 1; reg-get thing id=a fee= | cut -f 1
> id	name	made_in	fee	note
> a	First			
> id
> id
> a
END
try 'a schema that gained fields extends its table' <<'END'
$ reg-put thing && reg-get thing id=a | cut -f 1-5; sqlite3 register.db 'SELECT id, made_in, fee FROM thing_shown WHERE id = "a"'; reg-put thing things; reg-verify | cut -f 5
< id	made_in	fee
< a	Almaty	1.5
> id	action
> a	updated
> id	name	made_in	fee	note
> a	First	Almaty	1.50	
> a|Almaty|1.50
> id	action
> b	updated
> a	unchanged
> holds
> yes
END
sed -i '/^  count:/s/integer,/integer, max: 5,/' share/schema/thing.yaml
try 'what stays must fit a schema that has become narrower' <<'END'
$ reg-put thing
< id	note
< b	x
! reg-put: stdin:2: count in the register: more than 5: '7'
! reg-put: 1 refused: nothing was put into the register (-k puts the others)
? 2
END
try 'or be mended with it' <<'END'
$ reg-put -n thing
< id	note	count
< b	x	5
> id	action
> b	updated
END
sed -i '/^  count:/s/ max: 5,//' share/schema/thing.yaml
awk 'BEGIN { printf "id\tnote\nc\t"; while (i++ < 60000) printf "long text\\n"; print "" }' >note
sed '1s/note/made_in/' note >made
try 'a record does not grow longer than a line of records' <<'END'
$ reg-put thing note && reg-put thing made
> id	action
> c	updated
! reg-put: made:2: made_in: makes the record longer than 1 MiB
! reg-put: 1 refused: nothing was put into the register (-k puts the others)
? 2
END
try 'what did not change is not updated by it' <<'END'
$ reg-put thing
< id	name
< c	Third
> id	action
> c	unchanged
END

# differ SED WHY: a change of the schema that its table cannot follow.
differ()
{
	cp share/schema/thing.yaml good
	sed -i "$1" share/schema/thing.yaml
	for command in 'reg-put thing things' 'reg-get thing'; do
		echo "${command%% *}: register.db: the schema of thing and the register differ: $2; only new fields may be added to a schema" >want
		$command >got 2>&1 || echo $? >>got
		echo 2 >>want
		report "${command%% *}: $2"
	done
	cp good share/schema/thing.yaml
}
differ 's/count: { type: integer/count: { type: text/' 'field count is text, but integer in the register'
differ 's/decimal(3)/decimal(2)/' 'field weight is decimal(2), but decimal(3) in the register'
differ 's/list of one of colours/one of colours/' 'field colours is one of colours, but list of one of colours in the register'
differ 's/ref thing/ref mark/' 'field part_of is ref mark, but ref thing in the register'
sed -i 's/	[^	]*	\([^	]*	[^	]*	[^	]*\)$/	\1/' things
differ '/hour:/d' 'field hour is in the register only'
differ 's/key: \[id\]/key: [id, name]/' 'the key is id name, but in the register id'

cat >share/schema/reg_x.yaml <<'END'
kind: reg_x
title: A kind with a name of the register's own
cite: the test
key: [id]
fields:
  id: { type: text, en: i, ru: i, kk: i }
END
sed 's/reg_x/thing_shown/' share/schema/reg_x.yaml >share/schema/thing_shown.yaml
sed 's/reg_x/select/; s/  id:/  order:/; s/\[id\]/[order]/' share/schema/reg_x.yaml >share/schema/select.yaml
try 'names that the register needs itself; names that are words of SQL' <<'END'
$ printf 'id\n1\n' >one; reg-put reg_x one; reg-put thing_shown one; sed 's/id/order/' one | reg-put select; reg-get select order=1
! reg-put: kind reg_x: names that begin with reg_ or sqlite_ are the register's own: 'reg_x'
! reg-put: register.db: kind thing_shown: the name is taken in the register: 'thing_shown'
> order	action
> 1	registered
> order
> 1
END

try 'records and journal cannot be changed or deleted by accident' <<'END'
$ for q in 'UPDATE thing SET name = 1' 'DELETE FROM thing' 'UPDATE reg_journal SET key = 1' 'DELETE FROM reg_journal' 'UPDATE reg_run SET who = 1' 'DELETE FROM reg_run'; do sqlite3 register.db "$q" 2>&1 | sed 's/.*stepping, //'; done
> records are changed by reg-put and its like, which enter it in the journal (19)
> nothing is deleted from the register (19)
> the journal is only added to (19)
> the journal is only added to (19)
> the journal is only added to (19)
> the journal is only added to (19)
END

# What is refused is kept, or the others are not put either.
reg-init -R kept.db
printf 'id\tname\na\tA\nb\t\n' >half
for program in reg-put 'reg-put -k'; do
	$program -R kept.db -x /dev/full thing half || echo $?
	reg-get -R kept.db thing | wc -l
done >got 2>&1
cat >want <<'END'
reg-put: half:3: name: required, but empty
reg-put: /dev/full: No space left on device
2
1
reg-put: half:3: name: required, but empty
reg-put: /dev/full: No space left on device
2
1
END
report 'refused records that cannot be kept: nothing is put'

awk 'BEGIN { print "id\tname"; while (++i < 3000) printf "%d\t%0200d\n", i, i }' >long
try 'a register that may not grow so large stays as it was' <<'END'
$ (ulimit -f 100; reg-put -R kept.db thing long); echo $?; reg-verify -R kept.db | cut -f 1,5
> 2
> entries	holds
> 0	yes
! reg-put: kept.db: File too large
END

# A name that is made of one kind's name cannot be another kind.
for kind in a a_key a_shown a_data a_idx; do
	sed "s/reg_x/$kind/" share/schema/reg_x.yaml >"share/schema/$kind.yaml"
done
reg-init -R names.db
for kind in a a_key a_shown a_data a_idx; do
	reg-put -R names.db "$kind" one
done >got 2>&1 || :
rm names.db
reg-init -R names.db
for kind in a_data a; do
	reg-put -R names.db "$kind" one
done >>got 2>&1 || :
cat >want <<'END'
id	action
1	registered
reg-put: names.db: kind a_key: the name is taken in the register: 'a_key'
reg-put: names.db: kind a_shown: the name is taken in the register: 'a_shown'
reg-put: names.db: kind a_data: the name is taken in the register: 'a_data'
reg-put: names.db: kind a_idx: the name is taken in the register: 'a_idx'
id	action
1	registered
reg-put: names.db: kind a: the name is taken in the register: 'a_data'
END
report 'names that the register makes of a kind are no other kind'

# Twenty at once: all get in, and the chain holds.
reg-init -R many.db
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	for j in 1 2 3 4 5; do
		printf 'id\tname\n%s.%s\tx\nshared\t%s\n' "$i" "$j" "$i.$j" |
		    reg-put -R many.db -w "$i" thing >>many 2>>errors
	done &
done
wait
try 'of twenty writers at once all get in' <<'END'
$ cat errors; grep -c . many; reg-verify -R many.db | cut -f 1,2,5
> 300
> entries	records	holds
> 200	101	yes
END

finish
