#ifndef CIVIC_LIKENESS_H
#define CIVIC_LIKENESS_H

/*
 * How alike two texts are: the shingles (runs of so many letters) that both
 * have, of all that one of them has, each counted once.  Exact: shingles are
 * compared letter by letter.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "civic/wording.h"

struct likeness {
	uint32_t common, all;
};

/* Memory for the comparison; all zeros is ready. */
struct likeness_table {
	struct likeness_slot *slot;
	size_t room, slots;
};

/* Texts without letters are not alike: 0 of 0. */
struct likeness likeness_of(struct likeness_table *t, const struct wording *a,
    const struct wording *b, size_t letters);

/* Whether it is at least so many percent; and the percent, rounded down. */
bool likeness_reaches(struct likeness l, long percent);
long likeness_percent(struct likeness l);

/* Whether a is more than b. */
bool likeness_more(struct likeness a, struct likeness b);

void likeness_free(struct likeness_table *t);

#endif
