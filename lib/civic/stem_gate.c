#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "civic/stem_gate.h"

/*
 * Stems that share their first three classes share a bin.  A bin knows the
 * depth that all its stems have, KEY classes at most; so many classes of a
 * text are hashed, and a bit tells whether a stem begins with them.
 */
enum { FIRST = 3, BIN_BITS = 14, BEGIN_BITS = 16 };

struct stem_gate_filter {
	uint8_t spared[1 << BIN_BITS];	/* STEM_GATE_KEY less the depth */
	uint8_t begin[1 << BEGIN_BITS >> 3];	/* a bit each */
	uint64_t mask[STEM_GATE_KEY];	/* by what is spared */
	uint64_t first;		/* the mask of FIRST classes */
};

/* From the first classes of stems, zeros behind them, to a node. */
struct stem_jump {
	uint64_t key;
	uint32_t node;		/* 0: a free entry */
	uint32_t depth;
};

/* The beginning of a stem, as much of it as a gate looks at. */
struct beginning {
	uint8_t class[STEM_GATE_KEY];	/* zeros behind it */
	size_t depth;
	const uint32_t *tree;
	size_t node[STEM_GATE_KEY + 1];	/* before each, and behind the last; */
	size_t known;			/* so many behind the first are known */
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

	while (g->jump[i].node != 0 &&
	    (g->jump[i].key != key || g->jump[i].depth != depth))
		i = (i + 1) & last;
	return &g->jump[i];
}

/* Tell a bin that a stem of this depth is in it. */
static void
lower_bin(struct stem_gate *g, size_t bin, struct beginning *b)
{
	uint8_t spared = (uint8_t)(STEM_GATE_KEY - b->depth);

	if (g->filter->spared[bin] < spared)
		g->filter->spared[bin] = spared;
}

/* Open a bin's gate to the beginning of a stem, as deep as the bin is. */
static void
open_bin(struct stem_gate *g, size_t bin, struct beginning *b)
{
	struct stem_gate_filter *f = g->filter;
	uint32_t depth = STEM_GATE_KEY - f->spared[bin];
	uint64_t key = load(b->class) & f->mask[f->spared[bin]];
	size_t bit = hash(key) >> (64 - BEGIN_BITS);
	struct stem_jump *jump = jump_of(g, key, depth);

	if (jump->node != 0)
		return;
	for (; b->known < depth; b->known++)
		b->node[b->known + 1] = stem_tree_next(b->tree,
		    b->node[b->known], b->class[b->known]);
	*jump = (struct stem_jump){ key, (uint32_t)b->node[depth], depth };
	f->begin[bit >> 3] |= (uint8_t)(1 << (bit & 7));
}

/* Do it for the stem's bin; for all bins that a short one may stand in. */
static void
for_bins(struct stem_gate *g, struct beginning *b,
    void (*act)(struct stem_gate *, size_t, struct beginning *),
    size_t depth, uint8_t class[STEM_GATE_KEY])
{
	if (depth >= FIRST) {
		act(g, bin_of(g->filter, load(class)), b);
		return;
	}
	for (unsigned c = 0; c < LETTERS_FIRST + LETTERS_MOST; c++) {
		class[depth] = (uint8_t)c;
		for_bins(g, b, act, depth + 1, class);
	}
}

/*
 * Go over to another stem: up to where its word ends or may end, or where it
 * is as long as a key.
 */
static void
begin(struct beginning *b, const struct stem_path *path, size_t from)
{
	const struct beginning before = *b;

	memset(b->class, 0, sizeof(b->class));
	b->depth = 0;
	for (size_t i = from; i < path->count && b->depth < STEM_GATE_KEY;
	    i++) {
		if (path->class[i] == STEM_TREE_GAP)
			break;
		b->class[b->depth++] = path->class[i];
		if (path->class[i] == STEM_TREE_BOUNDARY)
			break;
	}
	b->known = 0;
	while (b->known < before.known &&
	    b->class[b->known] == before.class[b->known])
		b->known++;
}

static void
make_masks(struct stem_gate_filter *f)
{
	uint8_t ones[STEM_GATE_KEY] = { 0 };

	for (size_t depth = 1; depth <= STEM_GATE_KEY; depth++) {
		ones[depth - 1] = 0xff;
		f->mask[STEM_GATE_KEY - depth] = load(ones);
	}
	f->first = f->mask[STEM_GATE_KEY - FIRST];
}

/* Room for the keys, and a third more: one for a stem, two for a short one. */
static void
make_jumps(struct stem_gate *g, const struct stem_path *path, size_t count,
    size_t from)
{
	size_t keys = 0;

	for (size_t i = 0; i < count; i++)
		keys += path[i].count < from + FIRST ? 2 : 1;
	g->jumpbits = 6;
	while (((size_t)3 << g->jumpbits) / 4 < keys)
		g->jumpbits++;
	g->jump = zeroed((size_t)1 << g->jumpbits, sizeof(*g->jump));
}

static void
for_stems(struct stem_gate *g, const uint32_t *tree,
    const struct stem_path *path, size_t count, size_t from,
    void (*act)(struct stem_gate *, size_t, struct beginning *))
{
	struct beginning b = { .tree = tree };

	for (size_t i = 0; i < from; i++)
		b.node[0] = stem_tree_next(tree, b.node[0], path->class[i]);
	for (size_t i = 0; i < count; i++) {
		uint8_t class[STEM_GATE_KEY];

		begin(&b, &path[i], from);
		memcpy(class, b.class, sizeof(class));
		for_bins(g, &b, act, b.depth, class);
	}
}

void
stem_gate_build(struct stem_gate *g, const uint32_t *tree,
    const struct stem_path *path, size_t count, size_t from)
{
	g->filter = zeroed(1, sizeof(*g->filter));
	make_masks(g->filter);
	make_jumps(g, path, count, from);
	for_stems(g, tree, path, count, from, lower_bin);
	for_stems(g, tree, path, count, from, open_bin);
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
stem_gate_node(const struct stem_gate *g, const uint8_t *text, size_t *depth)
{
	const struct stem_gate_filter *f = g->filter;
	uint64_t key = load(text);
	uint8_t spared = f->spared[bin_of(f, key)];

	*depth = (size_t)STEM_GATE_KEY - spared;
	return jump_of(g, key & f->mask[spared], (uint32_t)*depth)->node;
}

void
stem_gate_free(struct stem_gate *g)
{
	free(g->filter);
	free(g->jump);
	*g = (struct stem_gate){ 0 };
}
