#!/bin/sh
# run: forum-report --by region -d 2026-04-15 collected.tsv
# shellcheck disable=SC2016 # a $ in a transcript is for its shell
. "${0%/*}/lib.sh"
. "$src/t/show.sh"

cp "$src"/share/examples/*.tsv .

cat >all <<'EOF'
exec forum-report -d "${day:-2026-04-15}" --routes routes.tsv \
    --answers answers.tsv --extensions extensions.tsv "$@" collected.tsv
EOF
chmod +x all

# The IX Civil Forum, as the founding document counts it: more than 650
# recommendations, more than 500 of them republican, 150 of 17 regions.
{
	printf 'id\tlevel\tregion\n'
	seq -f 'IX-%g	republican	' 500
	seq 150 | awk '{ printf "IX-R%d\tregional\t%d0000000\n", $1,
	    10 + $1 % 17 }'
} >ninth
printf 'level\tgiven\nrepublican\t500\nregional\t150\n\t650\n' >ninth-totals
try 'the IX forum: 650 = 500 + 150, from 17 regions' <<'END'
$ forum-report -d 2020-11-27 --by level --totals ninth-totals ninth | ./show row level given unanswered unknown
$ forum-report -d 2020-11-27 --by level --totals ninth-totals ninth >got
$ forum-report -d 2020-11-27 --by region ninth | grep -c '^group	[0-9]'
> row | level | given | unanswered | unknown
> group | regional | 150 | 150 | 150
> group | republican | 500 | 500 | 500
> all |  | 650 | 650 | 650
> 17
END

try 'one that is missing, or told elsewhere, is found' <<'END'
$ sed 2d ninth | forum-report -d 2020-11-27 --by level --totals ninth-totals >got
! forum-report: ninth-totals:2: given: the records give 499: '500'
! forum-report: ninth-totals:4: given: the records give 649: '650'
? 1
END

try 'totals that do not add up themselves' <<'END'
$ sed '4s/650/651/' ninth-totals >totals; forum-report -d 2020-11-27 --by level --totals totals ninth >got
! forum-report: totals:4: given: the records give 650: '651'
! forum-report: totals: given: the totals do not add up: the groups are 650, all is 651
? 1
END

try 'totals of what is not there; twice; no numbers; without any count' <<'END'
$ printf 'level\tgiven\trejected\nregional\t150\t\nregional\t150\t\nlocal\t1\t\nrepublican\tmany\t1\n' >totals; forum-report -d 2020-11-27 --by level --totals totals ninth >got
$ printf 'level\tgivn\nregional\t150\n' >totals; forum-report -d 2020-11-27 --by level --totals totals ninth >got
! forum-report: totals:3: level: stands twice: 'regional'
! forum-report: totals:4: given: the records give 0: '1'
! forum-report: totals:5: given: not a number: 'many'
! forum-report: totals:5: rejected: the records give 0: '1'
! forum-report: totals:1: no field 'given'; the nearest is 'givn'
? 2
END

try 'the story: what was answered, by level' <<'END'
$ ./all --by level
> row	level	from	until	given	accepted	partly	done	rejected	taken_note	terminated	unanswered	late	overdue	unknown	days	acts	share
> group	regional	2026-03-06	2026-03-16	7	2	1	0	0	0	2	2	1	1	0	21.0	2	0.4286
> group	republican	2026-03-06	2026-04-13	12	2	2	1	3	1	0	3	0	0	0	23.0	4	0.4167
> all		2026-03-06	2026-04-13	19	4	3	1	3	1	2	5	1	1	0	23.0	6	0.4211
END

try 'by what the proposals say, by year, and by the body that has them' <<'END'
$ for by in forum section author year; do ./all --by $by | ./show $by given accepted partly rejected unanswered late overdue days share; done
$ ./all --by body | ./show body given accepted rejected unanswered late overdue days acts
> forum | given | accepted | partly | rejected | unanswered | late | overdue | days | share
> F26 | 19 | 4 | 3 | 3 | 5 | 1 | 1 | 23.0 | 0.4211
>  | 19 | 4 | 3 | 3 | 5 | 1 | 1 | 23.0 | 0.4211
> section | given | accepted | partly | rejected | unanswered | late | overdue | days | share
>  | 8 | 2 | 1 | 1 | 2 | 0 | 0 | 23.5 | 0.5000
> Digital society | 2 | 0 | 0 | 2 | 0 | 0 | 0 | 23.0 | 0.0000
> Rural life | 1 | 0 | 0 | 0 | 1 | 0 | 0 |  | 0.0000
> Young people | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 24.0 | 1.0000
> Білім | 2 | 2 | 0 | 0 | 0 | 0 | 0 | 23.0 | 1.0000
> Денсаулық | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 5.0 | 0.0000
> Жастар | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 7.0 | 0.0000
> Инфрақұрылым | 1 | 0 | 0 | 0 | 1 | 0 | 0 |  | 0.0000
> Экология | 1 | 0 | 1 | 0 | 0 | 1 | 0 | 32.0 | 1.0000
> Әлеуметтік қорғау | 1 | 0 | 0 | 0 | 1 | 0 | 1 |  | 0.0000
>  | 19 | 4 | 3 | 3 | 5 | 1 | 1 | 23.0 | 0.4211
> author | given | accepted | partly | rejected | unanswered | late | overdue | days | share
>  | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 5.0 | 0.0000
> Chamber of Examples (example) | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 24.0 | 1.0000
> Digital Literacy (example) | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 23.0 | 0.0000
> Healthy Village (example) | 1 | 0 | 0 | 0 | 1 | 0 | 0 |  | 0.0000
> Public Eye (example) | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 23.0 | 0.0000
> «Жаныңдағы волонтёрлер (үлгі)» қоғамдық бірлестігі | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 7.0 | 0.0000
> «Жасыл дала (үлгі)» қоғамдық бірлестігі | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 25.0 | 1.0000
> «Инклюзивті шеберхана (үлгі)» жеке мекемесі | 1 | 0 | 0 | 0 | 1 | 0 | 1 |  | 0.0000
> «Каспий жағалауы (үлгі)» қоғамдық қоры | 1 | 0 | 1 | 0 | 0 | 1 | 0 | 32.0 | 1.0000
> «Солтүстік театры (үлгі)» қоғамдық қоры | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 21.0 | 1.0000
> Ауыл тұрғындарының тобы (үлгі) | 1 | 0 | 0 | 0 | 1 | 0 | 0 |  | 0.0000
> Крестьянское хозяйство «Пример» | 1 | 0 | 0 | 0 | 1 | 0 | 0 |  | 0.0000
> Общественное объединение «Второй шанс (пример)» | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 23.0 | 0.0000
> Общественное объединение «Здоровое село (пример)» | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 21.0 | 1.0000
> Общественное объединение «Ровный путь (пример)» | 1 | 0 | 0 | 0 | 1 | 0 | 0 |  | 0.0000
> Общественный фонд «Мост поколений (пример)» | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 25.0 | 1.0000
> Общественный фонд «Чистый ветер (пример)» | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 24.0 | 1.0000
> Объединение юридических лиц «Союз фондов (пример)» | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 26.0 | 0.0000
> Частный фонд «Музыка рядом (пример)» | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 23.0 | 1.0000
>  | 19 | 4 | 3 | 3 | 5 | 1 | 1 | 23.0 | 0.4211
> year | given | accepted | partly | rejected | unanswered | late | overdue | days | share
> 2026 | 19 | 4 | 3 | 3 | 5 | 1 | 1 | 23.0 | 0.4211
>  | 19 | 4 | 3 | 3 | 5 | 1 | 1 | 23.0 | 0.4211
> body | given | accepted | rejected | unanswered | late | overdue | days | acts
> akimat:310000000 | 1 | 0 | 0 | 1 | 0 | 0 |  | 0
> culture | 4 | 0 | 0 | 0 | 0 | 0 | 15.0 | 1
> digital | 2 | 0 | 2 | 0 | 0 | 0 | 23.0 | 0
> ecology | 3 | 0 | 0 | 1 | 1 | 0 | 28.0 | 1
> education | 2 | 2 | 0 | 0 | 0 | 0 | 23.0 | 2
> health | 3 | 2 | 0 | 1 | 0 | 0 | 23.0 | 2
> labour | 2 | 0 | 1 | 1 | 0 | 1 | 23.0 | 0
> science | 1 | 0 | 0 | 0 | 0 | 0 | 24.0 | 0
> transport | 1 | 0 | 0 | 1 | 0 | 0 |  | 0
>  | 19 | 4 | 3 | 5 | 1 | 1 | 23.0 | 6
END

try 'without routes the body is the one that answered' <<'END'
$ forum-report -d 2026-04-15 --answers answers.tsv --by body collected.tsv | ./show body given unanswered
> body | given | unanswered
>  | 5 | 5
> culture | 4 | 0
> digital | 2 | 0
> ecology | 2 | 0
> education | 2 | 0
> health | 2 | 0
> labour | 1 | 0
> science | 1 | 0
>  | 19 | 5
END

try 'implementation over time: the same forum on two days' <<'END'
$ for day in 2026-03-31 2026-04-15; do day=$day ./all --by forum | ./show forum given accepted partly done unanswered acts share | grep F26; done
> F26 | 18 | 2 | 1 | 0 | 13 | 2 | 0.1667
> F26 | 19 | 4 | 3 | 1 | 5 | 6 | 0.4211
! forum-report: proposals: 1 of 19 records, which came after 2026-03-31, are in no sum
END

cat >forums <<'EOF'
id	forum	received	body
a	I	2025-01-06	x
b	I	2025-01-06	y
c	II	2026-01-05	x
d	II	2026-01-05	y
e	II		y
EOF
cat >forum-answers <<'EOF'
proposal	body	kind	act	on
a	x	accepted	A	2025-01-10
b	y	rejected		2025-02-10
c	x	partly		2026-01-28
e	y	done		2026-01-09
EOF
try 'across forums: late, not answered, without a day; medians of a half' <<'END'
$ forum-report --by forum --answers forum-answers -d 2026-02-28 forums
$ forum-report --answers forum-answers -d 2026-02-28 forums | ./show row given days
> row	forum	from	until	given	accepted	partly	done	rejected	taken_note	terminated	unanswered	late	overdue	unknown	days	acts	share
> group	I	2025-01-06	2025-01-06	2	1	0	0	1	0	0	0	1	0	0	19.5	1	0.5000
> group	II	2026-01-05	2026-01-05	3	0	1	1	0	0	0	1	1	1	1	23.0	0	0.6667
> all		2025-01-06	2026-01-05	5	1	1	1	1	0	0	1	2	1	1	23.0	1	0.6000
> row | given | days
> all | 5 | 23.0
END

try 'no field twice; no such field' <<'END'
$ printf 'id\treceived\tgiven\n' | forum-report --by given; forum-report --by regon -d 2026-04-15 collected.tsv
! forum-report: --by given: the report has a field of that name
! forum-report: collected.tsv:1: no field 'regon'; the nearest is 'region'
? 2
END

try 'what came after the day, or was refused, is in no sum, and said' <<'END'
$ forum-report -d 2025-12-31 --by forum forums | ./show row forum given
$ sed '3s/b/a/; 4s/2026-01-05/soon/' forums | forum-report -d 2026-02-28 -x kept --by forum >got; ./show row forum given <got; cut -f 1,5,6 kept
> row | forum | given
> group | I | 2
> group | II | 1
> all |  | 3
> row | forum | given
> group | I | 1
> group | II | 2
> all |  | 3
> id	refused_at	refused_why
> a	stdin:3	id: stands twice: 'a'
> c	stdin:4	received: not a date (YYYY-MM-DD): 'soon'
! forum-report: proposals: 2 of 5 records, which came after 2025-12-31, are in no sum
! forum-report: stdin:3: id: stands twice: 'a'
! forum-report: stdin:4: received: not a date (YYYY-MM-DD): 'soon'
! forum-report: proposals: 2 of 5 records, which were refused, are in no sum
END

try 'an answer that does not fit is refused, and its proposal unanswered' <<'END'
$ sed '2s/accepted/yes/; 3s/^b/z/' forum-answers >bad; forum-report -d 2026-02-28 --answers bad forums >got; ./show given unanswered <got
> given | unanswered
> 5 | 3
! forum-report: bad:2: kind: not an answer: 'yes'
! forum-report: bad:3: proposal: not among the proposals: 'z'
END

try 'comments on drafts: by clause, in the order of their numbers' <<'END'
$ forum-report --by clause -d 2026-04-15 comments.tsv
> row	document	clause	from	until	given	accepted	partly	done	rejected	taken_note	terminated	unanswered	share
> group	D-1	3	2026-03-18	2026-03-19	2	2	0	0	0	0	0	0	1.0000
> group	D-1	5	2026-03-23	2026-03-27	2	0	1	1	0	0	0	0	1.0000
> group	D-1	8	2026-04-02	2026-04-02	1	0	0	0	1	0	0	0	0.0000
> group	D-1	12	2026-04-06	2026-04-06	1	0	0	0	0	0	0	1	0.0000
> group	D-2	2	2026-04-10	2026-04-10	1	0	0	0	0	0	0	1	0.0000
> all			2026-03-18	2026-04-10	7	2	1	1	1	0	0	2	0.5714
END

try 'and by anything else; those of later days are in no sum' <<'END'
$ forum-report --by document -d 2026-04-15 comments.tsv | ./show document given unanswered share
$ forum-report -d 2026-04-10 comments.tsv | ./show given
$ forum-report --by year -d 2026-03-31 comments.tsv | ./show year given unanswered
> document | given | unanswered | share
> D-1 | 6 | 1 | 0.6667
> D-2 | 1 | 1 | 0.0000
>  | 7 | 2 | 0.5714
> given
> 7
> year | given | unanswered
> 2026 | 4 | 0
>  | 4 | 0
! forum-report: comments: 3 of 7 records, which came after 2026-03-31, are in no sum
END

try 'totals of clauses' <<'END'
$ printf 'document\tclause\tgiven\nD-1\t3\t2\nD-1\t12\t2\n\t\t7\n' >totals; forum-report --by clause --totals totals -d 2026-04-15 comments.tsv >got
! forum-report: totals:3: given: the records give 1: '2'
! forum-report: totals: given: the totals do not add up: the groups are 4, all is 7
? 1
END

try 'the comparison table' <<'END'
$ forum-report --table -d 2026-04-15 comments.tsv
> document	clause	comment	author	disposition	reason
> D-1	3	Указать, что предложение регистрируется в день поступления, а не в течение трёх дней.	Общественное объединение «Клуб правовой помощи (пример)»	accepted	Срок исправлен.
> D-1	3	Тіркеу туралы хабарлама ұсыныс тілінде жіберілсін.	«Құқықтық көмек клубы (үлгі)» қоғамдық бірлестігі	accepted	Тармақ толықтырылды.
> D-1	5	Публиковать не только ответы, но и сами предложения.	Общественное объединение «Общественный взгляд (пример)»	partly	Публикуются без личных данных.
> D-1	5	Publish the answers as open data once a month.	Chamber of Examples (example)	done	The portal does so since January.
> D-1	8	Сократить срок ответа до пяти рабочих дней.	Общественный фонд «Мост поколений (пример)»	rejected	Срок установлен Кодексом, статья 76.
> D-1	12	Ережеде «форум» сөзінің анықтамасы жоқ.	Тілек білдіруші (үлгі)		
> D-2	2	Кезек нөмірі ата-анаға күн сайын хабарлансын.	«Аналар кеңесі (үлгі)» қоғамдық бірлестігі		
END

try 'as Markdown and HTML' <<'END'
$ forum-report --table -d 2026-04-15 comments.tsv | cut -f 2,3,5,6 | sed -n '1p;5p' | rec-to markdown
$ forum-report --table -d 2026-04-15 comments.tsv | cut -f 2,3,5,6 | sed -n '1p;5p' | rec-to html | grep '<t[dh]'
> | clause | comment | disposition | reason |
> |---|---|---|---|
> | 5 | Publish the answers as open data once a month. | done | The portal does so since January. |
> <thead>
> <tr><th dir="auto">clause</th><th dir="auto">comment</th><th dir="auto">disposition</th><th dir="auto">reason</th></tr>
> <tr><td dir="auto">5</td><td dir="auto">Publish the answers as open data once a month.</td><td dir="auto">done</td><td dir="auto">The portal does so since January.</td></tr>
END

try 'clauses of one number stand as they came; an unknown disposition, a comment twice' <<'END'
$ printf 'document\tclause\tid\tdisposition\nd\t10\t1\t\nd\t9\t2\tdone\nd\t\t3\t\nd\t9\t4\trejected\nc\t2\t5\tdon\nc\t2\t6\t\nc\t2\t6\t\n' >some; forum-report --table some
> document	clause	comment	author	disposition	reason
> c	2				
> d					
> d	9			done	
> d	9			rejected	
> d	10				
! forum-report: some:6: disposition: not an answer (nearest: done): 'don'
! forum-report: some:8: id: stands twice for 'c': '6'
! forum-report: comments: 2 of 7 records, which were refused, are in no sum
? 1
END

try 'options' <<'END'
$ forum-report --answers answers.tsv comments.tsv; forum-report --table collected.tsv; forum-report --table --by clause comments.tsv; forum-report -d soon collected.tsv
! forum-report: comments have no -r, --routes, --answers and --extensions: their answers stand in them
! usage: forum-report [-d date] [-r terms] [--by field] [--routes file] [--answers file] [--extensions file] [--totals file] [--table] [-x file] [file ...]
! forum-report: --table: for comments, which have a document and a clause
! usage: forum-report [-d date] [-r terms] [--by field] [--routes file] [--answers file] [--extensions file] [--totals file] [--table] [-x file] [file ...]
! forum-report: --table: not with --by or --totals
! usage: forum-report [-d date] [-r terms] [--by field] [--routes file] [--answers file] [--extensions file] [--totals file] [--table] [-x file] [file ...]
! forum-report: -d: not a date (YYYY-MM-DD): 'soon'
? 2
END

try 'nothing in, nothing but sums out; a missing file, empty, no space left' <<'END'
$ sed 1q collected.tsv | forum-report -d 2026-04-15 --by forum | ./show row forum given share
$ sed 1q comments.tsv | forum-report --table | cut -f 1
$ forum-report none
$ forum-report --totals none -d 2026-04-15 collected.tsv >got
$ : >empty; forum-report --answers empty -d 2026-04-15 collected.tsv
$ forum-report -d 2026-04-15 collected.tsv >/dev/full
> row | forum | given | share
> all |  | 0 | 
> document
! forum-report: none: No such file or directory
! forum-report: none: No such file or directory
! forum-report: empty: empty: a header line is needed
! forum-report: stdout: No space left on device
? 2
END

finish
