#ifndef CIVIC_OFFSET_H
#define CIVIC_OFFSET_H

/*
 * How far a country's clock is ahead of UTC, which changes from some days on;
 * and moments with their offset, as RFC 3339 writes them.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

struct offset {
	long from;		/* the first day, as civic/date.h counts */
	long minutes;		/* ahead of UTC */
};

/* +05:00, up to 23:59 either way.  On false, *minutes is as it was. */
bool offset_parse(struct str s, long *minutes);

/*
 * Append a moment of the clock on the wall, by its day and the second in it:
 * 2026-04-15T18:00:00+05:00.  The list is in the order of its days.  False,
 * and nothing appended, if the day is before all of them.
 */
bool offset_moment(struct buf *out, const struct offset *list, size_t count,
    long day, long second);

#endif
