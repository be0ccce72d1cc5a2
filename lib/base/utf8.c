#include <string.h>

#include "base/utf8.h"

#define HIGH_BITS 0x8080808080808080u

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
utf8_valid(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0;

	while (i < s.n) {
		uint64_t word;

		if (p[i] < 0x80) {
			if (s.n - i >= 8) {
				memcpy(&word, p + i, 8);
				if ((word & HIGH_BITS) == 0) {
					i += 8;
					continue;
				}
			}
			i++;
			continue;
		}
		/* Cyrillic and its like: two bytes, lead 0xc2 to 0xdf. */
		if (p[i] - 0xc2u < 0x1eu && i + 1 < s.n &&
		    (p[i + 1] & 0xc0) == 0x80) {
			i += 2;
			continue;
		}
		size_t n = length(p + i, s.n - i);

		if (n == 0)
			return i;
		i += n;
	}
	return s.n;
}

uint32_t
utf8_next(struct str *rest)
{
	const unsigned char *p = (const unsigned char *)rest->p;
	size_t n = length(p, rest->n);
	uint32_t c;

	if (n == 0) {
		c = 0xfffd;
		n = 1;
	} else if (n == 1) {
		c = p[0];
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
