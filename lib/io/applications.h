#ifndef IO_APPLICATIONS_H
#define IO_APPLICATIONS_H

/* Applications as records of the kind `application`, for order-apply. */

#include "base/arena.h"
#include "civic/eligibility.h"
#include "civic/terms.h"
#include "io/applicant.h"
#include "io/call_lots.h"
#include "io/eligibility_rules.h"
#include "io/rec.h"

/* An application, with the record that it stands in. */
struct admission {
	struct eligibility_application application;
	struct str line;		/* with its escapes */
	bool has_deadlines;
	struct terms_answer form, marks;
};

struct admissions {
	struct admission **item;	/* in the order of the input */
	size_t count;

	/* The rest is for applications.c alone. */
	size_t room;
};

/* What applications are held against. */
struct applications {
	struct arena *arena;
	const struct eligibility_edition *rules;
	const struct call_lots *lots;
	struct applicant *register_of;	/* NULL: the register is not asked */
	const char *lots_file;		/* for messages */
	long today;
};

/*
 * Read all applications of the input, which is open, and number those of each
 * NGO.  One that does not fit its kind, whose id stands twice, that is for an
 * unknown lot, or lacks its time, is refused.  All live as long as the arena;
 * the array until it is freed.
 */
struct admissions applications_read(const struct applications *with,
    struct rec *in);

#endif
