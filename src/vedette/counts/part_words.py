"""The wordings by which English tells a part from a total, as patterns over the text beside a count."""

from __future__ import annotations

import re

_HARMED = (
    r"(?:dead|killed|deaths?|victims?|fatalities|bodies|corpses|slain|deceased|martyrs|wounded|injured|hurt|casualties|"
    r"arrested|arrests|detained|detainees|suspects|prisoners|captives|hostages|abducted|kidnapped|seized|missing|shot|"
    r"displaced|deported|evacuated|evacuees|released|freed|rescued|passengers|group|names|coffins|total)"
)
_THEM = r"(?:them|whom|which|these|those)"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# Right after a part: "two of them", "one of whom", "three more of those", "three Japanese engineers among them".
OF_THEM_AFTER = _compile(
    rf"\s*(?:[\w-]+\s+){{0,2}}?of\s+{_THEM}\b(?!\s+{_HARMED})|(?:\s+[\w-]+){{0,4}}?\s+(?:among|amongst)\s+them\b|"
    r"(?:\s+[\w-]+){0,3}?\s+included\b\s*[,.)]"
)
# "four of the dead", "seven of the bodies", "two of those shot".
OF_HARMED_AFTER = _compile(rf"\s*(?:[\w-]+\s+){{0,2}}?of\s+(?:the|those|these)\s+(?:\w+\s+){{0,2}}?{_HARMED}\b")
# "a nurse was among the dead", "three children among those hurt", "two of their leaders among their number".
AMONG_AFTER = _compile(
    rf"[^.;:]{{0,120}}?\b(?:among|amongst)\s+(?:(?:the|those)\s+(?:\w+\s+)?{_HARMED}|(?:their|its)\s+number|the\s+(?:first|last|youngest|oldest)\s+of\s+them)\b"
)
# "also among the dead was a journalist"
AMONG_BEFORE = _compile(
    rf"\b(?:among|amongst)\s+(?:{_THEM}|(?:the|those)\s+(?:\w+\s+)?{_HARMED})\s+(?:is|was|were|are|being)\s+(?:an?|the|also)?\s*$"
)
# "two of the soldiers": the noun tells which count they belong to.
OF_NOUN_AFTER = _compile(
    r"\s*(?:[\w-]+\s+){0,2}?of\s+(?:the|those|these|its|their)\s+(?P<whom>[\w-]+(?:\s+[\w-]+){0,2})"
)
# Right before a part: "one of them a girl of four", "one of whom was a nurse", "one of them, a waiter".
OF_THEM_BEFORE = _compile(rf"\bof\s+{_THEM}\s*,?\s*(?:is|was|were|are|being)?\s*(?:an?|the|also|of)?\s*$")
OF_HARMED_BEFORE = _compile(
    rf"\bof\s+(?:the|those|these)\s+(?:\w+\s+)?{_HARMED}\s*,?\s*(?:is|was|were|are)?\s*(?:an?|the)?\s*$"
)
OF_THEM_INSIDE = _compile(rf"\bof\s+{_THEM}\b")
OF_THE = _compile(r"\s+of\s+the\s+")
# "12 of the 31", "one of the two"; "Of the 47, 33 were", "of the 26 dead, it established that 19".
OF_NUMBER_AFTER = _compile(
    r"(?:\s*(?:\w+\s+)?(?:out\s+of|of\s+(?:the|these|those|its|their|some|about))(?:\s+the)?|"
    r"[^.;:]{0,40}?\b(?:among|amongst)(?:\s+the)?)\s+(?:at\s+least\s+)?(?P<size>[\w-]+)"
)
OF_NUMBER_BEFORE = _compile(r"\b(?:of|among)\s+(?:the|these|those)\s+(?P<size>[\w-]+)\b[^.;]*$")
COMMA_BEFORE = _compile(r",\s*$")
SAYS_HOW_AFTER = _compile(
    r"\s+(?:an?\s|with\s|in\s+(?:a\s+)?(?:critical|serious|grave|stable)|seriously|critically|gravely|badly|severely)"
)
# "two of the wounded died on the way, four more on the wards"; "83 of the deaths were the army's, 57 the rebels'".
GOES_ON_AFTER = _compile(r"\s+(?:more|others?)\b|\s+(?:by|in|at|on|for|from|to)\b|\s*[,;.]")
# Another source's figure is a rival, not a further part: "the police say nine", "the embassy of five".
RIVAL_SOURCE = _compile(
    r"\b(?:say|says|said|acknowledge[sd]?|admit(?:s|ted)?|claim(?:s|ed)?|counts?|counted|speaks?|spoke|reports?|"
    r"reported|puts?|gave|gives?|tells?|told)\b|\bof\s+$"
)
THE_REST = _compile(r"\s*(?:others|rest|remainder)\s*")
# "a sixth victim, a waiter"
NTH_BEFORE = _compile(
    r"\ban?\s+(?P<nth>[\w-]+)\s+(?:victim|person|body|fatality|casualty|death)\b[^.;\w]{0,3}(?:an?|the)?\s*$"
)
# "20 dead (12 civilians)"
IN_BRACKETS = _compile(r"[^.;:()]{0,40}\(\s*")
# "One, a child, died": at the head of a sentence.
ONE_APPOSED_AFTER = _compile(r",\s+(?:an?|the)\s[^,.;]{2,60},")
HARM_VERB = _compile(r"\b(?:kill|wound|injur|arrest|detain|abduct|kidnap|releas|free|rescu|displac)\w*")
REMAINS_AFTER = _compile(r"\s*(?:,[^,.;]*,\s*)?(?:remains|is\s+still)\b")
# Between a total and its parts in one sentence, or at the head of a later one.
OPENS_PARTS = _compile(
    rf"\b(?:including|included|includes|include|(?:among|amongst)\s+{_THEM}|of\s+{_THEM}|counting|namely|comprising|"
    r"consisting\s+of|made\s+up\s+of|consisted\s+of|comprised)\b"
)
CLOSES_PARTS = _compile(
    r"[;)]|\b(?:while|whereas|but|compared|against|although|however|reduced|revised|corrected|raised|lowered|counts?|tolls?|figures?)\b"
)
TELLS_PARTS = _compile(
    rf"\W*(?:also\s+)?(?:(?:among|amongst|of)\s+(?:them|these|those|the\s+(?:\w+\s+)?{_HARMED})\b|"
    rf"(?:those|the)\s+(?:\w+\s+){{0,2}}?{_HARMED}\b[^.;]{{0,40}}?(?:\b(?:are|were|is|was)\s+|:\s*)(?:an?\s)?$|"
    r"they\s+(?:are|were)\s+(?:an?\s)?$)"
)
# A bare number at the head of a sentence, of which something is said that is no new harm: "Three were children."
STARTS = _compile(r"\W*")
WERE_AFTER = _compile(
    rf"\s+remain(?:s|ed)?\b|\s+(?:were|are|was|is)\s+(?!(?:\w+ly\s+)?(?:also\s+)?(?:{_HARMED}|beaten|taken|held|being|treated|still)\b)\w"
)
OTHER_BEFORE = _compile(r"\b(?:the|its|their)\s+(?:other|remaining)\s*$")
# "which brings the dead to six", "has risen to five after": the total of a running toll.
RUNNING_TOTAL = _compile(
    r"\b(?:(?:br(?:ing|ought)\w*|tak(?:es?|ing|en)|took|rais\w+|push\w*|ris(?:es?|en|ing)|rose|climb\w+|grew|grown|"
    r"increas\w+|now\s+stands)\b[^.;]{0,60}?\s(?:to|at)|reach\w*(?:\s+\w+){0,2})\s+$"
)
DIES = _compile(r"\b(?:died|succumb\w*|dead|killed|deaths?|arrivals?|bod(?:y|ies)|corpses?|tolls?)\b")
# Between two members of one list stand only their own words, a comma or an "and".
LIST_GAP = _compile(
    r"[^.;:]{0,90}?(?:,|,?\s+and|,?\s+plus|,?\s+as\s+well\s+as|\s+with)"
    r"\s+(?:an?|the|one|his|her|their|its|our|another|also)?\s*"
)
BREAKS_LIST = _compile(
    r"\b(?:were|was|has|have|had|is|are|said|says|while|but|wound\w*|injur\w*|kill\w*|died|arrest\w*|detain\w*|"
    rf"abduct\w*|kidnap\w*|hurt|free\w*|releas\w*|against|of\s+{_THEM}|includ\w+|(?:among|amongst)\s+{_THEM})\b"
)
OPENS_LIST = _compile(r"[:(–—]")
COMMA = _compile(r",")
CLOSES_APPOSITION = _compile(
    r"(?![^,.;:)]*\b(?:died|die|were|was|are|is|have|had|perished|fell|lost)\b)[^,.;:)]{0,60}[,.)]"
)
SET_ASIDE = _compile(r"\b(?:not|than|instead\s+of|from|twice(?:\s+the)?|against|initially)\s+(?:the\s+)?$")
