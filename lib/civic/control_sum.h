#ifndef CIVIC_CONTROL_SUM_H
#define CIVIC_CONTROL_SUM_H

/*
 * Sums of acts of public control.  Each count of a group stands in one place
 * of n, under the name that control_sum_name has there.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "civic/control_case.h"

enum control_sum_place {
	CONTROL_SUM_ACTS, CONTROL_SUM_WRONG, CONTROL_SUM_REFUSED,
	CONTROL_SUM_SUBJECTS,		/* not said, conform, not */
	CONTROL_SUM_DOCUMENTS = CONTROL_SUM_SUBJECTS + 3,
	CONTROL_SUM_NOTICES = CONTROL_SUM_DOCUMENTS + 3,
	/* Behind each of these three, a place for each control_state. */
	CONTROL_SUM_SENDINGS = CONTROL_SUM_NOTICES + 1 + CONTROL_STATES,
	CONTROL_SUM_ANSWERS = CONTROL_SUM_SENDINGS + 1 + CONTROL_STATES,
	CONTROL_SUM_NOT_SEPARATE = CONTROL_SUM_ANSWERS + 1 + CONTROL_STATES,
	CONTROL_SUM_PLACES
};

/* NULL where nothing can ever be counted: nobody misses an answer. */
extern const char *const control_sum_name[CONTROL_SUM_PLACES];

struct control_sum {
	int64_t n[CONTROL_SUM_PLACES];
	long overdue_days;	/* of what is overdue the longest */
};

void control_sum_add(struct control_sum *s, const struct control_case *c);

/*
 * Whether the groups, which were counted apart from all, add up to it, and
 * whether in each of them, and so in all, the states add up to what has one.
 */
bool control_sum_holds(const struct control_sum *group, size_t count,
    const struct control_sum *all);

#endif
