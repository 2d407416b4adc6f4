import type { SettingFaultCopy } from "../en/setting_faults.ts";

/** How to correct each fault of a setting, in German. */
export const settingFaults: SettingFaultCopy = {
  missing: "Das Feld ist nicht ausgefüllt. Füllen Sie es aus.",
  not_base64:
    "Das ist nicht der Base64-Wert eines API-Schlüssels und seines Geheimnisses. Kopieren Sie den Wert nach „Basic“ im Authorization-Header.",
  field_name_spaces:
    "„{value}“ enthält ein Leerzeichen. Person-Data-Namen haben keine: Schreiben Sie ihn wie in Agillic, mit Komma zwischen zwei Namen.",
  field_name_lower_case:
    "„{value}“ hat Kleinbuchstaben. Namen in Agillic haben Großbuchstaben: Schreiben Sie ihn genau so, wie er in Agillic steht.",
  field_name_characters:
    "„{value}“ hat ein Zeichen, das kein Person-Data-Name hat. Erlaubt sind Buchstaben, Ziffern und Unterstriche.",
  duplicate: "„{value}“ steht zweimal da. Nehmen Sie einen Eintrag weg.",
  description_without_name:
    "Es gibt eine Beschreibung („{value}“), aber keinen Event-Namen. Füllen Sie den Namen aus oder leeren Sie die Beschreibung.",
  label_without_name:
    "Es gibt eine Bezeichnung („{value}“), aber keinen Event-Namen. Füllen Sie den Namen aus oder leeren Sie die Bezeichnung.",
  label_malformed:
    "„{value}“ hat nicht die Form NAME=Bezeichnung. Schreiben Sie ein Paar nach dem anderen, mit Komma dazwischen.",
  not_a_number: "„{value}“ ist keine Anzahl Sekunden von 0 bis 86400.",
  not_an_environment:
    "„{value}“ ist weder staging noch production. Schreiben Sie eines davon oder nichts.",
  not_a_checkbox:
    "Es ist weder angekreuzt noch nicht angekreuzt. Speichern Sie die App-Einstellungen erneut.",
  not_allowed:
    "„{value}“ gehört nicht zu den Namen, die dieser Server erlaubt. Verwenden Sie einen davon oder fragen Sie die Betreiber.",
};
