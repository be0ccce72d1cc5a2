#ifndef CIVIC_OUTCOMES_H
#define CIVIC_OUTCOMES_H

/*
 * What came of calls: decisions on applications, contracts and payments,
 * added up by groups.  What is remembered is groups, awards and contracts.
 * Money is in tiyn, and no sum is rounded.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "base/str.h"
#include "civic/steps.h"

enum { OUTCOMES_DECISIONS = 16 };	/* kinds of decisions, at most */
#define OUTCOMES_NONE UINT32_MAX	/* no number */
#define OUTCOMES_NO_SUM (-1)		/* no amount, no day */

/* The sums of a group, or of all. */
struct outcomes_sum {
	int64_t applications, decided[OUTCOMES_DECISIONS];
	int64_t asked, askers;		/* those who said what they ask */
	int64_t given, nameless;	/* awarded; awards without an NGO */
	int64_t contracts, contracted;
	int64_t paid, unpaid, overpaid;

	/* By civic/outcomes_sum.h; OUTCOMES_NO_SUM where there is none. */
	int64_t calls, ngos;
	int64_t first, gini;	/* civic/concentration.h */
	int64_t half_days;	/* twice the median, from call to contract */
};

/* An application that is remembered: an award, or any if all are. */
struct outcomes_decided {
	int64_t amount;		/* OUTCOMES_NO_SUM if not awarded */
	int64_t requested;
	uint32_t group, ngo, call;	/* the last two may be none */
	bool contracted, applied;
};

struct outcomes_contract {
	int64_t amount, paid;
	uint64_t payments_seen;	/* for steps_meet */
	uint32_t group;
};

/* Reading is for everybody, writing for outcomes.c alone. */
struct outcomes {
	bool remembers_all;	/* applications, not awards alone */
	struct map groups, ngos, calls;
	struct outcomes_sum *sum;	/* by group */
	struct outcomes_sum all;	/* taken apart from the groups */
	struct map applications, contracts;
	struct steps payments;
	struct outcomes_decided *decided;
	struct outcomes_contract *contract;

	/* Pairs of a group and a call, an NGO, a number of days. */
	struct map met_calls, met_ngos, met_days;
	int64_t *given, *count;	/* awarded to an NGO; contracts after days */
	size_t sumroom, decidedroom, contractroom, givenroom, countroom;
};

/* A decision as it is written. */
struct outcomes_decision {
	struct str application, ngo;	/* ngo may be empty */
	uint32_t group, call;		/* call may be none */
	size_t decision;		/* which kind */
	bool awarded;
	int64_t requested, amount;	/* may be no sum */
};

enum outcomes_fault {
	OUTCOMES_FINE,
	OUTCOMES_TWICE,		/* there is one of this key already */
	OUTCOMES_NO_AWARD,	/* a contract without one */
	OUTCOMES_SECOND,	/* the award has a contract already */
	OUTCOMES_NO_CONTRACT,	/* a payment without one */
	OUTCOMES_TOO_MUCH,	/* the sums would not fit in 63 bits */
};

/* The number of a group, which is made if it is new. */
uint32_t outcomes_group(struct outcomes *o, struct str key);

/* On a fault nothing of it counts. */
enum outcomes_fault outcomes_decide(struct outcomes *o,
    const struct outcomes_decision *d);

/*
 * A contract on an award, so many days after its call (or OUTCOMES_NO_SUM).
 * *award becomes what was decided, until the next decision.
 */
enum outcomes_fault outcomes_sign(struct outcomes *o, struct str id,
    struct str application, int64_t amount, int64_t days,
    const struct outcomes_decided **award);

/* A payment of a contract: made, or still to be made. */
enum outcomes_fault outcomes_pay(struct outcomes *o, struct str contract,
    int32_t no, bool made, int64_t amount);

/* What was decided on an application that is remembered, or NULL. */
struct outcomes_decided *outcomes_find(const struct outcomes *o,
    struct str application);

/* Add what it asks for, where its decision did not say; false: too large. */
bool outcomes_ask(struct outcomes *o, struct outcomes_decided *d,
    int64_t requested);

/* A pair as a key of 8 bytes, and back. */
struct outcomes_pair {
	uint32_t group, other;
};
struct outcomes_pair outcomes_pair(const struct map *pairs, size_t number);

void outcomes_free(struct outcomes *o);

#endif
