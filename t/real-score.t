#!/bin/sh
# Juries' marks of two song contests, and the points that were published.
. "${0%/*}/lib.sh"
need_real panel-eurovision

votes=$real/panel-eurovision/votes.csv

# The five members of a country's jury put all songs in order; the ten best by
# the mean of their places get 12, 10, 8, 7 ... 1 points.  One jury had four.
jury()
{
	cat <<EOF
rules: rubric
title: A country's jury
cite: the contest's rules of 2016
editions:
  - from: 2016-01-01
    cite: the contest's rules of 2016
    scale: {min: 1, max: 26, step: 1, best: low}
    unmarked: [NA]
    criteria:
      - {name: place, weight: 1, en: place, ru: место, kk: орын}
    quorum: 4
    centre: mean
    rounding: {criterion: 2, product: 2, total: 2, half: up}
    ties: $1
EOF
}

# A file of marks for each jury; row is the song's line in the source.
awk -F ',' '
	NR > 1 && $1 >= 2016 && $1 <= 2017 {
		file = $1 "_" $2 "_" $3 ".tsv"
		if (!(file in seen))
			print "application\texpert\tcriterion\tmark\trow" >file
		seen[file]
		for (i = 4; i <= 8; i++)
			print $9 "\t" i "\tplace\t" $i "\t" NR >file
	}' "$real/panel-eurovision/jurors.csv"

# Compare the points by our ranks with those published: how many songs, how
# many right, how many wrong, how many of these without a tie.
compare()
{
	for file in *.tsv; do
		order-score -r jury.yaml -d 2016-05-10 "$file" |
		    sed "1d; s/^/${file%.tsv}	/"
	done >ranks
	awk -F '[,\t]' '
		BEGIN { split("12 10 8 7 6 5 4 3 2 1", points, " ") }
		FILENAME != "ranks" {
			published[$1 "_" $2 "_" $3, $4] = $7
			next
		}
		{
			songs++
			if (($4 <= 10 ? points[$4] : 0) == published[$1, $2])
				right++
			else if (/\ttie: /)
				tied++
			else
				wrong++
		}
		END { print songs, right, tied, wrong + 0 }
	' "$votes" ranks
}

jury '[{field: row, as: number, best: low}]' >jury.yaml
compare >got
echo '3572 3408 164 0' >want
report 'published points of 168 juries; ties in the order of the source'

jury '[]' >jury.yaml
compare >got
echo '3572 3428 144 0' >want
report 'published points of 168 juries; ties share a rank'

finish
