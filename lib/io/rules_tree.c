#include "io/rules_tree.h"

#include <string.h>

void
rules_tree_grow(struct arena *a, struct rule *r, size_t *room)
{
	size_t more = *room > 0 ? *room * 2 : 4;

	if (r->count < *room)
		return;
	struct rule *item = arena_array(a, more, sizeof(*item));
	struct str *key = arena_array(a, more, sizeof(*key));
	size_t *line = arena_array(a, more, sizeof(*line));

	if (r->count > 0) {
		memcpy(item, r->item, r->count * sizeof(*item));
		memcpy(key, r->key, r->count * sizeof(*key));
		memcpy(line, r->key_line, r->count * sizeof(*line));
	}
	r->item = item;
	r->key = key;
	r->key_line = line;
	*room = more;
}

/* Few keys are compared with each other; many are kept in a map. */
bool
rules_tree_has(struct map *seen, const struct rule *r, struct str key)
{
	enum { FEW = 12 };

	if (r->count < FEW) {
		for (size_t i = 0; i < r->count; i++)
			if (str_eq(r->key[i], key))
				return true;
		return false;
	}
	for (size_t i = seen->count; i < r->count; i++)
		map_add(seen, r->key[i]);
	return map_add(seen, key) < r->count;
}
