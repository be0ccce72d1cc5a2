#include "civic/clause.h"
#include "tap.h"

static bool
before(const char *a, const char *b)
{
	return clause_cmp(str_of(a), str_of(b)) < 0 &&
	    clause_cmp(str_of(b), str_of(a)) > 0;
}

int
main(void)
{
	ok(before("3", "12"));
	ok(before("5", "5-1"));
	ok(before("5", "5.1"));
	ok(before("5.2", "5.10"));
	ok(before("5.9", "6"));
	ok(before("", "1"));
	ok(before("9", "a"));
	ok(before("a", "a1"));
	ok(before("a2", "a10"));
	ok(before("99999999999999999999", "100000000000000000000"));
	ok(before("005", "5"));
	ok(before("005", "6"));
	ok(before("4", "005"));
	ok(before("0", "1"));
	ok(before("1\xd0\xb0", "1\xd0\xb1"));
	is(clause_cmp(STR("5.2"), STR("5.2")), 0);
	is(clause_cmp(STR(""), STR("")), 0);
	return tap_done();
}
