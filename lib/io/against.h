#ifndef IO_AGAINST_H
#define IO_AGAINST_H

/*
 * What a program says of records against known answers in a field: how often
 * each label was said rightly, said wrongly, and missed.
 *
 * A label may have something behind a colon (akimat:710000000).  It is
 * counted under what stands before the colon, and right if all of it is.
 */

#include "base/arena.h"
#include "base/str.h"
#include "io/rec.h"

struct against;

/* The labels stay the caller's.  Dies if the input has no such field. */
struct against *against_open(struct arena *a, struct rec *in,
    const char *field, const struct str *label, size_t count);

/*
 * Count the record in hand, of which the program says this label, in full.
 * A record without an answer is passed over; one with an answer that is no
 * label is refused.
 */
void against_record(struct against *g, size_t label, struct str full);

/*
 * Print, for each label said or known, `body right wrong missed precision
 * recall`, and all of them together as `total`: the share that is right is
 * then both its precision and its recall.  Shares have four places; one of
 * nothing is empty.
 */
void against_print(const struct against *g);

#endif
