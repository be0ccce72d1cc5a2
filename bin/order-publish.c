/* order-publish: publish awards, contracts and payments as open data. */

#include "base/arena.h"
#include "base/choice.h"
#include "base/die.h"
#include "base/options.h"
#include "io/out.h"
#include "io/publish.h"
#include "io/publish_360.h"
#include "io/publish_ocds.h"
#include "io/today.h"

static const char *rules, *day_text, *prefix, *reg, *rejects;
static struct publish_files files;
static const struct option_line options[] = {
	{ 'r', "rules", "publish", "who publishes: a rule file",
	    .text = &rules, .required = true },
	{ 'd', "date", "date", "the day of publication",
	    .text = &day_text },
	{ 'p', "prefix", "prefix", "what identifiers start with, as it was "
	    "registered: ocds-xxxxxx, 360G-xxxx", .text = &prefix },
	{ 'R', "register", "file", "take the names of NGOs from this register",
	    .text = &reg },
	{ 0, "calls", "file", "the calls", .text = &files.calls },
	{ 0, "lots", "file", "the lots", .text = &files.lots },
	{ 0, "applications", "file", "the applications",
	    .text = &files.applications },
	{ 0, "contracts", "file", "the contracts", .text = &files.contracts },
	{ 0, "milestones", "file", "the milestones of the contracts",
	    .text = &files.milestones },
	{ 0, "payments", "file", "the payments under the contracts",
	    .text = &files.payments },
	{ 'x', "rejects", "file", "keep refused decisions in file",
	    .text = &rejects },
	{ 0 }
};
const struct program program = { "order-publish",
	"ocds|360giving [file ...]",
	"publish awards, contracts and payments as open data", options,
	"ocds 360giving" };

/* Small letters and digits. */
static bool
is_code(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!(s.p[i] >= 'a' && s.p[i] <= 'z') &&
		    !(s.p[i] >= '0' && s.p[i] <= '9'))
			return false;
	return true;
}

/* ocds- and the six signs that a publisher is given; or 360G- and a word. */
static struct str
read_prefix(bool ocds)
{
	struct str s = str_of(prefix != NULL ? prefix : "");
	struct str rest = { s.p + 5, s.n < 5 ? 0 : s.n - 5 };

	if (ocds && s.n == 0)
		die("ocds needs the prefix that was registered for you: "
		    "--prefix ocds-xxxxxx");
	if (ocds && (!str_starts(s, STR("ocds-")) || rest.n != 6 ||
	    !is_code(rest)))
		die("--prefix: not ocds- and six small letters or digits: "
		    "'%s'", prefix);
	if (!ocds && s.n > 0 && (!str_starts(s, STR("360G-")) || rest.n == 0))
		die("--prefix: not 360G- and a word: '%s'", prefix);
	return s;
}

int
main(int argc, char *argv[])
{
	static struct arena run;
	char **operands = options_parse(argc, argv);
	struct str format = str_of(operands[0] != NULL ? operands[0] : "");
	bool ocds = str_eq(format, STR("ocds")), any = true;
	struct publish p = { .run = &run, .day = today(day_text) };
	struct rec *in;
	int status;

	if (!ocds && !str_eq(format, STR("360giving")))
		choice_none("format", operands[0]);
	p.prefix = read_prefix(ocds);
	p.rules = publish_rules_read(&run, rules, p.day);
	in = rec_open(operands + 1);
	rec_keep_refused(in, rejects);
	publish_open(&p, &files, reg, in);
	if (ocds)
		publish_ocds_print(&p);
	else
		any = publish_360_print(&p);
	if (!any)
		warn("no grant; a file of 360Giving has at least one");
	status = publish_close(&p) | (any ? 0 : REFUSED);
	return out_finish(rec_close(in) | status);
}
