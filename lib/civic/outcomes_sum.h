#ifndef CIVIC_OUTCOMES_SUM_H
#define CIVIC_OUTCOMES_SUM_H

/*
 * What of outcomes is known only when all is taken: payments, different
 * calls and NGOs, concentration, medians.
 */

#include "civic/outcomes.h"

/*
 * Complete the sums of the groups and of all.  False if the groups do not
 * add up to all, which was taken apart from them.
 */
bool outcomes_sum_find(struct outcomes *o);

#endif
