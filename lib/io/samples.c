#include <limits.h>

#include "base/die.h"
#include "base/str.h"
#include "io/samples.h"

bool
samples_read(const char *option, const char *samples, const char *seed,
    uint32_t *count, uint64_t *start)
{
	long n, first;

	if ((samples == NULL) != (seed == NULL))
		die("%s and --seed need each other", option);
	if (samples == NULL)
		return false;
	if (!str_number(str_of(samples), SAMPLES_LEAST, SAMPLES_MOST, &n))
		die("%s: must be a number from %d to %d: '%s'", option,
		    SAMPLES_LEAST, SAMPLES_MOST, samples);
	if (!str_number(str_of(seed), 0, LONG_MAX, &first))
		die("--seed: must be a whole number from 0: '%s'", seed);
	*count = (uint32_t)n;
	*start = (uint64_t)first;
	return true;
}

size_t
samples_list(const char *option, const char *text, uint32_t *list, size_t most)
{
	struct str rest = str_of(text);
	size_t n = 1, i;
	long number, before = 0;

	for (i = 0; i < rest.n; i++)
		n += text[i] == ',';
	if (n > most)
		die("%s: over %zu numbers: '%s'", option, most, text);
	for (i = 0; i < n; i++, before = number) {
		if (!str_number(str_cut(&rest, ','), before + 1, INT_MAX,
		    &number))
			die("%s: must be whole numbers from 1, ascending, "
			    "with commas: '%s'", option, text);
		list[i] = (uint32_t)number;
	}
	return n;
}
