#ifndef CIVIC_AWARD_VOTE_H
#define CIVIC_AWARD_VOTE_H

/* Whether a commission may decide, and has; all in whole numbers. */

#include "civic/award.h"

/* At least the share of the members is present; there must be some. */
bool award_vote_quorum(struct award_share share, size_t members,
    size_t present);

/* How many members that takes. */
size_t award_vote_needed(struct award_share share, size_t members);

/* More than the share of those who may vote on it are for it. */
bool award_vote_carried(struct award_share share, size_t in_favour,
    size_t voters);

#endif
