#include <stdlib.h>

#include "base/buf.h"
#include "base/die.h"
#include "civic/score_take.h"

enum { WORD = SCORE_SHEET_WORD, LINE = 64, AHEAD = 12 };

/* The number by which a name is looked up: its word, or a hash of all. */
static uint64_t
key_of(struct str name)
{
	return name.n <= WORD ? score_word(name) : map_hash(name);
}

/*
 * A slot is 0, or has a card's number + 1 in its low bits, as many as slots
 * are numbered by, and a part of its name's hash above them, so that hardly
 * any other card is looked at.
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

/* The bits of the hash below those that make the home. */
static uint32_t
tag_of(const struct score *s, uint64_t hash)
{
	return (uint32_t)(hash << s->slot_bits >> 32) & ~s->slot_low;
}

static uint32_t
card_in(const struct score *s, uint32_t slot)
{
	return (slot & s->slot_low) - 1;
}

/* The first slot from i on that is empty or has the tag. */
static size_t
likely(const struct score *s, size_t i, uint32_t tag)
{
	while (s->slot[i] != 0 && ((s->slot[i] ^ tag) & ~s->slot_low) != 0)
		i = (i + 1) & s->slot_low;
	return i;
}

static bool
is_card(const struct score *s, uint32_t card, struct str name, uint64_t key)
{
	return score_sheet_is(&s->sheets, card, key, (uint32_t)name.n) &&
	       (name.n <= WORD || str_eq(s->name[card], name));
}

/*
 * The slot of a name's card, or the empty one where it belongs, from the
 * first likely one on.
 */
static uint32_t *
find_slot(const struct score *s, struct str name, uint64_t key, size_t i)
{
	while (s->slot[i] != 0 && !is_card(s, card_in(s, s->slot[i]), name, key))
		i = likely(s, (i + 1) & s->slot_low,
		    tag_of(s, hash_of(s, key)));
	return &s->slot[i];
}

static uint32_t *
slot_of(const struct score *s, struct str name, uint64_t key)
{
	uint64_t hash = hash_of(s, key);

	return find_slot(s, name, key, likely(s, home(s, hash),
	    tag_of(s, hash)));
}

static void
put_slot(const struct score *s, uint32_t *slot, uint64_t hash, uint32_t card)
{
	*slot = tag_of(s, hash) | (card + 1);
}

static void
more_slots(struct score *s)
{
	s->slot_bits = s->slot_bits > 0 ? s->slot_bits + 1 : 10;
	s->slot_low = ((uint32_t)1 << s->slot_bits) - 1;
	slab_free(&s->slots);
	s->slot = slab_array(&s->slots, (size_t)1 << s->slot_bits,
	    sizeof(*s->slot));
	for (uint32_t n = 0; n < s->applications; n++) {
		uint64_t hash = hash_of(s, score_sheet_word(&s->sheets, n));
		size_t i = home(s, hash);

		/* All are different: only an empty slot is looked for. */
		while (s->slot[i] != 0)
			i = (i + 1) & s->slot_low;
		put_slot(s, &s->slot[i], hash, n);
	}
}

/* Room for at least the marks of a batch, so that no slot moves under it. */
static void
make_room(struct score *s)
{
	size_t need = s->applications + SCORE_TAKE_MOST, old = s->room;
	size_t fields = s->rubric->fields;

	while (s->slot == NULL || need * 2 > (size_t)1 << s->slot_bits)
		more_slots(s);
	if (fields == 0 || need <= s->room)
		return;
	s->tie = buf_grow(s->tie, &s->room, need, fields * sizeof(*s->tie));
	memset(s->tie + old * fields, 0,
	    (s->room - old) * fields * sizeof(*s->tie));
}

static void
keep_name(struct score *s, uint32_t card, struct str name)
{
	if (name.n <= WORD)
		return;
	s->name = buf_grow(s->name, &s->nameroom, card + (size_t)1,
	    sizeof(*s->name));
	s->name[card] = arena_copy(&s->names, name);
}

static uint32_t
new_application(struct score *s, struct str name, uint64_t key, size_t i)
{
	uint32_t *slot = find_slot(s, name, key, i), card;

	if (*slot != 0)
		return card_in(s, *slot);
	card = score_sheet_card(&s->sheets, key, (uint32_t)name.n);
	s->applications++;
	keep_name(s, card, name);
	put_slot(s, slot, hash_of(s, key), card);
	return card;
}

static inline uint32_t
the_application(struct score *s, struct str name, uint64_t key, size_t i)
{
	uint32_t card = card_in(s, s->slot[i]);

	/* Nearly always it is the first one looked at. */
	if (s->slot[i] != 0 && name.n <= WORD &&
	    score_sheet_is(&s->sheets, card, key, (uint32_t)name.n))
		return card;
	return new_application(s, name, key, i);
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

static struct str
application_of(const struct score_mark *m)
{
	return (struct str){ m->application, m->application_n };
}

/* A mark on its way: what its application is looked up by, and where. */
struct way {
	uint64_t key, hash;
	size_t slot;
	uint32_t expert;
};

static void
take_fields(struct score *s, const struct str *field, uint32_t sheet)
{
	const struct score_rubric *r = s->rubric;

	more_said(s, sheet);
	for (size_t i = 0; i < r->keys; i++)
		if (score_key_is_field(&r->key[i]))
			score_tie_add(&score_said(s, sheet)[r->key[i].which],
			    field_value(s, &r->key[i],
				field[r->key[i].which]));
}

static void
take_mark(struct score *s, struct score_batch *b, size_t i,
    const struct way *w)
{
	const struct score_mark *m = &b->mark[i];
	size_t fields = s->rubric->fields;
	uint32_t sheet, card = the_application(s, application_of(m), w->key,
	    w->slot);
	int32_t before = score_sheet_put(&s->sheets, card, w->expert,
	    m->criterion, m->units, &sheet);

	if (fields > 0)
		take_fields(s, b->field + i * fields, sheet);
	if (before == SCORE_ABSENT)
		return;
	b->twice[i] = b->any_twice = true;
	if (before != SCORE_TWICE)
		note_again(s, sheet, m->criterion, before);
	note_again(s, sheet, m->criterion, m->units);
}

static void
set_out(struct score *s, const struct score_mark *m, struct way *w)
{
	struct str expert = { m->expert, m->expert_n };

	w->key = key_of(application_of(m));
	w->hash = hash_of(s, w->key);
	w->slot = home(s, w->hash);
	__builtin_prefetch(&s->slot[w->slot]);
	w->expert = the_expert(s, expert);
}

static void
find_card(struct score *s, struct way *w)
{
	w->slot = likely(s, w->slot, tag_of(s, w->hash));
	if (s->slot[w->slot] == 0)
		return;
	const unsigned char *card = score_sheet_at(&s->sheets,
	    card_in(s, s->slot[w->slot]));

	for (size_t i = 0; i < s->sheets.card_size; i += LINE)
		__builtin_prefetch(card + i);
}

/*
 * What is looked up for a mark lies anywhere in memory.  So it is asked for
 * some marks ahead: first where the card stands, then the card.
 */
void
score_take(struct score *s, struct score_batch *b)
{
	struct way way[SCORE_TAKE_MOST];

	make_room(s);
	b->any_twice = false;
	memset(b->twice, 0, b->count * sizeof(b->twice[0]));
	for (size_t i = 0; i < b->count + 2 * AHEAD; i++) {
		if (i < b->count)
			set_out(s, &b->mark[i], &way[i]);
		if (i - AHEAD < b->count)
			find_card(s, &way[i - AHEAD]);
		if (i >= 2 * AHEAD)
			take_mark(s, b, i - 2 * AHEAD, &way[i - 2 * AHEAD]);
	}
}

bool
score_take_one(struct score *s, struct str application, struct str expert,
    uint32_t criterion, int32_t units)
{
	static const struct str none[SCORE_KEYS_MAX];
	struct score_batch b;

	b.field = none;
	b.mark[0] = (struct score_mark){ application.p, expert.p,
		(uint32_t)application.n, (uint32_t)expert.n, criterion, units };
	b.count = 1;
	score_take(s, &b);
	return b.twice[0];
}

enum score_known
score_take_exclude(struct score *s, struct str application, struct str expert)
{
	size_t e = map_find(&s->experts, expert);
	uint32_t slot, sheet;

	if (s->applications == 0)
		return SCORE_NO_APPLICATION;
	slot = *slot_of(s, application, key_of(application));
	if (slot == 0)
		return SCORE_NO_APPLICATION;
	if (e == MAP_NONE)
		return SCORE_NO_EXPERT;
	if (score_sheet_find(&s->sheets, card_in(s, slot), (uint32_t)e, &sheet))
		score_sheet_exclude(&s->sheets, sheet);
	return SCORE_KNOWN;
}
