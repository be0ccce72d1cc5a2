#include "io/council_seat.h"

#include <string.h>

#include "civic/date.h"

#define TERM_MAX 99

struct council_seat
council_seat_fields(const struct rec *in)
{
	return (struct council_seat){
		.council = rec_field(in, "council"),
		.level = rec_field(in, "level"),
		.body = rec_field(in, "body"),
		.member = rec_field(in, "member"),
		.person = rec_field_if(in, "person"),
		.origin = rec_field(in, "origin"),
		.organisation = rec_field(in, "organisation"),
		.since = rec_field(in, "since"),
		.until = rec_field(in, "until"),
		.term = rec_field(in, "term"),
	};
}

/* The place of a word among the law's; if it is none, the seat is refused. */
static size_t
word(struct rec *in, size_t place, const char *what, const struct str *names,
    size_t count, size_t *seen)
{
	struct str text = rec_value(in, place);
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
read_day(struct rec *in, size_t place, struct council_day *seen, long *day)
{
	struct str text = rec_value(in, place);

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
read_days(struct council_seat *place, struct rec *in,
    struct seat *seat)
{
	struct str until = rec_value(in, place->until);
	bool good = read_day(in, place->since, &place->since_seen,
	    &seat->since);

	seat->until = SEATS_OPEN;
	if (until.n > 0 && !read_day(in, place->until,
	    &place->until_seen, &seat->until))
		return false;
	if (good && seat->until < seat->since) {
		rec_refuse(in, place->until, "before since: '%.*s'",
		    STR_ARG(until));
		return false;
	}
	return good;
}

/* Nobody's term is asked of a vacant seat, but what it says must be right. */
static bool
read_term(const struct council_seat *place, struct rec *in,
    struct seat *seat)
{
	struct str text = rec_value(in, place->term);

	seat->term = 0;
	if (str_number(text, 1, TERM_MAX, &seat->term) ||
	    (text.n == 0 && seat->member.n == 0))
		return true;
	if (text.n == 0)
		rec_refuse(in, place->term, "missing");
	else
		rec_refuse(in, place->term, "not a number from 1 to %d: "
		    "'%.*s'", TERM_MAX, STR_ARG(text));
	return false;
}

bool
council_seat_read(struct council_seat *place, struct rec *in,
    const struct council_law *law, struct seat *seat)
{
	bool good;

	seat->council = rec_value(in, place->council);
	seat->body = rec_value(in, place->body);
	seat->member = rec_value(in, place->member);
	seat->person = rec_value(in, place->person);
	seat->organisation = rec_value(in, place->organisation);
	good = seat->council.n > 0;
	if (!good)
		rec_refuse(in, place->council, "missing");
	seat->level = word(in, place->level, "a level", law->level_name,
	    law->levels, &place->level_seen);
	seat->origin = 0;
	if (seat->member.n > 0 || rec_value(in, place->origin).n > 0)
		seat->origin = word(in, place->origin, "an origin",
		    law->origin_name, law->origins, &place->origin_seen);
	good &= seat->level != STR_NONE && seat->origin != STR_NONE;
	good &= read_days(place, in, seat);
	good &= read_term(place, in, seat);
	return good;
}
