"""Doubts worth a person's eye: the catalogue of codes, what each means and what to do about it."""

from __future__ import annotations

from types import MappingProxyType

CATALOGUE = MappingProxyType(
    {
        "D01": ("year not in the text, inferred", "give --published, or check the year"),
        "D02": ("a date that cannot be resolved", "read the sentence; the fact stays undated"),
        "D03": ("dates of the text contradict each other", "check the publication date"),
        "E01": ("a trigger without the party it needs", "read the sentence; no fact was made"),
        "E02": ("a measure that no closed list holds", "add the word to ontology/schemes or ignore"),
        "E03": ("the deciding organ may not give this measure", "check who decided"),
        "E04": ("a plan, demand or allegation, kept apart from the facts", "nothing, unless it did happen"),
        "R01": ("a pronoun or short form that cannot be resolved", "read the sentence"),
        "R02": ("a short title used for another document than its genre says", "check the document meant"),
        "R03": ("one name, several places", "give the province in the lookups, or leave it open"),
        "R04": ("two persons of one name, not merged", "decide in the judgements file"),
        "J01": ("a line of the judgements file that cannot be read", "mend the line"),
        "J02": ("a judgement on what is not in these texts", "take the line out, or add the text"),
        "J03": ("judgements that contradict each other", "take one of them out"),
        "P01": ("a person suspected where no title or list supports it", "read the sentence; not used"),
        "N01": ("personal data (mail, phone, identity number) left out", "nothing"),
        "N02": ("no fact found in a text", "nothing, if the text is of another kind"),
        "N03": ("read from a picture, letter by letter (OCR)", "compare with the picture"),
    }
)
"""Code -> (what it means, what to do)."""
