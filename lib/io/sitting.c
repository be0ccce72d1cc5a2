#include <stdlib.h>

#include "base/buf.h"
#include "io/kind.h"
#include "io/sitting.h"

/* A file of records of a kind. */
struct reader {
	struct sitting *s;
	struct arena *a;
	const struct award *award;
	const struct award_bid *bid;
	struct map bids;	/* their numbers by their names */
	const struct schema *schema;
	char *files[2];		/* the one, and NULL */
	struct rec *in;
	size_t *place;
	struct map keys;	/* of the records, to find those come twice */
};

static void
begin(struct reader *r, const char *kind, const char *file)
{
	r->schema = kind_schema(r->a, kind);
	r->files[0] = (char *)file;
	r->in = rec_open(r->files);
	r->place = kind_places(r->a, r->schema, r->in);
}

/* The place in the input of one of the schema's fields. */
static size_t
at(const struct reader *r, const char *field)
{
	return r->place[schema_field(r->schema, str_of(field))];
}

static struct str
value(struct reader *r, const char *field)
{
	return rec_value(r->in, at(r, field));
}

static void
check_key(struct reader *r)
{
	struct buf key = { 0 };
	size_t count = r->keys.count;

	for (size_t i = 0; i < r->schema->keys; i++) {
		buf_add(&key, rec_raw(r->in, r->place[r->schema->key[i]]));
		buf_byte(&key, '\t');
	}
	if (map_add(&r->keys, buf_str(&key)) != count)
		rec_refuse(r->in, r->place[r->schema->key[r->schema->keys - 1]],
		    "has come before in this file: '%.*s'",
		    STR_ARG(rec_value(r->in,
		    r->place[r->schema->key[r->schema->keys - 1]])));
	buf_free(&key);
}

/* The next record of this sitting that fits the schema and came once. */
static bool
next(struct reader *r)
{
	size_t sitting = schema_field(r->schema, STR("sitting"));

	while (rec_next(r->in)) {
		if (!kind_check(r->schema, r->in, r->place))
			continue;
		if (sitting != STR_NONE && !str_eq(rec_value(r->in,
		    r->place[sitting]), sitting_value(r->s, STR("id"))))
			continue;
		check_key(r);
		if (!rec_is_refused(r->in))
			return true;
	}
	return false;
}

static bool
end(struct reader *r)
{
	map_free(&r->keys);
	return rec_close(r->in) == 0;
}

/* The sitting itself, of which there is one. */
static bool
read_sitting(struct reader *r, const char *file)
{
	struct sitting *s = r->s;
	size_t count = 0;

	begin(r, "sitting", file);
	s->schema = r->schema;
	s->value = arena_array(r->a, r->schema->count, sizeof(*s->value));
	for (; next(r); count++)
		for (size_t i = 0; i < r->schema->count; i++)
			s->value[i] = arena_copy(r->a, rec_value(r->in,
			    r->place[i]));
	if (!end(r))
		return false;
	if (count != 1)
		die("%s: %zu sittings, and there must be one", file, count);
	return true;
}

static void
read_affiliations(struct reader *r, struct commission_expert *e)
{
	struct str list = arena_copy(r->a, value(r, "affiliations"));
	struct str *item;
	size_t count = 1;

	for (size_t i = 0; i < list.n; i++)
		count += list.p[i] == ';';
	e->affiliation = item = arena_array(r->a, count, sizeof(*item));
	while (list.n > 0)
		item[e->affiliations++] = str_trim(str_cut(&list, ';'));
}

static bool
read_experts(struct reader *r, const char *file)
{
	struct commission *c = &r->s->commission;
	size_t n;

	begin(r, "expert", file);
	while (next(r)) {
		struct commission_expert e = {
			.name = arena_copy(r->a, value(r, "name")),
			.member = str_eq(value(r, "member"), STR("yes")),
		};

		n = map_add(&c->ids, value(r, "id"));
		e.id = map_key(&c->ids, n);
		read_affiliations(r, &e);
		c->expert = buf_grow(c->expert, &c->room, n + 1,
		    sizeof(*c->expert));
		c->expert[n] = e;
		c->experts = n + 1;
	}
	c->lots = r->award->lots;
	c->part = arena_array(r->a, c->lots * c->experts + 1,
	    sizeof(*c->part));
	return end(r);
}

/* The expert of the record in hand; false if it is refused. */
static bool
find_expert(struct reader *r, bool member, size_t *expert)
{
	const struct commission *c = &r->s->commission;
	struct str id = value(r, "expert");

	*expert = map_find(&c->ids, id);
	if (*expert == MAP_NONE)
		rec_refuse(r->in, at(r, "expert"), "not among the experts: "
		    "'%.*s'", STR_ARG(id));
	else if (member && !c->expert[*expert].member)
		rec_refuse(r->in, at(r, "expert"), "no member of the "
		    "commission: '%.*s'", STR_ARG(id));
	else
		return true;
	return false;
}

static bool
read_attendance(struct reader *r, const char *file)
{
	size_t expert;

	begin(r, "attendance", file);
	while (next(r)) {
		struct str how = value(r, "attended");

		if (find_expert(r, true, &expert))
			r->s->commission.expert[expert].seat =
			    str_eq(how, STR("present")) ? COMMISSION_PRESENT :
			    str_eq(how, STR("remote")) ? COMMISSION_REMOTE :
			    COMMISSION_ABSENT;
	}
	return end(r);
}

static void
add_conflict(struct reader *r, size_t expert, size_t bid, struct str why,
    bool declared)
{
	struct sitting *s = r->s;

	commission_part(&s->commission, r->bid[bid].lot, expert)->recused =
	    true;
	s->conflict = buf_grow(s->conflict, &s->conflictroom,
	    s->conflicts + 1, sizeof(*s->conflict));
	s->conflict[s->conflicts++] = (struct sitting_conflict){ expert, bid,
		why, declared };
}

static bool
read_conflicts(struct reader *r, const char *file)
{
	size_t expert, bid;

	begin(r, "conflict", file);
	while (next(r)) {
		bid = map_find(&r->bids, value(r, "application"));
		if (bid == MAP_NONE)
			rec_refuse(r->in, at(r, "application"), "is not "
			    "decided here: '%.*s'",
			    STR_ARG(value(r, "application")));
		if (find_expert(r, false, &expert) && bid != MAP_NONE)
			add_conflict(r, expert, bid, arena_copy(r->a,
			    value(r, "why")), true);
	}
	return end(r);
}

static bool
is_declared(const struct sitting *s, size_t expert, size_t bid)
{
	for (size_t i = 0; i < s->conflicts; i++)
		if (s->conflict[i].expert == expert &&
		    s->conflict[i].bid == bid)
			return true;
	return false;
}

/* Who belongs to an applicant is in conflict, even if nobody declared it. */
static void
find_affiliated(struct reader *r, size_t bids)
{
	const struct commission *c = &r->s->commission;

	for (size_t b = 0; b < bids; b++)
		for (size_t e = 0; e < c->experts; e++)
			if (commission_belongs(&c->expert[e], r->bid[b].bin) &&
			    !is_declared(r->s, e, b))
				add_conflict(r, e, b, r->bid[b].bin, false);
}

/* Who may not vote, and has. */
static void
check_voter(struct reader *r, size_t lot, size_t expert)
{
	const struct commission *c = &r->s->commission;
	size_t field = at(r, "expert");
	struct str id = c->expert[expert].id;

	if (!commission_sits(&c->expert[expert]))
		rec_refuse(r->in, field, "has voted, and was absent: '%.*s'",
		    STR_ARG(id));
	else if (commission_part(c, lot, expert)->recused)
		rec_refuse(r->in, field, "has voted, and is in conflict over "
		    "this lot: '%.*s'", STR_ARG(id));
}

static size_t
find_lot(struct reader *r)
{
	struct str id = value(r, "lot");

	for (size_t i = 0; i < r->award->lots; i++)
		if (str_eq(r->award->lot[i].id, id))
			return i;
	rec_refuse(r->in, at(r, "lot"), "no such lot: '%.*s'", STR_ARG(id));
	return STR_NONE;
}

static bool
read_votes(struct reader *r, const char *file)
{
	size_t expert, lot;

	begin(r, "vote", file);
	while (next(r)) {
		struct str vote = value(r, "vote");

		lot = find_lot(r);
		if (!find_expert(r, true, &expert) || lot == STR_NONE)
			continue;
		check_voter(r, lot, expert);
		commission_part(&r->s->commission, lot, expert)->ballot =
		    str_eq(vote, STR("for")) ? COMMISSION_FOR :
		    str_eq(vote, STR("against")) ? COMMISSION_AGAINST :
		    COMMISSION_ABSTAINED;
	}
	return end(r);
}

void
sitting_read(struct sitting *s, struct arena *a,
    const struct sitting_files *files, const struct award *w,
    const struct award_bid *bid, size_t bids)
{
	struct reader r = { .s = s, .a = a, .award = w, .bid = bid };
	bool good;

	*s = (struct sitting){ 0 };
	for (size_t i = 0; i < bids; i++)
		map_add(&r.bids, bid[i].name);
	good = read_sitting(&r, files->sitting) &&
	    read_experts(&r, files->experts);
	good = good && read_attendance(&r, files->attendance);
	if (good && files->conflicts != NULL)
		good = read_conflicts(&r, files->conflicts);
	if (good)
		find_affiliated(&r, bids);
	good = good && read_votes(&r, files->votes);
	map_free(&r.bids);
	if (!good)
		die("no protocol until the records of the sitting are mended");
}

struct str
sitting_value(const struct sitting *s, struct str field)
{
	return s->value[schema_field(s->schema, field)];
}

void
sitting_free(struct sitting *s)
{
	map_free(&s->commission.ids);
	free(s->commission.expert);
	free(s->conflict);
}
