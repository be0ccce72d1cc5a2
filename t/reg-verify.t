#!/bin/sh
. "${0%/*}/lib.sh"
. "$src/t/reg-share.sh"

reg-init -R new.db
try 'an empty register holds' <<'END'
$ reg-verify -R new.db
> entries	records	last_at	head	holds
> 0	0			yes
END

cat >things <<'END'
id	name	note	count	price
a	One	x	1	1
b	Two	x	2	
c	Three	x	3	3
END
reg-init
reg-put -w aigul thing things >acks
reg-put -w marat mark >acks <<'END'
thing	year	mark
a	2026	5
END
reg-put -w marat thing >acks <<'END'
id	name
a	Uno
b	Dos
END
# An index of words, and twins.
reg-get -s one thing >acks
head=$(reg-log | tail -n 1 | cut -f 10)
third=$(reg-log | sed -n 4p | cut -f 10)

try 'a register that nobody touched holds' <<'END'
$ reg-verify | cut -f 1,2,5
> entries	records	holds
> 6	4	yes
END

try 'the head is the last hash, and its time' <<END
\$ reg-verify | cut -f 4; reg-log | tail -n 1 | cut -f 2 >at; reg-verify | sed 1d | cut -f 3 | cmp - at
> head
> $head
END

try 'a head that was written down' <<END
\$ reg-verify --entries 6 --head $head | cut -f 5 && reg-verify --entries 3 --head $third | cut -f 5 && reg-verify --head $third | cut -f 5 && reg-verify --entries 4 | cut -f 5
> holds
> yes
> holds
> yes
> holds
> yes
> holds
> yes
END

try 'a head that is not so' <<END
\$ reg-verify --entries 5 --head $head | cut -f 5
> holds
> no
! reg-verify: register.db: entry 5 has not the hash that was written down: the journal was written anew
END

try 'the status is 1' <<END
\$ reg-verify --head $(printf '%064d' 0) >/dev/null
! reg-verify: register.db: no entry has the hash that was written down: the journal was cut, or written anew
? 1
END

try 'heads that cannot be' <<'END'
$ reg-verify --head abc; reg-verify --entries 0; reg-verify --entries x
! reg-verify: --head: not a hash (64 digits, 0-9 and a-f): 'abc'
! reg-verify: --entries: not a number: '0'
! reg-verify: --entries: not a number: 'x'
? 2
END

# broken SQL MESSAGE ...: what a change behind the journal's back leads to.
sqlite3 register.db "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema
    WHERE type = 'trigger'" >open
sqlite3 register.db "SELECT sql || ';' FROM sqlite_schema
    WHERE type = 'trigger'" >shut
broken()
{
	sql=$1
	shift
	cp register.db bad.db
	sqlite3 bad.db <open
	echo "$sql" | sqlite3 bad.db
	sqlite3 bad.db <shut 2>errors || :
	: >want
	for message; do
		printf 'reg-verify: bad.db: %s\n' "$message"
	done >want
	echo 'no 1' >>want
	status=0
	reg-verify -R bad.db >out 2>got || status=$?
	echo "$(sed 1d out | cut -f 5) $status" >>got
	report "$sql"
}

note='its hash is not that of what it says'
broken "UPDATE thing SET note = 'y' WHERE id = 'c'" \
    "thing c: note is 'y', but 'x' by entry 3"
broken "UPDATE thing SET note = NULL WHERE id = 'b'" \
    "thing b: note is '', but 'x' by entry 6"
broken "UPDATE thing SET price = 4 WHERE id = 'c'" \
    "thing c: price is '0.04', but '3.00' by entry 3"
broken "UPDATE thing SET count = 4, hour = 'x' WHERE id = 'a'" \
    "thing a: count is '4', but '1' by entry 5" \
    "thing a: hour is 'x', but '' by entry 5"
broken "DELETE FROM thing WHERE id = 'c'" \
    "thing c: is not in its table, but was registered by entry 3"
broken "INSERT INTO thing (reg_entry, reg_changed, id, name) VALUES (9, 9, 'z', 'Z')" \
    "thing z: is not in the journal"
broken "UPDATE thing SET id = 'z' WHERE id = 'c'" \
    "thing z: is not in the journal" \
    "thing c: is not in its table, but was registered by entry 3"
broken "UPDATE thing SET reg_changed = 1 WHERE id = 'a'" \
    "thing a: names entries 1 and 1 as its own, but they are 1 and 5"
broken "UPDATE thing SET reg_entry = 7 WHERE id = 'c'" \
    "thing c: names entries 7 and 3 as its own, but they are 3 and 3"
broken "DROP TABLE mark; DROP VIEW mark_shown; DELETE FROM reg_field WHERE kind = 'mark'" \
    'entry 4: not a record of mark' \
    'mark a 2026: is not in its table, but was registered by entry 4'

# What searches go by: records hidden from them, or found without reason.
words='reg_search_thing, by which words are found, is not what the records make'
broken "INSERT INTO reg_search_thing (reg_search_thing) VALUES ('delete-all')" "$words"
broken "INSERT INTO reg_search_thing (reg_search_thing, rowid, words) VALUES ('delete', 3, 'three')" "$words"
broken "INSERT INTO reg_search_thing (rowid, words) VALUES (3, 'one')" "$words"
broken "UPDATE reg_search SET entry = 5" "$words"
broken "UPDATE reg_search SET entry = 7" "$words"
broken "UPDATE reg_search SET fields = 'name'" "$words"
broken "DROP TABLE reg_search_thing" "$words"
cp register.db odd.db
printf 'id\tname\tnote\nb\tONE One two_two\tёлка ЁЛКА e\314\201te\314\201 1/2 \342\205\247 日本\n' |
    reg-put -R odd.db thing >acks
printf 'id\tname\tnote\n%s\t%s\t%s\n' c "$(printf '%040000d' 7)" "a'b" |
    reg-put -R odd.db thing >acks
try 'an index that is behind, then of changed records, and of odd words' <<'END'
$ reg-verify -R odd.db | cut -f 1,5 && reg-get -R odd.db -s one thing | cut -f 1 && reg-verify -R odd.db | cut -f 1,5
> entries	holds
> 8	yes
> id
> b
> entries	holds
> 8	yes
END

# What the register consists of.
unread='what the tables have was not looked at'
changed='is not as the register makes it'
foreign='is none that the register makes'
broken "UPDATE reg_field SET type = 'decimal(3)' WHERE field = 'price'" \
    "table thing: $changed" "view thing_shown: $changed" "$unread"
broken "UPDATE reg_field SET type = 'email' WHERE field = 'note'" \
    "table thing: $changed" "$unread"
broken "UPDATE reg_field SET key = 1 WHERE field = 'note'" \
    "index thing_key: $changed" "table mark: $changed" \
    "table thing: $changed" "$unread"
broken "UPDATE reg_field SET type = 'x */ TEXT); ATTACH ''planted'' AS p; CREATE TABLE p.x (y)' WHERE field = 'note'" \
    "table thing: $changed" "$unread"
test ! -e planted && : >want && : >got
report 'SQL that somebody put into reg_field is not run'
broken "ALTER TABLE thing ADD COLUMN bribe TEXT" "table thing: $changed" "$unread"
broken "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'thing'" \
    "table thing: $changed" "$unread"
broken "DROP INDEX thing_key" 'index thing_key: is not there'
broken "DROP INDEX thing_key; CREATE UNIQUE INDEX thing_key ON thing (name)" \
    "index thing_key: $changed"
broken "CREATE INDEX by_note ON thing (note)" "index by_note: $foreign"
broken "CREATE TABLE more (x)" "table more: $foreign"
broken "DROP VIEW thing_shown" 'view thing_shown: is not there'
broken "DROP VIEW thing_shown; CREATE VIEW thing_shown AS SELECT id, 'x' AS name FROM thing" \
    "view thing_shown: $changed"
broken "DROP VIEW thing_shown; CREATE VIEW thing_shown AS SELECT x FROM nosuch" \
    "view thing_shown: $changed"
broken "CREATE TRIGGER more AFTER INSERT ON reg_journal BEGIN UPDATE thing SET price = 1; END" \
    "trigger more: $foreign"
broken "CREATE TRIGGER reg_no_UPDATE_of_thing BEFORE UPDATE ON thing BEGIN SELECT 1; END" \
    "trigger reg_no_UPDATE_of_thing: $changed"
broken "ALTER TABLE reg_journal RENAME TO j; CREATE VIEW reg_journal AS SELECT * FROM j" \
    'table reg_journal: is not there' 'trigger reg_no_DELETE_of_reg_journal: is not there' \
    'trigger reg_no_UPDATE_of_reg_journal: is not there' "table j: $foreign" \
    "view reg_journal: $foreign" "$unread"
broken "DROP TABLE reg_search_thing_idx" \
    'table reg_search_thing_idx: is not there' "$unread"
try 'a table of the register that is a view of its own' <<'END'
$ cp register.db bad.db; sqlite3 bad.db 'ALTER TABLE reg_field RENAME TO f' 'CREATE VIEW reg_field AS SELECT 1 AS x'; reg-verify -R bad.db 2>&1 | sed '1p; /^entries/,$!d' | cut -f 1,5
> reg-verify: bad.db: table reg_field: is not there
> entries	holds
> 0	no
END
cp register.db bad.db
sqlite3 bad.db <open
sqlite3 bad.db 'UPDATE reg_journal SET prior = entry WHERE entry = 5'
try 'a journal that leads in a circle is not followed for ever' <<'END'
$ timeout 20 reg-get -R bad.db --as-of 2020-01-01 thing id=a; timeout 20 reg-log -R bad.db thing a | cut -f 1
! reg-get: bad.db: the journal leads from entry 5 to entry 5; reg-verify tells more
! reg-log: bad.db: the journal leads from entry 5 to entry 5; reg-verify tells more
END
cp register.db bad.db
sqlite3 bad.db 'DROP TRIGGER reg_no_DELETE_of_reg_journal'
try 'a trigger that is gone' <<'END'
$ reg-verify -R bad.db | cut -f 5
> holds
> no
! reg-verify: bad.db: trigger reg_no_DELETE_of_reg_journal: is not there
END
try "the engine's own notes are no fault, nor is another order of blanks" <<'END'
$ cp register.db fine.db; sqlite3 fine.db ANALYZE "PRAGMA writable_schema = 1" "UPDATE sqlite_schema SET sql = replace(sql, ', ', ',  ') WHERE type = 'index'"; reg-verify -R fine.db | cut -f 5
> holds
> yes
END

for field in at who program; do
	broken "UPDATE reg_run SET $field = 'x' WHERE run = 2" \
	    "entry 4: $note"
done
broken 'UPDATE reg_journal SET run = 3 WHERE entry = 2' \
    "entry 2: $note" \
    'entry 3: is of run 1, but the entry before it is of run 3' \
    "reg_run has other runs than the journal's"
broken 'DELETE FROM reg_run WHERE run = 2' "entry 4: $note" \
    "reg_run has other runs than the journal's"
broken "INSERT INTO reg_run VALUES (4, 'x', 'x', 'x')" \
    "reg_run has other runs than the journal's"
broken "UPDATE reg_journal SET kind = 'mark' WHERE entry = 3" \
    "entry 3: $note" 'entry 3: not a record of mark' \
    'thing c: is not in the journal' \
    'mark c: is not in its table, but was registered by entry 3' \
    "$words"
broken "UPDATE reg_journal SET key = 'z' WHERE entry = 3" \
    "entry 3: $note" 'entry 3: has the key z, but its record c' \
    'thing c: is not in the journal' \
    'thing z: is not in its table, but was registered by entry 3'
broken "UPDATE reg_journal SET before = replace(before, 'One', 'Won') WHERE entry = 5" \
    "entry 5: $note" \
    'entry 5: what it says to have been before is not what entry 1 made' \
    "$words"
broken "UPDATE reg_journal SET before = NULL WHERE entry = 5" \
    "entry 5: $note" \
    'entry 5: what it says to have been before is not what entry 1 made' \
    "$words"
broken "UPDATE reg_journal SET after = replace(after, 'Three', 'Four') WHERE entry = 3" \
    "entry 3: $note" "thing c: name is 'Three', but 'Four' by entry 3" \
    "$words"
broken "UPDATE reg_journal SET after = after || ' ' WHERE entry = 3" \
    "entry 3: $note" 'entry 3: not a record of thing' \
    'thing c: is not as entry 3 made it' \
    "$words"
broken "UPDATE reg_journal SET hash = replace(hash, substr(hash, 1, 1), '?') WHERE entry = 3" \
    "entry 3: $note" "entry 4: $note"
broken "UPDATE reg_journal SET prior = 3 WHERE entry = 6" \
    'entry 6: changes entry 3, and not entry 2, the last of thing b'
broken "UPDATE reg_journal SET prior = NULL WHERE entry = 6" \
    'entry 6: changes entry 0, and not entry 2, the last of thing b'
broken "DELETE FROM reg_journal WHERE entry = 3" \
    'entry 4: follows entry 2: what was between is not there' \
    "entry 4: $note" 'thing c: is not in the journal' \
    "$words"
broken "DELETE FROM reg_journal WHERE entry = 1" \
    'entry 2: follows entry 0: what was between is not there' \
    "entry 2: $note" \
    'entry 5: changes entry 1, and not entry 0, the last of thing a' \
    'entry 5: changes thing a, which was not there' \
    'thing a: names entries 1 and 5 as its own, but they are 5 and 5' \
    "$words"
broken "INSERT INTO reg_journal SELECT 7, run, kind, key, after, after, hash, 5 FROM reg_journal WHERE entry = 5" \
    "entry 7: $note" \
    'thing a: names entries 1 and 5 as its own, but they are 1 and 7'
broken "INSERT INTO reg_twin VALUES (1, 1, 1)" \
    'reg_twin, by which twins are found, is not what the records make'

# The tail is cut, and the table with it: only the head knows.
cp register.db cut.db
sqlite3 cut.db <open
sqlite3 cut.db "DELETE FROM reg_journal WHERE entry = 6;
    DELETE FROM reg_search; DROP TABLE reg_search_thing;
    UPDATE thing SET reg_changed = 2, name = 'Two' WHERE id = 'b'"
sqlite3 cut.db <shut
try 'a journal that was cut, with its tables, agrees with itself' <<'END'
$ reg-verify -R cut.db | cut -f 1,5
> entries	holds
> 5	yes
END
try 'but not with a head' <<END
\$ reg-verify -R cut.db --entries 6 --head $head | cut -f 5; reg-verify -R cut.db --head $head | cut -f 5; reg-verify -R cut.db --entries 6 | cut -f 5
! reg-verify: cut.db: there are 5 entries, but there were 6: the journal was cut
> holds
> no
! reg-verify: cut.db: no entry has the hash that was written down: the journal was cut, or written anew
> holds
> no
! reg-verify: cut.db: there are 5 entries, but there were 6: the journal was cut
> holds
> no
END

# A chain written anew from entry 3 on, as a forger would.
cp register.db forged.db
sqlite3 forged.db <open
sqlite3 forged.db "UPDATE reg_journal SET after = replace(after, '3.00', '300.00') WHERE entry = 3;
    UPDATE thing SET price = 30000 WHERE id = 'c'"
for i in 3 4 5 6; do
	hash=$(reg-log -R forged.db | sed -n "$((i + 1))p" | cut -f 1-9 |
	    sha256sum | cut -c 1-64)
	sqlite3 forged.db "UPDATE reg_journal SET hash = '$hash' WHERE entry = $i"
done
sqlite3 forged.db <shut
try 'a chain written anew agrees with itself, but not with a head' <<END
\$ reg-verify -R forged.db | cut -f 5 && reg-verify -R forged.db --entries 6 --head $head | cut -f 5
> holds
> yes
! reg-verify: forged.db: entry 6 has not the hash that was written down: the journal was written anew
> holds
> no
END

reg-init -R many.db
{
	printf 'id\tname\tnote\n'
	i=100
	while [ $((i += 1)) -le 160 ]; do
		printf '%d\tx\tx\n' $i
	done
} | reg-put -R many.db thing >acks
sqlite3 many.db "DROP TRIGGER reg_no_UPDATE_of_thing"
sqlite3 many.db "UPDATE thing SET note = 'y'"
try 'many faults: the first 50, and how many more' <<'END'
$ reg-verify -R many.db 2>faults | cut -f 5; sed -n '50,$p' faults
> holds
> no
> reg-verify: many.db: thing 149: note is 'y', but 'x' by entry 49
> reg-verify: many.db: 11 more faults
END

# Bits of the file are turned, one at a time, at places that are always the
# same: either it is found, or nothing is printed, or what was before.
reg-init -R whole.db
reg-put -R whole.db thing <things >acks
reg-put -R whole.db mark <<'END' >acks
thing	year	mark
a	2026	5
END
reg-get -R whole.db thing >records
reg-get -R whole.db mark >>records
reg-log -R whole.db >>records
size=$(wc -c <whole.db)
: >got
i=0
while [ $((i += 1)) -le 250 ]; do
	byte=$((i * 7919 * 13 % size))
	perl -0777 -pe "substr(\$_, $byte, 1) ^= chr(1 << ($i % 8))" \
	    whole.db >bent.db
	if reg-verify -R bent.db && reg-get -R bent.db thing >now &&
	    reg-get -R bent.db mark >>now && reg-log -R bent.db >>now; then
		cmp -s records now || echo "byte $byte, bit $((i % 8))" >>got
	fi >/dev/null 2>&1
	rm -f bent.db*
done
: >want
report 'a bit that turns and changes what is printed is found'

try 'a missing register; the missing file is named' <<'END'
$ reg-verify -R nosuch.db
! reg-verify: nosuch.db: no such register; make it with reg-init, or name another with -R or $CIVUTILS_REGISTER
? 2
END

: >empty
head -c 20000 whole.db >short.db
try 'an empty file, a file cut short' <<'END'
$ reg-verify -R empty; reg-verify -R short.db >/dev/null
! reg-verify: empty: a database, but not a register
! reg-verify: short.db: damaged: database disk image is malformed; take it from a copy
? 2
END

try 'a full disk' <<'END'
$ reg-verify >/dev/full
! reg-verify: stdout: No space left on device
? 2
END

try 'there are no operands' <<'END'
$ reg-verify register.db
! usage: reg-verify [--entries number] [--head hash] [-R file]
? 2
END

finish
