#ifndef IO_TRACK_ROWS_H
#define IO_TRACK_ROWS_H

/* Printing the records that forum-track(1) describes. */

#include "base/buf.h"
#include "civic/track_judge.h"

struct track_rows {
	const struct track *t;
	struct track_law *law;
	bool titled;		/* print the titles */
	bool by_body;		/* only what is owed, body by body */
	bool check;		/* only what is owed within so many days */
	long within;

	/* The rest begins as zeros. */
	size_t owed;		/* with check: how many there are */
	struct buf text;
};

void track_rows_fields(const struct track_rows *r);

/* The record of a proposal. */
void track_rows_put(struct track_rows *r, size_t number);

/* What is wrong with an extension, in words behind what is there. */
void track_rows_unlawful(struct buf *out, unsigned unlawful, int32_t limit);

/* "lawful", "unlawful", or "unknown". */
const char *track_rows_verdict(unsigned unlawful);

/* A day, or nothing. */
void track_rows_day(int32_t day);

void track_rows_free(struct track_rows *r);

#endif
