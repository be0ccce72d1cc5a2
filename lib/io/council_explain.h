#ifndef IO_COUNCIL_EXPLAIN_H
#define IO_COUNCIL_EXPLAIN_H

/* Printing what council-report -e explains. */

#include "io/council_rows.h"

/* The header. */
void council_explain_fields(void);

/*
 * A record for each verdict on the council, one for each who breaks a rule,
 * and one for each who joined or left it since the day to compare with.
 */
void council_explain_council(struct council_rows *r,
    const struct composition *c);

#endif
