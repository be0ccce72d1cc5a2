#ifndef IO_OUTCOME_ROWS_H
#define IO_OUTCOME_ROWS_H

/* Printing the records that order-report(1) describes. */

#include "civic/outcomes.h"

struct outcome_rows {
	const struct outcomes *o;
	const char *by;		/* the field of the groups, or NULL */
	bool contracts, payments;	/* were read */
};

/* Dies if the field of the groups has the name of another. */
void outcome_rows_fields(const struct outcome_rows *r);

/* A record for each group, in the order of their bytes, and one for all. */
void outcome_rows_print(const struct outcome_rows *r);

#endif
