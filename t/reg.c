#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/journal.h"
#include "io/reg.h"
#include "io/sql.h"
#include "io/store.h"
#include "io/verify.h"
#include "t/tap.h"

enum { ID, NAME, PLACE, COUNT, PARENT, FIELDS };

static struct schema_field field[FIELDS] = {
	[ID] = { .name = { "id", 2 }, .required = true },
	[NAME] = { .name = { "name", 4 }, .required = true },
	[PLACE] = { .name = { "place", 5 } },
	[COUNT] = { .name = { "count", 5 }, .type = SCHEMA_DECIMAL,
	    .places = 2 },
	[PARENT] = { .name = { "parent", 6 }, .type = SCHEMA_REF,
	    .ref = { "card", 4 } },
};
static size_t key[] = { ID };
static const struct schema card = { .kind = { "card", 4 }, .field = field,
	.count = FIELDS, .key = key, .keys = 1 };

static struct str none = { NULL, 0 };

static struct str
text(const char *s)
{
	return s == NULL ? none : str_of(s);
}

static enum reg_action
put(struct reg_table *t, const char *id, const char *name, const char *place,
    const char *count, const char *parent)
{
	const struct str value[FIELDS] = { text(id), text(name), text(place),
		text(count), text(parent) };

	return reg_put(t, value);
}

static const struct str *
get(struct reg_table *t, const char *id)
{
	struct str value = str_of(id);

	return reg_get(t, &value);
}

static int64_t
count(struct reg *r, const char *table)
{
	char text[80];

	snprintf(text, sizeof(text), "SELECT count(*) FROM %s", table);
	return sql_number(reg_sql(r), text);
}

static bool
holds(const char *file)
{
	struct verify v = { 0 };
	struct reg *r = reg_open(file, REG_READ);

	verify_register(&v, r);
	reg_close(r);
	return v.faults == 0;
}

static void
test_put(void)
{
	const struct reg_fault *fault;
	struct reg_table *t;
	struct reg *r;

	reg_make("put.db");
	r = reg_open("put.db", REG_WRITE);
	reg_begin(r, "me");
	t = reg_table(r, &card);
	ok(reg_table(r, &card) == t);
	ok(get(t, "a") == NULL);
	is(put(t, "a", "One", "here", "1", ""), REG_REGISTERED);
	is(put(t, "a", NULL, NULL, NULL, NULL), REG_UNCHANGED);
	is(put(t, "a", "One", "here", "1.00", NULL), REG_UNCHANGED);
	is(put(t, "a", NULL, "", "2.5", NULL), REG_UPDATED);
	same(get(t, "a")[NAME], "One");
	same(get(t, "a")[PLACE], "");
	same(get(t, "a")[COUNT], "2.50");

	is(put(t, "b", NULL, "", "x", "z"), REG_REFUSED);
	is(reg_faults(t, &fault), 1);
	is(fault[0].field, COUNT);
	same(fault[0].value, "x");
	is(put(t, "b", NULL, "", "1", "z"), REG_REFUSED);
	is(reg_faults(t, &fault), 2);
	is(fault[0].field, NAME);
	is(fault[1].field, PARENT);
	same(fault[1].why, "no such card in the register");
	is(put(t, "a", "", NULL, NULL, NULL), REG_REFUSED);
	is(put(t, "", "x", NULL, NULL, NULL), REG_REFUSED);
	is(put(t, NULL, "x", NULL, NULL, NULL), REG_REFUSED);
	is(reg_faults(t, &fault), 1);
	same(fault[0].why, "required, but not given");
	same(get(t, "a")[NAME], "One");
	is(put(t, "b", "Two", NULL, NULL, "a"), REG_REGISTERED);
	is(reg_faults(t, &fault), 0);
	reg_commit(r);
	reg_close(r);
	ok(holds("put.db"));
}

/* What was not committed was never there. */
static void
test_ends(void)
{
	struct reg *r, *reader;
	struct reg_table *t;

	reg_make("ends.db");
	r = reg_open("ends.db", REG_WRITE);
	reg_begin(r, "me");
	put(reg_table(r, &card), "a", "One", NULL, NULL, NULL);
	reg_rollback(r);
	is(count(r, "reg_journal"), 0);
	is(count(r, "reg_field"), 0);
	ok(get(reg_table(r, &card), "a") == NULL);

	reg_begin(r, "me");
	put(reg_table(r, &card), "a", "One", NULL, NULL, NULL);
	reg_close(r);
	r = reg_open("ends.db", REG_WRITE);
	is(count(r, "reg_journal"), 0);

	reg_begin(r, "me");
	put(reg_table(r, &card), "a", "One", NULL, NULL, NULL);
	reg_commit(r);
	reader = reg_open("ends.db", REG_READ);
	reg_begin(r, "me");
	t = reg_table(r, &card);
	put(t, "a", "Uno", NULL, NULL, NULL);
	same(get(t, "a")[NAME], "Uno");
	same(get(reg_table(reader, &card), "a")[NAME], "One");
	reg_commit(r);
	same(get(reg_table(reader, &card), "a")[NAME], "Uno");
	same(get(reg_table(r, &card), "a")[NAME], "Uno");
	reg_close(reader);
	reg_close(r);
}

/* A child's standard error and status, as text. */
static struct str
dies(void (*what)(void))
{
	static char said[400];
	int status = 0, fd = open("said", O_RDWR | O_CREAT | O_TRUNC, 0600);
	ssize_t n;
	pid_t child;

	fflush(stdout);
	if ((child = fork()) == 0) {
		dup2(fd, STDERR_FILENO);
		what();
		_exit(0);
	}
	waitpid(child, &status, 0);
	n = pread(fd, said, sizeof(said) - 10, 0);
	close(fd);
	n += snprintf(said + n, 10, "%d", WEXITSTATUS(status));
	return (struct str){ said, (size_t)n };
}

static void
begin_at_once(void)
{
	struct reg *r = reg_open("lock.db", REG_WRITE);

	sql_wait(reg_sql(r), 0);
	reg_begin(r, "me");
}

static void
begin_twice(void)
{
	struct reg *r = reg_open("lock.db", REG_READ);

	sql_run(reg_sql(r), "DELETE FROM reg_field");
}

static void
test_lock(void)
{
	struct reg *r;

	reg_make("lock.db");
	r = reg_open("lock.db", REG_WRITE);
	reg_begin(r, "me");
	put(reg_table(r, &card), "a", "One", NULL, NULL, NULL);
	same(dies(begin_at_once), "test: lock.db: locked: another program is "
	    "writing it; try again later\n2");
	reg_commit(r);
	reg_begin(r, "me");
	same(dies(begin_at_once), "test: lock.db: locked: another program is "
	    "writing it; try again later\n2");
	reg_commit(r);
	same(dies(begin_at_once), "0");
	same(dies(begin_twice), "test: lock.db: may not be written\n2");
	reg_close(r);
}

static const char *
a_word(void)
{
	static const char *const words[] = { "асар", "Асар", "АСАР", "жол",
		"Жол", "", "ёлка", "елка", "x", "y" };

	return words[(size_t)rand() % (sizeof(words) / sizeof(*words))];
}

/* Folded as unicode_fold does it, of these words. */
static bool
alike(struct str a, struct str b)
{
	static const char *const same[][3] = { { "асар", "Асар", "АСАР" },
		{ "жол", "Жол", "жол" }, { "ёлка", "елка", "елка" } };
	bool found = str_eq(a, b);

	for (size_t i = 0; i < 3; i++) {
		bool x = false, y = false;

		for (size_t j = 0; j < 3; j++) {
			x = x || str_eq(a, str_of(same[i][j]));
			y = y || str_eq(b, str_of(same[i][j]));
		}
		found = found || (x && y);
	}
	return found && a.n > 0;
}

enum { CARDS = 60 };

/* Cards as the register should have them. */
static struct expected {
	struct str name, place;
	int order;		/* 0: not there; else of its registration */
} cards[CARDS];

static int
expected_twin(int self, struct str name, struct str place)
{
	int best = -1;

	for (int i = 0; i < CARDS; i++)
		if (i != self && cards[i].order > 0 &&
		    alike(name, cards[i].name) && alike(place, cards[i].place) &&
		    (best < 0 || cards[i].order < cards[best].order))
			best = i;
	return best;
}

/* One card, after its twin was asked for; true if all is as expected. */
static bool
take_card(struct reg_table *t, size_t twins, int *order)
{
	int i = rand() % CARDS, want;
	char id[8];
	struct str value[FIELDS] = { { id, 0 }, str_of(a_word()),
		str_of(a_word()), none, none };
	const struct str *twin;
	enum reg_action action;

	value[ID].n = (size_t)snprintf(id, sizeof(id), "%d", i);
	if (value[NAME].n == 0)
		value[NAME] = STR("x");
	want = expected_twin(i, value[NAME], value[PLACE]);
	twin = reg_twin(t, twins, value);
	if ((twin == NULL) != (want < 0) ||
	    (twin != NULL && atoi(twin[ID].p) != want))
		return false;
	action = reg_put(t, value);
	if (action == REG_REFUSED ||
	    (action == REG_REGISTERED) != (cards[i].order == 0))
		return false;
	if (cards[i].order == 0)
		cards[i].order = ++*order;
	cards[i].name = value[NAME];
	cards[i].place = value[PLACE];
	return true;
}

/*
 * Twins in the first load, which has them in memory, and after it; with a set
 * of twins that comes later, and takes in what is there.
 */
static void
test_twins(const char *file, size_t loads, size_t late)
{
	static const size_t set[] = { NAME, PLACE };
	int order = 0, wrong = 0;
	struct reg *r;

	memset(cards, 0, sizeof(cards));
	reg_make(file);
	r = reg_open(file, REG_WRITE);
	for (size_t load = 0; load < loads; load++) {
		struct reg_table *t;
		size_t twins;

		reg_begin(r, "me");
		t = reg_table(r, &card);
		for (size_t i = 0; load < late && i < 20; i++) {
			char id[8];

			snprintf(id, sizeof(id), "%zu", i);
			put(t, id, "x", "асар", NULL, NULL);
			if (cards[i].order == 0)
				cards[i].order = ++order;
			cards[i].name = STR("x");
			cards[i].place = STR("асар");
		}
		if (load >= late) {
			twins = reg_twins(t, set, 2);
			wrong += reg_twins(t, set, 2) != twins;
			for (int i = 0; i < 200; i++)
				wrong += !take_card(t, twins, &order);
		}
		reg_commit(r);
	}
	is(wrong, 0);
	reg_close(r);
	ok(holds(file));
}

/* All that a register has, but the times. */
static void
dump(const char *file, struct buf *out)
{
	static const char *const queries[] = {
		"SELECT entry || kind || key || coalesce(before, '') || after "
		"FROM reg_journal WHERE kind = 'card' ORDER BY entry",
		"SELECT reg_entry || ' ' || reg_changed || id || name || "
		"coalesce(place, '-') || coalesce(count, '-') FROM card "
		"ORDER BY id",
		"SELECT twins || ' ' || number || ' ' || record FROM reg_twin",
		"SELECT sql FROM sqlite_schema WHERE name LIKE 'card%' OR "
		"name LIKE 'reg_card%' ORDER BY name" };
	struct reg *r = reg_open(file, REG_READ);

	for (size_t i = 0; i < sizeof(queries) / sizeof(*queries); i++) {
		struct sql_query *q = sql_prepare(reg_sql(r),
		    str_of(queries[i]));

		while (sql_next(q)) {
			buf_add(out, sql_text(q, 0));
			buf_byte(out, '\n');
		}
		sql_done(q);
	}
	reg_close(r);
}

static void
fill(const char *file, size_t runs)
{
	static const size_t set[] = { NAME, PLACE };
	struct reg *r;

	reg_make(file);
	r = reg_open(file, REG_WRITE);
	srand(3);
	for (size_t run = 0; run < runs; run++) {
		struct reg_table *t;

		reg_begin(r, "me");
		t = reg_table(r, &card);
		reg_twins(t, set, 2);
		for (size_t i = 0; i < 600 / runs; i++) {
			char id[8];

			snprintf(id, sizeof(id), "%d", rand() % 100);
			put(t, id, a_word(), a_word(), NULL, NULL);
		}
		reg_commit(r);
	}
	reg_close(r);
}

/* A load comes to the same as many runs. */
static void
test_load(void)
{
	struct buf one = { 0 }, many = { 0 };

	fill("one.db", 1);
	fill("many.db", 30);
	dump("one.db", &one);
	dump("many.db", &many);
	ok(one.n > 10000);
	ok(str_eq(buf_str(&one), buf_str(&many)));
	ok(holds("one.db"));
	ok(holds("many.db"));
	buf_free(&one);
	buf_free(&many);
}

/* Other programs read while one loads an empty register: it does without. */
static void
test_company(void)
{
	struct reg *r, *reader;
	struct sql_query *q;

	reg_make("company.db");
	r = reg_open("company.db", REG_WRITE);
	reg_begin(r, "me");
	reg_commit(r);
	reader = reg_open("company.db", REG_READ);
	q = sql_prepare(reg_sql(reader), STR("SELECT 1 FROM sqlite_schema"));
	ok(sql_next(q));
	reg_begin(r, "me");
	is(put(reg_table(r, &card), "a", "One", NULL, NULL, NULL),
	    REG_REGISTERED);
	reg_commit(r);
	sql_done(q);
	ok(get(reg_table(reader, &card), "a") != NULL);
	reg_close(reader);
	reg_close(r);
	ok(holds("company.db"));
}

static void
test_names(void)
{
	struct buf b = { 0 };

	sql_name(&b, STR("plain"));
	sql_name(&b, STR("with \" and \"\" ' ] ` ;"));
	same(buf_str(&b), "\"plain\"\"with \"\" and \"\"\"\" ' ] ` ;\"");
	buf_free(&b);
}

int
main(void)
{
	char dir[] = "/tmp/reg.XXXXXX";

	if (mkdtemp(dir) == NULL || chdir(dir) != 0)
		return EXIT_FAILURE;
	test_names();
	test_put();
	test_ends();
	test_lock();
	srand(2);
	test_twins("twins1.db", 1, 0);
	test_twins("twins5.db", 5, 0);
	test_twins("twins-late.db", 3, 1);
	test_load();
	test_company();
	fflush(stdout);
	if (fork() == 0) {
		execlp("rm", "rm", "-rf", dir, (char *)NULL);
		_exit(1);
	}
	wait(NULL);
	return tap_done();
}
