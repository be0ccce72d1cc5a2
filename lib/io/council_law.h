#ifndef IO_COUNCIL_LAW_H
#define IO_COUNCIL_LAW_H

/* The law on councils from its rule file; all trouble dies. */

#include "base/arena.h"
#include "civic/council.h"

/*
 * The edition in force on the day, as share/rules/council.yaml shows it.  It
 * lives as long as the arena.
 */
const struct council_law *council_law_read(struct arena *a, const char *name,
    long day);

#endif
