#ifndef IO_CONTRACT_FILES_H
#define IO_CONTRACT_FILES_H

/*
 * Contracts, their milestones and payments, and the lots that they are of,
 * as records of these kinds.  What does not fit is refused: each of these
 * returns the exit status so far.
 */

#include "civic/contracts.h"
#include "io/rec.h"

/* A milestone or a payment that was taken: views until the next. */
struct contract_told {
	struct str contract, no, title, due;
	struct str done, report;		/* of a milestone */
	struct str milestone, paid, amount;	/* of a payment */
	bool is_payment;
	struct contract_account account;
};

/* Lots come first; then contracts, the main stream; then the others. */
int contract_files_lots(struct contracts *c, const char *file);
int contract_files_contracts(struct contracts *c, char **files,
    const char *rejects);

/* tell is called for each that is taken; it may be NULL. */
typedef void contract_files_tell(void *context,
    const struct contract_told *told);
int contract_files_milestones(struct contracts *c, const char *file,
    contract_files_tell *tell, void *context);
int contract_files_payments(struct contracts *c, const char *file,
    contract_files_tell *tell, void *context);

/*
 * The number of the contract in a record's field; refuses a record of one
 * that is not there (MAP_NONE).
 */
size_t contract_files_find(const struct contracts *c, struct rec *in,
    size_t place, struct str id);

#endif
