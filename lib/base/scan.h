#ifndef BASE_SCAN_H
#define BASE_SCAN_H

/*
 * The inner loops: finding bytes in blocks of text, with the widest vectors
 * that the processor has (AVX-512, AVX2, SSE2), and in plain C elsewhere.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

/* The same in one of these ways, for the test; false if it is not to be had. */
enum scan_way { SCAN_PLAIN, SCAN_SSE2, SCAN_AVX2, SCAN_AVX512 };
bool scan_lines_by(enum scan_way way, struct str text, struct scan *out);

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

/*
 * Among count numbers of 32 bits at p, from 1 to 32: the place of the first
 * that is this one; else of the first 0; else count or more.  Up to 3 numbers
 * behind them are read too.
 */
static inline unsigned
scan_number(const unsigned char *p, size_t count, uint32_t number)
{
	uint64_t equal = 0, zero = (uint64_t)1 << count;
#ifdef __SSE2__
	const __m128i want = _mm_set1_epi32((int)number);
	size_t i = 0;

	do {
		__m128i four = _mm_loadu_si128(
		    (const __m128i *)(const void *)(p + i * sizeof(number)));

		equal |= (uint64_t)(unsigned)_mm_movemask_ps(_mm_castsi128_ps(
		    _mm_cmpeq_epi32(four, want))) << i;
		zero |= (uint64_t)(unsigned)_mm_movemask_ps(_mm_castsi128_ps(
		    _mm_cmpeq_epi32(four, _mm_setzero_si128()))) << i;
		i += 4;
	} while (i < count);
	equal &= ((uint64_t)1 << count) - 1;
#else
	for (size_t i = 0; i < count; i++) {
		uint32_t there;

		memcpy(&there, p + i * sizeof(there), sizeof(there));
		equal |= (uint64_t)(there == number) << i;
		zero |= (uint64_t)(there == 0) << i;
	}
#endif
	return (unsigned)__builtin_ctzll(equal != 0 ? equal : zero);
}

#endif
