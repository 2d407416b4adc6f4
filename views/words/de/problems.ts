import type { ProblemCopy } from "../en/problems.ts";

/** What went wrong, in German. */
export const problems: ProblemCopy = {
  "problem.details": "Für Ihren Administrator",
  "problem.copyDetails": "Für Ihren Administrator kopieren",
  "problem.code": "Code",
  "problem.status": "Status",
  "problem.time": "Zeit (UTC)",
  "problem.request": "Anfrage",

  "problem.recipient_not_found.title": "Empfänger nicht gefunden",
  "problem.recipient_not_found.what": "{address} ist kein Empfänger in Agillic.",
  "problem.recipient_not_found.next": "Es ist nichts zu tun.",
  "problem.requester_without_email.title": "Keine E-Mail-Adresse",
  "problem.requester_without_email.what":
    "Der Anfragende hat keine E-Mail-Adresse, über die Agillic einen Empfänger finden könnte.",
  "problem.requester_without_email.next":
    "Tragen Sie die Adresse im Profil des Anfragenden in Zendesk ein.",
  "problem.user_without_email.title": "Keine E-Mail-Adresse",
  "problem.user_without_email.what":
    "Dieser Benutzer hat keine E-Mail-Adresse, über die Agillic einen Empfänger finden könnte.",
  "problem.user_without_email.next":
    "Tragen Sie die Adresse im Profil des Benutzers in Zendesk ein.",
  "problem.requester_not_chosen.title": "Wählen Sie einen Anfragenden",
  "problem.requester_not_chosen.what": "Für dieses Ticket ist noch niemand ausgewählt.",
  "problem.requester_not_chosen.next":
    "Sobald jemand ausgewählt ist, steht hier, was Agillic weiß.",
  "problem.event_not_valid.title": "Event in Agillic nicht gefunden",
  "problem.event_not_valid.what": "Das Event „{event}“ ist in dieser Agillic-Instanz nicht gültig.",
  "problem.event_not_valid.next":
    "Ein Administrator kann den Namen des Events in den Einstellungen der App korrigieren.",
  "problem.table_not_found.title": "Tabelle nicht gefunden",
  "problem.table_not_found.what":
    "Agillic hat keine solche One-to-many-Tabelle, oder sie steht nicht mehr in den Einstellungen der App.",
  "problem.table_not_found.next":
    "Leiten Sie dies an Ihren Administrator weiter, der „Tabellen“ in den Einstellungen der App berichtigt.",
  "problem.context_not_valid.title": "Werte nicht angenommen",
  "problem.context_not_valid.what":
    "Agillic nimmt die Werte des Events „{event}“ nicht an. Es wurde nichts ausgelöst.",
  "problem.context_not_valid.next":
    "Ein Administrator kann den Kontext des Events in den Einstellungen der App mit Agillic vergleichen.",
  "problem.values_invalid.title": "Prüfen Sie die Werte",
  "problem.values_invalid.what": "Es wurde nichts ausgelöst.",
  "problem.values_invalid.next": "Berichtigen Sie, was markiert ist, und lösen Sie erneut aus.",
  "problem.email_field_not_unique.title": "Agillic kann Empfänger nicht unterscheiden",
  "problem.email_field_not_unique.what":
    "Das E-Mail-Feld {field} ist in Agillic nicht als eindeutig festgelegt.",
  "problem.email_field_not_unique.next":
    "Ein Administrator kann das E-Mail-Feld in Agillic als eindeutig festlegen.",
  "problem.phone_field_not_unique.title": "Agillic kann Empfänger nicht unterscheiden",
  "problem.phone_field_not_unique.what":
    "Das Telefonfeld {field} ist in Agillic nicht als eindeutig festgelegt.",
  "problem.phone_field_not_unique.next":
    "Ein Administrator kann das Telefonfeld in Agillic als eindeutig festlegen.",
  "problem.token_invalid.title": "Kein Zugriff auf Agillic",
  "problem.token_invalid.what": "Der Base64-kodierte Token ist ungültig.",
  "problem.token_invalid.next":
    "Ein Administrator kann in „Base64-kodierter Token“ in den Einstellungen der App einen gültigen eintragen.",
  "problem.creation_event_missing.title": "Empfänger können noch nicht angelegt werden",
  "problem.creation_event_missing.what": "Für das Double-Opt-in ist kein Event eingetragen.",
  "problem.creation_event_missing.next":
    "Ein Administrator kann „Double-Opt-in-Event beim Anlegen“ in den Einstellungen der App ausfüllen.",
  "problem.recipient_exists.title": "Bereits angelegt",
  "problem.recipient_exists.what": "Jemand anderes hat diesen Empfänger gerade angelegt.",
  "problem.recipient_exists.next": "Es wurde nichts angelegt oder ausgelöst.",
  "problem.settings_invalid.title": "Die Einstellungen der App müssen korrigiert werden",
  "problem.settings_invalid.what": "Das kann wegen dieser Einstellungen nicht angezeigt werden:",
  "problem.settings_invalid.next":
    "Ein Administrator kann sie im Admin Center von Zendesk korrigieren.",
  "problem.input_refused.title": "Das kann nicht angezeigt werden",
  "problem.input_refused.what":
    "Etwas, das eingegeben wurde oder das Zendesk gesendet hat, sieht wie ein Passwort oder ein Token aus und wurde deshalb abgewiesen.",
  "problem.input_refused.next":
    "Prüfen Sie die Eingabe sowie Namen und Adresse des Anfragenden in Zendesk. Wenn alles stimmt, informieren Sie Ihren Administrator.",
  "problem.rate_limited.title": "Agillic ist ausgelastet",
  "problem.rate_limited.what":
    "Agillic nimmt im Moment keine weiteren Aufrufe an. Es wurde nichts geändert.",
  "problem.rate_limited.next": "Warten Sie kurz, und versuchen Sie es erneut.",
  "problem.agillic_timeout.title": "Agillic hat zu lange gebraucht",
  "problem.agillic_timeout.what": "Innerhalb von zehn Sekunden kam keine Antwort.",
  "problem.agillic_timeout.next":
    "Versuchen Sie es erneut. Wenn das nicht hilft, informieren Sie Ihren Administrator.",
  "problem.agillic_unavailable.title": "Agillic ist nicht erreichbar",
  "problem.agillic_unavailable.what": "Agillic ist nicht verfügbar oder hat nicht geantwortet.",
  "problem.agillic_unavailable.next":
    "Versuchen Sie es erneut. Wenn das nicht hilft, informieren Sie Ihren Administrator.",
  "problem.agillic_answer_unknown.title": "Unbekannte Antwort von Agillic",
  "problem.agillic_answer_unknown.what": "Die App kann die Antwort nicht lesen.",
  "problem.agillic_answer_unknown.next":
    "Versuchen Sie es erneut. Wenn das nicht hilft, informieren Sie Ihren Administrator.",
  "problem.requester_changed.title": "Der Anfragende wurde geändert",
  "problem.requester_changed.what":
    "Das wurde für einen anderen Anfragenden oder ein anderes Ticket angezeigt. Es wurde nichts gesendet.",
  "problem.requester_changed.next":
    "Prüfen Sie, wer jetzt angezeigt wird, und lösen Sie erneut aus.",
  "problem.action_expired.title": "Veraltet",
  "problem.action_expired.what":
    "Eine Schaltfläche gilt 30 Minuten, und nur solange die Einstellungen der App gleich bleiben. Es wurde nichts gesendet.",
  "problem.action_expired.next": "Prüfen Sie, ob alles noch stimmt, und lösen Sie erneut aus.",
  "problem.cooling_down.title": "Gerade erst ausgelöst",
  "problem.cooling_down.what": "Es wurde eben erst ausgelöst. Es wurde nichts erneut gesendet.",
  "problem.cooling_down.next": "Es kann {wait} wieder ausgelöst werden.",
  "problem.done_meanwhile.title": "Bereits gestartet",
  "problem.done_meanwhile.what":
    "{agent} hat dies {when} gestartet, nachdem es hier angezeigt wurde. Es wurde nichts erneut gesendet.",
  "problem.done_meanwhile.next":
    "Prüfen Sie, was daraus geworden ist, und lösen Sie erneut aus, falls es noch nötig ist.",
  "problem.outcome_unknown.title": "Ergebnis unbekannt",
  "problem.outcome_unknown.what":
    "Agillic hat nicht rechtzeitig geantwortet. Es wurde vielleicht ausgelöst, vielleicht nicht.",
  "problem.outcome_unknown.next": "Sehen Sie im Verlauf nach, bevor Sie es erneut auslösen.",
  "problem.reveal_limit.title": "Vorerst genug gezeigt",
  "problem.reveal_limit.what":
    "Sie haben so viele verborgene Werte abgefragt, wie die App in einer Stunde zeigt.",
  "problem.reveal_limit.next": "Der nächste kann {wait} gezeigt werden.",
  "problem.read_only.title": "Schreibgeschützt",
  "problem.read_only.what": "Aktionen sind abgeschaltet. Es wurde nichts gesendet.",
  "problem.read_only.next": "Fragen Sie Ihren Administrator, wann sie wieder eingeschaltet werden.",
  "problem.activity_not_allowed.title": "Aktivität nicht freigegeben",
  "problem.activity_not_allowed.what": "Nur bestimmte Agenten dürfen sehen, wer was ausgelöst hat.",
  "problem.activity_not_allowed.next": "Fragen Sie Ihren Administrator, wenn Sie sie brauchen.",
  "problem.store_unavailable.title": "Aktionen sind gerade nicht möglich",
  "problem.store_unavailable.what":
    "Die App kann die Aktion nicht aufzeichnen und hat deshalb nichts gesendet. Was angezeigt wird, stimmt weiterhin.",
  "problem.store_unavailable.next": "Versuchen Sie es in einigen Minuten erneut.",
  "problem.session_required.title": "Nicht angemeldet",
  "problem.session_required.what": "Zendesk hat die App nicht angemeldet.",
  "problem.session_required.next":
    "Versuchen Sie es erneut oder laden Sie die Seite neu. Wenn das nicht hilft, informieren Sie Ihren Administrator.",
  "problem.page_expired.title": "Diese Seite ist zu alt",
  "problem.page_expired.what": "Die Anmeldung ist abgelaufen.",
  "problem.page_expired.next": "Laden Sie die ganze Zendesk-Seite im Browser neu.",
  "problem.other_release.title": "Die App wurde aktualisiert",
  "problem.other_release.what":
    "Diese Seite ist von einer anderen Version. Es wurde nichts geändert.",
  "problem.other_release.next": "Laden Sie sie neu, um weiterzumachen.",
  "problem.not_from_zendesk.title": "Öffnen Sie diese App in Zendesk",
  "problem.not_from_zendesk.what":
    "Diese Seite wurde nicht aus einem Zendesk-Konto geöffnet, für das diese App da ist.",
  "problem.not_from_zendesk.next": "Öffnen Sie ein Ticket in Zendesk und daneben die App.",
  "problem.internal.title": "Etwas ist schiefgegangen",
  "problem.internal.what": "Die App konnte dies nicht abschließen.",
  "problem.internal.next":
    "Versuchen Sie es erneut. Wenn das nicht hilft, informieren Sie Ihren Administrator.",
  "problem.requester_unreadable.title": "Der Kunde konnte nicht ermittelt werden",
  "problem.requester_unreadable.what": "Zendesk hat nicht mitgeteilt, wer der Kunde ist.",
  "problem.requester_unreadable.next":
    "Versuchen Sie es erneut. Wenn das nicht hilft, laden Sie die Seite neu.",
  "problem.connection.title": "Keine Verbindung",
  "problem.connection.what": "Die App konnte ihren Server nicht erreichen.",
  "problem.connection.next": "Prüfen Sie Ihre Verbindung, und versuchen Sie es erneut.",
};
