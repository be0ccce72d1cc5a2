#ifndef IO_TWIN_H
#define IO_TWIN_H

/*
 * Which records of a kind have the same values, folded (name_fold), in a set
 * of fields.
 *
 * The table reg_twin has for each record and set a number, by which few are
 * looked at: the first 8 bytes of the SHA-256 of the kind, the names of the
 * fields and their folded values, with a tab before each but the first.  A
 * record of which one of the fields is empty is not in it.  Which sets there
 * are stands in the table reg_twins, so that all programs keep them.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "io/store.h"

struct twin {
	struct store *store;
	int64_t set;		/* its number in reg_twins */
	size_t *column, count;	/* its fields */

	/* The rest is for twin.c alone. */
	struct sql_query *find, *add, *drop;
	struct buf folded, other;
	struct buf raw, last;	/* of what folded is made, and was */
	int64_t number;		/* of folded */
	struct twin_load *load;	/* all of them, before they have a table */
};

/* Make the tables, in a new register. */
void twin_make(struct sql *s);

/*
 * The sets of a kind, in the arena.  loading: the kind has no records yet;
 * what is added is written by twin_settle, before the transaction ends.
 */
struct twin *twin_open(struct store *store, bool loading, size_t *count);
void twin_settle(struct twin *t);
void twin_close(struct twin *t);

/* A set that is new: note it, and take in the records that there are. */
void twin_declare(struct twin *t, struct store *store, bool loading,
    const size_t *column, size_t count);

/* Whether it is this set of columns. */
bool twin_is(const struct twin *t, const size_t *column, size_t count);

/* A record is there, or is so no more. */
void twin_add(struct twin *t, int64_t entry, const struct str *value);
void twin_drop(struct twin *t, int64_t entry, const struct str *value);

/*
 * The first record, other than the one of entry self, with the values of
 * this one, which is not the one fetched last: fetched by store_fetch, or
 * NULL.
 */
const struct str *twin_find(struct twin *t, int64_t self,
    const struct str *value);

/*
 * To compare what the tables have with what they should have: what a record
 * adds to the table, and all that is in it.
 */
struct twin_sum {
	uint64_t count, sum;
};
void twin_count(struct twin *t, int64_t entry, const struct str *value,
    struct twin_sum *sum);
void twin_count_all(struct sql *s, struct twin_sum *sum);

#endif
