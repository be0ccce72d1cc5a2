#ifndef CIVIC_MOMENT_H
#define CIVIC_MOMENT_H

/*
 * Moments of the clock on the wall: the seconds since 1970-01-01T00:00 of a
 * clock that was never put back or forward.  Which clock it is, the record
 * knows: ours are in the local time of Kazakhstan.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define MOMENT_DAY 86400

/*
 * YYYY-MM-DDTHH:MM or YYYY-MM-DDTHH:MM:SS and nothing else: a day alone is no
 * moment, and no day has an hour 24 or a second 60.  On false, *moment is as
 * it was.
 */
bool moment_parse(struct str s, int64_t *moment);

/* HH:MM or HH:MM:SS, as seconds of the day; the same on false. */
bool moment_parse_time(struct str s, long *seconds);

/* The day on which it is, as civic/date.h counts. */
long moment_day(int64_t moment);

#endif
