#include <stdlib.h>

#include "base/scan.h"
#include "t/tap.h"

enum { ROOM = 4096 };

static struct scan
new_scan(void)
{
	return (struct scan){
		.mark = malloc((ROOM + 64) * sizeof(uint32_t)),
		.line = malloc((ROOM + 64) * sizeof(uint32_t)),
		.odd = malloc((ROOM + 64) * sizeof(uint32_t)),
	};
}

static void
free_scan(struct scan *s)
{
	free(s->mark);
	free(s->line);
	free(s->odd);
}

static bool
alike(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
	return n == m && (n == 0 || memcmp(a, b, n * sizeof(*a)) == 0);
}

static bool
same_index(const struct scan *a, const struct scan *b)
{
	return alike(a->mark, a->marks, b->mark, b->marks) &&
	    alike(a->line, a->lines, b->line, b->lines) &&
	    alike(a->odd, a->odds, b->odd, b->odds) && a->high == b->high;
}

int
main(void)
{
	static const char alphabet[] = "\t\n\\\r\0ab \xd0\x90\x09\x0b\x0c\x5b\x1d";
	struct scan fast = new_scan(), plain = new_scan();
	char text[ROOM];
	int differ = 0, wrong = 0;

	srand(1);
	for (int round = 0; round < 20000; round++) {
		struct str s = { text, (size_t)rand() % 300 };
		size_t first = s.n;

		for (size_t i = 0; i < s.n; i++)
			text[i] = (char)(rand() % 4 > 0 ? ' ' + rand() % 90 :
			    alphabet[(size_t)rand() % (sizeof(alphabet) - 1)]);
		scan_lines_by(SCAN_PLAIN, s, &plain);
		scan_lines(s, &fast);
		differ += !same_index(&fast, &plain);
		for (unsigned way = SCAN_SSE2; way <= SCAN_AVX512; way++)
			differ += scan_lines_by(way, s, &fast) &&
			    !same_index(&fast, &plain);
		for (size_t i = s.n; i-- > 0;)
			if (memchr("\t\n\r\\", text[i], 4) != NULL)
				first = i;
		wrong += scan_plain(s) != first;
		for (size_t i = 0; i < 8; i++) {
			char cut = ",;\t|l^\\ "[i];
			bool quotes = rand() % 2 == 0;

			scan_csv(s, cut, quotes, &fast);
			scan_csv_plain(s, cut, quotes, &plain);
			differ += !same_index(&fast, &plain);
		}
	}
	is(differ, 0);
	is(wrong, 0);
	memset(text, '\t', ROOM);
	scan_lines((struct str){ text, ROOM }, &fast);
	is(fast.marks, ROOM);
	memset(text, '\n', ROOM);
	scan_lines((struct str){ text, ROOM }, &fast);
	is(fast.lines, ROOM);
	is(fast.line[ROOM - 1], ROOM - 1);
	memset(text, '\\', ROOM);
	scan_lines((struct str){ text, ROOM }, &fast);
	is(fast.odds, ROOM);
	free_scan(&fast);
	free_scan(&plain);
	return tap_done();
}
