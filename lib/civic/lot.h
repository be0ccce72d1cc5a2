#ifndef CIVIC_LOT_H
#define CIVIC_LOT_H

/*
 * A public lot by RFC 3797: who is drawn follows from a published list and
 * from public numbers that nobody could know or choose before (a lottery's
 * draw, a rate of exchange), so that anyone can draw it again.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/digest.h"
#include "base/str.h"

#define LOT_POOL_MAX 65535	/* the RFC counts in 16 bits */

/*
 * Append a source to the key: its numbers, whole or with a fraction, without
 * sign, separated by blanks, in any order.  "9 45 018" gives "9.18.45./".
 * False, and nothing appended, if there is none or one is not a number.
 */
bool lot_source(struct buf *key, struct str numbers);

/* The digest that decides the draw of a number, counted from 0. */
void lot_digest(struct str key, unsigned draw, unsigned char out[DIGEST_MD5]);

/*
 * Draw all of a pool of 1 to LOT_POOL_MAX: drawn[0] is the first drawn, and
 * so on, as the places 1 ... pool in the published list.
 */
void lot_draw(struct str key, size_t pool, uint32_t *drawn);

#endif
