#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/order.h"
#include "civic/score.h"

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
	s->seed = map_hash(STR("sheets"));
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
	map_free(&s->applications);
	map_free(&s->experts);
	map_free(&s->texts);
	for (size_t i = 0; i < s->blocks; i++)
		free(s->block[i]);
	free(s->block);
	free(s->slot);
	free(s->again);
	free(s->width);
	free(s->tie);
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

/*
 * A slot has the number of a sheet + 1 in its low half and the pair's hash
 * in its high one: the place where the search begins, and a proof, but for
 * one in thousands of millions, that another sheet is not the one.
 */
static uint32_t
pair_hash(const struct score *s, uint32_t application, uint32_t expert)
{
	uint64_t h = ((uint64_t)application << 32 | expert) ^ s->seed;

	h *= 0x9e3779b97f4a7c15u;
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	return (uint32_t)(h >> 32);
}

static uint32_t
number_in(uint64_t slot)
{
	return (uint32_t)slot - 1;
}

static void
more_slots(struct score *s)
{
	size_t slots = s->slots > 0 ? s->slots * 2 : 1024;
	uint64_t *slot = zeroed(slots, sizeof(*slot));

	for (size_t old = 0; old < s->slots; old++) {
		size_t i = (s->slot[old] >> 32) & (slots - 1);

		if (s->slot[old] == 0)
			continue;
		while (slot[i] != 0)
			i = (i + 1) & (slots - 1);
		slot[i] = s->slot[old];
	}
	free(s->slot);
	s->slot = slot;
	s->slots = slots;
}

/* The slot of a pair's sheet, or the empty one where it belongs. */
static size_t
place(const struct score *s, uint32_t application, uint32_t expert,
    uint32_t hash)
{
	size_t i = hash & (s->slots - 1);

	for (; s->slot[i] != 0; i = (i + 1) & (s->slots - 1)) {
		if (s->slot[i] >> 32 != hash)
			continue;
		const int32_t *sheet = score_sheet(s, number_in(s->slot[i]));

		if ((uint32_t)sheet[SCORE_SHEET_APPLICATION] == application &&
		    score_sheet_expert(sheet) == expert)
			break;
	}
	return i;
}

static void
more_block(struct score *s)
{
	s->block = buf_grow(s->block, &s->blocksroom, s->blocks + 1,
	    sizeof(*s->block));
	s->block[s->blocks] = aligned_alloc(LINE,
	    (SCORE_SHEET_BLOCK * s->stride * sizeof(int32_t) + LINE - 1) /
		LINE * LINE);
	if (s->block[s->blocks++] == NULL)
		die("out of memory");
}

static uint32_t
new_sheet(struct score *s, uint32_t application, uint32_t expert)
{
	if (s->sheets >= INT32_MAX || s->experts.count >= INT32_MAX)
		die("too many experts' sheets: 2 billion");
	if (s->sheets == s->blocks * SCORE_SHEET_BLOCK)
		more_block(s);
	int32_t *sheet = score_sheet(s, s->sheets);

	sheet[SCORE_SHEET_APPLICATION] = (int32_t)application;
	sheet[SCORE_SHEET_EXPERT] = (int32_t)expert;
	for (size_t i = 0; i < s->rubric->count; i++)
		sheet[SCORE_SHEET_MARKS + i] = SCORE_ABSENT;
	s->width[application]++;
	return (uint32_t)s->sheets++;
}

static uint32_t
the_sheet(struct score *s, uint32_t application, uint32_t expert,
    uint32_t hash)
{
	if (s->sheets >= s->slots / 2)
		more_slots(s);
	size_t i = place(s, application, expert, hash);

	if (s->slot[i] == 0)
		s->slot[i] = (uint64_t)hash << 32 |
		    (new_sheet(s, application, expert) + 1);
	return number_in(s->slot[i]);
}

static void
note_again(struct score *s, uint32_t sheet, uint32_t criterion, int32_t units)
{
	s->again = buf_grow(s->again, &s->againroom, s->agains + 1,
	    sizeof(*s->again));
	s->again[s->agains++] = (struct score_again){ sheet, criterion, units };
}

static void
put_mark(struct score *s, uint32_t sheet, struct score_mark *m)
{
	int32_t *cell = score_sheet(s, sheet) + SCORE_SHEET_MARKS +
	    m->criterion;

	m->twice = *cell != SCORE_ABSENT;
	if (!m->twice) {
		*cell = m->units;
		return;
	}
	if (*cell != SCORE_TWICE)
		note_again(s, sheet, m->criterion, *cell);
	note_again(s, sheet, m->criterion, m->units);
	*cell = SCORE_TWICE;
}

static void
put_tie(struct score *s, struct score_tie *tie, const struct score_key *key,
    struct str text)
{
	int64_t value = 0;

	if (text.n == 0 || tie->state == SCORE_TIE_DIFFERS)
		return;
	if (key->kind == SCORE_KEY_NUMBER)
		(void)decimal_parse(text, SCORE_PLACES_MAX, &value);
	else
		value = (int64_t)map_add(&s->texts, text);
	if (tie->state == SCORE_TIE_NONE)
		*tie = (struct score_tie){ value, SCORE_TIE_GIVEN };
	else if (tie->value != value)
		tie->state = SCORE_TIE_DIFFERS;
}

static void
put_ties(struct score *s, uint32_t application, const struct score_mark *m)
{
	const struct score_rubric *r = s->rubric;

	for (size_t i = 0; i < r->keys; i++)
		if (r->key[i].kind == SCORE_KEY_NUMBER ||
		    r->key[i].kind == SCORE_KEY_TEXT)
			put_tie(s, &s->tie[application * r->fields +
			    r->key[i].which], &r->key[i],
			    m->field[r->key[i].which]);
}

/* Room in what is kept by application for all that there are. */
static void
more_applications(struct score *s)
{
	size_t count = s->applications.count, old = s->widthroom;

	if (count <= old)
		return;
	s->width = buf_grow(s->width, &s->widthroom, count, sizeof(*s->width));
	memset(s->width + old, 0, (s->widthroom - old) * sizeof(*s->width));
	if (s->rubric->fields == 0)
		return;
	old = s->tieroom;
	s->tie = buf_grow(s->tie, &s->tieroom, s->widthroom * s->rubric->fields,
	    sizeof(*s->tie));
	memset(s->tie + old, 0, (s->tieroom - old) * sizeof(*s->tie));
}

/*
 * What is looked up for a mark lies far apart in memory.  Each round over
 * the batch asks for what the next one needs, so that the waits overlap.
 */
void
score_add(struct score *s, struct score_mark *marks, size_t count)
{
	uint32_t application[SCORE_BATCH], expert[SCORE_BATCH];
	uint64_t hash[SCORE_BATCH];
	uint32_t pair[SCORE_BATCH];

	for (size_t i = 0; i < count; i++) {
		hash[i] = map_hash(marks[i].application);
		map_prefetch(&s->applications, hash[i]);
	}
	for (size_t i = 0; i < count; i++)
		map_prefetch_key(&s->applications, hash[i]);
	for (size_t i = 0; i < count; i++) {
		application[i] = (uint32_t)map_add_hashed(&s->applications,
		    marks[i].application, hash[i]);
		expert[i] = (uint32_t)map_add(&s->experts, marks[i].expert);
		pair[i] = pair_hash(s, application[i], expert[i]);
		if (s->slots > 0)
			__builtin_prefetch(&s->slot[pair[i] & (s->slots - 1)]);
	}
	more_applications(s);
	for (size_t i = 0; i < count && s->slots > 0; i++) {
		uint64_t slot = s->slot[pair[i] & (s->slots - 1)];

		if (slot != 0)
			__builtin_prefetch(score_sheet(s, number_in(slot)));
	}
	for (size_t i = 0; i < count; i++) {
		put_mark(s, the_sheet(s, application[i], expert[i], pair[i]),
		    &marks[i]);
		if (s->rubric->fields > 0)
			put_ties(s, application[i], &marks[i]);
	}
}

enum score_known
score_exclude(struct score *s, struct str application, struct str expert)
{
	size_t a = map_find(&s->applications, application), slot;
	size_t e = map_find(&s->experts, expert);

	if (a == MAP_NONE)
		return SCORE_NO_APPLICATION;
	if (e == MAP_NONE)
		return SCORE_NO_EXPERT;
	slot = place(s, (uint32_t)a, (uint32_t)e,
	    pair_hash(s, (uint32_t)a, (uint32_t)e));
	if (s->slot[slot] != 0)
		score_sheet(s, number_in(s->slot[slot]))[SCORE_SHEET_EXPERT] |=
		    SCORE_EXCLUDED;
	return SCORE_KNOWN;
}

/* The numbers of a map in the order of their names. */
static uint32_t *
in_order(const struct map *m, struct arena *run)
{
	uint32_t *order = arena_array(run, m->count, sizeof(*order));
	struct arena a = { 0 };
	struct str *name = arena_array(&a, m->count, sizeof(*name));

	for (size_t i = 0; i < m->count; i++)
		name[i] = map_key(m, i);
	order_texts(name, m->count, order);
	arena_reset(&a);
	return order;
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
	size_t applications = s->applications.count;
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
score_group(struct score *s)
{
	uint32_t *order = in_order(&s->experts, &s->run);

	s->standing = arena_array(&s->run, s->experts.count,
	    sizeof(*s->standing));
	for (uint32_t i = 0; i < s->experts.count; i++)
		s->standing[order[i]] = i;
	s->by_name = in_order(&s->applications, &s->run);
	if (s->agains > 0)
		qsort(s->again, s->agains, sizeof(*s->again), by_sheet);
	deal_sheets(s);
}
