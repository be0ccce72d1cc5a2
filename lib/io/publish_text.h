#ifndef IO_PUBLISH_TEXT_H
#define IO_PUBLISH_TEXT_H

/* Values of JSON that both formats have: days, moments, identifiers, sums. */

#include "io/json_out.h"
#include "io/publish.h"

/* How a day is meant where a moment must be given. */
enum publish_end { DAY_BEGINS, DAY_ENDS };

/*
 * A day as a moment, its first or its last second; a moment (YYYY-MM-DDTHH:MM
 * of the clock in Kazakhstan) with its offset.  An empty text is left out.  A
 * day before all offsets of the rules dies.
 */
void publish_text_day(struct json_out *o, const struct publish *p,
    const char *key, struct str day, enum publish_end end);
void publish_text_moment(struct json_out *o, const struct publish *p,
    const char *key, struct str moment);

/* The day itself, YYYY-MM-DD. */
void publish_text_date(struct json_out *o, const char *key, long day);

/* An organisation's identifier. */
void publish_text_id(struct json_out *o, const char *key, struct str id);

/* A date of a row, which is known to be one; a day after all if it is empty. */
long publish_text_when(struct str date);

#endif
