#ifndef IO_CONTROL_LAW_H
#define IO_CONTROL_LAW_H

/* The law on public control from its rule file; all trouble dies. */

#include "base/arena.h"
#include "civic/control.h"
#include "civic/schema.h"

struct control_laws {
	const struct control_law *law;	/* in the order of `from` */
	size_t count;
};

/*
 * All editions of the file, as share/rules/control.yaml shows it, with the
 * terms they name.  kind is the schema of acts.  They live as long as the
 * arena.
 */
struct control_laws control_law_read(struct arena *a, const char *name,
    const struct schema *kind);

#endif
