#ifndef IO_PROTOCOL_H
#define IO_PROTOCOL_H

/* Printing the protocol of a commission's sitting, as records. */

#include "io/sitting.h"

/* The header. */
void protocol_fields(void);

/*
 * The sitting, its members, the quorum, the conflicts, the votes on each lot,
 * and the decisions, in the order in which they were made.  False if some lot
 * is not decided: without a quorum, a vote that carries it, or anybody who
 * may vote on it, or in a tie that nothing breaks.
 */
bool protocol_print(const struct sitting *s, const struct award *w,
    const struct award_bid *bid, struct award_bid *const *order,
    size_t count);

#endif
