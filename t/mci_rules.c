/* The MCI of each day, from the shared rule file. */

#include "civic/date.h"
#include "io/mci_rules.h"
#include "tap.h"

static struct arena run;

static struct mci
on(const char *date)
{
	long day = 0;

	ok(date_parse(str_of(date), &day));
	return mci_rules_on(&run, "mci", day);
}

static void
test_years(void)
{
	static const struct {
		const char *day;
		int tenge;
	} want[] = {
		{ "2015-01-01", 1982 }, { "2015-12-31", 1982 },
		{ "2016-06-30", 2121 }, { "2017-07-01", 2269 },
		{ "2018-02-28", 2405 }, { "2019-12-31", 2525 },
		{ "2020-01-01", 2651 }, { "2020-03-31", 2651 },
		{ "2020-04-01", 2778 }, { "2020-12-31", 2778 },
		{ "2021-01-01", 2917 }, { "2022-03-31", 3063 },
		{ "2022-04-01", 3180 }, { "2023-01-01", 3450 },
		{ "2024-02-29", 3692 }, { "2025-12-31", 3932 },
		{ "2026-01-01", 4325 }, { "2026-12-31", 4325 },
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++)
		is(on(want[i].day).tiyn, want[i].tenge * 100);
}

/* The sums of two calls for prizes, as they were published. */
static void
test_published(void)
{
	struct rule count = { .kind = RULE_TEXT, .text = { "2000", 4 } };
	struct mci y2017 = on("2017-09-01"), y2020 = on("2020-09-01");

	is(15 * mci_rules_amount(&y2020, &count), 8334000000);
	is(15 * mci_rules_amount(&y2017, &count), 6807000000);
	count.text = STR("100000000");
	is(mci_rules_amount(&y2020, &count), 27780000000000);
}

/* What is from memory says so; the two that sums confirm do not. */
static void
test_cites(void)
{
	same(on("2020-03-31").cite, "Law on the republican budget for "
	    "2020-2022 (to be confirmed)");
	same(on("2020-04-01").cite, "Law on the republican budget for "
	    "2020-2022, as amended");
	same(on("2017-01-01").cite, "Law on the republican budget for "
	    "2017-2019");
}

int
main(void)
{
	test_years();
	test_published();
	test_cites();
	arena_reset(&run);
	return tap_done();
}
