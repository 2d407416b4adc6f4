import type { FaultSubjectCopy, SettingFaultCopy } from "../en/setting_faults.ts";

/** How to correct each fault of a setting, in German. */
export const settingFaults: SettingFaultCopy = {
  missing: "Das Feld ist nicht ausgefüllt. Füllen Sie es aus.",
  token_with_scheme:
    "Vor dem Wert steht ein Wort. Fügen Sie nur ein, was im Authorization-Header auf „Basic“ folgt.",
  token_line_break:
    "Der Wert enthält einen Zeilenumbruch. Fügen Sie ihn erneut in einer Zeile ein.",
  token_space: "Der Wert enthält ein Leerzeichen. Fügen Sie ihn erneut ohne Leerzeichen ein.",
  token_quotes: "Der Wert enthält Anführungszeichen. Fügen Sie nur ein, was dazwischen steht.",
  not_base64:
    "Das ist nicht der Base64-Wert eines API-Schlüssels und seines Geheimnisses. Kodieren Sie SCHLÜSSEL:GEHEIMNIS in Base64 und fügen Sie das Ergebnis ein.",
  token_no_colon:
    "Dekodiert enthält der Wert keinen Doppelpunkt. Kodieren Sie API-Schlüssel, Doppelpunkt und Geheimnis zusammen.",
  token_half:
    "Dekodiert steht auf einer Seite des Doppelpunkts nichts. Kodieren Sie API-Schlüssel, Doppelpunkt und Geheimnis zusammen.",
  token_line_break_inside:
    "Dekodiert enthält der Wert einen Zeilenumbruch. Kodieren Sie SCHLÜSSEL:GEHEIMNIS erneut ohne Umbruch: „printf“ fügt keinen hinzu, „echo“ schon.",
  token_space_inside:
    "Dekodiert steht vor oder nach dem Schlüssel oder dem Geheimnis ein Leerzeichen. Kodieren Sie SCHLÜSSEL:GEHEIMNIS erneut ohne Leerzeichen.",
  token_quotes_inside:
    "Dekodiert steht der Wert in Anführungszeichen. Kodieren Sie SCHLÜSSEL:GEHEIMNIS erneut ohne sie.",
  secret_unknown:
    "Das Geheimnis in Zendesk ist nicht das, das der Server kennt. Fragen Sie die Betreiber des Servers nach dem richtigen und fügen Sie es erneut ein.",
  no_view:
    "Keine Ansicht ist eingeschaltet, daher sehen Agenten nichts. Schalten Sie mindestens eine ein.",
  no_event:
    "Events sind eingeschaltet, aber keines ist eingetragen. Tragen Sie einen Namen ein oder schalten Sie Events aus.",
  field_name_spaces:
    "{subject} enthält ein Leerzeichen. Person-Data-Namen haben keine: Schreiben Sie ihn wie in Agillic, mit Komma zwischen zwei Namen.",
  field_name_lower_case:
    "{subject} hat Kleinbuchstaben. Namen in Agillic haben Großbuchstaben: Schreiben Sie ihn genau so, wie er in Agillic steht.",
  field_name_characters:
    "{subject} hat ein Zeichen, das kein Person-Data-Name hat. Verwenden Sie nur Buchstaben, Ziffern und Unterstriche.",
  duplicate: "{subject} kommt zweimal vor. Entfernen Sie einen der beiden.",
  description_without_name:
    "Es gibt eine Beschreibung, aber keinen Event-Namen. Tragen Sie den Namen ein oder leeren Sie die Beschreibung.",
  label_without_name:
    "Es gibt eine Bezeichnung, aber keinen Event-Namen. Tragen Sie den Namen ein oder leeren Sie die Bezeichnung.",
  context_without_name:
    "Es gibt einen Kontext, aber keinen Event-Namen. Füllen Sie den Namen aus oder leeren Sie den Kontext.",
  resume_event_without_name:
    "Es gibt ein Event zum Fortsetzen, aber keinen Event-Namen. Füllen Sie den Namen aus oder leeren Sie das Feld.",
  context_malformed:
    "{subject} hat einen Kontext, der nicht die Form Schema: SCHLÜSSEL=Bezeichnung, SCHLÜSSEL=Bezeichnung (number, required), SCHLÜSSEL=Bezeichnung (A|B) hat. Korrigieren Sie ihn: Bis dahin wird das Event nicht gezeigt.",
  line_malformed:
    "{subject} hat nicht die Form Name | Bezeichnung | Beschreibung | Kontext | Event zum Fortsetzen. Beginnen Sie mit dem Namen und verwenden Sie höchstens fünf Teile.",
  too_many_lines:
    "{subject} ist zu viel. Neun Events passen hier hinein: Entfernen Sie die übrigen.",
  label_malformed:
    "{subject} hat nicht die Form NAME=Bezeichnung. Schreiben Sie ein Paar nach dem anderen, mit Komma dazwischen.",
  label_without_field:
    "{subject} gehört zu einem Feld, das nicht in der Liste steht. Nehmen Sie das Feld in die Liste auf oder entfernen Sie die Bezeichnung.",
  label_language_unknown:
    "{subject} ist für eine Sprache, die diese App nicht hat. Schreiben Sie en, da, sv, no oder de hinter das @, oder lassen Sie beides weg.",
  not_a_number:
    "Das ist keine Anzahl Sekunden von 0 bis 86400. Schreiben Sie eine oder lassen Sie das Feld leer.",
  not_a_tag:
    "Es ist kein Tag. Verwenden Sie Buchstaben, Ziffern, „_“, „-“ und „/“, ohne Leerzeichen.",
  table_malformed:
    "{subject} hat nicht die Form TABELLE: SPALTE, SPALTE | Titel. Nennen Sie die Tabelle, einen Doppelpunkt und eine bis zwanzig Spalten, durch Kommas getrennt.",
  table_characters:
    "{subject} hat einen Namen mit einem Zeichen, das keine Tabelle oder Spalte hat. Verwenden Sie nur Buchstaben, Ziffern und Unterstriche.",
  not_an_environment:
    "Das ist weder staging noch production. Schreiben Sie eines davon oder lassen Sie das Feld leer.",
  not_a_checkbox:
    "Es ist weder angekreuzt noch nicht angekreuzt. Speichern Sie die App-Einstellungen erneut.",
  view_not_allowed:
    "Der Server erlaubt diese Ansicht nicht. Schalten Sie sie aus oder fragen Sie die Betreiber des Servers.",
  not_allowed:
    "{subject} gehört nicht zu den Namen, die dieser Server erlaubt. Verwenden Sie einen davon oder fragen Sie die Betreiber.",
  holds_credential:
    "{subject} enthält etwas, das wie ein Passwort oder ein Token aussieht. Entfernen Sie es.",
  too_long: "Die Einstellungen sind zusammen länger als 16.000 Zeichen. Kürzen Sie sie.",
};

/** What a fault is about, in German. */
export const faultSubjects: FaultSubjectCopy = {
  setting: "Der Wert",
  entry: "Eintrag {position}",
  line: "Zeile {position}",
};
