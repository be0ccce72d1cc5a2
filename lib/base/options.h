#ifndef BASE_OPTIONS_H
#define BASE_OPTIONS_H

/*
 * The options of a program, declared once, in a table: its usage line, its
 * --help and its bash completion are made from the table.
 *
 * Every program defines its `program`.  -h --help, -V --version and
 * --completion (which prints the program's completion for bash) come by
 * themselves.  An option has a letter or none (0), a long name, and either
 * a flag to set or a text to point at its argument.
 */

#include <stdbool.h>

struct option_line {
	char letter;
	const char *name;	/* "rules"; NULL ends the table */
	const char *arg;	/* "file"; "[=days]" may be left out; or NULL */
	const char *help;	/* "read the rubric from this file" */
	bool *flag;		/* set to true when the option is given */
	const char **text;	/* set to its argument, or NULL if left out */
	bool required;
};

struct program {
	const char *name;	/* "order-score" */
	const char *operands;	/* "[file ...]", as the usage line shows it */
	const char *purpose;	/* the manual's one line: "rank applications by marks" */
	const struct option_line *options;
	const char *choices;	/* words for the first operand: "csv json", or NULL */
};

extern const struct program program;

/*
 * Read the options and return the operands, ending in NULL.  A wrong option
 * dies with the nearest one and the usage line; --help and --version print
 * and exit 0.
 */
char **options_parse(int argc, char *argv[]);

/* Print the usage line on standard error and exit with TROUBLE. */
_Noreturn void options_usage(void);

#endif
