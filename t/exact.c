#include <stdlib.h>

#include "base/exact.h"
#include "tap.h"

enum { MOST = 24 };

/* A symmetric matrix with its right sides. */
struct system {
	size_t n;
	int64_t a[MOST][MOST + 1];
};

static void
fill(void *data, uint32_t prime, uint32_t *rows)
{
	const struct system *s = data;

	for (size_t i = 0; i < s->n; i++)
		for (size_t j = 0; j <= s->n; j++) {
			int64_t rest = s->a[i][j] % (int64_t)prime;

			*rows++ = (uint32_t)(rest < 0 ? rest + prime : rest);
		}
}

static void
solve(struct system *s, unsigned bits, uint32_t scale, int64_t *out)
{
	struct exact e = { s->n, bits, fill, s };

	exact_solve(&e, scale, out);
}

static void
fractions(void)
{
	/* 2x + y = 1, x + 3y = -1: x = 4/5, y = -3/5. */
	struct system s = { 2, { { 2, 1, 1 }, { 1, 3, -1 } } };
	int64_t x[2];

	solve(&s, 5, 1, x);
	is(x[0], 1);
	is(x[1], -1);
	solve(&s, 5, 1000000, x);
	is(x[0], 800000);
	is(x[1], -600000);
	solve(&s, 500, 5, x);
	is(x[0], 4);
	is(x[1], -3);
}

static void
halves(void)
{
	struct system s = { 1, { { 2, 5 } } };
	int64_t x;

	solve(&s, 4, 1, &x);
	is(x, 3);
	s.a[0][1] = -5;
	solve(&s, 4, 1, &x);
	is(x, -3);
	s.a[0][0] = 3;
	s.a[0][1] = 4;
	solve(&s, 4, 1, &x);
	is(x, 1);
	s.a[0][1] = 5;
	solve(&s, 4, 1, &x);
	is(x, 2);
	s.a[0][1] = 0;
	solve(&s, 4, 1, &x);
	is(x, 0);
}

/* A determinant that is a multiple of the first prime must not mislead. */
static void
unlucky_prime(void)
{
	struct system s = { 1, { { INT32_MAX, (int64_t)INT32_MAX * 7 } } };
	int64_t x;

	solve(&s, 64, 1, &x);
	is(x, 7);
}

/* Right sides made from known unknowns, whose determinants need many primes. */
static void
large(void)
{
	struct system s = { MOST, { { 0 } } };
	int64_t want[MOST], x[MOST];
	uint64_t random = 1;
	bool good = true;

	for (size_t i = 0; i < MOST; i++) {
		want[i] = (int64_t)(i * i * 1000003) - 77777777;
		for (size_t j = 0; j < i; j++) {
			random = random * 6364136223846793005u +
			    1442695040888963407u;
			s.a[i][j] = s.a[j][i] = -(int64_t)(random >> 44);
			s.a[i][i] += (int64_t)(random >> 44);
			s.a[j][j] += (int64_t)(random >> 44);
		}
	}
	for (size_t i = 0; i < MOST; i++) {
		s.a[i][i] += 12345;
		for (size_t j = 0; j < MOST; j++)
			s.a[i][MOST] += s.a[i][j] * want[j];
	}
	solve(&s, MOST * 60, 1, x);
	for (size_t i = 0; i < MOST; i++)
		good = good && x[i] == want[i];
	ok(good);
}

int
main(void)
{
	is(exact_times(exact_inverse(12345, INT32_MAX), 12345, INT32_MAX), 1);
	fractions();
	halves();
	unlucky_prime();
	large();
	return tap_done();
}
