import type { ProblemCopy } from "../en/problems.ts";

/** What went wrong, in German. */
export const problems: ProblemCopy = {
  "problem.details": "Details",
  "problem.copyDetails": "Details kopieren",
  "problem.code": "Code",
  "problem.status": "Status",
  "problem.time": "Zeit (UTC)",
  "problem.request": "Anfrage",

  "problem.recipient_not_found.title": "Empfänger nicht gefunden",
  "problem.recipient_not_found.what": "{address} ist kein Empfänger in Agillic.",
  "problem.recipient_not_found.next": "Es ist nichts zu tun.",
  "problem.requester_without_email.title": "Keine E-Mail-Adresse",
  "problem.requester_without_email.what":
    "Der Anfragende hat keine E-Mail-Adresse, und Agillic findet Empfänger über sie.",
  "problem.requester_without_email.next":
    "Tragen Sie die Adresse im Profil des Anfragenden in Zendesk ein.",
  "problem.user_without_email.title": "Keine E-Mail-Adresse",
  "problem.user_without_email.what":
    "Dieser Benutzer hat keine E-Mail-Adresse, und Agillic findet Empfänger über sie.",
  "problem.user_without_email.next":
    "Tragen Sie die Adresse im Profil des Benutzers in Zendesk ein.",
  "problem.requester_not_chosen.title": "Wählen Sie einen Anfragenden",
  "problem.requester_not_chosen.what": "Für dieses Ticket ist noch niemand gewählt.",
  "problem.requester_not_chosen.next": "Sobald jemand gewählt ist, steht hier, was Agillic weiß.",
  "problem.event_not_valid.title": "Error Response Code: 404",
  "problem.event_not_valid.what": "Das Event „{event}“ ist in dieser Agillic-Instanz nicht gültig.",
  "problem.event_not_valid.next":
    "Leiten Sie dies an Ihren Administrator weiter, der den Namen des Events in den Einstellungen der App berichtigt.",
  "problem.table_not_found.title": "Tabelle nicht gefunden",
  "problem.table_not_found.what":
    "Agillic hat keine solche One-to-many-Tabelle, oder sie steht nicht mehr in den Einstellungen der App.",
  "problem.table_not_found.next":
    "Leiten Sie dies an Ihren Administrator weiter, der „Tabellen“ in den Einstellungen der App berichtigt.",
  "problem.email_field_not_unique.title": "Error Response Code: 400",
  "problem.email_field_not_unique.what":
    "Das E-Mail-Feld {field} ist in Agillic nicht als eindeutig gesetzt.",
  "problem.email_field_not_unique.next":
    "Leiten Sie dies an Ihren Administrator weiter, der das E-Mail-Feld in Agillic als eindeutig setzt.",
  "problem.token_invalid.title": "Error Response Code: 403",
  "problem.token_invalid.what": "Das Base64-codierte Token ist ungültig.",
  "problem.token_invalid.next":
    "Leiten Sie dies an Ihren Administrator weiter, der „Base64 Encoded Token“ in den Einstellungen der App erneuert.",
  "problem.creation_event_missing.title": "Error Response Code: Configuration Error",
  "problem.creation_event_missing.what": "Error Response Body: Event required to create recipient",
  "problem.creation_event_missing.next":
    "Leiten Sie dies an Ihren Administrator weiter, der „Double Opt-in Event for Creation“ in den Einstellungen der App ausfüllt.",
  "problem.recipient_exists.title": "Inzwischen angelegt",
  "problem.recipient_exists.what": "Jemand anderes hat diesen Empfänger gerade angelegt.",
  "problem.recipient_exists.next": "Nichts wurde erneut angelegt oder ausgelöst.",
  "problem.settings_invalid.title": "Die Einstellungen der App sind zu berichtigen",
  "problem.settings_invalid.what":
    "Das kann nicht angezeigt werden, weil diese Einstellungen fehlerhaft sind:",
  "problem.settings_invalid.next":
    "Leiten Sie dies an Ihren Administrator weiter, der sie im Admin Center von Zendesk berichtigt.",
  "problem.input_refused.title": "Das kann nicht gezeigt werden",
  "problem.input_refused.what":
    "Etwas, das Zendesk gesendet hat, sieht wie ein Passwort oder ein Token aus und wurde deshalb abgewiesen.",
  "problem.input_refused.next":
    "Prüfen Sie Namen und Adresse des Anfragenden in Zendesk. Stimmen sie, sagen Sie es Ihrem Administrator.",
  "problem.rate_limited.title": "Agillic ist ausgelastet",
  "problem.rate_limited.what":
    "Agillic nimmt im Moment keine weiteren Aufrufe an. Nichts wurde geändert.",
  "problem.rate_limited.next": "Warten Sie kurz, und versuchen Sie es erneut.",
  "problem.agillic_timeout.title": "Agillic hat zu lange gebraucht",
  "problem.agillic_timeout.what": "Innerhalb von zehn Sekunden kam keine Antwort.",
  "problem.agillic_timeout.next":
    "Versuchen Sie es erneut. Bleibt es so, senden Sie die Details Ihrem Administrator.",
  "problem.agillic_unavailable.title": "Agillic ist nicht erreichbar",
  "problem.agillic_unavailable.what":
    "Agillic hat geantwortet, dass es nicht verfügbar ist, oder gar nicht.",
  "problem.agillic_unavailable.next":
    "Versuchen Sie es erneut. Bleibt es so, senden Sie die Details Ihrem Administrator.",
  "problem.agillic_answer_unknown.title": "Agillic hat unbekannt geantwortet",
  "problem.agillic_answer_unknown.what": "Die Antwort hat eine Form, die diese App nicht kennt.",
  "problem.agillic_answer_unknown.next":
    "Versuchen Sie es erneut. Bleibt es so, senden Sie die Details Ihrem Administrator.",
  "problem.requester_changed.title": "Der Anfragende hat gewechselt",
  "problem.requester_changed.what":
    "Das wurde für einen anderen Anfragenden oder ein anderes Ticket gezeigt. Es wurde nichts gesendet.",
  "problem.requester_changed.next": "Prüfen Sie, wer jetzt gezeigt wird, und lösen Sie erneut aus.",
  "problem.action_expired.title": "Veraltet",
  "problem.action_expired.what":
    "Eine Schaltfläche gilt 30 Minuten, und nur solange die Einstellungen der App gleich bleiben. Es wurde nichts gesendet.",
  "problem.action_expired.next": "Prüfen Sie, ob alles noch stimmt, und lösen Sie erneut aus.",
  "problem.cooling_down.title": "Gerade erst ausgelöst",
  "problem.cooling_down.what": "Es wurde eben erst ausgelöst. Nichts wurde erneut gesendet.",
  "problem.cooling_down.next": "Es kann {wait} wieder ausgelöst werden.",
  "problem.done_meanwhile.title": "Inzwischen gestartet",
  "problem.done_meanwhile.what":
    "{agent} hat dies {when} gestartet, nachdem es hier angezeigt wurde. Nichts wurde erneut gesendet.",
  "problem.done_meanwhile.next":
    "Prüfen Sie, was daraus geworden ist, und lösen Sie erneut aus, falls es noch nötig ist.",
  "problem.outcome_unknown.title": "Ergebnis unbekannt",
  "problem.outcome_unknown.what":
    "Agillic hat nicht rechtzeitig geantwortet. Es wurde vielleicht ausgelöst, vielleicht nicht.",
  "problem.outcome_unknown.next": "Sehen Sie im Verlauf nach, bevor Sie es erneut auslösen.",
  "problem.read_only.title": "Nur lesen",
  "problem.read_only.what": "Aktionen sind derzeit abgeschaltet. Nichts wurde gesendet.",
  "problem.read_only.next": "Fragen Sie Ihren Administrator, wann sie wieder möglich sind.",
  "problem.store_unavailable.title": "Aktionen sind jetzt nicht möglich",
  "problem.store_unavailable.what":
    "Die App kann die Aktion nicht festhalten und hat deshalb nichts gesendet. Das Gezeigte stimmt weiterhin.",
  "problem.store_unavailable.next": "Versuchen Sie es in einigen Minuten erneut.",
  "problem.session_required.title": "Nicht angemeldet",
  "problem.session_required.what": "Zendesk hat die App nicht angemeldet.",
  "problem.session_required.next":
    "Versuchen Sie es erneut oder laden Sie die Seite neu. Bleibt es so, leiten Sie dies an Ihren Administrator weiter.",
  "problem.page_expired.title": "Diese Seite ist zu alt",
  "problem.page_expired.what": "Ihre Anmeldung ist abgelaufen.",
  "problem.page_expired.next": "Laden Sie die ganze Zendesk-Seite im Browser neu.",
  "problem.other_release.title": "Diese Seite ist von einer anderen Version",
  "problem.other_release.what":
    "Die App wurde aktualisiert, während diese Seite offen war. Nichts wurde geändert.",
  "problem.other_release.next": "Laden Sie sie neu, um weiterzumachen.",
  "problem.not_from_zendesk.title": "Öffnen Sie diese App in Zendesk",
  "problem.not_from_zendesk.what":
    "Diese Seite kam nicht von einem Zendesk-Konto, das hier bedient wird.",
  "problem.not_from_zendesk.next": "Öffnen Sie ein Ticket in Zendesk und daneben die App.",
  "problem.internal.title": "Etwas ist schiefgegangen",
  "problem.internal.what": "Die App konnte dies nicht zu Ende bringen.",
  "problem.internal.next":
    "Versuchen Sie es erneut. Bleibt es so, senden Sie die Details Ihrem Administrator.",
  "problem.requester_unreadable.title": "Der Kunde konnte nicht gelesen werden",
  "problem.requester_unreadable.what": "Zendesk hat nicht mitgeteilt, wer der Kunde ist.",
  "problem.requester_unreadable.next":
    "Versuchen Sie es erneut. Bleibt der Fehler bestehen, laden Sie die Seite neu.",
  "problem.connection.title": "Keine Verbindung",
  "problem.connection.what": "Die App konnte ihren Server nicht erreichen.",
  "problem.connection.next": "Prüfen Sie Ihre Verbindung, und versuchen Sie es erneut.",
};
