#include "io/track_rows.h"

#include "civic/date.h"
#include "io/kind.h"
#include "io/out.h"

void
track_rows_fields(const struct track_rows *r)
{
	static const char *const fields[] = { "received", "body",
		"forwarded_on", "forward_by", "due", "state", "late",
		"late_working", "owes", "owed_by", "extended_until",
		"extension", "answer", "answered_on", "act", "wrong", "cite" };

	out_field("proposal");
	if (r->titled)
		out_field("title");
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		out_field(fields[i]);
}

void
track_rows_day(int32_t day)
{
	char date[11];

	if (day == TRACK_NO_DAY) {
		out_raw(STR(""));
		return;
	}
	date_format(day, date);
	out_raw((struct str){ date, 10 });
}

static void
put_if(bool there, int64_t number)
{
	if (there)
		out_number(number);
	else
		out_raw(STR(""));
}

static void
put_key(const struct map *m, uint32_t number)
{
	out_value(number == TRACK_NONE ? STR("") : map_key(m, number));
}

static void
put_text(struct track_rows *r)
{
	out_value(r->text.n > 0 ? buf_str(&r->text) : STR(""));
	buf_clear(&r->text);
}

/* Start another reason behind those before it. */
static struct buf *
reason(struct buf *out)
{
	if (out->n > 0)
		buf_add(out, STR("; "));
	return out;
}

void
track_rows_unlawful(struct buf *out, unsigned unlawful, int32_t limit)
{
	static const struct {
		unsigned bit;
		const char *why;
	} words[] = {
		{ TRACK_NO_SUCH, "extended, which the law does not know" },
		{ TRACK_AFTER, "extended after it was due" },
		{ TRACK_LONG, "extended for longer than the law allows" },
		{ TRACK_SHORT, "extended to a day that is not later" },
		{ TRACK_UNREASONED, "extended without a reason" },
		{ TRACK_UNTOLD, "of the extension the author was not told in "
		    "time" },
		{ TRACK_UNCOUNTED, "extended beyond the calendar" },
	};
	char day[11];

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (!(unlawful & words[i].bit))
			continue;
		buf_add(reason(out), str_of(words[i].why));
		if (words[i].bit != TRACK_LONG || limit == TRACK_NO_DAY)
			continue;
		date_format(limit, day);
		buf_printf(out, ", %s", day);
	}
}

const char *
track_rows_verdict(unsigned unlawful)
{
	if (unlawful == 0)
		return "lawful";
	return unlawful == TRACK_UNCOUNTED ? "unknown" : "unlawful";
}

static void
add_days(struct buf *out, const char *what, int32_t days)
{
	buf_printf(reason(out), "%s %d day%s late", what, days,
	    days == 1 ? "" : "s");
}

/* Why the term cannot be counted. */
static void
add_unknown(struct track_rows *r, const struct track_verdict *v)
{
	if (v->undated)
		buf_add(reason(&r->text), STR("no day of registration"));
	else if (v->fault != TERMS_GOOD)
		terms_why(v->fault, r->law->answer.term, r->law->calendar,
		    NULL, reason(&r->text));
}

static void
put_reasons(struct track_rows *r, const struct track_proposal *p,
    const struct track_verdict *v)
{
	add_unknown(r, v);
	if (v->forward_late > 0)
		add_days(&r->text, "forwarding", v->forward_late);
	if (v->state == TRACK_OVERDUE)
		add_days(&r->text, "answer", (int32_t)r->law->day - v->due);
	else if (v->state == TRACK_LATE)
		add_days(&r->text, "answer", v->late);
	track_rows_unlawful(&r->text, v->unlawful, v->limit);
	if (v->other_body) {
		buf_add(reason(&r->text), STR("answered by another body, "));
		buf_add(&r->text, map_key(&r->t->bodies, p->answered_by));
	}
	if (p->refused > 0)
		buf_printf(reason(&r->text), "%u record%s refused",
		    p->refused, p->refused == 1 ? "" : "s");
	put_text(r);
}

static void
put_cite(struct track_rows *r, const struct track_verdict *v)
{
	if (v->due == TRACK_NO_DAY)
		out_raw(STR(""));
	else if (v->term.estimated.n == 0)
		out_value(terms_cite(&v->term));
	else {
		buf_printf(&r->text, "%.*s (the day of %.*s is an estimate)",
		    STR_ARG(terms_cite(&v->term)), STR_ARG(v->term.estimated));
		put_text(r);
	}
}

static void
put_state(enum track_state state)
{
	static const char *const word[] = { "future", "unknown", "registered",
		"forwarded", "extended", "overdue", "answered", "late",
		"undated" };

	out_text(word[state]);
}

static void
put_owed(const struct track_verdict *v)
{
	static const char *const owed[] = { "", "forward", "answer" };

	put_if(v->late > 0, v->late);
	put_if(v->late > 0 && v->late_working >= 0, v->late_working);
	out_text(owed[v->owes]);
	track_rows_day(v->owed_by);
}

static void
put_answer(const struct track_rows *r, const struct track_proposal *p,
    const struct track_verdict *v)
{
	out_value(v->answered ? kind_vocab("answers")->entry[p->answer].code :
	    STR(""));
	track_rows_day(v->answered ? p->answered_on : TRACK_NO_DAY);
	put_key(&r->t->acts, v->answered ? p->act : TRACK_NONE);
}

void
track_rows_put(struct track_rows *r, size_t number)
{
	const struct track_proposal *p = &r->t->list[number];
	struct track_verdict v;

	track_judge(r->t, r->law, number, NULL, &v);
	out_value(map_key(&r->t->ids, number));
	if (r->titled)
		out_value((struct str){ p->title, p->titled });
	track_rows_day(p->received);
	put_key(&r->t->bodies, v.body);
	track_rows_day(v.forwarded);
	track_rows_day(v.forward_by);
	track_rows_day(v.due);
	put_state(v.state);
	put_owed(&v);
	track_rows_day(v.until);
	out_text(v.until == TRACK_NO_DAY ? "" :
	    track_rows_verdict(v.unlawful));
	put_answer(r, p, &v);
	put_reasons(r, p, &v);
	put_cite(r, &v);
	out_end();
}

void
track_rows_free(struct track_rows *r)
{
	buf_free(&r->text);
}
