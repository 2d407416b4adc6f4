import type { ProblemCopy } from "../en/problems.ts";

/** What went wrong, in Norwegian. */
export const problems: ProblemCopy = {
  "problem.details": "Detaljer",
  "problem.copyDetails": "Kopier detaljer",
  "problem.code": "Kode",
  "problem.status": "Status",
  "problem.time": "Tid (UTC)",
  "problem.request": "Forespørsel",

  "problem.recipient_not_found.title": "Mottaker ikke funnet",
  "problem.recipient_not_found.what": "{address} er ikke mottaker i Agillic.",
  "problem.recipient_not_found.next": "Ingenting må gjøres.",
  "problem.requester_without_email.title": "Ingen e-postadresse",
  "problem.requester_without_email.what":
    "Den som har sendt inn saken, har ingen e-postadresse, og Agillic finner mottakere ved hjelp av den.",
  "problem.requester_without_email.next": "Legg til adressen i personens profil i Zendesk.",
  "problem.user_without_email.title": "Ingen e-postadresse",
  "problem.user_without_email.what":
    "Denne brukeren har ingen e-postadresse, og Agillic finner mottakere ved hjelp av den.",
  "problem.user_without_email.next": "Legg til adressen i brukerens profil i Zendesk.",
  "problem.requester_not_chosen.title": "Velg hvem saken gjelder",
  "problem.requester_not_chosen.what": "Ingen er valgt for denne saken ennå.",
  "problem.requester_not_chosen.next": "Så snart noen er valgt, vises det her hva Agillic vet.",
  "problem.event_not_valid.title": "Error Response Code: 404",
  "problem.event_not_valid.what": "Eventet «{event}» er ikke gyldig i denne Agillic-instansen.",
  "problem.event_not_valid.next":
    "Send dette videre til administratoren din, som retter eventnavnet i appens innstillinger.",
  "problem.table_not_found.title": "Tabellen finnes ikke",
  "problem.table_not_found.what":
    "Agillic har ingen slik one-to-many-tabell, eller den er ikke lenger i appens innstillinger.",
  "problem.table_not_found.next":
    "Send dette videre til administratoren din, som retter «Tabeller» i appens innstillinger.",
  "problem.email_field_not_unique.title": "Error Response Code: 400",
  "problem.email_field_not_unique.what": "E-postfeltet {field} er ikke satt som unikt i Agillic.",
  "problem.email_field_not_unique.next":
    "Send dette videre til administratoren din, som setter e-postfeltet som unikt i Agillic.",
  "problem.token_invalid.title": "Error Response Code: 403",
  "problem.token_invalid.what": "Det Base64-kodede tokenet er ugyldig.",
  "problem.token_invalid.next":
    "Send dette videre til administratoren din, som oppdaterer «Base64 Encoded Token» i appens innstillinger.",
  "problem.creation_event_missing.title": "Error Response Code: Configuration Error",
  "problem.creation_event_missing.what": "Error Response Body: Event required to create recipient",
  "problem.creation_event_missing.next":
    "Send dette videre til administratoren din, som fyller ut «Double Opt-in Event for Creation» i appens innstillinger.",
  "problem.recipient_exists.title": "Opprettet i mellomtiden",
  "problem.recipient_exists.what": "Noen andre har nettopp opprettet denne mottakeren.",
  "problem.recipient_exists.next": "Ingenting ble opprettet igjen eller utløst.",
  "problem.settings_invalid.title": "Appens innstillinger må rettes",
  "problem.settings_invalid.what": "Dette kan ikke vises, fordi disse innstillingene er feil:",
  "problem.settings_invalid.next":
    "Send dette videre til administratoren din, som retter dem i Zendesks Admin Center.",
  "problem.input_refused.title": "Dette kan ikke vises",
  "problem.input_refused.what":
    "Noe som Zendesk sendte, ligner et passord eller et token og ble derfor avvist.",
  "problem.input_refused.next":
    "Kontroller navn og adresse til den som har sendt inn saken, i Zendesk. Hvis de er riktige, si fra til administratoren din.",
  "problem.rate_limited.title": "Agillic er opptatt",
  "problem.rate_limited.what": "Agillic tar ikke imot flere kall akkurat nå. Ingenting ble endret.",
  "problem.rate_limited.next": "Vent litt, og prøv igjen.",
  "problem.agillic_timeout.title": "Agillic brukte for lang tid",
  "problem.agillic_timeout.what": "Det kom ikke noe svar innen ti sekunder.",
  "problem.agillic_timeout.next":
    "Prøv igjen. Hvis det fortsetter, send detaljene til administratoren din.",
  "problem.agillic_unavailable.title": "Agillic kan ikke nås",
  "problem.agillic_unavailable.what":
    "Agillic svarte at det ikke er tilgjengelig, eller ikke i det hele tatt.",
  "problem.agillic_unavailable.next":
    "Prøv igjen. Hvis det fortsetter, send detaljene til administratoren din.",
  "problem.agillic_answer_unknown.title": "Agillic ga et ukjent svar",
  "problem.agillic_answer_unknown.what": "Svaret har en form som denne appen ikke kjenner.",
  "problem.agillic_answer_unknown.next":
    "Prøv igjen. Hvis det fortsetter, send detaljene til administratoren din.",
  "problem.requester_changed.title": "En annen person vises nå",
  "problem.requester_changed.what":
    "Dette ble vist for noen andre eller for en annen sak. Ingenting ble sendt.",
  "problem.requester_changed.next": "Se hvem som vises nå, og utløs så igjen.",
  "problem.action_expired.title": "Utdatert",
  "problem.action_expired.what":
    "En knapp virker i 30 minutter, og bare så lenge appens innstillinger er de samme. Ingenting ble sendt.",
  "problem.action_expired.next": "Se om alt fremdeles stemmer, og utløs så igjen.",
  "problem.cooling_down.title": "Nettopp utløst",
  "problem.cooling_down.what": "Det ble utløst for et øyeblikk siden. Ingenting ble sendt igjen.",
  "problem.cooling_down.next": "Det kan utløses igjen {wait}.",
  "problem.done_meanwhile.title": "Startet i mellomtiden",
  "problem.done_meanwhile.what":
    "{agent} startet dette {when}, etter at det ble vist her. Ingenting ble sendt igjen.",
  "problem.done_meanwhile.next":
    "Se hva som kom ut av det, og utløs igjen hvis det fortsatt trengs.",
  "problem.outcome_unknown.title": "Ukjent utfall",
  "problem.outcome_unknown.what":
    "Agillic svarte ikke i tide. Det er kanskje utløst, kanskje ikke.",
  "problem.outcome_unknown.next": "Se i historikken før du utløser det igjen.",
  "problem.read_only.title": "Skrivebeskyttet",
  "problem.read_only.what": "Handlinger er slått av for tiden. Ingenting ble sendt.",
  "problem.read_only.next": "Spør administratoren din når de er tilbake.",
  "problem.store_unavailable.title": "Handlinger er ikke mulige nå",
  "problem.store_unavailable.what":
    "Appen kan ikke notere handlingen og sendte derfor ingenting. Det som vises, stemmer fremdeles.",
  "problem.store_unavailable.next": "Prøv igjen om noen minutter.",
  "problem.session_required.title": "Ikke logget inn",
  "problem.session_required.what": "Zendesk lot ikke appen logge inn.",
  "problem.session_required.next":
    "Prøv igjen, eller last inn siden på nytt. Hvis det fortsetter, send dette videre til administratoren din.",
  "problem.page_expired.title": "Siden er for gammel",
  "problem.page_expired.what": "Innloggingen har utløpt.",
  "problem.page_expired.next": "Last inn hele Zendesk-siden på nytt i nettleseren.",
  "problem.other_release.title": "Siden er fra en annen versjon",
  "problem.other_release.what": "Appen ble oppdatert mens siden var åpen. Ingenting ble endret.",
  "problem.other_release.next": "Last den inn på nytt for å fortsette.",
  "problem.not_from_zendesk.title": "Åpne denne appen i Zendesk",
  "problem.not_from_zendesk.what": "Siden kom ikke fra en Zendesk-konto som betjenes her.",
  "problem.not_from_zendesk.next": "Åpne en sak i Zendesk og appen ved siden av den.",
  "problem.internal.title": "Noe gikk galt",
  "problem.internal.what": "Appen kunne ikke fullføre dette.",
  "problem.internal.next":
    "Prøv igjen. Hvis det fortsetter, send detaljene til administratoren din.",
  "problem.requester_unreadable.title": "Kunden kunne ikke leses",
  "problem.requester_unreadable.what": "Zendesk oppga ikke hvem kunden er.",
  "problem.requester_unreadable.next": "Prøv igjen. Last inn siden på nytt hvis feilen vedvarer.",
  "problem.connection.title": "Ingen forbindelse",
  "problem.connection.what": "Appen kunne ikke nå serveren sin.",
  "problem.connection.next": "Sjekk forbindelsen din, og prøv igjen.",
};
