#include <stdlib.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/scan.h"
#include "civic/score_sheet.h"

enum { LINE = 64 };	/* bytes that memory comes in */
enum { ON_CARD_MAX = 32 };

static size_t
rounded(size_t n, size_t to)
{
	return (n + to - 1) / to * to;
}

void
score_sheet_open(struct score_sheets *s, int64_t min, int64_t max,
    int64_t step, size_t criteria, size_t experts)
{
	int64_t highest = (max - min) / step + SCORE_SHEET_LOWEST;
	size_t sheet;

	*s = (struct score_sheets){ .min = (int32_t)min,
		.step = (int32_t)step, .criteria = criteria,
		.cell = highest <= UINT8_MAX ? 1 : highest <= UINT16_MAX ? 2
									 : 4 };
	sheet = sizeof(uint32_t) + criteria * s->cell;
	s->card_size = rounded(SCORE_SHEET_HEAD + experts * sheet, LINE);
	/* The card has room for three numbers behind those of the experts:
	 * 12 places end before byte 64, and more have as many cells. */
	s->on_card = (s->card_size - SCORE_SHEET_HEAD) / sheet;
	if (s->on_card > ON_CARD_MAX)
		s->on_card = ON_CARD_MAX;
	s->apart_size = rounded(sizeof(uint32_t) + sheet, sizeof(uint32_t));
}

void
score_sheet_close(struct score_sheets *s)
{
	slab_free(&s->memory);
	free(s->card);
	free(s->apart);
	free(s->slot);
}

/* One block more, of so many bytes for each of its items. */
static unsigned char **
add_block(struct score_sheets *s, unsigned char **block, size_t count,
    size_t *blocks, size_t size)
{
	if (count < *blocks * SCORE_SHEET_BLOCK)
		return block;
	block = realloc(block, (*blocks + 1) * sizeof(*block));
	if (block == NULL)
		die("out of memory");
	block[(*blocks)++] = slab_alloc(&s->memory, SCORE_SHEET_BLOCK * size);
	return block;
}

uint32_t
score_sheet_card(struct score_sheets *s, uint64_t word, uint32_t n)
{
	unsigned char *p;

	if ((s->cards + 1) * s->on_card > SCORE_SHEET_APART)
		die("too many applications: hundreds of millions");
	s->card = add_block(s, s->card, s->cards, &s->blocks, s->card_size);
	p = score_sheet_at(s, (uint32_t)s->cards);
	memcpy(p, &word, sizeof(word));
	memcpy(p + sizeof(word), &n, sizeof(n));
	return (uint32_t)s->cards++;
}

static uint32_t
number_at(const unsigned char *p)
{
	uint32_t n;

	memcpy(&n, p, sizeof(n));
	return n;
}

static unsigned char *
apart_at(const struct score_sheets *s, uint32_t n)
{
	return s->apart[n / SCORE_SHEET_BLOCK] +
	    n % SCORE_SHEET_BLOCK * s->apart_size;
}

/* Where a sheet apart is looked for first, in 2^slot_bits slots. */
static size_t
home(const struct score_sheets *s, uint32_t card, uint32_t expert)
{
	uint64_t h = ((uint64_t)card << 32 | expert) * 0x9e3779b97f4a7c15u;

	return (h ^ h >> 32) * 0xd6e8feb86659fd93u >> (64 - s->slot_bits);
}

/* The slot of a sheet apart, or the empty one where it belongs. */
static uint32_t *
slot_of(const struct score_sheets *s, uint32_t card, uint32_t expert)
{
	size_t last = ((size_t)1 << s->slot_bits) - 1;
	size_t i = home(s, card, expert);

	for (; s->slot[i] != 0; i = (i + 1) & last) {
		const unsigned char *p = apart_at(s, s->slot[i] - 1);

		if ((number_at(p) & ~SCORE_SHEET_EXCLUDED) == expert + 1 &&
		    number_at(p + sizeof(uint32_t)) == card)
			break;
	}
	return &s->slot[i];
}

static void
more_slots(struct score_sheets *s)
{
	s->slot_bits = s->slot_bits > 0 ? s->slot_bits + 1 : 6;
	free(s->slot);
	s->slot = calloc((size_t)1 << s->slot_bits, sizeof(*s->slot));
	if (s->slot == NULL)
		die("out of memory");
	for (uint32_t n = 0; n < s->aparts; n++) {
		const unsigned char *p = apart_at(s, n);

		*slot_of(s, number_at(p + sizeof(uint32_t)),
		    (number_at(p) & ~SCORE_SHEET_EXCLUDED) - 1) = n + 1;
	}
}

/* The sheet of an expert apart from the card. */
static uint32_t
get_apart(struct score_sheets *s, uint32_t card, uint32_t expert)
{
	uint32_t *slot, own = expert + 1;
	unsigned char *p;

	if (s->slot == NULL || s->aparts * 2 >= (size_t)1 << s->slot_bits)
		more_slots(s);
	slot = slot_of(s, card, expert);
	if (*slot != 0)
		return *slot - 1;
	if (s->aparts >= SCORE_SHEET_APART - 1)
		die("too many experts' sheets: 2 billion");
	s->apart = add_block(s, s->apart, s->aparts, &s->apart_blocks,
	    s->apart_size);
	p = apart_at(s, (uint32_t)s->aparts);
	memcpy(p, &own, sizeof(own));
	memcpy(p + sizeof(own), &card, sizeof(card));
	*slot = (uint32_t)++s->aparts;
	return *slot - 1;
}

static void
write_cell(const struct score_sheets *s, unsigned char *cell, uint32_t value)
{
	uint16_t two = (uint16_t)value;

	if (s->cell == 1)
		*cell = (unsigned char)value;
	else if (s->cell == sizeof(two))
		memcpy(cell, &two, sizeof(two));
	else
		memcpy(cell, &value, sizeof(value));
}

/* How many steps above the lowest mark; most scales go by 1. */
static uint32_t
steps(const struct score_sheets *s, int32_t units)
{
	uint32_t above = (uint32_t)(units - s->min);

	return s->step == 1 ? above : above / (uint32_t)s->step;
}

static int32_t
put_cell(const struct score_sheets *s, unsigned char *cell, int32_t units)
{
	uint32_t before = score_sheet_cell(s, cell);

	if (before != 0)
		write_cell(s, cell, 2);
	else if (units == SCORE_UNMARKED)
		write_cell(s, cell, 1);
	else
		write_cell(s, cell, SCORE_SHEET_LOWEST + steps(s, units));
	return score_sheet_units(s, before);
}

int32_t
score_sheet_put(struct score_sheets *s, uint32_t card, uint32_t expert,
    uint32_t criterion, int32_t units, uint32_t *sheet)
{
	unsigned char *experts = score_sheet_at(s, card) + SCORE_SHEET_HEAD;
	unsigned char *cells = experts + s->on_card * sizeof(uint32_t);
	uint32_t own = expert + 1;
	unsigned place = scan_number(experts, s->on_card, own);

	if (place < s->on_card) {
		memcpy(experts + place * sizeof(own), &own, sizeof(own));
		*sheet = (uint32_t)(card * s->on_card + place);
		cells += place * s->criteria * s->cell;
	} else {
		*sheet = get_apart(s, card, expert) | SCORE_SHEET_APART;
		(void)score_sheet_head(s, *sheet, &cells);
	}
	return put_cell(s, cells + criterion * s->cell, units);
}

bool
score_sheet_find(const struct score_sheets *s, uint32_t card, uint32_t expert,
    uint32_t *sheet)
{
	const unsigned char *p = score_sheet_at(s, card) + SCORE_SHEET_HEAD;

	for (size_t i = 0; i < s->on_card; i++)
		if ((number_at(p + i * sizeof(uint32_t)) &
		    ~SCORE_SHEET_EXCLUDED) == expert + 1) {
			*sheet = (uint32_t)(card * s->on_card + i);
			return true;
		}
	if (s->aparts == 0)
		return false;
	*sheet = *slot_of(s, card, expert);
	if (*sheet == 0)
		return false;
	*sheet = (*sheet - 1) | SCORE_SHEET_APART;
	return true;
}

void
score_sheet_exclude(struct score_sheets *s, uint32_t sheet)
{
	unsigned char *cells, *p = score_sheet_head(s, sheet, &cells);
	uint32_t expert = number_at(p) | SCORE_SHEET_EXCLUDED;

	memcpy(p, &expert, sizeof(expert));
}

uint32_t
score_sheet_of(const struct score_sheets *s, uint32_t sheet)
{
	if (sheet < SCORE_SHEET_APART)
		return (uint32_t)(sheet / s->on_card);
	return number_at(apart_at(s, sheet - SCORE_SHEET_APART) +
	    sizeof(uint32_t));
}

/* How many sheets a card has on it. */
static uint32_t
on_card(const struct score_sheets *s, uint32_t card)
{
	const unsigned char *p = score_sheet_at(s, card) + SCORE_SHEET_HEAD;
	uint32_t n = 0;

	while (n < s->on_card && number_at(p + n * sizeof(uint32_t)) != 0)
		n++;
	return n;
}

size_t
score_sheet_count(const struct score_sheets *s)
{
	size_t n = s->aparts;

	for (uint32_t card = 0; card < s->cards; card++)
		n += on_card(s, card);
	return n;
}

void
score_sheet_list(const struct score_sheets *s, uint32_t *first, uint32_t *list)
{
	uint32_t sum = 0;

	for (uint32_t n = 0; n < s->aparts; n++)
		first[number_at(apart_at(s, n) + sizeof(uint32_t))]++;
	/* first holds the sheets apart, then the place behind those on the
	 * card, where they go. */
	for (uint32_t card = 0; card < s->cards; card++) {
		uint32_t apart = first[card], here = on_card(s, card);

		for (uint32_t i = 0; i < here; i++)
			list[sum + i] = (uint32_t)(card * s->on_card + i);
		first[card] = sum + here;
		sum += here + apart;
	}
	for (uint32_t n = 0; n < s->aparts; n++)
		list[first[number_at(apart_at(s, n) + sizeof(uint32_t))]++] =
		    n | SCORE_SHEET_APART;
	/* Now each is where the next one begins. */
	memmove(first + 1, first, s->cards * sizeof(*first));
	first[0] = 0;
}
