#ifndef CIVIC_ACTIVITY_H
#define CIVIC_ACTIVITY_H

/* What a council did in a period, in numbers that can be added. */

struct activity {
	long meetings;
	long present, absent;		/* members at them */
	long recommendations;	/* the sum of the next five */
	long in_time, late;		/* answered */
	long waiting, overdue;		/* not answered */
	long untimed;			/* whose term cannot be told */
	long answered;
	long accepted, partly, rejected, other;	/* of those answered */
	long head_unsigned;		/* not signed by the first head */
	long informed;			/* times in the year of the day */
	long annual;			/* reports on the year before it */
};

/* How a recommendation stands on a day. */
enum activity_answer {
	ACTIVITY_IN_TIME,
	ACTIVITY_LATE,
	ACTIVITY_WAITING,
	ACTIVITY_OVERDUE,
	ACTIVITY_UNTIMED,	/* nobody can tell when it was due */
};

/*
 * answered is the day of the answer, or LONG_MAX; due the last day for it,
 * or LONG_MAX where it cannot be told.  An answer after the day is none yet.
 */
enum activity_answer activity_judge(long answered, long due, long day);

/* Count a recommendation that stands so; an answer must have come or not. */
void activity_count(struct activity *a, enum activity_answer how,
    int is_answered);

void activity_sum(struct activity *sum, const struct activity *a);

/*
 * The change of a share, from a of b to c of d, none of which is 0, in
 * hundredths, cut: in points (of a hundred), and in per cent of what it was.
 */
long activity_points(long a, long b, long c, long d);
long activity_per_cent(long a, long b, long c, long d);

#endif
