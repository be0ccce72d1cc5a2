#include "civic/date.h"
#include "civic/track.h"
#include "tap.h"

static int32_t
day(int dom)
{
	long n = 0;

	date_make(2026, 3, dom, &n);
	return (int32_t)n;
}

/* The days of a proposal's routes, in the order in which they are followed. */
static bool
goes(const struct track *t, size_t number, const int *dom, size_t count)
{
	uint32_t i = t->list[number].route;

	for (size_t n = 0; n < count; n++, i = t->route[i].next)
		if (i == TRACK_NONE || t->route[i].on !=
		    (dom[n] == 0 ? TRACK_NO_DAY : day(dom[n])))
			return false;
	return i == TRACK_NONE;
}

static void
routes(struct track *t)
{
	static const int order[] = { 2, 4, 9, 9, 0 };

	is(track_route(t, 0, STR("c"), day(9)), TRACK_FINE);
	is(track_route(t, 0, STR("e"), TRACK_NO_DAY), TRACK_FINE);
	is(track_route(t, 0, STR("a"), day(2)), TRACK_FINE);
	is(track_route(t, 0, STR("d"), day(9)), TRACK_FINE);
	is(track_route(t, 0, STR("b"), day(4)), TRACK_FINE);
	ok(goes(t, 0, order, 5));
	is(track_route(t, 0, STR("d"), day(20)), TRACK_TWICE);
	is(track_route(t, 0, STR("f"), day(1)), TRACK_BEFORE);
	ok(goes(t, 0, order, 5));
	is(track_route(t, 1, STR("a"), day(1)), TRACK_FINE);
	is(t->bodies.count, 5);
}

static void
extensions(struct track *t)
{
	struct track_extension e = { .decided_on = day(10) };
	uint32_t first;

	is(track_extend(t, 0, &e), TRACK_FINE);
	is(track_extend(t, 0, &e), TRACK_TWICE);
	e.decided_on = day(5);
	is(track_extend(t, 0, &e), TRACK_FINE);
	first = t->list[0].extension;
	is(t->extension[first].decided_on, day(5));
	is(t->extension[t->extension[first].next].decided_on, day(10));
	e.decided_on = day(1);
	is(track_extend(t, 0, &e), TRACK_BEFORE);
	for (int i = 11; i < 11 + TRACK_MOST - 2; i++) {
		e.decided_on = day(10) + i;
		track_extend(t, 0, &e);
	}
	e.decided_on = day(3);
	is(track_extend(t, 0, &e), TRACK_TOO_MANY);
	is(t->extensions, TRACK_MOST);
}

int
main(void)
{
	struct track t = { 0 };

	is(track_add(&t, STR("p"), day(2), STR(""), STR("a title")),
	    TRACK_FINE);
	is(track_add(&t, STR("p"), day(3), STR(""), STR("")), TRACK_TWICE);
	is(track_add(&t, STR("q"), TRACK_NO_DAY, STR(""), STR("")),
	    TRACK_FINE);
	is(t.list[0].received, day(2));
	is(track_find(&t, STR("q")), 1);
	ok(track_find(&t, STR("r")) == MAP_NONE);
	track_refuse(&t, STR("r"));
	ok(track_is_refused(&t, STR("r")) && !track_is_refused(&t, STR("p")));
	routes(&t);
	extensions(&t);
	is(track_answer(&t, 0, STR("a"), 3, STR("act"), day(1)),
	    TRACK_BEFORE);
	ok(!t.list[0].answered);
	is(track_answer(&t, 0, STR("a"), 3, STR("act"), day(2)), TRACK_FINE);
	is(track_answer(&t, 0, STR("b"), 1, STR(""), day(4)), TRACK_TWICE);
	is(t.list[0].answer, 3);
	is(t.list[0].answered_on, day(2));
	is(t.list[0].act, 0);
	is(t.list[1].answered_by, TRACK_NONE);
	track_free(&t);
	return tap_done();
}
