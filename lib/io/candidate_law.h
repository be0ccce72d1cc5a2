#ifndef IO_CANDIDATE_LAW_H
#define IO_CANDIDATE_LAW_H

/* What the law asks of candidates, from its rule file; all trouble dies. */

#include "base/arena.h"
#include "civic/candidate.h"
#include "civic/council.h"

/*
 * The edition in force on the day, as share/rules/council.yaml shows it.
 * What council has of its own about seats and terms is asked of candidates,
 * too.  It lives as long as the arena.
 */
const struct candidate_law *candidate_law_read(struct arena *a,
    const char *name, long day, const struct council_law *council);

#endif
