#ifndef CIVIC_PLAN_H
#define CIVIC_PLAN_H

/*
 * From needs to lots: needs of one theme are joined, the themes are put in
 * order by the keys of a rule, and each is given a budget, as long as the
 * year's total lasts and the types of grants allow.  Rules are read by
 * io/plan_rules.h.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "civic/band.h"

/* What a need says in figures; priority has two places, cost is in tiyn. */
enum plan_figure {
	PLAN_PRIORITY, PLAN_PEOPLE, PLAN_PROPOSALS, PLAN_MONTHS, PLAN_COST,
	PLAN_FIGURES,
};

/* Keys of the order are the figures, and this quotient of two of them. */
enum { PLAN_COST_PER_PERSON = PLAN_FIGURES, PLAN_KEYS };

/* Texts by which needs are of one theme; the theme itself is compared folded. */
enum plan_text {
	PLAN_THEME, PLAN_REGION, PLAN_SPHERE, PLAN_TARGET_GROUP, PLAN_TEXTS,
};

/* The words of rule files for them. */
extern const char *const plan_key_name[PLAN_KEYS];
extern const char *const plan_text_name[PLAN_TEXTS];

/* How a theme has a figure of its needs. */
enum plan_join { PLAN_SUM, PLAN_MEAN, PLAN_HIGHEST, PLAN_LOWEST };

enum plan_full { PLAN_SKIP, PLAN_STOP, PLAN_CUT };

struct plan_order {
	size_t key;
	bool low;		/* the lowest is best */
};

#define PLAN_PLACES_MAX 100

struct plan_rules {
	int64_t budget;
	bool groups[PLAN_TEXTS];
	enum plan_join join[PLAN_FIGURES];
	int64_t least[PLAN_FIGURES];
	struct plan_order order[PLAN_KEYS];
	size_t orders;
	long places;		/* at most, from 1 to PLAN_PLACES_MAX */
	enum plan_full full;
	const struct bands *bands;
	struct str cite;
};

struct plan_need {
	struct str id, text[PLAN_TEXTS];
	int64_t figure[PLAN_FIGURES];	/* none below 0 */
	size_t theme, next;		/* of plan; next: of the same theme */
};

/* Why a theme has no lot, or that it has one. */
enum plan_end {
	PLAN_PLANNED,
	PLAN_TOO_LITTLE,	/* under the least of the figure `under` */
	PLAN_NO_BAND,		/* no type of grant has its length */
	PLAN_NO_AMOUNT,		/* the type of its length has no such amount */
	PLAN_OVER,		/* more than what is left */
	PLAN_AFTER,		/* after one that was, where the plan ends */
};

struct plan_theme {
	struct str text[PLAN_TEXTS];
	int64_t figure[PLAN_FIGURES], weighted;
	size_t first, last, needs;	/* its needs, a list */
	size_t rank;			/* 1, 2, ... */
	bool tied;		/* with the one before, by all keys */
	enum plan_end end;
	enum plan_figure under;
	int64_t left;		/* of the budget, before it */

	/* Of a theme with a lot; the band also of one with no amount. */
	size_t lot;		/* 1, 2, ... */
	const struct band *band;
	int64_t budget;
	long places;
};

struct plan {
	const struct plan_rules *rules;
	struct plan_need *need;		/* in the order of their coming */
	struct plan_theme *theme;	/* in order, once settled */
	size_t needs, themes;

	/* The rest is for plan.c alone. */
	struct map ids, keys;
	struct arena texts;
	struct buf key;
	size_t need_room, theme_room;
};

enum plan_fault {
	PLAN_GOOD,
	PLAN_TWICE,		/* a need with this id is there already */
	PLAN_TOO_MUCH,		/* a figure of the theme cannot be added up */
};

/* A plan of all zeros, but for its rules, is empty and ready. */

/* Take a need, whose texts are copied; on a fault it is as it was. */
enum plan_fault plan_add(struct plan *p, const struct plan_need *need);

/*
 * Put the themes in order and give the lots, once, after the last need.  A
 * theme is spelt as the need with the most proposals spells it, of these the
 * first.  Themes that are equal by all keys are ordered by their folded
 * text, then by the other texts of the group.
 */
void plan_settle(struct plan *p);

void plan_free(struct plan *p);

#endif
