#include "civic/name.h"
#include "civic/org_id.h"
#include "io/kind.h"
#include "io/popolo.h"

/* Seats on their way in. */
struct reader {
	struct popolo *p;
	struct rec *in;
	const struct schema *schema;
	size_t *place;
	struct buf id;
};

static struct str
value(struct reader *r, const char *field)
{
	return rec_value(r->in, r->place[kind_field(r->schema,
	    str_of(field))]);
}

/* The number of what has the id in hand; true if it is new. */
static bool
is_new(struct reader *r, struct map *m, size_t *number)
{
	size_t known = m->count;

	*number = map_add(m, buf_str(&r->id));
	return *number == known;
}

static size_t
add_organization(struct reader *r, struct popolo_organization o)
{
	struct popolo *p = r->p;
	size_t n;

	if (!is_new(r, &p->organizations, &n))
		return n;
	o.id = map_key(&p->organizations, n);
	o.name = arena_copy(p->run, o.name);
	o.other_name = arena_copy(p->run, o.other_name);
	p->organization = buf_grow(p->organization, &p->room[0], n + 1,
	    sizeof(*p->organization));
	p->organization[n] = o;
	return n;
}

/* A text that is no id makes one, folded, so that its writing is no matter. */
static void
make_id(struct reader *r, const char *what, struct str text)
{
	buf_clear(&r->id);
	buf_printf(&r->id, "%s/", what);
	name_fold(&r->id, text);
}

/* An organisation that is represented: its BIN says which it is. */
static size_t
add_represented(struct reader *r, struct str text)
{
	struct popolo_organization o = { .name = text,
		.classification = STR("organisation") };

	if (text.n == 0)
		return STR_NONE;
	make_id(r, "organisation", text);
	if (org_id_is_bin(text)) {
		struct str name = publish_names_of(r->p->names, text);

		buf_clear(&r->id);
		org_id_make(&r->id, text);
		if (name.n > 0)
			o.name = name;
	}
	return add_organization(r, o);
}

static struct str
add_body(struct reader *r, struct str body)
{
	struct popolo_organization o = { .name = body,
		.classification = STR("body") };
	size_t n;

	if (body.n == 0)
		return body;
	make_id(r, "organisation", body);
	n = add_organization(r, o);
	return r->p->organization[n].id;
}

static size_t
add_council(struct reader *r)
{
	struct popolo *p = r->p;
	struct str level = value(r, "level"), name = value(r, "council");
	struct popolo_organization o = { .name = name,
		.classification = STR("public council") };
	size_t row = councils_find(p->councils, name, level);

	o.parent = add_body(r, value(r, "body"));
	buf_clear(&r->id);
	if (row == TABLE_NONE) {
		buf_printf(&r->id, "council/%.*s/", STR_ARG(level));
		name_fold(&r->id, name);
		return add_organization(r, o);
	}
	o.name = councils_value(p->councils, row, COUNCILS_RU);
	o.other_name = councils_value(p->councils, row, COUNCILS_KK);
	if (o.name.n == 0) {
		o.name = o.other_name;
		o.other_name = STR("");
	}
	if (o.name.n == 0)
		o.name = name;
	o.founded = councils_value(p->councils, row, COUNCILS_FORMED);
	o.dissolved = councils_value(p->councils, row, COUNCILS_UNTIL);
	buf_printf(&r->id, "council/%.*s", STR_ARG(councils_value(p->councils,
	    row, COUNCILS_ID)));
	return add_organization(r, o);
}

static size_t
add_post(struct reader *r, size_t council)
{
	struct popolo *p = r->p;
	struct str seat = value(r, "seat");
	size_t n;

	buf_clear(&r->id);
	buf_printf(&r->id, "%.*s/%.*s",
	    STR_ARG(p->organization[council].id), STR_ARG(seat));
	if (!is_new(r, &p->posts, &n))
		return n;
	p->post = buf_grow(p->post, &p->room[1], n + 1, sizeof(*p->post));
	p->post[n] = (struct popolo_post){ map_key(&p->posts, n),
		arena_copy(p->run, seat), council };
	return n;
}

static size_t
add_person(struct reader *r)
{
	struct popolo *p = r->p;
	struct str id = value(r, "person"), name = value(r, "member");
	size_t n;

	make_id(r, "person", id.n > 0 ? id : name);
	if (id.n > 0) {
		buf_clear(&r->id);
		buf_printf(&r->id, "person/id/%.*s", STR_ARG(id));
	}
	if (!is_new(r, &p->persons, &n))
		return n;
	p->person = buf_grow(p->person, &p->room[2], n + 1,
	    sizeof(*p->person));
	p->person[n] = (struct popolo_person){ map_key(&p->persons, n),
		arena_copy(p->run, name) };
	return n;
}

static void
add_membership(struct reader *r, size_t post)
{
	struct popolo *p = r->p;
	struct popolo_membership m = { .post = post };
	size_t n;

	m.since = value(r, "since");
	buf_clear(&r->id);
	buf_printf(&r->id, "%.*s/%.*s", STR_ARG(p->post[post].id),
	    STR_ARG(m.since));
	if (!is_new(r, &p->memberships, &n)) {
		rec_refuse(r->in, r->place[kind_field(r->schema,
		    STR("since"))], "somebody has this seat since that day "
		    "already: '%.*s'", STR_ARG(m.since));
		return;
	}
	m.id = map_key(&p->memberships, n);
	m.since = arena_copy(p->run, m.since);
	m.until = arena_copy(p->run, value(r, "until"));
	m.person = add_person(r);
	m.behalf = add_represented(r, value(r, "organisation"));
	p->membership = buf_grow(p->membership, &p->room[3], n + 1,
	    sizeof(*p->membership));
	p->membership[n] = m;
}

static void
read_seat(struct reader *r)
{
	struct str until = value(r, "until");
	size_t council;

	if (until.n > 0 && str_cmp(until, value(r, "since")) < 0) {
		rec_refuse(r->in, r->place[kind_field(r->schema,
		    STR("until"))], "before since: '%.*s'", STR_ARG(until));
		return;
	}
	council = add_council(r);
	if (value(r, "member").n > 0)
		add_membership(r, add_post(r, council));
	else
		add_post(r, council);
}

void
popolo_read(struct popolo *p, struct rec *in)
{
	struct reader r = { .p = p, .in = in,
		.schema = kind_schema(p->run, "seat") };

	r.place = kind_places(p->run, r.schema, in);
	while (rec_next(in))
		if (kind_check(r.schema, in, r.place))
			read_seat(&r);
	buf_free(&r.id);
}
