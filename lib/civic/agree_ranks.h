#ifndef CIVIC_AGREE_RANKS_H
#define CIVIC_AGREE_RANKS_H

/*
 * Kendall's W, the agreement of rankings, with ties:
 *
 *	12 S / (m^2 (n^3 - n) - m T)
 *
 * for m experts who each rank n units, S the sum of squared deviations of the
 * units' sums of ranks, T the sum of t^3 - t over the groups of t equal marks
 * of an expert (M. G. Kendall, B. Babington Smith, "The problem of m
 * rankings", 1939).  Equal marks have the rank in their middle.  It is made
 * from the units that every expert has marked.
 */

#include "civic/agree.h"

void agree_ranks_new(struct agree_work *w);
void agree_ranks_find(struct agree_work *w, struct agree_answer *out);

#endif
