#include <stdlib.h>

#include "base/buf.h"
#include "base/order.h"
#include "base/slab.h"
#include "civic/sketch.h"

/*
 * Places that are empty after so many rounds of so many shingles for each are
 * a sign that most shingles are equal.
 */
enum { ROUNDS = 3, MANY = 8 };

/* Odd numbers without a pattern: the digits of the golden ratio, and primes. */
#define STEP 0x9e3779b97f4a7c15u
#define TIMES 0x9fb21c651e98df25u
#define AGAIN 0xd6e8feb86659fd93u

#define MILLION 1000000

static uint64_t
mixed(uint64_t h)
{
	h ^= h >> 31;
	h *= AGAIN;
	h ^= h >> 32;
	h *= TIMES;
	return h ^ h >> 29;
}

size_t
sketch_shingles(size_t count, size_t letters)
{
	if (count == 0)
		return 0;
	return count <= letters ? 1 : count - letters + 1;
}

/* A number for each shingle, from that of the one before it. */
static size_t
number_shingles(struct sketch *s, const struct wording *w)
{
	size_t count = sketch_shingles(w->count, s->letters);
	size_t letters = w->count < s->letters ? w->count : s->letters;
	uint64_t first = 1, h = 0;

	s->shingle = buf_grow(s->shingle, &s->room, count,
	    sizeof(*s->shingle));
	for (size_t i = 0; i < letters; i++) {
		h = h * TIMES + w->letter[i];
		first *= TIMES;
	}
	s->shingle[0] = mixed(h);
	for (size_t i = 1; i < count; i++) {
		h = h * TIMES + w->letter[i + letters - 1] -
		    w->letter[i - 1] * first;
		s->shingle[i] = mixed(h);
	}
	return count;
}

/* Each number once; equal shingles draw the same. */
static size_t
leave_out_equals(uint64_t *shingle, size_t count)
{
	struct slab memory = { 0 };
	struct order *item = slab_array(&memory, 2 * count, sizeof(*item));
	size_t different = 0;

	for (size_t i = 0; i < count; i++)
		item[i].key = shingle[i];
	order_keys(item, count, item + count);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || item[i].key != item[i - 1].key)
			shingle[different++] = item[i].key;
	slab_free(&memory);
	return different;
}

/*
 * A round: each shingle draws a value anew, and a place; or, with only, all
 * draw the same.  Each place keeps the least value, and those of earlier
 * rounds are less.
 */
static void
draw(struct sketch *s, size_t shingles, size_t round, const size_t *only)
{
	size_t places = s->bands * s->rows;
	uint64_t factor = mixed(round * STEP) | 1;

	for (size_t i = 0; i < shingles; i++) {
		uint64_t number = s->shingle[i] * factor;
		size_t place = only != NULL ? *only :
		    (size_t)((number >> 32) * places >> 32);
		uint64_t value = (uint64_t)round << 32 | (uint32_t)number;

		s->value[place] = value < s->value[place] ? value :
		    s->value[place];
	}
}

static bool
is_full(const struct sketch *s)
{
	size_t free = 0;

	for (size_t i = 0; i < s->bands * s->rows; i++)
		free += s->value[i] == UINT64_MAX;
	return free == 0;
}

/* What as many rounds as there are places leave free is filled in order. */
static void
fill(struct sketch *s, size_t shingles)
{
	size_t places = s->bands * s->rows;

	for (size_t i = 0; i < places; i++)
		s->value[i] = UINT64_MAX;
	for (size_t round = 0; round < places; round++) {
		if (round == ROUNDS && shingles > MANY * places)
			shingles = leave_out_equals(s->shingle, shingles);
		draw(s, shingles, round, NULL);
		if ((round + 1) * shingles >= places && is_full(s))
			return;
	}
	for (size_t i = 0; i < places; i++)
		draw(s, shingles, places + i, &i);
}

bool
sketch_read(struct sketch *s, const struct wording *w, uint64_t *key)
{
	if (w->count == 0)
		return false;
	fill(s, number_shingles(s, w));
	for (size_t band = 0; band < s->bands; band++) {
		key[band] = band;
		for (size_t row = 0; row < s->rows; row++)
			key[band] = mixed(key[band] * STEP +
			    s->value[band * s->rows + row]);
	}
	return true;
}

void
sketch_free(struct sketch *s)
{
	free(s->shingle);
	s->shingle = NULL;
	s->room = 0;
}

/* Parts of 10^9; a product is rounded down, so that misses are rounded up. */
#define WHOLE 1000000000u

static uint64_t
times(uint64_t a, uint64_t b)
{
	return a * b / WHOLE;
}

static uint64_t
power(uint64_t part, size_t n)
{
	uint64_t all = WHOLE;

	while (n-- > 0)
		all = times(all, part);
	return all;
}

long
sketch_missed(long percent, size_t bands, size_t rows)
{
	uint64_t one = power((uint64_t)percent * (WHOLE / 100), rows);
	uint64_t none = WHOLE - one;
	uint64_t missed = power(none, bands) +
	    bands * times(one, power(none, bands - 1));

	return (long)(missed / (WHOLE / MILLION)) + 1;
}
