#include <stdlib.h>

#include "base/order.h"
#include "civic/score_explain.h"
#include "civic/score_severity.h"

/* What a line is made from, for an application. */
struct account {
	const struct score_results *results;
	const struct score *score;
	uint32_t application, criterion;
	struct score_line *line;
	size_t lines;
};

size_t
score_explain_sheets(const struct score *s, uint32_t application,
    struct arena *a, uint32_t **sheets)
{
	size_t n = s->first[application + 1] - s->first[application];
	struct order *item = arena_array(a, 2 * n, sizeof(*item));

	*sheets = arena_array(a, n, sizeof(**sheets));
	for (size_t i = 0; i < n; i++) {
		uint32_t sheet = s->list[s->first[application] + i];

		item[i] = (struct order){
			s->standing[score_sheet_expert(&s->sheets, sheet)],
			sheet };
	}
	order_keys(item, n, item + n);
	for (size_t i = 0; i < n; i++)
		(*sheets)[i] = item[i].number;
	return n;
}

size_t
score_explain_again(const struct score *s, uint32_t sheet, uint32_t criterion,
    const struct score_again **again)
{
	size_t low = 0, high = s->agains, n = 0;

	while (low < high) {
		size_t mid = (low + high) / 2;
		const struct score_again *m = &s->again[mid];

		if (m->sheet < sheet ||
		    (m->sheet == sheet && m->criterion < criterion))
			low = mid + 1;
		else
			high = mid;
	}
	*again = s->again + low;
	while (low + n < s->agains && (*again)[n].sheet == sheet &&
	    (*again)[n].criterion == criterion)
		n++;
	return n;
}

static void
add_line(struct account *t, uint32_t expert, int32_t units, enum score_why why)
{
	struct score_line *l = &t->line[t->lines++];

	*l = (struct score_line){ t->criterion, expert, units, why,
		why == SCORE_KEPT, 0, 0 };
	if (why == SCORE_KEPT)
		l->value = score_severity_value(t->score, t->criterion, expert,
		    units);
}

static void
add_cell(struct account *t, uint32_t sheet)
{
	const struct score_sheets *s = &t->score->sheets;
	int32_t units = score_sheet_mark(s, sheet, t->criterion);
	uint32_t expert = score_sheet_expert(s, sheet);
	bool excluded = score_sheet_excluded(s, sheet);
	const struct score_again *again;
	size_t n;

	if (units == SCORE_ABSENT)
		return;
	if (units != SCORE_TWICE) {
		add_line(t, expert, units, excluded ? SCORE_IS_CONFLICT
		    : units == SCORE_UNMARKED ? SCORE_IS_UNMARKED : SCORE_KEPT);
		return;
	}
	n = score_explain_again(t->score, sheet, t->criterion, &again);
	for (size_t i = 0; i < n; i++)
		add_line(t, expert, again[i].units,
		    excluded ? SCORE_IS_CONFLICT : SCORE_IS_TWICE);
}

/* By value, then by place among the lines. */
static int
by_value(const void *a, const void *b)
{
	const struct score_line *x, *y;

	x = *(struct score_line *const *)a;
	y = *(struct score_line *const *)b;
	if (x->value != y->value)
		return x->value < y->value ? -1 : 1;
	return x < y ? -1 : x > y;
}

/* Divide a product among marks in their proportion, to the last unit. */
static void
divide(int64_t product, struct score_line **kept, size_t count)
{
	int64_t sum = 0, done = 0, part = 0, upto;

	for (size_t i = 0; i < count; i++)
		sum += kept[i]->value;
	for (size_t i = 0; i < count && sum != 0; i++) {
		part += kept[i]->value;
		if (!decimal_muldiv(product, part, sum, ROUND_HALF_UP, &upto))
			return;
		kept[i]->share = upto - done;
		done = upto;
	}
}

/*
 * Name the extremes among the kept lines, which are in order.  Those that are
 * not dropped have the value of the nearest that is no extreme.
 */
static struct score_extremes
name_extremes(const struct score_rubric *r, struct score_line **kept, size_t n)
{
	struct score_extremes e = score_result_extremes(r, n);
	int64_t low = kept[e.low]->value, high = kept[n - 1 - e.high]->value;

	for (size_t i = 0; i < e.low + e.high; i++) {
		bool is_low = i < e.low;
		struct score_line *l = is_low ? kept[i]
					      : kept[n - 1 - (i - e.low)];

		l->why = is_low ? SCORE_IS_LOWEST : SCORE_IS_HIGHEST;
		l->counts = r->winsorise;
		if (r->winsorise)
			l->value = is_low ? low : high;
	}
	return r->winsorise ? (struct score_extremes){ 0, 0 } : e;
}

/* Tell the extremes among the lines from the first, and share the product. */
static void
settle(struct account *t, size_t first, struct arena *a)
{
	const struct score_rubric *r = t->score->rubric;
	int64_t centre = t->results->centre[t->application * r->count +
	    t->criterion], product;
	struct score_line **kept = arena_array(a, t->lines - first,
	    sizeof(struct score_line *));
	struct score_extremes out;
	size_t n = 0;

	for (size_t i = first; i < t->lines; i++)
		if (t->line[i].why == SCORE_KEPT)
			kept[n++] = &t->line[i];
	if (n == 0)
		return;
	qsort(kept, n, sizeof(struct score_line *), by_value);
	out = name_extremes(r, kept, n);
	if (!t->results->of[t->application].scored ||
	    !score_result_product(r, t->criterion, centre, &product))
		return;
	product *= decimal_scale(SCORE_PLACES_MAX - r->product_places);
	n -= out.low + out.high;
	if (r->centre == SCORE_MEDIAN)
		divide(product, kept + out.low + (n - 1) / 2, 2 - n % 2);
	else
		divide(product, kept + out.low, n);
}

size_t
score_explain(const struct score_results *r, uint32_t application,
    struct arena *a, struct score_line **lines)
{
	const struct score *s = r->score;
	struct account t = { .results = r, .score = s,
		.application = application };
	const struct score_again *again;
	uint32_t *sheet;
	size_t sheets = score_explain_sheets(s, application, a, &sheet);
	size_t most = sheets * s->rubric->count;

	for (size_t i = 0; i < sheets && s->agains > 0; i++)
		for (uint32_t k = 0; k < s->rubric->count; k++)
			most += score_explain_again(s, sheet[i], k, &again);
	t.line = arena_array(a, most, sizeof(*t.line));
	for (; t.criterion < s->rubric->count; t.criterion++) {
		size_t first = t.lines;

		for (size_t i = 0; i < sheets; i++)
			add_cell(&t, sheet[i]);
		settle(&t, first, a);
	}
	*lines = t.line;
	return t.lines;
}
