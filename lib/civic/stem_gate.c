#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "civic/stem_gate.h"

/*
 * Stems that share their first three classes share a bin.  A bin knows the
 * depth that all its stems have, KEY classes at most; so many classes of a
 * text are hashed, and a bit tells whether a stem begins with them.
 */
enum { FIRST = 3, BIN_BITS = 15, BEGIN_BITS = 16 };

struct stem_gate_filter {
	uint8_t spared[1 << BIN_BITS];	/* STEM_GATE_KEY less the depth */
	uint8_t begin[1 << BEGIN_BITS >> 3];	/* a bit each */
	uint64_t mask[STEM_GATE_KEY];	/* by what is spared */
	uint64_t first;		/* the mask of FIRST classes */
};

/* From the first classes of stems, zeros behind them, to the tree's code. */
struct stem_jump {
	uint64_t key;
	uint32_t at;		/* 0: a free entry */
	uint32_t depth;
};

/* The way to a node, and the stems' letters on it. */
struct way {
	const struct stem_tree *tree;
	uint8_t class[STEM_GATE_KEY];
	uint32_t node[STEM_GATE_KEY + 1];
	size_t depth;
};

static uint64_t
load(const uint8_t *text)
{
	uint64_t key;

	memcpy(&key, text, sizeof(key));
	return key;
}

static uint64_t
hash(uint64_t key)
{
	return key * 0x9e3779b97f4a7c15u;
}

static size_t
bin_of(const struct stem_gate_filter *f, uint64_t key)
{
	return hash(key & f->first) >> (64 - BIN_BITS);
}

static void *
zeroed(size_t count, size_t size)
{
	void *p = calloc(count, size);

	if (p == NULL)
		die("out of memory");
	return p;
}

/* Where the jump of a key is, or would be. */
static struct stem_jump *
jump_of(const struct stem_gate *g, uint64_t key, uint32_t depth)
{
	size_t last = ((size_t)1 << g->jumpbits) - 1;
	size_t i = hash(key) >> (64 - g->jumpbits);

	while (g->jump[i].at != 0 &&
	    (g->jump[i].key != key || g->jump[i].depth != depth))
		i = (i + 1) & last;
	return &g->jump[i];
}

static void
more_jumps(struct stem_gate *g)
{
	struct stem_jump *old = g->jump;
	size_t slots = old == NULL ? 0 : (size_t)1 << g->jumpbits;

	g->jumpbits = old == NULL ? 8 : g->jumpbits + 1;
	g->jump = zeroed((size_t)1 << g->jumpbits, sizeof(*g->jump));
	for (size_t i = 0; i < slots; i++)
		if (old[i].at != 0)
			*jump_of(g, old[i].key, old[i].depth) = old[i];
	free(old);
}

static void
add_jump(struct stem_gate *g, uint64_t key, size_t depth, uint32_t at)
{
	struct stem_jump *jump = jump_of(g, key, (uint32_t)depth);

	if (jump->at != 0)
		return;
	*jump = (struct stem_jump){ key, at, (uint32_t)depth };
	if (++g->jumps > ((size_t)1 << g->jumpbits) / 2)
		more_jumps(g);
}

/* Tell a bin that a stem of this depth is in it. */
static void
lower_bin(struct stem_gate *g, size_t bin, const struct way *w)
{
	uint8_t spared = (uint8_t)(STEM_GATE_KEY - w->depth);

	if (g->filter->spared[bin] < spared)
		g->filter->spared[bin] = spared;
}

/* Open a bin's gate to the beginning of a stem, as deep as the bin is. */
static void
open_bin(struct stem_gate *g, size_t bin, const struct way *w)
{
	struct stem_gate_filter *f = g->filter;
	size_t depth = (size_t)STEM_GATE_KEY - f->spared[bin];
	uint64_t key = load(w->class) & f->mask[f->spared[bin]];
	size_t bit = hash(key) >> (64 - BEGIN_BITS);

	f->begin[bit >> 3] |= (uint8_t)(1 << (bit & 7));
	add_jump(g, key, depth, w->tree->node[w->node[depth]].at);
}

/* Do it for the stem's bin; for all bins that a short one may stand in. */
static void
for_bins(struct stem_gate *g, const struct way *w,
    void (*act)(struct stem_gate *, size_t, const struct way *), size_t depth,
    uint8_t class[FIRST])
{
	uint8_t key[STEM_GATE_KEY] = { 0 };

	if (depth == FIRST) {
		memcpy(key, class, FIRST);
		act(g, bin_of(g->filter, load(key)), w);
		return;
	}
	for (unsigned c = 0; c < LETTERS_FIRST + LETTERS_MOST; c++) {
		class[depth] = (uint8_t)c;
		for_bins(g, w, act, depth + 1, class);
	}
}

/* Whether a stem, or the first word of one, may be over at a node. */
static bool
is_over(const struct stem_tree *t, const struct stem_node *n)
{
	bool over = n->stem != 0 || n->class == STEM_TREE_BOUNDARY;

	for (uint32_t c = n->child; c != 0; c = t->node[c].next)
		over = over || t->node[c].class == STEM_TREE_GAP;
	return over;
}

/* Act for each stem below a node, or where it is as deep as a key. */
static void
for_stems(struct stem_gate *g, struct way *w,
    void (*act)(struct stem_gate *, size_t, const struct way *))
{
	const struct stem_node *node = w->tree->node;
	uint32_t n = w->node[w->depth];

	if (w->depth == STEM_GATE_KEY ||
	    (w->depth > 0 && is_over(w->tree, &node[n]))) {
		uint8_t class[FIRST];

		memcpy(class, w->class, FIRST);
		for_bins(g, w, act, w->depth < FIRST ? w->depth : FIRST,
		    class);
		return;
	}
	for (uint32_t c = node[n].child; c != 0; c = node[c].next) {
		if (w->depth == 0 && node[c].class == STEM_TREE_BOUNDARY)
			continue;
		w->class[w->depth++] = node[c].class;
		w->node[w->depth] = c;
		for_stems(g, w, act);
		w->class[--w->depth] = 0;
	}
}

void
stem_gate_build(struct stem_gate *g, const struct stem_tree *t, uint32_t node)
{
	struct way w = { .tree = t, .node = { node } };
	uint8_t ones[STEM_GATE_KEY] = { 0 };

	g->filter = zeroed(1, sizeof(*g->filter));
	for (size_t depth = 1; depth <= STEM_GATE_KEY; depth++) {
		ones[depth - 1] = 0xff;
		g->filter->mask[STEM_GATE_KEY - depth] = load(ones);
	}
	g->filter->first = g->filter->mask[STEM_GATE_KEY - FIRST];
	more_jumps(g);
	for_stems(g, &w, lower_bin);
	for_stems(g, &w, open_bin);
}

size_t
stem_gate_pick(const struct stem_gate *g, const uint8_t *text,
    const uint32_t *from, size_t n, uint32_t *to)
{
	const struct stem_gate_filter *f = g->filter;
	const uint64_t first = f->first;
	size_t count = 0;

	/* No branch waits for what is at a place. */
	for (size_t i = 0; i < n; i++) {
		uint32_t at = from != NULL ? from[i] : (uint32_t)i;
		uint64_t key = load(text + at);
		size_t bin = hash(key & first) >> (64 - BIN_BITS);
		size_t bit = hash(key & f->mask[f->spared[bin]]) >>
		    (64 - BEGIN_BITS);

		to[count] = at;
		count += f->begin[bit >> 3] >> (bit & 7) & 1;
	}
	return count;
}

uint32_t
stem_gate_place(const struct stem_gate *g, const uint8_t *text, size_t *depth)
{
	const struct stem_gate_filter *f = g->filter;
	uint64_t key = load(text);
	uint8_t spared = f->spared[bin_of(f, key)];

	*depth = (size_t)STEM_GATE_KEY - spared;
	return jump_of(g, key & f->mask[spared], (uint32_t)*depth)->at;
}

void
stem_gate_free(struct stem_gate *g)
{
	free(g->filter);
	free(g->jump);
	*g = (struct stem_gate){ 0 };
}
