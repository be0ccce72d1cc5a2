#!/bin/sh
# run: order-publish -r publish-sample -p ocds-000000 -d 2026-10-01 --lots lots.tsv ocds decisions.tsv
#
# ocds-000000 and 360G-test stand for prefixes that would be registered.
. "${0%/*}/lib.sh"

cat >rules.yaml <<'EOF'
rules: publish
title: A test
cite: Law
editions:
  - from: 2000-01-01
    cite: Law, art. 1
    publisher: { name: P "Q", id: "200640999019" }
    currency: KZT
    language: kk
    offsets:
      - { from: 2004-10-31, offset: "+06:00" }
      - { from: 2024-03-01, offset: "+05:00" }
    ocds: { method: open, category: services, criteria: ratedCriteria, lots: "https://x.example/lots.json" }
    bodies:
      b: { id: "240940999027", name: B }
      w: { id: XX-1, name: W }
EOF
printf 'id\tinstrument\tbody\ttitle_kk\ttitle_ru\topens\tcloses\tbudget\trubric\n' >calls
printf 'K\tgrant\tb\tҚ\tР\t2024-02-29T09:00\t2024-03-01T18:00:30\t1000.50\tr\n' >>calls
printf 'id\tcall\ttheme\tbudget\tregion\nL1\tK\tT1\t600\t750000000\nL2\tK\tT2\t400.50\t\n' >lots
printf 'id\tlot\tbin\ttitle\trequested\tmonths\nA\tL1\t090340999022\tM\t600.00\t6\nB\tL1\t220940999013\tN\t500\t7\nC\tL2\t220940999013\tO\t400.50\t\n' >applications
printf 'application\tdecision\tamount\tdecided_on\tname\treason\n' >decisions
printf 'A\tawarded\t599.99\t2024-03-20\tNA\trank 1\nB\treserve\t\t2024-03-20\tNB\tno place\nC\trejected\t\t2024-03-20\tNB\tlow\n' >>decisions
printf 'id\tlot\tapplication\tbin\tamount\tsigned\tfrom\tuntil\nX\tL1\tA\t090340999022\t599.99\t2024-04-01\t2024-04-05\t2024-10-04\n' >contracts
printf 'contract\tno\ttitle\tdue\tdone\treport\nX\t1\tone\t2024-05-01\t2024-05-02\t2024-05-03\nX\t2\ttwo\t2024-05-31\t\t\nX\t3\tthree\t2024-10-04\t2024-10-01\t\n' >milestones
printf 'contract\tno\tmilestone\tdue\tpaid\tamount\nX\t1\t\t2024-04-10\t2024-04-09\t299.99\nX\t2\t1\t2024-05-20\t\t200.00\nX\t3\t2\t2024-07-01\t2024-07-01\t100\n' >payments
all='--calls calls --lots lots --applications applications --contracts contracts --milestones milestones --payments payments'

try 'a release for a call, as of a day: what came later has not happened' <<EOF
\$ order-publish -r ./rules.yaml -p ocds-000000 -d 2024-06-30 $all ocds decisions
> {
>   "version":"1.1",
>   "extensions":[
>     "https://x.example/lots.json"
>   ],
>   "publishedDate":"2024-06-30T00:00:00+05:00",
>   "publisher":{
>     "name":"P \\"Q\\"",
>     "scheme":"KZ-BIN",
>     "uid":"200640999019"
>   },
>   "releases":[
>     {
>       "ocid":"ocds-000000-K",
>       "id":"ocds-000000-K-2024-06-30",
>       "date":"2024-06-30T00:00:00+05:00",
>       "language":"kk",
>       "tag":[
>         "tender",
>         "award",
>         "contract",
>         "implementation"
>       ],
>       "initiationType":"tender",
>       "parties":[
>         {"id":"KZ-BIN-240940999027","name":"B","identifier":{"scheme":"KZ-BIN","id":"240940999027","legalName":"B"},"roles":["buyer","procuringEntity","payer"]},
>         {"id":"KZ-BIN-090340999022","name":"NA","identifier":{"scheme":"KZ-BIN","id":"090340999022","legalName":"NA"},"roles":["tenderer","supplier","payee"]},
>         {"id":"KZ-BIN-220940999013","name":"NB","identifier":{"scheme":"KZ-BIN","id":"220940999013","legalName":"NB"},"roles":["tenderer"]}
>       ],
>       "buyer":{
>         "id":"KZ-BIN-240940999027",
>         "name":"B"
>       },
>       "tender":{
>         "id":"K",
>         "title":"Қ",
>         "status":"complete",
>         "procuringEntity":{"id":"KZ-BIN-240940999027","name":"B"},
>         "procurementMethod":"open",
>         "mainProcurementCategory":"services",
>         "awardCriteria":"ratedCriteria",
>         "title_ru":"Р",
>         "value":{"amount":1000.50,"currency":"KZT"},
>         "procurementMethodDetails":"мемлекеттік грант",
>         "awardCriteriaDetails":"r",
>         "tenderPeriod":{"startDate":"2024-02-29T09:00:00+06:00","endDate":"2024-03-01T18:00:30+05:00"},
>         "numberOfTenderers":2,
>         "tenderers":[{"id":"KZ-BIN-090340999022","name":"NA"},{"id":"KZ-BIN-220940999013","name":"NB"}],
>         "lots":[{"id":"L1","title":"T1","status":"complete","value":{"amount":600,"currency":"KZT"}},{"id":"L2","title":"T2","status":"complete","value":{"amount":400.50,"currency":"KZT"}}]
>       },
>       "awards":[
>         {"id":"A","title":"M","description":"rank 1","status":"active","date":"2024-03-20T00:00:00+05:00","value":{"amount":599.99,"currency":"KZT"},"suppliers":[{"id":"KZ-BIN-090340999022","name":"NA"}],"relatedLots":["L1"]}
>       ],
>       "contracts":[
>         {"id":"X","awardID":"A","title":"M","status":"active","period":{"startDate":"2024-04-05T00:00:00+05:00","endDate":"2024-10-04T23:59:59+05:00"},"value":{"amount":599.99,"currency":"KZT"},"dateSigned":"2024-04-01T00:00:00+05:00","implementation":{"transactions":[{"id":"X/1","date":"2024-04-09T00:00:00+05:00","value":{"amount":299.99,"currency":"KZT"},"payer":{"id":"KZ-BIN-240940999027","name":"B"},"payee":{"id":"KZ-BIN-090340999022","name":"NA"}}],"milestones":[{"id":"1","title":"one","type":"delivery","dueDate":"2024-05-01T23:59:59+05:00","dateMet":"2024-05-02T00:00:00+05:00","status":"met"},{"id":"2","title":"two","type":"delivery","dueDate":"2024-05-31T23:59:59+05:00","status":"notMet"},{"id":"3","title":"three","type":"delivery","dueDate":"2024-10-04T23:59:59+05:00","status":"scheduled"},{"id":"payment-2","type":"payment","dueDate":"2024-05-20T23:59:59+05:00","status":"notMet","value":{"amount":200,"currency":"KZT"}},{"id":"payment-3","type":"payment","dueDate":"2024-07-01T23:59:59+05:00","status":"scheduled","value":{"amount":100,"currency":"KZT"}}]}}
>       ]
>     }
>   ]
> }
EOF

try 'a grant for an award' <<EOF
\$ order-publish -r ./rules.yaml -p 360G-test -d 2024-06-30 $all 360giving decisions
> {
>   "version":"1.4",
>   "issued":"2024-06-30",
>   "publisher":{
>     "identifier":"KZ-BIN-200640999019",
>     "name":"P \\"Q\\""
>   },
>   "grants":[
>     {"id":"360G-test-A","title":"M","description":"T1","currency":"KZT","amountAppliedFor":600,"amountAwarded":599.99,"amountDisbursed":299.99,"awardDate":"2024-03-20","plannedDates":[{"startDate":"2024-04-05","endDate":"2024-10-04","duration":6}],"recipientOrganization":[{"id":"KZ-BIN-090340999022","name":"NA"}],"fundingOrganization":[{"id":"KZ-BIN-240940999027","name":"B"}],"grantProgramme":[{"code":"K","title":"Қ"}],"beneficiaryLocation":[{"name":"Алматы қаласы","countryCode":"KZ","geoCode":"750000000"}],"fromOpenCall":"Yes"}
>   ]
> }
EOF

# status DAY: of the call, its contract, its milestones, and who was paid what.
status()
{
	# shellcheck disable=SC2086 # words are meant
	order-publish -r ./rules.yaml -p ocds-000000 -d "$1" $all ocds "${2-decisions}" |
	    jq -r '.releases[0] | [.tender.status, (.contracts // [] | .[] | .status,
		(.implementation | (.milestones[] | .status), (.transactions[] | .id)))] | join(" ")'
}
for day in 2024-03-31 2024-04-01 2024-04-08 2024-04-09 2024-05-31 2024-06-01 2024-10-04 2024-10-05; do
	status $day
done >got
cat >want <<'EOF'
complete pending scheduled scheduled scheduled scheduled scheduled scheduled
complete active scheduled scheduled scheduled scheduled scheduled scheduled
complete active scheduled scheduled scheduled scheduled scheduled scheduled
complete active scheduled scheduled scheduled scheduled scheduled X/1
complete active met scheduled scheduled notMet scheduled X/1
complete active met notMet scheduled notMet scheduled X/1
complete active met notMet met notMet X/1 X/3
complete terminated met notMet met notMet X/1 X/3
EOF
report 'contracts, milestones and payments on eight days'

{
	cat contracts
	printf 'Y\tL1\tA\t090340999022\t1\t2024-04-01\t\t\n'
} >two
{
	cat payments
	printf 'Y\t1\t\t\t2024-04-09\t0.02\n'
} >payments.more
try 'an award with two contracts: both are published, and what was paid under both' <<'EOF'
$ order-publish -r ./rules.yaml -p ocds-000000 -d 2024-06-30 --calls calls --lots lots --applications applications --contracts two --payments payments.more ocds decisions | jq -c '.releases[].contracts[] | [.id, .awardID, .implementation.transactions[0].id]'; order-publish -r ./rules.yaml -p 360G-t -d 2024-06-30 --calls calls --lots lots --applications applications --contracts two --payments payments.more 360giving decisions | grep -o '"amountDisbursed":[^,]*'
> ["X","A","X/1"]
> ["Y","A","Y/1"]
> "amountDisbursed":300.01
EOF

head -n 1 decisions >none
for day in 2024-02-28 2024-02-29 2024-03-01 2024-03-02; do
	order-publish -r ./rules.yaml -p ocds-000000 -d $day --calls calls ocds none |
	    jq -r '.releases[].tender.status'
done >got
printf '%s\n' planned active active complete >want
report 'a call before it opens, while it is open, and when it has closed'

# A flat stream, that needs no other file.
flat='application\tdecision\tbin\tamount\tdecided_on\tname\tcall\ttitle\tbody\tbody_name\tcurrency\n'

printf "$flat"'1\tawarded\t090340999022\t0.01\t2024-01-01\tN\tK\tt\tb\t\t\n2\tawarded\t090340999023\t92233720368547758.07\t2024-03-01\tN\tK\tt\tGB-1\tG\tGBP\n3\tawarded\tGB-2\t100.10\t2024-03-01\tN\tK\tt\tw\t\tEUR\n' >sums
try 'the least and the largest sum, in figures; BINs whose check holds and other identifiers' <<'EOF'
$ order-publish -r ./rules.yaml -p 360G-t -d 2024-04-01 360giving sums | sed -n 's/,"awardDate.*recipient/ recipient/; s/,"grantP.*//; s/.*"currency"/"currency"/p'
> "currency":"KZT","amountAwarded":0.01 recipientOrganization":[{"id":"KZ-BIN-090340999022","name":"N"}],"fundingOrganization":[{"id":"KZ-BIN-240940999027","name":"B"}]
> "currency":"GBP","amountAwarded":92233720368547758.07 recipientOrganization":[{"id":"090340999023","name":"N"}],"fundingOrganization":[{"id":"GB-1","name":"G"}]
> "currency":"EUR","amountAwarded":100.10 recipientOrganization":[{"id":"GB-2","name":"N"}],"fundingOrganization":[{"id":"XX-1","name":"W"}]
EOF

try 'the same as a release; the offset of the clock on each day' <<'EOF'
$ order-publish -r ./rules.yaml -p ocds-000000 -d 2024-04-01 ocds sums | sed -n 's/.*"date":\("[^"]*"\),"value":\(.*}\),"suppliers.*/\1 \2/p'
> "2024-01-01T00:00:00+06:00" {"amount":0.01,"currency":"KZT"}
> "2024-03-01T00:00:00+05:00" {"amount":92233720368547758.07,"currency":"GBP"}
> "2024-03-01T00:00:00+05:00" {"amount":100.10,"currency":"EUR"}
EOF

try 'a day before the rules know an offset' <<'EOF'
$ sed 's/2024-01-01/2004-10-30/' sums | order-publish -r ./rules.yaml -p ocds-000000 -d 2024-04-01 ocds >/dev/null
! order-publish: the rules do not say what the clock's offset was on 2004-10-30
? 2
EOF

printf "$flat"'q"\\\\u\tawarded\t090340999022\t1\t2024-01-01\ta\\tb\\nc\\rd\tK/1\t\001\037 Ә \360\237\230\200 </script>\tGB-1\tb"\\\\\t\n' >escapes
{ order-publish -r ./rules.yaml -p 360G-t -d 2024-04-01 360giving escapes | jq -c '.grants[0] | [.id, .title, .recipientOrganization[0].name, .fundingOrganization[0].name]'
  order-publish -r ./rules.yaml -p ocds-000000 -d 2024-04-01 ocds escapes | jq -c '.releases[0] | [.ocid, .awards[0].id, .awards[0].title, .buyer.name]'
} >got
cat >want <<'EOF'
["360G-t-q\"\\u","\u0001\u001f Ә 😀 </script>","a\tb\nc\rd","b\"\\"]
["ocds-000000-K/1","q\"\\u","\u0001\u001f Ә 😀 </script>","b\"\\"]
EOF
report 'quotes, backslashes, control bytes and letters of all kinds come through'
order-publish -r ./rules.yaml -p 360G-t -d 2024-04-01 360giving escapes | LC_ALL=C grep -c "$(printf '[\001-\011\013-\037]')" >got || :
echo 0 >want
report 'no control byte is left bare'

try 'identifiers that are grants of 360Giving already need no prefix' <<'EOF'
$ sed 's/^\([123]\)/360G-x-\1/' sums | order-publish -r ./rules.yaml -d 2024-04-01 360giving | jq -r '.grants[].id'; order-publish -r ./rules.yaml -d 2024-04-01 360giving sums | jq -c .grants
> 360G-x-1
> 360G-x-2
> 360G-x-3
> []
! order-publish: sums:2: application: does not start with 360G-; give a prefix with --prefix: '1'
! order-publish: sums:3: application: does not start with 360G-; give a prefix with --prefix: '2'
! order-publish: sums:4: application: does not start with 360G-; give a prefix with --prefix: '3'
! order-publish: no grant; a file of 360Giving has at least one
EOF

# Names come from the register.
printf 'bin\tname_kk\tname_ru\n090340999022\tҚазақша\tПо-русски\n220940999013\t\tТолько\n' >ngos
reg-init -R reg.db
reg-put -R reg.db ngo ngos >reg.out 2>&1 || cat reg.out
cut -f 1-4,6 decisions >nameless
try 'names from the register, in the language of the publisher' <<EOF
\$ for l in kk ru; do sed "s/language: kk/language: \$l/" rules.yaml >l.yaml; order-publish -r ./l.yaml -p ocds-000000 -d 2024-06-30 -R reg.db $all ocds nameless | jq -r '.releases[0].parties[].name'; done
> B
> Қазақша
> Только
> B
> По-русски
> Только
EOF

try 'without names: none in a release, no grant' <<EOF
\$ order-publish -r ./rules.yaml -p ocds-000000 -d 2024-06-30 $all ocds nameless | jq -c '.releases[0].tender.tenderers'; order-publish -r ./rules.yaml -p 360G-t -d 2024-06-30 $all 360giving nameless >/dev/null
> [{"id":"KZ-BIN-090340999022"},{"id":"KZ-BIN-220940999013"}]
! order-publish: nameless:2: no name of the recipient 090340999022; give a register that has it (-R), or a field name
! order-publish: no grant; a file of 360Giving has at least one
? 1
EOF

# What is refused, each with its record and its field.
printf 'application\tlot\tcall\tbin\tdecision\trequested\tamount\tdecided_on\tname\ttitle\tcurrency\tmonths\topen_call\tbody\tbody_name\n' >bad
row() { printf '%s\t' "$@" | sed 's/	$//' >>bad; echo >>bad; }
row '' '' K 090340999022 awarded 1 1 2024-03-20 N T KZT 1 Yes b ''
row 1 '' K 090340999022 awarded 1 1 2024-03-20 N T KZT 1 Yes b ''
row 1 '' K 090340999022 awarded 1 1 2024-03-20 N T KZT 1 Yes b ''
row 2 '' K 090340999022 won 1 1 2024-03-20 N T KZT 1 Yes b ''
row 3 '' K '' awarded 1 1 2024-03-20 N T KZT 1 Yes b ''
row 4 '' K 090340999022 awarded 1 '' '' N T KZT 1 Yes b ''
row 5 '' K 090340999022 awarded -1 0 2024-02-30 N T KZT 1 Yes b ''
row 6 '' K 090340999022 awarded 0 -5 2024-07-01 N T KZT 1 Yes b ''
row 7 '' K 090340999022 awarded 1.005 1e3 20.03.2024 N T KZT 1 Yes b ''
row 8 '' K 090340999022 awarded 1 1.005 2024-03-20 N T tenge 0 Maybe b ''
row 9 '' K 090340999022 awarded 1 92233720368547758.08 2024-03-20 N T KZT 1.5 Yes b ''
row 10 L9 '' 090340999022 awarded 1 1 2024-03-20 N T KZT 1 Yes b ''
row 11 L1 Z 090340999022 awarded 1 1 2024-03-20 N T KZT 1 Yes b ''
row 12 '' Z 090340999022 awarded 1 1 2024-03-20 N T KZT 1 Yes b ''
row 13 '' '' 090340999022 rejected 1 '' '' N T KZT 1 Yes b ''
row 14 '' K 090340999022 awarded 1 1 2024-03-20 N '' KZT 1 maybe X ''
try 'decisions that are refused' <<'EOF'
$ order-publish -r ./rules.yaml -p ocds-000000 -d 2024-06-30 --calls calls --lots lots -x kept ocds bad | jq -r '.releases[].awards[].id'; tail -n +2 kept | wc -l
> 1
> 14
> 14
! order-publish: bad:2: application: none: ''
! order-publish: bad:4: application: decided on before: '1'
! order-publish: bad:5: decision: no decision (awarded, reserve, rejected, not-scored): 'won'
! order-publish: bad:6: bin: none, so that nobody knows whose it is: ''
! order-publish: bad:7: amount: not an amount over 0, in whole hundredths: ''
! order-publish: bad:7: decided_on: not a date (YYYY-MM-DD): ''
! order-publish: bad:8: requested: not an amount over 0, in whole hundredths: '-1'
! order-publish: bad:8: amount: not an amount over 0, in whole hundredths: '0'
! order-publish: bad:8: decided_on: not a date (YYYY-MM-DD): '2024-02-30'
! order-publish: bad:9: requested: not an amount over 0, in whole hundredths: '0'
! order-publish: bad:9: amount: not an amount over 0, in whole hundredths: '-5'
! order-publish: bad:9: decided_on: after the day of publication: '2024-07-01'
! order-publish: bad:10: requested: not an amount over 0, in whole hundredths: '1.005'
! order-publish: bad:10: amount: not an amount over 0, in whole hundredths: '1e3'
! order-publish: bad:10: decided_on: not a date (YYYY-MM-DD): '20.03.2024'
! order-publish: bad:11: months: not a whole number from 1 to 1200: '0'
! order-publish: bad:11: currency: not a currency (KZT): 'tenge'
! order-publish: bad:11: amount: not an amount over 0, in whole hundredths: '1.005'
! order-publish: bad:12: months: not a whole number from 1 to 1200: '1.5'
! order-publish: bad:12: amount: not an amount over 0, in whole hundredths: '92233720368547758.08'
! order-publish: bad:13: lot: not among the lots: 'L9'
! order-publish: bad:14: call: 'Z', but that of the lot is 'K'
! order-publish: bad:15: call: not among the calls: 'Z'
! order-publish: bad:16: no call; give --lots, or a field call
EOF

try 'what a grant lacks' <<'EOF'
$ sed -n '1p;3p;17p' bad | order-publish -r ./rules.yaml -p 360G-t -d 2024-06-30 360giving | jq -r '.grants[].id'
> 360G-t-1
! order-publish: stdin:3: no name of the body that gives; give --calls and --lots, or fields body and body_name
! order-publish: stdin:3: no title; give --applications, or a field title
! order-publish: stdin:3: open_call: neither Yes nor No: 'maybe'
EOF

try 'decisions that the applications know otherwise, or not' <<'EOF'
$ printf 'application\tlot\tbin\tdecision\nA\tL2\t220940999013\treserve\nZ\tL1\t220940999013\treserve\n' | order-publish -r ./rules.yaml -p ocds-000000 -d 2024-06-30 --calls calls --lots lots --applications applications ocds | jq -c '.releases[0].parties | length'
> 1
! order-publish: stdin:2: lot: 'L2', but that of the application is 'L1'
! order-publish: stdin:2: bin: '220940999013', but that of the application is '090340999022'
! order-publish: stdin:3: application: not among the applications: 'Z'
EOF

# Faults of the files that go along; each is named, and what is good goes out.
fault()
{
	{
		# shellcheck disable=SC2086 # words are meant
		order-publish -r ./rules.yaml -p ocds-000000 -d 2024-06-30 $all ocds decisions >out 2>err || echo "status $?"
		cat err
	} >got
	printf '%s\n' 'status 1' "order-publish: $2" >want
	report "$1"
	shift 2
	for file in "$@"; do mv "$file.good" "$file"; done
}
spoil() { cp "$1" "$1.good"; sed "$2" "$1.good" >"$1"; }
spoil calls '$a\K\tgrant\tb\tx\tx\t\t\t1\t'
fault 'a call twice' "calls:3: a record with this key came before: 'K'" calls
spoil calls '$a\J\tgrant\tzz\tx\tx\t\t\t1\t'
fault 'a call of a body that the rules do not know' "calls:3: body: not among the bodies of the rules: 'zz'" calls
spoil calls '$a\J\tgrant\tb\tx\tx\t\t\t0\t'
fault 'a call with a budget of zero' "calls:3: budget: less than 0.01: '0'" calls
spoil calls '$a\J\tgrant\tb\tx\tx\t2024-05-02T09:00\t2024-05-02T08:59:59\t1\t'
fault 'a call that closes before it opens' "calls:3: closes: before the call opens: '2024-05-02T08:59:59'" calls
spoil contracts '$a\Y\tL1\tB\t220940999013\t1\t\t2024-05-03\t2024-05-02'
fault 'a contract that ends before it begins' "contracts:3: until: before from, or before it was signed: '2024-05-02'" contracts
spoil contracts '$a\Y\tL1\tB\t220940999013\t1\t2024-05-03\t\t2024-05-02'
fault 'or before it was signed' "contracts:3: until: before from, or before it was signed: '2024-05-02'" contracts
spoil contracts '$a\Y\tL1\tB\t220940999013\t1\t2024-05-02\t2024-05-02\t2024-05-02'
fault 'a contract of one day' "contracts:3: application: no award leads to this contract: 'B'" contracts
spoil lots '$a\L3\tQ\tx\t1\t'
fault 'a lot of a call that is not there' "lots:4: call: not among the calls: 'Q'" lots
spoil applications '$a\D\tL9\t220940999013\tx\t1\t'
fault 'an application for a lot that is not there' "applications:5: lot: not among the lots: 'L9'" applications
spoil applications '$a\D\tL1\t220940999013\tx\t1.005\t'
fault 'an application for more than hundredths' "applications:5: requested: not an amount as 1250.50 (at most 18 digits, 2 of them after the point): '1.005'" applications
spoil contracts '$a\Y\tL1\tB\t220940999013\t1\t\t\t'
fault 'a contract without an award' "contracts:3: application: no award leads to this contract: 'B'" contracts
spoil contracts '$a\Y\tL1\t\t220940999013\t1\t\t\t'
fault 'a contract of no application' "contracts:3: application: none: a contract is published with the award that led to it" contracts
spoil contracts 's/090340999022/220940999013/'
fault 'a contract with another NGO' "decisions:2: '090340999022', but the contract (contracts:2) is with '220940999013'" contracts
spoil milestones '$a\Y\t1\tx\t2024-05-01\t\t'
fault 'a milestone of a contract that is not there' "milestones:5: contract: not among the contracts: 'Y'" milestones
spoil milestones '$a\X\t1\tx\t2024-05-01\t\t'
fault 'a milestone twice' "milestones:5: a record with this key came before: 'X 1'" milestones
spoil payments '$a\Y\t1\t\t2024-05-01\t\t1'
fault 'a payment under a contract that is not there' "payments:5: contract: not among the contracts: 'Y'" payments
spoil payments '$a\X\t4\t9\t2024-05-01\t\t1'
fault 'a payment for a milestone that is not there' "payments:5: milestone: not among the milestones of the contract: '9'" payments

{
	head -n 1 payments
	for i in 1 2 3 4 5 6 7 8 9 10; do printf 'X\t%d\t\t\t2024-04-09\t9999999999999999.99\n' $i; done
} >large
try 'more was paid than can be counted' <<'EOF'
$ order-publish -r ./rules.yaml -p 360G-t -d 2024-06-30 --calls calls --lots lots --applications applications --contracts contracts --payments large 360giving decisions >/dev/null
! order-publish: large:11: more was paid than can be counted
? 2
EOF

# Options.

try 'a prefix is needed for a release, and looked at' <<'EOF'
$ order-publish -r ./rules.yaml ocds none; for p in ocds-12345 ocds-1234567 ocds-ABCDEF OCDS-123456 123456 ocds-; do order-publish -r ./rules.yaml -p $p ocds none; done; for p in ocds-123456 360G- 360G; do order-publish -r ./rules.yaml -p $p 360giving none; done
! order-publish: ocds needs the prefix that was registered for you: --prefix ocds-xxxxxx
! order-publish: --prefix: not ocds- and six small letters or digits: 'ocds-12345'
! order-publish: --prefix: not ocds- and six small letters or digits: 'ocds-1234567'
! order-publish: --prefix: not ocds- and six small letters or digits: 'ocds-ABCDEF'
! order-publish: --prefix: not ocds- and six small letters or digits: 'OCDS-123456'
! order-publish: --prefix: not ocds- and six small letters or digits: '123456'
! order-publish: --prefix: not ocds- and six small letters or digits: 'ocds-'
! order-publish: --prefix: not 360G- and a word: 'ocds-123456'
! order-publish: --prefix: not 360G- and a word: '360G-'
! order-publish: --prefix: not 360G- and a word: '360G'
? 2
EOF

try 'the format must be said' <<'EOF'
$ order-publish -r ./rules.yaml ocd none 2>&1 | head -n 1; order-publish -r ./rules.yaml 2>&1 | head -n 1
> order-publish: no format 'ocd'; did you mean 'ocds'?
> order-publish: no format is given; there are: ocds 360giving
EOF

try 'files that are not there; milestones of no contracts' <<'EOF'
$ order-publish -r ./rules.yaml -p ocds-000000 --calls nosuch ocds none; order-publish -r ./rules.yaml -p ocds-000000 -R nosuch.db ocds none; order-publish -r ./rules.yaml -p ocds-000000 --payments payments ocds none; order-publish -r ./rules.yaml -p ocds-000000 -d 2024-13-01 ocds none
! order-publish: nosuch: No such file or directory
! order-publish: nosuch.db: no such register; make it with reg-init, or name another with -R or $CIVUTILS_REGISTER
! order-publish: --milestones and --payments need --contracts
! order-publish: -d: not a date (YYYY-MM-DD): '2024-13-01'
? 2
EOF

try 'no decision: releases of calls alone, or none' <<'EOF'
$ order-publish -r ./rules.yaml -p ocds-000000 -d 2024-06-30 ocds none | jq -c .releases; order-publish -r ./rules.yaml -p ocds-000000 -d 2024-06-30 --calls calls ocds none | jq -c '.releases[] | [.tag, .awards, .contracts]'
> []
> [["tender"],null,null]
EOF

try 'a file without grants is said to be none' <<'EOF'
$ order-publish -r ./rules.yaml -p 360G-t -d 2024-06-30 360giving none | jq -c .grants
$ order-publish -r ./rules.yaml -p 360G-t -d 2024-06-30 360giving none >/dev/null
> []
! order-publish: no grant; a file of 360Giving has at least one
! order-publish: no grant; a file of 360Giving has at least one
? 1
EOF

try 'milestones alone make a release that tells of work' <<'EOF'
$ order-publish -r ./rules.yaml -p ocds-000000 -d 2024-06-30 --calls calls --lots lots --applications applications --contracts contracts --milestones milestones ocds decisions | jq -c '.releases[].tag'; order-publish -r ./rules.yaml -p ocds-000000 -d 2024-06-30 --calls calls --lots lots --applications applications --contracts contracts ocds decisions | jq -c '.releases[].tag'
> ["tender","award","contract","implementation"]
> ["tender","award","contract"]
EOF

try 'a full disk is trouble' <<EOF
\$ order-publish -r ./rules.yaml -p 360G-t -d 2024-06-30 $all 360giving decisions >/dev/full
! order-publish: stdout: No space left on device
? 2
EOF

# Broken rules: what is wrong, a sed script for the rules, and the message.
broken()
{
	sed "$2" rules.yaml >broken.yaml
	{
		echo '$ order-publish -r ./broken.yaml -p ocds-000000 -d 2024-06-30 ocds none'
		printf '! order-publish: ./broken.yaml:%s\n? 2\n' "$3"
	} >transcript
	try "broken rules: $1" <transcript
}
broken 'an unknown key' 's/currency/currancy/' "8: unknown key 'currancy'; did you mean 'currency'?"
broken 'a currency that is none' 's/KZT/tenge/' "8: not a currency (KZT): 'tenge'"
broken 'a language that is none' 's/language: kk/language: en/' "9: unknown word 'en'; known are: kk ru"
broken 'an offset that is none' 's/+05:00/+5/' "12: not an offset (+05:00): '+5'"
broken 'offsets out of order' 's/2024-03-01/2004-10-31/' "12: not after the day before it: '2004-10-31'"
broken 'a BIN whose check fails' 's/240940999027/240940999028/' "15: not a BIN, nor another identifier: '240940999028'"
broken 'a publisher without a name' 's/name: P "Q"/name: ""/' "7: name: none"
broken 'a method that is none' 's/method: open/method: opened/' "13: unknown word 'opened'; did you mean 'open'?"
broken 'an address that is none' 's|https://x|x|' "13: not an address (https://...): 'x.example/lots.json'"
broken 'no bodies' '/bodies/,$d' "5: no key 'bodies' here"
broken 'no edition of the day' 's/from: 2000/from: 2025/' "5: no edition is in force on 2024-06-30"

# The sample story as a whole: its parts agree with each other.  (That it is
# valid by the schemas of the standards is looked at by t/real-publish.t.)
cp "$CIVUTILS_SHARE"/examples/*.tsv .
reg-init -R story.db
reg-put -R story.db ngo ngos.tsv >reg.out 2>&1 || cat reg.out
story='--calls calls.tsv --lots lots.tsv --applications applications.tsv --contracts contracts.tsv --milestones milestones.tsv --payments payments.tsv'
# shellcheck disable=SC2086 # words are meant
order-publish -r publish-sample -p ocds-000000 -d 2026-10-01 -R story.db $story ocds decisions.tsv >ocds.json
jq -r '
	def ids: map(.id);
	(.version == "1.1"), (.publisher.name | length > 0),
	(.releases | map(.id) | length == (unique | length)),
	(.releases[] |
	  (.parties | ids) as $parties |
	  (.awards // [] | ids) as $awards |
	  (.tender.lots // [] | ids) as $lots |
	  (.ocid | startswith("ocds-000000-")), (.initiationType == "tender"),
	  (.tag | length > 0), (.tender.id | length > 0),
	  ($parties | length == (unique | length)),
	  ($awards | length == (unique | length)),
	  ([.. | objects | select(has("roles") | not) | select(has("name") and has("id")) | .id] - $parties | length == 0),
	  ([.awards[]?.relatedLots[]?] - $lots | length == 0),
	  ([.contracts[]?.awardID] - $awards | length == 0),
	  (.contracts[]?.implementation | (.milestones | ids | length == (unique | length)), (.transactions | ids | length == (unique | length))))
' ocds.json | sort | uniq -c | awk '{ print $2 }' >got
echo true >want
report 'the sample story: every reference of a release leads to what is there'

{
	grep -o '"[a-zA-Z]*Date[a-zA-Z]*":"[^"]*"\|"date[a-zA-Z]*":"[^"]*"' ocds.json |
	    grep -Ev '":"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\+05:00"$' || :
	grep -o '"amount":[^,}]*' ocds.json | grep -Evx '"amount":[1-9][0-9]*(\.[0-9]{2})?' || :
} >got
: >want
report 'the sample story: moments have their offset, sums are figures'

sum() { awk '{ sub(/\./, ""); sum += $1 } END { printf "%.0f\n", sum }'; }
{
	tail -n +2 contracts.tsv | cut -f 5 | sum
	awk -F '\t' '$5 != "" && $5 <= "2026-10-01"' payments.tsv | cut -f 6 | sum
	tail -n +2 payments.tsv | cut -f 6 | sum
} >want
amounts() { sed 's/\("amount":[0-9]*\)\([,}]\)/\1.00\2/g' ocds.json | tr '{' '\n' | "$@" | grep -o '"amount":[0-9.]*' | cut -d : -f 2; }
{
	sed 's/\("amount":[0-9]*\)\([,}]\)/\1.00\2/g' ocds.json | grep -o '"awardID".*"dateSigned"' | grep -o '"amount":[0-9.]*' | cut -d : -f 2 | sum
	sed 's/\("amount":[0-9]*\)\([,}]\)/\1.00\2/g' ocds.json | grep -o '"transactions":.*"milestones"' | grep -o '"amount":[0-9.]*' | cut -d : -f 2 | sum
	sed 's/\("amount":[0-9]*\)\([,}]\)/\1.00\2/g' ocds.json | grep -o '"transactions":.*' | grep -o '"amount":[0-9.]*' | cut -d : -f 2 | sum
} >got
report 'the sample story: contracts, payments made and payments to come add up to those of the records'

# shellcheck disable=SC2086 # words are meant
order-publish -r publish-sample -p 360G-test -d 2026-10-01 -R story.db $story 360giving decisions.tsv >grants.json
rec-from json -m 360giving grants.json | cut -f 1,2,6,7,9,10 | sed 's/360G-test-//; s/KZ-BIN-//' >got
awk -F '\t' -v OFS='\t' '{ print $1, $3, $4, $9, $7, $10 }' decisions.tsv | grep -v '	\(reserve\|rejected\|not-scored\)	' | sed 's/\.00	/	/g; s/\(\.[0-9]\)0	/\1	/g' >want
report 'the sample story: grants read back are the awards'
jq -r '.grants[] | [.id, .title, .description, .currency, .awardDate, .recipientOrganization[0].id, .recipientOrganization[0].name, .fundingOrganization[0].id, .fundingOrganization[0].name] | map(type == "string" and length > 0) | all' grants.json | sort | uniq -c | awk '{ print $1, $2 }' >got
echo 5 true >want
report 'the sample story: grants have all that the standard needs'

finish
