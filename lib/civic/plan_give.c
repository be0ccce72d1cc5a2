#include "civic/plan_give.h"

#include "civic/decimal.h"

/*
 * The type of grant for a length and a cost, and how many of it: one if any
 * type allows, else as few as can be, each of which must be a grant.  The
 * first type of the length that is not too small stands for those that do
 * not fit.
 */
static bool
find_band(const struct plan_rules *r, struct plan_theme *t, int64_t cost)
{
	const struct bands *all = r->bands;

	t->band = NULL;
	for (long places = 1; places <= r->places; places++)
		for (size_t i = 0; i < all->count; i++) {
			const struct band *b = &all->band[i];

			if (!band_has_months(b, t->figure[PLAN_MONTHS]))
				continue;
			if (t->band == NULL || cost > t->band->most)
				t->band = b;
			if (cost < b->least * places || (cost > b->most &&
			    (cost - 1) / b->most + 1 > places))
				continue;
			t->band = b;
			t->places = places;
			return true;
		}
	return false;
}

static enum plan_end
judge(const struct plan_rules *r, struct plan_theme *t)
{
	for (size_t i = 0; i < PLAN_FIGURES; i++)
		if (t->figure[i] < r->least[i]) {
			t->under = (enum plan_figure)i;
			return PLAN_TOO_LITTLE;
		}
	if (find_band(r, t, t->figure[PLAN_COST]))
		return PLAN_PLANNED;
	return t->band == NULL ? PLAN_NO_BAND : PLAN_NO_AMOUNT;
}

/* What a theme takes of what is left; 0 if it has no lot. */
static int64_t
take(const struct plan_rules *r, struct plan_theme *t, int64_t left)
{
	int64_t cost = t->figure[PLAN_COST];

	if (cost <= left)
		return cost;
	if (r->full == PLAN_CUT && left > 0 && find_band(r, t, left))
		return left;
	return 0;
}

void
plan_give(struct plan *p)
{
	const struct plan_rules *r = p->rules;
	int64_t left = r->budget;
	bool ended = false;
	size_t lots = 0;

	for (size_t i = 0; i < p->themes; i++) {
		struct plan_theme *t = &p->theme[i];

		t->left = left;
		t->end = judge(r, t);
		if (t->end != PLAN_PLANNED)
			continue;
		if (ended) {
			t->end = PLAN_AFTER;
			continue;
		}
		t->budget = take(r, t, left);
		if (t->budget == 0) {
			t->end = PLAN_OVER;
			ended = r->full == PLAN_STOP;
			continue;
		}
		left -= t->budget;
		t->lot = ++lots;
	}
}

void
plan_give_figure(struct buf *out, enum plan_figure figure, int64_t x)
{
	bool has_places = figure == PLAN_PRIORITY || figure == PLAN_COST;
	char text[24];

	buf_add(out, (struct str){ text,
	    decimal_format(text, x, has_places ? 2 : 0) });
}

/* The figures of the order's keys. */
static void
say_rank(const struct plan *p, const struct plan_theme *t, struct buf *out)
{
	const struct plan_rules *r = p->rules;

	buf_printf(out, "%zu of %zu:", t->rank, p->themes);
	for (size_t i = 0; i < r->orders; i++) {
		size_t key = r->order[i].key;

		buf_printf(out, "%s %s", i > 0 ? "," : "",
		    plan_key_name[key]);
		if (key == PLAN_COST_PER_PERSON) {
			buf_byte(out, ' ');
			plan_give_figure(out, PLAN_COST, t->figure[PLAN_COST]);
			buf_byte(out, '/');
			plan_give_figure(out, PLAN_PEOPLE,
			    t->figure[PLAN_PEOPLE]);
		} else {
			buf_byte(out, ' ');
			plan_give_figure(out, (enum plan_figure)key,
			    t->figure[key]);
		}
	}
	if (t->tied)
		buf_add(out, STR("; equal to the one before by all keys, and "
		    "so by its name"));
}

static void
say_lot(const struct plan *p, const struct plan_theme *t, struct buf *out)
{
	say_rank(p, t, out);
	if (t->budget < t->figure[PLAN_COST]) {
		buf_add(out, STR("; cut to what is left, from "));
		band_say_money(out, t->figure[PLAN_COST]);
	}
	if (t->places > 1) {
		buf_printf(out, "; %ld places, as one has at most ", t->places);
		band_say_money(out, t->band->most);
	}
}

static void
say_little(const struct plan *p, const struct plan_theme *t, struct buf *out)
{
	buf_printf(out, "%s ", plan_key_name[t->under]);
	plan_give_figure(out, t->under, t->figure[t->under]);
	buf_add(out, STR(": the least is "));
	plan_give_figure(out, t->under, p->rules->least[t->under]);
}

static void
say_amount(const struct plan *p, const struct plan_theme *t, struct buf *out)
{
	buf_add(out, STR("cost "));
	band_say_money(out, t->figure[PLAN_COST]);
	buf_printf(out, ": a %.*s grant has ", STR_ARG(t->band->code));
	band_say_amounts(p->rules->bands, t->band, out);
	if (p->rules->places > 1)
		buf_printf(out, ", and a lot at most %ld of them",
		    p->rules->places);
}

void
plan_give_why(const struct plan *p, const struct plan_theme *t,
    struct buf *out)
{
	switch (t->end) {
	case PLAN_PLANNED:
		say_lot(p, t, out);
		break;
	case PLAN_TOO_LITTLE:
		say_little(p, t, out);
		break;
	case PLAN_NO_BAND:
		buf_printf(out, "months %d: no type of grant has this length",
		    (int)t->figure[PLAN_MONTHS]);
		break;
	case PLAN_NO_AMOUNT:
		say_amount(p, t, out);
		break;
	case PLAN_OVER:
	case PLAN_AFTER:
		say_rank(p, t, out);
		buf_add(out, STR("; cost "));
		band_say_money(out, t->figure[PLAN_COST]);
		buf_add(out, t->end == PLAN_OVER ?
		    STR(": more than what is left, ") :
		    STR(": the plan ended before it, with a rest of "));
		band_say_money(out, t->left);
		break;
	}
}

void
plan_give_cite(const struct plan *p, const struct plan_theme *t,
    struct buf *out)
{
	const struct bands *b = p->rules->bands;
	bool has_amount = t->end == PLAN_PLANNED || t->end == PLAN_NO_AMOUNT;

	if (t->end != PLAN_NO_BAND && t->end != PLAN_NO_AMOUNT)
		buf_add(out, p->rules->cite);
	if (t->end == PLAN_PLANNED)
		buf_add(out, STR("; "));
	if (has_amount || t->end == PLAN_NO_BAND)
		buf_add(out, b->cite);
	if (has_amount)
		buf_printf(out, "; %.*s", STR_ARG(b->mci_cite));
}
