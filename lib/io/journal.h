#ifndef IO_JOURNAL_H
#define IO_JOURNAL_H

/*
 * The journal of the register: an entry for each change, to which things are
 * only added.  civutils-register(5) says how an outsider follows it.
 *
 * The hash of an entry is the SHA-256 of its line as reg-log prints it,
 * without the last field (the hash itself) and the tab before it, but with
 * the LF.  The line has the hash of the entry before, so that each hash
 * stands for all that went before.
 */

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/str.h"
#include "io/sql.h"

#define JOURNAL_HASH ((size_t)2 * DIGEST_SHA256)

struct journal_entry {
	int64_t entry;		/* 1, 2, 3 ... */
	struct str at;		/* UTC: 2026-07-01T09:30:00Z */
	struct str who, program, kind, key;
	struct str before;	/* empty when the record is new */
	struct str after;	/* both as civic/canonical.h */
	struct str previous;	/* hash of the entry before; empty in the first */
	struct str hash;
	int64_t prior;		/* the entry that changed the record before, or 0 */
	int64_t run;		/* the run that it is of: 1, 2, 3 ... */
};

struct journal {
	struct sql *sql;
	int64_t entries, run;
	char last[JOURNAL_HASH];	/* hash of the last entry, if there is one */
	char at[21];			/* of the run */
	struct str who;
	struct buf common;		/* what its entries' lines have in common */
	struct buf line;
	struct sql_query *insert;
};

/* Make the tables, in a new register. */
void journal_make(struct sql *s);

/* How many entries there are. */
int64_t journal_count(struct sql *s);

/*
 * Begin and end a run's entries, within a transaction: all of them have the
 * time of its beginning.  who lives as long as the run; empty, it is the
 * login name.
 */
void journal_open(struct journal *j, struct sql *s, struct str who);
void journal_close(struct journal *j);

/*
 * Append an entry; of e, only kind, key, before, after and prior are looked
 * at.  Returns its number.
 */
int64_t journal_append(struct journal *j, const struct journal_entry *e);

/* The line that is hashed, and its hash. */
void journal_line(struct buf *out, const struct journal_entry *e);
void journal_hash(struct str line, char out[JOURNAL_HASH]);

/*
 * Read entries: those whose number is from first on, in order, or one.
 * Their texts live until the next.
 */
struct sql_query *journal_read(struct sql *s, int64_t first);
struct sql_query *journal_read_one(struct sql *s);
bool journal_next(struct sql_query *q, struct journal_entry *e);
bool journal_find(struct sql_query *one, int64_t entry,
    struct journal_entry *e);

/*
 * Turn from an entry to the one that changed the same record before; false
 * if there is none.  Dies if that one is not there, or was not before.
 */
bool journal_back(struct sql *s, struct sql_query *one,
    struct journal_entry *e);

#endif
