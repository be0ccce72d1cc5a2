#ifndef IO_AWARD_BATCH_H
#define IO_AWARD_BATCH_H

/*
 * Applications that are decided together: all of them, or, where they come
 * in the order of their ranks, those of one rank at a time, so that memory
 * does not grow with their number.
 */

#include "io/award_intake.h"

struct award_batch {
	struct award_intake *intake;
	bool hold;		/* take all before any is decided */
	void (*done)(struct award_batch *b);	/* the batch is decided */

	struct award_bid *bid;	/* as they came */
	struct award_bid **order;	/* as they were decided */
	size_t count;

	/* The rest is for award_batch.c alone. */
	struct arena text;
	size_t room, orderroom, kept, next;
	uint32_t rank;		/* of the last that has one */
};

/*
 * Read and decide all; those that have no score at last.  Dies if they do
 * not come in order and are not held.
 */
void award_batch_run(struct award_batch *b);

void award_batch_free(struct award_batch *b);

#endif
