#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/utf8.h"
#include "civic/stems.h"

/*
 * A stem is a path of classes from the root of a tree: with a boundary where
 * it is closed, and with a GAP, that passes over a word's rest, where a word
 * of a phrase is open.
 *
 * At each place of the text a table tells by a hash of four classes whether
 * any stem can begin there, and where a longer one can, another table by a
 * hash of five.  Few can; the tree is walked for those alone, from the node
 * to which these classes lead.  No look at a place waits for the look at the
 * place before it, as it would in a chain of states.
 */
enum { WINDOW = 4, WIDER = 5, FILTER_BITS = 15, WIDER_BITS = 16 };

enum { BOUNDARY = LETTERS_BOUNDARY, GAP = LETTERS_NONE };

/* The tree while stems are added; 0 is the root, and no child. */
struct stems_node {
	uint32_t child, next;	/* its first child; its next sibling */
	uint32_t stem;		/* that ends there, + 1 */
	uint32_t at;		/* its place in the code */
	uint8_t class;		/* by which it is reached */
};

/*
 * The tree to be walked, as words: for each node one with its CHILDREN; then
 * the number of its stem, if one ENDS there; then the place of the node after
 * the GAP, if it has one.  An only child's class is in the first word, and
 * the child follows; of several each has a word, class << 24 | place.
 */
enum {
	CHILDREN = 8,		/* shift; below it the only one's class */
	ENDS = 1 << 30,
	GAPS = 1 << 29,
	PLACE = (1 << 24) - 1,
	NODES_MAX = 1 << 22,
};

/* What may begin at a window: stems of more classes, or of as many or fewer. */
enum { LONG = 1, SHORT = 2 };

enum { CHUNK = 1024 };

struct stems_filter {
	uint32_t place[CHUNK];	/* found to pass, in a part of the text */
	uint8_t may[1 << FILTER_BITS];
	uint8_t wider[1 << WIDER_BITS >> 3];	/* a bit each */
};

/* From a window to a place in the code; at 0: a free entry. */
struct stems_jump {
	uint32_t window;
	uint32_t at;		/* and above it the fifth class, or NO_FIFTH */
};

enum { FIFTH = 24, NO_FIFTH = 0xff };

/*
 * A word that a GAP passed over: from where, to its end, and the next word.
 * Phrases that begin in one word need as many at a time as they have words;
 * without them a text of one word would be read to its end from each place.
 */
struct stems_word {
	size_t from, end, next;
};

enum { WORDS_KEPT = STEM_WORDS };

static void *
zeroed(size_t count, size_t size)
{
	void *p = calloc(count, size);

	if (p == NULL)
		die("out of memory");
	return p;
}

static unsigned
symbol_class(const struct stems *s, uint32_t symbol)
{
	switch (symbol) {
	case STEM_BOUNDARY:
		return BOUNDARY;
	case STEM_GAP:
		return GAP;
	default:
		return letters_class(&s->letters, symbol);
	}
}

/* The child of a node that the class leads to, which is made if need be. */
static uint32_t
child(struct stems *s, uint32_t node, unsigned class)
{
	uint32_t i = s->node[node].child;

	while (i != 0 && s->node[i].class != class)
		i = s->node[i].next;
	if (i != 0)
		return i;
	if (s->nodes == NODES_MAX)
		die("too many stems: over %d letters", NODES_MAX);
	s->node = buf_grow(s->node, &s->noderoom, s->nodes + 1,
	    sizeof(*s->node));
	s->node[s->nodes] = (struct stems_node){ .class = (uint8_t)class,
		.next = s->node[node].child };
	return s->node[node].child = (uint32_t)s->nodes++;
}

static void
add_root(struct stems *s)
{
	if (s->nodes > 0)
		return;
	s->node = buf_grow(s->node, &s->noderoom, 1, sizeof(*s->node));
	s->node[s->nodes++] = (struct stems_node){ 0 };
}

static void
add_path(struct stems *s, const struct stem *stem, size_t number)
{
	uint32_t node = 0;

	add_root(s);
	for (size_t i = 0; i < stem->count; i++)
		node = child(s, node, symbol_class(s, stem->symbol[i]));
	s->node[node].stem = (uint32_t)number + 1;
}

static bool
add_letters(struct stems *s, const struct stem *stem)
{
	for (size_t i = 0; i < stem->count; i++)
		if (stem->symbol[i] < STEM_BOUNDARY &&
		    !letters_add(&s->letters, stem->symbol[i]))
			return false;
	return true;
}

enum stem_fault
stems_add(struct stems *s, struct str text, size_t *number)
{
	struct stem stem;
	enum stem_fault fault;
	size_t known = s->known.count;

	buf_clear(&s->folded);
	unicode_fold(&s->folded, text);
	fault = stem_parse(&stem, buf_str(&s->folded));
	if (fault != STEM_GOOD)
		return fault;
	if (!add_letters(s, &stem))
		return STEM_ALPHABET;
	buf_clear(&s->folded);
	stem_spell(&s->folded, &stem);
	*number = map_add(&s->known, buf_str(&s->folded));
	if (*number == known)
		add_path(s, &stem, *number);
	return STEM_GOOD;
}

/* Write a node, three words at the most, and after it all that is below it. */
static void
write_code(struct stems *s, uint32_t node)
{
	uint32_t first = s->node[node].child, gap = 0, children = 0;
	size_t at = s->codes, slot;

	s->node[node].at = (uint32_t)at;
	s->code[s->codes++] = s->node[node].stem != 0 ? ENDS : 0;
	if (s->node[node].stem != 0)
		s->code[s->codes++] = s->node[node].stem - 1;
	for (uint32_t c = first; c != 0; c = s->node[c].next)
		if (s->node[c].class == GAP)
			gap = c;
		else if (children++ == 0)
			s->code[at] |= s->node[c].class;
	s->code[at] |= children << CHILDREN | (gap != 0 ? GAPS : 0);
	slot = s->codes;
	s->codes += (gap != 0) + (children > 1 ? children : 0);
	for (uint32_t c = first; c != 0; c = s->node[c].next) {
		if (c == gap)
			continue;
		if (children > 1)
			s->code[slot++ + (gap != 0)] = (uint32_t)s->codes |
			    (uint32_t)s->node[c].class << 24;
		write_code(s, c);
	}
	if (gap != 0) {
		s->code[at + 1 + (s->node[node].stem != 0)] =
		    (uint32_t)s->codes;
		write_code(s, gap);
	}
}

static uint32_t
window_of(const uint8_t *text)
{
	uint32_t w;

	memcpy(&w, text, WINDOW);
	return w;
}

static uint32_t
hash(uint32_t window, int bits)
{
	return window * 0x9e3779b1u >> (32 - bits);
}

static uint32_t
wider_hash(uint32_t window, unsigned fifth, int bits)
{
	return hash(window + fifth * 0x85ebca6bu, bits);
}

/* Where the jump of a window and a fifth class is, or would be. */
static struct stems_jump *
jump_place(const struct stems *s, uint32_t window, unsigned fifth)
{
	uint32_t i = wider_hash(window, fifth, s->jumpbits);

	while (s->jump[i].at != 0 && (s->jump[i].window != window ||
	    s->jump[i].at >> FIFTH != fifth))
		i = (i + 1) & ((1u << s->jumpbits) - 1);
	return &s->jump[i];
}

static void
more_jumps(struct stems *s)
{
	struct stems_jump *old = s->jump;
	uint32_t slots = old == NULL ? 0 : 1u << s->jumpbits;

	s->jumpbits = old == NULL ? 8 : s->jumpbits + 1;
	s->jump = zeroed((size_t)1 << s->jumpbits, sizeof(*s->jump));
	for (uint32_t i = 0; i < slots; i++)
		if (old[i].at != 0)
			*jump_place(s, old[i].window, old[i].at >> FIFTH) =
			    old[i];
	free(old);
}

static void
add_jump(struct stems *s, uint32_t window, unsigned fifth, uint32_t at)
{
	if (s->jumps++ >= (1u << s->jumpbits) / 2)
		more_jumps(s);
	*jump_place(s, window, fifth) = (struct stems_jump){ window,
		at | fifth << FIFTH };
}

/* Whether a stem, or the first word of one, may be over at a node. */
static bool
is_over(const struct stems *s, uint32_t node, size_t depth)
{
	const struct stems_node *n = &s->node[node];
	bool over = n->stem != 0 || (depth > 1 && n->class == BOUNDARY);

	for (uint32_t c = n->child; c != 0; c = s->node[c].next)
		over = over || s->node[c].class == GAP;
	return over;
}

/*
 * Let all windows pass that begin as `depth` classes do; if they are fewer
 * than two, let pass simply all.
 */
static void
pass_any(struct stems *s, uint8_t window[WINDOW], size_t depth)
{
	if (depth < 2) {
		memset(s->filter->may, SHORT, sizeof(s->filter->may));
		return;
	}
	if (depth >= WINDOW) {
		s->filter->may[hash(window_of(window), FILTER_BITS)] |= SHORT;
		return;
	}
	for (unsigned c = 0; c < LETTERS_FIRST + s->letters.count; c++) {
		window[depth] = (uint8_t)c;
		pass_any(s, window, depth + 1);
	}
}

/* A whole window leads to the node: let it pass, or what it may go on with. */
static void
pass_window(struct stems *s, uint32_t window, uint32_t node)
{
	uint8_t *may = &s->filter->may[hash(window, FILTER_BITS)];

	if (is_over(s, node, WINDOW)) {
		*may |= SHORT;
		if (s->node[node].class != BOUNDARY)
			add_jump(s, window, NO_FIFTH, s->node[node].at);
		return;
	}
	*may |= LONG;
	for (uint32_t c = s->node[node].child; c != 0; c = s->node[c].next) {
		unsigned fifth = s->node[c].class;
		uint32_t bit = wider_hash(window, fifth, WIDER_BITS);

		s->filter->wider[bit >> 3] |= (uint8_t)(1 << (bit & 7));
		add_jump(s, window, fifth, s->node[c].at);
	}
}

/*
 * Let the windows pass that begin stems: those that lead over `depth` classes
 * to the node, and on along the tree; or on with anything, where a stem may
 * be over.
 */
static void
pass_stems(struct stems *s, uint8_t window[WINDOW], size_t depth,
    uint32_t node)
{
	if (depth >= WINDOW) {
		pass_window(s, window_of(window), node);
		return;
	}
	if (is_over(s, node, depth)) {
		pass_any(s, window, depth);
		return;
	}
	for (uint32_t c = s->node[node].child; c != 0; c = s->node[c].next) {
		window[depth] = s->node[c].class;
		pass_stems(s, window, depth + 1, c);
	}
}

void
stems_build(struct stems *s, bool places)
{
	uint8_t window[WINDOW] = { 0 };
	size_t count = s->known.count + 1;

	letters_build(&s->letters, places);
	s->filter = zeroed(1, sizeof(*s->filter));
	add_root(s);
	more_jumps(s);
	s->code = zeroed(3 * s->nodes, sizeof(*s->code));
	write_code(s, 0);
	pass_stems(s, window, 0, 0);
	free(s->node);
	s->node = NULL;
	s->word = zeroed(WORDS_KEPT, sizeof(*s->word));
	s->found = zeroed(count, sizeof(*s->found));
	s->round = zeroed(count, sizeof(*s->round));
	s->first = zeroed(count, sizeof(*s->first));
	s->last = zeroed(count, sizeof(*s->last));
}

void
stems_clear(struct stems *s)
{
	letters_clear(&s->letters);
}

void
stems_read(struct stems *s, struct str part)
{
	letters_read(&s->letters, part);
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
	while (text[at] >= LETTERS_OTHER)
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

/* Where the word after the one at `at` begins. */
static size_t
after_word(struct stems *s, const uint8_t *text, size_t at)
{
	struct stems_word *w;

	for (size_t i = 0; i < WORDS_KEPT; i++)
		if (at >= s->word[i].from && at <= s->word[i].end)
			return s->word[i].next;
	w = &s->word[s->words++ % WORDS_KEPT];
	w->from = at;
	w->end = after_letters(text, at);
	w->next = after_boundary(text, w->end);
	return w->next;
}

/* The place that the class leads to from a node's children, or 0. */
static size_t
next_place(const uint32_t *code, size_t at, uint32_t word, unsigned class)
{
	uint32_t children = word >> CHILDREN & 0xff;

	if (children == 1)
		return (word & 0xff) == class ? at : 0;
	for (; children > 0; children--, at++)
		if (code[at] >> 24 == class)
			return code[at] & PLACE;
	return 0;
}

/*
 * Find the stems that begin at `first`: that of the node at `place`, and
 * those below it.  `at` is the next class, `last` is behind the last.
 */
static void
walk(struct stems *s, size_t first, size_t last, size_t at, size_t place)
{
	const uint8_t *text = (const uint8_t *)s->letters.text.p;
	const uint32_t *code = s->code;

	for (;;) {
		uint32_t word = code[place++];

		if (word & ENDS)
			found(s, code[place++], first, last);
		if (word & GAPS)
			walk(s, first, last, after_word(s, text, at),
			    code[place++]);
		place = next_place(code, place, word, text[at]);
		if (place == 0)
			return;
		last = text[at] == BOUNDARY ? at : at + 1;
		at = text[at] == BOUNDARY ? after_boundary(text, at) : last;
	}
}

/*
 * Of n places of the text, not over CHUNK, those at which the filters let a
 * stem begin, with what may begin there in the two low bits.  No branch waits
 * for what is there.
 */
static size_t
pick_places(struct stems_filter *f, const uint8_t *text, size_t n)
{
	uint32_t *place = f->place;
	size_t passed = 0, count = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned may = f->may[hash(window_of(text + i), FILTER_BITS)];

		place[passed] = (uint32_t)i << 2 | may;
		passed += may != 0;
	}
	for (size_t i = 0; i < passed; i++) {
		const uint8_t *at = text + (place[i] >> 2);
		uint32_t bit = wider_hash(window_of(at), at[WINDOW],
		    WIDER_BITS);

		place[count] = place[i];
		count += (f->wider[bit >> 3] >> (bit & 7) & 1) |
		    (place[i] & SHORT) >> 1;
	}
	return count;
}

/* Find the stems that begin at a place. */
static void
look(struct stems *s, const uint8_t *text, size_t first, unsigned may)
{
	uint32_t window = window_of(text + first);
	size_t fifth = first + WINDOW, at;

	if (text[first] == BOUNDARY && text[first + 1] == BOUNDARY)
		return;		/* none begins before the last of a run */
	at = jump_place(s, window, text[fifth])->at & PLACE;
	if (at != 0 && text[fifth] == BOUNDARY) {
		walk(s, first, fifth, after_boundary(text, fifth), at);
	} else if (at != 0) {
		walk(s, first, fifth + 1, fifth + 1, at);
	} else if (may & SHORT) {
		at = jump_place(s, window, NO_FIFTH)->at & PLACE;
		if (at != 0)
			walk(s, first, fifth, fifth, at);
		else
			walk(s, first, first, first, 0);
	}
}

size_t
stems_find(struct stems *s)
{
	size_t n = s->letters.text.n;
	const uint8_t *text;

	memset(buf_reserve(&s->letters.text, WIDER), LETTERS_END, WIDER);
	text = (const uint8_t *)s->letters.text.p;
	s->founds = 0;
	for (size_t i = 0; i < WORDS_KEPT; i++)
		s->word[i] = (struct stems_word){ .from = SIZE_MAX };
	if (++s->now == 0) {
		memset(s->round, 0, s->known.count * sizeof(*s->round));
		s->now = 1;
	}
	for (size_t from = 0; from < n; from += CHUNK) {
		size_t count = pick_places(s->filter, text + from,
		    n - from < CHUNK ? n - from : CHUNK);

		for (size_t i = 0; i < count; i++)
			look(s, text, from + (s->filter->place[i] >> 2),
			    s->filter->place[i]);
	}
	return s->founds;
}

struct str
stems_where(const struct stems *s, uint32_t stem)
{
	return letters_where(&s->letters, s->first[stem], s->last[stem]);
}

void
stems_free(struct stems *s)
{
	map_free(&s->known);
	letters_free(&s->letters);
	buf_free(&s->folded);
	free(s->node);
	free(s->code);
	free(s->jump);
	free(s->word);
	free(s->filter);
	free(s->found);
	free(s->round);
	free(s->first);
	free(s->last);
	*s = (struct stems){ 0 };
}
