#ifndef CIVIC_ELIGIBILITY_CARD_H
#define CIVIC_ELIGIBILITY_CARD_H

/* The checks that ask the register, for civic/eligibility.h. */

#include "civic/eligibility.h"

/*
 * Whether the check holds of a card that was asked for; what it found is
 * appended.  An NGO without a card fails all of them.
 */
bool eligibility_card_makes(const struct eligibility_rule *r,
    const struct eligibility_card *card, struct buf *found);

#endif
