#ifndef CIVIC_SCORE_TAKE_H
#define CIVIC_SCORE_TAKE_H

/* Taking marks in. */

#include "civic/score.h"

struct score_mark {
	struct str application, expert;
	uint32_t criterion;
	int32_t units;			/* or SCORE_UNMARKED */
	const struct str *field;	/* the values of the rubric's fields */
	uint32_t line;			/* what the caller knows it by */
};

/* A mark that its expert had given before. */
struct score_twice {
	uint32_t line, sheet, criterion;
};

/*
 * Remember a mark; nothing of it need live on.  True when so many marks wait
 * that it is time to settle them.
 */
bool score_take(struct score *s, const struct score_mark *m);

/*
 * Enter the marks that wait.  Who marks a criterion of an application twice
 * has not marked it, whatever the two marks are: none of them counts.  The
 * second and later ones are returned, by line, until the next settling.
 */
size_t score_take_settle(struct score *s, const struct score_twice **twice);

/* No more marks come: free what they waited in. */
void score_take_end(struct score *s);

/*
 * Leave out an expert's marks of an application: a conflict of interests.
 * Says which of the two is in no mark at all; a pair without marks is fine.
 */
enum score_known { SCORE_KNOWN, SCORE_NO_APPLICATION, SCORE_NO_EXPERT };
enum score_known score_take_exclude(struct score *s, struct str application,
    struct str expert);

#endif
