#ifndef IO_REPLY_TOTALS_H
#define IO_REPLY_TOTALS_H

/* Totals that somebody published, held against the sums. */

#include "io/reply_groups.h"

/*
 * A file of totals: records with the field of the groups (of clauses, the
 * document too), empty for all, and any counts of the report.  What differs
 * from the sums is told by its line; so are totals that do not add up
 * themselves.  Returns the exit status.
 */
int reply_totals_compare(const struct reply_groups *g, const char *file);

#endif
