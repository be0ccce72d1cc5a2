#ifndef CIVIC_COMPOSITION_H
#define CIVIC_COMPOSITION_H

/*
 * The composition of each council as of a day, judged by the law: what
 * civic/seats.h remembers, put in an order that owes nothing to the order in
 * which the seats came.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "civic/council.h"
#include "civic/seats.h"

/* One who sits in a council on a day, in order of names. */
struct composition_member {
	const struct seats_sitter *sitter;
	const struct composition *council;
	struct composition_member *next;	/* the same person: a ring of */
	long councils;		/* so many councils of the republic */
	long org_seats;		/* of the organisation, if the first of it */
	bool moved;		/* not in the council on the other day */
	bool overstays;		/* longer than one term */
};

struct composition {
	const struct seats_council *council;
	struct council_state state;
	struct composition_member *member[SEATS_DAYS];
	size_t members[SEATS_DAYS];
};

/* Whether a council breaks the rule by this member, who sits now. */
bool composition_breaks(const struct council_law *law, enum council_rule rule,
    const struct composition_member *member);

/*
 * The councils in the order of their levels in the law, then of their names
 * by bytes; those in which no seat has begun are left out.  *count says how
 * many.  What it returns lives as long as the seats, the law and the arena.
 */
struct composition *composition_of(struct arena *a, const struct seats *s,
    const struct council_law *law, size_t *count);

#endif
