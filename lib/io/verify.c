#include "io/verify.h"

#include <stdlib.h>

#include "io/shape.h"
#include "io/verify_run.h"

#define SHOWN_MAX 80 /* bytes of a value that a message shows */

static struct str
shown(struct str s)
{
	return (struct str){ s.p, s.n < SHOWN_MAX ? s.n : SHOWN_MAX };
}

/* Which fields are not as the entry made them. */
static void
tell_difference(struct verify_run *c, struct store *t, struct str key,
    const struct str *value, const struct journal_entry *e)
{
	const struct str *made = store_parse(t, e->after);
	bool told = false;

	for (size_t i = 0; made != NULL && i < t->count; i++)
		if (!str_eq(made[i], value[i])) {
			verify_run_tell(c,
			    "%.*s %.*s: %.*s is '%.*s', but '%.*s' by "
			    "entry %lld",
			    STR_ARG(t->kind), STR_ARG(key),
			    STR_ARG(t->column[i].name),
			    STR_ARG(shown(value[i])), STR_ARG(shown(made[i])),
			    (long long)e->entry);
			told = true;
		}
	if (!told)
		verify_run_tell(c, "%.*s %.*s: is not as entry %lld made it",
		    STR_ARG(t->kind), STR_ARG(key), (long long)e->entry);
}

/* A record of the table against the entry that changed it last. */
static void
check_record(struct verify_run *c, struct store *t, const struct str *value,
    int64_t entry, int64_t changed)
{
	struct buf key = { 0 };
	struct journal_entry e;
	struct known *k;
	size_t i;

	store_key(&key, t, value);
	i = map_find(&c->records, verify_run_name(c, t->kind, buf_str(&key)));
	k = i == MAP_NONE ? NULL : &c->known[i];
	if (k == NULL || !journal_find(c->one, k->last, &e)) {
		verify_run_tell(c, "%.*s %.*s: is not in the journal",
		    STR_ARG(t->kind), STR_ARG(buf_str(&key)));
		buf_free(&key);
		return;
	}
	k->seen = true;
	if (entry != k->first || changed != k->last)
		verify_run_tell(c,
		    "%.*s %.*s: names entries %lld and %lld as its own, "
		    "but they are %lld and %lld",
		    STR_ARG(t->kind), STR_ARG(buf_str(&key)), (long long)entry,
		    (long long)changed, (long long)k->first,
		    (long long)k->last);
	buf_clear(&c->text);
	store_canonical(&c->text, t, value);
	if (!str_eq(buf_str(&c->text), e.after))
		tell_difference(c, t, buf_str(&key), value, &e);
	sql_reset(c->one);
	buf_free(&key);
}

static void
check_table(struct verify_run *c, struct store *t)
{
	struct buf text = { 0 };
	struct twin *twin;
	size_t twins;
	struct sql_query *q;

	buf_add(&text, STR("SELECT reg_entry, reg_changed"));
	store_columns(&text, t);
	buf_add(&text, STR(" FROM "));
	sql_name(&text, t->kind);
	buf_add(&text, STR(" ORDER BY reg_entry"));
	q = sql_prepare(c->sql, buf_str(&text));
	buf_free(&text);
	twin = twin_open(t, false, &twins);
	while (sql_next(q)) {
		const struct str *value = store_row(t, q, 2);

		c->v->records++;
		check_record(c, t, value, sql_int(q, 0), sql_int(q, 1));
		for (size_t i = 0; i < twins; i++)
			twin_count(&twin[i], sql_int(q, 0), value, &c->twins);
	}
	for (size_t i = 0; i < twins; i++)
		twin_close(&twin[i]);
	sql_done(q);
}

/* What the journal made is in the tables. */
static void
check_missing(struct verify_run *c)
{
	for (size_t i = 0; i < c->records.count; i++) {
		struct str key = map_key(&c->records, i);
		struct str kind = str_cut(&key, '\t');

		if (!c->known[i].seen)
			verify_run_tell(c,
			    "%.*s %.*s: is not in its table, but was "
			    "registered by entry %lld",
			    STR_ARG(kind), STR_ARG(key),
			    (long long)c->known[i].first);
	}
}

static void
check_twins(struct verify_run *c)
{
	struct twin_sum there = { 0 };

	twin_count_all(c->sql, &there);
	if (there.count != c->twins.count || there.sum != c->twins.sum)
		verify_run_tell(c,
		    "reg_twin, by which twins are found, is not what the "
		    "records make");
}

/*
 * Whether the register consists of what it should.  False if a table is not
 * there or is another: what it has could not be read.
 */
static bool
check_shape(struct verify_run *c)
{
	static const char *const why[] = {
		[SHAPE_MISSING] = "is not there",
		[SHAPE_CHANGED] = "is not as the register makes it",
		[SHAPE_FOREIGN] = "is none that the register makes",
	};
	const struct shape_fault *f;
	size_t count = shape_compare(c->sql, &c->run, &f);
	bool readable = true;

	for (size_t i = 0; i < count; i++) {
		verify_run_tell(c, "%.*s %.*s: %s", STR_ARG(f[i].type),
		    STR_ARG(f[i].name), why[f[i].what]);
		if (f[i].what != SHAPE_FOREIGN &&
		    str_eq(f[i].type, STR("table")))
			readable = false;
	}
	return readable;
}

static void
check_searches(struct verify_run *c)
{
	for (size_t i = 0; i < c->stores; i++)
		if (c->search[i].until > c->v->entries ||
		    !search_check_holds(&c->search[i]))
			verify_run_tell(c,
			    "reg_search_%.*s, by which words are found, is "
			    "not what the records make",
			    STR_ARG(c->store[i].kind));
}

static void
check_content(struct verify_run *c)
{
	verify_journal(c);
	verify_journal_head(c);
	for (size_t i = 0; i < c->stores; i++)
		check_table(c, &c->store[i]);
	check_missing(c);
	check_twins(c);
	check_searches(c);
}

static void
open_all(struct verify_run *c)
{
	struct str *kinds = store_kinds(c->sql, &c->run, &c->stores);

	c->one = journal_read_one(c->sql);
	c->store = arena_array(&c->run, c->stores + 1, sizeof(*c->store));
	c->search = arena_array(&c->run, c->stores + 1, sizeof(*c->search));
	for (size_t i = 0; i < c->stores; i++) {
		store_open(&c->store[i], c->sql, &c->run, kinds[i]);
		search_check_open(&c->search[i], &c->store[i]);
	}
}

static void
close_all(struct verify_run *c)
{
	sql_done(c->one);
	for (size_t i = 0; i < c->stores; i++) {
		search_check_close(&c->search[i]);
		store_close(&c->store[i]);
	}
	map_free(&c->records);
	free(c->known);
	buf_free(&c->name);
	buf_free(&c->text);
	arena_reset(&c->run);
}

void
verify_register(struct verify *v, struct reg *r)
{
	struct verify_run c = { .v = v, .sql = reg_sql(r) };
	struct buf why = { 0 };

	/* All that is read is of one moment. */
	sql_run(c.sql, "BEGIN");
	if (sql_damage(c.sql, &why))
		verify_run_tell(
		    &c, "the file is damaged: %.*s", STR_ARG(buf_str(&why)));
	buf_free(&why);
	if (check_shape(&c)) {
		open_all(&c);
		check_content(&c);
	} else
		verify_run_tell(&c, "what the tables have was not looked at");
	verify_run_end(&c);
	close_all(&c);
	sql_run(c.sql, "COMMIT");
}
