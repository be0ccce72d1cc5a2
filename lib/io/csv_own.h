#ifndef IO_CSV_OWN_H
#define IO_CSV_OWN_H

/*
 * What an input in CSV is made of: for csv.c, csv_cut.c, csv_header.c and
 * csv_library.c alone.
 */

#include "base/buf.h"
#include "base/scan.h"
#include "io/csv.h"

#define CSV_INDEX_MAX ((size_t)256 << 10)	/* bytes indexed at a time */
#define CSV_NO_FIELD ((size_t)-1)

enum csv_found { CSV_FOUND_RECORD, CSV_FOUND_BLANK, CSV_FOUND_FAULTY,
    CSV_FOUND_LONG, CSV_FOUND_END };

struct csv {
	struct foreign f;	/* first: the one is cast to the other */
	const struct csv_format *format;
	struct str *header;	/* the names in the first file, even under -N */
	char delimiter;		/* of the file being read; */
	bool guessed;		/* nothing says that it is a comma */
	struct csv_parser *parser;

	/* The text from f.text.p on: what is indexed, and how far we are. */
	struct scan scan;
	size_t indexed, at;
	size_t line, mark, odd;	/* the next in scan */

	/* The record in hand, if its line is as good as TSV already ... */
	bool whole;
	size_t start, end, first;	/* of its text; of its marks in scan */
	/* ... or else its values, with a byte behind each; and as TSV. */
	struct buf values;
	size_t *ends, parts, room;
	struct buf escaped;
	bool library;		/* the library cut it: escaped holds it */

	struct buf why;		/* what is wrong, if it is CSV_FOUND_FAULTY, */
	size_t wrong;		/* and with which field, or CSV_NO_FIELD */
};

static inline const char *
csv_own_text(const struct csv *c)
{
	return c->f.text.p + c->at;
}

static inline size_t
csv_own_left(const struct csv *c)
{
	return c->f.text.n - c->at;
}

/* One of the values that were taken apart. */
static inline struct str
csv_own_part(const struct csv *c, size_t i)
{
	size_t from = i == 0 ? 0 : c->ends[i - 1] + 1;

	return (struct str){ c->values.p + from, c->ends[i] - from };
}

static inline const char *
csv_own_plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/*
 * csv_cut.c, the short way: lines of which the index tells all.
 *
 * Let go of what is done with, and of the index; the same, and read more;
 * the same, and index the text from here on.  False at the file's end.
 */
void csv_cut_drop(struct csv *c);
bool csv_cut_more(struct csv *c);
bool csv_cut_index(struct csv *c);

/* Move on over a record; the index remains good as far as it reaches. */
void csv_cut_move(struct csv *c, size_t bytes, size_t lines);

/*
 * The line n bytes from here, with its end, or what is left of the file; of
 * one over the limit, the beginning.  What comes before it stays in hand.
 */
struct str csv_cut_text(struct csv *c, size_t n);

/* One more value ends here in c->values. */
void csv_cut_part(struct csv *c, size_t end);

/* The next line in the index.  CSV_FOUND_FAULTY is for the library to judge. */
enum csv_found csv_cut_line(struct csv *c);

/*
 * csv_library.c, the long way: find where a record ends, and have libcsv take
 * it apart; pass over one that is over the limit, piece by piece.
 */
void csv_library_open(struct csv *c);
void csv_library_delimiter(struct csv *c);
enum csv_found csv_library_next(struct csv *c);
void csv_library_pass(struct csv *c);

/* Write the values that were taken apart as a line of TSV, into c->escaped. */
void csv_library_escape(struct csv *c);
void csv_library_close(struct csv *c);

/* csv_header.c: open the next file, up to its first record; or false. */
bool csv_header_next(struct csv *c);

#endif
