#ifndef IO_REPLY_ROWS_H
#define IO_REPLY_ROWS_H

/* Printing the records that forum-report(1) describes. */

#include "io/reply_groups.h"

/* Dies if the field of the groups has the name of another. */
void reply_rows_fields(const struct reply_groups *g);

/*
 * A record for each group and one for all.  Groups stand in the order of
 * their bytes, clauses in that of civic/clause.h.
 */
void reply_rows_print(const struct reply_groups *g);

/* A code of answers as the name of a field: taken-note is taken_note. */
char *reply_rows_code(struct arena *a, struct str code);

#endif
