#ifndef CIVIC_PANEL_H
#define CIVIC_PANEL_H

/*
 * The marks that a panel of experts gave for one criterion, laid out for
 * looking at all of them many times: units (applications with a mark) in the
 * order of their names, each with its marks in the order of its experts'.
 * So no sum over them depends on the order in which the marks came.
 *
 * Only marks that count for a score are there: none of experts in conflict,
 * none given twice.
 */

#include "base/arena.h"
#include "civic/score.h"

struct panel_mark {
	uint32_t expert, value;		/* numbers from 0 */
};

struct panel {
	size_t units, experts, values, marks;
	uint32_t *first;	/* unit u has mark[first[u]] to first[u + 1] */
	struct panel_mark *mark;
	uint32_t *standing;	/* of each expert, as score->standing */

	/* Marks in ascending order, counted in steps from the lowest; the
	 * lowest itself in these steps; what a step is in marks. */
	double *number, low, step;

	/* Experts whom common units join are of one part, numbered from 1. */
	uint32_t *part, parts;
};

/*
 * Lay out a criterion of a grouped score, in the arena.  meaning, if it is
 * not NULL, has for each mark's units the decimal units that stand for them,
 * with the rubric's places.
 */
void panel_find(struct panel *p, const struct score *s, size_t criterion,
    const int64_t *meaning, struct arena *a);

/*
 * The same for the weighted sum of all criteria, of experts who marked them
 * all.  False if the sums would not be whole numbers under 2^53.
 */
bool panel_find_sum(struct panel *p, const struct score *s, struct arena *a);

#endif
