#include "io/councils.h"

#include <stdlib.h>

#include "base/buf.h"

#define AMBIGUOUS TABLE_NONE

static void
add_name(struct councils *c, struct str level, struct str name, size_t row)
{
	struct buf key = { 0 };
	size_t known = c->names.count, i;

	if (name.n == 0)
		return;
	buf_printf(&key, "%.*s\t%.*s", STR_ARG(level), STR_ARG(name));
	i = map_add(&c->names, buf_str(&key));
	buf_free(&key);
	c->row = buf_grow(c->row, &c->room, i + 1, sizeof(*c->row));
	c->row[i] = i == known || c->row[i] == row ? row : AMBIGUOUS;
}

struct councils *
councils_read(struct arena *a, const char *file)
{
	struct councils *c;

	if (file == NULL)
		return NULL;
	c = arena_alloc(a, sizeof(*c));
	c->table = table_read(a, file, "council", "id", "id name_kk name_ru "
	    "level body region law formed until", NULL, NULL);
	for (size_t i = 0; i < c->table->count; i++) {
		const struct str *v = c->table->row[i].value;

		for (size_t n = COUNCILS_KK; n <= COUNCILS_RU; n++) {
			add_name(c, v[COUNCILS_LEVEL], v[n], i);
			add_name(c, STR(""), v[n], i);
		}
	}
	return c;
}

size_t
councils_find(const struct councils *c, struct str text, struct str level)
{
	struct buf key = { 0 };
	size_t i;

	if (c == NULL)
		return TABLE_NONE;
	i = table_find(c->table, text);
	if (i != TABLE_NONE)
		return i;
	buf_printf(&key, "%.*s\t%.*s", STR_ARG(level), STR_ARG(text));
	i = map_find(&c->names, buf_str(&key));
	buf_free(&key);
	return i == MAP_NONE ? TABLE_NONE : c->row[i];
}

struct str
councils_value(const struct councils *c, size_t row, size_t field)
{
	return c->table->row[row].value[field];
}

int
councils_close(struct councils *c)
{
	int status;

	if (c == NULL)
		return 0;
	status = c->table->refused > 0 ? REFUSED : 0;
	table_free(c->table);
	map_free(&c->names);
	free(c->row);
	return status;
}
