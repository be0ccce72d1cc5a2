/* Routing: decisions on random rules against a count that is plainly right. */

#include "civic/route.h"
#include "t/tap.h"

enum { BODIES = 5, RULES = 9, TRIAGE = 2, WORDS = 8, USES = 4, ROLES = 2 };

static const char *const words[WORDS] = { "ant", "bee", "cow", "dog", "elk",
	"fox", "gnu", "hen" };
static const char *const values[] = { "x", "xy", "y", "" };

static struct arena run;
static uint64_t state = 88;

static uint32_t
below(uint32_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(state >> 33) % n;
}

static void
random_rule(struct route *r, size_t i)
{
	struct route_rule *rule = &r->rule[i];
	bool had[WORDS] = { false };

	rule->body = i < TRIAGE ? ROUTE_NONE : below(BODIES);
	rule->points = i >= TRIAGE && below(3) == 0 ? below(4) : 0;
	rule->groups = below(3);
	rule->words = i < TRIAGE && below(3) == 0 ? below(4) : 0;
	rule->tests = below(2);
	rule->test = arena_array(&run, 1, sizeof(*rule->test));
	rule->test[0].role = below(ROLES);
	rule->test[0].how = below(3);
	rule->test[0].count = 1 + below(2);
	rule->test[0].value = arena_array(&run, 2, sizeof(struct str));
	for (size_t v = 0; v < 2; v++)
		rule->test[0].value[v] = str_of(values[below(3)]);
	for (size_t u = 0; u < USES; u++) {
		struct route_use *use = &r->use[r->uses];
		uint32_t word = below(WORDS);

		if (had[word])
			continue;
		had[word] = true;
		*use = (struct route_use){ .stem = word, .rule = (uint32_t)i,
			.weight = 1 + (int32_t)below(3) };
		use->part = u < rule->groups ? ROUTE_GROUP + (uint32_t)u :
		    below(6) == 0 ? ROUTE_FORBIDS : ROUTE_ANY;
		rule->any = rule->any || use->part == ROUTE_ANY;
		rule->forbids = rule->forbids || use->part == ROUTE_FORBIDS;
		r->uses++;
	}
}

static struct route *
random_route(void)
{
	struct route *r = arena_alloc(&run, sizeof(*r));
	size_t number;

	r->bodies = BODIES;
	r->body = arena_array(&run, BODIES, sizeof(*r->body));
	for (size_t i = 0; i < BODIES; i++) {
		r->body[i].place = ROUTE_NONE;
		r->body[i].rank = (i * 2 + 3) % BODIES;
	}
	r->otherwise = 1;
	r->rules = RULES;
	r->triage = TRIAGE;
	r->rule = arena_array(&run, RULES, sizeof(*r->rule));
	r->use = arena_array(&run, RULES * USES, sizeof(*r->use));
	r->co_points = below(4);
	r->co_percent = below(101);
	r->co_most = below(4);
	for (size_t i = 0; i < WORDS; i++)
		stems_add(&r->stems, str_of(words[i]), &number);
	for (size_t i = 0; i < RULES; i++)
		random_rule(r, i);
	route_build(r, &run, true);
	return r;
}

/* The plain way. */

static bool in_text[WORDS];
static size_t words_read;

static bool
test_passes(const struct route_test *t, const struct str *value)
{
	struct str v = value[t->role];
	bool found = false;

	if (v.p == NULL)
		return false;
	for (size_t i = 0; i < t->count; i++)
		found = found || (t->how == ROUTE_STARTS ?
		    str_starts(v, t->value[i]) : str_eq(v, t->value[i]));
	return t->how == ROUTE_ISNT ? !found : found;
}

/* Whether a body has a stem in the text. */
static bool
spoken(const struct route *r)
{
	for (const struct route_use *u = r->use; u < r->use + r->uses; u++)
		if (in_text[u->stem] && u->rule >= TRIAGE &&
		    u->part != ROUTE_FORBIDS)
			return true;
	return false;
}

static bool
rule_holds(const struct route *r, size_t rule, const struct str *value)
{
	const struct route_rule *ru = &r->rule[rule];
	bool any = !ru->any, forbidden = false;
	unsigned groups = 0;

	for (const struct route_use *u = r->use; u < r->use + r->uses; u++) {
		if (u->rule != rule || !in_text[u->stem])
			continue;
		any = any || u->part == ROUTE_ANY;
		forbidden = forbidden || u->part == ROUTE_FORBIDS;
		groups += u->part >= ROUTE_GROUP;
	}
	return any && !forbidden && groups == ru->groups &&
	    (ru->words == 0 || (words_read < ru->words && !spoken(r))) &&
	    (ru->tests == 0 || test_passes(ru->test, value));
}

static int64_t
points_of(const struct route *r, size_t body, const bool *holds)
{
	int64_t sum = 0;

	for (size_t i = TRIAGE; i < RULES; i++)
		if (holds[i] && r->rule[i].body == body)
			sum += r->rule[i].points;
	for (uint32_t w = 0; w < WORDS; w++) {
		int64_t most = 0;

		for (const struct route_use *u = r->use; u < r->use + r->uses;
		    u++)
			if (u->stem == w && in_text[w] && holds[u->rule] &&
			    r->rule[u->rule].body == body &&
			    u->part != ROUTE_FORBIDS && u->weight > most)
				most = u->weight;
		sum += most;
	}
	return sum;
}

/* The body with most points after `last`, or ROUTE_NONE. */
static size_t
next_best(const struct route *r, const int64_t *points, size_t last)
{
	size_t best = ROUTE_NONE;

	for (size_t i = 0; i < BODIES; i++) {
		if (points[i] == 0 || (last != ROUTE_NONE &&
		    (points[i] > points[last] || (points[i] == points[last] &&
		    r->body[i].rank <= r->body[last].rank))))
			continue;
		if (best == ROUTE_NONE || points[i] > points[best] ||
		    (points[i] == points[best] &&
		    r->body[i].rank < r->body[best].rank))
			best = i;
	}
	return best;
}

static bool
right(const struct route *r, struct route_answer a, const struct str *value)
{
	bool holds[RULES];
	int64_t points[BODIES];
	size_t best, co = 0;

	for (size_t i = 0; i < RULES; i++)
		holds[i] = rule_holds(r, i, value);
	for (size_t i = 0; i < TRIAGE; i++)
		if (holds[i])
			return a.body == ROUTE_NONE && a.rule == i &&
			    a.cos == 0 && a.runner_up == ROUTE_NONE;
	for (size_t i = 0; i < BODIES; i++)
		points[i] = points_of(r, i, holds);
	best = next_best(r, points, ROUTE_NONE);
	if (best == ROUTE_NONE)
		return a.body == r->otherwise && a.rule == ROUTE_NONE &&
		    a.points == 0 && a.cos == 0;
	if (a.body != best || a.points != points[best] ||
	    r->rule[a.rule].body != best || !holds[a.rule])
		return false;
	best = next_best(r, points, best);
	if (a.runner_up != best ||
	    (best != ROUTE_NONE && a.runner_up_points != points[best]))
		return false;
	for (; best != ROUTE_NONE && co < r->co_most &&
	    points[best] >= r->co_points &&
	    points[best] * 100 >= r->co_percent * a.points; co++) {
		if (co >= a.cos || a.co[co] != best)
			return false;
		best = next_best(r, points, best);
	}
	return a.cos == co;
}

/* What is explained adds up to what was decided. */
static bool
adds_up(struct route *r, struct route_answer a)
{
	const struct route_hit *hit;
	size_t count = route_hits(r, &a, &hit);
	int64_t sum = 0;

	for (size_t i = 0; i < count; i++)
		if (a.body != ROUTE_NONE && r->rule[hit[i].rule].body == a.body)
			sum += hit[i].points;
	return a.body == ROUTE_NONE ? count > 0 : sum == a.points;
}

static size_t triaged, ties;

static bool
one_text(struct route *r)
{
	struct str value[ROLES];
	struct route_answer a;

	stems_clear(&r->stems);
	words_read = 0;
	for (size_t i = 0; i < WORDS; i++) {
		in_text[i] = below(5) < 2;
		words_read += in_text[i];
		if (in_text[i])
			stems_read(&r->stems, str_of(words[i]));
	}
	for (size_t i = 0; i < ROLES; i++)
		value[i] = below(4) == 0 ? (struct str){ NULL, 0 } :
		    str_of(values[below(4)]);
	a = route_decide(r, value);
	triaged += a.body == ROUTE_NONE;
	ties += a.runner_up != ROUTE_NONE && a.runner_up_points == a.points;
	return right(r, a, value) && adds_up(r, a);
}

static bool
rounds(size_t count)
{
	bool good = true;

	for (size_t i = 0; i < count && good; i++) {
		struct route *r = random_route();

		for (size_t n = 0; n < 50 && good; n++)
			good = one_text(r);
		stems_free(&r->stems);
	}
	return good;
}

/* A rule's share decides which is named, and the file's order among equals. */
static void
test_names(void)
{
	struct route r = { .bodies = 1, .rules = 3, .uses = 3 };
	struct route_body body = { .place = ROUTE_NONE };
	struct route_rule rule[3] = { { .any = true }, { .any = true },
		{ .any = true } };
	struct route_use use[3] = { { .stem = 0, .rule = 0, .weight = 1 },
		{ .stem = 1, .rule = 1, .weight = 2 },
		{ .stem = 2, .rule = 2, .weight = 2 } };
	struct route_answer a;
	size_t number;

	r.body = &body;
	r.rule = rule;
	r.use = use;
	for (size_t i = 0; i < 3; i++)
		stems_add(&r.stems, str_of(words[i]), &number);
	route_build(&r, &run, false);
	stems_read(&r.stems, STR("cow bee ant"));
	a = route_decide(&r, NULL);
	is(a.rule, 1);
	is(a.points, 5);
	stems_clear(&r.stems);
	stems_read(&r.stems, STR("cow ant"));
	is(route_decide(&r, NULL).rule, 2);
	stems_free(&r.stems);
}

static void
test_spelling(void)
{
	struct route_body body[2] = { { .code = STR("health"),
		.place = ROUTE_NONE }, { .code = STR("akimat"), .place = 1 } };
	struct vocab_entry entry = { .code = STR("710000000") };
	struct vocab regions = { .entry = &entry, .count = 1 };
	struct route r = { .body = body, .bodies = 2, .regions = &regions };
	struct str value[2] = { STR(""), STR("711110000") };
	struct buf b = { 0 };

	map_add(&regions.codes, entry.code);

	route_spell(&r, 0, value, &b);
	buf_byte(&b, ' ');
	route_spell(&r, 1, value, &b);
	buf_byte(&b, ' ');
	value[1].n = 0;
	route_spell(&r, 1, value, &b);
	same(buf_str(&b), "health akimat:710000000 akimat");
	map_free(&regions.codes);
	buf_free(&b);
}

int
main(void)
{
	ok(rounds(400));
	printf("# %zu triaged, %zu ties\n", triaged, ties);
	ok(triaged > 1000 && triaged < 15000);
	ok(ties > 300);
	test_names();
	test_spelling();
	arena_reset(&run);
	return tap_done();
}
