#include "civic/control.h"

#include "civic/date.h"

const char *const control_day_name[CONTROL_DAYS] = {
	[CONTROL_FROM] = "from", [CONTROL_UNTIL] = "until",
	[CONTROL_DECISION] = "decision_on", [CONTROL_NOTICE] = "notice_on",
	[CONTROL_DOCUMENT] = "document_on", [CONTROL_SENT] = "sent_on",
};

static const struct control_verdict nothing = {
	.since = CONTROL_NO_DAY, .due = CONTROL_NO_DAY, .on = CONTROL_NO_DAY,
};

const struct control_law *
control_in_force(const struct control_law *laws, size_t count,
    const struct control_act *act, long today, long *day)
{
	static const enum control_day order[] = { CONTROL_FROM, CONTROL_NOTICE,
		CONTROL_DOCUMENT, CONTROL_UNTIL, CONTROL_DECISION };

	*day = today;
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++)
		if (act->day[order[i]] != CONTROL_NO_DAY) {
			*day = act->day[order[i]];
			break;
		}
	while (count > 0 && laws[count - 1].from > *day)
		count--;
	return count > 0 ? &laws[count - 1] : NULL;
}

/* What is known of a day on another day. */
static long
known(long day, long today)
{
	return day != CONTROL_NO_DAY && day <= today ? day : CONTROL_NO_DAY;
}

static bool
has(const struct control_codes *codes, struct str code)
{
	for (size_t i = 0; i < codes->count; i++)
		if (str_eq(codes->code[i], code))
			return true;
	return false;
}

static bool
is_by(const struct control_codes *by, struct str standings)
{
	while (standings.n > 0)
		if (has(by, str_trim(str_cut(&standings, ';'))))
			return true;
	return by->count == 0;
}

/* What was done on a day, or never, against its term. */
static enum terms_fault
count(struct terms_book *book, long since, long on, long today,
    struct control_verdict *v)
{
	struct terms_answer answer;
	enum terms_fault fault = terms_look(book, since, &answer);
	long until = on != CONTROL_NO_DAY ? on : today;
	bool late;

	if (fault != TERMS_GOOD)
		return fault;
	late = until > answer.due;
	v->since = since;
	v->due = answer.due;
	v->on = on;
	v->days = late ? until - answer.due : 0;
	if (on != CONTROL_NO_DAY)
		v->state = late ? CONTROL_LATE : CONTROL_IN_TIME;
	else
		v->state = late ? CONTROL_OVERDUE : CONTROL_OPEN;
	v->cite = terms_cite(&answer);
	v->estimated = answer.estimated;
	return TERMS_GOOD;
}

static enum terms_fault
judge_notice(const struct control_notice *n, const struct control_act *act,
    long today, struct control_verdict *v)
{
	long before = act->day[n->before];
	enum terms_fault fault;

	*v = nothing;
	if (before == CONTROL_NO_DAY)
		return TERMS_GOOD;
	fault = count(n->book, before, known(act->day[CONTROL_NOTICE], today),
	    today, v);
	if (fault == TERMS_GOOD && v->state == CONTROL_OVERDUE &&
	    today >= before) {
		v->state = CONTROL_MISSED;
		v->days = 0;
	}
	return fault;
}

static bool
judge_notices(const struct control_law *law, const struct control_act *act,
    long today, struct control_judgement *j, struct control_fault *fault)
{
	for (size_t i = 0; i < law->notices; i++) {
		const struct control_notice *n = &law->notice[i];

		if (!has(&n->forms, act->form) ||
		    !is_by(&n->by, act->standing))
			continue;
		fault->fault = judge_notice(n, act, today,
		    &j->notice[j->notices++]);
		fault->book = n->book;
		fault->day = n->before;
		if (fault->fault != TERMS_GOOD)
			return false;
	}
	return true;
}

static bool
judge_sending(const struct control_law *law, const struct control_act *act,
    long today, struct control_verdict *v, struct control_fault *fault)
{
	*v = nothing;
	for (size_t i = 0; i < law->afters; i++) {
		long after = known(act->day[law->after[i]], today);

		if (after == CONTROL_NO_DAY)
			continue;
		fault->fault = count(law->sending, after,
		    known(act->day[CONTROL_SENT], today), today, v);
		fault->book = law->sending;
		fault->day = law->after[i];
		return fault->fault == TERMS_GOOD;
	}
	return true;
}

bool
control_subject(const struct control_law *law, struct str *subjects,
    struct str *standings, struct str *who, struct str *standing, bool *fits)
{
	if (subjects->n == 0)
		return false;
	*who = str_trim(str_cut(subjects, ';'));
	*standing = str_trim(str_cut(standings, ';'));
	*fits = has(&law->standing, *standing);
	return true;
}

long
control_day_of(struct str text)
{
	long day = CONTROL_NO_DAY;

	(void)date_parse(text, &day);
	return day;
}

size_t
control_items(struct str list)
{
	size_t n = 0;

	while (list.n > 0) {
		(void)str_cut(&list, ';');
		n++;
	}
	return n;
}

static enum control_conformity
judge_subjects(const struct control_law *law, const struct control_act *act)
{
	struct str subjects = act->subjects, standings = act->standing;
	struct str who, standing;
	bool fits;

	if (subjects.n == 0 || standings.n == 0)
		return CONTROL_NOT_SAID;
	while (control_subject(law, &subjects, &standings, &who, &standing,
	    &fits))
		if (!fits)
			return CONTROL_UNFIT;
	return CONTROL_CONFORM;
}

bool
control_lacks(const struct control_law *law, const struct control_act *act,
    size_t i)
{
	return str_trim(act->value[law->need[i]]).n == 0;
}

static enum control_document
judge_document(const struct control_law *law, const struct control_act *act,
    long today)
{
	if (known(act->day[CONTROL_DOCUMENT], today) == CONTROL_NO_DAY)
		return CONTROL_NO_DOCUMENT;
	for (size_t i = 0; i < law->need_name.count; i++)
		if (control_lacks(law, act, i))
			return CONTROL_INCOMPLETE;
	return CONTROL_COMPLETE;
}

bool
control_judge(const struct control_law *law, const struct control_act *act,
    long today, struct control_judgement *j, struct control_fault *fault)
{
	*j = (struct control_judgement){ .notices = 0 };
	j->subjects = judge_subjects(law, act);
	j->document = judge_document(law, act, today);
	return judge_notices(law, act, today, j, fault) &&
	    judge_sending(law, act, today, &j->sending, fault);
}

enum terms_fault
control_answer(const struct control_law *law, long received, long answered,
    long today, struct control_verdict *v)
{
	*v = nothing;
	received = known(received, today);
	if (received == CONTROL_NO_DAY)
		return TERMS_GOOD;
	return count(law->answer, received, known(answered, today), today, v);
}

bool
control_is_owed(const struct control_verdict *v)
{
	return v->state == CONTROL_OVERDUE || v->state == CONTROL_OPEN;
}
