import type { ProblemCopy } from "../en/problems.ts";

/** What went wrong, in Swedish. */
export const problems: ProblemCopy = {
  "problem.details": "Till din administratör",
  "problem.copyDetails": "Kopiera till din administratör",
  "problem.code": "Kod",
  "problem.status": "Status",
  "problem.time": "Tid (UTC)",
  "problem.request": "Förfrågan",

  "problem.recipient_not_found.title": "Mottagaren hittades inte",
  "problem.recipient_not_found.what": "{address} är inte mottagare i Agillic.",
  "problem.recipient_not_found.next": "Ingen åtgärd behövs.",
  "problem.requester_without_email.title": "Ingen e-postadress",
  "problem.requester_without_email.what":
    "Frågeställaren har ingen e-postadress, och det är med den som Agillic hittar mottagare.",
  "problem.requester_without_email.next": "Lägg till adressen i frågeställarens profil i Zendesk.",
  "problem.user_without_email.title": "Ingen e-postadress",
  "problem.user_without_email.what":
    "Användaren har ingen e-postadress, och det är med den som Agillic hittar mottagare.",
  "problem.user_without_email.next": "Lägg till adressen i användarens profil i Zendesk.",
  "problem.requester_not_chosen.title": "Välj en frågeställare",
  "problem.requester_not_chosen.what": "Ingen har valts för det här ärendet än.",
  "problem.requester_not_chosen.next": "När någon är vald visas här vad Agillic vet.",
  "problem.event_not_valid.title": "Eventet finns inte i Agillic",
  "problem.event_not_valid.what": "Eventet ”{event}” är inte giltigt i den här Agillic-instansen.",
  "problem.event_not_valid.next":
    "En administratör kan rätta eventets namn i appens inställningar.",
  "problem.table_not_found.title": "Tabellen finns inte",
  "problem.table_not_found.what":
    "Agillic har ingen sådan one-to-many-tabell, eller så finns den inte längre i appens inställningar.",
  "problem.table_not_found.next":
    "Vidarebefordra detta till din administratör, som rättar ”Tabeller” i appens inställningar.",
  "problem.context_not_valid.title": "Värdena godtogs inte",
  "problem.context_not_valid.what":
    "Agillic godtar inte värdena för eventet ”{event}”. Inget utlöstes.",
  "problem.context_not_valid.next":
    "En administratör kan jämföra eventets kontext i appens inställningar med Agillic.",
  "problem.values_invalid.title": "Kontrollera värdena",
  "problem.values_invalid.what": "Inget utlöstes.",
  "problem.values_invalid.next": "Rätta det som är markerat och utlös igen.",
  "problem.email_field_not_unique.title": "Agillic kan inte skilja mottagarna åt",
  "problem.email_field_not_unique.what":
    "E-postfältet {field} är inte angivet som unikt i Agillic.",
  "problem.email_field_not_unique.next": "En administratör kan göra e-postfältet unikt i Agillic.",
  "problem.phone_field_not_unique.title": "Agillic kan inte skilja mottagarna åt",
  "problem.phone_field_not_unique.what":
    "Telefonfältet {field} är inte angivet som unikt i Agillic.",
  "problem.phone_field_not_unique.next": "En administratör kan göra telefonfältet unikt i Agillic.",
  "problem.token_invalid.title": "Ingen åtkomst till Agillic",
  "problem.token_invalid.what": "Den Base64-kodade tokenen är ogiltig.",
  "problem.token_invalid.next":
    "En administratör kan klistra in en giltig i ”Base64-kodad token” i appens inställningar.",
  "problem.creation_event_missing.title": "Mottagare kan inte skapas ännu",
  "problem.creation_event_missing.what": "Inget event är angivet för double opt-in.",
  "problem.creation_event_missing.next":
    "En administratör kan fylla i ”Event för double opt-in vid skapande” i appens inställningar.",
  "problem.recipient_exists.title": "Redan skapad",
  "problem.recipient_exists.what": "Någon annan har just skapat den här mottagaren.",
  "problem.recipient_exists.next": "Inget skapades eller utlöstes.",
  "problem.settings_invalid.title": "Appens inställningar behöver rättas",
  "problem.settings_invalid.what": "Det här kan inte visas på grund av de här inställningarna:",
  "problem.settings_invalid.next": "En administratör kan rätta dem i Zendesks Admin Center.",
  "problem.input_refused.title": "Det här kan inte visas",
  "problem.input_refused.what":
    "Något som skrevs eller som Zendesk skickade ser ut som ett lösenord eller en token och avvisades därför.",
  "problem.input_refused.next":
    "Kontrollera det du har skrivit och frågeställarens namn och adress i Zendesk. Kontakta din administratör om allt stämmer.",
  "problem.rate_limited.title": "Agillic är upptaget",
  "problem.rate_limited.what": "Agillic tar inte emot fler anrop just nu. Inget ändrades.",
  "problem.rate_limited.next": "Vänta lite och försök igen.",
  "problem.agillic_timeout.title": "Agillic svarade inte i tid",
  "problem.agillic_timeout.what": "Inget svar kom inom tio sekunder.",
  "problem.agillic_timeout.next": "Försök igen. Kontakta din administratör om det inte hjälper.",
  "problem.agillic_unavailable.title": "Agillic kan inte nås",
  "problem.agillic_unavailable.what": "Agillic är inte tillgängligt eller svarade inte.",
  "problem.agillic_unavailable.next":
    "Försök igen. Kontakta din administratör om det inte hjälper.",
  "problem.agillic_answer_unknown.title": "Agillic gav ett okänt svar",
  "problem.agillic_answer_unknown.what": "Appen kan inte läsa svaret.",
  "problem.agillic_answer_unknown.next":
    "Försök igen. Kontakta din administratör om det inte hjälper.",
  "problem.requester_changed.title": "Frågeställaren har ändrats",
  "problem.requester_changed.what":
    "Detta visades för en annan frågeställare eller ett annat ärende. Inget skickades.",
  "problem.requester_changed.next": "Kontrollera vem som visas nu och utlös sedan igen.",
  "problem.action_expired.title": "Inaktuell",
  "problem.action_expired.what":
    "En knapp fungerar i 30 minuter, och bara så länge appens inställningar är desamma. Inget skickades.",
  "problem.action_expired.next": "Kontrollera att allt fortfarande stämmer och utlös sedan igen.",
  "problem.cooling_down.title": "Utlöstes alldeles nyss",
  "problem.cooling_down.what": "Det utlöstes för en stund sedan. Inget skickades igen.",
  "problem.cooling_down.next": "Det kan utlösas igen {wait}.",
  "problem.done_meanwhile.title": "Redan startat",
  "problem.done_meanwhile.what":
    "{agent} startade detta {when}, efter att det visades här. Inget skickades igen.",
  "problem.done_meanwhile.next": "Se vad det ledde till och utlös igen om det fortfarande behövs.",
  "problem.outcome_unknown.title": "Okänt utfall",
  "problem.outcome_unknown.what":
    "Agillic svarade inte i tid. Det kan ha utlösts, men det är inte säkert.",
  "problem.outcome_unknown.next": "Titta i historiken innan du utlöser det igen.",
  "problem.reveal_limit.title": "Nog visat för nu",
  "problem.reveal_limit.what": "Du har bett om så många dolda värden som appen visar på en timme.",
  "problem.reveal_limit.next": "Du kan {wait} få se nästa.",
  "problem.read_only.title": "Skrivskyddat",
  "problem.read_only.what": "Åtgärder är avstängda. Inget skickades.",
  "problem.read_only.next": "Fråga din administratör när de slås på igen.",
  "problem.activity_not_allowed.title": "Aktiviteten visas inte för dig",
  "problem.activity_not_allowed.what": "Bara vissa agenter får se vem som har utlöst vad.",
  "problem.activity_not_allowed.next": "Fråga din administratör om du behöver den.",
  "problem.store_unavailable.title": "Åtgärder är inte möjliga just nu",
  "problem.store_unavailable.what":
    "Appen kan inte registrera åtgärden och skickade därför inget. Det som visas stämmer fortfarande.",
  "problem.store_unavailable.next": "Försök igen om några minuter.",
  "problem.session_required.title": "Inte inloggad",
  "problem.session_required.what": "Zendesk lät inte appen logga in.",
  "problem.session_required.next":
    "Försök igen eller ladda om sidan. Kontakta din administratör om det inte hjälper.",
  "problem.page_expired.title": "Sidan är för gammal",
  "problem.page_expired.what": "Inloggningen har gått ut.",
  "problem.page_expired.next": "Ladda om hela Zendesk-sidan i webbläsaren.",
  "problem.other_release.title": "Appen har uppdaterats",
  "problem.other_release.what": "Sidan är från en annan version. Inget ändrades.",
  "problem.other_release.next": "Ladda om den för att fortsätta.",
  "problem.not_from_zendesk.title": "Öppna appen i Zendesk",
  "problem.not_from_zendesk.what":
    "Sidan öppnades inte från ett Zendesk-konto som appen kan användas med.",
  "problem.not_from_zendesk.next": "Öppna ett ärende i Zendesk och appen bredvid.",
  "problem.internal.title": "Något gick fel",
  "problem.internal.what": "Appen kunde inte slutföra detta.",
  "problem.internal.next": "Försök igen. Kontakta din administratör om det inte hjälper.",
  "problem.requester_unreadable.title": "Kunden kunde inte hämtas",
  "problem.requester_unreadable.what": "Zendesk uppgav inte vem kunden är.",
  "problem.requester_unreadable.next": "Försök igen. Ladda om sidan om det inte hjälper.",
  "problem.connection.title": "Ingen anslutning",
  "problem.connection.what": "Appen kunde inte nå sin server.",
  "problem.connection.next": "Kontrollera din anslutning och försök igen.",
};
