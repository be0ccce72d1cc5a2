#ifndef CIVIC_ELIGIBILITY_ONCE_H
#define CIVIC_ELIGIBILITY_ONCE_H

/* How many applications an NGO makes, for civic/eligibility.h. */

#include "base/arena.h"
#include "civic/eligibility.h"

/*
 * Number the applications of each NGO for a lot or a call, for the rules that
 * are `once`: in the order in which they were received, then of their ids by
 * bytes.  One that is returned does not count.  The numbers live in the arena;
 * the array comes back in another order.
 */
void eligibility_once_count(struct arena *a, const struct eligibility_rules *r,
    struct eligibility_application **application, size_t n);

#endif
