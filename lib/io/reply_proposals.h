#ifndef IO_REPLY_PROPOSALS_H
#define IO_REPLY_PROPOSALS_H

/* Proposals with what became of them, added up for forum-report(1). */

#include "io/reply_groups.h"

struct reply_files {
	const char *rules, *routes, *extensions, *answers, *rejects;
	long day;
};

/*
 * Read all of it and add it up, as it stands on the day; the exit status so
 * far.
 */
int reply_proposals_add(struct reply_groups *g, struct rec *in,
    const struct reply_files *files);

/* Say how many records are in no sum: refused, or of a later day. */
void reply_proposals_left_out(const char *what, size_t refused, size_t later,
    size_t taken, long day);

#endif
