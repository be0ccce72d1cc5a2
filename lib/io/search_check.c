#include "io/search_check.h"

#include "base/map.h"

/* The columns that are named, with a blank between; those not known are not. */
static size_t
read_columns(struct store *store, struct str names, size_t *column)
{
	size_t count = 0;

	while (names.n > 0 && count < store->count) {
		size_t c = store_column(store, str_cut(&names, ' '));

		if (c != STR_NONE)
			column[count++] = c;
	}
	return count;
}

void
search_check_open(struct search_check *c, struct store *store)
{
	struct sql_query *q = sql_prepare(store->sql, STR(
	    "SELECT fields, entry FROM reg_search WHERE kind = $1"));
	size_t *column = arena_array(store->arena, store->count + 1,
	    sizeof(*column));

	*c = (struct search_check){ 0 };
	sql_bind_text(q, 1, store->kind);
	if (sql_next(q)) {
		c->on = true;
		c->until = sql_int(q, 1);
		search_begin(&c->search, store, column,
		    read_columns(store, sql_text(q, 0), column));
	}
	sql_done(q);
}

/* FNV-1a of the word, stirred with the record: pairs that differ sum up so. */
static uint64_t
pair(struct str word, int64_t record)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < word.n; i++)
		h = (h ^ (unsigned char)word.p[i]) * 0x100000001b3u;
	h = (h ^ (uint64_t)record * 0x9e3779b97f4a7c15u) * 0xd6e8feb86659fd93u;
	return h ^ h >> 32;
}

/* The words of a record come or go, each once. */
static void
count_words(struct search_check *c, struct str text, int64_t record,
    uint64_t sign)
{
	/* The engine's tokens are no longer. */
	const size_t longest = 32768;
	const struct str *value = store_parse(c->search.store, text);
	struct map seen = { 0 };
	struct str rest;

	if (value == NULL)
		return;
	rest = search_words(&c->search, value);
	while (rest.n > 0) {
		struct str word = str_cut(&rest, ' ');
		size_t count = seen.count;

		if (word.n > longest)
			word.n = longest;
		if (map_add(&seen, word) < count)
			continue;
		c->count += sign;
		c->sum += sign * pair(word, record);
	}
	map_free(&seen);
}

void
search_check_entry(struct search_check *c, const struct journal_entry *e,
    int64_t record)
{
	if (!c->on || e->entry > c->until)
		return;
	if (e->before.n > 0)
		count_words(c, e->before, record, (uint64_t)-1);
	count_words(c, e->after, record, 1);
}

bool
search_check_holds(struct search_check *c)
{
	struct buf name = { 0 };
	struct sql_query *q;
	bool there;

	if (!c->on)
		return true;
	search_name(&name, c->search.store->kind);
	there = sql_has(c->search.store->sql, buf_str(&name));
	if (there) {
		q = sql_words(c->search.store->sql, buf_str(&name));
		while (sql_next(q)) {
			c->count--;
			c->sum -= pair(sql_text(q, 0), sql_int(q, 1));
		}
		sql_done(q);
	}
	buf_free(&name);
	return there && c->count == 0 && c->sum == 0;
}

void
search_check_close(struct search_check *c)
{
	search_close(&c->search);
}
