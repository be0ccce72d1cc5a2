#ifndef CIVIC_CONCENTRATION_H
#define CIVIC_CONCENTRATION_H

/*
 * How unevenly a sum is spread over those who have a part of it, exactly:
 * in whole numbers, rounded only at the end, to units of 10^-4, halves up.
 */

#include <stddef.h>
#include <stdint.h>

enum { CONCENTRATION_PLACES = 4, CONCENTRATION_FIRST = 5 };

struct concentration {
	int64_t first;	/* the part of the CONCENTRATION_FIRST largest */
	int64_t gini;	/* Gini's coefficient: 0 if all have the same */
};

/*
 * Of 1 to 4 billion parts, each more than 0, from the smallest to the
 * largest; their sum is under 2^63.
 *
 * Gini's coefficient of x1 <= ... <= xn is (2 * sum of i * xi) /
 * (n * sum of xi) - (n + 1) / n; one who has all of n has (n - 1) / n.
 */
struct concentration concentration_of(const int64_t *part, size_t count);

#endif
