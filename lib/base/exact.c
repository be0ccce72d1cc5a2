#include <stdbool.h>

#include "base/arena.h"
#include "base/big.h"
#include "base/exact.h"

enum { PRIME_BITS = 30 };	/* every prime used is over 2^30 */

/* The determinants modulo the primes found so far. */
struct found {
	size_t primes, wanted, count;
	uint32_t *prime;
	uint32_t *residue;	/* by prime: of each unknown, then the whole */
	uint32_t *product;	/* the primes before it, inverted modulo it */
};

uint32_t
exact_times(uint32_t a, uint32_t b, uint32_t prime)
{
	return (uint32_t)((uint64_t)a * b % prime);
}

uint32_t
exact_inverse(uint32_t a, uint32_t prime)
{
	uint32_t result = 1;

	/* By Fermat: a to the power of prime - 2. */
	for (uint32_t n = prime - 2; n > 0; n /= 2) {
		if (n % 2 == 1)
			result = exact_times(result, a, prime);
		a = exact_times(a, a, prime);
	}
	return result;
}

static uint32_t
minus(uint32_t a, uint32_t b, uint32_t prime)
{
	return a >= b ? a - b : a + (prime - b);
}

static bool
is_prime(uint32_t n)
{
	if (n % 2 == 0)
		return false;
	for (uint32_t d = 3; d <= n / d; d += 2)
		if (n % d == 0)
			return false;
	return true;
}

static uint32_t
prime_below(uint32_t n)
{
	do
		n--;
	while (!is_prime(n));
	return n;
}

/*
 * Bring the rows into a triangle, of which only the upper half is kept.
 * Returns the determinant; 0 also if a smaller one is a multiple of the
 * prime, which is then of no use.
 */
static uint32_t
eliminate(uint32_t *rows, size_t n, uint32_t prime)
{
	uint32_t determinant = 1;

	for (size_t k = 0; k < n; k++) {
		const uint32_t *pivot = rows + k * (n + 1);

		if (pivot[k] == 0)
			return 0;
		determinant = exact_times(determinant, pivot[k], prime);
		uint32_t inverse = exact_inverse(pivot[k], prime);

		for (size_t i = k + 1; i < n; i++) {
			uint32_t *row = rows + i * (n + 1);
			uint64_t factor = minus(0, exact_times(pivot[i],
			    inverse, prime), prime);

			for (size_t j = i; j <= n && factor != 0; j++)
				row[j] = (uint32_t)((row[j] +
				    factor * pivot[j]) % prime);
		}
	}
	return determinant;
}

/* Put the unknowns into the last column of the triangle. */
static void
substitute(uint32_t *rows, size_t n, uint32_t prime)
{
	for (size_t i = n; i-- > 0;) {
		uint32_t *row = rows + i * (n + 1), sum = row[n];

		for (size_t j = i + 1; j < n; j++)
			sum = minus(sum, exact_times(row[j],
			    rows[j * (n + 1) + n], prime), prime);
		row[n] = exact_times(sum, exact_inverse(row[i], prime), prime);
	}
}

/* What turns a digit of find_digits into its place: see there. */
static void
add_prime(struct found *f, uint32_t prime)
{
	uint32_t product = 1;

	for (size_t i = 0; i < f->primes; i++)
		product = exact_times(product, f->prime[i] % prime, prime);
	f->product[f->primes] = exact_inverse(product, prime);
	f->prime[f->primes++] = prime;
}

static void
find_residues(const struct exact *e, struct found *f, uint32_t *rows)
{
	size_t n = e->unknowns;

	for (uint32_t prime = INT32_MAX; f->primes < f->wanted;
	    prime = prime_below(prime)) {
		uint32_t *residue = f->residue + f->primes * f->count;

		e->fill(e->data, prime, rows);
		residue[n] = eliminate(rows, n, prime);
		if (residue[n] == 0)
			continue;
		substitute(rows, n, prime);
		for (size_t i = 0; i < n; i++)
			residue[i] = exact_times(rows[i * (n + 1) + n],
			    residue[n], prime);
		add_prime(f, prime);
	}
}

/*
 * The number from 0 up that has the residues of a column: in the mixed
 * radix digit[0] + prime[0] * (digit[1] + prime[1] * (digit[2] + ...)).
 */
static void
combine(const struct found *f, size_t column, uint32_t *digit,
    struct big *out)
{
	for (size_t k = 0; k < f->primes; k++) {
		uint32_t p = f->prime[k], value = 0;

		for (size_t i = k; i-- > 0;)
			value = (uint32_t)(((uint64_t)value *
			    (f->prime[i] % p) + digit[i] % p) % p);
		digit[k] = exact_times(minus(f->residue[k * f->count + column],
		    value, p), f->product[k], p);
	}
	out->n = 0;
	for (size_t k = f->primes; k-- > 0;)
		big_muladd(out, f->prime[k], digit[k]);
}

/* Above half the product of the primes a number stands for a negative one. */
static bool
take_sign(struct big *number, const struct big *product, struct big *spare)
{
	big_copy(spare, number);
	big_muladd(spare, 2, 0);
	if (big_cmp(spare, product) <= 0)
		return false;
	big_copy(spare, product);
	big_sub(spare, number);
	big_copy(number, spare);
	return true;
}

/* number / whole to the nearest; halves up. */
static uint64_t
divide(struct big *number, const struct big *whole, struct big *spare)
{
	uint64_t quotient = big_divide(number, whole, spare);

	big_muladd(number, 2, 0);
	return quotient + (big_cmp(number, whole) >= 0);
}

void
exact_solve(const struct exact *e, uint32_t scale, int64_t *out)
{
	struct arena a = { 0 };
	size_t n = e->unknowns, wanted = e->bits / PRIME_BITS + 2;
	struct found f = { 0, wanted, n + 1,
		arena_array(&a, wanted, sizeof(uint32_t)),
		arena_array(&a, wanted * (n + 1), sizeof(uint32_t)),
		arena_array(&a, wanted, sizeof(uint32_t)) };
	uint32_t *digit = arena_array(&a, wanted, sizeof(uint32_t));
	struct big whole = big_new(&a, wanted + 4);
	struct big number = big_new(&a, wanted + 4);
	struct big spare = big_new(&a, wanted + 4);
	struct big product = big_new(&a, wanted + 4);

	find_residues(e, &f, arena_array(&a, n * (n + 1), sizeof(uint32_t)));
	big_muladd(&product, 1, 1);
	for (size_t k = 0; k < f.primes; k++)
		big_muladd(&product, f.prime[k], 0);
	combine(&f, n, digit, &whole);
	for (size_t i = 0; i < n; i++) {
		combine(&f, i, digit, &number);
		bool negative = take_sign(&number, &product, &spare);

		big_muladd(&number, scale, 0);
		int64_t size = (int64_t)divide(&number, &whole, &spare);

		out[i] = negative ? -size : size;
	}
	arena_reset(&a);
}
