#ifndef CIVIC_NAME_H
#define CIVIC_NAME_H

/* Names of persons and organisations, as they are compared. */

#include "base/buf.h"
#include "base/str.h"

/*
 * Append a name folded (unicode_fold), with one blank for each run of them,
 * and none at either end: two names that look the same are the same.  Tabs
 * and blanks that do not break a line are blanks, too.
 */
void name_fold(struct buf *out, struct str name);

#endif
