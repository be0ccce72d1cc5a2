#ifndef IO_REPLY_GROUPS_H
#define IO_REPLY_GROUPS_H

/* Which group of forum-report(1) a proposal or a comment belongs to. */

#include "base/buf.h"
#include "civic/replies.h"
#include "io/rec.h"

struct reply_groups {
	struct replies *r;
	const char *by;		/* a field, or NULL: all are one group */
	bool comments;		/* else they are proposals */

	/* The rest is for reply_groups.c alone. */
	enum { REPLY_ALL, REPLY_FIELD, REPLY_YEAR, REPLY_CLAUSE,
		REPLY_BODY } how;
	size_t place, document;
	struct buf key;
};

/* Records are about to be read.  Dies if there is no such field. */
void reply_groups_open(struct reply_groups *g, const struct rec *in);

/* The body of a proposal is known only when its routes are read. */
bool reply_groups_by_body(const struct reply_groups *g);

/*
 * The group of the record in hand.  Of clauses the key is the document, a
 * tab and the clause.
 */
uint32_t reply_groups_find(struct reply_groups *g, struct rec *in);

/* Whether groups are clauses, with their documents. */
bool reply_groups_are_clauses(const struct reply_groups *g);

void reply_groups_free(struct reply_groups *g);

#endif
