#ifndef IO_SQL_H
#define IO_SQL_H

/*
 * The door to SQLite, for the modules of the register alone.
 *
 * Every failure of the engine (locked, a full disk, a damaged file) is
 * trouble and dies here, with one line that names the file and what to do.
 * Text of SQL comes from the program or, for the names of tables and
 * columns, through sql_name from a schema; never from data, which is bound.
 * What is SQLite's alone, and not PostgreSQL's, stands here or is named by
 * one of the words below.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

/* Behind a CREATE TABLE: values must be of their column's type. */
#define SQL_STRICT " STRICT"
/* The same for a table that is stored in the order of its key. */
#define SQL_BY_KEY " STRICT, WITHOUT ROWID"

struct sql;
struct sql_query;

/*
 * Open a database that is there, to read it or to write it too.  A file that
 * the system lets nobody write can still be read.
 */
struct sql *sql_open(const char *file, bool write);

/*
 * Make a new one in memory, where no disk can be full; and what a file of it
 * is to have in it, until sql_close.
 */
struct sql *sql_make(void);
struct str sql_image(struct sql *s);

/*
 * What sql_run is given and the engine cannot do is left undone: for a
 * database in memory, made of what nobody vouches for.
 */
void sql_forgive(struct sql *s);

void sql_close(struct sql *s);
const char *sql_file(const struct sql *s);

/* Whether it can only be read: the file, or where it lies. */
bool sql_is_read_only(const struct sql *s);

/* Seconds to wait for another program to be done with it: 60 at first. */
void sql_wait(struct sql *s, int seconds);

/* Statements without values, several with a ; between. */
void sql_run(struct sql *s, const char *text);

/*
 * The marks of a file that say what it is, and the form of its content:
 * numbers of our own, 0 in a database of somebody else.
 */
void sql_mark(struct sql *s, int32_t what, int32_t form);
int32_t sql_what(struct sql *s);
int32_t sql_form(struct sql *s);

/*
 * A transaction that writes.  For the first load of an empty database, alone
 * is true: no other program reads meanwhile, a rollback journal stands in
 * for the write-ahead log (the pages are then written once, not twice), and
 * references are checked at the end.
 */
void sql_begin(struct sql *s, bool alone);

/*
 * A load only goes forward, and is faster with a cache that the processor's
 * holds.  Before its end, say that all of it will be looked at again.
 */
void sql_look_back(struct sql *s);
void sql_commit(struct sql *s);
void sql_rollback(struct sql *s);

/*
 * What begins now will be rolled back: that it was need not be forced to the
 * disk, since who finds it again takes it back once more, to the same end.
 */
void sql_rehearse(struct sql *s);

/* The same if no other program writes just now; false if one does. */
bool sql_begin_now(struct sql *s);

/* The first thing that is wrong in the file itself; false if nothing is. */
bool sql_damage(struct sql *s, struct buf *why);

/* Whether there is a table, view, index or trigger of the name. */
bool sql_has(struct sql *s, struct str name);

/*
 * From now on whoever would UPDATE or DELETE rows of a table, where a
 * condition on OLD and NEW holds (all rows, if it is NULL), is told why not.
 */
void sql_forbid(struct sql *s, const char *event, struct str table,
    const char *condition, const char *why);

/*
 * What a full-text table has: a row for each word and each record that has
 * it, in two columns.  One table at a time.
 */
struct sql_query *sql_words(struct sql *s, struct str table);

/* Append a name of a table or column, in quotes. */
void sql_name(struct buf *out, struct str name);

/*
 * A statement, whose values are $1, $2 ... in the order of their first
 * coming.  Kept until sql_done, and run as often as one likes.
 */
struct sql_query *sql_prepare(struct sql *s, struct str text);
void sql_done(struct sql_query *q);

/* Its values: borrowed until the next sql_reset. */
void sql_bind_text(struct sql_query *q, int place, struct str value);
void sql_bind_int(struct sql_query *q, int place, int64_t value);
void sql_bind_null(struct sql_query *q, int place);

/* Turn to the next row; false after the last.  Then reset it, or run it. */
bool sql_next(struct sql_query *q);
void sql_reset(struct sql_query *q);
void sql_execute(struct sql_query *q);

/* A column of the row, from 0; texts live until the next sql_next or reset. */
bool sql_is_null(struct sql_query *q, int column);
struct str sql_text(struct sql_query *q, int column);
int64_t sql_int(struct sql_query *q, int column);

/* The number that a query without values gives; 0 for none. */
int64_t sql_number(struct sql *s, const char *text);

#endif
