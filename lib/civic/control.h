#ifndef CIVIC_CONTROL_H
#define CIVIC_CONTROL_H

/*
 * Acts of public control under the law: notice, who may control, what the
 * final document says, when it is sent and when its recommendations are
 * answered.  The law is read by io/control_law.h.
 *
 * All is judged as of a day: what happens after it is not known on it.
 */

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "civic/terms.h"

#define CONTROL_NO_DAY LONG_MIN
enum { CONTROL_NOTICES_MAX = 8 };

/* The days of an act, in the order of control_day_name. */
enum control_day {
	CONTROL_FROM, CONTROL_UNTIL, CONTROL_DECISION, CONTROL_NOTICE,
	CONTROL_DOCUMENT, CONTROL_SENT, CONTROL_DAYS
};

/* Their fields: "from" ... "sent_on". */
extern const char *const control_day_name[CONTROL_DAYS];

struct control_codes {
	const struct str *code;
	size_t count;
};

struct control_notice {
	struct control_codes forms;
	struct control_codes by;	/* none: whoever controls */
	enum control_day before;
	struct terms_book *book;
};

struct control_law {
	long from;
	struct control_notice notice[CONTROL_NOTICES_MAX];
	size_t notices;
	struct str subjects_cite, document_cite;
	struct control_codes standing;
	struct control_codes need_name;
	const size_t *need;		/* the same, as places in value */
	enum control_day after[CONTROL_DAYS];
	size_t afters;
	struct terms_book *sending, *answer;
};

struct control_act {
	struct str id, form, object;
	struct str subjects, standing;	/* lists, with ; between the items */
	const struct str *value;	/* of all fields, as law->need counts */
	long day[CONTROL_DAYS];		/* or CONTROL_NO_DAY */
};

enum control_state {
	CONTROL_NOTHING,	/* nothing to count from yet */
	CONTROL_IN_TIME,
	CONTROL_LATE,		/* done, and late */
	CONTROL_OVERDUE,	/* not done, and can still be */
	CONTROL_MISSED,		/* no notice, and what it was for has come */
	CONTROL_OPEN,		/* not done, and not due yet, or today */
	CONTROL_STATES
};

struct control_verdict {
	enum control_state state;
	long since, due, on;		/* or CONTROL_NO_DAY */
	long days;			/* late or overdue by */
	struct str cite, estimated;	/* as terms_answer has it */
};

enum control_conformity { CONTROL_NOT_SAID, CONTROL_CONFORM, CONTROL_UNFIT };
enum control_document {
	CONTROL_NO_DOCUMENT, CONTROL_COMPLETE, CONTROL_INCOMPLETE
};

struct control_judgement {
	struct control_verdict notice[CONTROL_NOTICES_MAX];
	size_t notices;
	enum control_conformity subjects;
	enum control_document document;
	struct control_verdict sending;
};

/* A term that cannot be counted: which, from which day, and why. */
struct control_fault {
	enum terms_fault fault;
	const struct terms_book *book;
	enum control_day day;
};

/*
 * Which edition governs the act, by the first of its days that is known, or,
 * where none is, by today: the last that began by then.  NULL before the
 * first.  laws stand in the order of `from`; *day is that day.
 */
const struct control_law *control_in_force(const struct control_law *laws,
    size_t count, const struct control_act *act, long today, long *day);

/* False if a term cannot be counted. */
bool control_judge(const struct control_law *law,
    const struct control_act *act, long today, struct control_judgement *j,
    struct control_fault *fault);

/* The answer to a recommendation; its days may be CONTROL_NO_DAY. */
enum terms_fault control_answer(const struct control_law *law, long received,
    long answered, long today, struct control_verdict *v);

/* Whether something is still to be done by its due day. */
bool control_is_owed(const struct control_verdict *v);

/*
 * Cut the next subject with its standing off both lists.  False when there
 * is none; *fits says whether the law lets it control.
 */
bool control_subject(const struct control_law *law, struct str *subjects,
    struct str *standings, struct str *who, struct str *standing, bool *fits);

/* A day as text, or CONTROL_NO_DAY if it is none. */
long control_day_of(struct str text);

/* How many items a list has. */
size_t control_items(struct str list);

/* Whether the final document lacks what stands at place i of law->need. */
bool control_lacks(const struct control_law *law,
    const struct control_act *act, size_t i);

#endif
