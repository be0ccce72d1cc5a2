#ifndef IO_PRIZE_RULES_H
#define IO_PRIZE_RULES_H

/* Rules of the kind `prize`: the prize of a nomination; prize-split(1). */

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

struct prize_rules {
	int64_t pool;		/* of a nomination, in tiyn */
	int64_t mci;		/* one, in tiyn */
	int64_t unit;		/* that is not divided, in tiyn */
	struct str cite;	/* of the rules and of the MCI */
};

/* The edition in force on the day, and the MCI of it; all trouble dies. */
struct prize_rules prize_rules_read(struct arena *a, const char *name,
    long day);

#endif
