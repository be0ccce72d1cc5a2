#ifndef IO_ROUTES_STEMS_H
#define IO_ROUTES_STEMS_H

/*
 * Stems as rule files write them: a text with a comma or a line end after
 * each, "stem: weight" where it has one of its own; or a list, with a stem or
 * a map of one stem and its weight in each item.  All trouble dies.
 */

#include <stddef.h>
#include <stdint.h>

#include "civic/route.h"
#include "io/rules.h"

/* The route and the weight are the caller's, all else is zeros at first. */
struct routes_stems {
	struct route *route;
	int64_t weight;		/* of a stem that has none of its own */

	/* The rest is for routes_stems.c alone. */
	size_t useroom;
	struct routes_owners {
		uint32_t *rule;	/* of each stem: its last rule, + 1 */
		size_t room, count;
	} owners[2];		/* of stems, of forms */
	uint32_t nears;
};

/* Points, or a weight: more than nothing, and within 32 bits. */
int64_t routes_stems_points(const struct route *route, const struct rule *r);

/*
 * Add stems, or a map of them by language, to a part of a rule; by language
 * they are counted for the rule's body.
 */
void routes_stems_read(struct routes_stems *g, const struct rule *stems,
    size_t rule, uint32_t part);

void routes_stems_close(struct routes_stems *g);

#endif
