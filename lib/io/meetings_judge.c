#include <limits.h>
#include <stdlib.h>

#include "civic/name.h"
#include "io/calendar_rules.h"
#include "io/meetings.h"
#include "io/term_rules.h"

/* Somebody was absent without good reason. */
struct absence {
	size_t who;		/* the same person in the same council */
	struct meeting *meeting;
	size_t place;		/* among those named there */
};

/* The book of a term; editions may name different terms. */
static struct terms_book *
book_of(struct meetings *m, struct str term)
{
	size_t known = m->books.count, i = map_add(&m->books, term);

	if (i < known)
		return &m->book[i];
	if (m->calendar == NULL)
		m->calendar = calendar_rules_read(m->run, "calendar");
	m->book = buf_grow(m->book, &m->bookroom, i + 1, sizeof(*m->book));
	m->book[i] = terms_open(m->run, term_rules_read(m->run,
	    arena_string(m->run, term)), m->calendar);
	return &m->book[i];
}

static enum meeting_verdict
judge_notice(struct meetings *m, struct meeting *one)
{
	struct terms_answer answer;
	struct terms_book *book;
	struct buf why = { 0 };
	enum terms_fault fault;

	if (!one->law->kind[one->kind].notice)
		return MEETING_NONE;
	book = book_of(m, one->law->term);
	fault = terms_look(book, one->on, &answer);
	if (fault != TERMS_GOOD) {
		terms_why(fault, book->term, book->calendar, NULL, &why);
		one->notice_why = arena_copy(m->run, buf_str(&why));
		buf_free(&why);
		return MEETING_OPEN;
	}
	one->notice_by = answer.due;
	if (one->notice == LONG_MIN)
		return MEETING_OPEN;
	return one->notice <= answer.due ? MEETING_YES : MEETING_NO;
}

/* More present than there are members cannot be told to be right. */
static enum meeting_verdict
judge_quorum(const struct meetings *m, const struct meeting *one)
{
	if (!m->attended || one->members == LONG_MIN || one->members == 0 ||
	    one->present > one->members)
		return MEETING_OPEN;
	return meeting_has(one->law->quorum, one->present, one->members) ?
	    MEETING_YES : MEETING_NO;
}

static enum meeting_verdict
judge_vote(const struct meetings *m, const struct meeting *one,
    const struct meetings_vote *v)
{
	if (one->verdict[MEETING_QUORUM] == MEETING_NO)
		return MEETING_NO;
	if (!m->attended || one->law->majorities == 0)
		return MEETING_OPEN;
	return meeting_has(one->law->majority[v->majority].need,
	    v->in_favour, one->present) ? MEETING_YES : MEETING_NO;
}

static void
judge(struct meetings *m, struct meeting *one)
{
	const struct str *cite = one->law->cite;

	if (cite[MEETING_NOTICE].n > 0)
		one->verdict[MEETING_NOTICE] = judge_notice(m, one);
	if (cite[MEETING_QUORUM].n > 0)
		one->verdict[MEETING_QUORUM] = judge_quorum(m, one);
	if (cite[MEETING_CHAIR].n > 0)
		one->verdict[MEETING_CHAIR] = one->servant;
	if (cite[MEETING_SECRETARY].n > 0)
		one->verdict[MEETING_SECRETARY] = one->member;
	if (cite[MEETING_ABSENCE].n > 0 && m->attended)
		one->verdict[MEETING_ABSENCE] = MEETING_YES;
	for (size_t i = 0; i < one->votes; i++)
		one->vote[i].carried = judge_vote(m, one, &one->vote[i]);
}

static int
by_person_and_day(const void *a, const void *b)
{
	const struct absence *x = a, *y = b;

	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	if (x->meeting->on != y->meeting->on)
		return x->meeting->on < y->meeting->on ? -1 : 1;
	return x->meeting < y->meeting ? -1 : x->meeting > y->meeting;
}

/* Who was absent without good reason, a person of a council together. */
static struct absence *
list_absences(struct meetings *m, size_t *count)
{
	struct map persons = { 0 };
	struct buf key = { 0 };
	struct absence *list = NULL;
	size_t room = 0, n = 0;

	for (size_t i = 0; i < m->count; i++) {
		struct meeting *one = &m->meeting[i];

		for (size_t k = 0; k < one->names; k++) {
			if (one->named[k].present || one->named[k].excused)
				continue;
			buf_clear(&key);
			buf_printf(&key, "%.*s\t", STR_ARG(one->council));
			name_fold(&key, one->named[k].name);
			list = buf_grow(list, &room, n + 1, sizeof(*list));
			list[n++] = (struct absence){
				map_add(&persons, buf_str(&key)), one, k };
		}
	}
	map_free(&persons);
	buf_free(&key);
	*count = n;
	return list;
}

/* The absences of one person stand in the order of their days. */
static void
judge_absences(struct meetings *m)
{
	size_t count, first = 0;
	struct absence *list = list_absences(m, &count);

	if (count > 1)
		qsort(list, count, sizeof(*list), by_person_and_day);
	for (size_t i = 0; i < count; i++) {
		struct meeting *one = list[i].meeting;

		if (one->law->cite[MEETING_ABSENCE].n == 0)
			continue;
		while (list[first].who != list[i].who ||
		    list[first].meeting->on <=
		    meeting_since(one->law, one->on))
			first++;
		if ((long)(i - first + 1) <= one->law->absences)
			continue;
		one->named[list[i].place].absences = (long)(i - first + 1);
		one->over++;
		one->verdict[MEETING_ABSENCE] = MEETING_NO;
	}
	free(list);
}

void
meetings_judge(struct meetings *m)
{
	for (size_t i = 0; i < m->count; i++)
		judge(m, &m->meeting[i]);
	judge_absences(m);
}
