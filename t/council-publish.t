#!/bin/sh
# run: council-publish popolo seats.tsv
. "${0%/*}/lib.sh"

cp "$CIVUTILS_SHARE"/examples/seats.tsv "$CIVUTILS_SHARE"/examples/councils.tsv .

try 'a council, a person, a seat, and who has it' <<'EOF'
$ council-publish popolo
< council	level	body	seat	member	person	origin	organisation	since	until	term
< A "B"	city	Akimat	1	Ann Lee		civil	220940999013	2025-01-20	2028-01-19	1
< A "B"	city	Akimat	2			civil		2025-01-20		
< A "B"	city	Akimat	2	Bob	b-7	citizen		2025-03-01		1
> {
>   "organizations":[
>     {"id":"organisation/akimat","name":"Akimat","classification":"body"},
>     {"id":"council/city/a \"b\"","name":"A \"B\"","classification":"public council","parent_id":"organisation/akimat"},
>     {"id":"KZ-BIN-220940999013","name":"220940999013","classification":"organisation"}
>   ],
>   "persons":[
>     {"id":"person/ann lee","name":"Ann Lee"},
>     {"id":"person/id/b-7","name":"Bob"}
>   ],
>   "posts":[
>     {"id":"council/city/a \"b\"/1","label":"1","role":"member","organization_id":"council/city/a \"b\""},
>     {"id":"council/city/a \"b\"/2","label":"2","role":"member","organization_id":"council/city/a \"b\""}
>   ],
>   "memberships":[
>     {"id":"council/city/a \"b\"/1/2025-01-20","role":"member","person_id":"person/ann lee","organization_id":"council/city/a \"b\"","post_id":"council/city/a \"b\"/1","on_behalf_of_id":"KZ-BIN-220940999013","start_date":"2025-01-20","end_date":"2028-01-19"},
>     {"id":"council/city/a \"b\"/2/2025-03-01","role":"member","person_id":"person/id/b-7","organization_id":"council/city/a \"b\"","post_id":"council/city/a \"b\"/2","start_date":"2025-03-01"}
>   ]
> }
EOF

try 'a council of the file has its id, its names and its days' <<'EOF'
$ sed 2q seats.tsv | council-publish popolo --councils councils.tsv | sed -n '4p;14p'
>     {"id":"council/OS-M","name":"Общественный совет Министерства образцов (пример)","other_names":[{"name":"Үлгілер министрлігінің қоғамдық кеңесі (үлгі)","note":"kk"}],"classification":"public council","parent_id":"organisation/министерство образцов (пример)","founding_date":"2024-03-11","dissolution_date":"2027-03-10"},
>     {"id":"council/OS-M/1/2024-03-11","role":"member","person_id":"person/примеров первый","organization_id":"council/OS-M","post_id":"council/OS-M/1","on_behalf_of_id":"KZ-BIN-220940999013","start_date":"2024-03-11","end_date":"2027-03-10"}
EOF

reg-init -R r.db >/dev/null
printf 'bin\tname_ru\tform\n220940999013\tФонд «Образец» (пример)\tpublic-association\n' >ngos
reg-put -R r.db ngo ngos >/dev/null
try 'the register has the names of organisations' <<'EOF'
$ sed 2q seats.tsv | council-publish popolo -R r.db | grep KZ-BIN | head -n 1
>     {"id":"KZ-BIN-220940999013","name":"Фонд «Образец» (пример)","classification":"organisation"}
EOF

# The shapes of Popolo's schemas (draft 3), told in other words: what a thing
# may have, of which type, and that each reference leads somewhere.
cat >shapes.jq <<'EOF'
def text: type == "string" and length > 0;
def day: text and test("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
def only($names): (keys - $names) == [];
def ids: map(.id) as $ids | ($ids | length) == ($ids | unique | length);
def known($ids): . as $id | $ids | index([$id]) != null;
(.organizations | map(.id)) as $o | (.persons | map(.id)) as $n |
(.posts | map(.id)) as $p |
[ only(["organizations", "persons", "posts", "memberships"]),
  (.organizations | ids), (.persons | ids), (.posts | ids),
  (.memberships | ids),
  (.organizations[] | only(["id", "name", "other_names", "classification",
      "parent_id", "founding_date", "dissolution_date"]) and (.id | text) and
      (.name | text) and (.classification | text) and
      (.parent_id == null or (.parent_id | known($o))) and
      (.founding_date == null or (.founding_date | day)) and
      (.dissolution_date == null or (.dissolution_date | day)) and
      ((.other_names // []) | all(only(["name", "note"]) and
      (.name | text)))),
  (.persons[] | only(["id", "name"]) and (.id | text) and (.name | text)),
  (.posts[] | only(["id", "label", "role", "organization_id"]) and
      (.label | text) and (.organization_id | known($o))),
  (.memberships[] | only(["id", "role", "person_id", "organization_id",
      "post_id", "on_behalf_of_id", "start_date", "end_date"]) and
      (.person_id | known($n)) and (.organization_id | known($o)) and
      (.post_id | known($p)) and (.start_date | day) and
      (.on_behalf_of_id == null or (.on_behalf_of_id | known($o))) and
      (.end_date == null or ((.end_date | day) and
      .start_date <= .end_date))) ] | all
EOF
try 'the samples have the shapes of Popolo' <<'EOF'
$ council-publish popolo --councils councils.tsv seats.tsv | jq -f shapes.jq
> true
EOF
try 'and so they have without the file of councils' <<'EOF'
$ council-publish popolo seats.tsv | jq -f shapes.jq
> true
EOF
try 'the shapes do not fit just anything' <<'EOF'
$ council-publish popolo seats.tsv | sed 's/"person_id":"person.примеров первый"/"person_id":"nobody"/' | jq -f shapes.jq
> false
EOF
try 'nothing is lost: posts are seats, memberships are records of members' <<'EOF'
$ council-publish popolo seats.tsv | jq -c 'map_values(length)'; cut -f 1,2,4 seats.tsv | sed 1d | sort -u | wc -l; awk -F '\t' 'NR > 1 && $5 != ""' seats.tsv | wc -l
> {"organizations":36,"persons":58,"posts":60,"memberships":63}
> 60
> 63
EOF

sed 1q seats.tsv >none
try 'no seats, empty lists' <<'EOF'
$ council-publish popolo none
> {
>   "organizations":[],
>   "persons":[],
>   "posts":[],
>   "memberships":[]
> }
EOF

# The shapes of the specification, draft-03, where Debian's jsonschema is.
for python in /usr/bin/python3 python3 ''; do
	"${python:-false}" -c 'import jsonschema' 2>/dev/null && break
done
for councils in '' '--councils councils.tsv'; do
	test -n "$python" || break
	council-publish popolo $councils seats.tsv >popolo.json
	"$python" "$src/t/popolo.py" popolo.json >got
	echo valid >want
	report "valid by the shapes of Popolo ${councils:+with the councils}"
	sed 's/"start_date":"20/"start_date":"/' popolo.json >broken.json
	"$python" "$src/t/popolo.py" broken.json | grep -c start_date >count
	test "$(cat count)" -gt 0 && echo seen >got
	echo seen >want
	report "a wrong day would be seen ${councils:+with the councils}"
done

# Bad input.
try 'a seat twice from one day on, days in disorder, no number' <<'EOF'
$ { cat none; sed -n '2p;2p' seats.tsv; sed -n '2s/2027-03-10/2024-03-10/p' seats.tsv; sed -n '2s/	1	Прим/		Прим/p' seats.tsv; } | council-publish popolo -x bad | grep -c start_date; cut -f 11 bad
> 1
> refused_at
> stdin:3
> stdin:4
> stdin:5
! council-publish: stdin:3: since: somebody has this seat since that day already: '2024-03-11'
! council-publish: stdin:4: until: before since: '2024-03-10'
! council-publish: stdin:5: seat: required, but empty
EOF
try 'no format' <<'EOF'
$ council-publish 2>&1 | head -n 1
> council-publish: no format is given; there are: popolo
EOF
try 'another format' <<'EOF'
$ council-publish popolu seats.tsv 2>&1 | head -n 1
> council-publish: no format 'popolu'; did you mean 'popolo'?
EOF
try 'a missing file of councils' <<'EOF'
$ council-publish popolo --councils nosuch seats.tsv
! council-publish: nosuch: No such file or directory
? 2
EOF
try 'a missing register' <<'EOF'
$ council-publish popolo -R nosuch.db seats.tsv 2>&1 | cut -c -25
> council-publish: nosuch.d
EOF

finish
