#include "io/sql.h"

#include <errno.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"

#define PATIENCE 60	/* seconds */
#define LARGE_CACHE "PRAGMA cache_size = -65536"	/* KiB */

struct sql {
	sqlite3 *db;
	char *file;
	int patience;		/* seconds */
	bool write, alone, forgiving, rehearsal;
	unsigned char *image;
};

struct sql_query {
	struct sql *sql;
	sqlite3_stmt *stmt;
};

/*
 * The system's reason.  At the end of a transaction the engine notes none,
 * but errno may still say that the file may not grow.
 */
static int
reason_of(const struct sql *s)
{
	int last = errno, noted = sqlite3_system_errno(s->db);

	if (noted != 0)
		return noted;
	return last == EFBIG || last == EDQUOT ? last : EIO;
}

_Noreturn static void
fail(struct sql *s, int code)
{
	const char *file = s->file;

	switch (code & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		die("%s: locked: another program is writing it; try again later",
		    file);
	case SQLITE_FULL:
		die("%s: the disk is full; nothing was written", file);
	case SQLITE_NOTADB:
		die("%s: not a register: not a database", file);
	case SQLITE_CORRUPT:
		die("%s: damaged: %s; take it from a copy", file,
		    sqlite3_errmsg(s->db));
	case SQLITE_READONLY:
		die("%s: may not be written", file);
	case SQLITE_NOMEM:
		die("out of memory");
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
		errno = reason_of(s);
		die_errno("%s", file);
	default:
		die("%s: %s", file, sqlite3_errmsg(s->db));
	}
}

static void
check(struct sql *s, int code)
{
	if (code != SQLITE_OK)
		fail(s, code);
}

void
sql_run(struct sql *s, const char *text)
{
	int code = sqlite3_exec(s->db, text, NULL, NULL, NULL);

	if (!s->forgiving)
		check(s, code);
}

void
sql_forgive(struct sql *s)
{
	s->forgiving = true;
}

void
sql_wait(struct sql *s, int seconds)
{
	s->patience = seconds;
	sqlite3_busy_timeout(s->db, seconds * 1000);
}

/* What others keep from being done now is not done. */
static bool
try_now(struct sql *s, const char *text)
{
	bool done;

	sqlite3_busy_timeout(s->db, 0);
	done = sqlite3_exec(s->db, text, NULL, NULL, NULL) == SQLITE_OK;
	sql_wait(s, s->patience);
	return done;
}

/*
 * A file and its SQL are not trusted: what others could have put into it
 * (views, triggers, cells that lie about their size) can do nothing.
 */
static void
be_careful(struct sql *s)
{
	static const int on[] = { SQLITE_DBCONFIG_DEFENSIVE,
		SQLITE_DBCONFIG_ENABLE_FKEY };
	static const int off[] = { SQLITE_DBCONFIG_DQS_DML,
		SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_TRUSTED_SCHEMA,
		SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION };

	for (size_t i = 0; i < sizeof(on) / sizeof(*on); i++)
		check(s, sqlite3_db_config(s->db, on[i], 1, NULL));
	for (size_t i = 0; i < sizeof(off) / sizeof(*off); i++)
		check(s, sqlite3_db_config(s->db, off[i], 0, NULL));
	sql_wait(s, PATIENCE);
}

/*
 * These read the file.  EXTRA is FULL, and forces the folder to the disk too
 * when a rollback journal has done its work: or it could come back.
 */
static void
tune(struct sql *s, bool write)
{
	s->write = write;
	sql_run(s, "PRAGMA cell_size_check = ON; PRAGMA synchronous = EXTRA;"
	    "PRAGMA temp_store = MEMORY;" LARGE_CACHE);
	if (!write)
		sql_run(s, "PRAGMA query_only = ON");
}

static struct sql *
open_file(const char *file, const char *path, int flags)
{
	struct sql *s = calloc(1, sizeof(*s));
	int code;

	if (s == NULL)
		die("out of memory");
	/* A file that may not grow is told of, as a full disk is. */
	signal(SIGXFSZ, SIG_IGN);
	/* One thread, and nobody asks how much memory is in use. */
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	s->file = strdup(file);
	code = sqlite3_open_v2(path, &s->db, flags | SQLITE_OPEN_NOMUTEX |
	    SQLITE_OPEN_EXRESCODE, NULL);
	if (s->file == NULL)
		die("out of memory");
	check(s, code);
	be_careful(s);
	return s;
}

struct sql *
sql_make(void)
{
	struct sql *s = open_file(":memory:", ":memory:", SQLITE_OPEN_READWRITE);

	sql_run(s, "PRAGMA page_size = 8192");
	return s;
}

struct str
sql_image(struct sql *s)
{
	sqlite3_int64 size = 0;

	s->image = sqlite3_serialize(s->db, "main", &size, 0);
	if (s->image == NULL)
		die("out of memory");
	return (struct str){ (char *)s->image, (size_t)size };
}

/* The file's name as a URI that says that nobody changes it. */
static void
unchanging(struct buf *out, const char *file)
{
	buf_printf(out, "file:%s", file[0] == '/' ? "" : "./");
	for (; *file != '\0'; file++)
		if (strchr("%?#", *file) != NULL)
			buf_printf(out, "%%%02x", (unsigned)*file);
		else
			buf_byte(out, *file);
	buf_printf(out, "?immutable=1");
	buf_byte(out, '\0');
}

/*
 * Beside the file itself, wherever a link leads to it, there may lie changes
 * that are not yet in it, or not yet taken back.
 */
static void
be_whole(const char *file)
{
	static const char *const after[] = { "-wal", "-journal" };
	char *real = realpath(file, NULL);
	struct stat st;

	if (real == NULL)
		die_errno("%s", file);
	for (size_t i = 0; i < sizeof(after) / sizeof(*after); i++) {
		struct buf path = { 0 };

		buf_printf(&path, "%s%s", real, after[i]);
		buf_byte(&path, '\0');
		if (stat(path.p, &st) == 0 && st.st_size > 0)
			die("%s: its last changes wait in %s, which cannot be "
			    "taken up here; copy both to where they can be "
			    "written", file, path.p);
		buf_free(&path);
	}
	free(real);
}

/*
 * On a medium that cannot be written, SQLite cannot make the file by which
 * readers and writers agree; where nobody writes none is needed.
 */
static void
open_on_still_ground(struct sql *s)
{
	int code = sqlite3_exec(s->db, "SELECT 1 FROM sqlite_schema", NULL,
	    NULL, NULL);
	struct buf uri = { 0 };

	if (code == SQLITE_OK)
		return;
	if ((code & 0xff) != SQLITE_CANTOPEN && (code & 0xff) != SQLITE_READONLY)
		fail(s, code);
	be_whole(s->file);
	sqlite3_close(s->db);
	unchanging(&uri, s->file);
	check(s, sqlite3_open_v2(uri.p, &s->db, SQLITE_OPEN_READONLY |
	    SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
	    NULL));
	buf_free(&uri);
	be_careful(s);
}

struct sql *
sql_open(const char *file, bool write)
{
	struct buf path = { 0 };
	struct sql *s;
	struct stat st;

	if (stat(file, &st) != 0)
		die_errno("%s", file);
	if (!S_ISREG(st.st_mode))
		die("%s: not a register: not a file", file);
	/* A name of a file, never one that means something to SQLite. */
	buf_printf(&path, "%s%s", file[0] == '/' ? "" : "./", file);
	buf_byte(&path, '\0');
	/* Readers open it so too, to tidy up the log behind a crash. */
	s = open_file(file, path.p, SQLITE_OPEN_READWRITE);
	buf_free(&path);
	open_on_still_ground(s);
	tune(s, write);
	if (write && sqlite3_db_readonly(s->db, "main") == 1)
		fail(s, SQLITE_READONLY);
	return s;
}

void
sql_close(struct sql *s)
{
	/* Left open by a fault of ours, it would not be tidied up. */
	check(s, sqlite3_close(s->db));
	sqlite3_free(s->image);
	free(s->file);
	free(s);
}

const char *
sql_file(const struct sql *s)
{
	return s->file;
}

bool
sql_is_read_only(const struct sql *s)
{
	return sqlite3_db_readonly(s->db, "main") == 1;
}

void
sql_mark(struct sql *s, int32_t what, int32_t form)
{
	struct buf text = { 0 };

	buf_printf(&text, "PRAGMA application_id = %ld; "
	    "PRAGMA user_version = %ld", (long)what, (long)form);
	buf_byte(&text, '\0');
	sql_run(s, text.p);
	buf_free(&text);
}

int32_t
sql_what(struct sql *s)
{
	return (int32_t)sql_number(s, "PRAGMA application_id");
}

int32_t
sql_form(struct sql *s)
{
	return (int32_t)sql_number(s, "PRAGMA user_version");
}

/*
 * A register that cannot change its journal now, because others have it
 * open, does without: it is only slower.
 */
static void
set_alone(struct sql *s, bool alone)
{
	s->alone = alone;
	sql_run(s, alone ? "PRAGMA foreign_keys = OFF" :
	    "PRAGMA foreign_keys = ON");
	try_now(s, alone ? "PRAGMA journal_mode = DELETE" :
	    "PRAGMA journal_mode = WAL");
	sql_run(s, alone ? "PRAGMA cache_size = -2048" : LARGE_CACHE);
}

void
sql_look_back(struct sql *s)
{
	sql_run(s, LARGE_CACHE);
}

/* FULL is EXTRA, but for the folder. */
void
sql_rehearse(struct sql *s)
{
	sql_run(s, "PRAGMA synchronous = FULL");
	s->rehearsal = true;
}

void
sql_begin(struct sql *s, bool alone)
{
	set_alone(s, alone);
	sql_run(s, alone ? "BEGIN EXCLUSIVE" : "BEGIN IMMEDIATE");
}

/* One who only reads cannot write by mistake. */
static void
be_reader(struct sql *s)
{
	if (!s->write)
		sql_run(s, "PRAGMA query_only = ON");
}

bool
sql_begin_now(struct sql *s)
{
	if (sql_is_read_only(s))
		return false;
	if (try_now(s, "PRAGMA query_only = OFF; BEGIN IMMEDIATE"))
		return true;
	be_reader(s);
	return false;
}

/* All that refers to something refers to what is there. */
static void
check_references(struct sql *s)
{
	struct sql_query *q = sql_prepare(s, STR("PRAGMA foreign_key_check"));

	if (sql_next(q))
		die("%s: a record of %.*s refers to none of %.*s", s->file,
		    STR_ARG(sql_text(q, 0)), STR_ARG(sql_text(q, 2)));
	sql_done(q);
}

void
sql_commit(struct sql *s)
{
	if (s->rehearsal)
		die("%s: a rehearsal is not written", s->file);
	if (s->alone)
		check_references(s);
	sql_run(s, "COMMIT");
	if (s->alone)
		set_alone(s, false);
	be_reader(s);
}

void
sql_rollback(struct sql *s)
{
	sql_run(s, "ROLLBACK");
	/* It is as empty as it was: the next one will be alone too. */
	if (s->alone)
		sql_run(s, "PRAGMA foreign_keys = ON;" LARGE_CACHE);
	s->alone = false;
}

bool
sql_damage(struct sql *s, struct buf *why)
{
	struct sql_query *q = sql_prepare(s, STR("PRAGMA integrity_check(1)"));
	bool damaged = false;

	if (sql_next(q) && !str_eq(sql_text(q, 0), STR("ok"))) {
		buf_add(why, sql_text(q, 0));
		damaged = true;
	}
	sql_done(q);
	return damaged;
}

bool
sql_has(struct sql *s, struct str name)
{
	struct sql_query *q = sql_prepare(s, STR(
	    "SELECT 1 FROM sqlite_schema WHERE name = $1"));
	bool has;

	sql_bind_text(q, 1, name);
	has = sql_next(q);
	sql_done(q);
	return has;
}

void
sql_forbid(struct sql *s, const char *event, struct str table,
    const char *condition, const char *why)
{
	struct buf text = { 0 }, name = { 0 };

	buf_printf(&name, "reg_no_%s_of_%.*s", event, STR_ARG(table));
	buf_add(&text, STR("CREATE TRIGGER "));
	sql_name(&text, buf_str(&name));
	buf_printf(&text, " BEFORE %s ON ", event);
	sql_name(&text, table);
	if (condition != NULL)
		buf_printf(&text, " WHEN %s", condition);
	buf_printf(&text, " BEGIN SELECT RAISE(ABORT, '%s'); END", why);
	buf_byte(&text, '\0');
	sql_run(s, text.p);
	buf_free(&text);
	buf_free(&name);
}

struct sql_query *
sql_words(struct sql *s, struct str table)
{
	struct buf text = { 0 };

	/* A table of this connection's own, which is in memory. */
	buf_add(&text, STR("PRAGMA query_only = OFF;"
	    "DROP TABLE IF EXISTS temp.reg_words;"
	    "CREATE VIRTUAL TABLE temp.reg_words USING fts5vocab (main, "));
	sql_name(&text, table);
	buf_add(&text, STR(", instance)"));
	buf_byte(&text, '\0');
	sql_run(s, text.p);
	buf_free(&text);
	be_reader(s);
	return sql_prepare(s, STR("SELECT term, doc FROM temp.reg_words"));
}

void
sql_name(struct buf *out, struct str name)
{
	buf_byte(out, '"');
	for (size_t i = 0; i < name.n; i++) {
		if (name.p[i] == '"')
			buf_byte(out, '"');
		buf_byte(out, name.p[i]);
	}
	buf_byte(out, '"');
}

struct sql_query *
sql_prepare(struct sql *s, struct str text)
{
	struct sql_query *q = calloc(1, sizeof(*q));

	if (q == NULL)
		die("out of memory");
	q->sql = s;
	check(s, sqlite3_prepare_v3(s->db, text.p, (int)text.n,
	    SQLITE_PREPARE_PERSISTENT, &q->stmt, NULL));
	return q;
}

void
sql_done(struct sql_query *q)
{
	if (q == NULL)
		return;
	/* What was wrong has been told by sql_next. */
	sqlite3_finalize(q->stmt);
	free(q);
}

void
sql_bind_text(struct sql_query *q, int place, struct str value)
{
	/* A view at NULL is an empty text, not NULL. */
	check(q->sql, sqlite3_bind_text64(q->stmt, place,
	    value.p == NULL ? "" : value.p, value.n, SQLITE_STATIC,
	    SQLITE_UTF8));
}

void
sql_bind_int(struct sql_query *q, int place, int64_t value)
{
	check(q->sql, sqlite3_bind_int64(q->stmt, place, value));
}

void
sql_bind_null(struct sql_query *q, int place)
{
	check(q->sql, sqlite3_bind_null(q->stmt, place));
}

bool
sql_next(struct sql_query *q)
{
	int code = sqlite3_step(q->stmt);

	if (code != SQLITE_ROW && code != SQLITE_DONE)
		fail(q->sql, code);
	return code == SQLITE_ROW;
}

void
sql_reset(struct sql_query *q)
{
	sqlite3_reset(q->stmt);
}

void
sql_execute(struct sql_query *q)
{
	while (sql_next(q))
		;
	sql_reset(q);
}

bool
sql_is_null(struct sql_query *q, int column)
{
	return sqlite3_column_type(q->stmt, column) == SQLITE_NULL;
}

struct str
sql_text(struct sql_query *q, int column)
{
	const unsigned char *p = sqlite3_column_text(q->stmt, column);
	int n = sqlite3_column_bytes(q->stmt, column);

	return (struct str){ (const char *)p, p == NULL ? 0 : (size_t)n };
}

int64_t
sql_int(struct sql_query *q, int column)
{
	return sqlite3_column_int64(q->stmt, column);
}

int64_t
sql_number(struct sql *s, const char *text)
{
	struct sql_query *q = sql_prepare(s, str_of(text));
	int64_t n = sql_next(q) ? sql_int(q, 0) : 0;

	sql_done(q);
	return n;
}
