/* Days off: holidays, their shifts, transfers, and the calendar's ends. */

#include "tap.h"

#include "civic/calendar.h"
#include "civic/date.h"

static struct arena arena;

static long
day(const char *text)
{
	long n = 0;

	if (!date_parse(str_of(text), &n))
		tap_report(false, "a date of this test is one");
	return n;
}

static struct calendar_plan
plan_of(const char *first, const char *last)
{
	return (struct calendar_plan){ .first = day(first), .last = day(last),
		.weekend = { [5] = true, [6] = true } };
}

static struct calendar
make(const struct calendar_plan *plan)
{
	struct calendar c = { 0 };
	size_t which;

	is(calendar_make(&arena, plan, &c, &which), CALENDAR_GOOD);
	return c;
}

/* "2025-03-24: Nauryz, shifted from 2025-03-22" without the date. */
static struct str
words(const struct calendar *c, const char *date)
{
	static struct buf text;

	buf_clear(&text);
	calendar_words(c, day(date), &text);
	return buf_str(&text);
}

static bool
works(const struct calendar *c, const char *date)
{
	return calendar_works(c, day(date));
}

static void
test_weekends(void)
{
	struct calendar_plan plan = plan_of("2025-03-01", "2025-03-31");
	struct calendar c = make(&plan);

	ok(works(&c, "2025-03-07"));
	ok(!works(&c, "2025-03-08"));
	ok(!works(&c, "2025-03-09"));
	ok(works(&c, "2025-03-10"));
	same(words(&c, "2025-03-07"), "working day");
	same(words(&c, "2025-03-08"), "weekend");
	plan.weekend[5] = false;
	c = make(&plan);
	ok(works(&c, "2025-03-08"));
}

/* The three days of Nauryz 2025 are a Friday, a Saturday and a Sunday. */
static void
test_shifts(void)
{
	static const struct calendar_yearly yearly[] = {
		{ { "Nauryz", 6 }, 3, 21, 1, 9999, true },
		{ { "Nauryz", 6 }, 3, 22, 1, 9999, true },
		{ { "Nauryz", 6 }, 3, 23, 1, 9999, true },
		{ { "Christmas", 9 }, 1, 7, 1, 9999, false },
		{ { "Leap Day", 8 }, 2, 29, 1, 9999, true },
	};
	struct calendar_plan plan = plan_of("2023-01-01", "2026-12-31");
	struct calendar c;

	plan.yearly = yearly;
	plan.yearly_count = 5;
	c = make(&plan);
	same(words(&c, "2025-03-21"), "Nauryz");
	same(words(&c, "2025-03-22"), "Nauryz");
	same(words(&c, "2025-03-24"), "Nauryz, shifted from 2025-03-22");
	same(words(&c, "2025-03-25"), "Nauryz, shifted from 2025-03-23");
	ok(works(&c, "2025-03-26"));
	same(words(&c, "2026-03-23"), "Nauryz");
	same(words(&c, "2026-03-24"), "Nauryz, shifted from 2026-03-21");
	same(words(&c, "2026-03-25"), "Nauryz, shifted from 2026-03-22");
	ok(works(&c, "2026-03-26"));
	same(words(&c, "2023-01-07"), "Christmas");	/* a Saturday */
	ok(works(&c, "2023-01-09"));
	same(words(&c, "2024-02-29"), "Leap Day");
	ok(works(&c, "2023-02-28"));
	ok(works(&c, "2023-03-01"));
}

static void
test_years(void)
{
	static const struct calendar_yearly yearly[] = {
		{ { "Old", 3 }, 8, 30, 2012, 2022, true },
		{ { "New", 3 }, 3, 15, 2024, 9999, true },
		{ { "Outside", 7 }, 3, 14, 2021, 2021, true },
		{ { "Outside", 7 }, 8, 31, 2024, 2024, true },
	};
	struct calendar_plan plan = plan_of("2021-03-15", "2024-08-30");
	struct calendar c;

	plan.yearly = yearly;
	plan.yearly_count = 4;
	c = make(&plan);
	same(words(&c, "2021-08-30"), "Old");
	same(words(&c, "2022-08-30"), "Old");
	ok(works(&c, "2023-08-30"));
	ok(works(&c, "2023-03-15"));
	ok(works(&c, "2021-03-15"));
	same(words(&c, "2024-03-15"), "New");
	ok(works(&c, "2024-08-30"));
}

/* Where two fall on one day the first names it, and either may shift it. */
static void
test_dated(void)
{
	static const struct calendar_yearly yearly[] = {
		{ { "Capital Day", 11 }, 7, 6, 1, 9999, false },
		{ { "Victory Day", 11 }, 5, 9, 2026, 9999, true },
	};
	struct calendar_dated dated[] = {
		{ { "Ait", 3 }, day("2024-06-16"), false, false },
		{ { "Ait", 3 }, day("2026-05-27"), false, true },
		{ { "Feast", 5 }, day("2024-07-06"), true, false },
		{ { "Eve", 3 }, day("2026-06-06"), true, true },
		{ { "Ait", 3 }, day("2026-05-09"), false, false },
	};
	struct calendar_plan plan = plan_of("2024-01-01", "2026-12-31");
	struct calendar c;
	size_t which;

	plan.yearly = yearly;
	plan.yearly_count = 2;
	plan.dated = dated;
	plan.dated_count = 5;
	c = make(&plan);
	same(words(&c, "2024-06-16"), "Ait");
	ok(works(&c, "2024-06-17"));
	same(words(&c, "2026-05-27"), "Ait (estimated)");
	same(words(&c, "2024-07-06"), "Capital Day");
	same(words(&c, "2024-07-08"), "Capital Day, shifted from 2024-07-06");
	same(words(&c, "2025-07-07"), "working day");
	same(words(&c, "2026-05-11"), "Victory Day, shifted from 2026-05-09");
	same(words(&c, "2026-06-08"), "Eve (estimated), shifted from 2026-06-06");
	dated[2].day = day("2027-01-01");
	is(calendar_make(&arena, &plan, &c, &which), CALENDAR_DATED);
	is(which, 2);
	dated[2].day = day("2023-12-31");
	is(calendar_make(&arena, &plan, &c, &which), CALENDAR_DATED);
}

/* 9 May 2020 shifts to Monday the 11th, which is worked for Friday the 8th. */
static void
test_transfers(void)
{
	static const struct calendar_yearly yearly[] = {
		{ { "Victory Day", 11 }, 5, 9, 1, 9999, true },
	};
	struct calendar_transfer transfer[] = {
		{ day("2020-05-08"), day("2020-05-11") },
		{ day("2020-12-18"), day("2020-12-20") },
	};
	struct calendar_plan plan = plan_of("2020-01-01", "2020-12-31");
	struct calendar c;

	plan.yearly = yearly;
	plan.yearly_count = 1;
	plan.transfer = transfer;
	c = make(&plan);
	same(words(&c, "2020-05-11"), "Victory Day, shifted from 2020-05-09");
	plan.transfer_count = 2;
	c = make(&plan);
	same(words(&c, "2020-05-08"), "off, as 2020-05-11 is worked");
	same(words(&c, "2020-05-11"), "worked, as 2020-05-08 is off");
	ok(works(&c, "2020-05-11"));
	ok(works(&c, "2020-05-12"));
	ok(!works(&c, "2020-12-18"));
	ok(works(&c, "2020-12-20"));
	ok(!works(&c, "2020-12-19"));
}

static enum calendar_fault
fault_of(const char *off, const char *worked)
{
	struct calendar_transfer transfer[] = {
		{ day("2020-01-03"), day("2020-01-05") },
		{ day(off), day(worked) },
	};
	struct calendar_plan plan = plan_of("2020-01-01", "2020-12-31");
	struct calendar c;
	size_t which;
	enum calendar_fault fault;

	plan.transfer = transfer;
	plan.transfer_count = 2;
	fault = calendar_make(&arena, &plan, &c, &which);
	is(which, fault == CALENDAR_GOOD ? 2 : 1);
	return fault;
}

static void
test_faults(void)
{
	struct calendar_plan plan = plan_of("2020-01-02", "2020-01-01");
	struct calendar c;
	size_t which;

	is(calendar_make(&arena, &plan, &c, &which), CALENDAR_SPAN);
	is(fault_of("2020-05-08", "2020-05-10"), CALENDAR_GOOD);
	is(fault_of("2020-05-09", "2020-05-10"), CALENDAR_OFF);
	is(fault_of("2020-05-08", "2020-05-11"), CALENDAR_WORK);
	is(fault_of("2020-01-03", "2020-01-04"), CALENDAR_OFF);
	is(fault_of("2020-01-06", "2020-01-05"), CALENDAR_WORK);
	is(fault_of("2019-12-31", "2020-05-10"), CALENDAR_OFF);
	is(fault_of("2020-05-08", "2021-01-02"), CALENDAR_WORK);
}

static void
test_ends(void)
{
	static const struct calendar_yearly yearly[] = {
		{ { "Last Day", 8 }, 12, 31, 1, 9999, true },
	};
	struct calendar_plan plan = plan_of("2022-01-01", "2022-12-31");
	struct calendar c;

	plan.yearly = yearly;
	plan.yearly_count = 1;
	c = make(&plan);	/* a Saturday, whose shift lies outside */
	same(words(&c, "2022-12-31"), "Last Day");
	ok(calendar_knows(&c, day("2022-01-01")));
	ok(calendar_knows(&c, day("2022-12-31")));
	ok(!calendar_knows(&c, day("2021-12-31")));
	ok(!calendar_knows(&c, day("2023-01-01")));
	ok(!works(&c, "2023-01-02"));
	is(calendar_look(&c, day("2023-01-02"))->kind, CALENDAR_UNKNOWN);
	same(words(&c, "2023-01-02"), "outside the calendar");
}

int
main(void)
{
	test_weekends();
	test_shifts();
	test_years();
	test_dated();
	test_transfers();
	test_faults();
	test_ends();
	arena_reset(&arena);
	return tap_done();
}
