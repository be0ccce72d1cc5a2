/* How alike two texts are, by their shingles. */

#include "civic/likeness.h"
#include "tap.h"

static struct wording_reader reader;
static struct likeness_table table;

static struct likeness
of(const char *one, const char *other, size_t letters)
{
	struct wording a = { 0 }, b = { 0 };
	struct likeness l, turned;

	wording_read(&reader, &a, str_of(one));
	wording_read(&reader, &b, str_of(other));
	l = likeness_of(&table, &a, &b, letters);
	turned = likeness_of(&table, &b, &a, letters);
	if (l.common != turned.common || l.all != turned.all)
		l = (struct likeness){ 999, 999 };
	wording_free(&a);
	wording_free(&b);
	return l;
}

#define is_part(l, part, whole) do { \
	struct likeness got = (l); \
	is(got.common, part); \
	is(got.all, whole); \
} while (0)

/* What was read before is not behind what is shorter. */
static void
read_over(void)
{
	struct wording a = { 0 }, b = { 0 };
	struct likeness l;

	wording_read(&reader, &a, STR("abcde"));
	wording_read(&reader, &a, STR("ab"));
	wording_read(&reader, &b, STR("abc"));
	l = likeness_of(&table, &a, &b, 3);
	is(l.common, 0);
	is(l.all, 2);
	wording_free(&a);
	wording_free(&b);
}

int
main(void)
{
	struct likeness l;

	/* abc bcd cde, and bcd cde def. */
	is_part(of("abcde", "bcdef", 3), 2, 4);
	is_part(of("abcde", "abcde", 3), 3, 3);
	is_part(of("ABC, de", "abc de", 3), 4, 4);
	is_part(of("abcde", "vwxyz", 3), 0, 6);
	/* Each is counted once: aaa; and aaa aab. */
	is_part(of("aaaaaaaaaa", "aaaab", 3), 1, 2);
	/* Blanks are letters of shingles: "ab ", "b c", " cd"; "abc", "bcd". */
	is_part(of("ab cd", "abcd", 3), 0, 5);
	/* Shorter than a shingle: all or nothing. */
	is_part(of("ab", "ab", 3), 1, 1);
	is_part(of("ab", "ac", 3), 0, 2);
	is_part(of("ab", "abc", 3), 0, 2);
	is_part(of("abc", "abc", 3), 1, 1);
	is_part(of("", "", 3), 0, 0);
	is_part(of("", "abc", 3), 0, 1);
	/* The same letters in another order. */
	is_part(of("қала мен ауыл", "ауыл мен қала", 4), 4, 16);
	is_part(of("abababab", "babababa", 2), 2, 2);
	is_part(of("a", "a", 1), 1, 1);
	read_over();

	ok(likeness_reaches((struct likeness){ 70, 100 }, 70));
	ok(!likeness_reaches((struct likeness){ 69, 100 }, 70));
	ok(likeness_reaches((struct likeness){ 7, 10 }, 70));
	ok(!likeness_reaches((struct likeness){ 699999, 1000000 }, 70));
	ok(!likeness_reaches((struct likeness){ 0, 0 }, 1));
	ok(likeness_reaches((struct likeness){ UINT32_MAX, UINT32_MAX }, 100));
	is(likeness_percent((struct likeness){ 2, 3 }), 66);
	is(likeness_percent((struct likeness){ 999, 1000 }), 99);
	is(likeness_percent((struct likeness){ UINT32_MAX, UINT32_MAX }), 100);
	is(likeness_percent((struct likeness){ 0, 0 }), 0);

	ok(likeness_more((struct likeness){ 2, 3 }, (struct likeness){ 1, 2 }));
	ok(!likeness_more((struct likeness){ 1, 2 }, (struct likeness){ 2, 4 }));
	ok(!likeness_more((struct likeness){ 1, 2 }, (struct likeness){ 2, 3 }));
	ok(likeness_more((struct likeness){ 1, 9 }, (struct likeness){ 0, 0 }));
	ok(!likeness_more((struct likeness){ 0, 0 }, (struct likeness){ 0, 0 }));
	l = of("a", "b", 1);
	ok(!likeness_more(l, (struct likeness){ 0, 0 }));
	likeness_free(&table);
	wording_end(&reader);
	return tap_done();
}
