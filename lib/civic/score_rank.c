#include "base/order.h"
#include "civic/lot.h"
#include "civic/score_rank.h"

#define LAST UINT64_MAX		/* of what has no value */

struct ranking {
	struct score_results *results;
	struct order *item;
	uint32_t *standing;	/* of each text among the keys' values */
};

/* A number as a key: the better, the smaller, and never LAST. */
static uint64_t
ascending(int64_t value, bool low_wins)
{
	uint64_t key = (uint64_t)value + INT64_MAX;

	return low_wins ? key : LAST - 1 - key;
}

static uint64_t
value_of(const struct ranking *g, const struct score_key *key,
    uint32_t application)
{
	const struct score *s = g->results->score;
	const struct score_rubric *r = s->rubric;
	const struct score_tie *tie;

	if (key->kind == SCORE_KEY_CRITERION)
		return ascending(g->results->centre[application * r->count +
		    key->which], key->low_wins);
	tie = &s->tie[application * r->fields + key->which];
	if (tie->state != SCORE_TIE_GIVEN)
		return LAST;
	if (key->kind == SCORE_KEY_NUMBER)
		return ascending(tie->value, key->low_wins);
	return ascending(g->standing[tie->value], key->low_wins);
}

/* Put the items of a run in the order in which they are drawn. */
static void
draw(struct ranking *g, size_t from, size_t to)
{
	struct arena a = { 0 };
	size_t pool = to - from;
	uint32_t *drawn = arena_array(&a, pool, sizeof(*drawn));
	uint32_t *listed = arena_array(&a, pool, sizeof(*listed));

	lot_draw(g->results->score->rubric->lot_key, pool, drawn);
	for (size_t i = 0; i < pool; i++)
		listed[i] = g->item[from + i].number;
	for (size_t i = 0; i < pool; i++) {
		struct order *item = &g->item[from + i];
		struct score_result *of =
		    &g->results->of[listed[drawn[i] - 1]];

		*item = (struct order){ i, listed[drawn[i] - 1] };
		of->drawn = (uint32_t)i + 1;
		of->pool = (uint32_t)pool;
	}
	arena_reset(&a);
}

static bool
can_draw(const struct score_rubric *r, size_t pool)
{
	return r->lot_awaits.n == 0 && pool <= LOT_POOL_MAX;
}

static void
share_rank(struct ranking *g, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		struct score_result *of = &g->results->of[g->item[i].number];

		of->rank = (uint32_t)from + 1;
		of->shared = to - from > 1;
	}
}

/*
 * Rank the items from .. to, which are equal in all before the key: sort
 * them by it, and do the same with those that it leaves together.
 */
static void
rank_run(struct ranking *g, size_t from, size_t to, size_t k)
{
	const struct score_rubric *r = g->results->score->rubric;

	if (to - from == 1 || k == r->keys) {
		share_rank(g, from, to);
		return;
	}
	if (r->key[k].kind != SCORE_KEY_LOT) {
		for (size_t i = from; i < to; i++)
			g->item[i].key = value_of(g, &r->key[k],
			    g->item[i].number);
		order_keys(g->item + from, to - from,
		    g->results->score->spare);
	} else if (can_draw(r, to - from)) {
		draw(g, from, to);
	} else {
		share_rank(g, from, to);
		return;
	}
	bool parts = g->item[from].key != g->item[to - 1].key;

	for (size_t i = from, end; i < to; i = end) {
		for (end = i; end < to && g->item[end].key == g->item[i].key;
		    end++)
			if (parts)
				g->results->of[g->item[end].number].key =
				    (unsigned char)k;
		rank_run(g, i, end, k + 1);
	}
}

/* Scored applications by name, with their scores as keys. */
static void
list_scored(struct ranking *g)
{
	struct score_results *r = g->results;
	const struct score *s = r->score;

	for (size_t i = 0; i < s->applications; i++) {
		uint32_t a = s->by_name[i];

		if (r->of[a].scored)
			g->item[r->scored++] = (struct order){
				ascending(r->of[a].score, s->rubric->low_wins),
				a };
	}
}

static struct str
text_of(const void *of, size_t i)
{
	return map_key(of, i);
}

static void
stand_texts(struct ranking *g, struct arena *a)
{
	const struct map *m = &g->results->score->texts;
	struct order *item = arena_array(a, 2 * m->count, sizeof(*item));

	g->standing = arena_array(a, m->count, sizeof(*g->standing));
	order_texts_of(text_of, m, m->count, item, item + m->count);
	for (uint32_t i = 0; i < m->count; i++)
		g->standing[item[i].number] = i;
}

/* The ranked applications, then those that have no score. */
static void
put_in_order(struct ranking *g)
{
	struct score_results *r = g->results;
	const struct score *s = r->score;
	size_t n = r->scored;

	for (size_t i = 0; i < r->scored; i++)
		r->order[i] = g->item[i].number;
	for (size_t i = 0; i < s->applications; i++)
		if (!r->of[s->by_name[i]].scored)
			r->order[n++] = s->by_name[i];
}

void
score_rank_find(struct score_results *r)
{
	struct arena a = { 0 };
	struct ranking g = { .results = r, .item = r->score->item };

	r->scored = 0;
	list_scored(&g);
	stand_texts(&g, &a);
	order_keys(g.item, r->scored, r->score->spare);
	for (size_t i = 0, end; i < r->scored; i = end) {
		for (end = i + 1; end < r->scored &&
		    g.item[end].key == g.item[i].key;)
			end++;
		for (size_t j = i; j < end && end - i > 1; j++)
			r->of[g.item[j].number].tied = true;
		rank_run(&g, i, end, 0);
	}
	put_in_order(&g);
	arena_reset(&a);
}
