#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/unicode.h"
#include "civic/date.h"
#include "civic/decimal.h"
#include "io/rules.h"
#include "io/rules_plain.h"
#include "io/rules_tree.h"
#include "io/share.h"

/*
 * libyaml 0.2.5 takes quadratic time for deep nesting and has no limits of
 * its own: the depth is checked at each event, long before that is felt.
 */
enum {
	DEPTH_MAX = 32,
	EVENTS_MAX = 100000,
	KEYS_MAX = 20000,
	FILE_SIZE_MAX = 1 << 20,
	WORDS_MAX = 64,
};

struct reader {
	yaml_parser_t parser;
	yaml_event_t event;
	struct arena *arena;
	const char *file;
	struct str text;
	size_t depth, events, keys;
};

static _Noreturn void PRINTF(3, 0)
complain(const char *file, size_t line, const char *fmt, va_list args)
{
	struct buf text = { 0 };
	va_list again;
	int n;

	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n > 0)
		vsnprintf(buf_reserve(&text, (size_t)n + 1), (size_t)n + 1, fmt,
		    args);
	die("%s:%zu: %s", file, line, n > 0 ? text.p : fmt);
}

void
rules_die(const struct rule *r, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	complain(r->file, r->line, fmt, args);
}

static _Noreturn void PRINTF(2, 3)
refuse(const struct reader *y, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	complain(y->file, y->event.start_mark.line + 1, fmt, args);
}

/* libyaml tells where a byte is that it cannot read, but not on which line. */
static size_t
line_of(struct str text, size_t offset)
{
	size_t line = 1;

	for (size_t i = 0; i < offset && i < text.n; i++)
		line += text.p[i] == '\n';
	return line;
}

static void
next_event(struct reader *y)
{
	yaml_event_delete(&y->event);
	if (!yaml_parser_parse(&y->parser, &y->event)) {
		size_t line = y->parser.problem_mark.line;

		if (y->parser.error == YAML_READER_ERROR)
			die("%s:%zu: not YAML: %s at byte %zu", y->file,
			    line_of(y->text, y->parser.problem_offset),
			    y->parser.problem, y->parser.problem_offset + 1);
		die("%s:%zu: not YAML: %s", y->file, line + 1,
		    y->parser.problem != NULL ? y->parser.problem : "broken");
	}
	if (++y->events > EVENTS_MAX)
		refuse(y, "over %d values in one file", EVENTS_MAX);
	if (y->event.type == YAML_ALIAS_EVENT)
		refuse(y, "an alias (*name): rules are written out in full");
}

/* Neither anchors nor tags: what is read is what is written. */
static void
check_plain(const struct reader *y, const yaml_char_t *anchor,
    const yaml_char_t *tag)
{
	if (anchor != NULL)
		refuse(y, "an anchor (&%s): rules are written out in full",
		    (const char *)anchor);
	if (tag != NULL)
		refuse(y, "a tag (%s): values are text", (const char *)tag);
}

static struct str
scalar(const struct reader *y)
{
	check_plain(y, y->event.data.scalar.anchor, y->event.data.scalar.tag);
	if (memchr(y->event.data.scalar.value, '\0',
	    y->event.data.scalar.length) != NULL)
		refuse(y, "a NUL, which no value may hold");
	return arena_copy(y->arena, (struct str){
	    (const char *)y->event.data.scalar.value,
	    y->event.data.scalar.length });
}

static struct rule read_value(struct reader *y);

static void
read_list(struct reader *y, struct rule *r)
{
	size_t room = 0;

	check_plain(y, y->event.data.sequence_start.anchor,
	    y->event.data.sequence_start.tag);
	for (next_event(y); y->event.type != YAML_SEQUENCE_END_EVENT;
	    next_event(y)) {
		rules_tree_grow(y->arena, r, &room);
		r->item[r->count] = read_value(y);
		r->count++;
	}
}

static void
read_map(struct reader *y, struct rule *r)
{
	struct map seen = { 0 };
	size_t room = 0;

	check_plain(y, y->event.data.mapping_start.anchor,
	    y->event.data.mapping_start.tag);
	for (next_event(y); y->event.type != YAML_MAPPING_END_EVENT;
	    next_event(y)) {
		if (y->event.type != YAML_SCALAR_EVENT)
			refuse(y, "a key must be a word");
		if (++y->keys > KEYS_MAX)
			refuse(y, "over %d keys in one file", KEYS_MAX);
		rules_tree_grow(y->arena, r, &room);
		r->key[r->count] = scalar(y);
		r->key_line[r->count] = y->event.start_mark.line + 1;
		if (rules_tree_has(&seen, r, r->key[r->count]))
			refuse(y, "the key '%.*s' is there twice",
			    STR_ARG(r->key[r->count]));
		next_event(y);
		r->item[r->count] = read_value(y);
		r->count++;
	}
	map_free(&seen);
}

static struct rule
read_value(struct reader *y)
{
	struct rule r = { .kind = RULE_TEXT, .file = y->file,
		.line = y->event.start_mark.line + 1 };

	if (++y->depth > DEPTH_MAX)
		refuse(y, "deeper than %d levels", DEPTH_MAX);
	switch (y->event.type) {
	case YAML_SCALAR_EVENT:
		r.text = scalar(y);
		r.lines = y->event.data.scalar.style ==
		    YAML_LITERAL_SCALAR_STYLE;
		break;
	case YAML_SEQUENCE_START_EVENT:
		r.kind = RULE_LIST;
		read_list(y, &r);
		break;
	case YAML_MAPPING_START_EVENT:
		r.kind = RULE_MAP;
		read_map(y, &r);
		break;
	default:
		refuse(y, "not a value");
	}
	y->depth--;
	return r;
}

/*
 * libyaml takes quadratic time for many directives, and no file of ours has
 * one: a line that begins with %.
 */
static void
refuse_directives(struct str text, const char *path)
{
	for (size_t line = 1; text.n > 0; line++)
		if (str_starts(str_cut(&text, '\n'), STR("%")))
			die("%s:%zu: a directive (%%): not needed here", path,
			    line);
}

/* The whole file; a size over the limit dies. */
static void
whole_file(struct buf *text, const char *path)
{
	FILE *fp = fopen(path, "rb");
	const size_t step = 3 << 15;
	size_t n;

	if (fp == NULL)
		die_errno("%s", path);
	do {
		n = fread(buf_reserve(text, step), 1, step, fp);
		text->n += n;
		if (text->n > FILE_SIZE_MAX)
			die("%s: over 1 MiB: no rule file is that large", path);
	} while (n == step);
	if (ferror(fp))
		die_errno("%s", path);
	fclose(fp);
}

void
rules_by_library(struct arena *a, const char *file, struct str text,
    struct rule *top)
{
	struct reader y = { .arena = a, .file = file, .text = text };

	refuse_directives(text, file);
	if (!yaml_parser_initialize(&y.parser))
		die("out of memory");
	yaml_parser_set_input_string(&y.parser, (const unsigned char *)text.p,
	    text.n);
	next_event(&y);		/* the stream starts */
	next_event(&y);		/* the document starts */
	if (y.event.type == YAML_STREAM_END_EVENT)
		die("%s: empty", y.file);
	next_event(&y);
	*top = read_value(&y);
	if (top->kind != RULE_MAP)
		rules_die(top, "must be a map of keys and values");
	next_event(&y);		/* the document ends */
	next_event(&y);
	if (y.event.type != YAML_STREAM_END_EVENT)
		refuse(&y, "a second document in the file");
	yaml_event_delete(&y.event);
	yaml_parser_delete(&y.parser);
}

const struct rule *
rules_read(struct arena *a, const char *folder, const char *name)
{
	const char *file = share_path(a, folder, name, ".yaml");
	struct rule *top = arena_alloc(a, sizeof(*top));
	struct buf text = { 0 }, why = { 0 };

	if (!share_has(a, folder, name, ".yaml", &why))
		die("%.*s", STR_ARG(buf_str(&why)));
	whole_file(&text, file);
	if (!rules_plain_read(a, file, buf_str(&text), top))
		rules_by_library(a, file, buf_str(&text), top);
	buf_free(&text);
	return top;
}

const struct rule *
rules_file(struct arena *a, const char *name, const char *what)
{
	const struct rule *top = rules_read(a, "rules", name);
	const struct rule *is = rules_need(top, "rules");

	if (!str_eq(rules_text(is), str_of(what)))
		rules_die(is, "rules of the kind '%.*s'; '%s' is needed",
		    STR_ARG(is->text), what);
	return top;
}

const struct rule *
rules_edition(struct arena *a, const char *name, const char *what, long day)
{
	const struct rule *top = rules_file(a, name, what), *list;
	const struct rule *best = NULL;
	long latest = LONG_MIN;
	char date[11];

	rules_keys(top, "rules title cite editions");
	list = rules_list(rules_need(top, "editions"));
	for (size_t i = 0; i < list->count; i++) {
		long from = rules_date(rules_need(&list->item[i], "from"));

		if (from <= day && from >= latest) {
			if (from == latest)
				rules_die(&list->item[i],
				    "a second edition from the same day");
			latest = from;
			best = &list->item[i];
		}
	}
	if (best == NULL) {
		date_format(day, date);
		rules_die(list, "no edition is in force on %s", date);
	}
	return best;
}

/* Cut the words, separated by blanks; at most WORDS_MAX. */
static size_t
split(const char *words, struct str *out)
{
	struct str rest = str_of(words);
	size_t n = 0;

	while (rest.n > 0 && n < WORDS_MAX) {
		out[n] = str_cut(&rest, ' ');
		n += out[n].n > 0;
	}
	return n;
}

void
rules_keys(const struct rule *map, const char *words)
{
	struct str word[WORDS_MAX];
	size_t n = split(words, word);

	rules_map(map);
	for (size_t i = 0; i < map->count; i++) {
		size_t j = 0;

		while (j < n && !str_eq(word[j], map->key[i]))
			j++;
		if (j < n)
			continue;
		struct rule key = { .file = map->file,
			.line = map->key_line[i] };

		j = str_nearest(map->key[i], word, n);
		if (j != STR_NONE)
			rules_die(&key, "unknown key '%.*s'; did you "
			    "mean '%.*s'?", STR_ARG(map->key[i]),
			    STR_ARG(word[j]));
		rules_die(&key, "unknown key '%.*s'; known are: %s",
		    STR_ARG(map->key[i]), words);
	}
}

const struct rule *
rules_get(const struct rule *map, const char *key)
{
	rules_map(map);
	for (size_t i = 0; i < map->count; i++)
		if (str_eq(map->key[i], str_of(key)))
			return &map->item[i];
	return NULL;
}

const struct rule *
rules_need(const struct rule *map, const char *key)
{
	const struct rule *r = rules_get(map, key);
	size_t near;

	if (r != NULL)
		return r;
	near = str_nearest(str_of(key), map->key, map->count);
	if (near != STR_NONE)
		rules_die(map, "no key '%s' here; the nearest is '%.*s'", key,
		    STR_ARG(map->key[near]));
	rules_die(map, "no key '%s' here", key);
}

const struct rule *
rules_list(const struct rule *r)
{
	if (r->kind != RULE_LIST)
		rules_die(r, "must be a list");
	return r;
}

const struct rule *
rules_map(const struct rule *r)
{
	if (r->kind != RULE_MAP)
		rules_die(r, "must be a map of keys and values");
	return r;
}

struct rule
rules_part(const struct rule *whole, struct str part)
{
	struct rule r = { .kind = RULE_TEXT, .file = whole->file,
		.line = whole->line, .text = part };
	struct str before = { whole->text.p,
		(size_t)(part.p - whole->text.p) };

	if (!whole->lines)
		return r;
	for (r.line++; memchr(before.p, '\n', before.n) != NULL; r.line++)
		str_cut(&before, '\n');
	return r;		/* the first line is below the | */
}

struct str
rules_text(const struct rule *r)
{
	if (r->kind != RULE_TEXT)
		rules_die(r, "must be a text, not a %s",
		    r->kind == RULE_LIST ? "list" : "map");
	return r->text;
}

long
rules_number(const struct rule *r, long min, long max)
{
	long n;

	if (!str_number(rules_text(r), min, max, &n))
		rules_die(r, "must be a whole number from %ld to %ld: '%.*s'",
		    min, max, STR_ARG(r->text));
	return n;
}

int64_t
rules_decimal(const struct rule *r, int places)
{
	int64_t units;

	if (!decimal_parse(rules_text(r), places, &units))
		rules_die(r, "must be a number with at most %d decimal places:"
		    " '%.*s'", places, STR_ARG(r->text));
	return units;
}

bool
rules_yes(const struct rule *r)
{
	return rules_choice(r, "no yes") == 1;
}

long
rules_date(const struct rule *r)
{
	long day;

	if (!date_parse(rules_text(r), &day))
		rules_die(r, "must be a date (YYYY-MM-DD): '%.*s'",
		    STR_ARG(r->text));
	return day;
}

size_t
rules_choice(const struct rule *r, const char *words)
{
	struct str word[WORDS_MAX], text = rules_text(r);
	size_t n = split(words, word), near;

	for (size_t i = 0; i < n; i++)
		if (str_eq(word[i], text))
			return i;
	near = str_nearest(text, word, n);
	if (near != STR_NONE)
		rules_die(r, "unknown word '%.*s'; did you mean '%.*s'?",
		    STR_ARG(text), STR_ARG(word[near]));
	rules_die(r, "unknown word '%.*s'; known are: %s", STR_ARG(text),
	    words);
}

struct str
rules_text_or(const struct rule *map, const char *key, struct str fallback)
{
	const struct rule *r = rules_get(map, key);

	return r != NULL ? rules_text(r) : fallback;
}

long
rules_number_or(const struct rule *map, const char *key, long min, long max,
    long fallback)
{
	const struct rule *r = rules_get(map, key);

	return r != NULL ? rules_number(r, min, max) : fallback;
}

bool
rules_yes_or(const struct rule *map, const char *key, bool fallback)
{
	const struct rule *r = rules_get(map, key);

	return r != NULL ? rules_yes(r) : fallback;
}
