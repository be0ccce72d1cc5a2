#include "io/benches.h"

#include <limits.h>
#include <stdlib.h>

#include "civic/date.h"
#include "civic/name.h"
#include "io/council_seat.h"
#include "io/kind.h"
#include "io/reg.h"

size_t
benches_number(struct benches *b, size_t level, struct str name)
{
	struct buf key = { 0 };
	size_t i;

	buf_printf(&key, "%zu\t", level);
	buf_add(&key, name);
	i = map_add(&b->numbers, buf_str(&key));
	buf_free(&key);
	if (i == b->count) {
		b->bench = buf_grow(b->bench, &b->room, i + 1,
		    sizeof(*b->bench));
		b->bench[b->count++] = (struct bench){ .level = level,
			.name = arena_copy(b->run, name) };
	}
	return i;
}

void
benches_register(struct benches *b, const char *file)
{
	const struct schema *s = kind_schema(b->run, "ngo");

	b->status = kind_need(s, "status", "candidates");
	b->reg = reg_open(file, REG_READ);
	b->ngos = reg_table(b->reg, s);
}

/* Remember who sits or sat; seats that are to come say nothing yet. */
static void
remember(struct benches *b, const struct seat *seat)
{
	bool republican = b->law->level[seat->level].republican &&
	    seat->until >= b->day;

	if (seat->member.n == 0 || seat->since > b->day)
		return;
	tenure_add(&b->tenure, benches_number(b, seat->level, seat->council),
	    seat->person, seat->member, republican,
	    (struct tenure_last){ seat->since, seat->until, seat->term });
}

int
benches_seats(struct benches *b, const char *file)
{
	char *files[] = { (char *)file, NULL };
	struct council_seat fields;
	struct seats_sitter other;
	struct seat seat;
	struct rec *in;

	seats_open(&b->seats, b->day, LONG_MIN);
	if (file == NULL) {
		seats_settle(&b->seats);
		return 0;
	}
	in = rec_open(files);
	fields = council_seat_fields(in);
	while (rec_next(in)) {
		if (!council_seat_read(&fields, in, b->law, &seat))
			continue;
		if (seats_add(&b->seats, &seat, &other))
			remember(b, &seat);
		else
			rec_refuse(in, fields.place[COUNCIL_SEAT_SINCE],
			    "the member has another seat in this council at "
			    "the same time: '%.*s'", STR_ARG(other.member));
	}
	seats_settle(&b->seats);
	return rec_close(in);
}

/* From which day on a seat was of the composition before the one to be. */
static long
row_begins(const struct benches *b, const struct bench *bench)
{
	const struct council_state *s;
	int term = b->law->term_months;

	if (bench->composition == NULL)
		return LONG_MAX;
	s = &bench->composition->state;
	if (s->began == LONG_MAX)
		return s->ends < DATE_MIN || s->ends > DATE_MAX ? LONG_MAX :
		    date_add_months(s->ends, -term);
	return bench->anew ? s->began : date_add_months(s->began, -term);
}

static void
judge(struct benches *b, struct benches_candidate *c)
{
	const struct bench *bench = &b->bench[c->bench];
	const struct council_level *level = &b->law->level[bench->level];
	struct tenure_last last;
	bool sits = false;

	if (tenure_find(&b->tenure, c->bench, c->person, &last)) {
		sits = last.until >= b->day;
		c->facts.member = sits && !bench->anew;
		c->facts.terms = last.until >= row_begins(b, bench) ?
		    last.term : 0;
	}
	c->facts.councils = tenure_republican(&b->tenure, c->person) -
	    (sits && level->republican);
	candidate_judge(b->stand, b->law, level, &c->facts, b->day,
	    c->verdict);
	c->admitted = candidate_admitted(c->verdict);
}

/* Those admitted first, then by votes, then by name. */
static int
by_votes(const void *a, const void *b)
{
	const struct benches_candidate *x =
	    *(struct benches_candidate *const *)a;
	const struct benches_candidate *y =
	    *(struct benches_candidate *const *)b;

	if (x->bench != y->bench)
		return x->bench < y->bench ? -1 : 1;
	if (x->admitted != y->admitted)
		return x->admitted < y->admitted ? -1 : 1;
	if (x->slate.votes != y->slate.votes)
		return x->slate.votes > y->slate.votes ? -1 : 1;
	return str_cmp(x->person, y->person);
}

/* Number an organisation by its folded BIN or name. */
static size_t
number_of(struct map *m, struct str organisation)
{
	struct buf key = { 0 };
	size_t i;

	name_fold(&key, organisation);
	i = map_add(m, buf_str(&key));
	buf_free(&key);
	return i;
}

/* What organisations hold: those who stay, if the council is not anew. */
static long *
count_held(struct benches *b, struct bench *bench, struct map *m)
{
	const struct composition *c = bench->composition;
	size_t members = c == NULL || bench->anew ? 0 : c->members[SEATS_NOW];
	long *held = arena_array(b->run, members + bench->count + 1,
	    sizeof(*held));

	for (size_t i = 0; i < members; i++) {
		const struct seats_sitter *s = c->member[SEATS_NOW][i].sitter;

		if (s->organisation.n > 0 &&
		    b->law->origin[s->origin].one_seat)
			held[number_of(m, s->organisation)]++;
	}
	return held;
}

static bool
counts_seats(const struct benches *b, struct str origin)
{
	for (size_t i = 0; i < b->law->origins; i++)
		if (str_eq(b->law->origin_name[i], origin))
			return b->law->origin[i].one_seat;
	return false;
}

static void
choose(struct benches *b, struct bench *bench)
{
	const struct composition *c = bench->composition;
	struct slate *s = &bench->slate;
	struct slate_candidate **list = arena_array(b->run, bench->count + 1,
	    sizeof(struct slate_candidate *));
	struct map organisations = { 0 };
	size_t n = 0;

	if (c != NULL && !bench->anew) {
		s->members = c->state.members;
		s->civil = c->state.civil;
	}
	s->places = bench->places;
	s->part = b->law->part;
	s->whole = b->law->whole;
	s->seats = b->law->seats;
	s->held = count_held(b, bench, &organisations);
	for (size_t i = 0; i < bench->count; i++) {
		struct benches_candidate *one = bench->candidate[i];
		struct str name = one->bin.n > 0 ? one->bin :
		    one->organisation;

		one->slate.organisation = name.n == 0 ||
		    !counts_seats(b, one->origin) ? SLATE_NONE :
		    number_of(&organisations, name);
		if (one->admitted == CANDIDATE_YES)
			list[n++] = &one->slate;
	}
	slate_choose(s, list, n);
	map_free(&organisations);
}

/* Whether a council is to be formed anew, and how many seats are to fill. */
static void
find_places(const struct benches *b, struct bench *bench)
{
	const struct council_state *s;

	bench->anew = true;
	bench->places = b->places;
	if (bench->composition == NULL)
		return;
	s = &bench->composition->state;
	bench->anew = s->lapsed > 0 || s->members == 0 ||
	    s->verdict[COUNCIL_REFORM] >= COUNCIL_DUE;
	if (!bench->anew)
		bench->places = s->vacant;
	else if (b->places == 0)
		bench->places = s->members + s->vacant;
}

static void
find_compositions(struct benches *b)
{
	struct composition *list;
	size_t count;

	list = composition_of(b->run, &b->seats, b->law, &count);
	for (size_t i = 0; i < count; i++) {
		size_t n = benches_number(b, list[i].council->level,
		    list[i].council->name);

		b->bench[n].composition = &list[i];
	}
	for (size_t i = 0; i < b->count; i++)
		find_places(b, &b->bench[i]);
}

static int
by_level_and_name(const void *a, const void *b)
{
	const struct bench *x = a, *y = b;

	if (x->level != y->level)
		return x->level < y->level ? -1 : 1;
	return str_cmp(x->name, y->name);
}

void
benches_settle(struct benches *b)
{
	struct benches_candidate **next = b->candidate;

	find_compositions(b);
	for (size_t i = 0; i < b->candidates; i++)
		judge(b, b->candidate[i]);
	if (b->candidates > 1)
		qsort(b->candidate, b->candidates,
		    sizeof(struct benches_candidate *), by_votes);
	for (size_t i = 0; i < b->count; i++) {
		struct bench *bench = &b->bench[i];

		bench->candidate = next;
		while (next < b->candidate + b->candidates &&
		    (*next)->bench == i)
			next++;
		bench->count = (size_t)(next - bench->candidate);
		choose(b, bench);
	}
	if (b->count > 1)
		qsort(b->bench, b->count, sizeof(*b->bench),
		    by_level_and_name);
}

void
benches_free(struct benches *b)
{
	seats_free(&b->seats);
	tenure_free(&b->tenure);
	map_free(&b->numbers);
	free(b->bench);
	free(b->candidate);
	if (b->reg != NULL)
		reg_close(b->reg);
}
