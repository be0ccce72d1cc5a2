#include "io/twin.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/digest.h"
#include "base/unicode.h"

/*
 * Pairs of a number and an entry, before they are written.  Those of one
 * number are a ring, in the order of their coming; a slot has its last.
 */
struct pair {
	int64_t number, entry;	/* entry 0: dropped */
	size_t next;
};

struct twin_load {
	struct pair *pair;
	size_t count, room;
	size_t *slot, slots;	/* place of a pair + 1, or 0; a power of 2 */
	size_t used;
};

void
twin_make(struct sql *s)
{
	sql_run(s, "CREATE TABLE reg_twins ("
	    "kind TEXT NOT NULL, fields TEXT NOT NULL,"
	    "PRIMARY KEY (kind, fields))" SQL_BY_KEY ";"
	    "CREATE TABLE reg_twin ("
	    "number INTEGER NOT NULL, record INTEGER NOT NULL,"
	    "PRIMARY KEY (number, record))" SQL_BY_KEY);
}

/* The slot of a number: an empty one if it is new. */
static size_t *
find_slot(const struct twin_load *l, int64_t number)
{
	size_t i = (size_t)number & (l->slots - 1);

	while (l->slot[i] != 0 && l->pair[l->slot[i] - 1].number != number)
		i = (i + 1) & (l->slots - 1);
	return &l->slot[i];
}

static void
more_slots(struct twin_load *l)
{
	size_t *old = l->slot, count = l->slots;

	if (l->used * 2 < l->slots)
		return;
	l->slots = count == 0 ? 1024 : count * 2;
	l->slot = calloc(l->slots, sizeof(*l->slot));
	if (l->slot == NULL)
		die("out of memory");
	for (size_t i = 0; i < count; i++)
		if (old[i] != 0)
			*find_slot(l, l->pair[old[i] - 1].number) = old[i];
	free(old);
}

static void
load_add(struct twin_load *l, int64_t number, int64_t entry)
{
	size_t *slot, new = l->count;

	more_slots(l);
	l->pair = buf_grow(l->pair, &l->room, l->count + 1, sizeof(*l->pair));
	l->pair[l->count++] = (struct pair){ number, entry, new };
	slot = find_slot(l, number);
	if (*slot == 0)
		l->used++;
	else {
		l->pair[new].next = l->pair[*slot - 1].next;
		l->pair[*slot - 1].next = new;
	}
	*slot = new + 1;
}

/* The entries of a number, one by one, from a place that begins at 0. */
static int64_t
load_next(const struct twin_load *l, int64_t number, size_t *place)
{
	size_t last;

	if (l->slots == 0 || (last = *find_slot(l, number)) == 0 ||
	    *place == last)
		return 0;
	*place = l->pair[(*place == 0 ? last : *place) - 1].next + 1;
	return l->pair[*place - 1].entry;
}

static void
load_drop(struct twin_load *l, int64_t number, int64_t entry)
{
	size_t last, place = 0;

	if (l->slots == 0 || (last = *find_slot(l, number)) == 0)
		return;
	do {
		place = l->pair[(place == 0 ? last : place) - 1].next + 1;
		if (l->pair[place - 1].entry == entry)
			l->pair[place - 1].entry = 0;
	} while (place != last);
}

static void
load_free(struct twin *t)
{
	if (t->load == NULL)
		return;
	free(t->load->pair);
	free(t->load->slot);
	free(t->load);
	t->load = NULL;
}

static int
by_number(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return x->entry < y->entry ? -1 : x->entry > y->entry;
}

static void
write_pair(struct sql_query *q, int64_t number, int64_t entry)
{
	sql_bind_int(q, 1, number);
	sql_bind_int(q, 2, entry);
	sql_execute(q);
}

static void
prepare(struct twin *t)
{
	struct sql *s = t->store->sql;

	if (t->add != NULL)
		return;
	t->add = sql_prepare(s, STR(
	    "INSERT INTO reg_twin (number, record) VALUES ($1, $2)"));
	t->drop = sql_prepare(s, STR(
	    "DELETE FROM reg_twin WHERE number = $1 AND record = $2"));
	t->find = sql_prepare(s, STR("SELECT record FROM reg_twin "
	    "WHERE number = $1 ORDER BY record"));
}

void
twin_settle(struct twin *t)
{
	struct twin_load *l = t->load;

	if (l != NULL) {
		prepare(t);
		if (l->count > 0)
			qsort(l->pair, l->count, sizeof(*l->pair), by_number);
		for (size_t i = 0; i < l->count; i++)
			if (l->pair[i].entry != 0)
				write_pair(t->add, l->pair[i].number,
				    l->pair[i].entry);
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
}

static void
start(struct twin *t, struct store *store, bool loading)
{
	*t = (struct twin){ .store = store };
	if (loading && (t->load = calloc(1, sizeof(*t->load))) == NULL)
		die("out of memory");
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
	    "SELECT fields, (SELECT count(*) FROM reg_twins WHERE kind = $1) "
	    "FROM reg_twins WHERE kind = $1 ORDER BY fields"));
	struct twin *sets = NULL;

	*count = 0;
	sql_bind_text(q, 1, store->kind);
	while (sql_next(q)) {
		if (sets == NULL)
			sets = arena_array(store->arena, (size_t)sql_int(q, 1),
			    sizeof(*sets));
		start(&sets[*count], store, loading);
		read_set(&sets[(*count)++], sql_text(q, 0));
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
		unicode_fold(out, value[t->column[i]]);
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

void
twin_add(struct twin *t, int64_t entry, const struct str *value)
{
	int64_t number;

	if (!fold(t, value, &t->folded))
		return;
	number = number_of(&t->folded);
	if (t->load != NULL) {
		load_add(t->load, number, entry);
		return;
	}
	prepare(t);
	write_pair(t->add, number, entry);
}

void
twin_drop(struct twin *t, int64_t entry, const struct str *value)
{
	int64_t number;

	if (!fold(t, value, &t->folded))
		return;
	number = number_of(&t->folded);
	if (t->load != NULL) {
		load_drop(t->load, number, entry);
		return;
	}
	prepare(t);
	write_pair(t->drop, number, entry);
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
	size_t place = 0, before;

	do {
		before = place;
		int64_t entry = load_next(t->load, number, &place);

		if (entry != 0 && entry != self)
			found = same_values(t, entry);
	} while (found == NULL && place != before);
	return found;
}

const struct str *
twin_find(struct twin *t, int64_t self, const struct str *value)
{
	const struct str *found = NULL;
	int64_t number;

	if (!fold(t, value, &t->folded))
		return NULL;
	number = number_of(&t->folded);
	if (t->load != NULL)
		return find_loaded(t, self, number);
	prepare(t);
	sql_bind_int(t->find, 1, number);
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
	    "INSERT INTO reg_twins (kind, fields) VALUES ($1, $2)"));
	struct buf names = { 0 };

	for (size_t i = 0; i < count; i++)
		buf_printf(&names, "%s%.*s", i == 0 ? "" : " ",
		    STR_ARG(store->column[column[i]].name));
	sql_bind_text(q, 1, store->kind);
	sql_bind_text(q, 2, buf_str(&names));
	sql_execute(q);
	sql_done(q);
	start(t, store, true);
	read_set(t, buf_str(&names));
	buf_free(&names);
	if (loading)
		return;
	take_in(t);
	twin_settle(t);
}

/* In any order, pairs that differ make sums that differ. */
static void
count_pair(struct twin_sum *sum, int64_t number, int64_t entry)
{
	uint64_t x = (uint64_t)number ^ ((uint64_t)entry * 0x9e3779b97f4a7c15u);

	x = (x ^ x >> 32) * 0xd6e8feb86659fd93u;
	sum->sum += x ^ x >> 32;
	sum->count++;
}

void
twin_count(struct twin *t, int64_t entry, const struct str *value,
    struct twin_sum *sum)
{
	if (fold(t, value, &t->folded))
		count_pair(sum, number_of(&t->folded), entry);
}

void
twin_count_all(struct sql *s, struct twin_sum *sum)
{
	struct sql_query *q = sql_prepare(s, STR(
	    "SELECT number, record FROM reg_twin"));

	while (sql_next(q))
		count_pair(sum, sql_int(q, 0), sql_int(q, 1));
	sql_done(q);
}
