#include <stdlib.h>

#include "base/buf.h"
#include "io/agreement.h"
#include "io/out.h"

enum { PLACES = 7 };
#define MOST INT64_C(1000000000000000000)

static void
print_number(double value, int places)
{
	double units = value * (double)decimal_scale(places);

	if (units >= (double)MOST || units <= -(double)MOST)
		die("a number too large to be printed");
	out_decimal((int64_t)(units < 0 ? units - 0.5 : units + 0.5), places);
}

void
agreement_number(bool known, double value, int places)
{
	if (known)
		print_number(value, places);
	else
		out_text("");
}

/* What a panel in parts cannot say is said before anything is printed. */
static void
warn_of_parts(const struct agreement_panel *p)
{
	bool named = p->name.n > 0;

	if (p->panel.parts > 1 && !p->pooled)
		warn("warning: %.*s%sthe panel is in %u parts that no expert "
		    "joins; the marks of one cannot be compared with "
		    "another's", STR_ARG(p->name), named ? ": " : "",
		    p->panel.parts);
}

void
agreement_find(struct agreement *g, const struct panels_table *t,
    struct arena *a)
{
	const struct score_rubric *r = t->score->rubric;

	g->score = t->score;
	g->scale = t->scale;
	g->panel = arena_array(a, r->count + 1, sizeof(*g->panel));
	for (; g->panels < r->count; g->panels++) {
		struct agreement_panel *p = &g->panel[g->panels];

		p->name = t->plain ? t->criterion
				   : r->criterion[g->panels].name;
		panel_find(&p->panel, t->score, g->panels, t->meaning, a);
		warn_of_parts(p);
	}
	if (t->plain || t->scale < AGREE_INTERVAL)
		return;
	struct agreement_panel *all = &g->panel[g->panels];

	*all = (struct agreement_panel){ STR("score"), .pooled = true };
	if (panel_find_sum(&all->panel, t->score, a))
		g->panels++;
	else
		warn("warning: score: the weights are too fine to look at "
		    "all criteria together");
}

static const char *
name_of(enum agree_scale scale, size_t which)
{
	static const char *const alpha[] = { "alpha_nominal", "alpha_ordinal",
		"alpha_interval", "alpha_ratio" };
	static const char *const name[AGREE_COUNT] = {
		[AGREE_KAPPA] = "fleiss_kappa",
		[AGREE_ICC_1_1] = "icc_1_1", [AGREE_ICC_2_1] = "icc_2_1",
		[AGREE_ICC_3_1] = "icc_3_1", [AGREE_ICC_1_K] = "icc_1_k",
		[AGREE_ICC_2_K] = "icc_2_k", [AGREE_ICC_3_K] = "icc_3_k",
		[AGREE_W] = "kendall_w" };

	return which == AGREE_ALPHA ? alpha[scale] : name[which];
}

static void
print_fields(const char *const *name)
{
	for (; *name != NULL; name++)
		out_field(*name);
}

void
agreement_remark(struct buf *note)
{
	if (note->n > 0)
		buf_add(note, STR("; "));
}

static void
print_value(const struct agreement *g, const struct agreement_panel *p,
    size_t which, const struct agree_value *v, struct agree_samples samples,
    struct buf *note)
{
	buf_clear(note);
	if (v->why != NULL)
		buf_add(note, str_of(v->why));
	if (p->panel.parts > 1) {
		agreement_remark(note);
		buf_printf(note, "the panel is in %u parts", p->panel.parts);
	}
	if (v->why == NULL && v->failed > 0) {
		agreement_remark(note);
		buf_printf(note, "no value in %zu of %u samples", v->failed,
		    samples.count);
	}
	out_value(p->name);
	out_text(name_of(g->scale, which));
	agreement_number(v->why == NULL, v->value, PLACES);
	agreement_number(v->bounded, v->low, PLACES);
	agreement_number(v->bounded, v->high, PLACES);
	out_number((int64_t)v->units);
	out_number((int64_t)p->panel.experts);
	out_number((int64_t)v->marks);
	out_value(buf_str(note));
	out_end();
}

void
agreement_print(const struct agreement *g, struct agree_samples samples)
{
	static const char *const fields[] = { "criterion", "coefficient",
		"value", "low", "high", "n", "experts", "marks", "note", NULL };
	struct buf note = { 0 };
	struct agree found;

	print_fields(fields);
	for (size_t i = 0; i < g->panels; i++) {
		const struct agreement_panel *p = &g->panel[i];

		agree_find(&found, &p->panel, g->scale, samples);
		for (size_t k = 0; k < AGREE_COUNT; k++)
			if (found.of[k].asked)
				print_value(g, p, k, &found.of[k], samples,
				    &note);
	}
	buf_free(&note);
}

void
agreement_explain(const struct agreement *g)
{
	static const char *const fields[] = { "criterion", "coefficient",
		"part", "value", NULL };
	struct agree found;

	print_fields(fields);
	for (size_t i = 0; i < g->panels; i++) {
		agree_find(&found, &g->panel[i].panel, g->scale,
		    (struct agree_samples){ 0 });
		for (size_t k = 0; k < found.parts; k++) {
			out_value(g->panel[i].name);
			out_text(name_of(g->scale, found.part[k].first));
			out_text(found.part[k].part.name);
			print_number(found.part[k].part.value, PLACES);
			out_end();
		}
	}
}
