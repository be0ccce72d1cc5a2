#include "io/call_lots.h"

#include <stdlib.h>

#include "base/map.h"
#include "civic/date.h"
#include "civic/decimal.h"
#include "civic/moment.h"
#include "io/band_rules.h"
#include "io/kind.h"
#include "io/rec.h"

struct call_lots {
	struct arena *arena;
	const struct eligibility_edition *rules;
	struct map calls, lots;
	struct eligibility_call **call;
	struct eligibility_lot **lot;
	size_t call_room, lot_room;
};

/* A kind's records in hand. */
struct reader {
	const struct schema *schema;
	struct rec *in;
	size_t *place;
	char *files[2];			/* the input keeps them */
};

static void
begin(struct reader *r, struct arena *a, const char *kind, const char *file,
    const char *const *needed)
{
	*r = (struct reader){ .schema = kind_schema(a, kind),
		.files = { (char *)file, NULL } };
	r->in = rec_open(r->files);
	r->place = kind_places(a, r->schema, r->in);
	for (size_t i = 0; needed[i] != NULL; i++)
		rec_field(r->in, needed[i]);
}

static size_t
place(const struct reader *r, const char *name)
{
	return r->place[kind_field(r->schema, str_of(name))];
}

static struct str
value(const struct reader *r, const char *name)
{
	return rec_value(r->in, place(r, name));
}

static void
refuse(const struct reader *r, const char *name, const char *why)
{
	kind_refuse(r->in, place(r, name), str_of(why), value(r, name));
}

static bool
read_moment(const struct reader *r, const char *name, int64_t *moment)
{
	if (moment_parse(value(r, name), moment))
		return true;
	refuse(r, name, "missing");
	return false;
}

/* Announced, opened, closed: in this order. */
static bool
read_times(struct arena *a, const struct reader *r,
    struct eligibility_call *c)
{
	bool opens = read_moment(r, "opens", &c->opens);
	bool closes = read_moment(r, "closes", &c->closes);

	if (!opens || !closes)
		return false;
	if (c->closes < c->opens) {
		refuse(r, "closes", "before the call opens");
		return false;
	}
	if (!date_parse(value(r, "announced"), &c->announced))
		c->announced = moment_day(c->opens);
	if (c->announced > moment_day(c->opens)) {
		refuse(r, "announced", "after the day on which the call opens");
		return false;
	}
	c->opens_text = arena_copy(a, value(r, "opens"));
	c->closes_text = arena_copy(a, value(r, "closes"));
	return true;
}

static void
read_call(struct call_lots *all, const struct reader *r)
{
	struct eligibility_call call = { 0 }, *c;

	if (!kind_check(r->schema, r->in, r->place))
		return;
	if (map_find(&all->calls, value(r, "id")) != MAP_NONE) {
		refuse(r, "id", "a call with this id came before");
		return;
	}
	if (!read_times(all->arena, r, &call))
		return;
	decimal_parse(value(r, "budget"), 2, &call.budget);
	call.left = call.budget;
	c = arena_alloc(all->arena, sizeof(*c));
	*c = call;
	c->instrument = arena_copy(all->arena, value(r, "instrument"));
	all->call = buf_grow(all->call, &all->call_room, all->calls.count + 1,
	    sizeof(*all->call));
	all->call[all->calls.count] = c;
	c->id = map_key(&all->calls, map_add(&all->calls, value(r, "id")));
}

/* The types of grants on the day of the call; calls of one day share them. */
static const struct bands *
bands_of(struct call_lots *all, struct eligibility_call *c)
{
	for (size_t i = 0; c->bands == NULL && i < all->calls.count; i++)
		if (all->call[i]->announced == c->announced)
			c->bands = all->call[i]->bands;
	if (c->bands == NULL)
		c->bands = band_rules_read(all->arena, all->rules->bands,
		    all->rules->mci, c->announced);
	return c->bands;
}

static bool
read_band(struct call_lots *all, const struct reader *r,
    struct eligibility_call *c, struct eligibility_lot *lot)
{
	if (!eligibility_rules_make(all->rules, c, ELIGIBILITY_BAND_AMOUNT) &&
	    !eligibility_rules_make(all->rules, c, ELIGIBILITY_BAND_MONTHS))
		return true;
	if (value(r, "band").n == 0) {
		refuse(r, "band", "missing, and a check needs it");
		return false;
	}
	lot->band = band_find(bands_of(all, c), value(r, "band"));
	if (lot->band == NULL)
		refuse(r, "band", "not a type of the rules");
	return lot->band != NULL;
}

/* A lot may still be meant so: money can come from another year. */
static void
warn_of_budget(const struct reader *r, struct eligibility_call *c,
    int64_t budget)
{
	if (c->budget == 0)
		return;
	if (c->left >= 0)
		c->left -= budget;
	if (c->left < 0)
		rec_warn(r->in, place(r, "budget"), "with it the lots of the "
		    "call have more than the call: '%.*s'",
		    STR_ARG(value(r, "budget")));
}

static void
read_lot(struct call_lots *all, const struct reader *r)
{
	struct eligibility_lot lot = { 0 }, *l;
	size_t call;

	if (!kind_check(r->schema, r->in, r->place))
		return;
	call = map_find(&all->calls, value(r, "call"));
	if (call == MAP_NONE) {
		refuse(r, "call", "no such call");
		return;
	}
	if (map_find(&all->lots, value(r, "id")) != MAP_NONE) {
		refuse(r, "id", "a lot with this id came before");
		return;
	}
	if (!decimal_parse(value(r, "budget"), 2, &lot.budget) ||
	    !read_band(all, r, all->call[call], &lot))
		return;
	warn_of_budget(r, all->call[call], lot.budget);
	l = arena_alloc(all->arena, sizeof(*l));
	*l = lot;
	l->call = all->call[call];
	all->lot = buf_grow(all->lot, &all->lot_room, all->lots.count + 1,
	    sizeof(*all->lot));
	all->lot[all->lots.count] = l;
	l->id = map_key(&all->lots, map_add(&all->lots, value(r, "id")));
}

struct call_lots *
call_lots_read(struct arena *a, const struct eligibility_edition *rules,
    const char *calls, const char *lots, int *status)
{
	static const char *const of_call[] = { "opens", "closes", NULL };
	static const char *const of_lot[] = { "call", NULL };
	struct call_lots *all = arena_alloc(a, sizeof(*all));
	struct reader r;

	all->arena = a;
	all->rules = rules;
	begin(&r, a, "call", calls, of_call);
	while (rec_next(r.in))
		read_call(all, &r);
	*status |= rec_close(r.in);
	begin(&r, a, "lot", lots, of_lot);
	while (rec_next(r.in))
		read_lot(all, &r);
	*status |= rec_close(r.in);
	return all;
}

const struct eligibility_lot *
call_lots_find(const struct call_lots *c, struct str id)
{
	size_t number = map_find(&c->lots, id);

	return number == MAP_NONE ? NULL : c->lot[number];
}

void
call_lots_free(struct call_lots *c)
{
	map_free(&c->calls);
	map_free(&c->lots);
	free(c->call);
	free(c->lot);
}
