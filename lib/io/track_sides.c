#include "io/track_sides.h"

#include <stdlib.h>

#include "civic/date.h"
#include "civic/vocab.h"
#include "io/ahead.h"
#include "io/kind.h"
#include "io/row.h"

#define FIELDS(list) (sizeof(list) / sizeof(*(list)))

static int32_t
day_of(const struct row *r, size_t field)
{
	return r->units[field] == ROW_EMPTY ? TRACK_NO_DAY :
	    (int32_t)r->units[field];
}

/* A file of records of proposals, whose first field is the proposal. */
struct side {
	struct track_files *f;
	struct row row;
	struct ahead ahead;
	const struct vocab *answers;
};
enum { PROPOSAL };

typedef void take_one(struct side *s, size_t number);

static size_t
find(const struct side *s)
{
	const struct row *r = &s->row;
	struct str id = r->text[PROPOSAL];
	size_t number = s->ahead.found;

	if (number != MAP_NONE || id.n == 0)
		return number;
	rec_refuse(r->in, r->place[PROPOSAL], track_is_refused(s->f->t, id) ?
	    "was refused itself: '%.*s'" : "not among the proposals: '%.*s'",
	    STR_ARG(id));
	return MAP_NONE;
}

/* Of a proposal with a refused record it is told. */
static int
read_side(struct side *s, const char *file, const struct row_field *field,
    size_t count, take_one *take)
{
	struct rec *in = row_open_file(&s->row, file, field, count);
	size_t number;
	bool good;

	s->ahead = (struct ahead){ .in = in, .map = &s->f->t->ids,
		.key = s->row.place[PROPOSAL], .of = s->f->t->list,
		.size = sizeof(*s->f->t->list) };
	while (ahead_next(&s->ahead)) {
		good = row_read(&s->row);
		number = find(s);
		if (number == MAP_NONE)
			continue;
		if (good)
			take(s, number);
		if (rec_is_refused(in))
			s->f->t->list[number].refused++;
	}
	return rec_close(in);
}

/* Refuse the record in hand, by a field that is its key, or its day. */
static void
refuse(const struct side *s, size_t number, enum track_fault fault,
    size_t key, size_t on)
{
	const struct row *r = &s->row;
	char day[11];

	switch (fault) {
	case TRACK_TWICE:
		rec_refuse(r->in, r->place[key], "stands twice for '%.*s': "
		    "'%.*s'", STR_ARG(r->text[PROPOSAL]),
		    STR_ARG(r->text[key]));
		break;
	case TRACK_TOO_MANY:
		rec_refuse(r->in, r->place[PROPOSAL], "more than %d records: "
		    "'%.*s'", TRACK_MOST, STR_ARG(r->text[PROPOSAL]));
		break;
	case TRACK_BEFORE:
		date_format(s->f->t->list[number].received, day);
		rec_refuse(r->in, r->place[on], "before '%.*s' was "
		    "registered, %s: '%.*s'", STR_ARG(r->text[PROPOSAL]), day,
		    STR_ARG(r->text[on]));
		break;
	case TRACK_FINE:
		break;
	}
}

enum { ROUTE_BODY = 1, ROUTE_ON };

static void
take_route(struct side *s, size_t number)
{
	const struct row *r = &s->row;

	refuse(s, number, track_route(s->f->t, number, r->text[ROUTE_BODY],
	    day_of(r, ROUTE_ON)), ROUTE_BODY, ROUTE_ON);
}

int
track_sides_routes(struct track_files *f, const char *file)
{
	static const struct row_field field[] = {
		[PROPOSAL] = { "proposal", ROW_ID, ROW_VALUE },
		[ROUTE_BODY] = { "body", ROW_ID, ROW_VALUE },
		[ROUTE_ON] = { "forwarded_on", ROW_DATE, ROW_MAY_BE_EMPTY },
	};
	struct side s = { .f = f };

	if (file == NULL)
		return 0;
	f->law->routes_told = true;
	return read_side(&s, file, field, FIELDS(field), take_route);
}

enum { UNTIL = 1, REASON, DECIDED, TOLD };

/* What is to be looked for among the extensions of a proposal. */
struct sought {
	uint32_t extension;
	bool after;
};

static void
look(void *arg, const struct track_seen *seen)
{
	struct sought *sought = arg;

	if (seen->extension == sought->extension)
		sought->after = seen->unlawful & TRACK_AFTER;
}

/*
 * Extensions decided after the due day.  Those that are read later may still
 * move that day, so it is told only at the end.
 */
struct suspects {
	struct arena run;
	struct suspect {
		size_t proposal;
		uint32_t extension;
		struct str where, decided;
	} *list;
	size_t count, room;
};

struct extensions {
	struct side side;	/* first: take_extension is handed it */
	struct suspects suspects;
};

static bool
is_after(const struct track_files *f, size_t number, uint32_t extension,
    long *due)
{
	struct sought sought = { extension, false };
	struct track_watch watch = { look, &sought };
	struct track_verdict v;

	track_judge(f->t, f->law, number, &watch, &v);
	*due = v.due;
	return sought.after;
}

static void
suspect(struct extensions *x, size_t number)
{
	struct suspects *s = &x->suspects;
	const struct row *r = &x->side.row;
	uint32_t extension = (uint32_t)x->side.f->t->extensions - 1;
	long due;

	if (!is_after(x->side.f, number, extension, &due))
		return;
	s->list = buf_grow(s->list, &s->room, s->count + 1,
	    sizeof(*s->list));
	s->list[s->count++] = (struct suspect){ number, extension,
		arena_copy(&s->run, str_of(rec_where(r->in))),
		arena_copy(&s->run, r->text[DECIDED]) };
}

static void
take_extension(struct side *s, size_t number)
{
	const struct row *r = &s->row;
	struct track_extension e = {
		.until = day_of(r, UNTIL), .decided_on = day_of(r, DECIDED),
		.told_on = day_of(r, TOLD),
		.reasoned = str_trim(r->text[REASON]).n > 0,
	};
	enum track_fault fault = TRACK_FINE;

	if (e.until < e.decided_on)
		rec_refuse(r->in, r->place[UNTIL], "before it was decided, "
		    "%.*s: '%.*s'", STR_ARG(r->text[DECIDED]),
		    STR_ARG(r->text[UNTIL]));
	else if (e.told_on < e.decided_on)
		rec_refuse(r->in, r->place[TOLD], "before it was decided, "
		    "%.*s: '%.*s'", STR_ARG(r->text[DECIDED]),
		    STR_ARG(r->text[TOLD]));
	else if ((fault = track_extend(s->f->t, number, &e)) == TRACK_FINE)
		suspect((struct extensions *)s, number);
	refuse(s, number, fault, DECIDED, DECIDED);
}

static int
tell_suspects(struct track_files *f, struct suspects *s)
{
	int status = 0;
	char day[11];
	long due;

	for (size_t i = 0; i < s->count; i++) {
		const struct suspect *one = &s->list[i];

		if (!is_after(f, one->proposal, one->extension, &due))
			continue;
		date_format(due, day);
		warn("%.*s: decided_on: '%.*s' was due before, on %s: '%.*s'",
		    STR_ARG(one->where),
		    STR_ARG(map_key(&f->t->ids, one->proposal)), day,
		    STR_ARG(one->decided));
		status = REFUSED;
	}
	return status;
}

int
track_sides_extensions(struct track_files *f, const char *file)
{
	static const struct row_field field[] = {
		[PROPOSAL] = { "proposal", ROW_ID, ROW_VALUE },
		[UNTIL] = { "until", ROW_DATE, ROW_VALUE },
		[REASON] = { "reason", ROW_TEXT, ROW_MAY_BE_EMPTY },
		[DECIDED] = { "decided_on", ROW_DATE, ROW_VALUE },
		[TOLD] = { "told_on", ROW_DATE, ROW_MAY_BE_EMPTY },
	};
	struct extensions x = { .side.f = f };
	int status;

	if (file == NULL)
		return 0;
	status = read_side(&x.side, file, field, FIELDS(field),
	    take_extension);
	status |= tell_suspects(f, &x.suspects);
	arena_reset(&x.suspects.run);
	free(x.suspects.list);
	return status;
}

size_t
track_sides_kind(struct str code)
{
	const struct vocab *v = kind_vocab("answers");
	size_t i = 0;

	while (i < v->count && !str_eq(v->entry[i].code, code))
		i++;
	return i;
}

void
track_sides_refuse_kind(struct rec *in, size_t place, struct str code)
{
	struct str near = vocab_nearest(kind_vocab("answers"), code);

	if (near.n > 0)
		rec_refuse(in, place, "not an answer (nearest: %.*s): '%.*s'",
		    STR_ARG(near), STR_ARG(code));
	else
		rec_refuse(in, place, "not an answer: '%.*s'", STR_ARG(code));
}

enum { ANSWER_BODY = 1, KIND, ACT, ANSWERED_ON };

static void
take_answer(struct side *s, size_t number)
{
	const struct row *r = &s->row;
	const struct track_proposal *p = &s->f->t->list[number];
	size_t kind = track_sides_kind(r->text[KIND]);
	enum track_fault fault;
	char day[11];

	if (kind == s->answers->count) {
		track_sides_refuse_kind(r->in, r->place[KIND], r->text[KIND]);
		return;
	}
	fault = track_answer(s->f->t, number, r->text[ANSWER_BODY],
	    (uint8_t)kind, r->text[ACT], day_of(r, ANSWERED_ON));
	if (fault == TRACK_TWICE) {
		date_format(p->answered_on, day);
		rec_refuse(r->in, r->place[PROPOSAL], "is answered already, "
		    "on %s by '%.*s': '%.*s'", day,
		    STR_ARG(map_key(&s->f->t->bodies, p->answered_by)),
		    STR_ARG(r->text[PROPOSAL]));
	} else
		refuse(s, number, fault, PROPOSAL, ANSWERED_ON);
}

int
track_sides_answers(struct track_files *f, const char *file)
{
	static const struct row_field field[] = {
		[PROPOSAL] = { "proposal", ROW_ID, ROW_VALUE },
		[ANSWER_BODY] = { "body", ROW_ID, ROW_VALUE },
		[KIND] = { "kind", ROW_TEXT, ROW_VALUE },
		[ACT] = { "act", ROW_ID, ROW_MAY_BE_MISSING },
		[ANSWERED_ON] = { "on", ROW_DATE, ROW_VALUE },
	};
	struct side s = { .f = f, .answers = kind_vocab("answers") };

	if (file == NULL)
		return 0;
	return read_side(&s, file, field, FIELDS(field), take_answer);
}
