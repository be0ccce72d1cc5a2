/* The clock's offset from UTC, moments with it; identifiers of organisations. */

#include "civic/date.h"
#include "civic/offset.h"
#include "civic/org_id.h"
#include "t/tap.h"

static struct buf out;

static const char *
text(bool good)
{
	static char copy[64];

	snprintf(copy, sizeof(copy), "%s%.*s", good ? "" : "-", (int)out.n,
	    out.n > 0 ? out.p : "");
	buf_clear(&out);
	return copy;
}

static long
minutes(const char *s)
{
	long n = 7;

	return offset_parse(str_of(s), &n) ? n : 9999 + n;
}

static const char *
moment(const char *date, long second)
{
	static struct offset list[3] = { { 0, 360 }, { 0, 300 }, { 0, -90 } };
	long day = 0;

	date_parse(STR("2004-10-31"), &list[0].from);
	date_parse(STR("2024-03-01"), &list[1].from);
	date_parse(STR("2100-01-01"), &list[2].from);
	ok(date_parse(str_of(date), &day));
	return text(offset_moment(&out, list, 3, day, second));
}

static const char *
id(const char *s)
{
	org_id_make(&out, str_of(s));
	return text(true);
}

#define gives(got, want) same(str_of(got), want)

int
main(void)
{
	is(minutes("+05:00"), 300);
	is(minutes("-09:30"), -570);
	is(minutes("+00:00"), 0);
	is(minutes("+23:59"), 1439);
	is(minutes("05:00"), 10006);
	is(minutes("+5:00"), 10006);
	is(minutes("+24:00"), 10006);
	is(minutes("+05:60"), 10006);
	is(minutes("+0500"), 10006);
	is(minutes("+05:00 "), 10006);
	is(minutes("Z"), 10006);
	is(minutes(""), 10006);

	gives(moment("2026-04-15", 0), "2026-04-15T00:00:00+05:00");
	gives(moment("2024-03-01", 0), "2024-03-01T00:00:00+05:00");
	gives(moment("2024-02-29", 86399), "2024-02-29T23:59:59+06:00");
	gives(moment("2004-10-31", 3661), "2004-10-31T01:01:01+06:00");
	gives(moment("2004-10-30", 0), "-");
	gives(moment("2100-01-01", 64800), "2100-01-01T18:00:00-01:30");
	ok(!offset_moment(&out, NULL, 0, 0, 0));

	gives(id("090340999022"), "KZ-BIN-090340999022");
	gives(id("090340999023"), "090340999023");
	gives(id("GB-CHC-1126147"), "GB-CHC-1126147");
	gives(id("KZ-BIN-090340999022"), "KZ-BIN-090340999022");
	gives(id(""), "");
	ok(org_id_is_bin(STR("090340999022")));
	ok(!org_id_is_bin(STR("90340999022")));
	return tap_done();
}
