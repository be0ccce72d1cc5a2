#include <limits.h>
#include <string.h>

#include "base/str.h"

struct str
str_of(const char *s)
{
	return (struct str){ s, strlen(s) };
}

bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && str_eq((struct str){ s.p, prefix.n }, prefix);
}

bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n &&
	    str_eq((struct str){ s.p + (s.n - suffix.n), suffix.n }, suffix);
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n > 0 ? memcmp(a.p, b.p, n) : 0;

	if (order != 0)
		return order;
	return (a.n > b.n) - (a.n < b.n);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str
str_trim(struct str s)
{
	while (s.n > 0 && is_blank(s.p[0])) {
		s.p++;
		s.n--;
	}
	while (s.n > 0 && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct str
str_cut(struct str *rest, char sep)
{
	const char *at = rest->n > 0 ? memchr(rest->p, sep, rest->n) : NULL;
	struct str head = *rest;

	if (at == NULL) {
		*rest = (struct str){ rest->p + rest->n, 0 };
		return head;
	}
	head.n = (size_t)(at - head.p);
	*rest = (struct str){ at + 1, rest->n - head.n - 1 };
	return head;
}

bool
str_number(struct str s, long min, long max, long *out)
{
	bool minus = s.n > 0 && s.p[0] == '-';
	size_t i = minus ? 1 : 0;
	long sum = 0;

	if (i == s.n)
		return false;
	/* Summed below zero, where there is room for LONG_MIN. */
	for (; i < s.n; i++) {
		int digit = s.p[i] - '0';

		if (digit < 0 || digit > 9)
			return false;
		if (sum < (LONG_MIN + digit) / 10)
			return false;
		sum = sum * 10 - digit;
	}
	if (!minus && sum == LONG_MIN)
		return false;
	sum = minus ? sum : -sum;
	if (sum < min || sum > max)
		return false;
	*out = sum;
	return true;
}

#define WORD_MAX 63

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Edits between two words of at most WORD_MAX bytes, swaps counting one. */
static size_t
edits(struct str a, struct str b)
{
	size_t rows[3][WORD_MAX + 1];
	size_t *prev2 = rows[0], *prev = rows[1], *cur = rows[2];

	for (size_t j = 0; j <= b.n; j++)
		prev[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		cur[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t change = a.p[i - 1] != b.p[j - 1];

			cur[j] = least(prev[j - 1] + change,
			    least(prev[j], cur[j - 1]) + 1);
			if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] &&
			    a.p[i - 2] == b.p[j - 1])
				cur[j] = least(cur[j], prev2[j - 2] + 1);
		}
		size_t *spare = prev2;

		prev2 = prev;
		prev = cur;
		cur = spare;
	}
	return prev[b.n];
}

size_t
str_nearest(struct str word, const struct str *names, size_t count)
{
	size_t best = STR_NONE, fewest = word.n / 3 + 1;

	if (word.n == 0 || word.n > WORD_MAX)
		return STR_NONE;
	for (size_t i = 0; i < count; i++) {
		if (names[i].n > WORD_MAX)
			continue;
		size_t n = edits(word, names[i]);

		if (n < fewest) {
			fewest = n;
			best = i;
		}
	}
	return best;
}
