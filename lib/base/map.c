#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/huge.h"
#include "base/map.h"

/*
 * Open addressing.  A slot holds the number + 1 in its low half and the high
 * half of the hash in its own, so that most misses end without a look at
 * the key.
 */

#define LOW 0xffffffffu

/* Keys are kept in blocks: small ones as long as there are few keys. */
#define KEYS_BLOCK ((size_t)64 << 10)
#define KEYS_BLOCK_FEW ((size_t)1 << 10)
#define FEW 64

/* A key of at most so many bytes is hashed into a number of its own. */
enum { WORD = 8 };

struct map_entry {
	uint64_t hash;
	struct str key;
};

static uint64_t
mixed(uint64_t h)
{
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	h ^= h >> 29;
	return h;
}

enum { SEEDS = 3 };

static const uint64_t *
seeds(void)
{
	static uint64_t value[SEEDS];

	while (value[0] == 0)
		if (getentropy(value, sizeof(value)) != 0)
			die_errno("getentropy");
	return value;
}

__extension__ typedef unsigned __int128 wide;

/* Both halves of a product of secrets: no difference of keys survives it. */
static uint64_t
folded(uint64_t a, uint64_t b)
{
	wide product = (wide)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t
load(const char *p, size_t n)
{
	uint64_t word = 0;

	memcpy(&word, p, n);
	return word;
}

/* The last 1 to 8 bytes, each at least once. */
static uint64_t
last_word(const char *p, size_t n)
{
	if (n >= 4)
		return load(p, 4) | load(p + n - 4, 4) << 32;
	return load(p, 1) | load(p + n / 2, 1) << 8 | load(p + n - 1, 1) << 16;
}

uint64_t
map_hash(struct str key)
{
	const uint64_t *seed = seeds();
	uint64_t h = seed[0] ^ key.n * 0x9e3779b97f4a7c15u;
	const char *p = key.p;
	size_t n = key.n;

	for (; n > WORD; p += WORD, n -= WORD)
		h = folded(h ^ seed[1], load(p, WORD) ^ seed[2]);
	if (n > 0)
		h = mixed(h ^ last_word(p, n));
	return mixed(h);
}

void
map_prefetch(const struct map *m, uint64_t hash)
{
	if (m->slots > 0)
		__builtin_prefetch(&m->slot[hash & (m->slots - 1)]);
}

void
map_prefetch_key(const struct map *m, uint64_t hash)
{
	uint64_t s = m->slots > 0 ? m->slot[hash & (m->slots - 1)] : 0;

	if (s != 0)
		__builtin_prefetch(&m->entry[(s & LOW) - 1]);
}

void
map_prefetch_text(const struct map *m, uint64_t hash)
{
	uint64_t s = m->slots > 0 ? m->slot[hash & (m->slots - 1)] : 0;

	if (s != 0 && m->entry[(s & LOW) - 1].key.n > WORD)
		__builtin_prefetch(m->entry[(s & LOW) - 1].key.p);
}

/* Every step of map_hash with a short key can be undone, so that the key
 * follows from its hash and length. */
static bool
is_key(const struct map_entry *e, struct str key, uint64_t hash)
{
	return e->hash == hash && e->key.n == key.n &&
	    (key.n <= WORD || memcmp(e->key.p, key.p, key.n) == 0);
}

static size_t
place(const struct map *m, struct str key, uint64_t hash)
{
	size_t i = hash & (m->slots - 1);

	for (; m->slot[i] != 0; i = (i + 1) & (m->slots - 1)) {
		uint64_t s = m->slot[i];

		if (s >> 32 == hash >> 32 &&
		    is_key(&m->entry[(s & LOW) - 1], key, hash))
			break;
	}
	return i;
}

static void
more_slots(struct map *m)
{
	size_t slots = m->slots > 0 ? m->slots * 2 : 64;
	uint64_t *slot = huge_alloc(slots, sizeof(*slot));

	for (size_t n = 0; n < m->count; n++) {
		size_t i = m->entry[n].hash & (slots - 1);

		while (slot[i] != 0)
			i = (i + 1) & (slots - 1);
		slot[i] = (m->entry[n].hash & ~(uint64_t)LOW) | (n + 1);
	}
	huge_free(m->slot, m->slots, sizeof(*slot));
	m->slot = slot;
	m->slots = slots;
}

static void
more_room(struct map *m)
{
	size_t room = m->room > 0 ? m->room * 2 : 32;

	m->entry = realloc(m->entry, room * sizeof(*m->entry));
	if (m->entry == NULL)
		die("out of memory");
	m->room = room;
}

/* Keys stand close together: a million short ones cost their bytes. */
static struct str
kept(struct map *m, struct str key)
{
	if (m->tailroom < key.n || m->tail == NULL) {
		size_t block = m->count < FEW ? KEYS_BLOCK_FEW : KEYS_BLOCK;

		m->tailroom = key.n > block ? key.n : block;
		m->tail = arena_alloc(&m->keys, m->tailroom);
	}
	struct str copy = { m->tail, key.n };

	if (key.n > 0)
		memcpy(m->tail, key.p, key.n);
	m->tail += key.n;
	m->tailroom -= key.n;
	return copy;
}

size_t
map_add_hashed(struct map *m, struct str key, uint64_t hash)
{
	if (m->count >= m->slots / 2)
		more_slots(m);
	size_t i = place(m, key, hash);

	if (m->slot[i] != 0)
		return (m->slot[i] & LOW) - 1;
	if (m->count == LOW - 1)
		die("too many different values: 4 billion");
	if (m->count == m->room)
		more_room(m);
	m->entry[m->count] = (struct map_entry){ hash, kept(m, key) };
	m->slot[i] = (hash & ~(uint64_t)LOW) | (m->count + 1);
	return m->count++;
}

size_t
map_add(struct map *m, struct str key)
{
	return map_add_hashed(m, key, map_hash(key));
}

size_t
map_find(const struct map *m, struct str key)
{
	if (m->slots == 0)
		return MAP_NONE;
	size_t i = place(m, key, map_hash(key));

	return m->slot[i] != 0 ? (m->slot[i] & LOW) - 1 : MAP_NONE;
}

struct str
map_key(const struct map *m, size_t number)
{
	return m->entry[number].key;
}

void
map_free(struct map *m)
{
	arena_reset(&m->keys);
	free(m->entry);
	huge_free(m->slot, m->slots, sizeof(*m->slot));
	*m = (struct map){ 0 };
}
