#ifndef IO_COLLECT_H
#define IO_COLLECT_H

/*
 * Proposals into groups that say nearly the same (civic/gather.h), and what
 * they repeat of proposals known before, as fields of struct proposal.
 */

#include <stdbool.h>

#include "civic/gather.h"
#include "io/proposals.h"

/*
 * Both are numbered; known is NULL if none are.  Returns how many had so much
 * in common with others that some that are like them may be missed.  With
 * explain, a record is printed for each pair of texts compared, under the
 * header of collect_explain_fields.
 */
size_t collect_groups(struct proposals *p, const struct proposals *known,
    const struct gather_rules *rules, bool explain);

void collect_explain_fields(void);

#endif
