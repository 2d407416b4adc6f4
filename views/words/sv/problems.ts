import type { ProblemCopy } from "../en/problems.ts";

/** What went wrong, in Swedish. */
export const problems: ProblemCopy = {
  "problem.details": "Detaljer",
  "problem.copyDetails": "Kopiera detaljer",
  "problem.code": "Kod",
  "problem.status": "Status",
  "problem.time": "Tid (UTC)",
  "problem.request": "Förfrågan",

  "problem.recipient_not_found.title": "Mottagaren hittades inte",
  "problem.recipient_not_found.what": "{address} är inte mottagare i Agillic.",
  "problem.recipient_not_found.next": "Ingen åtgärd behövs.",
  "problem.requester_without_email.title": "Ingen e-postadress",
  "problem.requester_without_email.what":
    "Den som skapat ärendet har ingen e-postadress, och Agillic hittar mottagare via den.",
  "problem.requester_without_email.next": "Lägg till adressen i personens profil i Zendesk.",
  "problem.user_without_email.title": "Ingen e-postadress",
  "problem.user_without_email.what":
    "Den här användaren har ingen e-postadress, och Agillic hittar mottagare via den.",
  "problem.user_without_email.next": "Lägg till adressen i användarens profil i Zendesk.",
  "problem.requester_not_chosen.title": "Välj vem ärendet gäller",
  "problem.requester_not_chosen.what": "Ingen har valts för det här ärendet än.",
  "problem.requester_not_chosen.next": "Så snart någon har valts visas här vad Agillic vet.",
  "problem.event_not_valid.title": "Error Response Code: 404",
  "problem.event_not_valid.what": "Eventet ”{event}” är inte giltigt i den här Agillic-instansen.",
  "problem.event_not_valid.next":
    "Vidarebefordra detta till din administratör, som rättar eventnamnet i appens inställningar.",
  "problem.table_not_found.title": "Tabellen finns inte",
  "problem.table_not_found.what":
    "Agillic har ingen sådan one-to-many-tabell, eller så finns den inte längre i appens inställningar.",
  "problem.table_not_found.next":
    "Vidarebefordra detta till din administratör, som rättar ”Tabeller” i appens inställningar.",
  "problem.email_field_not_unique.title": "Error Response Code: 400",
  "problem.email_field_not_unique.what": "E-postfältet {field} är inte satt som unikt i Agillic.",
  "problem.email_field_not_unique.next":
    "Vidarebefordra detta till din administratör, som sätter e-postfältet som unikt i Agillic.",
  "problem.token_invalid.title": "Error Response Code: 403",
  "problem.token_invalid.what": "Den Base64-kodade token är ogiltig.",
  "problem.token_invalid.next":
    "Vidarebefordra detta till din administratör, som uppdaterar ”Base64 Encoded Token” i appens inställningar.",
  "problem.creation_event_missing.title": "Error Response Code: Configuration Error",
  "problem.creation_event_missing.what": "Error Response Body: Event required to create recipient",
  "problem.creation_event_missing.next":
    "Vidarebefordra detta till din administratör, som fyller i ”Double Opt-in Event for Creation” i appens inställningar.",
  "problem.recipient_exists.title": "Skapad under tiden",
  "problem.recipient_exists.what": "Någon annan har just skapat den här mottagaren.",
  "problem.recipient_exists.next": "Inget skapades igen eller utlöstes.",
  "problem.settings_invalid.title": "Appens inställningar behöver rättas",
  "problem.settings_invalid.what":
    "Det här kan inte visas, eftersom de här inställningarna är felaktiga:",
  "problem.settings_invalid.next":
    "Vidarebefordra detta till din administratör, som rättar dem i Zendesks Admin Center.",
  "problem.input_refused.title": "Det här kan inte visas",
  "problem.input_refused.what":
    "Något som Zendesk skickade ser ut som ett lösenord eller en token och avvisades därför.",
  "problem.input_refused.next":
    "Kontrollera i Zendesk namn och adress för den som skapat ärendet. Om de stämmer, meddela din administratör.",
  "problem.rate_limited.title": "Agillic är upptaget",
  "problem.rate_limited.what": "Agillic tar inte emot fler anrop just nu. Inget ändrades.",
  "problem.rate_limited.next": "Vänta lite och försök igen.",
  "problem.agillic_timeout.title": "Agillic svarade inte i tid",
  "problem.agillic_timeout.what": "Inget svar kom inom tio sekunder.",
  "problem.agillic_timeout.next":
    "Försök igen. Om det inte hjälper, skicka detaljerna till din administratör.",
  "problem.agillic_unavailable.title": "Agillic kan inte nås",
  "problem.agillic_unavailable.what":
    "Agillic svarade att det inte är tillgängligt, eller inte alls.",
  "problem.agillic_unavailable.next":
    "Försök igen. Om det inte hjälper, skicka detaljerna till din administratör.",
  "problem.agillic_answer_unknown.title": "Agillic gav ett okänt svar",
  "problem.agillic_answer_unknown.what": "Svaret har en form som den här appen inte känner till.",
  "problem.agillic_answer_unknown.next":
    "Försök igen. Om det inte hjälper, skicka detaljerna till din administratör.",
  "problem.requester_changed.title": "En annan person visas nu",
  "problem.requester_changed.what":
    "Detta visades för någon annan eller för ett annat ärende. Inget skickades.",
  "problem.requester_changed.next": "Kontrollera vem som visas nu och utlös sedan igen.",
  "problem.action_expired.title": "Inaktuell",
  "problem.action_expired.what":
    "En knapp fungerar i 30 minuter, och bara så länge appens inställningar är desamma. Inget skickades.",
  "problem.action_expired.next": "Kontrollera att allt fortfarande stämmer och utlös sedan igen.",
  "problem.cooling_down.title": "Utlöstes alldeles nyss",
  "problem.cooling_down.what": "Det utlöstes för en stund sedan. Inget skickades igen.",
  "problem.cooling_down.next": "Det kan utlösas igen {wait}.",
  "problem.done_meanwhile.title": "Startades under tiden",
  "problem.done_meanwhile.what":
    "{agent} startade detta {when}, efter att det visades här. Inget skickades igen.",
  "problem.done_meanwhile.next": "Se vad det ledde till och utlös igen om det fortfarande behövs.",
  "problem.outcome_unknown.title": "Okänt utfall",
  "problem.outcome_unknown.what": "Agillic svarade inte i tid. Det kan ha utlösts, eller inte.",
  "problem.outcome_unknown.next": "Titta i historiken innan du utlöser det igen.",
  "problem.read_only.title": "Skrivskyddat",
  "problem.read_only.what": "Åtgärder är avstängda just nu. Inget skickades.",
  "problem.read_only.next": "Fråga din administratör när de är tillbaka.",
  "problem.store_unavailable.title": "Åtgärder är inte möjliga nu",
  "problem.store_unavailable.what":
    "Appen kan inte anteckna åtgärden och skickade därför inget. Det som visas stämmer fortfarande.",
  "problem.store_unavailable.next": "Försök igen om några minuter.",
  "problem.session_required.title": "Inte inloggad",
  "problem.session_required.what": "Zendesk lät inte appen logga in.",
  "problem.session_required.next":
    "Försök igen eller ladda om sidan. Om det inte hjälper, vidarebefordra detta till din administratör.",
  "problem.page_expired.title": "Sidan är för gammal",
  "problem.page_expired.what": "Dess inloggning har gått ut.",
  "problem.page_expired.next": "Ladda om hela Zendesk-sidan i webbläsaren.",
  "problem.other_release.title": "Sidan är från en annan version",
  "problem.other_release.what": "Appen uppdaterades medan sidan var öppen. Inget ändrades.",
  "problem.other_release.next": "Ladda om den för att fortsätta.",
  "problem.not_from_zendesk.title": "Öppna appen i Zendesk",
  "problem.not_from_zendesk.what": "Sidan kom inte från ett Zendesk-konto som betjänas här.",
  "problem.not_from_zendesk.next": "Öppna ett ärende i Zendesk och appen bredvid det.",
  "problem.internal.title": "Något gick fel",
  "problem.internal.what": "Appen kunde inte slutföra detta.",
  "problem.internal.next":
    "Försök igen. Om det inte hjälper, skicka detaljerna till din administratör.",
  "problem.requester_unreadable.title": "Kunden kunde inte läsas",
  "problem.requester_unreadable.what": "Zendesk uppgav inte vem kunden är.",
  "problem.requester_unreadable.next": "Försök igen. Ladda om sidan om felet kvarstår.",
  "problem.connection.title": "Ingen anslutning",
  "problem.connection.what": "Appen kunde inte nå sin server.",
  "problem.connection.next": "Kontrollera din anslutning och försök igen.",
};
