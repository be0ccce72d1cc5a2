#include "civic/eligibility_card.h"

static bool
is_among(const struct eligibility_rule *r, struct str code)
{
	for (size_t i = 0; i < r->codes; i++)
		if (str_eq(r->code[i], code))
			return true;
	return false;
}

/* A code that is not known is neither allowed nor shown not to be denied. */
static bool
allows(const struct eligibility_rule *r, const char *what, struct str code,
    struct buf *found)
{
	bool allowed;

	if (code.n == 0) {
		buf_printf(found, "%s not known", what);
		return false;
	}
	allowed = is_among(r, code) != r->denies;
	buf_printf(found, "%s %.*s%s", what, STR_ARG(code),
	    allowed ? "" : " is not allowed");
	return allowed;
}

static bool
check_founder(const struct eligibility_card *card, struct buf *found)
{
	buf_add(found, card->state_founder ?
	    STR("a company of the state, or an affiliate of one") :
	    STR("no company of the state"));
	return !card->state_founder;
}

static void
say_filing(const struct filing *f, struct buf *found)
{
	buf_printf(found, "information for %d ", f->year);
	switch (f->status) {
	case FILING_ON_TIME:
		buf_add(found, STR("filed on time"));
		break;
	case FILING_LATE:
		buf_printf(found, "filed %ld day%s late", f->late,
		    f->late == 1 ? "" : "s");
		break;
	case FILING_MISSING:
		buf_printf(found, "not filed, %ld day%s after its last day",
		    f->late, f->late == 1 ? "" : "s");
		break;
	case FILING_OPEN:
		buf_add(found, STR("not due yet"));
		break;
	}
}

static bool
check_filed(const struct eligibility_rule *r,
    const struct eligibility_card *card, struct buf *found)
{
	const struct filing_case *c = filing_case(r->filing,
	    &card->subject);
	struct filing f;

	if (c == NULL || c->duty == FILING_UNCLEAR) {
		buf_add(found, STR("not clear whether it must file"));
		return false;
	}
	if (c->duty == FILING_EXEMPT) {
		buf_printf(found, "need not file: %.*s", STR_ARG(c->why));
		return is_among(r, filing_duty_name(FILING_EXEMPT));
	}
	f = filing_judge(r->filing, &card->subject, card->today);
	say_filing(&f, found);
	return is_among(r, filing_status_name(f.status));
}

bool
eligibility_card_makes(const struct eligibility_rule *r,
    const struct eligibility_card *card, struct buf *found)
{
	if (r->check == ELIGIBILITY_REGISTERED || !card->known) {
		buf_add(found, card->known ? STR("in the register") :
		    STR("not in the register"));
		return card->known;
	}
	switch (r->check) {
	case ELIGIBILITY_STATUS:
		return allows(r, "status", card->status, found);
	case ELIGIBILITY_FORM:
		return allows(r, "form", card->form, found);
	case ELIGIBILITY_STATE_FOUNDER:
		return check_founder(card, found);
	default:
		return check_filed(r, card, found);
	}
}
