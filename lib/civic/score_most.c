#include "civic/score_most.h"

/* The marks of an application that count for a criterion. */
static size_t
marks_of(const struct score *s, uint32_t application, size_t criterion)
{
	size_t count = 0;

	for (uint32_t i = s->first[application]; i < s->first[application + 1];
	    i++)
		count += !score_sheet_excluded(&s->sheets, s->list[i]) &&
		    score_sheet_mark(&s->sheets, s->list[i], criterion) >
		    SCORE_ABSENT;
	return count;
}

/* What so many highest marks come to, in units of a mark. */
static int64_t
centre_of(const struct score_rubric *r, size_t marks)
{
	if (marks == 0)
		return 0;
	if (r->centre != SCORE_SUM)
		return r->max;
	struct score_extremes e = score_result_extremes(r, marks);

	if (!r->winsorise)
		marks -= e.low + e.high;
	return r->max * (int64_t)marks;
}

bool
score_most(const struct score_results *results, uint32_t application,
    int64_t *most)
{
	const struct score *s = results->score;
	const struct score_rubric *r = s->rubric;
	int64_t total = 0, centre, product;

	for (size_t k = 0; k < r->count; k++) {
		if (!decimal_muldiv(centre_of(r, marks_of(s, application, k)),
		    decimal_scale(r->criterion_places),
		    decimal_scale(r->places), r->rounding, &centre) ||
		    !score_result_product(r, k, centre, &product) ||
		    product > INT64_MAX / SCORE_CRITERIA_MAX)
			return false;
		total += product;
	}
	return decimal_muldiv(total, decimal_scale(r->total_places),
	    decimal_scale(r->product_places), r->rounding, most);
}
