#include <string.h>

#include "civic/decimal.h"
#include "tap.h"

#define FAILED INT64_C(-77)

static int64_t
parse(const char *text, int places)
{
	int64_t units = FAILED;

	return decimal_parse((struct str){ text, strlen(text) }, places, &units)
		   ? units
		   : FAILED + (units != FAILED);
}

static bool
shows(int64_t units, int places, const char *want)
{
	char out[24];
	size_t n = decimal_format(out, units, places);

	return n == strlen(want) && memcmp(out, want, n) == 0;
}

static int64_t
muldiv(int64_t a, int64_t b, int64_t c, enum rounding r)
{
	int64_t out = FAILED;

	return decimal_muldiv(a, b, c, r, &out) ? out
						: FAILED + (out != FAILED);
}

static void
parses(void)
{
	is(parse("0", 0), 0);
	is(parse("0", 9), 0);
	is(parse("-0", 2), 0);
	is(parse("007", 0), 7);
	is(parse("12.5", 2), 1250);
	is(parse("12.50", 2), 1250);
	is(parse("-12.05", 2), -1205);
	is(parse("0.000000001", 9), 1);
	is(parse("9223372036854775807", 0), INT64_MAX);
	is(parse("-9223372036854775807", 0), -INT64_MAX);
	is(parse("9223372036.854775807", 9), INT64_MAX);
}

static void
refuses(void)
{
	static const char *const wrong[] = { "", "-", ".", "-.", ".5", "5.",
		"-5.", "+5", "--5", "5-", " 5", "5 ", "5,0", "5e0",
		"0x5", "1.2.3", "1.234", "1.230", "1 000", "NaN", "٥",
		"9223372036854775808", "92233720368547758.08",
		"92233720368547759", "99999999999999999999999" };

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		tap_is(parse(wrong[i], 2), FAILED, wrong[i]);
	is(parse("5\n", 2), FAILED);
	is(parse("5.0", 0), FAILED);
	is(parse("9223372036854775808", 0), FAILED);
	is(parse("-9223372036854775808", 0), FAILED);
}

static void
formats(void)
{
	ok(shows(0, 0, "0"));
	ok(shows(0, 2, "0.00"));
	ok(shows(5, 2, "0.05"));
	ok(shows(-5, 2, "-0.05"));
	ok(shows(-50, 1, "-5.0"));
	ok(shows(1250, 2, "12.50"));
	ok(shows(1250, 0, "1250"));
	ok(shows(1, 9, "0.000000001"));
	ok(shows(INT64_MAX, 0, "9223372036854775807"));
	ok(shows(INT64_MIN, 0, "-9223372036854775808"));
	ok(shows(INT64_MIN, 9, "-9223372036.854775808"));
	is(decimal_scale(0), 1);
	is(decimal_scale(9), 1000000000);
	is(decimal_scale(18), INT64_C(1000000000000000000));
}

static void
divides(void)
{
	is(decimal_divide(7, 2, ROUND_HALF_UP), 4);
	is(decimal_divide(7, 2, ROUND_HALF_EVEN), 4);
	is(decimal_divide(5, 2, ROUND_HALF_UP), 3);
	is(decimal_divide(5, 2, ROUND_HALF_EVEN), 2);
	is(decimal_divide(-5, 2, ROUND_HALF_UP), -3);
	is(decimal_divide(-5, 2, ROUND_HALF_EVEN), -2);
	is(decimal_divide(5, -2, ROUND_HALF_UP), -3);
	is(decimal_divide(-5, -2, ROUND_HALF_UP), 3);
	is(decimal_divide(4, 3, ROUND_HALF_UP), 1);
	is(decimal_divide(5, 3, ROUND_HALF_EVEN), 2);
	is(decimal_divide(0, 3, ROUND_HALF_UP), 0);
	is(decimal_divide(1, 3, ROUND_HALF_UP), 0);
	is(decimal_divide(INT64_MAX, 1, ROUND_HALF_UP), INT64_MAX);
	is(decimal_divide(INT64_MAX, INT64_MAX, ROUND_HALF_UP), 1);
	is(decimal_divide(INT64_MAX / 2, INT64_MAX, ROUND_HALF_UP), 0);
	is(decimal_divide(INT64_MAX / 2 + 1, INT64_MAX, ROUND_HALF_UP), 1);
}

static void
multiplies(void)
{
	is(muldiv(INT64_MAX, INT64_MAX, INT64_MAX, ROUND_HALF_UP), INT64_MAX);
	is(muldiv(-INT64_MAX, INT64_MAX, INT64_MAX, ROUND_HALF_UP),
	    -INT64_MAX);
	is(muldiv(3, 5, 10, ROUND_HALF_UP), 2);
	is(muldiv(3, 5, 6, ROUND_HALF_UP), 3);
	is(muldiv(3, 5, 6, ROUND_HALF_EVEN), 2);
	is(muldiv(3, 7, 6, ROUND_HALF_EVEN), 4);
	is(muldiv(3, -5, 6, ROUND_HALF_UP), -3);
	is(muldiv(3, -5, -6, ROUND_HALF_EVEN), 2);
	is(muldiv(INT64_MAX, 2, 1, ROUND_HALF_UP), FAILED);
	is(muldiv(INT64_MAX, INT64_MAX, 1, ROUND_HALF_UP), FAILED);
	is(muldiv(INT64_MAX, 3, 6, ROUND_HALF_UP), INT64_MAX / 2 + 1);
	is(muldiv(INT64_MAX, 3, 6, ROUND_HALF_EVEN), INT64_MAX / 2 + 1);
	is(muldiv(INT64_MAX - 2, 3, 6, ROUND_HALF_EVEN), INT64_MAX / 2 - 1);
}

int
main(void)
{
	parses();
	refuses();
	formats();
	divides();
	multiplies();
	return tap_done();
}
