#include "civic/date.h"
#include "civic/decimal.h"
#include "io/kind.h"
#include "io/publish.h"
#include "io/publish_files.h"

enum field {
	APPLICATION, DECISION, LOT, CALL, BIN, NAME, TITLE, DESCRIPTION,
	REQUESTED, AMOUNT, DECIDED_ON, BODY, BODY_NAME, PROGRAMME, OPEN_CALL,
	MONTHS, CURRENCY, REASON, FIELDS
};

static const char *const field_name[FIELDS] = {
	"application", "decision", "lot", "call", "bin", "name", "title",
	"description", "requested", "amount", "decided_on", "body",
	"body_name", "programme", "open_call", "months", "currency", "reason",
};

#define MONTHS_MAX 1200

static const struct str none = { "", 0 };

void
publish_open(struct publish *p, const struct publish_files *files,
    const char *reg, struct rec *in)
{
	p->in = in;
	p->place = arena_array(p->run, FIELDS, sizeof(*p->place));
	for (size_t i = 0; i < FIELDS; i++)
		p->place[i] = i <= DECISION ? rec_field(in, field_name[i]) :
		    rec_field_if(in, field_name[i]);
	p->decisions = kind_vocab("decisions");
	publish_files_read(p, files);
	publish_names_open(&p->names, p->run, reg, p->rules->language);
}

static struct str
value(struct publish *p, enum field field)
{
	return rec_value(p->in, p->place[field]);
}

static bool
refuse(struct publish *p, enum field field, const char *why)
{
	rec_refuse(p->in, p->place[field], "%s: '%.*s'", why,
	    STR_ARG(value(p, field)));
	return false;
}

/*
 * What the record says and what another says of the same: they must agree,
 * and the one that is there counts.
 */
static bool
agree(struct publish *p, enum field field, struct str *mine,
    struct str other, const char *of)
{
	if (mine->n == 0)
		*mine = other;
	if (other.n == 0 || str_eq(*mine, other))
		return true;
	rec_refuse(p->in, p->place[field], "'%.*s', but that of the %s is "
	    "'%.*s'", STR_ARG(*mine), of, STR_ARG(other));
	return false;
}

/* What the files say of the application and its lot. */
static bool
look_up(struct publish *p, struct publish_award *a, struct str *requested)
{
	size_t row = table_find(p->applications, a->application);
	const struct str *v;
	bool good = true;

	if (p->applications != NULL && row == TABLE_NONE)
		return refuse(p, APPLICATION, "not among the applications");
	if (row != TABLE_NONE) {
		v = p->applications->row[row].value;
		good &= agree(p, LOT, &a->lot, v[APPLICATION_LOT],
		    "application");
		good &= agree(p, BIN, &a->bin, v[APPLICATION_BIN],
		    "application");
		if (a->title.n == 0)
			a->title = v[APPLICATION_TITLE];
		if (requested->n == 0)
			*requested = v[APPLICATION_REQUESTED];
		if (value(p, MONTHS).n == 0)
			str_number(v[APPLICATION_MONTHS], 1, MONTHS_MAX,
			    &a->months);
	}
	if (p->lots != NULL && a->lot.n > 0) {
		row = table_find(p->lots, a->lot);
		if (row == TABLE_NONE)
			return refuse(p, LOT, "not among the lots");
		v = p->lots->row[row].value;
		good &= agree(p, CALL, &a->call, v[LOT_CALL], "lot");
		if (a->description.n == 0)
			a->description = v[LOT_THEME];
	}
	if (good && p->calls != NULL && a->call.n > 0 &&
	    !table_has(p->calls, a->call))
		good = refuse(p, CALL, "not among the calls");
	return good;
}

/* Its contracts, which must be with the NGO that was awarded. */
static bool
find_contracts(struct publish *p, struct publish_award *a)
{
	bool good = true;

	a->contract = table_find(p->contracts, a->application);
	for (size_t i = a->contract; i != TABLE_NONE;
	    i = p->contracts->row[i].next) {
		const struct table_row *row = &p->contracts->row[i];

		p->contracts->row[i].used = true;
		if (str_eq(row->value[CONTRACT_BIN], a->bin))
			continue;
		rec_refuse(p->in, p->place[BIN], "'%.*s', but the contract "
		    "(%.*s) is with '%.*s'", STR_ARG(a->bin),
		    STR_ARG(row->where), STR_ARG(row->value[CONTRACT_BIN]));
		good = false;
	}
	return good;
}

/* What must be known of an award. */
static bool
read_award(struct publish *p, struct publish_award *a)
{
	struct str amount = value(p, AMOUNT), day = value(p, DECIDED_ON);
	bool good = true;

	if (!decimal_parse(amount, 2, &a->amount) || a->amount <= 0)
		good = refuse(p, AMOUNT, "not an amount over 0, in whole "
		    "hundredths");
	if (!date_parse(day, &a->decided_on))
		good = refuse(p, DECIDED_ON, "not a date (YYYY-MM-DD)");
	else if (a->decided_on > p->day)
		good = refuse(p, DECIDED_ON, "after the day of publication");
	return find_contracts(p, a) && good;
}

static void
take_values(struct publish *p, struct publish_award *a)
{
	*a = (struct publish_award){
		.application = value(p, APPLICATION), .lot = value(p, LOT),
		.call = value(p, CALL), .bin = value(p, BIN),
		.name = value(p, NAME), .title = value(p, TITLE),
		.description = value(p, DESCRIPTION),
		.body = value(p, BODY), .body_name = value(p, BODY_NAME),
		.programme = value(p, PROGRAMME),
		.open_call = value(p, OPEN_CALL),
		.currency = value(p, CURRENCY), .reason = value(p, REASON),
		.contract = TABLE_NONE,
	};
}

bool
publish_read(struct publish *p, struct publish_award *a)
{
	struct str requested = value(p, REQUESTED);
	size_t known = p->seen.count;
	bool good;

	take_values(p, a);
	if (a->application.n == 0)
		return refuse(p, APPLICATION, "none");
	if (map_add(&p->seen, a->application) < known)
		return refuse(p, APPLICATION, "decided on before");
	if (vocab_find(p->decisions, value(p, DECISION)) == NULL)
		return refuse(p, DECISION, "no decision (awarded, reserve, "
		    "rejected, not-scored)");
	a->awarded = str_eq(value(p, DECISION), STR("awarded"));
	good = look_up(p, a, &requested);
	if (a->bin.n == 0)
		good = refuse(p, BIN, "none, so that nobody knows whose it is");
	a->asked = requested.n > 0;
	if (a->asked && (!decimal_parse(requested, 2, &a->requested) ||
	    a->requested <= 0))
		good = refuse(p, REQUESTED, "not an amount over 0, in whole "
		    "hundredths");
	if (value(p, MONTHS).n > 0 &&
	    !str_number(value(p, MONTHS), 1, MONTHS_MAX, &a->months))
		good = refuse(p, MONTHS, "not a whole number from 1 to 1200");
	if (a->currency.n == 0)
		a->currency = p->rules->currency;
	if (!publish_rules_is_currency(a->currency))
		good = refuse(p, CURRENCY, "not a currency (KZT)");
	if (a->awarded)
		good &= read_award(p, a);
	if (a->name.n == 0)
		a->name = publish_names_of(&p->names, a->bin);
	return good;
}

struct publish_body
publish_body_of_call(const struct publish *p, struct str call)
{
	size_t row = table_find(p->calls, call);
	const struct publish_body *body = row == TABLE_NONE ? NULL :
	    publish_rules_body(p->rules,
	    p->calls->row[row].value[CALL_BODY]);

	return body != NULL ? *body : (struct publish_body){ none, none, none };
}

struct publish_body
publish_body_of(const struct publish *p, const struct publish_award *a)
{
	const struct publish_body *body;

	if (a->body.n == 0)
		return publish_body_of_call(p, a->call);
	body = publish_rules_body(p->rules, a->body);
	if (body != NULL)
		return *body;
	return (struct publish_body){ none, a->body, a->body_name };
}

struct str
publish_title_of(const struct publish *p, struct str call)
{
	size_t row = table_find(p->calls, call);
	bool kazakh = str_eq(p->rules->language, STR("kk"));
	const struct str *v;
	size_t first = kazakh ? CALL_TITLE_KK : CALL_TITLE_RU;

	if (row == TABLE_NONE)
		return none;
	v = p->calls->row[row].value;
	return v[first].n > 0 ? v[first] :
	    v[kazakh ? CALL_TITLE_RU : CALL_TITLE_KK];
}

int
publish_close(struct publish *p)
{
	size_t faults = publish_files_faults(p);

	publish_files_free(p);
	map_free(&p->seen);
	publish_names_close(&p->names);
	return faults > 0 ? REFUSED : 0;
}
