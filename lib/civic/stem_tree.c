#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "civic/stem_tree.h"

enum {
	CLASSES_MAX = 1 << 22,
	COUNTED = 4,	/* classes by which paths are counted out; even */
};

static int
by_classes(const void *left, const void *right)
{
	const struct stem_path *a = left, *b = right;
	size_t n = a->count < b->count ? a->count : b->count;
	int order = memcmp(a->class, b->class, n);

	if (order != 0)
		return order;
	return a->count < b->count ? -1 : a->count > b->count;
}

/* The class at a depth, + 1; 0 behind the last. */
static size_t
class_at(const struct stem_path *path, size_t depth)
{
	return depth < path->count ? path->class[depth] + (size_t)1 : 0;
}

/* Put paths in the order of their classes at a depth, and else as they were. */
static void
sort_at(const struct stem_path *path, struct stem_path *to, size_t count,
    size_t depth)
{
	size_t place[UINT8_MAX + 3] = { 0 };

	for (size_t i = 0; i < count; i++)
		place[class_at(&path[i], depth) + 1]++;
	for (size_t i = 1; i < UINT8_MAX + 3; i++)
		place[i] += place[i - 1];
	for (size_t i = 0; i < count; i++)
		to[place[class_at(&path[i], depth)]++] = path[i];
}

static bool
begins_as(const struct stem_path *a, const struct stem_path *b)
{
	for (size_t depth = 0; depth < COUNTED; depth++)
		if (class_at(a, depth) != class_at(b, depth))
			return false;
	return true;
}

void
stem_tree_sort(struct stem_path *path, size_t count)
{
	struct stem_path *other = malloc((count + 1) * sizeof(*other));
	size_t next;

	if (other == NULL)
		die("out of memory");
	for (size_t depth = COUNTED; depth > 0; depth -= 2) {
		sort_at(path, other, count, depth - 1);
		sort_at(other, path, count, depth - 2);
	}
	free(other);
	for (size_t i = 0; i < count; i = next) {
		for (next = i + 1; next < count &&
		    begins_as(&path[i], &path[next]);)
			next++;
		if (next - i > 1)
			qsort(&path[i], next - i, sizeof(*path), by_classes);
	}
}

/* The first path behind those that have the first one's class at a depth. */
static const struct stem_path *
after_child(const struct stem_path *path, const struct stem_path *end,
    size_t depth)
{
	unsigned class = path->class[depth];

	while (path < end && path->class[depth] == class)
		path++;
	return path;
}

/* Write the nodes of one path from a depth on.  Returns the place behind. */
static size_t
write_rest(uint32_t *tree, size_t at, const struct stem_path *path,
    size_t depth)
{
	for (; depth < path->count; depth++)
		if (path->class[depth] == STEM_TREE_GAP) {
			tree[at++] = STEM_TREE_GAPS;
			tree[at] = (uint32_t)at + 1;
			at++;
		} else {
			tree[at++] = 1 << STEM_TREE_CHILDREN |
			    path->class[depth];
		}
	tree[at++] = STEM_TREE_ENDS;
	tree[at++] = path->stem;
	return at;
}

/*
 * Write the node of paths that are the same before a depth, three words at
 * the most, and after it all that is below it.  Returns the place behind.
 */
static size_t
write_node(uint32_t *tree, size_t at, const struct stem_path *path,
    const struct stem_path *end, size_t depth)
{
	const struct stem_path *next;
	uint32_t children = 0, *node, *gap = NULL;
	size_t slot;

	if (end - path == 1)
		return write_rest(tree, at, path, depth);
	node = &tree[at++];
	*node = 0;
	if (path < end && path->count == depth) {
		*node |= STEM_TREE_ENDS;
		tree[at++] = path++->stem;
	}
	for (const struct stem_path *p = path; p < end; p = next) {
		next = after_child(p, end, depth);
		if (p->class[depth] == STEM_TREE_GAP)
			gap = &tree[at++];
		else if (children++ == 0)
			*node |= p->class[depth];
	}
	*node |= children << STEM_TREE_CHILDREN |
	    (gap != NULL ? STEM_TREE_GAPS : 0);
	slot = at;
	at += children > 1 ? children : 0;
	/* An only child stands before what is behind the gap. */
	for (int gaps = 0; gaps < 2; gaps++)
		for (const struct stem_path *p = path; p < end; p = next) {
			next = after_child(p, end, depth);
			if ((p->class[depth] == STEM_TREE_GAP) != gaps)
				continue;
			if (gaps)
				*gap = (uint32_t)at;
			else if (children > 1)
				tree[slot++] = (uint32_t)at |
				    (uint32_t)p->class[depth] << 24;
			at = write_node(tree, at, p, next, depth + 1);
		}
	return at;
}

uint32_t *
stem_tree_write(const struct stem_path *path, size_t count)
{
	size_t nodes = 1;
	uint32_t *tree;

	for (size_t i = 0; i < count; i++)
		nodes += path[i].count;
	if (nodes > CLASSES_MAX)
		die("too many stems: over %d letters", CLASSES_MAX);
	tree = malloc(3 * nodes * sizeof(*tree));
	if (tree == NULL)
		die("out of memory");
	write_node(tree, 0, path, path + count, 0);
	return tree;
}

size_t
stem_tree_next(const uint32_t *tree, size_t place, unsigned class)
{
	uint32_t node = tree[place++];
	uint32_t children = node >> STEM_TREE_CHILDREN & 0xff;

	place += (node & STEM_TREE_ENDS) != 0;
	if (class == STEM_TREE_GAP)
		return node & STEM_TREE_GAPS ? tree[place] : 0;
	place += (node & STEM_TREE_GAPS) != 0;
	if (children == 1)
		return (node & 0xff) == class ? place : 0;
	for (; children > 4; children -= children / 2)
		if (tree[place + children / 2] >> 24 <= class)
			place += children / 2;
	for (; children > 0; children--, place++)
		if (tree[place] >> 24 == class)
			return tree[place] & STEM_TREE_PLACE;
	return 0;
}
