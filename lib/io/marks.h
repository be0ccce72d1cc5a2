#ifndef IO_MARKS_H
#define IO_MARKS_H

/* Reading the marks of experts, and who is in conflict; order-score(1). */

#include "civic/score.h"
#include "io/rec.h"

/*
 * Take in all marks of the files (NULL or none: standard input).  Marks that
 * are wrong are refused, and kept in the file for rejects if it is not NULL.
 * Returns the exit status so far.
 */
int marks_read(struct score *s, char **files, const char *rejects);

/* Leave out the pairs of application and expert that a file names. */
int marks_exclude(struct score *s, const char *file);

/*
 * The criterion and the mark of the record in hand, as the rubric has them;
 * false if it is refused for what stands there.
 */
bool marks_value(const struct score *s, struct rec *in,
    size_t criterion_place, size_t mark_place, uint32_t *criterion,
    int32_t *units);

#endif
