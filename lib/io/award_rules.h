#ifndef IO_AWARD_RULES_H
#define IO_AWARD_RULES_H

/* Rules of the kind `award`: how applications become awards; order-award(1). */

#include "base/arena.h"
#include "civic/award.h"

/* The edition in force on the day; all trouble dies. */
const struct award_rules *award_rules_read(struct arena *a, const char *name,
    long day);

#endif
