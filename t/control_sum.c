/* Sums of public control: a count that is wrong by one is found out. */

#include "civic/control_sum.h"
#include "tap.h"

static struct control_reply replies[] = {
	{ .no = { "1", 1 }, .separate = CONTROL_JOINT,
	    .is = { .state = CONTROL_IN_TIME } },
	{ .no = { "2", 1 }, .is = { .state = CONTROL_OVERDUE, .days = 3 } },
	{ .no = { "3", 1 }, .is = { .state = CONTROL_OVERDUE, .days = 2 } },
};

static const struct control_case acts[] = {
	{ .is = { .subjects = CONTROL_CONFORM, .document = CONTROL_COMPLETE,
	    .sending = { .state = CONTROL_IN_TIME } },
	    .reply = replies, .replies = 3 },
	{ .is = { .notice = { { .state = CONTROL_LATE, .days = 9 },
	    { .state = CONTROL_MISSED } }, .notices = 2,
	    .sending = { .state = CONTROL_OPEN } }, .refused = 2 },
};

int
main(void)
{
	struct control_sum group[2] = { { .overdue_days = 0 } }, all = group[0];

	ok(control_sum_holds(group, 0, &all));
	for (size_t i = 0; i < 2; i++) {
		control_sum_add(&group[i], &acts[i]);
		control_sum_add(&all, &acts[i]);
	}
	ok(all.n[CONTROL_SUM_ACTS] == 2);
	ok(all.n[CONTROL_SUM_WRONG] == 2);
	ok(all.n[CONTROL_SUM_REFUSED] == 2);
	ok(all.n[CONTROL_SUM_NOTICES] == 2);
	ok(all.n[CONTROL_SUM_NOTICES + 1 + CONTROL_MISSED] == 1);
	ok(all.n[CONTROL_SUM_ANSWERS] == 3);
	ok(all.n[CONTROL_SUM_ANSWERS + 1 + CONTROL_OVERDUE] == 2);
	ok(all.n[CONTROL_SUM_NOT_SEPARATE] == 1);
	ok(all.overdue_days == 3);
	ok(control_sum_holds(group, 2, &all));
	ok(!control_sum_holds(group, 1, &all));
	ok(!control_sum_holds(group + 1, 1, &all));

	/* One more or less in any place of all, or of a group, is seen. */
	for (size_t i = 0; i < CONTROL_SUM_PLACES; i++) {
		bool seen = true;

		all.n[i]++;
		seen &= !control_sum_holds(group, 2, &all);
		all.n[i] -= 2;
		seen &= !control_sum_holds(group, 2, &all);
		all.n[i]++;
		ok(seen);
	}
	all.overdue_days = 2;
	ok(!control_sum_holds(group, 2, &all));
	all.overdue_days = 3;
	ok(control_sum_holds(group, 2, &all));

	/* Also when both are wrong in the same way, but the states are not. */
	for (size_t i = CONTROL_SUM_SUBJECTS; i < CONTROL_SUM_NOT_SEPARATE;
	    i++) {
		group[0].n[i]++;
		all.n[i]++;
		ok(!control_sum_holds(group, 2, &all));
		group[0].n[i]--;
		all.n[i]--;
	}

	/* And when two groups are wrong, each by what the other lacks. */
	for (size_t i = CONTROL_SUM_SUBJECTS; i < CONTROL_SUM_NOT_SEPARATE;
	    i++) {
		group[0].n[i]++;
		group[1].n[i]--;
		ok(!control_sum_holds(group, 2, &all));
		group[0].n[i]--;
		group[1].n[i]++;
	}
	return tap_done();
}
