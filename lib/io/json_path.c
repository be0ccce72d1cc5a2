#include <string.h>

#include "io/json_path.h"

#define INDEX_MAX 9999

static bool
take(struct str *rest, char c)
{
	if (rest->n == 0 || rest->p[0] != c)
		return false;
	rest->p++;
	rest->n--;
	return true;
}

/* A key between quotes, of which the first is taken. */
static bool
take_quoted(struct arena *a, struct str *rest, struct str *key)
{
	char *text = arena_alloc(a, rest->n + 1);
	size_t n = 0;

	while (rest->n > 0) {
		char c = rest->p[0];

		take(rest, c);
		if (c == '"' && !take(rest, '"')) {
			*key = (struct str){ text, n };
			return true;
		}
		text[n++] = c;
	}
	return false;
}

/* A key, up to the sign that ends it. */
static bool
take_key(struct arena *a, struct str *rest, struct str *key)
{
	struct str s = *rest;

	if (take(rest, '"'))
		return take_quoted(a, rest, key);
	for (s.n = 0; s.n < rest->n; s.n++)
		if (memchr(".[]\"", rest->p[s.n], 4) != NULL)
			break;
	rest->p += s.n;
	rest->n -= s.n;
	*key = s;
	return s.n > 0;
}

/* The number of an item, with its brackets, of which the first is taken. */
static bool
take_index(struct str *rest, size_t *index)
{
	struct str digits = *rest;
	long n;

	for (digits.n = 0; digits.n < rest->n; digits.n++)
		if (rest->p[digits.n] == ']')
			break;
	if (!str_number(digits, 0, INDEX_MAX, &n))
		return false;
	rest->p += digits.n;
	rest->n -= digits.n;
	*index = (size_t)n;
	return take(rest, ']');
}

static struct json_path *
add_child(struct arena *a, struct json_path *p)
{
	struct json_path *child = arena_alloc(a, sizeof(*child));

	child->field = JSON_PATH_NONE;
	if (p->count == p->room) {
		struct json_path **old = p->child;

		p->room = p->room * 2 + 4;
		p->child = arena_array(a, p->room, sizeof(struct json_path *));
		if (p->count > 0)
			memcpy(p->child, old, p->count * sizeof(*old));
	}
	return p->child[p->count++] = child;
}

static struct json_path *
step_key(struct arena *a, struct json_path *p, struct str key)
{
	size_t n = map_add(&p->keys, key);

	p->object = true;
	if (n < p->count)
		return p->child[n];
	add_child(a, p)->key = map_key(&p->keys, n);
	return p->child[n];
}

static struct json_path *
step_item(struct arena *a, struct json_path *p, size_t index)
{
	struct json_path *item = json_path_item(p, index);

	p->array = true;
	if (item == NULL) {
		item = add_child(a, p);
		item->index = index;
	}
	return item;
}

const char *
json_path_add(struct arena *a, struct json_path *tree, struct str path,
    size_t field)
{
	static const char none[] = "not a path, such as name, address.city or "
	    "people[0].name (a key with . [ ] or \" stands in quotes)";
	static const char other[] = "another path needs something else to "
	    "stand where this one goes";
	struct json_path *p = tree;
	struct str key;
	size_t index;

	if (!take_key(a, &path, &key))
		return none;
	p = step_key(a, p, key);
	while (path.n > 0) {
		if (p->field != JSON_PATH_NONE)
			return other;
		if (take(&path, '[')) {
			if (!take_index(&path, &index))
				return none;
			if (p->object)
				return other;
			p = step_item(a, p, index);
		} else {
			if (!take(&path, '.') || !take_key(a, &path, &key))
				return none;
			if (p->array)
				return other;
			p = step_key(a, p, key);
		}
	}
	if (p->count > 0 || p->field != JSON_PATH_NONE)
		return other;
	p->field = field;
	return NULL;
}

void
json_path_add_key(struct arena *a, struct json_path *tree, struct str key,
    size_t field)
{
	step_key(a, tree, key)->field = field;
}

struct json_path *
json_path_key(struct json_path *p, struct str key)
{
	size_t n = p->next < p->count ? p->next : 0;

	/* Objects mostly have their keys in one order. */
	if (p->count == 0 || !str_eq(p->child[n]->key, key))
		n = map_find(&p->keys, key);
	if (n == MAP_NONE)
		return NULL;
	p->next = n + 1;
	return p->child[n];
}

struct json_path *
json_path_item(struct json_path *p, size_t index)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->child[i]->index == index)
			return p->child[i];
	return NULL;
}

void
json_path_free(struct json_path *tree)
{
	for (size_t i = 0; i < tree->count; i++)
		json_path_free(tree->child[i]);
	map_free(&tree->keys);
}

bool
json_path_cut(struct arena *a, struct str *path, struct str *key)
{
	return take_key(a, path, key) && (path->n == 0 ||
	    (take(path, '.') && path->n > 0));
}
