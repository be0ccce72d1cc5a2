#include "io/journal.h"

#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/options.h"
#include "civic/canonical.h"
#include "civic/decimal.h"
#include "io/today.h"

static void
guard(struct sql *s, struct str table)
{
	static const char why[] = "the journal is only added to";

	sql_forbid(s, "UPDATE", table, NULL, why);
	sql_forbid(s, "DELETE", table, NULL, why);
}

void
journal_make(struct sql *s)
{
	sql_run(s, "CREATE TABLE reg_run (run INTEGER PRIMARY KEY,"
	    "at TEXT NOT NULL, who TEXT NOT NULL, program TEXT NOT NULL)"
	    SQL_STRICT ";"
	    "CREATE TABLE reg_journal (entry INTEGER PRIMARY KEY,"
	    "run INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,"
	    "before TEXT, after TEXT NOT NULL, hash TEXT NOT NULL,"
	    "prior INTEGER)" SQL_STRICT);
	guard(s, STR("reg_run"));
	guard(s, STR("reg_journal"));
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
	*j = (struct journal){ .sql = s, .who = who };
	today_now(j->at);
	find_end(j);
	j->insert = sql_prepare(s, STR("INSERT INTO reg_journal "
	    "(entry, run, kind, key, before, after, hash, prior) "
	    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"));
}

/* Append values, each with its escapes and behind a tab. */
static void
add_values(struct buf *out, const struct str *values, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		buf_byte(out, '\t');
		canonical_value(out, values[i]);
	}
}

/* What the entries of a run have in common. */
static void
add_run(struct buf *out, const struct journal_entry *e)
{
	add_values(out, (const struct str[]){ e->at, e->who, e->program }, 3);
}

static void
add_change(struct buf *out, const struct journal_entry *e)
{
	add_values(out, (const struct str[]){ e->kind, e->key, e->before,
	    e->after }, 4);
	buf_byte(out, '\t');
	buf_add(out, e->previous);
	buf_byte(out, '\n');
}

static void
add_number(struct buf *out, int64_t n)
{
	out->n += decimal_format(buf_reserve(out, 24), n, 0);
}

void
journal_line(struct buf *out, const struct journal_entry *e)
{
	add_number(out, e->entry);
	add_run(out, e);
	add_change(out, e);
}

/* Lives as long as the program. */
static struct str
login_name(void)
{
	static char number[24];
	const struct passwd *user = getpwuid(getuid());

	if (user != NULL)
		return str_of(user->pw_name);
	return (struct str){ number, decimal_format(number,
	    (int64_t)getuid(), 0) };
}

/* The run itself is noted with its first entry. */
static void
note_run(struct journal *j)
{
	struct sql_query *q = sql_prepare(j->sql, STR("INSERT INTO reg_run "
	    "(run, at, who, program) VALUES ($1, $2, $3, $4)"));
	const struct journal_entry e = { .at = str_of(j->at),
		.who = j->who.n > 0 ? j->who : login_name(),
		.program = str_of(program.name) };

	j->run = 1 + sql_number(j->sql, "SELECT max(run) FROM reg_run");
	sql_bind_int(q, 1, j->run);
	sql_bind_text(q, 2, e.at);
	sql_bind_text(q, 3, e.who);
	sql_bind_text(q, 4, e.program);
	sql_execute(q);
	sql_done(q);
	add_run(&j->common, &e);
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
insert(struct journal *j, const struct journal_entry *e)
{
	struct sql_query *q = j->insert;

	sql_bind_int(q, 1, e->entry);
	sql_bind_int(q, 2, j->run);
	sql_bind_text(q, 3, e->kind);
	sql_bind_text(q, 4, e->key);
	if (e->before.n == 0)
		sql_bind_null(q, 5);
	else
		sql_bind_text(q, 5, e->before);
	sql_bind_text(q, 6, e->after);
	sql_bind_text(q, 7, e->hash);
	if (e->prior == 0)
		sql_bind_null(q, 8);
	else
		sql_bind_int(q, 8, e->prior);
	sql_execute(q);
}

void
journal_close(struct journal *j)
{
	sql_done(j->insert);
	buf_free(&j->line);
	buf_free(&j->common);
	*j = (struct journal){ 0 };
}

int64_t
journal_append(struct journal *j, const struct journal_entry *e)
{
	struct journal_entry whole = *e;

	if (j->run == 0)
		note_run(j);
	whole.entry = j->entries + 1;
	whole.previous = (struct str){ j->last,
		j->entries == 0 ? 0 : sizeof(j->last) };
	buf_clear(&j->line);
	add_number(&j->line, whole.entry);
	buf_add(&j->line, buf_str(&j->common));
	add_change(&j->line, &whole);
	journal_hash(buf_str(&j->line), j->last);
	whole.hash = (struct str){ j->last, sizeof(j->last) };
	insert(j, &whole);
	return ++j->entries;
}

#define COLUMNS \
	"SELECT e.entry, r.at, r.who, r.program, e.kind, e.key, e.before," \
	"e.after, p.hash, e.hash, e.prior, e.run FROM reg_journal e " \
	"LEFT JOIN reg_run r ON r.run = e.run " \
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
	e->run = sql_int(q, 11);
	return true;
}

bool
journal_find(struct sql_query *one, int64_t entry, struct journal_entry *e)
{
	sql_reset(one);
	sql_bind_int(one, 1, entry);
	return journal_next(one, e);
}

bool
journal_back(struct sql *s, struct sql_query *one, struct journal_entry *e)
{
	int64_t from = e->entry, to = e->prior;

	if (to == 0)
		return false;
	if ((from != 0 && to >= from) || !journal_find(one, to, e))
		die("%s: the journal leads from entry %lld to entry %lld; "
		    "reg-verify tells more", sql_file(s), (long long)from,
		    (long long)to);
	return true;
}
