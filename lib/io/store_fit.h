#ifndef IO_STORE_FIT_H
#define IO_STORE_FIT_H

/*
 * Tables from schemas: reg_field is told what a kind's fields are, and the
 * table is made of that (io/store_table.h), or extended when the schema gains
 * fields.  Nothing else about a table is ever changed.
 */

#include <stdbool.h>

#include "civic/schema.h"
#include "io/store.h"

/* Die, and tell the difference, if the schema cannot read the table. */
void store_fit_check(const struct store *t, const struct schema *schema);

/*
 * Within a transaction, make the table or extend it, so that it fits the
 * schema; it was opened within it, and those it refers to are there.  An
 * empty table may be loaded without an index of its keys, which store_settle
 * then makes.
 */
void store_fit(struct store *t, const struct schema *schema, bool loading);

#endif
