#include "base/order.h"
#include "civic/score_take.h"
#include "io/marks.h"
#include "io/panels.h"
#include "io/rec.h"

enum { APPLICATION, EXPERT, MARK, FIELDS };
#define NUMBER_MAX INT64_C(1000000000000)	/* a million, in units */

/* A rubric of one criterion, whose marks are numbers of texts. */
static const struct score_criterion nameless = { { "", 0 }, 1 };
static const struct score_rubric none = {
	.places = SCORE_PLACES_MAX, .max = SCORE_MARK_MAX, .step = 1,
	.criterion = &nameless, .count = 1,
};

struct reader {
	struct panels_table *table;
	struct rec *in;
	size_t place[FIELDS], criterion;
	bool begun;

	struct score_batch batch;
	struct rec_place places[SCORE_TAKE_MOST];
};

/* One table has one criterion, which nobody need name. */
static void
check_criterion(struct reader *r)
{
	struct str name = rec_value(r->in, r->criterion);
	struct panels_table *t = r->table;

	if (!r->begun)
		t->criterion = arena_copy(&t->arena, name);
	r->begun = true;
	if (!str_eq(name, t->criterion))
		rec_refuse(r->in, r->criterion, "a second criterion beside "
		    "'%.*s': '%.*s'; without a rubric there is one",
		    STR_ARG(t->criterion), STR_ARG(name));
}

/* What a mark is told from others by: its text, or its number's bytes. */
static struct str
key_of(struct reader *r, struct str text, int64_t *number)
{
	enum agree_scale scale = r->table->scale;

	if (scale == AGREE_NOMINAL)
		return text;
	if (!decimal_parse(text, SCORE_PLACES_MAX, number))
		rec_refuse(r->in, r->place[MARK], "not a number with up to %d "
		    "places: '%.*s'", SCORE_PLACES_MAX, STR_ARG(text));
	else if (*number > NUMBER_MAX || *number < -NUMBER_MAX)
		rec_refuse(r->in, r->place[MARK], "over a million: '%.*s'",
		    STR_ARG(text));
	else if (scale == AGREE_RATIO && *number < 0)
		rec_refuse(r->in, r->place[MARK], "below 0, which a ratio "
		    "scale has not: '%.*s'", STR_ARG(text));
	return (struct str){ (const char *)number, sizeof(*number) };
}

static void
read_mark(struct reader *r)
{
	struct score_mark *m = &r->batch.mark[r->batch.count];
	struct str application = rec_value(r->in, r->place[APPLICATION]);
	struct str expert = rec_value(r->in, r->place[EXPERT]);
	struct str text = rec_value(r->in, r->place[MARK]), key = { 0 };
	int64_t number;

	*m = (struct score_mark){ application.p, expert.p,
		(uint32_t)application.n, (uint32_t)expert.n, 0,
		SCORE_UNMARKED };
	if (application.n == 0)
		rec_refuse(r->in, r->place[APPLICATION], "empty");
	if (expert.n == 0)
		rec_refuse(r->in, r->place[EXPERT], "empty");
	if (text.n > 0)
		key = key_of(r, text, &number);
	check_criterion(r);
	if (rec_is_refused(r->in))
		return;
	if (text.n > 0)
		m->units = (int32_t)map_add(&r->table->texts, key);
	rec_tell(r->in, &r->places[r->batch.count++]);
}

/* Take the batch in, and refuse what was marked before. */
static void
take_batch(struct reader *r)
{
	struct rec_place last;

	rec_tell(r->in, &last);
	if (r->table->texts.count > SCORE_MARK_MAX)
		die("over a thousand million different marks");
	score_take(r->table->score, &r->batch);
	for (size_t i = 0; i < r->batch.count; i++) {
		const struct score_mark *m = &r->batch.mark[i];

		if (!r->batch.twice[i])
			continue;
		rec_turn(r->in, r->places[i]);
		rec_refuse(r->in, REC_NONE, "expert '%.*s' has marked '%.*s' "
		    "before; none of these marks counts",
		    (int)m->expert_n, m->expert, (int)m->application_n,
		    m->application);
		rec_turn(r->in, last);
	}
	r->batch.count = 0;
}

static int
read_plain(struct panels_table *t, char **files, const char *rejects)
{
	static const char *const name[FIELDS] = { "application", "expert",
		"mark" };
	struct reader r = { .table = t, .in = rec_open(files) };

	rec_keep_refused(r.in, rejects);
	for (size_t i = 0; i < FIELDS; i++)
		r.place[i] = rec_field(r.in, name[i]);
	r.criterion = rec_field_if(r.in, "criterion");
	while (rec_next(r.in)) {
		do
			read_mark(&r);
		while (r.batch.count < SCORE_TAKE_MOST && rec_near(r.in));
		take_batch(&r);
	}
	return rec_close(r.in);
}

int
panels_read(struct panels_table *t, const struct score_rubric *rubric,
    enum agree_scale scale, char **files, const char *rejects)
{
	*t = (struct panels_table){ .scale = scale, .plain = rubric == NULL,
		.score = score_new(rubric == NULL ? &none : rubric) };
	if (t->plain)
		return read_plain(t, files, rejects);
	return marks_read(t->score, files, rejects);
}

/* What the numbers of a plain table's marks mean. */
static void
find_meaning(struct panels_table *t)
{
	size_t count = t->texts.count;
	struct arena a = { 0 };
	struct str *text = arena_array(&a, count, sizeof(*text));
	uint32_t *order = arena_array(&a, count, sizeof(*order));

	t->meaning = arena_array(&t->arena, count, sizeof(*t->meaning));
	for (size_t i = 0; i < count; i++) {
		text[i] = map_key(&t->texts, i);
		if (t->scale != AGREE_NOMINAL)
			memcpy(&t->meaning[i], text[i].p,
			    sizeof(t->meaning[i]));
	}
	if (t->scale == AGREE_NOMINAL)
		order_texts(text, count, order);
	for (size_t i = 0; i < count && t->scale == AGREE_NOMINAL; i++)
		t->meaning[order[i]] = (int64_t)i;
	arena_reset(&a);
}

void
panels_settle(struct panels_table *t)
{
	if (t->plain)
		find_meaning(t);
	score_group(t->score);
}

void
panels_free(struct panels_table *t)
{
	score_free(t->score);
	map_free(&t->texts);
	arena_reset(&t->arena);
}
