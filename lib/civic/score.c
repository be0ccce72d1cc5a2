#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/order.h"
#include "civic/score.h"
#include "civic/score_take.h"

enum { LINE = 64 };	/* bytes that memory comes in */

static void *
zeroed(size_t count, size_t size)
{
	void *p = calloc(count > 0 ? count : 1, size);

	if (p == NULL)
		die("out of memory");
	return p;
}

static unsigned
criterion_hash(struct str name)
{
	if (name.n == 0)
		return 0;
	return ((unsigned)name.n * 29 + (unsigned char)name.p[0] * 7 +
	    (unsigned char)name.p[name.n / 2] * 3 +
	    (unsigned char)name.p[name.n - 1]) & 0xff;
}

/* Words of a sheet: rounded up, so that small ones stay within a line. */
static size_t
stride_of(size_t words)
{
	size_t stride = 1;

	while (stride < words && stride < LINE / sizeof(int32_t))
		stride *= 2;
	while (stride < words)
		stride += LINE / sizeof(int32_t);
	return stride;
}

struct score *
score_new(const struct score_rubric *rubric)
{
	struct score *s = zeroed(1, sizeof(*s));

	s->rubric = rubric;
	s->stride = stride_of(SCORE_SHEET_MARKS + rubric->count);
	for (size_t i = rubric->count; i-- > 0;) {
		unsigned h = criterion_hash(rubric->criterion[i].name);

		while (s->criteria[h] != 0)
			h = (h + 1) & 0xff;
		s->criteria[h] = (unsigned char)(i + 1);
	}
	return s;
}

void
score_free(struct score *s)
{
	for (size_t i = 0; i < SCORE_SHELVES; i++) {
		map_free(&s->shelf[i].names);
		free(s->shelf[i].application);
		free(s->shelf[i].slot);
	}
	map_free(&s->experts);
	map_free(&s->texts);
	for (size_t i = 0; i < s->blocks; i++)
		free(s->block[i]);
	score_take_end(s);
	free(s->block);
	free(s->name);
	free(s->width);
	free(s->tie);
	free(s->said);
	free(s->again);
	free(s->twice);
	arena_reset(&s->run);
	free(s);
}

size_t
score_criterion(const struct score *s, struct str name)
{
	for (unsigned h = criterion_hash(name);; h = (h + 1) & 0xff) {
		size_t number = s->criteria[h];

		if (number == 0)
			return s->rubric->count;
		if (str_eq(s->rubric->criterion[number - 1].name, name))
			return number - 1;
	}
}

static bool
is_unmarked(const struct score_rubric *r, struct str text)
{
	if (text.n == 0)
		return true;
	for (size_t i = 0; i < r->unmarked_count; i++)
		if (r->unmarked[i].n == text.n && str_eq(r->unmarked[i], text))
			return true;
	return false;
}

enum score_fault
score_parse(const struct score_rubric *r, struct str text, int32_t *units)
{
	int64_t value;

	if (is_unmarked(r, text)) {
		*units = SCORE_UNMARKED;
		return SCORE_FINE;
	}
	if (!decimal_parse(text, r->places, &value)) {
		int64_t more = decimal_scale(DECIMAL_PLACES_MAX - r->places);

		/* 5.0 is 5, on a scale of whole numbers too. */
		if (!decimal_parse(text, DECIMAL_PLACES_MAX, &value))
			return SCORE_NOT_A_MARK;
		if (value % more != 0)
			return SCORE_OFF_STEP;
		value /= more;
	}
	if (value < r->min || value > r->max)
		return SCORE_OFF_SCALE;
	if (r->step != 1 && (value - r->min) % r->step != 0)
		return SCORE_OFF_STEP;
	*units = (int32_t)value;
	return SCORE_FINE;
}

bool
score_field_fits(const struct score_key *key, struct str text)
{
	int64_t value;

	return key->kind != SCORE_KEY_NUMBER || text.n == 0 ||
	       decimal_parse(text, SCORE_PLACES_MAX, &value);
}

/* The numbers of texts in their order. */
static uint32_t *
in_order(const struct str *text, size_t count, struct arena *run)
{
	uint32_t *order = arena_array(run, count, sizeof(*order));

	order_texts(text, count, order);
	return order;
}

static void
stand_experts(struct score *s)
{
	size_t count = s->experts.count;
	struct arena a = { 0 };
	struct str *name = arena_array(&a, count, sizeof(*name));

	for (size_t i = 0; i < count; i++)
		name[i] = map_key(&s->experts, i);
	uint32_t *order = in_order(name, count, &a);

	s->standing = arena_array(&s->run, count, sizeof(*s->standing));
	for (uint32_t i = 0; i < count; i++)
		s->standing[order[i]] = i;
	arena_reset(&a);
}

static int
by_sheet(const void *a, const void *b)
{
	const struct score_again *x = a, *y = b;

	if (x->sheet != y->sheet)
		return x->sheet < y->sheet ? -1 : 1;
	if (x->criterion != y->criterion)
		return x->criterion < y->criterion ? -1 : 1;
	return (x->units > y->units) - (x->units < y->units);
}

/* Deal the sheets out to their applications, in the order of their coming. */
static void
deal_sheets(struct score *s)
{
	size_t applications = s->applications;
	uint32_t sum = 0;

	s->first = arena_array(&s->run, applications + 1, sizeof(*s->first));
	s->list = arena_array(&s->run, s->sheets, sizeof(*s->list));
	for (size_t a = 0; a < applications; a++) {
		s->first[a] = sum;
		sum += s->width[a];
		/* From here on, the place of the next sheet. */
		s->width[a] = s->first[a];
	}
	s->first[applications] = sum;
	for (uint32_t n = 0; n < s->sheets; n++)
		s->list[s->width[score_sheet(s, n)[SCORE_SHEET_APPLICATION]]++]
		    = n;
}

void
score_tie_add(struct score_tie *all, struct score_tie one)
{
	if (one.state == SCORE_TIE_NONE)
		return;
	if (all->state == SCORE_TIE_NONE)
		*all = one;
	else if (one.state == SCORE_TIE_DIFFERS || all->value != one.value)
		all->state = SCORE_TIE_DIFFERS;
}

/* Whether some mark on a sheet counts. */
static bool
sheet_counts(const struct score *s, const int32_t *sheet)
{
	if (score_sheet_excluded(sheet))
		return false;
	for (size_t i = 0; i < s->rubric->count; i++)
		if (sheet[SCORE_SHEET_MARKS + i] > SCORE_ABSENT)
			return true;
	return false;
}

/* An application is what the records say whose marks count, and no others. */
static void
judge_fields(struct score *s)
{
	size_t fields = s->rubric->fields;

	for (size_t n = 0; n < s->sheets && fields > 0; n++) {
		const int32_t *sheet = score_sheet(s, n);
		size_t application = (size_t)sheet[SCORE_SHEET_APPLICATION];

		if (!sheet_counts(s, sheet))
			continue;
		for (size_t i = 0; i < fields; i++)
			score_tie_add(&s->tie[application * fields + i],
			    s->said[n * fields + i]);
	}
}

void
score_group(struct score *s)
{
	score_take_end(s);
	stand_experts(s);
	s->by_name = in_order(s->name, s->applications, &s->run);
	if (s->agains > 0)
		qsort(s->again, s->agains, sizeof(*s->again), by_sheet);
	deal_sheets(s);
	judge_fields(s);
}
