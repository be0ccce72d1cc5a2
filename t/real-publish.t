#!/bin/sh
# What order-publish prints is valid by the schemas of the standards; and
# published grants come in, and go out the same.
. "${0%/*}/lib.sh"
need_real ocds/schema
need_real grants-360giving/schema

# Debian's python has Debian's jsonschema; another one first on the PATH may
# have none.
for python in /usr/bin/python3 python3 ''; do
	"${python:-false}" -c 'import jsonschema' 2>/dev/null && break
done
if [ -z "$python" ]; then
	echo '1..0 # SKIP no python3-jsonschema here'
	exit 0
fi

ocds=$real/ocds/schema grants=$real/grants-360giving/schema/schema
published=$real/grants-360giving/published_ccby

valid()
{
	"$python" "$src/t/valid.py" "$1" "$2" "$3"
}

cp "$CIVUTILS_SHARE"/examples/*.tsv .
reg-init
reg-put ngo ngos.tsv >/dev/null
story='--calls calls.tsv --lots lots.tsv --applications applications.tsv --contracts contracts.tsv --milestones milestones.tsv --payments payments.tsv'

# ocds-000000 and 360G-test stand for prefixes that would be registered.
echo valid >want
for day in 2026-04-15 2026-07-01 2026-10-01 2028-01-01; do
	# shellcheck disable=SC2086 # words are meant
	order-publish -r publish-sample -p ocds-000000 -d $day -R register.db $story ocds decisions.tsv >ocds.json
	valid ocds "$ocds" ocds.json >got
	report "the sample story, published on $day: a valid release package"
	# shellcheck disable=SC2086 # words are meant
	order-publish -r publish-sample -p 360G-test -d $day -R register.db $story 360giving decisions.tsv >grants.json
	valid 360giving "$grants" grants.json >got
	report "the sample story, published on $day: a valid file of grants"
done
head -n 1 decisions.tsv >none
order-publish -r publish-sample -p ocds-000000 -d 2026-10-01 ocds none >empty.json
valid ocds "$ocds" empty.json >got
report 'a release package without releases is valid'
order-publish -r publish-sample -p ocds-000000 -d 2026-03-01 --calls calls.tsv ocds none >calls.json
valid ocds "$ocds" calls.json >got
report 'releases of calls alone are valid'

# That the checks can fail.
bend()
{
	sed "s/$3/$4/" "$2" >bent.json
	valid "$1" "$5" bent.json >faults
	grep -vcx valid faults >got || :
	echo "$6" >want
	report "$7"
}
bend ocds ocds.json '"date":"2026-04-15T00:00:00+05:00"' '"date":"2026-04-15"' "$ocds" 5 'a day that is no moment is found in a release'
bend ocds ocds.json '"amount":11900000,' '"amount":"11900000",' "$ocds" 2 'a sum that is a text is found'
bend ocds ocds.json '"status":"active"' '"status":"good"' "$ocds" 5 'a status that is none is found'
bend 360giving grants.json '"awardDate":"2026-04-15"' '"awardDate":"15.04.2026"' "$grants" 5 'a day in another form is found in a grant'
bend 360giving grants.json '"title":' '"titel":' "$grants" 5 'a grant without a title is found'

for file in a001p00000zgyHZAAY a003W000001B7PzQAK; do
	valid 360giving "$grants" "$published/$file.json" >got
	echo valid >want
	report "$file: valid as it was published"
	rec-from json -m 360giving "$published/$file.json" >want
	order-publish -r publish-sample -d 2026-10-01 360giving want >out.json
	valid 360giving "$grants" out.json >got.valid
	rec-from json -m 360giving out.json >got
	report "$file: every record comes back as it went out"
	mv got.valid got
	echo valid >want
	report "$file: valid as it went out"
	# Sums of the file's own text, by another way: jq reads it as numbers.
	for json in "$published/$file.json" out.json; do
		jq -r '.grants[] | [(.amountAwarded * 100 | round), (.amountAppliedFor // 0 | . * 100 | round)] | @tsv' "$json" |
		    awk '{ a += $1; r += $2; n++ } END { printf "%d %.0f %.0f\n", n, a, r }'
	done >sums
	sed -n 1p sums >want
	sed -n 2p sums >got
	report "$file: as many grants, and the same sums"
	case $file in
	a001*) echo '783 1278562500 0' >want ;;
	*) echo '475 2175779327 2714323127' >want ;;
	esac
	report "$file: they are the known ones"
done

finish
