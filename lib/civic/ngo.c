#include "civic/ngo.h"

#include "civic/bin_number.h"
#include "civic/date.h"

const char *
ngo_field_name(enum ngo_field field)
{
	static const char *const name[NGO_FIELDS] = { "bin", "form", "status",
		"registered_on", "parent", "state_founder", "endowment",
		"filed_on", "filed_for" };

	return name[field];
}

static int
year_of(long day)
{
	int year, month, dom;

	date_split(day, &year, &month, &dom);
	return year;
}

static long
day_or_never(struct ngo_card *card, enum ngo_field field)
{
	long day = FILING_NEVER;

	if (card->value[field].n > 0 && !date_parse(card->value[field], &day))
		card->badly_written = true;
	return day;
}

static bool
is_yes(const struct ngo_card *card, enum ngo_field field)
{
	return str_eq(card->value[field], STR("yes"));
}

/* No organisation's registration is older than the law it stands on. */
#define REGISTERED_MIN 1991

static int
two_digits(struct str s, size_t at)
{
	return (s.p[at] - '0') * 10 + (s.p[at + 1] - '0');
}

/* The year in the first two digits of a good BIN, in the century that fits. */
static int
year_of_bin(struct str bin, long today)
{
	int now = year_of(today);
	int year = now - now % 100 + two_digits(bin, 0);

	return year > now && year - 100 >= REGISTERED_MIN ? year - 100 : year;
}

/* The months since the year 0. */
static int
month_of(long day)
{
	int year, month, dom;

	date_split(day, &year, &month, &dom);
	return year * 12 + month;
}

void
ngo_read(struct ngo_card *card, long today)
{
	struct filing_subject *s = &card->subject;
	struct str bin = card->value[NGO_BIN];
	struct str filed_for = card->value[NGO_FILED_FOR];
	bool good = bin_number_check(bin) == BIN_GOOD;
	long year = 0;

	*s = (struct filing_subject){ .form = card->value[NGO_FORM] };
	card->badly_written = !good;
	card->registered_on = day_or_never(card, NGO_REGISTERED_ON);
	s->filed_on = day_or_never(card, NGO_FILED_ON);
	if (filed_for.n > 0 && !str_number(filed_for, 1, 9998, &year))
		card->badly_written = true;
	s->filed_for = (int)year;
	s->state_founder = is_yes(card, NGO_STATE_FOUNDER);
	s->endowment = is_yes(card, NGO_ENDOWMENT);
	if (good) {
		s->branch = bin_number_attribute(bin) == BIN_BRANCH ||
		    bin_number_attribute(bin) == BIN_OFFICE;
		s->registered = year_of_bin(bin, today);
	}
	if (card->registered_on != FILING_NEVER)
		s->registered = year_of(card->registered_on);
}

/* A filing for a year in which there was no organisation. */
static struct ngo_fault
before_registered(const struct ngo_card *card)
{
	bool said = card->subject.filed_for != 0;
	bool by_bin = card->registered_on == FILING_NEVER;

	if (said)
		return (struct ngo_fault){ NGO_FILED_FOR, by_bin ?
			"a year before that of the BIN" :
			"a year before registered_on" };
	return (struct ngo_fault){ NGO_FILED_ON, by_bin ?
		"files for the year before it, which is before the BIN's" :
		"files for the year before it, which is before registered_on" };
}

static size_t
check_filing(const struct ngo_card *card, long today, struct ngo_fault *fault)
{
	const struct filing_subject *s = &card->subject;
	long registered = card->registered_on;
	bool too_early;
	size_t n = 0;

	if (s->filed_on == FILING_NEVER) {
		if (s->filed_for != 0)
			fault[n++] = (struct ngo_fault){ NGO_FILED_FOR,
				"a year, but filed_on is empty" };
		return n;
	}
	if (s->filed_on > today)
		fault[n++] = (struct ngo_fault){ NGO_FILED_ON,
			"after today" };
	too_early = registered != FILING_NEVER && s->filed_on < registered;
	if (too_early)
		fault[n++] = (struct ngo_fault){ NGO_FILED_ON,
			"before registered_on" };
	if (s->filed_for >= year_of(s->filed_on))
		fault[n++] = (struct ngo_fault){ NGO_FILED_FOR,
			"a year that was not over on filed_on" };
	if (filing_year(s) < s->registered &&
	    (s->filed_for != 0 || !too_early))
		fault[n++] = before_registered(card);
	return n;
}

size_t
ngo_check(const struct ngo_card *card, long today,
    struct ngo_fault fault[NGO_FAULTS_MAX])
{
	size_t n = 0;

	if (str_eq(card->value[NGO_STATUS], STR("no-bin")))
		fault[n++] = (struct ngo_fault){ NGO_STATUS,
			"not of a card with a BIN" };
	if (card->registered_on != FILING_NEVER && card->registered_on > today)
		fault[n++] = (struct ngo_fault){ NGO_REGISTERED_ON,
			"after today" };
	if (card->value[NGO_PARENT].n > 0 &&
	    str_eq(card->value[NGO_PARENT], card->value[NGO_BIN]))
		fault[n++] = (struct ngo_fault){ NGO_PARENT,
			"the organisation itself" };
	return n + check_filing(card, today, fault + n);
}

const char *
ngo_doubt(const struct ngo_card *card, long today)
{
	struct str bin = card->value[NGO_BIN];
	int month = year_of_bin(bin, today) * 12 + two_digits(bin, 2);

	if (bin_number_type(bin) == BIN_JOINT ||
	    bin_number_attribute(bin) >= BIN_FARM)
		return "its digits 5 and 6 are those of entrepreneurs or farms";
	if (month > month_of(today))
		return "its year and month are after today";
	if (card->registered_on != FILING_NEVER &&
	    month != month_of(card->registered_on))
		return "its year and month are not those of registered_on";
	return NULL;
}
