#ifndef CIVIC_SCORE_SHEET_H
#define CIVIC_SCORE_SHEET_H

/*
 * Where the marks are kept: an expert's marks of one application are a sheet.
 * The first sheets of an application stand on its card, with what it is
 * looked up by, so that a mark costs few looks into memory; further ones
 * stand apart.  A mark takes one, two or four bytes, as the scale needs.
 *
 * Reading is for all of score*.c, the rest for score_take.c.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/slab.h"

/* What a sheet says for a criterion: a mark's units, or one of these. */
enum { SCORE_TWICE = INT32_MIN, SCORE_UNMARKED, SCORE_ABSENT };

struct score_sheets {
	int32_t min, step;	/* of the scale */
	size_t criteria, cell;	/* bytes of a mark */
	struct slab memory;

	/* A card: its name, as score_sheet_name says, expert + 1 of each
	 * sheet or 0, their cells.  Cards stand in blocks and never move. */
	unsigned char **card;
	size_t cards, blocks, card_size, on_card;

	/* A sheet apart: expert + 1, the card, its cells. */
	unsigned char **apart;
	size_t aparts, apart_blocks, apart_size;
	uint32_t *slot;		/* aparts + 1 by card and expert */
	unsigned slot_bits;
};

enum { SCORE_SHEET_BLOCK = 512, SCORE_SHEET_HEAD = 16 };
#define SCORE_SHEET_APART ((uint32_t)1 << 31)
#define SCORE_SHEET_EXCLUDED ((uint32_t)1 << 31)	/* on an expert */

/* Sheets for marks of a scale, with room on a card for so many experts. */
void score_sheet_open(struct score_sheets *s, int64_t min, int64_t max,
    int64_t step, size_t criteria, size_t experts);
void score_sheet_close(struct score_sheets *s);

/*
 * A card begins with the 8 bytes that a name is looked up by and its length:
 * the name itself, if it is no longer, or a hash of it.
 */
enum { SCORE_SHEET_WORD = sizeof(uint64_t) };

/* A new card. */
uint32_t score_sheet_card(struct score_sheets *s, uint64_t word, uint32_t n);

static inline unsigned char *
score_sheet_at(const struct score_sheets *s, uint32_t card)
{
	return s->card[card / SCORE_SHEET_BLOCK] +
	    card % SCORE_SHEET_BLOCK * s->card_size;
}

static inline bool
score_sheet_is(const struct score_sheets *s, uint32_t card, uint64_t word,
    uint32_t n)
{
	const unsigned char *p = score_sheet_at(s, card);

	return memcmp(p, &word, sizeof(word)) == 0 &&
	    memcmp(p + sizeof(word), &n, sizeof(n)) == 0;
}

static inline uint64_t
score_sheet_word(const struct score_sheets *s, uint32_t card)
{
	uint64_t word;

	memcpy(&word, score_sheet_at(s, card), sizeof(word));
	return word;
}

static inline uint32_t
score_sheet_length(const struct score_sheets *s, uint32_t card)
{
	uint32_t n;

	memcpy(&n, score_sheet_at(s, card) + SCORE_SHEET_WORD, sizeof(n));
	return n;
}

/*
 * Put a mark on the sheet of an expert, which is made if it is new, and say
 * what stood there before.  What has a mark already becomes SCORE_TWICE.
 */
int32_t score_sheet_put(struct score_sheets *s, uint32_t card,
    uint32_t expert, uint32_t criterion, int32_t units, uint32_t *sheet);

/* The sheet of an expert, if there is one. */
bool score_sheet_find(const struct score_sheets *s, uint32_t card,
    uint32_t expert, uint32_t *sheet);

void score_sheet_exclude(struct score_sheets *s, uint32_t sheet);

/* The card of a sheet. */
uint32_t score_sheet_of(const struct score_sheets *s, uint32_t sheet);

/*
 * Set list to the sheets of each card, those of card n from list[first[n]]
 * to list[first[n + 1]]; there is room for cards + 1 and for all sheets.
 */
size_t score_sheet_count(const struct score_sheets *s);
void score_sheet_list(const struct score_sheets *s, uint32_t *first,
    uint32_t *list);

/* Where the expert of a sheet stands, and its cells. */
static inline unsigned char *
score_sheet_head(const struct score_sheets *s, uint32_t sheet,
    unsigned char **cells)
{
	unsigned char *p;

	if (sheet >= SCORE_SHEET_APART) {
		sheet -= SCORE_SHEET_APART;
		p = s->apart[sheet / SCORE_SHEET_BLOCK] +
		    sheet % SCORE_SHEET_BLOCK * s->apart_size;
		*cells = p + 2 * sizeof(uint32_t);
		return p;
	}
	size_t place = sheet % s->on_card;

	p = score_sheet_at(s, (uint32_t)(sheet / s->on_card)) +
	    SCORE_SHEET_HEAD;
	*cells = p + s->on_card * sizeof(uint32_t) +
	    place * s->criteria * s->cell;
	return p + place * sizeof(uint32_t);
}

static inline uint32_t
score_sheet_expert(const struct score_sheets *s, uint32_t sheet)
{
	unsigned char *cells;
	uint32_t expert;

	memcpy(&expert, score_sheet_head(s, sheet, &cells), sizeof(expert));
	return (expert & ~SCORE_SHEET_EXCLUDED) - 1;
}

static inline bool
score_sheet_excluded(const struct score_sheets *s, uint32_t sheet)
{
	unsigned char *cells;
	uint32_t expert;

	memcpy(&expert, score_sheet_head(s, sheet, &cells), sizeof(expert));
	return (expert & SCORE_SHEET_EXCLUDED) != 0;
}

/* A cell: 0 nothing, 1 unmarked, 2 twice, 3 the lowest mark, 4 the next. */
enum { SCORE_SHEET_LOWEST = 3 };

static inline uint32_t
score_sheet_cell(const struct score_sheets *s, const unsigned char *cell)
{
	uint16_t two;
	uint32_t four;

	if (s->cell == 1)
		return *cell;
	if (s->cell == sizeof(two)) {
		memcpy(&two, cell, sizeof(two));
		return two;
	}
	memcpy(&four, cell, sizeof(four));
	return four;
}

static inline int32_t
score_sheet_units(const struct score_sheets *s, uint32_t cell)
{
	static const int32_t special[] = { SCORE_ABSENT, SCORE_UNMARKED,
		SCORE_TWICE };

	if (cell < SCORE_SHEET_LOWEST)
		return special[cell];
	return s->min + (int32_t)(cell - SCORE_SHEET_LOWEST) * s->step;
}

static inline int32_t
score_sheet_mark(const struct score_sheets *s, uint32_t sheet,
    size_t criterion)
{
	unsigned char *cells;

	(void)score_sheet_head(s, sheet, &cells);
	return score_sheet_units(s,
	    score_sheet_cell(s, cells + criterion * s->cell));
}

#endif
