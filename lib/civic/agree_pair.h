#ifndef CIVIC_AGREE_PAIR_H
#define CIVIC_AGREE_PAIR_H

/*
 * Pairs of experts whose marks are equal more often than those of the others
 * who marked the same.
 *
 * A pair is looked at over the units that both marked and a third did too.
 * How often it should be equal is the sum, over these, of the share of equal
 * pairs among the unit's other pairs.  How far it is from that is counted in
 * standard deviations of as many equal chances p, where p is that sum and a
 * half, over one more than the units: the half keeps the deviation from
 * being 0 where no others are ever equal.
 */

#include "civic/agree.h"

struct agree_pair {
	uint32_t expert, other;		/* standings */
	size_t common, equal;
	double expected, excess;
};

/*
 * Say all pairs with common units, by their names, over several panels of
 * one score (one for each criterion) that has so many experts.
 */
void agree_pair_each(const struct panel *p, size_t panels, size_t experts,
    void (*say)(void *data, const struct agree_pair *pair), void *data);

#endif
