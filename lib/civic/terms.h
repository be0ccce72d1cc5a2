#ifndef CIVIC_TERMS_H
#define CIVIC_TERMS_H

/*
 * Terms set by law: the last day on which something may still be done.
 * Each term has editions of its own; the one in force on the day of
 * registration governs.  Read from share/rules/terms.yaml by
 * io/term_rules.h.
 *
 * A term in working days ends on the nth working day.  One in months ends
 * on the same date n months on, or on the last of that month if it has no
 * such date.  The day of registration does not count, unless the edition
 * says so.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "civic/calendar.h"

enum terms_unit { TERMS_WORKING_DAYS, TERMS_CALENDAR_DAYS, TERMS_MONTHS };

struct terms_length {
	int count;
	enum terms_unit unit;
};

struct terms_extension {
	struct terms_length length;	/* count 0: it cannot be extended */
	bool from_decision;	/* counted from that day, else from the last */
	struct str cite;
};

struct terms_edition {
	long from;
	struct str cite;
	struct terms_length length;
	bool backward;		/* counted back: the last day to give notice */
	bool same_day;		/* the first day to count is the day itself */
	bool rolls;		/* a last day off moves to the next working day */
	bool restarts;		/* counted anew by a body it is forwarded to */
	struct terms_extension extension;
};

struct terms_term {
	struct str name;
	const struct terms_edition *edition;	/* in the order of `from` */
	size_t count;
};

/* "15 working days", "1 calendar day", "6 months": a count from 1 to 999. */
bool terms_parse_length(struct str s, struct terms_length *length);

/* What is seen on the way to the due day, day by day. */
enum terms_step {
	TERMS_REGISTERED,
	TERMS_COUNTED,		/* the nth day or month of the term */
	TERMS_PASSED,		/* a day off, not counted */
	TERMS_ROLLED,		/* a last day off: the term moves on */
	TERMS_EXTENDED,		/* the count starts again from this day */
	TERMS_DUE,
};

struct terms_watch {
	void (*see)(void *arg, enum terms_step step, long day, int n);
	void *arg;
};

struct terms_answer {
	long due;		/* what counts, after an extension too */
	long last;		/* before it rolled */
	const struct terms_edition *edition;
	struct str estimated;	/* a day off on the way, if it is an estimate */
	bool extended;
};

enum terms_fault {
	TERMS_GOOD,
	TERMS_UNKNOWN_DAY,	/* registered on a day outside the calendar */
	TERMS_NO_LAW,		/* registered before the first edition */
	TERMS_RUNS_OUT,		/* the count leaves the calendar */
	TERMS_NOT_EXTENDED,	/* this edition knows no extension */
	TERMS_DECIDED_BEFORE,	/* extended before it was registered */
	TERMS_DECIDED_LATE,	/* extended after it was due */
};

/*
 * When the term of what was registered on a day ends.  watch may be NULL.
 * On a fault the answer is as it was.
 */
enum terms_fault terms_end(const struct terms_term *t,
    const struct calendar *c, long registered, const struct terms_watch *watch,
    struct terms_answer *answer);

/*
 * A term with its calendar, and the answers found so far: the same as
 * terms_end, but each day is counted once, however many records it has.
 * Term and calendar must live as long as the book.
 */
struct terms_book {
	const struct terms_term *term;
	const struct calendar *calendar;
	struct terms_found *found;
};

struct terms_book terms_open(struct arena *a, const struct terms_term *t,
    const struct calendar *c);
enum terms_fault terms_look(struct terms_book *b, long registered,
    struct terms_answer *answer);

/*
 * The same, counted from another day than that of registration, whose edition
 * governs all the same: say, from the arrival at another body.
 */
enum terms_fault terms_look_from(struct terms_book *b, long registered,
    long start, struct terms_answer *answer);

/*
 * Extend an answer of terms_end by a decision of a day.  On a fault the
 * answer is as it was.
 */
enum terms_fault terms_extend(const struct calendar *c, long registered,
    long decided, const struct terms_watch *watch, struct terms_answer *answer);

/*
 * Append the fault in words: "extended after it was due, 2024-05-24".  The
 * answer is the one that a terms_extend left; else it may be NULL.
 */
void terms_why(enum terms_fault fault, const struct terms_term *t,
    const struct calendar *c, const struct terms_answer *answer,
    struct buf *out);

/* The article that set the due day. */
struct str terms_cite(const struct terms_answer *answer);

#endif
