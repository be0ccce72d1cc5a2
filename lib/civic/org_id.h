#ifndef CIVIC_ORG_ID_H
#define CIVIC_ORG_ID_H

/* Identifiers of organisations, as org-id.guide has them. */

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

#define ORG_ID_LIST "KZ-BIN"

/*
 * Append KZ-BIN-<BIN> for a BIN whose check holds, and any other text as it
 * stands.
 */
void org_id_make(struct buf *out, struct str id);

/* Whether it is a BIN whose check holds, which org_id_make makes one of. */
bool org_id_is_bin(struct str id);

#endif
