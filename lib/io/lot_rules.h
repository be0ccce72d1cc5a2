#ifndef IO_LOT_RULES_H
#define IO_LOT_RULES_H

/* The sources of a public lot (civic/lot.h), as rules name them. */

#include "base/arena.h"
#include "io/rules.h"

/*
 * A list of maps with `source` and, once they are drawn, `numbers`.  *key is
 * the key of those that have numbers; *awaits is the first that has none, or
 * empty.  All trouble dies.
 */
void lot_rules_read(struct arena *a, const struct rule *lot, struct str *key,
    struct str *awaits);

#endif
