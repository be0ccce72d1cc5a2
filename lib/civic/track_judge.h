#ifndef CIVIC_TRACK_JUDGE_H
#define CIVIC_TRACK_JUDGE_H

/*
 * What the law says of a proposal on a day: Code 350-VI, arts. 65, 76, or
 * the law before it, as the terms say by their editions.  What happens after
 * the day is not known on it.
 */

#include "civic/terms.h"
#include "civic/track.h"

/* The terms by which is judged. */
struct track_law {
	long day;
	bool routes_told;	/* else nobody is asked to forward anything */
	const struct calendar *calendar;
	struct terms_book answer, forward, notice;
	int32_t *worked;	/* working days of the calendar until each */
};

enum track_state {
	TRACK_FUTURE,		/* registered after the day */
	TRACK_UNKNOWN,		/* its term cannot be counted, and no answer */
	TRACK_REGISTERED, TRACK_FORWARDED, TRACK_EXTENDED, TRACK_OVERDUE,
	TRACK_ANSWERED,
	TRACK_LATE,		/* answered, but late */
	TRACK_UNDATED,		/* answered, in time or not */
};

enum track_owed { TRACK_NOTHING, TRACK_FORWARD, TRACK_ANSWER };

/* What is wrong with an extension, as bits. */
enum track_unlawful {
	TRACK_NO_SUCH = 1 << 0,		/* this edition knows none */
	TRACK_AFTER = 1 << 1,		/* decided after the due day */
	TRACK_LONG = 1 << 2,		/* until after the limit */
	TRACK_SHORT = 1 << 3,		/* until the due day, or before */
	TRACK_UNREASONED = 1 << 4,
	TRACK_UNTOLD = 1 << 5,		/* told late, or not at all */
	/* Not known, and nothing else: the limit is outside the calendar. */
	TRACK_UNCOUNTED = 1 << 6,
};

struct track_verdict {
	enum track_state state;
	uint32_t body;		/* that has it, or none */
	int32_t forwarded, forward_by;	/* each may be no day */
	int32_t forward_late;	/* days; of the worst */
	enum terms_fault fault;	/* why the term cannot be counted */
	bool undated;		/* no day of registration is said */
	struct terms_answer term;	/* as extended, if fault is good */
	int32_t due;		/* or no day */
	int32_t late;		/* days: answered so late, or due so long */
	int32_t late_working;	/* of these worked, or -1: not known */
	enum track_owed owes;
	int32_t owed_by;	/* may be no day, of what is owed */
	bool answered;		/* by the day */
	bool other_body;	/* answered by one that did not have it */
	bool extended;		/* lawfully */
	int32_t until;		/* of the last extension, or no day */
	unsigned unlawful;	/* of all extensions */
	int32_t limit;		/* of the last that is too long */
};

/* What is seen on the way. */
enum track_step { TRACK_SEE_REGISTERED, TRACK_SEE_FORWARDED,
	TRACK_SEE_EXTENDED, TRACK_SEE_DUE, TRACK_SEE_ANSWERED };

struct track_seen {
	enum track_step step;
	int32_t on, limit, until;	/* each may be no day */
	uint32_t body;			/* or none */
	uint32_t extension;		/* its number, or none */
	unsigned unlawful;
	struct str cite;
};

struct track_watch {
	void (*see)(void *arg, const struct track_seen *seen);
	void *arg;
};

/* Open the books; the terms and the calendar must live as long. */
void track_judge_open(struct arena *a, struct track_law *law,
    const struct terms_term *answer, const struct terms_term *forward,
    const struct terms_term *notice, const struct calendar *c);

/* watch may be NULL. */
void track_judge(const struct track *t, struct track_law *law, size_t number,
    const struct track_watch *watch, struct track_verdict *v);

#endif
