#include "io/applications.h"

#include <limits.h>

#include "base/buf.h"
#include "base/map.h"
#include "civic/decimal.h"
#include "civic/eligibility_once.h"
#include "civic/moment.h"
#include "io/calendar_rules.h"
#include "io/kind.h"

enum field {
	ID, LOT, BIN, REQUESTED, LOGISTICS, OWN, MONTHS, RECEIVED, COST_PLAN,
	PAPERS, FIELDS,
};

struct reader {
	const struct applications *with;
	const struct schema *schema;
	struct rec *in;
	size_t *all;			/* places of the schema's fields */
	size_t place[FIELDS];		/* in the input */
	struct map ids;
	struct terms_book form, marks;
	struct buf why;
};

static const char *const names[FIELDS] = { "id", "lot", "bin", "requested",
	"logistics", "own", "months", "received", "cost_plan", "papers" };

/* A field that a check reads must be there; what else is not is empty. */
static void
find_places(struct reader *r)
{
	static const struct {
		enum eligibility_check check;
		enum field field;
	} need[] = {
		{ ELIGIBILITY_BAND_MONTHS, MONTHS },
		{ ELIGIBILITY_LOGISTICS, LOGISTICS },
		{ ELIGIBILITY_COST_PLAN, COST_PLAN },
		{ ELIGIBILITY_PAPERS, PAPERS },
	};

	r->all = kind_places(r->with->arena, r->schema, r->in);
	rec_field(r->in, names[RECEIVED]);
	for (size_t i = 0; i < sizeof(need) / sizeof(need[0]); i++)
		if (eligibility_rules_make(r->with->rules, NULL,
		    need[i].check))
			rec_field(r->in, names[need[i].field]);
	for (size_t i = 0; i < FIELDS; i++)
		r->place[i] = r->all[kind_need(r->schema, names[i],
		    "the checks")];
}

static struct reader
begin(const struct applications *with, struct rec *in)
{
	struct arena *a = with->arena;
	const struct eligibility_edition *e = with->rules;
	struct reader r = { .with = with, .in = in,
		.schema = kind_schema(a, "application") };

	find_places(&r);
	if (e->has_deadlines) {
		const struct calendar *c = calendar_rules_read(a, "calendar");

		r.form = terms_open(a, e->form.term, c);
		r.marks = terms_open(a, e->marks.term, c);
	}
	return r;
}

static struct str
value(const struct reader *r, enum field f)
{
	return rec_value(r->in, r->place[f]);
}

static bool
refuse(const struct reader *r, enum field f, const char *why)
{
	kind_refuse(r->in, r->place[f], str_of(why), value(r, f));
	return false;
}

/* An amount, or what stands for one that is not said. */
static int64_t
amount(const struct reader *r, enum field f, int64_t otherwise)
{
	decimal_parse(value(r, f), 2, &otherwise);
	return otherwise;
}

static bool
read_application(struct reader *r, struct eligibility_application *a)
{
	if (!kind_check(r->schema, r->in, r->all))
		return false;
	if (map_find(&r->ids, value(r, ID)) != MAP_NONE)
		return refuse(r, ID, "an application with this id came before");
	a->lot = call_lots_find(r->with->lots, value(r, LOT));
	if (a->lot == NULL) {
		rec_refuse(r->in, r->place[LOT], "no such lot in %s: '%.*s'",
		    r->with->lots_file, STR_ARG(value(r, LOT)));
		return false;
	}
	if (!moment_parse(value(r, RECEIVED), &a->received))
		return refuse(r, RECEIVED, "missing");
	a->requested = amount(r, REQUESTED, 0);
	a->logistics = amount(r, LOGISTICS, 0);
	a->own = amount(r, OWN, 0);
	a->cost_plan = amount(r, COST_PLAN, -1);
	str_number(value(r, MONTHS), 1, LONG_MAX, &a->months);
	return true;
}

static bool
has_deadlines(const struct eligibility_edition *e,
    const struct eligibility_call *c)
{
	for (size_t i = 0; i < e->instruments; i++)
		if (str_eq(e->instrument[i], c->instrument))
			return true;
	return e->has_deadlines && e->instruments == 0;
}

static bool
find_deadline(struct reader *r, const struct eligibility_deadline *d,
    struct terms_book *book, const struct admission *m,
    struct terms_answer *answer)
{
	const struct eligibility_application *a = &m->application;
	long day = d->start == ELIGIBILITY_CHECKED ? m->form.due :
	    moment_day(d->start == ELIGIBILITY_CLOSES ?
	    a->lot->call->closes : a->received);
	enum terms_fault fault = terms_look(book, day, answer);

	if (fault == TERMS_GOOD)
		return true;
	buf_clear(&r->why);
	buf_printf(&r->why, "the term %.*s: ", STR_ARG(d->term->name));
	terms_why(fault, d->term, book->calendar, answer, &r->why);
	rec_refuse(r->in, r->place[LOT], "%.*s", STR_ARG(buf_str(&r->why)));
	return false;
}

static bool
find_deadlines(struct reader *r, struct admission *m)
{
	const struct eligibility_edition *e = r->with->rules;

	m->has_deadlines = has_deadlines(e, m->application.lot->call);
	return !m->has_deadlines ||
	    (find_deadline(r, &e->form, &r->form, m, &m->form) &&
	    find_deadline(r, &e->marks, &r->marks, m, &m->marks));
}

static void
keep(struct reader *r, struct admissions *all, const struct admission *m)
{
	struct arena *a = r->with->arena;
	struct admission *kept = arena_alloc(a, sizeof(*kept));
	struct eligibility_application *to = &kept->application;

	*kept = *m;
	kept->line = arena_copy(a, rec_line(r->in));
	to->id = map_key(&r->ids, map_add(&r->ids, value(r, ID)));
	to->id = arena_copy(a, to->id);
	to->bin = arena_copy(a, value(r, BIN));
	to->received_text = arena_copy(a, value(r, RECEIVED));
	to->papers = arena_copy(a, value(r, PAPERS));
	if (r->with->register_of != NULL)
		to->card = applicant_card(r->with->register_of, to->bin,
		    r->with->today);
	all->item = buf_grow(all->item, &all->room, all->count + 1,
	    sizeof(struct admission *));
	all->item[all->count++] = kept;
}

static void
count(const struct applications *with, const struct admissions *all)
{
	struct eligibility_application **list;

	list = arena_array(with->arena, all->count,
	    sizeof(struct eligibility_application *));
	for (size_t i = 0; i < all->count; i++)
		list[i] = &all->item[i]->application;
	eligibility_once_count(with->arena, &with->rules->checks, list,
	    all->count);
}

struct admissions
applications_read(const struct applications *with, struct rec *in)
{
	struct reader r = begin(with, in);
	struct admissions all = { 0 };

	while (rec_next(in)) {
		struct admission m = { 0 };

		if (read_application(&r, &m.application) &&
		    find_deadlines(&r, &m))
			keep(&r, &all, &m);
	}
	count(with, &all);
	map_free(&r.ids);
	buf_free(&r.why);
	return all;
}
