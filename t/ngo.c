/* Cards whose fields are each well written, and yet wrong. */

#include "civic/date.h"
#include "civic/ngo.h"
#include "tap.h"

static long today;

/* The head of a public organisation, and a branch: published numbers. */
#define HEAD "940140000385"
#define BRANCH "950341000052"

static struct ngo_card
card(const char *bin)
{
	struct ngo_card c = { 0 };

	for (size_t i = 0; i < NGO_FIELDS; i++)
		c.value[i] = STR("");
	c.value[NGO_BIN] = str_of(bin);
	return c;
}

/* All faults in one text: "filed_on: after today. " */
static struct str
faults(struct ngo_card c)
{
	static char text[400];
	struct ngo_fault fault[NGO_FAULTS_MAX];
	size_t n, len = 0;

	ngo_read(&c, today);
	if (c.badly_written)
		return STR("badly written");
	n = ngo_check(&c, today, fault);
	for (size_t i = 0; i < n; i++)
		len += (size_t)snprintf(text + len, sizeof(text) - len,
		    "%s: %s. ", ngo_field_name(fault[i].field), fault[i].why);
	return (struct str){ text, len };
}

static void
test_read(void)
{
	struct ngo_card c = card(BRANCH);

	ngo_read(&c, today);
	ok(c.subject.branch);
	is(c.subject.registered, 1995);
	ok(c.subject.filed_on == FILING_NEVER);
	ok(c.registered_on == FILING_NEVER);
	c = card("080552999241");
	ngo_read(&c, today);
	ok(c.subject.branch);
	c = card("220140006999");
	c.value[NGO_STATE_FOUNDER] = STR("yes");
	ngo_read(&c, today);
	ok(!c.subject.branch);
	is(c.subject.registered, 2022);
	ok(c.subject.state_founder);
	ok(!c.subject.endowment);
	c.value[NGO_REGISTERED_ON] = STR("2019-05-06");
	c.value[NGO_ENDOWMENT] = STR("yes");
	c.value[NGO_FILED_FOR] = STR("2023");
	c.value[NGO_FORM] = STR("other");
	ngo_read(&c, today);
	is(c.subject.registered, 2019);
	is(c.subject.filed_for, 2023);
	ok(c.subject.endowment);
	same(c.subject.form, "other");
}

/*
 * Two digits are a year of this century unless that is still to come, and
 * the one of the last is not too old.
 */
static void
test_century(void)
{
	struct ngo_card c = card("220140006999");
	long day = 0;

	date_parse(STR("2021-12-31"), &day);
	ngo_read(&c, day);
	is(c.subject.registered, 2022);
	c.value[NGO_BIN] = STR(HEAD);
	ngo_read(&c, day);
	is(c.subject.registered, 1994);
	c.value[NGO_BIN] = STR("220140006999");
	date_parse(STR("2022-01-01"), &day);
	ngo_read(&c, day);
	is(c.subject.registered, 2022);
}

static void
test_check(void)
{
	struct ngo_card c = card(HEAD);

	same(faults(c), "");
	c.value[NGO_STATUS] = STR("no-bin");
	same(faults(c), "status: not of a card with a BIN. ");
	c.value[NGO_STATUS] = STR("active");
	c.value[NGO_PARENT] = STR(HEAD);
	same(faults(c), "parent: the organisation itself. ");
	c.value[NGO_PARENT] = STR(BRANCH);
	c.value[NGO_REGISTERED_ON] = STR("2025-04-16");
	same(faults(c), "registered_on: after today. ");
	c.value[NGO_REGISTERED_ON] = STR("2025-04-15");
	same(faults(c), "");
	c.value[NGO_REGISTERED_ON] = STR("2025-4-15");
	same(faults(c), "badly written");
	same(faults(card("940140000380")), "badly written");
}

static void
test_check_filing(void)
{
	struct ngo_card c = card(HEAD);

	c.value[NGO_FILED_FOR] = STR("2024");
	same(faults(c), "filed_for: a year, but filed_on is empty. ");
	c.value[NGO_FILED_ON] = STR("2025-04-16");
	same(faults(c), "filed_on: after today. ");
	c.value[NGO_FILED_ON] = STR("2025-04-15");
	same(faults(c), "");
	c.value[NGO_FILED_FOR] = STR("2025");
	same(faults(c), "filed_for: a year that was not over on filed_on. ");
	c.value[NGO_REGISTERED_ON] = STR("2023-06-01");
	c.value[NGO_FILED_ON] = STR("2023-05-31");
	c.value[NGO_FILED_FOR] = STR("2022");
	same(faults(c), "filed_on: before registered_on. "
	    "filed_for: a year before registered_on. ");
	c.value[NGO_FILED_ON] = STR("2023-06-01");
	same(faults(c), "filed_for: a year before registered_on. ");
	c.value[NGO_FILED_ON] = STR("2024-05-31");
	c.value[NGO_FILED_FOR] = STR("2023");
	same(faults(c), "");
	c.value[NGO_FILED_FOR] = STR("then");
	same(faults(c), "badly written");
}

/* Nobody files for a year in which there was no organisation. */
static void
test_check_first_year(void)
{
	struct ngo_card c = card("220140006999");

	c.value[NGO_FILED_ON] = STR("2022-02-01");
	same(faults(c), "filed_on: files for the year before it, "
	    "which is before the BIN's. ");
	c.value[NGO_FILED_FOR] = STR("2021");
	same(faults(c), "filed_for: a year before that of the BIN. ");
	c.value[NGO_REGISTERED_ON] = STR("2021-12-31");
	same(faults(c), "");
	c.value[NGO_REGISTERED_ON] = STR("2022-01-05");
	same(faults(c), "filed_for: a year before registered_on. ");
	c.value[NGO_FILED_FOR] = STR("");
	same(faults(c), "filed_on: files for the year before it, "
	    "which is before registered_on. ");
	c.value[NGO_FILED_ON] = STR("2023-01-01");
	same(faults(c), "");
}

static struct str
doubt(struct ngo_card c, const char *day)
{
	const char *why;
	long d = 0;

	date_parse(str_of(day), &d);
	ngo_read(&c, d);
	why = ngo_doubt(&c, d);
	return why == NULL ? STR("") : str_of(why);
}

static void
test_doubt(void)
{
	struct ngo_card c = card("220140006999");

	same(doubt(c, "2022-01-01"), "");
	same(doubt(c, "2021-12-31"), "its year and month are after today");
	same(doubt(c, "2018-04-15"), "its year and month are after today");
	same(doubt(card(HEAD), "2018-04-15"), "");
	same(doubt(card("220960999012"), "2025-04-15"),
	    "its digits 5 and 6 are those of entrepreneurs or farms");
	same(doubt(card("220943999054"), "2025-04-15"),
	    "its digits 5 and 6 are those of entrepreneurs or farms");
	same(doubt(card("220942999044"), "2025-04-15"), "");
	same(doubt(card("220950999038"), "2025-04-15"), "");
	c.value[NGO_REGISTERED_ON] = STR("2022-01-31");
	same(doubt(c, "2025-04-15"), "");
	c.value[NGO_REGISTERED_ON] = STR("2022-02-01");
	same(doubt(c, "2025-04-15"),
	    "its year and month are not those of registered_on");
	c.value[NGO_REGISTERED_ON] = STR("2021-12-31");
	same(doubt(c, "2025-04-15"),
	    "its year and month are not those of registered_on");
}

int
main(void)
{
	date_parse(STR("2025-04-15"), &today);
	test_read();
	test_century();
	test_check();
	test_check_filing();
	test_check_first_year();
	test_doubt();
	return tap_done();
}
