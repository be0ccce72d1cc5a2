#include "civic/decimal.h"
#include "io/kind.h"
#include "io/out.h"
#include "io/publish_360.h"
#include "io/publish_text.h"

static const struct str mark = { "360G-", 5 };

static void
flush(struct json_out *o)
{
	out_bytes(buf_str(&o->text));
	buf_clear(&o->text);
}

static void
put_organisation(struct json_out *o, const char *key, struct str id,
    struct str name)
{
	json_out_open(o, key, '[');
	json_out_open(o, NULL, '{');
	publish_text_id(o, "id", id);
	json_out_text(o, "name", name);
	json_out_close(o, '}');
	json_out_close(o, ']');
}

/* What is needed for a grant and is not there refuses the record. */
static bool
is_whole(struct publish *p, const struct publish_award *a,
    const struct publish_body *body)
{
	bool good = true;

	if (!str_starts(a->application, mark) && p->prefix.n == 0) {
		rec_refuse(p->in, rec_field_if(p->in, "application"), "does "
		    "not start with 360G-; give a prefix with --prefix: "
		    "'%.*s'", STR_ARG(a->application));
		good = false;
	}
	if (a->name.n == 0) {
		rec_refuse(p->in, REC_NONE, "no name of the recipient %.*s; "
		    "give a register that has it (-R), or a field name",
		    STR_ARG(a->bin));
		good = false;
	}
	if (body->id.n == 0 || body->name.n == 0) {
		rec_refuse(p->in, REC_NONE, "%s of the body that gives; "
		    "give --calls and --lots, or fields body and body_name",
		    body->id.n == 0 ? "no identifier" : "no name");
		good = false;
	}
	if (a->title.n == 0) {
		rec_refuse(p->in, REC_NONE, "no title; give --applications, "
		    "or a field title");
		good = false;
	}
	if (a->open_call.n > 0 && !str_eq(a->open_call, STR("Yes")) &&
	    !str_eq(a->open_call, STR("No"))) {
		rec_refuse(p->in, rec_field_if(p->in, "open_call"), "neither "
		    "Yes nor No: '%.*s'", STR_ARG(a->open_call));
		good = false;
	}
	return good;
}

static void
put_dates(struct json_out *o, struct publish *p,
    const struct publish_award *a)
{
	const struct str *c = a->contract == TABLE_NONE ? NULL :
	    p->contracts->row[a->contract].value;

	if (a->months == 0 && (c == NULL || (c[CONTRACT_FROM].n == 0 &&
	    c[CONTRACT_UNTIL].n == 0)))
		return;
	json_out_open(o, "plannedDates", '[');
	json_out_open(o, NULL, '{');
	if (c != NULL) {
		json_out_text(o, "startDate", c[CONTRACT_FROM]);
		json_out_text(o, "endDate", c[CONTRACT_UNTIL]);
	}
	if (a->months > 0)
		json_out_number(o, "duration", a->months);
	json_out_close(o, '}');
	json_out_close(o, ']');
}

/* What has been paid by the day of publication. */
static void
put_paid(struct json_out *o, struct publish *p,
    const struct publish_award *a)
{
	int64_t sum = 0, tiyn;

	if (p->payments == NULL)
		return;
	for (size_t c = a->contract; c != TABLE_NONE;
	    c = p->contracts->row[c].next) {
		size_t i = table_find(p->payments,
		    p->contracts->row[c].value[CONTRACT_ID]);

		for (; i != TABLE_NONE; i = p->payments->row[i].next) {
			const struct str *v = p->payments->row[i].value;

			if (publish_text_when(v[PAYMENT_PAID]) > p->day ||
			    !decimal_parse(v[PAYMENT_AMOUNT], 2, &tiyn))
				continue;
			if (tiyn > INT64_MAX - sum)
				die("%.*s: more was paid than can be counted",
				    STR_ARG(p->payments->row[i].where));
			sum += tiyn;
		}
	}
	json_out_money(o, "amountDisbursed", sum);
}

static void
put_programme(struct json_out *o, struct publish *p,
    const struct publish_award *a)
{
	struct str title = a->programme.n > 0 ? a->programme :
	    publish_title_of(p, a->call);

	if (a->call.n == 0 && title.n == 0)
		return;
	json_out_open(o, "grantProgramme", '[');
	json_out_open(o, NULL, '{');
	json_out_text(o, "code", a->call);
	json_out_text(o, "title", title);
	json_out_close(o, '}');
	json_out_close(o, ']');
}

/* The region of the lot. */
static void
put_place(struct json_out *o, struct publish *p,
    const struct publish_award *a)
{
	size_t row = table_find(p->lots, a->lot);
	const struct vocab_entry *e;

	if (row == TABLE_NONE)
		return;
	e = vocab_region(kind_vocab("regions"),
	    p->lots->row[row].value[LOT_REGION]);
	if (e == NULL)
		return;
	json_out_open(o, "beneficiaryLocation", '[');
	json_out_open(o, NULL, '{');
	json_out_text(o, "name", str_eq(p->rules->language, STR("kk")) ?
	    e->kk : e->ru);
	json_out_text(o, "countryCode", STR("KZ"));
	json_out_text(o, "geoCode", e->code);
	json_out_close(o, '}');
	json_out_close(o, ']');
}

static void
put_grant(struct json_out *o, struct publish *p,
    const struct publish_award *a, const struct publish_body *body)
{
	struct buf id = { 0 };

	if (!str_starts(a->application, mark))
		buf_printf(&id, "%.*s-", STR_ARG(p->prefix));
	buf_add(&id, a->application);
	json_out_open(o, NULL, '{');
	json_out_text(o, "id", buf_str(&id));
	buf_free(&id);
	json_out_text(o, "title", a->title);
	json_out_text(o, "description", a->description.n > 0 ?
	    a->description : a->title);
	json_out_text(o, "currency", a->currency);
	if (a->asked)
		json_out_money(o, "amountAppliedFor", a->requested);
	json_out_money(o, "amountAwarded", a->amount);
	put_paid(o, p, a);
	publish_text_date(o, "awardDate", a->decided_on);
	put_dates(o, p, a);
	put_organisation(o, "recipientOrganization", a->bin, a->name);
	put_organisation(o, "fundingOrganization", body->id, body->name);
	put_programme(o, p, a);
	put_place(o, p, a);
	json_out_text(o, "fromOpenCall", a->open_call.n > 0 ? a->open_call :
	    table_find(p->calls, a->call) != TABLE_NONE ? STR("Yes") :
	    a->open_call);
	json_out_close(o, '}');
}

static void
put_package(struct json_out *o, const struct publish *p)
{
	const struct publish_rules *r = p->rules;

	json_out_open(o, NULL, '{');
	json_out_text(o, "version", STR("1.4"));
	json_out_text(o, "title", r->title);
	publish_text_date(o, "issued", p->day);
	json_out_open(o, "publisher", '{');
	publish_text_id(o, "identifier", r->id);
	json_out_text(o, "name", r->name);
	json_out_text(o, "website", r->uri);
	json_out_close(o, '}');
	json_out_text(o, "license", r->license);
	json_out_open(o, "grants", '[');
}

bool
publish_360_print(struct publish *p)
{
	struct json_out o = { .lines = 2 };
	struct publish_award a;
	struct publish_body body;
	bool any = false;

	put_package(&o, p);
	while (rec_next(p->in)) {
		if (!publish_read(p, &a) || !a.awarded)
			continue;
		body = publish_body_of(p, &a);
		if (!is_whole(p, &a, &body))
			continue;
		put_grant(&o, p, &a, &body);
		flush(&o);
		any = true;
	}
	json_out_close(&o, ']');
	json_out_close(&o, '}');
	flush(&o);
	buf_free(&o.text);
	return any;
}
