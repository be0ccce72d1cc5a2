/* Moments: what is one, and which day it is on. */

#include "civic/date.h"
#include "civic/moment.h"
#include "tap.h"

static int64_t moment;

static bool
parses(const char *text)
{
	return moment_parse(str_of(text), &moment);
}

static void
test_moments(void)
{
	ok(parses("1970-01-01T00:00"));
	is(moment, 0);
	ok(parses("1970-01-02T00:00:01"));
	is(moment, 86401);
	/* date -u -d 2026-03-16T18:00 +%s */
	ok(parses("2026-03-16T18:00"));
	is(moment, 1773684000);
	ok(parses("2026-03-16T17:59:59"));
	is(moment, 1773683999);
	ok(parses("2024-02-29T23:59:59"));
	ok(parses("1969-12-31T23:59"));
	is(moment, -60);
}

static void
test_none(void)
{
	static const char *const none[] = {
		"", "T", "2026-03-16", "18:00", "2026-03-16T", "2026-03-16 18:00",
		"2026-03-16T18", "2026-03-16T24:00", "2026-03-16T18:60",
		"2026-03-16T18:00:60", "2026-02-29T18:00", "2026-03-16T18:00Z",
		"2026-03-16T18:00+05:00", "2026-03-16T18:00:00.0",
		"2026-03-16t18:00", "2026-03-16T8:00", "16.03.2026T18:00",
		" 2026-03-16T18:00", "2026-03-16T18:00 ", "2026-03-16TT18:00",
		"2026-03-16T18-00", "2026-03-16T18:00-00",
	};

	moment = 7;
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		ok(!parses(none[i]));
	ok(!moment_parse((struct str){ "2026-03-16T18:0\0", 16 }, &moment));
	is(moment, 7);
}

static void
test_times(void)
{
	long seconds = 7;

	ok(moment_parse_time(STR("23:59:59"), &seconds));
	is(seconds, 86399);
	ok(moment_parse_time(STR("09:30"), &seconds));
	is(seconds, 34200);
	ok(!moment_parse_time(STR("24:00"), &seconds));
	ok(!moment_parse_time(STR("29:00"), &seconds));
	is(seconds, 34200);
}

static void
test_days(void)
{
	is(moment_day(0), 0);
	is(moment_day(86399), 0);
	is(moment_day(86400), 1);
	is(moment_day(-1), -1);
	is(moment_day(-86400), -1);
	is(moment_day(-86401), -2);
	ok(parses("0001-01-01T00:00"));
	is(moment_day(moment), DATE_MIN);
	ok(parses("9999-12-31T23:59:59"));
	is(moment_day(moment), DATE_MAX);
}

int
main(void)
{
	test_moments();
	test_none();
	test_times();
	test_days();
	return tap_done();
}
