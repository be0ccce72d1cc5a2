/* ratio: run commands in turn and compare their times and memory. */

#include <fcntl.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/die.h"
#include "base/options.h"
#include "base/str.h"

/*
 * The commands take turns, so that a busy moment of the machine falls on all
 * of them; what is printed is the median of the ratios within the turns.
 */

#define RUNS_MAX 99

struct command {
	char *name, *text;
	long micro[RUNS_MAX], permille[RUNS_MAX];
	long peak;	/* KiB */
	int status;
};

static const char *runs_text;
static const struct option_line options[] = {
	{ 'n', "runs", "number", "how often each command is run (5)",
	    .text = &runs_text },
	{ 0 }
};

const struct program program = { "ratio", "name=command ...",
	"run commands in turn and compare their times and memory", options,
	NULL };

static long
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

static long
run(struct command *c)
{
	struct rusage usage;
	long start = now();
	pid_t child = fork();

	if (child < 0)
		die_errno("fork");
	if (child == 0) {
		int null = open("/dev/null", O_RDWR);

		dup2(null, STDIN_FILENO);
		dup2(null, STDOUT_FILENO);
		execl("/bin/sh", "sh", "-c", c->text, (char *)NULL);
		_exit(127);
	}
	if (wait4(child, &c->status, 0, &usage) < 0)
		die_errno("wait");
	if (usage.ru_maxrss > c->peak)
		c->peak = usage.ru_maxrss;
	return now() - start;
}

static int
by_size(const void *a, const void *b)
{
	const long *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static long
median(long *values, size_t n)
{
	qsort(values, n, sizeof(*values), by_size);
	return values[n / 2];
}

int
main(int argc, char *argv[])
{
	char **args = options_parse(argc, argv);
	struct command command[16] = { 0 };
	size_t count = 0;
	long runs = 5;

	if (runs_text != NULL &&
	    !str_number(str_of(runs_text), 1, RUNS_MAX, &runs))
		options_usage();
	for (; args[count] != NULL && count < 16; count++) {
		command[count].name = args[count];
		command[count].text = strchr(args[count], '=');
		if (command[count].text == NULL)
			options_usage();
		*command[count].text++ = '\0';
	}
	for (size_t i = 0; i < count; i++)
		run(&command[i]);	/* not counted: it warms the caches */
	for (long n = 0; n < runs; n++)
		for (size_t i = 0; i < count; i++) {
			long *first = command[0].micro;

			command[i].micro[n] = run(&command[i]);
			command[i].permille[n] =
			    command[i].micro[n] * 1000 / first[n];
		}
	for (size_t i = 0; i < count; i++) {
		struct command *c = &command[i];
		long ratio = median(c->permille, (size_t)runs);
		long micro = median(c->micro, (size_t)runs);

		printf("  %-34s %8ld.%02ld ms %7ld.%02ldx %8ld MiB%s\n", c->name,
		    micro / 1000, micro % 1000 / 10, ratio / 1000,
		    ratio % 1000 / 10, (c->peak + 512) / 1024,
		    c->status != 0 ? "  (failed)" : "");
	}
	return finish(0);
}
