#ifndef IO_TRACK_FILES_H
#define IO_TRACK_FILES_H

/*
 * Proposals that are followed, as records of the kind.  What does not fit is
 * refused or told, and the exit status so far returned.
 */

#include "civic/track_judge.h"
#include "io/rec.h"

struct track_files {
	struct track *t;
	struct track_law *law;
	const char *rejects;	/* of proposals, or NULL */
	bool may_lack_days;	/* proposals without a day are not told */
	bool titles;		/* are to be kept */

	/* May be NULL: a proposal was taken. */
	void (*take)(void *context, struct rec *in, size_t number);
	void *context;

	/* Set when they are read: there are titles; how many were refused. */
	bool titled;
	size_t refused;
};

/*
 * The terms `forwarding` and `extension-notice` of a rule file, and `appeal`
 * or, of "FILE:TERM", another one; all trouble dies.
 */
void track_files_law(struct arena *a, struct track_law *law,
    const char *rules, long day);

/* The main stream, which comes first; it is closed. */
int track_files_proposals(struct track_files *f, struct rec *in);

#endif
