#include "io/shape.h"

#include <stdlib.h>
#include <string.h>

#include "io/journal.h"
#include "io/search.h"
#include "io/store.h"
#include "io/store_table.h"
#include "io/twin.h"

/* A row of sqlite_schema. */
struct thing {
	struct str type, name, text;
};

struct things {
	struct thing *thing;
	size_t count;
};

static struct things
read_things(struct sql *s, struct arena *a)
{
	/* Without a text: an index that belongs to its table's text. */
	struct sql_query *q = sql_prepare(s, STR("SELECT type, name, sql "
	    "FROM sqlite_schema WHERE sql IS NOT NULL AND "
	    "name NOT IN ('sqlite_stat1', 'sqlite_stat4') "
	    "ORDER BY type, name"));
	struct things all = { .thing = arena_array(a, (size_t)sql_number(s,
	    "SELECT count(*) FROM sqlite_schema") + 1, sizeof(*all.thing)) };

	for (; sql_next(q); all.count++)
		all.thing[all.count] = (struct thing){
			arena_copy(a, sql_text(q, 0)),
			arena_copy(a, sql_text(q, 1)),
			arena_copy(a, sql_text(q, 2)) };
	sql_done(q);
	return all;
}

static const struct thing *
find(const struct things *all, struct str type, struct str name)
{
	for (size_t i = 0; i < all->count; i++)
		if (str_eq(all->thing[i].type, type) &&
		    str_eq(all->thing[i].name, name))
			return &all->thing[i];
	return NULL;
}

static void
copy_fields(struct sql *from, struct sql *to)
{
	struct sql_query *q = sql_prepare(from, STR(
	    "SELECT kind, place, field, type, key FROM reg_field"));
	struct sql_query *put = sql_prepare(to, STR("INSERT INTO reg_field "
	    "(kind, place, field, type, key) VALUES ($1, $2, $3, $4, $5)"));

	while (sql_next(q)) {
		sql_bind_text(put, 1, sql_text(q, 0));
		sql_bind_int(put, 2, sql_int(q, 1));
		sql_bind_text(put, 3, sql_text(q, 2));
		sql_bind_text(put, 4, sql_text(q, 3));
		if (sql_is_null(q, 4))
			sql_bind_null(put, 5);
		else
			sql_bind_int(put, 5, sql_int(q, 4));
		sql_execute(put);
	}
	sql_done(put);
	sql_done(q);
}

/* Where a view names a column first; behind all others if it does not. */
static size_t
place_of(struct str text, struct str column)
{
	struct buf quoted = { 0 };
	size_t at = 0;

	sql_name(&quoted, column);
	while (at + quoted.n <= text.n &&
	    memcmp(text.p + at, quoted.p, quoted.n) != 0)
		at++;
	if (at + quoted.n > text.n)
		at = text.n;
	buf_free(&quoted);
	return at;
}

/* The view's order is the schema's, which is only known from the view. */
static size_t *
order_of(const struct store *t, struct arena *a, const struct things *there)
{
	size_t *order = arena_array(a, t->count, sizeof(*order));
	size_t *place = arena_array(a, t->count, sizeof(*place));
	struct buf name = { 0 };
	const struct thing *view;

	buf_printf(&name, "%.*s_shown", STR_ARG(t->kind));
	view = find(there, STR("view"), buf_str(&name));
	buf_free(&name);
	for (size_t i = 0; i < t->count; i++) {
		size_t at = view == NULL ? i :
		    place_of(view->text, t->column[i].name), j = i;

		for (; j > 0 && place[j - 1] > at; j--) {
			place[j] = place[j - 1];
			order[j] = order[j - 1];
		}
		place[j] = at;
		order[j] = i;
	}
	return order;
}

/* What there should be for a kind. */
static void
make_kind(struct sql *s, struct arena *a, struct str kind,
    const struct things *there)
{
	struct buf words = { 0 };
	struct store t;

	store_open(&t, s, a, kind);
	store_table_make(&t);
	store_table_index(&t);
	store_table_show(&t, order_of(&t, a, there));
	store_close(&t);
	/* It comes about with the first search. */
	search_name(&words, kind);
	if (find(there, STR("table"), buf_str(&words)) != NULL)
		search_make_table(s, kind);
	buf_free(&words);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool
same_text(struct str a, struct str b)
{
	size_t i = 0, j = 0;

	for (;;) {
		while (i < a.n && is_blank(a.p[i]))
			i++;
		while (j < b.n && is_blank(b.p[j]))
			j++;
		if (i == a.n || j == b.n)
			return i == a.n && j == b.n;
		if (a.p[i++] != b.p[j++])
			return false;
	}
}

/* Whether a thing is below a full-text table, where the engine keeps house. */
static bool
is_engines(const struct thing *t)
{
	return str_starts(t->name, STR("reg_search_")) &&
	    !str_starts(t->text, STR("CREATE VIRTUAL TABLE "));
}

static bool
is_same(const struct thing *a, const struct thing *b)
{
	return a != NULL && b != NULL && same_text(a->text, b->text);
}

/* What the programs would have made by now. */
static struct things
read_made(struct sql *from, struct arena *a, const struct things *there)
{
	const struct str table = STR("table"), fields = STR("reg_field");
	struct sql *s = sql_make();
	struct things made;
	struct str *kind;
	size_t kinds;

	sql_forgive(s);
	store_make(s);
	journal_make(s);
	twin_make(s);
	search_make(s);
	made = read_things(s, a);
	if (is_same(find(there, table, fields), find(&made, table, fields))) {
		copy_fields(from, s);
		kind = store_kinds(s, a, &kinds);
		for (size_t i = 0; i < kinds; i++)
			make_kind(s, a, kind[i], there);
		made = read_things(s, a);
	}
	sql_close(s);
	return made;
}

static void
add(struct shape_fault *fault, size_t *count, enum shape_what what,
    const struct thing *t)
{
	fault[(*count)++] = (struct shape_fault){ what, t->type, t->name };
}

size_t
shape_compare(struct sql *s, struct arena *a, const struct shape_fault **out)
{
	struct things there = read_things(s, a);
	struct things made = read_made(s, a, &there);
	struct shape_fault *fault = arena_array(a, there.count + made.count + 1,
	    sizeof(*fault));
	size_t count = 0;

	for (size_t i = 0; i < made.count; i++) {
		const struct thing *want = &made.thing[i];

		if (find(&there, want->type, want->name) == NULL)
			add(fault, &count, SHAPE_MISSING, want);
	}
	for (size_t i = 0; i < there.count; i++) {
		const struct thing *has = &there.thing[i];
		const struct thing *want = find(&made, has->type, has->name);

		if (want == NULL)
			add(fault, &count, SHAPE_FOREIGN, has);
		else if (!is_engines(want) && !same_text(want->text, has->text))
			add(fault, &count, SHAPE_CHANGED, has);
	}
	*out = fault;
	return count;
}
