#ifndef IO_PUBLISH_OCDS_H
#define IO_PUBLISH_OCDS_H

/*
 * A release package in the Open Contracting Data Standard 1.1: a release for
 * each call, with its lots (extension), awards, contracts, milestones and
 * payments.  A release holds all of a call, and decisions come in any order,
 * so that awards, and the BINs of all who applied, are kept until the input
 * ends; then the releases are printed one by one.
 */

#include "base/map.h"
#include "io/json_out.h"
#include "io/publish.h"

struct ocds_award {
	struct str application, lot, bin, title, reason, currency;
	int64_t amount;
	long decided_on;
	size_t contract;
	struct ocds_award *next;
};

struct ocds_call {
	struct str id;
	size_t row;			/* of the calls, or TABLE_NONE */
	struct publish_body body;
	struct map bins, winners;	/* who applied; who were awarded */
	struct ocds_award *first, **end;
	size_t lot;			/* its first row, or TABLE_NONE */
	bool decided, contracts, paid;	/* paid: or milestones */
};

struct publish_ocds {
	struct publish *p;
	struct map calls;
	struct ocds_call **call;
	size_t room;
	size_t *next_lot;		/* of each row of the lots */
	struct map bins;
	struct str *name;		/* of each */
	size_t names;
	struct json_out out;
};

/* Read all decisions of the input and print the package. */
void publish_ocds_print(struct publish *p);

#endif
