#include "civic/concentration.h"
#include "tap.h"

enum { PARTS = 40, SCALE = 10000 };

/*
 * The same by the other definition, the sum of all differences between two
 * over 2 * n * the sum of all, which needs no order and no ranks.
 */
static int64_t
by_differences(const int64_t *part, size_t count)
{
	int64_t differences = 0, sum = 0, below;

	for (size_t i = 0; i < count; i++) {
		sum += part[i];
		for (size_t j = 0; j < count; j++)
			differences += part[i] > part[j] ? part[i] - part[j] :
			    part[j] - part[i];
	}
	below = 2 * (int64_t)count * sum;
	return (differences * SCALE * 2 + below) / (2 * below);
}

static void
insert(int64_t *part, size_t count, int64_t value)
{
	for (; count > 0 && part[count - 1] > value; count--)
		part[count] = part[count - 1];
	part[count] = value;
}

/* Of samples of all sizes. */
static bool
agree(void)
{
	int64_t part[PARTS];
	uint32_t x = 1;

	for (size_t count = 1; count <= PARTS; count++)
		for (int round = 0; round < 20; round++) {
			for (size_t i = 0; i < count; i++) {
				x = x * 1664525 + 1013904223;
				insert(part, i, x >> (12 + round % 15));
			}
			for (size_t i = 0; i < count; i++)
				part[i]++;
			if (concentration_of(part, count).gini !=
			    by_differences(part, count))
				return false;
		}
	return true;
}

int
main(void)
{
	int64_t one[] = { 7 }, same[] = { 5, 5, 5, 5 };
	int64_t four[] = { 1, 2, 3, 4 };
	int64_t seven[] = { 1, 1, 2, 2, 3, 4, 7 };
	int64_t half[] = { 1, 20000 - 1 };
	int64_t huge[] = { 1, 1, 1, 1, 1, INT64_MAX - 5 };

	is(concentration_of(one, 1).first, 10000);
	is(concentration_of(one, 1).gini, 0);
	is(concentration_of(same, 4).gini, 0);
	is(concentration_of(four, 4).gini, 2500);
	is(concentration_of(four, 4).first, 10000);
	is(concentration_of(seven, 7).first, 9000);
	/* 4999.5: halves go up. */
	is(concentration_of(half, 2).gini, 5000);
	is(concentration_of(huge, 6).first, 10000);
	is(concentration_of(huge, 6).gini, 8333);
	ok(agree());
	return tap_done();
}
