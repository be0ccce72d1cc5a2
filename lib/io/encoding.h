#ifndef IO_ENCODING_H
#define IO_ENCODING_H

/*
 * Foreign text, read as UTF-8.  This is the door to iconv.
 *
 * A file is in the encoding that was stated, or in the one that its byte
 * order mark tells, or in UTF-8; nothing is guessed.  Text that is not in its
 * encoding dies, with line and byte, once all before it has been taken.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "io/source.h"

struct encoding {
	/* What is read and not yet taken: n bytes at p, which may be changed. */
	char *p;
	size_t n;
	size_t line;		/* of the first of them, from 1 */
	struct source source;	/* source.name is the file being read */
	const char *name;	/* its encoding, NULL for UTF-8 */

	/* The rest is for encoding.c alone. */
	const char *stated;
	void *iconv;
	char *text, *raw;
	size_t room, raws;	/* bytes in raw, not yet turned into text */
	uint64_t done;		/* bytes of the file turned into text */
	bool drained, broken, cut;
};

/*
 * stated is utf-8, utf-16, utf-16le, utf-16be, cp1251, rk1048 or pt154 (or
 * windows-1251, kz-1048), or NULL; of these, encoding_is is true.  Dies for
 * another.  files as for source_open.
 */
bool encoding_is(const char *stated);
void encoding_open(struct encoding *e, char **files, const char *stated);

/* Open the next file and read its first text; false after the last. */
bool encoding_next(struct encoding *e);

/*
 * Read on: n grows, and p may move.  False when the file has no more than
 * there is.
 */
bool encoding_more(struct encoding *e);

/* The first bytes, in which so many lines end, are done with. */
void encoding_take(struct encoding *e, size_t bytes, size_t lines);

void encoding_close(struct encoding *e);

#endif
