#ifndef IO_AWARD_LOTS_H
#define IO_AWARD_LOTS_H

/* The lots that are awarded, with their budgets and places. */

#include "base/arena.h"
#include "civic/award.h"
#include "io/rec.h"

struct award_lots {
	struct award_lot *lot;	/* as they were announced */
	size_t count;
	struct map ids;		/* their numbers by their ids */
	size_t room;
};

/*
 * Read the fields id, budget and places of a file.  All records that are
 * wrong are named, and then it dies: what a lot lacks, another might get.
 */
void award_lots_read(struct award_lots *l, const char *file);

/* The number of a lot; STR_NONE, and the record is refused, if it is none. */
size_t award_lots_find(const struct award_lots *l, struct rec *in,
    size_t field, struct str id);

void award_lots_free(struct award_lots *l);

#endif
