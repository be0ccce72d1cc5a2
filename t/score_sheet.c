#include <stdlib.h>

#include "civic/score_sheet.h"
#include "tap.h"

enum { CARDS = 700, EXPERTS = 23, CRITERIA = 7 };

static uint64_t random_state = 5;

static uint32_t
random_below(uint32_t n)
{
	random_state = random_state * 6364136223846793005u +
	    1442695040888963407u;
	return (uint32_t)(random_state >> 33) % n;
}

/* What is put in is there, for marks that take 1, 2 and 4 bytes. */
static void
holds(int64_t min, int64_t max, int64_t step, size_t bytes, size_t experts)
{
	static int32_t want[CARDS][EXPERTS][CRITERIA];
	struct score_sheets s;
	bool good = true;
	uint32_t sheet;

	score_sheet_open(&s, min, max, step, CRITERIA, experts);
	is(s.cell, bytes);
	ok(s.on_card >= experts);
	for (uint32_t c = 0; c < CARDS; c++) {
		good = good && score_sheet_card(&s, c * 77, c) == c;
		for (int e = 0; e < EXPERTS; e++)
			for (int k = 0; k < CRITERIA; k++)
				want[c][e][k] = SCORE_ABSENT;
	}
	for (int i = 0; i < 60000; i++) {
		uint32_t c = random_below(CARDS), e = random_below(EXPERTS);
		uint32_t k = random_below(CRITERIA), n = random_below(9);
		int32_t *cell = &want[c][e][k], units = SCORE_UNMARKED;

		if (n > 0)
			units = (int32_t)(n == 1 ? min : n == 2 ? max : min +
			    step * random_below((uint32_t)
				((max - min) / step)));
		good = good && score_sheet_put(&s, c, e, k, units, &sheet) ==
		    *cell;
		*cell = *cell == SCORE_ABSENT ? units : SCORE_TWICE;
	}
	for (uint32_t c = 0; c < CARDS; c++) {
		good = good && score_sheet_is(&s, c, c * 77, c) &&
		    !score_sheet_is(&s, c, c * 77, c + 1) &&
		    !score_sheet_is(&s, c, c * 77 + 1, c);
		for (uint32_t e = 0; e < EXPERTS; e++)
			for (uint32_t k = 0; k < CRITERIA; k++) {
				bool there = score_sheet_find(&s, c, e,
				    &sheet);

				good = good && (there
				    ? score_sheet_mark(&s, sheet, k)
				    : SCORE_ABSENT) == want[c][e][k];
			}
	}
	ok(good);
	score_sheet_close(&s);
}

/* Each sheet is listed once, under its card. */
static void
lists(void)
{
	static uint32_t first[CARDS + 1], list[CARDS * EXPERTS];
	static bool seen[CARDS][EXPERTS];
	struct score_sheets s;
	size_t made = 0, listed = 0;
	uint32_t sheet;
	bool good = true;

	score_sheet_open(&s, 0, 5, 1, CRITERIA, 3);
	for (uint32_t c = 0; c < CARDS; c++)
		(void)score_sheet_card(&s, c, 1);
	for (int i = 0; i < 5000; i++) {
		uint32_t c = random_below(CARDS - 1);
		uint32_t e = random_below(EXPERTS);

		made += !seen[c][e];
		seen[c][e] = true;
		(void)score_sheet_put(&s, c, e, 0, 5, &sheet);
	}
	is(score_sheet_count(&s), made);
	score_sheet_list(&s, first, list);
	for (uint32_t c = 0; c < CARDS; c++)
		for (uint32_t i = first[c]; i < first[c + 1]; i++) {
			uint32_t e = score_sheet_expert(&s, list[i]);

			listed++;
			good = good && score_sheet_of(&s, list[i]) == c &&
			    seen[c][e];
			seen[c][e] = false;
		}
	is(listed, made);
	ok(good);
	score_sheet_close(&s);
}

/* An excluded sheet keeps its expert, on a card and apart. */
static void
excludes(void)
{
	struct score_sheets s;
	uint32_t sheet[EXPERTS], found;
	bool good = true;

	score_sheet_open(&s, 0, 5, 1, CRITERIA, 3);
	(void)score_sheet_card(&s, 1, 1);
	for (uint32_t e = 0; e < EXPERTS; e++)
		(void)score_sheet_put(&s, 0, e, 0, 5, &sheet[e]);
	ok(sheet[0] < SCORE_SHEET_APART);
	ok(sheet[EXPERTS - 1] >= SCORE_SHEET_APART);
	for (uint32_t e = 0; e < EXPERTS; e += 2)
		score_sheet_exclude(&s, sheet[e]);
	for (uint32_t e = 0; e < EXPERTS; e++)
		good = good && score_sheet_expert(&s, sheet[e]) == e &&
		    score_sheet_excluded(&s, sheet[e]) == (e % 2 == 0) &&
		    score_sheet_find(&s, 0, e, &found) && found == sheet[e];
	ok(good);
	ok(!score_sheet_find(&s, 0, EXPERTS, &found));
	score_sheet_close(&s);
}

int
main(void)
{
	holds(0, 10, 1, 1, 5);
	holds(-100, 152, 1, 1, 1);
	holds(-100, 153, 1, 2, 5);
	holds(0, 65532, 1, 2, 9);
	holds(0, 65533 * 7, 7, 4, 5);
	holds(-1000000000, 1000000000, 1, 4, 15);
	lists();
	excludes();
	return tap_done();
}
