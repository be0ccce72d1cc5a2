#include <stdint.h>

#include "civic/decimal.h"
#include "io/award_rules.h"
#include "io/lot_rules.h"
#include "io/rules.h"

#define COUNT_MAX 1000000
#define PARTS_MAX 1000

struct reader {
	struct arena *a;
	const struct rule *edition;
	struct award_rules *rules;
};

/*
 * A part of the rules: a map with these keys and `cite`, the edition's where
 * it has none.  NULL if the part may be missing, and is.
 */
static const struct rule *
part(const struct reader *g, enum award_part which, const char *name,
    const char *keys, bool needed)
{
	const struct rule *r = needed ? rules_need(g->edition, name) :
	    rules_get(g->edition, name);

	g->rules->cite[which] = rules_text(rules_need(g->edition, "cite"));
	if (r == NULL)
		return NULL;
	rules_keys(r, keys);
	g->rules->cite[which] = rules_text_or(r, "cite",
	    g->rules->cite[which]);
	return r;
}

static void
read_order(const struct reader *g)
{
	const struct rule *r = part(g, AWARD_ORDER, "order", "by cite", true);

	g->rules->by = (enum award_by)rules_choice(rules_need(r, "by"),
	    "rank lowest-price score-per-cost");
}

/* Either the rubric's word, or a mark of its own. */
static void
read_pass(const struct reader *g)
{
	const struct rule *r = part(g, AWARD_PASS, "pass",
	    "by mark best cite", true);
	const struct rule *mark = rules_get(r, "mark");
	const struct rule *best = rules_get(r, "best");

	g->rules->has_pass = mark != NULL;
	if (mark == NULL) {
		rules_choice(rules_need(r, "by"), "rubric");
		if (best != NULL)
			rules_die(best, "is for a mark, and there is none");
		return;
	}
	if (rules_get(r, "by") != NULL)
		rules_die(r, "says both mark and by");
	g->rules->pass = rules_decimal(mark, AWARD_PLACES);
	g->rules->low_passes = best != NULL &&
	    rules_choice(best, "high low") == 1;
	if (g->rules->low_passes && g->rules->by == AWARD_VALUE)
		rules_die(best, "of a score per cost the highest is the best");
}

static void
read_partial(const struct reader *g)
{
	const struct rule *r = part(g, AWARD_PART, "partial",
	    "share amount cite", false);
	const struct rule *share, *amount;

	if (r == NULL)
		return;
	g->rules->in_part = true;
	share = rules_need(r, "share");
	g->rules->least_share = rules_decimal(share, AWARD_PLACES);
	if (g->rules->least_share <= 0 ||
	    g->rules->least_share >= decimal_scale(AWARD_PLACES))
		rules_die(share, "must be between 0 and 1: '%.*s'",
		    STR_ARG(share->text));
	amount = rules_get(r, "amount");
	if (amount == NULL)
		return;
	g->rules->least_amount = rules_decimal(amount, 2);
	if (g->rules->least_amount < 0)
		rules_die(amount, "must not be less than 0: '%.*s'",
		    STR_ARG(amount->text));
}

static void
read_limits(const struct reader *g)
{
	const struct rule *r;

	part(g, AWARD_SEATS, "places", "cite", false);
	part(g, AWARD_FORM, "form", "cite", false);
	r = part(g, AWARD_BUDGET, "budget", "short cite", true);
	g->rules->stops = rules_choice(rules_need(r, "short"),
	    "stop skip") == 0;
	r = part(g, AWARD_NGOS, "per_ngo", "most across cite", false);
	if (r != NULL) {
		g->rules->per_ngo = (size_t)rules_number(rules_need(r,
		    "most"), 1, COUNT_MAX);
		g->rules->across_lots = rules_choice(rules_need(r, "across"),
		    "lots order") == 0;
	}
	r = part(g, AWARD_RESERVES, "reserve", "most cite", false);
	g->rules->reserve = SIZE_MAX;
	if (r != NULL)
		g->rules->reserve = (size_t)rules_number(rules_need(r,
		    "most"), 0, COUNT_MAX);
}

/* A share such as 2/3; none where the part is missing. */
static void
read_share(const struct reader *g, enum award_part which, const char *name,
    struct award_share *share)
{
	const struct rule *r = part(g, which, name, "share cite", false);
	const struct rule *text;
	struct str below, above;
	long of, parts;

	if (r == NULL)
		return;
	text = rules_need(r, "share");
	below = rules_text(text);
	above = str_cut(&below, '/');
	if (!str_number(above, 1, PARTS_MAX, &of) ||
	    !str_number(below, 1, PARTS_MAX, &parts) || of > parts)
		rules_die(text, "must be a share such as 2/3: '%.*s'",
		    STR_ARG(text->text));
	*share = (struct award_share){ of, parts };
}

static struct award_key
read_key(const struct reader *g, const struct rule *item)
{
	const struct rule *lot = rules_get(rules_map(item), "lot"), *field;
	struct award_key key = { .kind = AWARD_LOT, .name = STR("lot") };

	if (lot != NULL) {
		rules_keys(item, "lot");
		lot_rules_read(g->a, lot, &g->rules->lot_key,
		    &g->rules->lot_awaits);
		return key;
	}
	rules_keys(item, "field as best");
	field = rules_need(item, "field");
	key.name = rules_text(field);
	key.kind = rules_choice(rules_need(item, "as"), "number text") == 0 ?
	    AWARD_NUMBER : AWARD_TEXT;
	key.low_wins = rules_choice(rules_need(item, "best"),
	    "high low") == 1;
	return key;
}

static void
read_ties(const struct reader *g)
{
	const struct rule *r = part(g, AWARD_TIES, "ties", "keys cite", false);
	const struct rule *list;
	struct award_key *key;

	if (r == NULL)
		return;
	list = rules_list(rules_need(r, "keys"));
	if (list->count > AWARD_KEYS_MAX)
		rules_die(list, "over %d keys", AWARD_KEYS_MAX);
	g->rules->key = key = arena_array(g->a, list->count, sizeof(*key));
	for (size_t i = 0; i < list->count; i++) {
		if (i > 0 && key[i - 1].kind == AWARD_LOT)
			rules_die(&list->item[i], "nothing is left to tell "
			    "apart after the lot");
		key[i] = read_key(g, &list->item[i]);
		g->rules->keys++;
	}
}

const struct award_rules *
award_rules_read(struct arena *a, const char *name, long day)
{
	struct reader g = { a, rules_edition(a, name, "award", day),
		arena_alloc(a, sizeof(*g.rules)) };

	rules_keys(g.edition, "from cite order pass places budget partial "
	    "per_ngo reserve form ties quorum vote");
	read_order(&g);
	read_pass(&g);
	read_limits(&g);
	read_partial(&g);
	read_ties(&g);
	read_share(&g, AWARD_QUORUM, "quorum", &g.rules->quorum);
	read_share(&g, AWARD_VOTE, "vote", &g.rules->majority);
	return g.rules;
}
