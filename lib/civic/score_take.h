#ifndef CIVIC_SCORE_TAKE_H
#define CIVIC_SCORE_TAKE_H

/* Taking marks in. */

#include "civic/score.h"

struct score_mark {
	const char *application, *expert;	/* their names */
	uint32_t application_n, expert_n;	/* bytes of them */
	uint32_t criterion;
	int32_t units;				/* or SCORE_UNMARKED */
};

/*
 * Marks that are taken in at once: for speed, it makes no other difference.
 * field has the values of the rubric's fields, so many for each mark.
 */
enum { SCORE_TAKE_MOST = 256 };
struct score_batch {
	struct score_mark mark[SCORE_TAKE_MOST];
	const struct str *field;
	size_t count;

	/* Set by score_take: which ones the expert had marked before. */
	bool twice[SCORE_TAKE_MOST], any_twice;
};

/*
 * Take in marks.  Who marks a criterion of an application twice has not
 * marked it, whatever the two marks are: none of them counts.
 */
void score_take(struct score *s, struct score_batch *b);

/* One mark, without values of fields: true if there was one before. */
bool score_take_one(struct score *s, struct str application,
    struct str expert, uint32_t criterion, int32_t units);

/*
 * Leave out an expert's marks of an application: a conflict of interests.
 * Says which of the two is in no mark at all; a pair without marks is fine.
 */
enum score_known { SCORE_KNOWN, SCORE_NO_APPLICATION, SCORE_NO_EXPERT };
enum score_known score_take_exclude(struct score *s, struct str application,
    struct str expert);

#endif
