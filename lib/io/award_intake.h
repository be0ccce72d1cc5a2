#ifndef IO_AWARD_INTAKE_H
#define IO_AWARD_INTAKE_H

/* Reading scored applications, as order-score(1) prints them. */

#include "base/buf.h"
#include "io/award_entries.h"
#include "io/award_refused.h"

struct award_intake {
	struct rec *in;
	struct award *award;
	const struct award_lots *lots;
	struct award_entries *entries;	/* NULL: all is in the records */
	const char *entries_file;
	bool all;		/* remember all names, not only those told */

	/* The rest is for award_intake.c alone. */
	struct award_refused refused;
	size_t application, score, rank, decision, reason;
	struct award_fields field;
	struct map names;
	struct buf last;	/* the name of the last one */
	struct award_said said[AWARD_KEYS_MAX];
};

/* What is above is set, and stays the caller's; dies if a field is missing. */
void award_intake_open(struct award_intake *g);

/*
 * The next application; what it says lives until the next or until it is
 * kept.  Those that are wrong are refused, told to the award and passed
 * over; so is one of the name of the last or of one that was remembered.
 */
bool award_intake_next(struct award_intake *g, struct award_bid *bid);

/* Copy what the bid says into an arena. */
void award_intake_keep(const struct award_intake *g, struct arena *a,
    struct award_bid *bid);

/* Refuse another of this name. */
void award_intake_remember(struct award_intake *g, struct str name);

/* An application that has not been among the scores; NULL after the last. */
const struct award_entry *award_intake_unseen(const struct award_intake *g,
    size_t *next, struct award_bid *bid);

void award_intake_close(struct award_intake *g);

#endif
