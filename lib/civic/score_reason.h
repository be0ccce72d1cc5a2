#ifndef CIVIC_SCORE_REASON_H
#define CIVIC_SCORE_REASON_H

/* What people should know of an application's result, in words. */

#include "base/buf.h"
#include "civic/score_result.h"

/* "passed", "failed", "scored" (there is no pass mark) or "not_scored". */
const char *score_reason_decision(const struct score_results *r,
    uint32_t application);

/*
 * Append the remarks on an application, "; " between two: what kept it from
 * a score, experts who are excluded, marks that are missing or were given
 * twice, what told it from others of its score.  Nothing if all is plain.
 */
void score_reason(const struct score_results *r, uint32_t application,
    struct buf *out);

#endif
