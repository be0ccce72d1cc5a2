#include <stdlib.h>

#include "base/buf.h"
#include "base/dice.h"
#include "civic/score_result.h"
#include "civic/score_severity.h"

/* A sheet that counts: its expert and its cells. */
struct source {
	uint32_t expert;
	const unsigned char *cells;
};

/* The marks of an application for a criterion, and what they are read from. */
struct column {
	struct source *source;
	size_t sources, sourceroom;
	int64_t *value, *drawn;
	uint32_t *expert;
	size_t valueroom, drawnroom, expertroom, n;
	int64_t sum, low, high;
	int64_t spread;		/* before they are corrected */
};

static int
by_value(const void *a, const void *b)
{
	int64_t x, y;

	x = *(const int64_t *)a;
	y = *(const int64_t *)b;
	return x < y ? -1 : x > y;
}

/* Read the marks for a criterion, and what they come to uncorrected. */
static void
read_column(const struct score_sheets *s, size_t criterion, struct column *c)
{
	size_t at = criterion * s->cell;

	c->n = 0;
	c->sum = 0;
	c->low = INT32_MAX;
	c->high = INT32_MIN;
	for (size_t i = 0; i < c->sources; i++) {
		int32_t units = score_sheet_units(s,
		    score_sheet_cell(s, c->source[i].cells + at));

		if (units <= SCORE_ABSENT)
			continue;
		c->low = units < c->low ? units : c->low;
		c->high = units > c->high ? units : c->high;
		c->sum += units;
		c->expert[c->n] = c->source[i].expert;
		c->value[c->n++] = units;
	}
	c->spread = c->high - c->low;
}

static void
correct_column(const struct score *s, size_t criterion, struct column *c)
{
	c->sum = 0;
	c->low = INT64_MAX;
	c->high = INT64_MIN;
	for (size_t i = 0; i < c->n; i++) {
		int64_t value = score_severity_value(s, criterion,
		    c->expert[i], (int32_t)c->value[i]);

		c->low = value < c->low ? value : c->low;
		c->high = value > c->high ? value : c->high;
		c->sum += value;
		c->value[i] = value;
	}
}

/* Which of a column's experts is drawn for a place: the first in its order. */
static size_t
expert_at(const struct score *s, const struct column *c, uint64_t place)
{
	uint64_t best = 0, throw;
	size_t drawn = 0;

	for (size_t i = 0; i < c->n; i++) {
		throw = dice_at(place, s->standing[c->expert[i]]);
		if (i == 0 || throw < best) {
			best = throw;
			drawn = i;
		}
	}
	return drawn;
}

/* Put a sample of its marks in place of the marks, as many. */
static void
draw_column(const struct score *s, uint64_t sample, struct column *c)
{
	c->drawn = buf_grow(c->drawn, &c->drawnroom, c->n, sizeof(*c->drawn));
	c->sum = 0;
	c->low = INT64_MAX;
	c->high = INT64_MIN;
	for (size_t i = 0; i < c->n; i++) {
		int64_t value = c->value[expert_at(s, c,
		    dice_at(sample, i))];

		c->low = value < c->low ? value : c->low;
		c->high = value > c->high ? value : c->high;
		c->sum += value;
		c->drawn[i] = value;
	}
	for (size_t i = 0; i < c->n; i++)
		c->value[i] = c->drawn[i];
}

/* Find the sheets of an application that are not excluded. */
static void
find_sources(const struct score *s, size_t application, struct column *c)
{
	size_t width = s->first[application + 1] - s->first[application];

	c->value = buf_grow(c->value, &c->valueroom, width,
	    sizeof(*c->value));
	c->expert = buf_grow(c->expert, &c->expertroom, width,
	    sizeof(*c->expert));
	c->source = buf_grow(c->source, &c->sourceroom, width,
	    sizeof(*c->source));
	c->sources = 0;
	for (size_t i = 0; i < width; i++) {
		uint32_t sheet = s->list[s->first[application] + i];
		unsigned char *cells;

		(void)score_sheet_head(&s->sheets, sheet, &cells);
		if (!score_sheet_excluded(&s->sheets, sheet))
			c->source[c->sources++] = (struct source){
				score_sheet_expert(&s->sheets, sheet), cells };
	}
}

/* The sum of all marks, in order, with the extremes as their neighbours. */
static int64_t
winsorised(const struct column *c, struct score_extremes e)
{
	int64_t low = c->value[e.low], high = c->value[c->n - 1 - e.high];
	int64_t sum = c->sum;

	for (size_t i = 0; i < e.low; i++)
		sum += low - c->value[i];
	for (size_t i = 0; i < e.high; i++)
		sum += high - c->value[c->n - 1 - i];
	return sum;
}

/* The sum of the marks that are left. */
static int64_t
trimmed(const struct column *c, struct score_extremes e)
{
	int64_t sum = c->sum;

	if (e.low == 1)
		sum -= c->low;
	if (e.high == 1)
		sum -= c->high;
	for (size_t i = 0; e.low > 1 && i < e.low; i++)
		sum -= c->value[i];
	for (size_t i = 0; e.high > 1 && i < e.high; i++)
		sum -= c->value[c->n - 1 - i];
	return sum;
}

/* The centre of what is left, with places, as a fraction; how many dropped. */
static size_t
centre_of(const struct score_rubric *r, struct column *c, int64_t *above,
    int64_t *below)
{
	struct score_extremes e = score_result_extremes(r, c->n);
	size_t dropped = r->winsorise ? 0 : e.low + e.high;
	size_t left = c->n - dropped;

	if (r->centre == SCORE_MEDIAN || e.low > 1 || e.high > 1 ||
	    r->winsorise)
		qsort(c->value, c->n, sizeof(*c->value), by_value);
	*below = 1;
	if (r->centre == SCORE_MEDIAN) {
		*above = c->value[e.low + (left - 1) / 2] +
		    c->value[e.low + left / 2];
		*below = 2;
		return dropped;
	}
	*above = r->winsorise ? winsorised(c, e) : trimmed(c, e);
	if (r->centre == SCORE_MEAN)
		*below = (int64_t)left;
	return dropped;
}

bool
score_result_product(const struct score_rubric *r, size_t criterion,
    int64_t centre, int64_t *product)
{
	return decimal_muldiv(centre, r->criterion[criterion].weight,
	    decimal_scale(r->criterion_places + SCORE_PLACES_MAX -
		r->product_places), r->rounding, product);
}

/* Sum up, if as many as there may be would fit, with all places. */
static bool
add_product(const struct score_rubric *r, int64_t *total, int64_t product)
{
	int64_t most = INT64_MAX / SCORE_CRITERIA_MAX /
	    decimal_scale(SCORE_PLACES_MAX - r->product_places);

	*total += product;
	return product <= most && product >= -most;
}

/* One criterion of an application. */
static bool
score_column(const struct score *s, size_t criterion, struct column *c,
    struct score_result *out, int64_t *centre, int64_t *total)
{
	const struct score_rubric *r = s->rubric;
	int64_t above, below, product;

	out->marks += (uint32_t)c->n;
	if (c->n < r->quorum || c->n == 0)
		out->scored = false;
	*centre = SCORE_RESULT_NONE;
	if (c->n == 0)
		return true;
	if (c->spread > out->spread)
		out->spread = c->spread;
	out->dropped += (uint32_t)centre_of(r, c, &above, &below);
	return decimal_muldiv(above, decimal_scale(r->criterion_places),
	    below * decimal_scale(score_severity_places(r)), r->rounding,
	    centre) &&
	       score_result_product(r, criterion, *centre, &product) &&
	       add_product(r, total, product);
}

static bool
rescale(int64_t units, int from, int to, enum rounding rounding, int64_t *out)
{
	return decimal_muldiv(units, decimal_scale(to > from ? to - from : 0),
	    decimal_scale(from > to ? from - to : 0), rounding, out);
}

static bool
score_application(const struct score *s, size_t application,
    const uint64_t *sample, struct column *c, struct score_result *out,
    int64_t *centre)
{
	const struct score_rubric *r = s->rubric;
	int64_t total = 0;

	find_sources(s, application, c);
	*out = (struct score_result){ .scored = true };
	out->experts = (uint32_t)c->sources;
	out->excluded = out->experts <
	    s->first[application + 1] - s->first[application];
	for (size_t k = 0; k < r->count; k++) {
		read_column(&s->sheets, k, c);
		if (r->severity)
			correct_column(s, k, c);
		if (sample != NULL)
			draw_column(s, *sample, c);
		if (!score_column(s, k, c, out, &centre[k], &total))
			return false;
	}
	return rescale(total, r->product_places, r->total_places, r->rounding,
	    &out->score);
}

bool
score_result_sample(const struct score *s, struct score_results *r,
    const uint64_t *sample, size_t *application)
{
	struct column column = { 0 };
	bool fits = true;

	for (size_t a = 0; a < s->applications && fits; a++) {
		*application = a;
		fits = score_application(s, a, sample, &column, &r->of[a],
		    r->centre + a * s->rubric->count);
	}
	free(column.value);
	free(column.drawn);
	free(column.expert);
	free(column.source);
	return fits;
}

void
score_result_open(struct score *s, struct score_results *r)
{
	size_t applications = s->applications;

	r->score = s;
	r->of = slab_array(&s->run, applications, sizeof(*r->of));
	r->centre = slab_array(&s->run, applications * s->rubric->count,
	    sizeof(*r->centre));
	r->order = slab_array(&s->run, applications, sizeof(*r->order));
}

bool
score_result_find(struct score *s, struct score_results *r,
    size_t *application)
{
	score_result_open(s, r);
	return score_result_sample(s, r, NULL, application);
}
