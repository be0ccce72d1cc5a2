#ifndef BASE_SCAN_H
#define BASE_SCAN_H

/*
 * The inner loops: finding bytes in blocks of text, with the widest vectors
 * that the processor has (AVX2, SSE2), and in plain C elsewhere.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/*
 * Where the values and lines of tab-separated text end.  The arrays are the
 * caller's, with room for as many entries as there are bytes of text, and
 * 64 more.
 */
struct scan {
	uint32_t *mark;		/* offset of each tab and LF */
	uint32_t *line;		/* index in mark of each LF */
	uint32_t *odd;		/* offset of each backslash, CR and NUL */
	size_t marks, lines, odds;
	bool high;		/* some byte is not ASCII */
};

/* Index the text, which is under 4 GiB, anew. */
void scan_lines(struct str text, struct scan *out);

/* The same in plain C, for the test. */
void scan_lines_plain(struct str text, struct scan *out);

/*
 * The same for foreign lines with another separator, any ASCII byte but LF:
 * odd then has each tab that separates nothing, too, and each quote (") if
 * quotes are looked for.
 */
void scan_csv(struct str text, char separator, bool quotes, struct scan *out);
void scan_csv_plain(struct str text, char separator, bool quotes,
    struct scan *out);

/*
 * How many bytes from the start need no escape in a record: s.n, or where
 * the first tab, LF, CR or backslash stands.
 */
size_t scan_plain(struct str s);

#endif
