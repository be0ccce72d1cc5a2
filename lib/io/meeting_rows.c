#include <limits.h>

#include "civic/date.h"
#include "io/meeting_rows.h"
#include "io/out.h"

void
meeting_rows_fields(const struct rec *in)
{
	static const char *const fields[] = { "present", "quorum",
		"notice_by", "notice", "chair_holds", "secretary_holds",
		"carried", "not_carried", "absent_often", "lawful", "reasons",
		"cite" };

	out_fields(in);
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		out_field(fields[i]);
}

void
meeting_rows_explain_fields(void)
{
	static const char *const fields[] = { "council", "meeting", "on",
		"rule", "what", "verdict", "detail", "cite", "law" };

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		out_field(fields[i]);
}

static void
add_day(struct buf *out, long day)
{
	char date[11];

	date_format(day, date);
	buf_add(out, str_of(date));
}

static void
add_notice(struct buf *out, const struct meeting *one)
{
	if (one->notice_by == LONG_MIN) {
		buf_add(out, one->notice_why);
		return;
	}
	if (one->notice == LONG_MIN)
		buf_add(out, STR("not recorded"));
	else {
		buf_add(out, STR("given on "));
		add_day(out, one->notice);
	}
	buf_add(out, STR(", the last day was "));
	add_day(out, one->notice_by);
}

static void
add_quorum(struct buf *out, const struct meetings *m,
    const struct meeting *one)
{
	struct meeting_share need = one->law->quorum;
	bool holds;

	if (!m->attended)
		buf_add(out, STR("who was present is not recorded"));
	else if (one->members == LONG_MIN || one->members == 0)
		buf_printf(out, "%ld present, and how many members there are "
		    "is not recorded", one->present);
	else if (one->present > one->members)
		buf_printf(out, "%ld present are more than the %ld members",
		    one->present, one->members);
	else {
		holds = meeting_has(need, one->present, one->members);
		buf_printf(out, "%ld x %ld = %ld %s %ld x %ld = %ld, %ld "
		    "needed", need.whole, one->present,
		    need.whole * one->present, need.more ?
		    holds ? ">" : "<=" : holds ? ">=" : "<", need.part,
		    one->members, need.part * one->members,
		    meeting_needed(need, one->members));
	}
}

static void
add_absent(struct buf *out, const struct meeting *one)
{
	const char *before = "";

	for (size_t i = 0; i < one->names; i++)
		if (one->named[i].absences > 0) {
			buf_printf(out, "%s%.*s %ld times in %d months", before,
			    STR_ARG(one->named[i].name),
			    one->named[i].absences, one->law->months);
			before = ", ";
		}
}

void
meeting_rows_detail(struct buf *out, const struct meetings *m,
    const struct meeting *one, enum meeting_rule rule)
{
	bool open = one->verdict[rule] == MEETING_OPEN;

	switch (rule) {
	case MEETING_NOTICE:
		add_notice(out, one);
		break;
	case MEETING_QUORUM:
		add_quorum(out, m, one);
		break;
	case MEETING_CHAIR:
		buf_add(out, open ? STR("not recorded whether the chair is a "
		    "civil servant") : STR("the chair is a civil servant"));
		break;
	case MEETING_SECRETARY:
		buf_add(out, open ? STR("not recorded whether the secretary is "
		    "a member") : STR("the secretary is a member"));
		break;
	default:
		add_absent(out, one);
		break;
	}
}

void
meeting_rows_vote(struct buf *out, const struct meetings *m,
    const struct meeting *one, const struct meetings_vote *v)
{
	struct meeting_share need;
	bool holds;

	buf_printf(out, "%ld for, %ld against, %ld abstained", v->in_favour,
	    v->against, v->abstained);
	if (one->verdict[MEETING_QUORUM] == MEETING_NO) {
		buf_add(out, STR("; without a quorum nothing is decided"));
		return;
	}
	if (!m->attended || one->law->majorities == 0)
		return;
	need = one->law->majority[v->majority].need;
	holds = meeting_has(need, v->in_favour, one->present);
	buf_printf(out, "; %ld x %ld = %ld %s %ld x %ld = %ld", need.whole,
	    v->in_favour, need.whole * v->in_favour, need.more ?
	    holds ? ">" : "<=" : holds ? ">=" : "<", need.part, one->present,
	    need.part * one->present);
}

static void
separate(struct buf *out)
{
	if (out->n > 0)
		buf_add(out, STR("; "));
}

static struct str
vote_cite(const struct meeting *one, const struct meetings_vote *v)
{
	if (one->verdict[MEETING_QUORUM] == MEETING_NO)
		return one->law->cite[MEETING_QUORUM];
	return one->law->majorities == 0 ? STR("") :
	    one->law->majority[v->majority].cite;
}

static void
add_reasons(struct buf *out, const struct meetings *m,
    const struct meeting *one)
{
	for (enum meeting_rule i = 0; i < MEETING_RULES; i++) {
		if (one->verdict[i] < MEETING_OPEN)
			continue;
		separate(out);
		buf_printf(out, "%s %.*s: ", meeting_rule_name(i),
		    STR_ARG(one->law->cite[i]));
		meeting_rows_detail(out, m, one, i);
	}
	for (size_t i = 0; i < one->votes; i++) {
		const struct meetings_vote *v = &one->vote[i];
		struct str cite = vote_cite(one, v);

		if (v->carried != MEETING_NO)
			continue;
		separate(out);
		buf_printf(out, "item %.*s %.*s: ", STR_ARG(v->item),
		    STR_ARG(cite));
		meeting_rows_vote(out, m, one, v);
	}
	if (one->refused > 0) {
		separate(out);
		buf_printf(out, "%zu vote%s refused", one->refused,
		    one->refused == 1 ? " was" : "s were");
	}
}

static void
put_text(struct buf *text)
{
	out_value(buf_str(text));
	buf_clear(text);
}

static void
put_if(bool there, long number)
{
	if (there)
		out_number(number);
	else
		out_text("");
}

/* The articles of all that was asked. */
static void
add_cites(struct buf *out, const struct meeting *one)
{
	for (enum meeting_rule i = 0; i < MEETING_RULES; i++)
		if (one->verdict[i] != MEETING_NONE)
			buf_printf(out, "%s %.*s; ", meeting_rule_name(i),
			    STR_ARG(one->law->cite[i]));
	buf_add(out, one->law->name);
}

void
meeting_rows_print(const struct meetings *m, const struct meeting *one,
    size_t values)
{
	const enum meeting_verdict *v = one->verdict;
	struct buf text = { 0 };
	long votes[MEETING_NO + 1] = { 0 };

	for (size_t i = 0; i < one->votes; i++)
		votes[one->vote[i].carried]++;
	for (size_t i = 0; i < values; i++)
		out_raw(one->raw[i]);
	put_if(m->attended, one->present);
	out_text(meeting_verdict_name(v[MEETING_QUORUM]));
	if (one->notice_by != LONG_MIN)
		add_day(&text, one->notice_by);
	put_text(&text);
	out_text(meeting_verdict_name(v[MEETING_NOTICE]));
	out_text(meeting_verdict_name(v[MEETING_CHAIR]));
	out_text(meeting_verdict_name(v[MEETING_SECRETARY]));
	put_if(m->voted && m->attended, votes[MEETING_YES]);
	put_if(m->voted && m->attended, votes[MEETING_NO]);
	put_if(v[MEETING_ABSENCE] != MEETING_NONE, one->over);
	out_text(meeting_verdict_name(meetings_lawful(one)));
	add_reasons(&text, m, one);
	put_text(&text);
	add_cites(&text, one);
	put_text(&text);
	out_end();
	buf_free(&text);
}

static void
put_verdict(const struct meeting *one, const char *rule, struct str what,
    enum meeting_verdict verdict, struct buf *detail, struct str cite)
{
	out_value(one->council);
	out_raw(one->no);
	out_value(one->on_text);
	out_text(rule);
	out_value(what);
	out_text(meeting_verdict_name(verdict));
	put_text(detail);
	out_value(cite);
	out_value(one->law->name);
	out_end();
}

void
meeting_rows_explain(const struct meetings *m, const struct meeting *one)
{
	struct buf text = { 0 };

	for (enum meeting_rule i = 0; i < MEETING_RULES; i++) {
		if (one->verdict[i] == MEETING_NONE)
			continue;
		if (one->verdict[i] >= MEETING_OPEN || i <= MEETING_QUORUM)
			meeting_rows_detail(&text, m, one, i);
		put_verdict(one, meeting_rule_name(i), i == MEETING_CHAIR ?
		    one->chair : i == MEETING_SECRETARY ? one->secretary :
		    STR(""), one->verdict[i], &text, one->law->cite[i]);
	}
	for (size_t i = 0; i < one->votes; i++) {
		const struct meetings_vote *v = &one->vote[i];

		meeting_rows_vote(&text, m, one, v);
		put_verdict(one, "vote", v->item, v->carried, &text,
		    vote_cite(one, v));
	}
	buf_free(&text);
}
