#include "civic/slate.h"

/* The most others than civil that all members may have beside them. */
static long
others_at_most(const struct slate *s)
{
	long all = s->members + s->places;

	return (s->whole - s->part) * all / s->whole - (s->members - s->civil);
}

static bool
is_free(const struct slate *s, const struct slate_candidate *c)
{
	return c->organisation == SLATE_NONE || s->seats == 0 ||
	    s->held[c->organisation] < s->seats;
}

static void
take(struct slate *s, struct slate_candidate *c, long sign)
{
	s->chosen += sign;
	s->chosen_civil += c->civil ? sign : 0;
	if (c->organisation != SLATE_NONE)
		s->held[c->organisation] += sign;
}

static enum slate_place
place_of(const struct slate *s, const struct slate_candidate *c, long others)
{
	if (c->votes < 0)
		return SLATE_UNVOTED;
	if (s->chosen >= s->places)
		return SLATE_RESERVE;
	if (!is_free(s, c))
		return SLATE_ORGANISATION;
	if (!c->civil && s->whole > 0 && s->chosen - s->chosen_civil >= others)
		return SLATE_SHARE;
	return SLATE_CHOSEN;
}

static bool
is_short(const struct slate *s)
{
	return s->whole > 0 && s->whole * (s->civil + s->chosen_civil) <
	    s->part * (s->members + s->chosen);
}

/* Too few civil candidates have left places empty: fewer others, then. */
static void
keep_share(struct slate *s, struct slate_candidate *const *list, size_t count)
{
	for (size_t i = count; i-- > 0 && is_short(s);)
		if (list[i]->place == SLATE_CHOSEN && !list[i]->civil) {
			take(s, list[i], -1);
			list[i]->place = SLATE_SHARE;
		}
}

/* Whether civil society keeps its share when x takes the place of y. */
static bool
fits_share(const struct slate *s, const struct slate_candidate *x,
    const struct slate_candidate *y)
{
	return s->whole == 0 || x->civil || !y->civil ||
	    s->chosen - s->chosen_civil < others_at_most(s);
}

/* Whether x could as well have been chosen as y, who was. */
static bool
is_tie(const struct slate *s, const struct slate_candidate *x,
    const struct slate_candidate *y)
{
	bool same = x->organisation != SLATE_NONE &&
	    x->organisation == y->organisation;

	if (x->votes != y->votes || !fits_share(s, x, y))
		return false;
	switch (x->place) {
	case SLATE_RESERVE:
		return same || is_free(s, x);
	case SLATE_ORGANISATION:
		return same;
	case SLATE_SHARE:
		return !y->civil && (same || is_free(s, x));
	default:
		return false;
	}
}

/* A tie takes the place of all who are in it, so it is found before. */
static void
find_ties(struct slate *s, struct slate_candidate *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = i; j-- > 0 &&
		    list[j]->votes == list[i]->votes;)
			if ((list[j]->place == SLATE_CHOSEN ||
			    list[j]->place == SLATE_TIE) &&
			    is_tie(s, list[i], list[j])) {
				if (list[j]->place == SLATE_CHOSEN)
					take(s, list[j], -1);
				list[j]->place = SLATE_TIE;
			}
	for (size_t i = count; i-- > 0;)
		for (size_t j = 0; j < i; j++)
			if (list[j]->place == SLATE_TIE &&
			    is_tie(s, list[i], list[j])) {
				list[i]->place = SLATE_TIE;
				break;
			}
}

void
slate_choose(struct slate *s, struct slate_candidate *const *candidate,
    size_t count)
{
	long others = s->whole > 0 ? others_at_most(s) : 0;

	s->chosen = s->chosen_civil = 0;
	for (size_t i = 0; i < count; i++) {
		candidate[i]->place = place_of(s, candidate[i], others);
		if (candidate[i]->place == SLATE_CHOSEN)
			take(s, candidate[i], 1);
	}
	keep_share(s, candidate, count);
	find_ties(s, candidate, count);
}
