#include "io/council_rows.h"

#include <limits.h>

#include "civic/date.h"
#include "io/activity_rows.h"
#include "io/out.h"

void
council_rows_fields(const struct council_rows *r)
{
	static const char *const fields[] = {
		"row", "level", "council", "body", "councils", "broken",
		"reform", "members", "civil", "share", "share_holds", "add",
		"replace", "vacant", "size_holds", "least", "most",
		"one_seat_over", "one_council_over", "terms_over", "began",
		"ends", "reform_from", "ending",
	};

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		out_field(fields[i]);
	if (r->compares)
		activity_rows_change_fields();
	if (r->meets || r->answers || r->informs)
		activity_rows_fields();
	out_field("reasons");
	out_field("cite");
}

/* A number, or nothing where there is none to speak of. */
static void
put_if(bool there, long number)
{
	if (there)
		out_number(number);
	else
		out_text("");
}

/* Days that are not known, or never come, are empty. */
static void
put_day(long day)
{
	char date[11] = "";

	if (day >= DATE_MIN && day <= DATE_MAX)
		date_format(day, date);
	out_text(date);
}

static void
put_text(struct council_rows *r)
{
	out_value(buf_str(&r->text));
	buf_clear(&r->text);
}

const char *
council_rows_reform(const struct council_state *s)
{
	static const char *const word[] = {
		[COUNCIL_NONE] = "",
		[COUNCIL_YES] = "no",
		[COUNCIL_DUE] = "due",
		[COUNCIL_NO] = "overdue",
	};

	return s->lapsed > 0 && s->councils == 0 ? "lapsed" :
	    word[s->verdict[COUNCIL_REFORM]];
}

/* From `councils` to `ending`. */
static void
put_state(const struct council_rows *r, size_t level_number,
    const struct council_state *s)
{
	struct council_level level = { 0 };
	const enum council_verdict *v = s->verdict;

	if (level_number != STR_NONE)
		level = r->law->level[level_number];
	out_number(s->councils);
	out_number(s->broken);
	out_text(council_rows_reform(s));
	out_number(s->members);
	out_number(s->civil);
	if (s->members > 0)
		out_decimal(council_share(s->civil, s->members), 4);
	else
		out_text("");
	out_text(council_verdict_name(v[COUNCIL_SHARE]));
	put_if(v[COUNCIL_SHARE] != COUNCIL_NONE, s->add);
	put_if(v[COUNCIL_SHARE] != COUNCIL_NONE, s->replace);
	out_number(s->vacant);
	out_text(council_verdict_name(v[COUNCIL_SIZE]));
	put_if(level.least > 0, level.least);
	put_if(level.most > 0, level.most);
	put_if(v[COUNCIL_ONE_SEAT] != COUNCIL_NONE, s->same_org);
	put_if(v[COUNCIL_ONE_COUNCIL] != COUNCIL_NONE, s->also_in);
	put_if(v[COUNCIL_TERMS] != COUNCIL_NONE, s->over_terms);
	put_day(s->began);
	put_day(s->ends);
	put_day(s->reform);
	put_if(v[COUNCIL_REFORM] != COUNCIL_NONE, s->ending);
}

/* What has changed, and what was done. */
static void
put_change(const struct council_rows *r, const struct council_state *s)
{
	if (r->compares)
		activity_rows_change(s);
	if (r->meets || r->answers || r->informs)
		activity_rows_put(r, s);
}

/* "share art. 1 p. 7": the rule in hand, behind those before it. */
static void
add_rule(struct council_rows *r, enum council_rule rule)
{
	if (r->text.n > 0)
		buf_add(&r->text, STR("; "));
	buf_printf(&r->text, "%s %.*s", council_rule_name(rule),
	    STR_ARG(r->law->cite[rule]));
}

/* The law, and the article of each rule that was asked. */
static void
put_cite(struct council_rows *r, const struct council_state *s)
{
	for (enum council_rule i = 0; i < COUNCIL_RULES; i++)
		if (s->verdict[i] != COUNCIL_NONE)
			add_rule(r, i);
	buf_printf(&r->text, "%s%.*s", r->text.n > 0 ? "; " : "",
	    STR_ARG(r->law->name));
	put_text(r);
}

/* Those by whom the rule is broken; of organisations the organisation. */
static void
add_names(struct council_rows *r, enum council_rule rule,
    const struct composition *c)
{
	const char *before = ": ";
	size_t count = 0;

	for (size_t i = 0; i < c->members[SEATS_NOW]; i++) {
		const struct composition_member *m = &c->member[SEATS_NOW][i];
		const struct seats_sitter *seat = m->sitter;

		if (!composition_breaks(r->law, rule, m) ||
		    ++count > COUNCIL_ROWS_NAMED)
			continue;
		buf_add(&r->text, str_of(before));
		buf_add(&r->text, rule == COUNCIL_ONE_SEAT ?
		    seat->organisation : seat->member);
		before = ", ";
	}
	if (count > COUNCIL_ROWS_NAMED)
		buf_printf(&r->text, " and %zu more",
		    count - COUNCIL_ROWS_NAMED);
}

static void
add_reform(struct council_rows *r, const struct council_state *s)
{
	bool due = s->verdict[COUNCIL_REFORM] == COUNCIL_DUE;
	char date[11];

	date_format(due ? s->reform : s->ends, date);
	buf_printf(&r->text, "%s %s", due ? "form anew from" :
	    "the term ended on", date);
}

static const char *
plural(long number)
{
	return number == 1 ? "" : "s";
}

/* Why a rule is broken, or what is due. */
static void
add_reason(struct council_rows *r, enum council_rule rule,
    const struct composition *c)
{
	const struct council_law *law = r->law;
	const struct council_state *s = &c->state;

	add_rule(r, rule);
	buf_add(&r->text, STR(": "));
	switch (rule) {
	case COUNCIL_SHARE:
		buf_printf(&r->text, "%ld civil of %ld are under %ld/%ld, "
		    "add %ld or replace %ld", s->civil, s->members, law->part,
		    law->whole, s->add, s->replace);
		break;
	case COUNCIL_SIZE:
		buf_printf(&r->text, "%ld %s%s, out of the band",
		    council_size(law, s),
		    law->counts_vacant ? "seat" : "member",
		    plural(council_size(law, s)));
		break;
	case COUNCIL_ONE_SEAT:
		buf_printf(&r->text, "more than %ld seat%s", law->seats,
		    plural(law->seats));
		break;
	case COUNCIL_ONE_COUNCIL:
		buf_printf(&r->text, "more than %ld republican council%s",
		    law->councils, plural(law->councils));
		break;
	case COUNCIL_TERMS:
		buf_printf(&r->text, "more than %ld term%s in a row",
		    law->terms, plural(law->terms));
		break;
	case COUNCIL_INFORM:
		buf_printf(&r->text, "the public was informed %ld of %ld "
		    "times in %d", s->activity.informed, law->informs,
		    r->year);
		break;
	case COUNCIL_ANNUAL:
		buf_printf(&r->text, "the report on %d is not published",
		    r->year - 1);
		break;
	default:
		add_reform(r, s);
	}
	if (s->verdict[rule] == COUNCIL_NO)
		add_names(r, rule, c);
}

void
council_rows_reasons(struct council_rows *r, const struct composition *c)
{
	for (enum council_rule i = 0; i < COUNCIL_RULES; i++)
		if (c->state.verdict[i] >= COUNCIL_DUE)
			add_reason(r, i, c);
}

void
council_rows_council(struct council_rows *r, const struct composition *c)
{
	const struct council_state *s = &c->state;

	out_text("council");
	out_value(r->law->level_name[c->council->level]);
	out_value(c->council->name);
	out_value(c->council->body);
	put_state(r, c->council->level, s);
	put_change(r, s);
	council_rows_reasons(r, c);
	put_text(r);
	put_cite(r, s);
	out_end();
}

void
council_rows_total(struct council_rows *r, size_t level,
    const struct council_state *sum)
{
	struct council_state s = *sum;

	s.began = s.ends = s.reform = LONG_MAX;
	out_text(level == STR_NONE ? "all" : "level");
	out_value(level == STR_NONE ? STR("") : r->law->level_name[level]);
	out_text("");
	out_text("");
	put_state(r, level, &s);
	put_change(r, sum);
	for (enum council_rule i = 0; i < COUNCIL_RULES; i++)
		if (sum->breaks[i] > 0) {
			add_rule(r, i);
			buf_printf(&r->text, ": broken by %ld",
			    sum->breaks[i]);
		}
	put_text(r);
	put_cite(r, sum);
	out_end();
}
