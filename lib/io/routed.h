#ifndef IO_ROUTED_H
#define IO_ROUTED_H

/*
 * Printing what civic/route.h decides, as fields of records; io/out.h says
 * how the calls go together.  value[i] is the value of role i, as there.
 */

#include "base/arena.h"
#include "civic/route.h"
#include "io/against.h"
#include "io/rec.h"

/*
 * Where each role of the rules is in the input, or REC_NONE.  Dies if none of
 * the texts is there.
 */
size_t *routed_places(struct arena *a, const struct route *r,
    const struct rec *in);

/*
 * Whether the regions that bodies are named after are codes of regions, or of
 * places in them, or empty; if not, the record is refused.
 */
bool routed_fits(const struct route *r, struct rec *in, const size_t *place,
    const struct str *value);

/* A body as it is printed, until the next call; nothing for ROUTE_NONE. */
struct str routed_body(const struct route *r, size_t body,
    const struct str *value);

/*
 * body, co_bodies, rule, points, runner_up, and confidence if a model is
 * asked; and their values.
 */
void routed_fields(const struct route *r);
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

/*
 * To compare answers with known ones: the rows are the bodies, then triage;
 * the labels all that may be known of them.
 */
struct against *routed_against(struct arena *a, const struct route *r,
    struct rec *in, const char *field);

/* What an answer says to them. */
struct str routed_label(const struct route *r, const struct route_answer *a,
    const struct str *value);

/* Fields and records: the bodies, their names, and how many stems they have. */
void routed_bodies(const struct route *r);

#endif
