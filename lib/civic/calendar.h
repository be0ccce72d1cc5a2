#ifndef CIVIC_CALENDAR_H
#define CIVIC_CALENDAR_H

/*
 * Which days are worked, and why the others are not: weekends, public
 * holidays, the shift of a holiday that falls on a weekend, and transfers
 * by decree.  A calendar spans some years and knows nothing of other days:
 * it never guesses.  Read from share/rules/calendar.yaml by
 * io/calendar_rules.h.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* A holiday on the same date of every year from one year until another. */
struct calendar_yearly {
	struct str name;
	int month, dom;
	int from, until;
	bool shifts;	/* on a weekend, it gives the next working day off */
};

/* A holiday on one day: a feast of the lunar calendar. */
struct calendar_dated {
	struct str name;
	long day;
	bool shifts;
	bool estimated;	/* not confirmed yet */
};

/* A working day made a day off, and the day off that is worked instead. */
struct calendar_transfer {
	long off, worked;
};

struct calendar_plan {
	long first, last;
	bool weekend[7];	/* Monday first */
	const struct calendar_yearly *yearly;
	const struct calendar_dated *dated;
	const struct calendar_transfer *transfer;
	size_t yearly_count, dated_count, transfer_count;
};

enum calendar_kind {
	CALENDAR_UNKNOWN,	/* outside the calendar */
	CALENDAR_WORKDAY,
	CALENDAR_WORKED,	/* by transfer, else a day off */
	CALENDAR_WEEKEND,
	CALENDAR_HOLIDAY,
	CALENDAR_SHIFTED,	/* off for a holiday on a weekend */
	CALENDAR_TRANSFERRED,	/* off by transfer, else a working day */
};

struct calendar_day {
	enum calendar_kind kind;
	bool weekend;		/* by its day of the week */
	bool shifts;		/* a holiday that shifts */
	bool estimated;
	struct str name;	/* of the holiday, also of a shifted one */
	long other;		/* shifted or transferred: the other day */
};

struct calendar {
	long first, last;
	struct calendar_day *day;
};

enum calendar_fault {
	CALENDAR_GOOD,
	CALENDAR_SPAN,		/* the last day is before the first */
	CALENDAR_DATED,		/* a dated holiday outside the span */
	CALENDAR_OFF,		/* a transfer's day off is no working day */
	CALENDAR_WORK,		/* a transfer's worked day is no day off */
};

/*
 * Make the calendar: holidays first, then their shifts, in the order of days,
 * each to the next day that is still worked; then the transfers, which may
 * take back a shift.  On a fault, *which is the dated holiday's or the
 * transfer's place in its array.  The arena and the names of the plan must
 * live as long as the calendar.
 */
enum calendar_fault calendar_make(struct arena *a,
    const struct calendar_plan *plan, struct calendar *c, size_t *which);

/* What the day is; of a day outside, one of kind CALENDAR_UNKNOWN. */
const struct calendar_day *calendar_look(const struct calendar *c, long day);

/*
 * Append what the day is: "Victory Day, shifted from 2026-05-09",
 * "weekend", "worked, as 2024-05-08 is off", "working day".
 */
void calendar_words(const struct calendar *c, long day, struct buf *out);

/* False for days off, and for days outside: ask calendar_knows first. */
bool calendar_works(const struct calendar *c, long day);
bool calendar_knows(const struct calendar *c, long day);

#endif
