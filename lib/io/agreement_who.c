#include "civic/agree_expert.h"
#include "civic/agree_pair.h"
#include "io/agreement_who.h"
#include "io/out.h"

enum { PLACES = 4 };

/* The names of experts by their standing, in the arena. */
static struct str *
names(const struct score *s, struct arena *a)
{
	struct str *name = arena_array(a, s->experts.count, sizeof(*name));

	for (size_t e = 0; e < s->experts.count; e++)
		name[s->standing[e]] = map_key(&s->experts, e);
	return name;
}

static void
print_expert(const struct agreement_panel *p, struct str name,
    const struct agree_expert *e, uint32_t part, struct buf *note)
{
	buf_clear(note);
	if (e->why != NULL)
		buf_add(note, str_of(e->why));
	if (p->panel.parts > 1) {
		agreement_remark(note);
		buf_printf(note, "part %u of %u", part, p->panel.parts);
	}
	out_value(p->name);
	out_value(name);
	out_number((int64_t)e->marks);
	agreement_number(e->numbers, e->mean, PLACES);
	agreement_number(e->numbers && e->shared > 0, e->severity, PLACES);
	agreement_number(e->numbers && e->marks > 1, e->spread, PLACES);
	agreement_number(e->why == NULL, e->agreement, PLACES);
	out_value(buf_str(note));
	out_end();
}

void
agreement_who_experts(const struct agreement *g)
{
	static const char *const fields[] = { "criterion", "expert", "marks",
		"mean", "severity", "spread", "agreement", "note", NULL };
	struct arena a = { 0 };
	struct str *name = names(g->score, &a);
	struct buf note = { 0 };

	for (size_t i = 0; fields[i] != NULL; i++)
		out_field(fields[i]);
	for (size_t i = 0; i < g->panels; i++) {
		const struct agreement_panel *p = &g->panel[i];
		const struct agree_expert *e = agree_expert_find(&p->panel,
		    g->scale, &a);

		for (size_t k = 0; k < p->panel.experts; k++)
			print_expert(p, name[p->panel.standing[k]], &e[k],
			    p->panel.part[k], &note);
	}
	buf_free(&note);
	arena_reset(&a);
}

struct pairs {
	const struct str *name;
	double least;
};

static void
print_pair(void *data, const struct agree_pair *pair)
{
	const struct pairs *p = data;

	if (pair->excess < p->least)
		return;
	out_value(p->name[pair->expert]);
	out_value(p->name[pair->other]);
	out_number((int64_t)pair->common);
	out_number((int64_t)pair->equal);
	agreement_number(true, pair->expected, PLACES);
	agreement_number(true, pair->excess, PLACES);
	out_end();
}

void
agreement_who_pairs(const struct agreement *g, int64_t excess)
{
	static const char *const fields[] = { "expert", "other", "common",
		"equal", "expected", "excess", NULL };
	struct arena a = { 0 };
	struct panel *panel = arena_array(&a, g->panels, sizeof(*panel));
	struct pairs p = { names(g->score, &a), (double)excess / 1000000 };
	size_t n = 0;

	for (size_t i = 0; fields[i] != NULL; i++)
		out_field(fields[i]);
	for (size_t i = 0; i < g->panels; i++)
		if (!g->panel[i].pooled)
			panel[n++] = g->panel[i].panel;
	agree_pair_each(panel, n, g->score->experts.count, print_pair, &p);
	arena_reset(&a);
}
