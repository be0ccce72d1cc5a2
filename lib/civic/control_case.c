#include "civic/control_case.h"

/* Take it, if it is owed before what was found so far. */
static void
offer(const struct control_verdict *v, enum control_step step, struct str no,
    struct control_owed *o, bool *found)
{
	if (!control_is_owed(v) || (*found && v->due >= o->due))
		return;
	*o = (struct control_owed){ step, no, v->due };
	*found = true;
}

bool
control_case_next(const struct control_case *c, struct control_owed *o)
{
	bool found = false;

	for (size_t i = 0; i < c->is.notices; i++)
		offer(&c->is.notice[i], CONTROL_STEP_NOTICE, STR(""), o,
		    &found);
	offer(&c->is.sending, CONTROL_STEP_SENDING, STR(""), o, &found);
	for (size_t i = 0; i < c->replies; i++)
		offer(&c->reply[i].is, CONTROL_STEP_ANSWER, c->reply[i].no, o,
		    &found);
	return found;
}

bool
control_case_is_joint(const struct control_reply *r)
{
	return r->separate != CONTROL_SEPARATE &&
	    (r->is.state == CONTROL_IN_TIME || r->is.state == CONTROL_LATE);
}

bool
control_case_is_late(const struct control_verdict *v)
{
	return v->state == CONTROL_LATE || v->state == CONTROL_OVERDUE ||
	    v->state == CONTROL_MISSED;
}

bool
control_case_is_wrong(const struct control_case *c)
{
	bool wrong = c->is.subjects == CONTROL_UNFIT ||
	    c->is.document == CONTROL_INCOMPLETE ||
	    control_case_is_late(&c->is.sending) || c->refused > 0;

	for (size_t i = 0; i < c->is.notices; i++)
		wrong |= control_case_is_late(&c->is.notice[i]);
	for (size_t i = 0; i < c->replies; i++)
		wrong |= control_case_is_late(&c->reply[i].is) ||
		    control_case_is_joint(&c->reply[i]);
	return wrong;
}

const struct control_verdict *
control_case_notice(const struct control_case *c)
{
	static const int badness[CONTROL_STATES] = {
		[CONTROL_NOTHING] = 0, [CONTROL_IN_TIME] = 1,
		[CONTROL_OPEN] = 2, [CONTROL_OVERDUE] = 3, [CONTROL_LATE] = 3,
		[CONTROL_MISSED] = 4,
	};
	const struct control_verdict *worst = NULL;

	for (size_t i = 0; i < c->is.notices; i++) {
		const struct control_verdict *v = &c->is.notice[i];
		int by = worst == NULL ? 1 :
		    badness[v->state] - badness[worst->state];

		if (by > 0 || (by == 0 && v->due < worst->due))
			worst = v;
	}
	return worst;
}
