#include "io/reg.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/utf8.h"
#include "io/reg_table.h"
#include "io/sql.h"

const char *
reg_action_name(enum reg_action action)
{
	static const char *const names[] = { "registered", "updated",
		"unchanged", "refused" };

	return names[action];
}

const char *
reg_file(const char *option)
{
	const char *file = option != NULL ? option :
	    getenv("CIVUTILS_REGISTER");

	return file != NULL && file[0] != '\0' ? file : "register.db";
}

struct reg *
reg_open(const char *file, enum reg_mode mode)
{
	struct reg *r = calloc(1, sizeof(*r));

	if (r == NULL)
		die("out of memory");
	file = reg_file(file);
	if (access(file, F_OK) != 0 && errno == ENOENT)
		die("%s: no such register; make it with reg-init, or name "
		    "another with -R or $CIVUTILS_REGISTER", file);
	r->sql = sql_open(file, mode == REG_WRITE);
	if (sql_what(r->sql) != REG_WHAT)
		die("%s: a database, but not a register", file);
	if (sql_form(r->sql) != REG_FORM)
		die("%s: a register of form %ld; this program knows form %d",
		    file, (long)sql_form(r->sql), REG_FORM);
	return r;
}

static void
close_tables(struct reg *r)
{
	for (struct reg_table *t = r->tables; t != NULL; t = t->next)
		reg_table_close(t);
	r->tables = NULL;
}

void
reg_close(struct reg *r)
{
	reg_rollback(r);
	close_tables(r);
	sql_close(r->sql);
	arena_reset(&r->run);
	free(r);
}

static struct str
writer(struct reg *r, const char *who)
{
	if (who == NULL)
		return STR("");
	if (who[0] == '\0' || utf8_valid(str_of(who)) != strlen(who))
		die("-w: not a name: '%s'", who);
	return arena_copy(&r->run, str_of(who));
}

void
reg_rehearse(struct reg *r)
{
	sql_rehearse(r->sql);
}

void
reg_begin(struct reg *r, const char *who)
{
	struct str name = writer(r, who);

	close_tables(r);
	r->loading = journal_count(r->sql) == 0;
	sql_begin(r->sql, r->loading);
	if (r->loading && journal_count(r->sql) > 0) {
		/* Another program was first. */
		sql_rollback(r->sql);
		r->loading = false;
		sql_begin(r->sql, false);
	}
	journal_open(&r->journal, r->sql, name);
	r->writing = true;
}

void
reg_commit(struct reg *r)
{
	if (!r->writing)
		return;
	sql_look_back(r->sql);
	for (struct reg_table *t = r->tables; t != NULL; t = t->next) {
		store_settle(&t->store);
		for (size_t i = 0; i < t->twins; i++)
			twin_settle(&t->twin[i]);
	}
	close_tables(r);
	journal_close(&r->journal);
	sql_commit(r->sql);
	r->writing = false;
}

void
reg_rollback(struct reg *r)
{
	if (!r->writing)
		return;
	close_tables(r);
	journal_close(&r->journal);
	sql_rollback(r->sql);
	r->writing = false;
}

size_t
reg_faults(const struct reg_table *t, const struct reg_fault **fault)
{
	*fault = t->fault;
	return t->faults;
}

/* A record by the fields of the schema; those that are no column yet, empty. */
static const struct str *
show(struct reg_table *t, const struct str *value)
{
	for (size_t i = 0; i < t->schema->count; i++)
		t->shown[i] = t->column[i] == STR_NONE ?
		    (struct str){ "", 0 } : value[t->column[i]];
	return t->shown;
}

/* The entry that registered the record of which now has the key. */
static int64_t
find_now(struct reg_table *t)
{
	buf_clear(&t->key);
	store_key(&t->key, &t->store, t->now);
	return store_find(&t->store, buf_str(&t->key), t->now);
}

const struct str *
reg_get(struct reg_table *t, const struct str *key)
{
	int64_t entry, changed;

	if (t->store.count == 0)
		return NULL;
	for (size_t i = 0; i < t->store.keys; i++) {
		size_t c = t->store.key[i];

		t->now[c] = store_written(&t->store, c, key[i], t->digits[c]);
	}
	entry = find_now(t);
	return entry == 0 ? NULL :
	    show(t, store_fetch(&t->store, entry, &changed));
}

size_t
reg_twins(struct reg_table *t, const size_t *field, size_t count)
{
	size_t *column = arena_array(&t->reg->run, count, sizeof(*column));
	struct twin *more;

	for (size_t i = 0; i < count; i++)
		column[i] = t->column[field[i]];
	for (size_t i = 0; i < t->twins; i++)
		if (twin_is(&t->twin[i], column, count))
			return i;
	more = arena_array(&t->reg->run, t->twins + 1, sizeof(*more));
	if (t->twins > 0)
		memcpy(more, t->twin, t->twins * sizeof(*more));
	t->twin = more;
	twin_declare(&t->twin[t->twins], &t->store, t->reg->loading, column,
	    count);
	return t->twins++;
}

/* Take a field into hand as it will be written. */
static bool
take(struct reg_table *t, size_t c, const struct str *value, size_t field)
{
	struct str none = { "", 0 };

	t->now[c] = value[field].p == NULL ? none :
	    store_written(&t->store, c, value[field], t->digits[c]);
	return t->now[c].n > 0;
}

const struct str *
reg_twin(struct reg_table *t, size_t twins, const struct str *value)
{
	const struct schema *s = t->schema;
	struct twin *w = &t->twin[twins];
	const struct str *found;
	bool has_key = true;

	for (size_t i = 0; i < s->keys; i++)
		has_key = take(t, t->store.key[i], value, s->key[i]) && has_key;
	for (size_t i = 0; i < w->count; i++)
		take(t, w->column[i], value,
		    schema_field(s, t->store.column[w->column[i]].name));
	found = twin_find(w, has_key ? find_now(t) : 0, t->now);
	return found == NULL ? NULL : show(t, found);
}

struct sql *
reg_sql(struct reg *r)
{
	return r->sql;
}

struct store *
reg_store(struct reg_table *t)
{
	return &t->store;
}

const struct schema *
reg_schema(const struct reg_table *t)
{
	return t->schema;
}
