#include "civic/track_judge.h"

/* A judgement under way. */
struct judge {
	const struct track *t;
	struct track_law *law;
	const struct track_proposal *p;
	const struct track_watch *watch;
	struct track_verdict *v;
};

void
track_judge_open(struct arena *a, struct track_law *law,
    const struct terms_term *answer, const struct terms_term *forward,
    const struct terms_term *notice, const struct calendar *c)
{
	size_t days = (size_t)(c->last - c->first) + 1;
	int32_t count = 0;

	law->calendar = c;
	law->answer = terms_open(a, answer, c);
	law->forward = terms_open(a, forward, c);
	law->notice = terms_open(a, notice, c);
	law->worked = arena_array(a, days, sizeof(*law->worked));
	for (size_t i = 0; i < days; i++) {
		count += calendar_works(c, c->first + (long)i);
		law->worked[i] = count;
	}
}

static bool
happened(const struct judge *j, int32_t on)
{
	return on != TRACK_NO_DAY && on <= j->law->day;
}

static void
see(const struct judge *j, enum track_step step, int32_t on, int32_t limit,
    uint32_t body, struct str cite)
{
	struct track_seen seen = { step, on, limit, TRACK_NO_DAY, body,
		TRACK_NONE, 0, cite };

	if (j->watch != NULL)
		j->watch->see(j->watch->arg, &seen);
}

/* The last day to pass it on, of what came on a day; no day without a law. */
static int32_t
forward_limit(const struct judge *j, int32_t came, struct str *cite)
{
	struct terms_answer a;

	*cite = STR("");
	if (terms_look_from(&j->law->forward, j->p->received, came, &a) !=
	    TERMS_GOOD)
		return TRACK_NO_DAY;
	*cite = terms_cite(&a);
	return (int32_t)a.due;
}

static void
worst_forward(struct track_verdict *v, int32_t on, int32_t limit)
{
	if (limit != TRACK_NO_DAY && on > limit &&
	    on - limit > v->forward_late)
		v->forward_late = on - limit;
}

/*
 * From body to body, until one has it.  Without a route the office that
 * registered it has; what is not passed on yet is owed by whoever has it.
 */
static void
follow_routes(struct judge *j)
{
	struct track_verdict *v = j->v;
	int32_t came = j->p->received;
	uint32_t i = j->p->route;
	struct str cite;

	v->body = j->law->routes_told ? TRACK_NONE : j->p->body;
	for (; i != TRACK_NONE; i = j->t->route[i].next) {
		const struct track_route *r = &j->t->route[i];

		if (!happened(j, r->on))
			break;
		v->forward_by = forward_limit(j, came, &cite);
		v->forwarded = came = r->on;
		v->body = r->body;
		worst_forward(v, r->on, v->forward_by);
		see(j, TRACK_SEE_FORWARDED, r->on, v->forward_by, r->body,
		    cite);
	}
	if (j->law->routes_told && (i != TRACK_NONE || v->body == TRACK_NONE)) {
		v->owes = TRACK_FORWARD;
		v->owed_by = v->forward_by = forward_limit(j, came, &cite);
	}
}

/* A last day off moves on, where the edition says so. */
static int32_t
rolled(const struct judge *j, int32_t day)
{
	const struct calendar *c = j->law->calendar;

	while (j->v->term.edition->rolls && calendar_knows(c, day) &&
	    !calendar_works(c, day))
		day++;
	return day;
}

static bool
told_in_time(const struct judge *j, const struct track_extension *e)
{
	struct terms_answer a;
	long by = happened(j, e->told_on) ? e->told_on : j->law->day;

	return terms_look_from(&j->law->notice, j->p->received,
	    e->decided_on, &a) != TERMS_GOOD || by <= a.due;
}

/* What is wrong with an extension; *term is the longer one it may make. */
static unsigned
judge_extension(const struct judge *j, const struct track_extension *e,
    struct terms_answer *term)
{
	unsigned wrong = 0;

	switch (terms_extend(j->law->calendar, j->p->received, e->decided_on,
	    NULL, term)) {
	case TERMS_GOOD:
		if (e->until > term->due)
			wrong |= TRACK_LONG;
		break;
	case TERMS_NOT_EXTENDED:
		wrong |= TRACK_NO_SUCH;
		break;
	case TERMS_DECIDED_LATE:
		wrong |= TRACK_AFTER;
		break;
	default:
		/* What ends within the calendar ends before the limit. */
		if (!calendar_knows(j->law->calendar, e->until))
			wrong |= TRACK_UNCOUNTED;
		term->extended = true;
	}
	if (e->until <= j->v->due)
		wrong |= TRACK_SHORT;
	if (!e->reasoned)
		wrong |= TRACK_UNREASONED;
	if (!told_in_time(j, e))
		wrong |= TRACK_UNTOLD;
	/* Whatever the limit is, what is wrong otherwise is not lawful. */
	if (wrong > TRACK_UNCOUNTED)
		wrong -= TRACK_UNCOUNTED;
	return wrong;
}

static void
take_extension(struct judge *j, uint32_t number)
{
	const struct track_extension *e = &j->t->extension[number];
	struct track_verdict *v = j->v;
	struct terms_answer term = v->term;
	unsigned wrong = judge_extension(j, e, &term);
	struct track_seen seen = { TRACK_SEE_EXTENDED, e->decided_on,
		TRACK_NO_DAY, e->until, v->body, number, wrong,
		terms_cite(&term) };

	v->until = e->until;
	v->unlawful |= wrong;
	if (term.extended && !(wrong & TRACK_UNCOUNTED))
		seen.limit = (int32_t)term.due;
	if (wrong & TRACK_LONG)
		v->limit = (int32_t)term.due;
	if (wrong == 0) {
		v->extended = true;
		v->term = term;
		v->term.last = e->until;
		v->due = rolled(j, e->until);
		v->term.due = v->due;
	}
	if (wrong == TRACK_UNCOUNTED) {
		v->fault = TERMS_RUNS_OUT;
		v->due = TRACK_NO_DAY;
	}
	if (j->watch != NULL)
		j->watch->see(j->watch->arg, &seen);
}

/* The due day, or why there is none. */
static bool
count_term(struct judge *j)
{
	struct track_verdict *v = j->v;
	int32_t received = j->p->received;

	v->undated = received == TRACK_NO_DAY;
	if (v->undated)
		return false;
	v->fault = terms_look(&j->law->answer, received, &v->term);
	if (v->fault == TERMS_GOOD && v->term.edition->restarts &&
	    v->forwarded != TRACK_NO_DAY)
		v->fault = terms_look_from(&j->law->answer, received,
		    v->forwarded, &v->term);
	if (v->fault != TERMS_GOOD)
		return false;
	v->due = (int32_t)v->term.due;
	for (uint32_t i = j->p->extension; i != TRACK_NONE && v->due !=
	    TRACK_NO_DAY; i = j->t->extension[i].next)
		if (happened(j, j->t->extension[i].decided_on))
			take_extension(j, i);
	if (v->due == TRACK_NO_DAY)
		return false;
	see(j, TRACK_SEE_DUE, v->due, TRACK_NO_DAY, v->body,
	    terms_cite(&v->term));
	return true;
}

static void
count_late(struct judge *j, int32_t limit, long on)
{
	const struct calendar *c = j->law->calendar;

	if (limit == TRACK_NO_DAY || on <= limit)
		return;
	j->v->late = (int32_t)(on - limit);
	j->v->late_working = -1;
	if (calendar_knows(c, on) && calendar_knows(c, limit))
		j->v->late_working = j->law->worked[on - c->first] -
		    j->law->worked[limit - c->first];
}

static void
judge_answered(struct judge *j, bool counted)
{
	struct track_verdict *v = j->v;
	int32_t on = j->p->answered_on;

	v->owes = TRACK_NOTHING;
	v->owed_by = TRACK_NO_DAY;
	v->other_body = v->body != TRACK_NONE &&
	    j->p->answered_by != v->body;
	count_late(j, v->due, on);
	v->state = !counted ? TRACK_UNDATED : v->late > 0 ? TRACK_LATE :
	    TRACK_ANSWERED;
	see(j, TRACK_SEE_ANSWERED, on, v->due, j->p->answered_by, STR(""));
}

/* What is not passed on in time is late before the answer is. */
static void
judge_open(struct judge *j, bool counted)
{
	struct track_verdict *v = j->v;
	long day = j->law->day;

	if (v->owes == TRACK_NOTHING || v->owed_by == TRACK_NO_DAY) {
		v->owes = TRACK_ANSWER;
		v->owed_by = v->due;
	} else
		worst_forward(v, (int32_t)day, v->owed_by);
	count_late(j, v->owed_by, day);
	v->state = !counted ? TRACK_UNKNOWN : day > v->due ? TRACK_OVERDUE :
	    v->extended ? TRACK_EXTENDED : v->body != TRACK_NONE ?
	    TRACK_FORWARDED : TRACK_REGISTERED;
}

void
track_judge(const struct track *t, struct track_law *law, size_t number,
    const struct track_watch *watch, struct track_verdict *v)
{
	struct judge j = { t, law, &t->list[number], watch, v };
	bool counted;

	*v = (struct track_verdict){ .body = TRACK_NONE,
		.forwarded = TRACK_NO_DAY, .forward_by = TRACK_NO_DAY,
		.due = TRACK_NO_DAY, .owed_by = TRACK_NO_DAY,
		.until = TRACK_NO_DAY, .limit = TRACK_NO_DAY,
		.state = TRACK_FUTURE };
	if (j.p->received != TRACK_NO_DAY && !happened(&j, j.p->received))
		return;
	see(&j, TRACK_SEE_REGISTERED, j.p->received, TRACK_NO_DAY, TRACK_NONE,
	    STR(""));
	follow_routes(&j);
	counted = count_term(&j);
	v->answered = j.p->answered && happened(&j, j.p->answered_on);
	if (v->answered)
		judge_answered(&j, counted);
	else
		judge_open(&j, counted);
}
