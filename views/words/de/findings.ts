import type { FindingCopy } from "../en/findings.ts";

/** What the configuration check finds, in German. */
export const findings: FindingCopy = {
  "words.settings_good": "Alle Einstellungen sind richtig ausgefüllt.",
  "words.token_good": "Agillic nimmt den Token an. Er wird mit jedem Aufruf gesendet (Basic).",
  "words.token_exchanged":
    "Agillic nimmt den Token an und tauscht ihn gegen einen kurzlebigen (OAuth2).",
  "words.exchange_failed":
    "Agillic tauscht den Token nicht gegen einen kurzlebigen (OAuth2), daher kann nichts angezeigt werden.",
  "words.fields_known": "Alle angezeigten Felder sind in Agillic vorhanden: {count}.",
  "words.fields_none":
    "Es sind keine Felder ausgewählt, und die Empfängeransicht ist ausgeschaltet.",
  "words.field_unknown": "Das Person-Data-Feld {field} gibt es in Agillic nicht.",
  "words.email_field_unique": "Agillic findet Empfänger über {field}, das eindeutig ist.",
  "words.phone_field_unique": "Agillic findet Empfänger auch über {field}, das eindeutig ist.",
  "words.event_known": "Agillic kennt das Event „{event}“.",
  "words.creation_off": "Nicht nötig: Das Anlegen von Empfängern ist ausgeschaltet.",
  "words.email_status_readable": "Die Tabelle EMAIL_STATUS in Agillic kann gelesen werden.",
  "words.email_status_missing":
    "Die Tabelle EMAIL_STATUS gibt es in Agillic nicht. Agenten sehen daher nicht, wer sich abgemeldet hat.",
  "words.email_status_unchecked":
    "Die Tabelle EMAIL_STATUS kann nur mit einem Testempfänger geprüft werden, der in Agillic ist.",
  "words.groups_known": "Alle Zielgruppen, die gezeigt werden dürfen, gibt es in Agillic: {count}.",
  "words.group_unknown": "Agillic hat keine Zielgruppe „{group}“.",
  "words.tables_known":
    "Agillic hat alle Tabellen und Spalten, die gezeigt werden dürfen. Tabellen: {count}.",
  "words.table_unknown": "Agillic hat keine One-to-many-Tabelle {table}.",
  "words.column_unknown": "Die Agillic-Tabelle {table} hat keine Spalte {column}.",
  "words.discovery_missing": "Konnte nicht geprüft werden: Agillic listet sie nicht auf.",
  "words.test_recipient_missing":
    "Das Event „{event}“ kann ohne Testempfänger nicht geprüft werden.",
  "words.test_recipient_malformed":
    "Das Event „{event}“ wurde nicht geprüft: Der Testempfänger ist keine E-Mail-Adresse.",
  "words.test_recipient_not_found":
    "Das Event „{event}“ wurde nicht geprüft: Der Testempfänger wurde in Agillic nicht gefunden.",
  "words.after_settings": "Nicht geprüft: Zuerst müssen die Einstellungen korrigiert werden.",
  "words.after_token": "Nicht geprüft: Zuerst muss der Token korrigiert werden.",
  "words.after_email_field": "Nicht geprüft: Zuerst muss das E-Mail-Feld korrigiert werden.",
  "words.after_agillic": "Nicht geprüft: Agillic gab keine brauchbare Antwort.",
  "words.webhook_verifiable":
    "Was pausiert ist, wird fortgesetzt, sobald Zendesk das Ticket als gelöst meldet. Signaturschlüssel: {secrets}.",
  "words.webhook_secret_missing":
    "Der Server hat keinen Signaturschlüssel für den Webhook von Zendesk. Er setzt daher nicht fort, was ein Event pausiert.",
  "words.store_good": "Aktionen können aufgezeichnet werden.",
  "words.store_unusable":
    "Aktionen können nicht aufgezeichnet werden. Agenten können daher nichts auslösen und nichts anlegen.",
  "words.clock_good": "Höchstens {seconds} s Abweichung von der Uhr von Agillic.",
  "words.clock_ahead": "Die Uhr des prüfenden Rechners geht gegenüber Agillic {seconds} s vor.",
  "words.clock_behind": "Die Uhr des prüfenden Rechners geht gegenüber Agillic {seconds} s nach.",
  "words.clock_unknown": "Keine Antwort von Agillic enthielt die Uhrzeit.",
  "words.keys_good":
    "Der Server kann öffnen, was er versiegelt. Sitzungsschlüssel: {keys}. Geheimnisse der Einstellungen: {secrets}.",
  "words.keys_unusable": "Der Server kann nicht öffnen, was er versiegelt.",
  "words.read_only_off": "Aktionen sind eingeschaltet.",
  "words.read_only_unneeded":
    "Aktionen sind auf dem Server abgeschaltet, und die Einstellungen zeigen keine.",
  "words.read_only_on":
    "Aktionen sind auf dem Server abgeschaltet. Agenten können daher nichts auslösen und nichts anlegen.",

  "next.setting_faulty":
    "Korrigieren Sie sie in den Einstellungen der App im Admin Center von Zendesk.",
  "next.token_invalid":
    "Tragen Sie in „{label}“ in den Einstellungen der App einen gültigen Wert ein: den Base64-Wert eines API-Schlüssels und seines Geheimnisses.",
  "next.exchange_failed":
    "Berichtigen Sie den Token in den Einstellungen der App, oder wählen Sie dort „{label}“ ab, damit er mit jedem Aufruf gesendet wird.",
  "next.field_close":
    "Meinten Sie {close}? Korrigieren Sie „{label}“ in den Einstellungen der App.",
  "next.field_unknown":
    "Korrigieren Sie „{label}“ in den Einstellungen der App: Die Felder stehen in Agillic unter Settings -> System Settings -> Person Data.",
  "next.name_unknown":
    "Berichtigen Sie „{label}“ in den Einstellungen der App: Schreiben Sie den Namen genau so, wie er in Agillic steht.",
  "next.email_field_not_unique":
    "Legen Sie das E-Mail-Feld in Agillic unter Settings -> System Settings -> Person Data als eindeutig fest, oder tragen Sie in „{label}“ in den Einstellungen der App ein eindeutiges Feld ein.",
  "next.phone_field_not_unique":
    "Setzen Sie das Telefonfeld in Agillic unter Settings -> System Settings -> Person Data als eindeutig, oder leeren Sie „{label}“ in den Einstellungen der App.",
  "next.event_not_valid":
    "Korrigieren Sie den Namen des Events in „{label}“ in den Einstellungen der App.",
  "next.creation_event_missing":
    "Richten Sie in Agillic ein Event und den nötigen Flow ein, und tragen Sie das Event in „{label}“ in den Einstellungen der App ein.",
  "next.email_status_missing":
    "Wählen Sie „{label}“ in den Einstellungen der App ab, oder schalten Sie die domainbasierte Abmeldung in Agillic ein.",
  "next.test_recipient": "Prüfen Sie erneut mit einem Testempfänger, den es in Agillic gibt.",
  "next.webhook_secret_missing":
    "Auf dem Server: Setzen Sie WEBHOOK_SECRETS oder webhookSecrets in ACCOUNTS auf den Signaturschlüssel des Webhooks in Zendesk.",
  "next.store_unusable":
    "Auf dem Server: Prüfen Sie, ob eine Datenbank angebunden ist, ob DATABASE_URL erreichbar ist oder ob KV_PATH eine beschreibbare Datei nennt.",
  "next.clock":
    "Stellen Sie die Uhr des Rechners nach NTP: Ab 60 s Abweichung werden die Signaturen von Zendesk abgewiesen.",
  "next.keys_unusable":
    "Auf dem Server: Setzen Sie SESSION_KEYS neu. deno task keys erzeugt einen Schlüssel.",
  "next.read_only_on": "Auf dem Server: Setzen Sie READ_ONLY auf 0, um sie wieder einzuschalten.",
};
