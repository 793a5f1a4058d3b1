"""Which language a text is in."""

from __future__ import annotations

_ENOUGH_LETTERS = 60  # below this a guess is wrong too often to be worth saying
_SAMPLE_CHARS = 6_000


def language_of(text: str) -> str | None:
    """Give the ISO 639-1 code of a text's language, or None where the text is too short to tell."""
    # Cables and old wire copy are in capitals, which detectors take for other languages.
    sample = text[:_SAMPLE_CHARS].lower()
    if sum(character.isalpha() for character in sample) < _ENOUGH_LETTERS:
        return None
    from py3langid import classify  # type: ignore[import-untyped]

    code: str = classify(sample)[0]
    return code
