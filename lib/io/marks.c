#include <stdlib.h>

#include "base/buf.h"
#include "civic/score_take.h"
#include "io/marks.h"
#include "io/rec.h"

enum { LINES_MAX = INT32_MAX };	/* that wait to be settled, at most */

struct reader {
	struct score *score;
	struct rec *in;
	size_t application, expert, criterion, mark;
	size_t field[SCORE_KEYS_MAX];	/* of the rubric's fields */

	struct str value[SCORE_KEYS_MAX];

	/* The file that the marks taken and not yet settled stand in, and
	 * the first of their lines; with rejects, the places of them all. */
	const char *file;
	size_t base;
	bool keeps;
	struct rec_place *place;
	size_t places, room;
};

static struct str
value_needed(struct reader *r, size_t field)
{
	struct str value = rec_value(r->in, field);

	if (value.n == 0)
		rec_refuse(r->in, field, "empty");
	return value;
}

/* There is no such criterion: say which was meant, or which there are. */
static void
refuse_criterion(struct reader *r, struct str name)
{
	const struct score_rubric *rubric = r->score->rubric;
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
		rec_refuse(r->in, r->criterion, "not a criterion of the rubric:"
		    " '%.*s'; known are: %.*s", STR_ARG(name),
		    STR_ARG(buf_str(&known)));
	else
		rec_refuse(r->in, r->criterion, "not a criterion of the rubric:"
		    " '%.*s'; did you mean '%.*s'?", STR_ARG(name),
		    STR_ARG(list[near]));
	buf_free(&known);
}

static void
find_criterion(struct reader *r, struct score_mark *m)
{
	struct str name = rec_value(r->in, r->criterion);

	m->criterion = (uint32_t)score_criterion(r->score, name);
	if (m->criterion == r->score->rubric->count)
		refuse_criterion(r, name);
}

static void
find_mark(struct reader *r, struct score_mark *m)
{
	const struct score_rubric *rubric = r->score->rubric;
	struct str text = rec_value(r->in, r->mark);
	char low[24], high[24], step[24];
	int places = rubric->places;

	switch (score_parse(rubric, text, &m->units)) {
	case SCORE_FINE:
		break;
	case SCORE_NOT_A_MARK:
		rec_refuse(r->in, r->mark, "not a mark: '%.*s'",
		    STR_ARG(text));
		break;
	case SCORE_OFF_SCALE:
		rec_refuse(r->in, r->mark, "off the scale from %.*s to %.*s: "
		    "'%.*s'", (int)decimal_format(low, rubric->min, places),
		    low, (int)decimal_format(high, rubric->max, places), high,
		    STR_ARG(text));
		break;
	case SCORE_OFF_STEP:
		rec_refuse(r->in, r->mark, "between the steps of %.*s: '%.*s'",
		    (int)decimal_format(step, rubric->step, places), step,
		    STR_ARG(text));
		break;
	}
}

static void
find_fields(struct reader *r)
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
		r->value[key->which] = value;
	}
}

/* Take the record in hand, or refuse it; true when it is time to settle. */
static bool
read_mark(struct reader *r)
{
	struct score_mark m;
	size_t line = rec_number(r->in) - r->base;

	m.application = value_needed(r, r->application);
	m.expert = value_needed(r, r->expert);
	find_criterion(r, &m);
	find_mark(r, &m);
	if (r->score->rubric->fields > 0)
		find_fields(r);
	if (rec_is_refused(r->in))
		return false;
	m.field = r->value;
	m.line = (uint32_t)line;
	if (r->keeps) {
		r->place = buf_grow(r->place, &r->room, r->places + 1,
		    sizeof(*r->place));
		r->place[r->places] = rec_tell(r->in);
		m.line = (uint32_t)r->places++;
	}
	return score_take(r->score, &m) || line >= LINES_MAX;
}

static void
refuse_twice(struct reader *r, const struct score_twice *t)
{
	const struct score *s = r->score;
	const int32_t *sheet = score_sheet(s, t->sheet);
	struct rec_place place = { .file = r->file,
		.number = r->base + t->line };

	rec_turn(r->in, r->keeps ? r->place[t->line] : place);
	rec_refuse(r->in, REC_NONE, "expert '%.*s' has marked '%.*s' of '%.*s' "
	    "before; none of these marks counts",
	    STR_ARG(map_key(&s->experts, score_sheet_expert(sheet))),
	    STR_ARG(s->rubric->criterion[t->criterion].name),
	    STR_ARG(s->name[sheet[SCORE_SHEET_APPLICATION]]));
}

/* Enter the marks taken so far, and refuse those that were given before. */
static void
settle(struct reader *r)
{
	struct rec_place last = rec_tell(r->in);
	const struct score_twice *twice;
	size_t n = score_take_settle(r->score, &twice);

	for (size_t i = 0; i < n; i++)
		refuse_twice(r, &twice[i]);
	if (n > 0)
		rec_turn(r->in, last);
	r->places = 0;
	r->base = rec_number(r->in);
	r->file = rec_file(r->in);
}

static void
find_places(struct reader *r)
{
	const struct score_rubric *rubric = r->score->rubric;
	struct arena a = { 0 };

	r->application = rec_field(r->in, "application");
	r->expert = rec_field(r->in, "expert");
	r->criterion = rec_field(r->in, "criterion");
	r->mark = rec_field(r->in, "mark");
	for (size_t i = 0; i < rubric->keys; i++)
		if (score_key_is_field(&rubric->key[i]))
			r->field[rubric->key[i].which] = rec_field(r->in,
			    arena_string(&a, rubric->key[i].name));
	arena_reset(&a);
}

int
marks_read(struct score *s, char **files, const char *rejects)
{
	struct reader r = { .score = s, .in = rec_open(files),
		.keeps = rejects != NULL };

	rec_keep_refused(r.in, rejects);
	find_places(&r);
	while (rec_next(r.in)) {
		bool full = rec_file(r.in) != r.file;

		if (full)
			settle(&r);
		do
			full = read_mark(&r);
		while (!full && rec_near(r.in));
		/* What is to be kept must be refused while it is there. */
		if (full || r.keeps)
			settle(&r);
	}
	settle(&r);
	free(r.place);
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
