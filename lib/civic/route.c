#include "civic/forms.h"
#include "civic/route_own.h"

/* The body of a use in triage: ROUTE_NONE as it fits in there. */
#define NO_BODY ((uint32_t)ROUTE_NONE)

void
route_spell(const struct route *r, size_t body, const struct str *value,
    struct buf *out)
{
	const struct route_body *b = &r->body[body];
	const struct vocab_entry *region;

	buf_add(out, b->code);
	if (b->place == ROUTE_NONE)
		return;
	region = vocab_region(r->regions, value[b->place]);
	if (region == NULL)
		return;
	buf_byte(out, ':');
	buf_add(out, region->code);
}

static void
forget(struct route *r)
{
	for (size_t i = 0; i < r->touches; i++)
		r->state[r->touched[i]] = (struct route_state){ 0 };
	for (size_t i = 0; i < r->bests; i++)
		r->score[r->best[i]] = (struct route_score){ 0 };
	for (size_t i = 0; i < r->gaves; i++)
		r->state[r->gave[i]].points = 0;
	r->touches = r->gaves = r->bests = r->nears = 0;
	r->spoken = false;
}

static struct route_state *
touch(struct route *r, size_t rule)
{
	struct route_state *s = &r->state[rule];

	if (!s->touched)
		r->touched[r->touches++] = rule;
	s->touched = true;
	return s;
}

static bool
passes(const struct route_test *t, struct str value)
{
	if (value.p == NULL)
		return false;
	for (size_t i = 0; i < t->count; i++)
		if (t->how == ROUTE_STARTS ? str_starts(value, t->value[i]) :
		    str_eq(value, t->value[i]))
			return t->how != ROUTE_ISNT;
	return t->how == ROUTE_ISNT;
}

/* Whether all tests of a rule pass. */
static bool
tests_pass(const struct route_rule *rule, const struct str *value)
{
	for (size_t i = 0; i < rule->tests; i++)
		if (!passes(&rule->test[i], value[rule->test[i].role]))
			return false;
	return true;
}

/* Note for the rules that ask more which of their stems are in the text. */
static void
note(struct route *r, const struct str *value)
{
	for (size_t i = 0; i < r->bares; i++)
		if (tests_pass(&r->rule[r->bare[i]], value))
			touch(r, r->bare[i]);
	for (size_t i = 0; i < r->founds; i++) {
		uint32_t stem = r->found[i];

		for (size_t u = r->first_use[stem];
		    u < r->first_use[stem + 1]; u++) {
			struct route_state *s;

			r->spoken = r->spoken || (r->use[u].part !=
			    ROUTE_FORBIDS && r->use[u].body != NO_BODY);
			if (r->use[u].alone)
				continue;
			s = touch(r, r->use[u].rule);
			if (r->use[u].part == ROUTE_ANY)
				s->any = true;
			else if (r->use[u].part == ROUTE_FORBIDS)
				s->forbidden = true;
			else
				s->groups |= (uint64_t)1 <<
				    (r->use[u].part - ROUTE_GROUP);
		}
	}
}

static bool
holds(const struct route *r, size_t rule, const struct str *value)
{
	const struct route_rule *ru = &r->rule[rule];
	const struct route_state *s = &r->state[rule];

	if (s->forbidden || (ru->any && !s->any) ||
	    s->groups != ((uint64_t)1 << ru->groups) - 1 ||
	    !tests_pass(ru, value))
		return false;
	return ru->words == 0 || (!r->spoken &&
	    letters_words(&r->stems.letters, ru->words) < ru->words);
}

static void
give(struct route *r, size_t rule, int64_t points)
{
	size_t body = r->rule[rule].body;

	if (r->score[body].points == 0)
		r->best[r->bests++] = body;
	if (r->state[rule].points == 0)
		r->gave[r->gaves++] = rule;
	r->score[body].points += points;
	r->state[rule].points += points;
}

/*
 * Of the uses of one stem from *u on, those of one body: the one that gives
 * the body its weight, or ROUTE_NONE.  Leaves *u behind them.
 */
static size_t
giver(const struct route *r, size_t *u, size_t end)
{
	uint32_t body = r->use[*u].body;
	size_t best = ROUTE_NONE;

	for (; *u < end && r->use[*u].body == body; ++*u)
		if (r->state[r->use[*u].rule].holds &&
		    (best == ROUTE_NONE ||
		    r->use[*u].weight > r->use[best].weight))
			best = *u;
	return best;
}

/* Whether a use may give its weight: not if one near to it did so before. */
static bool
may_give(struct route *r, size_t use)
{
	const struct route_use *u = &r->use[use];

	if (u->near == 0)
		return true;
	for (size_t i = 0; i < r->nears; i++)
		if (r->use[r->near[i]].near == u->near)
			return false;
	r->near[r->nears++] = use;
	return true;
}

/* Give all bodies their points. */
static void
score(struct route *r)
{
	for (size_t i = 0; i < r->touches; i++) {
		size_t rule = r->touched[i];

		if (r->state[rule].holds && r->rule[rule].points > 0)
			give(r, rule, r->rule[rule].points);
	}
	for (size_t i = 0; i < r->founds; i++) {
		uint32_t stem = r->found[i];
		size_t end = r->first_use[stem + 1];

		for (size_t u = r->first_use[stem]; u < end;) {
			size_t by = giver(r, &u, end);

			if (by != ROUTE_NONE && may_give(r, by))
				give(r, r->use[by].rule, r->use[by].weight);
		}
	}
}

static bool
before(const struct route *r, size_t a, size_t b)
{
	if (r->score[a].points != r->score[b].points)
		return r->score[a].points > r->score[b].points;
	return r->body[a].rank < r->body[b].rank;
}

/* Put the bodies in order, and find the rule that gave each most. */
static void
rank(struct route *r)
{
	for (size_t i = 1; i < r->bests; i++) {
		size_t body = r->best[i], at = i;

		for (; at > 0 && before(r, body, r->best[at - 1]); at--)
			r->best[at] = r->best[at - 1];
		r->best[at] = body;
	}
	for (size_t i = 0; i < r->gaves; i++) {
		size_t rule = r->gave[i];
		int64_t points = r->state[rule].points;
		struct route_score *s = &r->score[r->rule[rule].body];

		if (points > s->most || (points == s->most && rule < s->rule)) {
			s->most = points;
			s->rule = rule;
		}
	}
}

static struct route_answer
answer(const struct route *r)
{
	const size_t *best = r->best;
	struct route_answer a = { .rule = ROUTE_NONE, .body = r->otherwise,
		.runner_up = ROUTE_NONE };

	if (r->bests == 0)
		return a;
	a.body = best[0];
	a.rule = r->score[best[0]].rule;
	a.points = r->score[best[0]].points;
	if (r->bests == 1)
		return a;
	a.runner_up = best[1];
	a.runner_up_points = r->score[best[1]].points;
	a.co = best + 1;
	while (a.cos < r->bests - 1 && a.cos < r->co_most &&
	    r->score[a.co[a.cos]].points >= r->co_points &&
	    r->score[a.co[a.cos]].points * 100 >= r->co_percent * a.points)
		a.cos++;
	return a;
}

void
route_clear(struct route *r)
{
	stems_clear(&r->stems);
	stems_clear(&r->forms);
}

void
route_read(struct route *r, size_t text, struct str value)
{
	stems_read(&r->stems, value);
	if (r->forms.count == 0)
		return;
	buf_clear(&r->formed[text]);
	forms_add(&r->formed[text], value);
	stems_read(&r->forms, buf_str(&r->formed[text]));
}

/* Find the stems in the text, and the forms behind them. */
static void
find(struct route *r)
{
	r->founds = stems_find(&r->stems);
	r->found = r->stems.found;
	if (r->forms.count == 0)
		return;
	for (size_t i = 0; i < r->founds; i++)
		r->both[i] = r->found[i];
	stems_find(&r->forms);
	for (size_t i = 0; i < r->forms.founds; i++)
		r->both[r->founds++] = r->forms.found[i] +
		    (uint32_t)r->stems.count;
	r->found = r->both;
}

struct route_answer
route_decide(struct route *r, const struct str *value)
{
	forget(r);
	find(r);
	note(r, value);
	for (size_t i = 0; i < r->triage; i++)
		if (r->state[i].touched && holds(r, i, value))
			return (struct route_answer){ .rule = i,
				.body = ROUTE_NONE, .runner_up = ROUTE_NONE };
	for (size_t i = 0; i < r->touches; i++)
		if (r->touched[i] >= r->triage)
			r->state[r->touched[i]].holds =
			    holds(r, r->touched[i], value);
	score(r);
	rank(r);
	return answer(r);
}

/* Whether a use that could give its weight did so. */
static bool
gave(const struct route *r, size_t use)
{
	bool did = r->use[use].near == 0;

	for (size_t i = 0; i < r->nears; i++)
		did = did || r->near[i] == use;
	return did;
}

/* What one use gave: for an explanation, among the uses of its stem. */
static int64_t
given(const struct route *r, size_t use)
{
	uint32_t stem = r->use[use].stem;
	size_t end = r->first_use[stem + 1];

	for (size_t u = r->first_use[stem]; u < end;)
		if (giver(r, &u, end) == use)
			return gave(r, use) ? r->use[use].weight : 0;
	return 0;
}

size_t
route_hits(struct route *r, const struct route_answer *answer,
    const struct route_hit **hit)
{
	bool triaged = answer->rule < r->triage;
	size_t n = 0;

	for (size_t i = 0; i < r->founds; i++) {
		uint32_t stem = r->found[i];

		for (size_t u = r->first_use[stem];
		    u < r->first_use[stem + 1]; u++)
			if (triaged ? r->use[u].rule == answer->rule :
			    r->use[u].rule >= r->triage)
				r->hit[n++] = (struct route_hit){ stem,
					r->use[u].rule, given(r, u) };
	}
	for (size_t i = r->triage; i < r->rules && !triaged; i++)
		if (r->state[i].holds && r->rule[i].points > 0)
			r->hit[n++] = (struct route_hit){ ROUTE_NONE, i,
				r->rule[i].points };
	if (triaged && n == 0)
		r->hit[n++] = (struct route_hit){ ROUTE_NONE, answer->rule,
			0 };
	*hit = r->hit;
	return n;
}
