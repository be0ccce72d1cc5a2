# civutils: needs GNU make on Debian.  Try: make demo, make check, make install.
#
# Adding a program edits nothing here: it is bin/x.c, man/x.1 and t/x.t.

PREFIX   = /usr/local
BINDIR   = $(PREFIX)/bin
MANDIR   = $(PREFIX)/share/man
DATADIR  = $(PREFIX)/share/civutils
COMPDIR  = $(PREFIX)/share/bash-completion/completions

SANITIZE =
BUILD    = build$(if $(SANITIZE),/sanitize)
JOBS    := $(shell nproc 2>/dev/null || echo 2)

CC       = cc
CFLAGS   = -O2 -g
WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla -Wundef \
           -Wformat=2 -Wwrite-strings -Wstrict-prototypes -Wmissing-prototypes
DEFINES  = -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE \
           -DDATADIR='"$(DATADIR)"' $(STEMMER:-lstemmer=-DWITH_STEMMER)
LDLIBS   = -lyaml -lsqlite3 -lcsv -lutf8proc -lnettle -lm $(STEMMER)

# Used where its header is; make STEMMER= does without it.
STEMMER := $(shell printf '\043include <libstemmer.h>\n' | \
             $(CC) -E -xc - >/dev/null 2>&1 && echo -lstemmer)

# Numbers are the same on machines that could fuse a product with a sum.
compile := $(CC) -std=c17 -ffp-contract=off -iquote lib -iquote . $(DEFINES) $(CPPFLAGS) $(WARN) $(CFLAGS) \
           $(SANITIZE:%=-fsanitize=% -fno-sanitize-recover=all)
link    := $(CC) $(CFLAGS) $(SANITIZE:%=-fsanitize=%) -Wl,--as-needed $(LDFLAGS)

progs := $(patsubst bin/%.c,$(BUILD)/bin/%,$(wildcard bin/*.c))
units := $(patsubst t/%.c,$(BUILD)/t/%,$(wildcard t/*.c))
gens  := $(patsubst t/bench/%.c,$(BUILD)/t/bench/%,$(wildcard t/bench/*.c))
objs  := $(patsubst lib/%.c,$(BUILD)/lib/%.o,$(wildcard lib/*/*.c))
comps := $(patsubst bin/%.c,$(BUILD)/completions/%,$(wildcard bin/*.c))
lib   := $(BUILD)/libciv.a

# What to have, as Debian packages; the README says what each is for.
BUILD_DEPS = gcc libc6-dev pkg-config libyaml-dev libsqlite3-dev libcsv-dev \
             libutf8proc-dev nettle-dev libstemmer-dev
CHECK_DEPS = perl mandoc bsdextrautils bsdutils sqlite3 jq strace \
             python3-jsonschema
LINT_DEPS  = shellcheck clang

all: $(progs)

$(progs) $(units) $(gens): $(BUILD)/%: $(BUILD)/%.o $(lib) $(BUILD)/parts
	@mkdir -p $(@D)
	@echo '  link $@'
	@$(link) -o $@ $< $(lib) $(LDLIBS)

$(lib): $(objs) $(BUILD)/parts
	@rm -f $@
	@$(AR) rcs $@ $(objs)

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo '  cc   $<'
	@$(compile) -MMD -MP -c -o $@ $<

$(BUILD)/completions/%: $(BUILD)/bin/%
	@mkdir -p $(@D)
	$< --completion >$@

# Change only when the way to compile or to link does, or the files of lib;
# then all is made anew.
said-flags := $(subst ','\'',$(compile))
said-parts := $(subst ','\'',$(link) $(LDLIBS) $(objs))

$(BUILD)/flags $(BUILD)/parts: FORCE
	@mkdir -p $(@D)
	@echo '$(said-$(@F))' | cmp -s - $@ || echo '$(said-$(@F))' >$@

# Install what is missing; cost nothing when all is there.
deps-%:
	@t/need $($(*)_DEPS)

env := CIVUTILS_SHARE='$(abspath share)' PATH='$(abspath $(BUILD)/bin)':"$$PATH"

demo: deps-BUILD
	@$(MAKE) -s -j$(JOBS) all
	@$(env) t/demo

check: deps-BUILD deps-CHECK
	@$(MAKE) -j$(JOBS) all units
	$(env) BUILD='$(abspath $(BUILD))' prove -j$(JOBS) -e '' t/*.t $(units)

units: $(units)

check-sanitize:
	$(MAKE) SANITIZE=address,undefined CFLAGS='-O1 -g' check

lint: deps-BUILD deps-CHECK deps-LINT
	mandoc -Tlint -Wwarning man/*.[1-9]
	shellcheck -S warning -s sh -x -P t t/*.t t/lib.sh t/need t/demo t/bench/run \
	    .ci/run share/examples/*.sh
	$(MAKE) -j$(JOBS) BUILD=$(BUILD)/lint-gcc CFLAGS='-O2 -Werror' all units
	$(MAKE) -j$(JOBS) BUILD=$(BUILD)/lint-clang CC=clang CFLAGS='-O2 -Werror' \
	    all units

bench: all $(gens)
	@$(env) BUILD='$(abspath $(BUILD))' t/bench/run

install: all $(comps)
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(DATADIR) $(DESTDIR)$(COMPDIR)
	install -m 755 $(progs) $(DESTDIR)$(BINDIR)
	install -m 644 $(comps) $(DESTDIR)$(COMPDIR)
	for file in share/*/*; do \
	    install -D -m 644 $$file $(DESTDIR)$(DATADIR)/$${file#share/} || \
	        exit 1; done
	for page in man/*.[1-9]; do \
	    install -D -m 644 $$page \
	        $(DESTDIR)$(MANDIR)/man$${page##*.}/$${page##*/} || exit 1; done

# What install put there, and the folders if they are empty then.
uninstall:
	rm -f $(progs:$(BUILD)/bin/%=$(DESTDIR)$(BINDIR)/%) \
	    $(comps:$(BUILD)/completions/%=$(DESTDIR)$(COMPDIR)/%) \
	    $(patsubst share/%,$(DESTDIR)$(DATADIR)/%,$(wildcard share/*/*))
	for page in man/*.[1-9]; do \
	    rm -f $(DESTDIR)$(MANDIR)/man$${page##*.}/$${page##*/}; done
	-rmdir $(DESTDIR)$(DATADIR)/* $(DESTDIR)$(DATADIR) 2>/dev/null

clean:
	rm -rf $(BUILD)

.PHONY: all units demo check check-sanitize lint bench install uninstall clean FORCE
.SECONDARY:
.DELETE_ON_ERROR:

-include $(objs:.o=.d) $(progs:$(BUILD)/%=$(BUILD)/%.d) $(units:=.d) $(gens:=.d)
