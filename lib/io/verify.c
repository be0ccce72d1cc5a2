#include "io/verify.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/map.h"
#include "io/search_check.h"
#include "io/shape.h"
#include "io/sql.h"
#include "io/store.h"
#include "io/twin.h"

#define TOLD_MAX 50
#define SHOWN_MAX 80	/* bytes of a value that a message shows */

/* Where the checks have come to. */
struct check {
	struct verify *v;
	struct sql *sql;
	struct arena run;
	struct sql_query *one;		/* journal_read_one */
	struct store *store;
	struct search_check *search;	/* of each store */
	size_t stores;

	/* The records the journal makes: "kind\tkey". */
	struct map records;
	struct known {
		int64_t first, last;	/* entries that registered, changed it */
		bool seen;		/* in its table */
	} *known;
	size_t room;
	struct buf name, text;
	struct twin_sum twins;		/* those there should be */
};

static void PRINTF(2, 3)
fault(struct check *c, const char *fmt, ...)
{
	struct buf text = { 0 };
	va_list args, again;
	int n;

	if (c->v->faults++ >= TOLD_MAX)
		return;
	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n > 0)
		vsnprintf(buf_reserve(&text, (size_t)n + 1), (size_t)n + 1,
		    fmt, args);
	va_end(args);
	/* Between the values of a key. */
	for (int i = 0; i < n; i++)
		if (text.p[i] == '\t')
			text.p[i] = ' ';
	warn("%s: %s", sql_file(c->sql), n > 0 ? text.p : "");
	buf_free(&text);
}

static struct str
shown(struct str s)
{
	return (struct str){ s.p, s.n < SHOWN_MAX ? s.n : SHOWN_MAX };
}

static struct store *
store_of(struct check *c, struct str kind)
{
	for (size_t i = 0; i < c->stores; i++)
		if (str_eq(c->store[i].kind, kind))
			return &c->store[i];
	return NULL;
}

/* "kind\tkey": no kind has a tab in its name. */
static struct str
name_of(struct check *c, struct str kind, struct str key)
{
	buf_clear(&c->name);
	buf_add(&c->name, kind);
	buf_byte(&c->name, '\t');
	buf_add(&c->name, key);
	return buf_str(&c->name);
}

/* The hash that the entry should have, behind the one before it. */
static void
check_hash(struct check *c, const struct journal_entry *e)
{
	char hash[JOURNAL_HASH];

	buf_clear(&c->text);
	journal_line(&c->text, e);
	journal_hash(buf_str(&c->text), hash);
	if (!str_eq(e->hash, (struct str){ hash, sizeof(hash) }))
		fault(c, "entry %lld: its hash is not that of what it says",
		    (long long)e->entry);
}

/* What the entry says to have been before is what the prior one made. */
static void
check_before(struct check *c, const struct journal_entry *e, int64_t last)
{
	struct journal_entry prior;

	if (e->prior != last)
		fault(c, "entry %lld: changes entry %lld, and not entry %lld, "
		    "the last of %.*s %.*s", (long long)e->entry,
		    (long long)e->prior, (long long)last, STR_ARG(e->kind),
		    STR_ARG(e->key));
	if (last == 0 && e->before.n > 0)
		fault(c, "entry %lld: changes %.*s %.*s, which was not there",
		    (long long)e->entry, STR_ARG(e->kind), STR_ARG(e->key));
	if (last > 0 && journal_find(c->one, last, &prior) &&
	    !str_eq(prior.after, e->before))
		fault(c, "entry %lld: what it says to have been before is not "
		    "what entry %lld made", (long long)e->entry,
		    (long long)last);
	sql_reset(c->one);
}

/* What it made can be read, and has the key under which it is entered. */
static void
check_after(struct check *c, const struct journal_entry *e)
{
	struct store *t = store_of(c, e->kind);
	const struct str *value = t == NULL ? NULL : store_parse(t, e->after);

	if (value == NULL) {
		fault(c, "entry %lld: not a record of %.*s",
		    (long long)e->entry, STR_ARG(e->kind));
		return;
	}
	buf_clear(&c->text);
	store_key(&c->text, t, value);
	if (!str_eq(buf_str(&c->text), e->key))
		fault(c, "entry %lld: has the key %.*s, but its record %.*s",
		    (long long)e->entry, STR_ARG(e->key),
		    STR_ARG(buf_str(&c->text)));
}

/* Note that the record of the entry is as the entry made it. */
static void
take_entry(struct check *c, const struct journal_entry *e)
{
	size_t count = c->records.count;
	size_t i = map_add(&c->records, name_of(c, e->kind, e->key));
	const struct store *t;

	c->known = buf_grow(c->known, &c->room, c->records.count,
	    sizeof(*c->known));
	if (i == count)
		c->known[i] = (struct known){ .first = e->entry };
	check_before(c, e, c->known[i].last);
	c->known[i].last = e->entry;
	t = store_of(c, e->kind);
	if (t != NULL)
		search_check_entry(&c->search[t - c->store], e,
		    c->known[i].first);
}

/* The head that was written down: does this entry have it? */
static void
take_head(struct check *c, const struct journal_entry *e)
{
	struct verify *v = c->v;

	if (v->old_head.n > 0 && str_eq(v->old_head, e->hash) &&
	    (v->old_entries == 0 || v->old_entries == e->entry))
		v->found = e->entry;
	v->entries++;
	memset(v->head, '?', sizeof(v->head));
	if (e->hash.n == sizeof(v->head))
		memcpy(v->head, e->hash.p, sizeof(v->head));
	v->at[0] = '\0';
	/* Where the time was taken away there is no text. */
	if (e->at.n > 0 && e->at.n < sizeof(v->at)) {
		memcpy(v->at, e->at.p, e->at.n);
		v->at[e->at.n] = '\0';
	}
}

static void
check_journal(struct check *c)
{
	struct sql_query *q = journal_read(c->sql, INT64_MIN);
	struct journal_entry e;
	int64_t last = 0, run = 0, runs = 0;

	while (journal_next(q, &e)) {
		if (e.entry != last + 1)
			fault(c, "entry %lld: follows entry %lld: what was "
			    "between is not there", (long long)e.entry,
			    (long long)last);
		last = e.entry;
		if (e.run < run)
			fault(c, "entry %lld: is of run %lld, but the entry "
			    "before it is of run %lld", (long long)e.entry,
			    (long long)e.run, (long long)run);
		runs += e.run != run;
		run = e.run;
		check_hash(c, &e);
		check_after(c, &e);
		take_entry(c, &e);
		take_head(c, &e);
	}
	sql_done(q);
	if (sql_number(c->sql, "SELECT count(*) FROM reg_run") != runs)
		fault(c, "reg_run has other runs than the journal's");
}

static void
check_head(struct check *c)
{
	const struct verify *v = c->v;

	if (v->entries < v->old_entries)
		fault(c, "there are %lld entries, but there were %lld: the "
		    "journal was cut", (long long)v->entries,
		    (long long)v->old_entries);
	else if (v->old_head.n > 0 && v->found == 0 && v->old_entries > 0)
		fault(c, "entry %lld has not the hash that was written down: "
		    "the journal was written anew",
		    (long long)v->old_entries);
	else if (v->old_head.n > 0 && v->found == 0)
		fault(c, "no entry has the hash that was written down: the "
		    "journal was cut, or written anew");
}

/* Which fields are not as the entry made them. */
static void
tell_difference(struct check *c, struct store *t, struct str key,
    const struct str *value, const struct journal_entry *e)
{
	const struct str *made = store_parse(t, e->after);
	bool told = false;

	for (size_t i = 0; made != NULL && i < t->count; i++)
		if (!str_eq(made[i], value[i])) {
			fault(c, "%.*s %.*s: %.*s is '%.*s', but '%.*s' by "
			    "entry %lld", STR_ARG(t->kind), STR_ARG(key),
			    STR_ARG(t->column[i].name), STR_ARG(shown(value[i])),
			    STR_ARG(shown(made[i])), (long long)e->entry);
			told = true;
		}
	if (!told)
		fault(c, "%.*s %.*s: is not as entry %lld made it",
		    STR_ARG(t->kind), STR_ARG(key), (long long)e->entry);
}

/* A record of the table against the entry that changed it last. */
static void
check_record(struct check *c, struct store *t, const struct str *value,
    int64_t entry, int64_t changed)
{
	struct buf key = { 0 };
	struct journal_entry e;
	struct known *k;
	size_t i;

	store_key(&key, t, value);
	i = map_find(&c->records, name_of(c, t->kind, buf_str(&key)));
	k = i == MAP_NONE ? NULL : &c->known[i];
	if (k == NULL || !journal_find(c->one, k->last, &e)) {
		fault(c, "%.*s %.*s: is not in the journal", STR_ARG(t->kind),
		    STR_ARG(buf_str(&key)));
		buf_free(&key);
		return;
	}
	k->seen = true;
	if (entry != k->first || changed != k->last)
		fault(c, "%.*s %.*s: names entries %lld and %lld as its own, "
		    "but they are %lld and %lld", STR_ARG(t->kind),
		    STR_ARG(buf_str(&key)), (long long)entry,
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
check_table(struct check *c, struct store *t)
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
check_missing(struct check *c)
{
	for (size_t i = 0; i < c->records.count; i++) {
		struct str key = map_key(&c->records, i);
		struct str kind = str_cut(&key, '\t');

		if (!c->known[i].seen)
			fault(c, "%.*s %.*s: is not in its table, but was "
			    "registered by entry %lld", STR_ARG(kind),
			    STR_ARG(key), (long long)c->known[i].first);
	}
}

static void
check_twins(struct check *c)
{
	struct twin_sum there = { 0 };

	twin_count_all(c->sql, &there);
	if (there.count != c->twins.count || there.sum != c->twins.sum)
		fault(c, "reg_twin, by which twins are found, is not what the "
		    "records make");
}

/*
 * Whether the register consists of what it should.  False if a table is not
 * there or is another: what it has could not be read.
 */
static bool
check_shape(struct check *c)
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
		fault(c, "%.*s %.*s: %s", STR_ARG(f[i].type), STR_ARG(f[i].name),
		    why[f[i].what]);
		if (f[i].what != SHAPE_FOREIGN && str_eq(f[i].type, STR("table")))
			readable = false;
	}
	return readable;
}

static void
check_searches(struct check *c)
{
	for (size_t i = 0; i < c->stores; i++)
		if (c->search[i].until > c->v->entries ||
		    !search_check_holds(&c->search[i]))
			fault(c, "reg_search_%.*s, by which words are found, is "
			    "not what the records make",
			    STR_ARG(c->store[i].kind));
}

static void
check_content(struct check *c)
{
	check_journal(c);
	check_head(c);
	for (size_t i = 0; i < c->stores; i++)
		check_table(c, &c->store[i]);
	check_missing(c);
	check_twins(c);
	check_searches(c);
}

static void
open_all(struct check *c)
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
close_all(struct check *c)
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
	struct check c = { .v = v, .sql = reg_sql(r) };
	struct buf why = { 0 };

	/* All that is read is of one moment. */
	sql_run(c.sql, "BEGIN");
	if (sql_damage(c.sql, &why))
		fault(&c, "the file is damaged: %.*s", STR_ARG(buf_str(&why)));
	buf_free(&why);
	if (check_shape(&c)) {
		open_all(&c);
		check_content(&c);
	} else
		fault(&c, "what the tables have was not looked at");
	close_all(&c);
	sql_run(c.sql, "COMMIT");
	if (v->faults > TOLD_MAX)
		warn("%s: %zu more faults", sql_file(c.sql),
		    v->faults - TOLD_MAX);
}
