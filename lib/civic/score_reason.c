#include "civic/lot.h"
#include "civic/score_explain.h"
#include "civic/score_reason.h"

enum { NAMED_MAX = 12 };	/* things named in one remark */

struct remarks {
	const struct score *score;
	const struct score_result *of;
	uint32_t application;
	uint32_t *sheet;	/* in the order of the experts' names */
	size_t sheets;
	struct buf *out;
	size_t begin;		/* of the remarks in out */
	size_t named;		/* things in the remark in hand */
};

static void
begin(struct remarks *m, const char *what)
{
	if (m->out->n > m->begin)
		buf_add(m->out, STR("; "));
	buf_add(m->out, str_of(what));
	m->named = 0;
}

/* Before each thing that a remark names; false if they are too many. */
static bool
next_thing(struct remarks *m, const char *what)
{
	if (++m->named > NAMED_MAX)
		return false;
	if (m->named == 1) {
		begin(m, what);
		m->named = 1;
	}
	buf_add(m->out, m->named == 1 ? STR(": ") : STR(", "));
	return true;
}

static void
end_things(struct remarks *m)
{
	if (m->named > NAMED_MAX)
		buf_printf(m->out, " and %zu more", m->named - NAMED_MAX);
	m->named = 0;
}

/* A cell that counts as marked, or is one of those that do not. */
static bool
is_cell(int32_t units, bool twice)
{
	return twice ? units == SCORE_TWICE :
	    units == SCORE_ABSENT || units == SCORE_UNMARKED;
}

/* "unmarked: E-3 plan, E-5 plan", and the same for "twice". */
static void
remark_cells(struct remarks *m, const char *what, bool twice)
{
	const struct score *s = m->score;

	for (size_t i = 0; i < m->sheets; i++) {
		uint32_t sheet = m->sheet[i];
		struct str expert = map_key(&s->experts,
		    score_sheet_expert(&s->sheets, sheet));

		for (size_t k = 0; k < s->rubric->count; k++)
			if (!score_sheet_excluded(&s->sheets, sheet) &&
			    is_cell(score_sheet_mark(&s->sheets, sheet, k),
				twice) &&
			    next_thing(m, what))
				buf_printf(m->out, "%.*s %.*s",
				    STR_ARG(expert),
				    STR_ARG(s->rubric->criterion[k].name));
	}
	end_things(m);
}

/* How many marks of a criterion count, and an expert who gave one. */
static size_t
count_marks(const struct remarks *m, size_t criterion, uint32_t *expert)
{
	const struct score_sheets *s = &m->score->sheets;
	size_t n = 0;

	for (size_t i = 0; i < m->sheets; i++) {
		if (score_sheet_mark(s, m->sheet[i], criterion) <=
		    SCORE_ABSENT || score_sheet_excluded(s, m->sheet[i]))
			continue;
		*expert = score_sheet_expert(s, m->sheet[i]);
		n++;
	}
	return n;
}

/* "below the quorum of 3: plan 2, team 1" */
static void
remark_quorum(struct remarks *m)
{
	const struct score_rubric *r = m->score->rubric;
	size_t quorum = r->quorum > 0 ? r->quorum : 1, n;
	uint32_t expert;

	for (size_t k = 0; k < r->count && !m->of->scored; k++) {
		n = count_marks(m, k, &expert);
		if (n >= quorum)
			continue;
		if (m->named == 0) {
			begin(m, "");
			buf_printf(m->out, "below the quorum of %zu", quorum);
		}
		buf_add(m->out, m->named++ == 0 ? STR(": ") : STR(", "));
		buf_printf(m->out, "%.*s %zu", STR_ARG(r->criterion[k].name),
		    n);
	}
	m->named = 0;
}

static void
remark_conflicts(struct remarks *m)
{
	const struct score_sheets *s = &m->score->sheets;

	for (size_t i = 0; i < m->sheets && m->of->excluded; i++)
		if (score_sheet_excluded(s, m->sheet[i]) &&
		    next_thing(m, "conflict"))
			buf_add(m->out, map_key(&m->score->experts,
			    score_sheet_expert(s, m->sheet[i])));
	end_things(m);
}

/* "panel in parts: plan 2 of 3" */
static void
remark_parts(struct remarks *m)
{
	const struct score *s = m->score;
	uint32_t expert;

	for (size_t k = 0; k < s->rubric->count && s->parts != NULL; k++)
		if (s->parts[k] > 1 && count_marks(m, k, &expert) > 0 &&
		    next_thing(m, "panel in parts"))
			buf_printf(m->out, "%.*s %u of %u",
			    STR_ARG(s->rubric->criterion[k].name),
			    s->part[k * s->experts.count + expert],
			    s->parts[k]);
	end_things(m);
}

/* "differing: requested": its marks say different things of it. */
static void
remark_fields(struct remarks *m)
{
	const struct score_rubric *r = m->score->rubric;

	for (size_t k = 0; k < r->keys; k++)
		if (score_key_is_field(&r->key[k]) &&
		    m->score->tie[m->application * r->fields +
			r->key[k].which].state == SCORE_TIE_DIFFERS &&
		    next_thing(m, "differing"))
			buf_add(m->out, r->key[k].name);
	end_things(m);
}

static void
remark_shared(struct remarks *m)
{
	const struct score_rubric *r = m->score->rubric;

	begin(m, "tie: rank shared");
	if (r->keys == 0 || r->key[r->keys - 1].kind != SCORE_KEY_LOT)
		return;
	if (r->lot_awaits.n > 0)
		buf_printf(m->out, ", the lot awaits %.*s",
		    STR_ARG(r->lot_awaits));
	else
		buf_printf(m->out, ", over %d for one lot", LOT_POOL_MAX);
}

static void
remark_tie(struct remarks *m)
{
	const struct score_rubric *r = m->score->rubric;

	if (!m->of->tied)
		return;
	if (m->of->shared) {
		remark_shared(m);
		return;
	}
	const struct score_key *key = &r->key[m->of->key];

	begin(m, "tie: broken by ");
	if (key->kind == SCORE_KEY_LOT)
		buf_printf(m->out, "lot, drawn %u of %u with %.*s",
		    m->of->drawn, m->of->pool, STR_ARG(r->lot_key));
	else
		buf_add(m->out, key->name);
}

/* Remarks for which one must look into the sheets. */
static void
remark_sheets(struct remarks *m)
{
	struct arena a = { 0 };

	m->sheets = score_explain_sheets(m->score, m->application, &a,
	    &m->sheet);
	remark_quorum(m);
	remark_conflicts(m);
	remark_cells(m, "twice", true);
	remark_cells(m, "unmarked", false);
	remark_parts(m);
	arena_reset(&a);
}

void
score_reason(const struct score_results *r, uint32_t application,
    struct buf *out)
{
	const struct score_result *of = &r->of[application];
	struct remarks m = { .score = r->score, .of = of,
		.application = application, .out = out, .begin = out->n };

	if (!of->scored || of->excluded || r->score->parts != NULL ||
	    of->marks != of->experts * r->score->rubric->count)
		remark_sheets(&m);
	remark_fields(&m);
	remark_tie(&m);
}

const char *
score_reason_decision(const struct score_results *r, uint32_t application)
{
	const struct score_rubric *rubric = r->score->rubric;
	const struct score_result *of = &r->of[application];

	if (!of->scored)
		return "not_scored";
	if (!rubric->has_pass)
		return "scored";
	if (rubric->low_wins)
		return of->score <= rubric->pass ? "passed" : "failed";
	return of->score >= rubric->pass ? "passed" : "failed";
}
