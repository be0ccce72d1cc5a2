/* due-date: add to each record the day on which its term ends. */

#include "base/options.h"
#include "civic/date.h"
#include "io/calendar_rules.h"
#include "io/out.h"
#include "io/rec.h"
#include "io/term_account.h"
#include "io/term_rules.h"

static const char *term_name, *calendar_name = "calendar";
static const char *field = "registered", *extended, *rejects;
static bool explain;
static const struct option_line options[] = {
	{ 'r', "rules", "term", "the term: a name, FILE:NAME or FILE",
	    .text = &term_name, .required = true },
	{ 'f', "field", "field", "count from the day in this field "
	    "(registered)", .text = &field },
	{ 0, "extended", "field", "extend the term, where this field has the "
	    "day of the decision", .text = &extended },
	{ 'c', "calendar", "file", "read the days off from this file",
	    .text = &calendar_name },
	{ 'e', "explain", NULL, "print how the day was reached, day by day",
	    .flag = &explain },
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0 }
};
const struct program program = { "due-date", "[file ...]",
	"add to each record the day on which its term ends", options, NULL };

struct work {
	struct rec *in;
	struct terms_book book;
	size_t registered, extended;
	struct buf why;
};

static struct work
begin(struct arena *a, struct rec *in)
{
	return (struct work){
		.in = in,
		.book = terms_open(a, term_rules_read(a, term_name),
		    calendar_rules_read(a, calendar_name)),
		.registered = rec_field(in, field),
		.extended = extended != NULL ? rec_field(in, extended) :
		    REC_NONE,
	};
}

static bool
read_day(struct rec *in, size_t place, long *day)
{
	struct str text = rec_value(in, place);

	if (date_parse(text, day))
		return true;
	rec_refuse(in, place, "not a date (YYYY-MM-DD): '%.*s'",
	    STR_ARG(text));
	return false;
}

static bool
refuse(struct work *w, size_t place, enum terms_fault fault,
    const struct terms_answer *answer)
{
	buf_clear(&w->why);
	terms_why(fault, w->book.term, w->book.calendar, answer, &w->why);
	rec_refuse(w->in, place, "%.*s: '%.*s'", STR_ARG(buf_str(&w->why)),
	    STR_ARG(rec_value(w->in, place)));
	return false;
}

/* The term of the record in hand; false if it is refused. */
static bool
decide(struct work *w, long *registered, long *decided,
    struct terms_answer *answer)
{
	enum terms_fault fault;

	if (!read_day(w->in, w->registered, registered))
		return false;
	fault = terms_look(&w->book, *registered, answer);
	if (fault != TERMS_GOOD)
		return refuse(w, w->registered, fault, answer);
	if (rec_value(w->in, w->extended).n == 0)
		return true;
	if (!read_day(w->in, w->extended, decided))
		return false;
	fault = terms_extend(w->book.calendar, *registered, *decided, NULL,
	    answer);
	return fault == TERMS_GOOD || refuse(w, w->extended, fault, answer);
}

static void
print(struct work *w, const struct terms_answer *answer)
{
	char due[11];

	date_format(answer->due, due);
	out_record(w->in);
	out_raw((struct str){ due, 10 });
	if (answer->estimated.n == 0)
		out_value(terms_cite(answer));
	else {
		buf_clear(&w->why);
		buf_printf(&w->why, "%.*s (the day of %.*s is an estimate)",
		    STR_ARG(terms_cite(answer)), STR_ARG(answer->estimated));
		out_value(buf_str(&w->why));
	}
	out_end();
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct rec *in = rec_open(files);
	struct arena run = { 0 };
	struct work w = begin(&run, in);
	struct terms_answer answer;
	long registered, decided;

	rec_keep_refused(in, rejects);
	out_fields(in);
	if (explain)
		term_account_fields();
	else {
		out_field("due");
		out_field("cite");
	}
	while (rec_next(in)) {
		if (!decide(&w, &registered, &decided, &answer))
			continue;
		if (explain)
			term_account_print(in, &w.book, registered, decided,
			    &answer);
		else
			print(&w, &answer);
	}
	buf_free(&w.why);
	arena_reset(&run);
	return out_finish(rec_close(in));
}
