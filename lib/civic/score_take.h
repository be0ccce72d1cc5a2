#ifndef CIVIC_SCORE_TAKE_H
#define CIVIC_SCORE_TAKE_H

/* Taking marks in. */

#include "civic/score.h"

struct score_mark {
	struct str application, expert;
	uint32_t criterion;
	int32_t units;			/* or SCORE_UNMARKED */
	const struct str *field;	/* the values of the rubric's fields */
	bool twice;	/* is set: the expert has marked this before */
};

/*
 * Take in marks, up to SCORE_TAKE_MOST at once (for speed; it makes no other
 * difference).  Who marks a criterion of an application twice has not marked
 * it, whatever the two marks are: none of them counts.
 */
enum { SCORE_TAKE_MOST = 256 };
void score_take(struct score *s, struct score_mark *marks, size_t count);

/*
 * Leave out an expert's marks of an application: a conflict of interests.
 * Says which of the two is in no mark at all; a pair without marks is fine.
 */
enum score_known { SCORE_KNOWN, SCORE_NO_APPLICATION, SCORE_NO_EXPERT };
enum score_known score_take_exclude(struct score *s, struct str application,
    struct str expert);

#endif
