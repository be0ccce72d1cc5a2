#ifndef CIVIC_FILING_H
#define CIVIC_FILING_H

/*
 * The duty to file: which organisations owe information on a year's activity,
 * by what day, and whether they gave it.  Who owes it, and the day, are in
 * the rule file ngo-filing, which io/filing_rules.h reads.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum filing_duty { FILING_MUST, FILING_EXEMPT, FILING_UNCLEAR };

/* "must", "exempt", "unclear". */
struct str filing_duty_name(enum filing_duty duty);

/* A condition: it does not matter, or it must hold, or must not. */
enum filing_if { FILING_ANY, FILING_YES, FILING_NO };

/* A rule of who owes: the first whose conditions all hold decides. */
struct filing_case {
	enum filing_duty duty;
	const struct str *form;		/* one of these forms; none: any form */
	size_t forms;
	enum filing_if branch, state_founder, endowment;
	struct str why, cite;
};

struct filing_rules {
	int month, dom;		/* the last day, in the year after */
	int first_year;		/* the first year that is filed for */
	const struct filing_case *rule;
	size_t rules;
};

/* What is known of an organisation. */
struct filing_subject {
	struct str form;
	bool branch;		/* of an organisation: digit 6 of the BIN */
	bool state_founder, endowment;
	int registered;		/* the year; 0 if it is not known */
	long filed_on;		/* the day; FILING_NEVER */
	int filed_for;		/* the year; 0: the one before filed_on */
};

#define FILING_NEVER (-0x7fffffffL)

/* The year that is filed for, if it was said or not.  filed_on is a day. */
int filing_year(const struct filing_subject *s);

/* The rule that decides.  NULL if none does. */
const struct filing_case *filing_case(const struct filing_rules *r,
    const struct filing_subject *s);

enum filing_status {
	FILING_ON_TIME,		/* filed by the last day */
	FILING_LATE,		/* filed after it */
	FILING_MISSING,		/* not filed, and the last day is over */
	FILING_OPEN,		/* not filed, and no last day has passed yet */
};

/* "on-time", "late", "missing", "open". */
struct str filing_status_name(enum filing_status status);

struct filing {
	enum filing_status status;
	int year;		/* the year that is judged */
	long due;		/* its last day */
	long late;		/* days between it and the filing, or today */
};

/*
 * How one who must file stands on a day: the last year whose term is over is
 * judged, or a later one that was already filed for.  No filing is one for a
 * year before the first, or before that of registration.
 */
struct filing filing_judge(const struct filing_rules *r,
    const struct filing_subject *s, long today);

#endif
