#ifndef IO_COUNCIL_LAW_H
#define IO_COUNCIL_LAW_H

/* The law on councils from its rule file; all trouble dies. */

#include "base/arena.h"
#include "civic/council.h"
#include "io/rules.h"

/*
 * The edition in force on the day, as share/rules/council.yaml shows it.  It
 * lives as long as the arena.
 */
const struct council_law *council_law_read(struct arena *a, const char *name,
    long day);

/* Die if an edition has a key that no part of the law has. */
void council_law_keys(const struct rule *edition);

/*
 * A rule of a part of the law, which has no other keys than these words, and
 * its article; NULL, and no article, if it is not there.
 */
const struct rule *council_law_rule(const struct rule *map, const char *key,
    const char *words, struct str *cite);

/* "2/3": so many of so many, less than 1. */
void council_law_share(const struct rule *r, long *part, long *whole);

/*
 * Whether a council whose record names a law (none is `council`) is one of
 * the rules: a name, or a file of that name.
 */
bool council_law_is(const char *rules, struct str law);

#endif
