#include <stdlib.h>

#include "civic/canonical.h"
#include "t/tap.h"

static struct canonical reader;

/* How many fields are read, or -1 if the text is not canonical. */
static int
fields(struct str text)
{
	struct str name, value;
	int n = 0;

	canonical_open(&reader, text);
	while (canonical_next(&reader, &name, &value))
		n++;
	return canonical_done(&reader) ? n : -1;
}

static void
test_text(void)
{
	struct buf b = { 0 };

	canonical_begin(&b);
	canonical_field(&b, STR("bin"), STR("010140000123"));
	canonical_field(&b, STR("none"), STR(""));
	canonical_field(&b, STR("name"), STR("ОФ \"Асар\" \\ \t\n\r\1\37/\177"));
	canonical_end(&b);
	same(buf_str(&b), "{\"bin\":\"010140000123\",\"name\":\"ОФ \\\"Асар\\\" "
	    "\\\\ \\t\\n\\r\\u0001\\u001f/\177\"}");
	is(fields(buf_str(&b)), 2);
	buf_clear(&b);
	canonical_begin(&b);
	canonical_end(&b);
	same(buf_str(&b), "{}");
	is(fields(buf_str(&b)), 0);
	buf_free(&b);
}

static void
test_broken(void)
{
	static const char *const broken[] = { "", "{", "}", "{}}", "{} ",
		" {}", "{\"a\":\"b\"", "{\"a\":\"b\",}", "{\"a\":\"b\"}}",
		"{\"a\":\"b\"}x", "{\"a\" :\"b\"}", "{\"a\":b}", "{a:\"b\"}",
		"{\"a\":\"b\\\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u0041\"}",
		"{\"a\":\"\\u001F\"}", "{\"a\":\"\\u00\"}", "{\"a\":\"\\u0020\"}",
		"{\"a\":\"\t\"}", "{\"a\":\"b\"\"c\":\"d\"}", "{,\"a\":\"b\"}",
		"{\"a\":\"b\";\"c\":\"d\"}", "[]" };
	int wrong = 0;

	for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++)
		if (fields(str_of(broken[i])) != -1) {
			printf("# taken: %s\n", broken[i]);
			wrong++;
		}
	is(wrong, 0);
	is(fields((struct str){ "{\"a\":\"\0\"}", 9 }), -1);
	is(fields((struct str){ "{\"a\":\"\\\0\"}", 10 }), -1);
	is(fields((struct str){ "{\"a\":\"\\u000\0\"}", 14 }), -1);
}

/* Any bytes but NUL come back, and only the plain ones stand for themselves. */
static void
test_round(void)
{
	static const char odd[] = "\"\\\n\r\t\1\37\177 \x80\xff/u";
	struct buf b = { 0 };
	struct str name, value;
	char text[40];
	int wrong = 0;

	srand(1);
	for (int round = 0; round < 20000; round++) {
		struct str s = { text, 1 + (size_t)rand() % sizeof(text) };

		for (size_t i = 0; i < s.n; i++)
			text[i] = (char)(rand() % 3 > 0 ? 'a' + rand() % 26 :
			    odd[(size_t)rand() % (sizeof(odd) - 1)]);
		buf_clear(&b);
		canonical_begin(&b);
		canonical_field(&b, STR("x"), s);
		canonical_field(&b, STR("y"), s);
		canonical_end(&b);
		for (size_t i = 0; i < b.n; i++)
			wrong += (unsigned char)b.p[i] < ' ';
		canonical_open(&reader, buf_str(&b));
		for (int i = 0; i < 2; i++)
			wrong += !canonical_next(&reader, &name, &value) ||
			    !str_eq(name, i == 0 ? STR("x") : STR("y")) ||
			    !str_eq(value, s);
		wrong += canonical_next(&reader, &name, &value) ||
		    !canonical_done(&reader);
	}
	is(wrong, 0);
	buf_free(&b);
}

static void
test_value(void)
{
	struct buf b = { 0 };

	canonical_value(&b, STR("a\tb\nc\rd\\e\"f"));
	same(buf_str(&b), "a\\tb\\nc\\rd\\\\e\"f");
	buf_clear(&b);
	canonical_value(&b, STR(""));
	canonical_value(&b, STR("\\"));
	same(buf_str(&b), "\\\\");
	buf_free(&b);
}

int
main(void)
{
	test_text();
	test_broken();
	test_round();
	test_value();
	canonical_close(&reader);
	return tap_done();
}
