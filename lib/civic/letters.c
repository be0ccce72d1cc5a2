#include <stdlib.h>
#include <string.h>

#include "base/classes.h"
#include "base/die.h"
#include "base/utf8.h"
#include "civic/letters.h"

enum { PIECE = 256 };	/* bytes folded at once, at the most */

struct letters_tables {
	struct classes class;
	uint32_t letter[LETTERS_MOST];	/* that were asked for */
};

struct letters_part {
	struct str text;
	size_t from;		/* its first class */
};

static void
need_tables(struct letters *l)
{
	if (l->tables == NULL)
		l->tables = calloc(1, sizeof(*l->tables));
	if (l->tables == NULL)
		die("out of memory");
}

/* The place of a character's class, or NULL if the tables have none. */
static uint8_t *
place_of(const struct letters *l, uint32_t c)
{
	struct classes *t = &l->tables->class;

	if (c < 0x80)
		return &t->of[CLASSES_ANY][c];
	if (c >= 0x400 && c < 0x500)
		return &t->of[CLASSES_D0 + (c >> 6 & 3)][0x80 | (c & 63)];
	return c < 0xc0 ? &t->of[CLASSES_C2][c] : NULL;
}

/* Whether row E2 answers a character: of U+2000..203F all that has a width. */
static bool
is_in_row_e2(uint32_t c)
{
	return c >= 0x2000 && c < 0x2040 && unicode_part(c) != UNICODE_MARK;
}

enum unicode_part
letters_part(uint32_t c)
{
	return is_in_row_e2(c) ? UNICODE_APART : unicode_part(c);
}

unsigned
letters_class(const struct letters *l, uint32_t c)
{
	const uint8_t *place = place_of(l, c);

	if (place != NULL)
		return *place < LETTERS_FIRST ? LETTERS_OTHER : *place;
	for (unsigned i = 0; i < l->count; i++)
		if (l->tables->letter[i] == c)
			return LETTERS_FIRST + i;
	return LETTERS_OTHER;
}

unsigned
letters_add(struct letters *l, uint32_t c)
{
	unsigned class;

	need_tables(l);
	class = letters_class(l, c);
	if (class != LETTERS_OTHER || l->count == LETTERS_MOST)
		return class;
	class = LETTERS_FIRST + l->count;
	if (place_of(l, c) != NULL)
		*place_of(l, c) = (uint8_t)class;
	l->tables->letter[l->count++] = c;
	return class;
}

uint32_t
letters_letter(const struct letters *l, unsigned class)
{
	return l->tables->letter[class - LETTERS_FIRST];
}

/*
 * What the tables say of a character: the class of the letter that it folds
 * to, or the boundary; CLASSES_SLOW if folding makes something else of it.
 */
static unsigned
simple_class(struct letters *l, uint32_t c)
{
	char bytes[4];
	struct str rest;

	buf_clear(&l->folded);
	unicode_fold(&l->folded, (struct str){ bytes, utf8_put(bytes, c) });
	rest = buf_str(&l->folded);
	c = utf8_next(&rest);
	if (rest.n == 0 && letters_part(c) == UNICODE_WORD)
		return letters_class(l, c);
	while (letters_part(c) == UNICODE_APART && rest.n > 0)
		c = utf8_next(&rest);
	return letters_part(c) == UNICODE_APART ? LETTERS_BOUNDARY :
	    CLASSES_SLOW;
}

/*
 * The rows behind what the tables know only in part: of three bytes those
 * that begin with E2 80, but for what unicode_fold takes away; and no first
 * byte of other characters.
 */
static void
fill_rows(struct classes *t)
{
	memset(t->of[CLASSES_E2] + 0x81, CLASSES_SLOW, 0x3f);
	for (uint32_t c = 0x2000; c < 0x2040; c++)
		t->of[CLASSES_80][0x80 | (c & 63)] = is_in_row_e2(c) ?
		    LETTERS_BOUNDARY : CLASSES_SLOW;
	for (unsigned lead = 0xc0; lead < 0x100; lead++)
		t->of[CLASSES_ANY][lead] = t->row[lead] == CLASSES_ANY ?
		    CLASSES_SLOW : LETTERS_BOUNDARY;
	for (size_t r = 1; r < CLASSES_ROWS; r++) {
		memcpy(t->of[r], t->of[CLASSES_ANY], 0x80);
		memcpy(t->of[r] + 0xc0, t->of[CLASSES_ANY] + 0xc0, 0x40);
	}
}

void
letters_build(struct letters *l, bool places)
{
	need_tables(l);
	l->places = places;
	for (uint32_t c = 0; c < 0x500; c++)
		if (place_of(l, c) != NULL)
			*place_of(l, c) = (uint8_t)simple_class(l, c);
	classes_build(&l->tables->class);
	fill_rows(&l->tables->class);
}

void
letters_clear(struct letters *l)
{
	buf_clear(&l->text);
	l->parts = 0;
	l->unspaced = 0;
}

/* Append a class, and where its character stands. */
static void
put(struct letters *l, unsigned class, size_t at)
{
	buf_byte(&l->text, (char)class);
	if (!l->places)
		return;
	l->at = buf_grow(l->at, &l->atroom, l->text.n, sizeof(*l->at));
	l->at[l->text.n - 1] = (uint32_t)at;
}

/* A part of which the tables answer all; false, with nothing added, if not. */
static bool
read_simple(struct letters *l, struct str part)
{
	uint8_t *to = (uint8_t *)buf_reserve(&l->text,
	    part.n + 3 + CLASSES_SPARE);
	bool slow;
	size_t n;

	*to++ = LETTERS_BOUNDARY;
	n = classes_read(&l->tables->class, part, to, &slow);
	if (slow)
		return false;
	to[n] = LETTERS_BOUNDARY;
	to[n + 1] = LETTERS_END;
	l->text.n += n + 3;
	return true;
}

/* What the tables say of a character, wherever it stands. */
static unsigned
table_class(const struct letters *l, uint32_t c)
{
	const uint8_t *place = place_of(l, c);

	if (place != NULL)
		return *place;
	return is_in_row_e2(c) ? LETTERS_BOUNDARY :
	    CLASSES_SLOW;
}

static bool
is_unspaced(uint32_t c)
{
	return (c >= 0x0e00 && c < 0x0f00) || (c >= 0x1000 && c < 0x10a0) ||
	    (c >= 0x1780 && c < 0x1800) || (c >= 0x3040 && c < 0xa000) ||
	    (c >= 0xf900 && c < 0xfb00) || (c >= 0x20000 && c < 0x32000);
}

/* Characters from one place of the part to another, folded together. */
static void
read_folded(struct letters *l, struct str part, size_t from, size_t to)
{
	struct str rest;

	buf_clear(&l->folded);
	unicode_fold(&l->folded, (struct str){ part.p + from, to - from });
	for (rest = buf_str(&l->folded); rest.n > 0;) {
		uint32_t c = utf8_next(&rest);

		switch (letters_part(c)) {
		case UNICODE_WORD:
			l->unspaced += is_unspaced(c) && (uint8_t)
			    l->text.p[l->text.n - 1] >= LETTERS_OTHER;
			put(l, letters_class(l, c), from);
			break;
		case UNICODE_APART:
			put(l, LETTERS_BOUNDARY, to);
			break;
		case UNICODE_MARK:
			break;
		}
	}
}

/*
 * Where the word at `from` ends: before the next boundary of the tables, or
 * after PIECE bytes, so that no run of marks makes unicode_fold slow.
 * *simple tells whether the tables answer all of it.
 */
static size_t
word_end(const struct letters *l, struct str part, size_t from, bool *simple)
{
	struct str rest = { part.p + from, part.n - from };
	size_t at = from;

	*simple = true;
	while (rest.n > 0 && at - from < PIECE) {
		unsigned class = table_class(l, utf8_next(&rest));

		if (class == LETTERS_BOUNDARY)
			break;
		*simple = *simple && class != CLASSES_SLOW;
		at = part.n - rest.n;
	}
	return at;
}

/* Any part, word by word: those that the tables do not answer are folded. */
static void
read_careful(struct letters *l, struct str part)
{
	put(l, LETTERS_BOUNDARY, 0);
	for (size_t at = 0; at < part.n;) {
		bool simple;
		size_t end = word_end(l, part, at, &simple);
		struct str rest = { part.p + at, part.n - at };

		if (end == at) {
			utf8_next(&rest);
			put(l, LETTERS_BOUNDARY, at);
			at = part.n - rest.n;
		} else if (!simple) {
			read_folded(l, part, at, end);
			at = end;
		}
		for (; at < end; at = part.n - rest.n)
			put(l, table_class(l, utf8_next(&rest)), at);
	}
	put(l, LETTERS_BOUNDARY, part.n);
	put(l, LETTERS_END, part.n);
}

void
letters_read(struct letters *l, struct str part)
{
	l->part = buf_grow(l->part, &l->partroom, l->parts + 1,
	    sizeof(*l->part));
	l->part[l->parts++] = (struct letters_part){ part, l->text.n };
	if (l->places || !read_simple(l, part))
		read_careful(l, part);
}

struct str
letters_where(const struct letters *l, size_t first, size_t last)
{
	const uint8_t *text = (const uint8_t *)l->text.p;
	size_t i = l->parts - 1;

	while (text[first] == LETTERS_BOUNDARY)
		first++;
	while (first > 0 && text[first - 1] >= LETTERS_OTHER)
		first--;
	while (text[last] >= LETTERS_OTHER)
		last++;
	while (l->part[i].from > first)
		i--;
	return (struct str){ l->part[i].text.p + l->at[first],
	    l->at[last] - l->at[first] };
}

size_t
letters_words(const struct letters *l, size_t most)
{
	const uint8_t *text = (const uint8_t *)l->text.p;
	size_t words = l->unspaced < most ? l->unspaced : most;

	for (size_t i = 1; i < l->text.n && words < most; i++)
		words += text[i] >= LETTERS_OTHER &&
		    text[i - 1] < LETTERS_OTHER;
	return words;
}

void
letters_free(struct letters *l)
{
	buf_free(&l->text);
	buf_free(&l->folded);
	free(l->tables);
	free(l->part);
	free(l->at);
	*l = (struct letters){ 0 };
}
