#ifndef IO_PLAN_ROWS_H
#define IO_PLAN_ROWS_H

/* What came of a plan that is settled, as records. */

#include "civic/plan.h"

/*
 * The lots, and the themes that have none, in their order.  A lot's id is
 * its number, behind the call's and a hyphen if the call is not empty.
 */
void plan_rows_lots(const struct plan *p, const char *call);

/* The needs, in the order of the input, each with its theme. */
void plan_rows_needs(const struct plan *p, const char *call);

#endif
