/* forum-learn: learn from texts that were routed where others belong. */

#include "base/arena.h"
#include "base/options.h"
#include "civic/learn.h"
#include "io/learn_folds.h"
#include "io/learn_texts.h"
#include "io/model_file.h"
#include "io/out.h"

static const char *texts, *body = "body", *letters, *folds, *rejects;

static const struct option_line options[] = {
	{ 't', "texts", "fields", "the fields with the texts, a comma between",
	    .text = &texts },
	{ 'b', "body", "field", "the field with the body", .text = &body },
	{ 0, "letters", "number", "so many letters of a word count: 1 to 8",
	    .text = &letters },
	{ 0, "folds", "number", "print how often such a model is right",
	    .text = &folds },
	{ 'x', "rejects", "file", "keep refused records in file",
	    .text = &rejects },
	{ 0 }
};

const struct program program = { "forum-learn", "[file ...]",
	"learn from texts that were routed where others belong", options,
	NULL };

enum { LETTERS = 7, HEARD = 7, FOLDS_MAX = 100 };

static long
number(const char *option, const char *text, long least, long most, long other)
{
	long n = other;

	if (text != NULL && !str_number(str_of(text), least, most, &n))
		die("%s: must be a whole number from %ld to %ld: '%s'", option,
		    least, most, text);
	return n;
}

static struct arena run;
static struct learn_texts in;
static struct learn learnt;
static struct model model = { .heard = HEARD };

static void
learn(void)
{
	while (learn_texts_next(&in))
		learn_text(&learnt, in.body, in.words.key, in.words.count);
	if (learnt.texts > 0)
		learn_model(&learnt, &run, &model);
	model_file_print(&model, &in.letters);
}

int
main(int argc, char *argv[])
{
	char **files = options_parse(argc, argv);
	long parts = number("--folds", folds, 2, FOLDS_MAX, 0);

	model.letters = (unsigned)number("--letters", letters, 1,
	    WORDS_LETTERS, LETTERS);
	learn_texts_open(&in, &run, files, texts, body, model.letters);
	rec_keep_refused(in.rec, rejects);
	if (parts > 0)
		learn_folds_print(&in, (size_t)parts, &model);
	else
		learn();
	return out_finish(rec_close(in.rec));
}
