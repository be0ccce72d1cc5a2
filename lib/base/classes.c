#include <string.h>

#include "base/classes.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

void
classes_build(struct classes *c)
{
	memset(c->row, CLASSES_ANY, sizeof(c->row));
	c->row[0xc2] = CLASSES_C2;
	for (unsigned i = 0; i < 4; i++)
		c->row[0xd0 + i] = (uint8_t)(CLASSES_D0 + i);
	c->row[0xe2] = CLASSES_E2;
	c->row[0x80] = CLASSES_80;
}

/* No branch waits for what a byte is. */
size_t
classes_read_plain(const struct classes *c, struct str s, uint8_t *to,
    bool *slow)
{
	unsigned row = CLASSES_ANY, all = 0;
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned byte = (unsigned char)s.p[i];
		uint8_t class = c->of[row][byte];

		row = c->row[byte];
		to[n] = class;
		n += byte < 0xc0;
		all |= class;
	}
	*slow = all >= CLASSES_SLOW;
	return n;
}

size_t
classes_starts_plain(const uint8_t *text, size_t n, uint8_t least,
    uint32_t *at)
{
	size_t count = 0;

	for (size_t i = 1; i < n; i++) {
		at[count] = (uint32_t)i;
		count += text[i] >= least && text[i - 1] < least;
	}
	return count;
}

#if defined(__x86_64__)

#define AVX512 __attribute__((target( \
    "avx512f,avx512bw,avx512vbmi,avx512vbmi2,bmi,popcnt")))

AVX512 static inline __m512i
half_row(const uint8_t *half)
{
	return _mm512_loadu_si512(half);
}

/* The classes of the bytes `at`, which are looked up in a row's second half. */
AVX512 static inline __m512i
look_up(const struct classes *c, enum classes_row row, __m512i class,
    __mmask64 at, __m512i bytes)
{
	return _mm512_mask_permutexvar_epi8(class, at, bytes,
	    half_row(c->of[row] + 0x80));
}

/* The same for those behind a byte. */
AVX512 static inline __m512i
look_behind(const struct classes *c, enum classes_row row, unsigned char lead,
    __m512i class, __mmask64 at, __m512i bytes, __m512i before)
{
	return look_up(c, row, class, _mm512_mask_cmpeq_epu8_mask(at, before,
	    _mm512_set1_epi8((char)lead)), bytes);
}

/* The classes of bytes of which some are not ASCII: those of `high`. */
AVX512 static inline __m512i
high_classes(const struct classes *c, __m512i class, __mmask64 high,
    __mmask64 leads, __m512i bytes, __m512i before)
{
	const __m512i kind = _mm512_and_si512(before,
	    _mm512_set1_epi8((char)0xfe));
	__mmask64 rest = high & ~leads;
	__mmask64 often = _mm512_mask_cmpeq_epu8_mask(rest, kind,
	    _mm512_set1_epi8((char)0xd0));

	class = _mm512_mask_permutexvar_epi8(class, leads, bytes,
	    half_row(c->of[CLASSES_ANY] + 0xc0));
	class = look_behind(c, CLASSES_D0, 0xd0, class, often, bytes, before);
	class = look_behind(c, CLASSES_D0 + 1, 0xd1, class, often, bytes,
	    before);
	rest &= ~often;
	if (rest == 0)
		return class;
	class = look_up(c, CLASSES_ANY, class, rest, bytes);
	class = look_behind(c, CLASSES_C2, 0xc2, class, rest, bytes, before);
	class = look_behind(c, CLASSES_D0 + 2, 0xd2, class, rest, bytes,
	    before);
	class = look_behind(c, CLASSES_D0 + 3, 0xd3, class, rest, bytes,
	    before);
	class = look_behind(c, CLASSES_E2, 0xe2, class, rest, bytes, before);
	return look_behind(c, CLASSES_80, 0x80, class, rest, bytes, before);
}

AVX512 static size_t
read_avx512(const struct classes *c, struct str s, uint8_t *to, bool *slow)
{
	const __m512i low = half_row(c->of[CLASSES_ANY]);
	const __m512i low2 = half_row(c->of[CLASSES_ANY] + 0x40);
	__m512i none = _mm512_setzero_si512();
	size_t n = 0;

	for (size_t i = 0; i < s.n; i += 64) {
		size_t more = s.n - i < 64 ? s.n - i : 64;
		__mmask64 all = ~(uint64_t)0 >> (64 - more), high, leads;
		__m512i bytes = _mm512_maskz_loadu_epi8(all, s.p + i), class;

		high = _mm512_movepi8_mask(bytes);
		class = _mm512_permutex2var_epi8(low, bytes, low2);
		leads = _mm512_cmpge_epu8_mask(bytes,
		    _mm512_set1_epi8((char)0xc0));
		if (high != 0)
			class = high_classes(c, class, high, leads, bytes,
			    i > 0 ? _mm512_maskz_loadu_epi8(all, s.p + i - 1) :
			    _mm512_maskz_expand_epi8(~(uint64_t)1, bytes));
		none = _mm512_or_si512(none, _mm512_maskz_mov_epi8(all, class));
		_mm512_storeu_si512(to + n,
		    _mm512_maskz_compress_epi8(~leads, class));
		n += (size_t)__builtin_popcountll(all & ~leads);
	}
	*slow = _mm512_movepi8_mask(none) != 0;
	return n;
}

size_t
classes_read(const struct classes *c, struct str s, uint8_t *to, bool *slow)
{
	if (__builtin_cpu_supports("avx512vbmi2") &&
	    __builtin_cpu_supports("avx512vbmi"))
		return read_avx512(c, s, to, slow);
	return classes_read_plain(c, s, to, slow);
}

#define AVX2 __attribute__((target("avx2,bmi,popcnt")))

AVX2 static inline uint64_t
at_least(const uint8_t *text, __m256i least)
{
	__m256i v = _mm256_loadu_si256((const __m256i *)(const void *)text);

	return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v,
	    _mm256_max_epu8(v, least)));
}

/* Append base + the place of each bit: eight at once, and by fours the rest. */
AVX2 static inline size_t
spread(uint32_t *to, uint64_t bits, uint32_t base)
{
	size_t n = (size_t)_mm_popcnt_u64(bits), i = 0;

	for (; i < 8; i++) {
		to[i] = base + (uint32_t)_tzcnt_u64(bits);
		bits = _blsr_u64(bits);
	}
	while (i < n)
		for (size_t four = i + 4; i < four; i++) {
			to[i] = base + (uint32_t)_tzcnt_u64(bits);
			bits = _blsr_u64(bits);
		}
	return n;
}

AVX2 static size_t
starts_avx2(const uint8_t *text, size_t n, uint8_t least, uint32_t *at)
{
	const __m256i bound = _mm256_set1_epi8((char)least);
	uint64_t before = n > 0 && text[0] >= least;
	size_t count = 0;

	for (size_t i = 1; i < n; i += 64) {
		uint64_t in = at_least(text + i, bound) |
		    at_least(text + i + 32, bound) << 32;
		uint64_t first = in & ~(in << 1 | before);

		if (n - i < 64)
			first &= ((uint64_t)1 << (n - i)) - 1;
		count += spread(at + count, first, (uint32_t)i);
		before = in >> 63;
	}
	return count;
}

size_t
classes_starts(const uint8_t *text, size_t n, uint8_t least, uint32_t *at)
{
	if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi"))
		return starts_avx2(text, n, least, at);
	return classes_starts_plain(text, n, least, at);
}

#else

size_t
classes_read(const struct classes *c, struct str s, uint8_t *to, bool *slow)
{
	return classes_read_plain(c, s, to, slow);
}

size_t
classes_starts(const uint8_t *text, size_t n, uint8_t least, uint32_t *at)
{
	return classes_starts_plain(text, n, least, at);
}

#endif
