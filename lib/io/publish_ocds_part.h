#ifndef IO_PUBLISH_OCDS_PART_H
#define IO_PUBLISH_OCDS_PART_H

/* The parts of a release: for io/publish_ocds.c alone. */

#include "io/publish_ocds.h"

/* A reference to an organisation, if it is known; a sum with its currency. */
void publish_ocds_part_reference(struct publish_ocds *o, const char *key,
    struct str id, struct str name);
void publish_ocds_part_value(struct publish_ocds *o, const char *key,
    int64_t tiyn, struct str currency);

/* The name of one who applied, or an empty one. */
struct str publish_ocds_part_name(const struct publish_ocds *o,
    struct str bin);

/* The members parties, buyer; tender; awards; contracts. */
void publish_ocds_part_parties(struct publish_ocds *o,
    const struct ocds_call *c);
void publish_ocds_part_tender(struct publish_ocds *o,
    const struct ocds_call *c);
void publish_ocds_part_awards(struct publish_ocds *o,
    const struct ocds_call *c);

#endif
