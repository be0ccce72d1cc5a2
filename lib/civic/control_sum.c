#include "civic/control_sum.h"

const char *const control_sum_name[CONTROL_SUM_PLACES] = {
	[CONTROL_SUM_ACTS] = "acts",
	[CONTROL_SUM_WRONG] = "wrong",
	[CONTROL_SUM_REFUSED] = "refused",
	[CONTROL_SUM_SUBJECTS + CONTROL_NOT_SAID] = "subjects_not_said",
	[CONTROL_SUM_SUBJECTS + CONTROL_CONFORM] = "subjects_conform",
	[CONTROL_SUM_SUBJECTS + CONTROL_UNFIT] = "subjects_unfit",
	[CONTROL_SUM_DOCUMENTS + CONTROL_NO_DOCUMENT] = "document_none",
	[CONTROL_SUM_DOCUMENTS + CONTROL_COMPLETE] = "document_complete",
	[CONTROL_SUM_DOCUMENTS + CONTROL_INCOMPLETE] = "document_incomplete",
#define STATE(of, state) [of + 1 + state]
	[CONTROL_SUM_NOTICES] = "notices",
	STATE(CONTROL_SUM_NOTICES, CONTROL_NOTHING) = "notice_undated",
	STATE(CONTROL_SUM_NOTICES, CONTROL_IN_TIME) = "notice_in_time",
	STATE(CONTROL_SUM_NOTICES, CONTROL_LATE) = "notice_late",
	STATE(CONTROL_SUM_NOTICES, CONTROL_OVERDUE) = "notice_overdue",
	STATE(CONTROL_SUM_NOTICES, CONTROL_MISSED) = "notice_missed",
	STATE(CONTROL_SUM_NOTICES, CONTROL_OPEN) = "notice_open",
	[CONTROL_SUM_SENDINGS] = "sendings",
	STATE(CONTROL_SUM_SENDINGS, CONTROL_NOTHING) = "sending_not_yet",
	STATE(CONTROL_SUM_SENDINGS, CONTROL_IN_TIME) = "sending_in_time",
	STATE(CONTROL_SUM_SENDINGS, CONTROL_LATE) = "sending_late",
	STATE(CONTROL_SUM_SENDINGS, CONTROL_OVERDUE) = "sending_overdue",
	STATE(CONTROL_SUM_SENDINGS, CONTROL_OPEN) = "sending_open",
	[CONTROL_SUM_ANSWERS] = "recommendations",
	STATE(CONTROL_SUM_ANSWERS, CONTROL_NOTHING) = "not_received",
	STATE(CONTROL_SUM_ANSWERS, CONTROL_IN_TIME) = "answer_in_time",
	STATE(CONTROL_SUM_ANSWERS, CONTROL_LATE) = "answer_late",
	STATE(CONTROL_SUM_ANSWERS, CONTROL_OVERDUE) = "answer_overdue",
	STATE(CONTROL_SUM_ANSWERS, CONTROL_OPEN) = "answer_open",
#undef STATE
	[CONTROL_SUM_NOT_SEPARATE] = "not_separate",
};

/* One of a kind of things that have a state. */
static void
count(struct control_sum *s, size_t of, const struct control_verdict *v)
{
	s->n[of]++;
	s->n[of + 1 + (size_t)v->state]++;
	if (v->state == CONTROL_OVERDUE && v->days > s->overdue_days)
		s->overdue_days = v->days;
}

void
control_sum_add(struct control_sum *s, const struct control_case *c)
{
	s->n[CONTROL_SUM_ACTS]++;
	s->n[CONTROL_SUM_WRONG] += control_case_is_wrong(c);
	s->n[CONTROL_SUM_REFUSED] += (int64_t)c->refused;
	s->n[CONTROL_SUM_SUBJECTS + c->is.subjects]++;
	s->n[CONTROL_SUM_DOCUMENTS + c->is.document]++;
	for (size_t i = 0; i < c->is.notices; i++)
		count(s, CONTROL_SUM_NOTICES, &c->is.notice[i]);
	count(s, CONTROL_SUM_SENDINGS, &c->is.sending);
	for (size_t i = 0; i < c->replies; i++) {
		count(s, CONTROL_SUM_ANSWERS, &c->reply[i].is);
		s->n[CONTROL_SUM_NOT_SEPARATE] +=
		    control_case_is_joint(&c->reply[i]);
	}
}

/* Whether so many places from one on add up to a count. */
static bool
makes(const struct control_sum *s, size_t from, size_t places, int64_t whole)
{
	for (size_t i = from; i < from + places; i++)
		whole -= s->n[i];
	return whole == 0;
}

static bool
fits(const struct control_sum *s)
{
	int64_t acts = s->n[CONTROL_SUM_ACTS];

	return makes(s, CONTROL_SUM_SUBJECTS, 3, acts) &&
	    makes(s, CONTROL_SUM_DOCUMENTS, 3, acts) &&
	    makes(s, CONTROL_SUM_SENDINGS, 1, acts) &&
	    makes(s, CONTROL_SUM_NOTICES + 1, CONTROL_STATES,
		s->n[CONTROL_SUM_NOTICES]) &&
	    makes(s, CONTROL_SUM_SENDINGS + 1, CONTROL_STATES,
		s->n[CONTROL_SUM_SENDINGS]) &&
	    makes(s, CONTROL_SUM_ANSWERS + 1, CONTROL_STATES,
		s->n[CONTROL_SUM_ANSWERS]);
}

bool
control_sum_holds(const struct control_sum *group, size_t count,
    const struct control_sum *all)
{
	struct control_sum sum = { .overdue_days = 0 };
	bool holds = true;

	for (size_t i = 0; i < count; i++) {
		holds &= fits(&group[i]);
		for (size_t j = 0; j < CONTROL_SUM_PLACES; j++)
			sum.n[j] += group[i].n[j];
		if (group[i].overdue_days > sum.overdue_days)
			sum.overdue_days = group[i].overdue_days;
	}
	for (size_t j = 0; j < CONTROL_SUM_PLACES; j++)
		holds &= sum.n[j] == all->n[j];
	return holds && sum.overdue_days == all->overdue_days;
}
