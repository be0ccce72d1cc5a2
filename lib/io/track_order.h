#ifndef IO_TRACK_ORDER_H
#define IO_TRACK_ORDER_H

/* Which proposals forum-track(1) prints, and in what order. */

#include "io/track_rows.h"

/*
 * What is owed, soonest first, then the others as they were read.  Returns
 * the exit status so far: terms that turned out to leave the calendar are
 * told.
 */
int track_order_print(struct track_rows *r);

/* Only tell of these terms. */
int track_order_tell(struct track_rows *r);

#endif
