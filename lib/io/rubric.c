#include <string.h>

#include "io/lot_rules.h"
#include "io/rubric.h"
#include "io/rubric_drop.h"
#include "io/rules.h"

#define WHOLE INT64_C(1000000)	/* 1 with SCORE_PLACES_MAX */
#define WEIGHT_MAX (1000 * WHOLE)
#define RANGE_MAX (WHOLE * WHOLE)	/* of corrected marks, in units */
#define COUNT_MAX RUBRIC_DROP_MAX

static int
places_of(int64_t units)
{
	int places = SCORE_PLACES_MAX;

	while (places > 0 && units % 10 == 0) {
		units /= 10;
		places--;
	}
	return places;
}

static int
most(int a, int b)
{
	return a > b ? a : b;
}

static void
read_scale(struct score_rubric *r, const struct rule *scale)
{
	rules_keys(scale, "min max step best");
	const struct rule *step = rules_need(scale, "step");

	r->min = rules_decimal(rules_need(scale, "min"), SCORE_PLACES_MAX);
	r->max = rules_decimal(rules_need(scale, "max"), SCORE_PLACES_MAX);
	r->step = rules_decimal(step, SCORE_PLACES_MAX);
	r->low_wins = rules_choice(rules_need(scale, "best"), "high low") == 1;
	if (r->max <= r->min)
		rules_die(scale, "max must be more than min");
	if (r->step <= 0)
		rules_die(step, "must be more than 0: '%.*s'",
		    STR_ARG(step->text));
	r->places = most(most(places_of(r->min), places_of(r->max)),
	    places_of(r->step));
	int64_t unit = decimal_scale(SCORE_PLACES_MAX - r->places);

	r->min /= unit;
	r->max /= unit;
	r->step /= unit;
	if (r->min < -SCORE_MARK_MAX || r->max > SCORE_MARK_MAX)
		rules_die(scale, "over a thousand million steps from 0");
	if ((r->max - r->min) % r->step != 0)
		rules_die(step, "steps of %.*s from min do not meet max",
		    STR_ARG(step->text));
}

static void
read_unmarked(struct score_rubric *r, const struct rule *list, struct arena *a)
{
	struct str *text;

	if (list == NULL)
		return;
	r->unmarked_count = rules_list(list)->count;
	r->unmarked = text = arena_array(a, list->count, sizeof(*text));
	for (size_t i = 0; i < list->count; i++)
		text[i] = rules_text(&list->item[i]);
}

static bool
among_words(struct str word, const char *words)
{
	for (struct str rest = str_of(words); rest.n > 0;)
		if (str_eq(str_cut(&rest, ' '), word))
			return true;
	return false;
}

static bool
is_field_name(struct str s)
{
	if (s.n == 0 || (s.p[0] >= '0' && s.p[0] <= '9'))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (memchr("abcdefghijklmnopqrstuvwxyz0123456789_", s.p[i],
		    37) == NULL)
			return false;
	return true;
}

static void
check_name(const struct score_criterion *criterion, size_t before,
    const struct rule *name)
{
	struct str text = rules_text(name);

	if (!is_field_name(text))
		rules_die(name, "must be a field's name (a-z, 0-9, _): '%.*s'",
		    STR_ARG(text));
	if (among_words(text, RUBRIC_FIELDS))
		rules_die(name, "is the name of another field that is printed:"
		    " '%.*s'", STR_ARG(text));
	for (size_t i = 0; i < before; i++)
		if (str_eq(criterion[i].name, text))
			rules_die(name, "a second criterion '%.*s'",
			    STR_ARG(text));
}

static void
read_criteria(struct score_rubric *r, const struct rule *list, struct arena *a)
{
	struct score_criterion *criterion;

	r->count = rules_list(list)->count;
	if (r->count == 0 || r->count > SCORE_CRITERIA_MAX)
		rules_die(list, "%zu criteria; there must be 1 to %d",
		    r->count, SCORE_CRITERIA_MAX);
	criterion = arena_array(a, r->count, sizeof(*criterion));
	r->criterion = criterion;
	for (size_t i = 0; i < r->count; i++) {
		const struct rule *item = &list->item[i], *name, *weight;

		rules_keys(item, "name weight en ru kk");
		name = rules_need(item, "name");
		weight = rules_need(item, "weight");
		check_name(criterion, i, name);
		criterion[i].name = name->text;
		criterion[i].weight = rules_decimal(weight, SCORE_PLACES_MAX);
		if (criterion[i].weight <= 0 ||
		    criterion[i].weight > WEIGHT_MAX)
			rules_die(weight, "must be more than 0, up to 1000: "
			    "'%.*s'", STR_ARG(weight->text));
		rules_text(rules_need(item, "en"));
		rules_text(rules_need(item, "ru"));
		rules_text(rules_need(item, "kk"));
	}
}

/* What the weights add up to, if the rubric says it: one may be mistyped. */
static void
check_weights(const struct score_rubric *r, const struct rule *weights)
{
	int places = SCORE_PLACES_MAX;
	int64_t sum = 0;
	char text[24];

	for (size_t i = 0; i < r->count; i++)
		sum += r->criterion[i].weight;
	if (weights == NULL ||
	    sum == rules_decimal(weights, SCORE_PLACES_MAX))
		return;
	for (; places > 0 && sum % 10 == 0; sum /= 10)
		places--;
	rules_die(weights, "the weights of the criteria add up to %.*s: "
	    "'%.*s'", (int)decimal_format(text, sum, places), text,
	    STR_ARG(weights->text));
}

/* "2/3" of so many members, rounded up. */
static size_t
share_of(const struct rule *share, long members)
{
	long above, below;

	rubric_drop_fraction(share, &above, &below);
	return (size_t)((members * above + below - 1) / below);
}

static void
read_quorum(struct score_rubric *r, const struct rule *quorum)
{
	if (quorum->kind == RULE_TEXT) {
		r->quorum = (size_t)rules_number(quorum, 1, COUNT_MAX);
		return;
	}
	rules_keys(quorum, "share of");
	r->quorum = share_of(rules_need(quorum, "share"),
	    rules_number(rules_need(quorum, "of"), 1, COUNT_MAX));
}

static int
read_places(const struct rule *rounding, const char *key)
{
	return (int)rules_number(rules_need(rounding, key), 0,
	    SCORE_PLACES_MAX);
}

static void
read_rounding(struct score_rubric *r, const struct rule *rounding)
{
	static const enum rounding modes[] = { ROUND_HALF_UP, ROUND_HALF_EVEN };
	const struct rule *severity;

	rules_keys(rounding, "severity criterion product total half");
	r->criterion_places = read_places(rounding, "criterion");
	r->product_places = read_places(rounding, "product");
	r->total_places = read_places(rounding, "total");
	r->rounding = modes[rules_choice(rules_need(rounding, "half"),
	    "up even")];
	severity = rules_get(rounding, "severity");
	if (severity != NULL && !r->severity)
		rules_die(severity, "is rounded, but not corrected for");
	if (!r->severity)
		return;
	r->severity_places = read_places(rounding, "severity");
	severity = rules_get(rounding, "severity");
	if (r->severity_places < r->places)
		rules_die(severity, "has fewer places than the marks");
	if ((r->max - r->min) * decimal_scale(r->severity_places - r->places) >
	    RANGE_MAX)
		rules_die(severity, "too many places for so wide a scale");
}

static size_t
find_criterion(const struct score_rubric *r, const struct rule *name)
{
	struct str list[SCORE_CRITERIA_MAX], text = rules_text(name);
	size_t near;

	for (size_t i = 0; i < r->count; i++) {
		list[i] = r->criterion[i].name;
		if (str_eq(list[i], text))
			return i;
	}
	near = str_nearest(text, list, r->count);
	if (near != STR_NONE)
		rules_die(name, "no criterion '%.*s'; did you mean '%.*s'?",
		    STR_ARG(text), STR_ARG(list[near]));
	rules_die(name, "no criterion '%.*s'", STR_ARG(text));
}

/* What tells ties apart: each entry has one of three keys. */
static void
read_key(struct score_rubric *r, struct score_key *key,
    const struct rule *item, struct arena *a)
{
	const struct rule *name;

	rules_map(item);
	if ((name = rules_get(item, "criterion")) != NULL) {
		rules_keys(item, "criterion");
		*key = (struct score_key){ SCORE_KEY_CRITERION,
			rules_text(name), find_criterion(r, name),
			r->low_wins };
	} else if ((name = rules_get(item, "field")) != NULL) {
		rules_keys(item, "field as best");
		*key = (struct score_key){
			rules_choice(rules_need(item, "as"), "number text") == 0
			    ? SCORE_KEY_NUMBER
			    : SCORE_KEY_TEXT,
			rules_text(name), r->fields++,
			rules_choice(rules_need(item, "best"), "high low") ==
			    1 };
	} else if ((name = rules_get(item, "lot")) != NULL) {
		rules_keys(item, "lot");
		lot_rules_read(a, name, &r->lot_key, &r->lot_awaits);
		*key = (struct score_key){ .kind = SCORE_KEY_LOT };
	} else {
		rules_die(item, "must name a criterion, a field or a lot");
	}
}

static void
read_keys(struct score_rubric *r, const struct rule *ties, struct arena *a)
{
	struct score_key *key;

	if (ties == NULL)
		return;
	if (rules_list(ties)->count > SCORE_KEYS_MAX)
		rules_die(ties, "over %d keys", SCORE_KEYS_MAX);
	r->key = key = arena_array(a, ties->count, sizeof(*key));
	for (size_t i = 0; i < ties->count; i++) {
		if (i > 0 && key[i - 1].kind == SCORE_KEY_LOT)
			rules_die(&ties->item[i], "nothing is left to tell "
			    "apart after the lot");
		read_key(r, &key[i], &ties->item[i], a);
		r->keys++;
	}
}

const struct score_rubric *
rubric_read(struct arena *a, const char *name, long day)
{
	const struct rule *e = rules_edition(a, name, "rubric", day), *pass;
	struct score_rubric *r = arena_alloc(a, sizeof(*r));

	rules_keys(e, "from cite scale unmarked weights criteria quorum drop "
	    "winsorise centre severity rounding pass places ties");
	r->cite = rules_text(rules_need(e, "cite"));
	read_scale(r, rules_need(e, "scale"));
	read_unmarked(r, rules_get(e, "unmarked"), a);
	read_criteria(r, rules_need(e, "criteria"), a);
	check_weights(r, rules_get(e, "weights"));
	read_quorum(r, rules_need(e, "quorum"));
	r->centre = (enum score_centre)rules_choice(rules_need(e, "centre"),
	    "mean median sum");
	rubric_drop_read(r, rules_get(e, "drop"), rules_get(e, "winsorise"));
	if (rules_get(e, "severity") != NULL)
		r->severity = rules_choice(rules_get(e, "severity"),
		    "none additive") == 1;
	read_rounding(r, rules_need(e, "rounding"));
	pass = rules_get(e, "pass");
	r->has_pass = pass != NULL;
	r->pass = pass != NULL ? rules_decimal(pass, r->total_places) : 0;
	r->chosen = (uint32_t)rules_number_or(e, "places", 1, COUNT_MAX, 0);
	read_keys(r, rules_get(e, "ties"), a);
	return r;
}
