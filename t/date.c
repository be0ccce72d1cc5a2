/* Days as numbers. */

#include "tap.h"

#include "civic/date.h"

static long
day_of(int year, int month, int dom)
{
	long day;

	return date_make(year, month, dom, &day) ? day : -1000000;
}

static struct str
text_of(long day)
{
	static char text[11];

	date_format(day, text);
	return str_of(text);
}

static long
parsed(const char *text)
{
	long day = -1000000;

	date_parse(str_of(text), &day);
	return day;
}

static bool
is_refused(const char *text)
{
	long day = 7;

	return !date_parse(str_of(text), &day) && day == 7;
}

/* Each day follows the one before, and every way back and forth agrees. */
static bool
all_days_agree(void)
{
	static const int length[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	long next = DATE_MIN, day = 0;
	int y, m, d;

	for (int year = 1; year <= 9999; year++)
		for (int month = 1; month <= 12; month++) {
			bool leap = month == 2 && (year % 400 == 0 ||
			    (year % 4 == 0 && year % 100 != 0));
			int last = length[month - 1] + leap;

			if (date_make(year, month, 0, &day) ||
			    date_make(year, month, last + 1, &day))
				return false;
			for (int dom = 1; dom <= last; dom++, next++) {
				if (!date_make(year, month, dom, &day) ||
				    day != next)
					return false;
				date_split(day, &y, &m, &d);
				if (y != year || m != month || d != dom)
					return false;
				if (!date_parse(text_of(day), &day) ||
				    day != next)
					return false;
			}
		}
	return next == DATE_MAX + 1;
}

static void
test_numbers(void)
{
	ok(all_days_agree());
	is(day_of(1970, 1, 1), 0);
	is(day_of(1969, 12, 31), -1);
	is(day_of(2000, 3, 1), 11017);
	is(day_of(2024, 2, 29), 19782);
	is(day_of(1, 1, 1), DATE_MIN);
	is(day_of(9999, 12, 31), DATE_MAX);
	is(day_of(0, 12, 31), -1000000);
	is(day_of(10000, 1, 1), -1000000);
	is(day_of(2024, 0, 1), -1000000);
	is(day_of(2024, 13, 1), -1000000);
	is(day_of(2024, 4, -1), -1000000);
	same(text_of(0), "1970-01-01");
	same(text_of(DATE_MIN), "0001-01-01");
	same(text_of(DATE_MAX), "9999-12-31");
}

static void
test_texts(void)
{
	static const char *const bad[] = {
		"", "2024", "2024-02-30", "2023-02-29", "1900-02-29",
		"2024-04-31", "2024-00-10", "2024-13-10", "2024-10-00",
		"2024-10-32", "0000-01-01", "2024-1-01", "2024-01-1",
		"2024-01-011", " 2024-01-01", "2024-01-01 ", "2024/01/01",
		"2024-01/01", "20240-1-01", "+024-01-01", "-024-01-01",
		"2O24-01-01", "202a-01-01", "2024-a1-01", "2024-0:-01",
		"2024-01-0/", "2024-01--1", "01.02.2024", "2024-01-01T00:00",
	};
	size_t count = 0;
	long day = 0;

	is(parsed("2024-02-29"), 19782);
	is(parsed("2000-02-29"), 11016);
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		count += is_refused(bad[i]);
	is(count, sizeof(bad) / sizeof(*bad));
	ok(!date_parse((struct str){ "2024-01-0\0", 10 }, &day));
	ok(date_parse((struct str){ "2024-01-01junk", 10 }, &day));
}

static void
test_weekdays(void)
{
	is(date_weekday(0), 3);		/* a Thursday */
	is(date_weekday(-1), 2);
	is(date_weekday(parsed("2024-04-29")), 0);
	is(date_weekday(parsed("2026-05-10")), 6);
	is(date_weekday(DATE_MIN), 0);
	is(date_weekday(DATE_MAX), 4);
}

static void
test_months(void)
{
	same(text_of(date_add_months(parsed("2024-01-31"), 1)), "2024-02-29");
	same(text_of(date_add_months(parsed("2023-01-31"), 1)), "2023-02-28");
	same(text_of(date_add_months(parsed("2023-12-31"), 2)), "2024-02-29");
	same(text_of(date_add_months(parsed("2024-05-31"), 1)), "2024-06-30");
	same(text_of(date_add_months(parsed("2024-11-15"), 2)), "2025-01-15");
	same(text_of(date_add_months(parsed("2024-02-29"), 12)), "2025-02-28");
	same(text_of(date_add_months(parsed("2024-03-31"), -1)), "2024-02-29");
	same(text_of(date_add_months(parsed("2024-01-15"), -1)), "2023-12-15");
	same(text_of(date_add_months(parsed("2024-01-15"), -13)), "2022-12-15");
	same(text_of(date_add_months(parsed("2024-01-15"), 0)), "2024-01-15");
	same(text_of(date_add_months(parsed("9999-12-01"), 1)), "9999-12-31");
	same(text_of(date_add_months(parsed("0001-01-31"), -1)), "0001-01-01");
}

int
main(void)
{
	test_numbers();
	test_texts();
	test_weekdays();
	test_months();
	return tap_done();
}
