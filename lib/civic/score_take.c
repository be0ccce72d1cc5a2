#include <stdlib.h>

#include "base/buf.h"
#include "base/die.h"
#include "civic/score_take.h"

enum { WORD = sizeof(uint64_t), LINE = 64, AHEAD = 12 };

/* The number by which a name is looked up: its word, or a hash of all. */
static uint64_t
key_of(struct str name)
{
	return name.n <= WORD ? score_word(name) : map_hash(name);
}

/*
 * A slot has a card's number + 1 in its low half and a part of its name's
 * hash in its high one, so that hardly any other card is looked at.
 */
static uint64_t
hash_of(const struct score *s, uint64_t key)
{
	return key * s->multiplier;
}

static size_t
home(const struct score *s, uint64_t hash)
{
	return hash >> (64 - s->slot_bits);
}

static uint32_t
tag_of(uint64_t hash)
{
	return (uint32_t)(hash >> 8);
}

static uint32_t
card_in(uint64_t slot)
{
	return (uint32_t)slot - 1;
}

/* The first slot from i on that is empty or has the tag. */
static size_t
likely(const struct score *s, size_t i, uint32_t tag)
{
	size_t last = ((size_t)1 << s->slot_bits) - 1;

	while (s->slot[i] != 0 && s->slot[i] >> 32 != tag)
		i = (i + 1) & last;
	return i;
}

/*
 * The slot of a name's card, or the empty one where it belongs, from the
 * first likely one on.
 */
static uint64_t *
find_slot(const struct score *s, struct str name, uint64_t key, size_t i)
{
	size_t last = ((size_t)1 << s->slot_bits) - 1;
	uint32_t tag = tag_of(hash_of(s, key));

	for (;; i = likely(s, (i + 1) & last, tag)) {
		uint64_t *slot = &s->slot[i];

		if (*slot == 0 ||
		    (score_sheet_is(&s->sheets, card_in(*slot), key,
			(uint32_t)name.n) &&
			(name.n <= WORD ||
			    str_eq(s->name[card_in(*slot)], name))))
			return slot;
	}
}

static uint64_t *
slot_of(const struct score *s, struct str name, uint64_t key)
{
	uint64_t hash = hash_of(s, key);

	return find_slot(s, name, key, likely(s, home(s, hash), tag_of(hash)));
}

static void
put_slot(uint64_t *slot, uint64_t hash, uint32_t card)
{
	*slot = (uint64_t)tag_of(hash) << 32 | (card + 1);
}

static void
more_slots(struct score *s)
{
	s->slot_bits = s->slot_bits > 0 ? s->slot_bits + 1 : 8;
	slab_free(&s->slots);
	s->slot = slab_array(&s->slots, (size_t)1 << s->slot_bits,
	    sizeof(*s->slot));
	for (uint32_t n = 0; n < s->applications; n++) {
		uint64_t key = key_of(s->name[n]);

		put_slot(slot_of(s, s->name[n], key), hash_of(s, key), n);
	}
}

/* Room for at least the marks of a batch, so that no slot moves under it. */
static void
make_room(struct score *s)
{
	size_t need = s->applications + SCORE_TAKE_MOST, fields, old = s->room;

	while (s->slot == NULL || need * 2 > (size_t)1 << s->slot_bits)
		more_slots(s);
	if (need <= s->room)
		return;
	s->name = buf_grow(s->name, &s->room, need, sizeof(*s->name));
	fields = s->rubric->fields;
	if (fields == 0)
		return;
	s->tie = realloc(s->tie, s->room * fields * sizeof(*s->tie));
	if (s->tie == NULL)
		die("out of memory");
	memset(s->tie + old * fields, 0,
	    (s->room - old) * fields * sizeof(*s->tie));
}

static uint32_t
the_application(struct score *s, struct str name, uint64_t key, size_t i)
{
	uint64_t *slot = find_slot(s, name, key, i);

	if (*slot != 0)
		return card_in(*slot);
	s->name[s->applications++] = arena_copy(&s->names, name);
	put_slot(slot, hash_of(s, key),
	    score_sheet_card(&s->sheets, key, (uint32_t)name.n));
	return card_in(*slot);
}

/* An expert's number; a short name is mostly found among those of late. */
static uint32_t
the_expert(struct score *s, struct str name)
{
	uint64_t word = score_word(name);
	struct score_name *pair = &s->lately[(word * s->multiplier >>
	    (64 - SCORE_EXPERT_BITS)) & ~(uint64_t)1];

	for (size_t i = 0; i < 2; i++)
		if (pair[i].word == word && pair[i].n == name.n &&
		    name.n <= WORD && pair[i].number != 0)
			return pair[i].number - 1;
	size_t number = map_add(&s->experts, name);

	if (number >= SCORE_SHEET_EXCLUDED - 1)
		die("too many experts: 2 billion");
	pair[1] = pair[0];
	pair[0] = (struct score_name){ word, (uint32_t)name.n,
		(uint32_t)number + 1 };
	return (uint32_t)number;
}

static void
note_again(struct score *s, uint32_t sheet, uint32_t criterion, int32_t units)
{
	s->again = buf_grow(s->again, &s->againroom, s->agains + 1,
	    sizeof(*s->again));
	s->again[s->agains++] = (struct score_again){ sheet, criterion, units };
}

/* Room for what the records of a sheet say. */
static void
more_said(struct score *s, uint32_t sheet)
{
	bool apart = sheet >= SCORE_SHEET_APART;
	size_t number = sheet & ~SCORE_SHEET_APART, old = s->saidroom[apart];
	size_t fields = s->rubric->fields;

	if (number < old)
		return;
	s->said[apart] = buf_grow(s->said[apart], &s->saidroom[apart],
	    number + 1, fields * sizeof(struct score_tie));
	memset(s->said[apart] + old * fields, 0,
	    (s->saidroom[apart] - old) * fields * sizeof(struct score_tie));
}

/* What a field says, as a number that is the same for the same value. */
static struct score_tie
field_value(struct score *s, const struct score_key *key, struct str text)
{
	struct score_tie tie = { 0, SCORE_TIE_NONE };

	if (text.n == 0)
		return tie;
	tie.state = SCORE_TIE_GIVEN;
	if (key->kind == SCORE_KEY_NUMBER)
		(void)decimal_parse(text, SCORE_PLACES_MAX, &tie.value);
	else
		tie.value = (int64_t)map_add(&s->texts, text);
	return tie;
}

static void
take_fields(struct score *s, const struct score_mark *m, uint32_t sheet)
{
	const struct score_rubric *r = s->rubric;

	more_said(s, sheet);
	for (size_t i = 0; i < r->keys; i++)
		if (score_key_is_field(&r->key[i]))
			score_tie_add(&score_said(s, sheet)[r->key[i].which],
			    field_value(s, &r->key[i],
				m->field[r->key[i].which]));
}

static void
take_mark(struct score *s, struct score_mark *m, uint32_t card,
    uint32_t expert)
{
	uint32_t sheet;
	int32_t before = score_sheet_put(&s->sheets, card, expert,
	    m->criterion, m->units, &sheet);

	if (s->rubric->fields > 0)
		take_fields(s, m, sheet);
	m->twice = before != SCORE_ABSENT;
	if (!m->twice)
		return;
	if (before != SCORE_TWICE)
		note_again(s, sheet, m->criterion, before);
	note_again(s, sheet, m->criterion, m->units);
}

/* A mark on its way: what its application is looked up by, and where. */
struct way {
	uint64_t key;
	size_t slot;
	uint32_t expert;
};

static void
set_out(struct score *s, const struct score_mark *m, struct way *w)
{
	w->key = key_of(m->application);
	w->slot = home(s, hash_of(s, w->key));
	__builtin_prefetch(&s->slot[w->slot]);
	w->expert = the_expert(s, m->expert);
}

static void
find_card(struct score *s, struct way *w)
{
	w->slot = likely(s, w->slot, tag_of(hash_of(s, w->key)));
	if (s->slot[w->slot] == 0)
		return;
	const unsigned char *card = score_sheet_at(&s->sheets,
	    card_in(s->slot[w->slot]));

	for (size_t i = 0; i < s->sheets.card_size; i += LINE)
		__builtin_prefetch(card + i);
}

/*
 * What is looked up for a mark lies anywhere in memory.  So it is asked for
 * some marks ahead: first where the card stands, then the card.
 */
void
score_take(struct score *s, struct score_mark *marks, size_t count)
{
	struct way way[SCORE_TAKE_MOST];

	make_room(s);
	for (size_t i = 0; i < count + 2 * AHEAD; i++) {
		if (i < count)
			set_out(s, &marks[i], &way[i]);
		if (i >= AHEAD && i - AHEAD < count)
			find_card(s, &way[i - AHEAD]);
		if (i < 2 * AHEAD)
			continue;
		struct score_mark *m = &marks[i - 2 * AHEAD];
		const struct way *w = &way[i - 2 * AHEAD];

		take_mark(s, m, the_application(s, m->application, w->key,
		    w->slot), w->expert);
	}
}

enum score_known
score_take_exclude(struct score *s, struct str application, struct str expert)
{
	size_t e = map_find(&s->experts, expert);
	uint64_t slot;
	uint32_t sheet;

	if (s->applications == 0)
		return SCORE_NO_APPLICATION;
	slot = *slot_of(s, application, key_of(application));
	if (slot == 0)
		return SCORE_NO_APPLICATION;
	if (e == MAP_NONE)
		return SCORE_NO_EXPERT;
	if (score_sheet_find(&s->sheets, card_in(slot), (uint32_t)e, &sheet))
		score_sheet_exclude(&s->sheets, sheet);
	return SCORE_KNOWN;
}
