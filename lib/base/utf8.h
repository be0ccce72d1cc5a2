#ifndef BASE_UTF8_H
#define BASE_UTF8_H

/* UTF-8 by Unicode's table 3-7: no surrogates, no overlong forms. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* How many bytes from the start are well formed: s.n when all are. */
size_t utf8_valid(struct str s);

/* The same in plain C, for the test. */
size_t utf8_valid_plain(struct str s);

/*
 * Take the first character off *rest, which is not empty.  A byte that is
 * not well formed comes back as 0xfffd, alone.
 */
uint32_t utf8_next(struct str *rest);

/* Write a character, 1 to 4 bytes, and say how many. */
size_t utf8_put(char out[4], uint32_t c);

#endif
