#ifndef IO_TABLE_H
#define IO_TABLE_H

/*
 * A file of records of a kind, kept in memory and looked up by one of its
 * fields: what goes along with a stream.
 *
 * Its records are checked against the schema of the kind.  One that is not
 * good, or whose key was there before, is refused and not kept.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "io/rec.h"

#define TABLE_NONE ((size_t)-1)

struct table_row {
	const struct str *value;	/* of the fields asked for, in order */
	size_t next;			/* with the same text, or TABLE_NONE */
	struct str where;		/* "file:line" */
	bool used;			/* for the caller */
};

struct table {
	struct map texts;	/* of the field by which it is looked up */
	size_t *first, *last;	/* rows of a text */
	struct table_row *row;
	size_t count;
	size_t refused;

	/* The rest is for table.c alone. */
	struct map keys;	/* parts of a key have tabs between them */
	size_t texts_room, rows_room;
};

/*
 * Read a file; NULL if it is NULL.  by is a field; fields are names with
 * blanks between them, of which rows have the values.  check, if not NULL,
 * refuses the record in hand, whose values these are, or is true.
 */
struct table *table_read(struct arena *a, const char *file, const char *kind,
    const char *by, const char *fields,
    bool (*check)(void *with, struct rec *in, const struct str *value),
    void *with);

/* Whether there is a record with this key, in a table that is not NULL. */
bool table_has(const struct table *t, struct str key);

/* The first row of a text, or TABLE_NONE, also of a table that is NULL. */
size_t table_find(const struct table *t, struct str text);

void table_free(struct table *t);

#endif
