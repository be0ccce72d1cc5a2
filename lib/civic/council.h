#ifndef CIVIC_COUNCIL_H
#define CIVIC_COUNCIL_H

/*
 * What the law asks of a public council's composition, and whether a
 * council keeps to it.  Shares are compared in whole numbers.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "civic/activity.h"

enum council_rule {
	COUNCIL_SHARE,		/* civil society has its share of the members */
	COUNCIL_SIZE,		/* the council is within its band */
	COUNCIL_ONE_SEAT,	/* one organisation, one seat */
	COUNCIL_ONE_COUNCIL,	/* one person, one council of the republic */
	COUNCIL_TERMS,		/* nobody sits for too many terms in a row */
	COUNCIL_REFORM,		/* the council is formed anew in time */
	COUNCIL_INFORM,		/* the public is informed often enough */
	COUNCIL_ANNUAL,		/* the annual report is published */
	COUNCIL_RULES
};

/* From good to bad, so that the worst of several is the greatest. */
enum council_verdict {
	COUNCIL_NONE,		/* the rule says nothing of this council */
	COUNCIL_YES,
	COUNCIL_DUE,		/* holds, but something is to be done now */
	COUNCIL_NO,
};

struct council_level {
	bool republican;
	long least, most;	/* the band; 0 where it is open */
};

struct council_origin {
	bool civil;		/* counts for the share of civil society */
	bool one_seat;		/* whose organisations have one seat each */
};

/* One edition of the law. */
struct council_law {
	struct str name;		/* with the edition */
	struct str cite[COUNCIL_RULES];	/* the article; empty: not judged */
	long part, whole;		/* the share: 2 of 3; part < whole */
	bool counts_vacant;		/* the band is of seats, not members */
	long seats, councils, terms;	/* the most that one may have */
	int term_months, reform_months;
	long informs;			/* how often a year, at the least */
	const struct str *level_name, *origin_name;
	struct council_level *level;
	struct council_origin *origin;
	size_t levels, origins;
};

/*
 * A council on a day, or the sum of several.  The numbers can be added;
 * in a sum, a verdict is the worst.
 */
struct council_state {
	long councils, lapsed;		/* with seats in force; without */
	long broken;			/* those with a NO */
	long members, civil, vacant;
	long add, replace;		/* short by, see council_short */
	long same_org;			/* organisations with too many seats */
	long also_in;			/* members with too many councils */
	long over_terms;		/* members with too many terms */
	long ending;			/* members whose seat ends soon */
	long joined, left, members_before, civil_before;
	enum council_verdict verdict[COUNCIL_RULES];
	long breaks[COUNCIL_RULES];	/* councils that break the rule */

	struct activity activity;

	/* Of one council only, as days; LONG_MAX where open or unknown. */
	long began, ends, reform;
};

/* The share in units of 10^-4, cut, so that it never looks larger. */
long council_share(long civil, long members);

/*
 * How many civil members are missing: the least number to add to those who
 * sit, and the least number of others to replace by them.  Both are 0 when
 * the share is kept.
 */
void council_short(const struct council_law *law, long civil, long members,
    long *add, long *replace);

/*
 * The last day of a term that began on a day, though no later than `last`,
 * the last day for which anybody has a seat; and the day on which forming
 * the next council is to begin.
 */
long council_ends(const struct council_law *law, long began, long last);
long council_reform(const struct council_law *law, long ends);

/*
 * Judge a council from its numbers and days: fills in councils or lapsed,
 * broken, breaks, add, replace, the verdicts, and reform and ends (which
 * before is the last day for which anybody has a seat).
 */
void council_judge(const struct council_law *law,
    const struct council_level *level, long day, struct council_state *c);

/*
 * Judge what a council owes the public in the year of the day, whose first
 * and last day these are, from its activity.  One that began within the year
 * breaks nothing in it.
 */
void council_judge_duties(const struct council_law *law, long day, long first,
    long last, struct council_state *c);

/* What the band is compared with. */
long council_size(const struct council_law *law, const struct council_state *c);

void council_sum(struct council_state *sum, const struct council_state *c);

/* "share", "size", "one_seat" ...; "", "yes", "due", "no". */
const char *council_rule_name(enum council_rule rule);
const char *council_verdict_name(enum council_verdict verdict);

#endif
