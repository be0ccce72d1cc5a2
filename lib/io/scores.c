#include <stdio.h>

#include "civic/score_explain.h"
#include "civic/score_reason.h"
#include "civic/score_severity.h"
#include "io/out.h"
#include "io/rubric.h"
#include "io/scores.h"

enum { AHEAD = 8 };	/* records for which memory is asked in time */
enum { CHANCE = 4 };	/* places of a chance */

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static void
print_score(const struct score_results *r, uint32_t a, struct buf *reason)
{
	const struct score_rubric *rubric = r->score->rubric;
	const struct score_result *of = &r->of[a];
	const int64_t *centre = r->centre + a * rubric->count;

	buf_clear(reason);
	score_reason(r, a, reason);
	out_value(score_name(r->score, a));
	if (of->scored) {
		out_decimal(of->score, rubric->total_places);
		out_number(of->rank);
	} else {
		out_text("");
		out_text("");
	}
	out_number(of->experts);
	out_number(of->marks);
	out_number(of->dropped);
	out_decimal(of->spread, rubric->places);
	out_text(score_reason_decision(r, a));
	out_value(buf_str(reason));
	for (size_t k = 0; k < rubric->count; k++)
		if (centre[k] == SCORE_RESULT_NONE)
			out_text("");
		else
			out_decimal(centre[k], rubric->criterion_places);
	out_end();
}

void
scores_print(const struct score_results *r)
{
	const struct score_rubric *rubric = r->score->rubric;
	size_t applications = r->score->applications;
	struct buf reason = { 0 };

	for (struct str rest = STR(RUBRIC_FIELDS); rest.n > 0;)
		out_field_str(str_cut(&rest, ' '));
	for (size_t k = 0; k < rubric->count; k++)
		out_field_str(rubric->criterion[k].name);
	for (size_t i = 0; i < applications; i++) {
		/* What a record is printed from lies anywhere: ask in time. */
		size_t a = r->order[least(i + AHEAD, applications - 1)];

		__builtin_prefetch(score_sheet_at(&r->score->sheets,
		    (uint32_t)a));
		__builtin_prefetch(&r->of[a]);
		__builtin_prefetch(&r->centre[a * rubric->count]);
		print_score(r, r->order[i], &reason);
	}
	buf_free(&reason);
}

static void
print_firmness(const struct score_stable *t, uint32_t a)
{
	out_number(t->low[a]);
	out_number(t->high[a]);
	for (size_t i = 0; i < t->firsts; i++) {
		int64_t within = t->within[a * t->firsts + i];

		out_decimal(decimal_divide(within * decimal_scale(CHANCE),
		    t->samples, ROUND_HALF_UP), CHANCE);
		out_text(t->high[a] <= t->first[i] ? "in"
		    : t->low[a] > t->first[i] ? "out" : "grey");
	}
}

static void
name_firsts(const struct score_stable *t)
{
	char name[32];

	for (size_t i = 0; i < t->firsts; i++) {
		snprintf(name, sizeof(name), "first_%u", t->first[i]);
		out_field(name);
		snprintf(name, sizeof(name), "zone_%u", t->first[i]);
		out_field(name);
	}
}

void
scores_stable(const struct score_results *r, const struct score_stable *t)
{
	const struct score_rubric *rubric = r->score->rubric;

	out_field("application");
	out_field("score");
	out_field("rank");
	out_field("decision");
	out_field("rank_low");
	out_field("rank_high");
	name_firsts(t);
	for (size_t i = 0; i < r->score->applications; i++) {
		uint32_t a = r->order[i];
		bool scored = r->of[a].scored;

		out_value(score_name(r->score, a));
		if (scored) {
			out_decimal(r->of[a].score, rubric->total_places);
			out_number(r->of[a].rank);
		}
		for (size_t k = 0; !scored && k < 2; k++)
			out_text("");
		out_text(score_reason_decision(r, a));
		if (scored)
			print_firmness(t, a);
		for (size_t k = 0; !scored && k < 2 + 2 * t->firsts; k++)
			out_text("");
		out_end();
	}
}

static void
print_line(const struct score_results *r, uint32_t a,
    const struct score_line *l)
{
	static const char *const why[] = { [SCORE_KEPT] = "",
		[SCORE_IS_HIGHEST] = "highest", [SCORE_IS_LOWEST] = "lowest",
		[SCORE_IS_CONFLICT] = "conflict", [SCORE_IS_TWICE] = "twice",
		[SCORE_IS_UNMARKED] = "unmarked" };
	const struct score *s = r->score;
	bool scored = r->of[a].scored, kept = l->why == SCORE_KEPT;
	bool extreme = l->why == SCORE_IS_HIGHEST ||
	    l->why == SCORE_IS_LOWEST;

	out_value(score_name(s, a));
	out_value(map_key(&s->experts, l->expert));
	out_value(s->rubric->criterion[l->criterion].name);
	if (l->units == SCORE_UNMARKED)
		out_text("");
	else
		out_decimal(l->units, s->rubric->places);
	if (kept || extreme)
		out_decimal(l->value, score_severity_places(s->rubric));
	else
		out_text("");
	out_text(kept ? "kept" : l->counts ? "winsorised" : "dropped");
	out_text(kept && !scored ? "not_scored" : why[l->why]);
	if (l->counts && scored)
		out_decimal(l->share, SCORE_PLACES_MAX);
	else
		out_text("");
	out_value(s->rubric->cite);
	out_end();
}

void
scores_explain(const struct score_results *r)
{
	static const char *const fields[] = { "application", "expert",
		"criterion", "mark", "corrected", "state", "why", "share",
		"cite" };

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		out_field(fields[i]);
	for (size_t i = 0; i < r->score->applications; i++) {
		struct arena a = { 0 };
		struct score_line *line;
		size_t n = score_explain(r, r->order[i], &a, &line);

		for (size_t k = 0; k < n; k++)
			print_line(r, r->order[i], &line[k]);
		arena_reset(&a);
	}
}
