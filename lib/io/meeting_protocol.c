#include "base/buf.h"
#include "io/meeting_protocol.h"
#include "io/meeting_rows.h"
#include "io/out.h"

void
meeting_protocol_fields(void)
{
	static const char *const fields[] = { "part", "council", "meeting",
		"what", "value", "detail", "cite" };

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		out_field(fields[i]);
}

/* The detail is emptied. */
static void
put(const struct meeting *one, const char *part, struct str what,
    const char *value, struct buf *detail, struct str cite)
{
	out_text(part);
	out_value(one->council);
	out_raw(one->no);
	out_value(what);
	out_text(value);
	out_value(buf_str(detail));
	out_value(cite);
	out_end();
	buf_clear(detail);
}

static void
put_meeting(const struct meeting *one, const struct rec *in)
{
	for (size_t i = 0; i < rec_count(in); i++) {
		out_text("meeting");
		out_value(one->council);
		out_raw(one->no);
		out_value(rec_name(in, i));
		out_raw(one->raw[i]);
		out_text("");
		out_text("");
		out_end();
	}
}

static void
put_members(const struct meeting *one, struct buf *text)
{
	for (size_t i = 0; i < one->names; i++) {
		const struct meetings_member *k = &one->named[i];

		put(one, "member", k->name, k->present ? "present" :
		    k->excused ? "excused" : "absent", text, STR(""));
	}
}

static void
put_votes(const struct meetings *m, const struct meeting *one,
    struct buf *text)
{
	static const char *const carried[] = {
		[MEETING_YES] = "carried",
		[MEETING_OPEN] = "open",
		[MEETING_NO] = "not carried",
	};

	for (size_t i = 0; i < one->votes; i++) {
		const struct meetings_vote *v = &one->vote[i];
		bool quorum = one->verdict[MEETING_QUORUM] != MEETING_NO;
		struct str cite = quorum ? STR("") :
		    one->law->cite[MEETING_QUORUM];

		put(one, "item", v->item, "", (buf_add(text, v->title), text),
		    STR(""));
		meeting_rows_vote(text, m, one, v);
		if (quorum && one->law->majorities > 0)
			cite = one->law->majority[v->majority].cite;
		put(one, "vote", v->item, carried[v->carried], text, cite);
	}
}

static void
put_faults(const struct meetings *m, const struct meeting *one,
    struct buf *text)
{
	for (enum meeting_rule i = 0; i < MEETING_RULES; i++) {
		if (i == MEETING_QUORUM || one->verdict[i] < MEETING_OPEN)
			continue;
		meeting_rows_detail(text, m, one, i);
		put(one, "fault", str_of(meeting_rule_name(i)),
		    meeting_verdict_name(one->verdict[i]), text,
		    one->law->cite[i]);
	}
}

void
meeting_protocol_print(const struct meetings *m, const struct meeting *one,
    const struct rec *in)
{
	struct buf text = { 0 };

	put_meeting(one, in);
	put_members(one, &text);
	if (one->verdict[MEETING_QUORUM] != MEETING_NONE) {
		meeting_rows_detail(&text, m, one, MEETING_QUORUM);
		put(one, "quorum", STR("quorum"), meeting_verdict_name(
		    one->verdict[MEETING_QUORUM]), &text,
		    one->law->cite[MEETING_QUORUM]);
	}
	put_votes(m, one, &text);
	put_faults(m, one, &text);
	buf_free(&text);
}
