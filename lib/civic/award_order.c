#include <string.h>

#include "civic/award_order.h"
#include "civic/lot.h"

__extension__ typedef __int128 wide;

static int
compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* The better, the less: a's score per tenge is a.score / a.requested. */
static int
compare_value(const struct award_bid *a, const struct award_bid *b)
{
	wide x = (wide)a->score * b->requested;
	wide y = (wide)b->score * a->requested;

	return (x < y) - (x > y);
}

static int
compare_order(const struct award_rules *r, const struct award_bid *a,
    const struct award_bid *b)
{
	switch (r->by) {
	case AWARD_PRICE:
		return compare(a->requested, b->requested);
	case AWARD_VALUE:
		return compare_value(a, b);
	case AWARD_RANK:
		break;
	}
	return compare(a->rank, b->rank);
}

static int
compare_key(const struct award_rules *r, size_t k, const struct award_bid *a,
    const struct award_bid *b)
{
	const struct award_said *x = &a->said[k], *y = &b->said[k];
	int c;

	if (!x->given || !y->given)
		return y->given - x->given;
	if (r->key[k].kind == AWARD_TEXT)
		c = str_cmp(x->text, y->text);
	else
		c = compare(x->number, y->number);
	return r->key[k].low_wins ? c : -c;
}

/* The first key that tells them apart; the last may be the lot, or none. */
static size_t
first_key(const struct award_rules *r, const struct award_bid *a,
    const struct award_bid *b, int *c)
{
	size_t k = 0;

	*c = 0;
	while (k < r->keys && r->key[k].kind != AWARD_LOT &&
	    (*c = compare_key(r, k, a, b)) == 0)
		k++;
	return k;
}

static bool
passed(const struct award_bid *bid)
{
	return bid->standing == AWARD_PASSED;
}

/* In the same place of the order, before any key. */
static bool
ties(const struct award_rules *r, const struct award_bid *a,
    const struct award_bid *b)
{
	return passed(a) && passed(b) && a->lot == b->lot &&
	    compare_order(r, a, b) == 0;
}

static int
compare_bids(const struct award_rules *r, const struct award_bid *a,
    const struct award_bid *b)
{
	bool by_lots = r->per_ngo == 0 || r->across_lots;
	int c;

	if (by_lots && a->lot != b->lot)
		return compare(a->lot, b->lot);
	if (passed(a) != passed(b))
		return passed(a) ? -1 : 1;
	if (!passed(a)) {
		if ((a->rank == 0) != (b->rank == 0))
			return a->rank == 0 ? 1 : -1;
		c = compare(a->rank, b->rank);
		return c != 0 ? c : str_cmp(a->name, b->name);
	}
	c = compare_order(r, a, b);
	if (c == 0 && a->lot != b->lot)
		return compare(a->lot, b->lot);
	if (c == 0)
		first_key(r, a, b, &c);
	return c != 0 ? c : str_cmp(a->name, b->name);
}

/* Two runs that are in order, from .. middle .. to, made one. */
static void
merge(const struct award_rules *r, struct award_bid **in,
    struct award_bid **out, size_t from, size_t middle, size_t to)
{
	size_t i = from, j = middle;

	for (size_t k = from; k < to; k++)
		if (j == to || (i < middle &&
		    compare_bids(r, in[i], in[j]) <= 0))
			out[k] = in[i++];
		else
			out[k] = in[j++];
}

/* By merging, as it takes the rules along, and keeps the order of equals. */
static void
sort(const struct award_rules *r, struct award_bid **order, size_t count)
{
	struct arena a = { 0 };
	struct award_bid **spare = arena_array(&a, count, sizeof(*spare));
	struct award_bid **in = order, **out = spare, **swap;

	for (size_t n = 1; n < count; n *= 2) {
		for (size_t from = 0; from < count; from += 2 * n) {
			size_t middle = from + n < count ? from + n : count;
			size_t to = middle + n < count ? middle + n : count;

			merge(r, in, out, from, middle, to);
		}
		swap = in;
		in = out;
		out = swap;
	}
	if (in != order)
		memcpy(order, in, count * sizeof(*order));
	arena_reset(&a);
}

/* Put those that are together in the order in which they are drawn. */
static void
draw(const struct award_rules *r, struct award_bid **order, size_t pool)
{
	struct arena a = { 0 };
	struct award_bid **listed = arena_array(&a, pool, sizeof(*listed));
	uint32_t *drawn = arena_array(&a, pool, sizeof(*drawn));

	memcpy(listed, order, pool * sizeof(*listed));
	lot_draw(r->lot_key, pool, drawn);
	for (size_t i = 0; i < pool; i++) {
		order[i] = listed[drawn[i] - 1];
		order[i]->drawn = (uint32_t)i + 1;
		order[i]->pool = (uint32_t)pool;
		order[i]->key = (uint8_t)(r->keys - 1);
	}
	arena_reset(&a);
}

static bool
can_draw(const struct award_rules *r, size_t pool)
{
	return r->keys > 0 && r->key[r->keys - 1].kind == AWARD_LOT &&
	    r->lot_awaits.n == 0 && pool <= LOT_POOL_MAX;
}

/* Those of a tie that the keys leave together: the lot, or nothing. */
static void
part(const struct award_rules *r, struct award_bid **order, size_t count)
{
	if (count > 1 && can_draw(r, count)) {
		draw(r, order, count);
		return;
	}
	for (size_t i = 0; i < count; i++)
		order[i]->together = (uint32_t)count;
}

/* Say of each of a tie what told it from its neighbours. */
static void
tell_apart(const struct award_rules *r, struct award_bid **order, size_t count)
{
	size_t from = 0;
	int c;

	for (size_t i = 0; i < count; i++)
		order[i]->tied = true;
	for (size_t i = 1; i < count; i++) {
		size_t k = first_key(r, order[i - 1], order[i], &c);

		if (c == 0)
			continue;
		if (k > order[i - 1]->key)
			order[i - 1]->key = (uint8_t)k;
		order[i]->key = (uint8_t)k;
		part(r, order + from, i - from);
		from = i;
	}
	part(r, order + from, count - from);
}

void
award_order(const struct award_rules *r, struct award_bid *bid, size_t count,
    struct award_bid **order)
{
	for (size_t i = 0; i < count; i++) {
		order[i] = &bid[i];
		bid[i].tied = false;
		bid[i].key = 0;
		bid[i].together = 1;
		bid[i].drawn = bid[i].pool = 0;
	}
	sort(r, order, count);
	for (size_t i = 0, end; i < count; i = end) {
		for (end = i + 1; end < count &&
		    ties(r, order[i], order[end]);)
			end++;
		if (end - i > 1)
			tell_apart(r, order + i, end - i);
	}
}
