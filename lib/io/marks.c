#include "base/buf.h"
#include "civic/score_take.h"
#include "io/marks.h"
#include "io/rec.h"

/* The fields that every mark has. */
enum { APPLICATION, EXPERT, CRITERION, MARK, FIELDS };

struct reader {
	struct score *score;
	struct rec *in;
	size_t place[FIELDS];
	size_t field[SCORE_KEYS_MAX];	/* of the rubric's fields */

	/* What was read but not yet taken in, and where it stands. */
	struct score_mark marks[SCORE_TAKE_MOST];
	struct str values[SCORE_TAKE_MOST][SCORE_KEYS_MAX];
	struct rec_place places[SCORE_TAKE_MOST];
	size_t count;
};

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

/* Put the record in hand into the batch, or refuse it. */
static void
read_mark(struct reader *r)
{
	struct score_mark *m = &r->marks[r->count];

	m->application = rec_value(r->in, r->place[APPLICATION]);
	m->expert = rec_value(r->in, r->place[EXPERT]);
	if (m->application.n == 0)
		rec_refuse(r->in, r->place[APPLICATION], "empty");
	if (m->expert.n == 0)
		rec_refuse(r->in, r->place[EXPERT], "empty");
	(void)marks_value(r->score, r->in, r->place[CRITERION],
	    r->place[MARK], &m->criterion, &m->units);
	m->field = r->values[r->count];
	if (r->score->rubric->fields > 0)
		find_fields(r, r->values[r->count]);
	rec_tell(r->in, &r->places[r->count]);
	r->count += !rec_is_refused(r->in);
}

/* Take the batch in, and refuse what was marked before. */
static void
take_batch(struct reader *r)
{
	struct rec_place last;

	rec_tell(r->in, &last);
	score_take(r->score, r->marks, r->count);
	for (size_t i = 0; i < r->count; i++) {
		const struct score_mark *m = &r->marks[i];

		if (!m->twice)
			continue;
		rec_turn(r->in, r->places[i]);
		rec_refuse(r->in, REC_NONE, "expert '%.*s' has marked '%.*s' of "
		    "'%.*s' before; none of these marks counts",
		    STR_ARG(m->expert),
		    STR_ARG(r->score->rubric->criterion[m->criterion].name),
		    STR_ARG(m->application));
		rec_turn(r->in, last);
	}
	r->count = 0;
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

int
marks_read(struct score *s, char **files, const char *rejects)
{
	struct reader r = { .score = s, .in = rec_open(files) };

	rec_keep_refused(r.in, rejects);
	find_places(&r);
	while (rec_next(r.in)) {
		do
			read_mark(&r);
		while (r.count < SCORE_TAKE_MOST && rec_near(r.in));
		take_batch(&r);
	}
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
