#include "io/needs.h"

#include <string.h>

#include "civic/decimal.h"
#include "io/kind.h"
#include "io/rec.h"

struct reader {
	const struct schema *schema;
	struct rec *in;
	size_t *place;			/* of the schema's fields */
	size_t id, text[PLAN_TEXTS];	/* fields of the schema */
	size_t figure[PLAN_FIGURES];
};

static size_t
field(const struct reader *r, const char *name)
{
	return kind_field(r->schema, str_of(name));
}

/* All that is counted with must be there; so must what makes a theme. */
static struct reader
begin(struct arena *a, const struct plan_rules *rules, struct rec *in)
{
	struct reader r = { .schema = kind_schema(a, "need"), .in = in };

	r.place = kind_places(a, r.schema, in);
	r.id = field(&r, "id");
	for (size_t i = 0; i < PLAN_TEXTS; i++) {
		r.text[i] = field(&r, plan_text_name[i]);
		if (rules->groups[i])
			rec_field(in, plan_text_name[i]);
	}
	for (size_t i = 0; i < PLAN_FIGURES; i++) {
		r.figure[i] = field(&r, plan_key_name[i]);
		rec_field(in, plan_key_name[i]);
	}
	return r;
}

static struct str
value(const struct reader *r, size_t f)
{
	return rec_value(r->in, r->place[f]);
}

static bool
read_need(const struct reader *r, struct plan_need *need)
{
	bool good = kind_check(r->schema, r->in, r->place);

	if (!good)
		return false;
	need->id = value(r, r->id);
	if (need->id.n > 0 && memchr(need->id.p, ';', need->id.n) != NULL) {
		kind_refuse(r->in, r->place[r->id], STR("has a ';', which "
		    "stands between the needs of a lot"), need->id);
		return false;
	}
	for (size_t i = 0; i < PLAN_TEXTS; i++)
		need->text[i] = value(r, r->text[i]);
	for (size_t i = 0; i < PLAN_FIGURES; i++) {
		size_t f = r->figure[i];

		if (decimal_parse(value(r, f), r->schema->field[f].places,
		    &need->figure[i]))
			continue;
		kind_refuse(r->in, r->place[f], STR("missing"), STR(""));
		good = false;
	}
	return good;
}

static void
take(const struct reader *r, struct plan *p, const struct plan_need *need)
{
	switch (plan_add(p, need)) {
	case PLAN_GOOD:
		break;
	case PLAN_TWICE:
		kind_refuse(r->in, r->place[r->id],
		    STR("a need with this id came before"), need->id);
		break;
	case PLAN_TOO_MUCH:
		kind_refuse(r->in, REC_NONE,
		    STR("the sums of its theme would be too large"), STR(""));
		break;
	}
}

int
needs_read(struct plan *p, char **files, const char *rejects)
{
	struct arena run = { 0 };
	struct rec *in = rec_open(files);
	struct reader r = begin(&run, p->rules, in);
	struct plan_need need = { 0 };
	int status;

	rec_keep_refused(in, rejects);
	while (rec_next(in))
		if (read_need(&r, &need))
			take(&r, p, &need);
	status = rec_close(in);
	arena_reset(&run);
	return status;
}
