#ifndef IO_SCORES_H
#define IO_SCORES_H

/* Printing what order-score(1) has found, as records. */

#include "civic/score_result.h"
#include "civic/score_stable.h"

/* A record for each application, in the order of the results. */
void scores_print(const struct score_results *r);

/* A record for each, with how firmly it stands there. */
void scores_stable(const struct score_results *r,
    const struct score_stable *t);

/* A record for each mark. */
void scores_explain(const struct score_results *r);

#endif
