#include "io/control_files.h"

#include <stdlib.h>

#include "base/buf.h"
#include "civic/date.h"
#include "io/kind.h"

/* Of a recommendation, as table_read hands them over. */
#define REPLY_FIELDS "no received_on answered_on separate outcome"
enum { NO, RECEIVED, ANSWERED, SEPARATE, OUTCOME };

static long
day_of(struct str text)
{
	long day = CONTROL_NO_DAY;

	(void)date_parse(text, &day);
	return day;
}

static size_t
need(const struct control_files *f, const char *name)
{
	return kind_need(f->kind, name, "acts of public control");
}

void
control_files_open(struct control_files *f, const char *rules, char **files,
    const char *recommendations, const char *rejects, long day)
{
	*f = (struct control_files){ .day = day };
	f->kind = kind_schema(&f->run, "control");
	f->id = need(f, "id");
	f->form = need(f, "form");
	f->object = need(f, "object");
	f->subjects = need(f, "subjects");
	f->standing = need(f, "standing");
	for (size_t i = 0; i < CONTROL_DAYS; i++)
		f->day_field[i] = need(f, control_day_name[i]);
	f->laws = control_law_read(&f->run, rules, f->kind);
	f->value = arena_array(&f->run, f->kind->count, sizeof(*f->value));
	f->in = rec_open(files);
	f->place = kind_places(&f->run, f->kind, f->in);
	rec_keep_refused(f->in, rejects);
	f->replies = table_read(&f->run, recommendations,
	    "control_recommendation", "control", REPLY_FIELDS, NULL, NULL);
	if (f->replies != NULL && f->replies->refused > 0)
		f->status = REFUSED;
}

static bool
refuse(struct control_files *f, size_t field, const char *why)
{
	struct str value = f->value[field];

	if (value.n > 0)
		rec_refuse(f->in, f->place[field], "%s: '%.*s'", why,
		    STR_ARG(value));
	else
		rec_refuse(f->in, f->place[field], "%s", why);
	return false;
}

/* Days that cannot follow each other so. */
static bool
check_days(struct control_files *f, const struct control_act *act)
{
	static const struct {
		enum control_day before, day;
		bool needed;
		const char *why;
	} order[] = {
		{ CONTROL_FROM, CONTROL_UNTIL, false, "before from" },
		{ CONTROL_FROM, CONTROL_DOCUMENT, false, "before from" },
		{ CONTROL_DOCUMENT, CONTROL_SENT, true,
		    "before document_on, or without it" },
	};
	bool good = true;

	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++) {
		long before = act->day[order[i].before];
		long day = act->day[order[i].day];

		if (day == CONTROL_NO_DAY || (before == CONTROL_NO_DAY ?
		    !order[i].needed : day >= before))
			continue;
		good = refuse(f, f->day_field[order[i].day], order[i].why);
	}
	return good;
}

/* A standing for each subject, by its code. */
static bool
check_standing(struct control_files *f, const struct control_act *act)
{
	const struct vocab *v = kind_vocab("control_standings");
	struct str rest = act->standing;
	size_t subjects = control_items(act->subjects);
	size_t standings = control_items(act->standing);

	if (standings > 0 && standings != subjects) {
		rec_refuse(f->in, f->place[f->standing], "%zu for %zu "
		    "subjects: '%.*s'", standings, subjects,
		    STR_ARG(act->standing));
		return false;
	}
	while (rest.n > 0) {
		struct str code = str_cut(&rest, ';'), near;

		if (vocab_find(v, code) != NULL)
			continue;
		near = vocab_nearest(v, code);
		rec_refuse(f->in, f->place[f->standing], "not a code of "
		    "%.*s%s%.*s%s: '%.*s'", STR_ARG(v->name),
		    near.n > 0 ? " (nearest: " : "", STR_ARG(near),
		    near.n > 0 ? ")" : "", STR_ARG(code));
		return false;
	}
	return true;
}

static bool
refuse_fault(struct control_files *f, const struct control_fault *fault)
{
	struct buf why = { 0 };

	terms_why(fault->fault, fault->book->term, fault->book->calendar, NULL,
	    &why);
	buf_byte(&why, '\0');
	refuse(f, f->day_field[fault->day], why.p);
	buf_free(&why);
	return false;
}

/* The law of the act; refuses one of before the law. */
static bool
find_law(struct control_files *f, struct control_case *c)
{
	char date[11], first[11];
	long day;

	c->law = control_in_force(f->laws.law, f->laws.count, &c->act, f->day,
	    &day);
	if (c->law != NULL)
		return true;
	date_format(day, date);
	date_format(f->laws.law[0].from, first);
	rec_refuse(f->in, REC_NONE, "the rules begin only on %s: '%s'", first,
	    date);
	return false;
}

/* Read the act in hand, and judge it by itself. */
static bool
take_act(struct control_files *f, struct control_case *c)
{
	struct control_act *act = &c->act;
	struct control_fault fault;
	bool good;

	for (size_t i = 0; i < f->kind->count; i++)
		f->value[i] = rec_value(f->in, f->place[i]);
	act->value = f->value;
	act->id = f->value[f->id];
	act->form = f->value[f->form];
	act->object = f->value[f->object];
	act->subjects = f->value[f->subjects];
	act->standing = f->value[f->standing];
	if (!kind_check(f->kind, f->in, f->place))
		return false;
	for (size_t i = 0; i < CONTROL_DAYS; i++)
		act->day[i] = day_of(f->value[f->day_field[i]]);
	if (map_find(&f->ids, act->id) != MAP_NONE)
		return refuse(f, f->id, "stands twice");
	good = check_days(f, act);
	good &= check_standing(f, act);
	if (!good || !find_law(f, c))
		return false;
	return control_judge(c->law, act, f->day, &c->is, &fault) ||
	    refuse_fault(f, &fault);
}

static bool
refuse_reply(struct control_files *f, const struct table_row *row,
    const char *field, const char *why, struct str value)
{
	if (value.n > 0)
		warn("%.*s: %s: %s: '%.*s'", STR_ARG(row->where), field, why,
		    STR_ARG(value));
	else
		warn("%.*s: %s: %s", STR_ARG(row->where), field, why);
	f->status = REFUSED;
	return false;
}

/* The days of a recommendation, and of its act, that cannot be so. */
static bool
check_reply(struct control_files *f, const struct table_row *row, long sent)
{
	const struct str *value = row->value;
	long received = day_of(value[RECEIVED]);
	long answered = day_of(value[ANSWERED]);

	if (answered == CONTROL_NO_DAY &&
	    (value[OUTCOME].n > 0 || value[SEPARATE].n > 0))
		return refuse_reply(f, row, "answered_on",
		    "has an answer, but not its day", STR(""));
	if (answered != CONTROL_NO_DAY && received == CONTROL_NO_DAY)
		return refuse_reply(f, row, "received_on",
		    "is answered, but not received", STR(""));
	if (answered != CONTROL_NO_DAY && answered < received)
		return refuse_reply(f, row, "answered_on",
		    "before it was received", value[ANSWERED]);
	if (received != CONTROL_NO_DAY && sent == CONTROL_NO_DAY)
		return refuse_reply(f, row, "received_on",
		    "the final document was not sent", value[RECEIVED]);
	if (received != CONTROL_NO_DAY && received < sent)
		return refuse_reply(f, row, "received_on",
		    "before the final document was sent", value[RECEIVED]);
	return true;
}

static enum control_separate
separate_of(struct str yes)
{
	if (yes.n == 0)
		return CONTROL_SEPARATE_UNSAID;
	return str_eq(yes, STR("yes")) ? CONTROL_SEPARATE : CONTROL_JOINT;
}

/* A recommendation against its act.  False if it is refused. */
static bool
take_reply(struct control_files *f, struct control_case *c,
    const struct table_row *row, struct control_reply *r)
{
	const struct terms_book *book = c->law->answer;
	struct buf why = { 0 };
	enum terms_fault fault;

	if (!check_reply(f, row, c->act.day[CONTROL_SENT]))
		return false;
	r->no = row->value[NO];
	r->separate = separate_of(row->value[SEPARATE]);
	fault = control_answer(c->law, day_of(row->value[RECEIVED]),
	    day_of(row->value[ANSWERED]), f->day, &r->is);
	if (fault == TERMS_GOOD)
		return true;
	terms_why(fault, book->term, book->calendar, NULL, &why);
	buf_byte(&why, '\0');
	refuse_reply(f, row, "received_on", why.p, row->value[RECEIVED]);
	buf_free(&why);
	return false;
}

static void
take_replies(struct control_files *f, struct control_case *c)
{
	size_t i = table_find(f->replies, c->act.id);

	c->replies = c->refused = 0;
	for (; i != TABLE_NONE; i = f->replies->row[i].next) {
		f->replies->row[i].used = true;
		c->reply = buf_grow(c->reply, &f->room, c->replies + 1,
		    sizeof(*c->reply));
		if (take_reply(f, c, &f->replies->row[i],
		    &c->reply[c->replies]))
			c->replies++;
		else
			c->refused++;
	}
}

bool
control_files_next(struct control_files *f, struct control_case *c)
{
	while (rec_next(f->in)) {
		if (take_act(f, c)) {
			map_add(&f->ids, c->act.id);
			take_replies(f, c);
			return true;
		}
		map_add(&f->refused, c->act.id);
	}
	return false;
}

/* Those whose acts did not come. */
static void
refuse_rest(struct control_files *f)
{
	const struct table *t = f->replies;

	for (size_t i = 0; t != NULL && i < t->texts.count; i++) {
		struct str id = map_key(&t->texts, i);
		bool refused = map_find(&f->refused, id) != MAP_NONE;

		for (size_t j = t->first[i]; j != TABLE_NONE &&
		    !t->row[j].used; j = t->row[j].next)
			refuse_reply(f, &t->row[j], "control", refused ?
			    "was refused itself" : "not among the acts", id);
	}
}

int
control_files_close(struct control_files *f, struct control_case *c)
{
	int status;

	refuse_rest(f);
	status = rec_close(f->in) | f->status;
	free(c->reply);
	map_free(&f->ids);
	map_free(&f->refused);
	table_free(f->replies);
	arena_reset(&f->run);
	return status;
}
