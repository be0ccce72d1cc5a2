/* ngo-register: take cards of NGOs into the register, say how they stand. */

#include "base/arena.h"
#include "base/buf.h"
#include "base/die.h"
#include "base/options.h"
#include "civic/date.h"
#include "civic/filing.h"
#include "io/filing_rules.h"
#include "io/kind.h"
#include "io/ngo_intake.h"
#include "io/out.h"
#include "io/rec.h"
#include "io/reg.h"
#include "io/today.h"

static const char *file, *rules = "ngo-filing", *date, *who, *rejects;
static bool dry_run, keep;

static const struct option_line options[] = {
	{ 'R', "register", "file", "the register", .text = &file },
	{ 'r', "rules", "rules", "who must file, and by what day",
	    .text = &rules },
	{ 'd', "date", "date", "the day that counts as today", .text = &date },
	{ 'w', "who", "name", "who does it, for the journal (the login name)",
	    .text = &who },
	{ 'x', "rejects", "file", "keep refused cards in file",
	    .text = &rejects },
	{ 'k', "keep", NULL, "register the good cards when some are refused",
	    .flag = &keep },
	{ 'n', "dry-run", NULL, "say what would be done, and do nothing",
	    .flag = &dry_run },
	{ 0 }
};

const struct program program = { "ngo-register", "[file ...]",
	"take cards of NGOs into the register, say how they stand", options,
	NULL };

static struct arena run;

static void
print_header(void)
{
	static const char *const fields[] = { "bin", "action", "status",
		"duty", "late_days", "year", "due", "twin", "parent", "why",
		"cite" };

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		out_field(fields[i]);
}

static void
print_filing(const struct filing *f)
{
	char due[11];

	date_format(f->due, due);
	out_value(filing_status_name(f->status));
	out_value(filing_duty_name(FILING_MUST));
	if (f->status == FILING_OPEN)
		out_text("");
	else
		out_number(f->late);
	out_number(f->year);
	out_text(due);
}

static void
print_card(const struct ngo_intake_card *c)
{
	const struct filing_case *rule = c->rule;

	out_value(c->bin);
	out_text(reg_action_name(c->action));
	if (rule != NULL && rule->duty == FILING_MUST)
		print_filing(&c->filing);
	else {
		out_text(rule != NULL ? "none" : "unclear");
		out_value(filing_duty_name(rule != NULL ? rule->duty :
		    FILING_UNCLEAR));
		for (size_t i = 0; i < 3; i++)
			out_text("");
	}
	out_value((struct str){ c->twin, c->twin[0] == '\0' ? 0 :
	    NGO_BIN_SIZE });
	out_value(c->parent);
	out_value(rule != NULL ? rule->why :
	    STR("no form is given that a rule names"));
	out_value(rule != NULL ? rule->cite : STR(""));
	out_end();
}

/* The register is not kept from others before there is a card. */
static void
take_all(struct reg *reg, const struct schema *schema, struct rec *in,
    const struct filing_rules *duty, long day)
{
	struct ngo_intake *intake = ngo_intake_open(&run, schema, in);
	struct ngo_intake_card card;
	bool begun = false;

	while (rec_next(in)) {
		if (!begun) {
			reg_begin(reg, who);
			ngo_intake_begin(intake, reg);
			begun = true;
		}
		if (ngo_intake_take(intake, duty, day, &card))
			print_card(&card);
	}
	ngo_intake_close(intake);
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	long day = today(date);
	const struct schema *schema = kind_schema(&run, "ngo");
	const struct filing_rules *duty = filing_rules_read(&run, rules,
	    schema, day);
	struct rec *in = rec_open(files);
	struct reg *reg;
	size_t refused;
	int status;

	kind_no_other(schema, in);
	rec_keep_refused(in, rejects);
	reg = reg_open(file, REG_WRITE);
	if (dry_run)
		reg_rehearse(reg);
	print_header();
	out_hold();
	take_all(reg, schema, in, duty, day);
	refused = rec_refused(in);
	/* What is refused is safely kept before the others are registered. */
	status = rec_close(in);
	if (dry_run || (refused > 0 && !keep))
		reg_rollback(reg);
	else
		reg_commit(reg);
	reg_close(reg);
	if (refused > 0 && !keep)
		die("%zu refused: nothing was put into the register "
		    "(-k puts the others)", refused);
	return out_finish(status);
}
