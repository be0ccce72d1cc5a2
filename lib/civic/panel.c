#include <stdlib.h>

#include "base/forest.h"
#include "base/order.h"
#include "civic/panel.h"

/* A mark on its way into a panel. */
struct raw {
	int64_t value;
	uint32_t expert;	/* his standing */
};

/* How a sheet becomes a mark: by one criterion, or by weights for all. */
struct source {
	const struct score *score;
	size_t criterion;
	const int64_t *meaning, *weight;
};

static int32_t
units_of(const struct score_sheets *s, const unsigned char *cells,
    size_t criterion)
{
	return score_sheet_units(s,
	    score_sheet_cell(s, cells + criterion * s->cell));
}

/* The weighted sum of a sheet's marks, if it has them all. */
static bool
sum_of(const struct source *from, const unsigned char *cells, int64_t *sum)
{
	const struct score *s = from->score;

	*sum = 0;
	for (size_t k = 0; k < s->rubric->count; k++) {
		int32_t units = units_of(&s->sheets, cells, k);

		if (units <= SCORE_ABSENT)
			return false;
		*sum += from->weight[k] * units;
	}
	return true;
}

/* The mark of a sheet, if there is one that counts. */
static bool
mark_of(const struct source *from, uint32_t sheet, struct raw *raw)
{
	const struct score *s = from->score;
	unsigned char *cells, *head = score_sheet_head(&s->sheets, sheet,
	    &cells);
	uint32_t expert;
	int32_t units;

	memcpy(&expert, head, sizeof(expert));
	if ((expert & SCORE_SHEET_EXCLUDED) != 0)
		return false;
	raw->expert = s->standing[expert - 1];
	if (from->weight != NULL)
		return sum_of(from, cells, &raw->value);
	units = units_of(&s->sheets, cells, from->criterion);
	raw->value = units;
	if (units > SCORE_ABSENT && from->meaning != NULL)
		raw->value = from->meaning[units];
	return units > SCORE_ABSENT;
}

static int
by_expert(const void *a, const void *b)
{
	const struct raw *x = a, *y = b;

	return (x->expert > y->expert) - (x->expert < y->expert);
}

enum { FEW = 12 };	/* marks of a unit that are soonest sorted so */

static void
sort_unit(struct raw *raw, size_t count)
{
	if (count > FEW) {
		qsort(raw, count, sizeof(*raw), by_expert);
		return;
	}
	for (size_t i = 1; i < count; i++) {
		struct raw one = raw[i];
		size_t j = i;

		for (; j > 0 && raw[j - 1].expert > one.expert; j--)
			raw[j] = raw[j - 1];
		raw[j] = one;
	}
}

enum { AHEAD = 8, LINE = 64 };

static uint32_t
named(const struct score *s, size_t i)
{
	return s->by_name[i < s->applications ? i : s->applications - 1];
}

/* Sheets and cards lie anywhere: ask for them some applications ahead. */
static void
ask(const struct score *s, size_t i)
{
	const unsigned char *card = score_sheet_at(&s->sheets,
	    named(s, i + AHEAD));

	__builtin_prefetch(&s->first[named(s, i + 2 * AHEAD)]);
	__builtin_prefetch(&s->list[s->first[named(s, i + AHEAD)]]);
	for (size_t n = 0; n < s->sheets.card_size; n += LINE)
		__builtin_prefetch(card + n);
}

static void
collect(struct panel *p, const struct source *from, struct raw *raw)
{
	const struct score *s = from->score;

	for (size_t i = 0; i < s->applications; i++) {
		uint32_t a = s->by_name[i];
		size_t begin = p->marks;

		ask(s, i);
		for (uint32_t k = s->first[a]; k < s->first[a + 1]; k++)
			p->marks += mark_of(from, s->list[k],
			    &raw[p->marks]);
		if (p->marks == begin)
			continue;
		sort_unit(raw + begin, p->marks - begin);
		p->first[++p->units] = (uint32_t)p->marks;
	}
}

/* Number the experts who gave a mark, in the order of their names. */
static void
number_experts(struct panel *p, const struct score *s, const struct raw *raw,
    struct arena *a)
{
	size_t all = s->experts.count;
	uint32_t *number = arena_array(a, all, sizeof(*number));

	for (size_t i = 0; i < p->marks; i++)
		number[raw[i].expert] = 1;
	p->standing = arena_array(a, all, sizeof(*p->standing));
	for (uint32_t e = 0; e < all; e++)
		if (number[e] > 0) {
			p->standing[p->experts] = e;
			number[e] = (uint32_t)p->experts++;
		}
	for (size_t i = 0; i < p->marks; i++)
		p->mark[i].expert = number[raw[i].expert];
}

enum { TABLE_MOST = 1 << 16 };

/* Values of a short scale are looked up. */
static void
number_short(struct panel *p, const struct raw *raw, int64_t low, size_t width,
    struct arena *a)
{
	uint32_t *number = arena_array(a, width, sizeof(*number));

	p->number = arena_array(a, width, sizeof(*p->number));
	for (size_t i = 0; i < p->marks; i++)
		number[raw[i].value - low] = 1;
	for (size_t v = 0; v < width; v++)
		if (number[v] > 0) {
			p->number[p->values] = (double)v;
			number[v] = (uint32_t)p->values++;
		}
	for (size_t i = 0; i < p->marks; i++)
		p->mark[i].value = number[raw[i].value - low];
}

/* Others are sorted. */
static void
number_long(struct panel *p, const struct raw *raw, int64_t low,
    struct arena *a)
{
	struct arena spare = { 0 };
	struct order *item = arena_array(&spare, p->marks, sizeof(*item));

	p->number = arena_array(a, p->marks, sizeof(*p->number));
	for (uint32_t i = 0; i < p->marks; i++)
		item[i] = (struct order){ (uint64_t)(raw[i].value - low), i };
	order_keys(item, p->marks, NULL);
	for (size_t i = 0; i < p->marks; i++) {
		if (i == 0 || item[i].key != item[i - 1].key)
			p->number[p->values++] = (double)item[i].key;
		p->mark[item[i].number].value = (uint32_t)p->values - 1;
	}
	arena_reset(&spare);
}

static void
number_values(struct panel *p, const struct raw *raw, struct arena *a)
{
	int64_t low = INT64_MAX, high = INT64_MIN;

	for (size_t i = 0; i < p->marks; i++) {
		low = raw[i].value < low ? raw[i].value : low;
		high = raw[i].value > high ? raw[i].value : high;
	}
	if (p->marks == 0)
		return;
	p->low = (double)low;
	if (high - low < TABLE_MOST)
		number_short(p, raw, low, (size_t)(high - low) + 1, a);
	else
		number_long(p, raw, low, a);
}

/* Number the parts in the order of their first units. */
static void
find_parts(struct panel *p, struct arena *a)
{
	uint32_t *parent = arena_array(a, p->experts, sizeof(*parent));
	uint32_t *number = arena_array(a, p->experts, sizeof(*number));

	forest_plant(parent, p->experts);
	for (size_t u = 0; u < p->units; u++)
		for (uint32_t i = p->first[u] + 1; i < p->first[u + 1]; i++)
			forest_join(parent, p->mark[p->first[u]].expert,
			    p->mark[i].expert);
	for (size_t u = 0; u < p->units; u++) {
		uint32_t root = forest_root(parent,
		    p->mark[p->first[u]].expert);

		if (number[root] == 0)
			number[root] = ++p->parts;
	}
	p->part = arena_array(a, p->experts, sizeof(*p->part));
	for (uint32_t e = 0; e < p->experts; e++)
		p->part[e] = number[forest_root(parent, e)];
}

static void
lay_out(struct panel *p, const struct source *from, struct arena *a)
{
	const struct score *s = from->score;
	struct arena spare = { 0 };
	size_t most = s->first[s->applications];
	struct raw *raw = arena_array(&spare, most + 1, sizeof(*raw));

	*p = (struct panel){ .step = 1 };
	p->first = arena_array(a, s->applications + 1, sizeof(*p->first));
	collect(p, from, raw);
	p->mark = arena_array(a, p->marks, sizeof(*p->mark));
	number_experts(p, s, raw, a);
	number_values(p, raw, a);
	find_parts(p, a);
	arena_reset(&spare);
}

void
panel_find(struct panel *p, const struct score *s, size_t criterion,
    const int64_t *meaning, struct arena *a)
{
	const struct source from = { .score = s, .criterion = criterion,
		.meaning = meaning };

	lay_out(p, &from, a);
	p->step = 1 / (double)decimal_scale(s->rubric->places);
}

static int64_t
common_divisor(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

bool
panel_find_sum(struct panel *p, const struct score *s, struct arena *a)
{
	const struct score_rubric *r = s->rubric;
	int64_t weight[SCORE_CRITERIA_MAX], divisor = 0, most = 0;
	const struct source from = { .score = s, .weight = weight };

	for (size_t k = 0; k < r->count; k++)
		divisor = common_divisor(r->criterion[k].weight, divisor);
	for (size_t k = 0; k < r->count; k++) {
		int64_t size = -r->min > r->max ? -r->min : r->max;

		weight[k] = r->criterion[k].weight / divisor;
		if (weight[k] > ((INT64_C(1) << 52) - most) / (size + 1))
			return false;
		most += weight[k] * size;
	}
	lay_out(p, &from, a);
	p->step = (double)divisor /
	    (double)decimal_scale(SCORE_PLACES_MAX) /
	    (double)decimal_scale(r->places);
	return true;
}
