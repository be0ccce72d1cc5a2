#ifndef CIVIC_BAND_H
#define CIVIC_BAND_H

/*
 * Types of grants: how long a project of each may take, and how much each
 * may give.  Read from share/rules/bands.yaml by io/band_rules.h.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

#define BAND_NO_MOST INT64_MAX

struct band {
	struct str code;
	long months_least, months_most;
	int64_t least, most;		/* tiyn; BAND_NO_MOST: as much as may be */
	long mci_least, mci_most;	/* the same in MCI; most 0: no limit */
};

struct bands {
	const struct band *band;	/* the shortest first */
	size_t count;
	int64_t mci;			/* tiyn of one */
	struct str cite, mci_cite;
};

/* The band of a code; NULL if there is none. */
const struct band *band_find(const struct bands *b, struct str code);

/* Whether a project of so many months, or an amount, is of the band. */
bool band_has_months(const struct band *b, long months);
bool band_has_amount(const struct band *b, int64_t tiyn);

/* Append "3 to 12 months". */
void band_say_months(const struct band *b, struct buf *out);

/*
 * Append the limits of its amounts, with their MCI: "2162500.00 to
 * 12975000.00 (500 to 3000 MCI of 4325.00)", "43250000.00 or more (10000 MCI
 * of 4325.00)".
 */
void band_say_amounts(const struct bands *all, const struct band *b,
    struct buf *out);

/* Append an amount as 1250.50. */
void band_say_money(struct buf *out, int64_t tiyn);

#endif
