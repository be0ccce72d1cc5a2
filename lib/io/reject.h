#ifndef IO_REJECT_H
#define IO_REJECT_H

/*
 * Refused records, kept to be mended and fed again: the fields of the
 * input, then refused_at (file:line) and refused_why.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "io/sink.h"

struct reject {
	bool on;
	size_t fields, tabs;
	struct sink sink;
};

/* Make the file; the header is the input's, without its line end. */
void reject_open(struct reject *r, const char *file, struct str header,
    size_t fields);

/*
 * Keep a line as it stands in the input, in one piece or several, then its
 * end.  Too few values are filled up with empty ones; those too many go into
 * the last, with their tabs escaped.
 */
void reject_piece(struct reject *r, struct str piece);
void reject_end(struct reject *r, const char *at, struct str why);

void reject_close(struct reject *r);

#endif
