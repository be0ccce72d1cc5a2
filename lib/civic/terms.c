#include "civic/terms.h"

#include "civic/date.h"

bool
terms_parse_length(struct str s, struct terms_length *length)
{
	static const struct {
		const char *one, *many;
		enum terms_unit unit;
	} units[] = {
		{ "working day", "working days", TERMS_WORKING_DAYS },
		{ "calendar day", "calendar days", TERMS_CALENDAR_DAYS },
		{ "month", "months", TERMS_MONTHS },
	};
	struct str rest = s, number = str_cut(&rest, ' ');
	long count;

	if (!str_number(number, 1, 999, &count))
		return false;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (str_eq(rest, str_of(count == 1 ? units[i].one :
		    units[i].many))) {
			length->count = (int)count;
			length->unit = units[i].unit;
			return true;
		}
	return false;
}

/* A count under way: where it walks, and who watches. */
struct walk {
	const struct calendar *c;
	const struct terms_watch *watch;
	int step;	/* 1, or -1 when counting back */
	int early;	/* the step, where the first day counts; else 0 */
	struct str *estimated;	/* an estimated day off that was met */
};

static void
see(const struct walk *w, enum terms_step step, long day, int n)
{
	if (w->watch != NULL)
		w->watch->see(w->watch->arg, step, day, n);
}

/* A day off that moves the end. */
static void
pass(const struct walk *w, enum terms_step step, long day, int n)
{
	const struct calendar_day *d = calendar_look(w->c, day);

	if (d->estimated)
		*w->estimated = d->name;
	see(w, step, day, n);
}

/* The days that count, one by one.  False if the calendar ends before. */
static bool
walk_days(const struct walk *w, struct terms_length length, long *day)
{
	*day -= w->early;
	for (int n = 0; n < length.count;) {
		*day += w->step;
		if (!calendar_knows(w->c, *day))
			return false;
		if (length.unit == TERMS_CALENDAR_DAYS ||
		    calendar_works(w->c, *day))
			see(w, TERMS_COUNTED, *day, ++n);
		else
			pass(w, TERMS_PASSED, *day, n);
	}
	return true;
}

static bool
walk_months(const struct walk *w, struct terms_length length, long *day)
{
	long start = *day;

	for (int n = 1; n <= length.count; n++) {
		*day = date_add_months(start, n * w->step) - w->early;
		if (!calendar_knows(w->c, *day))
			return false;
		see(w, TERMS_COUNTED, *day, n);
	}
	return true;
}

static bool
walk_on(const struct walk *w, struct terms_length length, long *day)
{
	if (length.unit == TERMS_MONTHS)
		return walk_months(w, length, day);
	return walk_days(w, length, day);
}

/* From the last day to the day that is due. */
static bool
walk_end(const struct walk *w, bool rolls, long *day)
{
	while (rolls && !calendar_works(w->c, *day)) {
		pass(w, TERMS_ROLLED, *day, 0);
		if (!calendar_knows(w->c, ++*day))
			return false;
	}
	see(w, TERMS_DUE, *day, 0);
	return true;
}

static const struct terms_edition *
in_force(const struct terms_term *t, long day)
{
	size_t i = t->count;

	while (i > 0 && t->edition[i - 1].from > day)
		i--;
	return i > 0 ? &t->edition[i - 1] : NULL;
}

enum terms_fault
terms_end(const struct terms_term *t, const struct calendar *c,
    long registered, const struct terms_watch *watch,
    struct terms_answer *answer)
{
	const struct terms_edition *e = in_force(t, registered);
	struct str estimated = STR("");
	struct walk w = { c, watch, 1, 0, &estimated };
	long day = registered, last;

	if (!calendar_knows(c, registered))
		return TERMS_UNKNOWN_DAY;
	if (e == NULL)
		return TERMS_NO_LAW;
	w.step = e->backward ? -1 : 1;
	w.early = e->same_day ? w.step : 0;
	see(&w, TERMS_REGISTERED, registered, 0);
	if (!walk_on(&w, e->length, &day))
		return TERMS_RUNS_OUT;
	last = day;
	if (!walk_end(&w, e->rolls, &day))
		return TERMS_RUNS_OUT;
	*answer = (struct terms_answer){ day, last, e, estimated, false };
	return TERMS_GOOD;
}

/* An answer by the place of its day in the calendar. */
struct terms_found {
	bool asked;
	enum terms_fault fault;
	struct terms_answer answer;
};

struct terms_book
terms_open(struct arena *a, const struct terms_term *t,
    const struct calendar *c)
{
	size_t days = (size_t)(c->last - c->first) + 1;

	return (struct terms_book){ t, c,
		arena_array(a, days, sizeof(struct terms_found)) };
}

enum terms_fault
terms_look(struct terms_book *b, long registered, struct terms_answer *answer)
{
	struct terms_found *f;

	if (!calendar_knows(b->calendar, registered))
		return TERMS_UNKNOWN_DAY;
	f = &b->found[registered - b->calendar->first];
	if (!f->asked) {
		f->fault = terms_end(b->term, b->calendar, registered, NULL,
		    &f->answer);
		f->asked = true;
	}
	if (f->fault == TERMS_GOOD)
		*answer = f->answer;
	return f->fault;
}

/* Where the law changed in between, the older edition still governs. */
enum terms_fault
terms_look_from(struct terms_book *b, long registered, long start,
    struct terms_answer *answer)
{
	const struct terms_edition *e = in_force(b->term, registered);
	struct terms_term governing;
	struct terms_answer later;
	enum terms_fault fault;

	if (!calendar_knows(b->calendar, registered))
		return TERMS_UNKNOWN_DAY;
	if (e == NULL)
		return TERMS_NO_LAW;
	fault = terms_look(b, start, &later);
	if (fault == TERMS_GOOD && later.edition == e) {
		*answer = later;
		return TERMS_GOOD;
	}
	governing = (struct terms_term){ b->term->name, e, 1 };
	return terms_end(&governing, b->calendar, start, NULL, answer);
}

enum terms_fault
terms_extend(const struct calendar *c, long registered, long decided,
    const struct terms_watch *watch, struct terms_answer *answer)
{
	const struct terms_edition *e = answer->edition;
	bool anew = e->extension.from_decision;
	struct str estimated = anew ? STR("") : answer->estimated;
	struct walk w = { c, watch, 1, 0, &estimated };
	long day = anew ? decided : answer->last, last;

	if (e->extension.length.count == 0)
		return TERMS_NOT_EXTENDED;
	if (decided < registered)
		return TERMS_DECIDED_BEFORE;
	if (decided > answer->due)
		return TERMS_DECIDED_LATE;
	see(&w, TERMS_EXTENDED, day, 0);
	if (!walk_on(&w, e->extension.length, &day))
		return TERMS_RUNS_OUT;
	last = day;
	if (!walk_end(&w, e->rolls, &day))
		return TERMS_RUNS_OUT;
	*answer = (struct terms_answer){ day, last, e, estimated, true };
	return TERMS_GOOD;
}

static void
add(struct buf *out, const char *words, long day)
{
	char date[11];

	date_format(day, date);
	buf_add(out, str_of(words));
	buf_add(out, str_of(date));
}

static void
add_calendar(struct buf *out, const struct calendar *c)
{
	add(out, " the calendar, which goes from ", c->first);
	add(out, " to ", c->last);
}

void
terms_why(enum terms_fault fault, const struct terms_term *t,
    const struct calendar *c, const struct terms_answer *answer,
    struct buf *out)
{
	switch (fault) {
	case TERMS_GOOD:
		buf_add(out, STR("nothing is wrong"));
		break;
	case TERMS_UNKNOWN_DAY:
		buf_add(out, STR("outside"));
		add_calendar(out, c);
		break;
	case TERMS_NO_LAW:
		buf_add(out, STR("the term '"));
		buf_add(out, t->name);
		add(out, "' is in force only from ", t->edition[0].from);
		break;
	case TERMS_RUNS_OUT:
		buf_add(out, STR("the term ends outside"));
		add_calendar(out, c);
		break;
	case TERMS_NOT_EXTENDED:
		buf_add(out, STR("cannot be extended under "));
		buf_add(out, answer->edition->cite);
		break;
	case TERMS_DECIDED_BEFORE:
		buf_add(out, STR("extended before it was registered"));
		break;
	case TERMS_DECIDED_LATE:
		add(out, "extended after it was due, ", answer->due);
		break;
	}
}

struct str
terms_cite(const struct terms_answer *answer)
{
	return answer->extended ? answer->edition->extension.cite :
	    answer->edition->cite;
}
