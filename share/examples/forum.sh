#!/bin/sh
# A forum, from three lists in three languages to who owes an answer today and
# what became of all.  Run it in a copy of this folder.  What people do is
# there: the lists, when they passed a proposal on, what they answered.
set -eu
done='--routes routes.tsv --answers answers.tsv --extensions extensions.tsv'

# The lists, as three kinds of people save them, become one, with its groups.
rec-from -m forum-regional csv proposals-regional.csv >regional.tsv
rec-from -m forum-web csv proposals-web.csv >web.tsv
rec-from -m forum-microphone json proposals-microphone.json >spoken.tsv
forum-collect -r collect -d 2026-04-15 --forum F26 --known proposals.tsv \
    regional.tsv web.tsv spoken.tsv >list.tsv

# Where each should go, and by when it is to be answered.
forum-route -r routes -d 2026-04-15 list.tsv |
    due-date -r appeal -f received >dated.tsv

# How each stands today; what is overdue, or due within five days.
track="forum-track -d 2026-04-15 -r terms $done"
$track list.tsv >state.tsv
$track --check=5 list.tsv >owed.tsv || test $? -eq 1

# What became of them, by body; and of the comments on two drafts.
forum-report -d 2026-04-15 --by body $done list.tsv >bodies.tsv
forum-report -d 2026-04-15 --by clause comments.tsv >clauses.tsv
forum-report -d 2026-04-15 --table comments.tsv | rec-to markdown >clauses.md
