#ifndef IO_RULES_TREE_H
#define IO_RULES_TREE_H

/* Building the tree of a YAML file, for io/rules.c and io/rules_plain.c. */

#include "base/map.h"
#include "io/rules.h"

/* Give a list or a map room for one more. */
void rules_tree_grow(struct arena *a, struct rule *r, size_t *room);

/* Whether a map that is being read has the key; seen is the map's own. */
bool rules_tree_has(struct map *seen, const struct rule *r, struct str key);

#endif
