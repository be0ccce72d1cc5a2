#ifndef T_BENCH_MADE_H
#define T_BENCH_MADE_H

/* What generators of records make up, always the same. */

#include <stdint.h>
#include <stdio.h>

#include "civic/bin_number.h"

/* A number that looks as if by chance, for each number. */
static inline uint32_t
made_mixed(uint32_t x)
{
	x = (x ^ x >> 16) * 0x7feb352du;
	x = (x ^ x >> 15) * 0x846ca68bu;
	return x ^ x >> 16;
}

/* The BIN of an invented organisation. */
static inline void
made_bin(char bin[13], uint32_t number)
{
	int digit;

	do {
		snprintf(bin, 13, "%02u%02u40%05u", number / 8 % 26,
		    number / 208 % 12 + 1, number % 100000);
		digit = bin_number_digit(bin);
		number += 7;
	} while (digit < 0);
	bin[11] = (char)('0' + digit);
	bin[12] = '\0';
}

#endif
