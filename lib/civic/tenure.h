#ifndef CIVIC_TENURE_H
#define CIVIC_TENURE_H

/*
 * Where persons sit, and for how long they have sat: what there is to know
 * of somebody who stands again.  A person is known by an id, or by the folded
 * name (name_fold).
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"

struct tenure_last {		/* the last seat in a council */
	long since, until, term;
};

struct tenure {
	/* All for tenure.c alone. */
	struct map seats, persons;
	struct tenure_last *last;
	long *republican;		/* councils, by person */
	size_t lastroom, personroom;
	struct buf key;
};

/*
 * Take a seat that has begun.  council tells councils apart; republican: it
 * is in force in a council of the republic.
 */
void tenure_add(struct tenure *t, size_t council, struct str person,
    struct str member, bool republican, struct tenure_last seat);

/*
 * The last seat of somebody in a council, by id or, if nobody has that id, by
 * name; false if there is none.
 */
bool tenure_find(struct tenure *t, size_t council, struct str who,
    struct tenure_last *last);

/* In how many councils of the republic somebody sits. */
long tenure_republican(struct tenure *t, struct str who);

void tenure_free(struct tenure *t);

#endif
