#ifndef IO_CONTRACT_STEPS_H
#define IO_CONTRACT_STEPS_H

/* Printing what order-monitor -e explains. */

#include "io/contract_rows.h"

void contract_steps_fields(const struct contract_rows *r);

/*
 * A record for a milestone or a payment as it is told (context is the
 * contract_rows); one for each result of each evaluation; and one for each
 * contract, which is judged by it.
 */
contract_files_tell contract_steps_print;
void contract_steps_evaluations(struct contract_rows *r);
void contract_steps_contracts(struct contract_rows *r);

#endif
