#ifndef IO_REC_H
#define IO_REC_H

/*
 * Reading records: tab-separated lines under a header line, as
 * civutils-records(5) says.
 *
 * A line is read in place.  Views of a record live until the next rec_next;
 * what must live longer is copied into an arena.  A line that is no record
 * (too few or too many values, a NUL, broken UTF-8, a bare CR, an unknown
 * escape, over 1 MiB) is refused and passed over.  Trouble (a file that
 * cannot be read, no header, a header that differs from the first file's)
 * dies.  The last two fields refused_at and refused_why of a file that -x
 * kept are left out, so that the mended file can be fed again.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/die.h"
#include "base/str.h"

#define REC_NONE ((size_t)-1)
#define REC_LINE_MAX ((size_t)1 << 20)

struct rec;

/*
 * All records of the files, in order; of standard input if there are none
 * ("-" is standard input too).  files ends in NULL, may be NULL, and is
 * kept.  Reads the first header at once.
 */
struct rec *rec_open(char **files);

/* The same, with refused_at and refused_why as fields like others. */
struct rec *rec_open_whole(char **files);

/*
 * Keep refused records in this file, made anew: their fields, then
 * refused_at and refused_why.  NULL keeps none.  Call it before the first
 * rec_next.  Dies if the file is one that is not to be lost: what is read
 * from, what standard output goes to, and all that is there and is not an
 * older file of refused records.  It takes its place when all is done.
 */
void rec_keep_refused(struct rec *in, const char *file);

/* The fields: how many, the name of one, and the place of a name. */
size_t rec_count(const struct rec *in);
struct str rec_name(const struct rec *in, size_t field);

/* A field that must be there: dies with the nearest name.  Or REC_NONE. */
size_t rec_field(const struct rec *in, const char *name);
size_t rec_field_if(const struct rec *in, const char *name);

/* Turn to the next record; false after the last. */
bool rec_next(struct rec *in);

/*
 * For loops that take several records at a time.  rec_near turns to the next
 * record only if the views of those since the last rec_next stay good; else
 * it is false, and rec_next goes on.  Until then rec_turn can turn back to
 * any of them, say to refuse it, and must at last turn to where it was.
 */
struct rec_place {
	uint32_t line;
	unsigned char chunk, plain;
	bool escaped;
};
bool rec_near(struct rec *in);
void rec_tell(const struct rec *in, struct rec_place *place);
void rec_turn(struct rec *in, struct rec_place place);

/*
 * From now on views and places stay good over so many rec_next more, for a
 * second thread that works on them while the first one reads on.  Before a
 * record is refused, also within rec_next and rec_near, before(of) is called,
 * which may turn back and refuse those before it: what is said, and what is
 * kept, stands in the order of the records.
 */
enum { REC_HELD = 7 };
void rec_hold(struct rec *in, void (*before)(void *of), void *of);

/* The file of the record in hand; the name lives as long as in. */
const char *rec_file(const struct rec *in);

/* A value of the record in hand; REC_NONE has an empty one. */
struct str rec_value(struct rec *in, size_t field);

/* Several values at once, of fields that are there: faster. */
void rec_values(struct rec *in, const size_t *field, size_t count,
    struct str *value);

/* A value as it stands in the file, with its escapes: to be passed on. */
struct str rec_raw(const struct rec *in, size_t field);

/* The whole record as it stands, without the line end: to be passed on. */
struct str rec_line(const struct rec *in);

/*
 * Say what is wrong with the record in hand: "program: file:line: field:
 * text".  A record may be refused for several reasons; it counts once.
 * field is a field's place, or REC_NONE where the fault is of no one field.
 */
void rec_refuse(struct rec *in, size_t field, const char *fmt, ...)
    PRINTF(3, 4);

/* The same as a warning, "...: warning: text": the record is not refused. */
void rec_warn(const struct rec *in, size_t field, const char *fmt, ...)
    PRINTF(3, 4);

/* Whether the record in hand has been refused; how many have been so far. */
bool rec_is_refused(const struct rec *in);
size_t rec_refused(const struct rec *in);

/* "file:line" of the record in hand, until the next rec_next. */
const char *rec_where(struct rec *in);

/* Close all.  Returns REFUSED if any record was refused, else 0. */
int rec_close(struct rec *in);

#endif
