/* What is read without libyaml is what libyaml would have read. */

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "io/rules_plain.h"
#include "t/tap.h"

static bool
alike(const struct rule *a, const struct rule *b)
{
	if (a->kind != b->kind || a->line != b->line || a->count != b->count ||
	    a->lines != b->lines ||
	    (a->kind == RULE_TEXT && !str_eq(a->text, b->text)))
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (!alike(&a->item[i], &b->item[i]) || (a->kind == RULE_MAP &&
		    (!str_eq(a->key[i], b->key[i]) ||
		    a->key_line[i] != b->key_line[i])))
			return false;
	return true;
}

/* libyaml's complaint would end the program: it is asked in another. */
static bool
agrees(struct arena *a, struct str text, const struct rule *plain)
{
	pid_t child;
	int status;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		struct rule whole;

		fclose(stderr);
		rules_by_library(a, "x", text, &whole);
		_exit(alike(plain, &whole) ? 0 : 1);
	}
	return waitpid(child, &status, 0) == child && status == 0;
}

enum { GIVEN_UP, SAME, DIFFERENT };

static int
compare(struct str text)
{
	struct arena a = { 0 };
	struct rule plain;
	int result = GIVEN_UP;

	if (rules_plain_read(&a, "x", text, &plain))
		result = agrees(&a, text, &plain) ? SAME : DIFFERENT;
	arena_reset(&a);
	return result;
}

static uint32_t
chance(uint32_t below)
{
	static uint32_t state = 1;

	state = state * 1664525u + 1013904223u;
	return (state >> 8) % below;
}

/* Pieces that mean something, put anywhere, or something taken out. */
static void
change(struct buf *text)
{
	static const char *const pieces[] = { " ", "  ", "\n", ":", ": ", " #",
		"#", "- ", "-", "[", "]", "{", "}", ",", ", ", "'", "\"", "\\",
		"|", ">", "|\n", "\n  ", "\n    ", "&a ", "*a", "!", "%", "?", "? ", "\t", "---\n",
		"...\n", "\n\n", "a: b\n", "- a\n", "\xc2\x85", "\xef\xbb\xbf",
		"\xe2\x80\xa8", "\xff", "\r\n", "~", "=", "<<: ", "@", "`" };
	size_t at = chance((uint32_t)text->n + 1), out = chance(4) ? 0 :
	    chance(6);
	const char *piece = pieces[chance(sizeof(pieces) / sizeof(*pieces))];
	struct buf made = { 0 };

	if (out > text->n - at)
		out = text->n - at;
	buf_add(&made, (struct str){ text->p, at });
	if (out == 0)
		buf_add(&made, str_of(piece));
	buf_add(&made, (struct str){ text->p + at + out, text->n - at - out });
	buf_free(text);
	*text = made;
}

/* Of a text changed in so many ways, how many differ. */
static int
differ(struct str text, int times)
{
	int count = 0;

	for (int i = 0; i < times; i++) {
		struct buf changed = { 0 };

		buf_add(&changed, text);
		for (uint32_t n = 1 + chance(2); n > 0; n--)
			change(&changed);
		if (compare(buf_str(&changed)) == DIFFERENT) {
			printf("# %.*s\n", STR_ARG(buf_str(&changed)));
			count++;
		}
		buf_free(&changed);
	}
	return count;
}

static void
read_file(struct buf *text, const char *folder, const char *name)
{
	struct buf path = { 0 };
	size_t n;
	FILE *fp;

	buf_printf(&path, "%s/%s/%s", getenv("CIVUTILS_SHARE"), folder, name);
	buf_byte(&path, '\0');
	fp = fopen(path.p, "r");
	while (fp != NULL && (n = fread(buf_reserve(text, 4096), 1, 4096, fp)) > 0)
		text->n += n;
	if (fp != NULL)
		fclose(fp);
	buf_free(&path);
}

/* All files of the share; those of these folders need no libyaml. */
static void
test_share(const char *folder, bool all)
{
	struct buf path = { 0 };
	struct dirent *e;
	size_t files = 0;
	DIR *dir;

	buf_printf(&path, "%s/%s", getenv("CIVUTILS_SHARE"), folder);
	buf_byte(&path, '\0');
	dir = opendir(path.p);
	while (dir != NULL && (e = readdir(dir)) != NULL) {
		struct buf text = { 0 };
		int result;

		if (!str_ends(str_of(e->d_name), STR(".yaml")))
			continue;
		read_file(&text, folder, e->d_name);
		result = compare(buf_str(&text));
		printf("# %s\n", e->d_name);
		ok(result == SAME || (!all && result == GIVEN_UP));
		files++;
		buf_free(&text);
	}
	ok(files > 0);
	if (dir != NULL)
		closedir(dir);
	buf_free(&path);
}

static const char sample[] =
"# A comment\n"
"kind: x    # behind a value\n"
"title: \"It's: a title, #1\"\n"
"key: [id, 'a: b', -5]\n"
"cite: Law 142, art. 41 p. 5 (a/b); 12:30, x#y\n"
"\n"
"fields:\n"
"  id: { type: text, en: i, ru: \xd0\xb8,\n"
"    kk: [a, b] }\n"
"  # Another\n"
"  list: # of things\n"
"  - one\n"
"  - two: 2\n"
"    three: 3\n"
"  -   four:\n"
"        five: [{ a: b }]\n"
"last:\n"
"- a\n"
"- b";

static const char lines[] =
"a: |\n"
"  b: 1, *c,  \n"
"\n"
"    [d\n"
"  # no comment\n"
"\n"
"e:\n"
"  - |   # two\n"
"\n"
"\n"
"     f|\n"
"# a comment\n"
"\n"
"  - g: |\n"
"      h\n"
"    i: {j: k}\n"
"  - | \n"
"    'l\n"
"m:\n"
"- |\n"
"  n\n"
"\n"
"o: |\n"
" p\n"
" q\n";

int
main(void)
{
	const char *option = getenv("RULES_PLAIN_TIMES");
	int times = option != NULL ? atoi(option) : 1500;
	struct buf real = { 0 };

	test_share("schema", true);
	test_share("vocab", true);
	test_share("rules", false);
	test_share("maps", false);
	ok(compare(STR(sample)) == SAME);
	ok(compare(STR("a: b\na: c\n")) == GIVEN_UP);
	ok(compare(STR("- a\n")) == GIVEN_UP);
	ok(compare(STR("")) == GIVEN_UP);
	ok(compare(STR("a: b\n  c\n")) == GIVEN_UP);
	ok(compare(STR("a: b: c\n")) == GIVEN_UP);
	ok(compare(STR("a: &x b\n")) == GIVEN_UP);
	ok(compare(STR("a: [b?, c]\n")) == GIVEN_UP);
	ok(compare(STR("a: [b:c]\n")) == GIVEN_UP);
	ok(compare(STR("a: 'b''c'\n")) == GIVEN_UP);
	ok(compare(STR("a: \"b\\tc\"\n")) == GIVEN_UP);
	ok(compare(STR("a: \"b\"#c\n")) == GIVEN_UP);
	ok(compare(STR("a: [b]#c\n")) == GIVEN_UP);
	ok(compare(STR("a: \xe2\x80\xa8" "b\n")) == GIVEN_UP);
	ok(compare(STR("a: \xc2\x85" "b\n")) == GIVEN_UP);
	ok(compare(STR("a: \xff\n")) == GIVEN_UP);
	ok(compare(STR("a: b\n...\n")) == GIVEN_UP);
	ok(compare(STR("a: b\n---\na: c\n")) == GIVEN_UP);
	ok(compare(STR("a: [b,\nc\n]\n")) == SAME);
	ok(compare(STR("a:\n  b: c\n d: e\n")) == GIVEN_UP);
	ok(compare(STR(lines)) == SAME);
	ok(compare(STR("a: |\n b\n\n\n")) == SAME);
	ok(compare(STR("a: |\n b")) == GIVEN_UP);
	ok(compare(STR("a: |\n\nb: c\n")) == GIVEN_UP);
	ok(compare(STR("a: |-\n b\n")) == GIVEN_UP);
	ok(compare(STR("a: |#\n b\n")) == GIVEN_UP);
	ok(compare(STR("a: |\n  b\n   \n  c\n")) == GIVEN_UP);
	ok(compare(STR("a:\n  b: |\n   c\n  d\n")) == GIVEN_UP);
	ok(compare(STR("a: |\n  b\n c\n")) == GIVEN_UP);
	ok(differ(STR(sample), times) == 0);
	ok(differ(STR(lines), times) == 0);
	read_file(&real, "rules", "ngo-filing.yaml");
	ok(differ(buf_str(&real), times / 3) == 0);
	buf_free(&real);
	return tap_done();
}
