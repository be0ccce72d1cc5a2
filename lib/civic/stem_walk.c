#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "civic/stem_tree.h"
#include "civic/stem_walk.h"

enum { BOUNDARY = STEM_TREE_BOUNDARY };

static uint32_t *
numbers(size_t count)
{
	uint32_t *p = calloc(count, sizeof(*p));

	if (p == NULL)
		die("out of memory");
	return p;
}

void
stem_walk_open(struct stem_walk *w, const uint32_t *tree, size_t stems)
{
	w->tree = tree;
	w->none = (uint32_t)stems;
	w->found = numbers(stems + 1);
	w->round = numbers(stems + 1);
	w->first = numbers(stems + 1);
	w->last = numbers(stems + 1);
}

void
stem_walk_begin(struct stem_walk *w, const uint8_t *text)
{
	w->text = text;
	w->founds = 0;
	for (size_t i = 0; i < STEM_WORDS; i++)
		w->word[i] = (struct stem_word){ .from = SIZE_MAX };
	if (++w->now == 0) {
		memset(w->round, 0, w->none * sizeof(*w->round));
		w->now = 1;
	}
	w->round[w->none] = w->now;	/* so that it is never found */
}

/* No branch waits for whether a stem is there, or is there again. */
void
stem_walk_add(struct stem_walk *w, const uint32_t *stem, size_t count)
{
	uint32_t *round = w->round, *found = w->found, now = w->now;
	size_t founds = w->founds;

	for (size_t i = 0; i < count; i++) {
		found[founds] = stem[i];
		founds += round[stem[i]] != now;
		round[stem[i]] = now;
	}
	w->founds = founds;
}

static void
add(struct stem_walk *w, uint32_t stem, size_t first, size_t last)
{
	if (w->round[stem] == w->now)
		return;
	w->round[stem] = w->now;
	w->first[stem] = (uint32_t)first;
	w->last[stem] = (uint32_t)last;
	w->found[w->founds++] = stem;
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
after_word(struct stem_walk *w, size_t at)
{
	struct stem_word *word;

	for (size_t i = 0; i < STEM_WORDS; i++)
		if (at >= w->word[i].from && at <= w->word[i].end)
			return w->word[i].next;
	word = &w->word[w->words++ % STEM_WORDS];
	word->from = at;
	word->end = after_letters(w->text, at);
	word->next = after_boundary(w->text, word->end);
	return word->next;
}

/* `at` is the next class, `last` is behind the last that is not a boundary. */
static void
walk(struct stem_walk *w, size_t first, size_t last, size_t at, size_t place)
{
	const uint8_t *text = w->text;
	const uint32_t *tree = w->tree;

	do {
		uint32_t node = tree[place], ends = (node & STEM_TREE_ENDS) != 0;

		if (ends)
			add(w, tree[place + 1], first, last);
		if (node & STEM_TREE_GAPS)
			walk(w, first, last, after_word(w, at),
			    tree[place + 1 + ends]);
		place = stem_tree_next(tree, place, text[at]);
		last = text[at] == BOUNDARY ? at : at + 1;
		at = text[at] == BOUNDARY ? after_boundary(text, at) : last;
	} while (place != 0);
}

void
stem_walk_from(struct stem_walk *w, size_t first, size_t at, size_t place)
{
	if (w->text[at - 1] == BOUNDARY)
		walk(w, first, at - 1, after_boundary(w->text, at), place);
	else
		walk(w, first, at, at, place);
}

uint32_t
stem_walk_ahead(const struct stem_walk *w, const uint8_t *text, size_t at,
    size_t most, size_t place)
{
	uint32_t stem = w->none;

	while (place != 0) {
		uint32_t node = w->tree[place];

		if (node & STEM_TREE_GAPS)
			return STEM_WALK_OPEN;
		if (node & STEM_TREE_ENDS) {
			if (stem != w->none)
				return STEM_WALK_OPEN;
			stem = w->tree[place + 1];
		}
		if ((node >> STEM_TREE_CHILDREN & 0xff) == 0)
			break;
		if (at == most || text[at - 1] == BOUNDARY)
			return STEM_WALK_OPEN;
		place = stem_tree_next(w->tree, place, text[at++]);
	}
	return stem;
}

void
stem_walk_free(struct stem_walk *w)
{
	free(w->found);
	free(w->round);
	free(w->first);
	free(w->last);
	*w = (struct stem_walk){ 0 };
}
