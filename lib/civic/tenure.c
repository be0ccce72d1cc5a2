#include "civic/tenure.h"

#include <stdlib.h>

#include "civic/name.h"

/* Council 0 stands for all of them. */
static struct str
key_of(struct tenure *t, size_t council, struct str who, bool by_name)
{
	buf_clear(&t->key);
	buf_printf(&t->key, "%zu%c", council, by_name ? 'n' : 'i');
	if (by_name)
		name_fold(&t->key, who);
	else
		buf_add(&t->key, who);
	return buf_str(&t->key);
}

static void
add_last(struct tenure *t, struct str key, struct tenure_last seat)
{
	size_t known = t->seats.count, i = map_add(&t->seats, key);

	t->last = buf_grow(t->last, &t->lastroom, i + 1, sizeof(*t->last));
	if (i == known || seat.until > t->last[i].until ||
	    (seat.until == t->last[i].until && seat.term > t->last[i].term))
		t->last[i] = seat;
}

static void
add_person(struct tenure *t, struct str key, bool republican)
{
	size_t known = t->persons.count, i = map_add(&t->persons, key);

	t->republican = buf_grow(t->republican, &t->personroom, i + 1,
	    sizeof(*t->republican));
	if (i == known)
		t->republican[i] = 0;
	t->republican[i] += republican;
}

void
tenure_add(struct tenure *t, size_t council, struct str person,
    struct str member, bool republican, struct tenure_last seat)
{
	for (int by_name = person.n == 0; by_name < 2; by_name++) {
		struct str who = by_name ? member : person;

		add_last(t, key_of(t, council + 1, who, by_name), seat);
		add_person(t, key_of(t, 0, who, by_name), republican);
	}
}

/* The place of somebody in a map, by id or by name; or MAP_NONE. */
static size_t
find(struct tenure *t, const struct map *m, size_t council, struct str who)
{
	size_t i = map_find(m, key_of(t, council, who, false));

	return i != MAP_NONE ? i : map_find(m, key_of(t, council, who, true));
}

bool
tenure_find(struct tenure *t, size_t council, struct str who,
    struct tenure_last *last)
{
	size_t i = find(t, &t->seats, council + 1, who);

	if (i != MAP_NONE)
		*last = t->last[i];
	return i != MAP_NONE;
}

long
tenure_republican(struct tenure *t, struct str who)
{
	size_t i = find(t, &t->persons, 0, who);

	return i == MAP_NONE ? 0 : t->republican[i];
}

void
tenure_free(struct tenure *t)
{
	map_free(&t->seats);
	map_free(&t->persons);
	free(t->last);
	free(t->republican);
	buf_free(&t->key);
}
