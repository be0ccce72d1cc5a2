#ifndef IO_PUBLISH_H
#define IO_PUBLISH_H

/*
 * What is to be published: decisions, one at a time, with all that other
 * files and the rules say about them; order-publish(1).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "io/publish_names.h"
#include "io/publish_rules.h"
#include "io/rec.h"
#include "io/table.h"

/* The values of the rows of each table, in order. */
enum { CALL_INSTRUMENT, CALL_BODY, CALL_TITLE_KK, CALL_TITLE_RU, CALL_OPENS,
    CALL_CLOSES, CALL_BUDGET, CALL_RUBRIC, CALL_ID };
enum { LOT_CALL, LOT_THEME, LOT_BUDGET, LOT_REGION, LOT_ID };
enum { APPLICATION_LOT, APPLICATION_BIN, APPLICATION_TITLE,
    APPLICATION_REQUESTED, APPLICATION_MONTHS };
enum { CONTRACT_ID, CONTRACT_APPLICATION, CONTRACT_BIN, CONTRACT_AMOUNT,
    CONTRACT_SIGNED, CONTRACT_FROM, CONTRACT_UNTIL };
enum { MILESTONE_NO, MILESTONE_TITLE, MILESTONE_DUE, MILESTONE_DONE,
    MILESTONE_CONTRACT };
enum { PAYMENT_NO, PAYMENT_MILESTONE, PAYMENT_DUE, PAYMENT_PAID,
    PAYMENT_AMOUNT, PAYMENT_CONTRACT };

struct publish_files {
	const char *calls, *lots, *applications, *contracts, *milestones,
	    *payments;
};

struct publish {
	const struct publish_rules *rules;
	struct arena *run;
	long day;		/* of the publication */
	struct str prefix;	/* of identifiers; may be empty */
	struct table *calls, *lots, *applications, *contracts, *milestones,
	    *payments;		/* NULL: not given */
	struct publish_names names;

	/* The rest is for publish.c alone. */
	struct rec *in;
	size_t *place;
	struct map seen;
	const struct vocab *decisions;
};

/* A decision; an empty text says nothing.  Its texts live as its record. */
struct publish_award {
	struct str application, lot, call, bin, name, title, description;
	struct str body, body_name;	/* of the record; else of its call */
	struct str programme, open_call, currency, reason;
	long months;			/* 0: not known */
	bool awarded;
	bool asked;			/* requested is known */
	int64_t requested, amount;	/* tiyn; amount: if awarded, */
	long decided_on;		/* as is the day */
	size_t contract;		/* its row, or TABLE_NONE */
};

/*
 * Read the files and the register (NULL: none), and find the fields of the
 * input.  run and rules are the caller's; all lives until publish_close.
 */
void publish_open(struct publish *p, const struct publish_files *files,
    const char *reg, struct rec *in);

/* The record in hand.  False if it is refused, which is told. */
bool publish_read(struct publish *p, struct publish_award *a);

/* The body of an award, and a call's; empty texts if it is not known. */
struct publish_body publish_body_of(const struct publish *p,
    const struct publish_award *a);
struct publish_body publish_body_of_call(const struct publish *p,
    struct str call);

/* A call's title in the language of the publisher, or the other one. */
struct str publish_title_of(const struct publish *p, struct str call);

/* Tell of contracts that no award led to, and close all: REFUSED or 0. */
int publish_close(struct publish *p);

#endif
