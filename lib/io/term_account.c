#include "io/term_account.h"

#include "civic/date.h"
#include "io/out.h"

/* The account under way. */
struct account {
	const struct rec *in;
	const struct calendar *calendar;
	const struct terms_answer *answer;
	struct buf why;
};

void
term_account_fields(void)
{
	out_field("day");
	out_field("weekday");
	out_field("count");
	out_field("why");
}

static void
add_length(struct buf *why, struct str cite, struct terms_length length)
{
	static const char *const unit[] = {
		"working day", "calendar day", "month"
	};

	buf_printf(why, "%.*s: %d %s%s", STR_ARG(cite), length.count,
	    unit[length.unit], length.count == 1 ? "" : "s");
}

static void
explain(struct account *a, enum terms_step step, long day)
{
	const struct terms_edition *e = a->answer->edition;

	switch (step) {
	case TERMS_REGISTERED:
		buf_add(&a->why, STR("registered; "));
		add_length(&a->why, e->cite, e->length);
		if (e->backward)
			buf_add(&a->why, STR(" back"));
		break;
	case TERMS_COUNTED:
		if (calendar_look(a->calendar, day)->kind != CALENDAR_WORKDAY)
			calendar_words(a->calendar, day, &a->why);
		break;
	case TERMS_PASSED:
		calendar_words(a->calendar, day, &a->why);
		break;
	case TERMS_ROLLED:
		buf_add(&a->why, STR("not worked, so the term moves on: "));
		calendar_words(a->calendar, day, &a->why);
		break;
	case TERMS_EXTENDED:
		buf_add(&a->why, STR("extended from here; "));
		add_length(&a->why, e->extension.cite, e->extension.length);
		break;
	case TERMS_DUE:
		buf_add(&a->why, STR("due"));
		break;
	}
}

static void
print_step(void *arg, enum terms_step step, long day, int n)
{
	static const char *const weekday[] = {
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
		"Saturday", "Sunday"
	};
	struct account *a = arg;
	char date[11];

	date_format(day, date);
	buf_clear(&a->why);
	explain(a, step, day);
	out_record(a->in);
	out_text(date);
	out_text(weekday[date_weekday(day)]);
	if (step == TERMS_COUNTED)
		out_number(n);
	else
		out_text("");
	out_value(buf_str(&a->why));
	out_end();
}

void
term_account_print(const struct rec *in, const struct terms_book *b,
    long registered, long decided, const struct terms_answer *answer)
{
	struct account a = { in, b->calendar, answer, { 0 } };
	struct terms_watch watch = { print_step, &a };
	struct terms_answer again;

	terms_end(b->term, b->calendar, registered, &watch, &again);
	if (answer->extended)
		terms_extend(b->calendar, registered, decided, &watch, &again);
	buf_free(&a.why);
}
