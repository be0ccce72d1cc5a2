#ifndef IO_REPLY_COMMENTS_H
#define IO_REPLY_COMMENTS_H

/*
 * Comments on draft acts, as records of the kind: added up for
 * forum-report(1), or set side by side in its table.
 */

#include "io/reply_groups.h"

/* Whether the records are comments. */
bool reply_comments_are(const struct rec *in);

/* Those that came by the day; the exit status so far. */
int reply_comments_add(struct reply_groups *g, struct rec *in, long day,
    const char *rejects);

/*
 * Print them: document, clause, comment, author, disposition, reason, by
 * documents and clauses.
 */
int reply_comments_table(struct rec *in, long day, const char *rejects);

#endif
