#ifndef T_TAP_H
#define T_TAP_H

/* Tests in C: ok(), is() and same(), then return tap_done(). */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/options.h"
#include "base/str.h"

const struct program program = { "test", "", "a test", NULL, NULL };

static int tap_count, tap_failed;

static inline void
tap_report(bool good, const char *what)
{
	tap_failed += !good;
	printf("%sok %d - %s\n", good ? "" : "not ", ++tap_count, what);
}

/* An expression that must be true. */
#define ok(expression) tap_report((expression), #expression)

/* Whole numbers that must be equal. */
static inline void
tap_is(int64_t got, int64_t want, const char *what)
{
	tap_report(got == want, what);
	if (got != want)
		printf("# got %" PRId64 ", want %" PRId64 "\n", got, want);
}
#define is(got, want) tap_is((int64_t)(got), (int64_t)(want), #got " is " #want)

/* A text that must be equal to a literal. */
static inline void
tap_same(struct str got, const char *want, const char *what)
{
	bool good = got.n == strlen(want) &&
	    (got.n == 0 || memcmp(got.p, want, got.n) == 0);

	tap_report(good, what);
	if (!good)
		printf("# got '%.*s', want '%s'\n", STR_ARG(got), want);
}
#define same(got, want) tap_same((got), (want), #got " is " #want)

static inline int
tap_done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed > 0;
}

#endif
