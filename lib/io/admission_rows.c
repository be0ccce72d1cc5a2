#include "io/admission_rows.h"

#include <stdlib.h>

#include "civic/date.h"
#include "io/out.h"

void
admission_rows_fields(struct admission_rows *w, const struct rec *in)
{
	w->fields = rec_count(in);
	out_fields(in);
	out_field("verdict");
	out_field("reasons");
	out_field("cite");
	out_field("form_by");
	out_field("marks_by");
}

/* Add an article that is not in the list yet, with "; " before it. */
static void
add_cite(struct admission_rows *w, struct str text)
{
	for (size_t i = 0; i < w->seens; i++)
		if (str_eq(w->seen[i], text))
			return;
	w->seen = buf_grow(w->seen, &w->room, w->seens + 1, sizeof(*w->seen));
	w->seen[w->seens++] = text;
	if (w->cites.n > 0)
		buf_add(&w->cites, STR("; "));
	buf_add(&w->cites, text);
}

/*
 * Add a reason with its article.  An NGO without a card fails several checks
 * for one and the same reason, of which the first check's is the article.
 */
static void
add_reason(struct admission_rows *w, struct str cite)
{
	if (str_eq(buf_str(&w->found), buf_str(&w->last)))
		return;
	if (w->reasons.n > 0)
		buf_add(&w->reasons, STR("; "));
	buf_add(&w->reasons, buf_str(&w->found));
	buf_clear(&w->last);
	buf_add(&w->last, buf_str(&w->found));
	if (cite.n > 0)
		add_cite(w, cite);
}

/* Why it is returned, if it is. */
static bool
find_reasons(struct admission_rows *w, const struct admission *m)
{
	const struct eligibility_rules *r = w->rules;
	bool returned = false, asked = true;

	for (size_t i = 0; i < r->count; i++) {
		const struct eligibility_rule *rule = &r->rule[i];
		enum eligibility_answer answer;

		if (!eligibility_is_made(rule, m->application.lot->call))
			continue;
		buf_clear(&w->found);
		answer = eligibility_make(rule, &m->application, &w->found);
		asked &= answer != ELIGIBILITY_UNCHECKED;
		returned |= answer == ELIGIBILITY_NO;
		if (answer == ELIGIBILITY_NO)
			add_reason(w, rule->cite);
	}
	buf_clear(&w->found);
	buf_add(&w->found, STR("the register was not asked"));
	if (!asked)
		add_reason(w, STR(""));
	return returned;
}

/* A deadline's article says when the day is not certain. */
static void
cite_deadline(struct admission_rows *w, const struct terms_answer *t)
{
	add_cite(w, terms_cite(t));
	if (t->estimated.n > 0)
		buf_printf(&w->cites, " (the day of %.*s is an estimate)",
		    STR_ARG(t->estimated));
}

static void
print_day(bool known, long day)
{
	char text[11] = "";

	if (known)
		date_format(day, text);
	out_text(text);
}

void
admission_rows_print(struct admission_rows *w, const struct admission *m)
{
	struct str line = m->line;
	bool returned;

	buf_clear(&w->reasons);
	buf_clear(&w->cites);
	buf_clear(&w->last);
	w->seens = 0;
	returned = find_reasons(w, m);
	if (!returned)
		add_cite(w, w->rules->cite);
	if (m->has_deadlines)
		cite_deadline(w, &m->form);
	if (m->has_deadlines && !returned)
		cite_deadline(w, &m->marks);
	for (size_t i = 0; i < w->fields; i++)
		out_raw(str_cut(&line, '\t'));
	out_text(returned ? "returned" : "accepted");
	out_value(buf_str(&w->reasons));
	out_value(buf_str(&w->cites));
	print_day(m->has_deadlines, m->form.due);
	print_day(m->has_deadlines && !returned, m->marks.due);
	out_end();
}

void
admission_rows_check_fields(void)
{
	out_field("application");
	out_field("check");
	out_field("holds");
	out_field("found");
	out_field("cite");
}

static void
print_term(struct admission_rows *w, const struct admission *m,
    const char *check, const struct terms_answer *t)
{
	char day[11];

	date_format(t->due, day);
	out_value(m->application.id);
	out_text(check);
	out_text("");
	out_text(day);
	buf_clear(&w->cites);
	w->seens = 0;
	cite_deadline(w, t);
	out_value(buf_str(&w->cites));
	out_end();
}

void
admission_rows_checks(struct admission_rows *w, const struct admission *m)
{
	const struct eligibility_application *a = &m->application;
	const struct eligibility_rules *r = w->rules;

	for (size_t i = 0; i < r->count; i++) {
		const struct eligibility_rule *rule = &r->rule[i];
		enum eligibility_answer answer;

		if (!eligibility_is_made(rule, a->lot->call))
			continue;
		buf_clear(&w->found);
		answer = eligibility_make(rule, a, &w->found);
		out_value(a->id);
		out_value(eligibility_check_name(rule->check));
		out_text(eligibility_answer_name(answer));
		out_value(buf_str(&w->found));
		out_value(rule->cite);
		out_end();
	}
	if (!m->has_deadlines)
		return;
	print_term(w, m, "form_by", &m->form);
	print_term(w, m, "marks_by", &m->marks);
}

void
admission_rows_free(struct admission_rows *w)
{
	buf_free(&w->reasons);
	buf_free(&w->cites);
	buf_free(&w->found);
	buf_free(&w->last);
	free(w->seen);
}
