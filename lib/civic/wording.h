#ifndef CIVIC_WORDING_H
#define CIVIC_WORDING_H

/*
 * A text as it is compared with others: its letters and digits, folded
 * (unicode_fold), with one blank between two words.  Case, punctuation and
 * spacing make no difference, nor does that of ё and е.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

/* All zeros is empty and ready. */
struct wording {
	uint32_t *letter;
	size_t count, room;
};

/* What reads them; all zeros is ready. */
struct wording_reader {
	uint16_t *table;
	struct buf plain, folded;
};

/*
 * Read a value of a record as it stands, with its escapes, in place of what
 * was read before.
 */
void wording_read(struct wording_reader *r, struct wording *w,
    struct str raw);

bool wording_same(const struct wording *a, const struct wording *b);

void wording_free(struct wording *w);
void wording_end(struct wording_reader *r);

#endif
