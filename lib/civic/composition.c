#include "civic/composition.h"

#include <limits.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/map.h"
#include "civic/date.h"
#include "civic/name.h"

/* The organisation of a member, folded. */
struct organisation {
	struct str key;
	struct composition_member *member;
};

/* All that is needed while the compositions are made. */
struct maker {
	struct arena *arena;
	const struct seats *seats;
	const struct council_law *law;
	struct composition *list;
	size_t count;
	struct composition_member *all;		/* who sit now */
	struct map persons;
	struct organisation *organisation;
	size_t room;			/* for organisations */
	struct buf key;
};

static int
by_level_and_name(const void *a, const void *b)
{
	const struct seats_council *x =
	    *(const struct seats_council *const *)a;
	const struct seats_council *y =
	    *(const struct seats_council *const *)b;

	if (x->level != y->level)
		return x->level < y->level ? -1 : 1;
	return str_cmp(x->name, y->name);
}

static int
by_name(const void *a, const void *b)
{
	const struct seats_sitter *x =
	    ((const struct composition_member *)a)->sitter;
	const struct seats_sitter *y =
	    ((const struct composition_member *)b)->sitter;
	int order = str_cmp(x->member, y->member);

	return order != 0 ? order : str_cmp(x->person, y->person);
}

/* Deal a day's sitters out to their councils; rank is by council number. */
static void
deal(struct maker *m, enum seats_day day, const size_t *rank)
{
	const struct seats *s = m->seats;
	struct composition_member *next = arena_array(m->arena,
	    s->sitters[day] + 1, sizeof(*next));

	if (day == SEATS_NOW)
		m->all = next;
	for (size_t i = 0; i < s->sitters[day]; i++)
		m->list[rank[s->sitter[day][i].council]].members[day]++;
	for (size_t i = 0; i < m->count; i++) {
		m->list[i].member[day] = next;
		next += m->list[i].members[day];
		m->list[i].members[day] = 0;
	}
	for (size_t i = 0; i < s->sitters[day]; i++) {
		const struct seats_sitter *one = &s->sitter[day][i];
		struct composition *c = &m->list[rank[one->council]];

		c->member[day][c->members[day]++] =
		    (struct composition_member){
			.sitter = one,
			.moved = !seats_stayed(s, one),
			.council = c,
		};
	}
}

static void
make_list(struct maker *m)
{
	const struct seats *s = m->seats;
	size_t *rank = arena_array(m->arena, s->councils + 1, sizeof(*rank));
	const struct seats_council **order = arena_array(m->arena,
	    s->councils + 1, sizeof(const struct seats_council *));

	for (size_t i = 0; i < s->councils; i++)
		if (s->council[i].begun)
			order[m->count++] = &s->council[i];
	if (m->count > 1)
		qsort(order, m->count, sizeof(const struct seats_council *),
		    by_level_and_name);
	m->list = arena_array(m->arena, m->count + 1, sizeof(*m->list));
	for (size_t i = 0; i < m->count; i++) {
		m->list[i].council = order[i];
		rank[order[i] - s->council] = i;
	}
	for (enum seats_day d = SEATS_NOW; d < SEATS_DAYS; d++)
		deal(m, d, rank);
}

static size_t
number_of_person(struct maker *m, const struct seats_sitter *seat)
{
	buf_clear(&m->key);
	if (seat->person.n > 0) {
		buf_byte(&m->key, '\0');
		buf_add(&m->key, seat->person);
	} else
		name_fold(&m->key, seat->member);
	return map_add(&m->persons, buf_str(&m->key));
}

/* Those who sit in councils of the republic, each person in a ring. */
static void
find_elsewhere(struct maker *m)
{
	size_t count = m->seats->sitters[SEATS_NOW];
	struct composition_member *all = m->all;
	struct composition_member **last = arena_array(m->arena, count + 1,
	    sizeof(*last));

	for (size_t i = 0; i < count; i++) {
		size_t n;

		if (!m->law->level[all[i].council->council->level].republican)
			continue;
		n = number_of_person(m, all[i].sitter);
		all[i].councils = 1;
		all[i].next = &all[i];
		if (last[n] != NULL) {
			all[i].councils += last[n]->councils;
			all[i].next = last[n]->next;
			last[n]->next = &all[i];
		}
		last[n] = &all[i];
	}
	/* The last of a ring has counted them all, and tells the others. */
	for (size_t n = 0; n < m->persons.count; n++)
		for (struct composition_member *one = last[n]->next;
		    one != last[n]; one = one->next)
			one->councils = last[n]->councils;
	map_free(&m->persons);
}

static int
by_key(const void *a, const void *b)
{
	const struct organisation *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	return order != 0 ? order : x->member < y->member ? -1 : 1;
}

/* The folded names of the organisations of a council; a BIN stays a BIN. */
static size_t
list_organisations(struct maker *m, const struct composition *c)
{
	size_t count = 0, start = 0;

	buf_clear(&m->key);
	for (size_t i = 0; i < c->members[SEATS_NOW]; i++) {
		struct composition_member *one = &c->member[SEATS_NOW][i];
		const struct seats_sitter *seat = one->sitter;

		if (seat->organisation.n == 0 ||
		    !m->law->origin[seat->origin].one_seat)
			continue;
		m->organisation = buf_grow(m->organisation, &m->room, count + 1,
		    sizeof(*m->organisation));
		name_fold(&m->key, seat->organisation);
		m->organisation[count++] = (struct organisation){
			{ NULL, m->key.n - start }, one };
		start = m->key.n;
	}
	start = 0;
	for (size_t i = 0; i < count; i++) {
		m->organisation[i].key.p = m->key.p + start;
		start += m->organisation[i].key.n;
	}
	return count;
}

/* Count the seats of each organisation with its first member. */
static void
count_organisations(struct maker *m, struct composition *c)
{
	size_t count = list_organisations(m, c);
	struct organisation *list = m->organisation, *first = list;

	if (count > 1)
		qsort(list, count, sizeof(*list), by_key);
	for (size_t i = 0; i < count; i++) {
		if (!str_eq(list[i].key, first->key))
			first = &list[i];
		first->member->org_seats++;
	}
}

/* Whether the time has come to think of who follows the member. */
static bool
ends_soon(const struct council_law *law, const struct seats_sitter *seat,
    long day)
{
	long ends = council_ends(law, seat->since, seat->until);

	return day >= council_reform(law, ends);
}

bool
composition_breaks(const struct council_law *law, enum council_rule rule,
    const struct composition_member *member)
{
	if (law->cite[rule].n == 0)
		return false;
	switch (rule) {
	case COUNCIL_ONE_SEAT:
		return member->org_seats > law->seats;
	case COUNCIL_ONE_COUNCIL:
		return member->councils > law->councils;
	case COUNCIL_TERMS:
		return member->sitter->term > law->terms;
	case COUNCIL_REFORM:
		return member->overstays;
	default:
		return false;
	}
}

/* Count those who sit now. */
static void
count_members(struct maker *m, struct composition *c)
{
	const struct council_law *law = m->law;
	struct council_state *state = &c->state;
	long day = m->seats->day[SEATS_NOW];
	bool timed = law->cite[COUNCIL_REFORM].n > 0;

	for (size_t i = 0; i < c->members[SEATS_NOW]; i++) {
		struct composition_member *one = &c->member[SEATS_NOW][i];
		const struct seats_sitter *seat = one->sitter;

		one->overstays = timed &&
		    council_ends(law, seat->since, SEATS_OPEN) < day;
		state->members++;
		state->civil += law->origin[seat->origin].civil;
		state->ending += timed && ends_soon(law, seat, day);
		state->joined += one->moved;
		state->same_org +=
		    composition_breaks(law, COUNCIL_ONE_SEAT, one);
		state->over_terms +=
		    composition_breaks(law, COUNCIL_TERMS, one);
		if (seat->since < state->began)
			state->began = seat->since;
	}
}

/* Count those who sat before. */
static void
count_before(const struct council_law *law, struct composition *c)
{
	c->state.members_before = (long)c->members[SEATS_BEFORE];
	for (size_t i = 0; i < c->members[SEATS_BEFORE]; i++) {
		const struct composition_member *one =
		    &c->member[SEATS_BEFORE][i];

		c->state.left += one->moved;
		c->state.civil_before += law->origin[one->sitter->origin].civil;
	}
}

/* Put a council's members in order, and count all but where else they sit. */
static void
survey(struct maker *m, struct composition *c)
{
	for (enum seats_day d = SEATS_NOW; d < SEATS_DAYS; d++)
		if (c->members[d] > 1)
			qsort(c->member[d], c->members[d],
			    sizeof(*c->member[d]), by_name);
	c->state.vacant = c->council->vacant;
	c->state.began = c->state.reform = LONG_MAX;
	c->state.ends = c->council->last;
	count_organisations(m, c);
	count_members(m, c);
	count_before(m->law, c);
}

static void
judge(struct maker *m, struct composition *c)
{
	for (size_t i = 0; i < c->members[SEATS_NOW]; i++)
		c->state.also_in += composition_breaks(m->law,
		    COUNCIL_ONE_COUNCIL, &c->member[SEATS_NOW][i]);
	council_judge(m->law, &m->law->level[c->council->level],
	    m->seats->day[SEATS_NOW], &c->state);
}

struct composition *
composition_of(struct arena *a, const struct seats *s,
    const struct council_law *law, size_t *count)
{
	struct maker m = { .arena = a, .seats = s, .law = law };

	make_list(&m);
	for (size_t i = 0; i < m.count; i++)
		survey(&m, &m.list[i]);
	find_elsewhere(&m);
	for (size_t i = 0; i < m.count; i++)
		judge(&m, &m.list[i]);
	free(m.organisation);
	buf_free(&m.key);
	*count = m.count;
	return m.list;
}
