#ifndef CIVIC_DECIMAL_H
#define CIVIC_DECIMAL_H

/*
 * Exact decimals: a 64-bit count of units of 10^-places.  12.50 with two
 * places is 1250.  Money is decimal(2): tiyn.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define DECIMAL_PLACES_MAX 9

enum rounding { ROUND_HALF_UP, ROUND_HALF_EVEN };

/*
 * An optional minus, digits, and at most `places` digits after a point:
 * nothing else, no plus, no exponent, no blank, no bare point.  False if it
 * is not so, or too large.  On false, *units is as it was.
 */
bool decimal_parse(struct str s, int places, int64_t *units);

/* With all places, "12.50"; returns the length.  No NUL. */
size_t decimal_format(char out[24], int64_t units, int places);

/* 10 to the power of places, 0 to 18. */
int64_t decimal_scale(int places);

/* a / b to the nearest whole number; halves go away from 0, or to even. */
int64_t decimal_divide(int64_t a, int64_t b, enum rounding r);

/* a * b / c, exact in between; false if the result does not fit. */
bool decimal_muldiv(int64_t a, int64_t b, int64_t c, enum rounding r,
    int64_t *out);

#endif
