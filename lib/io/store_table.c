#include "io/store_table.h"

#include <string.h>

#include "civic/decimal.h"

void
store_table_name(struct buf *out, const struct store *t, const char *after)
{
	struct buf name = { 0 };

	buf_printf(&name, "%.*s%s", STR_ARG(t->kind), after);
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

/* The kind that a type refers to: "ref ngo", "list of ref ngo"; or empty. */
static struct str
kind_of(struct str type)
{
	static const char list[] = "list of ", ref[] = "ref ";

	if (str_starts(type, STR(list)))
		type = (struct str){ type.p + sizeof(list) - 1,
			type.n - sizeof(list) + 1 };
	if (!str_starts(type, STR(ref)))
		return (struct str){ "", 0 };
	return (struct str){ type.p + sizeof(ref) - 1,
		type.n - sizeof(ref) + 1 };
}

struct str
store_table_target(const struct store *t, size_t column)
{
	struct store to;

	store_open(&to, t->sql, t->arena, kind_of(t->column[column].type));
	if (to.keys != 1 || to.column[to.key[0]].units)
		return (struct str){ "", 0 };
	return to.column[to.key[0]].name;
}

/*
 * Who looks at the table by SQL is told what the field is.  Where somebody
 * has put another's SQL into reg_field, it is not taken over.
 */
static void
add_type(struct buf *text, struct str type)
{
	static const char letters[] =
	    "abcdefghijklmnopqrstuvwxyz0123456789_() ";

	for (size_t i = 0; i < type.n; i++)
		if (type.p[i] == '\0' || strchr(letters, type.p[i]) == NULL)
			return;
	buf_printf(text, " /* %.*s */", STR_ARG(type));
}

static void
define(struct buf *text, const struct store *t, size_t column)
{
	const struct store_column *c = &t->column[column];
	struct str key;

	sql_name(text, c->name);
	add_type(text, c->type);
	buf_add(text, c->units ? STR(" INTEGER") : STR(" TEXT"));
	for (size_t i = 0; i < t->keys; i++)
		if (t->key[i] == column)
			buf_add(text, STR(" NOT NULL"));
	/* Of a list, the register itself sees to each item. */
	if (!str_starts(c->type, STR("ref ")))
		return;
	key = store_table_target(t, column);
	buf_add(text, STR(" REFERENCES "));
	sql_name(text, kind_of(c->type));
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

void
store_table_make(const struct store *t)
{
	struct buf text = { 0 };

	buf_add(&text, STR("CREATE TABLE "));
	sql_name(&text, t->kind);
	buf_add(&text, STR(" (\n\treg_entry INTEGER PRIMARY KEY,"
	    "\n\treg_changed INTEGER NOT NULL"));
	for (size_t i = 0; i < t->count; i++) {
		buf_add(&text, STR(",\n\t"));
		define(&text, t, i);
	}
	buf_add(&text, STR("\n)" SQL_STRICT));
	run(t, &text);
	guard(t);
}

void
store_table_extend(const struct store *t, size_t from)
{
	for (size_t i = from; i < t->count; i++) {
		struct buf text = { 0 };

		buf_add(&text, STR("ALTER TABLE "));
		sql_name(&text, t->kind);
		buf_add(&text, STR(" ADD COLUMN "));
		define(&text, t, i);
		run(t, &text);
	}
}

void
store_table_index(const struct store *t)
{
	struct buf text = { 0 };

	if (t->keys == 0)
		return;
	buf_add(&text, STR("CREATE UNIQUE INDEX IF NOT EXISTS "));
	store_table_name(&text, t, "_key");
	buf_add(&text, STR(" ON "));
	sql_name(&text, t->kind);
	for (size_t i = 0; i < t->keys; i++) {
		buf_add(&text, i == 0 ? STR(" (") : STR(", "));
		sql_name(&text, t->column[t->key[i]].name);
	}
	buf_byte(&text, ')');
	run(t, &text);
}

void
store_table_drop_index(const struct store *t)
{
	struct buf text = { 0 };

	buf_add(&text, STR("DROP INDEX IF EXISTS "));
	store_table_name(&text, t, "_key");
	run(t, &text);
}

/* A whole number of the last digit, as people write it, in SQL alone. */
static void
show_units(struct buf *text, const struct store_column *c)
{
	long long scale = (long long)decimal_scale(c->places);
	struct buf quoted = { 0 };

	sql_name(&quoted, c->name);
	buf_byte(&quoted, '\0');
	buf_printf(text, "CASE WHEN %s < 0 THEN '-' ELSE '' END || "
	    "CAST(abs(%s / %lld) AS TEXT) || '.' || "
	    "substr(CAST(%lld + abs(%s %% %lld) AS TEXT), 2) AS ", quoted.p,
	    quoted.p, scale, scale, quoted.p, scale);
	sql_name(text, c->name);
	buf_free(&quoted);
}

void
store_table_show(const struct store *t, const size_t *order)
{
	struct buf text = { 0 };

	buf_add(&text, STR("DROP VIEW IF EXISTS "));
	store_table_name(&text, t, "_shown");
	buf_add(&text, STR("; CREATE VIEW "));
	store_table_name(&text, t, "_shown");
	buf_add(&text, STR(" AS SELECT "));
	for (size_t i = 0; i < t->count; i++) {
		const struct store_column *c = &t->column[order[i]];

		buf_add(&text, i == 0 ? STR("\n\t") : STR(",\n\t"));
		if (c->units && c->places > 0)
			show_units(&text, c);
		else
			sql_name(&text, c->name);
	}
	buf_add(&text, STR("\nFROM "));
	sql_name(&text, t->kind);
	run(t, &text);
}
