#ifndef IO_MONEY_H
#define IO_MONEY_H

/* Amounts of money in records. */

#include <stdbool.h>
#include <stdint.h>

#include "io/rec.h"

/*
 * The tiyn of an amount over 0 in a field of the record in hand.  If there is
 * none, the record is refused.
 */
bool money_read(struct rec *in, size_t field, int64_t *tiyn);

#endif
