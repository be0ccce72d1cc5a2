#include "io/outcome_groups.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/die.h"
#include "civic/date.h"
#include "civic/decimal.h"
#include "io/row.h"

enum { YEAR = 4, TIYN = 2 };

/* What a lot or a call says of the group; the number comes with its use. */
struct outcome_lot {
	struct str by;
	uint32_t group, call;
	int64_t budget, given;	/* budget may be OUTCOMES_NO_SUM */
};

struct outcome_call {
	struct str by;
	uint32_t group;
	int32_t announced;
	bool told;
};

/* The number of a call, told or not. */
static uint32_t
call_of(struct outcome_groups *g, struct str id)
{
	size_t known = g->o->calls.count, number = map_add(&g->o->calls, id);

	if (number == known) {
		g->call = buf_grow(g->call, &g->callroom, number + 1,
		    sizeof(*g->call));
		g->call[number] = (struct outcome_call){ STR(""),
			OUTCOMES_NONE, OUTCOME_NO_DAY, false };
	}
	return (uint32_t)number;
}

static struct rec *
open_file(struct outcome_groups *g, const char *file, struct row *r,
    const struct row_field *field, size_t count, size_t *by)
{
	struct rec *in = row_open_file(r, file, field, count);

	*by = g->by == NULL ? REC_NONE : rec_field_if(in, g->by);
	g->found |= *by != REC_NONE;
	return in;
}

static void
refuse_twice(const struct row *r)
{
	rec_refuse(r->in, r->place[0], "stands twice: '%.*s'",
	    STR_ARG(r->text[0]));
}

int
outcome_groups_calls(struct outcome_groups *g, const char *file)
{
	enum { ID, ANNOUNCED, FIELDS };
	static const struct row_field field[FIELDS] = {
		[ID] = { "id", ROW_ID, ROW_VALUE },
		[ANNOUNCED] = { "announced", ROW_DATE, ROW_MAY_BE_MISSING },
	};
	struct row r;
	size_t by;
	struct rec *in = open_file(g, file, &r, field, FIELDS, &by);

	g->has_calls = true;
	while (rec_next(in)) {
		struct outcome_call *c;
		uint32_t number;

		if (!row_read(&r))
			continue;
		number = call_of(g, r.text[ID]);
		c = &g->call[number];
		if (c->told) {
			refuse_twice(&r);
			continue;
		}
		c->told = true;
		c->by = arena_copy(&g->run, rec_value(in, by));
		if (r.units[ANNOUNCED] != ROW_EMPTY)
			c->announced = (int32_t)r.units[ANNOUNCED];
	}
	return rec_close(in);
}

/* The call of a lot or a decision; with calls told it must be among them. */
static bool
find_call(struct outcome_groups *g, struct rec *in, size_t place,
    struct str id, uint32_t *call)
{
	*call = OUTCOMES_NONE;
	if (id.n == 0)
		return true;
	*call = call_of(g, id);
	if (!g->has_calls || g->call[*call].told)
		return true;
	rec_refuse(in, place, "not among the calls: '%.*s'", STR_ARG(id));
	return false;
}

static void
take_lot(struct outcome_groups *g, struct row *r, uint32_t call, size_t by)
{
	size_t known = g->lots.count, number = map_add(&g->lots, r->text[0]);

	if (number < known) {
		refuse_twice(r);
		return;
	}
	g->lot = buf_grow(g->lot, &g->lotroom, number + 1, sizeof(*g->lot));
	g->lot[number] = (struct outcome_lot){
		.by = arena_copy(&g->run, rec_value(r->in, by)),
		.group = OUTCOMES_NONE, .call = call,
		.budget = r->units[2] == ROW_EMPTY ? OUTCOMES_NO_SUM :
		    r->units[2],
	};
}

int
outcome_groups_lots(struct outcome_groups *g, const char *file)
{
	enum { ID, CALL, BUDGET, FIELDS };
	static const struct row_field field[FIELDS] = {
		[ID] = { "id", ROW_ID, ROW_VALUE },
		[CALL] = { "call", ROW_ID, ROW_MAY_BE_MISSING },
		[BUDGET] = { "budget", ROW_MONEY, ROW_MAY_BE_MISSING },
	};
	struct row r;
	size_t by;
	struct rec *in = open_file(g, file, &r, field, FIELDS, &by);
	uint32_t call;

	g->has_lots = true;
	while (rec_next(in))
		if (row_read(&r) && find_call(g, in, r.place[CALL],
		    r.text[CALL], &call))
			take_lot(g, &r, call, by);
	return rec_close(in);
}

/* Nothing has the field: say which was meant. */
_Noreturn static void
no_field(const struct outcome_groups *g, const struct rec *in)
{
	if (strcmp(g->by, "year") == 0)
		die("--by year: the decisions have no field 'decided_on'");
	if (!g->has_lots && !g->has_calls)
		(void)rec_field(in, g->by);
	die("--by %s: neither the decisions nor the --lots and --calls have "
	    "such a field", g->by);
}

void
outcome_groups_open(struct outcome_groups *g, const struct rec *in)
{
	bool reaches;

	g->lot_place = rec_field_if(in, "lot");
	g->call_place = rec_field_if(in, "call");
	g->year_place = rec_field_if(in, "decided_on");
	if (g->has_lots && g->lot_place == REC_NONE)
		(void)rec_field(in, "lot");
	reaches = g->has_lots || (g->has_calls && g->call_place != REC_NONE);
	g->how = OUTCOME_ALL;
	if (g->by == NULL)
		return;
	g->by_place = rec_field_if(in, g->by);
	if (g->by_place != REC_NONE)
		g->how = OUTCOME_FIELD;
	else if (strcmp(g->by, "year") == 0 && g->year_place != REC_NONE)
		g->how = OUTCOME_YEAR;
	else if (reaches && (g->found || strcmp(g->by, "call") == 0))
		g->how = OUTCOME_FILE;
	else
		no_field(g, in);
}

static bool
find_lot(const struct outcome_groups *g, struct rec *in, uint32_t *lot)
{
	struct str id = rec_value(in, g->lot_place);
	size_t number;

	*lot = OUTCOMES_NONE;
	if (!g->has_lots)
		return true;
	number = map_find(&g->lots, id);
	if (number != MAP_NONE) {
		*lot = (uint32_t)number;
		return true;
	}
	rec_refuse(in, g->lot_place, id.n == 0 ? "required, but empty" :
	    "not among the lots: '%.*s'", STR_ARG(id));
	return false;
}

/* What a lot does not say, its call may. */
static uint32_t
group_of_call(struct outcome_groups *g, uint32_t call)
{
	struct outcome_call *c;
	struct str key;

	if (call == OUTCOMES_NONE)
		return outcomes_group(g->o, STR(""));
	c = &g->call[call];
	key = strcmp(g->by, "call") == 0 ? map_key(&g->o->calls, call) : c->by;
	if (c->group == OUTCOMES_NONE)
		c->group = outcomes_group(g->o, key);
	return c->group;
}

static uint32_t
group_of_lot(struct outcome_groups *g, uint32_t lot, uint32_t call)
{
	struct outcome_lot *l;

	if (lot == OUTCOMES_NONE)
		return group_of_call(g, call);
	l = &g->lot[lot];
	if (l->group == OUTCOMES_NONE)
		l->group = l->by.n > 0 && strcmp(g->by, "call") != 0 ?
		    outcomes_group(g->o, l->by) : group_of_call(g, call);
	return l->group;
}

static bool
find_year(struct outcome_groups *g, struct rec *in, uint32_t *group)
{
	struct str text = rec_value(in, g->year_place);
	long day;

	if (date_parse(text, &day)) {
		*group = outcomes_group(g->o, (struct str){ text.p, YEAR });
		return true;
	}
	if (text.n == 0)
		rec_refuse(in, g->year_place, "required, but empty");
	return false;	/* what is no date has been refused as such */
}

bool
outcome_groups_find(struct outcome_groups *g, struct rec *in,
    uint32_t *group, uint32_t *call, uint32_t *lot)
{
	if (!find_lot(g, in, lot))
		return false;
	if (g->call_place != REC_NONE) {
		if (!find_call(g, in, g->call_place,
		    rec_value(in, g->call_place), call))
			return false;
	} else
		*call = *lot == OUTCOMES_NONE ? OUTCOMES_NONE :
		    g->lot[*lot].call;
	switch (g->how) {
	case OUTCOME_FIELD:
		*group = outcomes_group(g->o, rec_value(in, g->by_place));
		return true;
	case OUTCOME_YEAR:
		return find_year(g, in, group);
	case OUTCOME_FILE:
		*group = group_of_lot(g, *lot, *call);
		return true;
	default:
		*group = outcomes_group(g->o, STR(""));
		return true;
	}
}

void
outcome_groups_give(struct outcome_groups *g, uint32_t lot, int64_t amount)
{
	if (lot != OUTCOMES_NONE)
		g->lot[lot].given += amount;
}

int
outcome_groups_check(const struct outcome_groups *g)
{
	char given[24], budget[24];
	int status = 0;

	for (size_t i = 0; i < g->lots.count; i++) {
		const struct outcome_lot *l = &g->lot[i];

		if (l->budget == OUTCOMES_NO_SUM || l->given <= l->budget)
			continue;
		status = REFUSED;
		warn("lot '%.*s': awarded %.*s of a budget of %.*s",
		    STR_ARG(map_key(&g->lots, i)),
		    (int)decimal_format(given, l->given, TIYN), given,
		    (int)decimal_format(budget, l->budget, TIYN), budget);
	}
	return status;
}

int32_t
outcome_groups_announced(const struct outcome_groups *g, uint32_t call)
{
	return call == OUTCOMES_NONE ? OUTCOME_NO_DAY :
	    g->call[call].announced;
}

void
outcome_groups_free(struct outcome_groups *g)
{
	map_free(&g->lots);
	arena_reset(&g->run);
	free(g->lot);
	free(g->call);
}
