#include "base/utf8.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/* The length of the well-formed character at p, or 0. */
static size_t
length(const unsigned char *p, size_t n)
{
	unsigned c = p[0];
	size_t want = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;

	if (c < 0x80)
		return 1;
	if (c < 0xc2 || c > 0xf4 || n < want)
		return 0;
	/* The second byte excludes overlong forms, surrogates, the beyond. */
	unsigned low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
	unsigned high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;

	if (p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < want; i++)
		if ((p[i] & 0xc0) != 0x80)
			return 0;
	return want;
}

size_t
utf8_valid_plain(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0;

	while (i < s.n) {
		size_t n = length(p + i, s.n - i);

		if (n == 0)
			return i;
		i += n;
	}
	return s.n;
}

#if defined(__x86_64__)

/*
 * The method of Keiser and Lemire, "Validating UTF-8 in less than one
 * instruction per byte" (2021): three tables, by the halves of a byte and
 * the high half of the next, name the faults that each allows; a fault that
 * all three allow is there.  The third and fourth bytes of a character must
 * be continuations, which two saturating subtractions mark.
 */
enum {
	TOO_SHORT = 1, TOO_LONG = 2, OVERLONG_3 = 4, TOO_LARGE = 8,
	SURROGATE = 16, OVERLONG_2 = 32, TOO_LARGE_1000 = 64, OVERLONG_4 = 64,
	TWO_CONTS = 128, CARRY = TOO_SHORT | TOO_LONG | TWO_CONTS,
};

#define LARGE (char)(CARRY | TOO_LARGE | TOO_LARGE_1000)
#define CONT (TOO_LONG | OVERLONG_2 | TWO_CONTS)

#define FIRST_HIGH \
	TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, \
	TOO_LONG, TOO_LONG, (char)TWO_CONTS, (char)TWO_CONTS, \
	(char)TWO_CONTS, (char)TWO_CONTS, TOO_SHORT | OVERLONG_2, TOO_SHORT, \
	TOO_SHORT | OVERLONG_3 | SURROGATE, \
	TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4

#define FIRST_LOW \
	(char)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), \
	(char)(CARRY | OVERLONG_2), (char)CARRY, (char)CARRY, \
	(char)(CARRY | TOO_LARGE), LARGE, LARGE, LARGE, LARGE, LARGE, LARGE, \
	LARGE, LARGE, (char)(LARGE | SURROGATE), LARGE, LARGE

#define SECOND_HIGH \
	TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, \
	TOO_SHORT, TOO_SHORT, \
	(char)(CONT | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4), \
	(char)(CONT | OVERLONG_3 | TOO_LARGE), \
	(char)(CONT | SURROGATE | TOO_LARGE), \
	(char)(CONT | SURROGATE | TOO_LARGE), \
	TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i
halves(const __m128i table, __m256i index)
{
	return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(table),
	    _mm256_and_si256(index, _mm256_set1_epi8(15)));
}

/* The bytes that stand 1, 2 and 3 before those of v. */
#define BEFORE(v, last, n) _mm256_alignr_epi8(v, \
	_mm256_permute2x128_si256(last, v, 0x21), 16 - (n))

AVX2 static inline __m256i
faults(__m256i v, __m256i last)
{
	__m256i prev = BEFORE(v, last, 1);
	__m256i special = _mm256_and_si256(_mm256_and_si256(
	    halves(_mm_setr_epi8(FIRST_HIGH), _mm256_srli_epi16(prev, 4)),
	    halves(_mm_setr_epi8(FIRST_LOW), prev)),
	    halves(_mm_setr_epi8(SECOND_HIGH), _mm256_srli_epi16(v, 4)));
	__m256i third = _mm256_subs_epu8(BEFORE(v, last, 2),
	    _mm256_set1_epi8(0xe0 - 0x80));
	__m256i fourth = _mm256_subs_epu8(BEFORE(v, last, 3),
	    _mm256_set1_epi8(0xf0 - 0x80));
	__m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth),
	    _mm256_set1_epi8((char)0x80));

	return _mm256_xor_si256(must, special);
}

/* How many bytes from the start are surely well formed, in blocks of 32. */
AVX2 static size_t
valid_blocks(struct str s)
{
	__m256i last = _mm256_setzero_si256();
	size_t i = 0;

	for (; i + 32 <= s.n; i += 32) {
		__m256i v = _mm256_loadu_si256(
		    (const __m256i *)(const void *)(s.p + i));
		__m256i bad;

		if (_mm256_movemask_epi8(_mm256_or_si256(v, last)) == 0)
			continue;
		bad = faults(v, last);
		if (!_mm256_testz_si256(bad, bad))
			break;
		last = v;
	}
	return i;
}

size_t
utf8_valid(struct str s)
{
	size_t i = s.n >= 32 && __builtin_cpu_supports("avx2") ?
	    valid_blocks(s) : 0;

	/* Back to the start of a character that a block may have cut. */
	for (size_t back = 0; back < 4 && i > 0; back++)
		i--;
	while (i > 0 && ((unsigned char)s.p[i] & 0xc0) == 0x80)
		i--;
	return i + utf8_valid_plain((struct str){ s.p + i, s.n - i });
}

#else

size_t
utf8_valid(struct str s)
{
	return utf8_valid_plain(s);
}

#endif

uint32_t
utf8_next(struct str *rest)
{
	const unsigned char *p = (const unsigned char *)rest->p;
	size_t n;
	uint32_t c;

	if (p[0] < 0x80) {
		n = 1;
		c = p[0];
	} else if (rest->n > 1 && p[0] >= 0xc2 && p[0] < 0xe0 &&
	    (p[1] & 0xc0) == 0x80) {
		n = 2;
		c = (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
	} else if ((n = length(p, rest->n)) == 0) {
		n = 1;
		c = 0xfffd;
	} else {
		c = p[0] & (0x7fu >> n);
		for (size_t i = 1; i < n; i++)
			c = c << 6 | (p[i] & 0x3fu);
	}
	rest->p += n;
	rest->n -= n;
	return c;
}

size_t
utf8_put(char out[4], uint32_t c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}
