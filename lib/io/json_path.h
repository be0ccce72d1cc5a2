#ifndef IO_JSON_PATH_H
#define IO_JSON_PATH_H

/*
 * The ways to values in an object, as a tree: `title`, `address.city`,
 * `people[0].name`.  A key that holds one of . [ ] " stands between
 * quotes ("), with a quote in it doubled: `"e.g.".name`.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

#define JSON_PATH_NONE ((size_t)-1)

/* A tree of all zeros, whose field is none, is empty and ready. */
struct json_path {
	size_t field;		/* whose value stands here, or none */
	bool object, array;	/* what must stand here, as a path goes on */
	size_t seen;		/* for the reader: the object it was last in */

	/* The rest is for json_path.c alone. */
	size_t index;		/* of an item of an array, */
	struct str key;		/* or of a member of an object */
	struct map keys;	/* of an object */
	struct json_path **child;
	size_t count, room, next;
};

/*
 * Add the way to a field.  NULL if it is in the tree now, else why it is not:
 * it is no path, or it needs something else to stand where another one goes.
 */
const char *json_path_add(struct arena *a, struct json_path *tree,
    struct str path, size_t field);

/* Add a field that is a key of the object, as it stands. */
void json_path_add_key(struct arena *a, struct json_path *tree,
    struct str key, size_t field);

/* Where a key, or an item, of what stands here leads, or NULL. */
struct json_path *json_path_key(struct json_path *p, struct str key);
struct json_path *json_path_item(struct json_path *p, size_t index);

/* Free what is not in the arena. */
void json_path_free(struct json_path *tree);

/*
 * Cut the key that a path starts with off its front, and the point behind
 * it.  False if it starts with none.
 */
bool json_path_cut(struct arena *a, struct str *path, struct str *key);

#endif
