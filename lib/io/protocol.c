#include "base/buf.h"
#include "civic/award_reason.h"
#include "civic/award_vote.h"
#include "io/out.h"
#include "io/protocol.h"

/* A record of the protocol; what is not there is empty. */
struct line {
	const char *part;
	struct str lot, application, expert, what, value;
	int64_t amount;
	struct str detail, cite;
};

struct writer {
	const struct sitting *s;
	const struct award *award;
	struct buf text;
	bool decided;		/* all, so far */
};

void
protocol_fields(void)
{
	static const char *const name[] = { "part", "lot", "application",
		"expert", "what", "value", "amount", "detail", "cite" };

	for (size_t i = 0; i < sizeof(name) / sizeof(*name); i++)
		out_field(name[i]);
}

static void
print(const struct line *l)
{
	out_text(l->part);
	out_value(l->lot);
	out_value(l->application);
	out_value(l->expert);
	out_value(l->what);
	out_value(l->value);
	if (l->amount > 0)
		out_decimal(l->amount, 2);
	else
		out_text("");
	out_value(l->detail);
	out_value(l->cite);
	out_end();
}

static void
print_sitting(const struct sitting *s)
{
	for (size_t i = 0; i < s->schema->count; i++)
		print(&(struct line){ .part = "sitting",
			.what = s->schema->field[i].name,
			.value = s->value[i] });
}

static void
print_members(const struct commission *c)
{
	static const struct str seat[] = {
		[COMMISSION_UNNAMED] = { "absent", 6 },
		[COMMISSION_PRESENT] = { "present", 7 },
		[COMMISSION_REMOTE] = { "remote", 6 },
		[COMMISSION_ABSENT] = { "absent", 6 },
	};

	for (size_t i = 0; i < c->experts; i++) {
		const struct commission_expert *e = &c->expert[i];

		if (e->member)
			print(&(struct line){ .part = "member", .expert = e->id,
				.what = e->name, .value = seat[e->seat],
				.detail = e->seat == COMMISSION_UNNAMED ?
				    STR("the attendance does not name the "
				    "member") : STR("") });
	}
}

static struct str
number(struct writer *w, size_t n)
{
	buf_clear(&w->text);
	buf_printf(&w->text, "%zu", n);
	return buf_str(&w->text);
}

/* Whether there is a quorum, with both sides of the comparison. */
static bool
print_quorum(struct writer *w)
{
	const struct commission *c = &w->s->commission;
	const struct award_share share = w->award->rules->quorum;
	size_t members = commission_members(c), present = commission_sitting(c);
	bool holds = award_vote_quorum(share, members, present);
	struct line line = { .part = "quorum", .what = STR("members") };

	line.value = number(w, members);
	print(&line);
	line.what = STR("present");
	line.value = number(w, present);
	print(&line);
	line.what = STR("needed");
	line.value = number(w, award_vote_needed(share, members));
	print(&line);
	line.what = STR("quorum");
	line.value = holds ? STR("yes") : STR("no");
	line.cite = w->award->rules->cite[AWARD_QUORUM];
	buf_clear(&w->text);
	buf_printf(&w->text, "%lld x %zu = %lld %s %lld x %zu = %lld",
	    (long long)share.parts, present,
	    (long long)share.parts * (long long)present, holds ? ">=" : "<",
	    (long long)share.of, members,
	    (long long)share.of * (long long)members);
	line.detail = buf_str(&w->text);
	print(&line);
	return holds;
}

static void
print_conflicts(struct writer *w, const struct award_bid *bid)
{
	const struct sitting *s = w->s;

	for (size_t i = 0; i < s->conflicts; i++) {
		const struct sitting_conflict *f = &s->conflict[i];
		const struct commission_expert *e =
		    &s->commission.expert[f->expert];

		buf_clear(&w->text);
		if (!f->declared)
			buf_add(&w->text, STR("belongs to the applicant, "
			    "not declared: "));
		buf_add(&w->text, f->why);
		print(&(struct line){ .part = "conflict",
			.lot = w->award->lot[bid[f->bid].lot].id,
			.application = bid[f->bid].name, .expert = e->id,
			.what = e->name, .value = e->member ? STR("recused") :
			STR("not a member"), .detail = buf_str(&w->text) });
	}
}

/* Applications over which every member is in conflict. */
static void
print_everybody(struct writer *w, const struct award_bid *bid, size_t count)
{
	const struct sitting *s = w->s;
	size_t members = commission_members(&s->commission);
	uint32_t *in_conflict;
	struct arena a = { 0 };

	in_conflict = arena_array(&a, count, sizeof(*in_conflict));
	for (size_t i = 0; i < s->conflicts; i++)
		in_conflict[s->conflict[i].bid] +=
		    s->commission.expert[s->conflict[i].expert].member;
	for (size_t b = 0; b < count; b++)
		if (in_conflict[b] == members)
			print(&(struct line){ .part = "conflict",
				.lot = w->award->lot[bid[b].lot].id,
				.application = bid[b].name,
				.value = STR("everybody"),
				.detail = STR("every member is in conflict: "
				    "a superior body must decide") });
	arena_reset(&a);
}

static void
print_ballots(const struct writer *w, size_t lot)
{
	static const struct str ballot[] = {
		[COMMISSION_SILENT] = { "none", 4 },
		[COMMISSION_FOR] = { "for", 3 },
		[COMMISSION_AGAINST] = { "against", 7 },
		[COMMISSION_ABSTAINED] = { "abstained", 9 },
	};
	const struct commission *c = &w->s->commission;

	for (size_t i = 0; i < c->experts; i++)
		if (c->expert[i].member && commission_sits(&c->expert[i]))
			print(&(struct line){ .part = "vote",
				.lot = w->award->lot[lot].id,
				.expert = c->expert[i].id,
				.what = c->expert[i].name,
				.value = commission_votes(c, lot, i) ?
				ballot[commission_part(c, lot, i)->ballot] :
				STR("recused") });
}

/* Whether the vote carries the decisions of a lot. */
static bool
print_vote(struct writer *w, size_t lot)
{
	struct commission_tally t = commission_tally(&w->s->commission, lot);
	const struct award_share share = w->award->rules->majority;
	bool carried = award_vote_carried(share, t.in_favour, t.voters);
	struct line line = { .part = "vote", .lot = w->award->lot[lot].id,
		.what = STR("result"),
		.value = carried ? STR("carried") : STR("not carried"),
		.cite = w->award->rules->cite[AWARD_VOTE] };

	print_ballots(w, lot);
	buf_clear(&w->text);
	if (t.voters == 0)
		buf_printf(&w->text, "everybody %s is in conflict: a superior "
		    "body must decide", t.recused == t.members ? "who is a "
		    "member" : "who sits");
	else
		buf_printf(&w->text, "%zu for, %zu against, %zu abstained, "
		    "%zu without a vote; %lld x %zu %s %lld x %zu",
		    t.in_favour, t.against, t.abstained, t.silent,
		    (long long)share.parts, t.in_favour, carried ? ">" : "<=",
		    (long long)share.of, t.voters);
	line.detail = buf_str(&w->text);
	print(&line);
	return carried;
}

static void
print_decision(struct writer *w, const struct award_bid *bid, bool carried)
{
	struct line line = { .part = "decision",
		.lot = w->award->lot[bid->lot].id, .application = bid->name,
		.what = bid->bin, .value = STR("none"),
		.detail = STR("the vote has not carried it"),
		.cite = w->award->rules->cite[AWARD_VOTE] };

	if (carried) {
		buf_clear(&w->text);
		award_reason(w->award, bid, &w->text);
		line.value = award_reason_decision(bid);
		line.amount = bid->amount;
		line.detail = buf_str(&w->text);
		line.cite = award_reason_cite(w->award, bid);
	}
	print(&line);
}

/* Lot by lot, as they were announced. */
static void
print_lots(struct writer *w, struct award_bid *const *order, size_t count)
{
	for (size_t lot = 0; lot < w->award->lots; lot++) {
		bool carried = print_vote(w, lot);

		w->decided = w->decided && carried;
		for (size_t i = 0; i < count; i++)
			if (order[i]->lot == lot)
				print_decision(w, order[i], carried);
	}
}

bool
protocol_print(const struct sitting *s, const struct award *award,
    const struct award_bid *bid, struct award_bid *const *order, size_t count)
{
	struct writer w = { .s = s, .award = award,
		.decided = !award->undecided };

	print_sitting(s);
	print_members(&s->commission);
	if (print_quorum(&w)) {
		print_conflicts(&w, bid);
		print_everybody(&w, bid, count);
		print_lots(&w, order, count);
	} else {
		w.decided = false;
		print(&(struct line){ .part = "decision",
			.value = STR("none"),
			.detail = STR("without a quorum nothing is decided"),
			.cite = award->rules->cite[AWARD_QUORUM] });
	}
	buf_free(&w.text);
	return w.decided;
}
