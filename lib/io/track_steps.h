#ifndef IO_TRACK_STEPS_H
#define IO_TRACK_STEPS_H

/* forum-track -e: a record for each step of a proposal. */

#include "base/buf.h"
#include "civic/track_judge.h"

struct track_steps {
	const struct track *t;
	struct track_law *law;
	size_t number;		/* of the proposal in hand */
	struct buf text;
};

void track_steps_fields(void);

/* The proposals as they were read, the steps as the law takes them. */
void track_steps_print(struct track_steps *s);

#endif
