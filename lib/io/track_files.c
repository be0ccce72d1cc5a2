#include "io/track_files.h"

#include "io/calendar_rules.h"
#include "io/row.h"
#include "io/term_rules.h"

#define FIELDS(list) (sizeof(list) / sizeof(*(list)))
#define ANSWER_TERM "appeal"

/* "FILE" or "FILE:TERM"; a path may have colons before its last slash. */
static struct str
cut_term(struct str rules, struct str *term)
{
	*term = STR(ANSWER_TERM);
	for (size_t i = rules.n; i > 0 && rules.p[i - 1] != '/'; i--)
		if (rules.p[i - 1] == ':') {
			*term = (struct str){ rules.p + i, rules.n - i };
			return (struct str){ rules.p, i - 1 };
		}
	return rules;
}

static const struct terms_term *
read_term(struct arena *a, struct str file, struct str term)
{
	struct buf name = { 0 };
	const struct terms_term *t;

	buf_printf(&name, "%.*s:%.*s", STR_ARG(file), STR_ARG(term));
	t = term_rules_read(a, arena_string(a, buf_str(&name)));
	buf_free(&name);
	return t;
}

void
track_files_law(struct arena *a, struct track_law *law, const char *rules,
    long day)
{
	struct str term, file = cut_term(str_of(rules), &term);

	law->day = day;
	track_judge_open(a, law, read_term(a, file, term),
	    read_term(a, file, STR("forwarding")),
	    read_term(a, file, STR("extension-notice")),
	    calendar_rules_read(a, "calendar"));
}

static int32_t
day_of(const struct row *r, size_t field)
{
	return r->units[field] == ROW_EMPTY ? TRACK_NO_DAY :
	    (int32_t)r->units[field];
}

enum { ID, RECEIVED, BODY, TITLE, PROPOSAL_FIELDS };

/* A proposal whose term cannot be counted is told, and stays. */
static bool
check_day(const struct track_files *f, const struct row *r)
{
	struct terms_answer answer;
	struct buf why = { 0 };
	enum terms_fault fault;

	if (f->may_lack_days)
		return true;
	if (r->units[RECEIVED] == ROW_EMPTY) {
		rec_warn(r->in, r->place[RECEIVED], "no day of registration: "
		    "when its answer is due is not known");
		return false;
	}
	fault = terms_look(&f->law->answer, (long)r->units[RECEIVED],
	    &answer);
	if (fault == TERMS_GOOD)
		return true;
	terms_why(fault, f->law->answer.term, f->law->calendar, NULL, &why);
	rec_warn(r->in, r->place[RECEIVED], "%.*s: '%.*s'",
	    STR_ARG(buf_str(&why)), STR_ARG(r->text[RECEIVED]));
	buf_free(&why);
	return false;
}

static int
take_proposal(struct track_files *f, const struct row *r)
{
	size_t number = f->t->ids.count;

	if (track_add(f->t, r->text[ID], day_of(r, RECEIVED), r->text[BODY],
	    f->titles ? r->text[TITLE] : STR("")) != TRACK_FINE) {
		rec_refuse(r->in, r->place[ID], "stands twice: '%.*s'",
		    STR_ARG(r->text[ID]));
		return 0;
	}
	if (f->take != NULL)
		f->take(f->context, r->in, number);
	return check_day(f, r) ? 0 : REFUSED;
}

int
track_files_proposals(struct track_files *f, struct rec *in)
{
	struct row_field field[] = {
		[ID] = { "id", ROW_ID, ROW_VALUE },
		[RECEIVED] = { "received", ROW_DATE, f->may_lack_days ?
		    ROW_MAY_BE_MISSING : ROW_MAY_BE_EMPTY },
		[BODY] = { "body", ROW_ID, ROW_MAY_BE_MISSING },
		[TITLE] = { "title", ROW_TEXT, ROW_MAY_BE_MISSING },
	};
	struct row r;
	int status = 0;

	row_open(&r, in, field, FIELDS(field));
	rec_keep_refused(in, f->rejects);
	f->titled = f->titles && r.place[TITLE] != REC_NONE;
	while (rec_next(in)) {
		if (row_read(&r))
			status |= take_proposal(f, &r);
		else
			track_refuse(f->t, r.text[ID]);
	}
	f->refused = rec_refused(in);
	return rec_close(in) | status;
}

