#include "civic/calendar.h"

#include "civic/date.h"

bool
calendar_knows(const struct calendar *c, long day)
{
	return day >= c->first && day <= c->last;
}

const struct calendar_day *
calendar_look(const struct calendar *c, long day)
{
	static const struct calendar_day unknown = {
		.kind = CALENDAR_UNKNOWN
	};

	return calendar_knows(c, day) ? &c->day[day - c->first] : &unknown;
}

static bool
is_worked(const struct calendar_day *d)
{
	return d->kind == CALENDAR_WORKDAY || d->kind == CALENDAR_WORKED;
}

bool
calendar_works(const struct calendar *c, long day)
{
	return is_worked(calendar_look(c, day));
}

/* The day as the maker may change it; NULL outside. */
static struct calendar_day *
at(struct calendar *c, long day)
{
	return calendar_knows(c, day) ? &c->day[day - c->first] : NULL;
}

static void
set_weekends(struct calendar *c, const bool weekend[7])
{
	for (long day = c->first; day <= c->last; day++) {
		struct calendar_day *d = at(c, day);

		d->weekend = weekend[date_weekday(day)];
		d->kind = d->weekend ? CALENDAR_WEEKEND : CALENDAR_WORKDAY;
	}
}

/* Where two holidays fall on one day, the first gives the name. */
static void
set_holiday(struct calendar_day *d, struct str name, bool shifts,
    bool estimated)
{
	if (d->kind != CALENDAR_HOLIDAY) {
		d->kind = CALENDAR_HOLIDAY;
		d->name = name;
		d->estimated = estimated;
	}
	d->shifts |= shifts;
}

static void
set_yearly(struct calendar *c, const struct calendar_yearly *h)
{
	int first, last, month, dom;
	long day;

	date_split(c->first, &first, &month, &dom);
	date_split(c->last, &last, &month, &dom);
	for (int year = first; year <= last; year++)
		if (year >= h->from && year <= h->until &&
		    date_make(year, h->month, h->dom, &day) &&
		    calendar_knows(c, day))
			set_holiday(at(c, day), h->name, h->shifts, false);
}

static void
shift(struct calendar *c, long from)
{
	struct calendar_day *d = at(c, from);

	for (long to = from + 1; to <= c->last; to++) {
		struct calendar_day *next = at(c, to);

		if (next->kind == CALENDAR_WORKDAY) {
			*next = (struct calendar_day){
				.kind = CALENDAR_SHIFTED, .name = d->name,
				.estimated = d->estimated, .other = from
			};
			return;
		}
	}
}

static void
shift_all(struct calendar *c)
{
	for (long day = c->first; day <= c->last; day++) {
		const struct calendar_day *d = at(c, day);

		if (d->kind == CALENDAR_HOLIDAY && d->weekend && d->shifts)
			shift(c, day);
	}
}

static enum calendar_fault
transfer(struct calendar *c, const struct calendar_transfer *t)
{
	struct calendar_day *off = at(c, t->off), *worked = at(c, t->worked);

	if (off == NULL || off->kind != CALENDAR_WORKDAY)
		return CALENDAR_OFF;
	if (worked == NULL || is_worked(worked))
		return CALENDAR_WORK;
	off->kind = CALENDAR_TRANSFERRED;
	off->other = t->worked;
	worked->kind = CALENDAR_WORKED;
	worked->other = t->off;
	return CALENDAR_GOOD;
}

static enum calendar_fault
set_dated(struct calendar *c, const struct calendar_dated *h)
{
	if (!calendar_knows(c, h->day))
		return CALENDAR_DATED;
	set_holiday(at(c, h->day), h->name, h->shifts, h->estimated);
	return CALENDAR_GOOD;
}

enum calendar_fault
calendar_make(struct arena *a, const struct calendar_plan *plan,
    struct calendar *c, size_t *which)
{
	enum calendar_fault fault;

	*which = 0;
	if (plan->last < plan->first)
		return CALENDAR_SPAN;
	c->first = plan->first;
	c->last = plan->last;
	c->day = arena_array(a, (size_t)(c->last - c->first) + 1,
	    sizeof(*c->day));
	set_weekends(c, plan->weekend);
	for (size_t i = 0; i < plan->yearly_count; i++)
		set_yearly(c, &plan->yearly[i]);
	for (; *which < plan->dated_count; ++*which)
		if ((fault = set_dated(c, &plan->dated[*which])) != 0)
			return fault;
	shift_all(c);
	for (*which = 0; *which < plan->transfer_count; ++*which)
		if ((fault = transfer(c, &plan->transfer[*which])) != 0)
			return fault;
	return CALENDAR_GOOD;
}

static void
add_date(struct buf *out, const char *before, long day)
{
	char date[11];

	date_format(day, date);
	buf_add(out, str_of(before));
	buf_add(out, str_of(date));
}

static void
add_name(struct buf *out, const struct calendar_day *d)
{
	buf_add(out, d->name);
	if (d->estimated)
		buf_add(out, STR(" (estimated)"));
}

void
calendar_words(const struct calendar *c, long day, struct buf *out)
{
	const struct calendar_day *d = calendar_look(c, day);

	switch (d->kind) {
	case CALENDAR_UNKNOWN:
		buf_add(out, STR("outside the calendar"));
		break;
	case CALENDAR_WORKDAY:
		buf_add(out, STR("working day"));
		break;
	case CALENDAR_WORKED:
		add_date(out, "worked, as ", d->other);
		buf_add(out, STR(" is off"));
		break;
	case CALENDAR_WEEKEND:
		buf_add(out, STR("weekend"));
		break;
	case CALENDAR_HOLIDAY:
		add_name(out, d);
		break;
	case CALENDAR_SHIFTED:
		add_name(out, d);
		add_date(out, ", shifted from ", d->other);
		break;
	case CALENDAR_TRANSFERRED:
		add_date(out, "off, as ", d->other);
		buf_add(out, STR(" is worked"));
		break;
	}
}
