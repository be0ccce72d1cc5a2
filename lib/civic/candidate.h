#ifndef CIVIC_CANDIDATE_H
#define CIVIC_CANDIDATE_H

/* Whether a person may stand for a public council, by what is declared. */

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "civic/council.h"

enum candidate_rule {
	CANDIDATE_AGE,
	CANDIDATE_RESIDENT,	/* asked at the local levels */
	CANDIDATE_CONVICTED,
	CANDIDATE_CORRUPT,
	CANDIDATE_SERVANT,	/* asked of civil society */
	CANDIDATE_WORKING_GROUP,
	CANDIDATE_PAPERS,
	CANDIDATE_ORGANISATION,	/* the register knows it, and it is active */
	CANDIDATE_MEMBER,	/* sits in this council already */
	CANDIDATE_ONE_COUNCIL,	/* no other councils of the republic */
	CANDIDATE_TERMS,	/* not too many terms in a row */
	CANDIDATE_RULES
};

/* From good to bad, so that the worst of several is the greatest. */
enum candidate_verdict {
	CANDIDATE_NONE,		/* the rule is not asked */
	CANDIDATE_YES,
	CANDIDATE_OPEN,		/* something was not declared or handed in */
	CANDIDATE_NO,
};

/* One edition of the law. */
struct candidate_law {
	struct str cite[CANDIDATE_RULES];	/* empty: not judged */
	int years;
	const struct str *paper;		/* that are needed */
	size_t papers;
	struct str reserve;			/* its article; may be empty */
};

enum candidate_word { CANDIDATE_UNSAID, CANDIDATE_DENIED, CANDIDATE_SAID };

struct candidate_facts {
	bool civil;			/* counts for civil society */
	long born;			/* LONG_MAX: not said */
	enum candidate_word resident, convicted, corrupt, servant,
	    working_group;
	size_t missing;			/* papers that are needed */
	bool asked;			/* a register was asked */
	enum candidate_word active;	/* what it says; UNSAID: unknown */
	bool member;			/* for a place beside the own one */
	long councils;			/* other councils of the republic */
	long terms;			/* in a row, until now */
};

/* Judge all rules on a day; level is that of the council. */
void candidate_judge(const struct candidate_law *law,
    const struct council_law *council, const struct council_level *level,
    const struct candidate_facts *f, long day,
    enum candidate_verdict verdict[CANDIDATE_RULES]);

/* The worst of the verdicts, at least YES. */
enum candidate_verdict candidate_admitted(
    const enum candidate_verdict verdict[CANDIDATE_RULES]);

/* "age", "resident" ...; "", "yes", "open", "no". */
const char *candidate_rule_name(enum candidate_rule rule);
const char *candidate_verdict_name(enum candidate_verdict verdict);

#endif
