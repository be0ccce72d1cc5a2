#include "io/control_files.h"

#include <stdlib.h>

#include "base/buf.h"
#include "civic/date.h"
#include "io/kind.h"

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
	control_replies_read(&f->replies, &f->run, recommendations);
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
		act->day[i] = control_day_of(f->value[f->day_field[i]]);
	if (map_find(&f->ids, act->id) != MAP_NONE)
		return refuse(f, f->id, "stands twice");
	good = check_days(f, act);
	good &= check_standing(f, act);
	if (!good || !find_law(f, c))
		return false;
	return control_judge(c->law, act, f->day, &c->is, &fault) ||
	    refuse_fault(f, &fault);
}

bool
control_files_next(struct control_files *f, struct control_case *c)
{
	while (rec_next(f->in)) {
		if (take_act(f, c)) {
			map_add(&f->ids, c->act.id);
			control_replies_take(&f->replies, c, f->day);
			return true;
		}
		map_add(&f->refused, c->act.id);
	}
	return false;
}

int
control_files_close(struct control_files *f, struct control_case *c)
{
	int status = control_replies_close(&f->replies, &f->refused);

	status |= rec_close(f->in);
	free(c->reply);
	map_free(&f->ids);
	map_free(&f->refused);
	arena_reset(&f->run);
	return status;
}
