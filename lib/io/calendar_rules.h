#ifndef IO_CALENDAR_RULES_H
#define IO_CALENDAR_RULES_H

/* The calendar of days off from its rule file; all trouble dies. */

#include "base/arena.h"
#include "civic/calendar.h"

/*
 * share/rules/NAME.yaml, or the file NAME: of the kind `calendar`, as
 * share/rules/calendar.yaml shows it.  It has no editions, since it is itself
 * a list of dates: a holiday has a first and a last year.
 */
const struct calendar *calendar_rules_read(struct arena *a, const char *name);

#endif
