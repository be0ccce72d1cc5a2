#include "civic/replies.h"

#include <stdlib.h>

#include "base/buf.h"

static const struct replies_sum nothing = {
	.from = REPLIES_NO_DAY, .until = REPLIES_NO_DAY, .half_days = -1,
};

uint32_t
replies_group(struct replies *r, struct str key)
{
	size_t known = r->groups.count, number = map_add(&r->groups, key);

	if (number == known) {
		r->sum = buf_grow(r->sum, &r->room, number + 1,
		    sizeof(*r->sum));
		r->sum[number] = nothing;
	}
	return (uint32_t)number;
}

static void
add(struct replies_sum *s, const struct replies_one *one)
{
	s->given++;
	if (one->answered)
		s->kind[one->kind]++;
	else
		s->unanswered++;
	s->late += one->late;
	s->overdue += one->overdue;
	s->unknown += one->unknown;
	s->acts += one->act;
	if (one->received == REPLIES_NO_DAY)
		return;
	if (s->from == REPLIES_NO_DAY || one->received < s->from)
		s->from = one->received;
	if (s->until == REPLIES_NO_DAY || one->received > s->until)
		s->until = one->received;
}

void
replies_add(struct replies *r, uint32_t group, const struct replies_one *one)
{
	if (r->all.given == 0)
		r->all = nothing;
	add(&r->sum[group], one);
	add(&r->all, one);
	if (!one->answered || one->days < 0)
		return;
	r->days = buf_grow(r->days, &r->days_room, r->count + 1,
	    sizeof(*r->days));
	r->days[r->count++] = (struct order){
		(uint64_t)group << 32 | (uint32_t)one->days, group };
}

/* The middle one twice, or the two in the middle, of those in order. */
static int64_t
twice_median(const struct order *item, size_t count)
{
	return (int64_t)(uint32_t)item[(count - 1) / 2].key +
	    (uint32_t)item[count / 2].key;
}

static void
find_medians(struct replies *r)
{
	size_t end;

	if (r->count == 0)
		return;
	order_keys(r->days, r->count, NULL);
	for (size_t i = 0; i < r->count; i = end) {
		for (end = i; end < r->count &&
		    r->days[end].number == r->days[i].number; end++)
			continue;
		r->sum[r->days[i].number].half_days =
		    twice_median(r->days + i, end - i);
	}
	for (size_t i = 0; i < r->count; i++)
		r->days[i].key = (uint32_t)r->days[i].key;
	order_keys(r->days, r->count, NULL);
	r->all.half_days = twice_median(r->days, r->count);
}

static bool
is_whole(const struct replies_sum *s)
{
	int64_t sum = s->unanswered;

	for (size_t i = 0; i < REPLIES_KINDS; i++)
		sum += s->kind[i];
	return sum == s->given;
}

/* Whether the groups add up to all, in every count. */
static bool
adds_up(const struct replies *r)
{
	struct replies_sum left = r->all;

	for (size_t i = 0; i < r->groups.count; i++) {
		const struct replies_sum *s = &r->sum[i];

		if (!is_whole(s))
			return false;
		left.given -= s->given;
		left.unanswered -= s->unanswered;
		left.late -= s->late;
		left.overdue -= s->overdue;
		left.unknown -= s->unknown;
		left.acts -= s->acts;
		for (size_t k = 0; k < REPLIES_KINDS; k++)
			left.kind[k] -= s->kind[k];
	}
	for (size_t k = 0; k < REPLIES_KINDS; k++)
		if (left.kind[k] != 0)
			return false;
	return left.given == 0 && left.unanswered == 0 && left.late == 0 &&
	    left.overdue == 0 && left.unknown == 0 && left.acts == 0;
}

bool
replies_find(struct replies *r)
{
	if (r->all.given == 0)
		r->all = nothing;
	find_medians(r);
	return is_whole(&r->all) && adds_up(r);
}

void
replies_free(struct replies *r)
{
	map_free(&r->groups);
	free(r->sum);
	free(r->days);
}
