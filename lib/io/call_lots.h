#ifndef IO_CALL_LOTS_H
#define IO_CALL_LOTS_H

/* Calls and their lots, as applications are held against them. */

#include "base/arena.h"
#include "io/eligibility_rules.h"

struct call_lots;

/*
 * Read records of the kinds `call` and `lot` from two files.  What does not
 * fit its kind, stands twice, has dates in the wrong order, is a lot of an
 * unknown call or lacks what the checks need, is refused; *status is REFUSED
 * then, else as it was.  Lots that have more than their call are warned about.
 * All live as long as the arena, until call_lots_free.
 */
struct call_lots *call_lots_read(struct arena *a,
    const struct eligibility_edition *rules, const char *calls,
    const char *lots, int *status);

/* A lot by its id; NULL if there is none. */
const struct eligibility_lot *call_lots_find(const struct call_lots *c,
    struct str id);

void call_lots_free(struct call_lots *c);

#endif
