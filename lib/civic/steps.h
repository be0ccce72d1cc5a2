#ifndef CIVIC_STEPS_H
#define CIVIC_STEPS_H

/*
 * The steps of contracts: for each pair of a contract and a number one day,
 * in 16 bytes.  A table of all zeros is empty and ready.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct steps {
	size_t count;

	/* The rest is for steps.c alone. */
	struct steps_entry *entry;
	size_t room;
};

/* False, and nothing changes, if the pair is there.  no is 1 or more. */
bool steps_add(struct steps *s, uint32_t contract, int32_t no, int32_t day);

/* False if there is no such pair; else its day. */
bool steps_find(const struct steps *s, uint32_t contract, int32_t no,
    int32_t *day);

/*
 * Whether a number of a contract comes for the first time.  Those up to 64
 * cost a bit of *seen, which the caller keeps for the contract, from 0.
 */
bool steps_meet(struct steps *s, uint64_t *seen, uint32_t contract,
    int32_t no);

void steps_free(struct steps *s);

#endif
