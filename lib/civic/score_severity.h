#ifndef CIVIC_SCORE_SEVERITY_H
#define CIVIC_SCORE_SEVERITY_H

/*
 * Correction for severe and lenient experts who mark different applications.
 *
 * For each criterion the marks are taken as mark = application + expert +
 * rest, with the smallest sum of squared rests (Braun 1988).  The experts'
 * parts of it are measured against their mean, which is 0; a mark less its
 * expert's part is the corrected mark.  If all experts mark all applications,
 * an expert's part is simply his mean mark less everybody's.
 *
 * Experts can be compared only where common applications join them, directly
 * or through others.  A panel that falls apart is corrected within each part.
 *
 * The parts are solved for exactly, as fractions, and rounded once, to the
 * rubric's places, halves away from 0: Cramer's determinants are computed
 * modulo enough primes to know them as whole numbers (more than Hadamard's
 * bound), so that no approximation and no order of steps is in the answer.
 */

#include "civic/score.h"

/* The work grows with the fourth power of the experts in a part. */
#define SCORE_SEVERITY_EXPERTS 256

/*
 * Set severity, part and parts of a grouped score.  False, and *criterion
 * says which, if a part has more experts than can be solved for.
 */
bool score_severity_find(struct score *s, size_t *criterion);

/* Decimal places of a corrected mark, and the mark itself in these units. */
int score_severity_places(const struct score_rubric *rubric);
int64_t score_severity_value(const struct score *s, size_t criterion,
    uint32_t expert, int32_t units);

#endif
