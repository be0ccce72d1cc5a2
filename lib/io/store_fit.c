#include "io/store_fit.h"

#include "base/die.h"
#include "civic/decimal.h"

/* A name made of ours around the kind's: "ngo_shown". */
static void
name_around(struct buf *out, const char *before, const struct store *t,
    const char *after)
{
	struct buf name = { 0 };

	buf_printf(&name, "%s%.*s%s", before, STR_ARG(t->kind), after);
	sql_name(out, buf_str(&name));
	buf_free(&name);
}

static void
run(const struct store *t, struct buf *text)
{
	buf_byte(text, '\0');
	sql_run(t->sql, text->p);
	buf_free(text);
}

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

/* Note that a field has become a column. */
static void
add_field(struct store *t, const struct schema *schema, size_t field,
    size_t place)
{
	struct sql_query *q = sql_prepare(t->sql, STR("INSERT INTO reg_field "
	    "(kind, place, field, type, key) VALUES ($1, $2, $3, $4, $5)"));
	const struct schema_field *f = &schema->field[field];

	sql_bind_text(q, 1, t->kind);
	sql_bind_int(q, 2, (int64_t)place);
	sql_bind_text(q, 3, f->name);
	sql_bind_text(q, 4, type_of(t->arena, f));
	sql_bind_null(q, 5);
	for (size_t i = 0; i < schema->keys; i++)
		if (schema->key[i] == field)
			sql_bind_int(q, 5, (int64_t)i + 1);
	sql_execute(q);
	sql_done(q);
}

/* What a record that is referred to is called by: one column of text. */
static struct str
key_of(struct store *t, const struct schema *schema, const struct schema_field *f)
{
	struct store to;

	if (str_eq(f->ref, t->kind) && schema->keys == 1 &&
	    !schema_is_units(&schema->field[schema->key[0]]))
		return schema->field[schema->key[0]].name;
	store_open(&to, t->sql, t->arena, f->ref);
	if (to.count == 0 || to.keys != 1 || to.column[to.key[0]].units)
		die("kind %.*s: field %.*s: %.*s has no key of one text, and "
		    "cannot be referred to", STR_ARG(t->kind),
		    STR_ARG(f->name), STR_ARG(f->ref));
	return to.column[to.key[0]].name;
}

/* "property" INTEGER */
static void
define_column(struct buf *text, struct store *t, const struct schema *schema,
    size_t field)
{
	const struct schema_field *f = &schema->field[field];

	sql_name(text, f->name);
	buf_add(text, schema_is_units(f) ? STR(" INTEGER") : STR(" TEXT"));
	for (size_t i = 0; i < schema->keys; i++)
		if (schema->key[i] == field)
			buf_add(text, STR(" NOT NULL"));
	if (f->type != SCHEMA_REF)
		return;
	struct str key = key_of(t, schema, f);

	/* Of a list, the register itself sees to each item. */
	if (f->list)
		return;
	buf_add(text, STR(" REFERENCES "));
	sql_name(text, f->ref);
	buf_add(text, STR(" ("));
	sql_name(text, key);
	buf_byte(text, ')');
}

/* An accident with a shell of SQL is stopped; a crime is found by verify. */
static void
guard(const struct store *t)
{
	sql_forbid(t->sql, "DELETE", t->kind, NULL,
	    "nothing is deleted from the register");
	sql_forbid(t->sql, "UPDATE", t->kind,
	    "NEW.reg_changed <= OLD.reg_changed",
	    "records are changed by reg-put and its like, which enter it in "
	    "the journal");
}

static void
create(struct store *t, const struct schema *schema)
{
	struct buf text = { 0 };

	buf_add(&text, STR("CREATE TABLE "));
	sql_name(&text, t->kind);
	buf_add(&text, STR(" (\n\treg_entry INTEGER PRIMARY KEY,"
	    "\n\treg_changed INTEGER NOT NULL"));
	for (size_t i = 0; i < schema->count; i++) {
		buf_add(&text, STR(",\n\t"));
		define_column(&text, t, schema, i);
		add_field(t, schema, i, i);
	}
	buf_add(&text, STR("\n)" SQL_STRICT));
	run(t, &text);
	guard(t);
}

static void
extend(struct store *t, const struct schema *schema)
{
	size_t place = t->count;

	for (size_t i = 0; i < schema->count; i++) {
		struct buf text = { 0 };

		if (store_column(t, schema->field[i].name) != STR_NONE)
			continue;
		buf_add(&text, STR("ALTER TABLE "));
		sql_name(&text, t->kind);
		buf_add(&text, STR(" ADD COLUMN "));
		define_column(&text, t, schema, i);
		run(t, &text);
		add_field(t, schema, i, place++);
	}
}

/* A whole number of the last digit, as people write it, in SQL alone. */
static void
show_units(struct buf *text, struct str name, int places)
{
	long long scale = (long long)decimal_scale(places);
	struct buf quoted = { 0 };

	sql_name(&quoted, name);
	buf_byte(&quoted, '\0');
	buf_printf(text, "CASE WHEN %s < 0 THEN '-' ELSE '' END || "
	    "CAST(abs(%s / %lld) AS TEXT) || '.' || "
	    "substr(CAST(%lld + abs(%s %% %lld) AS TEXT), 2) AS ", quoted.p,
	    quoted.p, scale, scale, quoted.p, scale);
	sql_name(text, name);
	buf_free(&quoted);
}

/* The fields in the schema's order, as people write them. */
static void
show(struct store *t, const struct schema *schema)
{
	struct buf text = { 0 };

	buf_add(&text, STR("DROP VIEW IF EXISTS "));
	name_around(&text, "", t, "_shown");
	buf_add(&text, STR("; CREATE VIEW "));
	name_around(&text, "", t, "_shown");
	buf_add(&text, STR(" AS SELECT "));
	for (size_t i = 0; i < schema->count; i++) {
		const struct schema_field *f = &schema->field[i];

		buf_add(&text, i == 0 ? STR("\n\t") : STR(",\n\t"));
		if (schema_is_units(f) && f->places > 0)
			show_units(&text, f->name, f->places);
		else
			sql_name(&text, f->name);
	}
	buf_add(&text, STR("\nFROM "));
	sql_name(&text, t->kind);
	run(t, &text);
}

void
store_fit_index(const struct store *t)
{
	struct buf text = { 0 };

	buf_add(&text, STR("CREATE UNIQUE INDEX IF NOT EXISTS "));
	name_around(&text, "", t, "_key");
	buf_add(&text, STR(" ON "));
	sql_name(&text, t->kind);
	for (size_t i = 0; i < t->keys; i++) {
		buf_add(&text, i == 0 ? STR(" (") : STR(", "));
		sql_name(&text, t->column[t->key[i]].name);
	}
	buf_byte(&text, ')');
	run(t, &text);
}

static void
drop_index(struct store *t)
{
	struct buf text = { 0 };

	buf_add(&text, STR("DROP INDEX IF EXISTS "));
	name_around(&text, "", t, "_key");
	run(t, &text);
}

/* Names that the register needs for itself. */
static void
be_free(struct store *t, struct str name)
{
	if (str_starts(name, STR("reg_")) || str_starts(name, STR("sqlite_")))
		die("kind %.*s: names that begin with reg_ or sqlite_ are the "
		    "register's own: '%.*s'", STR_ARG(t->kind), STR_ARG(name));
	if (sql_has(t->sql, name))
		die("%s: kind %.*s: the name is taken in the register: '%.*s'",
		    sql_file(t->sql), STR_ARG(t->kind), STR_ARG(name));
}

void
store_fit(struct store *t, const struct schema *schema, bool loading)
{
	size_t had;

	/* Another program may have been here since it was opened. */
	store_refresh(t);
	had = t->count;
	store_fit_check(t, schema);
	if (had < schema->count) {
		if (had == 0)
			be_free(t, t->kind);
		for (size_t i = 0; i < schema->count; i++)
			if (str_starts(schema->field[i].name, STR("reg_")))
				be_free(t, schema->field[i].name);
		if (had == 0)
			create(t, schema);
		else
			extend(t, schema);
		show(t, schema);
		store_refresh(t);
	}
	t->loading = loading;
	if (loading)
		drop_index(t);
	else
		store_fit_index(t);
}
