/* Who must file, and how an organisation stands on a day. */

#include "civic/date.h"
#include "civic/filing.h"
#include "tap.h"

static const struct str funds[] = { { "public-fund", 11 },
	{ "private-fund", 12 } };
static const struct str parties[] = { { "political-party", 15 } };

static const struct filing_case cases[] = {
	{ .duty = FILING_EXEMPT, .branch = FILING_YES, .why = { "branch", 6 } },
	{ .duty = FILING_EXEMPT, .form = parties, .forms = 1,
	    .why = { "party", 5 } },
	{ .duty = FILING_MUST, .form = funds, .forms = 2,
	    .endowment = FILING_YES, .why = { "endowment", 9 } },
	{ .duty = FILING_EXEMPT, .form = funds, .forms = 2,
	    .state_founder = FILING_YES, .why = { "state", 5 } },
	{ .duty = FILING_MUST, .form = funds, .forms = 2,
	    .state_founder = FILING_NO, .why = { "fund", 4 } },
};

static const struct filing_rules rules = { .month = 3, .dom = 31,
	.first_year = 2015, .rule = cases,
	.rules = sizeof(cases) / sizeof(cases[0]) };

static long
day(const char *text)
{
	long d = 0;

	return date_parse(str_of(text), &d) ? d : -1;
}

/* Why the deciding case decides. */
static struct str
why(struct filing_subject s)
{
	const struct filing_case *c = filing_case(&rules, &s);

	return c == NULL ? STR("no case") : c->why;
}

static void
test_cases(void)
{
	struct filing_subject s = { .form = STR("public-fund") };

	same(why(s), "fund");
	s.form = STR("private-fund");
	same(why(s), "fund");
	s.state_founder = true;
	same(why(s), "state");
	s.endowment = true;
	same(why(s), "endowment");
	s.branch = true;
	same(why(s), "branch");
	same(why((struct filing_subject){ .form = STR("political-party") }),
	    "party");
	same(why((struct filing_subject){ .form = STR("") }), "no case");
	same(why((struct filing_subject){ .form = STR("public") }), "no case");
	same(filing_duty_name(FILING_MUST), "must");
	same(filing_duty_name(FILING_EXEMPT), "exempt");
	same(filing_duty_name(FILING_UNCLEAR), "unclear");
}

/* "missing 2024 2025-03-31 15" */
static struct str
judged(int registered, const char *filed_on, int filed_for, const char *today)
{
	static char text[80];
	struct filing_subject s = { .registered = registered,
		.filed_for = filed_for, .filed_on = FILING_NEVER };
	struct filing f;
	char due[11];
	int n;

	if (filed_on != NULL)
		s.filed_on = day(filed_on);
	f = filing_judge(&rules, &s, day(today));
	date_format(f.due, due);
	n = snprintf(text, sizeof(text), "%.*s %d %s %ld",
	    STR_ARG(filing_status_name(f.status)), f.year, due, f.late);
	return (struct str){ text, (size_t)n };
}

static void
test_filed(void)
{
	/* By the last day is in time; the day after is late by one. */
	same(judged(2010, "2025-03-31", 0, "2025-06-01"),
	    "on-time 2024 2025-03-31 0");
	same(judged(2010, "2025-04-01", 0, "2025-06-01"),
	    "late 2024 2025-03-31 1");
	same(judged(2010, "2025-12-31", 0, "2026-03-31"),
	    "late 2024 2025-03-31 275");
	/* What was filed early counts for its year, also before the day. */
	same(judged(2010, "2025-01-10", 0, "2025-01-10"),
	    "on-time 2024 2025-03-31 0");
	/* The year filed for may be said: two years late, or for the last. */
	same(judged(2010, "2025-03-01", 2023, "2025-03-15"),
	    "late 2023 2024-03-31 335");
	same(judged(2010, "2025-03-01", 2024, "2025-03-15"),
	    "on-time 2024 2025-03-31 0");
}

static void
test_not_filed(void)
{
	/* On the last day itself nothing is missing for that year. */
	same(judged(2010, "2024-03-01", 0, "2025-03-31"),
	    "on-time 2023 2024-03-31 0");
	same(judged(2010, "2024-03-01", 0, "2025-04-01"),
	    "missing 2024 2025-03-31 1");
	same(judged(2010, NULL, 0, "2025-03-31"),
	    "missing 2023 2024-03-31 365");
	same(judged(2010, NULL, 0, "2025-04-15"),
	    "missing 2024 2025-03-31 15");
	/* Filed late for the year before does not help for the last. */
	same(judged(2010, "2024-12-20", 0, "2025-04-15"),
	    "missing 2024 2025-03-31 15");
	same(judged(0, NULL, 0, "2025-04-15"), "missing 2024 2025-03-31 15");
}

static void
test_new(void)
{
	/* Registered this year, or last year before the day: nothing due. */
	same(judged(2025, NULL, 0, "2025-04-15"), "open 2025 2026-03-31 0");
	same(judged(2024, NULL, 0, "2025-03-31"), "open 2024 2025-03-31 0");
	same(judged(2024, NULL, 0, "2025-04-01"), "missing 2024 2025-03-31 1");
	/* What is filed for a year in which it was not there is no filing. */
	same(judged(2026, "2026-02-01", 0, "2026-04-15"),
	    "open 2026 2027-03-31 0");
	same(judged(2025, "2026-02-01", 0, "2026-04-15"),
	    "on-time 2025 2026-03-31 0");
	/* Nor is one for a year before the first. */
	same(judged(2014, "2015-06-01", 0, "2016-03-01"),
	    "open 2015 2016-03-31 0");
	same(judged(2014, "2015-06-01", 0, "2016-04-01"),
	    "missing 2015 2016-03-31 1");
	/* Nothing was due before the first year. */
	same(judged(1999, NULL, 0, "2016-03-31"), "open 2015 2016-03-31 0");
	same(judged(1999, NULL, 0, "2016-04-01"), "missing 2015 2016-03-31 1");
}

int
main(void)
{
	test_cases();
	test_filed();
	test_not_filed();
	test_new();
	return tap_done();
}
