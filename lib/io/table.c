#include <stdlib.h>

#include "base/buf.h"
#include "io/kind.h"
#include "io/table.h"

struct reader {
	struct table *table;
	struct arena *arena;
	struct rec *in;
	const struct schema *schema;
	size_t *place;		/* of the schema's fields in the input */
	size_t by;		/* of them */
	size_t *want, wants;
};

static void
read_words(struct reader *r, const char *fields)
{
	struct str rest = str_of(fields);

	r->want = arena_array(r->arena, rest.n + 1, sizeof(*r->want));
	while (rest.n > 0)
		r->want[r->wants++] = kind_field(r->schema,
		    str_cut(&rest, ' '));
}

static struct str
value(struct reader *r, size_t field)
{
	return rec_value(r->in, r->place[field]);
}

/* The parts of the record's key, with this between them. */
static struct str
key_of(struct reader *r, char between, struct buf *key)
{
	for (size_t i = 0; i < r->schema->keys; i++) {
		if (i > 0)
			buf_byte(key, between);
		buf_add(key, value(r, r->schema->key[i]));
	}
	return buf_str(key);
}

/* Whether the record's key is new; else it is refused. */
static bool
is_new(struct reader *r)
{
	struct map *keys = &r->table->keys;
	struct buf key = { 0 };
	size_t known = keys->count;
	bool new = map_add(keys, key_of(r, '\t', &key)) == known;

	if (!new) {
		struct str shown;

		buf_clear(&key);
		shown = key_of(r, ' ', &key);
		rec_refuse(r->in, REC_NONE, "a record with this key came "
		    "before: '%.*s'", STR_ARG(shown));
	}
	buf_free(&key);
	return new;
}

static void
add(struct reader *r, const struct str *values)
{
	struct table *t = r->table;
	size_t known = t->texts.count;
	size_t n = map_add(&t->texts, value(r, r->by));
	struct table_row row = { .next = TABLE_NONE };
	struct str *kept = arena_array(r->arena, r->wants, sizeof(*kept));

	for (size_t i = 0; i < r->wants; i++)
		kept[i] = arena_copy(r->arena, values[i]);
	row.value = kept;
	row.where = arena_copy(r->arena, str_of(rec_where(r->in)));
	if (n == known) {
		size_t room = t->texts_room;

		t->first = buf_grow(t->first, &room, n + 1, sizeof(*t->first));
		t->last = buf_grow(t->last, &t->texts_room, n + 1,
		    sizeof(*t->last));
		t->first[n] = t->count;
	} else {
		t->row[t->last[n]].next = t->count;
	}
	t->last[n] = t->count;
	t->row = buf_grow(t->row, &t->rows_room, t->count + 1,
	    sizeof(*t->row));
	t->row[t->count++] = row;
}

struct table *
table_read(struct arena *a, const char *file, const char *kind,
    const char *by, const char *fields,
    bool (*check)(void *with, struct rec *in, const struct str *value),
    void *with)
{
	char *files[] = { arena_string(a, str_of(file != NULL ? file : "")),
	    NULL };
	struct reader r = { .arena = a };
	struct str *values;

	if (file == NULL)
		return NULL;
	r.table = arena_alloc(a, sizeof(*r.table));
	r.schema = kind_schema(a, kind);
	r.by = kind_field(r.schema, str_of(by));
	read_words(&r, fields);
	values = arena_array(a, r.wants, sizeof(*values));
	r.in = rec_open(files);
	r.place = kind_places(a, r.schema, r.in);
	while (rec_next(r.in)) {
		if (!kind_check(r.schema, r.in, r.place) || !is_new(&r))
			continue;
		for (size_t i = 0; i < r.wants; i++)
			values[i] = value(&r, r.want[i]);
		if (check == NULL || check(with, r.in, values))
			add(&r, values);
	}
	r.table->refused = rec_refused(r.in);
	rec_close(r.in);
	return r.table;
}

bool
table_has(const struct table *t, struct str key)
{
	return map_find(&t->keys, key) != MAP_NONE;
}

size_t
table_find(const struct table *t, struct str text)
{
	size_t n = t == NULL ? MAP_NONE : map_find(&t->texts, text);

	return n == MAP_NONE ? TABLE_NONE : t->first[n];
}

void
table_free(struct table *t)
{
	if (t == NULL)
		return;
	map_free(&t->texts);
	map_free(&t->keys);
	free(t->first);
	free(t->last);
	free(t->row);
}
