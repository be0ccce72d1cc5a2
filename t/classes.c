/* Classes by vectors against classes in plain C. */

#include <stdlib.h>

#include "base/classes.h"
#include "t/tap.h"

enum { ROOM = 400 };

static uint8_t
random_byte(void)
{
	static const uint8_t odd[] = { 0xd0, 0xd1, 0xd2, 0xd3, 0xc2, 0xe2,
	    0x80, 0x81, 0xd4, 0xcf, 0xe1, 0xf0, 0xbf, 0xc0, 0xff, 0x7f };

	switch (rand() % 4) {
	case 0:
		return (uint8_t)(rand() % 0x80);
	case 1:
		return (uint8_t)(0x80 + rand() % 0x40);
	default:
		return odd[(size_t)rand() % sizeof(odd)];
	}
}

/* Rows that differ wherever they may. */
static void
random_rows(struct classes *c, int slow)
{
	for (size_t row = 0; row < CLASSES_ROWS; row++)
		for (size_t byte = 0; byte < 256; byte++) {
			bool same = byte < 0x80 || byte >= 0xc0;
			int class = byte >= 0xc0 ? 0 : rand() % 125;

			if (rand() % 1000 < slow)
				class = CLASSES_SLOW;
			c->of[row][byte] = row > 0 && same ? c->of[0][byte] :
			    (uint8_t)class;
		}
	classes_build(c);
}

static int
differences(const struct classes *c, struct str s, int *slows)
{
	uint8_t fast[ROOM + CLASSES_SPARE], plain[ROOM + CLASSES_SPARE];
	bool slow, slow_plain;
	size_t n = classes_read(c, s, fast, &slow);
	size_t m = classes_read_plain(c, s, plain, &slow_plain);

	*slows += slow;
	return n != m || slow != slow_plain || memcmp(fast, plain, n) != 0;
}

static void
classes_are_the_same(void)
{
	struct classes c;
	char text[ROOM];
	int differ = 0, slows = 0;

	for (int round = 0; round < 5000; round++) {
		struct str s = { text, (size_t)rand() % ROOM };

		random_rows(&c, round % 3 * 5);
		for (size_t i = 0; i < s.n; i++)
			text[i] = (char)(round % 2 == 0 ? random_byte() :
			    rand() % 0x80);
		differ += differences(&c, s, &slows);
	}
	is(differ, 0);
	ok(slows > 500 && slows < 4500);
}

/* Each byte after each, where a row begins and where a vector ends. */
static void
rows_hang_on_the_byte_before(void)
{
	struct classes c;
	char text[66];
	int differ = 0, slows = 0;

	random_rows(&c, 100);
	for (int before = 0; before < 256; before++)
		for (int byte = 0; byte < 256; byte++) {
			memset(text, 'a', sizeof(text));
			text[0] = text[63] = (char)before;
			text[1] = text[64] = (char)byte;
			differ += differences(&c, (struct str){ text,
			    sizeof(text) }, &slows);
		}
	is(differ, 0);
}

static void
words_start_at_the_same_places(void)
{
	uint8_t text[ROOM + CLASSES_SPARE];
	uint32_t fast[ROOM + CLASSES_SPARE], plain[ROOM + CLASSES_SPARE];
	int differ = 0, starts = 0;

	for (int round = 0; round < 20000; round++) {
		size_t n = (size_t)rand() % ROOM, count;

		for (size_t i = 0; i < sizeof(text); i++)
			text[i] = (uint8_t)(rand() % (1 + round % 9) == 0 ? 2 :
			    3 + rand() % 200);
		count = classes_starts_plain(text, n, 3, plain);
		differ += classes_starts(text, n, 3, fast) != count ||
		    memcmp(fast, plain, count * sizeof(*fast)) != 0;
		starts += count > 64;
	}
	is(differ, 0);
	ok(starts > 500);
}

static void
a_word_starts_behind_a_boundary(void)
{
	static const uint8_t text[6 + CLASSES_SPARE] = { 3, 0, 4, 5, 1, 3, 7 };
	uint32_t at[6 + CLASSES_SPARE];

	is(classes_starts(text, 6, 3, at), 2);
	is(at[0], 2);
	is(at[1], 5);
	is(classes_starts(text, 5, 3, at), 1);
	is(classes_starts(text, 1, 3, at), 0);
	is(classes_starts(text, 0, 3, at), 0);
}

int
main(void)
{
	srand(1);
	classes_are_the_same();
	rows_hang_on_the_byte_before();
	words_start_at_the_same_places();
	a_word_starts_behind_a_boundary();
	return tap_done();
}
