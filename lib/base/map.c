#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/map.h"

/*
 * Open addressing.  A slot holds the number + 1 in its low half and the high
 * half of the hash in its own, so that most misses end without a look at
 * the key.
 */

#define LOW 0xffffffffu
#define KEYS_BLOCK ((size_t)64 << 10)

static uint64_t
mixed(uint64_t h)
{
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	h ^= h >> 29;
	return h;
}

static uint64_t
seed(void)
{
	static uint64_t value;

	while (value == 0)
		if (getentropy(&value, sizeof(value)) != 0)
			die_errno("getentropy");
	return value;
}

uint64_t
map_hash(struct str key)
{
	uint64_t h = seed() ^ key.n * 0x9e3779b97f4a7c15u, word;
	const char *p = key.p;
	size_t n = key.n;

	for (; n >= 8; p += 8, n -= 8) {
		memcpy(&word, p, 8);
		h = mixed(h ^ word);
	}
	if (n > 0) {
		word = 0;
		for (size_t i = 0; i < n; i++)
			word |= (uint64_t)(unsigned char)p[i] << 8 * i;
		h = mixed(h ^ word);
	}
	return mixed(h);
}

void
map_prefetch(const struct map *m, uint64_t hash)
{
	if (m->slots > 0)
		__builtin_prefetch(&m->slot[hash & (m->slots - 1)]);
}

static size_t
place(const struct map *m, struct str key, uint64_t hash)
{
	size_t i = hash & (m->slots - 1);

	for (; m->slot[i] != 0; i = (i + 1) & (m->slots - 1)) {
		uint64_t s = m->slot[i];

		if (s >> 32 == hash >> 32 &&
		    str_eq(m->key[(s & LOW) - 1], key))
			break;
	}
	return i;
}

static void
more_slots(struct map *m)
{
	size_t slots = m->slots > 0 ? m->slots * 2 : 64;
	uint64_t *slot = calloc(slots, sizeof(*slot));

	if (slot == NULL)
		die("out of memory");
	for (size_t n = 0; n < m->count; n++) {
		size_t i = m->hash[n] & (slots - 1);

		while (slot[i] != 0)
			i = (i + 1) & (slots - 1);
		slot[i] = (m->hash[n] & ~(uint64_t)LOW) | (n + 1);
	}
	free(m->slot);
	m->slot = slot;
	m->slots = slots;
}

static void
more_room(struct map *m)
{
	size_t room = m->room > 0 ? m->room * 2 : 32;

	m->key = realloc(m->key, room * sizeof(*m->key));
	m->hash = realloc(m->hash, room * sizeof(*m->hash));
	if (m->key == NULL || m->hash == NULL)
		die("out of memory");
	m->room = room;
}

/* Keys stand close together: a million short ones cost their bytes. */
static struct str
kept(struct map *m, struct str key)
{
	if (m->tailroom < key.n || m->tail == NULL) {
		m->tailroom = key.n > KEYS_BLOCK ? key.n : KEYS_BLOCK;
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
	m->key[m->count] = kept(m, key);
	m->hash[m->count] = hash;
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
	return m->key[number];
}

void
map_free(struct map *m)
{
	arena_reset(&m->keys);
	free(m->key);
	free(m->hash);
	free(m->slot);
	*m = (struct map){ 0 };
}
