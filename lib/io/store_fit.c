#include "io/store_fit.h"

#include "base/die.h"
#include "io/store_table.h"

/* A schema's type, in its words. */
static struct str
type_of(struct arena *a, const struct schema_field *f)
{
	static const char *const words[] = { "text", "integer", "decimal",
		"money", "date", "time", "moment", "yes", "bin", "iin",
		"region", "email", "url", "phone", "one of", "ref" };
	struct buf text = { 0 };
	struct str copy;

	buf_printf(&text, "%s%s", f->list ? "list of " : "", words[f->type]);
	if (f->type == SCHEMA_DECIMAL)
		buf_printf(&text, "(%d)", f->places);
	else if (f->type == SCHEMA_ONE_OF)
		buf_printf(&text, " %.*s", STR_ARG(f->vocab->name));
	else if (f->type == SCHEMA_REF)
		buf_printf(&text, " %.*s", STR_ARG(f->ref));
	copy = arena_copy(a, buf_str(&text));
	buf_free(&text);
	return copy;
}

_Noreturn static void
disagree(const struct store *t, const struct buf *why)
{
	die("%s: the schema of %.*s and the register differ: %.*s; only new "
	    "fields may be added to a schema", sql_file(t->sql),
	    STR_ARG(t->kind), STR_ARG(buf_str(why)));
}

static void
agree_on_key(const struct store *t, const struct schema *schema)
{
	struct buf why = { 0 };
	bool same = t->keys == schema->keys;

	for (size_t i = 0; same && i < t->keys; i++)
		same = str_eq(t->column[t->key[i]].name,
		    schema->field[schema->key[i]].name);
	if (same)
		return;
	buf_printf(&why, "the key is");
	for (size_t i = 0; i < schema->keys; i++)
		buf_printf(&why, " %.*s",
		    STR_ARG(schema->field[schema->key[i]].name));
	buf_printf(&why, ", but in the register");
	for (size_t i = 0; i < t->keys; i++)
		buf_printf(&why, " %.*s", STR_ARG(t->column[t->key[i]].name));
	disagree(t, &why);
}

void
store_fit_check(const struct store *t, const struct schema *schema)
{
	struct buf why = { 0 };

	if (t->count == 0)
		return;
	for (size_t i = 0; i < t->count; i++) {
		const struct store_column *c = &t->column[i];
		size_t field = schema_field(schema, c->name);
		struct str type;

		if (field == STR_NONE) {
			buf_printf(&why, "field %.*s is in the register only",
			    STR_ARG(c->name));
			disagree(t, &why);
		}
		type = type_of(t->arena, &schema->field[field]);
		if (!str_eq(type, c->type)) {
			buf_printf(&why, "field %.*s is %.*s, but %.*s in the "
			    "register", STR_ARG(c->name), STR_ARG(type),
			    STR_ARG(c->type));
			disagree(t, &why);
		}
	}
	agree_on_key(t, schema);
}

/* Note that fields have become columns: those behind the first had. */
static void
note_fields(struct store *t, const struct schema *schema, const size_t *field,
    size_t count)
{
	struct sql_query *q = sql_prepare(t->sql, STR("INSERT INTO reg_field "
	    "(kind, place, field, type, key) VALUES ($1, $2, $3, $4, $5)"));

	sql_bind_text(q, 1, t->kind);
	for (size_t i = 0; i < count; i++) {
		const struct schema_field *f = &schema->field[field[i]];

		sql_bind_int(q, 2, (int64_t)(t->count + i));
		sql_bind_text(q, 3, f->name);
		sql_bind_text(q, 4, type_of(t->arena, f));
		sql_bind_null(q, 5);
		for (size_t k = 0; k < schema->keys; k++)
			if (schema->key[k] == field[i])
				sql_bind_int(q, 5, (int64_t)k + 1);
		sql_execute(q);
	}
	sql_done(q);
}

/* What fields refer to is called by one text. */
static void
check_targets(const struct store *t, const struct schema *schema)
{
	for (size_t i = 0; i < schema->count; i++) {
		const struct schema_field *f = &schema->field[i];
		size_t column = store_column(t, f->name);

		if (f->type == SCHEMA_REF &&
		    store_table_target(t, column).n == 0)
			die("kind %.*s: field %.*s: %.*s has no key of one "
			    "text, and cannot be referred to", STR_ARG(t->kind),
			    STR_ARG(f->name), STR_ARG(f->ref));
	}
}

_Noreturn static void
be_taken(const struct store *t, struct str name)
{
	die("%s: kind %.*s: the name is taken in the register: '%.*s'",
	    sql_file(t->sql), STR_ARG(t->kind), STR_ARG(name));
}

/* Names that the register needs for itself. */
static void
be_ours(const struct store *t, struct str name)
{
	if (str_starts(name, STR("reg_")) || str_starts(name, STR("sqlite_")))
		die("kind %.*s: names that begin with reg_ or sqlite_ are the "
		    "register's own: '%.*s'", STR_ARG(t->kind), STR_ARG(name));
}

/*
 * The names that are made of a kind's, some of them by the engine for a
 * full-text table, are no other kind's; nor is the kind's one of them.
 */
static void
be_free(const struct store *t)
{
	static const char *const after[] = { "", "_shown", "_key", "_data",
		"_idx", "_content", "_docsize", "_config" };
	struct buf name = { 0 };

	for (size_t i = 0; i < sizeof(after) / sizeof(*after); i++) {
		struct str end = str_of(after[i]), base = t->kind;

		buf_clear(&name);
		buf_printf(&name, "%.*s%s", STR_ARG(t->kind), after[i]);
		be_ours(t, buf_str(&name));
		if (sql_has(t->sql, buf_str(&name)))
			be_taken(t, buf_str(&name));
		base.n -= str_ends(base, end) ? end.n : 0;
		if (base.n < t->kind.n && sql_has(t->sql, base))
			be_taken(t, t->kind);
	}
	buf_free(&name);
}

/* The columns in the order of the schema's fields. */
static void
show(const struct store *t, const struct schema *schema)
{
	size_t *order = arena_array(t->arena, schema->count, sizeof(*order));

	for (size_t i = 0; i < schema->count; i++)
		order[i] = store_column(t, schema->field[i].name);
	store_table_show(t, order);
}

/* The fields that are no columns yet, in the schema's order. */
static void
add_columns(struct store *t, const struct schema *schema)
{
	size_t *field = arena_array(t->arena, schema->count, sizeof(*field));
	size_t count = 0, had = t->count;

	for (size_t i = 0; i < schema->count; i++)
		if (store_column(t, schema->field[i].name) == STR_NONE) {
			be_ours(t, schema->field[i].name);
			field[count++] = i;
		}
	if (had == 0)
		be_free(t);
	note_fields(t, schema, field, count);
	store_refresh(t);
	check_targets(t, schema);
	if (had == 0)
		store_table_make(t);
	else
		store_table_extend(t, had);
	show(t, schema);
}

void
store_fit(struct store *t, const struct schema *schema, bool loading)
{
	store_fit_check(t, schema);
	if (t->count < schema->count)
		add_columns(t, schema);
	t->loading = loading;
	if (loading)
		store_table_drop_index(t);
	else
		store_table_index(t);
}
