#ifndef IO_OUTCOME_PART_H
#define IO_OUTCOME_PART_H

/*
 * A file of records that are added up, and how much of it is in no sum
 * because records were refused.
 */

#include "civic/outcomes.h"
#include "io/row.h"

struct outcome_part {
	const char *what;	/* "contracts" */
	size_t amount;		/* the field to add up */

	struct row row;		/* opened by the caller */

	/* The rest begins as zeros. */
	size_t taken;
	int64_t lost;
	bool more;		/* than fits in lost */
};

/* The record in hand is done with, taken or refused. */
void outcome_part_count(struct outcome_part *p);

/* Say how much is in no sum, and close all; returns the exit status. */
int outcome_part_close(struct outcome_part *p);

/* Refuse the record in hand for a fault of its key. */
void outcome_part_refuse(const struct row *r, enum outcomes_fault fault,
    size_t key);

#endif
