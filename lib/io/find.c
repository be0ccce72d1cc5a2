#include "io/find.h"

#include <stdlib.h>

#include "base/die.h"
#include "io/journal.h"
#include "io/kind.h"
#include "io/search.h"
#include "io/sql.h"
#include "io/store.h"

struct condition {
	size_t field, column;	/* of the schema, of the table */
	struct str value;	/* as it is written in records */
	char digits[24];
};

struct find {
	struct store *store;
	const struct schema *schema;
	struct condition *condition;
	size_t conditions, room;
	struct search *search;
	const char *before;
	struct sql_query *query, *entry;
	struct buf question;
	struct str *shown;
	size_t *column;		/* of each field of the schema */
};

struct find *
find_open(struct reg_table *t)
{
	struct find *f = calloc(1, sizeof(*f));

	if (f == NULL)
		die("out of memory");
	f->store = reg_store(t);
	f->schema = reg_schema(t);
	f->shown = arena_array(f->store->arena, f->schema->count,
	    sizeof(*f->shown));
	f->column = arena_array(f->store->arena, f->schema->count,
	    sizeof(*f->column));
	for (size_t i = 0; i < f->schema->count; i++)
		f->column[i] = store_column(f->store,
		    f->schema->field[i].name);
	return f;
}

void
find_where(struct find *f, struct str field, struct str value)
{
	size_t i = kind_field(f->schema, field);
	struct schema_field any = f->schema->field[i];
	struct buf why = { 0 };
	struct condition *c;

	any.required = any.list = false;
	if (!schema_fits(&any, value, &why))
		die("%.*s: %.*s: '%.*s'", STR_ARG(field),
		    STR_ARG(buf_str(&why)), STR_ARG(value));
	f->condition = buf_grow(f->condition, &f->room, f->conditions + 1,
	    sizeof(*f->condition));
	c = &f->condition[f->conditions++];
	*c = (struct condition){ .field = i, .value = value,
		.column = f->column[i] };
}

void
find_search(struct find *f, struct str words)
{
	if ((f->search = calloc(1, sizeof(*f->search))) == NULL)
		die("out of memory");
	search_open(f->search, f->store, f->schema, words);
}

void
find_before(struct find *f, const char *at)
{
	f->before = at;
}

static bool
is_key(const struct store *t, size_t column)
{
	for (size_t i = 0; i < t->keys; i++)
		if (t->key[i] == column)
			return true;
	return false;
}

/* Whether the engine can be asked for it: of the past, it knows the key. */
static bool
is_asked(const struct find *f, const struct condition *c)
{
	return c->column != STR_NONE && c->value.n > 0 &&
	    !f->schema->field[c->field].list &&
	    (f->before == NULL || is_key(f->store, c->column));
}

static void
add_conditions(struct find *f, struct buf *text, bool narrowed)
{
	const char *word = " WHERE ";
	int place = 0;

	if (narrowed) {
		place++;
		buf_add(text, str_of(word));
		search_condition(text, f->search);
		word = " AND ";
	}
	for (size_t i = 0; i < f->conditions; i++) {
		const struct condition *c = &f->condition[i];

		if (!is_asked(f, c))
			continue;
		buf_add(text, str_of(word));
		sql_name(text, f->store->column[c->column].name);
		buf_printf(text, " = $%d", ++place);
		word = " AND ";
	}
}

static void
add_order(const struct find *f, struct buf *text)
{
	for (size_t i = 0; i < f->store->keys; i++) {
		buf_add(text, i == 0 ? STR(" ORDER BY ") : STR(", "));
		sql_name(text, f->store->column[f->store->key[i]].name);
	}
}

/* In the places that add_conditions gave them. */
static void
bind_conditions(struct find *f, bool narrowed)
{
	int place = 0;

	if (narrowed) {
		search_question(&f->question, f->search);
		sql_bind_text(f->query, ++place, buf_str(&f->question));
	}
	for (size_t i = 0; i < f->conditions; i++)
		if (is_asked(f, &f->condition[i]))
			store_bind(f->store, f->query, ++place,
			    f->condition[i].column, f->condition[i].value);
}

/* Ask for the records, or for the last entries of those of the past. */
static void
ask(struct find *f)
{
	bool narrowed = f->search != NULL && f->before == NULL &&
	    search_follow(f->search);
	struct buf text = { 0 };

	buf_add(&text, STR("SELECT reg_changed"));
	if (f->before == NULL)
		store_columns(&text, f->store);
	buf_add(&text, STR(" FROM "));
	sql_name(&text, f->store->kind);
	add_conditions(f, &text, narrowed);
	add_order(f, &text);
	f->query = sql_prepare(f->store->sql, buf_str(&text));
	buf_free(&text);
	bind_conditions(f, narrowed);
	if (f->before != NULL)
		f->entry = journal_read_one(f->store->sql);
}

/*
 * A record as it stood: from its last entry, back to one before the time.
 * NULL if it was not yet there.
 */
static const struct str *
as_it_stood(struct find *f, int64_t last)
{
	struct journal_entry e = { .prior = last };
	const struct str *value;

	do {
		if (!journal_back(f->store->sql, f->entry, &e))
			return NULL;
	} while (str_cmp(e.at, str_of(f->before)) >= 0);
	value = store_parse(f->store, e.after);
	if (value == NULL)
		die("%s: the journal's entry %lld cannot be read; reg-verify "
		    "tells more", sql_file(f->store->sql), (long long)e.entry);
	return value;
}

static bool
has_item(struct str list, struct str item)
{
	while (list.n > 0)
		if (str_eq(str_cut(&list, ';'), item))
			return true;
	return false;
}

/* Whether the record meets the conditions, also those the engine saw to. */
static bool
meets(struct find *f, const struct str *value)
{
	for (size_t i = 0; i < f->conditions; i++) {
		struct condition *c = &f->condition[i];
		struct str has = { "", 0 }, asked = c->value;

		if (c->column != STR_NONE) {
			has = value[c->column];
			asked = store_written(f->store, c->column, c->value,
			    c->digits);
		}
		if (f->schema->field[c->field].list && asked.n > 0) {
			if (!has_item(has, asked))
				return false;
		} else if (!str_eq(has, asked))
			return false;
	}
	return f->search == NULL || search_has(f->search, value);
}

static const struct str *
show(struct find *f, const struct str *value)
{
	for (size_t i = 0; i < f->schema->count; i++) {
		size_t c = f->column[i];

		f->shown[i] = c == STR_NONE ? (struct str){ "", 0 } : value[c];
	}
	return f->shown;
}

const struct str *
find_next(struct find *f)
{
	if (f->store->count == 0)
		return NULL;
	if (f->query == NULL)
		ask(f);
	while (sql_next(f->query)) {
		const struct str *value = f->before == NULL ?
		    store_row(f->store, f->query, 1) :
		    as_it_stood(f, sql_int(f->query, 0));

		if (value != NULL && meets(f, value))
			return show(f, value);
	}
	return NULL;
}

void
find_close(struct find *f)
{
	sql_done(f->query);
	sql_done(f->entry);
	if (f->search != NULL)
		search_close(f->search);
	free(f->search);
	buf_free(&f->question);
	free(f->condition);
	free(f);
}
