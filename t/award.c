#include <stdlib.h>

#include "civic/award.h"
#include "civic/award_order.h"
#include "civic/award_reason.h"
#include "civic/award_vote.h"
#include "tap.h"

enum { MOST = 8 };

static struct award_rules
by(enum award_by order)
{
	struct award_rules r = { .by = order, .reserve = SIZE_MAX };

	for (size_t i = 0; i < AWARD_PARTS; i++)
		r.cite[i] = STR("art. 1");
	return r;
}

static struct award_bid
bid(const char *name, uint32_t rank, int64_t requested)
{
	return (struct award_bid){ .name = str_of(name), .rank = rank,
		.scored = STR("70"), .bin = STR("180740999234"),
		.requested = requested, .score = 70000000 };
}

/* What became of the bids: amounts, in their order as given. */
struct outcome {
	struct award_lot lot[3];
	bool undecided;
};

static struct outcome
decide(const struct award_rules *r, int64_t budget, uint32_t places,
    struct award_bid *bids, size_t count)
{
	struct award_bid *order[MOST];
	struct outcome o = { { { .id = STR("L-1"), .budget = budget,
		.left = budget, .places = places }, { .id = STR("L-2"),
		.budget = budget, .left = budget, .places = places },
		{ .id = STR("L-3"), .budget = budget, .left = budget,
		.places = places } }, false };
	struct award w;

	award_open(&w, r, o.lot, 3);
	award_order(r, bids, count, order);
	award_take(&w, order, count);
	o.undecided = w.undecided;
	award_close(&w);
	return o;
}

static void
budgets(void)
{
	struct award_rules r = by(AWARD_RANK);
	struct award_bid b[3] = { bid("c", 3, 50), bid("a", 1, 60),
		bid("b", 2, 41) };
	struct outcome o = decide(&r, 110, 3, b, 3);

	/* The budget is exhausted to the tiyn; the second does not fit. */
	is(b[1].amount, 60);
	is(b[2].why, AWARD_WHY_FULLY);
	is(o.lot[0].left, 9);
	is(b[0].why, AWARD_WHY_BUDGET);
	is(b[0].place, 1);
	b[2].requested = 51;
	o = decide(&r, 110, 3, b, 3);
	is(b[2].why, AWARD_WHY_BUDGET);
	is(b[2].before, 50);
	is(b[0].why, AWARD_WHY_FULLY);
	is(b[0].place, 2);
	is(o.lot[0].left, 0);
	r.stops = true;
	o = decide(&r, 110, 3, b, 3);
	is(b[0].why, AWARD_WHY_STOPPED);
	is(b[0].place, 2);
	is(o.lot[0].left, 50);
	o = decide(&r, 110, 1, b, 3);
	is(b[2].why, AWARD_WHY_PLACES);
	r.reserve = 1;
	decide(&r, 110, 1, b, 3);
	is(b[0].decision, AWARD_REJECTED);
	ok(b[0].reserve_full);
	is(award_part(&b[0]), AWARD_RESERVES);
	is(b[2].decision, AWARD_RESERVE);
}

/* 7 of 10 are enough, a tiyn less is not; nor is less than the least. */
static void
parts(void)
{
	struct award_rules r = by(AWARD_RANK);
	struct award_bid b[1] = { bid("a", 1, INT64_C(1000000000000000)) };
	struct outcome o;

	r.in_part = true;
	r.least_share = 700000;
	o = decide(&r, INT64_C(700000000000000), 1, b, 1);
	is(b[0].why, AWARD_WHY_PARTLY);
	is(b[0].amount, INT64_C(700000000000000));
	is(o.lot[0].left, 0);
	decide(&r, INT64_C(699999999999999), 1, b, 1);
	is(b[0].why, AWARD_WHY_BUDGET);
	is(b[0].amount, 0);
	r.least_amount = INT64_C(700000000000001);
	decide(&r, INT64_C(700000000000000), 1, b, 1);
	is(b[0].why, AWARD_WHY_BUDGET);
	decide(&r, INT64_C(700000000000001), 1, b, 1);
	is(b[0].why, AWARD_WHY_PARTLY);
}

/* Quotients that no binary floating point tells apart. */
static void
values(void)
{
	struct award_rules r = by(AWARD_VALUE);
	struct award_bid b[2] = { bid("a", 1, INT64_C(900000000000000000)),
		bid("b", 2, INT64_C(900000000000000001)) };
	struct award_bid *order[2];

	b[0].score = b[1].score = INT64_C(100000000);
	award_order(&r, b, 2, order);
	ok(order[0] == &b[0]);
	ok(!b[0].tied);
	b[0].score--;
	award_order(&r, b, 2, order);
	ok(order[0] == &b[1]);
	b[0].score = 30;
	b[1].score = 60;
	b[0].requested = INT64_C(333333333333333333);
	b[1].requested = INT64_C(666666666666666666);
	award_order(&r, b, 2, order);
	ok(b[0].tied);
	is(b[0].together, 2);
	b[0].score = -30;
	b[1].score = -60;
	b[1].requested = INT64_C(666666666666666667);
	award_order(&r, b, 2, order);
	ok(order[0] == &b[1]);
	r.by = AWARD_PRICE;
	award_order(&r, b, 2, order);
	ok(order[0] == &b[0]);
}

static void
keys(void)
{
	static const struct award_key key[] = {
		{ AWARD_NUMBER, { "own", 3 }, false },
		{ AWARD_TEXT, { "received", 8 }, true },
		{ AWARD_LOT, { "lot", 3 }, false },
	};
	static const struct award_said said[4][3] = {
		{ { true, 5, { "5", 1 } }, { true, 0, { "2026", 4 } } },
		{ { true, 5, { "5", 1 } }, { true, 0, { "2025", 4 } } },
		{ { false, 0, { "", 0 } }, { true, 0, { "2024", 4 } } },
		{ { true, 6, { "6", 1 } }, { false, 0, { "", 0 } } },
	};
	struct award_rules r = by(AWARD_RANK);
	struct award_bid b[4] = { bid("d", 1, 1), bid("c", 1, 1),
		bid("b", 1, 1), bid("a", 1, 1) };
	struct award_bid *order[4];

	r.key = key;
	r.keys = 3;
	r.lot_key = STR("9319./2.5.8.10.12./9.18.26.34.41.45./");
	for (size_t i = 0; i < 4; i++)
		b[i].said = said[i];
	award_order(&r, b, 4, order);
	ok(order[0] == &b[3] && order[1] == &b[1] && order[2] == &b[0] &&
	    order[3] == &b[2]);
	is(b[3].key, 0);
	is(b[1].key, 1);
	is(b[0].key, 1);
	is(b[2].key, 0);
	/* All the same: drawn from the list by names, as RFC 3797 draws. */
	for (size_t i = 0; i < 4; i++)
		b[i].said = said[0];
	award_order(&r, b, 4, order);
	for (uint32_t i = 0; i < 4; i++) {
		is(order[i]->drawn, i + 1);
		is(order[i]->pool, 4);
		is(order[i]->key, 2);
		is(order[i]->together, 1);
	}
	r.lot_awaits = STR("a lottery");
	award_order(&r, b, 4, order);
	is(b[0].together, 4);
	is(b[0].pool, 0);
	ok(order[0] == &b[3] && order[3] == &b[0]);
}

static uint64_t random_state = 20261121;

static uint32_t
random_below(uint32_t n)
{
	random_state = random_state * 6364136223846793005u +
	    1442695040888963407u;
	return (uint32_t)(random_state >> 33) % n;
}

/* All of one rank, then one behind them. */
static size_t
random_tie(struct award_bid *b)
{
	static const char *const name[] = { "a", "b", "c", "d" };
	static const char *const ngo[] = { "x", "y" };
	size_t count = 2 + random_below(3);

	for (size_t i = 0; i < count; i++) {
		b[i] = bid(name[i], 1, 1 + random_below(6));
		b[i].bin = str_of(ngo[random_below(2)]);
	}
	return count;
}

static struct award_rules
random_rules(void)
{
	struct award_rules r = by(AWARD_RANK);

	r.stops = random_below(2) == 0;
	r.in_part = random_below(2) == 0;
	r.least_share = 500000;
	r.per_ngo = random_below(3);
	r.across_lots = true;
	return r;
}

/* Whether some order of the bids awards otherwise. */
static bool
depends(const struct award_rules *r, int64_t budget, uint32_t places,
    const struct award_bid *b, size_t count)
{
	struct award_bid one[MOST];

	for (int way = 0; way < 60; way++) {
		bool taken[MOST] = { false };

		memcpy(one, b, count * sizeof(*one));
		for (uint32_t rank = 1; rank <= count; rank++) {
			size_t i;

			do
				i = random_below((uint32_t)count);
			while (taken[i]);
			taken[i] = true;
			one[i].rank = rank;
		}
		decide(r, budget, places, one, count);
		for (size_t i = 0; i < count; i++)
			if (one[i].amount != b[i].amount)
				return true;
	}
	return false;
}

/*
 * A tie is decided only if no order of its bids would award otherwise; and
 * no more is awarded than there is, whatever the rules.
 */
static void
ties(void)
{
	size_t wrong = 0, over = 0, open = 0;
	struct award_bid b[MOST];

	for (int run = 0; run < 3000; run++) {
		struct award_rules r = random_rules();
		int64_t budget = 1 + random_below(14), sum = 0;
		uint32_t places = 1 + random_below(3);
		size_t count = random_tie(b);
		struct outcome o = decide(&r, budget, places, b, count);
		bool other = depends(&r, budget, places, b, count);

		for (size_t i = 0; i < count; i++)
			sum += b[i].amount;
		over += sum > budget || sum != budget - o.lot[0].left ||
		    o.lot[0].awarded > places;
		open += o.undecided;
		wrong += !o.undecided && other;
	}
	is(wrong, 0);
	is(over, 0);
	ok(open > 100 && open < 2900);
}

/* Behind what is not known nothing is awarded, in the lot alone. */
static void
unknown(void)
{
	struct award_rules r = by(AWARD_RANK);
	struct award_bid b[5] = { bid("a", 1, 60), bid("b", 1, 60),
		bid("c", 3, 10), bid("d", 4, 10), bid("e", 5, 10) };
	struct outcome o;

	b[3].lot = 1;
	b[4].standing = AWARD_FAILED;
	o = decide(&r, 100, 2, b, 5);
	is(b[0].why, AWARD_WHY_TIED);
	is(b[1].why, AWARD_WHY_TIED);
	is(b[0].place, 0);
	is(b[2].why, AWARD_WHY_BEHIND);
	is(b[3].why, AWARD_WHY_FULLY);
	is(b[4].why, AWARD_WHY_FAILED);
	is(o.lot[0].left, 100);
	ok(o.undecided);
	/* With room for both their order makes no odds. */
	o = decide(&r, 120, 2, b, 5);
	is(b[0].why, AWARD_WHY_FULLY);
	is(b[0].place, 1);
	is(b[1].place, 1);
	is(b[2].why, AWARD_WHY_PLACES);
	ok(!o.undecided);
	/* The NGO of an undecided one might have what it may have. */
	r.per_ngo = 1;
	r.across_lots = true;
	b[1].bin = STR("140840999101");
	o = decide(&r, 100, 1, b, 5);
	is(b[0].why, AWARD_WHY_TIED);
	is(b[3].why, AWARD_WHY_OPEN);
	is(o.lot[1].left, 100);
}

/* Trying a tie leaves nothing behind in what is known of its NGOs. */
static void
tried(void)
{
	struct award_rules r = by(AWARD_RANK);
	struct award_bid b[5] = { bid("a", 1, 60), bid("b", 1, 60),
		bid("c", 2, 60), bid("d", 2, 60), bid("e", 3, 60) };

	r.per_ngo = 2;
	r.across_lots = true;
	b[2].lot = b[3].lot = 1;
	b[3].bin = b[4].bin = STR("140840999101");
	b[4].lot = 2;
	decide(&r, 60, 2, b, 5);
	is(b[0].why, AWARD_WHY_TIED);
	is(b[2].why, AWARD_WHY_TIED);
	is(b[3].why, AWARD_WHY_TIED);
	is(b[4].why, AWARD_WHY_FULLY);
}

static void
votes(void)
{
	const struct award_share two_thirds = { 2, 3 }, half = { 1, 2 };

	/* The operator's protocol of 28.04.2025: 4 of 5 were present. */
	ok(award_vote_quorum(two_thirds, 5, 4));
	ok(!award_vote_quorum(two_thirds, 5, 3));
	is(award_vote_needed(two_thirds, 5), 4);
	ok(award_vote_quorum(two_thirds, 6, 4));
	ok(award_vote_quorum(two_thirds, 3, 2));
	is(award_vote_needed(two_thirds, 6), 4);
	is(award_vote_needed(two_thirds, 1), 1);
	ok(!award_vote_quorum(two_thirds, 0, 0));
	ok(award_vote_carried(half, 3, 5));
	ok(!award_vote_carried(half, 2, 4));
	ok(award_vote_carried(half, 3, 4));
	ok(!award_vote_carried(half, 0, 0));
	ok(award_vote_carried(half, 1, 1));
}

int
main(void)
{
	budgets();
	parts();
	values();
	keys();
	ties();
	unknown();
	tried();
	votes();
	return tap_done();
}
