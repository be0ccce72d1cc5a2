#ifndef IO_AGREEMENT_WHO_H
#define IO_AGREEMENT_WHO_H

/* Printing who agrees with whom, as records; panel-agree(1). */

#include "io/agreement.h"

/* A record for each expert of each panel. */
void agreement_who_experts(const struct agreement *g);

/* One for each pair of experts with so much excess, in millionths. */
void agreement_who_pairs(const struct agreement *g, int64_t excess);

#endif
