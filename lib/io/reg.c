#include "io/reg.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/utf8.h"
#include "io/journal.h"
#include "io/kind.h"
#include "io/search.h"
#include "io/sql.h"
#include "io/store.h"
#include "io/twin.h"

#define WHAT 0x63697675		/* "civu" */
#define FORM 1

struct reg {
	struct sql *sql;
	struct arena run;
	bool writing, loading;
	struct journal journal;
	struct reg_table *tables;
};

struct reg_table {
	struct reg *reg;
	struct reg_table *next;
	const struct schema *schema;
	struct store store;
	size_t *column;			/* of each field; STR_NONE: not yet */
	struct reg_table **target;	/* of each field that refers */
	struct twin *twin;
	size_t twins, declared;
	struct str *now;		/* the record in hand, by columns */
	struct str *asked;		/* the key of another, by columns */
	char (*digits)[24];
	struct str *shown;		/* a record, by fields */
	struct buf key, before, after, why;
	struct arena told;
	struct reg_fault *fault;
	size_t faults, room;
};

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

_Noreturn static void
is_there(const char *file)
{
	die("%s: is there already, and stays as it is", file);
}

static bool
write_all(int fd, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t n = write(fd, bytes.p, bytes.n);

		if (n < 0)
			return false;
		bytes.p += n;
		bytes.n -= (size_t)n;
	}
	return true;
}

/*
 * A file beside the register's, which its group may use too, takes its name
 * when it is whole.  Unlike rename, link never takes another's place.
 */
static void
write_new(const char *file, struct str bytes)
{
	mode_t mask = umask(0);
	struct buf name = { 0 };
	bool done;
	int fd, why;

	umask(mask);
	buf_printf(&name, "%s.XXXXXX", file);
	buf_byte(&name, '\0');
	fd = mkstemp(name.p);
	if (fd < 0)
		die_errno("%s", file);
	done = fchmod(fd, 0660 & ~mask) == 0 && write_all(fd, bytes) &&
	    fsync(fd) == 0 && close(fd) == 0 && link(name.p, file) == 0;
	why = errno;
	unlink(name.p);
	buf_free(&name);
	errno = why;
	if (!done && errno == EEXIST)
		is_there(file);
	if (!done)
		die_errno("%s", file);
}

/* The folder too must be on the disk, or the name may be lost. */
static void
sync_folder(const char *file)
{
	const char *slash = strrchr(file, '/');
	struct buf name = { 0 };
	int fd;

	buf_add(&name, slash == NULL ? STR(".") :
	    (struct str){ file, (size_t)(slash - file) + 1 });
	buf_byte(&name, '\0');
	fd = open(name.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0 || fsync(fd) != 0 || close(fd) != 0)
		die_errno("%s", name.p);
	buf_free(&name);
}

void
reg_make(const char *file)
{
	struct stat st;
	struct sql *s;

	if (lstat(file, &st) == 0)
		is_there(file);
	s = sql_make();
	sql_run(s, "BEGIN");
	sql_mark(s, WHAT, FORM);
	store_make(s);
	journal_make(s);
	twin_make(s);
	search_make(s);
	sql_run(s, "COMMIT");
	write_new(file, sql_image(s));
	sql_close(s);
	sync_folder(file);
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
	if (sql_what(r->sql) != WHAT)
		die("%s: a database, but not a register", file);
	if (sql_form(r->sql) != FORM)
		die("%s: a register of form %ld; this program knows form %d",
		    file, (long)sql_form(r->sql), FORM);
	return r;
}

static void
close_table(struct reg_table *t)
{
	for (size_t i = 0; i < t->twins; i++)
		twin_close(&t->twin[i]);
	store_close(&t->store);
	buf_free(&t->key);
	buf_free(&t->before);
	buf_free(&t->after);
	buf_free(&t->why);
	arena_reset(&t->told);
	free(t->fault);
}

static void
close_tables(struct reg *r)
{
	for (struct reg_table *t = r->tables; t != NULL; t = t->next)
		close_table(t);
	r->tables = NULL;
}

void
reg_close(struct reg *r)
{
	if (r->writing)
		reg_rollback(r);
	close_tables(r);
	sql_close(r->sql);
	arena_reset(&r->run);
	free(r);
}

static struct str
writer(struct reg *r, const char *who)
{
	struct passwd *user;
	char number[24];

	if (who != NULL && (who[0] == '\0' ||
	    utf8_valid(str_of(who)) != strlen(who)))
		die("-w: not a name: '%s'", who);
	if (who == NULL && (user = getpwuid(getuid())) != NULL)
		who = user->pw_name;
	if (who == NULL) {
		snprintf(number, sizeof(number), "%lu",
		    (unsigned long)getuid());
		who = number;
	}
	return arena_copy(&r->run, str_of(who));
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
	close_tables(r);
	journal_close(&r->journal);
	sql_rollback(r->sql);
	r->writing = false;
}

/* What a record may refer to has its table first. */
static void
open_targets(struct reg_table *t)
{
	const struct schema *s = t->schema;

	t->target = arena_array(&t->reg->run, s->count, sizeof(*t->target));
	for (size_t i = 0; i < s->count; i++) {
		const struct schema_field *f = &s->field[i];

		if (f->type != SCHEMA_REF)
			continue;
		for (struct reg_table *o = t->reg->tables; o != NULL;
		    o = o->next)
			if (str_eq(o->schema->kind, f->ref))
				t->target[i] = o;
		if (t->target[i] == NULL)
			t->target[i] = reg_table(t->reg, kind_schema(
			    &t->reg->run, arena_string(&t->reg->run, f->ref)));
	}
}

static void
fit_columns(struct reg_table *t)
{
	struct arena *a = &t->reg->run;
	const struct schema *s = t->schema;

	t->column = arena_array(a, s->count, sizeof(*t->column));
	for (size_t i = 0; i < s->count; i++)
		t->column[i] = store_column(&t->store, s->field[i].name);
	t->now = arena_array(a, s->count, sizeof(*t->now));
	t->asked = arena_array(a, s->count, sizeof(*t->asked));
	t->shown = arena_array(a, s->count, sizeof(*t->shown));
	t->digits = arena_array(a, s->count, sizeof(*t->digits));
}

struct reg_table *
reg_table(struct reg *r, const struct schema *s)
{
	struct reg_table *t;

	for (t = r->tables; t != NULL; t = t->next)
		if (str_eq(t->schema->kind, s->kind))
			return t;
	t = arena_alloc(&r->run, sizeof(*t));
	t->reg = r;
	t->schema = s;
	t->next = r->tables;
	r->tables = t;
	store_open(&t->store, r->sql, &r->run, s->kind);
	if (r->writing) {
		open_targets(t);
		store_fit(&t->store, s, r->loading);
		t->twin = twin_open(&t->store, r->loading, &t->twins);
	} else
		store_agree(&t->store, s);
	fit_columns(t);
	return t;
}

static void
add_fault(struct reg_table *t, size_t field, struct str value, struct str why)
{
	t->fault = buf_grow(t->fault, &t->room, t->faults + 1,
	    sizeof(*t->fault));
	t->fault[t->faults++] = (struct reg_fault){ field,
		arena_copy(&t->told, value), arena_copy(&t->told, why) };
}

size_t
reg_faults(const struct reg_table *t, const struct reg_fault **fault)
{
	*fault = t->fault;
	return t->faults;
}

static bool
is_in_key(const struct schema *s, size_t field)
{
	for (size_t i = 0; i < s->keys; i++)
		if (s->key[i] == field)
			return true;
	return false;
}

/* Check what is given, and take it into hand as it will be written. */
static void
take_given(struct reg_table *t, const struct str *value)
{
	const struct schema *s = t->schema;

	for (size_t i = 0; i < s->count; i++) {
		size_t c = t->column[i];

		t->now[c] = value[i];
		if (value[i].p == NULL) {
			if (is_in_key(s, i))
				add_fault(t, i, value[i],
				    STR("required, but not given"));
		} else if (schema_fits(&s->field[i], value[i], &t->why)) {
			t->now[c] = store_written(&t->store, c, value[i],
			    t->digits[c]);
		} else {
			add_fault(t, i, value[i], buf_str(&t->why));
			buf_clear(&t->why);
		}
	}
}

/* What is not spoken of stays as it is. */
static void
take_rest(struct reg_table *t, const struct str *value, const struct str *old)
{
	const struct schema *s = t->schema;
	struct str none = { "", 0 };

	for (size_t i = 0; i < s->count; i++) {
		size_t c = t->column[i];

		if (value[i].p != NULL)
			continue;
		t->now[c] = old == NULL ? none : old[c];
		if (t->now[c].n == 0 && s->field[i].required)
			add_fault(t, i, value[i], STR("required, and not in the "
			    "register yet"));
	}
}

static void
check_reference(struct reg_table *t, size_t field, struct str item)
{
	struct reg_table *to = t->target[field];
	const struct schema_field *f = &t->schema->field[field];

	/* A record may refer to itself. */
	if (to == t && str_eq(item, t->now[t->store.key[0]]))
		return;
	to->asked[to->store.key[0]] = item;
	buf_clear(&t->before);
	store_key(&t->before, &to->store, to->asked);
	if (store_find(&to->store, buf_str(&t->before), to->asked) != 0)
		return;
	buf_printf(&t->why, "no such %.*s in the register", STR_ARG(f->ref));
	add_fault(t, field, item, buf_str(&t->why));
	buf_clear(&t->why);
}

/* What the record refers to is there. */
static void
check_references(struct reg_table *t, const struct str *value)
{
	for (size_t i = 0; i < t->schema->count; i++) {
		struct str rest = value[i];

		if (t->target[i] == NULL)
			continue;
		if (!t->schema->field[i].list && rest.n > 0)
			check_reference(t, i, rest);
		else
			while (rest.n > 0)
				check_reference(t, i, str_cut(&rest, ';'));
	}
}

/* The sets of twins in which the record was, and is. */
static void
move_twins(struct reg_table *t, int64_t entry, const struct str *old)
{
	for (size_t i = 0; i < t->twins; i++) {
		struct twin *w = &t->twin[i];
		bool same = old != NULL;

		for (size_t j = 0; same && j < w->count; j++)
			same = str_eq(old[w->column[j]], t->now[w->column[j]]);
		if (same)
			continue;
		if (old != NULL)
			twin_drop(w, entry, old);
		twin_add(w, entry, t->now);
	}
}

/* The change itself: in the journal first, whose entry the table names. */
static void
write_change(struct reg_table *t, int64_t entry, int64_t prior,
    const struct str *old)
{
	struct journal_entry e = { .kind = t->schema->kind,
		.key = buf_str(&t->key), .before = buf_str(&t->before),
		.after = buf_str(&t->after), .prior = prior };
	int64_t number = journal_append(&t->reg->journal, &e);

	if (old == NULL) {
		move_twins(t, number, NULL);
		store_insert(&t->store, number, e.key, t->now);
	} else {
		move_twins(t, entry, old);
		store_update(&t->store, entry, number, t->now);
	}
}

enum reg_action
reg_put(struct reg_table *t, const struct str *value)
{
	const struct str *old = NULL;
	int64_t entry, prior = 0;

	arena_reset(&t->told);
	t->faults = 0;
	take_given(t, value);
	if (t->faults > 0)
		return REG_REFUSED;
	buf_clear(&t->key);
	store_key(&t->key, &t->store, t->now);
	entry = store_find(&t->store, buf_str(&t->key), t->now);
	if (entry != 0)
		old = store_fetch(&t->store, entry, &prior);
	take_rest(t, value, old);
	check_references(t, value);
	if (t->faults > 0)
		return REG_REFUSED;
	buf_clear(&t->before);
	buf_clear(&t->after);
	if (old != NULL)
		store_canonical(&t->before, &t->store, old);
	store_canonical(&t->after, &t->store, t->now);
	if (str_eq(buf_str(&t->before), buf_str(&t->after)))
		return REG_UNCHANGED;
	write_change(t, entry, prior, old);
	return old == NULL ? REG_REGISTERED : REG_UPDATED;
}

enum reg_action
reg_put_record(struct reg_table *t, struct rec *in, const size_t *place)
{
	const struct schema *s = t->schema;
	enum reg_action action;

	for (size_t i = 0; i < s->count; i++) {
		t->shown[i] = (struct str){ NULL, 0 };
		if (place[i] == REC_NONE)
			continue;
		t->shown[i] = rec_value(in, place[i]);
		if (t->shown[i].p == NULL)
			t->shown[i].p = "";
	}
	action = reg_put(t, t->shown);
	for (size_t i = 0; i < t->faults; i++) {
		const struct reg_fault *f = &t->fault[i];

		if (place[f->field] != REC_NONE)
			kind_refuse(in, place[f->field], f->why, f->value);
		else
			rec_refuse(in, REC_NONE, "%.*s: %.*s",
			    STR_ARG(s->field[f->field].name), STR_ARG(f->why));
	}
	return action;
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

const struct str *
reg_twin(struct reg_table *t, size_t twins, const struct str *value)
{
	struct str none = { "", 0 };
	const struct str *found;
	bool has_key = true;

	for (size_t i = 0; i < t->schema->count; i++)
		t->now[t->column[i]] = value[i].p == NULL ? none : value[i];
	for (size_t i = 0; i < t->store.keys; i++)
		has_key = has_key && t->now[t->store.key[i]].n > 0;
	found = twin_find(&t->twin[twins], has_key ? find_now(t) : 0, t->now);
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
