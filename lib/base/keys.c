#include <stdlib.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/keys.h"

struct keys_slot {
	uint64_t key;		/* 0: empty */
	uint32_t number;
};

enum { FIRST_BITS = 8 };

/* Fibonacci hashing, folded first: keys may differ in any of their bytes. */
static size_t
home(uint64_t key, unsigned bits)
{
	key ^= key >> 29;
	return (size_t)(key * 0x9e3779b97f4a7c15u >> (64 - bits));
}

static struct keys_slot *
slot_of(const struct keys *k, uint64_t key)
{
	size_t mask = ((size_t)1 << k->bits) - 1, at = home(key, k->bits);

	while (k->slot[at].key != key && k->slot[at].key != 0)
		at = (at + 1) & mask;
	return &k->slot[at];
}

/* Twice the slots, so that at most half of them are taken. */
static void
grow(struct keys *k)
{
	free(k->slot);
	k->bits = k->bits == 0 ? FIRST_BITS : k->bits + 1;
	k->slot = calloc((size_t)1 << k->bits, sizeof(*k->slot));
	if (k->slot == NULL || k->bits > 32)
		die("out of memory");
	for (uint32_t i = 0; i < k->count; i++)
		*slot_of(k, k->key[i]) = (struct keys_slot){ k->key[i], i };
}

uint32_t
keys_add(struct keys *k, uint64_t key)
{
	struct keys_slot *slot;

	if (k->slot == NULL || k->count >= (size_t)1 << (k->bits - 1))
		grow(k);
	slot = slot_of(k, key);
	if (slot->key == key)
		return slot->number;
	*slot = (struct keys_slot){ key, k->count };
	k->key = buf_grow(k->key, &k->room, (size_t)k->count + 1,
	    sizeof(*k->key));
	k->key[k->count] = key;
	return k->count++;
}

uint32_t
keys_find(const struct keys *k, uint64_t key)
{
	const struct keys_slot *slot;

	if (k->slot == NULL)
		return KEYS_NONE;
	slot = slot_of(k, key);
	return slot->key == key ? slot->number : KEYS_NONE;
}

void
keys_free(struct keys *k)
{
	free(k->key);
	free(k->slot);
	*k = (struct keys){ 0 };
}
