#include "io/plan_rows.h"

#include "base/buf.h"
#include "civic/plan_give.h"
#include "io/out.h"

/* What is printed, and the text of the value in hand. */
struct rows {
	const struct plan *plan;
	const char *call;
	struct buf text;
};

static void
print_fields(const char *const *names)
{
	for (size_t i = 0; names[i] != NULL; i++)
		out_field(names[i]);
}

static void
print_text(struct rows *r)
{
	out_value(buf_str(&r->text));
	buf_clear(&r->text);
}

static void
print_id(struct rows *r, const struct plan_theme *t)
{
	if (t->lot > 0)
		buf_printf(&r->text, "%s%s%zu", r->call,
		    r->call[0] != '\0' ? "-" : "", t->lot);
	print_text(r);
}

/* What became of a theme: decision, reason, cite. */
static void
print_end(struct rows *r, const struct plan_theme *t)
{
	out_text(t->lot > 0 ? "planned" : "left-out");
	plan_give_why(r->plan, t, &r->text);
	print_text(r);
	plan_give_cite(r->plan, t, &r->text);
	print_text(r);
	out_end();
}

static void
print_needs(struct rows *r, const struct plan_theme *t)
{
	const struct plan_need *need = r->plan->need;

	for (size_t n = t->first; n != STR_NONE; n = need[n].next) {
		if (n != t->first)
			buf_byte(&r->text, ';');
		buf_add(&r->text, need[n].id);
	}
	print_text(r);
}

static void
print_lot(struct rows *r, const struct plan_theme *t)
{
	bool planned = t->lot > 0;

	print_id(r, t);
	out_text(r->call);
	out_value(t->text[PLAN_THEME]);
	if (planned)
		band_say_money(&r->text, t->budget);
	print_text(r);
	out_value(planned ? t->band->code : STR(""));
	out_value(r->plan->rules->groups[PLAN_REGION] ? t->text[PLAN_REGION] :
	    STR(""));
	if (planned)
		buf_printf(&r->text, "%ld", t->places);
	print_text(r);
	print_needs(r, t);
	out_number(t->figure[PLAN_PEOPLE]);
	print_end(r, t);
}

void
plan_rows_lots(const struct plan *p, const char *call)
{
	static const char *const names[] = { "id", "call", "theme", "budget",
		"band", "region", "places", "needs", "people", "decision",
		"reason", "cite", NULL };
	struct rows r = { .plan = p, .call = call };

	print_fields(names);
	for (size_t i = 0; i < p->themes; i++)
		print_lot(&r, &p->theme[i]);
	buf_free(&r.text);
}

static void
print_figures(struct rows *r, const int64_t figure[PLAN_FIGURES])
{
	for (size_t i = 0; i < PLAN_FIGURES; i++) {
		plan_give_figure(&r->text, (enum plan_figure)i, figure[i]);
		print_text(r);
	}
}

void
plan_rows_needs(const struct plan *p, const char *call)
{
	static const char *const names[] = { "need", "theme", "region",
		"priority", "people", "proposals", "months", "cost", "rank",
		"theme_priority", "theme_people", "theme_proposals",
		"theme_months", "theme_cost", "lot", "decision", "reason",
		"cite", NULL };
	struct rows r = { .plan = p, .call = call };

	print_fields(names);
	for (size_t i = 0; i < p->needs; i++) {
		const struct plan_need *n = &p->need[i];
		const struct plan_theme *t = &p->theme[n->theme];

		out_value(n->id);
		out_value(n->text[PLAN_THEME]);
		out_value(n->text[PLAN_REGION]);
		print_figures(&r, n->figure);
		out_number((int64_t)t->rank);
		print_figures(&r, t->figure);
		print_id(&r, t);
		print_end(&r, t);
	}
	buf_free(&r.text);
}
