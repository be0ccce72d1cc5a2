#include "io/search.h"

#include "base/die.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "io/journal.h"

void
search_make(struct sql *s)
{
	sql_run(s, "CREATE TABLE reg_search ("
	    "kind TEXT NOT NULL PRIMARY KEY, fields TEXT NOT NULL,"
	    "entry INTEGER NOT NULL)" SQL_BY_KEY);
}

/* Append the words of a text, folded, a blank behind each. */
static void
add_words(struct search *f, struct str text, struct buf *out)
{
	struct str rest;
	bool inside = false;

	buf_clear(&f->folded);
	unicode_fold(&f->folded, text);
	rest = buf_str(&f->folded);
	while (rest.n > 0) {
		struct str from = rest;
		enum unicode_part part = unicode_part(utf8_next(&rest));

		if (part == UNICODE_WORD) {
			from.n -= rest.n;
			buf_add(out, from);
			inside = true;
		} else if (part == UNICODE_APART && inside) {
			buf_byte(out, ' ');
			inside = false;
		}
	}
	if (inside)
		buf_byte(out, ' ');
}

static void
read_words(struct search *f, struct str words)
{
	struct arena *a = f->store->arena;
	struct str rest;
	struct buf text = { 0 };
	size_t count = 0;

	add_words(f, words, &text);
	for (size_t i = 0; i < text.n; i++)
		count += text.p[i] == ' ';
	if (count == 0)
		die("-s: not a word in '%.*s'", STR_ARG(words));
	f->word = arena_array(a, count, sizeof(*f->word));
	rest = arena_copy(a, buf_str(&text));
	while (rest.n > 0)
		f->word[f->words++] = str_cut(&rest, ' ');
	buf_free(&text);
}

void
search_open(struct search *f, struct store *store,
    const struct schema *schema, struct str words)
{
	bool any = false;

	*f = (struct search){ .store = store };
	f->column = arena_array(store->arena, schema->count,
	    sizeof(*f->column));
	for (size_t i = 0; i < schema->count; i++) {
		size_t column = store_column(store, schema->field[i].name);

		any = any || schema->field[i].search;
		if (schema->field[i].search && column != STR_NONE)
			f->column[f->columns++] = column;
	}
	if (!any)
		die("-s: the schema of %.*s marks no field to search in",
		    STR_ARG(schema->kind));
	read_words(f, words);
}

void
search_begin(struct search *f, struct store *store, size_t *column,
    size_t columns)
{
	*f = (struct search){ .store = store, .column = column,
		.columns = columns };
}

void
search_close(struct search *f)
{
	buf_free(&f->folded);
	buf_free(&f->text);
}

struct str
search_words(struct search *f, const struct str *value)
{
	buf_clear(&f->text);
	for (size_t i = 0; i < f->columns; i++)
		add_words(f, value[f->column[i]], &f->text);
	return buf_str(&f->text);
}

static bool
begins_one(struct str word, struct str words)
{
	while (words.n > 0)
		if (str_starts(str_cut(&words, ' '), word))
			return true;
	return false;
}

bool
search_has(struct search *f, const struct str *value)
{
	struct str words = search_words(f, value);

	for (size_t i = 0; i < f->words; i++)
		if (!begins_one(f->word[i], words))
			return false;
	return true;
}

/* The full-text table: reg_search_ngo. */
void
search_name(struct buf *out, struct str kind)
{
	buf_printf(out, "reg_search_%.*s", STR_ARG(kind));
}

static void
name(struct buf *out, struct str kind)
{
	struct buf text = { 0 };

	search_name(&text, kind);
	sql_name(out, buf_str(&text));
	buf_free(&text);
}

/* The names of the fields searched, a blank between. */
static void
names_of(const struct search *f, struct buf *out)
{
	for (size_t i = 0; i < f->columns; i++)
		buf_printf(out, "%s%.*s", i == 0 ? "" : " ",
		    STR_ARG(f->store->column[f->column[i]].name));
}

/* The last entry taken in; -1 if there is no table for these fields. */
static int64_t
taken_in(const struct search *f)
{
	struct sql_query *q = sql_prepare(f->store->sql, STR(
	    "SELECT entry FROM reg_search WHERE kind = $1 AND fields = $2"));
	struct buf names = { 0 };
	int64_t entry;

	names_of(f, &names);
	sql_bind_text(q, 1, f->store->kind);
	sql_bind_text(q, 2, buf_str(&names));
	entry = sql_next(q) ? sql_int(q, 0) : -1;
	sql_done(q);
	buf_free(&names);
	return entry;
}

static void
note_taken_in(const struct search *f, int64_t entry)
{
	struct sql_query *q = sql_prepare(f->store->sql, STR(
	    "INSERT INTO reg_search (kind, fields, entry) VALUES ($1, $2, $3)"
	    "ON CONFLICT (kind) DO UPDATE SET fields = excluded.fields,"
	    "entry = excluded.entry"));
	struct buf names = { 0 };

	names_of(f, &names);
	sql_bind_text(q, 1, f->store->kind);
	sql_bind_text(q, 2, buf_str(&names));
	sql_bind_int(q, 3, entry);
	sql_execute(q);
	sql_done(q);
	buf_free(&names);
}

/*
 * The table keeps no texts, only which words are in which record: to take a
 * record out, it is told the words again, which the journal knows.
 */
void
search_make_table(struct sql *s, struct str kind)
{
	struct buf text = { 0 };

	buf_add(&text, STR("DROP TABLE IF EXISTS "));
	name(&text, kind);
	buf_add(&text, STR("; CREATE VIRTUAL TABLE "));
	name(&text, kind);
	buf_add(&text, STR(" USING fts5 (words, content = '',"
	    "detail = none, columnsize = 0, tokenize = 'ascii')"));
	buf_byte(&text, '\0');
	sql_run(s, text.p);
	buf_free(&text);
}

static void
put(struct sql_query *q, int64_t record, struct str words)
{
	sql_bind_int(q, 1, record);
	sql_bind_text(q, 2, words);
	sql_execute(q);
}

static const struct str *
parse(struct search *f, const struct journal_entry *e, struct str text)
{
	const struct str *value = store_parse(f->store, text);

	if (value == NULL)
		die("%s: the journal's entry %lld cannot be read; reg-verify "
		    "tells more", sql_file(f->store->sql), (long long)e->entry);
	return value;
}

static void
take_in(struct search *f, const struct journal_entry *e,
    struct sql_query *add, struct sql_query *drop)
{
	int64_t record = e->entry;
	const struct str *value;

	if (e->before.n > 0) {
		value = parse(f, e, e->before);
		record = store_find(f->store, e->key, value);
		put(drop, record, search_words(f, value));
	}
	value = parse(f, e, e->after);
	put(add, record, search_words(f, value));
}

static struct sql_query *
prepare(const struct search *f, const char *before, const char *after)
{
	struct buf text = { 0 };
	struct sql_query *q;

	buf_add(&text, str_of(before));
	name(&text, f->store->kind);
	buf_add(&text, str_of(after));
	q = sql_prepare(f->store->sql, buf_str(&text));
	buf_free(&text);
	return q;
}

static struct sql_query *
prepare_drop(const struct search *f)
{
	struct buf text = { 0 };
	struct sql_query *q;

	buf_add(&text, STR("INSERT INTO "));
	name(&text, f->store->kind);
	buf_add(&text, STR(" ("));
	name(&text, f->store->kind);
	buf_add(&text, STR(", rowid, words) VALUES ('delete', $1, $2)"));
	q = sql_prepare(f->store->sql, buf_str(&text));
	buf_free(&text);
	return q;
}

/* Take in the kind's entries behind the last one that was. */
static void
catch_up(struct search *f, int64_t last)
{
	struct sql *s = f->store->sql;
	struct sql_query *add = prepare(f, "INSERT INTO ",
	    " (rowid, words) VALUES ($1, $2)");
	struct sql_query *drop = prepare_drop(f);
	struct sql_query *read = journal_read(s, last + 1);
	struct journal_entry e;

	while (journal_next(read, &e)) {
		last = e.entry;
		if (str_eq(e.kind, f->store->kind))
			take_in(f, &e, add, drop);
	}
	sql_done(read);
	sql_done(add);
	sql_done(drop);
	note_taken_in(f, last);
}

bool
search_follow(struct search *f)
{
	struct sql *s = f->store->sql;
	int64_t last = taken_in(f);

	if (last >= 0 && last == journal_count(s))
		return true;
	if (!sql_begin_now(s))
		return false;
	last = taken_in(f);
	if (last < 0) {
		search_make_table(s, f->store->kind);
		last = 0;
	}
	catch_up(f, last);
	sql_commit(s);
	return true;
}

void
search_condition(struct buf *text, const struct search *f)
{
	buf_add(text, STR("reg_entry IN (SELECT rowid FROM "));
	name(text, f->store->kind);
	buf_add(text, STR(" WHERE "));
	name(text, f->store->kind);
	buf_add(text, STR(" MATCH $1)"));
}

void
search_question(struct buf *text, const struct search *f)
{
	/* A word of letters and digits alone: it cannot end the quotes. */
	for (size_t i = 0; i < f->words; i++)
		buf_printf(text, "%s\"%.*s\"*", i == 0 ? "" : " AND ",
		    STR_ARG(f->word[i]));
}
