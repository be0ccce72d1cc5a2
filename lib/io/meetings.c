#include "io/meetings.h"

#include <limits.h>
#include <stdlib.h>

#include "civic/date.h"
#include "io/kind.h"

/* Meetings on their way in. */
struct reader {
	struct meetings *m;
	struct rec *in;
	const struct schema *schema;
	size_t *place;
};

static size_t
add_key(struct map *keys, struct str council, struct str no)
{
	struct buf key = { 0 };
	size_t i;

	buf_printf(&key, "%.*s\t%.*s", STR_ARG(council), STR_ARG(no));
	i = map_add(keys, buf_str(&key));
	buf_free(&key);
	return i;
}

static struct meeting *
find(const struct meetings *m, struct str council, struct str no)
{
	struct buf key = { 0 };
	size_t i;

	buf_printf(&key, "%.*s\t%.*s", STR_ARG(council), STR_ARG(no));
	i = map_find(&m->keys, buf_str(&key));
	buf_free(&key);
	return i == MAP_NONE ? NULL : &m->meeting[i];
}

static size_t
at(const struct reader *r, const char *field)
{
	return r->place[kind_field(r->schema, str_of(field))];
}

static struct str
value(struct reader *r, const char *field)
{
	return rec_value(r->in, at(r, field));
}

/* Yes is what must not be; nothing is open. */
static enum meeting_verdict
declared(struct str text)
{
	return text.n == 0 ? MEETING_OPEN : str_eq(text, STR("yes")) ?
	    MEETING_NO : MEETING_YES;
}

/* The edition of the day and the kind in it; false if there is none. */
static bool
read_law(struct reader *r, struct meeting *one)
{
	struct str kind = value(r, "kind");

	date_parse(value(r, "on"), &one->on);
	one->law = meeting_law_on(r->m->laws, one->on);
	if (one->law == NULL) {
		rec_refuse(r->in, at(r, "on"), "no edition of the law is in "
		    "force on this day: '%.*s'", STR_ARG(value(r, "on")));
		return false;
	}
	if (one->law->kinds == 0)
		return true;
	while (one->kind < one->law->kinds &&
	    !str_eq(one->law->kind[one->kind].name, kind))
		one->kind++;
	if (one->kind < one->law->kinds)
		return true;
	rec_refuse(r->in, at(r, "kind"), kind.n == 0 ? "missing" : "not a "
	    "kind of meetings of the law: '%.*s'", STR_ARG(kind));
	return false;
}

static const struct str *
keep_record(struct reader *r)
{
	size_t count = rec_count(r->in);
	struct str *raw = arena_array(r->m->run, count + 1, sizeof(*raw));

	for (size_t i = 0; i < count; i++)
		raw[i] = arena_copy(r->m->run, rec_raw(r->in, i));
	return raw;
}

static void
read_meeting(struct reader *r)
{
	struct meetings *m = r->m;
	struct meeting one = { .notice = LONG_MIN, .members = LONG_MIN,
		.notice_by = LONG_MIN };

	if (!read_law(r, &one))
		return;
	if (add_key(&m->keys, value(r, "council"), value(r, "no")) <
	    m->count) {
		rec_refuse(r->in, at(r, "no"), "the council has a meeting of "
		    "this number already: '%.*s'", STR_ARG(value(r, "no")));
		return;
	}
	one.raw = keep_record(r);
	one.council = arena_copy(m->run, value(r, "council"));
	one.no = arena_copy(m->run, value(r, "no"));
	one.on_text = arena_copy(m->run, value(r, "on"));
	one.chair = arena_copy(m->run, value(r, "chair"));
	one.secretary = arena_copy(m->run, value(r, "secretary"));
	date_parse(value(r, "notice_on"), &one.notice);
	str_number(value(r, "members"), 0, INT_MAX, &one.members);
	one.servant = declared(value(r, "chair_servant"));
	one.member = declared(value(r, "secretary_member"));
	m->meeting = buf_grow(m->meeting, &m->room, m->count + 1,
	    sizeof(*m->meeting));
	m->meeting[m->count++] = one;
}

void
meetings_read(struct meetings *m, struct rec *in)
{
	struct reader r = { .m = m, .in = in,
		.schema = kind_schema(m->run, "meeting") };

	r.place = kind_places(m->run, r.schema, in);
	while (rec_next(in))
		if (kind_check(r.schema, in, r.place))
			read_meeting(&r);
}

static bool
check_attendance(void *with, struct rec *in, const struct str *value)
{
	struct meeting *one = find(with, value[0], value[1]);

	if (one == NULL) {
		rec_refuse(in, rec_field(in, "meeting"), "no such meeting of "
		    "this council: '%.*s'", STR_ARG(value[1]));
		return false;
	}
	one->named = buf_grow(one->named, &one->nameroom, one->names + 1,
	    sizeof(*one->named));
	one->named[one->names++] = (struct meetings_member){
		.name = arena_copy(((struct meetings *)with)->run, value[2]),
		.present = str_eq(value[3], STR("yes")),
		.excused = str_eq(value[4], STR("yes")),
	};
	one->present += one->named[one->names - 1].present;
	return true;
}

int
meetings_attendance(struct meetings *m, const char *file)
{
	struct table *t = table_read(m->run, file, "meeting_attendance",
	    "council", "council meeting member present excused",
	    check_attendance, m);
	int status = t != NULL && t->refused > 0 ? REFUSED : 0;

	m->attended = t != NULL;
	table_free(t);
	return status;
}

/* The majority that a vote names, or else that of its kind of meeting. */
static bool
find_majority(const struct meeting *one, struct rec *in, struct str text,
    size_t *majority)
{
	const struct meeting_law *law = one->law;
	size_t i = 0;

	*majority = 0;
	if (law->kinds == 0)
		return true;
	*majority = law->kind[one->kind].majority;
	if (text.n == 0)
		return true;
	while (i < law->majorities && !str_eq(law->majority[i].name, text))
		i++;
	if (i == law->majorities) {
		rec_refuse(in, rec_field(in, "majority"), "not a majority of "
		    "the law: '%.*s'", STR_ARG(text));
		return false;
	}
	*majority = meeting_stricter(law, i, *majority);
	return true;
}

/* Nobody votes who is not there. */
static bool
check_number(const struct meetings *m, const struct meeting *one,
    struct rec *in, const struct meetings_vote *v)
{
	long cast = v->in_favour + v->against + v->abstained;
	long most = m->attended ? one->present : one->members;

	if (most == LONG_MIN || cast <= most)
		return true;
	rec_refuse(in, rec_field(in, "for"), "%ld votes, and %ld %s", cast,
	    most, m->attended ? "were present" : "are members");
	return false;
}

static bool
check_vote(void *with, struct rec *in, const struct str *value)
{
	struct meetings *m = with;
	struct meeting *one = find(m, value[0], value[1]);
	struct meetings_vote v = { 0 };

	if (one == NULL) {
		rec_refuse(in, rec_field(in, "meeting"), "no such meeting of "
		    "this council: '%.*s'", STR_ARG(value[1]));
		return false;
	}
	str_number(value[4], 0, INT_MAX, &v.in_favour);
	str_number(value[5], 0, INT_MAX, &v.against);
	str_number(value[6], 0, INT_MAX, &v.abstained);
	if (!check_number(m, one, in, &v) ||
	    !find_majority(one, in, value[7], &v.majority)) {
		one->refused++;
		return false;
	}
	v.item = arena_copy(m->run, value[2]);
	v.title = arena_copy(m->run, value[3]);
	one->vote = buf_grow(one->vote, &one->voteroom, one->votes + 1,
	    sizeof(*one->vote));
	one->vote[one->votes++] = v;
	return true;
}

int
meetings_votes(struct meetings *m, const char *file)
{
	struct table *t = table_read(m->run, file, "meeting_vote", "council",
	    "council meeting item title for against abstained majority",
	    check_vote, m);
	int status = t != NULL && t->refused > 0 ? REFUSED : 0;

	m->voted = t != NULL;
	table_free(t);
	return status;
}

enum meeting_verdict
meetings_lawful(const struct meeting *one)
{
	enum meeting_verdict worst = MEETING_NONE;

	for (enum meeting_rule i = 0; i < MEETING_ABSENCE; i++)
		if (one->verdict[i] > worst)
			worst = one->verdict[i];
	return worst;
}

void
meetings_free(struct meetings *m)
{
	for (size_t i = 0; i < m->count; i++) {
		free(m->meeting[i].named);
		free(m->meeting[i].vote);
	}
	free(m->meeting);
	free(m->book);
	map_free(&m->keys);
	map_free(&m->books);
}
