#include <string.h>

#include "io/verify_run.h"

/* The hash that the entry should have, behind the one before it. */
static void
check_hash(struct verify_run *c, const struct journal_entry *e)
{
	char hash[JOURNAL_HASH];

	buf_clear(&c->text);
	journal_line(&c->text, e);
	journal_hash(buf_str(&c->text), hash);
	if (!str_eq(e->hash, (struct str){ hash, sizeof(hash) }))
		verify_run_tell(c,
		    "entry %lld: its hash is not that of what it says",
		    (long long)e->entry);
}

/* What the entry says to have been before is what the prior one made. */
static void
check_before(struct verify_run *c, const struct journal_entry *e, int64_t last)
{
	struct journal_entry prior;

	if (e->prior != last)
		verify_run_tell(c,
		    "entry %lld: changes entry %lld, and not entry %lld, "
		    "the last of %.*s %.*s",
		    (long long)e->entry, (long long)e->prior, (long long)last,
		    STR_ARG(e->kind), STR_ARG(e->key));
	if (last == 0 && e->before.n > 0)
		verify_run_tell(c,
		    "entry %lld: changes %.*s %.*s, which was not there",
		    (long long)e->entry, STR_ARG(e->kind), STR_ARG(e->key));
	if (last > 0 && journal_find(c->one, last, &prior) &&
	    !str_eq(prior.after, e->before))
		verify_run_tell(c,
		    "entry %lld: what it says to have been before is not "
		    "what entry %lld made",
		    (long long)e->entry, (long long)last);
	sql_reset(c->one);
}

/* What it made can be read, and has the key under which it is entered. */
static void
check_after(struct verify_run *c, const struct journal_entry *e)
{
	struct store *t = verify_run_store(c, e->kind);
	const struct str *value = t == NULL ? NULL : store_parse(t, e->after);

	if (value == NULL) {
		verify_run_tell(c, "entry %lld: not a record of %.*s",
		    (long long)e->entry, STR_ARG(e->kind));
		return;
	}
	buf_clear(&c->text);
	store_key(&c->text, t, value);
	if (!str_eq(buf_str(&c->text), e->key))
		verify_run_tell(c,
		    "entry %lld: has the key %.*s, but its record %.*s",
		    (long long)e->entry, STR_ARG(e->key),
		    STR_ARG(buf_str(&c->text)));
}

/* Note that the record of the entry is as the entry made it. */
static void
take_entry(struct verify_run *c, const struct journal_entry *e)
{
	size_t count = c->records.count;
	size_t i = map_add(&c->records, verify_run_name(c, e->kind, e->key));
	const struct store *t;

	c->known =
	    buf_grow(c->known, &c->room, c->records.count, sizeof(*c->known));
	if (i == count)
		c->known[i] = (struct known){ .first = e->entry };
	check_before(c, e, c->known[i].last);
	c->known[i].last = e->entry;
	t = verify_run_store(c, e->kind);
	if (t != NULL)
		search_check_entry(
		    &c->search[t - c->store], e, c->known[i].first);
}

/* The head that was written down: does this entry have it? */
static void
take_head(struct verify_run *c, const struct journal_entry *e)
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

void
verify_journal(struct verify_run *c)
{
	struct sql_query *q = journal_read(c->sql, INT64_MIN);
	struct journal_entry e;
	int64_t last = 0, run = 0, runs = 0;

	while (journal_next(q, &e)) {
		if (e.entry != last + 1)
			verify_run_tell(c,
			    "entry %lld: follows entry %lld: what was "
			    "between is not there",
			    (long long)e.entry, (long long)last);
		last = e.entry;
		if (e.run < run)
			verify_run_tell(c,
			    "entry %lld: is of run %lld, but the entry "
			    "before it is of run %lld",
			    (long long)e.entry, (long long)e.run,
			    (long long)run);
		runs += e.run != run;
		run = e.run;
		check_hash(c, &e);
		check_after(c, &e);
		take_entry(c, &e);
		take_head(c, &e);
	}
	sql_done(q);
	if (sql_number(c->sql, "SELECT count(*) FROM reg_run") != runs)
		verify_run_tell(c, "reg_run has other runs than the journal's");
}

void
verify_journal_head(struct verify_run *c)
{
	const struct verify *v = c->v;

	if (v->entries < v->old_entries)
		verify_run_tell(c,
		    "there are %lld entries, but there were %lld: the "
		    "journal was cut",
		    (long long)v->entries, (long long)v->old_entries);
	else if (v->old_head.n > 0 && v->found == 0 && v->old_entries > 0)
		verify_run_tell(c,
		    "entry %lld has not the hash that was written down: "
		    "the journal was written anew",
		    (long long)v->old_entries);
	else if (v->old_head.n > 0 && v->found == 0)
		verify_run_tell(c,
		    "no entry has the hash that was written down: the "
		    "journal was cut, or written anew");
}
