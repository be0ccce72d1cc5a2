#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/order.h"
#include "civic/score.h"

static void *
zeroed(size_t count, size_t size)
{
	void *p = calloc(count > 0 ? count : 1, size);

	if (p == NULL)
		die("out of memory");
	return p;
}

static size_t
home(const struct score *s, uint64_t word)
{
	return word * s->multiplier >> (64 - SCORE_CRITERIA_BITS);
}

static void
enter_name(struct score *s, struct str name, size_t number)
{
	uint64_t word = score_word(name);
	size_t i = home(s, word);

	while (s->criteria[i].number != 0)
		i = (i + 1) % (1 << SCORE_CRITERIA_BITS);
	s->criteria[i] = (struct score_name){ word, (uint32_t)name.n,
		(uint32_t)number + 1 };
}

enum { ON_CARD = 5 };	/* experts that most panels have */

struct score *
score_new(const struct score_rubric *rubric)
{
	struct score *s = zeroed(1, sizeof(*s));

	s->rubric = rubric;
	s->multiplier = map_hash(STR("multiplier")) | 1;
	s->unit = decimal_scale(rubric->places);
	score_sheet_open(&s->sheets, rubric->min, rubric->max, rubric->step,
	    rubric->count, rubric->quorum > ON_CARD && rubric->quorum < 16
			       ? rubric->quorum
			       : ON_CARD);
	for (size_t i = 0; i < rubric->count; i++)
		enter_name(s, rubric->criterion[i].name, i);
	for (size_t i = 0; i < rubric->unmarked_count; i++)
		if (rubric->unmarked[i].n > 0)
			s->unmarked[(unsigned char)rubric->unmarked[i].p[0]] =
			    true;
	return s;
}

void
score_free(struct score *s)
{
	map_free(&s->experts);
	map_free(&s->texts);
	arena_reset(&s->names);
	score_sheet_close(&s->sheets);
	free(s->name);
	free(s->tie);
	free(s->said[0]);
	free(s->said[1]);
	slab_free(&s->slots);
	free(s->again);
	slab_free(&s->run);
	free(s);
}

size_t
score_criterion(const struct score *s, struct str name)
{
	uint64_t word = score_word(name);

	for (size_t i = home(s, word);; i = (i + 1) % (1 << SCORE_CRITERIA_BITS)) {
		const struct score_name *c = &s->criteria[i];

		if (c->number == 0)
			return s->rubric->count;
		if (c->word == word && c->n == name.n &&
		    (name.n <= sizeof(word) ||
			str_eq(s->rubric->criterion[c->number - 1].name, name)))
			return c->number - 1;
	}
}

static bool
is_unmarked(const struct score *s, struct str text)
{
	const struct score_rubric *r = s->rubric;

	if (text.n == 0)
		return true;
	if (!s->unmarked[(unsigned char)text.p[0]])
		return false;
	for (size_t i = 0; i < r->unmarked_count; i++)
		if (str_eq(r->unmarked[i], text))
			return true;
	return false;
}

/* A few digits, which most marks are; false if it is anything else. */
static bool
digits(struct str text, int64_t *value)
{
	int64_t n = 0;

	if (text.n <= 2) {
		/* One or two, without a branch that would be guessed. */
		unsigned last = (unsigned char)text.p[text.n - 1] - '0';
		unsigned first = (unsigned char)text.p[0] - '0';

		*value = last + (text.n == 2 ? first * 10 : 0);
		return first <= 9 && last <= 9;
	}
	if (text.n > 9)
		return false;
	for (size_t i = 0; i < text.n; i++) {
		unsigned digit = (unsigned char)text.p[i] - '0';

		if (digit > 9)
			return false;
		n = n * 10 + (int64_t)digit;
	}
	*value = n;
	return true;
}

/* 5.0 is 5, on a scale of whole numbers too. */
static enum score_fault
decimals(const struct score_rubric *r, struct str text, int64_t *value)
{
	int64_t more = decimal_scale(DECIMAL_PLACES_MAX - r->places);

	if (decimal_parse(text, r->places, value))
		return SCORE_FINE;
	if (!decimal_parse(text, DECIMAL_PLACES_MAX, value))
		return SCORE_NOT_A_MARK;
	if (*value % more != 0)
		return SCORE_OFF_STEP;
	*value /= more;
	return SCORE_FINE;
}

enum score_fault
score_parse(const struct score *s, struct str text, int32_t *units)
{
	const struct score_rubric *r = s->rubric;
	enum score_fault fault;
	int64_t value;

	if (is_unmarked(s, text)) {
		*units = SCORE_UNMARKED;
		return SCORE_FINE;
	}
	if (digits(text, &value))
		value *= s->unit;
	else if ((fault = decimals(r, text, &value)) != SCORE_FINE)
		return fault;
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

static struct str
expert_name(const void *of, size_t expert)
{
	const struct score *s = of;

	return map_key(&s->experts, expert);
}

static struct str
application_name(const void *of, size_t application)
{
	return score_name(of, (uint32_t)application);
}

static void
stand_experts(struct score *s)
{
	size_t count = s->experts.count;
	struct arena a = { 0 };
	struct order *item = arena_array(&a, 2 * count, sizeof(*item));

	order_texts_of(expert_name, s, count, item, item + count);
	s->standing = slab_array(&s->run, count, sizeof(*s->standing));
	for (uint32_t i = 0; i < count; i++)
		s->standing[item[i].number] = i;
	arena_reset(&a);
}

static void
order_names(struct score *s)
{
	size_t count = s->applications;

	s->item = slab_array(&s->run, count, sizeof(*s->item));
	s->spare = slab_array(&s->run, count, sizeof(*s->spare));
	s->by_name = slab_array(&s->run, count, sizeof(*s->by_name));
	order_texts_of(application_name, s, count, s->item, s->spare);
	for (size_t i = 0; i < count; i++)
		s->by_name[i] = s->item[i].number;
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
sheet_counts(const struct score *s, uint32_t sheet)
{
	if (score_sheet_excluded(&s->sheets, sheet))
		return false;
	for (size_t i = 0; i < s->rubric->count; i++)
		if (score_sheet_mark(&s->sheets, sheet, i) > SCORE_ABSENT)
			return true;
	return false;
}

/* An application is what the records say whose marks count, and no others. */
static void
judge_fields(struct score *s)
{
	size_t fields = s->rubric->fields;

	for (size_t a = 0; a < s->applications && fields > 0; a++)
		for (uint32_t i = s->first[a]; i < s->first[a + 1]; i++) {
			if (!sheet_counts(s, s->list[i]))
				continue;
			for (size_t k = 0; k < fields; k++)
				score_tie_add(&s->tie[a * fields + k],
				    score_said(s, s->list[i])[k]);
		}
}

void
score_group(struct score *s)
{
	stand_experts(s);
	order_names(s);
	if (s->agains > 0)
		qsort(s->again, s->agains, sizeof(*s->again), by_sheet);
	s->first = slab_array(&s->run, s->applications + 1, sizeof(*s->first));
	s->list = slab_array(&s->run, score_sheet_count(&s->sheets),
	    sizeof(*s->list));
	score_sheet_list(&s->sheets, s->first, s->list);
	judge_fields(s);
}
