#!/bin/sh
# forum-route on words in all their forms, which libstemmer tells.
. "${0%/*}/lib.sh"

# rules ROUTES: a rule file of two bodies.
rules()
{
	cat <<RULES
rules: routes
title: a test
cite: a test
editions:
  - from: 2020-01-01
    cite: test, art. 1
    fields: {text: [title, text], id: id}
    otherwise: home
    bodies:
      home: {kk: үй, ru: дом, en: home}
      school: {kk: мектеп, ru: школа, en: school}
      nature: {kk: табиғат, ru: природа, en: nature}
    triage:
      - {rule: empty, cite: art. 88, words_under: 2}
    routes:
$1
RULES
}

rules '      - {rule: school, body: school, any: {ru: "=школа: 2, урок*"}}
      - {rule: nature, body: nature, any: [=охраной природы]}
      - {rule: home, body: home, all: [=сад, =огород], none: =зоопарк}' >r.yaml

cat >t <<'EOF'
id	title	text
1		новых школ и школами
2		Школьный вопрос решён
3		Об ОХРАНЕ природ
4		охрана всей природы
5	Уроки	в ШКО́ЛЕ; урок
6	школе	
7	привет	
8		садами, огородами
9		садов, огородов, зоопарков
10	охрана	природы
EOF

if ! printf 'text\n' | forum-route -r ./r.yaml -d 2026-01-01 >out 2>got; then
	echo "forum-route: ./r.yaml:16: forms of words, =, need libstemmer, without which this was built: '=школа'" >want
	report 'without libstemmer a rule that needs it is refused'
	skip 'built without libstemmer'
	finish
	exit 0
fi

try 'a word in all its forms, and phrases of such' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 t | cut -f 1,4,6,7
> id	body	rule	points
> 1	school	school	2
> 2	home	otherwise	0
> 3	nature	nature	1
> 4	home	otherwise	0
> 5	school	school	3
> 6	school	school	2
> 7		empty: art. 88	
> 8	home	home	2
> 9	home	otherwise	0
> 10	home	otherwise	0
EOF

try 'an explanation shows what was compared' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 -e t | cut -f 1-6 | grep -E '^([135]|9)	'
> 1	school	school	=школ	школ	2
> 3	nature	nature	=охран природ	охран природ	1
> 5	school	school	урок*	Уроки	1
> 5	school	school	=школ	школ	2
> 9	home	home	=сад	сад	0
> 9	home	home	=огород	огород	0
> 9	home	home	=зоопарк	зоопарк	0
> 9	home	otherwise			0
EOF

try 'they are counted with the stems' <<'EOF'
$ forum-route -r ./r.yaml -d 2026-01-01 --bodies | cut -f 1,9 | grep school
> school	2
EOF

# broken: lines of "stems | what is said of them".
broken()
{
	while IFS='|' read -r stems why; do
		rules "      - {rule: a, body: home, any: [$stems]}" >b.yaml
		printf 'text\n' | forum-route -r ./b.yaml -d 2026-01-01 2>&1 |
		    sed 's/^forum-route: \.\/b\.yaml:[0-9]*: //' >got
		printf '%s\n' "$why" >want
		report "rules: $why"
	done
}

broken <<'EOF'
=школа, =школами|the stem stands in this rule twice: '=школами'
=школ*|words in all their forms, =, have no * and no ~: '=школ*'
=сад ~2 огород|words in all their forms, =, have no * and no ~: '=сад ~2 огород'
=|no letter in the stem: '='
= —|no letter in the stem: '= —'
EOF

for text in а ' ' "$(printf '\314\201')" 中 'школа '; do
	printf 'id\ttext\n1\t%s\n' "$(yes "$text" | tr -d '\n' |
	    head -c 999999 | iconv -c -f utf-8 -t utf-8 2>/dev/null)" |
	    forum-route -r ./r.yaml -d 2026-01-01 | cut -f 3,5 | sed 1d
done >got
printf '%s\n' '	empty: art. 88' '	empty: art. 88' '	empty: art. 88' \
    'home	otherwise' 'school	school' >want
report 'proposals of 1 MiB'

finish
