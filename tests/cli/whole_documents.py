"""A document of each kind with every key that can be read."""

PERSON = {"name": "Mette Kvist", "role": "konsulent", "party": "A"}


def header(kind):
    return {"document": kind, "$schema": "schema.json", "language": "da", "title": "Titel",
            "organisation": {"name": "Viborg Kommune", "unit": "Omsorg", "office": "Sekretariatet",
                             "logo": {"file": "logo.png", "alt": "Logo"}},
            "date": "2021-09-23", "caseNumber": "20/49269", "caseOfficer": "mk", "status": "draft", "version": "1",
            "style": kind, "texts": {"tableHeaders": "row", "typedLists": True, "typedTables": False}, "facts": [{"label": "Forplejning", "value": "Kaffe"}, {"label": "B", "value": {"html": "<p>a</p>"}}]}


ITEM = {"number": "2", "title": "Budget", "publicTitle": "Sag", "access": "open", "kind": "decision", "status": "withdrawn",
        "caseNumber": "1", "caseOfficer": "mk", "competence": "Byrådet", "presenter": "NN", "body": "a\n\nb",
        "sections": [{"key": "resume", "title": "Kort", "body": "x", "access": "open"}],
        "decisions": [{"committee": "Udvalget", "date": "2020-01-01", "item": "4", "body": "Godkendt",
                       "votes": [{"option": "yes", "voters": ["A"], "groups": [{"name": "A", "count": 3}], "count": 3}], "result": "adopted",
                       "voteEvents": [{"title": "Om pkt. 2", "votes": [{"option": "not-voting"}], "result": "rejected"}],
                       "dissent": [{"voters": ["B"], "body": "Nej"}], "absent": ["C"],
                       "access": "open"}],
        "enclosures": [{"number": "1", "title": "Bilag", "access": "open", "journalNumber": "j", "file": "f.pdf",
                        "address": "https://example.org/f.pdf", "format": "PDF", "pages": 4,
                        "added": "2020-01-01"}],
        "items": [{"title": "Underpunkt"}]}

AGENDA = header("agenda") | {
    "committee": {"name": "Udvalget", "members": [PERSON, "NN"]},
    "meeting": {"date": "2021-10-26", "start": "15:00", "end": "17:00", "place": "Salen", "kind": "remote", "chair": PERSON,
                "secretary": "NN", "participants": [PERSON, "NN"], "absent": [], "guests": ["G"],
                "attendance": [{"person": PERSON, "event": "arrived", "time": "16:00", "item": "3", "reason": "r", "for": "f"}],
                "closed": "21:15"},
    "supplements": {"title": "Dagsorden", "after": 12, "file": "main.json"},
    "corrects": {"version": "1", "date": "2021-09-01", "changes": [
        {"kind": "changed", "number": "1", "title": "T", "fields": [{"field": "title", "before": "S", "after": "T"}]}]},
    "excerpt": {"of": "Protokol", "items": "1"}, "numbering": {"start": 1, "scheme": "per-meeting", "suffix": ".", "subItems": "letters"},
    "firstPage": 3, "introduction": "Velkommen", "items": [ITEM],
    "signatures": {"mode": "members", "people": [PERSON], "approvals": [{"person": PERSON, "date": "2021-11-01"}]}}

AGENDA_IN_PARTS = {key: value for key, value in AGENDA.items() if key != "items"} | {"groups": [{"title": "A", "items": [ITEM]}]}

MATRIX = header("goal-matrix") | {
    "committee": {"name": "Udvalget", "members": [PERSON]},
    "period": {"label": "2021", "from": "2020-01-01", "to": "2020-12-31"}, "catalogue": {"name": "Katalog", "version": "2"},
    "corrects": {"version": "1", "date": "2021-09-01", "changes": [
        {"of": "goal", "kind": "changed", "number": "1.1", "title": "Flere", "fields": [{"field": "status", "before": "partly", "after": "reached"}]}]},
    "columns": ["theme", {"key": "goal", "title": "Mål", "width": 100}, "initiatives"],
    "legend": [{"mark": "prioritised", "text": "Vigtig"}],
    "themes": [{"title": "Sundhed", "vision": "Sund", "goals": [{
        "number": "1.1", "text": "Flere", "prioritised": True, "committees": ["Udvalget"], "status": "reached", "trend": "up",
        "indicators": [{"name": "n", "unit": "%", "baseline": 1.5, "target": "2", "actual": 3, "date": "2020-01-01",
                        "source": "s", "better": "higher", "series": [["2020-01-01", 1], ["2020-01-02", "2"]]}],
        "initiatives": [{"title": "Hold", "description": "d", "partners": ["a", "b"], "status": "partly", "owner": "o",
                         "deadline": "2020-01-01", "followUp": "f"}]}]}]}

MATRIX_OF_CATALOGUE = MATRIX | {"catalogue": {"name": "Katalog", "version": "2", "file": "katalog.json"}}

DOCUMENTS = {"agenda": [AGENDA, AGENDA_IN_PARTS], "goal-matrix": [MATRIX, MATRIX_OF_CATALOGUE]}
