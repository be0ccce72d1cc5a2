#include "io/kind.h"
#include "io/reg_table.h"

static void
add_fault(struct reg_table *t, size_t field, struct str value, struct str why)
{
	t->fault = buf_grow(t->fault, &t->room, t->faults + 1,
	    sizeof(*t->fault));
	t->fault[t->faults++] = (struct reg_fault){ field,
		arena_copy(&t->told, value), arena_copy(&t->told, why) };
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

/* What is not spoken of stays as it is, and must fit a schema of today. */
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
			add_fault(t, i, value[i],
			    STR("required, and not in the register yet"));
		else if (t->now[c].n > 0 &&
		    !schema_fits(&s->field[i], t->now[c], &t->why)) {
			add_fault(t, i, t->now[c], buf_str(&t->why));
			buf_clear(&t->why);
		}
	}
}

/* How long a value is in a line of records. */
static size_t
written_size(struct str s)
{
	size_t n = s.n;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\t' || s.p[i] == '\n' || s.p[i] == '\r' ||
		    s.p[i] == '\\';
	return n;
}

/* A record that grew field by field can still be printed and read. */
static void
check_size(struct reg_table *t, const struct str *value)
{
	size_t size = t->schema->count, most = 0, longest = 0;

	for (size_t i = 0; i < t->schema->count; i++) {
		size += written_size(t->now[t->column[i]]);
		if (value[i].n >= most) {
			most = value[i].n;
			longest = i;
		}
	}
	if (size > REC_LINE_MAX)
		add_fault(t, longest, (struct str){ "", 0 },
		    STR("makes the record longer than 1 MiB"));
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
	check_size(t, value);
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
		else if (f->value.n > 0)
			rec_refuse(in, REC_NONE, "%.*s in the register: %.*s: "
			    "'%.*s'", STR_ARG(s->field[f->field].name),
			    STR_ARG(f->why), STR_ARG(f->value));
		else
			rec_refuse(in, REC_NONE, "%.*s: %.*s",
			    STR_ARG(s->field[f->field].name), STR_ARG(f->why));
	}
	return action;
}
