/*
 * Proposals for a benchmark of forum-collect, always the same: some 300 bytes
 * of text each, two of three in Cyrillic letters, of 20,000 words of which
 * some are much more frequent than others.  One of twenty says nearly what an
 * earlier one does: in other case and punctuation, with a word more, less or
 * changed, and perhaps a slip of the pen; its field `twin` names that one.
 * The argument is how many (1000000).
 */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 20000, WORD = 40, BYTES = 290, MOST = 200, TWINS = 20 };

static char word[2][WORDS][WORD];

static uint64_t state;

static uint32_t
below(uint32_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((state >> 32) * n >> 32);
}

static void
make_words(void)
{
	static const char *const first[2][20] = {
		{ "б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р",
		    "с", "т", "ф", "х", "ст", "пр", "қ", "ң" },
		{ "b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r",
		    "s", "t", "v", "w", "st", "pr", "th", "sh" },
	};
	static const char *const then[2][8] = {
		{ "а", "о", "у", "е", "и", "ы", "ө", "ё" },
		{ "a", "e", "i", "o", "u", "ea", "ou", "y" },
	};

	for (int alphabet = 0; alphabet < 2; alphabet++)
		for (int w = 0; w < WORDS; w++) {
			char *to = word[alphabet][w];

			for (uint32_t n = (w > 50 ? 2 : 1) + below(3); n-- > 0;)
				to += sprintf(to, "%s%s",
				    first[alphabet][below(20)],
				    then[alphabet][below(8)]);
		}
}

/* The first words are those that stand everywhere. */
static const char *
draw_word(int alphabet)
{
	uint64_t n = below(WORDS);

	if (below(4) == 0)
		return word[alphabet][below(50)];
	return word[alphabet][n * n / WORDS];
}

struct text {
	const char *word[MOST];
	uint32_t count;
	int alphabet;
};

/* Text i: the same whenever it is asked for. */
static struct text
make_text(uint32_t i)
{
	struct text t = { .alphabet = i % 3 == 0 };
	size_t bytes = 0;

	state = i * (uint64_t)0x9e3779b97f4a7c15u + 20251016;
	while (bytes < BYTES && t.count < MOST - 2) {
		t.word[t.count] = draw_word(t.alphabet);
		bytes += strlen(t.word[t.count++]) + 1;
	}
	return t;
}

/* A word more, less, or another in its place. */
static void
change(struct text *t)
{
	uint32_t at = below(t->count - 1), kind = below(3);

	if (kind == 0) {
		memmove(t->word + at, t->word + at + 1,
		    (t->count - at - 1) * sizeof(*t->word));
		t->count--;
		return;
	}
	if (kind == 1) {
		memmove(t->word + at + 1, t->word + at,
		    (t->count - at) * sizeof(*t->word));
		t->count++;
	}
	t->word[at] = draw_word(t->alphabet);
}

/* One word loses its last letter, if slip is its place. */
static void
print_text(const struct text *t, uint32_t slip, bool loud)
{
	for (uint32_t i = 0; i < t->count; i++) {
		size_t n = strlen(t->word[i]);

		while (i == slip && n > 0 &&
		    (t->word[i][--n] & 0xc0) == 0x80)
			;
		if (i > 0)
			fputs(loud && below(6) == 0 ? ", " : " ", stdout);
		fwrite(t->word[i], 1, n, stdout);
	}
	puts(loud ? "!!" : ".");
}

int
main(int argc, char *argv[])
{
	uint32_t count = argc > 1 ? (uint32_t)atol(argv[1]) : 1000000;
	static const char region[][3] = { "10", "11", "15", "19", "35", "71",
	    "75", "79" };

	state = 1;
	make_words();
	puts("id\tforum\tregion\tauthor\treceived\ttwin\ttext");
	for (uint32_t i = 0; i < count; i++) {
		bool twin = i > 100 && i % TWINS == 0;
		uint32_t of = i;
		struct text t;

		state = i;
		(void)below(2);
		while (twin && of % TWINS == 0)
			of = below(i);
		t = make_text(of);
		state = i + 77;
		printf("P-%07u\tXII\t%s0000000\tAuthor %u\t2025-%02u-%02u\t",
		    i, region[below(8)], below(50000),
		    1 + (unsigned)((uint64_t)i * 12 / count), 1 + below(28));
		if (twin) {
			printf("P-%07u", of);
			change(&t);
		}
		putchar('\t');
		print_text(&t, twin && below(2) ? below(t.count) : MOST, twin);
	}
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : EXIT_FAILURE;
}
