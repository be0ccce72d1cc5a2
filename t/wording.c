/* Texts as they are compared. */

#include "base/utf8.h"
#include "civic/wording.h"
#include "tap.h"

static struct wording_reader reader;

static struct str
read(const char *raw)
{
	static struct wording w;
	static struct buf out;

	wording_read(&reader, &w, str_of(raw));
	buf_clear(&out);
	for (size_t i = 0; i < w.count; i++) {
		char bytes[4];

		buf_add(&out, (struct str){ bytes,
		    utf8_put(bytes, w.letter[i]) });
	}
	return buf_str(&out);
}

/* By the table, and, behind a letter that it lacks, by the library. */
static void
both(const char *raw, const char *want)
{
	struct buf more = { 0 }, wanted = { 0 };

	same(read(raw), want);
	buf_printf(&more, "中 %s", raw);
	buf_printf(&wanted, *want == '\0' ? "中" : "中 %s", want);
	buf_byte(&more, '\0');
	buf_byte(&wanted, '\0');
	same(read(more.p), wanted.p);
	buf_free(&more);
	buf_free(&wanted);
}

int
main(void)
{
	struct wording a = { 0 }, b = { 0 };

	both("", "");
	both(" \t.,!? ", "");
	both("Build  a SCHOOL, now!!!", "build a school now");
	both("  «Ёлка» — 25 м.", "елка 25 м");
	both("Ұсыныс: ҚАЛА әкімі", "ұсыныс қала әкімі");
	both("one\\ttwo\\nthree\\rfour\\\\five\\\\", "one two three four five");
	both("\\none", "one");
	both("\\\\none", "none");
	both("e-gov №5", "e gov no5");
	both("й й", "й й");
	both("ста́вка", "ставка");
	both("“Weiß” Café", "weiss café");
	both("Ⅷ форум", "viii форум");
	both("co\u00adop", "coop");
	both("a\u200bb\u2009c", "ab c");
	both("學校", "學校");

	wording_read(&reader, &a, STR("Build a school!"));
	wording_read(&reader, &b, STR("build a  SCHOOL"));
	ok(wording_same(&a, &b));
	wording_read(&reader, &b, STR("build a schoo"));
	ok(!wording_same(&a, &b));
	wording_read(&reader, &b, STR("build a schoom"));
	ok(!wording_same(&a, &b));
	wording_read(&reader, &a, STR(""));
	is(a.count, 0);
	wording_read(&reader, &b, STR("!"));
	ok(wording_same(&a, &b));
	wording_free(&a);
	wording_free(&b);
	wording_end(&reader);
	return tap_done();
}
