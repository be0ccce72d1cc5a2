#ifndef CIVIC_ROUTE_OWN_H
#define CIVIC_ROUTE_OWN_H

/* What routing remembers of a text: for route.c and route_build.c alone. */

#include "civic/route.h"

/* What was found of a rule in the text in hand. */
struct route_state {
	uint64_t groups;
	int64_t points;		/* that it gave */
	bool touched, any, forbidden;
	bool holds;		/* of a rule that asks only for any: always */
};

struct route_score {
	int64_t points, most;	/* of its rules; of the one that gave most */
	size_t rule;		/* which that is */
};

#endif
