#ifndef BASE_BUF_H
#define BASE_BUF_H

/*
 * Growing buffers.  A buf of all zeros is empty and ready; buf_free makes it
 * so again.  Running out of memory dies.
 */

#include <stddef.h>

#include "base/die.h"
#include "base/str.h"

struct buf {
	char *p;
	size_t n, room;
};

/* Make room for n more bytes behind p + n, and return their place. */
char *buf_reserve(struct buf *b, size_t n);

void buf_add(struct buf *b, struct str s);
void buf_byte(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF(2, 3);

/* What is in it, until the next change. */
struct str buf_str(const struct buf *b);

/* Empty it and keep its memory; free its memory. */
void buf_clear(struct buf *b);
void buf_free(struct buf *b);

/*
 * Grow an array kept outside a buf: returns p, moved if need be, with room
 * for at least `need` things of `size` bytes; *room is the new room.
 */
void *buf_grow(void *p, size_t *room, size_t need, size_t size);

#endif
