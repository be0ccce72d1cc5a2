#include "io/rules_plain.h"

#include <string.h>

#include "base/utf8.h"
#include "io/rules_tree.h"

/* Far below the limits of io/rules.h, so that only libyaml meets those. */
enum { DEPTH = 12, VALUES = 15000, KEY_SIZE = 200 };

/*
 * Where the reader is: at p, on a line that begins at start.  What is not
 * plain makes it give up; then nothing that it returns means anything.
 */
struct plain {
	struct arena *arena;
	const char *file, *p, *end, *start;
	size_t line, values, depth;
	bool gave_up;
};

static void
give_up(struct plain *y)
{
	y->gave_up = true;
	y->p = y->end;
}

static char
look(const struct plain *y, size_t ahead)
{
	return (size_t)(y->end - y->p) > ahead ? y->p[ahead] : '\n';
}

static size_t
column(const struct plain *y)
{
	return (size_t)(y->p - y->start);
}

static void
pass_blanks(struct plain *y)
{
	while (y->p < y->end && *y->p == ' ')
		y->p++;
}

static void
pass_line(struct plain *y)
{
	const char *lf = memchr(y->p, '\n', (size_t)(y->end - y->p));

	y->p = lf == NULL ? y->end : lf + 1;
	y->start = y->p;
	y->line++;
}

/* Pass what may be behind a value: blanks, and a comment behind those. */
static void
pass_rest(struct plain *y)
{
	bool blank = look(y, 0) == ' ';

	pass_blanks(y);
	if (look(y, 0) != '\n' && !(blank && look(y, 0) == '#'))
		give_up(y);
	pass_line(y);
}

/* Go to the next thing that is, behind a value or from here. */
static void
next_value(struct plain *y, bool behind)
{
	if (behind)
		pass_rest(y);
	for (; y->p < y->end; pass_line(y)) {
		pass_blanks(y);
		if (look(y, 0) != '\n' && look(y, 0) != '#')
			return;
	}
}

static bool
begins_text(const struct plain *y)
{
	char c = look(y, 0);

	if (c == '-')
		c = look(y, 1) == '-' ? ' ' : look(y, 1);
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '/' || c == '(' || c == '_' ||
	    (unsigned char)c >= 0x80;
}

/*
 * A text in quotes, with no escape in it; a second quote behind the last one
 * is none of what comes behind a value.
 */
static struct str
read_quoted(struct plain *y)
{
	char quote = *y->p++;
	struct str s = { y->p, 0 };

	while (look(y, 0) != quote && look(y, 0) != '\n' && look(y, 0) != '\\')
		y->p++;
	s.n = (size_t)(y->p - s.p);
	if (look(y, 0) != quote)
		give_up(y);
	else
		y->p++;
	return s;
}

/* A text without quotes, up to what ends one, without blanks at its end. */
static struct str
read_bare(struct plain *y, bool in_brackets)
{
	static const char brackets[] = ",[]{}?:";
	struct str s = { y->p, 0 };
	char c;

	if (!begins_text(y))
		give_up(y);
	for (; (c = look(y, 0)) != '\n'; y->p++) {
		if (c == '#' && y->p > s.p && y->p[-1] == ' ')
			break;
		if (in_brackets && strchr(brackets, c) != NULL)
			break;
		if (c == ':' && (look(y, 1) == ' ' || look(y, 1) == '\n'))
			break;
	}
	s.n = (size_t)(y->p - s.p);
	while (s.n > 0 && s.p[s.n - 1] == ' ')
		s.n--;
	/* So that what comes behind a text is a blank, or its end. */
	y->p = s.p + s.n;
	return s;
}

static struct str
read_text(struct plain *y, bool in_brackets)
{
	struct str s = look(y, 0) == '"' || look(y, 0) == '\'' ?
	    read_quoted(y) : read_bare(y, in_brackets);

	if (++y->values > VALUES)
		give_up(y);
	return y->gave_up ? (struct str){ "", 0 } : arena_copy(y->arena, s);
}

static struct rule
begin(struct plain *y, enum rule_kind kind)
{
	if (++y->depth > DEPTH || ++y->values > VALUES)
		give_up(y);
	return (struct rule){ .kind = kind, .file = y->file, .line = y->line };
}

/* A key, the ':' behind it and the blanks behind that. */
static void
read_key(struct plain *y, struct rule *r, struct map *seen, size_t *room,
    bool in_brackets)
{
	struct str key = { "", 0 };

	rules_tree_grow(y->arena, r, room);
	r->key_line[r->count] = y->line;
	if (begins_text(y))
		key = read_text(y, in_brackets);
	if (key.n == 0 || key.n > KEY_SIZE || look(y, 0) != ':' ||
	    (look(y, 1) != ' ' && look(y, 1) != '\n') ||
	    rules_tree_has(seen, r, key))
		give_up(y);
	else
		y->p++;
	r->key[r->count] = key;
	pass_blanks(y);
}

static struct rule read_brackets(struct plain *y);

static struct rule
read_inside(struct plain *y)
{
	struct rule r = { .kind = RULE_TEXT, .file = y->file, .line = y->line };

	if (look(y, 0) == '[' || look(y, 0) == '{')
		return read_brackets(y);
	r.text = read_text(y, true);
	return r;
}

/* Within brackets, lines end anywhere between values. */
static void
pass_inside(struct plain *y)
{
	pass_blanks(y);
	while (y->p < y->end && *y->p == '\n') {
		pass_line(y);
		pass_blanks(y);
	}
}

/* [a, b] or { a: b, c: d }, none of them empty. */
static struct rule
read_brackets(struct plain *y)
{
	bool map = look(y, 0) == '{';
	struct rule r = begin(y, map ? RULE_MAP : RULE_LIST);
	char end = map ? '}' : ']';
	struct map seen = { 0 };
	size_t room = 0;

	do {
		y->p += y->p < y->end;
		pass_inside(y);
		if (map)
			read_key(y, &r, &seen, &room, true);
		else
			rules_tree_grow(y->arena, &r, &room);
		r.item[r.count++] = read_inside(y);
		pass_inside(y);
	} while (look(y, 0) == ',');
	if (look(y, 0) != end)
		give_up(y);
	else
		y->p++;
	y->depth--;
	map_free(&seen);
	return r;
}

/*
 * Copy the lines of a text that are as far in as the first is, if there is
 * where to, and say how many bytes they have, without empty ones at the end.
 */
static size_t
copy_lines(struct plain *y, size_t indent, char *to)
{
	size_t n = 0, empty = 0;

	for (; y->p < y->end; pass_line(y)) {
		struct str line = { y->p, (size_t)(y->end - y->p) };

		line = str_cut(&line, '\n');
		if (line.n == 0) {
			empty++;
			continue;
		}
		pass_blanks(y);
		if (look(y, 0) == '\n')
			give_up(y);
		if (y->gave_up || column(y) < indent)
			break;
		if (to != NULL) {
			memset(to + n, '\n', empty);
			memcpy(to + n + empty, line.p + indent,
			    line.n - indent);
			to[n + empty + line.n - indent] = '\n';
		}
		n += empty + line.n - indent + 1;
		empty = 0;
	}
	return n;
}

/*
 * A text that stands line by line below a |, further in than what is around
 * it.  Not plain are lines of blanks alone, and no line end behind the last.
 */
static struct str
read_lines(struct plain *y, size_t around)
{
	struct plain ahead;
	const char *first;
	char *to;
	size_t n, indent;

	y->p++;
	pass_rest(y);
	for (first = y->p; first < y->end && *first == '\n';)
		first++;
	for (indent = 0; first < y->end && *first == ' '; first++)
		indent++;
	if (indent <= around || first == y->end || y->end[-1] != '\n' ||
	    ++y->values > VALUES)
		give_up(y);
	ahead = *y;
	n = y->gave_up ? 0 : copy_lines(&ahead, indent, NULL);
	if (ahead.gave_up) {
		give_up(y);
		return (struct str){ "", 0 };
	}
	to = arena_array(y->arena, n, 1);
	copy_lines(y, indent, to);
	if (y->p < y->end && column(y) > around)
		give_up(y);
	return (struct str){ to, n };
}

static struct rule read_block(struct plain *y, size_t indent);

/* A value on the rest of the line, and the way to the next. */
static struct rule
read_rest(struct plain *y, size_t around)
{
	struct rule r = { .kind = RULE_TEXT, .file = y->file, .line = y->line };

	if (look(y, 0) == '|') {
		r.lines = true;
		r.text = read_lines(y, around);
		next_value(y, false);
		return r;
	}
	if (look(y, 0) == '[' || look(y, 0) == '{')
		r = read_brackets(y);
	else
		r.text = read_text(y, false);
	next_value(y, true);
	return r;
}

static bool
is_item(const struct plain *y)
{
	return look(y, 0) == '-' && look(y, 1) == ' ';
}

/* The value of a key: behind it, or from the next line on. */
static struct rule
read_value(struct plain *y, size_t indent)
{
	if (look(y, 0) != '\n' && look(y, 0) != '#')
		return read_rest(y, indent);
	if (look(y, 0) == '#' && y->p[-1] != ' ')
		give_up(y);
	next_value(y, false);
	if (column(y) > indent || (column(y) == indent && is_item(y)))
		return read_block(y, column(y));
	give_up(y);
	return (struct rule){ 0 };
}

static struct rule
read_map(struct plain *y, size_t indent)
{
	struct rule r = begin(y, RULE_MAP);
	struct map seen = { 0 };
	size_t room = 0;

	/* What stands further in than a value ends all, and is given up. */
	do {
		read_key(y, &r, &seen, &room, false);
		r.item[r.count++] = read_value(y, indent);
	} while (y->p < y->end && column(y) == indent && !is_item(y));
	map_free(&seen);
	y->depth--;
	return r;
}

/* Whether a key stands here, and not a text alone. */
static bool
is_key(const struct plain *y)
{
	struct plain ahead = *y;

	if (!begins_text(y))
		return false;
	read_bare(&ahead, false);
	return look(&ahead, 0) == ':';
}

static struct rule
read_list(struct plain *y, size_t indent)
{
	struct rule r = begin(y, RULE_LIST);
	size_t room = 0;

	do {
		y->p++;
		pass_blanks(y);
		rules_tree_grow(y->arena, &r, &room);
		r.item[r.count++] = is_key(y) ? read_map(y, column(y)) :
		    read_rest(y, indent);
	} while (y->p < y->end && column(y) == indent && is_item(y));
	y->depth--;
	return r;
}

static struct rule
read_block(struct plain *y, size_t indent)
{
	struct rule r = { 0 };

	if (is_item(y))
		r = read_list(y, indent);
	else if (is_key(y))
		r = read_map(y, indent);
	else
		give_up(y);
	return r;
}

/* Signs that libyaml refuses or takes for the end of a line. */
static bool
is_odd(uint32_t c)
{
	return c < 0xa0 || c == 0x2028 || c == 0x2029 || c == 0xfeff ||
	    c == 0xfffe || c == 0xffff;
}

static bool
is_plain(struct str text)
{
	if (utf8_valid(text) != text.n)
		return false;
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		struct str rest = { text.p + i, text.n - i };

		/* With these bytes the odd ones begin. */
		if (c >= 0x20 && c != 0x7f && c != 0xc2 && c != 0xe2 &&
		    c != 0xef)
			continue;
		if (c != '\n' && is_odd(utf8_next(&rest)))
			return false;
	}
	return true;
}

bool
rules_plain_read(struct arena *a, const char *file, struct str text,
    struct rule *top)
{
	struct plain y = { .arena = a, .file = file, .p = text.p,
		.end = text.p + text.n, .start = text.p, .line = 1 };

	if (text.n == 0 || !is_plain(text))
		return false;
	next_value(&y, false);
	if (y.p == y.end || column(&y) != 0 || !is_key(&y))
		return false;
	*top = read_map(&y, 0);
	return !y.gave_up && y.p == y.end;
}
