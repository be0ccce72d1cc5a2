#include "base/choice.h"
#include "base/die.h"
#include "base/options.h"
#include "base/str.h"

#define CHOICES_MAX 16

void
choice_none(const char *what, const char *word)
{
	struct str all = str_of(program.choices), name[CHOICES_MAX];
	size_t count = 0, nearest;

	while (all.n > 0 && count < CHOICES_MAX)
		name[count++] = str_cut(&all, ' ');
	nearest = word == NULL ? STR_NONE :
	    str_nearest(str_of(word), name, count);
	if (word == NULL)
		warn("no %s is given; there are: %s", what, program.choices);
	else if (nearest != STR_NONE)
		warn("no %s '%s'; did you mean '%.*s'?", what, word,
		    STR_ARG(name[nearest]));
	else
		warn("no %s '%s'; there are: %s", what, word, program.choices);
	options_usage();
}
