#include "io/calendar_rules.h"

#include "civic/date.h"
#include "io/rules.h"

#define WEEKDAYS "monday tuesday wednesday thursday friday saturday sunday"
#define KEYS "rules title cite first last weekend yearly dated transfers"

/* The years of a holiday whose file names none. */
#define FIRST_YEAR 1
#define LAST_YEAR 9999

static size_t
count_of(const struct rule *list)
{
	return list == NULL ? 0 : rules_list(list)->count;
}

/* mm-dd, a day that some year has. */
static void
read_date(const struct rule *r, int *month, int *dom)
{
	struct str text = rules_text(r), rest = text, first;
	long m, d, day;

	first = str_cut(&rest, '-');
	if (text.n != 5 || first.n != 2 || !str_number(first, 1, 12, &m) ||
	    !str_number(rest, 1, 31, &d) ||
	    !date_make(2000, (int)m, (int)d, &day))
		rules_die(r, "not a day of the year, like 03-08: '%.*s'",
		    STR_ARG(text));
	*month = (int)m;
	*dom = (int)d;
}

static void
read_weekend(struct calendar_plan *plan, const struct rule *list)
{
	for (size_t i = 0; i < rules_list(list)->count; i++)
		plan->weekend[rules_choice(&list->item[i], WEEKDAYS)] = true;
}

static void
read_yearly(struct arena *a, struct calendar_plan *plan,
    const struct rule *list)
{
	size_t count = count_of(list);
	struct calendar_yearly *h = arena_array(a, count, sizeof(*h));

	plan->yearly = h;
	plan->yearly_count = count;
	for (size_t i = 0; i < count; i++, h++) {
		const struct rule *r = rules_map(&list->item[i]);

		rules_keys(r, "date name shift from until");
		read_date(rules_need(r, "date"), &h->month, &h->dom);
		h->name = rules_text(rules_need(r, "name"));
		h->shifts = rules_yes_or(r, "shift", true);
		h->from = (int)rules_number_or(r, "from", FIRST_YEAR,
		    LAST_YEAR, FIRST_YEAR);
		h->until = (int)rules_number_or(r, "until", h->from,
		    LAST_YEAR, LAST_YEAR);
	}
}

static void
read_dated(struct arena *a, struct calendar_plan *plan,
    const struct rule *list)
{
	size_t count = count_of(list);
	struct calendar_dated *h = arena_array(a, count, sizeof(*h));

	plan->dated = h;
	plan->dated_count = count;
	for (size_t i = 0; i < count; i++, h++) {
		const struct rule *r = rules_map(&list->item[i]);

		rules_keys(r, "day name shift estimated");
		h->day = rules_date(rules_need(r, "day"));
		h->name = rules_text(rules_need(r, "name"));
		h->shifts = rules_yes_or(r, "shift", true);
		h->estimated = rules_yes_or(r, "estimated", false);
	}
}

static void
read_transfers(struct arena *a, struct calendar_plan *plan,
    const struct rule *list)
{
	size_t count = count_of(list);
	struct calendar_transfer *t = arena_array(a, count, sizeof(*t));

	plan->transfer = t;
	plan->transfer_count = count;
	for (size_t i = 0; i < count; i++, t++) {
		const struct rule *r = rules_map(&list->item[i]);

		rules_keys(r, "off worked");
		t->off = rules_date(rules_need(r, "off"));
		t->worked = rules_date(rules_need(r, "worked"));
	}
}

/* Name the line that is at fault: a calendar half right helps nobody. */
static _Noreturn void
refuse(const struct rule *file, enum calendar_fault fault, size_t which)
{
	const struct rule *list = rules_get(file,
	    fault == CALENDAR_DATED ? "dated" : "transfers");

	if (fault == CALENDAR_SPAN)
		rules_die(rules_need(file, "last"),
		    "the last day comes before the first");
	if (fault == CALENDAR_DATED)
		rules_die(&list->item[which],
		    "the day is not between the first and the last");
	if (fault == CALENDAR_OFF)
		rules_die(&list->item[which],
		    "the day off is no working day of this calendar");
	rules_die(&list->item[which],
	    "the worked day is no day off of this calendar");
}

const struct calendar *
calendar_rules_read(struct arena *a, const char *name)
{
	const struct rule *file = rules_file(a, name, "calendar");
	struct calendar *c = arena_alloc(a, sizeof(*c));
	struct calendar_plan plan = { 0 };
	enum calendar_fault fault;
	size_t which;

	rules_keys(file, KEYS);
	rules_need(file, "cite");
	plan.first = rules_date(rules_need(file, "first"));
	plan.last = rules_date(rules_need(file, "last"));
	read_weekend(&plan, rules_need(file, "weekend"));
	read_yearly(a, &plan, rules_get(file, "yearly"));
	read_dated(a, &plan, rules_get(file, "dated"));
	read_transfers(a, &plan, rules_get(file, "transfers"));
	fault = calendar_make(a, &plan, c, &which);
	if (fault != CALENDAR_GOOD)
		refuse(file, fault, which);
	return c;
}
