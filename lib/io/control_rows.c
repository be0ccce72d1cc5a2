#include "io/control_rows.h"

#include "civic/date.h"
#include "io/control_words.h"
#include "io/out.h"

static void
put_fields(const char *const *field, size_t count)
{
	for (size_t i = 0; i < count; i++)
		out_field(field[i]);
}

void
control_rows_fields(void)
{
	static const char *const field[] = {
		"control", "form", "object", "from", "until", "notice",
		"notice_due", "notice_days", "conform", "complete", "sending",
		"sending_due", "sending_days", "recommendations", "in_time",
		"late", "overdue", "open", "not_received", "not_separate",
		"overdue_days", "next", "next_on", "wrong",
	};

	put_fields(field, sizeof(field) / sizeof(*field));
}

void
control_rows_explain_fields(void)
{
	static const char *const field[] = {
		"control", "form", "object", "step", "no", "state", "since",
		"due", "on", "days", "cite", "wrong",
	};

	put_fields(field, sizeof(field) / sizeof(*field));
}

static void
put_day(long day)
{
	char date[11] = "";

	if (day != CONTROL_NO_DAY)
		date_format(day, date);
	out_text(date);
}

/* The text so far, as a value. */
static void
put_text(struct control_rows *r)
{
	out_value(r->text.n > 0 ? buf_str(&r->text) : STR(""));
	buf_clear(&r->text);
}

static void
put_days(long days)
{
	if (days > 0)
		out_number(days);
	else
		out_text("");
}

static void
put_verdict(enum control_step step, const struct control_verdict *v)
{
	out_text(v == NULL ? "" : control_words_state(step, v->state));
	put_day(v == NULL ? CONTROL_NO_DAY : v->due);
	put_days(v == NULL ? 0 : v->days);
}

static void
put_replies(const struct control_case *c)
{
	int64_t state[CONTROL_STATES] = { 0 }, joint = 0;
	long longest = 0;

	for (size_t i = 0; i < c->replies; i++) {
		const struct control_verdict *v = &c->reply[i].is;

		state[v->state]++;
		joint += control_case_is_joint(&c->reply[i]);
		if (v->state == CONTROL_OVERDUE && v->days > longest)
			longest = v->days;
	}
	out_number((int64_t)c->replies);
	out_number(state[CONTROL_IN_TIME]);
	out_number(state[CONTROL_LATE]);
	out_number(state[CONTROL_OVERDUE]);
	out_number(state[CONTROL_OPEN]);
	out_number(state[CONTROL_NOTHING]);
	out_number(joint);
	put_days(longest);
}

static const char *const step_name[] = {
	[CONTROL_STEP_NOTICE] = "notice", [CONTROL_STEP_SENDING] = "sending",
	[CONTROL_STEP_ANSWER] = "answer",
};

static void
put_next(struct control_rows *r, const struct control_owed *o, bool is_owed)
{
	if (is_owed) {
		buf_add(&r->text, str_of(step_name[o->step]));
		if (o->no.n > 0)
			buf_printf(&r->text, " %.*s", STR_ARG(o->no));
	}
	put_text(r);
	put_day(is_owed ? o->due : CONTROL_NO_DAY);
}

static void
put_act(const struct control_act *act)
{
	out_value(act->id);
	out_value(act->form);
	out_value(act->object);
}

void
control_rows_print(struct control_rows *r, const struct control_case *c)
{
	static const char *const conform[] = { "", "yes", "no" };
	struct control_owed o;
	bool is_owed = control_case_next(c, &o);
	bool is_near = is_owed && o.due <= r->by;

	r->owed += is_near;
	if (r->only_owed && !is_near)
		return;
	put_act(&c->act);
	put_day(c->act.day[CONTROL_FROM]);
	put_day(c->act.day[CONTROL_UNTIL]);
	put_verdict(CONTROL_STEP_NOTICE, control_case_notice(c));
	out_text(conform[c->is.subjects]);
	out_text(conform[c->is.document]);
	put_verdict(CONTROL_STEP_SENDING, &c->is.sending);
	put_replies(c);
	put_next(r, &o, is_owed);
	control_words_all(&r->text, c);
	put_text(r);
	out_end();
}

/* Begin a verdict's record; false if it is not to be printed. */
static bool
begin(const struct control_rows *r, const struct control_case *c,
    const char *step, struct str no, const struct control_verdict *v)
{
	bool is_near = v != NULL && control_is_owed(v) && v->due <= r->by;

	if (r->only_owed && !is_near)
		return false;
	put_act(&c->act);
	out_text(step);
	out_value(no);
	return true;
}

static void
put_term(struct control_rows *r, enum control_step step,
    const struct control_verdict *v)
{
	out_text(control_words_state(step, v->state));
	put_day(v->since);
	put_day(v->due);
	put_day(v->on);
	put_days(v->days);
	control_words_cite(&r->text, v);
	put_text(r);
}

static void
explain_term(struct control_rows *r, const struct control_case *c,
    enum control_step step, const struct control_verdict *v)
{
	if (!begin(r, c, step_name[step], STR(""), v))
		return;
	put_term(r, step, v);
	control_words_verdict(&r->text, v);
	put_text(r);
	out_end();
}

/* What has no term: a state, its article and what is wrong. */
static void
explain_state(struct control_rows *r, const struct control_case *c,
    const char *step, const char *state, struct str cite,
    void (*words)(struct buf *out, const struct control_case *c))
{
	if (!begin(r, c, step, STR(""), NULL))
		return;
	out_text(state);
	for (int i = 0; i < 4; i++)
		out_text("");
	out_value(cite);
	words(&r->text, c);
	put_text(r);
	out_end();
}

static void
explain_replies(struct control_rows *r, const struct control_case *c)
{
	for (size_t i = 0; i < c->replies; i++) {
		const struct control_reply *reply = &c->reply[i];

		if (!begin(r, c, step_name[CONTROL_STEP_ANSWER], reply->no,
		    &reply->is))
			continue;
		put_term(r, CONTROL_STEP_ANSWER, &reply->is);
		control_words_answer(&r->text, reply);
		put_text(r);
		out_end();
	}
}

void
control_rows_explain(struct control_rows *r, const struct control_case *c)
{
	static const char *const conform[] = { "not-said", "conform",
		"unfit" };
	static const char *const complete[] = { "none", "complete",
		"incomplete" };
	struct control_owed o;

	r->owed += control_case_next(c, &o) && o.due <= r->by;
	for (size_t i = 0; i < c->is.notices; i++)
		explain_term(r, c, CONTROL_STEP_NOTICE, &c->is.notice[i]);
	explain_state(r, c, "subjects", conform[c->is.subjects],
	    c->law->subjects_cite, control_words_subjects);
	explain_state(r, c, "document", complete[c->is.document],
	    c->law->document_cite, control_words_document);
	explain_term(r, c, CONTROL_STEP_SENDING, &c->is.sending);
	explain_replies(r, c);
}
