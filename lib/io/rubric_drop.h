#ifndef IO_RUBRIC_DROP_H
#define IO_RUBRIC_DROP_H

/* What a rubric says of extreme marks. */

#include "civic/score.h"
#include "io/rules.h"

#define RUBRIC_DROP_MAX 1000000		/* marks of a criterion; a fraction */

/* Those dropped or winsorised; either may be NULL.  The centre is known. */
void rubric_drop_read(struct score_rubric *r, const struct rule *drop,
    const struct rule *winsorise);

/* "2/3": a share above 0 and up to 1. */
void rubric_drop_fraction(const struct rule *share, long *above, long *below);

#endif
