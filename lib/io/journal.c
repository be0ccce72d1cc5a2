#include "io/journal.h"

#include <string.h>
#include <time.h>

#include "base/die.h"
#include "base/options.h"
#include "civic/canonical.h"
#include "civic/decimal.h"

void
journal_make(struct sql *s)
{
	sql_run(s, "CREATE TABLE reg_journal ("
	    "entry INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL,"
	    "program TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,"
	    "before TEXT, after TEXT NOT NULL, hash TEXT NOT NULL,"
	    "prior INTEGER)" SQL_STRICT);
	sql_run(s, "CREATE TRIGGER reg_journal_stays "
	    "BEFORE UPDATE ON reg_journal BEGIN "
	    "SELECT RAISE(ABORT, 'the journal is only added to'); END;"
	    "CREATE TRIGGER reg_journal_keeps "
	    "BEFORE DELETE ON reg_journal BEGIN "
	    "SELECT RAISE(ABORT, 'the journal is only added to'); END");
}

int64_t
journal_count(struct sql *s)
{
	return sql_number(s, "SELECT max(entry) FROM reg_journal");
}

/* The entry behind which the run's are added. */
static void
find_end(struct journal *j)
{
	struct sql_query *one = journal_read_one(j->sql);
	struct journal_entry e;

	j->entries = journal_count(j->sql);
	if (j->entries > 0 && journal_find(one, j->entries, &e)) {
		if (e.hash.n != sizeof(j->last))
			die("%s: the journal's entry %lld has no hash; "
			    "reg-verify tells more", sql_file(j->sql),
			    (long long)j->entries);
		memcpy(j->last, e.hash.p, sizeof(j->last));
		if (str_cmp(str_of(j->at), e.at) < 0)
			warn("warning: it is %s by the clock, but the journal's "
			    "last entry is of %.*s: is the clock right?", j->at,
			    STR_ARG(e.at));
	}
	sql_done(one);
}

void
journal_open(struct journal *j, struct sql *s, struct str who)
{
	time_t now = time(NULL);
	struct tm utc;

	*j = (struct journal){ .sql = s, .who = who };
	if (gmtime_r(&now, &utc) == NULL ||
	    strftime(j->at, sizeof(j->at), "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
		die("the clock is not right");
	find_end(j);
	j->insert = sql_prepare(s, STR("INSERT INTO reg_journal (entry, at, who,"
	    "program, kind, key, before, after, hash, prior)"
	    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"));
}

void
journal_close(struct journal *j)
{
	sql_done(j->insert);
	buf_free(&j->line);
	*j = (struct journal){ 0 };
}

void
journal_line(struct buf *out, const struct journal_entry *e)
{
	const struct str values[] = { e->at, e->who, e->program, e->kind,
		e->key, e->before, e->after, e->previous };

	out->n += decimal_format(buf_reserve(out, 24), e->entry, 0);
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		buf_byte(out, '\t');
		canonical_value(out, values[i]);
	}
	buf_byte(out, '\n');
}

void
journal_hash(struct str line, char out[JOURNAL_HASH])
{
	unsigned char digest[DIGEST_SHA256];

	digest_sha256(line, digest);
	digest_hex(digest, sizeof(digest), out);
}

/* Write an entry that is whole. */
static void
insert(struct sql_query *q, const struct journal_entry *e)
{
	const struct str values[] = { e->at, e->who, e->program, e->kind,
		e->key, e->before, e->after, e->hash };
	const int count = sizeof(values) / sizeof(*values);

	sql_bind_int(q, 1, e->entry);
	for (int i = 0; i < count; i++)
		sql_bind_text(q, i + 2, values[i]);
	if (e->before.n == 0)
		sql_bind_null(q, 7);
	if (e->prior == 0)
		sql_bind_null(q, 10);
	else
		sql_bind_int(q, 10, e->prior);
	sql_execute(q);
}

int64_t
journal_append(struct journal *j, const struct journal_entry *e)
{
	struct journal_entry whole = *e;

	whole.entry = j->entries + 1;
	whole.at = str_of(j->at);
	whole.who = j->who;
	whole.program = str_of(program.name);
	whole.previous = (struct str){ j->last,
		j->entries == 0 ? 0 : sizeof(j->last) };
	buf_clear(&j->line);
	journal_line(&j->line, &whole);
	journal_hash(buf_str(&j->line), j->last);
	whole.hash = (struct str){ j->last, sizeof(j->last) };
	insert(j->insert, &whole);
	return ++j->entries;
}

#define COLUMNS \
	"SELECT e.entry, e.at, e.who, e.program, e.kind, e.key, e.before," \
	"e.after, p.hash, e.hash, e.prior FROM reg_journal e " \
	"LEFT JOIN reg_journal p ON p.entry = e.entry - 1 "

struct sql_query *
journal_read(struct sql *s, int64_t first)
{
	struct sql_query *q = sql_prepare(s, STR(COLUMNS
	    "WHERE e.entry >= $1 ORDER BY e.entry"));

	sql_bind_int(q, 1, first);
	return q;
}

struct sql_query *
journal_read_one(struct sql *s)
{
	return sql_prepare(s, STR(COLUMNS "WHERE e.entry = $1"));
}

bool
journal_next(struct sql_query *q, struct journal_entry *e)
{
	struct str *const texts[] = { &e->at, &e->who, &e->program, &e->kind,
		&e->key, &e->before, &e->after, &e->previous, &e->hash };

	if (!sql_next(q))
		return false;
	e->entry = sql_int(q, 0);
	for (int i = 0; i < (int)(sizeof(texts) / sizeof(*texts)); i++)
		*texts[i] = sql_text(q, i + 1);
	e->prior = sql_int(q, 10);
	return true;
}

bool
journal_find(struct sql_query *one, int64_t entry, struct journal_entry *e)
{
	sql_reset(one);
	sql_bind_int(one, 1, entry);
	return journal_next(one, e);
}
