#ifndef IO_TERM_ACCOUNT_H
#define IO_TERM_ACCOUNT_H

/*
 * The account of a term, as records: a line for each day on the way to the
 * day that is due.  `day` and `weekday` say which; `count` is the number of
 * the day (or the month) in the term, empty where it does not count; `why`
 * says what the day is, unless it is a plain working day.
 */

#include "civic/terms.h"
#include "io/rec.h"

/* The fields, after those of the input. */
void term_account_fields(void);

/*
 * The account of the record in hand, whose answer is good.  decided is the
 * day of the decision to extend, where the answer says that it was extended.
 */
void term_account_print(const struct rec *in, const struct terms_book *b,
    long registered, long decided, const struct terms_answer *answer);

#endif
