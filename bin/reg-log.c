/* reg-log: print the journal of the register. */

#include <stdlib.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/options.h"
#include "civic/date.h"
#include "io/journal.h"
#include "io/kind.h"
#include "io/out.h"
#include "io/reg.h"
#include "io/store.h"
#include "io/today.h"

static const char *file, *since, *until;

static const struct option_line options[] = {
	{ 'R', "register", "file", "the register", .text = &file },
	{ 0, "since", "date", "only entries of this day and later",
	    .text = &since },
	{ 0, "until", "date", "only entries of this day and before",
	    .text = &until },
	{ 0 }
};

const struct program program = { "reg-log", "[kind [key ...]]",
	"print the journal of the register", options, NULL };

static struct arena run;
static char from[21], to[21];	/* times of the journal; to is not within */

static void
read_day(const char *option, const char *text, long later, char at[21])
{
	long day;

	if (text == NULL)
		return;
	if (!date_parse(str_of(text), &day))
		die("%s: not a date (YYYY-MM-DD): '%s'", option, text);
	today_begins(day + later, at);
}

static void
print(const struct journal_entry *e)
{
	if (since != NULL && str_cmp(e->at, str_of(from)) < 0)
		return;
	if (until != NULL && str_cmp(e->at, str_of(to)) >= 0)
		return;
	out_number(e->entry);
	out_value(e->at);
	out_value(e->who);
	out_value(e->program);
	out_value(e->kind);
	out_value(e->key);
	out_value(e->before);
	out_value(e->after);
	out_value(e->previous);
	out_value(e->hash);
	out_end();
}

/* All entries, or those of a kind. */
static void
print_all(struct sql *s, const struct schema *kind)
{
	struct sql_query *q = journal_read(s, 1);
	struct journal_entry e;

	while (journal_next(q, &e))
		if (kind == NULL || str_eq(e.kind, kind->kind))
			print(&e);
	sql_done(q);
}

/* The last entry of the record with this key; 0 if there is none. */
static int64_t
last_of(struct store *t, const struct schema *kind, char **key)
{
	struct str *value = arena_array(&run, kind->count, sizeof(*value));
	struct buf text = { 0 }, why = { 0 };
	int64_t entry, changed = 0;
	size_t n = 0;

	for (; key[n] != NULL; n++) {
		if (n == kind->keys)
			die("%.*s has a key of %zu values; there are more",
			    STR_ARG(kind->kind), kind->keys);
		if (!schema_fits(&kind->field[kind->key[n]], str_of(key[n]),
		    &why))
			die("%.*s: %.*s: '%s'",
			    STR_ARG(kind->field[kind->key[n]].name),
			    STR_ARG(buf_str(&why)), key[n]);
		if (t->count > 0)
			value[t->key[n]] = str_of(key[n]);
	}
	if (n < kind->keys)
		die("%.*s has a key of %zu values; the %.*s is missing",
		    STR_ARG(kind->kind), kind->keys,
		    STR_ARG(kind->field[kind->key[n]].name));
	if (t->count == 0)
		return 0;
	entry = store_find(t, buf_str(&text), value);
	if (entry > 0)
		store_fetch(t, entry, &changed);
	return changed;
}

/* The entries of one record, from the first on. */
static void
print_record(struct sql *s, int64_t last)
{
	struct sql_query *one = journal_read_one(s);
	struct journal_entry e = { .prior = last };
	int64_t *entry = NULL;
	size_t count = 0, room = 0;

	while (journal_back(s, one, &e)) {
		entry = buf_grow(entry, &room, count + 1, sizeof(*entry));
		entry[count++] = e.entry;
	}
	while (count-- > 0)
		if (journal_find(one, entry[count], &e))
			print(&e);
	free(entry);
	sql_done(one);
}

int
main(int argc, char *argv[])
{
	static const char *const names[] = { "entry", "at", "who", "program",
		"kind", "key", "before", "after", "previous", "hash" };
	char **operands = options_parse(argc, argv);
	const struct schema *kind = NULL;
	struct reg *r;

	read_day("--since", since, 0, from);
	read_day("--until", until, 1, to);
	if (operands[0] != NULL)
		kind = kind_schema(&run, operands[0]);
	r = reg_open(file, REG_READ);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		out_field(names[i]);
	if (kind == NULL || operands[1] == NULL)
		print_all(reg_sql(r), kind);
	else
		print_record(reg_sql(r), last_of(reg_store(reg_table(r, kind)),
		    kind, operands + 1));
	reg_close(r);
	return out_finish(0);
}
