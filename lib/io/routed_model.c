#include "base/buf.h"
#include "base/die.h"
#include "io/model_file.h"
#include "io/out.h"
#include "io/routed.h"
#include "io/routed_model.h"

/* The body of the rules with a code, or die. */
static size_t
body_coded(struct arena *a, const struct route *r, struct str code,
    const char *file)
{
	struct str *names = arena_array(a, r->bodies, sizeof(*names));
	size_t near;

	for (size_t i = 0; i < r->bodies; i++) {
		if (str_eq(r->body[i].code, code))
			return i;
		names[i] = r->body[i].code;
	}
	near = str_nearest(code, names, r->bodies);
	if (near != STR_NONE)
		die("%s: the rules have no body '%.*s'; the nearest is '%.*s'",
		    file, STR_ARG(code), STR_ARG(names[near]));
	die("%s: the rules have no body '%.*s'", file, STR_ARG(code));
}

void
routed_model_open(struct routed_model *g, struct arena *a, struct route *r,
    const char *file)
{
	struct model *m = &g->model;

	if (r->model_confidence == 0)
		die("-m: the rules do not say from which confidence on a "
		    "model may answer, model: {confidence: 50}");
	model_file_read(a, file, &r->stems.letters, m);
	g->body = arena_array(a, m->bodies, sizeof(*g->body));
	for (size_t i = 0; i < m->bodies; i++)
		g->body[i] = body_coded(a, r, m->body[i].code, file);
	model_build(m);
	r->asks_model = true;
}

/* Whether the rules leave a proposal to the model. */
static bool
is_left(const struct route *r, const struct route_answer *a)
{
	return a->body != ROUTE_NONE && (a->rule == ROUTE_NONE ||
	    a->points < r->model_under);
}

void
routed_model_ask(struct routed_model *g, struct route *r,
    struct route_answer *a)
{
	const struct model_answer *said = &g->answer;
	bool sure;

	g->asked = is_left(r, a);
	if (!g->asked)
		return;
	words_read(&g->words, &r->stems.letters, g->model.letters);
	g->answer = model_judge(&g->model, &g->words);
	sure = said->known > 0 && said->confidence >= r->model_confidence;
	if (a->rule != ROUTE_NONE && sure && g->body[said->body] == a->body) {
		a->confidence = said->confidence;
		return;
	}
	*a = (struct route_answer){ .confidence = said->confidence,
		.rule = sure ? ROUTE_MODEL : ROUTE_PERSON,
		.body = sure ? g->body[said->body] : ROUTE_NONE,
		.runner_up = ROUTE_NONE };
	if (!sure && said->known > 0) {
		a->runner_up = g->body[said->body];
		a->runner_up_points = said->confidence;
	} else if (sure && said->runner_up != MODEL_NONE) {
		a->runner_up = g->body[said->runner_up];
		a->runner_up_points = said->runner_up_confidence;
	}
}

static void
put_hit(const struct routed_model *g, const struct route *r,
    const struct str *value, struct str stem, struct str where, int64_t points)
{
	out_value(value[r->id]);
	out_value(routed_body(r, g->body[g->answer.body], value));
	out_text("model");
	out_value(stem);
	out_value(where);
	out_decimal(points, EVIDENCE_PLACES);
	out_value(r->cite);
	out_end();
}

void
routed_model_hits(const struct routed_model *g, const struct route *r,
    const struct str *value)
{
	const struct model *m = &g->model;
	size_t body = g->answer.body, other = g->answer.runner_up;
	const struct letters *l = &r->stems.letters;
	static struct buf stem;

	if (!g->asked)
		return;
	if (other == MODEL_NONE)
		other = body;
	for (size_t i = 0; i < g->words.count; i++) {
		uint32_t word = keys_find(&m->words, g->words.key[i]);
		uint32_t at = g->words.at[i];

		if (word == KEYS_NONE)
			continue;
		buf_clear(&stem);
		words_spell(l, m->words.key[word], &stem);
		if (stem.n > 0 && m->words.key[word] >> 8 *
		    (m->letters - 1) != 0)
			buf_byte(&stem, '*');
		put_hit(g, r, value, buf_str(&stem),
		    letters_where(l, at, at + 1),
		    model_word(m, word, body, other));
	}
	put_hit(g, r, value, STR(""), STR(""), m->body[body].prior -
	    m->body[other].prior);
}
