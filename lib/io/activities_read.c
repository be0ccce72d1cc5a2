#include <limits.h>

#include "civic/date.h"
#include "io/activities.h"
#include "io/calendar_rules.h"
#include "io/codes.h"
#include "io/council_law.h"
#include "io/kind.h"
#include "io/term_rules.h"

/* The composition of a record's council; refuses one that is not there. */
static struct composition *
council_of(struct activities *a, struct rec *in, struct str text,
    size_t *number)
{
	struct composition *c = activities_council(a, text, number);

	if (c == NULL)
		rec_refuse(in, rec_field(in, "council"), "no such council "
		    "among the seats, or two; --councils has their ids: "
		    "'%.*s'", STR_ARG(text));
	return c;
}

static bool
in_period(const struct activities *a, struct str text)
{
	long day = LONG_MIN;

	date_parse(text, &day);
	return day > a->since && day <= a->day;
}

static struct str
meeting_key(struct buf *key, const struct str *value)
{
	buf_printf(key, "%.*s\t%.*s", STR_ARG(value[0]), STR_ARG(value[1]));
	return buf_str(key);
}

static bool
check_meeting(void *with, struct rec *in, const struct str *value)
{
	struct activities *a = with;
	struct buf key = { 0 };
	size_t n;
	struct composition *c = council_of(a, in, value[0], &n);

	if (c == NULL)
		return false;
	if (in_period(a, value[2])) {
		map_add(&a->meetings, meeting_key(&key, value));
		c->state.activity.meetings++;
	}
	buf_free(&key);
	return true;
}

/* Attendance of the meetings of the period; that of others is passed over. */
static bool
check_attendance(void *with, struct rec *in, const struct str *value)
{
	struct activities *a = with;
	struct buf key = { 0 };
	size_t n;
	struct composition *c = council_of(a, in, value[0], &n);

	if (c == NULL)
		return false;
	if (map_find(&a->meetings, meeting_key(&key, value)) != MAP_NONE) {
		c->state.activity.present += str_eq(value[3], STR("yes"));
		c->state.activity.absent += !str_eq(value[3], STR("yes"));
	}
	buf_free(&key);
	return true;
}

/* The terms of answers, by the subject of the recommendation. */
static void
read_terms(struct activities *a)
{
	const struct rule *answers = rules_get(rules_edition(a->run, a->rules,
	    "council", a->day), "answers"), *map;
	const struct calendar *calendar;

	if (answers == NULL)
		return;
	rules_keys(answers, "cite terms");
	map = rules_map(rules_need(answers, "terms"));
	calendar = calendar_rules_read(a->run, "calendar");
	for (size_t i = 0; i < map->count; i++) {
		struct str name = rules_text(&map->item[i]);
		size_t known = a->terms.count, t = map_add(&a->terms, name);
		size_t kind = map_add(&a->kinds, map->key[i]);

		if (vocab_find(kind_vocab("recommendations"), map->key[i]) ==
		    NULL)
			rules_die(&map->item[i], "no subject of "
			    "recommendations: '%.*s'", STR_ARG(map->key[i]));
		a->term_of = buf_grow(a->term_of, &a->termroom, kind + 1,
		    sizeof(*a->term_of));
		a->term_of[kind] = t;
		if (t < known)
			continue;
		a->book = buf_grow(a->book, &a->bookroom, t + 1,
		    sizeof(*a->book));
		a->book[t] = terms_open(a->run, term_rules_read(a->run,
		    arena_string(a->run, name)), calendar);
	}
}

/* By when it was to be answered; LONG_MAX and a warning if nobody can tell. */
static void
find_due(struct activities *a, struct rec *in, struct str kind, long sent,
    struct activities_recommendation *r)
{
	size_t k = map_find(&a->kinds, kind);
	struct terms_answer answer;
	struct terms_book *book;
	struct buf why = { 0 };
	enum terms_fault fault;

	r->due = LONG_MAX;
	if (k == MAP_NONE) {
		rec_warn(in, rec_field(in, "kind"), "the law sets no term for "
		    "an answer to it: '%.*s'", STR_ARG(kind));
		return;
	}
	book = &a->book[a->term_of[k]];
	fault = terms_look(book, sent, &answer);
	if (fault == TERMS_GOOD) {
		r->due = answer.due;
		r->cite = terms_cite(&answer);
		return;
	}
	terms_why(fault, book->term, book->calendar, NULL, &why);
	rec_warn(in, rec_field(in, "sent"), "when an answer is due cannot be "
	    "told: %.*s", STR_ARG(buf_str(&why)));
	buf_free(&why);
}

/* An answer comes neither before the recommendation nor without a day. */
static bool
read_answer(struct rec *in, const struct str *value, long sent,
    long *answered)
{
	*answered = LONG_MAX;
	if (date_parse(value[6], answered) && *answered < sent) {
		rec_refuse(in, rec_field(in, "answered_on"), "answered before "
		    "it was sent: '%.*s'", STR_ARG(value[6]));
		return false;
	}
	if (*answered == LONG_MAX && value[8].n > 0) {
		rec_refuse(in, rec_field(in, "answered_on"), "an outcome "
		    "without the day of the answer: '%.*s'",
		    STR_ARG(value[8]));
		return false;
	}
	return true;
}

static void
count_outcome(struct activity *act, const struct str *value)
{
	struct str outcome = value[8];

	act->accepted += str_eq(outcome, STR("accepted"));
	act->partly += str_eq(outcome, STR("partly"));
	act->rejected += str_eq(outcome, STR("rejected"));
	act->other += !str_eq(outcome, STR("accepted")) &&
	    !str_eq(outcome, STR("partly")) &&
	    !str_eq(outcome, STR("rejected"));
	act->head_unsigned += !str_eq(value[7], STR("yes"));
}

static void
keep(struct activities *a, size_t council,
    const struct activities_recommendation *r)
{
	struct activities_chain *chain = &a->chain[council];

	a->recommendation = buf_grow(a->recommendation, &a->room,
	    a->recommendations + 1, sizeof(*a->recommendation));
	a->recommendation[a->recommendations] = *r;
	a->recommendation[a->recommendations].next = STR_NONE;
	if (chain->first == STR_NONE)
		chain->first = a->recommendations;
	else
		a->recommendation[chain->last].next = a->recommendations;
	chain->last = a->recommendations++;
}

static bool
check_recommendation(void *with, struct rec *in, const struct str *value)
{
	struct activities *a = with;
	size_t n;
	struct composition *c = council_of(a, in, value[0], &n);
	struct activities_recommendation r = { 0 };
	long sent, answered;
	bool is_answered;

	if (c == NULL)
		return false;
	if (!date_parse(value[5], &sent)) {
		rec_refuse(in, rec_field(in, "sent"), "missing");
		return false;
	}
	if (!read_answer(in, value, sent, &answered))
		return false;
	if (!in_period(a, value[5]))
		return true;
	find_due(a, in, value[4], sent, &r);
	is_answered = answered <= a->day;
	r.how = activity_judge(answered, r.due, a->day);
	activity_count(&c->state.activity, r.how, is_answered);
	if (is_answered)
		count_outcome(&c->state.activity, value);
	r.meeting = arena_copy(a->run, value[1]);
	r.no = arena_copy(a->run, value[2]);
	r.to = arena_copy(a->run, value[3]);
	if (is_answered)
		r.answered_on = arena_copy(a->run, value[6]);
	keep(a, n, &r);
	return true;
}

static bool
check_publication(void *with, struct rec *in, const struct str *value)
{
	struct activities *a = with;
	size_t n;
	struct composition *c = council_of(a, in, value[0], &n);
	bool annual = str_eq(value[1], STR("annual-report"));
	int year, month, dom;
	long on, about = 0;

	if (c == NULL || !date_parse(value[2], &on))
		return false;
	str_number(value[3], 1, 9999, &about);
	if (annual && about == 0) {
		rec_refuse(in, rec_field(in, "year"), "which year is the "
		    "annual report about?");
		return false;
	}
	date_split(on, &year, &month, &dom);
	if (on > a->day)
		return true;
	if (annual)
		c->state.activity.annual += about == a->year - 1;
	else
		c->state.activity.informed += year == a->year;
	return true;
}

static void
read(struct activities *a, const char *file, const char *kind,
    const char *fields,
    bool (*check)(void *, struct rec *, const struct str *))
{
	struct table *t = table_read(a->run, file, kind, "council", fields,
	    check, a);

	if (t != NULL && t->refused > 0)
		a->status = REFUSED;
	table_free(t);
}

static void
judge(struct activities *a)
{
	long first = 0, last = 0;

	date_make(a->year, 1, 1, &first);
	date_make(a->year, 12, 31, &last);
	for (size_t i = 0; i < a->count; i++)
		council_judge_duties(a->law, a->day, first, last,
		    &a->list[i].state);
}

void
activities_read(struct activities *a, const struct activities_files *files)
{
	read(a, files->meetings, "meeting", "council no on", check_meeting);
	read(a, files->attendance, "meeting_attendance",
	    "council meeting member present", check_attendance);
	if (files->recommendations != NULL)
		read_terms(a);
	read(a, files->recommendations, "recommendation", "council meeting no "
	    "to kind sent answered_on signed_by_head outcome",
	    check_recommendation);
	read(a, files->publications, "publication", "council kind on year",
	    check_publication);
	if (files->publications != NULL)
		judge(a);
}
