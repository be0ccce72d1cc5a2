#include "base/dice.h"
#include "civic/score_rank.h"
#include "civic/score_stable.h"

/*
 * Of all ranks of an application only the lowest and the highest are kept,
 * one more than may lie beyond a bound: the bound is the innermost of them.
 * High ranks are kept as what they lack to UINT32_MAX, so that they are low.
 */
struct ends {
	size_t count;
	uint32_t *low, *high;	/* count for each, innermost first */
};

/* Put a number in if it is further out than the innermost. */
static void
keep(uint32_t *end, size_t count, uint32_t number)
{
	size_t i = 0;

	if (number >= end[0])
		return;
	for (; i + 1 < count && end[i + 1] > number; i++)
		end[i] = end[i + 1];
	end[i] = number;
}

static void
take_ranks(struct score_stable *t, const struct score_results *r,
    const struct ends *e)
{
	for (size_t a = 0; a < r->score->applications; a++) {
		uint32_t rank = r->of[a].rank;

		if (!r->of[a].scored)
			continue;
		for (size_t i = 0; i < t->firsts; i++)
			t->within[a * t->firsts + i] += rank <= t->first[i];
		keep(e->low + a * e->count, e->count, rank);
		keep(e->high + a * e->count, e->count,
		    UINT32_MAX - rank);
	}
}

static struct ends
open_ends(const struct score_stable *t, struct score *s)
{
	struct ends e = { .count = t->samples / 40 + 1 };
	size_t all = s->applications * e.count;

	e.low = slab_array(&s->run, s->applications,
	    e.count * sizeof(uint32_t));
	e.high = slab_array(&s->run, s->applications,
	    e.count * sizeof(uint32_t));
	for (size_t i = 0; i < all; i++)
		e.low[i] = e.high[i] = UINT32_MAX;
	return e;
}

bool
score_stable_find(struct score_stable *t, struct score *s,
    size_t *application)
{
	struct ends e = open_ends(t, s);
	struct dice dice = { t->seed };
	struct score_results r;

	score_result_open(s, &r);
	t->within = slab_array(&s->run, s->applications,
	    t->firsts * sizeof(uint32_t));
	t->low = slab_array(&s->run, s->applications, sizeof(uint32_t));
	t->high = slab_array(&s->run, s->applications, sizeof(uint32_t));
	for (uint32_t i = 0; i < t->samples; i++) {
		uint64_t sample = dice_next(&dice);

		if (!score_result_sample(s, &r, &sample, application))
			return false;
		score_rank_find(&r);
		take_ranks(t, &r, &e);
	}
	for (size_t a = 0; a < s->applications; a++) {
		t->low[a] = e.low[a * e.count];
		t->high[a] = UINT32_MAX - e.high[a * e.count];
	}
	return true;
}
