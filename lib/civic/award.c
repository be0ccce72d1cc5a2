#include <stdlib.h>

#include "base/buf.h"
#include "civic/award.h"
#include "civic/decimal.h"

__extension__ typedef __int128 wide;

void
award_open(struct award *w, const struct award_rules *rules,
    struct award_lot *lot, size_t lots)
{
	*w = (struct award){ .rules = rules, .lot = lot, .lots = lots };
}

void
award_close(struct award *w)
{
	map_free(&w->ngos);
	free(w->ngo);
	arena_reset(&w->names);
}

/* What is known of an NGO; NULL if it has no awards and nothing undecided. */
static struct award_ngo *
ngo_find(const struct award *w, struct str bin)
{
	size_t i;

	if (w->rules->per_ngo == 0)
		return NULL;
	i = map_find(&w->ngos, bin);
	return i == MAP_NONE ? NULL : &w->ngo[i];
}

/* The same for a change, where a limit asks for it. */
static void
ngo_count(struct award *w, struct str bin, uint32_t awards, uint32_t open)
{
	size_t count = w->ngos.count, i;

	if (w->rules->per_ngo == 0)
		return;
	i = map_add(&w->ngos, bin);
	if (i == count) {
		w->ngo = buf_grow(w->ngo, &w->room, count + 1,
		    sizeof(*w->ngo));
		w->ngo[i] = (struct award_ngo){ 0 };
	}
	w->ngo[i].awards += awards;
	w->ngo[i].open += open;
}

void
award_refuse(struct award *w, size_t lot, struct str bin, struct str where)
{
	bool anybody = bin.n == 0 && w->rules->per_ngo > 0;
	struct str *at = lot < w->lots && !anybody ? &w->lot[lot].refused :
	    &w->refused;

	if (at->n == 0)
		*at = arena_copy(&w->names, where);
	if (bin.n > 0)
		ngo_count(w, bin, 0, 1);
}

/* Whether what is left is enough to pay for a part of it. */
static bool
pays_part(const struct award_rules *r, int64_t left, int64_t requested)
{
	return r->in_part && left > 0 && left >= r->least_amount &&
	    (wide)left * decimal_scale(AWARD_PLACES) >=
		(wide)requested * r->least_share;
}

static enum award_why
look_at_passed(const struct award *w, const struct award_bid *bid)
{
	const struct award_ngo *ngo = ngo_find(w, bid->bin);
	const struct award_rules *r = w->rules;
	const struct award_lot *lot = &w->lot[bid->lot];

	if (ngo != NULL && ngo->awards >= r->per_ngo)
		return AWARD_WHY_NGO;
	if (lot->refused.n > 0 || w->refused.n > 0)
		return AWARD_WHY_REFUSED;
	if (lot->tied.n > 0)
		return AWARD_WHY_BEHIND;
	if (ngo != NULL && ngo->awards + ngo->open >= r->per_ngo)
		return AWARD_WHY_OPEN;
	if (lot->awarded >= lot->places)
		return AWARD_WHY_PLACES;
	if (lot->stopped.n > 0)
		return AWARD_WHY_STOPPED;
	if (bid->requested <= lot->left)
		return AWARD_WHY_FULLY;
	if (pays_part(r, lot->left, bid->requested))
		return AWARD_WHY_PARTLY;
	return AWARD_WHY_BUDGET;
}

/* What the rules say of it as things stand; nothing is changed. */
static enum award_why
look(const struct award *w, const struct award_bid *bid)
{
	switch (bid->standing) {
	case AWARD_RETURNED:
		return AWARD_WHY_RETURNED;
	case AWARD_UNSEEN:
		return AWARD_WHY_UNSEEN;
	case AWARD_UNSCORED:
		return AWARD_WHY_UNSCORED;
	case AWARD_FAILED:
		return AWARD_WHY_FAILED;
	case AWARD_PASSED:
		break;
	}
	return look_at_passed(w, bid);
}

static bool
is_awarded(enum award_why why)
{
	return why == AWARD_WHY_FULLY || why == AWARD_WHY_PARTLY;
}

static bool
is_undecided(enum award_why why)
{
	return why >= AWARD_WHY_REFUSED && why <= AWARD_WHY_TIED;
}

static enum award_decision
decision_of(enum award_why why)
{
	if (is_awarded(why))
		return AWARD_AWARDED;
	if (why == AWARD_WHY_UNSEEN || why == AWARD_WHY_UNSCORED)
		return AWARD_NOT_SCORED;
	return why <= AWARD_WHY_NGO ? AWARD_REJECTED : AWARD_RESERVE;
}

static void
award(struct award *w, struct award_lot *lot, struct award_bid *bid)
{
	bid->amount = bid->requested < lot->left ? bid->requested : lot->left;
	lot->left -= bid->amount;
	lot->awarded++;
	ngo_count(w, bid->bin, 1, 0);
}

/* The reserve takes it, if there is room. */
static void
put_in_reserve(const struct award_rules *r, struct award_lot *lot,
    struct award_bid *bid)
{
	lot->reserved++;
	if (bid->place > r->reserve) {
		bid->decision = AWARD_REJECTED;
		bid->reserve_full = true;
		bid->place = 0;
	}
}

/* Nothing more is awarded in the lot until this is decided. */
static void
leave_open(struct award *w, struct award_lot *lot, struct award_bid *bid)
{
	w->undecided = true;
	bid->place = 0;
	if (lot->tied.n == 0 && bid->why != AWARD_WHY_REFUSED)
		lot->tied = arena_copy(&w->names, bid->name);
	ngo_count(w, bid->bin, 0, 1);
}

/* Decide; places are counted from those taken before its group. */
static void
settle(struct award *w, struct award_bid *bid, enum award_why why,
    const struct award_lot *group)
{
	const struct award_ngo *ngo;
	struct award_lot *lot = &w->lot[bid->lot];

	bid->why = why;
	bid->decision = decision_of(why);
	bid->before = lot->left;
	bid->places_before = lot->places - lot->awarded;
	bid->amount = 0;
	bid->reserve_full = false;
	bid->place = 0;
	if (bid->decision == AWARD_AWARDED) {
		bid->place = group->awarded + 1;
		award(w, lot, bid);
	} else if (is_undecided(why)) {
		leave_open(w, lot, bid);
	} else if (bid->decision == AWARD_RESERVE) {
		bid->place = group->reserved + 1;
		put_in_reserve(w->rules, lot, bid);
	}
	if (why == AWARD_WHY_BUDGET && w->rules->stops)
		lot->stopped = arena_copy(&w->names, bid->name);
	ngo = ngo_find(w, bid->bin);
	bid->of_ngo = ngo != NULL ? ngo->awards : 0;
}

/* How a group stands before the first of it is taken. */
struct before {
	size_t able;	/* to be awarded, if they came first */
	size_t shut;	/* out, as their NGO has all that it may have */
	size_t open;	/* undecided already */
};

static struct before
look_before(const struct award *w, struct award_bid **bid, size_t count)
{
	struct before is = { 0 };

	for (size_t i = 0; i < count; i++) {
		bid[i]->why = look(w, bid[i]);
		is.able += is_awarded(bid[i]->why);
		is.shut += bid[i]->why == AWARD_WHY_NGO;
		is.open += is_undecided(bid[i]->why);
	}
	return is;
}

/*
 * Whether a group's awards would be the same in any order: all that could
 * have one as things stood got it in full, and nobody among them might have
 * come first who is undecided; and if the first that does not fit ends the
 * awards, all fit.
 */
static bool
order_is_nothing(const struct award *w, struct award_bid **bid, size_t count,
    struct before was)
{
	size_t fully = 0, partly = 0;

	for (size_t i = 0; i < count; i++) {
		fully += bid[i]->why == AWARD_WHY_FULLY;
		partly += bid[i]->why == AWARD_WHY_PARTLY;
	}
	if (fully + partly != was.able || (partly > 0 && was.able > 1))
		return false;
	return was.able == 0 || (was.open == 0 && (!w->rules->stops ||
	    was.able + was.shut == count));
}

static void
undo(struct award *w, struct award_bid **bid, size_t count,
    const struct award_lot *group)
{
	for (size_t i = 0; i < count && w->rules->per_ngo > 0; i++) {
		size_t ngo = map_find(&w->ngos, bid[i]->bin);

		if (ngo == MAP_NONE)
			continue;
		w->ngo[ngo].awards -= is_awarded(bid[i]->why);
		w->ngo[ngo].open -= is_undecided(bid[i]->why);
	}
	w->lot[bid[0]->lot] = *group;
}

/*
 * Those that nothing tells apart: decided, if their order makes no odds.  What
 * keeps one of them from an award is what did so before the group, lest it be
 * another for who has a later name.
 */
static void
take_group(struct award *w, struct award_bid **bid, size_t count)
{
	const struct award_lot group = w->lot[bid[0]->lot];
	const struct before was = look_before(w, bid, count);

	for (size_t i = 0; i < count; i++)
		settle(w, bid[i], is_awarded(bid[i]->why) ?
		    look(w, bid[i]) : bid[i]->why, &group);
	if (order_is_nothing(w, bid, count, was))
		return;
	undo(w, bid, count, &group);
	for (size_t i = 0; i < count; i++)
		settle(w, bid[i], look(w, bid[i]) == AWARD_WHY_NGO ?
		    AWARD_WHY_NGO : AWARD_WHY_TIED, &group);
}

void
award_take(struct award *w, struct award_bid **bid, size_t count)
{
	for (size_t i = 0, n; i < count; i += n) {
		const struct award_lot group = w->lot[bid[i]->lot];

		n = bid[i]->together;
		if (n > 1)
			take_group(w, bid + i, n);
		else
			settle(w, bid[i], look(w, bid[i]), &group);
		n = n > 1 ? n : 1;
	}
}

enum award_part
award_part(const struct award_bid *bid)
{
	static const enum award_part part[] = {
		[AWARD_WHY_RETURNED] = AWARD_FORM,
		[AWARD_WHY_UNSEEN] = AWARD_PASS,
		[AWARD_WHY_UNSCORED] = AWARD_PASS,
		[AWARD_WHY_FAILED] = AWARD_PASS,
		[AWARD_WHY_NGO] = AWARD_NGOS,
		[AWARD_WHY_REFUSED] = AWARD_ORDER,
		[AWARD_WHY_BEHIND] = AWARD_TIES,
		[AWARD_WHY_OPEN] = AWARD_NGOS,
		[AWARD_WHY_TIED] = AWARD_TIES,
		[AWARD_WHY_PLACES] = AWARD_SEATS,
		[AWARD_WHY_STOPPED] = AWARD_BUDGET,
		[AWARD_WHY_BUDGET] = AWARD_BUDGET,
		[AWARD_WHY_PARTLY] = AWARD_PART,
		[AWARD_WHY_FULLY] = AWARD_ORDER,
	};

	return bid->reserve_full ? AWARD_RESERVES : part[bid->why];
}
