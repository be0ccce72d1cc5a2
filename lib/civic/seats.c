#include "civic/seats.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "civic/name.h"

void
seats_open(struct seats *s, long day, long before)
{
	*s = (struct seats){ .day = { day, before } };
}

/*
 * Councils at two levels may have one name: a city's and a district's.  Often
 * a record is about the same council as the one before it.
 */
static struct seats_council *
council_of(struct seats *s, const struct seat *seat)
{
	struct seats_council *c = &s->council[s->recent];

	if (s->councils > 0 && c->level == seat->level &&
	    str_eq(c->name, seat->council))
		return c;
	buf_clear(&s->key);
	buf_byte(&s->key, (char)seat->level);
	buf_add(&s->key, seat->council);
	s->recent = map_add(&s->titles, buf_str(&s->key));
	if (s->recent < s->councils)
		return &s->council[s->recent];
	s->council = buf_grow(s->council, &s->councilroom, s->councils + 1,
	    sizeof(*s->council));
	c = &s->council[s->councils++];
	*c = (struct seats_council){ .level = (uint32_t)seat->level,
	    .name = arena_copy(&s->text, seat->council) };
	return c;
}

/* Often it is that of the record before. */
static uint32_t
body_of(struct seats *s, struct str body)
{
	if (s->bodies.count == 0 ||
	    !str_eq(map_key(&s->bodies, s->body), body))
		s->body = (uint32_t)map_add(&s->bodies, body);
	return s->body;
}

/* A seat has begun: its body is the council's if no later one has another. */
static void
begin(struct seats *s, struct seats_council *c, const struct seats_sitter *seat)
{
	struct str body = map_key(&s->bodies, seat->body);
	long later = seat->since - c->body_since;

	if (!c->begun || later > 0 ||
	    (later == 0 && str_cmp(body, c->body) < 0)) {
		c->body = body;
		c->body_since = seat->since;
	}
	if (!c->begun)
		c->last = LONG_MIN;
	c->begun = true;
	if (seat->member.n > 0 && seat->until > c->last)
		c->last = seat->until;
}

/* An order of a person's seats that leaves no tie between two that differ. */
static int
compare(const struct seats *s, const struct seats_sitter *a,
    const struct seats_sitter *b)
{
	int order;

	if (a->since != b->since)
		return a->since < b->since ? -1 : 1;
	if (a->until != b->until)
		return a->until < b->until ? -1 : 1;
	if (a->origin != b->origin)
		return a->origin < b->origin ? -1 : 1;
	if (a->term != b->term)
		return a->term < b->term ? -1 : 1;
	order = str_cmp(a->organisation, b->organisation);
	if (order == 0)
		order = str_cmp(a->member, b->member);
	return order != 0 ? order : str_cmp(map_key(&s->bodies, a->body),
	    map_key(&s->bodies, b->body));
}

/* A person is a council and an id behind a NUL, or a council and a name. */
static uint32_t
person_of(struct seats *s, size_t council, const struct seat *seat)
{
	size_t who, known = s->persons.count;

	buf_clear(&s->key);
	buf_add(&s->key, (struct str){ (const char *)&council,
	    sizeof(council) });
	if (seat->person.n > 0) {
		buf_byte(&s->key, '\0');
		buf_add(&s->key, seat->person);
	} else
		name_fold(&s->key, seat->member);
	who = map_add(&s->persons, buf_str(&s->key));
	s->sits = buf_grow(s->sits, &s->sitsroom, who + 1, sizeof(*s->sits));
	if (who == known)
		memset(s->sits[who], 0, sizeof(*s->sits));
	return (uint32_t)who;
}

static struct str
kept(struct seats *s, struct str text)
{
	return text.n > 0 ? arena_copy(&s->text, text) : STR("");
}

/* Give a person a seat on the day; true if it has another, *other. */
static bool
sit(struct seats *s, enum seats_day day, struct seats_sitter seat,
    struct seats_sitter *other)
{
	uint32_t *sits = &s->sits[seat.who][day];
	struct seats_sitter *sitter;
	bool has = *sits > 0;

	if (has) {
		sitter = &s->sitter[day][*sits - 1];
		*other = *sitter;
		if (compare(s, sitter, &seat) <= 0)
			return true;
	} else {
		s->sitter[day] = buf_grow(s->sitter[day], &s->sitterroom[day],
		    s->sitters[day] + 1, sizeof(*sitter));
		sitter = &s->sitter[day][s->sitters[day]];
		*sits = (uint32_t)++s->sitters[day];
	}
	seat.member = kept(s, seat.member);
	seat.person = kept(s, seat.person);
	seat.organisation = kept(s, seat.organisation);
	*sitter = seat;
	return has;
}

static bool
in_force(const struct seat *seat, long day)
{
	return seat->since <= day && seat->until >= day;
}

bool
seats_add(struct seats *s, const struct seat *seat, struct seats_sitter *other)
{
	struct seats_council *c = council_of(s, seat);
	bool now = in_force(seat, s->day[SEATS_NOW]);
	bool before = in_force(seat, s->day[SEATS_BEFORE]);
	struct seats_sitter sitter;
	bool same = false;

	sitter = (struct seats_sitter){
		seat->member, seat->person, seat->organisation,
		(int32_t)seat->since, (int32_t)seat->until,
		(uint16_t)seat->term, (uint16_t)seat->origin,
		body_of(s, seat->body), (uint32_t)s->recent, 0
	};
	if (seat->member.n == 0)
		c->vacant += now;
	if (seat->member.n == 0 || (!now && !before)) {
		if (seat->since <= s->day[SEATS_NOW])
			begin(s, c, &sitter);
		return true;
	}
	sitter.who = person_of(s, s->recent, seat);
	if (before) {
		struct seats_sitter past = sitter;

		past.organisation = STR("");	/* nobody asks for it */
		same = sit(s, SEATS_BEFORE, past, other);
	}
	if (now && sit(s, SEATS_NOW, sitter, other))
		same = true;
	return !same;
}

/* Of a person's seats on a day only one counts, which is known only now. */
void
seats_settle(struct seats *s)
{
	for (enum seats_day d = SEATS_NOW; d < SEATS_DAYS; d++)
		for (size_t i = 0; i < s->sitters[d]; i++) {
			const struct seats_sitter *one = &s->sitter[d][i];

			begin(s, &s->council[one->council], one);
		}
}

bool
seats_stayed(const struct seats *s, const struct seats_sitter *sitter)
{
	const uint32_t *sits = s->sits[sitter->who];

	return sits[SEATS_NOW] != 0 && sits[SEATS_BEFORE] != 0;
}

void
seats_free(struct seats *s)
{
	for (enum seats_day d = SEATS_NOW; d < SEATS_DAYS; d++)
		free(s->sitter[d]);
	free(s->council);
	free(s->sits);
	buf_free(&s->key);
	map_free(&s->titles);
	map_free(&s->persons);
	map_free(&s->bodies);
	arena_reset(&s->text);
}
