#ifndef BASE_EXACT_H
#define BASE_EXACT_H

/*
 * Linear equations in whole numbers, solved exactly.
 *
 * By Cramer's rule each unknown is a quotient of two determinants, which are
 * whole numbers.  They are computed modulo as many primes as it takes to
 * know them, so nothing is rounded but the final quotient, and the answer
 * does not depend on the order of any steps.
 */

#include <stddef.h>
#include <stdint.h>

struct exact {
	size_t unknowns;

	/* No determinant of the equations, or with the right sides in place
	 * of a column, is 2^bits or more in size. */
	unsigned bits;

	/* Write the equations modulo a prime under 2^31: for each, its
	 * coefficients and then its right side.  The matrix is symmetric,
	 * and its principal minors are positive. */
	void (*fill)(void *data, uint32_t prime, uint32_t *rows);
	void *data;
};

/*
 * Each unknown times the scale, to the nearest whole number; halves go away
 * from 0.  They must all be under 2^62 in size.
 */
void exact_solve(const struct exact *e, uint32_t scale, int64_t *out);

/* a * b modulo a prime under 2^31, and what times a is 1. */
uint32_t exact_times(uint32_t a, uint32_t b, uint32_t prime);
uint32_t exact_inverse(uint32_t a, uint32_t prime);

#endif
