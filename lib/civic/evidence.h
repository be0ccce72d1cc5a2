#ifndef CIVIC_EVIDENCE_H
#define CIVIC_EVIDENCE_H

/*
 * Likelihoods as points, ten of which make ten times as likely (decibans),
 * kept as counts of 10^-3: a product is then a sum.  All in whole numbers,
 * the same on every machine.
 */

#include <stddef.h>
#include <stdint.h>

enum {
	EVIDENCE_PLACES = 3,
	EVIDENCE_STEPS = 1210,	/* tenths of a point, that make a share of 0 */
};

/* The points of a number from 1 on: 10 has 10.000, 2 has 3.010. */
int64_t evidence_points(uint64_t n);

/* What is less likely by so many tenths of a point, in 2^-40. */
struct evidence {
	uint64_t part[EVIDENCE_STEPS];
};

void evidence_build(struct evidence *e);

/*
 * The shares, in hundredths of a percent, that the highest and the next of
 * some points have among the likelihoods of all.  They count as num / den of
 * themselves, at most as much as they are.
 */
struct evidence_share {
	int64_t highest, next;
};

struct evidence_share evidence_share(const struct evidence *e,
    const int64_t *points, size_t count, int64_t highest, int64_t next,
    int64_t num, int64_t den);

#endif
