#ifndef IO_ACTIVITY_EXPLAIN_H
#define IO_ACTIVITY_EXPLAIN_H

/* A record for each recommendation, as council-report -e prints verdicts. */

#include "io/activities.h"

void activity_explain(struct activities *a, const struct composition *c);

#endif
