#include "io/council_explain.h"

#include "civic/bin_number.h"
#include "civic/date.h"
#include "io/out.h"

void
council_explain_fields(void)
{
	static const char *const fields[] = {
		"level", "council", "rule", "value", "limit", "verdict", "who",
		"known_by", "elsewhere", "cite", "law",
	};

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		out_field(fields[i]);
}

static void
put_text(struct council_rows *r)
{
	out_value(buf_str(&r->text));
	buf_clear(&r->text);
}

static void
put_day(long day)
{
	char date[11];

	date_format(day, date);
	out_text(date);
}

/* What was found: of the council, or of the one who breaks the rule. */
static void
put_value(struct council_rows *r, enum council_rule rule,
    const struct composition *c, const struct composition_member *m)
{
	const struct council_state *s = &c->state;

	if (rule == COUNCIL_REFORM) {
		put_day(m == NULL ? s->began : m->sitter->since);
		return;
	}
	if (rule == COUNCIL_SHARE)
		buf_printf(&r->text, "%ld/%ld", s->civil, s->members);
	else if (rule == COUNCIL_SIZE)
		buf_printf(&r->text, "%ld", council_size(r->law, s));
	else if (rule == COUNCIL_INFORM || rule == COUNCIL_ANNUAL)
		buf_printf(&r->text, "%ld", rule == COUNCIL_INFORM ?
		    s->activity.informed : s->activity.annual);
	else if (m != NULL)
		buf_printf(&r->text, "%ld", rule == COUNCIL_ONE_SEAT ?
		    m->org_seats : rule == COUNCIL_ONE_COUNCIL ? m->councils :
		    m->sitter->term);
	put_text(r);
}

static void
put_limit(struct council_rows *r, enum council_rule rule,
    const struct composition *c)
{
	const struct council_law *law = r->law;
	const struct council_level *level = &law->level[c->council->level];

	if (rule == COUNCIL_REFORM) {
		put_day(c->state.ends);
		return;
	}
	if (rule == COUNCIL_SHARE)
		buf_printf(&r->text, "%ld/%ld", law->part, law->whole);
	else if (rule == COUNCIL_INFORM || rule == COUNCIL_ANNUAL)
		buf_printf(&r->text, "%ld", rule == COUNCIL_INFORM ?
		    law->informs : 1);
	else if (rule != COUNCIL_SIZE)
		buf_printf(&r->text, "%ld", rule == COUNCIL_ONE_SEAT ?
		    law->seats : rule == COUNCIL_ONE_COUNCIL ? law->councils :
		    law->terms);
	else if (level->most == 0)
		buf_printf(&r->text, "%ld-", level->least);
	else
		buf_printf(&r->text, "%ld-%ld", level->least, level->most);
	put_text(r);
}

/* From `who` to `elsewhere`: who it is, known by what, and where else. */
static void
put_organisation(const struct seats_sitter *seat)
{
	out_value(seat->organisation);
	out_text(bin_number_check(seat->organisation) == BIN_GOOD ? "bin" :
	    "name");
	out_text("");
}

static void
put_member(struct council_rows *r, const struct composition_member *m,
    bool elsewhere)
{
	long count = 0;

	out_value(m->sitter->member);
	out_text(m->sitter->person.n > 0 ? "person" : "name");
	for (const struct composition_member *other = m->next; elsewhere &&
	    other != m && count < COUNCIL_ROWS_NAMED; other = other->next) {
		if (count++ > 0)
			buf_byte(&r->text, ';');
		buf_add(&r->text, other->council->council->name);
	}
	if (elsewhere && m->councils - 1 > count)
		buf_printf(&r->text, ";and %ld more", m->councils - 1 - count);
	put_text(r);
}

static void
put_verdict(struct council_rows *r, enum council_rule rule,
    const struct composition *c, const struct composition_member *m)
{
	out_value(r->law->level_name[c->council->level]);
	out_value(c->council->name);
	out_text(council_rule_name(rule));
	put_value(r, rule, c, m);
	put_limit(r, rule, c);
	out_text(council_verdict_name(c->state.verdict[rule]));
	if (m == NULL) {
		out_text("");
		out_text("");
		out_text("");
	} else if (rule == COUNCIL_ONE_SEAT)
		put_organisation(m->sitter);
	else
		put_member(r, m, rule == COUNCIL_ONE_COUNCIL);
	out_value(r->law->cite[rule]);
	out_value(r->law->name);
	out_end();
}

static void
put_rule(struct council_rows *r, enum council_rule rule,
    const struct composition *c)
{
	bool told = false;

	for (size_t i = 0; c->state.verdict[rule] == COUNCIL_NO &&
	    i < c->members[SEATS_NOW]; i++) {
		const struct composition_member *m = &c->member[SEATS_NOW][i];

		if (composition_breaks(r->law, rule, m)) {
			put_verdict(r, rule, c, m);
			told = true;
		}
	}
	if (!told)
		put_verdict(r, rule, c, NULL);
}

static void
put_movers(struct council_rows *r, const struct composition *c,
    enum seats_day day, const char *what)
{
	for (size_t i = 0; i < c->members[day]; i++) {
		const struct composition_member *m = &c->member[day][i];

		if (!m->moved)
			continue;
		out_value(r->law->level_name[c->council->level]);
		out_value(c->council->name);
		out_text(what);
		for (int j = 0; j < 3; j++)
			out_text("");
		put_member(r, m, false);
		out_text("");
		out_text("");
		out_end();
	}
}

void
council_explain_council(struct council_rows *r, const struct composition *c)
{
	for (enum council_rule i = 0; i < COUNCIL_RULES; i++)
		if (c->state.verdict[i] != COUNCIL_NONE)
			put_rule(r, i, c);
	if (!r->compares)
		return;
	put_movers(r, c, SEATS_NOW, "joined");
	put_movers(r, c, SEATS_BEFORE, "left");
}
