/* What is a value in JSON, what is none, and what text it becomes. */

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "io/json.h"
#include "io/json_out.h"
#include "t/tap.h"

/* A value, and its text; NULL if the object must be refused. */
static const struct {
	const char *json, *text;
} cases[] = {
	{ "0", "0" }, { "-0", "-0" }, { "1250000.50", "1250000.50" },
	{ "1E5", "1E5" }, { "1e+05", "1e+05" }, { "-1.0e-5", "-1.0e-5" },
	{ "0.1", "0.1" }, { "123456789012345678901", "123456789012345678901" },
	{ "-", NULL }, { "+1", NULL }, { "01", NULL }, { "-01", NULL },
	{ "1.", NULL }, { ".5", NULL }, { "1e", NULL }, { "1e+", NULL },
	{ "0x1", NULL }, { "1_000", NULL }, { "1 0", NULL }, { "--1", NULL },
	{ "NaN", NULL }, { "Infinity", NULL }, { "-Infinity", NULL },
	{ "true", "true" }, { "false", "false" }, { "null", "" },
	{ "True", NULL }, { "nul", NULL }, { "nullx", NULL }, { "", NULL },
	{ "\"\"", "" }, { "\"a\"", "a" }, { "\"\\\"\\\\\\/\"", "\"\\/" },
	{ "\"\\b\\f\\n\\r\\t\"", "\b\f\n\r\t" }, { "\"\\u0041\"", "A" },
	{ "\"\\u00e9\"", "\xc3\xa9" }, { "\"\\u04D8\"", "\xd3\x98" },
	{ "\"\\uffff\"", "\xef\xbf\xbf" },
	{ "\"\\ud800\\udc00\"", "\xf0\x90\x80\x80" },
	{ "\"\\udbff\\udfff\"", "\xf4\x8f\xbf\xbf" },
	{ "\"\\ud7ff\\ue000\"", "\xed\x9f\xbf\xee\x80\x80" },
	{ "\"\\ud800\"", NULL }, { "\"\\udc00\"", NULL },
	{ "\"\\ud800x\"", NULL }, { "\"\\ud800\\n\"", NULL },
	{ "\"\\ud800\\ud800\"", NULL }, { "\"\\udc00\\ud800\"", NULL },
	{ "\"\\udc00\\udc00\"", NULL }, { "\"\\u0000\"", NULL }, { "\"\\u12\"", NULL }, { "\"\\u12g4\"", NULL },
	{ "\"\\U0041\"", NULL }, { "\"\\a\"", NULL }, { "\"\\\"", NULL },
	{ "\"\x01\"", NULL }, { "\"\x1f\"", NULL }, { "\"\x7f\"", "\x7f" },
	{ "'a'", NULL }, { "\"a", NULL }, { "a", NULL },
	{ "\"a\" \"b\"", NULL },
	{ "[]", NULL }, { "{}", NULL }, { "[\"]\"]", NULL },
	{ "{\"a\":[{}]}", NULL }, { "[}", NULL }, { "{]", NULL }, { "[", NULL },
	{ "1,", NULL }, { "1,,", NULL }, { "1}", NULL }, { "1]", NULL },
	{ "1,\"v\":2", NULL }, { "1,\"w\":2", NULL }, { "1,2", NULL },
	{ "1,\"w\"", NULL }, { "1,\"\":2", NULL }, { ":1", NULL },
	{ "\t1 \r", "1" }, { "\"\\u0022\"", "\"" },
};

enum { CASES = sizeof(cases) / sizeof(cases[0]) };

/* A file with an object for each case, on a line each. */
static void
write_cases(const char *file)
{
	struct buf b = { 0 };
	int fd = open(file, O_WRONLY | O_TRUNC);

	for (size_t i = 0; i < CASES; i++)
		buf_printf(&b, "{\"v\" : %s}\n", cases[i].json);
	ok(write(fd, b.p, b.n) == (ssize_t)b.n);
	close(fd);
	buf_free(&b);
}

/* What json_out_string makes of all characters must come back. */
static void
write_characters(const char *file)
{
	struct buf b = { 0 }, text = { 0 };
	int fd = open(file, O_WRONLY | O_TRUNC);

	for (char c = 1; c > 0; c++) {
		buf_byte(&text, c);
		buf_add(&b, STR("{\"v\":"));
		json_out_string(&b, buf_str(&text));
		buf_add(&b, STR("}\n"));
	}
	ok(write(fd, b.p, b.n) == (ssize_t)b.n);
	close(fd);
	buf_free(&b);
	buf_free(&text);
}

int
main(void)
{
	static const struct str name[] = { { "v", 1 } };
	static const struct json_format format = { .names = name, .count = 1 };
	char file[] = "/tmp/civutils-json-XXXXXX", *files[] = { file, NULL };
	struct foreign *f;
	size_t line = 0, good = 0, n = 0;

	close(mkstemp(file));
	if (freopen("/dev/null", "w", stderr) == NULL)
		return 1;
	write_cases(file);
	f = json_open(files, &format);
	while (json_next(f)) {
		/* All between the last and this one were refused. */
		for (; line + 1 < f->line; line++)
			tap_report(cases[line].text == NULL, cases[line].json);
		tap_same(f->value[0], cases[line].text != NULL ?
		    cases[line].text : "to be refused", cases[line].json);
		line++;
	}
	is(line, CASES);
	is(json_close(f), REFUSED);

	write_characters(file);
	f = json_open(files, &format);
	while (json_next(f)) {
		n++;
		good += f->value[0].n == n && f->value[0].p[n - 1] == (char)n;
	}
	is(good, 127);
	is(json_close(f), 0);
	unlink(file);
	return tap_done();
}
