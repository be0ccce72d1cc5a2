#include "civic/clause.h"

#include <stdbool.h>

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Take the digits in front off, without zeros in front of them. */
static struct str
take_number(struct str *s)
{
	struct str number;
	size_t n = 0;

	while (n < s->n && is_digit(s->p[n]))
		n++;
	number = (struct str){ s->p, n };
	s->p += n;
	s->n -= n;
	while (number.n > 1 && number.p[0] == '0') {
		number.p++;
		number.n--;
	}
	return number;
}

/* Of two numbers without zeros in front, the longer is the larger. */
static int
number_cmp(struct str a, struct str b)
{
	if (a.n != b.n)
		return a.n < b.n ? -1 : 1;
	return str_cmp(a, b);
}

int
clause_cmp(struct str a, struct str b)
{
	struct str left = a, right = b;
	int order;

	while (left.n > 0 && right.n > 0) {
		if (is_digit(left.p[0]) && is_digit(right.p[0])) {
			order = number_cmp(take_number(&left),
			    take_number(&right));
			if (order != 0)
				return order;
			continue;
		}
		if (left.p[0] != right.p[0])
			return (unsigned char)left.p[0] <
			    (unsigned char)right.p[0] ? -1 : 1;
		left.p++, left.n--;
		right.p++, right.n--;
	}
	if (left.n != right.n)
		return left.n < right.n ? -1 : 1;
	/* "05" and "5" are one number, and two texts. */
	return str_cmp(a, b);
}
