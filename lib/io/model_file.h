#ifndef IO_MODEL_FILE_H
#define IO_MODEL_FILE_H

/*
 * Models as records, `part body word points more count`: forum-learn(1) says
 * what each part is.  All trouble dies.
 */

#include "base/arena.h"
#include "civic/model.h"

/* Print a model, built or not, of which the words are of these letters. */
void model_file_print(const struct model *m, const struct letters *l);

/*
 * Read a model, for texts read with these letters, which are asked for those
 * of its words; it is not built yet.
 */
void model_file_read(struct arena *a, const char *file, struct letters *l,
    struct model *m);

#endif
