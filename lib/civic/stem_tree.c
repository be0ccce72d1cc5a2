#include <stdlib.h>

#include "base/buf.h"
#include "base/die.h"
#include "civic/stem_tree.h"

enum { NODES_MAX = 1 << 22 };

uint32_t
stem_tree_find(const struct stem_tree *t, uint32_t node, uint8_t class)
{
	uint32_t i = t->nodes > 0 ? t->node[node].child : 0;

	while (i != 0 && t->node[i].class != class)
		i = t->node[i].next;
	return i;
}

static uint32_t
add_node(struct stem_tree *t, struct stem_node node)
{
	if (t->nodes == NODES_MAX)
		die("too many stems: over %d letters", NODES_MAX);
	t->node = buf_grow(t->node, &t->room, t->nodes + 1, sizeof(*t->node));
	t->node[t->nodes] = node;
	return (uint32_t)t->nodes++;
}

uint32_t
stem_tree_child(struct stem_tree *t, uint32_t node, uint8_t class)
{
	uint32_t i = stem_tree_find(t, node, class);

	if (i != 0)
		return i;
	if (t->nodes == 0)
		add_node(t, (struct stem_node){ 0 });
	i = add_node(t, (struct stem_node){ .class = class,
	    .next = t->node[node].child });
	return t->node[node].child = i;
}

/* Write a node, three words at the most, and after it all that is below it. */
static void
write_node(struct stem_tree *t, uint32_t node)
{
	uint32_t first = t->node[node].child, gap = 0, children = 0;
	size_t at = t->codes, slot;

	t->node[node].at = (uint32_t)at;
	t->code[t->codes++] = t->node[node].stem != 0 ? STEM_TREE_ENDS : 0;
	if (t->node[node].stem != 0)
		t->code[t->codes++] = t->node[node].stem - 1;
	for (uint32_t c = first; c != 0; c = t->node[c].next)
		if (t->node[c].class == STEM_TREE_GAP)
			gap = c;
		else if (children++ == 0)
			t->code[at] |= t->node[c].class;
	t->code[at] |= children << STEM_TREE_CHILDREN |
	    (gap != 0 ? STEM_TREE_GAPS : 0);
	slot = t->codes;
	t->codes += (gap != 0) + (children > 1 ? children : 0);
	for (uint32_t c = first; c != 0; c = t->node[c].next) {
		if (c == gap)
			continue;
		if (children > 1)
			t->code[slot++ + (gap != 0)] = (uint32_t)t->codes |
			    (uint32_t)t->node[c].class << 24;
		write_node(t, c);
	}
	if (gap != 0) {
		t->code[at + 1 + (t->node[node].stem != 0)] =
		    (uint32_t)t->codes;
		write_node(t, gap);
	}
}

void
stem_tree_write(struct stem_tree *t)
{
	if (t->nodes == 0)
		add_node(t, (struct stem_node){ 0 });
	t->code = malloc(3 * t->nodes * sizeof(*t->code));
	if (t->code == NULL)
		die("out of memory");
	write_node(t, 0);
}

void
stem_tree_forget(struct stem_tree *t)
{
	free(t->node);
	t->node = NULL;
	t->nodes = t->room = 0;
}

void
stem_tree_free(struct stem_tree *t)
{
	stem_tree_forget(t);
	free(t->code);
	*t = (struct stem_tree){ 0 };
}
