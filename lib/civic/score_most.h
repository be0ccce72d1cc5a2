#ifndef CIVIC_SCORE_MOST_H
#define CIVIC_SCORE_MOST_H

/*
 * The score that an application would have if each mark that counts were the
 * highest of the scale: what "71 of 75" is of.  With total_places.  False if
 * it would not fit in 63 bits.
 */

#include "civic/score_result.h"

bool score_most(const struct score_results *r, uint32_t application,
    int64_t *most);

#endif
