#ifndef IO_COUNCIL_ROWS_H
#define IO_COUNCIL_ROWS_H

/* Printing the records about councils that council-report(1) describes. */

#include <stdbool.h>

#include "base/buf.h"
#include "civic/composition.h"
#include "civic/council.h"

/* So many are named in one value; of the others it is said how many. */
#define COUNCIL_ROWS_NAMED 12

struct council_rows {
	const struct council_law *law;
	bool compares;		/* with an earlier day */
	bool meets, answers, informs;	/* what is known of activities */
	int year;		/* in which the public is informed */
	struct buf text;	/* of the value in the making */
};

/* The header. */
void council_rows_fields(const struct council_rows *r);

/* A record about a council. */
void council_rows_council(struct council_rows *r, const struct composition *c);

/* Append to the text why rules are broken, or what is due. */
void council_rows_reasons(struct council_rows *r, const struct composition *c);

/* "no", "due", "overdue", "lapsed" or "": whether it is to be formed anew. */
const char *council_rows_reform(const struct council_state *s);

/* A record about the councils of a level, or about all if it is STR_NONE. */
void council_rows_total(struct council_rows *r, size_t level,
    const struct council_state *sum);

#endif
