/* Sketches, the table of their bands, and groups. */

#include <stdlib.h>

#include "civic/gather.h"
#include "tap.h"

enum { LETTERS = 5, BANDS = 20, ROWS = 3, WORDS = 40, TEXTS = 400 };

static struct gather_reader reader;
static const struct gather_rules rules = { .letters = LETTERS,
	.threshold = 50, .bands = BANDS, .rows = ROWS, .band_most = 8,
	.compared_most = 4 };

static size_t
bands_in_common(const char *one, const char *other)
{
	struct gather_text a = { 0 }, b = { 0 };
	size_t common = 0;

	gather_read(&reader, &a, str_of(one));
	gather_read(&reader, &b, str_of(other));
	for (size_t i = 0; i < BANDS; i++)
		common += a.key[i] == b.key[i];
	return common;
}

static uint32_t state = 7;

static uint32_t
below(uint32_t n)
{
	state = state * 1664525u + 1013904223u;
	return (uint32_t)((uint64_t)state * n >> 32);
}

/* A text of words of letters; one of so many of them changed. */
static void
make(struct buf *text, uint32_t seed, uint32_t changed)
{
	uint32_t from = seed * 7919 + 1;

	for (uint32_t i = 0; i < WORDS; i++) {
		state = from + i * 977;
		(void)below(2);
		if (changed > 0 && i % changed == 0)
			state += 5;
		for (uint32_t n = 3 + below(5); n > 0; n--)
			buf_byte(text, (char)('a' + below(26)));
		buf_byte(text, ' ');
	}
	buf_byte(text, '\0');
}

/*
 * Values of sketches agree as often as the texts have shingles in common: of
 * many pairs of a known likeness, all bands together are near what is to be
 * expected, here within 3 of a hundred.
 */
static void
sketches_tell_likeness(uint32_t changed)
{
	uint64_t common = 0, all = 0, equal = 0;
	const struct gather_rules each = { .letters = LETTERS, .bands = 50,
		.rows = 1 };
	struct gather_reader flat;
	struct likeness_table table = { 0 };
	struct wording w[2] = { { 0 }, { 0 } };

	gather_reader_open(&flat, &each);
	for (uint32_t i = 0; i < TEXTS; i++) {
		struct buf one = { 0 }, other = { 0 };
		struct gather_text a = { 0 }, b = { 0 };
		struct likeness l;

		make(&one, i, 0);
		make(&other, i, changed);
		gather_read(&flat, &a, str_of(one.p));
		gather_read(&flat, &b, str_of(other.p));
		wording_read(&flat.reader, &w[0], str_of(one.p));
		wording_read(&flat.reader, &w[1], str_of(other.p));
		l = likeness_of(&table, &w[0], &w[1], LETTERS);
		common += l.common;
		all += l.all;
		for (size_t k = 0; k < each.bands; k++)
			equal += a.key[k] == b.key[k];
		buf_free(&one);
		buf_free(&other);
	}
	printf("# %d of 1000 shingles, %d of 1000 values\n",
	    (int)(common * 1000 / all),
	    (int)(equal * 1000 / (TEXTS * each.bands)));
	ok(llabs((long long)(common * 1000 / all) -
	    (long long)(equal * 1000 / (TEXTS * each.bands))) < 30);
	likeness_free(&table);
	gather_reader_close(&flat);
	wording_free(&w[0]);
	wording_free(&w[1]);
}

/* Texts of one shingle each have nothing in common, in no place. */
static void
one_letter_each(void)
{
	const struct gather_rules each = { .letters = LETTERS, .bands = 50,
		.rows = 1 };
	struct gather_text t[26];
	struct gather_reader flat;
	size_t common = 0;

	gather_reader_open(&flat, &each);
	for (int i = 0; i < 26; i++)
		gather_read(&flat, &t[i],
		    (struct str){ &"abcdefghijklmnopqrstuvwxyz"[i], 1 });
	for (int i = 0; i < 26; i++)
		for (int j = 0; j < i; j++)
			for (size_t k = 0; k < each.bands; k++)
				common += t[i].key[k] == t[j].key[k];
	is(common, 0);
	gather_reader_close(&flat);
}

/* Keys 0, 1, 2 ... of bands, some of them another thing's. */
static void
keys(uint64_t *key, uint64_t own, size_t common)
{
	for (size_t i = 0; i < BANDS; i++)
		key[i] = (i < common ? i : own * 1000 + i) *
		    0x9e3779b97f4a7c15u;
}

static void
the_table(void)
{
	struct nearby n;
	uint64_t key[BANDS];
	uint32_t found[8];

	nearby_open(&n, 100, BANDS, 4);
	keys(key, 1, BANDS);
	is(nearby_find(&n, key, found, 8), 0);
	is(nearby_add(&n, key, 70), 0);
	keys(key, 2, 2);
	is(nearby_add(&n, key, 6), 0);
	keys(key, 3, 5);
	is(nearby_add(&n, key, 8), 0);
	keys(key, 4, 5);
	is(nearby_add(&n, key, 7), 0);

	/* Most bands first, then the lowest number. */
	keys(key, 9, BANDS);
	is(nearby_find(&n, key, found, 8), 4);
	is(found[0], 70);
	is(found[1], 7);
	is(found[2], 8);
	is(found[3], 6);
	is(nearby_find(&n, key, found, 2), 2);
	is(found[1], 7);
	/* One band in common is too few. */
	keys(key, 10, 1);
	is(nearby_find(&n, key, found, 8), 0);
	/* Two keys have four things by now. */
	keys(key, 11, 5);
	is(nearby_add(&n, key, 9), 2);
	is(nearby_add(&n, key, 10), 5);
	keys(key, 12, 2);
	is(nearby_find(&n, key, found, 8), 4);
	keys(key, 12, 5);
	is(nearby_find(&n, key, found, 8), 5);
	is(found[3], 9);
	nearby_free(&n);
}

/* Many things with one band each, some of which look like one at first. */
static void
one_band_each(void)
{
	struct nearby n;
	uint64_t key[BANDS];
	uint32_t found[8];
	size_t full = 0;

	nearby_open(&n, 2000, BANDS, 100);
	for (uint32_t i = 0; i < 2000; i++) {
		keys(key, i + 2, 0);
		key[i % BANDS] = (uint64_t)(i % BANDS) * 0x9e3779b97f4a7c15u;
		full += nearby_add(&n, key, below(1u << 30));
	}
	is(full, 0);
	keys(key, 1, BANDS);
	is(nearby_find(&n, key, found, 8), 0);
	nearby_free(&n);
}

static const char *const text[] = {
	"build a school in every village of the region",
	"build a school in every village of our region",
	"plant trees along the roads of the district",
	"build a school in every village of our regions",
	"",
	"!!!",
	"build one school in every village of our regions",
};

static struct str
text_of(const void *of, uint32_t number)
{
	const char *const *all = of;

	return str_of(all[number]);
}

/* Which of two that are as much like it has more bands in common is chance. */
static void
of_equals_the_first(void)
{
	static const char *last[3];
	struct gather_text t = { 0 };
	size_t first = 0;

	for (uint32_t i = 0; i < 40; i++) {
		struct buf b[3] = { { 0 }, { 0 }, { 0 } };
		struct gather g;

		gather_open(&g, &rules, 3, text_of, last);
		for (uint32_t k = 0; k < 3; k++) {
			make(&b[k], i, 0);
			b[k].n--;
			buf_printf(&b[k], "%c%c", "xyz"[k], '\0');
			last[k] = b[k].p;
			gather_read(&reader, &t, str_of(last[k]));
			if (k < 2)
				gather_add(&g, &t, k);
		}
		first += gather_find(&g, &t, str_of(last[2])).number == 0;
		gather_free(&g);
		for (uint32_t k = 0; k < 3; k++)
			buf_free(&b[k]);
	}
	is(first, 40);
}

static size_t compared;

static void
count_compared(void *who, uint32_t number, struct likeness l)
{
	(void)who;
	(void)number;
	(void)l;
	compared++;
}

static void
groups(void)
{
	struct gather g;
	struct gather_text t = { 0 };
	struct gather_match m;

	gather_open(&g, &rules, 10, text_of, text);
	gather_read(&reader, &t, str_of(text[0]));
	is(gather_find(&g, &t, str_of(text[0])).number, GATHER_NONE);
	gather_add(&g, &t, 0);
	is(gather_find(&g, &t, str_of(text[0])).number, 0);
	gather_read(&reader, &t, str_of(text[2]));
	is(gather_find(&g, &t, str_of(text[2])).number, GATHER_NONE);
	gather_add(&g, &t, 2);
	gather_read(&reader, &t, str_of(text[1]));
	m = gather_find(&g, &t, str_of(text[1]));
	is(m.number, 0);
	is(m.likeness.common, 34);
	is(m.likeness.all, 48);
	/* The one that it is most like. */
	gather_add(&g, &t, 1);
	gather_read(&reader, &t, str_of(text[3]));
	is(gather_find(&g, &t, str_of(text[3])).number, 1);
	gather_add(&g, &t, 6);
	gather_add(&g, &t, 3);
	/* What has no letters is like nothing, not even its like. */
	gather_read(&reader, &t, str_of(text[4]));
	ok(t.empty);
	gather_add(&g, &t, 4);
	gather_read(&reader, &t, str_of(text[5]));
	ok(t.empty);
	compared = 0;
	g.compared = count_compared;
	is(gather_find(&g, &t, str_of(text[5])).number, GATHER_NONE);
	is(compared, 0);
	is(g.crowded, 0);
	/* The ninth in all bands has no place. */
	gather_read(&reader, &t, str_of(text[2]));
	for (uint32_t i = 0; i < 7; i++)
		gather_add(&g, &t, 2);
	is(g.crowded, 0);
	gather_add(&g, &t, 2);
	is(g.crowded, 1);
	gather_free(&g);
}

int
main(void)
{
	struct gather_text t = { 0 };
	char big[70000];

	gather_reader_open(&reader, &rules);
	is(sketch_shingles(0, 5), 0);
	is(sketch_shingles(4, 5), 1);
	is(sketch_shingles(5, 5), 1);
	is(sketch_shingles(6, 5), 2);

	is(bands_in_common("Build a school!", "build  a school"), BANDS);
	is(bands_in_common("abc", "abc"), BANDS);
	is(bands_in_common("abc", "abd"), 0);
	is(bands_in_common("build a school", "plant trees here"), 0);
	ok(bands_in_common(text[0], text[1]) >= 2);
	/* The same shingles, however often. */
	is(bands_in_common("abcdeabcdeabcdeabcde", "abcdeabcde"), BANDS);
	memset(big, 'a', sizeof(big) - 1);
	big[sizeof(big) - 1] = '\0';
	is(bands_in_common(big, "aaaaa"), BANDS);

	/* The same on every machine. */
	gather_read(&reader, &t, str_of(text[0]));
	ok(t.key[0] == 0x21277d1eb2f8a6e7);

	sketches_tell_likeness(4);
	sketches_tell_likeness(15);

	/* .7599^25 + 25 * .2401 * .7599^24 is .0092951... */
	is(sketch_missed(70, 25, 4), 9296);
	is(sketch_missed(100, 2, 4), 1);
	is(sketch_missed(50, 2, 1), 750001);
	ok(sketch_missed(70, 24, 4) > 10000);

	one_letter_each();
	the_table();
	one_band_each();
	of_equals_the_first();
	groups();
	gather_reader_close(&reader);
	return tap_done();
}
