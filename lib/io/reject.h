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
	struct sink sink;
};

/* Make the file; the header is the input's, without its line end. */
void reject_open(struct reject *r, const char *file, struct str header);

/*
 * Keep a line to the byte, in one piece or several, then its end.  A line
 * with too few values or too many has as many too few or too many there, so
 * that it is refused again until it is mended.
 */
void reject_piece(struct reject *r, struct str piece);
void reject_end(struct reject *r, const char *at, struct str why);

void reject_close(struct reject *r);

#endif
