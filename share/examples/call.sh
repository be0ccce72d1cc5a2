#!/bin/sh
# One call for grants, from its needs to what is published of it.  Run it in a
# copy of this folder.  What people write is there: needs, applications, marks,
# votes, contracts, payments; all else is made here, and can be made again.
set -eu
call='--calls calls.tsv --lots lots.tsv'
work='--contracts contracts.tsv --payments payments.tsv'

# Who the NGOs are, and whether they have filed.
reg-init
ngo-register -d 2026-04-15 ngos.tsv >cards.tsv

# Needs become lots; applications to them are taken or returned.
order-plan -r plan-sample -d 2026-02-16 --call G-2026 needs.tsv >plan.tsv
awk -F '\t' '$10 != "left-out"' plan.tsv | cut -f 1-9 >lots.tsv
order-apply -r eligibility -d 2026-04-15 $call applications.tsv >verdicts.tsv
awk -F '\t' 'NR == 1 || $12 == "accepted"' verdicts.tsv |
    cut -f 1-11 >accepted.tsv

# Marks become a ranking, each mark with its share of it.
score='order-score -r grant-sample -d 2026-04-15 --conflicts conflicts.tsv'
$score marks.tsv >scores.tsv
$score -e marks.tsv >explained.tsv
panel-agree -r grant-sample -d 2026-04-15 marks.tsv >agreement.tsv

# The commission awards, and signs the protocol of its sitting.
award='order-award -r award-grant -d 2026-04-15 --lots lots.tsv
    --applications accepted.tsv'
$award scores.tsv >decisions.tsv
$award --protocol --sitting sittings.tsv --experts experts.tsv \
    --attendance attendance.tsv --votes votes.tsv \
    --conflicts conflicts.tsv scores.tsv >protocol.tsv

# How the contracts stand on a day, and what came of the year.
order-monitor -d 2026-10-01 --lots lots.tsv --milestones milestones.tsv \
    --payments payments.tsv contracts.tsv >state.tsv
order-report --by region $call --applications applications.tsv $work \
    decisions.tsv >report.tsv

# For everybody, in two standards.
publish="order-publish -r publish-sample -d 2026-10-01 -R register.db $call
    $work --applications applications.tsv --milestones milestones.tsv"
$publish -p ocds-000000 ocds decisions.tsv >ocds.json
$publish -p 360G-example 360giving decisions.tsv >360giving.json
