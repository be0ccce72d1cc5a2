#ifndef IO_OUTCOME_FILES_H
#define IO_OUTCOME_FILES_H

/*
 * Decisions, and the applications that they are on, as records:
 * order-report(1).  What does not fit is refused, and at the end of each
 * file it is said what of it is in no sum.  Each returns the exit status so
 * far.
 */

#include "io/outcome_groups.h"

/* The main stream. */
int outcome_files_decisions(struct outcome_groups *g, char **files,
    const char *rejects);

/* After the decisions, all of which are remembered. */
int outcome_files_applications(struct outcomes *o, const char *file);

#endif
