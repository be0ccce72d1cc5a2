#ifndef CIVIC_SCORE_RESULT_H
#define CIVIC_SCORE_RESULT_H

/*
 * What the marks of an application come to.
 *
 * For each criterion: the marks that count are corrected for severity, if
 * the rubric says so; if there are enough of them the extremes are dropped,
 * or each is taken for the nearest mark that is none; the centre of what is
 * there is rounded, multiplied by the weight, and rounded
 * again.  The score is the sum of these products, rounded.  Without a quorum
 * of marks for each criterion there is no score.
 */

#include "civic/score.h"

#define SCORE_RESULT_NONE INT64_MIN	/* a criterion without marks */

struct score_result {
	int64_t score;		/* with total_places; only if scored */
	int64_t spread;		/* with places: most between two marks */
	uint32_t experts;	/* who took part and are not excluded */
	uint32_t marks;		/* that count, dropped ones among them */
	uint32_t dropped;	/* extremes */
	uint32_t rank;		/* from 1; 0 if not scored */
	bool scored;
	bool excluded;		/* some expert is */
	bool tied;		/* others have the same score */
	bool shared;		/* and nothing tells them apart */
	unsigned char key;	/* what told it from the last of the others */
	uint32_t drawn, pool;	/* if that was the lot */
};

struct score_results {
	const struct score *score;
	struct score_result *of;	/* by application */
	int64_t *centre;		/* by application and criterion */
	uint32_t *order;		/* applications by rank, then name */
	size_t scored;			/* how many are, at its beginning */
};

/*
 * The results of a grouped score, in its memory.  False, and *application
 * says which, if numbers would not fit in 63 bits.
 */
bool score_result_find(struct score *s, struct score_results *r,
    size_t *application);

/*
 * The same in two steps: memory for results, as often as wanted, and results
 * for it, of the marks or of a sample of them.
 *
 * In a sample each criterion of an application has as many marks as before,
 * drawn with replacement from its own.  For each place the sample's number
 * puts all experts in an order, and the first of those who gave a mark is
 * drawn; so one panel is drawn alike for all that it has marked.  Severity
 * is that of all marks.
 */
void score_result_open(struct score *s, struct score_results *r);
bool score_result_sample(const struct score *s, struct score_results *r,
    const uint64_t *sample, size_t *application);

/* What a rounded criterion adds to the score: with product_places. */
bool score_result_product(const struct score_rubric *rubric, size_t criterion,
    int64_t centre, int64_t *product);

/* How many of a criterion's marks are extremes, if it has so many. */
struct score_extremes {
	size_t low, high;
};

static inline struct score_extremes
score_result_extremes(const struct score_rubric *r, size_t marks)
{
	size_t each;

	if (r->drop_from == 0 || marks < r->drop_from)
		return (struct score_extremes){ 0, 0 };
	if (r->share_below == 0)
		return (struct score_extremes){ r->drop_low, r->drop_high };
	each = marks * r->share_above / r->share_below;
	return (struct score_extremes){ each, each };
}

#endif
