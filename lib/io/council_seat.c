#include "io/council_seat.h"

#include <string.h>

#include "civic/date.h"

#define TERM_MAX 99

struct council_seat
council_seat_fields(const struct rec *in)
{
	static const char *const name[COUNCIL_SEAT_FIELDS] = { "council",
		"level", "body", "member", "origin", "organisation", "since",
		"until", "term" };
	struct council_seat s = { .person = rec_field_if(in, "person") };

	for (size_t i = 0; i < COUNCIL_SEAT_FIELDS; i++)
		s.place[i] = rec_field(in, name[i]);
	return s;
}

/* The place of a word among the law's; if it is none, the seat is refused. */
static size_t
word(struct rec *in, size_t place, struct str text, const char *what,
    const struct str *names, size_t count, size_t *seen)
{
	size_t i = 0;

	if (str_eq(names[*seen], text))
		return *seen;
	while (i < count && !str_eq(names[i], text))
		i++;
	if (i < count)
		return *seen = i;
	if (text.n == 0) {
		rec_refuse(in, place, "missing");
		return STR_NONE;
	}
	i = str_nearest(text, names, count);
	if (i == STR_NONE)
		rec_refuse(in, place, "not %s of the law: '%.*s'", what,
		    STR_ARG(text));
	else
		rec_refuse(in, place, "not %s of the law (nearest: %.*s): "
		    "'%.*s'", what, STR_ARG(names[i]), STR_ARG(text));
	return STR_NONE;
}

static bool
read_day(struct rec *in, size_t place, struct str text,
    struct council_day *seen, long *day)
{
	if (text.n == sizeof(seen->text) &&
	    memcmp(text.p, seen->text, sizeof(seen->text)) == 0) {
		*day = seen->day;
		return true;
	}
	if (date_parse(text, day)) {
		memcpy(seen->text, text.p, sizeof(seen->text));
		seen->day = *day;
		return true;
	}
	if (text.n == 0)
		rec_refuse(in, place, "missing");
	else
		rec_refuse(in, place, "not a date (YYYY-MM-DD): '%.*s'",
		    STR_ARG(text));
	return false;
}

static bool
read_days(struct council_seat *fields, struct rec *in,
    const struct str *value, struct seat *seat)
{
	struct str until = value[COUNCIL_SEAT_UNTIL];
	size_t place = fields->place[COUNCIL_SEAT_UNTIL];
	bool good = read_day(in, fields->place[COUNCIL_SEAT_SINCE],
	    value[COUNCIL_SEAT_SINCE], &fields->since_seen, &seat->since);

	seat->until = SEATS_OPEN;
	if (until.n > 0 && !read_day(in, place, until, &fields->until_seen,
	    &seat->until))
		return false;
	if (good && seat->until < seat->since) {
		rec_refuse(in, place, "before since: '%.*s'", STR_ARG(until));
		return false;
	}
	return good;
}

/* Nobody's term is asked of a vacant seat, but what it says must be right. */
static bool
read_term(struct rec *in, size_t place, struct str text, struct seat *seat)
{
	seat->term = 0;
	if (str_number(text, 1, TERM_MAX, &seat->term) ||
	    (text.n == 0 && seat->member.n == 0))
		return true;
	if (text.n == 0)
		rec_refuse(in, place, "missing");
	else
		rec_refuse(in, place, "not a number from 1 to %d: '%.*s'",
		    TERM_MAX, STR_ARG(text));
	return false;
}

bool
council_seat_read(struct council_seat *fields, struct rec *in,
    const struct council_law *law, struct seat *seat)
{
	const size_t *place = fields->place;
	struct str value[COUNCIL_SEAT_FIELDS];
	struct str origin;
	bool good;

	rec_values(in, place, COUNCIL_SEAT_FIELDS, value);
	origin = value[COUNCIL_SEAT_ORIGIN];
	seat->council = value[COUNCIL_SEAT_COUNCIL];
	seat->body = value[COUNCIL_SEAT_BODY];
	seat->member = value[COUNCIL_SEAT_MEMBER];
	seat->person = rec_value(in, fields->person);
	seat->organisation = value[COUNCIL_SEAT_ORGANISATION];
	good = seat->council.n > 0;
	if (!good)
		rec_refuse(in, place[COUNCIL_SEAT_COUNCIL], "missing");
	seat->level = word(in, place[COUNCIL_SEAT_LEVEL],
	    value[COUNCIL_SEAT_LEVEL], "a level", law->level_name, law->levels,
	    &fields->level_seen);
	seat->origin = 0;
	if (seat->member.n > 0 || origin.n > 0)
		seat->origin = word(in, place[COUNCIL_SEAT_ORIGIN], origin,
		    "an origin", law->origin_name, law->origins,
		    &fields->origin_seen);
	good &= seat->level != STR_NONE && seat->origin != STR_NONE;
	good &= read_days(fields, in, value, seat);
	good &= read_term(in, place[COUNCIL_SEAT_TERM],
	    value[COUNCIL_SEAT_TERM], seat);
	return good;
}
