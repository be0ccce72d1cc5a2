#include "io/track_order.h"

#include "base/arena.h"
#include "base/order.h"
#include "civic/date.h"

/* Places in the order: what is owed by a day, by none, and all others. */
#define NO_DAY UINT32_MAX
#define OTHERS ((uint64_t)1 << 33)

static uint32_t
place_of(int32_t day)
{
	return day == TRACK_NO_DAY ? NO_DAY : (uint32_t)(day - DATE_MIN);
}

/* A number for each body, in the order of their bytes; 0 is for none. */
static uint32_t *
rank_bodies(struct arena *a, const struct map *bodies)
{
	struct str *name = arena_array(a, bodies->count, sizeof(*name));
	uint32_t *order = arena_array(a, bodies->count, sizeof(*order));
	uint32_t *rank = arena_array(a, bodies->count, sizeof(*rank));

	for (size_t i = 0; i < bodies->count; i++)
		name[i] = map_key(bodies, i);
	order_texts(name, bodies->count, order);
	for (size_t i = 0; i < bodies->count; i++)
		rank[order[i]] = (uint32_t)i + 1;
	return rank;
}

static bool
is_wanted(const struct track_rows *r, const struct track_verdict *v)
{
	if (!r->check && !r->by_body)
		return true;
	if (v->owes == TRACK_NOTHING)
		return false;
	return !r->check || v->owed_by == TRACK_NO_DAY ||
	    v->owed_by - r->law->day <= r->within;
}

/*
 * A term that leaves the calendar only by a later day than the one of
 * registration, which was told when it was read.
 */
static int
tell_fault(struct track_rows *r, size_t number, const struct track_verdict *v)
{
	struct terms_answer answer;
	bool extended = v->unlawful & TRACK_UNCOUNTED;
	char day[11];

	if (v->fault == TERMS_GOOD || terms_look(&r->law->answer,
	    r->t->list[number].received, &answer) != TERMS_GOOD)
		return 0;
	date_format(extended ? v->until : v->forwarded, day);
	terms_why(v->fault, r->law->answer.term, r->law->calendar, NULL,
	    &r->text);
	warn("proposal '%.*s': %s: %.*s: '%s'",
	    STR_ARG(map_key(&r->t->ids, number)), extended ? "until" :
	    "forwarded_on", STR_ARG(buf_str(&r->text)), day);
	buf_clear(&r->text);
	return REFUSED;
}

int
track_order_tell(struct track_rows *r)
{
	struct track_verdict v;
	int status = 0;

	for (size_t i = 0; i < r->t->ids.count; i++) {
		track_judge(r->t, r->law, i, NULL, &v);
		status |= tell_fault(r, i, &v);
	}
	return status;
}

/* Some steps ahead of the one in hand: three of them wait for memory. */
enum { NEAR = 8, FAR = 16, FURTHEST = 24 };

static void
look_ahead(const struct track *t, size_t far, size_t near)
{
	if (far < t->ids.count)
		track_prefetch(t, far);
	if (near < t->ids.count)
		track_prefetch_next(t, near);
}

static void
print_items(struct track_rows *r, const struct order *item, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i + FURTHEST < count)
			__builtin_prefetch(
			    &r->t->list[item[i + FURTHEST].number]);
		if (i + FAR < count)
			look_ahead(r->t, item[i + FAR].number,
			    item[i + NEAR].number);
		track_rows_put(r, item[i].number);
	}
}

int
track_order_print(struct track_rows *r)
{
	struct arena a = { 0 };
	uint32_t *rank = rank_bodies(&a, &r->t->bodies);
	struct order *item = arena_array(&a, r->t->ids.count, sizeof(*item));
	struct track_verdict v;
	size_t count = 0;
	int status = 0;

	for (size_t i = 0; i < r->t->ids.count; i++) {
		look_ahead(r->t, i + FAR, i + NEAR);
		track_judge(r->t, r->law, i, NULL, &v);
		status |= tell_fault(r, i, &v);
		if (!is_wanted(r, &v))
			continue;
		item[count].number = (uint32_t)i;
		item[count].key = v.owes == TRACK_NOTHING ? OTHERS :
		    place_of(v.owed_by);
		if (r->by_body && v.body != TRACK_NONE)
			item[count].key |= (uint64_t)rank[v.body] << 32;
		count++;
	}
	r->owed = count;
	order_keys(item, count, NULL);
	print_items(r, item, count);
	arena_reset(&a);
	return status;
}
