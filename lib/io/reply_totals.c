#include "io/reply_totals.h"

#include <inttypes.h>
#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "io/kind.h"
#include "io/reply_rows.h"

/* The counts of a sum, by number: these, then the kinds of answers. */
static const char *const counts[] = { "given", "unanswered", "late",
	"overdue", "unknown", "acts" };
enum { COUNTS = sizeof(counts) / sizeof(*counts),
	COLUMNS = COUNTS + REPLIES_KINDS };

static int64_t
count_of(const struct replies_sum *s, size_t i)
{
	const int64_t all[COUNTS] = { s->given, s->unanswered, s->late,
		s->overdue, s->unknown, s->acts };

	return i < COUNTS ? all[i] : s->kind[i - COUNTS];
}

struct totals {
	const struct reply_groups *g;
	struct rec *in;
	const char *name[COLUMNS];
	size_t place[COLUMNS];
	size_t by, document;
	int64_t groups[COLUMNS], all[COLUMNS];
	bool told_all[COLUMNS], told[COLUMNS];
	struct buf key;
	struct map seen;
};

/* The columns that the file has; it has one at least. */
static void
open_totals(struct totals *t, struct arena *a)
{
	const struct vocab *codes = kind_vocab("answers");
	size_t found = 0;

	t->by = t->document = REC_NONE;
	if (t->g->by != NULL)
		t->by = rec_field(t->in, t->g->by);
	if (reply_groups_are_clauses(t->g))
		t->document = rec_field(t->in, "document");
	for (size_t i = 0; i < COUNTS + codes->count; i++) {
		t->name[i] = i < COUNTS ? counts[i] :
		    reply_rows_code(a, codes->entry[i - COUNTS].code);
		t->place[i] = rec_field_if(t->in, t->name[i]);
		found += t->place[i] != REC_NONE;
	}
	if (found == 0)
		rec_field(t->in, "given");
}

/* The sums that a record is of; of a group that is not there, none. */
static const struct replies_sum *
find_sum(struct totals *t, bool *is_all)
{
	static const struct replies_sum nothing;
	struct str by = rec_value(t->in, t->by);
	struct str document = rec_value(t->in, t->document);
	size_t number;

	*is_all = by.n == 0 && document.n == 0;
	if (*is_all)
		return &t->g->r->all;
	buf_clear(&t->key);
	if (t->document != REC_NONE) {
		buf_add(&t->key, document);
		buf_byte(&t->key, '\t');
	}
	buf_add(&t->key, by);
	number = map_find(&t->g->r->groups, buf_str(&t->key));
	return number == MAP_NONE ? &nothing : &t->g->r->sum[number];
}

static void
compare_count(struct totals *t, size_t i, const struct replies_sum *s,
    bool is_all)
{
	struct str text = rec_value(t->in, t->place[i]);
	long told;

	if (text.n == 0)
		return;
	if (!str_number(text, 0, INT_MAX, &told)) {
		rec_refuse(t->in, t->place[i], "not a number: '%.*s'",
		    STR_ARG(text));
		return;
	}
	if (is_all) {
		t->all[i] = told;
		t->told_all[i] = true;
	} else {
		t->groups[i] += told;
		t->told[i] = true;
	}
	if (told != count_of(s, i))
		rec_refuse(t->in, t->place[i], "the records give %" PRId64
		    ": '%.*s'", count_of(s, i), STR_ARG(text));
}

static bool
is_first(struct totals *t, bool is_all)
{
	size_t known = t->seen.count;
	struct str key = is_all ? STR("") : buf_str(&t->key);

	if (map_add(&t->seen, key) == known)
		return true;
	rec_refuse(t->in, t->by, "stands twice: '%.*s'",
	    STR_ARG(rec_value(t->in, t->by)));
	return false;
}

static void
compare_record(struct totals *t)
{
	bool is_all;
	const struct replies_sum *s = find_sum(t, &is_all);

	if (!is_first(t, is_all))
		return;
	for (size_t i = 0; i < COLUMNS && t->name[i] != NULL; i++)
		if (t->place[i] != REC_NONE)
			compare_count(t, i, s, is_all);
}

/* Published groups that are not the published whole. */
static int
add_up(const struct totals *t, const char *file)
{
	int status = 0;

	for (size_t i = 0; i < COLUMNS; i++)
		if (t->told[i] && t->told_all[i] &&
		    t->groups[i] != t->all[i]) {
			warn("%s: %s: the totals do not add up: the groups "
			    "are %" PRId64 ", all is %" PRId64, file,
			    t->name[i], t->groups[i], t->all[i]);
			status = REFUSED;
		}
	return status;
}

int
reply_totals_compare(const struct reply_groups *g, const char *file)
{
	char *files[] = { (char *)file, NULL };
	struct totals t = { .g = g, .in = rec_open(files) };
	struct arena a = { 0 };
	int status;

	open_totals(&t, &a);
	while (rec_next(t.in))
		compare_record(&t);
	status = add_up(&t, file);
	buf_free(&t.key);
	map_free(&t.seen);
	arena_reset(&a);
	return rec_close(t.in) | status;
}
