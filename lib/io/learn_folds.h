#ifndef IO_LEARN_FOLDS_H
#define IO_LEARN_FOLDS_H

/*
 * How often a model is right on texts that it has not learnt from.  The texts
 * of each body are dealt out in turn, those of body b from fold b on; the
 * texts of a fold are judged by what was learnt from the others.
 */

#include <stddef.h>

#include "civic/model.h"
#include "io/learn_texts.h"

/*
 * Read all texts, and print `part name texts right wrong accuracy coverage`
 * as forum-learn(1) says.  Holds four bytes a word of the texts.  The model
 * says how to learn.
 */
void learn_folds_print(struct learn_texts *in, size_t folds,
    const struct model *how);

#endif
