#ifndef IO_FIND_H
#define IO_FIND_H

/*
 * Looking for records of a kind in the register: those that meet all
 * conditions, in the order of their key (texts by their bytes, numbers by
 * their value), as they are or as they stood at an earlier time.
 */

#include <stdbool.h>

#include "base/str.h"
#include "io/reg.h"

struct find;

/* All records of the kind, unless one of the next three says otherwise. */
struct find *find_open(struct reg_table *t);

/*
 * Only those whose field has this value; a list has it if one of its items
 * is it; an empty value asks for records that have none.  Dies, with the
 * nearest name, if there is no such field, and if the value does not fit it.
 * Values asked for live as long as the find.
 */
void find_where(struct find *f, struct str field, struct str value);

/* Only those that have these words: io/search.h. */
void find_search(struct find *f, struct str words);

/* As they stood before this time of the journal. */
void find_before(struct find *f, const char *at);

/*
 * The next record: a value for each field of the schema, until the next.
 * NULL after the last.
 */
const struct str *find_next(struct find *f);

void find_close(struct find *f);

#endif
