# Decide a call again, as an outsider, from what was published.
#
#	LC_ALL=C awk -v day=2026-04-15 -v rules=award-grant.yaml \
#	    -v lots=lots.tsv -v applications=applications.tsv \
#	    -v scores=scores.tsv -f recompute-award.awk
#
# It prints what order-award printed, to the byte, and shares nothing with it:
# it is written from the manual, for any awk that POSIX describes.  Without
# applications the scores must have their fields, lot, bin and requested.
#
# An awk counts in binary floating point.  Here all amounts are whole tiyn
# under 2^53, which it counts exactly, and products are taken limb by limb.
# Rules must be written as the samples are: one key on a line, or all of a
# part in braces.  Whatever it does not understand, it does not pass over.

function stop(what)
{
	print "recompute-award: " what | "cat >&2"
	failed = 1
	exit 2
}

### Rules

function trim(s)
{
	sub(/^[ \t]+/, "", s)
	sub(/[ \t]+$/, "", s)
	if (s ~ /^".*"$/)
		s = substr(s, 2, length(s) - 2)
	return s
}

function set_rule(key, value)
{
	if (!((edition, key) in rule))
		rule_keys[++rules_known] = key
	rule[edition, key] = trim(value)
}

# "{by: rank, cite: ...}": a comma before "word:" begins the next.
function set_braces(prefix, text,	n, i, item, key)
{
	text = trim(text)
	text = substr(text, 2, length(text) - 2)
	while (match(text, /, *[a-z_]+: /))
		text = substr(text, 1, RSTART - 1) "\n" substr(text, RSTART + 1)
	n = split(text, item, "\n")
	for (i = 1; i <= n; i++) {
		key = trim(item[i])
		sub(/:.*/, "", key)
		sub(/^[^:]*: */, "", item[i])
		set_rule(prefix "." key, item[i])
	}
}

function read_rules(file,	line, depth, key, value, part, in_keys)
{
	while ((getline line < file) > 0) {
		sub(/^#.*|[ \t]#.*/, "", line)
		if (trim(line) == "")
			continue
		match(line, /^ */)
		depth = RLENGTH
		line = substr(line, depth + 1)
		if (line ~ /^- from: / && depth == 2) {
			edition++
			line = substr(line, 3)
			depth = 4
		}
		if (edition == 0)
			continue
		if (line ~ /^- \{?(field|lot|source): ?/) {
			read_key(line)
			continue
		}
		key = line
		sub(/:.*/, "", key)
		value = substr(line, length(key) + 2)
		if (depth == 4) {
			part = key
			if (trim(value) ~ /^\{/)
				set_braces(part, value)
			else if (trim(value) != "")
				set_rule(part, value)
		} else if (key == "numbers")
			lot_numbers[edition, sources[edition]] = trim(value)
		else if (key == "keys")
			continue
		else if (key == "as" || key == "best")
			tie[edition, ties[edition], key] = trim(value)
		else
			set_rule(part "." key, value)
	}
	close(file)
	choose_edition()
}

# An entry of the list of ties, or of the sources of its lot.
function read_key(line,	n, i, item, word)
{
	sub(/^- */, "", line)
	if (line ~ /^source: /) {
		lot_source[edition, ++sources[edition]] = trim(substr(line, 9))
		return
	}
	n = ++ties[edition]
	if (line ~ /^lot:/) {
		tie[edition, n, "field"] = ""
		return
	}
	gsub(/[{}]/, "", line)
	i = split(line, item, ",")
	for (; i > 0; i--) {
		word = trim(item[i])
		sub(/:.*/, "", word)
		sub(/^[^:]*: */, "", item[i])
		tie[edition, n, word] = trim(item[i])
	}
}

function choose_edition(	i, best)
{
	for (i = 1; i <= edition; i++)
		if (rule[i, "from"] <= day &&
		    (!best || rule[i, "from"] > rule[best, "from"]))
			best = i
	if (!best)
		stop(rules ": no edition for " day)
	edition = best
	for (i = 1; i <= rules_known; i++)
		if (!((" " rule_keys[i] " ") ~ known_rules))
			stop(rules ": " rule_keys[i] ": not understood")
	lot_key = make_lot_key()
}

function get(key)
{
	return ((edition, key) in rule) ? rule[edition, key] : ""
}

function cite(part)
{
	return get(part ".cite") != "" ? get(part ".cite") : get("cite")
}

### Exact numbers

# A decimal as a whole number of 10^-places.
function units(s, places,	whole, part, sign)
{
	if (s !~ /^-?[0-9]+(\.[0-9]+)?$/)
		stop("not a number: " s)
	sign = sub(/^-/, "", s) ? -1 : 1
	whole = s
	part = ""
	if (s ~ /\./) {
		sub(/\..*/, "", whole)
		part = substr(s, length(whole) + 2)
	}
	if (length(part) > places)
		stop("too many places: " s)
	while (length(part) < places)
		part = part "0"
	if (length(whole part) > 15 && (whole part) + 0 > 9007199254740991)
		stop("too large for an awk: " s)
	return sign * (whole part)
}

function money(tiyn)
{
	return sprintf("%.0f.%02d", (tiyn - tiyn % 100) / 100, tiyn % 100)
}

# The sign of a * b - c * d, by limbs of 6 digits.
function compare_products(a, b, c, d,	i, x, y, sign)
{
	x = (a < 0) != (b < 0) && a * b != 0 ? -1 : a * b != 0
	y = (c < 0) != (d < 0) && c * d != 0 ? -1 : c * d != 0
	if (x != y)
		return x < y ? -1 : 1
	sign = x
	multiply(a < 0 ? -a : a, b < 0 ? -b : b, left_limb)
	multiply(c < 0 ? -c : c, d < 0 ? -d : d, right_limb)
	for (i = 6; i >= 0; i--)
		if (left_limb[i] != right_limb[i])
			return left_limb[i] < right_limb[i] ? -sign : sign
	return 0
}

function multiply(a, b, out,	i, j, x, y, carry)
{
	for (i = 0; i < 3; i++) {
		x[i] = a % 1000000
		a = (a - x[i]) / 1000000
		y[i] = b % 1000000
		b = (b - y[i]) / 1000000
	}
	for (i = 0; i <= 6; i++)
		out[i] = 0
	for (i = 0; i < 3; i++)
		for (j = 0; j < 3; j++)
			out[i + j] += x[i] * y[j]
	for (i = 0; i < 6; i++) {
		carry = (out[i] - out[i] % 1000000) / 1000000
		out[i] %= 1000000
		out[i + 1] += carry
	}
}

### The public lot: RFC 3797, with MD5 by RFC 1321

function make_lot_key(	i, j, n, word, key, list)
{
	for (i = 1; i <= sources[edition]; i++) {
		if (!((edition, i) in lot_numbers)) {
			if (lot_awaits == "")
				lot_awaits = lot_source[edition, i]
			continue
		}
		n = split(lot_numbers[edition, i], word, " ")
		for (j = 1; j <= n; j++)
			list[j] = lot_number(word[j])
		sort_numbers(list, n)
		for (j = 1; j <= n; j++)
			key = key list[j]
		key = key "/"
	}
	return key
}

# "018.50" is "18.5", and "9" is "9."
function lot_number(s,	whole, part)
{
	whole = s
	sub(/\..*/, "", whole)
	part = s ~ /\./ ? substr(s, length(whole) + 2) : ""
	sub(/^0+/, "", whole)
	sub(/0+$/, "", part)
	return (whole == "" ? "0" : whole) "." part
}

function lot_less(a, b,	x, y)
{
	x = index(a, ".")
	y = index(b, ".")
	if (x != y)
		return x < y
	return (a "") < (b "")
}

function sort_numbers(list, n,	i, j, x)
{
	for (i = 2; i <= n; i++) {
		x = list[i]
		for (j = i - 1; j >= 1 && lot_less(x, list[j]); j--)
			list[j + 1] = list[j]
		list[j + 1] = x
	}
}

function draw(list, n,	i, j, k, left, remaining)
{
	for (i = 1; i <= n; i++)
		remaining[i] = list[i]
	for (i = 1; i <= n; i++) {
		left = n - i + 1
		k = md5_mod(i - 1, left) + 1
		list[i] = remaining[k]
		for (j = k; j < left; j++)
			remaining[j] = remaining[j + 1]
	}
}

function md5_begin(	i, sine)
{
	for (i = 1; i < 128; i++)
		code[sprintf("%c", i)] = i
	for (i = 0; i < 16; i++)
		for (sine = 0; sine < 16; sine++)
			xor4[i, sine] = bit_xor(i, sine)
	# 2^32 times the size of sin(i), whole, as the RFC prints them.
	split("3614090360 3905402710 606105819 3250441966 4118548399 " \
	    "1200080426 2821735955 4249261313 1770035416 2336552879 " \
	    "4294925233 2304563134 1804603682 4254626195 2792965006 " \
	    "1236535329 4129170786 3225465664 643717713 3921069994 " \
	    "3593408605 38016083 3634488961 3889429448 568446438 " \
	    "3275163606 4107603335 1163531501 2850285829 4243563512 " \
	    "1735328473 2368359562 4294588738 2272392833 1839030562 " \
	    "4259657740 2763975236 1272893353 4139469664 3200236656 " \
	    "681279174 3936430074 3572445317 76029189 3654602809 " \
	    "3873151461 530742520 3299628645 4096336452 1126891415 " \
	    "2878612391 4237533241 1700485571 2399980690 4293915773 " \
	    "2240044497 1873313359 4264355552 2734768916 1309151649 " \
	    "4149444226 3174756917 718787259 3951481745", md5_sine, " ")
	split("7 12 17 22 5 9 14 20 4 11 16 23 6 10 15 21", md5_turn, " ")
	md5_ready = 1
}

function bit_xor(a, b,	i, bit, out)
{
	out = 0
	bit = 1
	for (i = 0; i < 4; i++) {
		if (int(a / bit) % 2 != int(b / bit) % 2)
			out += bit
		bit *= 2
	}
	return out
}

function xor32(a, b,	out, bit, x, y)
{
	out = 0
	for (bit = 1; bit < 4294967296; bit *= 16) {
		x = a % 16
		y = b % 16
		out += xor4[x, y] * bit
		a = (a - x) / 16
		b = (b - y) / 16
	}
	return out
}

# a & b is half of a + b - (a ^ b); a | b is the other part.
function and32(a, b)
{
	return (a + b - xor32(a, b)) / 2
}

function or32(a, b)
{
	return (a + b + xor32(a, b)) / 2
}

function flip(a)
{
	return 4294967295 - a
}

function turn(a, n,	high)
{
	high = power(2, 32 - n)
	return a % high * power(2, n) + (a - a % high) / high
}

function power(base, n,	out)
{
	for (out = 1; n > 0; n--)
		out *= base
	return out
}

# MD5 of be16(i) key be16(i), which fits in blocks of 64 bytes, modulo n.
function md5_mod(i, n,	length_all, byte, j, key_length, h, out)
{
	if (!md5_ready)
		md5_begin()
	key_length = length(lot_key)
	byte[0] = byte[key_length + 2] = int(i / 256)
	byte[1] = byte[key_length + 3] = i % 256
	for (j = 1; j <= key_length; j++)
		byte[j + 1] = code[substr(lot_key, j, 1)]
	length_all = key_length + 4
	byte[length_all] = 128
	for (j = length_all + 1; j % 64 != 56; j++)
		byte[j] = 0
	h = length_all * 8
	for (length_all = j; j < length_all + 8; j++) {
		byte[j] = h % 256
		h = int(h / 256)
	}
	md5_blocks(byte, j)
	out = 0
	for (h = 0; h < 4; h++)
		for (j = 0; j < 4; j++)
			out = (out * 256 + int(md5_state[h] / power(256, j)) % 256) % n
	return out
}

function md5_blocks(byte, count,	from, i, word)
{
	md5_state[0] = 1732584193
	md5_state[1] = 4023233417
	md5_state[2] = 2562383102
	md5_state[3] = 271733878
	for (from = 0; from < count; from += 64) {
		for (i = 0; i < 16; i++)
			word[i] = byte[from + 4 * i] + \
			    256 * byte[from + 4 * i + 1] + \
			    65536 * byte[from + 4 * i + 2] + \
			    16777216 * byte[from + 4 * i + 3]
		md5_block(word)
	}
}

function md5_block(word,	a, b, c, d, i, f, g, round)
{
	a = md5_state[0]
	b = md5_state[1]
	c = md5_state[2]
	d = md5_state[3]
	for (i = 0; i < 64; i++) {
		round = int(i / 16)
		if (round == 0) {
			f = or32(and32(b, c), and32(flip(b), d))
			g = i
		} else if (round == 1) {
			f = or32(and32(d, b), and32(flip(d), c))
			g = (5 * i + 1) % 16
		} else if (round == 2) {
			f = xor32(xor32(b, c), d)
			g = (3 * i + 5) % 16
		} else {
			f = xor32(c, or32(b, flip(d)))
			g = 7 * i % 16
		}
		f = (f + a + md5_sine[i + 1] + word[g]) % 4294967296
		a = d
		d = c
		c = b
		b = (b + turn(f, md5_turn[round * 4 + i % 4 + 1])) % 4294967296
	}
	md5_state[0] = (md5_state[0] + a) % 4294967296
	md5_state[1] = (md5_state[1] + b) % 4294967296
	md5_state[2] = (md5_state[2] + c) % 4294967296
	md5_state[3] = (md5_state[3] + d) % 4294967296
}

### Records

function header(file, line, place,	i, n, name)
{
	for (i in place)
		delete place[i]
	n = split(line, name, "\t")
	for (i = 1; i <= n; i++)
		place[name[i]] = i
	return n
}

function read_lots(	line, place, v, n)
{
	if ((getline line < lots) <= 0)
		stop(lots ": cannot be read")
	n = header(lots, line, place)
	while ((getline line < lots) > 0) {
		if (split(line, v, "\t") != n)
			stop(lots ": not a record: " line)
		lot_number_of[v[place["id"]]] = ++lot_count
		lot_id[lot_count] = v[place["id"]]
		left[lot_count] = units(v[place["budget"]], 2)
		places[lot_count] = v[place["places"]] == "" ? 1 : \
		    v[place["places"]] + 0
		if (left[lot_count] <= 0)
			stop(lots ": a budget of 0: " line)
	}
	close(lots)
}

# What an application says, by the fields of one stream or the other.
function take_entry(name, place, v,	k, field)
{
	if (!(v[place["lot"]] in lot_number_of))
		stop("no lot " v[place["lot"]])
	app_lot[name] = lot_number_of[v[place["lot"]]]
	bin[name] = v[place["bin"]]
	requested[name] = units(v[place["requested"]], 2)
	if ("verdict" in place && v[place["verdict"]] == "returned") {
		returned[name] = 1
		remark[name] = v[place["reasons"]]
		own_cite[name] = v[place["cite"]]
	}
	take_keys(name, place, v)
}

function take_keys(name, place, v,	k, field)
{
	for (k = 1; k <= ties[edition]; k++) {
		field = tie[edition, k, "field"]
		if (field != "" && field in place) {
			said[name, k] = v[place[field]]
			if (said[name, k] != "" &&
			    tie[edition, k, "as"] == "number")
				number[name, k] = units(said[name, k], 6)
		}
	}
}

function read_applications(	line, place, v, n)
{
	if ((getline line < applications) <= 0)
		stop(applications ": cannot be read")
	n = header(applications, line, place)
	while ((getline line < applications) > 0) {
		if (split(line, v, "\t") != n)
			stop(applications ": not a record: " line)
		listed[++listed_count] = v[place["id"]]
		take_entry(v[place["id"]], place, v)
	}
	close(applications)
}

function read_scores(	line, place, v, n, name, i)
{
	if ((getline line < scores) <= 0)
		stop(scores ": cannot be read")
	n = header(scores, line, place)
	while ((getline line < scores) > 0) {
		if (split(line, v, "\t") != n)
			stop(scores ": not a record: " line)
		name = v[place["application"]]
		if (applications == "")
			take_entry(name, place, v)
		else if (name in app_lot)
			take_keys(name, place, v)
		else
			stop("no application " name)
		came[++count] = name
		seen[name] = 1
		score[name] = v[place["score"]]
		rank[name] = v[place["rank"]]
		standing[name] = stand(name, v[place["decision"]],
		    v[place["reason"]])
	}
	close(scores)
	for (i = 1; i <= listed_count; i++)
		if (!(listed[i] in seen)) {
			name = came[++count] = listed[i]
			standing[name] = name in returned ? "returned" : "unseen"
		}
}

function stand(name, word, why)
{
	if (name in returned)
		return "returned"
	if (score[name] == "") {
		remark[name] = why
		return "unscored"
	}
	if (get("pass.mark") == "")
		return word == "failed" ? "failed" : "passed"
	return (get("pass.best") == "low" ? \
	    units(score[name], 6) <= units(get("pass.mark"), 6) : \
	    units(score[name], 6) >= units(get("pass.mark"), 6)) ? \
	    "passed" : "failed"
}

### The order

function compare_order(a, b)
{
	if (get("order.by") == "rank")
		return rank[a] - rank[b]
	if (get("order.by") == "lowest-price")
		return requested[a] - requested[b]
	return -compare_products(units(score[a], 6), requested[b],
	    units(score[b], 6), requested[a])
}

# The first key that tells two apart, in which_key; the lot tells nothing yet.
function compare_keys(a, b,	k, c)
{
	c = 0
	for (k = 1; k <= ties[edition] && c == 0; k++) {
		if (tie[edition, k, "field"] == "")
			break
		if (said[a, k] == "" || said[b, k] == "")
			c = (said[a, k] == "") - (said[b, k] == "")
		else {
			if (tie[edition, k, "as"] == "number")
				c = number[a, k] - number[b, k]
			else
				c = (said[a, k] "") < (said[b, k] "") ? -1 : \
				    (said[a, k] "") > (said[b, k] "")
			if (tie[edition, k, "best"] == "high")
				c = -c
		}
		which_key = k
	}
	return c
}

function compare(a, b,	c)
{
	c = 0
	if (by_lots)
		c = app_lot[a] - app_lot[b]
	if (c == 0)
		c = compare_order(a, b)
	if (c == 0)
		c = app_lot[a] - app_lot[b]
	if (c == 0)
		c = compare_keys(a, b)
	return c != 0 ? c : (a "") < (b "") ? -1 : 1
}

function sort_passed(	i, j, name)
{
	by_lots = get("per_ngo.most") == "" || get("per_ngo.across") == "lots"
	for (i = 1; i <= count; i++) {
		if (standing[came[i]] != "passed")
			continue
		name = came[i]
		for (j = passed; j >= 1 && compare(name, order[j]) < 0; j--)
			order[j + 1] = order[j]
		order[j + 1] = name
		passed++
	}
}

# Find ties and what tells them apart; draw the lot.
function find_ties(	i, from, run, c)
{
	for (i = 1; i <= passed; i++)
		together[order[i]] = 1
	for (from = 1; from <= passed; from = i) {
		for (i = from + 1; i <= passed &&
		    app_lot[order[i]] == app_lot[order[from]] &&
		    compare_order(order[from], order[i]) == 0; i++)
			;
		if (i - from == 1)
			continue
		run = from
		tied[order[from]] = 1
		for (c = from + 1; c < i; c++) {
			tied[order[c]] = 1
			if (compare_keys(order[c - 1], order[c]) == 0)
				continue
			if (which_key > told[order[c - 1]])
				told[order[c - 1]] = which_key
			told[order[c]] = which_key
			tell(run, c)
			run = c
		}
		tell(run, i)
	}
}

function tell(from, to,	i, list)
{
	if (to - from > 1 && ties[edition] > 0 && lot_awaits == "" &&
	    tie[edition, ties[edition], "field"] == "" && to - from <= 65535) {
		for (i = from; i < to; i++)
			list[i - from + 1] = order[i]
		draw(list, to - from)
		for (i = from; i < to; i++) {
			order[i] = list[i - from + 1]
			told[order[i]] = ties[edition]
			drawn[order[i]] = (i - from + 1) " of " (to - from)
		}
		return
	}
	for (i = from; i < to; i++)
		together[order[i]] = to - from
}

### The decisions

function look(name,	lot, limit)
{
	lot = app_lot[name]
	limit = get("per_ngo.most")
	if (limit != "" && awards[bin[name]] >= limit + 0)
		return "ngo"
	if (lot in undecided)
		return "behind"
	if (limit != "" && awards[bin[name]] + open[bin[name]] >= limit + 0)
		return "open"
	if (awarded[lot] >= places[lot])
		return "places"
	if (lot in stopped)
		return "stopped"
	if (requested[name] <= left[lot])
		return "fully"
	if (get("partial.share") != "" && left[lot] > 0 &&
	    left[lot] >= units(least(), 2) &&
	    compare_products(left[lot], 1000000, requested[name],
	    units(get("partial.share"), 6)) >= 0)
		return "partly"
	return "budget"
}

function least()
{
	return get("partial.amount") == "" ? "0.00" : get("partial.amount")
}

# Decide; the places are those after `first_awarded` and `first_reserved`.
function settle(name, why, first_awarded, first_reserved,	lot)
{
	lot = app_lot[name]
	how[name] = why
	before[name] = left[lot]
	amount[name] = place[name] = ""
	full[name] = 0
	if (why == "fully" || why == "partly") {
		decision[name] = "awarded"
		amount[name] = why == "fully" ? requested[name] : left[lot]
		left[lot] -= amount[name]
		place[name] = first_awarded + 1
		awarded[lot]++
		awards[bin[name]]++
	} else if (why == "ngo") {
		decision[name] = "rejected"
	} else if (why == "behind" || why == "open" || why == "tied") {
		decision[name] = "reserve"
		if (!(lot in undecided))
			undecided[lot] = name
		open[bin[name]]++
	} else {
		decision[name] = "reserve"
		place[name] = first_reserved + 1
		reserved[lot]++
		if (get("reserve.most") != "" &&
		    place[name] > get("reserve.most") + 0) {
			decision[name] = "rejected"
			place[name] = ""
			full[name] = 1
		}
	}
	if (why == "budget" && get("budget.short") == "stop")
		stopped[lot] = name
	of_ngo[name] = awards[bin[name]]
}

# Those that nothing tells apart, unless their order makes no odds.
function settle_group(from, n,	i, lot, able, shut, unsure, fully, partly, a, r, l, s, why, was)
{
	lot = app_lot[order[from]]
	a = awarded[lot] + 0
	r = reserved[lot] + 0
	l = left[lot]
	s = lot in stopped
	for (i = from; i < from + n; i++) {
		why = was[i] = look(order[i])
		able += why == "fully" || why == "partly"
		shut += why == "ngo"
		unsure += why == "open"
	}
	for (i = from; i < from + n; i++) {
		settle(order[i], was[i] ~ /ly$/ ? look(order[i]) : was[i], a, r)
		fully += how[order[i]] == "fully"
		partly += how[order[i]] == "partly"
	}
	if (fully + partly == able && (partly == 0 || able <= 1) &&
	    (able == 0 || (unsure == 0 && \
	    (get("budget.short") != "stop" || able + shut == n))))
		return
	for (i = from; i < from + n; i++)
		if (decision[order[i]] == "awarded")
			awards[bin[order[i]]]--
		else if (how[order[i]] == "open" || how[order[i]] == "behind")
			open[bin[order[i]]]--
	awarded[lot] = a
	reserved[lot] = r
	left[lot] = l
	if (!s)
		delete stopped[lot]
	delete undecided[lot]
	for (i = from; i < from + n; i++)
		settle(order[i], look(order[i]) == "ngo" ? "ngo" : "tied", a, r)
}

function decide(	i, n)
{
	for (i = 1; i <= passed; i += n) {
		n = together[order[i]]
		if (n > 1)
			settle_group(i, n)
		else
			settle(order[i], look(order[i]),
			    awarded[app_lot[order[i]]] + 0,
			    reserved[app_lot[order[i]]] + 0)
	}
	for (i = 1; i <= count; i++) {
		n = came[i]
		if (standing[n] == "passed")
			continue
		how[n] = standing[n]
		decision[n] = how[n] ~ /^un/ ? "not-scored" : "rejected"
	}
}

### What is printed

function order_words(name)
{
	if (get("order.by") == "rank")
		return "rank " rank[name]
	if (get("order.by") == "lowest-price")
		return "price " money(requested[name])
	return "score " score[name] " for " money(requested[name])
}

function short(s)
{
	if (s ~ /\./) {
		sub(/0+$/, "", s)
		sub(/\.$/, "", s)
	}
	return s
}

function reason(name,	why, lot, s)
{
	why = how[name]
	lot = app_lot[name]
	if (why == "returned")
		s = "returned: " remark[name]
	else if (why == "unseen")
		s = "not scored: it is not among the scores"
	else if (why == "unscored")
		s = "not scored: " remark[name]
	else if (why == "failed")
		s = "score " score[name] (get("pass.mark") == "" ? \
		    " failed by the rubric" : (get("pass.best") == "low" ? \
		    " is above" : " is below") " the pass mark of " \
		    short(get("pass.mark")))
	else if (why == "ngo")
		s = "limit per NGO: " bin[name] " has " of_ngo[name] " of " \
		    get("per_ngo.most")
	else if (why == "behind")
		s = "undecided: behind " undecided[lot]
	else if (why == "open")
		s = "undecided: limit per NGO, and others are undecided of " \
		    bin[name]
	else if (why == "tied")
		s = "undecided: nothing tells it apart from " \
		    (together[name] - 1) \
		    (together[name] > 2 ? " others" : " other") \
		    (lot_awaits != "" ? ", the lot awaits " lot_awaits : "")
	else if (why == "places")
		s = "no place left: " awarded[lot] " of " places[lot]
	else if (why == "stopped")
		s = "budget: awards stopped at " stopped[lot]
	else if (why == "budget")
		s = "budget: " money(requested[name]) " requested, " \
		    money(before[name]) " left"
	else {
		s = order_words(name) ", place " place[name] " of " places[lot]
		if (why == "fully")
			s = s ": " money(requested[name]) " of " \
			    money(before[name]) " left"
		else
			s = s ", in part: " money(requested[name]) \
			    " requested, all of " money(before[name]) \
			    " left, at least " short(get("partial.share")) \
			    " of it and " money(units(least(), 2))
	}
	if (full[name])
		s = s "; the reserve is full: " get("reserve.most")
	if (!(name in tied))
		return s
	if (together[name] > 1)
		return s (place[name] != "" ? "; tie: place shared" : "")
	if (name in drawn)
		return s "; tie: broken by lot, drawn " drawn[name] " with " \
		    lot_key
	return s "; tie: broken by " tie[edition, told[name], "field"]
}

function article(name,	why)
{
	why = how[name]
	if (own_cite[name] != "")
		return own_cite[name]
	if (full[name])
		return cite("reserve")
	return cite(part_of[why])
}

BEGIN {
	known_rules = " (from|cite|order|pass|places|budget|partial|per_ngo|" \
	    "reserve|form|ties|quorum|vote)" \
	    "(\\.(by|mark|best|short|share|amount|most|across|cite))? "
	split("returned form unseen pass unscored pass failed pass ngo per_ngo " \
	    "behind ties open per_ngo tied ties places places stopped budget " \
	    "budget budget partly partial fully order", word, " ")
	for (i = 1; i in word; i += 2)
		part_of[word[i]] = word[i + 1]
	if (day == "" || rules == "" || lots == "" || scores == "")
		stop("needs -v day=, rules=, lots= and scores=")
	read_rules(rules)
	read_lots()
	if (applications != "")
		read_applications()
	read_scores()
	sort_passed()
	find_ties()
	decide()
	print "application\tlot\tbin\trequested\tscore\trank\tdecision\t" \
	    "place\tamount\tdecided_on\treason\tcite"
	for (i = 1; i <= count; i++) {
		n = came[i]
		print n "\t" lot_id[app_lot[n]] "\t" bin[n] "\t" \
		    money(requested[n]) "\t" score[n] "\t" rank[n] "\t" \
		    decision[n] "\t" place[n] "\t" \
		    (amount[n] == "" ? "" : money(amount[n])) "\t" day "\t" \
		    reason(n) "\t" article(n)
	}
}
