#include "civic/prize.h"
#include "tap.h"

static int64_t
part(int64_t pool, int64_t unit, size_t count, size_t winner)
{
	int64_t p;

	return prize_part(pool, unit, count, winner, &p) ? p : -1;
}

int
main(void)
{
	is(part(100, 1, 3, 0), 34);
	is(part(100, 1, 3, 1), 33);
	is(part(100, 1, 3, 2), 33);
	is(part(100, 1, 1, 0), 100);
	is(part(3, 1, 3, 2), 1);
	is(part(2, 1, 3, 0), -1);
	is(part(1000, 100, 3, 0), 400);
	is(part(1000, 100, 3, 1), 300);
	is(part(1050, 100, 3, 0), -1);
	/* 2,000 MCI of 2,778 among 3, as published. */
	is(part(555600000, 1, 3, 0), 185200000);
	is(part(INT64_MAX, 1, 2, 0), INT64_MAX / 2 + 1);
	return tap_done();
}
