#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/die.h"
#include "civic/score_take.h"

enum { WORD = sizeof(uint64_t), LINE = 64, CRITERION_BITS = 6 };

/* Enough that a shelf's marks fill the cache many times over. */
#define WAITING_MAX (((size_t)48 << 20) / WORD)

/*
 * Marks that wait on a shelf.  Each takes three words, one more for each of
 * the rubric's fields, and those that its application's name fills:
 *
 *	hash of the name
 *	expert, line
 *	units, and the name's length with the criterion
 */
struct score_load {
	struct score_load *next;
	size_t room;		/* words */
	uint64_t *end;		/* of those in use, but for the last load */
	uint64_t word[];
};
enum { HEAD_WORDS = 3, LOAD_WORDS = 1020 };

#define NO_VALUE INT64_MIN

static size_t
shelf_of(uint64_t hash)
{
	return hash / (UINT64_MAX / SCORE_SHELVES + 1);
}

static uint64_t
pair(uint32_t low, uint32_t high)
{
	return (uint64_t)high << 32 | low;
}

static size_t
words(size_t bytes)
{
	return (bytes + WORD - 1) / WORD;
}

/* What a field says, as a number that is the same for the same value. */
static int64_t
field_value(struct score *s, const struct score_key *key, struct str text)
{
	int64_t value = NO_VALUE;

	if (text.n == 0)
		return NO_VALUE;
	if (key->kind == SCORE_KEY_TEXT)
		return (int64_t)map_add(&s->texts, text);
	(void)decimal_parse(text, SCORE_PLACES_MAX, &value);
	return value;
}

static void
write_fields(struct score *s, const struct score_mark *m, uint64_t *to)
{
	const struct score_rubric *r = s->rubric;

	for (size_t i = 0; i < r->keys; i++) {
		const struct score_key *key = &r->key[i];

		if (score_key_is_field(key))
			to[key->which] = (uint64_t)field_value(s, key,
			    m->field[key->which]);
	}
}

/* memcpy into whole words, for texts that are mostly a word long. */
static void
write_text(uint64_t *to, struct str s)
{
	for (; s.n > WORD; s.n -= WORD, s.p += WORD)
		memcpy(to++, s.p, WORD);
	if (s.n == WORD)
		memcpy(to, s.p, WORD);
	else
		memcpy(to, s.p, s.n);
}

/* A load with room for so many words, at the end of the shelf's. */
static void
add_load(struct score *s, size_t number, size_t need)
{
	struct score_shelf *shelf = &s->shelf[number];
	size_t room = need > LOAD_WORDS ? need : LOAD_WORDS;
	struct score_load *load = s->spare;

	if (room == LOAD_WORDS && load != NULL) {
		s->spare = load->next;
	} else {
		load = malloc(sizeof(*load) + room * WORD);
		if (load == NULL)
			die("out of memory");
	}
	load->next = NULL;
	load->room = room;
	if (shelf->last != NULL) {
		shelf->last->next = load;
		shelf->last->end = s->cursor[number].to;
	} else {
		shelf->load = load;
	}
	shelf->last = load;
	s->cursor[number] = (struct score_cursor){ load->word, room };
}

bool
score_take(struct score *s, const struct score_mark *m)
{
	uint64_t hash = map_hash(m->application), *to;
	struct score_cursor *cursor = &s->cursor[shelf_of(hash)];
	size_t fields = s->rubric->fields;
	size_t need = HEAD_WORDS + fields + words(m->application.n);

	if (cursor->room < need)
		add_load(s, shelf_of(hash), need);
	to = cursor->to;
	cursor->to += need;
	cursor->room -= need;
	to[0] = hash;
	to[1] = pair((uint32_t)map_add(&s->experts, m->expert), m->line);
	to[2] = pair((uint32_t)m->units,
	    (uint32_t)m->application.n << CRITERION_BITS | m->criterion);
	if (fields > 0)
		write_fields(s, m, to + HEAD_WORDS);
	write_text(to + HEAD_WORDS + fields, m->application);
	s->waiting += need;
	return s->waiting >= WAITING_MAX;
}

/* A slot has the number of a sheet + 1, or 0. */
static size_t
home(const struct score_shelf *shelf, uint32_t application, uint32_t expert)
{
	uint64_t h = pair(application, expert) * 0x9e3779b97f4a7c15u;

	h = (h ^ h >> 32) * 0xd6e8feb86659fd93u;
	return (h >> 32) & (shelf->slots - 1);
}

static void
more_slots(const struct score *s, struct score_shelf *shelf)
{
	const uint32_t *old = shelf->slot;
	size_t slots = shelf->slots;

	shelf->slots = slots > 0 ? slots * 2 : 32;
	shelf->slot = calloc(shelf->slots, sizeof(*shelf->slot));
	if (shelf->slot == NULL)
		die("out of memory");
	for (size_t n = 0; n < slots; n++) {
		if (old[n] == 0)
			continue;
		const int32_t *sheet = score_sheet(s, old[n] - 1);
		size_t i = home(shelf,
		    (uint32_t)sheet[SCORE_SHEET_APPLICATION],
		    score_sheet_expert(sheet));

		while (shelf->slot[i] != 0)
			i = (i + 1) & (shelf->slots - 1);
		shelf->slot[i] = old[n];
	}
	free((void *)old);
}

/* The slot of a pair's sheet, or the empty one where it belongs. */
static uint32_t *
place(const struct score *s, const struct score_shelf *shelf,
    uint32_t application, uint32_t expert)
{
	size_t i = home(shelf, application, expert);

	for (; shelf->slot[i] != 0; i = (i + 1) & (shelf->slots - 1)) {
		const int32_t *sheet = score_sheet(s, shelf->slot[i] - 1);

		if ((uint32_t)sheet[SCORE_SHEET_APPLICATION] == application &&
		    score_sheet_expert(sheet) == expert)
			break;
	}
	return &shelf->slot[i];
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
the_sheet(struct score *s, struct score_shelf *shelf, uint32_t application,
    uint32_t expert)
{
	uint32_t *slot;

	if (shelf->sheets >= shelf->slots / 2)
		more_slots(s, shelf);
	slot = place(s, shelf, application, expert);
	if (*slot == 0) {
		*slot = new_sheet(s, application, expert) + 1;
		shelf->sheets++;
	}
	return *slot - 1;
}

/* Room in what is kept by application for one more. */
static void
more_applications(struct score *s)
{
	size_t old = s->room, room = old;

	s->name = buf_grow(s->name, &room, old + 1, sizeof(*s->name));
	s->width = realloc(s->width, room * sizeof(*s->width));
	s->tie = realloc(s->tie, room * (s->rubric->fields + 1) *
	    sizeof(*s->tie));
	if (s->width == NULL || s->tie == NULL)
		die("out of memory");
	memset(s->width + old, 0, (room - old) * sizeof(*s->width));
	memset(s->tie + old * s->rubric->fields, 0,
	    (room - old) * s->rubric->fields * sizeof(*s->tie));
	s->room = room;
}

static uint32_t
the_application(struct score *s, struct score_shelf *shelf, struct str name,
    uint64_t hash)
{
	size_t known = shelf->names.count;
	size_t number = map_add_hashed(&shelf->names, name, hash);

	if (number < known)
		return shelf->application[number];
	if (s->applications == s->room)
		more_applications(s);
	shelf->application = buf_grow(shelf->application, &shelf->room,
	    number + 1, sizeof(*shelf->application));
	s->name[s->applications] = map_key(&shelf->names, number);
	shelf->application[number] = (uint32_t)s->applications;
	return (uint32_t)s->applications++;
}

static void
note_again(struct score *s, uint32_t sheet, uint32_t criterion, int32_t units)
{
	s->again = buf_grow(s->again, &s->againroom, s->agains + 1,
	    sizeof(*s->again));
	s->again[s->agains++] = (struct score_again){ sheet, criterion, units };
}

static void
enter_mark(struct score *s, uint32_t sheet, uint32_t criterion, int32_t units,
    uint32_t line)
{
	int32_t *cell = score_sheet(s, sheet) + SCORE_SHEET_MARKS + criterion;

	if (*cell == SCORE_ABSENT) {
		*cell = units;
		return;
	}
	if (*cell != SCORE_TWICE)
		note_again(s, sheet, criterion, *cell);
	note_again(s, sheet, criterion, units);
	*cell = SCORE_TWICE;
	s->twice = buf_grow(s->twice, &s->twiceroom, s->twices + 1,
	    sizeof(*s->twice));
	s->twice[s->twices++] = (struct score_twice){ line, sheet, criterion };
}

/* Room for what each sheet's records say in their fields. */
static void
more_said(struct score *s, size_t sheet)
{
	size_t fields = s->rubric->fields, old = s->saidroom;

	if (sheet < old)
		return;
	s->said = buf_grow(s->said, &s->saidroom, sheet + 1,
	    fields * sizeof(*s->said));
	memset(s->said + old * fields, 0, (s->saidroom - old) * fields *
	    sizeof(*s->said));
}

static void
enter_fields(struct score *s, uint32_t sheet, const uint64_t *from)
{
	more_said(s, sheet);
	for (size_t i = 0; i < s->rubric->fields; i++)
		score_tie_add(&s->said[sheet * s->rubric->fields + i],
		    (struct score_tie){ (int64_t)from[i],
		    (int64_t)from[i] == NO_VALUE ? SCORE_TIE_NONE :
		    SCORE_TIE_GIVEN });
}

static void
enter_load(struct score *s, struct score_shelf *shelf,
    const struct score_load *load)
{
	size_t fields = s->rubric->fields;
	const uint64_t *p = load->word, *end = load->end;

	while (p < end) {
		uint32_t expert = (uint32_t)p[1];
		uint32_t shape = (uint32_t)(p[2] >> 32);
		struct str name = { (const char *)(p + HEAD_WORDS + fields),
			shape >> CRITERION_BITS };
		uint32_t application = the_application(s, shelf, name, p[0]);
		uint32_t sheet = the_sheet(s, shelf, application, expert);

		if (fields > 0)
			enter_fields(s, sheet, p + HEAD_WORDS);
		enter_mark(s, sheet, shape & ((1u << CRITERION_BITS) - 1),
		    (int32_t)(uint32_t)p[2], (uint32_t)(p[1] >> 32));
		p += HEAD_WORDS + fields + words(name.n);
	}
}

static void
settle_shelf(struct score *s, size_t number)
{
	struct score_shelf *shelf = &s->shelf[number];

	if (shelf->last != NULL)
		shelf->last->end = s->cursor[number].to;
	for (struct score_load *load = shelf->load, *next; load != NULL;
	    load = next) {
		next = load->next;
		enter_load(s, shelf, load);
		if (load->room == LOAD_WORDS) {
			load->next = s->spare;
			s->spare = load;
		} else {
			free(load);
		}
	}
	shelf->load = shelf->last = NULL;
	s->cursor[number] = (struct score_cursor){ NULL, 0 };
}

static int
by_line(const void *a, const void *b)
{
	const struct score_twice *x = a, *y = b;

	return x->line < y->line ? -1 : x->line > y->line;
}

size_t
score_take_settle(struct score *s, const struct score_twice **twice)
{
	s->twices = 0;
	for (size_t i = 0; i < SCORE_SHELVES; i++)
		settle_shelf(s, i);
	s->waiting = 0;
	if (s->twices > 0)
		qsort(s->twice, s->twices, sizeof(*s->twice), by_line);
	*twice = s->twice;
	return s->twices;
}

void
score_take_end(struct score *s)
{
	for (struct score_load *load = s->spare, *next; load != NULL;
	    load = next) {
		next = load->next;
		free(load);
	}
	s->spare = NULL;
}

enum score_known
score_take_exclude(struct score *s, struct str application, struct str expert)
{
	struct score_shelf *shelf = &s->shelf[shelf_of(map_hash(application))];
	size_t a = map_find(&shelf->names, application);
	size_t e = map_find(&s->experts, expert);
	uint32_t sheet;

	if (a == MAP_NONE)
		return SCORE_NO_APPLICATION;
	if (e == MAP_NONE)
		return SCORE_NO_EXPERT;
	sheet = *place(s, shelf, shelf->application[a], (uint32_t)e);
	if (sheet != 0)
		score_sheet(s, sheet - 1)[SCORE_SHEET_EXPERT] |=
		    SCORE_EXCLUDED;
	return SCORE_KNOWN;
}
