#ifndef IO_FILING_RULES_H
#define IO_FILING_RULES_H

/* Who must file, from a rule file of the kind ngo-filing; all trouble dies. */

#include "base/arena.h"
#include "civic/filing.h"
#include "civic/schema.h"

/*
 * The edition in force on the day.  Its forms must be codes that the field
 * `form` of the cards' schema may have; the rules live as long as the arena.
 */
const struct filing_rules *filing_rules_read(struct arena *a,
    const char *name, const struct schema *cards, long day);

#endif
