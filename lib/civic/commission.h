#ifndef CIVIC_COMMISSION_H
#define CIVIC_COMMISSION_H

/*
 * A commission that decides on lots: who its members are, who of them sits,
 * who must not vote on a lot, and how the others vote.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

enum commission_seat {
	COMMISSION_UNNAMED,	/* the attendance does not name the member */
	COMMISSION_PRESENT, COMMISSION_REMOTE, COMMISSION_ABSENT
};

enum commission_ballot {
	COMMISSION_SILENT, COMMISSION_FOR, COMMISSION_AGAINST,
	COMMISSION_ABSTAINED
};

struct commission_expert {
	struct str id, name;
	const struct str *affiliation;	/* BINs */
	size_t affiliations;
	bool member;
	enum commission_seat seat;
};

/* What a member is to a lot. */
struct commission_part {
	bool recused;
	enum commission_ballot ballot;
};

struct commission {
	struct commission_expert *expert;
	size_t experts;
	struct map ids;		/* their numbers by their ids */
	size_t lots;
	struct commission_part *part;	/* by lot and expert */
	size_t room;
};

struct commission_tally {
	size_t members, recused;	/* of the members */
	size_t voters;		/* members who sit and are not recused */
	size_t in_favour, against, abstained, silent;	/* of the voters */
};

/* Whether an expert sits. */
static inline bool
commission_sits(const struct commission_expert *e)
{
	return e->seat == COMMISSION_PRESENT || e->seat == COMMISSION_REMOTE;
}

/* Whether an expert may vote on a lot. */
bool commission_votes(const struct commission *c, size_t lot, size_t expert);

static inline struct commission_part *
commission_part(const struct commission *c, size_t lot, size_t expert)
{
	return &c->part[lot * c->experts + expert];
}

/* Whether an expert belongs to an organisation. */
bool commission_belongs(const struct commission_expert *e, struct str bin);

size_t commission_members(const struct commission *c);
size_t commission_sitting(const struct commission *c);

struct commission_tally commission_tally(const struct commission *c,
    size_t lot);

#endif
