#ifndef BASE_CLASSES_H
#define BASE_CLASSES_H

/*
 * Texts in UTF-8 as classes, a byte for each character, by tables: the inner
 * loops of civic/letters.h and civic/stems.h, with the widest vectors that
 * the processor has (AVX-512, AVX2), and in plain C elsewhere.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/*
 * The row of the table that a byte is looked up in hangs on the byte before
 * it: C2, D0 to D3, E2, and 80, which is the third byte's row after E2.
 */
enum classes_row {
	CLASSES_ANY,		/* after all others, and first of all */
	CLASSES_C2,
	CLASSES_D0,		/* and D1, D2, D3 */
	CLASSES_E2 = CLASSES_D0 + 4,
	CLASSES_80,
	CLASSES_ROWS,
};

/*
 * The class of a byte below 0x80, and that of one from 0xc0 on, is the same
 * in all rows.  A class of CLASSES_SLOW or more is none: the tables have no
 * answer.  A byte from 0xc0 on has no class of its own: it is 0, or slow.
 */
enum { CLASSES_SLOW = 128 };

struct classes {
	uint8_t of[CLASSES_ROWS][256];
	uint8_t row[256];	/* classes_build fills it in */
};

void classes_build(struct classes *c);

/* Room behind classes, which is read and written over. */
enum { CLASSES_SPARE = 64 };

/*
 * Write the classes of the characters of s, at most s.n, and return how
 * many; *slow tells whether any is none, and then all are worth nothing.
 */
size_t classes_read(const struct classes *c, struct str s, uint8_t *to,
    bool *slow);
size_t classes_read_plain(const struct classes *c, struct str s, uint8_t *to,
    bool *slow);

/*
 * Where words start: places from 1 to before n whose class is at least
 * `least`, behind one whose class is not.  Returns how many; `at` has room
 * for (n + 1) / 2 and CLASSES_SPARE.
 */
size_t classes_starts(const uint8_t *text, size_t n, uint8_t least,
    uint32_t *at);
size_t classes_starts_plain(const uint8_t *text, size_t n, uint8_t least,
    uint32_t *at);

#endif
