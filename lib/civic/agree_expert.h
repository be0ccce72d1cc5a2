#ifndef CIVIC_AGREE_EXPERT_H
#define CIVIC_AGREE_EXPERT_H

/* Each expert of a panel beside the others. */

#include "civic/agree.h"

struct agree_expert {
	size_t marks, shared;	/* given; of units that others marked too */
	bool numbers;		/* the scale has differences: the next ones */
	double mean;
	double severity;	/* mean of mark - mean of the others' marks */
	double spread;		/* standard deviation; with two marks or more */

	/*
	 * With the mean of the others' marks of the same units: correlation,
	 * or on a nominal scale the mean share of those that are the same.
	 */
	double agreement;
	const char *why;	/* there is none, or NULL */
};

/* All experts of a panel, in its order, in the arena. */
struct agree_expert *agree_expert_find(const struct panel *p,
    enum agree_scale scale, struct arena *a);

#endif
