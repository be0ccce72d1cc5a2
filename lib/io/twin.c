#include "io/twin.h"

#include "base/digest.h"
#include "civic/name.h"
#include "io/twin_load.h"

void
twin_make(struct sql *s)
{
	sql_run(s, "CREATE TABLE reg_twins ("
	    "twins INTEGER PRIMARY KEY,"
	    "kind TEXT NOT NULL, fields TEXT NOT NULL)" SQL_STRICT ";"
	    "CREATE TABLE reg_twin (twins INTEGER NOT NULL,"
	    "number INTEGER NOT NULL, record INTEGER NOT NULL,"
	    "PRIMARY KEY (twins, number, record))" SQL_BY_KEY);
}

static void
bind_pair(struct twin *t, struct sql_query *q, int place, int64_t number,
    int64_t entry)
{
	sql_bind_int(q, place, t->set);
	sql_bind_int(q, place + 1, number);
	sql_bind_int(q, place + 2, entry);
}

static void
write_pair(struct twin *t, struct sql_query *q, int64_t number, int64_t entry)
{
	bind_pair(t, q, 1, number, entry);
	sql_execute(q);
}

static void
prepare(struct twin *t)
{
	struct sql *s = t->store->sql;

	if (t->add != NULL)
		return;
	t->add = sql_prepare(s, STR(
	    "INSERT INTO reg_twin (twins, number, record) VALUES ($1, $2, $3)"));
	t->drop = sql_prepare(s, STR("DELETE FROM reg_twin "
	    "WHERE twins = $1 AND number = $2 AND record = $3"));
	t->find = sql_prepare(s, STR("SELECT record FROM reg_twin "
	    "WHERE twins = $1 AND number = $2 ORDER BY record"));
}

/*
 * Of a load, many pairs go into one statement: to run one costs more than to
 * put a pair into the table.
 */
enum { AT_ONCE = 50 };

struct writer {
	struct twin *twin;
	struct sql_query *many;
	int64_t number[AT_ONCE], entry[AT_ONCE];
	size_t count;
};

static struct sql_query *
prepare_many(struct sql *s)
{
	struct buf text = { 0 };
	struct sql_query *q;

	buf_add(&text, STR("INSERT INTO reg_twin (twins, number, record) "
	    "VALUES"));
	for (int i = 0; i < AT_ONCE; i++)
		buf_printf(&text, "%s ($%d, $%d, $%d)", i == 0 ? "" : ",",
		    i * 3 + 1, i * 3 + 2, i * 3 + 3);
	q = sql_prepare(s, buf_str(&text));
	buf_free(&text);
	return q;
}

static void
write_loaded(void *context, int64_t number, int64_t entry)
{
	struct writer *w = context;

	w->number[w->count] = number;
	w->entry[w->count++] = entry;
	if (w->count < AT_ONCE)
		return;
	for (int i = 0; i < AT_ONCE; i++)
		bind_pair(w->twin, w->many, i * 3 + 1, w->number[i],
		    w->entry[i]);
	sql_execute(w->many);
	w->count = 0;
}

static void
write_load(struct twin *t)
{
	struct writer w = { .twin = t, .many = prepare_many(t->store->sql) };

	prepare(t);
	twin_load_each(t->load, write_loaded, &w);
	for (size_t i = 0; i < w.count; i++)
		write_pair(t, t->add, w.number[i], w.entry[i]);
	sql_done(w.many);
}

static void
load_free(struct twin *t)
{
	twin_load_free(t->load);
	t->load = NULL;
}

void
twin_settle(struct twin *t)
{
	if (t->load != NULL) {
		write_load(t);
		load_free(t);
	}
	sql_done(t->find);
	sql_done(t->add);
	sql_done(t->drop);
	t->find = t->add = t->drop = NULL;
}

void
twin_close(struct twin *t)
{
	load_free(t);
	twin_settle(t);
	buf_free(&t->folded);
	buf_free(&t->other);
	buf_free(&t->raw);
	buf_free(&t->last);
}

static void
start(struct twin *t, struct store *store, int64_t set, bool loading)
{
	*t = (struct twin){ .store = store, .set = set };
	if (loading)
		t->load = twin_load_open();
}

/* The columns that a set's names, with a blank between, stand for. */
static void
read_set(struct twin *t, struct str names)
{
	t->column = arena_array(t->store->arena, t->store->count + 1,
	    sizeof(*t->column));
	while (names.n > 0 && t->count < t->store->count) {
		size_t column = store_column(t->store, str_cut(&names, ' '));

		if (column != STR_NONE)
			t->column[t->count++] = column;
	}
}

struct twin *
twin_open(struct store *store, bool loading, size_t *count)
{
	struct sql_query *q = sql_prepare(store->sql, STR(
	    "SELECT twins, fields, "
	    "(SELECT count(*) FROM reg_twins WHERE kind = $1) "
	    "FROM reg_twins WHERE kind = $1 ORDER BY twins"));
	struct twin *sets = NULL;

	*count = 0;
	sql_bind_text(q, 1, store->kind);
	while (sql_next(q)) {
		if (sets == NULL)
			sets = arena_array(store->arena, (size_t)sql_int(q, 2),
			    sizeof(*sets));
		start(&sets[*count], store, sql_int(q, 0), loading);
		read_set(&sets[(*count)++], sql_text(q, 1));
	}
	sql_done(q);
	return sets;
}

bool
twin_is(const struct twin *t, const size_t *column, size_t count)
{
	if (t->count != count)
		return false;
	for (size_t i = 0; i < count; i++)
		if (t->column[i] != column[i])
			return false;
	return true;
}

/* The values of the set, folded; false if one is empty. */
static bool
fold(const struct twin *t, const struct str *value, struct buf *out)
{
	buf_clear(out);
	buf_add(out, t->store->kind);
	for (size_t i = 0; i < t->count; i++) {
		if (value[t->column[i]].n == 0)
			return false;
		buf_byte(out, '\t');
		buf_add(out, t->store->column[t->column[i]].name);
		buf_byte(out, '\t');
		name_fold(out, value[t->column[i]]);
	}
	return true;
}

static int64_t
number_of(const struct buf *folded)
{
	unsigned char digest[DIGEST_SHA256];
	uint64_t number = 0;

	digest_sha256(buf_str(folded), digest);
	for (int i = 0; i < 8; i++)
		number = number << 8 | digest[i];
	return (int64_t)number;
}

/*
 * The number of a record, whose folded values are then in t->folded.  A
 * record is first added and then looked for: the last one is remembered.
 */
static bool
take_number(struct twin *t, const struct str *value)
{
	struct buf last = t->last;

	buf_clear(&t->raw);
	for (size_t i = 0; i < t->count; i++) {
		struct str s = value[t->column[i]];

		buf_add(&t->raw, (struct str){ (char *)&s.n, sizeof(s.n) });
		buf_add(&t->raw, s);
	}
	if (str_eq(buf_str(&t->raw), buf_str(&last)))
		return true;
	buf_clear(&t->last);
	if (!fold(t, value, &t->folded))
		return false;
	t->number = number_of(&t->folded);
	t->last = t->raw;
	t->raw = last;
	return true;
}

void
twin_add(struct twin *t, int64_t entry, const struct str *value)
{
	if (!take_number(t, value))
		return;
	if (t->load != NULL) {
		twin_load_add(t->load, t->number, entry);
		return;
	}
	prepare(t);
	write_pair(t, t->add, t->number, entry);
}

void
twin_drop(struct twin *t, int64_t entry, const struct str *value)
{
	if (!take_number(t, value))
		return;
	if (t->load != NULL) {
		twin_load_drop(t->load, t->number, entry);
		return;
	}
	prepare(t);
	write_pair(t, t->drop, t->number, entry);
}

/* The record of an entry, if its values are truly those of t->folded. */
static const struct str *
same_values(struct twin *t, int64_t entry)
{
	int64_t changed;
	const struct str *value = store_fetch(t->store, entry, &changed);

	if (fold(t, value, &t->other) &&
	    str_eq(buf_str(&t->other), buf_str(&t->folded)))
		return value;
	return NULL;
}

static const struct str *
find_loaded(struct twin *t, int64_t self, int64_t number)
{
	const struct str *found = NULL;
	size_t place = 0;

	do {
		int64_t entry = twin_load_next(t->load, number, &place);

		if (entry != 0 && entry != self)
			found = same_values(t, entry);
	} while (found == NULL && place != 0);
	return found;
}

const struct str *
twin_find(struct twin *t, int64_t self, const struct str *value)
{
	const struct str *found = NULL;

	if (!take_number(t, value))
		return NULL;
	if (t->load != NULL)
		return find_loaded(t, self, t->number);
	prepare(t);
	sql_bind_int(t->find, 1, t->set);
	sql_bind_int(t->find, 2, t->number);
	while (found == NULL && sql_next(t->find))
		if (sql_int(t->find, 0) != self)
			found = same_values(t, sql_int(t->find, 0));
	sql_reset(t->find);
	return found;
}

/* All records that there are. */
static void
take_in(struct twin *t)
{
	struct buf text = { 0 };
	struct sql_query *q;

	buf_add(&text, STR("SELECT reg_entry"));
	store_columns(&text, t->store);
	buf_add(&text, STR(" FROM "));
	sql_name(&text, t->store->kind);
	q = sql_prepare(t->store->sql, buf_str(&text));
	buf_free(&text);
	while (sql_next(q))
		twin_add(t, sql_int(q, 0), store_row(t->store, q, 1));
	sql_done(q);
}

void
twin_declare(struct twin *t, struct store *store, bool loading,
    const size_t *column, size_t count)
{
	struct sql_query *q = sql_prepare(store->sql, STR(
	    "INSERT INTO reg_twins (twins, kind, fields) VALUES ($1, $2, $3)"));
	int64_t set = 1 + sql_number(store->sql,
	    "SELECT max(twins) FROM reg_twins");
	struct buf names = { 0 };

	for (size_t i = 0; i < count; i++)
		buf_printf(&names, "%s%.*s", i == 0 ? "" : " ",
		    STR_ARG(store->column[column[i]].name));
	sql_bind_int(q, 1, set);
	sql_bind_text(q, 2, store->kind);
	sql_bind_text(q, 3, buf_str(&names));
	sql_execute(q);
	sql_done(q);
	start(t, store, set, true);
	read_set(t, buf_str(&names));
	buf_free(&names);
	if (loading)
		return;
	take_in(t);
	twin_settle(t);
}

/* In any order, pairs that differ make sums that differ. */
static void
count_pair(struct twin_sum *sum, int64_t set, int64_t number, int64_t entry)
{
	uint64_t x = (uint64_t)number ^
	    ((uint64_t)entry * 64 + (uint64_t)set) * 0x9e3779b97f4a7c15u;

	x = (x ^ x >> 32) * 0xd6e8feb86659fd93u;
	sum->sum += x ^ x >> 32;
	sum->count++;
}

void
twin_count(struct twin *t, int64_t entry, const struct str *value,
    struct twin_sum *sum)
{
	if (fold(t, value, &t->folded))
		count_pair(sum, t->set, number_of(&t->folded), entry);
}

void
twin_count_all(struct sql *s, struct twin_sum *sum)
{
	struct sql_query *q = sql_prepare(s, STR(
	    "SELECT twins, number, record FROM reg_twin"));

	while (sql_next(q))
		count_pair(sum, sql_int(q, 0), sql_int(q, 1), sql_int(q, 2));
	sql_done(q);
}
