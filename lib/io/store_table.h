#ifndef IO_STORE_TABLE_H
#define IO_STORE_TABLE_H

/*
 * What the engine has of a kind: its table, the index of its keys, its view
 * and its triggers, all made from what reg_field says of it and from nothing
 * else, so that they can be made again and compared (io/shape.h).
 */

#include <stddef.h>

#include "base/buf.h"
#include "io/store.h"

/* Make the table with its triggers. */
void store_table_make(const struct store *t);

/* Add the columns from this one on to the table that is there. */
void store_table_extend(const struct store *t, size_t from);

/* Make the index of its keys, if it has none; take it away. */
void store_table_index(const struct store *t);
void store_table_drop_index(const struct store *t);

/* Make the view anew, with the columns in this order. */
void store_table_show(const struct store *t, const size_t *order);

/* A name made of ours around the kind's: "ngo" and "_shown". */
void store_table_name(struct buf *out, const struct store *t,
    const char *after);

/*
 * The one column of text that is the key of the kind which a column refers
 * to; an empty view if that kind has no such key.
 */
struct str store_table_target(const struct store *t, size_t column);

#endif
