#include <limits.h>

#include "base/die.h"
#include "civic/date.h"
#include "io/benches.h"
#include "io/council_law.h"
#include "io/kind.h"
#include "io/reg.h"

/* Candidates on their way in. */
struct reader {
	struct benches *b;
	struct rec *in;
	const struct schema *schema;
	size_t *place;
	struct map seen;
	struct buf text;
};

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

/* The council by its name among those with seats, at whatever level. */
static size_t
find_by_name(struct reader *r, struct str text)
{
	struct benches *b = r->b;
	size_t found = STR_NONE;

	for (size_t i = 0; i < b->seats.councils; i++) {
		if (!str_eq(b->seats.council[i].name, text))
			continue;
		if (found != STR_NONE) {
			rec_refuse(r->in, at(r, "council"), "two levels have a "
			    "council of this name; give --councils, and its "
			    "id: '%.*s'", STR_ARG(text));
			return STR_NONE;
		}
		found = i;
	}
	if (found == STR_NONE)
		rec_refuse(r->in, at(r, "council"), "no such council in "
		    "--seats or --councils: '%.*s'", STR_ARG(text));
	return found == STR_NONE ? STR_NONE : benches_number(b,
	    b->seats.council[found].level, text);
}

static size_t
level_of(const struct benches *b, struct str level)
{
	for (size_t i = 0; i < b->law->levels; i++)
		if (str_eq(b->law->level_name[i], level))
			return i;
	return STR_NONE;
}

/* By which of its names the seats know a council: any, if they do not. */
static struct str
name_of(const struct benches *b, size_t row, size_t level)
{
	for (size_t n = COUNCILS_ID; n <= COUNCILS_RU; n++) {
		struct str name = councils_value(b->councils, row, n);

		for (size_t i = 0; i < b->seats.councils; i++)
			if (b->seats.council[i].level == level &&
			    str_eq(b->seats.council[i].name, name))
				return name;
	}
	for (size_t n = COUNCILS_RU; n > COUNCILS_ID; n--)
		if (councils_value(b->councils, row, n).n > 0)
			return councils_value(b->councils, row, n);
	return councils_value(b->councils, row, COUNCILS_ID);
}

static size_t
find_bench(struct reader *r)
{
	struct benches *b = r->b;
	struct str text = value(r, "council"), level_text;
	size_t row = councils_find(b->councils, text, STR("")), level;

	if (row == TABLE_NONE)
		return find_by_name(r, text);
	level_text = councils_value(b->councils, row, COUNCILS_LEVEL);
	level = level_of(b, level_text);
	if (level == STR_NONE) {
		rec_refuse(r->in, at(r, "council"), "the law knows no "
		    "councils of the level '%.*s': '%.*s'",
		    STR_ARG(level_text), STR_ARG(text));
		return STR_NONE;
	}
	return benches_number(b, level, name_of(b, row, level));
}

int
benches_candidates_none(struct benches *b, const char *rules)
{
	const struct table *t = b->councils == NULL ? NULL :
	    b->councils->table;
	int status = 0;

	for (size_t i = 0; t != NULL && i < t->count; i++) {
		struct str law = councils_value(b->councils, i, COUNCILS_LAW);
		struct str text = councils_value(b->councils, i,
		    COUNCILS_LEVEL);
		size_t level = level_of(b, text);

		if (!council_law_is(rules, law))
			continue;
		if (level != STR_NONE) {
			benches_number(b, level, name_of(b, i, level));
			continue;
		}
		warn("%.*s: level: not a level of the law: '%.*s'",
		    STR_ARG(t->row[i].where), STR_ARG(text));
		status = REFUSED;
	}
	return status;
}

static enum candidate_word
word(struct reader *r, const char *field)
{
	struct str text = value(r, field);

	return text.n == 0 ? CANDIDATE_UNSAID : str_eq(text, STR("yes")) ?
	    CANDIDATE_SAID : CANDIDATE_DENIED;
}

static bool
has_item(struct str list, struct str item)
{
	while (list.n > 0)
		if (str_eq(str_trim(str_cut(&list, ';')), item))
			return true;
	return false;
}

static void
find_missing(struct reader *r, struct benches_candidate *c)
{
	const struct candidate_law *law = r->b->stand;
	struct str papers = value(r, "papers");

	buf_clear(&r->text);
	for (size_t i = 0; i < law->papers; i++)
		if (!has_item(papers, law->paper[i]))
			buf_printf(&r->text, "%s%.*s",
			    c->facts.missing++ > 0 ? ", " : "",
			    STR_ARG(law->paper[i]));
	c->missing = arena_copy(r->b->run, buf_str(&r->text));
}

/*
 * What the register says of the organisation of civil society.  One that is
 * told by its name alone stays open.
 */
static void
ask_register(struct reader *r, struct benches_candidate *c,
    bool stands_for_ngo)
{
	const struct str *card;

	if (r->b->reg == NULL || !c->facts.civil ||
	    (c->bin.n == 0 && !stands_for_ngo))
		return;
	c->facts.asked = true;
	c->status = STR("without a BIN it cannot be asked for");
	if (c->bin.n == 0)
		return;
	c->status = STR("not in the register");
	card = reg_get(r->b->ngos, &c->bin);
	if (card == NULL)
		return;
	c->status = arena_copy(r->b->run, card[r->b->status]);
	if (c->status.n > 0)
		c->facts.active = str_eq(c->status, STR("active")) ?
		    CANDIDATE_SAID : CANDIDATE_DENIED;
	else
		c->status = STR("without a status in the register");
}

/* The origin as the law has it; false if the record is refused. */
static bool
read_origin(struct reader *r, struct benches_candidate *c, bool *is_ngo)
{
	const struct council_law *law = r->b->law;
	struct str text = value(r, "origin");

	for (size_t i = 0; i < law->origins; i++)
		if (str_eq(law->origin_name[i], text)) {
			c->facts.civil = c->slate.civil = law->origin[i].civil;
			*is_ngo = law->origin[i].one_seat;
			c->origin = law->origin_name[i];
			return true;
		}
	rec_refuse(r->in, at(r, "origin"), text.n == 0 ? "missing" :
	    "not an origin of the law: '%.*s'", STR_ARG(text));
	return false;
}

static bool
read_days(struct reader *r, struct benches_candidate *c)
{
	const char *field[] = { "born", "nominated_on" };
	bool good = true;
	long day = LONG_MAX;

	c->facts.born = LONG_MAX;
	for (size_t i = 0; i < 2; i++) {
		struct str text = value(r, field[i]);

		if (text.n == 0 || !date_parse(text, &day))
			continue;
		if (i == 0)
			c->facts.born = day;
		if (day > r->b->day) {
			rec_refuse(r->in, at(r, field[i]), "after the day of "
			    "the report: '%.*s'", STR_ARG(text));
			good = false;
		}
	}
	return good;
}

/* A person stands once for a council. */
static bool
is_new(struct reader *r, size_t bench)
{
	size_t known = r->seen.count;

	buf_clear(&r->text);
	buf_printf(&r->text, "%zu\t", bench);
	buf_add(&r->text, value(r, "person"));
	if (map_add(&r->seen, buf_str(&r->text)) == known)
		return true;
	rec_refuse(r->in, at(r, "person"), "stands for this council already: "
	    "'%.*s'", STR_ARG(value(r, "person")));
	return false;
}

static void
read_candidate(struct reader *r)
{
	struct benches *b = r->b;
	struct benches_candidate c = { .slate.votes = -1 }, *kept;
	bool is_ngo = false, good = read_origin(r, &c, &is_ngo);

	good &= read_days(r, &c);
	c.bench = find_bench(r);
	if (!good || c.bench == STR_NONE || !is_new(r, c.bench))
		return;
	c.person = arena_copy(b->run, value(r, "person"));
	c.organisation = arena_copy(b->run, value(r, "organisation"));
	c.bin = arena_copy(b->run, value(r, "bin"));
	c.facts.resident = word(r, "resident");
	c.facts.convicted = word(r, "convicted");
	c.facts.corrupt = word(r, "corrupt");
	c.facts.servant = word(r, "servant");
	c.facts.working_group = word(r, "working_group");
	str_number(value(r, "votes"), 0, LONG_MAX, &c.slate.votes);
	find_missing(r, &c);
	ask_register(r, &c, is_ngo);
	kept = arena_alloc(b->run, sizeof(*kept));
	*kept = c;
	b->candidate = buf_grow(b->candidate, &b->candidateroom,
	    b->candidates + 1, sizeof(struct benches_candidate *));
	b->candidate[b->candidates++] = kept;
}

void
benches_candidates(struct benches *b, struct rec *in)
{
	struct reader r = { .b = b, .in = in,
		.schema = kind_schema(b->run, "candidate") };

	r.place = kind_places(b->run, r.schema, in);
	while (rec_next(in))
		if (kind_check(r.schema, in, r.place))
			read_candidate(&r);
	map_free(&r.seen);
	buf_free(&r.text);
}
