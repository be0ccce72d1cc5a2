#include <string.h>

#include "civic/decimal.h"

__extension__ typedef unsigned __int128 wide;

static uint64_t
magnitude(int64_t n)
{
	return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

/* The size fits in an int64_t, as every caller has seen to. */
static int64_t
with_sign(uint64_t size, bool negative)
{
	return negative && size > 0 ? -(int64_t)(size - 1) - 1 : (int64_t)size;
}

/* Append a digit; false if the number would no longer fit in an int64_t. */
static bool
push(uint64_t *n, unsigned digit)
{
	if (*n > ((uint64_t)INT64_MAX - 9) / 10 &&
	    *n > ((uint64_t)INT64_MAX - digit) / 10)
		return false;
	*n = *n * 10 + digit;
	return true;
}

/* Move the digits at the front of *s into *n; false if they are too many. */
static bool
take_digits(struct str *s, uint64_t *n)
{
	while (s->n > 0 && *s->p >= '0' && *s->p <= '9') {
		if (!push(n, (unsigned)(*s->p - '0')))
			return false;
		s->p++;
		s->n--;
	}
	return true;
}

bool
decimal_parse(struct str s, int places, int64_t *units)
{
	bool negative = s.n > 0 && *s.p == '-';
	uint64_t n = 0;
	size_t digits;

	if (negative) {
		s.p++;
		s.n--;
	}
	digits = s.n;
	if (!take_digits(&s, &n) || s.n == digits)
		return false;
	if (s.n > 0) {
		digits = s.n - 1;
		if (*s.p++ != '.' || digits == 0 || digits > (size_t)places)
			return false;
		s.n = digits;
		if (!take_digits(&s, &n) || s.n > 0)
			return false;
		places -= (int)digits;
	}
	while (places-- > 0)
		if (!push(&n, 0))
			return false;
	*units = with_sign(n, negative);
	return true;
}

/* Write n before end, with zeros before it up to so many digits. */
static char *
write_digits(char *end, uint64_t n, int digits)
{
	static const char pairs[] = "0001020304050607080910111213141516171819"
	    "2021222324252627282930313233343536373839404142434445464748495051"
	    "5253545556575859606162636465666768697071727374757677787980818283"
	    "84858687888990919293949596979899";

	for (; n >= 10; n /= 100, digits -= 2) {
		end -= 2;
		memcpy(end, pairs + n % 100 * 2, 2);
	}
	for (; n > 0 || digits > 0; n /= 10, digits--)
		*--end = (char)('0' + n % 10);
	return end;
}

size_t
decimal_format(char out[24], int64_t units, int places)
{
	uint64_t n = magnitude(units), scale = (uint64_t)decimal_scale(places);
	char digits[24], *end = digits + sizeof(digits), *p = end;
	size_t length;

	if (places > 0) {
		p = write_digits(p, n % scale, places);
		*--p = '.';
		n /= scale;
	}
	p = write_digits(p, n, 1);
	if (units < 0)
		*--p = '-';
	length = (size_t)(end - p);
	memcpy(out, p, length);
	return length;
}

int64_t
decimal_scale(int places)
{
	static const int64_t scale[] = { 1, 10, 100, 1000, 10000, 100000,
		1000000, 10000000, 100000000, 1000000000, 10000000000,
		100000000000, 1000000000000, 10000000000000, 100000000000000,
		1000000000000000, 10000000000000000, 100000000000000000,
		1000000000000000000 };

	return scale[places];
}

/* Whether a quotient moves on to the next, given what the division left. */
static bool
rounds_up(uint64_t quotient, uint64_t rest, uint64_t divisor, enum rounding r)
{
	if (rest != divisor - rest)
		return rest > divisor - rest;
	return r == ROUND_HALF_UP || (quotient & 1) == 1;
}

bool
decimal_muldiv(int64_t a, int64_t b, int64_t c, enum rounding r, int64_t *out)
{
	uint64_t divisor = magnitude(c), quotient, rest;
	wide product = (wide)magnitude(a) * magnitude(b);

	/* The narrow division is several times as fast. */
	if (product <= UINT64_MAX) {
		quotient = (uint64_t)product / divisor;
		rest = (uint64_t)product % divisor;
	} else {
		if (product / divisor > INT64_MAX)
			return false;
		quotient = (uint64_t)(product / divisor);
		rest = (uint64_t)(product % divisor);
	}
	if (rounds_up(quotient, rest, divisor, r))
		quotient++;
	if (quotient > INT64_MAX)
		return false;
	*out = with_sign(quotient, ((a < 0) != (b < 0)) != (c < 0));
	return true;
}

int64_t
decimal_divide(int64_t a, int64_t b, enum rounding r)
{
	uint64_t divisor = magnitude(b);
	uint64_t quotient = magnitude(a) / divisor;

	if (rounds_up(quotient, magnitude(a) % divisor, divisor, r))
		quotient++;
	return with_sign(quotient, (a < 0) != (b < 0));
}
