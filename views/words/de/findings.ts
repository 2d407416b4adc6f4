import type { FindingCopy } from "../en/findings.ts";

/** What the configuration check finds, in German. */
export const findings: FindingCopy = {
  "words.settings_good": "Alle Einstellungen sind so ausgefüllt, wie sie sein müssen.",
  "words.token_good": "Agillic nimmt den Token an.",
  "words.fields_known": "Alle angezeigten Felder gibt es in Agillic: {count}.",
  "words.fields_none": "Es sind keine Felder gewählt, und die Empfängeransicht ist aus.",
  "words.field_unknown": "Agillic hat kein Person-Data-Feld {field}.",
  "words.email_field_unique": "Agillic findet Empfänger über {field}, das eindeutig ist.",
  "words.event_known": "Agillic kennt das Event „{event}“.",
  "words.creation_off": "Keines nötig: Das Anlegen von Empfängern ist aus.",
  "words.email_status_readable": "Agillics Tabelle EMAIL_STATUS kann gelesen werden.",
  "words.email_status_missing":
    "Agillic hat keine Tabelle EMAIL_STATUS; Agenten erfahren daher nicht, wer sich abgemeldet hat.",
  "words.email_status_unchecked":
    "Die Tabelle EMAIL_STATUS kann nur an einem Testempfänger geprüft werden, der in Agillic ist.",
  "words.groups_known": "Alle Zielgruppen, die gezeigt werden dürfen, gibt es in Agillic: {count}.",
  "words.group_unknown": "Agillic hat keine Zielgruppe „{group}“.",
  "words.tables_known":
    "Agillic hat alle Tabellen und Spalten, die gezeigt werden dürfen. Tabellen: {count}.",
  "words.table_unknown": "Agillic hat keine One-to-many-Tabelle {table}.",
  "words.column_unknown": "Die Agillic-Tabelle {table} hat keine Spalte {column}.",
  "words.discovery_missing": "Konnte nicht geprüft werden: Agillic listet sie nicht auf.",
  "words.test_recipient_missing": "Das Event „{event}“ lässt sich ohne Testempfänger nicht prüfen.",
  "words.test_recipient_malformed":
    "Das Event „{event}“ wurde nicht geprüft: Der Testempfänger ist keine E-Mail-Adresse.",
  "words.test_recipient_not_found":
    "Das Event „{event}“ wurde nicht geprüft: Der Testempfänger wurde in Agillic nicht gefunden.",
  "words.after_settings": "Nicht geprüft: Zuerst sind die Einstellungen zu berichtigen.",
  "words.after_token": "Nicht geprüft: Zuerst ist der Token zu berichtigen.",
  "words.after_email_field": "Nicht geprüft: Zuerst ist das E-Mail-Feld zu berichtigen.",
  "words.after_agillic": "Nicht geprüft: Agillic gab keine Antwort, die weiterhilft.",
  "words.store_good": "Aktionen lassen sich festhalten.",
  "words.store_unusable":
    "Aktionen lassen sich nicht festhalten: Agenten können nichts auslösen und nichts anlegen.",
  "words.clock_good": "Höchstens {seconds} s neben der Uhr von Agillic.",
  "words.clock_ahead": "Die Uhr der prüfenden Maschine geht gegenüber Agillic {seconds} s vor.",
  "words.clock_behind": "Die Uhr der prüfenden Maschine geht gegenüber Agillic {seconds} s nach.",
  "words.clock_unknown": "Keine Antwort von Agillic sagte, wie spät es ist.",
  "words.keys_good":
    "Was der Server versiegelt, kann er öffnen. Sitzungsschlüssel: {keys}. Einstellungsgeheimnisse: {secrets}.",
  "words.keys_unusable": "Was der Server versiegelt, kann er nicht öffnen.",
  "words.read_only_off": "Aktionen sind eingeschaltet.",
  "words.read_only_unneeded":
    "Aktionen sind auf dem Server abgeschaltet, und die Einstellungen zeigen keine.",
  "words.read_only_on":
    "Aktionen sind auf dem Server abgeschaltet: Agenten können nichts auslösen und nichts anlegen.",

  "mend.setting_faulty":
    "Berichtigen Sie sie in den Einstellungen der App im Admin Center von Zendesk.",
  "mend.token_invalid":
    "Erneuern Sie „{label}“ in den Einstellungen der App mit einem gültigen Wert: dem Base64-Wert eines API-Schlüssels und seines Geheimnisses.",
  "mend.field_close":
    "Meinten Sie {close}? Berichtigen Sie „{label}“ in den Einstellungen der App.",
  "mend.field_unknown":
    "Berichtigen Sie „{label}“ in den Einstellungen der App: Agillic zeigt seine Felder unter Settings -> System Settings -> Person Data.",
  "mend.name_unknown":
    "Berichtigen Sie „{label}“ in den Einstellungen der App: Schreiben Sie den Namen genau so, wie er in Agillic steht.",
  "mend.email_field_not_unique":
    "Setzen Sie das E-Mail-Feld in Agillic unter Settings -> System Settings -> Person Data als eindeutig, oder nennen Sie ein eindeutiges in „{label}“ in den Einstellungen der App.",
  "mend.event_not_valid":
    "Berichtigen Sie den Namen des Agillic-Events in „{label}“ in den Einstellungen der App.",
  "mend.creation_event_missing":
    "Richten Sie in Agillic ein Event und den nötigen Flow ein, und nennen Sie das Event in „{label}“ in den Einstellungen der App.",
  "mend.email_status_missing":
    "„{label}“ in den Einstellungen der App abwählen, sofern die domainbasierte Abmeldung in Agillic nicht eingeschaltet werden soll.",
  "mend.test_recipient":
    "Nennen Sie einen Testempfänger, den es in Agillic gibt, und prüfen Sie erneut.",
  "mend.store_unusable":
    "Auf dem Server: Sehen Sie nach, ob eine Datenbank angebunden ist, ob DATABASE_URL erreichbar ist oder ob KV_PATH eine beschreibbare Datei nennt.",
  "mend.clock":
    "Lassen Sie die Maschine ihre Uhr nach NTP stellen: Ab 60 s wird abgewiesen, was Zendesk signiert.",
  "mend.keys_unusable":
    "Auf dem Server: Setzen Sie SESSION_KEYS neu. deno task keys macht einen Schlüssel.",
  "mend.read_only_on":
    "Auf dem Server: Setzen Sie READ_ONLY auf 0, sobald sie wieder möglich sein sollen.",
};
