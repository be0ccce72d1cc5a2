#ifndef IO_CONTROL_REPLIES_H
#define IO_CONTROL_REPLIES_H

/*
 * The recommendations of acts of public control, kept in memory until their
 * act comes.  What does not fit, or has a day outside the calendar, is
 * refused.
 */

#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "civic/control_case.h"
#include "io/table.h"

struct control_replies {
	/* For control_replies.c alone. */
	struct table *table;
	size_t room;
	int status;
};

/* The file may be NULL: no act has any. */
void control_replies_read(struct control_replies *r, struct arena *a,
    const char *file);

/* Judge those of the act in c, and put them there. */
void control_replies_take(struct control_replies *r, struct control_case *c,
    long day);

/*
 * Refuse those whose acts did not come, of which some were refused
 * themselves.  The exit status.
 */
int control_replies_close(struct control_replies *r,
    const struct map *refused);

#endif
