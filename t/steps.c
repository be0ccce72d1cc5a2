#include "civic/steps.h"
#include "tap.h"

enum { CONTRACTS = 500, NUMBERS = 40 };

static int32_t
day_of(uint32_t contract, int32_t no)
{
	return (int32_t)contract * 100 + no;
}

static bool
all_there(const struct steps *s)
{
	int32_t day;

	for (uint32_t c = 0; c < CONTRACTS; c++)
		for (int32_t no = 1; no <= NUMBERS; no++)
			if (!steps_find(s, c, no, &day) ||
			    day != day_of(c, no))
				return false;
	return true;
}

int
main(void)
{
	struct steps s = { 0 };
	uint64_t seen = 0, other = 0;
	int32_t day = -1;
	bool added = true;

	ok(!steps_find(&s, 0, 1, &day));
	for (int32_t no = 1; no <= NUMBERS; no++)
		for (uint32_t c = 0; c < CONTRACTS; c++)
			added &= steps_add(&s, c, no, day_of(c, no));
	ok(added);
	is(s.count, CONTRACTS * NUMBERS);
	ok(all_there(&s));
	ok(!steps_add(&s, 7, 7, 0));
	ok(steps_find(&s, 7, 7, &day) && day == 707);
	ok(!steps_find(&s, CONTRACTS, 1, &day));
	ok(!steps_find(&s, 0, NUMBERS + 1, &day));
	steps_free(&s);
	is(s.count, 0);

	ok(steps_meet(&s, &seen, 3, 1));
	ok(!steps_meet(&s, &seen, 3, 1));
	ok(steps_meet(&s, &seen, 3, 64));
	ok(!steps_meet(&s, &seen, 3, 64));
	is(s.count, 0);
	ok(steps_meet(&s, &seen, 3, 65));
	ok(!steps_meet(&s, &seen, 3, 65));
	ok(steps_meet(&s, &other, 4, 65));
	ok(steps_meet(&s, &other, 4, 1));
	is(s.count, 2);
	steps_free(&s);
	return tap_done();
}
