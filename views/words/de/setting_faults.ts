import type { FaultSubjectCopy, SettingFaultCopy } from "../en/setting_faults.ts";

/** How to correct each fault of a setting, in German. */
export const settingFaults: SettingFaultCopy = {
  missing: "Das Feld ist nicht ausgefüllt. Füllen Sie es aus.",
  not_base64:
    "Das ist nicht der Base64-Wert eines API-Schlüssels und seines Geheimnisses. Kopieren Sie den Wert nach „Basic“ im Authorization-Header.",
  field_name_spaces:
    "{subject} enthält ein Leerzeichen. Person-Data-Namen haben keine: Schreiben Sie ihn wie in Agillic, mit Komma zwischen zwei Namen.",
  field_name_lower_case:
    "{subject} hat Kleinbuchstaben. Namen in Agillic haben Großbuchstaben: Schreiben Sie ihn genau so, wie er in Agillic steht.",
  field_name_characters:
    "{subject} hat ein Zeichen, das kein Person-Data-Name hat. Verwenden Sie nur Buchstaben, Ziffern und Unterstriche.",
  duplicate: "{subject} steht zweimal da. Entfernen Sie einen der beiden.",
  description_without_name:
    "Es gibt eine Beschreibung, aber keinen Event-Namen. Füllen Sie den Namen aus oder leeren Sie die Beschreibung.",
  label_without_name:
    "Es gibt eine Bezeichnung, aber keinen Event-Namen. Füllen Sie den Namen aus oder leeren Sie die Bezeichnung.",
  label_malformed:
    "{subject} hat nicht die Form NAME=Bezeichnung. Schreiben Sie ein Paar nach dem anderen, mit Komma dazwischen.",
  not_a_number:
    "Das ist keine Anzahl Sekunden von 0 bis 86400. Schreiben Sie eine oder lassen Sie das Feld leer.",
  not_an_environment:
    "Das ist weder staging noch production. Schreiben Sie eines davon oder lassen Sie das Feld leer.",
  not_a_checkbox:
    "Es ist weder angekreuzt noch nicht angekreuzt. Speichern Sie die App-Einstellungen erneut.",
  not_allowed:
    "{subject} gehört nicht zu den Namen, die dieser Server erlaubt. Verwenden Sie einen davon oder fragen Sie die Betreiber.",
  holds_credential:
    "{subject} enthält etwas, das wie ein Passwort oder ein Token aussieht. Entfernen Sie es.",
  too_long: "Die Einstellungen sind zusammen länger als 16.000 Zeichen. Kürzen Sie sie.",
};

/** What a fault is about, in German. */
export const faultSubjects: FaultSubjectCopy = { setting: "Der Wert", entry: "Eintrag {position}" };
