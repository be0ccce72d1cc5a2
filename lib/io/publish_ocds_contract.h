#ifndef IO_PUBLISH_OCDS_CONTRACT_H
#define IO_PUBLISH_OCDS_CONTRACT_H

/* The contracts of a release, with what was done and paid under them. */

#include "io/publish_ocds.h"

void publish_ocds_contract_all(struct publish_ocds *o,
    const struct ocds_call *c);

#endif
