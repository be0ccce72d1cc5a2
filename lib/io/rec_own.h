#ifndef IO_REC_OWN_H
#define IO_REC_OWN_H

/*
 * What an input of records is made of: for rec.c, rec_text.c, rec_header.c
 * and rec_line.c alone.
 */

#include "base/arena.h"
#include "base/buf.h"
#include "base/scan.h"
#include "io/rec.h"
#include "io/reject.h"
#include "io/source.h"

/* A piece of a file, and the index of its lines. */
struct chunk {
	const char *file;
	size_t before;		/* lines of the file before it */
	size_t written;		/* fields in that file */
	char *text;
	struct scan scan;
	uint32_t *marks;	/* scan.mark from 1: before it is one end more */
	size_t room, scanroom;
};

/* The values of a line that has escapes, without them. */
struct plain {
	struct buf text;
	struct str *value;
};

struct rec {
	struct source source;

	/* Text read: [start, end) of the chunk in use is not yet turned to;
	 * some of it is indexed.  Further chunks are for rec_hold. */
	struct chunk chunk[REC_HELD + 1], *at;
	bool holds, went_on;	/* to another chunk, since rec_next began */
	void (*before)(void *of);	/* a record is refused */
	void *before_of;
	size_t start, end;
	size_t line;		/* the next in scan.line */
	size_t mark, odd;	/* its first in scan.mark, and scan.odd */
	bool suspect;		/* the indexed text is not all UTF-8 */
	bool calm;		/* nothing to check but how many values */
	bool drained;		/* the file has no more to read */

	/* The header. */
	struct arena run;
	bool whole;		/* with refused_at and refused_why */
	struct str header;	/* without them, unless whole */
	struct str *name;
	size_t count, written;	/* fields; those that stand in the file */

	/* The record in hand. */
	struct str raw;
	size_t first;		/* of its marks */
	size_t number;		/* of its line in the file */
	bool escaped;
	struct plain plain[REC_HELD + 1], *unescaped;	/* for rec_hold too */

	struct reject reject;
	bool refused_now;
	struct buf why;
	size_t refused;
	char *where;
};

/* Values of the line in hand, as its marks tell. */
static inline size_t
rec_own_values(const struct rec *in)
{
	return in->mark - in->first;
}

static inline struct str
rec_own_value(const struct rec *in, size_t field)
{
	const uint32_t *mark = in->at->scan.mark + in->first;
	uint32_t from = mark[field - 1] + 1;

	return (struct str){ in->at->text + from, mark[field] - from };
}

/* Take the next indexed line into hand. */
static inline void
rec_own_take(struct rec *in)
{
	const struct scan *s = &in->at->scan;
	size_t last = s->line[in->line++], end = s->mark[last];

	in->raw = (struct str){ in->at->text + in->start, end - in->start };
	in->start = end + 1;
	in->first = in->mark;
	in->mark = last + 1;
	in->number++;
}

/* The beginning of a long value, in whole characters. */
struct str rec_line_shown(struct str s);

/*
 * rec_text.c: read on in the file until a line is complete, and index the
 * lines; false at the file's end.  rec_text_calm: the fields are known.
 */
bool rec_text_fill(struct rec *in);
void rec_text_calm(struct rec *in);

/* rec_header.c: check the line in hand as a header; the first is kept. */
void rec_header_take(struct rec *in);

/*
 * rec_line.c: check the line in hand; false if it is refused.  Most lines
 * are fine at a glance.
 */
bool rec_line_check(struct rec *in);
void rec_line_leave_out_reasons(struct rec *in);

static inline bool
rec_own_fine(struct rec *in)
{
	return (in->calm && rec_own_values(in) == in->written) ||
	       rec_line_check(in);
}

#endif
