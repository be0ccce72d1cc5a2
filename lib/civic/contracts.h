#ifndef CIVIC_CONTRACTS_H
#define CIVIC_CONTRACTS_H

/*
 * All contracts, found by their ids, each with a place of its lot and an
 * application of its own; of their milestones and payments only what a
 * contract sums up and what further ones are checked against.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "base/str.h"
#include "civic/contract.h"
#include "civic/steps.h"

#define CONTRACTS_NONE UINT32_MAX	/* no number */

/*
 * Few contracts have milestones of higher numbers: these are near at hand,
 * others are looked up in a table.
 */
enum { CONTRACTS_NEAR = 6 };

struct contracts_entry {
	struct contract is;
	uint64_t payments_seen;	/* for steps_meet */
	int32_t report[CONTRACTS_NEAR];	/* of the milestones 1, 2 ... */
	uint32_t lot, bin;	/* in their maps */
	uint32_t application;	/* or none */
};

struct contracts_lot {
	int64_t places, taken;
	uint32_t last;		/* the contract that took the last one */
};

/* Reading is for everybody, writing for contracts.c alone. */
struct contracts {
	long day;
	struct contracts_entry *list;
	size_t count, room;
	struct map ids;		/* of the list */
	struct map bins, lots, applications;
	struct contracts_lot *lot;
	size_t lotroom;
	bool lots_told;
	uint32_t *holder;	/* contract of an application, or none */
	size_t holderroom;
	struct map refused;
	struct steps reports, payments;
};

enum contracts_fault {
	CONTRACTS_FINE,
	CONTRACTS_TWICE,	/* there is one of this key already */
	CONTRACTS_ORDER,	/* its days are in the wrong order */
	CONTRACTS_NO_LOT,	/* not among those told */
	CONTRACTS_FULL,		/* the lot has no place left */
	CONTRACTS_HELD,		/* the application has a contract already */
	CONTRACTS_NO_MILESTONE,	/* to pay for */
	CONTRACTS_TOO_MUCH,	/* the sum would not fit in 63 bits */
};

/* A contract as it is written; application may be empty. */
struct contracts_terms {
	struct str id, lot, application, bin;
	int64_t amount;
	int32_t signed_on, from, until;		/* signed_on may be no day */
};

void contracts_open(struct contracts *c, long day);

/*
 * Tell of a lot, before any contract; false if it has been told already.
 * Of lots that nobody told of it is not known how many places they have.
 */
bool contracts_tell_lot(struct contracts *c, struct str lot, int64_t places);

/*
 * Take a contract.  On CONTRACTS_FULL and CONTRACTS_HELD *other is a
 * contract that has the place.  With lots told, a lot must be among them.
 */
enum contracts_fault contracts_add(struct contracts *c,
    const struct contracts_terms *terms, uint32_t *other);

/* The number of a contract, or MAP_NONE. */
size_t contracts_find(const struct contracts *c, struct str id);

/* Remember the id of a contract that is not taken; whether this is one. */
void contracts_refuse(struct contracts *c, struct str id);
bool contracts_is_refused(const struct contracts *c, struct str id);

/*
 * Take a milestone or a payment of a contract; all milestones come before
 * the first payment.  On a fault nothing of it counts.
 */
enum contracts_fault contracts_milestone(struct contracts *c, size_t number,
    const struct contract_milestone *m, struct contract_account *account);
enum contracts_fault contracts_payment(struct contracts *c, size_t number,
    const struct contract_payment *p, struct contract_account *account);

void contracts_free(struct contracts *c);

#endif
