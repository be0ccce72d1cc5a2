#ifndef IO_BAND_RULES_H
#define IO_BAND_RULES_H

/* Types of grants from their rule file; all trouble dies. */

#include "base/arena.h"
#include "civic/band.h"

/*
 * The edition in force on the day, of share/rules/NAME.yaml or the file
 * NAME: of the kind `bands`, as share/rules/bands.yaml shows it, with codes
 * of the vocabulary bands.  Amounts are in the MCI of the day, from the rule
 * file mci.  All live as long as the arena.
 */
const struct bands *band_rules_read(struct arena *a, const char *name,
    const char *mci, long day);

#endif
