#ifndef IO_RUBRIC_H
#define IO_RUBRIC_H

/* Rubrics: rule files that say how marks become a score; order-score(1). */

#include "base/arena.h"
#include "civic/score.h"

/* Fields that order-score prints; no criterion may have such a name. */
#define RUBRIC_FIELDS "application score rank experts marks dropped spread " \
	"decision reason"

/* The edition in force on the day; all trouble dies. */
const struct score_rubric *rubric_read(struct arena *a, const char *name,
    long day);

#endif
