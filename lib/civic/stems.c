#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "civic/stems.h"

/*
 * A text is first turned into one byte a character: its class.  Letters that
 * occur in stems have a class each, upper and lower case the same; all other
 * letters share one; what is no letter is the boundary.  A stem is a path of
 * classes from the root of a tree, with a boundary where it is closed, and
 * where a word of a phrase is open, a GAP that passes over the word's rest.
 *
 * At each place of the text a table of bits tells by a hash of four classes
 * whether any stem can begin there.  Few can; the tree is walked for those
 * alone, and no look at a place waits for the look at the place before it,
 * as it would in a chain of states.
 */
enum { LETTERS = 120 };

enum class {
	BOUNDARY,
	END,		/* of a part; no stem goes on there */
	GAP,		/* in stems only */
	OTHER,		/* a letter of no stem */
	FIRST,		/* the first letter of stems */
	NUMBER = 127,	/* of an edge to a stem's number + 1 */
	SLOW = 128,	/* a character that the tables do not answer */
};

enum { WINDOW = 4, FILTER_BITS = 17, PIECE = 256 };

/* What a byte means after another: ASCII; and after C2, D0 to D3, and E2. */
enum { ROW_ASCII, ROW_C2, ROW_D0, ROW_E2 = ROW_D0 + 4, ROWS };

struct stems_tables {
	uint8_t class[ROWS][256];
	uint8_t row[256];	/* for the byte after this one */
	uint8_t filter[1 << FILTER_BITS >> 3];
	uint32_t foreign[LETTERS];	/* letters that class has no place for */
};

/* An edge of the tree, in a table with open addressing; to == 0 is free. */
struct stems_edge {
	uint32_t key;		/* node << 7 | class */
	uint32_t to;		/* the node it leads to, and what is known of it */
};

enum {
	STEM_ENDS = 1 << 30,	/* a stem ends there; NUMBER leads to which */
	WORD_GAPS = 1 << 29,	/* a phrase goes on after the word's end */
	NODE = WORD_GAPS - 1,
	NODES_MAX = 1 << 24,
};

struct stems_part {
	struct str text;
	size_t from;		/* its first class */
};

/* A stem taken apart: its letters, folded, and these between them. */
enum { SYMBOL_BOUNDARY = 0x110000, SYMBOL_GAP };

struct stem {
	uint32_t symbol[STEMS_LETTERS + STEMS_WORDS + 1];
	size_t count, letters, words;
	enum { APART, STAR, WORD, WORD_STAR } after;	/* what came last */
	bool open;		/* the last word has a star behind it */
};

static void *
zeroed(size_t count, size_t size)
{
	void *p = calloc(count, size);

	if (p == NULL)
		die("out of memory");
	return p;
}

/* The place of a character's class, or NULL if the tables have none. */
static uint8_t *
place_of(const struct stems *s, uint32_t c)
{
	struct stems_tables *t = s->tables;

	if (c < 0x80)
		return &t->class[ROW_ASCII][c];
	if (c >= 0x400 && c < 0x500)
		return &t->class[ROW_D0 + (c >> 6 & 3)][0x80 | (c & 63)];
	return c < 0xc0 ? &t->class[ROW_C2][c] : NULL;
}

/* unicode_part, but for the block that row E2 takes as one. */
static enum unicode_part
part_of(uint32_t c)
{
	return c >= 0x2000 && c < 0x2040 ? UNICODE_APART : unicode_part(c);
}

/* The class of a letter, folded: below FIRST if no stem has it. */
static unsigned
letter_class(const struct stems *s, uint32_t c)
{
	const uint8_t *place = place_of(s, c);

	if (place != NULL)
		return *place;
	for (unsigned i = 0; i < s->letters; i++)
		if (s->tables->foreign[i] == c)
			return FIRST + i;
	return OTHER;
}

static bool
has_class(const struct stems *s, uint32_t c)
{
	return letter_class(s, c) >= FIRST;
}

static void
add_letter(struct stems *s, uint32_t c)
{
	uint8_t *place = place_of(s, c);

	if (has_class(s, c))
		return;
	if (place != NULL)
		*place = (uint8_t)(FIRST + s->letters);
	else
		s->tables->foreign[s->letters] = c;
	s->letters++;
}

/* The edge's place in the table: the edge, or where it would stand. */
static struct stems_edge *
edge_place(const struct stems *s, uint32_t key)
{
	size_t i = key * 0x9e3779b1u >> s->shift;

	while (s->edge[i].to != 0 && s->edge[i].key != key)
		i = (i + 1) & (s->slots - 1);
	return &s->edge[i];
}

/* Where an edge leads, with what is known of it; 0 if there is none. */
static uint32_t
follow(const struct stems *s, uint32_t node, unsigned class)
{
	return edge_place(s, node << 7 | class)->to;
}

static void
more_edges(struct stems *s)
{
	struct stems_edge *old = s->edge;
	size_t slots = s->slots;

	s->slots = slots > 0 ? slots * 2 : 256;
	s->shift = slots > 0 ? s->shift - 1 : 32 - 8;
	s->edge = zeroed(s->slots, sizeof(*s->edge));
	for (size_t i = 0; i < slots; i++)
		if (old[i].to != 0)
			*edge_place(s, old[i].key) = old[i];
	free(old);
}

/* The edge from the node, which is made if need be, until the next call. */
static uint32_t *
edge_from(struct stems *s, uint32_t node, unsigned class)
{
	struct stems_edge *e;

	if (s->edges >= s->slots / 2)
		more_edges(s);
	e = edge_place(s, node << 7 | class);
	if (e->to == 0) {
		if (s->nodes == NODES_MAX)
			die("too many stems: over %d letters", NODES_MAX);
		*e = (struct stems_edge){ node << 7 | class, ++s->nodes };
		s->edges++;
	}
	return &e->to;
}

static unsigned
symbol_class(const struct stems *s, uint32_t symbol)
{
	switch (symbol) {
	case SYMBOL_BOUNDARY:
		return BOUNDARY;
	case SYMBOL_GAP:
		return GAP;
	default:
		return letter_class(s, symbol);
	}
}

static void
add_path(struct stems *s, const struct stem *stem, size_t number)
{
	uint32_t *to = NULL, node = 0;

	for (size_t i = 0; i < stem->count; i++) {
		unsigned class = symbol_class(s, stem->symbol[i]);

		if (class == GAP)
			*to |= WORD_GAPS;
		to = edge_from(s, node, class);
		node = *to & NODE;
	}
	*to |= STEM_ENDS;
	*edge_from(s, node, NUMBER) = (uint32_t)number + 1;
}

/* A letter of a stem, and before the first of a word what parts the words. */
static enum stems_fault
parse_letter(struct stem *stem, uint32_t c)
{
	if (stem->after == WORD_STAR)
		return STEMS_STAR;
	if (stem->after != WORD) {
		if (stem->words > 0 && stem->after == STAR)
			return STEMS_LEADING;
		if (stem->words++ == STEMS_WORDS)
			return STEMS_LONG;
		if (stem->after != STAR)
			stem->symbol[stem->count++] = stem->open ?
			    SYMBOL_GAP : SYMBOL_BOUNDARY;
		stem->open = false;
	}
	if (stem->letters++ == STEMS_LETTERS)
		return STEMS_LONG;
	stem->symbol[stem->count++] = c;
	stem->after = WORD;
	return STEMS_GOOD;
}

static enum stems_fault
parse_star(struct stem *stem)
{
	if (stem->after != APART && stem->after != WORD)
		return STEMS_STAR;
	stem->open = stem->after == WORD;
	stem->after = stem->after == WORD ? WORD_STAR : STAR;
	return STEMS_GOOD;
}

static enum stems_fault
parse(struct stem *stem, struct str folded)
{
	enum stems_fault fault = STEMS_GOOD;

	while (folded.n > 0 && fault == STEMS_GOOD) {
		uint32_t c = utf8_next(&folded);
		enum unicode_part part = part_of(c);

		if (c == '*')
			fault = parse_star(stem);
		else if (part == UNICODE_WORD)
			fault = parse_letter(stem, c);
		else if (part == UNICODE_APART && stem->after == STAR)
			fault = STEMS_STAR;
		else if (part == UNICODE_APART)
			stem->after = APART;
	}
	if (fault != STEMS_GOOD)
		return fault;
	if (stem->words == 0)
		return STEMS_EMPTY;
	if (stem->after == STAR)
		return STEMS_STAR;
	if (!stem->open)
		stem->symbol[stem->count++] = SYMBOL_BOUNDARY;
	return STEMS_GOOD;
}

/* The stem as all its spellings have it: its key in `known`. */
static void
spell(struct buf *out, const struct stem *stem)
{
	size_t last = stem->count - 1;

	buf_clear(out);
	if (stem->symbol[0] != SYMBOL_BOUNDARY)
		buf_byte(out, '*');
	for (size_t i = 0; i <= last; i++) {
		uint32_t c = stem->symbol[i];
		char bytes[4];

		if (c == SYMBOL_GAP)
			buf_add(out, STR("* "));
		else if (c != SYMBOL_BOUNDARY)
			buf_add(out, (struct str){ bytes, utf8_put(bytes, c) });
		else if (i > 0 && i < last)
			buf_byte(out, ' ');
	}
	if (stem->symbol[last] != SYMBOL_BOUNDARY)
		buf_byte(out, '*');
}

/* Give the letters of the stem their classes, if there are enough left. */
static bool
add_letters(struct stems *s, const struct stem *stem)
{
	size_t left = LETTERS - s->letters;

	for (size_t i = 0; i < stem->count; i++) {
		bool seen = stem->symbol[i] >= SYMBOL_BOUNDARY ||
		    has_class(s, stem->symbol[i]);

		for (size_t j = 0; !seen && j < i; j++)
			seen = stem->symbol[j] == stem->symbol[i];
		if (!seen && left-- == 0)
			return false;
	}
	for (size_t i = 0; i < stem->count; i++)
		if (stem->symbol[i] < SYMBOL_BOUNDARY)
			add_letter(s, stem->symbol[i]);
	return true;
}

enum stems_fault
stems_add(struct stems *s, struct str text, size_t *number)
{
	struct stem stem = { .after = APART };
	enum stems_fault fault;
	size_t known = s->known.count;

	if (s->tables == NULL)
		s->tables = zeroed(1, sizeof(*s->tables));
	buf_clear(&s->folded);
	unicode_fold(&s->folded, text);
	fault = parse(&stem, buf_str(&s->folded));
	if (fault != STEMS_GOOD)
		return fault;
	if (!add_letters(s, &stem))
		return STEMS_ALPHABET;
	spell(&s->folded, &stem);
	*number = map_add(&s->known, buf_str(&s->folded));
	if (*number == known)
		add_path(s, &stem, *number);
	return STEMS_GOOD;
}

const char *
stems_why(enum stems_fault fault)
{
	switch (fault) {
	case STEMS_GOOD:
		return "a good stem";
	case STEMS_EMPTY:
		return "no letter in the stem";
	case STEMS_STAR:
		return "a * that is not at the beginning or the end of a word";
	case STEMS_LEADING:
		return "only the first word of a phrase may begin with *";
	case STEMS_LONG:
		return "a stem of over 200 letters or 8 words";
	case STEMS_ALPHABET:
		return "over 120 different letters in all stems";
	}
	return "?";
}

/*
 * What the tables say of a character: the class of the letter that it folds
 * to, or the boundary; SLOW if folding makes something else of it.
 */
static unsigned
simple_class(struct stems *s, uint32_t c)
{
	char bytes[4];
	struct str rest;

	buf_clear(&s->folded);
	unicode_fold(&s->folded, (struct str){ bytes, utf8_put(bytes, c) });
	rest = buf_str(&s->folded);
	c = utf8_next(&rest);
	if (rest.n == 0 && part_of(c) == UNICODE_WORD)
		return has_class(s, c) ? letter_class(s, c) : OTHER;
	for (; part_of(c) == UNICODE_APART; c = utf8_next(&rest))
		if (rest.n == 0)
			return BOUNDARY;
	return SLOW;
}

static void
fill_tables(struct stems *s)
{
	struct stems_tables *t = s->tables;

	for (uint32_t c = 0; c < 0x500; c++)
		if (place_of(s, c) != NULL)
			*place_of(s, c) = (uint8_t)simple_class(s, c);
	for (size_t row = 0; row < ROWS; row++) {
		memcpy(t->class[row], t->class[ROW_ASCII], 0x80);
		memset(t->class[row] + 0xc0, SLOW, 0x40);
	}
	memset(t->class[ROW_E2] + 0x81, SLOW, 0x3f);
	/* A lead byte of a row has no class of its own and passes none on. */
	for (unsigned lead = 0xc2; lead <= 0xe2; lead++) {
		if (lead == 0xc2)
			t->row[lead] = ROW_C2;
		else if (lead >= 0xd0 && lead <= 0xd3)
			t->row[lead] = (uint8_t)(ROW_D0 + lead - 0xd0);
		else if (lead == 0xe2)
			t->row[lead] = ROW_E2;
		else
			continue;
		for (size_t row = 0; row < ROWS; row++)
			t->class[row][lead] = BOUNDARY;
	}
}

static uint32_t
filter_bit(const uint8_t window[WINDOW])
{
	uint32_t w;

	memcpy(&w, window, WINDOW);
	return w * 0x9e3779b1u >> (32 - FILTER_BITS);
}

/*
 * Set the bits of all windows that begin a stem: those that begin with
 * `depth` classes leading to `to`, and go on along the tree, or with
 * anything once a stem or its first word may be over.
 */
static void
fill_filter(struct stems *s, uint8_t window[WINDOW], size_t depth, uint32_t to,
    bool over)
{
	if (depth == WINDOW) {
		uint32_t bit = filter_bit(window);

		s->tables->filter[bit >> 3] |= (uint8_t)(1 << (bit & 7));
		return;
	}
	over = over || (to & (STEM_ENDS | WORD_GAPS)) != 0 ||
	    (depth > 1 && window[depth - 1] == BOUNDARY);
	for (unsigned class = 0; class < FIRST + s->letters; class++) {
		uint32_t next = over ? 0 : follow(s, to & NODE, class);

		if (class == GAP || (class == END && !over) ||
		    (next == 0 && !over))
			continue;
		window[depth] = (uint8_t)class;
		fill_filter(s, window, depth + 1, next, over);
	}
}

void
stems_build(struct stems *s, bool places)
{
	uint8_t window[WINDOW];
	size_t count = s->known.count;

	if (s->tables == NULL)
		s->tables = zeroed(1, sizeof(*s->tables));
	if (s->slots == 0)
		more_edges(s);
	fill_tables(s);
	fill_filter(s, window, 0, 0, false);
	s->places = places;
	s->found = zeroed(count + 1, sizeof(*s->found));
	s->round = zeroed(count + 1, sizeof(*s->round));
	s->first = zeroed(count + 1, sizeof(*s->first));
	s->last = zeroed(count + 1, sizeof(*s->last));
}

void
stems_clear(struct stems *s)
{
	buf_clear(&s->text);
	s->parts = 0;
}

/* Append a class, and where its character stands. */
static void
put(struct stems *s, unsigned class, size_t at)
{
	buf_byte(&s->text, (char)class);
	if (!s->places)
		return;
	s->at = buf_grow(s->at, &s->atroom, s->text.n, sizeof(*s->at));
	s->at[s->text.n - 1] = (uint32_t)at;
}

/*
 * Text of which the tables answer all: no branch waits for what a byte is.
 * False, with nothing added, if they do not.
 */
static bool
read_simple(struct stems *s, struct str part)
{
	const struct stems_tables *t = s->tables;
	const unsigned char *p = (const unsigned char *)part.p;
	char *start = buf_reserve(&s->text, part.n + 1), *to = start;
	unsigned all = 0;
	size_t row = ROW_ASCII;

	for (size_t i = 0; i < part.n; i++) {
		unsigned class = t->class[row][p[i]];

		*to = (char)class;
		to += p[i] < 0xc0;
		all |= class;
		row = t->row[p[i]];
	}
	if (all & SLOW)
		return false;
	s->text.n += (size_t)(to - start);
	return true;
}

/* What the tables say of a character, wherever it stands. */
static unsigned
class_of(const struct stems *s, uint32_t c)
{
	const uint8_t *place = place_of(s, c);

	if (place != NULL)
		return *place;
	return c >= 0x2000 && c < 0x2040 ? BOUNDARY : SLOW;
}

/* A run of characters that go through unicode_fold together. */
static void
read_folded(struct stems *s, struct str part, size_t from, size_t to)
{
	struct str rest;

	buf_clear(&s->folded);
	unicode_fold(&s->folded, (struct str){ part.p + from, to - from });
	for (rest = buf_str(&s->folded); rest.n > 0;) {
		uint32_t c = utf8_next(&rest);

		switch (part_of(c)) {
		case UNICODE_WORD:
			put(s, letter_class(s, c), from);
			break;
		case UNICODE_APART:
			put(s, BOUNDARY, to);
			break;
		case UNICODE_MARK:
			break;
		}
	}
}

/*
 * Where the word at `from` ends: before the next boundary, or after PIECE
 * bytes, so that no run of marks makes unicode_fold slow.  *simple tells
 * whether the tables answer all of it.
 */
static size_t
word_end(const struct stems *s, struct str part, size_t from, bool *simple)
{
	struct str rest = { part.p + from, part.n - from };
	size_t at = from;

	*simple = true;
	while (rest.n > 0 && at - from < PIECE) {
		unsigned class = class_of(s, utf8_next(&rest));

		if (class == BOUNDARY)
			break;
		*simple = *simple && class != SLOW;
		at = part.n - rest.n;
	}
	return at;
}

/* Any text, word by word: those that the tables do not answer are folded. */
static void
read_careful(struct stems *s, struct str part)
{
	for (size_t at = 0; at < part.n;) {
		bool simple;
		size_t end = word_end(s, part, at, &simple);
		struct str rest = { part.p + at, part.n - at };

		if (end == at) {
			utf8_next(&rest);
			put(s, BOUNDARY, at);
			at = part.n - rest.n;
		} else if (!simple) {
			read_folded(s, part, at, end);
			at = end;
		}
		for (; at < end; at = part.n - rest.n)
			put(s, class_of(s, utf8_next(&rest)), at);
	}
}

void
stems_read(struct stems *s, struct str part)
{
	s->part = buf_grow(s->part, &s->partroom, s->parts + 1,
	    sizeof(*s->part));
	s->part[s->parts++] = (struct stems_part){ part, s->text.n };
	put(s, BOUNDARY, 0);
	if (s->places || !read_simple(s, part))
		read_careful(s, part);
	put(s, BOUNDARY, part.n);
	put(s, END, part.n);
}

static void
found(struct stems *s, uint32_t stem, size_t first, size_t last)
{
	if (s->round[stem] == s->now)
		return;
	s->round[stem] = s->now;
	s->first[stem] = (uint32_t)first;
	s->last[stem] = (uint32_t)last;
	s->found[s->founds++] = stem;
}

static size_t
after_letters(const uint8_t *text, size_t at)
{
	while (text[at] > GAP)
		at++;
	return at;
}

static size_t
after_boundary(const uint8_t *text, size_t at)
{
	while (text[at] == BOUNDARY)
		at++;
	return at;
}

/* Find all stems that begin at `first` and go on at `at` from the node. */
static void
walk(struct stems *s, size_t first, size_t at, uint32_t node)
{
	const uint8_t *text = (const uint8_t *)s->text.p;
	uint32_t to;

	while ((to = follow(s, node, text[at])) != 0) {
		size_t last = text[at] == BOUNDARY ? at : at + 1;

		at = text[at] == BOUNDARY ? after_boundary(text, at) : last;
		node = to & NODE;
		if (to & STEM_ENDS)
			found(s, follow(s, node, NUMBER) - 1, first, last);
		if (to & WORD_GAPS)
			walk(s, first,
			    after_boundary(text, after_letters(text, at)),
			    follow(s, node, GAP) & NODE);
	}
}

size_t
stems_find(struct stems *s)
{
	const uint8_t *filter = s->tables->filter, *text;

	memset(buf_reserve(&s->text, WINDOW), END, WINDOW);
	text = (const uint8_t *)s->text.p;
	s->founds = 0;
	if (++s->now == 0) {
		memset(s->round, 0, s->known.count * sizeof(*s->round));
		s->now = 1;
	}
	for (size_t i = 0; i < s->text.n; i++) {
		uint32_t bit = filter_bit(text + i);

		if (filter[bit >> 3] >> (bit & 7) & 1)
			walk(s, i, i, 0);
	}
	return s->founds;
}

struct str
stems_where(const struct stems *s, uint32_t stem)
{
	const uint8_t *text = (const uint8_t *)s->text.p;
	size_t first = after_boundary(text, s->first[stem]);
	size_t last = after_letters(text, s->last[stem]);
	size_t i = s->parts - 1, from;

	while (first > 0 && text[first - 1] > GAP)
		first--;
	while (s->part[i].from > first)
		i--;
	from = s->at[first];
	return (struct str){ s->part[i].text.p + from, s->at[last] - from };
}

size_t
stems_words(const struct stems *s, size_t most)
{
	const uint8_t *text = (const uint8_t *)s->text.p;
	size_t words = 0;

	for (size_t i = 1; i < s->text.n && words < most; i++)
		words += text[i] > GAP && text[i - 1] <= GAP;
	return words;
}

void
stems_free(struct stems *s)
{
	map_free(&s->known);
	buf_free(&s->text);
	buf_free(&s->folded);
	free(s->tables);
	free(s->edge);
	free(s->part);
	free(s->at);
	free(s->found);
	free(s->round);
	free(s->first);
	free(s->last);
	*s = (struct stems){ 0 };
}
