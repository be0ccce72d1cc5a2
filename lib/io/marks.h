#ifndef IO_MARKS_H
#define IO_MARKS_H

/* Reading the marks of experts, and who is in conflict; order-score(1). */

#include "civic/score.h"

/*
 * Take in all marks of the files (NULL or none: standard input).  Marks that
 * are wrong are refused, and kept in the file for rejects if it is not NULL.
 * Returns the exit status so far.
 */
int marks_read(struct score *s, char **files, const char *rejects);

/* Leave out the pairs of application and expert that a file names. */
int marks_exclude(struct score *s, const char *file);

#endif
