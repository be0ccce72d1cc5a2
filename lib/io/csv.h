#ifndef IO_CSV_H
#define IO_CSV_H

/*
 * Records in CSV.  This is the door to libcsv.
 *
 * Lines end in LF or CR LF.  Blanks belong to their value; a quote opens a
 * value at its start and closes it at its end, or the record is refused, as
 * it is for a CR elsewhere than at a line's end or between quotes, for a NUL,
 * and for more or fewer values than fields.  Empty lines are passed over.
 *
 * Lines on which nothing is in doubt are cut here, at several times the speed
 * of the library; all others go through it.  Both give the same.
 */

#include "io/foreign.h"

struct csv_format {
	char delimiter;		/* 0 for a comma, or what a line sep= says */
	bool no_quotes;		/* a quote is text like any other */
	size_t skip;		/* lines before the header */
	bool no_header;		/* the first line is a record */
	const struct str *names;	/* in place of the header's, or NULL */
	size_t count;
	const char *encoding;	/* as for encoding_open */
	bool by_library;	/* for the test: cut nothing here */
};

/* The delimiter that a text names, one sign or "tab"; NUL if it names none. */
char csv_delimiter(struct str text);

/* Append a value as it stands in CSV: between quotes if it must. */
void csv_append(struct buf *out, struct str value, char delimiter);

/*
 * All records of the files, whose headers must be the same.  The format is
 * kept.  Reads the first header at once.
 */
struct foreign *csv_open(char **files, const struct csv_format *format);

/* Turn to the next record; false after the last. */
bool csv_next(struct foreign *f);

/*
 * The record in hand: its values, into f->value; or all of it as a line of
 * TSV, after which f->value and f->source are no longer to be had.  If that
 * line is over the limit, the record is refused, and csv_line is false.
 */
void csv_values(struct foreign *f);
bool csv_line(struct foreign *f, struct str *line);

/* As foreign_close. */
int csv_close(struct foreign *f);

#endif
