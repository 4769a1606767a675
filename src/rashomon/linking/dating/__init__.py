"""The day on which an article came out, proved from its text where nothing gives it.

``published`` asks in turn for the day given, the day printed, and the days that the text leaves. What the text tells is
gathered as constraints: ``by_events`` (public events with known days), ``by_terms`` (who is in office), ``by_calendar``
(dates that are written out, weekdays with their date), ``by_accounts`` (other articles of the story) and ``by_custom``
(how news is written); ``solver`` keeps the days that meet them and the reasons that are needed to prove them.
"""
