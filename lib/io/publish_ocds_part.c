#include "civic/date.h"
#include "civic/decimal.h"
#include "civic/moment.h"
#include "civic/org_id.h"
#include "io/kind.h"
#include "io/publish_ocds_part.h"
#include "io/publish_text.h"

struct str
publish_ocds_part_name(const struct publish_ocds *o, struct str bin)
{
	size_t n = map_find(&o->bins, bin);

	return n == MAP_NONE ? STR("") : o->name[n];
}

void
publish_ocds_part_reference(struct publish_ocds *o, const char *key,
    struct str id, struct str name)
{
	if (id.n == 0)
		return;
	json_out_open(&o->out, key, '{');
	publish_text_id(&o->out, "id", id);
	json_out_text(&o->out, "name", name);
	json_out_close(&o->out, '}');
}

void
publish_ocds_part_value(struct publish_ocds *o, const char *key,
    int64_t tiyn, struct str currency)
{
	json_out_open(&o->out, key, '{');
	json_out_money(&o->out, "amount", tiyn);
	json_out_text(&o->out, "currency", currency);
	json_out_close(&o->out, '}');
}

static void
put_party(struct publish_ocds *o, struct str id, struct str name,
    const char *const *role)
{
	struct json_out *out = &o->out;

	json_out_open(out, NULL, '{');
	publish_text_id(out, "id", id);
	json_out_text(out, "name", name);
	if (org_id_is_bin(id)) {
		json_out_open(out, "identifier", '{');
		json_out_text(out, "scheme", STR(ORG_ID_LIST));
		json_out_text(out, "id", id);
		json_out_text(out, "legalName", name);
		json_out_close(out, '}');
	}
	json_out_open(out, "roles", '[');
	for (; *role != NULL; role++)
		json_out_text(out, NULL, str_of(*role));
	json_out_close(out, ']');
	json_out_close(out, '}');
}

void
publish_ocds_part_parties(struct publish_ocds *o, const struct ocds_call *c)
{
	static const char *const body[] = { "buyer", "procuringEntity",
	    "payer", NULL };
	static const char *const tenderer[] = { "tenderer", NULL };
	static const char *const supplier[] = { "tenderer", "supplier",
	    "payee", NULL };

	json_out_open(&o->out, "parties", '[');
	if (c->body.id.n > 0)
		put_party(o, c->body.id, c->body.name, body);
	for (size_t i = 0; i < c->bins.count; i++) {
		struct str bin = map_key(&c->bins, i);

		put_party(o, bin, publish_ocds_part_name(o, bin),
		    map_find(&c->winners, bin) != MAP_NONE ?
		    supplier : tenderer);
	}
	json_out_close(&o->out, ']');
	publish_ocds_part_reference(o, "buyer", c->body.id, c->body.name);
}

/* Whether applications can be made on the day, or not yet, or no more. */
static struct str
status(const struct publish *p, const struct ocds_call *c)
{
	const struct str *v = c->row == TABLE_NONE ? NULL :
	    p->calls->row[c->row].value;
	int64_t moment;

	if (c->decided || v == NULL)
		return STR("complete");
	if (moment_parse(v[CALL_CLOSES], &moment) &&
	    moment_day(moment) < p->day)
		return STR("complete");
	if (moment_parse(v[CALL_OPENS], &moment) &&
	    moment_day(moment) > p->day)
		return STR("planned");
	return STR("active");
}

static void
put_lots(struct publish_ocds *o, const struct ocds_call *c)
{
	const struct publish *p = o->p;
	int64_t budget;

	if (c->lot == TABLE_NONE)
		return;
	json_out_open(&o->out, "lots", '[');
	for (size_t i = c->lot; i != TABLE_NONE; i = o->next_lot[i]) {
		const struct str *v = p->lots->row[i].value;

		json_out_open(&o->out, NULL, '{');
		json_out_text(&o->out, "id", v[LOT_ID]);
		json_out_text(&o->out, "title", v[LOT_THEME]);
		json_out_text(&o->out, "status", status(p, c));
		if (decimal_parse(v[LOT_BUDGET], 2, &budget))
			publish_ocds_part_value(o, "value", budget,
			    p->rules->currency);
		json_out_close(&o->out, '}');
	}
	json_out_close(&o->out, ']');
}

/* What only the call itself says. */
static void
put_call(struct publish_ocds *o, const struct str *v)
{
	const struct publish *p = o->p;
	struct json_out *out = &o->out;
	bool kazakh = str_eq(p->rules->language, STR("kk"));
	const struct vocab_entry *e = vocab_find(kind_vocab("instruments"),
	    v[CALL_INSTRUMENT]);
	int64_t budget;

	json_out_text(out, kazakh ? "title_ru" : "title_kk",
	    v[kazakh ? CALL_TITLE_RU : CALL_TITLE_KK]);
	if (decimal_parse(v[CALL_BUDGET], 2, &budget))
		publish_ocds_part_value(o, "value", budget,
		    p->rules->currency);
	if (e != NULL)
		json_out_text(out, "procurementMethodDetails",
		    kazakh ? e->kk : e->ru);
	json_out_text(out, "awardCriteriaDetails", v[CALL_RUBRIC]);
	if (v[CALL_OPENS].n == 0 && v[CALL_CLOSES].n == 0)
		return;
	json_out_open(out, "tenderPeriod", '{');
	publish_text_moment(out, p, "startDate", v[CALL_OPENS]);
	publish_text_moment(out, p, "endDate", v[CALL_CLOSES]);
	json_out_close(out, '}');
}

void
publish_ocds_part_tender(struct publish_ocds *o, const struct ocds_call *c)
{
	const struct publish *p = o->p;
	struct json_out *out = &o->out;

	json_out_open(out, "tender", '{');
	json_out_text(out, "id", c->id);
	json_out_text(out, "title", publish_title_of(p, c->id));
	json_out_text(out, "status", status(p, c));
	publish_ocds_part_reference(o, "procuringEntity", c->body.id,
	    c->body.name);
	json_out_text(out, "procurementMethod", p->rules->method);
	json_out_text(out, "mainProcurementCategory", p->rules->category);
	json_out_text(out, "awardCriteria", p->rules->criteria);
	if (c->row != TABLE_NONE)
		put_call(o, p->calls->row[c->row].value);
	if (c->decided)
		json_out_number(out, "numberOfTenderers",
		    (int64_t)c->bins.count);
	if (c->bins.count > 0) {
		json_out_open(out, "tenderers", '[');
		for (size_t i = 0; i < c->bins.count; i++) {
			struct str bin = map_key(&c->bins, i);

			publish_ocds_part_reference(o, NULL, bin,
			    publish_ocds_part_name(o, bin));
		}
		json_out_close(out, ']');
	}
	put_lots(o, c);
	json_out_close(out, '}');
}

static void
put_award(struct publish_ocds *o, const struct ocds_award *a)
{
	struct json_out *out = &o->out;
	char date[11];

	json_out_open(out, NULL, '{');
	json_out_text(out, "id", a->application);
	json_out_text(out, "title", a->title);
	json_out_text(out, "description", a->reason);
	json_out_text(out, "status", STR("active"));
	date_format(a->decided_on, date);
	publish_text_day(out, o->p, "date", str_of(date), DAY_BEGINS);
	publish_ocds_part_value(o, "value", a->amount, a->currency);
	json_out_open(out, "suppliers", '[');
	publish_ocds_part_reference(o, NULL, a->bin,
	    publish_ocds_part_name(o, a->bin));
	json_out_close(out, ']');
	if (a->lot.n > 0) {
		json_out_open(out, "relatedLots", '[');
		json_out_text(out, NULL, a->lot);
		json_out_close(out, ']');
	}
	json_out_close(out, '}');
}

void
publish_ocds_part_awards(struct publish_ocds *o, const struct ocds_call *c)
{
	if (c->first == NULL)
		return;
	json_out_open(&o->out, "awards", '[');
	for (const struct ocds_award *a = c->first; a != NULL; a = a->next)
		put_award(o, a);
	json_out_close(&o->out, ']');
}
