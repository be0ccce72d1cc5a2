#ifndef IO_APPLICANT_H
#define IO_APPLICANT_H

/* What the register says of those who apply. */

#include "base/arena.h"
#include "civic/eligibility.h"
#include "civic/schema.h"

struct applicant;

/*
 * Open the register (io/reg.h) to be read; cards is the schema of its cards.
 * All lives in the arena, until applicant_close.
 */
struct applicant *applicant_open(struct arena *a, const char *file,
    const struct schema *cards);

/* The NGO's card, as it stands on the day; its texts live in the arena. */
struct eligibility_card applicant_card(struct applicant *p, struct str bin,
    long today);

void applicant_close(struct applicant *p);

#endif
