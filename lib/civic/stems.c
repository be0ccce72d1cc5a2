#include <stdlib.h>
#include <string.h>

#include "base/classes.h"
#include "base/die.h"
#include "civic/stems.h"
#include "civic/words.h"

/*
 * Stems are paths in a tree.  Those that begin a word have a gate of their
 * own, at which only the beginnings of words are tried; those that begin
 * anywhere have another, that is asked at each place.  No try waits for the
 * one before it, as it would in a chain of states; the tree is walked only
 * from where a gate lets pass.
 */
/*
 * What is known of a word by its first classes, as many as there are in a
 * key: the one stem in it, or that there is none, or STEM_WALK_OPEN where it
 * must be tried each time.  Texts have few words that are not there already.
 */
struct stems_seen {
	uint64_t key;		/* 0: of no word */
	uint32_t stem;
};

enum { SEEN_BITS = 12 };

/* Places in a part of the text; stems of words that were seen before. */
enum { CHUNK = 1024 };

struct stems_places {
	uint32_t word[CHUNK + CLASSES_SPARE], any[CHUNK];
	uint32_t stem[CHUNK];
};

static void *
zeroed(size_t count, size_t size)
{
	void *p = calloc(count, size);

	if (p == NULL)
		die("out of memory");
	return p;
}

static unsigned
symbol_class(struct stems *s, uint32_t symbol)
{
	switch (symbol) {
	case STEM_BOUNDARY:
		return STEM_TREE_BOUNDARY;
	case STEM_GAP:
		return STEM_TREE_GAP;
	default:
		return letters_add(&s->letters, symbol);
	}
}

static uint32_t
class_symbol(const struct stems *s, uint8_t class)
{
	switch (class) {
	case STEM_TREE_BOUNDARY:
		return STEM_BOUNDARY;
	case STEM_TREE_GAP:
		return STEM_GAP;
	default:
		return letters_letter(&s->letters, class);
	}
}

/* Write the stem's path; false if it has a letter too many. */
static bool
write_path(struct stems *s, const struct stem *stem, uint8_t *class)
{
	for (size_t i = 0; i < stem->count; i++) {
		class[i] = (uint8_t)symbol_class(s, stem->symbol[i]);
		if (class[i] == LETTERS_OTHER)
			return false;
	}
	return true;
}

enum stem_fault
stems_add(struct stems *s, struct str text, size_t *number)
{
	uint8_t class[STEM_SYMBOLS];
	struct stem stem;
	enum stem_fault fault;

	buf_clear(&s->folded);
	unicode_fold(&s->folded, text);
	fault = stem_parse(&stem, buf_str(&s->folded));
	if (fault != STEM_GOOD)
		return fault;
	if (!write_path(s, &stem, class))
		return STEM_ALPHABET;
	*number = map_add(&s->paths, (struct str){ (const char *)class,
	    stem.count });
	s->count = s->paths.count;
	return STEM_GOOD;
}

void
stems_spell(const struct stems *s, size_t number, struct buf *out)
{
	struct str path = map_key(&s->paths, number);
	struct stem stem = { .count = path.n };

	for (size_t i = 0; i < path.n; i++)
		stem.symbol[i] = class_symbol(s, (uint8_t)path.p[i]);
	stem_spell(out, &stem);
}

/* The paths in order, to be freed. */
static struct stem_path *
paths(const struct stems *s)
{
	struct stem_path *path = zeroed(s->count + 1, sizeof(*path));

	for (size_t i = 0; i < s->count; i++) {
		struct str key = map_key(&s->paths, i);

		path[i] = (struct stem_path){ (const uint8_t *)key.p,
			(uint32_t)key.n, (uint32_t)i };
	}
	stem_tree_sort(path, s->count);
	return path;
}

void
stems_build(struct stems *s, bool places)
{
	struct stem_path *path = paths(s);
	size_t words = 0;

	letters_build(&s->letters, places);
	s->tree = stem_tree_write(path, s->count);
	while (words < s->count && *path[words].class == STEM_TREE_BOUNDARY)
		words++;
	s->at_words = words > 0;
	if (s->at_words)
		stem_gate_build(&s->word_gate, s->tree, path, words, 1);
	s->at_any = words < s->count;
	if (s->at_any)
		stem_gate_build(&s->any_gate, s->tree, path + words,
		    s->count - words, 0);
	free(path);
	stem_walk_open(&s->walk, s->tree, s->count);
	s->places = zeroed(1, sizeof(*s->places));
	if (!places)
		s->seen = zeroed((size_t)1 << SEEN_BITS, sizeof(*s->seen));
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

/* Find the stems that begin at a place, by what stands behind a gate. */
static void
look(struct stems *s, const struct stem_gate *gate, size_t first)
{
	size_t depth, node = stem_gate_node(gate, s->walk.text + first, &depth);

	if (node != 0)
		stem_walk_from(&s->walk, first, first + depth, node);
}

static struct stems_seen *
seen_at(const struct stems *s, uint64_t key)
{
	return &s->seen[key * 0x9e3779b97f4a7c15u >> (64 - SEEN_BITS)];
}

/* Look at a word that has not been seen, or not since another of its place. */
static void
see(struct stems *s, struct stems_seen *seen, uint64_t key,
    const uint8_t *word)
{
	size_t depth, node = stem_gate_node(&s->word_gate, word, &depth);

	seen->key = key;
	seen->stem = node == 0 ? s->walk.none : stem_walk_ahead(&s->walk,
	    word, depth, STEM_GATE_KEY, node);
}

/* Find the stems in words of which the places in the text are known. */
static void
look_at_words(struct stems *s, size_t from, size_t words)
{
	const uint8_t *text = s->walk.text + from;
	const uint32_t *word = s->places->word;
	uint32_t *stem = s->places->stem;
	size_t count = 0;

	for (size_t i = 0; i < words; i++) {
		uint64_t key = words_at(text + word[i]);
		struct stems_seen *seen = seen_at(s, key);

		if (seen->key != key)
			see(s, seen, key, text + word[i]);
		stem[count] = seen->stem;
		if (seen->stem == STEM_WALK_OPEN)
			look(s, &s->word_gate, from + word[i]);
		else
			count++;
	}
	stem_walk_add(&s->walk, stem, count);
}

/* Find the stems in words, and in all places, in the order of the text. */
static void
look_in_order(struct stems *s, size_t from, size_t words, size_t n)
{
	const uint8_t *text = s->walk.text + from;
	uint32_t *word = s->places->word, *any = s->places->any;
	size_t anys = 0, w = 0, a = 0;

	if (words > 0)
		words = stem_gate_pick(&s->word_gate, text, word, words, word);
	if (s->at_any)
		anys = stem_gate_pick(&s->any_gate, text, NULL, n, any);
	while (w < words || a < anys)
		if (a == anys || (w < words && word[w] <= any[a]))
			look(s, &s->word_gate, from + word[w++]);
		else
			look(s, &s->any_gate, from + any[a++]);
}

size_t
stems_find(struct stems *s)
{
	size_t n = s->letters.text.n;
	const uint8_t *text;

	memset(buf_reserve(&s->letters.text, CLASSES_SPARE), LETTERS_END,
	    CLASSES_SPARE);
	text = (const uint8_t *)s->letters.text.p;
	stem_walk_begin(&s->walk, text);
	for (size_t from = 0; from < n; from += CHUNK - 1) {
		size_t part = n - from < CHUNK ? n - from : CHUNK, words = 0;

		if (s->at_words)
			words = classes_starts(text + from, part,
			    LETTERS_OTHER, s->places->word);
		if (s->seen == NULL) {
			look_in_order(s, from, words, part);
			continue;
		}
		look_at_words(s, from, words);
		if (s->at_any)
			look_in_order(s, from, 0, part);
	}
	s->found = s->walk.found;
	return s->founds = s->walk.founds;
}

struct str
stems_where(const struct stems *s, uint32_t stem)
{
	return letters_where(&s->letters, s->walk.first[stem],
	    s->walk.last[stem]);
}

void
stems_free(struct stems *s)
{
	letters_free(&s->letters);
	buf_free(&s->folded);
	map_free(&s->paths);
	free(s->tree);
	stem_gate_free(&s->word_gate);
	stem_gate_free(&s->any_gate);
	stem_walk_free(&s->walk);
	free(s->places);
	free(s->seen);
	*s = (struct stems){ 0 };
}
