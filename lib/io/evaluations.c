#include "io/evaluations.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/die.h"
#include "civic/score_most.h"
#include "civic/score_take.h"
#include "io/contract_files.h"
#include "io/kind.h"
#include "io/marks.h"
#include "io/row.h"
#include "io/rubric.h"

enum { CONTRACT, STAGE, EXPERT, CRITERION, MARK, FIELDS };

void
evaluations_open(struct arena *a, struct evaluations *e, struct contracts *c,
    const char *rubric)
{
	*e = (struct evaluations){
		.rubric = rubric_read(a, rubric, c->day),
		.stages = kind_vocab("stages"),
		.contracts = c,
	};
	if (e->rubric->severity)
		die("%s: corrects for severe experts, as an evaluation does "
		    "not", rubric);
	e->score = score_new(e->rubric);
}

/* A contract and a stage, as the text under which marks are added up. */
struct pair {
	uint32_t contract, stage;
};

static struct str
pair_text(const struct pair *pair)
{
	return (struct str){ (const char *)pair, sizeof(*pair) };
}

static void
take(struct evaluations *e, struct row *r, struct pair pair,
    const struct score_mark *m)
{
	if (map_add(&e->pairs, pair_text(&pair)) == e->count) {
		e->list = buf_grow(e->list, &e->room, e->count + 1,
		    sizeof(*e->list));
		e->list[e->count++] = (struct evaluation){
			.contract = pair.contract, .stage = pair.stage };
	}
	if (score_take_one(e->score, pair_text(&pair), r->text[EXPERT],
	    m->criterion, m->units))
		rec_refuse(r->in, REC_NONE, "expert '%.*s' has marked '%.*s' "
		    "of '%.*s' before; none of these marks counts",
		    STR_ARG(r->text[EXPERT]), STR_ARG(r->text[CRITERION]),
		    STR_ARG(r->text[CONTRACT]));
}

static bool
read_stage(const struct evaluations *e, struct row *r, uint32_t *stage)
{
	const struct vocab_entry *entry = vocab_find(e->stages,
	    r->text[STAGE]);
	struct str near = vocab_nearest(e->stages, r->text[STAGE]);

	if (entry != NULL) {
		*stage = (uint32_t)(entry - e->stages->entry);
		return true;
	}
	if (r->text[STAGE].n > 0)
		rec_refuse(r->in, r->place[STAGE], "not a stage%s%.*s%s: "
		    "'%.*s'", near.n > 0 ? " (nearest: " : "", STR_ARG(near),
		    near.n > 0 ? ")" : "", STR_ARG(r->text[STAGE]));
	return false;
}

static void
read_one(struct evaluations *e, struct row *r)
{
	struct score_mark m = { 0 };
	struct pair pair = { 0, 0 };
	bool good = row_read(r);
	size_t contract = MAP_NONE;

	if (r->text[CONTRACT].n > 0)
		contract = contract_files_find(e->contracts, r->in,
		    r->place[CONTRACT], r->text[CONTRACT]);
	good &= read_stage(e, r, &pair.stage);
	good &= marks_value(e->score, r->in, r->place[CRITERION],
	    r->place[MARK], &m.criterion, &m.units);
	if (contract == MAP_NONE)
		return;
	pair.contract = (uint32_t)contract;
	if (good)
		take(e, r, pair, &m);
	if (rec_is_refused(r->in))
		e->contracts->list[contract].is.refused++;
}

int
evaluations_read(struct evaluations *e, const char *file)
{
	static const struct row_field field[FIELDS] = {
		[CONTRACT] = { "contract", ROW_ID, ROW_VALUE },
		[STAGE] = { "stage", ROW_ID, ROW_VALUE },
		[EXPERT] = { "expert", ROW_ID, ROW_VALUE },
		[CRITERION] = { "criterion", ROW_TEXT, ROW_MAY_BE_EMPTY },
		[MARK] = { "mark", ROW_TEXT, ROW_MAY_BE_EMPTY },
	};
	struct row r;
	struct rec *in = row_open_file(&r, file, field, FIELDS);

	while (rec_next(in))
		read_one(e, &r);
	return rec_close(in);
}

/* Applications of the score are numbered as the pairs are: as they came. */
static void
find_one(struct evaluations *e, uint32_t number)
{
	const struct score_result *result = &e->results.of[number];
	const struct score_rubric *rubric = e->rubric;
	struct evaluation *v = &e->list[number];

	v->score = result->score;
	v->scored = result->scored;
	v->missing = result->experts * (uint32_t)rubric->count -
	    result->marks;
	v->centre = e->results.centre + number * rubric->count;
	if (!score_most(&e->results, number, &v->most))
		die("the evaluation of '%.*s' is too large to be exact",
		    STR_ARG(map_key(&e->contracts->ids, v->contract)));
	if (!v->scored || v->missing > 0)
		v->wrong = CONTRACT_UNMARKED;
	else if (rubric->has_pass && v->score < rubric->pass)
		v->wrong = CONTRACT_LOW;
	e->contracts->list[v->contract].is.wrong |= (uint16_t)v->wrong;
}

void
evaluations_find(struct evaluations *e)
{
	size_t number;

	score_group(e->score);
	if (!score_result_find(e->score, &e->results, &number))
		die("the evaluation of '%.*s' is too large to be exact",
		    STR_ARG(map_key(&e->contracts->ids,
			e->list[number].contract)));
	for (number = 0; number < e->count; number++)
		find_one(e, (uint32_t)number);
}

const struct evaluation *
evaluations_of(const struct evaluations *e, size_t contract, size_t stage)
{
	struct pair pair = { (uint32_t)contract, (uint32_t)stage };
	size_t number = map_find(&e->pairs, pair_text(&pair));

	return number == MAP_NONE ? NULL : &e->list[number];
}

void
evaluations_free(struct evaluations *e)
{
	if (e->score != NULL)
		score_free(e->score);
	map_free(&e->pairs);
	free(e->list);
}
