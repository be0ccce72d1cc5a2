#ifndef CIVIC_AWARD_REASON_H
#define CIVIC_AWARD_REASON_H

/*
 * Why an application is decided so, in words that name the rule and give the
 * numbers: from these, the budgets and the other records anyone can decide
 * again.
 */

#include "base/buf.h"
#include "civic/award.h"

/* "awarded", "reserve", "rejected" or "not-scored". */
struct str award_reason_decision(const struct award_bid *bid);

/* Append the reason. */
void award_reason(const struct award *w, const struct award_bid *bid,
    struct buf *out);

/* The article; that of its own record, if that has one. */
struct str award_reason_cite(const struct award *w,
    const struct award_bid *bid);

/* Append an amount of tiyn in tenge, with two places. */
void award_reason_money(struct buf *out, int64_t tiyn);

#endif
