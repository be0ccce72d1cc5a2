#ifndef IO_PLAN_RULES_H
#define IO_PLAN_RULES_H

/* How lots are made of needs, from a rule file; all trouble dies. */

#include "base/arena.h"
#include "civic/plan.h"

/*
 * The edition in force on the day, of the kind `plan`, as
 * share/rules/plan-sample.yaml shows it, with its types of grants and the
 * MCI of the day.  It lives as long as the arena.
 */
const struct plan_rules *plan_rules_read(struct arena *a, const char *name,
    long day);

#endif
