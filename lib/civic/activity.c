#include "civic/activity.h"

#include <limits.h>
#include <stddef.h>

enum activity_answer
activity_judge(long answered, long due, long day)
{
	if (due == LONG_MAX)
		return ACTIVITY_UNTIMED;
	if (answered <= day)
		return answered <= due ? ACTIVITY_IN_TIME : ACTIVITY_LATE;
	return day <= due ? ACTIVITY_WAITING : ACTIVITY_OVERDUE;
}

void
activity_count(struct activity *a, enum activity_answer how, int is_answered)
{
	a->recommendations++;
	a->answered += is_answered;
	a->in_time += how == ACTIVITY_IN_TIME;
	a->late += how == ACTIVITY_LATE;
	a->waiting += how == ACTIVITY_WAITING;
	a->overdue += how == ACTIVITY_OVERDUE;
	a->untimed += how == ACTIVITY_UNTIMED;
}

void
activity_sum(struct activity *sum, const struct activity *a)
{
	sum->meetings += a->meetings;
	sum->present += a->present;
	sum->absent += a->absent;
	sum->recommendations += a->recommendations;
	sum->answered += a->answered;
	sum->in_time += a->in_time;
	sum->late += a->late;
	sum->waiting += a->waiting;
	sum->overdue += a->overdue;
	sum->untimed += a->untimed;
	sum->accepted += a->accepted;
	sum->partly += a->partly;
	sum->rejected += a->rejected;
	sum->other += a->other;
	sum->head_unsigned += a->head_unsigned;
	sum->informed += a->informed;
	sum->annual += a->annual;
}

long
activity_points(long a, long b, long c, long d)
{
	return (c * b - a * d) * 10000 / (b * d);
}

long
activity_per_cent(long a, long b, long c, long d)
{
	return (c * b - a * d) * 10000 / (a * d);
}
