/* Plans: figures that are too large to be added up are refused whole. */

#include "civic/plan.h"
#include "tap.h"

static const struct band band[] = {
	{ { "short", 5 }, 1, 12, 1, BAND_NO_MOST, 1, 0 },
};
static const struct bands bands = { .band = band, .count = 1, .mci = 1 };
static const struct plan_rules rules = {
	.budget = INT64_MAX,
	.groups = { [PLAN_THEME] = true },
	.join = { [PLAN_PRIORITY] = PLAN_MEAN, [PLAN_PEOPLE] = PLAN_HIGHEST,
	    [PLAN_MONTHS] = PLAN_LOWEST },
	.order = { { PLAN_COST, false } }, .orders = 1,
	.places = 1, .bands = &bands,
};
static struct plan plan = { .rules = &rules };

static enum plan_fault
add(const char *id, int64_t priority, int64_t proposals, int64_t cost)
{
	struct plan_need need = { .id = str_of(id), .text = { { "t", 1 } },
		.figure = { priority, 7, proposals, 6, cost } };

	return plan_add(&plan, &need);
}

int
main(void)
{
	struct plan_theme *t;

	/* A product of its own, a sum of products, a sum of costs. */
	ok(add("a", INT64_MAX / 2, 3, 1) == PLAN_TOO_MUCH);
	is(plan.themes, 0);
	ok(add("a", INT64_MAX / 4, 2, 5) == PLAN_GOOD);
	ok(add("a", 1, 1, 1) == PLAN_TWICE);
	ok(add("b", INT64_MAX / 4, 2, 5) == PLAN_GOOD);
	ok(add("c", 4, 1, 5) == PLAN_TOO_MUCH);
	ok(add("d", 0, 1, INT64_MAX - 9) == PLAN_TOO_MUCH);
	ok(add("e", 0, 0, INT64_MAX - 10) == PLAN_GOOD);

	/* What was refused has left no trace. */
	plan_settle(&plan);
	is(plan.needs, 3);
	is(plan.themes, 1);
	t = &plan.theme[0];
	is(t->needs, 3);
	is(t->figure[PLAN_PROPOSALS], 4);
	is(t->figure[PLAN_PEOPLE], 7);
	is(t->figure[PLAN_PRIORITY], INT64_MAX / 4);
	is(t->figure[PLAN_COST], INT64_MAX);
	is(t->budget, INT64_MAX);
	is(t->places, 1);
	plan_free(&plan);
	return tap_done();
}
