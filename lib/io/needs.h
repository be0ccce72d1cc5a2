#ifndef IO_NEEDS_H
#define IO_NEEDS_H

/* Needs as records of the kind `need`, on their way into a plan. */

#include "civic/plan.h"

/*
 * Read all needs of the files into the plan.  One that does not fit the kind,
 * that lacks what the plan reads, or whose id stands twice, is refused.  A
 * missing file, and an input without the fields, die.  Returns the status.
 */
int needs_read(struct plan *p, char **files, const char *rejects);

#endif
