#include "base/buf.h"
#include "base/die.h"
#include "civic/decimal.h"
#include "civic/schema.h"
#include "io/kind.h"
#include "io/out.h"
#include "io/routed.h"

enum { CONFIDENCE_PLACES = 2 };	/* of a percent */

/* Die: the input has none of the texts. */
static _Noreturn void
no_text(struct arena *a, const struct route *r, const struct rec *in)
{
	struct str *name = arena_array(a, rec_count(in), sizeof(*name));
	size_t near = STR_NONE;
	struct buf texts = { 0 };

	for (size_t i = 0; i < rec_count(in); i++)
		name[i] = rec_name(in, i);
	for (size_t i = 0; i < r->texts; i++) {
		buf_printf(&texts, "%s'%.*s'", i > 0 ? " or " : "",
		    STR_ARG(r->role[i]));
		if (near == STR_NONE)
			near = str_nearest(r->role[i], name, rec_count(in));
	}
	if (near != STR_NONE)
		buf_printf(&texts, "; the nearest is '%.*s'",
		    STR_ARG(name[near]));
	die("%s:1: no field %.*s", rec_file(in), STR_ARG(buf_str(&texts)));
}

size_t *
routed_places(struct arena *a, const struct route *r, const struct rec *in)
{
	size_t *place = arena_array(a, r->roles, sizeof(*place));
	bool any = false;

	for (size_t i = 0; i < r->roles; i++) {
		place[i] = rec_field_if(in, arena_string(a, r->role[i]));
		any = any || (i < r->texts && place[i] != REC_NONE);
	}
	if (!any)
		no_text(a, r, in);
	return place;
}

bool
routed_fits(const struct route *r, struct rec *in, const size_t *place,
    const struct str *value)
{
	const struct schema_field region = { .type = SCHEMA_REGION,
		.vocab = r->regions };
	static struct buf why;

	for (size_t i = 0; i < r->placeds; i++) {
		size_t role = r->placed[i];

		if (value[role].n == 0 ||
		    vocab_region(r->regions, value[role]) != NULL)
			continue;
		buf_clear(&why);
		schema_fits(&region, value[role], &why);
		kind_refuse(in, place[role], buf_str(&why), value[role]);
		return false;
	}
	return true;
}

struct str
routed_body(const struct route *r, size_t body, const struct str *value)
{
	static struct buf text;

	buf_clear(&text);
	if (body != ROUTE_NONE)
		route_spell(r, body, value, &text);
	return buf_str(&text);
}

static void
put_co_bodies(const struct route *r, const struct route_answer *a,
    const struct str *value)
{
	static struct buf text;

	buf_clear(&text);
	for (size_t i = 0; i < a->cos; i++) {
		if (i > 0)
			buf_byte(&text, ';');
		route_spell(r, a->co[i], value, &text);
	}
	out_value(buf_str(&text));
}

/* The rule's name; in triage its article too, as there is no body to ask. */
static void
put_rule(const struct route *r, const struct route_answer *a)
{
	static struct buf text;

	if (a->rule >= ROUTE_PERSON) {
		out_text(a->rule == ROUTE_MODEL ? "model" :
		    a->rule == ROUTE_PERSON ? "person" : "otherwise");
		return;
	}
	buf_clear(&text);
	buf_add(&text, r->rule[a->rule].name);
	if (a->body == ROUTE_NONE) {
		buf_add(&text, STR(": "));
		buf_add(&text, r->rule[a->rule].cite);
	}
	out_value(buf_str(&text));
}

static void
put_runner_up(const struct route *r, const struct route_answer *a,
    const struct str *value)
{
	bool by_model = a->rule == ROUTE_MODEL || a->rule == ROUTE_PERSON;
	static struct buf text;
	char points[24];

	buf_clear(&text);
	if (a->runner_up != ROUTE_NONE) {
		route_spell(r, a->runner_up, value, &text);
		buf_byte(&text, ':');
		buf_add(&text, (struct str){ points, decimal_format(points,
		    a->runner_up_points, by_model ? CONFIDENCE_PLACES :
		    r->places) });
	}
	out_value(buf_str(&text));
}

void
routed_fields(const struct route *r)
{
	out_field("body");
	out_field("co_bodies");
	out_field("rule");
	out_field("points");
	out_field("runner_up");
	if (r->asks_model)
		out_field("confidence");
}

void
routed_answer(const struct route *r, const struct route_answer *a,
    const struct str *value)
{
	out_value(routed_body(r, a->body, value));
	put_co_bodies(r, a, value);
	put_rule(r, a);
	if (a->body == ROUTE_NONE || a->rule == ROUTE_MODEL)
		out_text("");
	else
		out_decimal(a->points, r->places);
	put_runner_up(r, a, value);
	if (r->asks_model && a->confidence == 0)
		out_text("");
	else if (r->asks_model)
		out_decimal(a->confidence, CONFIDENCE_PLACES);
}

void
routed_hit_fields(const struct route *r)
{
	if (r->id == ROUTE_NONE)
		die("-e: the rules do not say which field is the id");
	out_field_str(r->role[r->id]);
	out_field("body");
	out_field("rule");
	out_field("stem");
	out_field("where");
	out_field("points");
	out_field("cite");
}

/* For points of a rule's own: the fields that its tests are about. */
static void
put_tested(const struct route *r, const struct route_rule *rule,
    const struct str *value)
{
	static struct buf text;

	buf_clear(&text);
	for (size_t i = 0; i < rule->tests; i++) {
		size_t role = rule->test[i].role;

		if (i > 0)
			buf_add(&text, STR("; "));
		buf_add(&text, r->role[role]);
		buf_byte(&text, '=');
		buf_add(&text, value[role]);
	}
	out_value(buf_str(&text));
}

static void
put_hit(const struct route *r, const struct route_hit *h,
    const struct str *value)
{
	const struct route_rule *rule = &r->rule[h->rule];
	static struct buf stem;

	out_value(value[r->id]);
	out_value(routed_body(r, rule->body, value));
	out_value(rule->name);
	if (h->stem != ROUTE_NONE) {
		size_t form = h->stem - r->stems.count;
		bool is_form = h->stem >= r->stems.count;
		const struct stems *in = is_form ? &r->forms : &r->stems;
		uint32_t number = (uint32_t)(is_form ? form : h->stem);

		buf_clear(&stem);
		if (is_form)
			buf_byte(&stem, '=');
		stems_spell(in, number, &stem);
		out_value(buf_str(&stem));
		out_value(stems_where(in, number));
	} else {
		out_text("");
		put_tested(r, rule, value);
	}
	out_decimal(h->points, r->places);
	out_value(rule->cite);
	out_end();
}

void
routed_hits(struct route *r, const struct route_answer *a,
    const struct str *value)
{
	const struct route_hit *hit;
	size_t count = route_hits(r, a, &hit);

	for (size_t i = 0; i < count; i++)
		put_hit(r, &hit[i], value);
	if (a->rule != ROUTE_NONE)
		return;
	out_value(value[r->id]);
	out_value(routed_body(r, a->body, value));
	out_text("otherwise");
	out_text("");
	out_text("");
	out_decimal(0, r->places);
	out_value(r->cite);
	out_end();
}

static struct str
joined(struct arena *a, struct str left, struct str between, struct str right)
{
	static struct buf text;

	buf_clear(&text);
	buf_add(&text, left);
	buf_add(&text, between);
	buf_add(&text, right);
	return arena_copy(a, buf_str(&text));
}

/* The labels of a body: its code, and one for each region it can be of. */
static struct against_label *
add_labels(struct arena *a, const struct route *r, size_t body,
    struct against_label *to)
{
	const struct route_body *b = &r->body[body];

	*to++ = (struct against_label){ b->code, body, false };
	for (size_t i = 0; b->place != ROUTE_NONE && i < r->regions->count;
	    i++)
		*to++ = (struct against_label){ joined(a, b->code, STR(":"),
		    r->regions->entry[i].code), body, false };
	return to;
}

struct against *
routed_against(struct arena *a, const struct route *r, struct rec *in,
    const char *field)
{
	size_t rows = r->bodies + r->triage + r->asks_model;
	size_t each = 2 + (r->regions == NULL ? 0 : r->regions->count);
	struct str *row = arena_array(a, rows, sizeof(*row));
	struct against_label *label = arena_array(a, rows * each,
	    sizeof(*label)), *to = label;

	for (size_t i = 0; i < r->bodies; i++) {
		row[i] = r->body[i].code;
		to = add_labels(a, r, i, to);
	}
	for (size_t i = 0; i < r->triage; i++) {
		const struct route_rule *rule = &r->rule[i];

		row[r->bodies + i] = rule->name;
		*to++ = (struct against_label){ rule->name, r->bodies + i,
		    false };
		*to++ = (struct against_label){ joined(a, rule->name,
		    STR(": "), rule->cite), r->bodies + i, true };
	}
	if (r->asks_model) {
		row[rows - 1] = STR("person");
		*to++ = (struct against_label){ row[rows - 1], rows - 1,
			false };
	}
	return against_open(a, in, field, row, rows, label,
	    (size_t)(to - label));
}

struct str
routed_label(const struct route *r, const struct route_answer *a,
    const struct str *value)
{
	return a->rule == ROUTE_PERSON ? STR("person") :
	    a->body == ROUTE_NONE ? r->rule[a->rule].name :
	    routed_body(r, a->body, value);
}

void
routed_bodies(const struct route *r)
{
	static const char *const field[] = { "body", "name_kk", "name_ru",
	    "name_en", "short_kk", "short_ru", "short_en", "stems_kk",
	    "stems_ru", "stems_en" };

	for (size_t i = 0; i < sizeof(field) / sizeof(*field); i++)
		out_field(field[i]);
	for (const struct route_body *b = r->body; b < r->body + r->bodies;
	    b++) {
		out_value(b->code);
		for (size_t l = 0; l < ROUTE_LANGUAGES; l++)
			out_value(b->name[l]);
		for (size_t l = 0; l < ROUTE_LANGUAGES; l++)
			out_value(b->brief[l]);
		for (size_t l = 0; l < ROUTE_LANGUAGES; l++)
			out_number((int64_t)b->stems[l]);
		out_end();
	}
}
