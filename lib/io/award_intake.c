#include <stdint.h>

#include "civic/decimal.h"
#include "io/award_intake.h"
#include "io/money.h"

/* The fields that applications say themselves may be repeated here. */
static struct award_fields
repeated_fields(const struct rec *in)
{
	return (struct award_fields){
		.lot = rec_field_if(in, "lot"),
		.bin = rec_field_if(in, "bin"),
		.requested = rec_field_if(in, "requested"),
		.verdict = REC_NONE, .reasons = REC_NONE, .cite = REC_NONE,
	};
}

static void
find_keys(struct award_intake *g)
{
	const struct award_rules *r = g->award->rules;
	struct arena a = { 0 };

	for (size_t k = 0; k < r->keys; k++) {
		const char *name = arena_string(&a, r->key[k].name);

		if (r->key[k].kind == AWARD_LOT)
			continue;
		if (g->entries != NULL && g->entries->field.key[k] != REC_NONE)
			g->field.key[k] = rec_field_if(g->in, name);
		else
			g->field.key[k] = rec_field(g->in, name);
	}
	arena_reset(&a);
}

void
award_intake_open(struct award_intake *g)
{
	const struct award_rules *r = g->award->rules;

	g->refused = (struct award_refused){ g->award, g->in, 0 };
	g->application = rec_field(g->in, "application");
	g->score = rec_field(g->in, "score");
	g->rank = rec_field(g->in, "rank");
	g->decision = r->has_pass ? REC_NONE : rec_field(g->in, "decision");
	g->reason = rec_field_if(g->in, "reason");
	g->field = g->entries == NULL ? award_entries_fields(r, g->in) :
	    repeated_fields(g->in);
	find_keys(g);
}

/* What the records repeat of an application must be what it says. */
static void
check_repeated(struct award_intake *g, const struct award_entry *e)
{
	struct rec *in = g->in;
	const struct award_fields *f = &g->field;
	int64_t requested;

	if (f->lot != REC_NONE && !str_eq(rec_value(in, f->lot),
	    g->lots->lot[e->lot].id))
		rec_refuse(in, f->lot, "the application says '%.*s': '%.*s'",
		    STR_ARG(g->lots->lot[e->lot].id),
		    STR_ARG(rec_value(in, f->lot)));
	if (f->bin != REC_NONE && !str_eq(rec_value(in, f->bin), e->bin))
		rec_refuse(in, f->bin, "the application says '%.*s': '%.*s'",
		    STR_ARG(e->bin), STR_ARG(rec_value(in, f->bin)));
	if (f->requested != REC_NONE &&
	    money_read(in, f->requested, &requested) &&
	    requested != e->requested)
		rec_refuse(in, f->requested, "the application says another "
		    "amount: '%.*s'", STR_ARG(rec_value(in, f->requested)));
}

/* What the file of applications says of the record in hand. */
static bool
find_entry(struct award_intake *g, struct str name, struct award_entry *one)
{
	const struct award_rules *r = g->award->rules;
	struct award_entry *e = award_entries_find(g->entries, name);

	*one = (struct award_entry){ .lot = (uint32_t)g->lots->count };
	if (e == NULL) {
		rec_refuse(g->in, g->application, "not among the "
		    "applications of %s: '%.*s'", g->entries_file,
		    STR_ARG(name));
		return false;
	}
	*one = *e;
	check_repeated(g, e);
	if (e->seen)
		rec_refuse(g->in, g->application, "it has come before: "
		    "'%.*s'", STR_ARG(name));
	e->seen = true;
	one->said = g->said;
	for (size_t k = 0; k < r->keys; k++)
		if (r->key[k].kind == AWARD_LOT)
			continue;
		else if (g->field.key[k] != REC_NONE)
			award_entries_key(r, k, g->field.key[k], g->in,
			    &g->said[k]);
		else
			g->said[k] = e->said[k];
	return !rec_is_refused(g->in);
}

/* The same from the record itself. */
static bool
look_for_entry(struct award_intake *g, struct str name,
    struct award_entry *one)
{
	*one = (struct award_entry){ .said = g->said };
	award_entries_look(g->award->rules, g->lots, &g->field, g->in, one);
	if (name.n > 0 && (str_eq(name, buf_str(&g->last)) ||
	    map_find(&g->names, name) != MAP_NONE))
		rec_refuse(g->in, g->application, "it has come before: "
		    "'%.*s'", STR_ARG(name));
	return !rec_is_refused(g->in);
}

/* Whether the rubric let it pass, where the rules leave that to it. */
static enum award_standing
read_decision(struct award_intake *g)
{
	struct str word = rec_value(g->in, g->decision);

	if (str_eq(word, STR("passed")) || str_eq(word, STR("scored")))
		return AWARD_PASSED;
	if (!str_eq(word, STR("failed")))
		rec_refuse(g->in, g->decision, "none of passed, failed and "
		    "scored, and there is a score: '%.*s'", STR_ARG(word));
	return AWARD_FAILED;
}

static enum award_standing
read_scored(struct award_intake *g, struct award_bid *bid)
{
	const struct award_rules *r = g->award->rules;
	struct str text = rec_value(g->in, g->rank);
	long rank;

	if (!decimal_parse(bid->scored, AWARD_PLACES, &bid->score))
		rec_refuse(g->in, g->score, "not a number (at most %d "
		    "places): '%.*s'", AWARD_PLACES, STR_ARG(bid->scored));
	if (!str_number(text, 1, UINT32_MAX, &rank))
		rec_refuse(g->in, g->rank, "not a rank from 1: '%.*s'",
		    STR_ARG(text));
	else
		bid->rank = (uint32_t)rank;
	if (!r->has_pass)
		return read_decision(g);
	return (r->low_passes ? bid->score <= r->pass : bid->score >= r->pass)
		   ? AWARD_PASSED : AWARD_FAILED;
}

/* Without a score there is neither rank nor pass. */
static enum award_standing
read_unscored(struct award_intake *g)
{
	struct str word = rec_value(g->in, g->decision);

	if (rec_value(g->in, g->rank).n > 0)
		rec_refuse(g->in, g->rank, "a rank without a score: '%.*s'",
		    STR_ARG(rec_value(g->in, g->rank)));
	if (word.n > 0 && !str_eq(word, STR("not_scored")))
		rec_refuse(g->in, g->decision, "not not_scored, and there is "
		    "no score: '%.*s'", STR_ARG(word));
	return AWARD_UNSCORED;
}

/* The record in hand; false if it is refused, and the award is told. */
static bool
read_bid(struct award_intake *g, struct award_bid *bid)
{
	struct award_entry one;

	*bid = (struct award_bid){ .name = rec_value(g->in, g->application),
		.scored = rec_value(g->in, g->score), .said = g->said };
	if (bid->name.n == 0)
		rec_refuse(g->in, g->application, "empty");
	if (g->entries != NULL)
		find_entry(g, bid->name, &one);
	else
		look_for_entry(g, bid->name, &one);
	bid->standing = bid->scored.n > 0 ? read_scored(g, bid) :
	    read_unscored(g);
	if (rec_is_refused(g->in)) {
		award_refused_tell(&g->refused, one.lot, one.bin);
		return false;
	}
	bid->lot = one.lot;
	bid->bin = one.bin;
	bid->requested = one.requested;
	if (bid->standing == AWARD_UNSCORED)
		bid->remark = rec_value(g->in, g->reason);
	if (one.returned) {
		bid->standing = AWARD_RETURNED;
		bid->remark = one.reasons;
		bid->cite = one.cite;
	}
	return true;
}

bool
award_intake_next(struct award_intake *g, struct award_bid *bid)
{
	do
		if (!award_refused_next(&g->refused))
			return false;
	while (!read_bid(g, bid));
	buf_clear(&g->last);
	buf_add(&g->last, bid->name);
	if (g->all)
		award_intake_remember(g, bid->name);
	return true;
}

void
award_intake_remember(struct award_intake *g, struct str name)
{
	/* Entries know which of them have been seen. */
	if (g->entries == NULL)
		map_add(&g->names, name);
}

void
award_intake_keep(const struct award_intake *g, struct arena *a,
    struct award_bid *bid)
{
	size_t keys = g->award->rules->keys;
	struct award_said *said;

	bid->name = arena_copy(a, bid->name);
	bid->scored = arena_copy(a, bid->scored);
	if (bid->remark.n > 0)
		bid->remark = arena_copy(a, bid->remark);
	if (g->entries == NULL) {
		bid->bin = arena_copy(a, bid->bin);
		bid->cite = arena_copy(a, bid->cite);
	}
	bid->said = said = arena_array(a, keys, sizeof(*said));
	for (size_t k = 0; k < keys; k++) {
		said[k] = g->said[k];
		if (g->award->rules->key[k].kind == AWARD_TEXT)
			said[k].text = arena_copy(a, said[k].text);
	}
}

const struct award_entry *
award_intake_unseen(const struct award_intake *g, size_t *next,
    struct award_bid *bid)
{
	const struct award_entry *e;

	while (g->entries != NULL && *next < g->entries->count) {
		e = &g->entries->entry[(*next)++];
		if (e->seen)
			continue;
		*bid = (struct award_bid){ .name = e->name, .bin = e->bin,
			.lot = e->lot, .requested = e->requested,
			.said = e->said, .remark = e->reasons,
			.cite = e->cite, .standing = e->returned ?
			AWARD_RETURNED : AWARD_UNSEEN };
		return e;
	}
	return NULL;
}

void
award_intake_close(struct award_intake *g)
{
	map_free(&g->names);
	buf_free(&g->last);
}
