#include <string.h>

#include "base/scan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { BLOCK = 64 };

static void
one(struct scan *s, unsigned char c, uint32_t at)
{
	if (c == '\n')
		s->line[s->lines++] = (uint32_t)s->marks;
	if (c == '\n' || c == '\t')
		s->mark[s->marks++] = at;
	else if (c == '\\' || c == '\r' || c == '\0')
		s->odd[s->odds++] = at;
	s->high |= c >= 0x80;
}

/* Without quotes, quote is a second NUL. */
static void
one_csv(struct scan *s, char c, char separator, char quote, uint32_t at)
{
	if (c == '\n')
		s->line[s->lines++] = (uint32_t)s->marks;
	if (c == '\n' || c == separator)
		s->mark[s->marks++] = at;
	else if (c == quote || c == '\t' || c == '\\' || c == '\r' ||
	    c == '\0')
		s->odd[s->odds++] = at;
	s->high |= (c & 0x80) != 0;
}

void
scan_csv_plain(struct str text, char separator, bool quotes, struct scan *out)
{
	out->marks = out->lines = out->odds = 0;
	out->high = false;
	for (size_t i = 0; i < text.n; i++)
		one_csv(out, text.p[i], separator, quotes ? '"' : '\0',
		    (uint32_t)i);
}

#if defined(__x86_64__)

/* Append base + the place of each bit. */
static inline size_t
spread(uint32_t *to, uint64_t bits, uint32_t base)
{
	size_t n = (size_t)__builtin_popcountll(bits);

	/* Four at a time, past the end too: cheaper than a branch for each. */
	for (size_t i = 0; i < n; i += 4)
		for (size_t j = 0; j < 4; j++) {
			to[i + j] = base +
			    (bits != 0 ? (uint32_t)__builtin_ctzll(bits) : 0);
			bits &= bits - 1;
		}
	return n;
}

static inline void
block(struct scan *s, uint64_t tabs, uint64_t ends, uint64_t odd, uint32_t base)
{
	uint64_t marks = tabs | ends;

	while (ends != 0) {
		uint64_t lowest = ends & (~ends + 1);

		s->line[s->lines++] = (uint32_t)(s->marks +
		    (size_t)__builtin_popcountll(marks & (lowest - 1)));
		ends ^= lowest;
	}
	s->marks += spread(s->mark + s->marks, marks, base);
	if (odd != 0)
		s->odds += spread(s->odd + s->odds, odd, base);
}

/*
 * Each of the five bytes looked for has a low half of its own: a table by
 * low halves gives the one byte that it could be, and one comparison tells.
 */
__attribute__((target("avx2,bmi,bmi2,popcnt"))) static size_t
scan_avx2(const char *p, size_t n, struct scan *s)
{
	const __m256i table = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 0, 0,
	    0, 0, 0, 0, 0, 0, '\t', '\n', 0, '\\', '\r', 0, 0));
	const __m256i tab = _mm256_set1_epi8('\t'), end = _mm256_set1_epi8('\n');
	__m256i seen = _mm256_setzero_si256();
	size_t i = 0;

	for (; i + BLOCK <= n; i += BLOCK) {
		uint64_t tabs = 0, ends = 0, all = 0;

		for (unsigned half = 0; half < 2; half++) {
			__m256i v = _mm256_loadu_si256(
			    (const __m256i *)(const void *)(p + i + 32 * half));
			__m256i hit = _mm256_cmpeq_epi8(
			    _mm256_shuffle_epi8(table, v), v);

			seen = _mm256_or_si256(seen, v);
			all |= (uint64_t)(uint32_t)_mm256_movemask_epi8(hit)
			    << 32 * half;
			tabs |= (uint64_t)(uint32_t)_mm256_movemask_epi8(
			    _mm256_cmpeq_epi8(v, tab)) << 32 * half;
			ends |= (uint64_t)(uint32_t)_mm256_movemask_epi8(
			    _mm256_cmpeq_epi8(v, end)) << 32 * half;
		}
		s->lines += spread(s->line + s->lines,
		    _pext_u64(ends, tabs | ends), (uint32_t)s->marks);
		s->marks += spread(s->mark + s->marks, tabs | ends,
		    (uint32_t)i);
		all &= ~(tabs | ends);
		if (all != 0)
			s->odds += spread(s->odd + s->odds, all, (uint32_t)i);
	}
	s->high = _mm256_movemask_epi8(seen) != 0;
	return i;
}

static inline uint64_t
equal_sse2(__m128i v, char c)
{
	return (uint64_t)(uint32_t)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(v, _mm_set1_epi8(c)));
}

static size_t
scan_sse2(const char *p, size_t n, struct scan *s)
{
	__m128i seen = _mm_setzero_si128();
	size_t i = 0;

	for (; i + BLOCK <= n; i += BLOCK) {
		uint64_t tabs = 0, ends = 0, odd = 0;

		for (unsigned part = 0; part < 4; part++) {
			__m128i v = _mm_loadu_si128(
			    (const __m128i *)(const void *)(p + i + 16 * part));

			seen = _mm_or_si128(seen, v);
			tabs |= equal_sse2(v, '\t') << 16 * part;
			ends |= equal_sse2(v, '\n') << 16 * part;
			odd |= (equal_sse2(v, '\\') | equal_sse2(v, '\r') |
			    equal_sse2(v, '\0')) << 16 * part;
		}
		block(s, tabs, ends, odd, (uint32_t)i);
	}
	s->high = _mm_movemask_epi8(seen) != 0;
	return i;
}

#define AVX512 "avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2," \
    "popcnt"

/* Append base + the place of each bit, 16 at a time, past the end too. */
__attribute__((target(AVX512))) static inline size_t
spread_avx512(uint32_t *to, uint64_t bits, uint32_t base, __m512i count_up)
{
	const __m512i add = _mm512_set1_epi32((int)base);
	__m512i places = _mm512_maskz_compress_epi8(bits, count_up);
	size_t n = (size_t)__builtin_popcountll(bits);

	for (size_t i = 0; i < n; i += 16) {
		_mm512_storeu_si512(to + i, _mm512_add_epi32(add,
		    _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places))));
		places = _mm512_alignr_epi32(places, places, 4);
	}
	return n;
}

__attribute__((target(AVX512))) static size_t
scan_avx512(const char *p, size_t n, struct scan *s)
{
	const __m512i table = _mm512_broadcast_i32x4(_mm_setr_epi8(0, 0, 0,
	    0, 0, 0, 0, 0, 0, '\t', '\n', 0, '\\', '\r', 0, 0));
	const __m512i tab = _mm512_set1_epi8('\t'), end = _mm512_set1_epi8('\n');
	uint32_t *mark = s->mark, *line = s->line;
	size_t marks = 0, lines = 0, i = 0;
	__m512i seen = _mm512_setzero_si512(), count_up;
	char place[BLOCK];

	for (size_t k = 0; k < BLOCK; k++)
		place[k] = (char)k;
	count_up = _mm512_loadu_si512(place);
	for (; i + BLOCK <= n; i += BLOCK) {
		__m512i v = _mm512_loadu_si512(p + i);
		uint64_t all = _mm512_cmpeq_epi8_mask(
		    _mm512_shuffle_epi8(table, v), v);
		uint64_t ends = _mm512_cmpeq_epi8_mask(v, end);
		uint64_t both = ends | _mm512_cmpeq_epi8_mask(v, tab);

		seen = _mm512_or_si512(seen, v);
		lines += spread_avx512(line + lines, _pext_u64(ends, both),
		    (uint32_t)marks, count_up);
		marks += spread_avx512(mark + marks, both, (uint32_t)i,
		    count_up);
		if ((all & ~both) != 0)
			s->odds += spread_avx512(s->odd + s->odds, all & ~both,
			    (uint32_t)i, count_up);
	}
	s->marks = marks;
	s->lines = lines;
	s->high = _mm512_movepi8_mask(seen) != 0;
	return i;
}

bool
scan_lines_by(enum scan_way way, struct str text, struct scan *out)
{
	size_t i = 0;

	out->marks = out->lines = out->odds = 0;
	out->high = false;
	if (way == SCAN_AVX512 && __builtin_cpu_supports("avx512vbmi2") &&
	    __builtin_cpu_supports("avx512vbmi") &&
	    __builtin_cpu_supports("avx512bw") &&
	    __builtin_cpu_supports("bmi2"))
		i = scan_avx512(text.p, text.n, out);
	else if (way == SCAN_AVX2 && __builtin_cpu_supports("avx2") &&
	    __builtin_cpu_supports("bmi2"))
		i = scan_avx2(text.p, text.n, out);
	else if (way == SCAN_SSE2)
		i = scan_sse2(text.p, text.n, out);
	else if (way != SCAN_PLAIN)
		return false;
	for (; i < text.n; i++)
		one(out, (unsigned char)text.p[i], (uint32_t)i);
	return true;
}

/* As scan_avx2, but the separator may share its low half with another. */
__attribute__((target("avx2,bmi,popcnt"))) static size_t
csv_avx2(const char *p, size_t n, char separator, char quote, struct scan *s)
{
	const __m256i table = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 0,
	    quote, 0, 0, 0, 0, 0, 0, '\t', 0, 0, '\\', '\r', 0, 0));
	const __m256i cut = _mm256_set1_epi8(separator);
	const __m256i end = _mm256_set1_epi8('\n');
	__m256i seen = _mm256_setzero_si256();
	size_t i = 0;

	for (; i + BLOCK <= n; i += BLOCK) {
		uint64_t cuts = 0, ends = 0, odd = 0;

		for (unsigned half = 0; half < 2; half++) {
			__m256i v = _mm256_loadu_si256(
			    (const __m256i *)(const void *)(p + i + 32 * half));
			__m256i hit = _mm256_cmpeq_epi8(
			    _mm256_shuffle_epi8(table, v), v);

			seen = _mm256_or_si256(seen, v);
			odd |= (uint64_t)(uint32_t)_mm256_movemask_epi8(hit)
			    << 32 * half;
			cuts |= (uint64_t)(uint32_t)_mm256_movemask_epi8(
			    _mm256_cmpeq_epi8(v, cut)) << 32 * half;
			ends |= (uint64_t)(uint32_t)_mm256_movemask_epi8(
			    _mm256_cmpeq_epi8(v, end)) << 32 * half;
		}
		block(s, cuts, ends, odd & ~cuts, (uint32_t)i);
	}
	s->high = _mm256_movemask_epi8(seen) != 0;
	return i;
}

static size_t
csv_sse2(const char *p, size_t n, char separator, char quote, struct scan *s)
{
	__m128i seen = _mm_setzero_si128();
	size_t i = 0;

	for (; i + BLOCK <= n; i += BLOCK) {
		uint64_t cuts = 0, ends = 0, odd = 0;

		for (unsigned part = 0; part < 4; part++) {
			__m128i v = _mm_loadu_si128(
			    (const __m128i *)(const void *)(p + i + 16 * part));

			seen = _mm_or_si128(seen, v);
			cuts |= equal_sse2(v, separator) << 16 * part;
			ends |= equal_sse2(v, '\n') << 16 * part;
			odd |= (equal_sse2(v, quote) | equal_sse2(v, '\t') |
			    equal_sse2(v, '\\') | equal_sse2(v, '\r') |
			    equal_sse2(v, '\0')) << 16 * part;
		}
		block(s, cuts, ends, odd & ~cuts, (uint32_t)i);
	}
	s->high = _mm_movemask_epi8(seen) != 0;
	return i;
}

void
scan_csv(struct str text, char separator, bool quotes, struct scan *out)
{
	char quote = quotes ? '"' : '\0';
	size_t i;

	out->marks = out->lines = out->odds = 0;
	if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi"))
		i = csv_avx2(text.p, text.n, separator, quote, out);
	else
		i = csv_sse2(text.p, text.n, separator, quote, out);
	for (; i < text.n; i++)
		one_csv(out, text.p[i], separator, quote, (uint32_t)i);
}

static size_t
plain_blocks(struct str s)
{
	size_t i = 0;

	for (; i + 16 <= s.n; i += 16) {
		__m128i v = _mm_loadu_si128(
		    (const __m128i *)(const void *)(s.p + i));
		uint64_t hit = equal_sse2(v, '\t') | equal_sse2(v, '\n') |
		    equal_sse2(v, '\r') | equal_sse2(v, '\\');

		if (hit != 0)
			return i + (size_t)__builtin_ctzll(hit);
	}
	return i;
}

#else

bool
scan_lines_by(enum scan_way way, struct str text, struct scan *out)
{
	if (way != SCAN_PLAIN)
		return false;
	out->marks = out->lines = out->odds = 0;
	out->high = false;
	for (size_t i = 0; i < text.n; i++)
		one(out, (unsigned char)text.p[i], (uint32_t)i);
	return true;
}

void
scan_csv(struct str text, char separator, bool quotes, struct scan *out)
{
	scan_csv_plain(text, separator, quotes, out);
}

static size_t
plain_blocks(struct str s)
{
	(void)s;
	return 0;
}

#endif

void
scan_lines(struct str text, struct scan *out)
{
	enum scan_way way = SCAN_AVX512;

	while (!scan_lines_by(way, text, out))
		way--;
}

size_t
scan_plain(struct str s)
{
	for (size_t i = plain_blocks(s); i < s.n; i++)
		if (s.p[i] == '\t' || s.p[i] == '\n' || s.p[i] == '\r' ||
		    s.p[i] == '\\')
			return i;
	return s.n;
}
