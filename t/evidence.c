/* Evidence: logarithms and shares in whole numbers, against known ones. */

#include "civic/evidence.h"
#include "t/tap.h"

static struct evidence e;

/* log10 of 1 to 12, in 10^-4, from any table of four places. */
static const int64_t table[] = { 0, 3010, 4771, 6021, 6990, 7782, 8451, 9031,
	9542, 10000, 10414, 10792 };

static struct evidence_share
share(const int64_t *points, size_t count, int64_t num, int64_t den)
{
	return evidence_share(&e, points, count, points[0],
	    count > 1 ? points[1] : INT64_MIN / 2, num, den);
}

int
main(void)
{
	static const int64_t alone[] = { -5 }, two[] = { 0, 0 },
	    ten[] = { 10000, 0 }, far[] = { 900000, -900000 },
	    three[] = { 10000, 0, 0 };
	uint64_t n = 1;

	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		is(evidence_points(i + 1), table[i]);
	for (int64_t i = 0; i < 19; i++, n *= 10)
		is(evidence_points(n), i * 10000);
	is(evidence_points(4203), 36236);
	is(evidence_points(UINT32_MAX), 96330);
	is(evidence_points(UINT64_MAX), 192659);
	for (n = 2; n < 5000; n++)
		if (evidence_points(n) < evidence_points(n - 1))
			break;
	is(n, 5000);

	evidence_build(&e);
	is(share(alone, 1, 1, 1).highest, 10000);
	is(share(alone, 1, 1, 1).next, 0);
	is(share(two, 2, 1, 1).highest, 5000);
	is(share(two, 2, 1, 1).next, 5000);
	is(share(ten, 2, 1, 1).highest, 9090);
	is(share(ten, 2, 1, 1).next, 909);
	is(share(ten, 2, 7, 70).highest, 5573);
	is(share(far, 2, 1, 1).highest, 10000);
	is(share(far, 2, 1, 1).next, 0);
	is(share(far, 2, 7, 500000).highest, 5000);
	is(share(three, 3, 1, 1).highest, 8333);
	is(share(three, 3, 1, 1).next, 833);
	return tap_done();
}
