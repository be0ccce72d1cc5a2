#ifndef IO_SITTING_H
#define IO_SITTING_H

/* Reading the records of a commission's sitting. */

#include "base/arena.h"
#include "civic/award.h"
#include "civic/commission.h"
#include "civic/schema.h"

/* What is read; conflicts may be NULL. */
struct sitting_files {
	const char *sitting, *experts, *attendance, *votes, *conflicts;
};

/* A conflict of an expert over an application. */
struct sitting_conflict {
	size_t expert, bid;
	struct str why;
	bool declared;		/* if not, it follows from an affiliation */
};

struct sitting {
	const struct schema *schema;
	struct str *value;	/* of the sitting, by the schema's fields */
	struct commission commission;
	struct sitting_conflict *conflict;
	size_t conflicts, conflictroom;
};

/*
 * Read all, for the bids that were decided.  Records of other sittings are
 * passed over.  All that are wrong are named, and then it dies: a quorum, a
 * recusal or a vote may hang on each.
 */
void sitting_read(struct sitting *s, struct arena *a,
    const struct sitting_files *files, const struct award *w,
    const struct award_bid *bid, size_t bids);

/* What the record of the sitting says in a field of its schema. */
struct str sitting_value(const struct sitting *s, struct str field);

void sitting_free(struct sitting *s);

#endif
