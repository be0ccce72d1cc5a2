#ifndef CIVIC_AGREE_KAPPA_H
#define CIVIC_AGREE_KAPPA_H

/*
 * Fleiss' kappa, (observed - expected) / (1 - expected) agreement (J. L.
 * Fleiss, "Measuring nominal scale agreement among many raters", 1971).
 *
 * Where marks are missing it is K. L. Gwet's form of it (Handbook of
 * Inter-Rater Reliability, 2014): what is observed is the mean share of equal
 * pairs over units with two marks or more; what is expected is the sum of
 * squares of the values' shares, each the mean of its shares in all units.
 */

#include "civic/agree.h"

void agree_kappa_new(struct agree_work *w);
void agree_kappa_find(struct agree_work *w, struct agree_answer *out);

#endif
