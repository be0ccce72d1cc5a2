/* reg-init: make a new register. */

#include "base/options.h"
#include "io/out.h"
#include "io/reg.h"

static const char *file;

static const struct option_line options[] = {
	{ 'R', "register", "file", "the register to make", .text = &file },
	{ 0 }
};

const struct program program = { "reg-init", "", "make a new register",
	options, NULL };

int
main(int argc, char *argv[])
{
	if (options_parse(argc, argv)[0] != NULL)
		options_usage();
	reg_make(reg_file(file));
	return finish(0);
}
