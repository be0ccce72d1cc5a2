#!/bin/sh
# run: forum-route -r routes -d 2026-04-15 proposals.tsv
. "${0%/*}/lib.sh"

examples=$CIVUTILS_SHARE/examples
export examples

# rules MORE: a rule file of four bodies, with what comes after them.
rules()
{
	cat <<RULES
rules: routes
title: a test
cite: a test
editions:
  - from: 2020-01-01
    cite: test, art. 1
    fields: {text: [title, text], id: id, region: region, sphere: sphere,
      author: author}
    otherwise: home
    bodies:
      home: {kk: үй, ru: дом, en: home}
      wood: {kk: орман, ru: лес, en: wood}
      lake: {kk: көл, ru: озеро, en: lake}
      akimat:{region}: {kk: әкімдік, ru: акимат, en: akimat}
$1
RULES
}

# texts: lines of "id text" as proposals.
texts()
{
	printf 'id\ttext\n'
	sed 's/ /	/'
}

### Stems, points, and who wins

rules '    routes:
      - {rule: wood, body: wood, any: {ru: [лес, дерев*, "*сосн*", "*пиль"]}}
      - {rule: lake, body: lake, any: [озер*, чист* вод*]}' >r.yaml

texts >t <<'EOF'
1 Лес у озера
2 лесной
3 деревья, ДЕРЕВНЯ: разные слова одного начала
4 подсосник
5 водянопиль; пильщик
6 чистая вода
7 чистая и вода
8 чистая — вода, чистых водоёмов
9 озеро, озёра, озеро: лес
10 дом
EOF

# The same stems in texts: with commas, line ends, and both.
rules '    routes:
      - rule: wood
        body: wood
        any:
          ru: |

            лес,дерев* ,
              *сосн*

            *пиль:  1 ,
      - {rule: lake, body: lake, any: "озер*, чист* вод*"}' >text.yaml

try 'stems in a text are those of a list' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -e t >list
$ forum-route -r ./text.yaml -d 2026-01-01 -e t | cmp - list
$ grep -c . list
> 13
$ forum-route -r ./text.yaml -d 2026-01-01 --bodies | cut -f 1,9
> body	stems_ru
> home	0
> wood	4
> lake	0
> akimat	0
EOF

try 'whole words, beginnings, ends, parts and phrases' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 t
> id	text	body	co_bodies	rule	points	runner_up
> 1	Лес у озера	wood		wood	1	lake:1
> 2	лесной	home		otherwise	0	
> 3	деревья, ДЕРЕВНЯ: разные слова одного начала	wood		wood	1	
> 4	подсосник	wood		wood	1	
> 5	водянопиль; пильщик	wood		wood	1	
> 6	чистая вода	lake		lake	1	
> 7	чистая и вода	home		otherwise	0	
> 8	чистая — вода, чистых водоёмов	lake		lake	1	
> 9	озеро, озёра, озеро: лес	wood		wood	1	lake:1
> 10	дом	home		otherwise	0	
EOF

try 'the words as they stand, and the points that each stem gives' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -e t
> id	body	rule	stem	where	points	cite
> 1	wood	wood	лес	Лес	1	test, art. 1
> 1	lake	lake	озер*	озера	1	test, art. 1
> 2	home	otherwise			0	test, art. 1
> 3	wood	wood	дерев*	деревья	1	test, art. 1
> 4	wood	wood	*сосн*	подсосник	1	test, art. 1
> 5	wood	wood	*пиль	водянопиль	1	test, art. 1
> 6	lake	lake	чист* вод*	чистая вода	1	test, art. 1
> 7	home	otherwise			0	test, art. 1
> 8	lake	lake	чист* вод*	чистая — вода	1	test, art. 1
> 9	lake	lake	озер*	озеро	1	test, art. 1
> 9	wood	wood	лес	лес	1	test, art. 1
> 10	home	otherwise			0	test, art. 1
EOF

# With one word between, whichever; with at most so many.
rules '    routes:
      - {rule: wood, body: wood, any: ["охран* * лес*"]}
      - {rule: lake, body: lake, any: "чист* ~2 вод*: 3, вода"}
      - {rule: home, body: home, points: 1, all: [дом ~1 сад], none: "дом ~1 снос"}' >r.yaml

texts >t <<'EOF'
1 охраны наших лесов
2 охрана лесов; охрана всех наших лесов
3 охрана. Наших... лесов!
4 чистая вода
5 чистая и вода
6 чистая, очень холодная вода
7 чистая, но очень холодная водичка
8 чистая вода, чистая и вода, чистые воды
9 вода чистая
10 дом и сад
11 дом, сад, дом на снос
12 дом дом дом сад
13 охрана наших
14 чистая
EOF

try 'words at a distance' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 t | cut -f 1,3,5,6
> id	body	rule	points
> 1	wood	wood	1
> 2	home	otherwise	0
> 3	wood	wood	1
> 4	lake	lake	4
> 5	lake	lake	4
> 6	lake	lake	4
> 7	home	otherwise	0
> 8	lake	lake	4
> 9	lake	lake	1
> 10	home	home	2
> 11	home	otherwise	0
> 12	home	home	2
> 13	home	otherwise	0
> 14	home	otherwise	0
EOF

try 'of the distances one gives its weight' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -e t | grep ^8
$ forum-route -r ./r.yaml -d 2026-01-01 -e t | grep ^11 | cut -f 3-6
> 8	lake	lake	чист* вод*	чистая вода	3	test, art. 1
> 8	lake	lake	вода	вода	1	test, art. 1
> 8	lake	lake	чист* * вод*	чистая и вода	0	test, art. 1
> home	дом сад	дом, сад	0
> home	дом * снос	дом на снос	0
> otherwise			0
EOF

try 'their weight is given once for each body, and for each phrase' <<'EOF'
$ sed 's/, вода/, лед ~1 вод*: 2/' r.yaml >two.yaml
$ printf 'text\nчистая вода, чистая и вода, лед и вода, лед вода\n' | forum-route -r ./two.yaml -d 2026-01-01 | cut -f 5
> points
> 5
EOF

rules '    precedence: [lake, wood]
    routes:
      - {rule: wood, body: wood, any: [лес]}
      - {rule: lake, body: lake, any: [озеро]}' >r.yaml

try 'a tie goes to the body of higher precedence, and is seen' <<'EOF'
$ printf 'text\nлес, озеро\n' | forum-route -r ./r.yaml -d 2026-01-01
> text	body	co_bodies	rule	points	runner_up
> лес, озеро	lake		lake	1	wood:1
EOF

rules '    places: 2
    weight: 0.5
    co_bodies: {points: 1, percent: 40, most: 1}
    routes:
      - {rule: wood, body: wood, weight: 1.25, any: [лес, {роща: 2}]}
      - {rule: lake, body: lake, any: [озеро, {море: 1.1}]}
      - {rule: home, body: home, any: [дом, {двор: 1.3}]}' >r.yaml

texts >t <<'EOF'
1 лес, роща
2 озеро, дом
3 роща, море
4 роща, двор, море
5 роща, лес, двор
6 роща, озеро
7 лес, роща, море
EOF

try 'weights are exact; others help from two thresholds on, and not too many' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 t | cut -f 1,3-
> id	body	co_bodies	rule	points	runner_up
> 1	wood		wood	3.25	
> 2	home		home	0.50	lake:0.50
> 3	wood	lake	wood	2.00	lake:1.10
> 4	wood	home	wood	2.00	home:1.30
> 5	wood	home	wood	3.25	home:1.30
> 6	wood		wood	2.00	lake:0.50
> 7	wood		wood	3.25	lake:1.10
EOF

rules '    co_bodies: {points: 1}
    routes:
      - {rule: wood, body: wood, any: [лес, бор]}
      - {rule: lake, body: lake, any: [озеро, пруд]}
      - {rule: akimat, body: "akimat:{region}", any: [двор]}' >r.yaml

try 'helpers stand in the order of their points' <<'EOF'
$ printf 'text\tregion\nдвор лес бор озеро пруд\t350000000\nдвор лес озеро пруд\t\n' | forum-route -r ./r.yaml -d 2026-01-01
> text	region	body	co_bodies	rule	points	runner_up
> двор лес бор озеро пруд	350000000	wood	lake;akimat:350000000	wood	2	lake:2
> двор лес озеро пруд		lake	wood;akimat	lake	2	wood:1
EOF

try 'the bodies, their names and how many stems each language has' <<'EOF'
$ sed 's/any: \[лес, бор\]/any: {ru: [лес, бор], kk: [орман]}, all: [{en: [wood]}], none: {ru: [двор, дом]}/; s/{kk: орман,/{short: {ru: ЛЕС, en: W}, kk: орман,/' r.yaml >s.yaml
$ forum-route -r ./s.yaml -d 2026-01-01 --bodies
> body	name_kk	name_ru	name_en	short_kk	short_ru	short_en	stems_kk	stems_ru	stems_en
> home	үй	дом	home				0	0	0
> wood	орман	лес	wood		ЛЕС	W	1	2	1
> lake	көл	озеро	lake				0	0	0
> akimat	әкімдік	акимат	akimat				0	0	0
EOF

### A region's own body

rules '    routes:
      - {rule: yard, body: "akimat:{region}", any: [двор*]}
      - {rule: wood, body: wood, any: [лес]}' >r.yaml

try 'a body of the region, which may be missing from the record or the file' <<'EOF'
$ printf 'text\tregion\nдворы\t710000000\nдворы\t\nлес и двор\t751110000\n' | forum-route -r ./r.yaml -d 2026-01-01
$ printf 'text\nдворы\n' | forum-route -r ./r.yaml -d 2026-01-01
> text	region	body	co_bodies	rule	points	runner_up
> дворы	710000000	akimat:710000000		yard	1	
> дворы		akimat		yard	1	
> лес и двор	751110000	wood		wood	1	akimat:750000000:1
> text	body	co_bodies	rule	points	runner_up
> дворы	akimat		yard	1	
EOF

printf 'id\tregion\ttext\n' >p
for region in Астана 75 '710000000 ' 999999999 71000000O '7;x' 393000000; do
	printf '%s\t%s\tдвор\n' $((n = ${n:-0} + 1)) "$region"
done >>p

try 'what is no code of a region makes no body of it: the record is refused' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -x kept p
$ cut -f 1,2 kept
> id	region	text	body	co_bodies	rule	points	runner_up
> 7	393000000	двор	akimat:390000000		yard	1	
> id	region
> 1	Астана
> 2	75
> 3	710000000 
> 4	999999999
> 5	71000000O
> 6	7;x
! forum-route: p:2: region: not a code of regions (its code is 710000000): 'Астана'
! forum-route: p:3: region: not a code of regions: '75'
! forum-route: p:4: region: not a code of regions (nearest: 710000000): '710000000 '
! forum-route: p:5: region: not a code of regions: '999999999'
! forum-route: p:6: region: not a code of regions (nearest: 710000000): '71000000O'
! forum-route: p:7: region: not a code of regions: '7;x'
EOF

### All, any, none, and fields

rules '    routes:
      - rule: village-road
        body: wood
        all:
          - [село, аул*]
          - {ru: [дорог*], kk: [жол*], en: [road*]}
          - ремонт*
        none: [трасс*]
      - rule: near
        body: lake
        any: [озеро, пруд]
        all: [[берег*]]
      - {rule: far, body: lake, any: [залив, бухт*], none: [мор*]}' >r.yaml

texts >t <<'EOF'
1 ремонт дороги, аул
2 дорога, аул
3 ремонт жолдар аулда, село
4 ремонт дороги в ауле и трассы
5 озеро
6 берег
7 берег пруда у озера: пруд
8 залив
9 залив моря
EOF

try 'every group must be there, one of any, and nothing that forbids' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 t | cut -f 1,3-
> id	body	co_bodies	rule	points	runner_up
> 1	wood		village-road	3	
> 2	home		otherwise	0	
> 3	wood		village-road	4	
> 4	home		otherwise	0	
> 5	home		otherwise	0	
> 6	home		otherwise	0	
> 7	lake		near	2	
> 8	lake		far	1	
> 9	home		otherwise	0	
EOF

try 'finds for a rule that does not hold give no points' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -e t | grep -e ^id -e ^4 -e ^7
> id	body	rule	stem	where	points	cite
> 4	wood	village-road	ремонт*	ремонт	0	test, art. 1
> 4	wood	village-road	дорог*	дороги	0	test, art. 1
> 4	wood	village-road	аул*	ауле	0	test, art. 1
> 4	wood	village-road	трасс*	трассы	0	test, art. 1
> 4	home	otherwise			0	test, art. 1
> 7	lake	near	берег*	берег	1	test, art. 1
> 7	lake	near	пруд	пруд	1	test, art. 1
EOF

rules '    routes:
      - {rule: sphere, body: wood, points: 2, when: [{field: sphere, is: [green, trees]}], cite: "art. 9"}
      - {rule: north, body: lake, points: 3, when: [{field: region, starts: ["59", "11"]}, {field: sphere, isnt: [green, ""]}]}
      - {rule: word, body: lake, any: [озеро], when: [{field: region, starts: "1"}]}' >r.yaml

printf 'id\tregion\tsphere\ttext\n' >f
printf '%s\t%s\t%s\t%s\n' 1 590000000 green '' 2 590000000 trees '' \
    3 590000000 '' '' 4 100000000 other озеро 5 790000000 other озеро \
    6 115900000 other озеро >>f

try 'fields decide by value and by beginning' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 f | cut -f 1,5-
> id	body	co_bodies	rule	points	runner_up
> 1	wood		sphere	2	
> 2	lake		north	3	wood:2
> 3	home		otherwise	0	
> 4	lake		word	1	
> 5	home		otherwise	0	
> 6	lake		north	4	
EOF

try 'the fields that gave points are explained' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -e f | sed -n '1,4p;$p'
> id	body	rule	stem	where	points	cite
> 1	wood	sphere		sphere=green	2	art. 9
> 2	wood	sphere		sphere=trees	2	art. 9
> 2	lake	north		region=590000000; sphere=trees	3	test, art. 1
> 6	lake	north		region=115900000; sphere=other	3	test, art. 1
EOF

try 'a test of a field that is not there fails, whatever it asks' <<'EOF'
$ cut -f 1,4 f | forum-route -r ./r.yaml -d 2026-01-01 | cut -f 3- | sort | uniq -c | sed 's/^ *//'
> 1 body	co_bodies	rule	points	runner_up
> 6 home		otherwise	0	
EOF

rules '    routes:
      - {rule: one, body: wood, any: [лес, {дуб: 2}]}
      - {rule: two, body: wood, any: [{лес: 3}], all: [[сосна]]}
      - {rule: three, body: lake, any: [лес, {озеро: 2}]}' >r.yaml

texts >t <<'EOF'
1 лес, сосна
2 лес
3 лес дуб сосна
EOF

try 'a stem counts once for a body, at the highest weight of what holds' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 t | cut -f 1,3-
$ forum-route -r ./r.yaml -d 2026-01-01 -e t | grep ^3
> id	body	co_bodies	rule	points	runner_up
> 1	wood		two	4	lake:1
> 2	wood		one	1	lake:1
> 3	wood		two	6	lake:1
> 3	wood	one	лес	лес	0	test, art. 1
> 3	wood	two	лес	лес	3	test, art. 1
> 3	lake	three	лес	лес	1	test, art. 1
> 3	wood	one	дуб	дуб	2	test, art. 1
> 3	wood	two	сосна	сосна	1	test, art. 1
EOF

### Texts

rules '    routes:
      - {rule: wood, body: wood, any: [ёлка, район*, санитарно эпидем*, e-mail, қар, hello*]}' >r.yaml

{
	printf 'id\ttitle\ttext\n1\tЕЛКА\t\n2\tелка\tёлКА\n'
	printf '3\t\tраи\314\206он\n4\tсанитарно-\tэпидемический\n'
	printf '5\t\tСанитарно-эпидемическая\n6\t\te-mail\n7\t\temail\n'
	printf '8\t\tкар\n9\tҚАР\t\n10\t\tＨｅｌｌｏ\n'
	printf '11\t\t\\nёлка\\tёлка\n12\t\tёлка\314\201, ра\302\255йон\n'
	printf '13\t\t«ёлка»…\n14\t\tсанитарно \\\\ эпидем\n'
} >t

try 'case, ё, decomposed and wide letters are the same, Kazakh ones are not' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -e t | cut -f 1,4,5 | sed "s/$(printf '\302\255')/-/; s/$(printf '\314\201')/'/; s/$(printf 'и\314\206')/i/"
> id	stem	where
> 1	елка	ЕЛКА
> 2	елка	елка
> 3	район*	раiон
> 4		
> 5	санитарно эпидем*	Санитарно-эпидемическая
> 6	e mail	e-mail
> 7		
> 8		
> 9	қар	ҚАР
> 10	hello*	Ｈｅｌｌｏ
> 11	елка	ёлка
> 12	елка	ёлка'
> 12	район*	ра-йон
> 13	елка	ёлка
> 14	санитарно эпидем*	санитарно \\ эпидем
EOF

### Triage

rules '    triage:
      - {rule: withdrawn, cite: art. 88, any: {ru: [отзываю]}}
      - {rule: no-author, cite: art. 88, when: [{field: author, is: ""}], none: [теракт*]}
      - {rule: no-substance, cite: art. 88 p. 1, words_under: 3}
    routes:
      - {rule: wood, body: wood, any: [лес], none: [дом]}' >r.yaml

printf '%s\t%s\t%s\n' id author text 1 A дом 2 A 'лес лес лес' 3 '' 'лес и лес' \
    4 '' 'теракт, лес, лес' 5 A 'Отзываю про лес' 6 '' 'отзываю: лес, лес' \
    7 A ... >t

printf '%s\t%s\t%s\n' id author text 1 A лес 2 A дом 3 A 'лес бор сад' \
    4 A 'дом дом дом' >short

printf '%s\t%s\t%s\n' id author text 1 A この町に学校が必要です 2 A 学校 3 A สร้างโรงเรียน \
    4 A '中 国' 5 A 建学校 6 A мектеп >unspaced
try 'a sentence in a script without blanks is not one word' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 unspaced | cut -f 1,6
> id	rule
> 1	otherwise
> 2	no-substance: art. 88 p. 1
> 3	otherwise
> 4	no-substance: art. 88 p. 1
> 5	otherwise
> 6	no-substance: art. 88 p. 1
EOF

try 'few words are no proposal, unless one of them is a stem of a body' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 short | cut -f 1,4-
> id	body	co_bodies	rule	points	runner_up
> 1	wood		wood	1	
> 2			no-substance: art. 88 p. 1		
> 3	wood		wood	1	
> 4	home		otherwise	0	
EOF

try 'the first rule of triage that holds ends the matter, with its article' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 t | cut -f 1,4-
> id	body	co_bodies	rule	points	runner_up
> 1			no-substance: art. 88 p. 1		
> 2	wood		wood	1	
> 3			no-author: art. 88		
> 4	wood		wood	1	
> 5			withdrawn: art. 88		
> 6			withdrawn: art. 88		
> 7			no-substance: art. 88 p. 1		
EOF

try 'triage is explained by its own finds alone' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -e t
> id	body	rule	stem	where	points	cite
> 1		no-substance			0	art. 88 p. 1
> 2	wood	wood	лес	лес	1	test, art. 1
> 3		no-author		author=	0	art. 88
> 4	wood	wood	лес	лес	1	test, art. 1
> 5		withdrawn	отзываю	Отзываю	0	art. 88
> 6		withdrawn	отзываю	отзываю	0	art. 88
> 7		no-substance			0	art. 88 p. 1
EOF

try 'without the field of the author nobody lacks one' <<'EOF'
$ cut -f 1,3 t | forum-route -r ./r.yaml -d 2026-01-01 | sed -n 4p
> 3	лес и лес	wood		wood	1	
EOF

### Against known answers

rules '    triage:
      - {rule: empty, cite: art. 88, words_under: 1}
    routes:
      - {rule: wood, body: wood, any: [лес]}
      - {rule: lake, body: lake, any: [озеро]}
      - {rule: yard, body: "akimat:{region}", any: [двор]}' >r.yaml

printf '%s\t%s\t%s\t%s\n' id region text body 1 '' лес wood 2 '' лес wood \
    3 '' лес lake 4 '' озеро lake 5 710000000 двор akimat:710000000 \
    6 750000000 двор akimat:710000000 7 '' '' empty 8 '' дом lake 9 '' лес '' >k

try 'right, wrong and missed, with exact shares; no answer is passed over' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 --against body k
> body	right	wrong	missed	precision	recall
> home	0	1	0	0.0000	
> wood	2	1	0	0.6667	1.0000
> lake	1	0	2	1.0000	0.3333
> akimat	1	1	1	0.5000	0.5000
> empty	1	0	0	1.0000	1.0000
> total	5	3	3	0.6250	0.6250
EOF

{
	printf 'text\tbody\nлес\twood\n'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 \
	    24 25 26 27 28 29 30 31; do
		printf 'лес %s\tlake\n' $i
	done
} >h

try 'halves of the last place go up' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 --against body h | sed -n 2p
> wood	1	31	0	0.0313	1.0000
EOF

{
	printf 'text\tregion\tbody\n'
	printf '\t\tempty: art. 88\n\t\tempty\n'
	printf 'двор\t391111000\takimat:390000000\nдвор\t\takimat\n'
	printf 'двор\t391111000\takimat:391111000\nлес\t\twood:1\n'
	printf '\t\tempty: art. 8\n'
} >e

try 'known is what the rules can say, in full; what it prints for triage too' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 --against body e
> body	right	wrong	missed	precision	recall
> akimat	2	0	0	1.0000	1.0000
> empty	2	0	0	1.0000	1.0000
> total	4	0	0	1.0000	1.0000
! forum-route: e:6: body: no such body in the rules, the nearest is 'akimat:390000000': 'akimat:391111000'
! forum-route: e:7: body: no such body in the rules, the nearest is 'wood': 'wood:1'
! forum-route: e:8: body: no such body in the rules, the nearest is 'empty: art. 88': 'empty: art. 8'
? 1
EOF

printf 'text\tbody\nлес\twoods\nлес\twood\nлес\tlaek\nлес\tministry\n' >u

try 'an answer that no rule can give is refused and kept' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 --against body -x kept u
> body	right	wrong	missed	precision	recall
> wood	1	0	0	1.0000	1.0000
> total	1	0	0	1.0000	1.0000
! forum-route: u:2: body: no such body in the rules, the nearest is 'wood': 'woods'
! forum-route: u:4: body: no such body in the rules, the nearest is 'lake': 'laek'
! forum-route: u:5: body: no such body in the rules: 'ministry'
? 1
EOF

try 'the kept ones can be mended and fed again' <<'EOF'
$ cut -f 1,2,3 kept
$ sed 's/woods/wood/; s/laek/lake/; /ministry/d' kept | forum-route -r ./r.yaml -d 2026-01-01 --against body | tail -n 1
> text	body	refused_at
> лес	woods	u:2
> лес	laek	u:4
> лес	ministry	u:5
> total	1	1	1	0.5000	0.5000
EOF

try 'nothing to compare' <<'EOF'
$ printf 'text\tbody\n' | forum-route -r ./r.yaml -d 2026-01-01 --against body
$ forum-route -r ./r.yaml -d 2026-01-01 --against bodi k
> body	right	wrong	missed	precision	recall
> total	0	0	0		
! forum-route: k:1: no field 'bodi'; the nearest is 'body'
? 2
EOF

### What is wrong with a run

try 'no text to look in' <<'EOF'
$ printf 'id\ttitl\n1\tлес\n' | forum-route -r ./r.yaml -d 2026-01-01
$ printf 'id\tqqqqqqqq\n' | forum-route -r ./r.yaml -d 2026-01-01
! forum-route: stdin:1: no field 'title' or 'text'; the nearest is 'titl'
! forum-route: stdin:1: no field 'title' or 'text'
? 2
EOF

try 'an explanation needs the id' <<'EOF'
$ printf 'text\nлес\n' | forum-route -r ./r.yaml -d 2026-01-01 -e
! forum-route: stdin:1: no field 'id' among text
? 2
EOF

try 'and rules that say which it is' <<'EOF'
$ sed 's/ id: id,//' r.yaml >i.yaml
$ forum-route -r ./i.yaml -d 2026-01-01 -e k
! forum-route: -e: the rules do not say which field is the id
? 2
EOF

try 'one thing at a time' <<'EOF'
$ forum-route -r ./r.yaml -e --against body k
! forum-route: -e, --against and --bodies: one of them at a time
? 2
EOF

try 'the bodies are printed without any records' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 --bodies k
! forum-route: --bodies reads no records
? 2
EOF

try 'a field that the input has already' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 k
! forum-route: the input has a field 'body' already; rename it or take it out first
? 2
EOF

try 'a day on which no rules are in force' <<'EOF'
$ forum-route -r ./r.yaml -d 2019-12-31 k
! forum-route: ./r.yaml:5: no edition is in force on 2019-12-31
? 2
EOF

try 'a missing file of rules' <<'EOF'
$ forum-route -r ./nosuch.yaml k
! forum-route: ./nosuch.yaml: No such file or directory
? 2
EOF

### Broken rules

# broken: lines of "the end of the edition | what is said of it".
broken()
{
	printf 'text\n' >none
	while IFS='|' read -r more why; do
		rules "$(printf '%b' "$more" | sed 's/^/    /')" >b.yaml
		forum-route -r ./b.yaml -d 2026-01-01 none 2>&1 |
		    sed 's/^forum-route: \.\/b\.yaml:[0-9]*: //' >got
		printf '%s\n' "$why" >want
		report "rules: $why"
	done
}

broken <<'EOF'
routes: []\nrutes: []|unknown key 'rutes'; did you mean 'routes'?
routes: [{rule: a, body: wod, any: [x]}]|no body 'wod'; did you mean 'wood'?
routes: [{rule: a, body: qqqqqqqq, any: [x]}]|no body 'qqqqqqqq' in this file
routes: [{rule: a, body: wood, eny: [x]}]|unknown key 'eny'; did you mean 'any'?
routes: [{rule: a, body: wood}]|a rule that always holds
routes: [{rule: a, body: wood, none: [x]}]|a rule that always holds
routes: [{rule: a, body: wood, when: [{field: id, is: x}]}]|a rule without stems needs points
routes: [{rule: a, body: wood, points: 1, when: [{field: idd, is: x}]}]|no field 'idd'; did you mean 'id'?
routes: [{rule: a, body: wood, points: 1, when: [{field: text, is: x}]}]|no field 'text' in this file
routes: [{rule: a, body: wood, points: 1, when: [{field: id}]}]|a test needs is, isnt or starts
routes: [{rule: a, body: wood, points: 1, when: [{field: id, is: a, starts: b}]}]|one test has one of is, isnt, starts
routes: [{rule: a, body: wood, points: 1, when: [{field: id, is: []}]}]|an empty list
routes: [{rule: a, body: wood, any: [x]}, {rule: a, body: lake, any: [x]}]|a rule needs a name of its own: 'a'
routes: [{rule: "", body: wood, any: [x]}]|a rule needs a name of its own: ''
routes: [{rule: a, body: wood, any: [лес, Лес]}]|the stem stands in this rule twice: 'Лес'
routes: [{rule: a, body: wood, any: [лес], none: [ЛЕС]}]|the stem stands in this rule twice: 'ЛЕС'
routes: [{rule: a, body: wood, any: ["  "]}]|no letter in the stem: '  '
routes: [{rule: a, body: wood, any: [""]}]|no letter in the stem: ''
routes: [{rule: a, body: wood, any: ["*"]}]|no letter in the stem: '*'
routes: [{rule: a, body: wood, any: ["а*б"]}]|a * that is not at the beginning or the end of a word: 'а*б'
routes: [{rule: a, body: wood, any: [а *б]}]|only the first word of a phrase may begin with *: 'а *б'
routes: [{rule: a, body: wood, any: [а ~0 б]}]|~ and a number from 1 to 6 stand once between two words: 'а ~0 б'
routes: [{rule: a, body: wood, any: [а ~7 б]}]|~ and a number from 1 to 6 stand once between two words: 'а ~7 б'
routes: [{rule: a, body: wood, any: [а ~ б]}]|~ and a number from 1 to 6 stand once between two words: 'а ~ б'
routes: [{rule: a, body: wood, any: [~2 б]}]|~ and a number from 1 to 6 stand once between two words: '~2 б'
routes: [{rule: a, body: wood, any: [а ~2]}]|~ and a number from 1 to 6 stand once between two words: 'а ~2'
routes: [{rule: a, body: wood, any: [а ~2 б ~1 в]}]|~ and a number from 1 to 6 stand once between two words: 'а ~2 б ~1 в'
routes: [{rule: a, body: wood, any: [а ~2 б, а * б]}]|the stem stands in this rule twice: 'а * б'
routes: [{rule: a, body: wood, any: [а ~6 б в]}]|a stem of over 200 letters or 8 words: 'а ~6 б в'
routes: [{rule: a, body: wood, any: [а *]}]|a * that is not at the beginning or the end of a word: 'а *'
routes: [{rule: a, body: wood, any: [{лес: 0}]}]|must be over 0 and not over 1000000: '0'
routes: [{rule: a, body: wood, any: [{лес: -1}]}]|must be over 0 and not over 1000000: '-1'
routes: [{rule: a, body: wood, any: [{лес: 1000001}]}]|must be over 0 and not over 1000000: '1000001'
routes: [{rule: a, body: wood, any: [{лес: 1.5}]}]|must be a number with at most 0 decimal places: '1.5'
routes: [{rule: a, body: wood, any: [x], none: [{лес: 1}]}]|must be a text, not a map
routes: [{rule: a, body: wood, any: [{лес: 1, бор: 1}]}]|must be a text, not a map
routes: [{rule: a, body: wood, any: ""}]|no stems
routes: [{rule: a, body: wood, any: " , ,"}]|no stems
routes: [{rule: a, body: wood, any: "лес, а*б"}]|a * that is not at the beginning or the end of a word: 'а*б'
routes: [{rule: a, body: wood, any: "лес, ель, Лес"}]|the stem stands in this rule twice: 'Лес'
routes: [{rule: a, body: wood, any: "лес: 0"}]|must be over 0 and not over 1000000: '0'
routes: [{rule: a, body: wood, any: "лес: 1.5"}]|must be a number with at most 0 decimal places: '1.5'
routes: [{rule: a, body: wood, any: "лес:, бор"}]|must be a number with at most 0 decimal places: ''
routes: [{rule: a, body: wood, any: ": 3"}]|no letter in the stem: ''
routes: [{rule: a, body: wood, any: x, none: "лес: 1"}]|a stem that forbids has no weight: 'лес: 1'
routes: [{rule: a, body: wood, any: {de: [wald]}}]|unknown key 'de'; known are: kk ru en
triage: [{rule: a, any: [x]}]\nroutes: []|no key 'cite' here
triage: [{rule: wood, cite: c, any: [x]}]\nroutes: []|a body has the name of this rule: 'wood'
triage: [{rule: a, cite: c}]\nroutes: []|a rule that always holds
triage: [{rule: a, cite: c, words_under: 0}]\nroutes: []|must be a whole number from 1 to 1000: '0'
precedence: [wood, wood]\nroutes: []|'wood' stands here twice
precedence: [woood]\nroutes: []|no body 'woood'; did you mean 'wood'?
co_bodies: {most: 1}\nroutes: []|no key 'points' here
co_bodies: {points: 1, percent: 101}\nroutes: []|must be a whole number from 0 to 100: '101'
places: 4\nroutes: []|must be a whole number from 0 to 3: '4'
EOF

# What is wrong in a text stands in one of its lines.
rules '    routes:
      - rule: a
        body: wood
        all:
          - |   # two lines

            лес, бор

            ель: 2, бук: x,
            дуб' >lines.yaml

try 'the line of a weight, and of a stem, in a text' <<'EOF'
$ forum-route -r ./lines.yaml -d 2026-01-01 none
$ sed 's/: x/: 1/; s/дуб/ЛЕС/' lines.yaml >b.yaml
$ forum-route -r ./b.yaml -d 2026-01-01 none
$ sed 's/: x//; s/бор/бор *сосны/' lines.yaml >b.yaml
$ forum-route -r ./b.yaml -d 2026-01-01 none
$ sed 's/: x//; s/- |/- >/; s/бор/б*р/' lines.yaml >b.yaml
$ forum-route -r ./b.yaml -d 2026-01-01 none
! forum-route: ./lines.yaml:23: must be a number with at most 0 decimal places: 'x'
! forum-route: ./b.yaml:24: the stem stands in this rule twice: 'ЛЕС'
! forum-route: ./b.yaml:21: only the first word of a phrase may begin with *: 'бор *сосны'
! forum-route: ./b.yaml:19: a * that is not at the beginning or the end of a word: 'б*р'
? 2
EOF

# spoilt: lines of "a sed script for the head of the file | what is said".
spoilt()
{
	while IFS='|' read -r script why; do
		rules '    routes: []' | sed "$script" >b.yaml
		forum-route -r ./b.yaml -d 2026-01-01 none 2>&1 |
		    sed 's/^forum-route: \.\/b\.yaml:[0-9]*: //' >got
		printf '%s\n' "$why" >want
		report "rules: $why"
	done
}

spoilt <<'EOF'
s/otherwise: home/otherwise: hom/|no body 'hom'; did you mean 'home'?
s/text: .title, text., //|no key 'text' here
s/text: .title, text./text: []/|an empty list
s/{region}: {/{regions}: {/|no field 'regions'; did you mean 'region'?
s/akimat:{region}: {/Akimat: {/|a body's code is a word of a-z, 0-9, _ and -, with or without :{field}: 'Akimat'
s/akimat:{region}: {/akimat:region: {/|a body's code is a word of a-z, 0-9, _ and -, with or without :{field}: 'akimat:region'
s/akimat:{region}: {/wood:{region}: {/|two bodies with the code 'wood'
s/, en: wood//|no key 'en' here
s/rules: routes/rules: rubric/|rules of the kind 'rubric'; 'routes' is needed
EOF

try 'a rule has sixty groups at the most' <<'EOF'
$ { cat r.yaml; printf '      - {rule: g, body: wood, all: [a'; for i in $(seq 60); do printf ', a%s' $i; done; printf ']}\n'; } >g.yaml
$ forum-route -r ./g.yaml -d 2026-01-01 none
! forum-route: ./g.yaml:21: over 60 groups in one rule
? 2
EOF

### Hostile texts and stems

rules '    triage:
      - {rule: empty, cite: art. 88, words_under: 1}
    routes:
      - {rule: wood, body: wood, any: [лес*, "*ааб"]}' >r.yaml

# long TEXT: a proposal of nearly 1 MiB of it.
long()
{
	printf 'id\ttext\n1\t%s\n' \
	    "$(yes "$1" | tr -d '\n' | head -c 999996)"
}

for text in а ' ' "$(printf '\314\201')" "$(printf '\314\227\314\201')" 中; do
	long "$text" | forum-route -r ./r.yaml -d 2026-01-01 | cut -f 1,3-
	long "$text" | forum-route -r ./r.yaml -d 2026-01-01 -e | cut -f 1-4
done 2>&1 | grep -v ^id >got
for what in 'home		otherwise	0	' '		empty: art. 88		' \
    '		empty: art. 88		' '		empty: art. 88		' \
    'home		otherwise	0	'; do
	printf '1\t%s\n' "$what"
	case $what in
	home*) printf '1\thome\totherwise\t\n' ;;
	*) printf '1\t\tempty\t\n' ;;
	esac
done >want
report 'proposals of 1 MiB: of a letter, blanks, marks, marks out of order, Chinese'

# 20,000 stems, each the beginning of the next of its fifty; all of one letter.
{
	rules '    routes:
      - rule: many
        body: wood
        any:'
	awk 'BEGIN {
		for (i = 0; i < 200; i++) {
			s = sprintf("%c%c", 97 + i % 26, 97 + int(i / 26))
			for (j = 0; j < 50; j++) {
				s = s sprintf("%c", 97 + (i * 7 + j * j) % 26)
				printf "          - %s*\n          - %s\n", s, s
			}
		}
	}'
	printf '      - {rule: letters, body: lake, any: ["*y*"'
	awk 'BEGIN { for (i = 97; i < 123; i++) printf ", %c", i }'
	printf ']}\n'
} >many.yaml
texts >t <<'EOF'
1 zzz
2 z
3 nyn
4 aaabejqzkxm
EOF

try 'twenty thousand stems and those of one letter' <<'EOF'
$ grep -c '^          - ' many.yaml
$ forum-route -r ./many.yaml -d 2026-01-01 t | cut -f 1,3-
> 20000
> id	body	co_bodies	rule	points	runner_up
> 1	home		otherwise	0	
> 2	lake		letters	1	
> 3	lake		letters	1	
> 4	wood		many	10	
EOF

### The shipped rules

try 'each body has ten stems or more in each language' <<'EOF'
$ forum-route -r routes -d 2026-04-15 --bodies >bodies
$ awk -F '\t' 'NR > 1 && ($8 < 10 || $9 < 10 || $10 < 10)' bodies
$ grep -c . bodies
> 35
EOF

try 'each body has its names, and no two are the same' <<'EOF'
$ awk -F '\t' '{ for (i = 1; i <= 7; i++) if ($i == "") print }' bodies
$ for i in 1 2 3 4 6; do cut -f $i bodies | sort | uniq -d; done
EOF

# The stems of the routes as proposals: "body stem", and its letters as text.
awk '
	/^      - rule: / { body = ""; on = 0 }
	/^        body: / { body = $2; sub(/:.*/, "", body) }
	/^        [a-z]+:/ { on = /^        any:/ && body != "" }
	on {
		gsub(/(#.*|^ *(any:|(ru|kk|en): \|))/, "")
		count = split($0, stem, /,/)
		for (i = 1; i <= count; i++) {
			gsub(/^ +|: [0-9]+$/, "", stem[i])
			if (stem[i] != "")
				print body " " stem[i]
		}
	}
' "$CIVUTILS_SHARE/rules/routes.yaml" >stems
{
	printf 'id\ttext\n'
	awk '{ id = $0; sub(/^[^ ]* /, ""); gsub(/\*/, ""); print id "\t" $0 }' \
	    stems
} >stems.tsv

awk -F '\t' 'NR > 1 { n += $8 + $9 + $10 } END { print n }' bodies >want
grep -c . stems >got
report 'all stems are among those that follow'

forum-route -r routes -d 2026-04-15 -e stems.tsv | awk -F '\t' '
	NR > 1 && $4 != "" && $6 > 0 && split($1, id, " ") == 2 {
		sub(/:.*/, "", $2)
		if ($2 != id[1])
			print $1, "is found by", $2, $4
	}' >got
: >want
report 'no stem of a body covers a word that is a stem of another'

{
	printf 'text\n'
	tee everyday <<'TEXTS'
Обсудить на консультативном совете
Следовательно, предлагаем обновить правила игры
Построить больше плавательных бассейнов для детей
Запретить продажу скотча и клея
It is important to teach children chess
Hold regular public consultations here
Crimea is far away and nice
Крым — далеко, призываем всех дружить
Направить участковых комиссий пожелание
Прошло несколько сот лет с тех пор
Времени мал запас, а желающих много
Train helpers for lonely neighbours
Hold a drawing competition every spring
Build a tennis court near the house
Open a food bank in every block
This idea is mine and not yours
Explain the benefits of early rising
Build bridges between generations
Several factors matter to all of us
A laboratory of ideas for everyone
Please be patient with your neighbours
Do not judge a book by its cover
Скверная погода не помеха для встреч
Заводить новые знакомства каждый месяц
Призываем соседей жить дружно
Отходить от дедов и обычаев не надо
Собирать стеклянные банки по домам
Keep our traditions and customs alive
Tender care for old friends
Do not resort to shouting at people
Сделать оси координат понятнее всем
Ланч-боксы вместо обедов
TEXTS
} | forum-route -r routes -d 2026-04-15 | cut -f 1,4 | sed 1d >got
sed 's/$/	otherwise/' everyday >want
report 'words of every day speak for no body'

# What must be found: "body text".
cat >known <<'TEXTS'
digital Сделать e-gov проще для всех
digital Make e-gov easier for everyone
digital E-gov қызметін жеңілдету керек
finmonitoring Теневая экономика мешает честным людям
finmonitoring Борьба с теневой экономикой, с теневыми оборотами
water Достроить групповые водопроводы к осени
akimat Встречи с акимом каждый месяц
akimat Засыпать яму у дома моей бабушки
akimat Ямочный ремонт весной, а не осенью
akimat Убрать мусор с берега у дома
akimat Әкімнің есебін бәріне көрсету керек
akimat Аудан әкімі тұрғындармен кездессін
economy Малый бизнес просит отсрочки
economy Поддержать малый и средний бизнес
nationalbank Публиковать прогноз по курсу тенге
foreign Открыть консульство в каждой столице
defence Пусть призывникам объяснят их права
internal Расширить штат участковых инспекторов
prosecutor Следователям нужны новые правила
agriculture Корма для скота на зиму
trade Lower the price of imported goods
industry A new factory for the town
labour Enforce the labor code for all
transport Build transit stations for all
health A doctor and a nurse in each yard
education Build schools
education Мектеп салыңыздар
energy Support a just energy transition now please
TEXTS
{
	printf 'text\n'
	sed 's/^[a-z]* //' known
} | forum-route -r routes -d 2026-04-15 | awk -F '\t' 'NR > 1 {
	print $2, $1 }' >got
cp known want
report 'and their own words for each'

try 'the sample: two of its thirty are not sent where they are known to belong' <<'EOF'
$ forum-route -r routes -d 2026-04-15 --against known_body "$examples/proposals.tsv" | sed -n '1p;$p'
$ forum-route -r routes -d 2026-04-15 "$examples/proposals.tsv" | cut -f 1,11,12,16 | awk -F '\t' 'NR > 1 && $2 != $3 && $3 != ""'
> body	right	wrong	missed	precision	recall
> total	28	2	2	0.9333	0.9333
> P-21	elections	culture	elections:3
> P-23	tourism	culture	tourism:2
EOF

try 'the sample: triage' <<'EOF'
$ forum-route -r routes -d 2026-04-15 "$examples/proposals.tsv" | cut -f 11,12,14 | grep 'art. 88'
> repeat		repeat: Code 350-VI, art. 88
> no-author		no-author: Code 350-VI, art. 88
> no-substance		no-substance: Code 350-VI, art. 88
> withdrawn		withdrawn: Code 350-VI, art. 88
EOF

finish
