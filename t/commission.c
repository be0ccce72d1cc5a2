#include "civic/commission.h"
#include "tap.h"

enum { EXPERTS = 6, LOTS = 2 };

int
main(void)
{
	static const struct str affiliation[] = { { "1", 1 }, { "12", 2 } };
	struct commission_expert expert[EXPERTS] = {
		{ .member = true, .seat = COMMISSION_PRESENT },
		{ .member = true, .seat = COMMISSION_REMOTE },
		{ .member = true, .seat = COMMISSION_ABSENT },
		{ .member = true },
		{ .member = true, .seat = COMMISSION_PRESENT,
		    .affiliation = affiliation, .affiliations = 2 },
		{ .member = false, .seat = COMMISSION_PRESENT },
	};
	struct commission_part part[LOTS * EXPERTS] = { 0 };
	const struct commission c = { .expert = expert, .experts = EXPERTS,
		.lots = LOTS, .part = part };
	struct commission_tally t;

	/* Who is absent, or not named, or no member, does not count. */
	is(commission_members(&c), 5);
	is(commission_sitting(&c), 3);
	commission_part(&c, 1, 0)->ballot = COMMISSION_FOR;
	commission_part(&c, 1, 1)->ballot = COMMISSION_AGAINST;
	commission_part(&c, 1, 2)->ballot = COMMISSION_FOR;
	commission_part(&c, 1, 5)->ballot = COMMISSION_FOR;
	t = commission_tally(&c, 1);
	is(t.members, 5);
	is(t.voters, 3);
	is(t.in_favour, 1);
	is(t.against, 1);
	is(t.abstained, 0);
	is(t.silent, 1);
	/* Nor who is recused, in that lot alone. */
	commission_part(&c, 1, 0)->recused = true;
	commission_part(&c, 1, 5)->recused = true;
	commission_part(&c, 1, 4)->ballot = COMMISSION_ABSTAINED;
	t = commission_tally(&c, 1);
	is(t.recused, 1);
	is(t.voters, 2);
	is(t.in_favour, 0);
	is(t.abstained, 1);
	ok(!commission_votes(&c, 1, 0));
	ok(commission_votes(&c, 0, 0));
	ok(!commission_votes(&c, 0, 2));
	ok(!commission_votes(&c, 0, 5));
	is(commission_tally(&c, 0).voters, 3);
	ok(commission_belongs(&expert[4], STR("12")));
	ok(!commission_belongs(&expert[4], STR("2")));
	ok(!commission_belongs(&expert[0], STR("1")));
	return tap_done();
}
