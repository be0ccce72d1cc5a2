#include "civic/activity.h"
#include "civic/date.h"
#include "civic/meeting.h"
#include "t/tap.h"

#include <limits.h>

static const struct meeting_share quorum = { 2, 3, false };
static const struct meeting_share half = { 1, 2, true };

/* By counting: so many are needed, and one fewer is not enough. */
static bool
needed_is_least(struct meeting_share share)
{
	for (long all = 1; all <= 100; all++) {
		long n = meeting_needed(share, all);

		if (!meeting_has(share, n, all) ||
		    (n > 0 && meeting_has(share, n - 1, all)))
			return false;
	}
	return true;
}

static void
test_shares(void)
{
	ok(meeting_has(quorum, 10, 15));
	ok(!meeting_has(quorum, 9, 15));
	ok(!meeting_has(quorum, 7, 11));
	ok(meeting_has(quorum, 8, 11));
	ok(meeting_has(quorum, 11, 16));
	ok(!meeting_has(quorum, 10, 16));
	ok(!meeting_has(half, 4, 8));
	ok(meeting_has(half, 5, 8));
	ok(meeting_has(half, 5, 9));
	ok(!meeting_has(half, 4, 9));
	is(meeting_needed(quorum, 11), 8);
	is(meeting_needed(quorum, 12), 8);
	is(meeting_needed(half, 8), 5);
	is(meeting_needed(half, 9), 5);
	ok(needed_is_least(quorum));
	ok(needed_is_least(half));
}

static void
test_stricter(void)
{
	struct meeting_majority m[] = { { .need = { 1, 2, false } },
		{ .need = { 1, 2, true } }, { .need = { 2, 3, false } } };
	struct meeting_law law = { .majority = m, .majorities = 3,
		.months = 12 };
	long day = 0, since = 0;

	is(meeting_stricter(&law, 0, 1), 1);
	is(meeting_stricter(&law, 1, 0), 1);
	is(meeting_stricter(&law, 1, 2), 2);
	is(meeting_stricter(&law, 2, 0), 2);
	date_parse(STR("2026-02-11"), &day);
	date_parse(STR("2025-02-11"), &since);
	is(meeting_since(&law, day), since);
}

static void
test_activity(void)
{
	is(activity_judge(10, 10, 20), ACTIVITY_IN_TIME);
	is(activity_judge(11, 10, 20), ACTIVITY_LATE);
	is(activity_judge(LONG_MAX, 20, 20), ACTIVITY_WAITING);
	is(activity_judge(LONG_MAX, 19, 20), ACTIVITY_OVERDUE);
	is(activity_judge(20, 20, 20), ACTIVITY_IN_TIME);
	/* What is answered tomorrow is not answered today. */
	is(activity_judge(21, 20, 20), ACTIVITY_WAITING);
	is(activity_judge(21, 19, 20), ACTIVITY_OVERDUE);
	is(activity_judge(10, LONG_MAX, 20), ACTIVITY_UNTIMED);

	/* From 5 of 10 to 6 of 10: ten points, and twenty per cent. */
	is(activity_points(5, 10, 6, 10), 1000);
	is(activity_per_cent(5, 10, 6, 10), 2000);
	is(activity_points(10, 15, 11, 15), 666);
	is(activity_per_cent(10, 15, 11, 15), 1000);
	is(activity_points(6, 10, 5, 10), -1000);
	is(activity_per_cent(6, 10, 5, 10), -1666);
}

int
main(void)
{
	test_shares();
	test_stricter();
	test_activity();
	return tap_done();
}
