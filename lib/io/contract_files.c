#include "io/contract_files.h"

#include "io/ahead.h"
#include "io/row.h"

#define FIELDS(list) (sizeof(list) / sizeof(*(list)))

static int32_t
day_of(const struct row *r, size_t field)
{
	return r->units[field] == ROW_EMPTY ? CONTRACT_NO_DAY :
	    (int32_t)r->units[field];
}

static int32_t
number_of(const struct row *r, size_t field)
{
	return r->units[field] == ROW_EMPTY ? 0 : (int32_t)r->units[field];
}

int
contract_files_lots(struct contracts *c, const char *file)
{
	enum { ID, PLACES };
	static const struct row_field field[] = {
		[ID] = { "id", ROW_ID, ROW_VALUE },
		[PLACES] = { "places", ROW_NUMBER, ROW_VALUE },
	};
	struct row r;
	struct rec *in = row_open_file(&r, file, field, FIELDS(field));

	while (rec_next(in))
		if (row_read(&r) && !contracts_tell_lot(c, r.text[ID],
		    r.units[PLACES]))
			rec_refuse(in, r.place[ID], "stands twice: '%.*s'",
			    STR_ARG(r.text[ID]));
	return rec_close(in);
}

enum { ID, LOT, APPLICATION, BIN, AMOUNT, SIGNED, FROM, UNTIL };

static void
refuse_contract(const struct contracts *c, struct row *r,
    enum contracts_fault fault, uint32_t other)
{
	struct str holder = STR("");

	if (fault == CONTRACTS_FULL || fault == CONTRACTS_HELD)
		holder = map_key(&c->ids, other);
	switch (fault) {
	case CONTRACTS_ORDER:
		rec_refuse(r->in, r->place[UNTIL], "before from, or before it "
		    "was signed: '%.*s'", STR_ARG(r->text[UNTIL]));
		break;
	case CONTRACTS_TWICE:
		rec_refuse(r->in, r->place[ID], "stands twice: '%.*s'",
		    STR_ARG(r->text[ID]));
		break;
	case CONTRACTS_NO_LOT:
		rec_refuse(r->in, r->place[LOT], "not among the lots: '%.*s'",
		    STR_ARG(r->text[LOT]));
		break;
	case CONTRACTS_FULL:
		rec_refuse(r->in, r->place[LOT], "has no place left, '%.*s' "
		    "has the last: '%.*s'", STR_ARG(holder),
		    STR_ARG(r->text[LOT]));
		break;
	default:
		rec_refuse(r->in, r->place[APPLICATION], "has a contract, "
		    "'%.*s': '%.*s'", STR_ARG(holder),
		    STR_ARG(r->text[APPLICATION]));
	}
}

static void
take_contract(struct contracts *c, struct row *r)
{
	struct contracts_terms terms = {
		.id = r->text[ID], .lot = r->text[LOT],
		.application = r->text[APPLICATION], .bin = r->text[BIN],
		.amount = r->units[AMOUNT], .signed_on = day_of(r, SIGNED),
		.from = day_of(r, FROM), .until = day_of(r, UNTIL),
	};
	uint32_t other = 0;
	enum contracts_fault fault = contracts_add(c, &terms, &other);

	if (fault != CONTRACTS_FINE)
		refuse_contract(c, r, fault, other);
}

int
contract_files_contracts(struct contracts *c, char **files,
    const char *rejects)
{
	static const struct row_field field[] = {
		[ID] = { "id", ROW_ID, ROW_VALUE },
		[LOT] = { "lot", ROW_ID, ROW_VALUE },
		[APPLICATION] = { "application", ROW_ID, ROW_MAY_BE_EMPTY },
		[BIN] = { "bin", ROW_ID, ROW_VALUE },
		[AMOUNT] = { "amount", ROW_MONEY, ROW_VALUE },
		[SIGNED] = { "signed", ROW_DATE, ROW_MAY_BE_EMPTY },
		[FROM] = { "from", ROW_DATE, ROW_VALUE },
		[UNTIL] = { "until", ROW_DATE, ROW_VALUE },
	};
	struct rec *in = rec_open(files);
	struct row r;

	row_open(&r, in, field, FIELDS(field));
	rec_keep_refused(in, rejects);
	while (rec_next(in)) {
		if (row_read(&r))
			take_contract(c, &r);
		if (rec_is_refused(in))
			contracts_refuse(c, r.text[ID]);
	}
	return rec_close(in);
}

size_t
contract_files_find(const struct contracts *c, struct rec *in, size_t place,
    struct str id)
{
	size_t number = contracts_find(c, id);

	if (number != MAP_NONE)
		return number;
	if (contracts_is_refused(c, id))
		rec_refuse(in, place, "was refused itself: '%.*s'",
		    STR_ARG(id));
	else
		rec_refuse(in, place, "not among the contracts: '%.*s'",
		    STR_ARG(id));
	return MAP_NONE;
}

/* A file of records of contracts, whose first field is the contract. */
struct side {
	struct contracts *c;
	struct row row;
	struct ahead ahead;
	contract_files_tell *tell;
	void *context;
};
enum { CONTRACT, NO };

typedef void take_one(struct side *s, size_t number);

/*
 * The next record: hand it over, if it can be read and its contract is
 * there.  Of a contract with a refused record it is told, so that its sums
 * are not taken for whole.
 */
static void
read_one(struct side *s, take_one *take)
{
	struct row *r = &s->row;
	bool good = row_read(r);
	size_t number = s->ahead.found;

	if (number == MAP_NONE && r->text[CONTRACT].n > 0)
		number = contract_files_find(s->c, r->in, r->place[CONTRACT],
		    r->text[CONTRACT]);
	if (number == MAP_NONE)
		return;
	if (good)
		take(s, number);
	if (rec_is_refused(r->in))
		s->c->list[number].is.refused++;
}

static int
read_side(struct side *s, const char *file, const struct row_field *field,
    size_t count, take_one *take)
{
	struct rec *in = row_open_file(&s->row, file, field, count);

	s->ahead = (struct ahead){ .in = in, .map = &s->c->ids,
		.key = s->row.place[CONTRACT], .of = s->c->list,
		.size = sizeof(*s->c->list) };
	while (ahead_next(&s->ahead))
		read_one(s, take);
	return rec_close(in);
}

static void
refuse_twice(const struct row *r)
{
	rec_refuse(r->in, r->place[NO], "stands twice for '%.*s': '%.*s'",
	    STR_ARG(r->text[CONTRACT]), STR_ARG(r->text[NO]));
}

enum { TITLE = NO + 1, MILESTONE_DUE, DONE, REPORT };

static void
take_milestone(struct side *s, size_t number)
{
	const struct row *r = &s->row;
	struct contract_milestone m = { number_of(r, NO),
		day_of(r, MILESTONE_DUE), day_of(r, DONE), day_of(r, REPORT) };
	struct contract_told told = {
		.contract = r->text[CONTRACT], .no = r->text[NO],
		.title = r->text[TITLE], .due = r->text[MILESTONE_DUE],
		.done = r->text[DONE], .report = r->text[REPORT],
	};

	switch (contracts_milestone(s->c, number, &m, &told.account)) {
	case CONTRACTS_FINE:
		if (s->tell != NULL)
			s->tell(s->context, &told);
		break;
	case CONTRACTS_ORDER:
		rec_refuse(r->in, r->place[REPORT], "accepted before the work "
		    "was done: '%.*s'", STR_ARG(r->text[REPORT]));
		break;
	default:
		refuse_twice(r);
	}
}

int
contract_files_milestones(struct contracts *c, const char *file,
    contract_files_tell *tell, void *context)
{
	static const struct row_field field[] = {
		[CONTRACT] = { "contract", ROW_ID, ROW_VALUE },
		[NO] = { "no", ROW_NUMBER, ROW_VALUE },
		[TITLE] = { "title", ROW_TEXT, ROW_MAY_BE_MISSING },
		[MILESTONE_DUE] = { "due", ROW_DATE, ROW_VALUE },
		[DONE] = { "done", ROW_DATE, ROW_MAY_BE_EMPTY },
		[REPORT] = { "report", ROW_DATE, ROW_MAY_BE_EMPTY },
	};
	struct side s = { .c = c, .tell = tell, .context = context };

	return read_side(&s, file, field, FIELDS(field), take_milestone);
}

enum { MILESTONE = NO + 1, PAYMENT_DUE, PAID, SUM };

static void
take_payment(struct side *s, size_t number)
{
	const struct row *r = &s->row;
	struct contract_payment p = { number_of(r, NO),
		number_of(r, MILESTONE), day_of(r, PAYMENT_DUE),
		day_of(r, PAID), r->units[SUM] };
	struct contract_told told = {
		.contract = r->text[CONTRACT], .no = r->text[NO],
		.milestone = r->text[MILESTONE], .due = r->text[PAYMENT_DUE],
		.paid = r->text[PAID], .amount = r->text[SUM],
		.is_payment = true,
	};

	switch (contracts_payment(s->c, number, &p, &told.account)) {
	case CONTRACTS_FINE:
		if (s->tell != NULL)
			s->tell(s->context, &told);
		break;
	case CONTRACTS_NO_MILESTONE:
		rec_refuse(r->in, r->place[MILESTONE], "not among the "
		    "milestones of '%.*s': '%.*s'",
		    STR_ARG(r->text[CONTRACT]), STR_ARG(r->text[MILESTONE]));
		break;
	case CONTRACTS_TOO_MUCH:
		rec_refuse(r->in, r->place[SUM], "the sum of '%.*s' would be "
		    "too large: '%.*s'", STR_ARG(r->text[CONTRACT]),
		    STR_ARG(r->text[SUM]));
		break;
	default:
		refuse_twice(r);
	}
}

int
contract_files_payments(struct contracts *c, const char *file,
    contract_files_tell *tell, void *context)
{
	static const struct row_field field[] = {
		[CONTRACT] = { "contract", ROW_ID, ROW_VALUE },
		[NO] = { "no", ROW_NUMBER, ROW_VALUE },
		[MILESTONE] = { "milestone", ROW_NUMBER, ROW_MAY_BE_EMPTY },
		[PAYMENT_DUE] = { "due", ROW_DATE, ROW_VALUE },
		[PAID] = { "paid", ROW_DATE, ROW_MAY_BE_EMPTY },
		[SUM] = { "amount", ROW_MONEY, ROW_VALUE },
	};
	struct side s = { .c = c, .tell = tell, .context = context };

	return read_side(&s, file, field, FIELDS(field), take_payment);
}
