#ifndef CIVIC_ELIGIBILITY_H
#define CIVIC_ELIGIBILITY_H

/*
 * Whether an application is taken: the checks of a rule, against the lot, the
 * call and the card of the NGO.  Rules are read by io/eligibility_rules.h.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"
#include "civic/band.h"
#include "civic/filing.h"

enum eligibility_check {
	ELIGIBILITY_REGISTERED, ELIGIBILITY_STATUS, ELIGIBILITY_FORM,
	ELIGIBILITY_STATE_FOUNDER, ELIGIBILITY_FILED, ELIGIBILITY_WINDOW,
	ELIGIBILITY_LOT_BUDGET, ELIGIBILITY_BAND_AMOUNT,
	ELIGIBILITY_BAND_MONTHS, ELIGIBILITY_LOGISTICS,
	ELIGIBILITY_COST_PLAN, ELIGIBILITY_PAPERS, ELIGIBILITY_ONCE,
	ELIGIBILITY_CHECKS,
};

/* The words of rule files for them, separated by blanks; one of them. */
extern const char eligibility_words[];
struct str eligibility_check_name(enum eligibility_check check);

struct eligibility_rule {
	enum eligibility_check check;
	const struct str *instrument;	/* of these; none: of all */
	size_t instruments;
	const struct str *code;		/* allowed or denied, or papers needed */
	size_t codes;
	bool denies;
	int64_t percent;		/* two places, up to 100.00 */
	long most;
	bool per_call;			/* else per lot */
	size_t which;			/* of those that are `once` */
	const struct filing_rules *filing;
	struct str cite;
};

struct eligibility_rules {
	const struct eligibility_rule *rule;
	size_t count;
	size_t onces;			/* rules that are `once` */
	struct str cite;
};

struct eligibility_call {
	struct str id, instrument;
	struct str opens_text, closes_text;
	int64_t opens, closes;		/* moments */
	long announced;			/* a day */
	int64_t budget, left;		/* left of it by its lots; 0: not said */
	const struct bands *bands;	/* of that day */
};

struct eligibility_lot {
	struct str id;
	const struct eligibility_call *call;
	int64_t budget;
	const struct band *band;	/* NULL where no check asks for it */
};

/* What the register says of the NGO. */
struct eligibility_card {
	bool asked, known;	/* whether it was asked, and had a card */
	struct str status, form;
	bool state_founder;
	struct filing_subject subject;
	long today;
};

struct eligibility_application {
	struct str id, bin, received_text;
	struct str papers;	/* codes with ';' between them */
	const struct eligibility_lot *lot;
	int64_t received;
	int64_t requested, logistics, own;
	int64_t cost_plan;	/* below 0: not said */
	long months;		/* 0: not said */
	struct eligibility_card card;
	/* By each rule that is `once`: the first, the second of the NGO; 0:
	 * not counted.  See civic/eligibility_once.h. */
	const size_t *number;
};

/* Whether the check is made of the call's applications. */
bool eligibility_is_made(const struct eligibility_rule *r,
    const struct eligibility_call *c);

/* Whether the check asks the register. */
bool eligibility_asks_register(enum eligibility_check check);

enum eligibility_answer {
	ELIGIBILITY_NO, ELIGIBILITY_YES,
	ELIGIBILITY_UNCHECKED,	/* the register was not asked */
};

/* "no", "yes", "unchecked". */
const char *eligibility_answer_name(enum eligibility_answer answer);

/*
 * Make a check.  What it found is appended, and reads well whatever the
 * answer is: "asks for 30000000.01, the lot has 30000000.00".
 */
enum eligibility_answer eligibility_make(const struct eligibility_rule *r,
    const struct eligibility_application *a, struct buf *found);

#endif
