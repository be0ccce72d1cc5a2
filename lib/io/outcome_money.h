#ifndef IO_OUTCOME_MONEY_H
#define IO_OUTCOME_MONEY_H

/*
 * Contracts on what was awarded, and their payments, as records:
 * order-report(1).  As in io/outcome_files.h, each says what does not fit,
 * and returns the exit status so far.
 */

#include "io/outcome_groups.h"

/* After the decisions; payments after the contracts. */
int outcome_money_contracts(struct outcome_groups *g, const char *file);
int outcome_money_payments(struct outcomes *o, const char *file);

#endif
