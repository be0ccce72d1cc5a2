#include "io/bench_rows.h"

#include <limits.h>

#include "civic/date.h"
#include "io/council_rows.h"
#include "io/out.h"

void
bench_rows_fields(bool explain)
{
	static const char *const rows[] = { "row", "level", "council",
		"person", "organisation", "origin", "votes", "admitted",
		"place", "members", "civil", "vacant", "places", "after",
		"after_civil", "share_holds", "size_holds", "reform", "ends",
		"reform_from", "reasons", "cite" };
	static const char *const verdicts[] = { "level", "council", "person",
		"rule", "verdict", "detail", "cite", "law" };

	for (size_t i = 0; !explain && i < sizeof(rows) / sizeof(*rows); i++)
		out_field(rows[i]);
	for (size_t i = 0; explain &&
	    i < sizeof(verdicts) / sizeof(*verdicts); i++)
		out_field(verdicts[i]);
}

/* Why a verdict is not yes. */
static void
add_detail(struct buf *out, const struct benches *b,
    const struct benches_candidate *c, enum candidate_rule rule)
{
	static const char *const why[CANDIDATE_RULES] = {
		[CANDIDATE_RESIDENT] = "does not live there for good",
		[CANDIDATE_CONVICTED] = "has a conviction that is not spent",
		[CANDIDATE_CORRUPT] = "was found guilty of corruption",
		[CANDIDATE_SERVANT] = "is a civil servant",
		[CANDIDATE_WORKING_GROUP] = "is of the working group",
		[CANDIDATE_MEMBER] = "sits in this council already",
	};
	long born = c->facts.born;
	char date[11];

	if (c->verdict[rule] < CANDIDATE_OPEN)
		return;
	switch (rule) {
	case CANDIDATE_PAPERS:
		buf_printf(out, "not handed in: %.*s", STR_ARG(c->missing));
		return;
	case CANDIDATE_ORGANISATION:
		buf_printf(out, "%.*s%s%.*s", STR_ARG(c->bin),
		    c->bin.n > 0 ? ": " : "", STR_ARG(c->status));
		return;
	case CANDIDATE_ONE_COUNCIL:
		buf_printf(out, "sits in %ld other council%s of the republic",
		    c->facts.councils, c->facts.councils == 1 ? "" : "s");
		return;
	case CANDIDATE_TERMS:
		buf_printf(out, "has had %ld term%s in a row", c->facts.terms,
		    c->facts.terms == 1 ? "" : "s");
		return;
	default:
		break;
	}
	if (c->verdict[rule] == CANDIDATE_OPEN)
		buf_add(out, STR("not declared"));
	else if (rule == CANDIDATE_AGE) {
		date_format(date_add_months(born, 12 * b->stand->years),
		    date);
		buf_printf(out, "is %d on %s", b->stand->years, date);
	} else
		buf_add(out, str_of(why[rule]));
}

static void
separate(struct buf *out)
{
	if (out->n > 0)
		buf_add(out, STR("; "));
}

/* Why somebody who is admitted has no place. */
static void
add_place(struct buf *out, const struct benches *b,
    const struct benches_candidate *c)
{
	if (c->admitted != CANDIDATE_YES || c->slate.place == SLATE_CHOSEN)
		return;
	separate(out);
	switch (c->slate.place) {
	case SLATE_UNVOTED:
		buf_printf(out, "reserve %.*s: no votes are counted",
		    STR_ARG(b->stand->reserve));
		break;
	case SLATE_ORGANISATION:
		buf_printf(out, "one_seat %.*s: the organisation has its seat",
		    STR_ARG(b->law->cite[COUNCIL_ONE_SEAT]));
		break;
	case SLATE_SHARE:
		buf_printf(out, "share %.*s: civil society would have less "
		    "than %ld/%ld", STR_ARG(b->law->cite[COUNCIL_SHARE]),
		    b->law->part, b->law->whole);
		break;
	case SLATE_TIE:
		buf_printf(out, "reserve %.*s: as many votes as another, "
		    "undecided", STR_ARG(b->stand->reserve));
		break;
	default:
		buf_printf(out, "reserve %.*s: no place is left",
		    STR_ARG(b->stand->reserve));
		break;
	}
}

static void
add_reasons(struct buf *out, const struct benches *b,
    const struct benches_candidate *c)
{
	for (enum candidate_rule i = 0; i < CANDIDATE_RULES; i++)
		if (c->verdict[i] >= CANDIDATE_OPEN) {
			separate(out);
			buf_printf(out, "%s %.*s: ", candidate_rule_name(i),
			    STR_ARG(b->stand->cite[i]));
			add_detail(out, b, c, i);
		}
	add_place(out, b, c);
}

static void
put_text(struct buf *text)
{
	out_value(buf_str(text));
	buf_clear(text);
}

static void
put_empty(int count)
{
	while (count-- > 0)
		out_text("");
}

static const char *
place_name(const struct benches_candidate *c)
{
	if (c->admitted != CANDIDATE_YES)
		return "";
	return c->slate.place == SLATE_CHOSEN ? "chosen" :
	    c->slate.place == SLATE_TIE ? "tie" : "reserve";
}

static void
put_candidate(const struct benches *b, const struct bench *bench,
    const struct benches_candidate *c, struct buf *text)
{
	out_text("candidate");
	out_value(b->law->level_name[bench->level]);
	out_value(bench->name);
	out_value(c->person);
	out_value(c->bin.n > 0 ? c->bin : c->organisation);
	out_value(c->origin);
	if (c->slate.votes >= 0)
		out_number(c->slate.votes);
	else
		out_text("");
	out_text(candidate_verdict_name(c->admitted));
	out_text(place_name(c));
	put_empty(11);
	add_reasons(text, b, c);
	put_text(text);
	for (enum candidate_rule i = 0; i < CANDIDATE_RULES; i++)
		if (c->verdict[i] != CANDIDATE_NONE)
			buf_printf(text, "%s %.*s; ", candidate_rule_name(i),
			    STR_ARG(b->stand->cite[i]));
	buf_add(text, b->law->name);
	put_text(text);
	out_end();
}

/* What the council will be, when the chosen have their seats. */
static struct council_state
after(const struct benches *b, const struct bench *bench)
{
	struct council_state s = { .began = b->day, .ends = SEATS_OPEN };

	s.members = bench->slate.members + bench->slate.chosen;
	s.civil = bench->slate.civil + bench->slate.chosen_civil;
	s.vacant = bench->places - bench->slate.chosen;
	council_judge(b->law, &b->law->level[bench->level], b->day, &s);
	return s;
}

static void
put_day(long day)
{
	char date[11] = "";

	if (day >= DATE_MIN && day <= DATE_MAX)
		date_format(day, date);
	out_text(date);
}

static void
add_council(struct buf *out, const struct benches *b,
    const struct bench *bench)
{
	const struct council_state *s = bench->composition == NULL ? NULL :
	    &bench->composition->state;
	long left = bench->places - bench->slate.chosen;

	if (s == NULL || s->lapsed > 0) {
		separate(out);
		buf_printf(out, "reform %.*s: nobody has a seat, form anew "
		    "now", STR_ARG(b->law->cite[COUNCIL_REFORM]));
	}
	if (bench->anew && bench->places == 0) {
		separate(out);
		buf_add(out, STR("how many seats it is to have is not known; "
		    "give --places"));
	}
	if (left > 0 && b->stand->reserve.n > 0) {
		separate(out);
		buf_printf(out, "reserve %.*s: %ld place%s left to %s",
		    STR_ARG(b->stand->reserve), left, left == 1 ? "" : "s",
		    bench->anew ? "fill" : "an extra competition");
	}
}

static void
put_council(const struct benches *b, const struct bench *bench,
    struct council_rows *r)
{
	static const struct council_state none = { .lapsed = 1 };
	const struct council_state *s = bench->composition == NULL ? &none :
	    &bench->composition->state;
	struct council_state then = after(b, bench);
	bool any = then.members > 0;

	out_text("council");
	out_value(b->law->level_name[bench->level]);
	out_value(bench->name);
	put_empty(6);
	out_number(s->members);
	out_number(s->civil);
	out_number(s->vacant);
	out_number(bench->places);
	out_number(then.members);
	out_number(then.civil);
	out_text(any ? council_verdict_name(then.verdict[COUNCIL_SHARE]) : "");
	out_text(bench->anew && bench->places == 0 ? "" :
	    council_verdict_name(then.verdict[COUNCIL_SIZE]));
	out_text(council_rows_reform(s));
	put_day(bench->composition == NULL ? LONG_MAX : s->ends);
	put_day(bench->composition == NULL ? LONG_MAX : s->reform);
	if (bench->composition != NULL)
		council_rows_reasons(r, bench->composition);
	add_council(&r->text, b, bench);
	put_text(&r->text);
	for (enum council_rule i = 0; i < COUNCIL_RULES; i++)
		if (s->verdict[i] != COUNCIL_NONE ||
		    (any && then.verdict[i] != COUNCIL_NONE))
			buf_printf(&r->text, "%s %.*s; ", council_rule_name(i),
			    STR_ARG(b->law->cite[i]));
	buf_add(&r->text, b->law->name);
	put_text(&r->text);
	out_end();
}

bool
bench_rows_print(const struct benches *b, const struct bench *bench)
{
	struct council_rows r = { .law = b->law };
	bool decided = true;

	for (size_t i = 0; i < bench->count; i++) {
		put_candidate(b, bench, bench->candidate[i], &r.text);
		decided = decided &&
		    bench->candidate[i]->slate.place != SLATE_TIE;
	}
	put_council(b, bench, &r);
	buf_free(&r.text);
	return decided;
}

void
bench_rows_explain(const struct benches *b, const struct bench *bench)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < bench->count; i++) {
		const struct benches_candidate *c = bench->candidate[i];

		for (enum candidate_rule k = 0; k < CANDIDATE_RULES; k++) {
			if (c->verdict[k] == CANDIDATE_NONE)
				continue;
			out_value(b->law->level_name[bench->level]);
			out_value(bench->name);
			out_value(c->person);
			out_text(candidate_rule_name(k));
			out_text(candidate_verdict_name(c->verdict[k]));
			add_detail(&text, b, c, k);
			put_text(&text);
			out_value(b->stand->cite[k]);
			out_value(b->law->name);
			out_end();
		}
	}
	buf_free(&text);
}
