#ifndef IO_STORE_FIT_H
#define IO_STORE_FIT_H

/*
 * Tables from schemas: a kind's table, its view and its triggers are made
 * from its schema, and extended when the schema gains fields.  Nothing else
 * about a table is ever changed.
 */

#include <stdbool.h>

#include "civic/schema.h"
#include "io/store.h"

/* Die, and tell the difference, if the schema cannot read the table. */
void store_fit_check(const struct store *t, const struct schema *schema);

/*
 * Within a transaction, make the table or extend it, so that it fits the
 * schema; those it refers to are there.  An empty table may be loaded
 * without an index of its keys, which store_settle then makes.
 */
void store_fit(struct store *t, const struct schema *schema, bool loading);

/* Make the index of its keys, if it has none. */
void store_fit_index(const struct store *t);

#endif
