#include <stdlib.h>

#include "base/buf.h"
#include "base/worker.h"
#include "civic/score_take.h"
#include "io/marks.h"
#include "io/rec.h"

/* The fields that every mark has. */
enum { APPLICATION, EXPERT, CRITERION, MARK, FIELDS };

/* Marks that are read but not yet looked over, and where they stand. */
struct batch {
	struct score_batch marks;
	struct rec_place places[SCORE_TAKE_MOST];
	struct str *values;	/* of the rubric's fields, for each mark */
};
enum { BATCHES = 64 };

struct reader {
	struct score *score;
	struct rec *in;
	size_t place[FIELDS];
	size_t field[SCORE_KEYS_MAX];	/* of the rubric's fields */

	/* Batches are taken in by the worker, in the order of their numbers;
	 * number n is batch[n % BATCHES]. */
	struct worker *worker;
	struct batch *batch;
	struct str *values;
	size_t looked, now;	/* over; the one that is being read */
	bool looking;

	/* Runs of records, each turned to by one rec_next; the batch after
	 * the last of each of them that is held. */
	size_t runs, end[REC_HELD];
};

static struct batch *
batch_of(const struct reader *r, size_t number)
{
	return &r->batch[number % BATCHES];
}

/* There is no such criterion: say which was meant, or which there are. */
static void
refuse_criterion(struct rec *in, size_t place,
    const struct score_rubric *rubric, struct str name)
{
	struct str list[SCORE_CRITERIA_MAX];
	struct buf known = { 0 };
	size_t near;

	for (size_t i = 0; i < rubric->count; i++) {
		list[i] = rubric->criterion[i].name;
		buf_printf(&known, "%s%.*s", i > 0 ? ", " : "",
		    STR_ARG(list[i]));
	}
	near = str_nearest(name, list, rubric->count);
	if (near == STR_NONE)
		rec_refuse(in, place, "not a criterion of the rubric: "
		    "'%.*s'; known are: %.*s", STR_ARG(name),
		    STR_ARG(buf_str(&known)));
	else
		rec_refuse(in, place, "not a criterion of the rubric: "
		    "'%.*s'; did you mean '%.*s'?", STR_ARG(name),
		    STR_ARG(list[near]));
	buf_free(&known);
}

static void
refuse_mark(struct rec *in, size_t place, const struct score_rubric *rubric,
    struct str text, enum score_fault fault)
{
	char low[24], high[24], step[24];
	int places = rubric->places;

	if (fault == SCORE_NOT_A_MARK)
		rec_refuse(in, place, "not a mark: '%.*s'",
		    STR_ARG(text));
	else if (fault == SCORE_OFF_SCALE)
		rec_refuse(in, place, "off the scale from %.*s to "
		    "%.*s: '%.*s'",
		    (int)decimal_format(low, rubric->min, places), low,
		    (int)decimal_format(high, rubric->max, places), high,
		    STR_ARG(text));
	else
		rec_refuse(in, place, "between the steps of %.*s: "
		    "'%.*s'", (int)decimal_format(step, rubric->step, places),
		    step, STR_ARG(text));
}

bool
marks_value(const struct score *s, struct rec *in, size_t criterion_place,
    size_t mark_place, uint32_t *criterion, int32_t *units)
{
	struct str name = rec_value(in, criterion_place);
	struct str mark = rec_value(in, mark_place);
	enum score_fault fault = score_parse(s, mark, units);

	*criterion = (uint32_t)score_criterion(s, name);
	if (*criterion == s->rubric->count)
		refuse_criterion(in, criterion_place, s->rubric, name);
	if (fault != SCORE_FINE)
		refuse_mark(in, mark_place, s->rubric, mark, fault);
	return *criterion < s->rubric->count && fault == SCORE_FINE;
}

static void
find_fields(struct reader *r, struct str *values)
{
	const struct score_rubric *rubric = r->score->rubric;

	for (size_t i = 0; i < rubric->keys; i++) {
		const struct score_key *key = &rubric->key[i];

		if (!score_key_is_field(key))
			continue;
		struct str value = rec_value(r->in, r->field[key->which]);

		if (!score_field_fits(key, value))
			rec_refuse(r->in, r->field[key->which],
			    "not a number: '%.*s'", STR_ARG(value));
		values[key->which] = value;
	}
}

/* Refuse the record in hand for all that is wrong with it. */
static void
refuse(struct reader *r, const struct score_mark *m)
{
	uint32_t criterion;
	int32_t units;

	if (m->application_n == 0)
		rec_refuse(r->in, r->place[APPLICATION], "empty");
	if (m->expert_n == 0)
		rec_refuse(r->in, r->place[EXPERT], "empty");
	(void)marks_value(r->score, r->in, r->place[CRITERION],
	    r->place[MARK], &criterion, &units);
}

/* Put the record in hand into a batch, or refuse it. */
static void
read_mark(struct reader *r, struct batch *b)
{
	const struct score_rubric *rubric = r->score->rubric;
	size_t i = b->marks.count;
	struct score_mark *m = &b->marks.mark[i];
	struct str value[FIELDS];
	enum score_fault fault;
	size_t criterion;

	rec_values(r->in, r->place, FIELDS, value);
	criterion = score_criterion(r->score, value[CRITERION]);
	fault = score_parse(r->score, value[MARK], &m->units);
	m->application = value[APPLICATION].p;
	m->application_n = (uint32_t)value[APPLICATION].n;
	m->expert = value[EXPERT].p;
	m->expert_n = (uint32_t)value[EXPERT].n;
	m->criterion = (uint32_t)criterion;
	if (m->application_n == 0 || m->expert_n == 0 ||
	    criterion == rubric->count || fault != SCORE_FINE)
		refuse(r, m);
	if (rubric->fields > 0)
		find_fields(r, b->values + i * rubric->fields);
	rec_tell(r->in, &b->places[i]);
	b->marks.count += !rec_is_refused(r->in);
}

static void
take_batch(void *of, size_t number)
{
	struct reader *r = of;

	score_take(r->score, &batch_of(r, number)->marks);
}

static void
refuse_twice(struct reader *r, const struct score_mark *m)
{
	rec_refuse(r->in, REC_NONE, "expert '%.*s' has marked '%.*s' of "
	    "'%.*s' before; none of these marks counts",
	    (int)m->expert_n, m->expert,
	    STR_ARG(r->score->rubric->criterion[m->criterion].name),
	    (int)m->application_n, m->application);
}

/* Refuse what was marked before. */
static void
look_over(struct reader *r, struct batch *b)
{
	struct rec_place last;

	rec_tell(r->in, &last);
	for (size_t i = 0; b->marks.any_twice && i < b->marks.count; i++) {
		if (!b->marks.twice[i])
			continue;
		rec_turn(r->in, b->places[i]);
		refuse_twice(r, &b->marks.mark[i]);
		rec_turn(r->in, last);
	}
	b->marks.count = 0;
}

/* The batch that is being read is complete: on to the next. */
static void
next_batch(struct reader *r)
{
	worker_let(r->worker, ++r->now);
}

/* Look over all batches before this one. */
static void
look_over_until(struct reader *r, size_t number)
{
	if (r->looked >= number)
		return;
	worker_wait(r->worker, number);
	r->looking = true;
	for (; r->looked < number; r->looked++)
		look_over(r, batch_of(r, r->looked));
	r->looking = false;
}

/*
 * A record is about to be refused.  Between runs nothing is in the batch
 * that is read next, whose place another may still have.
 */
static void
before_refusing(void *of)
{
	struct reader *r = of;

	if (r->looking)
		return;
	if (r->now - r->looked < BATCHES && batch_of(r, r->now)->marks.count > 0)
		next_batch(r);
	look_over_until(r, r->now);
}

/* Read a run of records, from the one in hand on. */
static void
read_run(struct reader *r)
{
	size_t *end = &r->end[r->runs % REC_HELD];

	/* Those whose place in memory will be used again next. */
	look_over_until(r, *end);
	/* Some records are done before a thread is made. */
	if (r->runs++ > 1)
		worker_start(r->worker);
	do {
		if (r->now - r->looked == BATCHES)
			look_over_until(r, r->looked + BATCHES / 2);
		do
			read_mark(r, batch_of(r, r->now));
		while (batch_of(r, r->now)->marks.count < SCORE_TAKE_MOST &&
		    rec_near(r->in));
		next_batch(r);
	} while (rec_near(r->in));
	*end = r->now;
}

static void
find_places(struct reader *r)
{
	static const char *const name[FIELDS] = { "application", "expert",
		"criterion", "mark" };
	const struct score_rubric *rubric = r->score->rubric;
	struct arena a = { 0 };

	for (size_t i = 0; i < FIELDS; i++)
		r->place[i] = rec_field(r->in, name[i]);
	for (size_t i = 0; i < rubric->keys; i++)
		if (score_key_is_field(&rubric->key[i]))
			r->field[rubric->key[i].which] = rec_field(r->in,
			    arena_string(&a, rubric->key[i].name));
	arena_reset(&a);
}

static void
open_batches(struct reader *r)
{
	size_t values = r->score->rubric->fields * SCORE_TAKE_MOST;

	r->batch = calloc(BATCHES, sizeof(*r->batch));
	r->values = calloc(BATCHES * values + 1, sizeof(*r->values));
	if (r->batch == NULL || r->values == NULL)
		die("out of memory");
	for (size_t i = 0; i < BATCHES; i++) {
		r->batch[i].values = r->values + i * values;
		r->batch[i].marks.field = r->batch[i].values;
	}
	r->worker = worker_open(take_batch, r);
}

static void
close_batches(struct reader *r)
{
	worker_close(r->worker);
	free(r->values);
	free(r->batch);
}

int
marks_read(struct score *s, char **files, const char *rejects)
{
	struct reader r = { .score = s, .in = rec_open(files) };

	rec_keep_refused(r.in, rejects);
	rec_hold(r.in, before_refusing, &r);
	find_places(&r);
	open_batches(&r);
	while (rec_next(r.in))
		read_run(&r);
	look_over_until(&r, r.now);
	close_batches(&r);
	return rec_close(r.in);
}

int
marks_exclude(struct score *s, const char *file)
{
	char *files[] = { (char *)file, NULL };
	struct rec *in = rec_open(files);
	size_t application = rec_field(in, "application");
	size_t expert = rec_field(in, "expert");

	while (rec_next(in)) {
		struct str a = rec_value(in, application);
		struct str e = rec_value(in, expert);

		if (a.n == 0)
			rec_refuse(in, application, "empty");
		if (e.n == 0)
			rec_refuse(in, expert, "empty");
		if (rec_is_refused(in))
			continue;
		switch (score_take_exclude(s, a, e)) {
		case SCORE_KNOWN:
			break;
		case SCORE_NO_APPLICATION:
			rec_warn(in, application, "nobody has marked it: "
			    "'%.*s'", STR_ARG(a));
			break;
		case SCORE_NO_EXPERT:
			rec_warn(in, expert, "has marked nothing: '%.*s'",
			    STR_ARG(e));
			break;
		}
	}
	return rec_close(in);
}
