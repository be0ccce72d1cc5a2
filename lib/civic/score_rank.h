#ifndef CIVIC_SCORE_RANK_H
#define CIVIC_SCORE_RANK_H

/*
 * Ranks: 1, 2, 2, 4.  Applications of the same score are told apart by the
 * rubric's keys, one after the other; what has no value for a key comes
 * after what has one.  The lot is drawn among those that are still together,
 * listed in the order of their names.
 */

#include "civic/score_result.h"

/* Set rank, tied, shared, key, and the order: by rank, then by name. */
void score_rank_find(struct score_results *r);

#endif
