#ifndef CIVIC_MEETING_H
#define CIVIC_MEETING_H

/*
 * What the law asks of a council's meetings: notice, quorum, majorities, who
 * is in the chair, who is absent too often.  All is compared in whole
 * numbers.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum meeting_rule {
	MEETING_NOTICE,		/* given in time */
	MEETING_QUORUM,		/* enough members are there */
	MEETING_CHAIR,		/* no civil servant is in the chair */
	MEETING_SECRETARY,	/* the secretary is no member */
	MEETING_ABSENCE,	/* nobody is absent too often */
	MEETING_RULES
};

/* From good to bad, so that the worst of several is the greatest. */
enum meeting_verdict {
	MEETING_NONE,		/* the rule is not asked */
	MEETING_YES,
	MEETING_OPEN,		/* not recorded, or not to be said */
	MEETING_NO,
};

/* At least, or more than, part of whole. */
struct meeting_share {
	long part, whole;
	bool more;
};

struct meeting_majority {
	struct str name, cite;
	struct meeting_share need;	/* of those present */
};

/* A kind of meeting, with the least majority of its decisions. */
struct meeting_kind {
	struct str name;
	size_t majority;
	bool notice;			/* is asked for */
};

/* One edition of the law. */
struct meeting_law {
	struct str name;			/* with the edition */
	struct str cite[MEETING_RULES];		/* empty: not judged */
	struct str term;			/* of the notice */
	struct meeting_share quorum;		/* of all members */
	long absences;				/* the most */
	int months;				/* within so many */
	struct meeting_majority *majority;
	struct meeting_kind *kind;
	size_t majorities, kinds;
};

/* Whether so many of all have the share. */
bool meeting_has(struct meeting_share share, long number, long all);

/* The least number of all that has it. */
long meeting_needed(struct meeting_share share, long all);

/* The stricter of two majorities, by their numbers; b if neither is. */
size_t meeting_stricter(const struct meeting_law *law, size_t a, size_t b);

/* The day after which an absence counts on a day: so many months before. */
long meeting_since(const struct meeting_law *law, long day);

/* "notice", "quorum" ...; "", "yes", "open", "no". */
const char *meeting_rule_name(enum meeting_rule rule);
const char *meeting_verdict_name(enum meeting_verdict verdict);

#endif
