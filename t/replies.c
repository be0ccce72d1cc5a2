#include "civic/replies.h"
#include "tap.h"

static void
answer(struct replies *r, const char *group, size_t kind, int32_t days)
{
	struct replies_one one = { .answered = true, .kind = kind,
		.received = 100 + days, .days = days, .act = kind == 0 };

	replies_add(r, replies_group(r, str_of(group)), &one);
}

int
main(void)
{
	struct replies r = { 0 }, empty = { 0 };
	struct replies_one open = { .overdue = true, .received = 50 };
	struct replies_one odd = { .received = REPLIES_NO_DAY,
		.unknown = true };

	answer(&r, "a", 0, 10);
	answer(&r, "b", 1, 3);
	answer(&r, "a", 1, 1);
	answer(&r, "a", 15, 4);
	answer(&r, "a", 0, 5);
	answer(&r, "b", 2, -1);
	replies_add(&r, replies_group(&r, STR("b")), &open);
	replies_add(&r, replies_group(&r, STR("c")), &odd);
	ok(replies_find(&r));
	is(r.groups.count, 3);
	is(r.sum[0].given, 4);
	is(r.sum[0].kind[0], 2);
	is(r.sum[0].kind[15], 1);
	is(r.sum[0].half_days, 9);
	is(r.sum[0].acts, 2);
	is(r.sum[0].from, 101);
	is(r.sum[0].until, 110);
	is(r.sum[1].given, 3);
	is(r.sum[1].unanswered, 1);
	is(r.sum[1].overdue, 1);
	is(r.sum[1].half_days, 6);
	is(r.sum[1].from, 50);
	is(r.sum[2].half_days, -1);
	is(r.sum[2].from, REPLIES_NO_DAY);
	is(r.all.given, 8);
	is(r.all.unanswered, 2);
	is(r.all.unknown, 1);
	is(r.all.half_days, 8);
	is(r.all.from, 50);
	is(r.all.until, 110);
	r.sum[1].late++;
	ok(!replies_find(&r));
	r.sum[1].late--;
	ok(replies_find(&r));
	r.sum[1].kind[3]++;
	r.all.kind[3]++;
	ok(!replies_find(&r));
	ok(replies_find(&empty));
	is(empty.all.half_days, -1);
	replies_free(&r);
	replies_free(&empty);
	return tap_done();
}
