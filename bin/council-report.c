/* council-report: judge public councils, and report what they did. */

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/options.h"
#include "base/str.h"
#include "civic/composition.h"
#include "civic/council.h"
#include "civic/date.h"
#include "civic/seats.h"
#include "io/activities.h"
#include "io/activity_explain.h"
#include "io/council_explain.h"
#include "io/council_law.h"
#include "io/council_rows.h"
#include "io/council_seat.h"
#include "io/out.h"
#include "io/rec.h"
#include "io/today.h"

static const char *rules, *day_text, *since_text, *rejects;
static struct activities_files files;
static bool explain, check;
static struct arena run;
static struct seats seats;
static struct council_rows rows;

static const struct option_line options[] = {
	{ 'r', "rules", "law", "the law on councils: a rule file",
	    .text = &rules, .required = true },
	{ 'd', "date", "date", "the day that counts as today",
	    .text = &day_text },
	{ 0, "since", "date", "tell what has changed since this day",
	    .text = &since_text },
	{ 0, "councils", "file", "the councils, by their ids",
	    .text = &files.councils },
	{ 0, "meetings", "file", "their meetings", .text = &files.meetings },
	{ 0, "attendance", "file", "who was there",
	    .text = &files.attendance },
	{ 0, "recommendations", "file", "what they recommended, and what was "
	    "answered", .text = &files.recommendations },
	{ 0, "publications", "file", "what they told the public",
	    .text = &files.publications },
	{ 'e', "explain", NULL, "print each verdict, and whom it is about",
	    .flag = &explain },
	{ 0, "check", NULL, "exit 1 if a council breaks a rule",
	    .flag = &check },
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0 }
};

const struct program program = { "council-report", "[file ...]",
	"judge public councils, and report what they did", options, NULL };

/* A member has one seat in a council on a day. */
static void
refuse(struct rec *in, size_t field, const struct seats_sitter *other)
{
	char from[11], to[14] = "on";

	date_format(other->since, from);
	if (other->until <= DATE_MAX)
		date_format(other->until, strcpy(to, "to ") + 3);
	rec_refuse(in, field, "the member has a seat in this council from %s "
	    "%s, too: '%.*s'", from, to, STR_ARG(other->member));
}

static void
read_seats(struct rec *in)
{
	struct council_seat fields = council_seat_fields(in);
	struct seats_sitter other;
	struct seat seat;

	while (rec_next(in))
		if (council_seat_read(&fields, in, rows.law, &seat) &&
		    !seats_add(&seats, &seat, &other))
			refuse(in, fields.place[COUNCIL_SEAT_SINCE], &other);
	seats_settle(&seats);
}

/* The period is the year so far, or what came after the day of --since. */
static void
begin_activities(struct activities *a, long day, long before)
{
	int month, dom;

	a->run = &run;
	a->rules = rules;
	a->law = rows.law;
	a->day = day;
	date_split(day, &a->year, &month, &dom);
	rows.year = a->year;
	if (since_text != NULL)
		a->since = before;
	else if (date_make(a->year, 1, 1, &a->since))
		a->since--;
	if (files.attendance != NULL && files.meetings == NULL)
		die("--attendance needs --meetings");
	rows.meets = files.meetings != NULL;
	rows.answers = files.recommendations != NULL;
	rows.informs = files.publications != NULL;
}

/* Print all; return how many councils break a rule. */
static long
report(struct activities *a)
{
	const struct composition *list = a->list;
	size_t count = a->count;
	struct council_state all = { 0 };
	struct council_state *level = arena_array(&run, rows.law->levels,
	    sizeof(*level));

	for (size_t i = 0; i < count; i++) {
		if (explain) {
			council_explain_council(&rows, &list[i]);
			activity_explain(a, &list[i]);
		} else
			council_rows_council(&rows, &list[i]);
		council_sum(&level[list[i].council->level], &list[i].state);
		council_sum(&all, &list[i].state);
	}
	for (size_t i = 0; !explain && i < rows.law->levels; i++)
		if (level[i].councils + level[i].lapsed > 0)
			council_rows_total(&rows, i, &level[i]);
	if (!explain)
		council_rows_total(&rows, STR_NONE, &all);
	return all.broken;
}

int
main(int argc, char *argv[])
{
	char **operands = options_parse(argc, argv);
	long day = today(day_text), before = LONG_MIN, broken;
	struct activities did = { 0 };
	struct rec *in;

	if (since_text != NULL && !date_parse(str_of(since_text), &before))
		die("--since: not a date (YYYY-MM-DD): '%s'", since_text);
	if (before > day)
		die("--since: %s is after the day of the report", since_text);
	rows.compares = since_text != NULL;
	rows.law = council_law_read(&run, rules, day);
	begin_activities(&did, day, before);
	in = rec_open(operands);
	rec_keep_refused(in, rejects);
	seats_open(&seats, day, before);
	if (explain)
		council_explain_fields();
	else
		council_rows_fields(&rows);
	read_seats(in);
	did.list = composition_of(&run, &seats, rows.law, &did.count);
	activities_open(&did, &files);
	activities_read(&did, &files);
	broken = report(&did);
	return out_finish(rec_close(in) | activities_close(&did) |
	    (check && broken > 0 ? REFUSED : 0));
}
