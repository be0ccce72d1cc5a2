#include "civic/award_reason.h"
#include "civic/decimal.h"
#include "civic/lot.h"

struct str
award_reason_decision(const struct award_bid *bid)
{
	static const struct str word[] = {
		[AWARD_AWARDED] = { "awarded", 7 },
		[AWARD_RESERVE] = { "reserve", 7 },
		[AWARD_REJECTED] = { "rejected", 8 },
		[AWARD_NOT_SCORED] = { "not-scored", 10 },
	};

	return word[bid->decision];
}

static void
add_number(struct buf *out, int64_t number, int places)
{
	out->n += decimal_format(buf_reserve(out, 24), number, places);
}

/* A decimal with AWARD_PLACES, without the zeros that say nothing. */
static void
add_short(struct buf *out, int64_t units)
{
	int places = AWARD_PLACES;

	while (places > 0 && units % 10 == 0) {
		units /= 10;
		places--;
	}
	add_number(out, units, places);
}

void
award_reason_money(struct buf *out, int64_t tiyn)
{
	add_number(out, tiyn, 2);
}

/* "2 of 3" */
static void
add_count(struct buf *out, uint32_t of, uint32_t all)
{
	add_number(out, of, 0);
	buf_add(out, STR(" of "));
	add_number(out, all, 0);
}

/* What the order of the lot goes by, and what the application has of it. */
static void
add_order(const struct award_rules *r, const struct award_bid *bid,
    struct buf *out)
{
	switch (r->by) {
	case AWARD_RANK:
		buf_add(out, STR("rank "));
		add_number(out, bid->rank, 0);
		break;
	case AWARD_PRICE:
		buf_add(out, STR("price "));
		award_reason_money(out, bid->requested);
		break;
	case AWARD_VALUE:
		buf_add(out, STR("score "));
		buf_add(out, bid->scored);
		buf_add(out, STR(" for "));
		award_reason_money(out, bid->requested);
		break;
	}
}

static void
add_awarded(const struct award *w, const struct award_bid *bid,
    struct buf *out)
{
	const struct award_rules *r = w->rules;

	add_order(r, bid, out);
	buf_add(out, STR(", place "));
	add_count(out, bid->place, w->lot[bid->lot].places);
	if (bid->why == AWARD_WHY_PARTLY) {
		buf_add(out, STR(", in part: "));
		award_reason_money(out, bid->requested);
		buf_add(out, STR(" requested, all of "));
		award_reason_money(out, bid->before);
		buf_add(out, STR(" left, at least "));
		add_short(out, r->least_share);
		buf_add(out, STR(" of it and "));
		award_reason_money(out, r->least_amount);
		return;
	}
	buf_add(out, STR(": "));
	award_reason_money(out, bid->requested);
	buf_add(out, STR(" of "));
	award_reason_money(out, bid->before);
	buf_add(out, STR(" left"));
}

static void
add_failed(const struct award_rules *r, const struct award_bid *bid,
    struct buf *out)
{
	buf_add(out, STR("score "));
	buf_add(out, bid->scored);
	if (!r->has_pass) {
		buf_add(out, STR(" failed by the rubric"));
		return;
	}
	buf_add(out, r->low_passes ? STR(" is above the pass mark of ") :
	    STR(" is below the pass mark of "));
	add_short(out, r->pass);
}

static void
add_ngo(const struct award *w, const struct award_bid *bid, struct buf *out)
{
	buf_add(out, STR("limit per NGO: "));
	buf_add(out, bid->bin);
	buf_add(out, STR(" has "));
	add_count(out, bid->of_ngo, (uint32_t)w->rules->per_ngo);
}

static void
add_tied(const struct award_rules *r, const struct award_bid *bid,
    struct buf *out)
{
	buf_add(out, STR("undecided: nothing tells it apart from "));
	add_number(out, (int64_t)bid->together - 1, 0);
	buf_add(out, bid->together > 2 ? STR(" others") : STR(" other"));
	if (r->lot_awaits.n > 0) {
		buf_add(out, STR(", the lot awaits "));
		buf_add(out, r->lot_awaits);
	} else if (bid->together > LOT_POOL_MAX) {
		buf_add(out, STR(", too many for one lot"));
	}
}

static void
add_with(struct buf *out, struct str words, struct str what)
{
	buf_add(out, words);
	buf_add(out, what);
}

/* What keeps it from being decided. */
static void
add_undecided(const struct award *w, const struct award_bid *bid,
    struct buf *out)
{
	const struct award_lot *lot = &w->lot[bid->lot];

	if (bid->why == AWARD_WHY_REFUSED)
		add_with(out, STR("undecided: a record was refused, "),
		    lot->refused.n > 0 ? lot->refused : w->refused);
	else if (bid->why == AWARD_WHY_BEHIND)
		add_with(out, STR("undecided: behind "), lot->tied);
	else if (bid->why == AWARD_WHY_OPEN)
		add_with(out, STR("undecided: limit per NGO, and others are "
		    "undecided of "), bid->bin);
	else
		add_tied(w->rules, bid, out);
}

static void
add_budget(const struct award_bid *bid, struct buf *out)
{
	buf_add(out, STR("budget: "));
	award_reason_money(out, bid->requested);
	buf_add(out, STR(" requested, "));
	award_reason_money(out, bid->before);
	buf_add(out, STR(" left"));
}

static void
add_why(const struct award *w, const struct award_bid *bid, struct buf *out)
{
	const struct award_lot *lot = &w->lot[bid->lot];

	switch (bid->why) {
	case AWARD_WHY_RETURNED:
		add_with(out, STR("returned: "), bid->remark);
		break;
	case AWARD_WHY_UNSEEN:
		buf_add(out, STR("not scored: it is not among the scores"));
		break;
	case AWARD_WHY_UNSCORED:
		add_with(out, STR("not scored: "), bid->remark);
		break;
	case AWARD_WHY_FAILED:
		add_failed(w->rules, bid, out);
		break;
	case AWARD_WHY_NGO:
		add_ngo(w, bid, out);
		break;
	case AWARD_WHY_REFUSED:
	case AWARD_WHY_BEHIND:
	case AWARD_WHY_OPEN:
	case AWARD_WHY_TIED:
		add_undecided(w, bid, out);
		break;
	case AWARD_WHY_PLACES:
		buf_add(out, STR("no place left: "));
		add_count(out, lot->awarded, lot->places);
		break;
	case AWARD_WHY_STOPPED:
		add_with(out, STR("budget: awards stopped at "), lot->stopped);
		break;
	case AWARD_WHY_BUDGET:
		add_budget(bid, out);
		break;
	case AWARD_WHY_PARTLY:
	case AWARD_WHY_FULLY:
		add_awarded(w, bid, out);
		break;
	}
}

/* What broke a tie, or that nothing did, but its order made no odds. */
static void
add_tie(const struct award_rules *r, const struct award_bid *bid,
    struct buf *out)
{
	if (bid->together > 1) {
		if (bid->place > 0)
			buf_add(out, STR("; tie: place shared"));
		return;
	}
	buf_add(out, STR("; tie: broken by "));
	if (r->key[bid->key].kind != AWARD_LOT) {
		buf_add(out, r->key[bid->key].name);
		return;
	}
	buf_add(out, STR("lot, drawn "));
	add_count(out, bid->drawn, bid->pool);
	buf_add(out, STR(" with "));
	buf_add(out, r->lot_key);
}

void
award_reason(const struct award *w, const struct award_bid *bid,
    struct buf *out)
{
	add_why(w, bid, out);
	if (bid->reserve_full) {
		buf_add(out, STR("; the reserve is full: "));
		add_number(out, (int64_t)w->rules->reserve, 0);
	}
	if (bid->tied)
		add_tie(w->rules, bid, out);
}

struct str
award_reason_cite(const struct award *w, const struct award_bid *bid)
{
	if (bid->cite.n > 0)
		return bid->cite;
	return w->rules->cite[award_part(bid)];
}
