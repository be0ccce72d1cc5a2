#ifndef IO_MCI_RULES_H
#define IO_MCI_RULES_H

/*
 * The monthly calculation index (MCI), in which laws say amounts, from its
 * rule file; all trouble dies.
 */

#include <stdint.h>

#include "base/arena.h"
#include "io/rules.h"

struct mci {
	int64_t tiyn;		/* one MCI */
	long from, until;	/* its first and last day */
	struct str cite;
};

/*
 * The MCI of the day, from share/rules/NAME.yaml or the file NAME: of the
 * kind `mci`, as share/rules/mci.yaml shows it.  Each edition ends on a day;
 * a day that none has dies, since the law of another year would be guessed.
 */
struct mci mci_rules_on(struct arena *a, const char *name, long day);

/* A whole number of MCI, from 1 to 100,000,000, in tiyn. */
int64_t mci_rules_amount(const struct mci *m, const struct rule *r);

#endif
