#ifndef IO_AGAINST_H
#define IO_AGAINST_H

/*
 * What a program says of records against known answers in a field: how often
 * each was said rightly, said wrongly, and missed.
 */

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "io/rec.h"

/* A text that may stand in the field. */
struct against_label {
	struct str text;
	size_t row;		/* under which it is counted */
	bool same;		/* means what the label before it means */
};

struct against;

/*
 * The rows, by their names, and the labels stay the caller's.  Dies if the
 * input has no such field.
 */
struct against *against_open(struct arena *a, struct rec *in,
    const char *field, const struct str *row, size_t rows,
    const struct against_label *label, size_t labels);

/*
 * Count the record in hand, of which the program says this label.  A record
 * without an answer is passed over; one with an answer that is no label is
 * refused.
 */
void against_record(struct against *g, struct str said);

/*
 * Print, for each row said or known, `body right wrong missed precision
 * recall`, and all of them together as `total`: the share that is right is
 * then both its precision and its recall.  Shares have four places; one of
 * nothing is empty.
 */
void against_print(const struct against *g);

#endif
