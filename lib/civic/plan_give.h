#ifndef CIVIC_PLAN_GIVE_H
#define CIVIC_PLAN_GIVE_H

/* The lots of a plan whose themes are in order. */

#include "civic/plan.h"

/* Say of each theme what came of it; the themes with a lot are numbered. */
void plan_give(struct plan *p);

/*
 * Append why a theme has its lot, or has none: "1 of 10: priority 4.54,
 * people 390", "priority 2.10: the least is 3.00".
 */
void plan_give_why(const struct plan *p, const struct plan_theme *t,
    struct buf *out);

/* Append the articles that it rests on. */
void plan_give_cite(const struct plan *p, const struct plan_theme *t,
    struct buf *out);

/* Append a figure, with its places. */
void plan_give_figure(struct buf *out, enum plan_figure figure, int64_t x);

#endif
