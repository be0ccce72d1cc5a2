#include "io/activities.h"

#include <limits.h>
#include <stdlib.h>

#include "base/die.h"
#include "io/council_law.h"

/* What a council is known by: its id, or else the name that its seats have. */
static struct str
canonical(const struct activities *a, struct str text, struct str level)
{
	size_t row = councils_find(a->councils, text, level);

	return row == TABLE_NONE ? text :
	    councils_value(a->councils, row, COUNCILS_ID);
}

static void
add_council(struct activities *a, struct composition *c)
{
	struct str level = a->law->level_name[c->council->level];
	size_t known = a->keys.count;
	size_t i = map_add(&a->keys, canonical(a, c->council->name, level));

	a->known = buf_grow(a->known, &a->knownroom, i + 1,
	    sizeof(struct composition *));
	a->chain = buf_grow(a->chain, &a->chainroom, i + 1,
	    sizeof(*a->chain));
	/* Two levels may have one name; without ids it is nobody's. */
	a->known[i] = i == known ? c : NULL;
	a->chain[i].first = STR_NONE;
}

struct composition *
activities_council(struct activities *a, struct str text, size_t *number)
{
	size_t i = map_find(&a->keys, canonical(a, text, STR("")));

	*number = i;
	return i == MAP_NONE ? NULL : a->known[i];
}

size_t
activities_first(struct activities *a, const struct composition *c)
{
	size_t i = map_find(&a->keys, canonical(a, c->council->name,
	    a->law->level_name[c->council->level]));

	return i == MAP_NONE || a->known[i] != c ? STR_NONE :
	    a->chain[i].first;
}

static size_t
level_of(const struct activities *a, struct str level)
{
	size_t i = 0;

	while (i < a->law->levels && !str_eq(a->law->level_name[i], level))
		i++;
	return i;
}

static bool
has_seats(const struct activities *a, size_t row, size_t seated)
{
	for (size_t i = 0; i < seated; i++)
		if (councils_find(a->councils, a->list[i].council->name,
		    a->law->level_name[a->list[i].council->level]) == row)
			return true;
	return false;
}

/* A council without seats, as if it had lapsed. */
static struct composition
lapsed(struct activities *a, size_t row, size_t level)
{
	struct seats_council *c = arena_alloc(a->run, sizeof(*c));
	struct composition made = { .council = c };

	for (size_t n = COUNCILS_ID; n <= COUNCILS_RU; n++)
		if (councils_value(a->councils, row, n).n > 0)
			c->name = councils_value(a->councils, row, n);
	c->body = councils_value(a->councils, row, COUNCILS_BODY);
	c->level = (uint32_t)level;
	c->begun = true;
	made.state.lapsed = 1;
	made.state.began = made.state.ends = made.state.reform = LONG_MAX;
	return made;
}

static int
by_level_and_name(const void *x, const void *y)
{
	const struct seats_council *a =
	    ((const struct composition *)x)->council;
	const struct seats_council *b =
	    ((const struct composition *)y)->council;

	if (a->level != b->level)
		return a->level < b->level ? -1 : 1;
	return str_cmp(a->name, b->name);
}

/* Members point at their council, which moves. */
static void
add_without_seats(struct activities *a)
{
	size_t rows = a->councils->table->count, seated = a->count;
	struct composition *list = arena_array(a->run, seated + rows + 1,
	    sizeof(*list));

	for (size_t i = 0; i < rows; i++) {
		struct str law = councils_value(a->councils, i, COUNCILS_LAW);
		struct str text = councils_value(a->councils, i,
		    COUNCILS_LEVEL);
		size_t level = level_of(a, text);

		if (!council_law_is(a->rules, law) || has_seats(a, i, seated))
			continue;
		if (level == a->law->levels) {
			warn("%.*s: level: not a level of the law: '%.*s'",
			    STR_ARG(a->councils->table->row[i].where),
			    STR_ARG(text));
			a->status = REFUSED;
			continue;
		}
		list[a->count++] = lapsed(a, i, level);
	}
	if (a->count == seated)
		return;
	if (seated > 0)
		memcpy(list, a->list, seated * sizeof(*list));
	qsort(list, a->count, sizeof(*list), by_level_and_name);
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < list[i].members[SEATS_NOW]; k++)
			list[i].member[SEATS_NOW][k].council = &list[i];
	a->list = list;
}

void
activities_open(struct activities *a, const struct activities_files *files)
{
	if (files->councils == NULL && files->meetings == NULL &&
	    files->recommendations == NULL && files->publications == NULL)
		return;
	a->councils = councils_read(a->run, files->councils);
	if (a->councils != NULL)
		add_without_seats(a);
	for (size_t i = 0; i < a->count; i++)
		add_council(a, &a->list[i]);
}

int
activities_close(struct activities *a)
{
	map_free(&a->keys);
	map_free(&a->meetings);
	map_free(&a->kinds);
	map_free(&a->terms);
	free(a->known);
	free(a->chain);
	free(a->term_of);
	free(a->book);
	free(a->recommendation);
	return a->status | councils_close(a->councils);
}
