#ifndef IO_STORE_H
#define IO_STORE_H

/*
 * The table of a kind of record, and its records; io/store_fit.h makes it fit
 * its schema.
 *
 *	ngo	reg_entry  reg_changed  bin  name_ru  property ...
 *
 * reg_entry is the journal's entry that registered the record, reg_changed
 * the one that changed it last.  Numbers and money are whole numbers of
 * their last digit; the view ngo_shown has them as people write them.  What
 * has no value is NULL.  The table reg_field keeps what the columns mean, so
 * that a register can be read and verified without its schemas.
 *
 * The columns stand in the order in which their fields came.  A record is an
 * array of as many values, as people write them; an empty one is no value.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"
#include "civic/canonical.h"
#include "civic/schema.h"
#include "io/sql.h"

struct store_column {
	struct str name, type;	/* "decimal(2)", "ref ngo", "list of text" */
	bool units;		/* stored as a whole number of its last digit */
	int places;
};

struct store {
	struct sql *sql;
	struct arena *arena;
	struct str kind;
	struct store_column *column;
	size_t count;		/* 0 when the register has no such table */
	size_t *key;		/* the columns that make the key, in order */
	size_t keys;

	/* The rest is for store.c alone. */
	struct sql_query *insert, *update, *by_key, *by_entry;
	bool *bound;		/* values of insert that are not NULL */
	struct str *value;	/* of the record read last */
	struct str *parsed;
	struct canonical reader;
	char (*digits)[24];
	bool loading;		/* empty at first; has no index of its keys yet */
	struct map loaded;	/* the keys of its records, and their entries */
	int64_t *entry;
	size_t room;
};

/* Make the table of the tables' columns, in a new register. */
void store_make(struct sql *s);

/* The kinds that have a table, in order. */
struct str *store_kinds(struct sql *s, struct arena *a, size_t *count);

/*
 * The table of a kind.  What it is made of lives in the arena; its
 * statements live until store_close.
 */
void store_open(struct store *t, struct sql *s, struct arena *a,
    struct str kind);
void store_close(struct store *t);

/* Read anew what its columns are, since they have become others. */
void store_refresh(struct store *t);

/* All has been put: what was left for the end is done, in the transaction. */
void store_settle(struct store *t);

/* The column of a name, or STR_NONE. */
size_t store_column(const struct store *t, struct str name);

/* A value as it is written when it is read back: 5 as 5.00. */
struct str store_written(const struct store *t, size_t column,
    struct str value, char digits[24]);

/* By what a record is called: its key's values, escaped, tabs between. */
void store_key(struct buf *out, const struct store *t,
    const struct str *value);

/* The canonical text of a record. */
void store_canonical(struct buf *out, const struct store *t,
    const struct str *value);

/*
 * Read it back: an array of values, which live until the next time.  NULL if
 * it is no such text, or has a field that the table has not.
 */
const struct str *store_parse(struct store *t, struct str text);

/* The entry that registered the record of this key; 0 if there is none. */
int64_t store_find(struct store *t, struct str key, const struct str *value);

/*
 * The record that an entry registered, and the entry that changed it last.
 * Its values live until the next store_fetch or store_row.
 */
const struct str *store_fetch(struct store *t, int64_t entry,
    int64_t *changed);

void store_insert(struct store *t, int64_t entry, struct str key,
    const struct str *value);
void store_update(struct store *t, int64_t entry, int64_t changed,
    const struct str *value);

/*
 * For queries of others: append the names of all columns, each after a
 * comma; the record in a row that has them from a place on; bind a value
 * that a column is to be equal to.
 */
void store_columns(struct buf *text, const struct store *t);
const struct str *store_row(struct store *t, struct sql_query *q, int place);
void store_bind(const struct store *t, struct sql_query *q, int place,
    size_t column, struct str value);

#endif
