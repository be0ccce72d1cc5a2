#include <utf8proc.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "t/tap.h"

static struct buf out;

static struct str
folded(struct str s)
{
	buf_clear(&out);
	unicode_fold(&out, s);
	return buf_str(&out);
}

static struct str
visible(struct str s, size_t columns)
{
	buf_clear(&out);
	is(unicode_visible(&out, s), columns);
	return buf_str(&out);
}

/* Our own table against the library's, but for io, which is folded to ie. */
static void
table_is_right(void)
{
	int differ = 0;

	for (uint32_t c = 0x400; c < 0x500; c++) {
		char bytes[4], want[4];
		uint32_t lower = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);

		if (c >= 0x483 && c <= 0x489)
			continue;	/* combining marks */
		if (lower == 0x451)
			lower = 0x435;
		struct str got = folded((struct str){ bytes,
		    utf8_put(bytes, c) });
		size_t n = utf8_put(want, lower);

		differ += got.n != n || memcmp(got.p, want, n) != 0;
	}
	is(differ, 0);
}

/* By the two letters of the library's category: "Lu", "Nd", "Mn", "Cf" ... */
static void
parts_are_right(void)
{
	int differ = 0;

	for (uint32_t c = 0; c < 0x20000; c++) {
		const char *category =
		    utf8proc_category_string((utf8proc_int32_t)c);
		enum unicode_part want = UNICODE_APART;

		if (category[0] == 'L' || category[0] == 'N')
			want = UNICODE_WORD;
		if (category[0] == 'M' || strcmp(category, "Cf") == 0)
			want = UNICODE_MARK;
		differ += unicode_part(c) != want;
	}
	is(differ, 0);
}

int
main(void)
{
	table_is_right();
	parts_are_right();
	same(folded(STR("ӘДІЛ Ёлка ABC")), "әділ елка abc");
	same(folded(STR("ҒҚҢӨҰҮҺІ")), "ғқңөұүһі");
	/* Composed and decomposed short i; a full-width letter; a ligature. */
	same(folded(STR("Й")), "й");
	same(folded(STR("И\xcc\x86")), "й");
	same(folded(STR("Е\xcc\x88")), "е");
	same(folded(STR("\xef\xbc\xa1")), "a");
	same(folded(STR("\xef\xac\x81")), "fi");
	same(folded(STR("ÉТĂТ")), "éтăт");
	same(folded(STR("")), "");
	same(visible(STR("Қазақ"), 5), "Қазақ");
	same(visible(STR("\x1b[2J"), 7), "\\x1b[2J");
	same(visible(STR("a\tb"), 6), "a\\x09b");
	same(visible(STR("\xff"), 4), "\\xff");
	same(visible(STR("\xe2\x80\xae"), 12), "\\xe2\\x80\\xae");
	same(visible(STR("\xc2\x9b"), 8), "\\xc2\\x9b");
	same(visible(STR("東京"), 4), "東京");
	same(visible(STR("e\xcc\x81"), 1), "e\xcc\x81");
	buf_free(&out);
	return tap_done();
}
