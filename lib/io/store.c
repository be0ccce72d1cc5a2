#include "io/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "civic/decimal.h"
#include "io/store_table.h"

void
store_make(struct sql *s)
{
	sql_run(s, "CREATE TABLE reg_field ("
	    "kind TEXT NOT NULL, place INTEGER NOT NULL, field TEXT NOT NULL,"
	    "type TEXT NOT NULL, key INTEGER,"
	    "PRIMARY KEY (kind, place))" SQL_BY_KEY);
}

struct str *
store_kinds(struct sql *s, struct arena *a, size_t *count)
{
	struct sql_query *q = sql_prepare(s, STR(
	    "SELECT kind FROM reg_field WHERE place = 0 ORDER BY kind"));
	struct str *kinds = arena_array(a, (size_t)sql_number(s,
	    "SELECT count(*) FROM reg_field WHERE place = 0") + 1,
	    sizeof(*kinds));

	for (*count = 0; sql_next(q); (*count)++)
		kinds[*count] = arena_copy(a, sql_text(q, 0));
	sql_done(q);
	return kinds;
}

/* Which types are stored as whole numbers, and of what. */
static void
read_type(struct store_column *c)
{
	struct str places = c->type;
	long n = 0;

	if (str_eq(c->type, STR("money")))
		n = 2;
	else if (str_starts(c->type, STR("decimal("))) {
		str_cut(&places, '(');
		if (!str_number(str_cut(&places, ')'), 1, DECIMAL_PLACES_MAX,
		    &n))
			return;
	} else if (!str_eq(c->type, STR("integer")))
		return;
	c->units = true;
	c->places = (int)n;
}

static size_t
count_columns(const struct store *t)
{
	struct sql_query *q = sql_prepare(t->sql, STR(
	    "SELECT count(*) FROM reg_field WHERE kind = $1"));
	int64_t n;

	sql_bind_text(q, 1, t->kind);
	n = sql_next(q) ? sql_int(q, 0) : 0;
	sql_done(q);
	return (size_t)n;
}

/* Read what the columns are. */
static void
read_columns(struct store *t)
{
	size_t count = count_columns(t);
	struct sql_query *q = sql_prepare(t->sql, STR(
	    "SELECT field, type, key FROM reg_field WHERE kind = $1 "
	    "ORDER BY place"));

	sql_bind_text(q, 1, t->kind);
	t->column = arena_array(t->arena, count + 1, sizeof(*t->column));
	t->key = arena_array(t->arena, count + 1, sizeof(*t->key));
	t->value = arena_array(t->arena, count + 1, sizeof(*t->value));
	t->parsed = arena_array(t->arena, count + 1, sizeof(*t->parsed));
	t->digits = arena_array(t->arena, count + 1, sizeof(*t->digits));
	t->bound = arena_array(t->arena, count + 1, sizeof(*t->bound));
	t->keys = 0;
	for (t->count = 0; t->count < count && sql_next(q); t->count++) {
		struct store_column *c = &t->column[t->count];
		int64_t key = sql_int(q, 2);

		c->name = arena_copy(t->arena, sql_text(q, 0));
		c->type = arena_copy(t->arena, sql_text(q, 1));
		read_type(c);
		if (key > 0 && (size_t)key <= count) {
			t->key[key - 1] = t->count;
			t->keys++;
		}
	}
	sql_done(q);
}

static struct sql_query *
prepare(const struct store *t, struct buf *text)
{
	struct sql_query *q = sql_prepare(t->sql, buf_str(text));

	buf_free(text);
	return q;
}

void
store_columns(struct buf *text, const struct store *t)
{
	for (size_t i = 0; i < t->count; i++) {
		buf_add(text, STR(", "));
		sql_name(text, t->column[i].name);
	}
}

static struct sql_query *
prepare_insert(const struct store *t)
{
	struct buf text = { 0 };

	buf_add(&text, STR("INSERT INTO "));
	sql_name(&text, t->kind);
	buf_add(&text, STR(" (reg_entry, reg_changed"));
	store_columns(&text, t);
	buf_add(&text, STR(") VALUES ($1, $1"));
	for (size_t i = 0; i < t->count; i++)
		buf_printf(&text, ", $%zu", i + 2);
	buf_byte(&text, ')');
	return prepare(t, &text);
}

static struct sql_query *
prepare_update(const struct store *t)
{
	struct buf text = { 0 };

	buf_add(&text, STR("UPDATE "));
	sql_name(&text, t->kind);
	buf_add(&text, STR(" SET reg_changed = $1"));
	for (size_t i = 0; i < t->count; i++) {
		buf_add(&text, STR(", "));
		sql_name(&text, t->column[i].name);
		buf_printf(&text, " = $%zu", i + 2);
	}
	buf_printf(&text, " WHERE reg_entry = $%zu", t->count + 2);
	return prepare(t, &text);
}

static struct sql_query *
prepare_by_key(const struct store *t)
{
	struct buf text = { 0 };

	buf_add(&text, STR("SELECT reg_entry FROM "));
	sql_name(&text, t->kind);
	for (size_t i = 0; i < t->keys; i++) {
		buf_add(&text, i == 0 ? STR(" WHERE ") : STR(" AND "));
		sql_name(&text, t->column[t->key[i]].name);
		buf_printf(&text, " = $%zu", i + 1);
	}
	return prepare(t, &text);
}

static struct sql_query *
prepare_by_entry(const struct store *t)
{
	struct buf text = { 0 };

	buf_add(&text, STR("SELECT reg_changed"));
	store_columns(&text, t);
	buf_add(&text, STR(" FROM "));
	sql_name(&text, t->kind);
	buf_add(&text, STR(" WHERE reg_entry = $1"));
	return prepare(t, &text);
}

static void
done_statements(struct store *t)
{
	sql_done(t->insert);
	sql_done(t->update);
	sql_done(t->by_key);
	sql_done(t->by_entry);
	t->insert = t->update = t->by_key = t->by_entry = NULL;
}

void
store_open(struct store *t, struct sql *s, struct arena *a, struct str kind)
{
	*t = (struct store){ .sql = s, .arena = a,
		.kind = arena_copy(a, kind) };
	read_columns(t);
}

void
store_close(struct store *t)
{
	done_statements(t);
	map_free(&t->loaded);
	free(t->entry);
	canonical_close(&t->reader);
	*t = (struct store){ 0 };
}

void
store_refresh(struct store *t)
{
	done_statements(t);
	read_columns(t);
}

void
store_settle(struct store *t)
{
	done_statements(t);
	if (!t->loading)
		return;
	store_table_index(t);
	t->loading = false;
	map_free(&t->loaded);
	free(t->entry);
	t->entry = NULL;
	t->room = 0;
}

size_t
store_column(const struct store *t, struct str name)
{
	for (size_t i = 0; i < t->count; i++)
		if (str_eq(t->column[i].name, name))
			return i;
	return STR_NONE;
}

struct str
store_written(const struct store *t, size_t column, struct str value,
    char digits[24])
{
	const struct store_column *c = &t->column[column];
	int64_t units;

	if (!c->units || value.n == 0)
		return value;
	if (!decimal_parse(value, c->places, &units))
		die("%s: field %.*s: not a number: '%.*s'", sql_file(t->sql),
		    STR_ARG(c->name), STR_ARG(value));
	return (struct str){ digits, decimal_format(digits, units, c->places) };
}

void
store_key(struct buf *out, const struct store *t, const struct str *value)
{
	for (size_t i = 0; i < t->keys; i++) {
		if (i > 0)
			buf_byte(out, '\t');
		canonical_value(out, value[t->key[i]]);
	}
}

void
store_canonical(struct buf *out, const struct store *t,
    const struct str *value)
{
	canonical_begin(out);
	for (size_t i = 0; i < t->count; i++)
		if (value[i].n > 0)
			canonical_field(out, t->column[i].name, value[i]);
	canonical_end(out);
}

const struct str *
store_parse(struct store *t, struct str text)
{
	struct str name, value;
	size_t column = 0;

	for (size_t i = 0; i < t->count; i++)
		t->parsed[i] = (struct str){ "", 0 };
	canonical_open(&t->reader, text);
	while (canonical_next(&t->reader, &name, &value)) {
		/* They come in the order of the columns. */
		while (column < t->count && !str_eq(t->column[column].name, name))
			column++;
		if (column == t->count)
			return NULL;
		t->parsed[column++] = value;
	}
	return canonical_done(&t->reader) ? t->parsed : NULL;
}

void
store_bind(const struct store *t, struct sql_query *q, int place,
    size_t column, struct str value)
{
	const struct store_column *c = &t->column[column];
	int64_t units;

	if (value.n == 0)
		sql_bind_null(q, place);
	else if (!c->units)
		sql_bind_text(q, place, value);
	else if (decimal_parse(value, c->places, &units))
		sql_bind_int(q, place, units);
	else
		die("%s: field %.*s: not a number: '%.*s'", sql_file(t->sql),
		    STR_ARG(c->name), STR_ARG(value));
}

int64_t
store_find(struct store *t, struct str key, const struct str *value)
{
	int64_t entry;

	if (t->loading) {
		size_t number = map_find(&t->loaded, key);

		return number == MAP_NONE ? 0 : t->entry[number];
	}
	if (t->count == 0)
		return 0;
	if (t->by_key == NULL)
		t->by_key = prepare_by_key(t);
	for (size_t i = 0; i < t->keys; i++)
		store_bind(t, t->by_key, (int)i + 1, t->key[i],
		    value[t->key[i]]);
	entry = sql_next(t->by_key) ? sql_int(t->by_key, 0) : 0;
	sql_reset(t->by_key);
	return entry;
}

const struct str *
store_row(struct store *t, struct sql_query *q, int place)
{
	for (size_t i = 0; i < t->count; i++) {
		const struct store_column *c = &t->column[i];
		int at = place + (int)i;

		if (sql_is_null(q, at))
			t->value[i] = (struct str){ "", 0 };
		else if (c->units)
			t->value[i] = (struct str){ t->digits[i],
				decimal_format(t->digits[i], sql_int(q, at),
				    c->places) };
		else
			t->value[i] = sql_text(q, at);
	}
	return t->value;
}

const struct str *
store_fetch(struct store *t, int64_t entry, int64_t *changed)
{
	if (t->by_entry == NULL)
		t->by_entry = prepare_by_entry(t);
	sql_reset(t->by_entry);
	sql_bind_int(t->by_entry, 1, entry);
	if (!sql_next(t->by_entry))
		die("%s: kind %.*s: the record of entry %lld is not there; "
		    "reg-verify tells more", sql_file(t->sql),
		    STR_ARG(t->kind), (long long)entry);
	*changed = sql_int(t->by_entry, 0);
	return store_row(t, t->by_entry, 1);
}

void
store_insert(struct store *t, int64_t entry, struct str key,
    const struct str *value)
{
	if (t->insert == NULL) {
		t->insert = prepare_insert(t);
		memset(t->bound, 0, t->count * sizeof(*t->bound));
	}
	sql_bind_int(t->insert, 1, entry);
	for (size_t i = 0; i < t->count; i++) {
		/* Of many fields most are empty, and stay so. */
		if (value[i].n == 0 && !t->bound[i])
			continue;
		store_bind(t, t->insert, (int)i + 2, i, value[i]);
		t->bound[i] = value[i].n > 0;
	}
	sql_execute(t->insert);
	if (!t->loading)
		return;
	t->entry = buf_grow(t->entry, &t->room, t->loaded.count + 1,
	    sizeof(*t->entry));
	t->entry[map_add(&t->loaded, key)] = entry;
}

void
store_update(struct store *t, int64_t entry, int64_t changed,
    const struct str *value)
{
	if (t->update == NULL)
		t->update = prepare_update(t);
	sql_bind_int(t->update, 1, changed);
	for (size_t i = 0; i < t->count; i++)
		store_bind(t, t->update, (int)i + 2, i, value[i]);
	sql_bind_int(t->update, (int)t->count + 2, entry);
	sql_execute(t->update);
}
