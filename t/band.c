/* Bands: what is of one, at its limits, and how the limits are said. */

#include "civic/band.h"
#include "tap.h"

static const struct band band[] = {
	{ { "short", 5 }, 3, 12, 216250000, 1297500000, 500, 3000 },
	{ { "long", 4 }, 24, 36, 4325000000, BAND_NO_MOST, 10000, 0 },
};
static const struct bands bands = { .band = band, .count = 2,
	.mci = 432500 };

static void
test_limits(void)
{
	ok(!band_has_months(&band[0], 2));
	ok(band_has_months(&band[0], 3));
	ok(band_has_months(&band[0], 12));
	ok(!band_has_months(&band[0], 13));
	ok(!band_has_amount(&band[0], 216249999));
	ok(band_has_amount(&band[0], 216250000));
	ok(band_has_amount(&band[0], 1297500000));
	ok(!band_has_amount(&band[0], 1297500001));
	ok(!band_has_amount(&band[1], 4324999999));
	ok(band_has_amount(&band[1], INT64_MAX));
}

static void
test_words(void)
{
	struct buf b = { 0 };

	band_say_months(&band[1], &b);
	same(buf_str(&b), "24 to 36 months");
	buf_clear(&b);
	band_say_amounts(&bands, &band[0], &b);
	same(buf_str(&b), "2162500.00 to 12975000.00 (500 to 3000 MCI of "
	    "4325.00)");
	buf_clear(&b);
	band_say_amounts(&bands, &band[1], &b);
	same(buf_str(&b), "43250000.00 or more (10000 MCI of 4325.00)");
	buf_free(&b);
}

int
main(void)
{
	ok(band_find(&bands, STR("long")) == &band[1]);
	ok(band_find(&bands, STR("lon")) == NULL);
	test_limits();
	test_words();
	return tap_done();
}
