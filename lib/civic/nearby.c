#include <string.h>

#include "civic/nearby.h"

/* Half of a key; the other half is where it would stand.  number + 1. */
struct nearby_slot {
	uint32_t key, number;
};

enum { SEEN = 4096, SLOTS_SPARE = 1024 };

void
nearby_open(struct nearby *n, size_t count, size_t bands, size_t most)
{
	size_t hits = bands * most;

	*n = (struct nearby){ .bands = bands, .most = most };
	n->slots = count * bands / 3 * 4 + SLOTS_SPARE;
	n->slot = slab_array(&n->memory, n->slots, sizeof(*n->slot));
	n->hit = slab_array(&n->memory, hits, sizeof(*n->hit));
	n->seen = slab_array(&n->memory, SEEN, sizeof(*n->seen));
	n->found = slab_array(&n->memory, 2 * hits, sizeof(*n->found));
}

static size_t
place_of(const struct nearby *n, uint64_t key)
{
	return (size_t)((key >> 32) * n->slots >> 32);
}

void
nearby_prefetch(const struct nearby *n, const uint64_t *key)
{
	for (size_t band = 0; band < n->bands; band++)
		__builtin_prefetch(&n->slot[place_of(n, key[band])]);
}

static size_t
next(const struct nearby *n, size_t at)
{
	return at + 1 < n->slots ? at + 1 : 0;
}

static unsigned
fold_number(uint32_t number)
{
	return (number * 0x9e3779b1u) >> 20;
}

/* All things of all keys, each as often as it has one; counted roughly. */
static size_t
gather_hits(struct nearby *n, const uint64_t *key)
{
	size_t hits = 0;

	for (size_t band = 0; band < n->bands; band++)
		for (size_t at = place_of(n, key[band]);
		    n->slot[at].number != 0; at = next(n, at))
			if (n->slot[at].key == (uint32_t)key[band] &&
			    hits < n->bands * n->most) {
				uint32_t number = n->slot[at].number - 1;
				uint8_t *seen = &n->seen[fold_number(number)];

				n->hit[hits++] = number;
				*seen = (uint8_t)(*seen + (*seen < 2));
			}
	return hits;
}

/* Those that may be there twice, in the order of their numbers. */
static size_t
sort_hits(struct nearby *n, size_t hits)
{
	size_t count = 0;

	for (size_t i = 0; i < hits; i++)
		if (n->seen[fold_number(n->hit[i])] > 1)
			n->found[count++] = (struct order){ n->hit[i],
				n->hit[i] };
	for (size_t i = 0; i < hits; i++)
		n->seen[fold_number(n->hit[i])] = 0;
	order_keys(n->found, count, n->found + count);
	return count;
}

size_t
nearby_find(struct nearby *n, const uint64_t *key, uint32_t *number,
    size_t most)
{
	size_t count = sort_hits(n, gather_hits(n, key)), found = 0;

	for (size_t i = 0, end; i < count; i = end) {
		for (end = i + 1; end < count &&
		    n->found[end].number == n->found[i].number;)
			end++;
		if (end - i > 1)
			n->found[found++] = (struct order){
				(uint64_t)(n->bands - (end - i)),
				n->found[i].number };
	}
	order_keys(n->found, found, n->found + found);
	if (found > most)
		found = most;
	for (size_t i = 0; i < found; i++)
		number[i] = n->found[i].number;
	return found;
}

size_t
nearby_add(struct nearby *n, const uint64_t *key, uint32_t number)
{
	size_t full = 0;

	for (size_t band = 0; band < n->bands; band++) {
		size_t at = place_of(n, key[band]), many = 0;

		for (; n->slot[at].number != 0; at = next(n, at))
			many += n->slot[at].key == (uint32_t)key[band];
		if (many < n->most)
			n->slot[at] = (struct nearby_slot){
				(uint32_t)key[band], number + 1 };
		else
			full++;
	}
	return full;
}

void
nearby_free(struct nearby *n)
{
	slab_free(&n->memory);
	*n = (struct nearby){ 0 };
}
