#include <stdlib.h>

#include "base/buf.h"
#include "io/award_lots.h"
#include "io/money.h"

enum { PLACES_MAX = 1000000 };

static void
read_lot(struct award_lots *l, struct rec *in, size_t id, size_t budget,
    size_t places)
{
	struct award_lot lot = { .id = rec_value(in, id) };
	struct str text = rec_value(in, places);
	long count = 1;

	if (lot.id.n == 0)
		rec_refuse(in, id, "empty");
	else if (map_find(&l->ids, lot.id) != MAP_NONE)
		rec_refuse(in, id, "a second lot of this id: '%.*s'",
		    STR_ARG(lot.id));
	if (text.n > 0 && !str_number(text, 1, PLACES_MAX, &count))
		rec_refuse(in, places, "not a number from 1 to %d: '%.*s'",
		    PLACES_MAX, STR_ARG(text));
	money_read(in, budget, &lot.budget);
	if (rec_is_refused(in))
		return;
	lot.left = lot.budget;
	lot.places = (uint32_t)count;
	lot.id = map_key(&l->ids, map_add(&l->ids, lot.id));
	l->lot = buf_grow(l->lot, &l->room, l->count + 1, sizeof(*l->lot));
	l->lot[l->count++] = lot;
}

void
award_lots_read(struct award_lots *l, const char *file)
{
	char *files[] = { (char *)file, NULL };
	struct rec *in = rec_open(files);
	size_t id = rec_field(in, "id"), budget = rec_field(in, "budget");
	size_t places = rec_field(in, "places");

	while (rec_next(in))
		read_lot(l, in, id, budget, places);
	if (rec_close(in) != 0)
		die("%s: nothing is decided until these lots are mended",
		    file);
}

size_t
award_lots_find(const struct award_lots *l, struct rec *in, size_t field,
    struct str id)
{
	size_t i = map_find(&l->ids, id), near;
	struct str *ids;

	if (i != MAP_NONE)
		return i;
	ids = calloc(l->count + 1, sizeof(*ids));
	if (ids == NULL)
		die("out of memory");
	for (i = 0; i < l->count; i++)
		ids[i] = l->lot[i].id;
	near = str_nearest(id, ids, l->count);
	if (near != STR_NONE)
		rec_refuse(in, field, "no lot '%.*s'; did you mean '%.*s'?",
		    STR_ARG(id), STR_ARG(ids[near]));
	else
		rec_refuse(in, field, "no such lot: '%.*s'", STR_ARG(id));
	free(ids);
	return STR_NONE;
}

void
award_lots_free(struct award_lots *l)
{
	map_free(&l->ids);
	free(l->lot);
}
