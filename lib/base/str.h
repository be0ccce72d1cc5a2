#ifndef BASE_STR_H
#define BASE_STR_H

/*
 * Views: a pointer and a length, owning nothing, ending in no NUL.
 * Whoever hands out a view says how long it lives.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })

/* Print a view: printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) (int)(s).n, (s).p

struct str str_of(const char *s);
static inline bool
str_eq(struct str a, struct str b)
{
	uint64_t x[2], y[2];

	if (a.n != b.n)
		return false;
	if (a.n < sizeof(x[0]) || a.n > sizeof(x))
		return a.n == 0 || (a.p[0] == b.p[0] &&
		    memcmp(a.p, b.p, a.n) == 0);
	/* Most are short: two words that overlap cost less than a call. */
	memcpy(&x[0], a.p, sizeof(x[0]));
	memcpy(&y[0], b.p, sizeof(y[0]));
	memcpy(&x[1], a.p + a.n - sizeof(x[1]), sizeof(x[1]));
	memcpy(&y[1], b.p + b.n - sizeof(y[1]), sizeof(y[1]));
	return x[0] == y[0] && x[1] == y[1];
}

bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);

/* Less than, equal to or more than 0, by bytes: the order of `sort` in C. */
int str_cmp(struct str a, struct str b);

/* Without the blanks (space, tab, CR, LF) at both ends. */
struct str str_trim(struct str s);

/*
 * Cut *rest at the first sep: return what is before it and leave in *rest
 * what is after.  Without a sep, return all and leave *rest empty.
 */
struct str str_cut(struct str *rest, char sep);

/* The whole of s as a number from min to max.  On false, *out is as it was. */
bool str_number(struct str s, long min, long max, long *out);

/*
 * Which of the names is meant by a word that is none of them: the index of
 * the nearest by edits (insert, delete, change, swap), or STR_NONE when all
 * are further than a third of the word.
 */
#define STR_NONE ((size_t)-1)
size_t str_nearest(struct str word, const struct str *names, size_t count);

#endif
