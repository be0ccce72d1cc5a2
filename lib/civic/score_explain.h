#ifndef CIVIC_SCORE_EXPLAIN_H
#define CIVIC_SCORE_EXPLAIN_H

/* Each mark of an application: whether it counts, why, and for how much. */

#include "base/arena.h"
#include "civic/score_result.h"

enum score_why {
	SCORE_KEPT,
	SCORE_IS_HIGHEST, SCORE_IS_LOWEST,	/* an extreme */
	SCORE_IS_CONFLICT,			/* the expert is excluded */
	SCORE_IS_TWICE,				/* given more than once */
	SCORE_IS_UNMARKED,			/* and said so */
};

struct score_line {
	uint32_t criterion, expert;
	int32_t units;		/* the mark, with places, or SCORE_UNMARKED */
	enum score_why why;
	bool counts;		/* it is kept, or an extreme not dropped */
	int64_t value;		/* of a kept or extreme one: corrected, and
				 * taken for its neighbour, if it is so */
	int64_t share;		/* if it counts, with SCORE_PLACES_MAX */
};

/*
 * The lines of an application, by criterion, expert's name and mark; they
 * live in the arena.  Of equal extremes the first by name is the lowest, the
 * last the highest.  The shares of a criterion are in the proportion of the
 * corrected marks, for a median only of those in the middle, and their sum
 * is exactly what the criterion adds to the score.
 */
size_t score_explain(const struct score_results *r, uint32_t application,
    struct arena *a, struct score_line **lines);

/* The same for experts: their sheets of an application in order of names. */
size_t score_explain_sheets(const struct score *s, uint32_t application,
    struct arena *a, uint32_t **sheets);

/* The marks that a sheet has twice for a criterion; how many. */
size_t score_explain_again(const struct score *s, uint32_t sheet,
    uint32_t criterion, const struct score_again **again);

#endif
