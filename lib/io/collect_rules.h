#ifndef IO_COLLECT_RULES_H
#define IO_COLLECT_RULES_H

/* When proposals say nearly the same: rule files of the kind `collect`. */

#include "base/arena.h"
#include "civic/gather.h"

struct collect_rules {
	const char *text;		/* the field that is compared */
	struct gather_rules gather;
};

/* The edition of the day; all trouble dies. */
struct collect_rules collect_rules_read(struct arena *a, const char *name,
    long day);

#endif
