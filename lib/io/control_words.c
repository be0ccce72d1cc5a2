#include "io/control_words.h"

const char *
control_words_state(enum control_step step, enum control_state state)
{
	static const char *const word[] = {
		[CONTROL_IN_TIME] = "in-time", [CONTROL_LATE] = "late",
		[CONTROL_OVERDUE] = "overdue", [CONTROL_MISSED] = "missed",
		[CONTROL_OPEN] = "open",
	};
	static const char *const nothing[] = {
		[CONTROL_STEP_NOTICE] = "undated",
		[CONTROL_STEP_SENDING] = "not-yet",
		[CONTROL_STEP_ANSWER] = "not-received",
	};

	return state == CONTROL_NOTHING ? nothing[step] : word[state];
}

void
control_words_verdict(struct buf *out, const struct control_verdict *v)
{
	if (v->state == CONTROL_MISSED)
		buf_add(out, STR("missed"));
	else if (control_case_is_late(v))
		buf_printf(out, "%ld day%s %s", v->days,
		    v->days == 1 ? "" : "s",
		    v->state == CONTROL_LATE ? "late" : "overdue");
}

void
control_words_answer(struct buf *out, const struct control_reply *r)
{
	control_words_verdict(out, &r->is);
	if (!control_case_is_joint(r))
		return;
	if (control_case_is_late(&r->is))
		buf_add(out, STR(", "));
	buf_add(out, r->separate == CONTROL_JOINT ? STR("not separate") :
	    STR("not said to be separate"));
}

void
control_words_subjects(struct buf *out, const struct control_case *c)
{
	struct str subjects = c->act.subjects, standings = c->act.standing;
	struct str who, standing;
	const char *before = "";
	bool fits;

	if (c->is.subjects != CONTROL_UNFIT)
		return;
	while (control_subject(c->law, &subjects, &standings, &who, &standing,
	    &fits)) {
		if (fits)
			continue;
		buf_printf(out, "%s%.*s (%.*s)", before, STR_ARG(who),
		    STR_ARG(standing));
		before = ", ";
	}
}

void
control_words_document(struct buf *out, const struct control_case *c)
{
	const char *before = "lacks ";

	if (c->is.document != CONTROL_INCOMPLETE)
		return;
	for (size_t i = 0; i < c->law->need_name.count; i++) {
		if (!control_lacks(c->law, &c->act, i))
			continue;
		buf_printf(out, "%s%.*s", before,
		    STR_ARG(c->law->need_name.code[i]));
		before = ", ";
	}
}

void
control_words_cite(struct buf *out, const struct control_verdict *v)
{
	buf_add(out, v->cite);
	if (v->estimated.n > 0)
		buf_printf(out, " (the day of %.*s is an estimate)",
		    STR_ARG(v->estimated));
}

/*
 * Reasons one behind the other: each begins with its name, and is taken back
 * when there was nothing to say.
 */
struct reasons {
	struct buf *out;
	size_t first, begun, named;
};

static void
begin(struct reasons *r, const char *name, struct str no)
{
	r->begun = r->out->n;
	if (r->begun > r->first)
		buf_add(r->out, STR("; "));
	buf_printf(r->out, "%s%s%.*s: ", name, no.n > 0 ? " " : "",
	    STR_ARG(no));
	r->named = r->out->n;
}

/* True if something was said, of which an article is to follow. */
static bool
is_said(struct reasons *r)
{
	if (r->out->n > r->named) {
		buf_add(r->out, STR(" ["));
		return true;
	}
	r->out->n = r->begun;
	return false;
}

static void
end_by(struct reasons *r, const struct control_verdict *v)
{
	if (!is_said(r))
		return;
	control_words_cite(r->out, v);
	buf_byte(r->out, ']');
}

static void
end_with(struct reasons *r, struct str cite)
{
	if (!is_said(r))
		return;
	buf_add(r->out, cite);
	buf_byte(r->out, ']');
}

void
control_words_all(struct buf *out, const struct control_case *c)
{
	struct reasons r = { out, out->n, 0, 0 };

	for (size_t i = 0; i < c->is.notices; i++) {
		begin(&r, "notice", STR(""));
		control_words_verdict(out, &c->is.notice[i]);
		end_by(&r, &c->is.notice[i]);
	}
	begin(&r, "subjects", STR(""));
	control_words_subjects(out, c);
	end_with(&r, c->law->subjects_cite);
	begin(&r, "document", STR(""));
	control_words_document(out, c);
	end_with(&r, c->law->document_cite);
	begin(&r, "sending", STR(""));
	control_words_verdict(out, &c->is.sending);
	end_by(&r, &c->is.sending);
	for (size_t i = 0; i < c->replies; i++) {
		begin(&r, "answer", c->reply[i].no);
		control_words_answer(out, &c->reply[i]);
		end_by(&r, &c->reply[i].is);
	}
	if (c->refused > 0)
		buf_printf(out, "%s%zu recommendation%s refused",
		    out->n > r.first ? "; " : "", c->refused,
		    c->refused == 1 ? "" : "s");
}
