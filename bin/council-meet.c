/* council-meet: whether meetings of public councils were held by the law. */

#include "base/die.h"
#include "base/options.h"
#include "io/meeting_protocol.h"
#include "io/meeting_rows.h"
#include "io/meetings.h"
#include "io/out.h"

static const char *rules, *attendance, *votes, *rejects;
static bool explain, protocol, check;
static struct arena run;

static const struct option_line options[] = {
	{ 'r', "rules", "law", "the law on councils: a rule file",
	    .text = &rules, .required = true },
	{ 0, "attendance", "file", "who was there", .text = &attendance },
	{ 0, "votes", "file", "how many voted for what", .text = &votes },
	{ 0, "protocol", NULL, "print the protocol of each meeting",
	    .flag = &protocol },
	{ 'e', "explain", NULL, "print each verdict", .flag = &explain },
	{ 0, "check", NULL, "exit 1 if a meeting breaks a rule",
	    .flag = &check },
	{ 'x', "rejects", "file", "keep refused meetings in file",
	    .text = &rejects },
	{ 0 }
};

const struct program program = { "council-meet", "[file ...]",
	"judge meetings of public councils", options, NULL };

/* Print all; return whether a meeting breaks a rule. */
static bool
print(const struct meetings *m, const struct rec *in)
{
	bool broken = false;

	if (protocol)
		meeting_protocol_fields();
	else if (explain)
		meeting_rows_explain_fields();
	else
		meeting_rows_fields(in);
	for (size_t i = 0; i < m->count; i++) {
		const struct meeting *one = &m->meeting[i];

		if (protocol)
			meeting_protocol_print(m, one, in);
		else if (explain)
			meeting_rows_explain(m, one);
		else
			meeting_rows_print(m, one, rec_count(in));
		broken = broken || meetings_lawful(one) == MEETING_NO;
	}
	return broken;
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	struct meetings m = { .run = &run };
	struct rec *in;
	int status;

	if (protocol && explain)
		die("-e and --protocol print different things");
	m.laws = meeting_law_open(&run, rules);
	in = rec_open(files);
	rec_keep_refused(in, rejects);
	meetings_read(&m, in);
	status = meetings_attendance(&m, attendance);
	status |= meetings_votes(&m, votes);
	meetings_judge(&m);
	if (print(&m, in) && check)
		status |= REFUSED;
	status |= rec_close(in);
	meetings_free(&m);
	arena_reset(&run);
	return out_finish(status);
}
