#ifndef IO_CONTROL_GROUPS_H
#define IO_CONTROL_GROUPS_H

/* Acts of public control by object or by form, as records of output. */

#include "base/map.h"
#include "civic/control_sum.h"

struct control_groups {
	enum { CONTROL_BY_OBJECT, CONTROL_BY_FORM } by;
	struct map names;
	struct control_sum *group;
	struct control_sum all;		/* counted apart from the groups */
	size_t room;
};

/* "object" or "form"; dies of any other word. */
void control_groups_open(struct control_groups *g, const char *by);

void control_groups_add(struct control_groups *g,
    const struct control_case *c);

/*
 * Print a record for each group, in the order of their names, and one for
 * all.  Dies if they do not add up.
 */
void control_groups_print(const struct control_groups *g);

void control_groups_free(struct control_groups *g);

#endif
