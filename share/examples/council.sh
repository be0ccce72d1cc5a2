#!/bin/sh
# Public councils, from candidates to the report on a year.  Run it in a copy
# of this folder: all but the records of people is made here.
set -eu
did='--councils councils.tsv --meetings meetings.tsv
    --attendance council-attendance.tsv
    --recommendations recommendations.tsv --publications publications.tsv'

# Who may stand, and who is chosen.
council-seat -r council -d 2026-04-15 --seats seats.tsv \
    --councils councils.tsv candidates.tsv >slate.tsv

# Those chosen for the district have its seats, when its term is over.
awk -F '\t' -v OFS='\t' '
	FNR == 1 { file++ }
	file == 1 { body[$1] = $3 }
	file == 1 && $9 == "2026-05-31" { term[$1, $5] = $10 }
	file == 1 { print }
	file == 2 && $2 == "district" && $9 == "chosen" {
		print $3, $2, body[$3], ++seat, $4, $6, $5, "2026-06-01",
		    "2029-05-31", term[$3, $4] + 1
	}' seats.tsv slate.tsv >next-seats.tsv
council-report -r council -d 2026-06-01 next-seats.tsv >formed.tsv

# What was decided at meetings, as their protocols have it.
meet='council-meet -r council --attendance council-attendance.tsv
    --votes council-votes.tsv'
$meet meetings.tsv >lawful.tsv
$meet --protocol meetings.tsv | rec-to markdown >protocol.md

# The year 2025, in each council and at each level; and for everybody.
council-report -r council -d 2025-12-31 --since 2024-12-31 $did seats.tsv \
    >annual.tsv
council-publish popolo --councils councils.tsv next-seats.tsv >popolo.json
