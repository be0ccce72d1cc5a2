#ifndef IO_CONTRACT_ROWS_H
#define IO_CONTRACT_ROWS_H

/* Printing the records that order-monitor(1) describes. */

#include <stdbool.h>

#include "base/buf.h"
#include "civic/contracts.h"
#include "io/contract_files.h"
#include "io/evaluations.h"

struct contract_rows {
	struct contracts *c;
	const struct evaluations *e;	/* NULL if none were read */
	bool only_wrong;
	size_t wrong;		/* records with something wrong, so far */
	struct buf text;	/* of the value in the making */
};

/* A record for each contract, which is judged by it. */
void contract_rows_fields(const struct contract_rows *r);
void contract_rows_print(struct contract_rows *r);

/* Judge a contract, and count it if it is wrong; whether it is printed. */
bool contract_rows_judge(struct contract_rows *r, size_t number,
    enum contract_state *state);

/* As a value: what is wrong with an evaluation, with a contract; its state. */
void contract_rows_evaluation(struct contract_rows *r,
    const struct evaluation *v);
void contract_rows_reasons(struct contract_rows *r, size_t number);
void contract_rows_state(enum contract_state state);

#endif
