#ifndef CIVIC_AGREE_ICC_H
#define CIVIC_AGREE_ICC_H

/*
 * Intraclass correlations (P. E. Shrout, J. L. Fleiss, "Intraclass
 * correlations: uses in assessing rater reliability", 1979): of one mark
 * (1,1 2,1 3,1) and of the mean of all marks of a unit (1,k 2,k 3,k).
 *
 * The first form takes all differences within a unit for error, whoever gave
 * the marks, so it is made from all units with two marks or more; where they
 * have different numbers of them, k is (N - sum of squares / N) / (units - 1),
 * for N marks in all (A. Donner, "A review of inference procedures for the
 * intraclass correlation coefficient", 1986).
 *
 * The others tell experts apart: as some of many (2), or as the only ones
 * (3).  They need units that every expert has marked, and use no others.
 */

#include "civic/agree.h"

void agree_icc_new(struct agree_work *w);
void agree_icc_one_way(struct agree_work *w, struct agree_answer *out);
void agree_icc_two_way(struct agree_work *w, struct agree_answer *out);

#endif
