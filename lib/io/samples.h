#ifndef IO_SAMPLES_H
#define IO_SAMPLES_H

/* Options of programs that resample, such as --bootstrap 1000 --seed 7. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SAMPLES_LEAST = 40, SAMPLES_MOST = 10000 };

/*
 * How many samples an option asks for, and their seed.  False if neither is
 * given; dies if only one is, or says nothing that can be.
 */
bool samples_read(const char *option, const char *samples, const char *seed,
    uint32_t *count, uint64_t *start);

/* A list of whole numbers from 1, ascending, with commas; returns how many. */
size_t samples_list(const char *option, const char *text, uint32_t *list,
    size_t most);

#endif
