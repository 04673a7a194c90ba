"""The minutes that each meeting is asked to agree: those of the meeting before it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

OF_22_MAY = """\
# Minutes of the meeting of 22 May 2019

Permanence and Children in Our Care Board, Committee Room 2, County Hall, Marlbury, 14:00 to 15:55

## Present

- Director of Children's Social Care (chair)
- Head of Permanence
- Head of Fostering
- Head of Leaving Care
- Head of Safeguarding and Review
- Virtual School Head
- Designated Nurse for Children in Care
- Commissioning Manager (Placements)
- Performance Manager
- Head of Locality North
- Head of Locality Central
- Housing Strategy Lead (district councils)
- Business Support Manager (minutes)

## Apologies

- Head of Locality East (the Kinship Team Manager attended)
- CAMHS Service Manager
- Finance Business Partner

## Noted

1. **Children looked after.** The number rose again in April. East accounts for most of it: sibling
   groups of three or more, where a single decision brings several children into care.
2. **Homes.** Four children came back from residential care to foster families since March. The
   matching meeting now sees every residential child once a term.
3. **Pathway plans.** Plans are more often in date than a year ago. Young people say that they
   sign them and do not recognise them.
4. **Reflective supervision.** Recording fell after January. Managers hold the sessions; the new
   form takes them twenty minutes and is left for later.

## Resolved

1. That the Head of Fostering brings a costed offer for carers of teenagers in July.
2. That each locality checks every section 20 agreement older than six months by 28 June.
3. That the Virtual School Head sits on the admissions panel for in-year transfers.

## Matters arising

- *Return home interviews.* The provider has filled its second post. Interviews in East are offered
  at weekends from June.
- *Passports and savings accounts.* The list of young people without a passport has been halved;
  the rest need a birth certificate from abroad.

The next meeting is on 3 July 2019.
"""

OF_3_JULY = """\
# Minutes of the meeting of 3 July 2019

Permanence and Children in Our Care Board, Committee Room 2, County Hall, Marlbury, 14:00 to 16:05

## Present

- Director of Children's Social Care (chair)
- Head of Permanence
- Head of Fostering
- Head of Residential Services
- Head of Leaving Care
- Head of Safeguarding and Review
- IRO Manager
- Participation Lead
- Designated Nurse for Children in Care
- Commissioning Manager (Placements)
- Court Progression Manager
- Performance Manager
- Head of Locality North
- Head of Locality East
- Finance Business Partner (items 5 and 9)
- Housing Strategy Lead (district councils)
- Business Support Manager (minutes)

## Apologies

- Head of Locality Central (the Principal Social Worker attended)
- Virtual School Head
- Head of Legal (Children)
- CAMHS Service Manager

## Noted

1. **What young people told us.** 212 children and young people answered the summer survey. Most
   know how to reach their social worker; fewer than half know who their reviewing officer is.
   Two care leavers told the board what moving with bin bags is like. Every team now holds cases.
2. **Delivery plan.** The board went through the red actions one by one. It was not content that
   some actions past their date were still rated Green, and asked leads to say *done* or *new date*.
3. **Permanence tracker.** Early permanence planning meetings are held in all three localities.
   Children wait longest between the second review and the agency decision.
4. **Council tax.** Nine of twelve districts exempt care leavers up to 25. Two will decide in
   September; one has asked for figures on cost first.
5. **Part II.** The report on agency fees was taken in private, and the public minute ends here.

## Resolved

1. That the minutes of 22 May 2019 are a correct record and that the actions marked done are closed.
2. That the first four solo placements are bought as a block, with a break clause after one year.
3. That the chair writes to the clinical commissioning group in support of two more paediatric
   clinics a week until December 2019.
4. That the fee agreed under item 9 is offered to both agencies before the end of July.

## Matters arising

- *Offer for carers of teenagers.* The costed offer was tabled. It returns to the budget group,
  since the retainer for respite weekends is not funded after March.
- *Section 20 agreements.* North and Central have finished their checks. East has eleven left,
  each with a date in July.
- *Admissions panel.* The Virtual School Head has a seat from September.

The next meeting is on 14 August 2019.
"""

MINUTES = {date(2019, 7, 3): OF_22_MAY, date(2019, 8, 14): OF_3_JULY}


def write_minutes(board: date, path: Path) -> None:
    """Write the minutes that this meeting agrees."""
    path.write_text(MINUTES[board], encoding="utf-8", newline="\n")
