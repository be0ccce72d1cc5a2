#ifndef IO_ROUTED_H
#define IO_ROUTED_H

/*
 * Printing what civic/route.h decides, as fields of records; io/out.h says
 * how the calls go together.  value[i] is the value of role i, as there.
 */

#include "civic/route.h"

/* A body as it is printed, until the next call; nothing for ROUTE_NONE. */
struct str routed_body(const struct route *r, size_t body,
    const struct str *value);

/* body, co_bodies, rule, points, runner_up; and their values. */
void routed_fields(void);
void routed_answer(const struct route *r, const struct route_answer *a,
    const struct str *value);

/*
 * The key of the proposal, body, rule, stem, where, points, cite; and a
 * record for each hit of the answer.  The rules declare the field `id`, or
 * it dies.
 */
void routed_hit_fields(const struct route *r);
void routed_hits(struct route *r, const struct route_answer *a,
    const struct str *value);

/* Fields and records: the bodies, their names, and how many stems they have. */
void routed_bodies(const struct route *r);

#endif
