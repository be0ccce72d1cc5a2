#!/bin/sh
# run: forum-track -r terms -d 2026-04-15 collected.tsv
# shellcheck disable=SC2016 # a $ in a transcript is for its shell
. "${0%/*}/lib.sh"
. "$src/t/show.sh"

cp "$src"/share/examples/*.tsv .

cat >all <<'EOF'
exec forum-track -r terms --routes routes.tsv --answers answers.tsv \
    --extensions extensions.tsv "$@" collected.tsv
EOF
chmod +x all

try 'the story: what is owed comes first, the soonest first' <<'END'
$ ./all -d 2026-04-15 | ./show proposal body due state late late_working owes owed_by
> proposal | body | due | state | late | late_working | owes | owed_by
> R-7 | labour | 2026-04-09 | overdue | 6 | 4 | answer | 2026-04-09
> W-105 | transport | 2026-04-16 | forwarded |  |  | answer | 2026-04-16
> F26-4 | health | 2026-04-17 | forwarded |  |  | answer | 2026-04-17
> W-108 | ecology | 2026-05-06 | forwarded |  |  | answer | 2026-05-06
> R-3 | akimat:310000000 | 2026-05-29 | extended |  |  | answer | 2026-05-29
> R-1 | education | 2026-04-02 | answered |  |  |  | 
> R-2 | ecology | 2026-04-02 | late | 5 | 3 |  | 
> R-4 | education | 2026-04-03 | answered |  |  |  | 
> R-5 | culture | 2026-04-07 | answered |  |  |  | 
> R-6 | culture | 2026-04-07 | answered |  |  |  | 
> W-101 | ecology | 2026-04-03 | answered |  |  |  | 
> W-102 | health | 2026-04-07 | answered |  |  |  | 
> W-103 | health | 2026-04-09 | answered |  |  |  | 
> W-104 | labour | 2026-04-13 | answered |  |  |  | 
> W-106 | culture | 2026-04-15 | answered |  |  |  | 
> W-107 | culture | 2026-04-16 | answered |  |  |  | 
> F26-2 | digital | 2026-04-14 | answered |  |  |  | 
> F26-3 | digital | 2026-04-14 | answered |  |  |  | 
> F26-1 | science | 2026-04-02 | answered |  |  |  | 
END

try 'outcomes, acts, and what is wrong with its article' <<'END'
$ ./all -d 2026-04-15 | ./show proposal extension extended_until answer answered_on act wrong cite | sed -n '1,2p;6,8p;12p;17p'
> proposal | extension | extended_until | answer | answered_on | act | wrong | cite
> R-7 | unlawful | 2026-07-31 |  |  |  | answer 6 days late; extended for longer than the law allows, 2026-06-08 | Code 350-VI, art. 76
> R-3 | lawful | 2026-05-29 |  |  |  |  | Code 350-VI, art. 76 p. 3
> R-1 |  |  | accepted | 2026-03-31 | A-1 |  | Code 350-VI, art. 76
> R-2 |  |  | partly | 2026-04-07 |  | answer 5 days late | Code 350-VI, art. 76
> W-101 |  |  | done | 2026-04-03 | A-2 |  | Code 350-VI, art. 76
> W-107 |  |  | partly | 2026-04-08 | A-4 | forwarding 7 days late | Code 350-VI, art. 76
END

try 'titles stand where the proposals have them' <<'END'
$ ./all -d 2026-04-15 | sed -n '1p;4p' | cut -f 1-3; cut -f 1,13 collected.tsv | forum-track -d 2026-04-15 -r terms | sed 1q | cut -f 1,2
> proposal	title	received
> F26-4	Nurses	2026-03-27
> proposal	received
END

try 'an earlier day: nothing that came later is known' <<'END'
$ ./all -d 2026-03-16 | ./show proposal state forwarded_on owes owed_by answer
> proposal | state | forwarded_on | owes | owed_by | answer
> W-107 | registered |  | forward | 2026-03-19 | 
> R-1 | forwarded | 2026-03-06 | answer | 2026-04-02 | 
> R-2 | forwarded | 2026-03-06 | answer | 2026-04-02 | 
> R-3 | forwarded | 2026-03-06 | answer | 2026-04-02 | 
> F26-1 | forwarded | 2026-03-06 | answer | 2026-04-02 | 
> R-4 | forwarded | 2026-03-10 | answer | 2026-04-03 | 
> W-101 | forwarded | 2026-03-10 | answer | 2026-04-03 | 
> R-5 | forwarded | 2026-03-12 | answer | 2026-04-07 | 
> R-6 | forwarded | 2026-03-12 | answer | 2026-04-07 | 
> W-102 | forwarded | 2026-03-12 | answer | 2026-04-07 | 
> R-7 | forwarded | 2026-03-16 | answer | 2026-04-09 | 
> W-103 | forwarded | 2026-03-16 | answer | 2026-04-09 | 
> W-104 | future |  |  |  | 
> W-105 | future |  |  |  | 
> W-106 | future |  |  |  | 
> W-108 | future |  |  |  | 
> F26-2 | future |  |  |  | 
> F26-4 | future |  |  |  | 
> F26-3 | future |  |  |  | 
END

try 'for cron: what is overdue or falls due within days' <<'END'
$ for days in '' =0 =1 =2; do ./all -d 2026-04-15 --check$days | cut -f 1,12 | paste -s -d ' ' -; done
> proposal	owed_by R-7	2026-04-09
> proposal	owed_by R-7	2026-04-09
> proposal	owed_by R-7	2026-04-09 W-105	2026-04-16
> proposal	owed_by R-7	2026-04-09 W-105	2026-04-16 F26-4	2026-04-17
END

try 'and it exits 1' <<'END'
$ ./all -d 2026-04-15 --check
> proposal	title	received	body	forwarded_on	forward_by	due	state	late	late_working	owes	owed_by	extended_until	extension	answer	answered_on	act	wrong	cite
> R-7	Мүгедектігі бар адамдарға жұмыс	2026-03-16	labour	2026-03-16	2026-03-19	2026-04-09	overdue	6	4	answer	2026-04-09	2026-07-31	unlawful				answer 6 days late; extended for longer than the law allows, 2026-06-08	Code 350-VI, art. 76
? 1
END

try 'the last day is in time, and due' <<'END'
$ ./all -d 2026-04-16 --check | ./show proposal state late owed_by; ./all -d 2026-04-15 --check=1 | ./show proposal state late owed_by
> proposal | state | late | owed_by
> R-7 | overdue | 7 | 2026-04-09
> W-105 | forwarded |  | 2026-04-16
> proposal | state | late | owed_by
> R-7 | overdue | 6 | 2026-04-09
> W-105 | forwarded |  | 2026-04-16
END

try 'nothing owed: exit 0, and the header' <<'END'
$ grep -e ^id -e ^R-1 collected.tsv >one; forum-track -d 2026-04-01 -r terms --check=0 one >got; cat got | cut -f 1; forum-track -d 2026-04-01 -r terms --check=0 one >/dev/null
> proposal
END

try 'to mail to each body: the bodies by name, each with the soonest first' <<'END'
$ ./all -d 2026-03-24 --by body | ./show body proposal owes owed_by
> body | proposal | owes | owed_by
>  | W-107 | forward | 2026-03-19
> akimat:310000000 | R-3 | answer | 2026-04-02
> culture | W-106 | answer | 2026-04-15
> digital | F26-2 | answer | 2026-04-14
> digital | F26-3 | answer | 2026-04-14
> ecology | R-2 | answer | 2026-04-02
> ecology | W-101 | answer | 2026-04-03
> education | R-1 | answer | 2026-04-02
> education | R-4 | answer | 2026-04-03
> health | W-102 | answer | 2026-04-07
> health | W-103 | answer | 2026-04-09
> labour | R-7 | answer | 2026-04-09
> labour | W-104 | answer | 2026-04-13
> science | F26-1 | answer | 2026-04-02
END

try 'what has no body comes before the first body, whatever is soonest' <<'END'
$ printf 'id\treceived\tbody\na\t2026-03-02\tx\nb\t2026-03-03\t\n' | forum-track -r terms -d 2026-03-20 --by body | ./show body proposal owed_by
> body | proposal | owed_by
>  | b | 2026-03-30
> x | a | 2026-03-27
END

try 'both: what to remind each body of' <<'END'
$ ./all -d 2026-04-15 --by body --check=2 | ./show body proposal owes owed_by
> body | proposal | owes | owed_by
> health | F26-4 | answer | 2026-04-17
> labour | R-7 | answer | 2026-04-09
> transport | W-105 | answer | 2026-04-16
END

try '-e: each step, in its order' <<'END'
$ ./all -d 2026-04-15 -e | grep -e ^proposal -e ^R-2 -e ^R-3 -e ^R-7 -e ^W-107
> proposal	step	on	body	limit	days	until	verdict	why	cite
> R-2	registered	2026-03-06							
> R-2	forwarded	2026-03-06	ecology	2026-03-12			in-time		Code 350-VI, art. 65 (to be confirmed)
> R-2	due	2026-04-02	ecology						Code 350-VI, art. 76
> R-2	answered	2026-04-07	ecology	2026-04-02	5		late	partly	
> R-3	registered	2026-03-06							
> R-3	forwarded	2026-03-06	akimat:310000000	2026-03-12			in-time		Code 350-VI, art. 65 (to be confirmed)
> R-3	extended	2026-03-30	akimat:310000000	2026-06-01		2026-05-29	lawful		Code 350-VI, art. 76 p. 3
> R-3	due	2026-05-29	akimat:310000000						Code 350-VI, art. 76 p. 3
> R-7	registered	2026-03-16							
> R-7	forwarded	2026-03-16	labour	2026-03-19			in-time		Code 350-VI, art. 65 (to be confirmed)
> R-7	extended	2026-04-06	labour	2026-06-08		2026-07-31	unlawful	extended for longer than the law allows	Code 350-VI, art. 76 p. 3
> R-7	due	2026-04-09	labour						Code 350-VI, art. 76
> W-107	registered	2026-03-16							
> W-107	forwarded	2026-03-26	culture	2026-03-19	7		late		Code 350-VI, art. 65 (to be confirmed)
> W-107	due	2026-04-16	culture						Code 350-VI, art. 76
> W-107	answered	2026-04-08	culture	2026-04-16			in-time	partly	
END

# Published deadlines: registered, then 10, 15 and 20 working days.
cat >vectors <<'EOF'
2020-11-27	2020-12-14	2020-12-23	2020-12-30
2021-07-05	2021-07-21	2021-07-28	2021-08-04
2023-06-26	2023-07-12	2023-07-19	2023-07-26
2024-04-30	2024-05-17	2024-05-24	2024-05-31
2025-01-02	2025-01-17	2025-01-24	2025-01-31
2025-10-16	2025-10-31	2025-11-07	2025-11-14
2026-03-06	2026-03-26	2026-04-02	2026-04-09
2026-04-28	2026-05-15	2026-05-22	2026-06-01
2026-10-16	2026-11-02	2026-11-09	2026-11-16
2026-12-14	2026-12-29	2027-01-08	2027-01-15
2027-03-05	2027-03-26	2027-04-02	2027-04-09
EOF
{ printf 'id\treceived\n'; awk '{ print "V" NR "\t" $1 }' vectors; } >registered

# terms DAYS: a rule file of one's own.
terms()
{
	cat <<EOF
rules: terms
title: Terms
cite: a test
terms:
  appeal:
    title: to answer
    editions:
      - from: 2018-01-01
        cite: article 1
        length: $1 working days
        roll: yes
  forwarding:
    title: to forward
    editions:
      - from: 2018-01-01
        cite: article 2
        length: 3 working days
  extension-notice:
    title: to tell
    editions:
      - from: 2018-01-01
        cite: article 3
        length: 3 working days
EOF
}

for days in 10 15 20; do
	terms "$days" >"term$days.yaml"
	cut -f $((days / 5)) vectors >want
	forum-track -r "./term$days.yaml" -d 2027-12-31 registered |
	    ./show proposal due | sed '1d; s/ | / /; s/V//' | sort -n |
	    cut -d ' ' -f 2 >got
	report "the published deadlines of $days working days"
done
sed 1d vectors | cut -f 3 >want
sed 2d registered | forum-track -r terms -d 2027-12-31 |
    ./show proposal due | sed '1d; s/ | / /; s/V//' | sort -n |
    cut -d ' ' -f 2 >got
report 'the published deadlines by the law, from 2021-07-05 on'

cat >turn <<'EOF'
id	received
old	2021-06-30
new	2021-07-01
EOF
cat >turn-routes <<'EOF'
proposal	body	forwarded_on
old	a	2021-07-02
new	a	2021-07-02
EOF
cat >turn-extensions <<'EOF'
proposal	until	reason	decided_on	told_on
old	2021-08-10	because	2021-07-08	2021-07-08
new	2021-08-10	because	2021-07-08	2021-07-08
EOF
try 'the law on the day of registration decides, before and after 01.07.2021' <<'END'
$ forum-track -r terms -d 2021-07-10 turn | ./show proposal due owes cite
$ forum-track -r terms -d 2021-07-10 --routes turn-routes --extensions turn-extensions turn | ./show proposal forward_by due extension wrong cite
$ forum-track -r terms:appeal-check -d 2021-07-10 turn | ./show proposal due cite
> proposal | due | owes | cite
> old | 2021-07-15 | answer | Law 221 of 12.01.2007, art. 8 (to be confirmed)
> new | 2021-07-26 | answer | Code 350-VI, art. 76
> proposal | forward_by | due | extension | wrong | cite
> old |  | 2021-07-15 | unlawful | extended, which the law does not know | Law 221 of 12.01.2007, art. 8 (to be confirmed)
> new | 2021-07-07 | 2021-08-10 | lawful |  | Code 350-VI, art. 76 p. 3
> proposal | due | cite
> new | 2021-07-26 | Code 350-VI, art. 76
> old | 2021-07-30 | Law 221 of 12.01.2007, art. 8 (to be confirmed)
END

cat >hops <<'EOF'
id	received
none	2026-03-02
two	2026-03-02
late	2026-03-02
plan	2026-03-02
EOF
cat >hop-routes <<'EOF'
proposal	body	forwarded_on
two	b	2026-03-12
two	a	2026-03-05
late	a	2026-03-10
late	b	2026-03-13
plan	a	
EOF
try 'the term starts anew with each body; forwarding has a term of its own' <<'END'
$ forum-track -r terms -d 2026-03-06 --routes hop-routes hops | ./show proposal body forwarded_on forward_by due state owes owed_by late wrong
$ forum-track -r terms -d 2026-04-07 --routes hop-routes hops | ./show proposal body forwarded_on forward_by due state owes owed_by late wrong
> proposal | body | forwarded_on | forward_by | due | state | owes | owed_by | late | wrong
> none |  |  | 2026-03-05 | 2026-03-27 | registered | forward | 2026-03-05 | 1 | forwarding 1 day late
> late |  |  | 2026-03-05 | 2026-03-27 | registered | forward | 2026-03-05 | 1 | forwarding 1 day late
> plan |  |  | 2026-03-05 | 2026-03-27 | registered | forward | 2026-03-05 | 1 | forwarding 1 day late
> two | a | 2026-03-05 | 2026-03-11 | 2026-04-01 | forwarded | forward | 2026-03-11 |  | 
> proposal | body | forwarded_on | forward_by | due | state | owes | owed_by | late | wrong
> none |  |  | 2026-03-05 | 2026-03-27 | overdue | forward | 2026-03-05 | 33 | forwarding 33 days late; answer 11 days late
> plan |  |  | 2026-03-05 | 2026-03-27 | overdue | forward | 2026-03-05 | 33 | forwarding 33 days late; answer 11 days late
> two | b | 2026-03-12 | 2026-03-11 | 2026-04-07 | forwarded | answer | 2026-04-07 |  | forwarding 1 day late
> late | b | 2026-03-13 | 2026-03-13 | 2026-04-08 | forwarded | answer | 2026-04-08 |  | forwarding 5 days late
END

try 'without routes nobody is asked to forward; the body is what the record says' <<'END'
$ printf 'id\treceived\tbody\na\t2026-03-02\tx\nb\t2026-03-02\t\n' | forum-track -r terms -d 2026-03-20 | ./show proposal body forward_by due state owes
> proposal | body | forward_by | due | state | owes
> a | x |  | 2026-03-27 | forwarded | answer
> b |  |  | 2026-03-27 | registered | answer
END

# One proposal, due on 2026-03-27, and its extensions by line.
printf 'id\treceived\np\t2026-03-02\n' >p
cat >extend <<'EOF'
printf 'proposal\tuntil\treason\tdecided_on\ttold_on\n' >x
cat >>x
forum-track -r terms -d "$1" --extensions x p | ./show due state extension wrong | sed 1d
EOF
try 'an extension: two months at most, reasoned, told within three days' <<'END'
$ printf 'p\t2026-05-26\twhy\t2026-03-26\t2026-03-31\n' | sh extend 2026-04-10
$ printf 'p\t2026-05-27\twhy\t2026-03-26\t2026-03-31\n' | sh extend 2026-04-10
$ printf 'p\t2026-05-28\twhy\t2026-03-26\t2026-03-31\n' | sh extend 2026-04-10
$ printf 'p\t2026-05-26\twhy\t2026-03-26\t2026-04-01\n' | sh extend 2026-04-10
$ printf 'p\t2026-05-26\twhy\t2026-03-26\t\n' | sh extend 2026-03-31
$ printf 'p\t2026-05-26\twhy\t2026-03-26\t\n' | sh extend 2026-04-01
$ printf 'p\t2026-05-26\t  \t2026-03-26\t2026-03-31\n' | sh extend 2026-04-10
$ printf 'p\t2026-03-27\twhy\t2026-03-20\t2026-03-20\n' | sh extend 2026-03-24
$ printf 'p\t2026-03-30\twhy\t2026-03-20\t2026-03-20\n' | sh extend 2026-03-24
$ printf 'p\t2026-05-27\twhy\t2026-03-27\t2026-03-31\n' | sh extend 2026-04-10
$ printf 'p\t2026-05-16\twhy\t2026-03-26\t2026-03-31\n' | sh extend 2026-04-10
$ printf 'p\t2026-05-26\twhy\t2026-03-26\t2026-03-31\n' | sh extend 2026-03-25
> 2026-05-26 | extended | lawful | 
> 2026-03-27 | overdue | unlawful | answer 14 days late; extended for longer than the law allows, 2026-05-26
> 2026-03-27 | overdue | unlawful | answer 14 days late; extended for longer than the law allows, 2026-05-26
> 2026-03-27 | overdue | unlawful | answer 14 days late; of the extension the author was not told in time
> 2026-05-26 | extended | lawful | 
> 2026-03-27 | overdue | unlawful | answer 5 days late; of the extension the author was not told in time
> 2026-03-27 | overdue | unlawful | answer 14 days late; extended without a reason
> 2026-03-27 | registered | unlawful | extended to a day that is not later
> 2026-03-30 | extended | lawful | 
> 2026-05-28 | extended | lawful | 
> 2026-05-18 | extended | lawful | 
> 2026-03-27 | registered |  | 
END

try 'extended after the due day: named, in any order of the lines' <<'END'
$ printf 'p\t2026-05-28\twhy\t2026-03-28\t2026-03-31\n' | sh extend 2026-04-10
$ printf 'p\t2026-05-15\twhy\t2026-04-15\t2026-04-15\np\t2026-04-14\twhy\t2026-03-25\t2026-03-25\n' | sh extend 2026-04-16
$ printf 'p\t2026-05-15\twhy\t2026-04-15\t2026-04-15\np\t2026-04-20\twhy\t2026-03-25\t2026-03-25\n' | sh extend 2026-04-16
> 2026-03-27 | overdue | unlawful | answer 14 days late; extended after it was due
> 2026-04-14 | overdue | unlawful | answer 2 days late; extended after it was due
> 2026-05-15 | extended | lawful | 
! forum-track: x:2: decided_on: 'p' was due before, on 2026-03-27: '2026-03-28'
! forum-track: x:2: decided_on: 'p' was due before, on 2026-04-14: '2026-04-15'
END

# The old term of an appeal with a check: 30 days, extended by 30 from the last
# day; a second one is counted from the first.
printf 'id\treceived\np\t2021-06-01\n' >check
printf 'proposal\tuntil\treason\tdecided_on\ttold_on\n' >check-extensions
try 'extensions from the last day, each of the one before' <<'END'
$ { cat check-extensions; printf 'p\t2021-07-11\twhy\t2021-06-28\t\np\t2021-08-10\twhy\t2021-07-09\t\n'; } >x; forum-track -r terms:appeal-check -d 2021-07-20 --extensions x check | ./show due extension wrong cite
$ sed -i 's/2021-08-10/2021-08-11/' x; forum-track -r terms:appeal-check -d 2021-07-20 --extensions x check | ./show due extension wrong cite
> due | extension | wrong | cite
> 2021-08-10 | lawful |  | Law 221 of 12.01.2007, art. 8 (to be confirmed)
> due | extension | wrong | cite
> 2021-07-11 | unlawful | answer 9 days late; extended for longer than the law allows, 2021-08-10 | Law 221 of 12.01.2007, art. 8 (to be confirmed)
END

try 'an extension whose limit is outside the calendar' <<'END'
$ printf 'id\treceived\np\t2030-11-20\n' >edge; { cat check-extensions; printf 'p\t2031-01-20\twhy\t2030-12-05\t2030-12-05\n'; } >x; forum-track -r terms -d 2030-12-20 --extensions x edge | ./show due state extension wrong; forum-track -e -r terms -d 2030-12-20 --extensions x edge | grep extended; sed 's/why//' x >y; forum-track -r terms -d 2030-12-20 --extensions y edge | ./show due state extension wrong
$ sed -i 's/2031-01-20/2030-12-31/' x; forum-track -r terms -d 2030-12-20 --extensions x edge | ./show due state extension wrong cite
> due | state | extension | wrong
>  | unknown | unknown | the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31; extended beyond the calendar
> p	extended	2030-12-05				2031-01-20	unknown	extended beyond the calendar	Code 350-VI, art. 76 p. 3
> due | state | extension | wrong
> 2030-12-11 | overdue | unlawful | answer 9 days late; extended without a reason
> due | state | extension | wrong | cite
> 2030-12-31 | extended | lawful |  | Code 350-VI, art. 76 p. 3
! forum-track: proposal 'p': until: the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2031-01-20'
! forum-track: proposal 'p': until: the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2031-01-20'
END

cat >odd <<'EOF'
id	received
early	2026-03-02
twice	2026-03-02
other	2026-03-02
none	
far	2031-03-03
edge	2030-12-20
old	2017-12-29
EOF
cat >odd-answers <<'EOF'
proposal	body	kind	on
early	a	accepted	2026-03-01
twice	a	accepted	2026-03-09
twice	b	rejected	2026-03-10
nobody	a	accepted	2026-03-09
other	b	acepted	2026-03-09
none	a	done	2026-03-09
EOF
try 'answers that do not fit, and days without a calendar: each is named' <<'END'
$ forum-track -r terms -d 2026-03-30 --answers odd-answers odd | ./show proposal received due state owes answer wrong
> proposal | received | due | state | owes | answer | wrong
> early | 2026-03-02 | 2026-03-27 | overdue | answer |  | answer 3 days late; 1 record refused
> other | 2026-03-02 | 2026-03-27 | overdue | answer |  | answer 3 days late; 1 record refused
> old | 2017-12-29 |  | unknown | answer |  | outside the calendar, which goes from 2018-01-01 to 2030-12-31
> twice | 2026-03-02 | 2026-03-27 | answered |  | accepted | 1 record refused
> none |  |  | undated |  | done | no day of registration
> far | 2031-03-03 |  | future |  |  | 
> edge | 2030-12-20 |  | future |  |  | 
! forum-track: odd:5: warning: received: no day of registration: when its answer is due is not known
! forum-track: odd:6: warning: received: outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2031-03-03'
! forum-track: odd:7: warning: received: the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2030-12-20'
! forum-track: odd:8: warning: received: outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2017-12-29'
! forum-track: odd-answers:2: on: before 'early' was registered, 2026-03-02: '2026-03-01'
! forum-track: odd-answers:4: proposal: is answered already, on 2026-03-09 by 'a': 'twice'
! forum-track: odd-answers:5: proposal: not among the proposals: 'nobody'
! forum-track: odd-answers:6: kind: not an answer (nearest: accepted): 'acepted'
END

try 'and what is refused or told makes exit 1' <<'END'
$ forum-track -r terms -d 2026-03-30 --answers odd-answers p >got 2>/dev/null || echo $?; sed -n '1p;5p' odd >undated; forum-track -r terms -d 2026-03-30 undated >got 2>/dev/null || echo $?; printf 'proposal\tuntil\treason\tdecided_on\ttold_on\np\t2026-05-28\twhy\t2026-03-28\t\n' >x; forum-track -r terms -d 2026-04-10 --extensions x p >got 2>/dev/null; echo $?
> 1
> 1
> 1
END

try 'a day that nobody can count is told even to cron' <<'END'
$ forum-track -r terms -d 2031-06-01 --check odd 2>/dev/null | ./show proposal state owed_by late late_working
> proposal | state | owed_by | late | late_working
> early | overdue | 2026-03-27 | 1892 | 
> twice | overdue | 2026-03-27 | 1892 | 
> other | overdue | 2026-03-27 | 1892 | 
> none | unknown |  |  | 
> far | unknown |  |  | 
> edge | unknown |  |  | 
> old | unknown |  |  | 
END

cat >far-routes <<'EOF'
proposal	body	forwarded_on
p	a	2030-12-27
EOF
try 'a term that leaves the calendar by its route is named' <<'END'
$ forum-track -r terms -d 2030-12-30 --routes far-routes p | ./show proposal due state owes wrong
> proposal | due | state | owes | wrong
> p |  | unknown | answer | the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31; forwarding 1758 days late
! forum-track: proposal 'p': forwarded_on: the term ends outside the calendar, which goes from 2018-01-01 to 2030-12-31: '2030-12-27'
END

cat >bad-routes <<'EOF'
proposal	body	forwarded_on
p	a	2026-03-01
p	a	2026-03-03
p	a	2026-03-04
q	a	2026-03-04
	a	2026-03-04
p		2026-03-04
p	b	4 March
EOF
cat >bad-extensions <<'EOF'
proposal	until	reason	decided_on	told_on
p	2026-03-24	why	2026-03-25	
p	2026-05-24	why	2026-03-25	2026-03-24
p	2026-05-24	why	2026-03-01	2026-03-24
p	2026-05-24	why	2026-03-20	2026-03-20
p	2026-05-25	why	2026-03-20	2026-03-20
p		why		
EOF
try 'routes and extensions that do not fit' <<'END'
$ forum-track -r terms -d 2026-03-30 --routes bad-routes --extensions bad-extensions p | ./show proposal body due wrong
> proposal | body | due | wrong
> p | a | 2026-03-30 | extended for longer than the law allows, 2026-05-20; 9 records refused
! forum-track: bad-routes:2: forwarded_on: before 'p' was registered, 2026-03-02: '2026-03-01'
! forum-track: bad-routes:4: body: stands twice for 'p': 'a'
! forum-track: bad-routes:5: proposal: not among the proposals: 'q'
! forum-track: bad-routes:6: proposal: required, but empty
! forum-track: bad-routes:7: body: required, but empty
! forum-track: bad-routes:8: forwarded_on: not a date (YYYY-MM-DD): '4 March'
! forum-track: bad-extensions:2: until: before it was decided, 2026-03-25: '2026-03-24'
! forum-track: bad-extensions:3: told_on: before it was decided, 2026-03-25: '2026-03-24'
! forum-track: bad-extensions:4: decided_on: before 'p' was registered, 2026-03-02: '2026-03-01'
! forum-track: bad-extensions:6: decided_on: stands twice for 'p': '2026-03-20'
! forum-track: bad-extensions:7: until: required, but empty
! forum-track: bad-extensions:7: decided_on: required, but empty
END

try 'answered by a body that does not have it' <<'END'
$ printf 'proposal\tbody\tforwarded_on\np\ta\t2026-03-03\n' >r; printf 'proposal\tbody\tkind\ton\np\tb\taccepted\t2026-03-04\n' >a; forum-track -r terms -d 2026-03-30 --routes r --answers a p | ./show body state wrong
> body | state | wrong
> a | answered | answered by another body, b
END

try 'a proposal that is refused is kept; what belongs to it says so' <<'END'
$ printf 'id\treceived\np\t2026-03-02\np\t2026-03-03\nq\t2 March\n' | forum-track -r terms -d 2026-03-30 --routes bad-routes -x kept 2>said | cut -f 1,3; sed 4q said; cat kept
> proposal	body
> p	a
> forum-track: stdin:3: id: stands twice: 'p'
> forum-track: stdin:4: received: not a date (YYYY-MM-DD): '2 March'
> forum-track: bad-routes:2: forwarded_on: before 'p' was registered, 2026-03-02: '2026-03-01'
> forum-track: bad-routes:4: body: stands twice for 'p': 'a'
> id	received	refused_at	refused_why
> p	2026-03-03	stdin:3	id: stands twice: 'p'
> q	2 March	stdin:4	received: not a date (YYYY-MM-DD): '2 March'
END

try 'a proposal with too many routes' <<'END'
$ { printf 'proposal\tbody\tforwarded_on\n'; seq -f 'p	b%g	2026-03-10' 65; } >r; forum-track -r terms -d 2026-03-30 --routes r p | ./show proposal body wrong
> proposal | body | wrong
> p | b64 | forwarding 5 days late; 1 record refused
! forum-track: r:66: proposal: more than 64 records: 'p'
END

try 'options' <<'END'
$ forum-track p; forum-track -r terms --by region p; forum-track -r terms --check=soon p; forum-track -r terms -e --check p; forum-track -r ./term15.yaml:apeal p; forum-track -r terms -d today p
! forum-track: -r terms is needed
! usage: forum-track [-e] [-d date] -r terms [--routes file] [--answers file] [--extensions file] [--by body] [--check[=days]] [-x file] [file ...]
! forum-track: --by: only body: 'region'
! usage: forum-track [-e] [-d date] -r terms [--routes file] [--answers file] [--extensions file] [--by body] [--check[=days]] [-x file] [file ...]
! forum-track: --check: not a number of days from 0 to 9999: 'soon'
! usage: forum-track [-e] [-d date] -r terms [--routes file] [--answers file] [--extensions file] [--by body] [--check[=days]] [-x file] [file ...]
! forum-track: -e: not with --by or --check
! usage: forum-track [-e] [-d date] -r terms [--routes file] [--answers file] [--extensions file] [--by body] [--check[=days]] [-x file] [file ...]
! forum-track: ./term15.yaml:5: no term 'apeal'; did you mean 'appeal'?
! forum-track: -d: not a date (YYYY-MM-DD): 'today'
? 2
END

try 'rule files: a term that is needed, a wrong word, a count that goes on' <<'END'
$ sed '/forwarding/,$d' term15.yaml >short.yaml; forum-track -r ./short.yaml -d 2026-03-30 p
$ sed 's/roll: yes/forwarded: yes/' term15.yaml >odd.yaml; forum-track -r ./odd.yaml -d 2026-03-30 p
$ sed 's/roll: yes/forwarded: counts on/' term15.yaml >on.yaml; forum-track -r ./on.yaml -d 2026-03-06 --routes hop-routes hops 2>&1 | ./show proposal due
> proposal | due
> none | 2026-03-27
> late | 2026-03-27
> plan | 2026-03-27
> two | 2026-03-27
! forum-track: ./short.yaml:5: no term 'extension-notice'
! forum-track: ./odd.yaml:11: forwarded is 'counts on' or 'starts anew', not 'yes'
END

try 'empty, header only, a missing file, no space left' <<'END'
$ forum-track -r terms -d 2026-04-15 --routes none p
$ forum-track -r terms -d 2026-04-15 none
$ : >empty; forum-track -r terms -d 2026-04-15 --answers empty p
$ sed 1q p | forum-track -r terms -d 2026-04-15 | cut -f 1
$ forum-track -r terms -d 2026-04-15 p >/dev/full
> proposal
! forum-track: none: No such file or directory
! forum-track: none: No such file or directory
! forum-track: empty: empty: a header line is needed
! forum-track: stdout: No space left on device
? 2
END

finish
