#ifndef CIVIC_AWARD_ORDER_H
#define CIVIC_AWARD_ORDER_H

/*
 * The order in which applications are decided.
 *
 * In each lot: by rank, the lowest price, or score per tenge, compared as
 * products and never divided.  Those that this leaves together are told
 * apart by the keys, one after the other; what has no value for a key comes
 * after what has one.  The public lot (civic/lot.h) is drawn among those that
 * are still together, listed in the order of their names.  Behind those that
 * passed come the others, by rank and name.
 *
 * Lots follow each other as they were announced; where the limit of awards
 * of an NGO runs in the order of all, those that passed in all lots are in
 * one order, and lots only tell the same places in it apart.
 */

#include "civic/award.h"

/* Write the bids in their order; what they say of ties is set. */
void award_order(const struct award_rules *rules, struct award_bid *bid,
    size_t count, struct award_bid **order);

#endif
