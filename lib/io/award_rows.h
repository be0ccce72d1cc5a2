#ifndef IO_AWARD_ROWS_H
#define IO_AWARD_ROWS_H

/* Printing decisions, as records of the kind `decision`, and their steps. */

#include "civic/award.h"

/* The header. */
void award_rows_fields(void);

/* A decision of the day (YYYY-MM-DD). */
void award_rows_print(const struct award *w, const struct award_bid *bid,
    const char *day);

/*
 * The steps, lot by lot: which application was looked at, with what was left
 * before and after it.
 */
void award_rows_explain_fields(void);
void award_rows_explain(const struct award *w, const struct award_bid *bid,
    size_t step);

#endif
