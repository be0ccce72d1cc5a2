#ifndef CIVIC_PRIZE_H
#define CIVIC_PRIZE_H

/*
 * A prize divided equally, by the largest remainder: the parts add up to the
 * prize.  Equal parts have equal remainders, so the units that cannot be
 * divided go one each to the first in an order that is told in advance.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The part of one of `count` winners, who are counted from 0 in that order.
 * Pool and unit are tiyn.  False if the pool is no whole number of units, or
 * has fewer of them than there are winners.
 */
bool prize_part(int64_t pool, int64_t unit, size_t count, size_t winner,
    int64_t *part);

#endif
