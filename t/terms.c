/* When a term ends: units, editions, rolling, extension, and what is seen. */

#include "tap.h"

#include "civic/date.h"
#include "civic/terms.h"

static struct arena arena;
static struct calendar calendar;

static long
day(const char *text)
{
	long n = 0;

	if (!date_parse(str_of(text), &n))
		tap_report(false, "a date of this test is one");
	return n;
}

/* April to July 2024: three holidays, one transfer, one shift. */
static void
make_calendar(void)
{
	static const struct calendar_yearly yearly[] = {
		{ { "Unity Day", 9 }, 5, 1, 1, 9999, true },
		{ { "Defender Day", 12 }, 5, 7, 1, 9999, true },
		{ { "Victory Day", 11 }, 5, 9, 1, 9999, true },
		{ { "Capital Day", 11 }, 7, 6, 1, 9999, true },
	};
	struct calendar_transfer transfer[] = {
		{ day("2024-05-08"), day("2024-05-04") },
	};
	struct calendar_plan plan = { .first = day("2024-04-01"),
		.last = day("2024-07-31"), .weekend = { [5] = true, true },
		.yearly = yearly, .yearly_count = 4,
		.transfer = transfer, .transfer_count = 1 };
	size_t which;

	is(calendar_make(&arena, &plan, &calendar, &which), CALENDAR_GOOD);
}

static struct terms_edition
edition(const char *length)
{
	struct terms_edition e = { .from = DATE_MIN, .cite = STR("the law") };

	ok(terms_parse_length(str_of(length), &e.length));
	return e;
}

static struct terms_answer answer;

static enum terms_fault
end(const struct terms_edition *e, const char *registered)
{
	struct terms_term t = { STR("answer"), e, 1 };

	return terms_end(&t, &calendar, day(registered), NULL, &answer);
}

/* The due day of a term of one edition, as text. */
static struct str
due(const struct terms_edition *e, const char *registered)
{
	static char text[11];

	if (end(e, registered) != TERMS_GOOD)
		return STR("none");
	date_format(answer.due, text);
	return str_of(text);
}

static void
test_lengths(void)
{
	static const char *const bad[] = {
		"", "15", "15 days", "15 working", "15  working days",
		"15 working days ", "working days", "0 working days",
		"-1 working days", "1000 working days", "1 working days",
		"2 working day", "15 Working days", "1 months", "2 month",
		"15working days", "1.5 months",
	};
	struct terms_length length = { 7, TERMS_MONTHS };
	size_t count = 0;

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		count += terms_parse_length(str_of(bad[i]), &length);
	is(count, 0);
	is(length.count, 7);
	ok(terms_parse_length(STR("999 calendar days"), &length));
	is(length.count, 999);
	is(length.unit, TERMS_CALENDAR_DAYS);
	ok(terms_parse_length(STR("1 working day"), &length));
	is(length.unit, TERMS_WORKING_DAYS);
	ok(terms_parse_length(STR("1 month"), &length));
	is(length.unit, TERMS_MONTHS);
}

static void
test_working_days(void)
{
	struct terms_edition one = edition("1 working day");
	struct terms_edition ten = edition("10 working days");
	struct terms_edition fifteen = edition("15 working days");

	same(due(&one, "2024-04-29"), "2024-04-30");
	same(due(&one, "2024-04-30"), "2024-05-02");	/* after Unity Day */
	same(due(&one, "2024-05-03"), "2024-05-04");	/* a worked Saturday */
	same(due(&one, "2024-05-06"), "2024-05-10");	/* three days off */
	same(due(&one, "2024-04-27"), "2024-04-29");	/* from a Saturday */
	same(due(&ten, "2024-04-30"), "2024-05-17");
	same(due(&fifteen, "2024-04-30"), "2024-05-24");
	ten.same_day = true;
	same(due(&ten, "2024-05-02"), "2024-05-17");
	same(due(&ten, "2024-05-01"), "2024-05-17");
}

static void
test_calendar_days(void)
{
	struct terms_edition one = edition("1 calendar day");
	struct terms_edition e = edition("15 calendar days");

	same(due(&one, "2024-04-30"), "2024-05-01");
	same(due(&e, "2024-04-29"), "2024-05-14");
	same(due(&e, "2024-04-24"), "2024-05-09");
	e.rolls = true;
	same(due(&e, "2024-04-29"), "2024-05-14");
	same(due(&e, "2024-04-24"), "2024-05-10");
	is(answer.last, day("2024-05-09"));
	same(due(&e, "2024-04-19"), "2024-05-04");	/* worked: no roll */
	same(due(&e, "2024-06-21"), "2024-07-09");	/* over the shift */
	e.same_day = true;
	same(due(&e, "2024-04-29"), "2024-05-13");
}

static void
test_months(void)
{
	struct terms_edition one = edition("1 month");
	struct terms_edition two = edition("2 months");

	same(due(&one, "2024-04-30"), "2024-05-30");
	same(due(&one, "2024-05-31"), "2024-06-30");
	same(due(&two, "2024-04-30"), "2024-06-30");
	one.rolls = true;
	same(due(&one, "2024-05-31"), "2024-07-01");
	one.rolls = false;
	one.same_day = true;
	same(due(&one, "2024-05-01"), "2024-05-31");
}

static void
test_back(void)
{
	struct terms_edition days = edition("10 calendar days");
	struct terms_edition working = edition("3 working days");
	struct terms_edition month = edition("1 month");

	days.backward = working.backward = month.backward = true;
	same(due(&days, "2024-05-20"), "2024-05-10");
	same(due(&days, "2024-05-11"), "2024-05-01");
	same(due(&working, "2024-05-13"), "2024-05-04");
	same(due(&working, "2024-05-10"), "2024-05-03");
	same(due(&month, "2024-05-31"), "2024-04-30");
	is(end(&days, "2024-04-10"), TERMS_RUNS_OUT);
	is(end(&days, "2024-04-11"), TERMS_GOOD);
	days.same_day = true;
	same(due(&days, "2024-05-20"), "2024-05-11");
}

static void
test_editions(void)
{
	struct terms_edition e[] = { edition("15 calendar days"),
		edition("10 working days"), edition("1 month") };
	struct terms_term t = { STR("answer"), e, 3 };

	e[0].from = day("2024-04-10");
	e[1].from = day("2024-05-02");
	e[2].from = day("2024-06-03");
	is(terms_end(&t, &calendar, day("2024-04-09"), NULL, &answer),
	    TERMS_NO_LAW);
	is(terms_end(&t, &calendar, day("2024-04-10"), NULL, &answer),
	    TERMS_GOOD);
	ok(answer.edition == &e[0]);
	terms_end(&t, &calendar, day("2024-05-01"), NULL, &answer);
	ok(answer.edition == &e[0] && answer.due == day("2024-05-16"));
	terms_end(&t, &calendar, day("2024-05-02"), NULL, &answer);
	ok(answer.edition == &e[1]);
	terms_end(&t, &calendar, day("2024-06-02"), NULL, &answer);
	ok(answer.edition == &e[1]);
	terms_end(&t, &calendar, day("2024-06-03"), NULL, &answer);
	ok(answer.edition == &e[2] && answer.due == day("2024-07-03"));
}

static void
test_calendar_ends(void)
{
	struct terms_edition e = edition("3 working days");
	struct terms_edition rolls = edition("1 calendar day");

	is(end(&e, "2024-03-31"), TERMS_UNKNOWN_DAY);
	is(end(&e, "2024-08-01"), TERMS_UNKNOWN_DAY);
	is(end(&e, "2024-04-01"), TERMS_GOOD);
	is(end(&e, "2024-07-26"), TERMS_GOOD);		/* the last day */
	is(answer.due, day("2024-07-31"));
	is(end(&e, "2024-07-29"), TERMS_RUNS_OUT);
	is(answer.due, day("2024-07-31"));		/* as it was */
	is(end(&rolls, "2024-07-31"), TERMS_RUNS_OUT);
	e = edition("2 months");
	is(end(&e, "2024-05-31"), TERMS_GOOD);
	is(end(&e, "2024-06-01"), TERMS_RUNS_OUT);
	calendar.last = day("2024-07-28");		/* a Sunday */
	rolls.rolls = true;
	is(end(&rolls, "2024-07-26"), TERMS_RUNS_OUT);
	calendar.last = day("2024-07-31");
}

/* A book answers as terms_end does, and counts each day once. */
static void
test_book(void)
{
	struct terms_edition e = edition("15 working days");
	struct terms_term t = { STR("answer"), &e, 1 };
	struct terms_book b = terms_open(&arena, &t, &calendar);

	is(terms_look(&b, day("2024-04-30"), &answer), TERMS_GOOD);
	is(answer.due, day("2024-05-24"));
	is(terms_look(&b, day("2024-07-31"), &answer), TERMS_RUNS_OUT);
	is(terms_look(&b, day("2024-08-01"), &answer), TERMS_UNKNOWN_DAY);
	is(terms_look(&b, day("2024-03-31"), &answer), TERMS_UNKNOWN_DAY);
	is(answer.due, day("2024-05-24"));
	e.length.count = 10;
	terms_look(&b, day("2024-04-30"), &answer);
	is(answer.due, day("2024-05-24"));
	terms_look(&b, day("2024-04-29"), &answer);
	is(answer.due, day("2024-05-16"));
}

static enum terms_fault
extend(const struct terms_edition *e, const char *registered,
    const char *decided)
{
	is(end(e, registered), TERMS_GOOD);
	return terms_extend(&calendar, day(registered), day(decided), NULL,
	    &answer);
}

/* Due 2024-05-24, and then two months from the decision, rolled. */
static void
test_extension_from_decision(void)
{
	struct terms_edition e = edition("15 working days");

	e.rolls = true;
	is(extend(&e, "2024-04-30", "2024-05-20"), TERMS_NOT_EXTENDED);
	e.extension.cite = STR("its p. 3");
	e.extension.from_decision = true;
	ok(terms_parse_length(STR("2 months"), &e.extension.length));
	is(extend(&e, "2024-04-30", "2024-05-20"), TERMS_GOOD);
	is(answer.due, day("2024-07-22"));		/* over a weekend */
	is(answer.last, day("2024-07-20"));
	ok(answer.extended);
	same(terms_cite(&answer), "its p. 3");
	is(extend(&e, "2024-04-30", "2024-05-24"), TERMS_GOOD);
	is(extend(&e, "2024-04-30", "2024-05-25"), TERMS_DECIDED_LATE);
	is(answer.due, day("2024-05-24"));
	ok(!answer.extended);
	same(terms_cite(&answer), "the law");
	is(extend(&e, "2024-04-30", "2024-04-30"), TERMS_GOOD);
	is(extend(&e, "2024-04-30", "2024-04-29"), TERMS_DECIDED_BEFORE);
	is(extend(&e, "2024-06-10", "2024-06-20"), TERMS_RUNS_OUT);
}

/* The two lengths make one term: only its very last day rolls. */
static void
test_extension_from_last_day(void)
{
	struct terms_edition e = edition("15 calendar days");

	e.rolls = true;
	ok(terms_parse_length(STR("15 calendar days"), &e.extension.length));
	is(end(&e, "2024-04-24"), TERMS_GOOD);
	is(answer.due, day("2024-05-10"));
	is(extend(&e, "2024-04-24", "2024-04-25"), TERMS_GOOD);
	is(answer.due, day("2024-05-24"));
	is(extend(&e, "2024-04-24", "2024-05-10"), TERMS_GOOD);
	is(answer.due, day("2024-05-24"));
	is(extend(&e, "2024-04-24", "2024-05-11"), TERMS_DECIDED_LATE);
}

/* The steps as a text: "R30 -1 c2 ..." by the day of the month. */
static void
note(void *arg, enum terms_step step, long at, int n)
{
	int year, month, dom;

	date_split(at, &year, &month, &dom);
	buf_printf(arg, "%c%d/%d ", "Rc-oED"[step], dom, n);
}

static void
test_watch(void)
{
	struct buf seen = { 0 };
	struct terms_watch watch = { note, &seen };
	struct terms_edition e = edition("2 working days");
	struct terms_term t = { STR("answer"), &e, 1 };

	e.rolls = true;
	terms_end(&t, &calendar, day("2024-04-30"), &watch, &answer);
	same(buf_str(&seen), "R30/0 -1/0 c2/1 c3/2 D3/0 ");
	buf_clear(&seen);
	terms_parse_length(STR("2 calendar days"), &e.extension.length);
	terms_extend(&calendar, day("2024-04-30"), day("2024-05-02"), &watch,
	    &answer);
	same(buf_str(&seen), "E3/0 c4/1 c5/2 o5/0 D6/0 ");
	buf_clear(&seen);
	terms_parse_length(STR("2 months"), &e.extension.length);
	e.extension.from_decision = true;
	terms_end(&t, &calendar, day("2024-05-10"), NULL, &answer);
	terms_extend(&calendar, day("2024-05-10"), day("2024-05-14"), &watch,
	    &answer);
	same(buf_str(&seen), "E14/0 c14/1 c14/2 o14/0 D15/0 ");
	buf_free(&seen);
}

static struct str
why(enum terms_fault fault, const struct terms_term *t)
{
	static struct buf text;

	buf_clear(&text);
	terms_why(fault, t, &calendar, &answer, &text);
	return buf_str(&text);
}

static void
test_why(void)
{
	struct terms_edition e = edition("15 working days");
	struct terms_term t = { STR("answer"), &e, 1 };

	e.from = day("2024-04-02");
	terms_end(&t, &calendar, day("2024-04-30"), NULL, &answer);
	same(why(TERMS_UNKNOWN_DAY, &t), "outside the calendar, "
	    "which goes from 2024-04-01 to 2024-07-31");
	same(why(TERMS_RUNS_OUT, &t), "the term ends outside the calendar, "
	    "which goes from 2024-04-01 to 2024-07-31");
	same(why(TERMS_NO_LAW, &t),
	    "the term 'answer' is in force only from 2024-04-02");
	same(why(TERMS_NOT_EXTENDED, &t), "cannot be extended under the law");
	same(why(TERMS_DECIDED_BEFORE, &t),
	    "extended before it was registered");
	same(why(TERMS_DECIDED_LATE, &t),
	    "extended after it was due, 2024-05-24");
}

/* Counted from another day, by the edition of the first. */
static void
test_look_from(void)
{
	struct terms_edition e[] = { edition("5 calendar days"),
		edition("10 calendar days") };
	struct terms_term t = { STR("answer"), e, 2 };
	struct terms_book b;

	e[0].from = day("2024-04-02");
	e[1].from = day("2024-06-01");
	b = terms_open(&arena, &t, &calendar);
	is(terms_look_from(&b, day("2024-05-31"), day("2024-05-31"), &answer),
	    TERMS_GOOD);
	is(answer.due, day("2024-06-05"));
	is(terms_look_from(&b, day("2024-05-31"), day("2024-06-03"), &answer),
	    TERMS_GOOD);
	is(answer.due, day("2024-06-08"));
	is(terms_look_from(&b, day("2024-06-01"), day("2024-06-03"), &answer),
	    TERMS_GOOD);
	is(answer.due, day("2024-06-13"));
	is(terms_look_from(&b, day("2024-04-01"), day("2024-06-03"), &answer),
	    TERMS_NO_LAW);
	is(terms_look_from(&b, day("2024-03-31"), day("2024-06-03"), &answer),
	    TERMS_UNKNOWN_DAY);
	is(terms_look_from(&b, day("2024-06-03"), day("2024-07-25"), &answer),
	    TERMS_RUNS_OUT);
	is(terms_look_from(&b, day("2024-06-03"), day("2024-08-01"), &answer),
	    TERMS_UNKNOWN_DAY);
	is(answer.due, day("2024-06-13"));
}

int
main(void)
{
	make_calendar();
	test_lengths();
	test_working_days();
	test_calendar_days();
	test_months();
	test_back();
	test_editions();
	test_calendar_ends();
	test_book();
	test_extension_from_decision();
	test_extension_from_last_day();
	test_look_from();
	test_watch();
	test_why();
	arena_reset(&arena);
	return tap_done();
}
