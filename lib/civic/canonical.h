#ifndef CIVIC_CANONICAL_H
#define CIVIC_CANONICAL_H

/*
 * The one text of a record, from which digests are made: a JSON object of
 * texts, in the order they are added, without blanks.  An empty value is
 * left out.  Only what must be escaped is: \" \\ \n \r \t, and \u00xx for
 * the other bytes below 0x20.
 *
 *	{"bin":"010140000123","name_ru":"ОФ \"Асар\""}
 */

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

/* Append a record: begin, a field each, end. */
void canonical_begin(struct buf *out);
void canonical_field(struct buf *out, struct str name, struct str value);
void canonical_end(struct buf *out);

/*
 * Read one back.  A reader of all zeros is ready; its views live until its
 * next canonical_open or canonical_close.
 */
struct canonical {
	struct str rest;
	struct buf plain;
	bool first, closed;
};

void canonical_open(struct canonical *c, struct str text);

/* The next field; false after the last, and where the text is not so. */
bool canonical_next(struct canonical *c, struct str *name, struct str *value);

/* After the last: whether all of the text was read. */
bool canonical_done(const struct canonical *c);

void canonical_close(struct canonical *c);

/* Append a value as it stands in a stream of records, with its escapes. */
void canonical_value(struct buf *out, struct str value);

#endif
