#include "io/ahead.h"

enum { LINE = 64 };

static void
find(struct ahead *a)
{
	for (size_t i = 0; i < a->count; i++) {
		rec_turn(a->in, a->place[i]);
		a->number[i] = map_find(a->map, rec_value(a->in, a->key));
		if (a->number[i] == MAP_NONE)
			continue;
		const char *of = (const char *)a->of + a->number[i] * a->size;

		for (size_t line = 0; line < a->size; line += LINE)
			__builtin_prefetch(of + line);
	}
}

/* Read up to AHEAD_MOST records; false if there is none left. */
static bool
read_on(struct ahead *a)
{
	uint64_t hash[AHEAD_MOST];

	if (a->count > 0)
		rec_turn(a->in, a->end);
	a->count = a->next = 0;
	if (!rec_next(a->in))
		return false;
	do {
		struct str key = rec_value(a->in, a->key);

		hash[a->count] = map_hash(key);
		map_prefetch(a->map, hash[a->count]);
		rec_tell(a->in, &a->place[a->count++]);
	} while (a->count < AHEAD_MOST && rec_near(a->in));
	rec_tell(a->in, &a->end);
	for (size_t i = 0; i < a->count; i++)
		map_prefetch_key(a->map, hash[i]);
	for (size_t i = 0; i < a->count; i++)
		map_prefetch_text(a->map, hash[i]);
	find(a);
	return true;
}

bool
ahead_next(struct ahead *a)
{
	if (a->next == a->count && !read_on(a))
		return false;
	rec_turn(a->in, a->place[a->next]);
	a->found = a->number[a->next++];
	return true;
}
