#ifndef BASE_ORDER_H
#define BASE_ORDER_H

/* Sorting many things at once, by radix. */

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct order {
	uint64_t key;
	uint32_t number;
};

/*
 * Sort by key, the smallest first; equal keys keep their order.  There is
 * room in spare for as many items, or it is NULL and room is found.
 */
void order_keys(struct order *item, size_t count, struct order *spare);

/*
 * Write the numbers 0 to count - 1 in the byte order of the texts they
 * stand for (str_cmp); equal texts by number.
 */
void order_texts(const struct str *text, size_t count, uint32_t *number);

/* The same for texts that stand elsewhere: as the items' numbers. */
void order_texts_of(struct str (*text)(const void *of, size_t i),
    const void *of, size_t count, struct order *item, struct order *spare);

#endif
