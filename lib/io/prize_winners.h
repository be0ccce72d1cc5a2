#ifndef IO_PRIZE_WINNERS_H
#define IO_PRIZE_WINNERS_H

/* The winners of prizes, held until all are known: each changes the parts. */

#include "base/arena.h"
#include "base/map.h"
#include "io/prize_rules.h"
#include "io/rec.h"

struct prize_winner {
	struct str line;	/* as it was read */
	struct str bin, amount;
	size_t nomination;
	const char *where;
	int64_t part;
};

struct prize_nomination {
	struct str call, name;
	size_t winners;
};

struct prize_winners {
	struct prize_winner *winner;	/* as they came */
	size_t count;
	struct prize_nomination *nomination;	/* in order of coming */
	size_t nominations;

	/* The rest is for prize_winners.c alone. */
	struct arena text;
	struct map keys, titles;
	size_t room, nominationroom;
};

/* Read all; those that are wrong are refused. */
void prize_winners_read(struct prize_winners *w, struct rec *in);

/*
 * Divide the pool of each nomination, the units that are left going to those
 * with the lowest BINs.  A part that differs from an amount that is there
 * already is told; returns how many do.  Dies if a pool has too few units.
 */
size_t prize_winners_divide(struct prize_winners *w,
    const struct prize_rules *r);

void prize_winners_free(struct prize_winners *w);

#endif
