#include <fcntl.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/options.h"
#include "base/str.h"

#define VERSION "0.1"
#define OPTIONS_MAX 32
#define LONG 256	/* what getopt calls the first long option */

static bool help, version, completion;

/* These every program has, behind its own. */
static const struct option_line common[] = {
	{ 'h', "help", NULL, "print this help", .flag = &help },
	{ 'V', "version", NULL, "print the version and the licence",
	    .flag = &version },
	{ 0, "completion", NULL, "print the completion for bash",
	    .flag = &completion },
};

#define COMMON (sizeof(common) / sizeof(common[0]))

static size_t
own_count(void)
{
	size_t n = 0;

	while (program.options != NULL && program.options[n].name != NULL)
		n++;
	if (n + COMMON > OPTIONS_MAX)
		die("too many options");
	return n;
}

static const struct option_line *
line(size_t i)
{
	size_t own = own_count();

	return i < own ? &program.options[i] : &common[i - own];
}

/* An argument that may be left out is written behind a "=". */
static bool
may_lack(const struct option_line *o)
{
	return o->arg != NULL && o->arg[0] == '[';
}

static void
usage_option(struct buf *out, const struct option_line *o)
{
	buf_byte(out, ' ');
	if (!o->required)
		buf_byte(out, '[');
	if (o->letter != 0)
		buf_printf(out, "-%c", o->letter);
	else
		buf_printf(out, "--%s", o->name);
	if (o->arg != NULL)
		buf_printf(out, "%s%s", may_lack(o) ? "" : " ", o->arg);
	if (!o->required)
		buf_byte(out, ']');
}

/* "order-score [-e] -r file [-x file] [marks ...]" */
static void
usage_line(struct buf *out)
{
	size_t own = own_count(), flags = 0;

	buf_printf(out, "usage: %s", program.name);
	for (size_t i = 0; i < own; i++) {
		const struct option_line *o = line(i);

		if (o->arg == NULL && o->letter != 0)
			buf_printf(out, "%s%c", flags++ == 0 ? " [-" : "",
			    o->letter);
	}
	if (flags > 0)
		buf_byte(out, ']');
	for (size_t i = 0; i < own; i++) {
		const struct option_line *o = line(i);

		if (o->arg != NULL || o->letter == 0)
			usage_option(out, o);
	}
	if (program.operands[0] != '\0')
		buf_printf(out, " %s", program.operands);
	buf_byte(out, '\n');
}

void
options_usage(void)
{
	struct buf text = { 0 };

	usage_line(&text);
	fwrite(text.p, 1, text.n, stderr);
	_exit(TROUBLE);
}

static void
print_help(void)
{
	struct buf text = { 0 };

	usage_line(&text);
	fwrite(text.p, 1, text.n, stdout);
	buf_free(&text);
	printf("\n%s: %s.\n\n", program.name, program.purpose);
	for (size_t i = 0; i < own_count() + COMMON; i++) {
		const struct option_line *o = line(i);
		char letter[3] = { '-', o->letter, '\0' };
		int width = printf("  %s%s --%s%s%s",
		    o->letter != 0 ? letter : "  ", o->letter != 0 ? "," : " ",
		    o->name, o->arg != NULL && !may_lack(o) ? " " : "",
		    o->arg != NULL ? o->arg : "");

		printf("%*s%s%s\n", width < 28 ? 28 - width : 1, "", o->help,
		    o->required ? " (needed)" : "");
	}
	printf("\nThe manual: man %s; the front page: man civutils.\n",
	    program.name);
}

static void
print_version(void)
{
	printf("%s (civutils) " VERSION "\n"
	    "ISC licence: free to use, change and pass on; no warranty.\n",
	    program.name);
}

/* Words that the shell may offer, and the options after which it offers files. */
static void
print_completion(void)
{
	size_t all = own_count() + COMMON;

	printf("# bash completion for %s; made by %s --completion\n"
	    "_civutils_%s()\n{\n"
	    "\tlocal word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]}\n"
	    "\tCOMPREPLY=()\n"
	    "\tcase $last in\n", program.name, program.name, program.name);
	for (size_t i = 0; i < all; i++) {
		const struct option_line *o = line(i);

		if (o->arg == NULL || may_lack(o))
			continue;
		if (o->letter != 0)
			printf("\t-%c|--%s)", o->letter, o->name);
		else
			printf("\t--%s)", o->name);
		if (strcmp(o->arg, "file") == 0 || strcmp(o->arg, "rules") == 0)
			printf(" mapfile -t COMPREPLY < <(compgen -f -- "
			    "\"$word\");");
		printf(" return ;;\n");
	}
	printf("\tesac\n\tcase $word in\n\t-*) COMPREPLY=($(compgen -W '");
	for (size_t i = 0; i < all; i++)
		printf("%s--%s", i > 0 ? " " : "", line(i)->name);
	printf("' -- \"$word\")) ;;\n");
	printf("\t*) mapfile -t COMPREPLY < <(compgen -f -- \"$word\")");
	if (program.choices != NULL)
		printf("\n\t\tCOMPREPLY+=($(compgen -W '%s' -- \"$word\"))",
		    program.choices);
	printf(" ;;\n");
	printf("\tesac\n}\ncomplete -o filenames -F _civutils_%s %s\n",
	    program.name, program.name);
}

/* How many long options begin so. */
static size_t
beginning(struct str word)
{
	size_t n = 0;

	for (size_t i = 0; i < own_count() + COMMON; i++)
		n += str_starts(str_of(line(i)->name), word);
	return n;
}

static _Noreturn void
unknown_long(const char *given)
{
	struct str names[OPTIONS_MAX], word = { given + 2, strlen(given) - 2 };
	size_t all = own_count() + COMMON, i;

	word = str_cut(&word, '=');
	for (i = 0; i < all; i++)
		names[i] = str_of(line(i)->name);
	i = str_nearest(word, names, all);
	if (beginning(word) > 1)
		warn("option '--%.*s' may be one of several: write more of it",
		    STR_ARG(word));
	else if (i != STR_NONE)
		warn("unknown option '--%.*s'; did you mean '--%s'?",
		    STR_ARG(word), line(i)->name);
	else
		warn("unknown option '--%.*s'", STR_ARG(word));
	options_usage();
}

/* What getopt refused: it tells an unknown letter, or the option that is
 * wrong in another way, in optopt, and nothing of a long one it knows not. */
static _Noreturn void
refuse(int opt, const char *given)
{
	if (optopt >= LONG && opt == ':')
		warn("option '--%s' needs an argument",
		    line((size_t)(optopt - LONG))->name);
	else if (optopt >= LONG)
		warn("option '--%s' takes no argument",
		    line((size_t)(optopt - LONG))->name);
	else if (optopt != 0 && opt == ':')
		warn("option '-%c' needs an argument", optopt);
	else if (optopt != 0)
		warn("unknown option '-%c'", optopt);
	else
		unknown_long(given);
	options_usage();
}

/*
 * Descriptors 0 to 2 that the caller closed are opened, so that no other file
 * is taken for them; writing to such a standard output fails, as it should.
 */
static void
guard_descriptors(void)
{
	for (int fd = 0; fd <= 2; fd++)
		if (fcntl(fd, F_GETFD) < 0 &&
		    open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
			die_errno("/dev/null");
}

static void
take(const struct option_line *o, const char *arg)
{
	if (o->flag != NULL)
		*o->flag = true;
	if (o->text != NULL)
		*o->text = arg;
}

static void
read_options(int argc, char *argv[])
{
	struct option longs[OPTIONS_MAX + 1] = { { 0 } };
	char shorts[2 * OPTIONS_MAX + 2] = ":", *s = shorts + 1;
	size_t all = own_count() + COMMON;
	int opt;

	for (size_t i = 0; i < all; i++) {
		const struct option_line *o = line(i);

		longs[i] = (struct option){ o->name, may_lack(o) ?
		    optional_argument : o->arg != NULL, NULL, LONG + (int)i };
		if (o->letter != 0) {
			*s++ = o->letter;
			if (o->arg != NULL)
				*s++ = ':';
		}
	}
	opterr = 0;
	/* It would let options stand before the operands only. */
	unsetenv("POSIXLY_CORRECT");
	while ((opt = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (opt == ':' || opt == '?')
			refuse(opt, argv[optind - 1]);
		for (size_t i = 0; i < all; i++)
			if (opt >= LONG ? i == (size_t)(opt - LONG) :
			    line(i)->letter == opt)
				take(line(i), optarg);
	}
}

char **
options_parse(int argc, char *argv[])
{
	guard_descriptors();
	read_options(argc, argv);
	if (help || version || completion) {
		if (help)
			print_help();
		else if (version)
			print_version();
		else
			print_completion();
		exit(finish(0));
	}
	for (size_t i = 0; i < own_count(); i++) {
		const struct option_line *o = line(i);

		if (o->required && o->text != NULL && *o->text == NULL) {
			if (o->letter != 0)
				warn("-%c %s is needed", o->letter, o->arg);
			else
				warn("--%s %s is needed", o->name, o->arg);
			options_usage();
		}
	}
	return argv + optind;
}
