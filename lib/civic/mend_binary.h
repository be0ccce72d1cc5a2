#ifndef CIVIC_MEND_BINARY_H
#define CIVIC_MEND_BINARY_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

/*
 * A number of so many places, at most, that a program kept in binary
 * floating point and wrote with the digits that this adds, or with an
 * exponent: 35333.279999999999 is 35333.28 in two places.  False unless 15
 * digits, which such a number always keeps, are enough to tell.  What it
 * becomes is appended to out; nothing if it is false.
 */
bool mend_binary(struct buf *out, struct str text, int places);

#endif
