#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "civic/likeness.h"
#include "civic/sketch.h"

/* A shingle of the table; in both once the second text had it, too. */
struct likeness_slot {
	const uint32_t *letter;	/* NULL: none */
	uint32_t hash;
	bool both;
};

enum { SLOTS_LEAST = 64 };
#define TIMES 0x9fb21c651e98df25u

/* At least a quarter of the slots stays free. */
static void
clear(struct likeness_table *t, size_t shingles)
{
	for (t->slots = SLOTS_LEAST; t->slots / 4 * 3 < shingles;)
		t->slots *= 2;
	t->slot = buf_grow(t->slot, &t->room, t->slots, sizeof(*t->slot));
	memset(t->slot, 0, t->slots * sizeof(*t->slot));
}

/* The slot of a shingle: with it, or free. */
static struct likeness_slot *
find(const struct likeness_table *t, const uint32_t *letter, size_t letters,
    uint64_t hash)
{
	uint64_t h = (hash ^ hash >> 32) * TIMES;
	size_t at = h >> 32 & (t->slots - 1);

	while (t->slot[at].letter != NULL &&
	    (t->slot[at].hash != (uint32_t)h || memcmp(t->slot[at].letter,
	    letter, letters * sizeof(*letter)) != 0))
		at = (at + 1) & (t->slots - 1);
	t->slot[at].hash = (uint32_t)h;
	return &t->slot[at];
}

/* Enter the shingles of a text; count those that are new, and in both. */
static void
enter(struct likeness_table *t, const struct wording *w, size_t letters,
    bool second, struct likeness *l)
{
	size_t shingles = sketch_shingles(w->count, letters);
	uint64_t first = 1, hash = 0;

	for (size_t i = 0; i < letters; i++) {
		hash = hash * TIMES + w->letter[i];
		first *= TIMES;
	}
	for (size_t i = 0; i < shingles; i++) {
		struct likeness_slot *s;

		if (i > 0)
			hash = hash * TIMES + w->letter[i + letters - 1] -
			    w->letter[i - 1] * first;
		s = find(t, w->letter + i, letters, hash);
		if (s->letter == NULL) {
			s->letter = w->letter + i;
			s->both = second;
			l->all++;
		} else if (second && !s->both) {
			s->both = true;
			l->common++;
		}
	}
}

struct likeness
likeness_of(struct likeness_table *t, const struct wording *a,
    const struct wording *b, size_t letters)
{
	struct likeness l = { 0 };

	/* A text that is shorter than a shingle is like its equal alone. */
	if (a->count < letters || b->count < letters) {
		l.common = a->count > 0 && wording_same(a, b);
		l.all = (uint32_t)(sketch_shingles(a->count, letters) +
		    sketch_shingles(b->count, letters)) - l.common;
		return l;
	}
	clear(t, sketch_shingles(a->count, letters) +
	    sketch_shingles(b->count, letters));
	enter(t, a, letters, false, &l);
	enter(t, b, letters, true, &l);
	return l;
}

bool
likeness_reaches(struct likeness l, long percent)
{
	return l.all > 0 &&
	    (uint64_t)l.common * 100 >= (uint64_t)l.all * (uint64_t)percent;
}

long
likeness_percent(struct likeness l)
{
	return l.all == 0 ? 0 : (long)((uint64_t)l.common * 100 / l.all);
}

bool
likeness_more(struct likeness a, struct likeness b)
{
	return (uint64_t)a.common * b.all > (uint64_t)b.common * a.all ||
	    (b.all == 0 && a.common > 0);
}

void
likeness_free(struct likeness_table *t)
{
	free(t->slot);
	*t = (struct likeness_table){ 0 };
}
