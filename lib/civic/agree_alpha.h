#ifndef CIVIC_AGREE_ALPHA_H
#define CIVIC_AGREE_ALPHA_H

/*
 * Krippendorff's alpha, 1 - observed / expected disagreement, on units with
 * two marks or more (K. Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability", 2011).  Disagreement is the mean over pairs of marks of
 *
 *	nominal		1 if they differ
 *	interval	(a - b)^2
 *	ratio		((a - b) / (a + b))^2
 *	ordinal		(the places of a and b among all marks, that of equal
 *			marks in their middle)^2
 *
 * Marks are counted by value, so that pairs of marks are never gone through;
 * on a ratio scale pairs of different values are.
 */

#include "civic/agree.h"

void agree_alpha_new(struct agree_work *w);
void agree_alpha_find(struct agree_work *w, struct agree_answer *out);

#endif
