import type { ProblemCopy } from "../en/problems.ts";

/** What went wrong, in Norwegian. */
export const problems: ProblemCopy = {
  "problem.details": "Til administratoren din",
  "problem.copyDetails": "Kopier til administratoren din",
  "problem.code": "Kode",
  "problem.status": "Status",
  "problem.time": "Tid (UTC)",
  "problem.request": "Forespørsel",

  "problem.recipient_not_found.title": "Mottaker ikke funnet",
  "problem.recipient_not_found.what": "{address} er ikke mottaker i Agillic.",
  "problem.recipient_not_found.next": "Du trenger ikke å gjøre noe.",
  "problem.requester_without_email.title": "Ingen e-postadresse",
  "problem.requester_without_email.what":
    "Senderen har ingen e-postadresse, og det er den Agillic finner mottakere med.",
  "problem.requester_without_email.next": "Legg til adressen i senderens profil i Zendesk.",
  "problem.user_without_email.title": "Ingen e-postadresse",
  "problem.user_without_email.what":
    "Brukeren har ingen e-postadresse, og det er den Agillic finner mottakere med.",
  "problem.user_without_email.next": "Legg til adressen i brukerens profil i Zendesk.",
  "problem.requester_not_chosen.title": "Velg en sender",
  "problem.requester_not_chosen.what": "Ingen er valgt for denne saken ennå.",
  "problem.requester_not_chosen.next": "Når noen er valgt, vises det her hva Agillic vet.",
  "problem.event_not_valid.title": "Eventet finnes ikke i Agillic",
  "problem.event_not_valid.what": "Eventet «{event}» er ikke gyldig i denne Agillic-instansen.",
  "problem.event_not_valid.next":
    "En administrator kan rette navnet på eventet i appens innstillinger.",
  "problem.table_not_found.title": "Tabellen finnes ikke",
  "problem.table_not_found.what":
    "Agillic har ingen slik one-to-many-tabell, eller den er ikke lenger i appens innstillinger.",
  "problem.table_not_found.next":
    "Send dette videre til administratoren din, som retter «Tabeller» i appens innstillinger.",
  "problem.context_not_valid.title": "Verdiene ble ikke godtatt",
  "problem.context_not_valid.what":
    "Agillic godtar ikke verdiene til eventet «{event}». Ingenting ble utløst.",
  "problem.context_not_valid.next":
    "En administrator kan sammenligne eventets kontekst i appens innstillinger med Agillic.",
  "problem.values_invalid.title": "Kontroller verdiene",
  "problem.values_invalid.what": "Ingenting ble utløst.",
  "problem.values_invalid.next": "Rett det som er merket, og utløs igjen.",
  "problem.email_field_not_unique.title": "Agillic kan ikke skille mottakerne fra hverandre",
  "problem.email_field_not_unique.what": "E-postfeltet {field} er ikke angitt som unikt i Agillic.",
  "problem.email_field_not_unique.next": "En administrator kan gjøre e-postfeltet unikt i Agillic.",
  "problem.phone_field_not_unique.title": "Agillic kan ikke skille mottakerne fra hverandre",
  "problem.phone_field_not_unique.what":
    "Telefonfeltet {field} er ikke angitt som unikt i Agillic.",
  "problem.phone_field_not_unique.next":
    "En administrator kan gjøre telefonfeltet unikt i Agillic.",
  "problem.token_invalid.title": "Ingen tilgang til Agillic",
  "problem.token_invalid.what": "Det Base64-kodede tokenet er ugyldig.",
  "problem.token_invalid.next":
    "En administrator kan lime inn et gyldig i «Base64-kodet token» i appens innstillinger.",
  "problem.creation_event_missing.title": "Mottakere kan ikke opprettes ennå",
  "problem.creation_event_missing.what": "Det er ikke angitt noe event for double opt-in.",
  "problem.creation_event_missing.next":
    "En administrator kan fylle ut «Event for double opt-in ved opprettelse» i appens innstillinger.",
  "problem.recipient_exists.title": "Allerede opprettet",
  "problem.recipient_exists.what": "Noen andre har nettopp opprettet denne mottakeren.",
  "problem.recipient_exists.next": "Ingenting ble opprettet eller utløst.",
  "problem.settings_invalid.title": "Appens innstillinger må rettes",
  "problem.settings_invalid.what": "Dette kan ikke vises på grunn av disse innstillingene:",
  "problem.settings_invalid.next": "En administrator kan rette dem i Zendesks Admin Center.",
  "problem.input_refused.title": "Dette kan ikke vises",
  "problem.input_refused.what":
    "Noe som ble skrevet, eller som Zendesk sendte, ligner et passord eller et token og ble derfor avvist.",
  "problem.input_refused.next":
    "Kontroller det du har skrevet, og senderens navn og adresse i Zendesk. Kontakt administratoren din hvis alt er riktig.",
  "problem.rate_limited.title": "Agillic er opptatt",
  "problem.rate_limited.what": "Agillic tar ikke imot flere kall akkurat nå. Ingenting ble endret.",
  "problem.rate_limited.next": "Vent litt, og prøv igjen.",
  "problem.agillic_timeout.title": "Agillic brukte for lang tid",
  "problem.agillic_timeout.what": "Det kom ikke noe svar innen ti sekunder.",
  "problem.agillic_timeout.next": "Prøv igjen. Kontakt administratoren din hvis det ikke hjelper.",
  "problem.agillic_unavailable.title": "Agillic kan ikke nås",
  "problem.agillic_unavailable.what": "Agillic er ikke tilgjengelig eller svarte ikke.",
  "problem.agillic_unavailable.next":
    "Prøv igjen. Kontakt administratoren din hvis det ikke hjelper.",
  "problem.agillic_answer_unknown.title": "Agillic ga et ukjent svar",
  "problem.agillic_answer_unknown.what": "Appen kan ikke lese svaret.",
  "problem.agillic_answer_unknown.next":
    "Prøv igjen. Kontakt administratoren din hvis det ikke hjelper.",
  "problem.requester_changed.title": "Senderen er endret",
  "problem.requester_changed.what":
    "Dette ble vist for en annen sender eller en annen sak. Ingenting ble sendt.",
  "problem.requester_changed.next": "Se hvem som vises nå, og utløs så igjen.",
  "problem.action_expired.title": "Utdatert",
  "problem.action_expired.what":
    "En knapp virker i 30 minutter, og bare så lenge appens innstillinger er de samme. Ingenting ble sendt.",
  "problem.action_expired.next": "Kontroller at alt fremdeles stemmer, og utløs så igjen.",
  "problem.cooling_down.title": "Nettopp utløst",
  "problem.cooling_down.what": "Det ble utløst for et øyeblikk siden. Ingenting ble sendt igjen.",
  "problem.cooling_down.next": "Det kan utløses igjen {wait}.",
  "problem.done_meanwhile.title": "Allerede startet",
  "problem.done_meanwhile.what":
    "{agent} startet dette {when}, etter at det ble vist her. Ingenting ble sendt igjen.",
  "problem.done_meanwhile.next":
    "Se hva som kom ut av det, og utløs igjen hvis det fortsatt trengs.",
  "problem.outcome_unknown.title": "Ukjent utfall",
  "problem.outcome_unknown.what":
    "Agillic svarte ikke i tide. Det er kanskje utløst, kanskje ikke.",
  "problem.outcome_unknown.next": "Se i historikken før du utløser det igjen.",
  "problem.reveal_limit.title": "Nok vist for nå",
  "problem.reveal_limit.what":
    "Du har bedt om så mange skjulte verdier som appen viser på en time.",
  "problem.reveal_limit.next": "Du kan {wait} få vist den neste.",
  "problem.read_only.title": "Skrivebeskyttet",
  "problem.read_only.what": "Handlinger er slått av. Ingenting ble sendt.",
  "problem.read_only.next": "Spør administratoren din når de blir slått på igjen.",
  "problem.activity_not_allowed.title": "Aktiviteten vises ikke for deg",
  "problem.activity_not_allowed.what": "Bare noen agenter får se hvem som har utløst hva.",
  "problem.activity_not_allowed.next": "Spør administratoren din hvis du trenger den.",
  "problem.store_unavailable.title": "Handlinger er ikke mulige akkurat nå",
  "problem.store_unavailable.what":
    "Appen kan ikke registrere handlingen og sendte derfor ingenting. Det som vises, stemmer fremdeles.",
  "problem.store_unavailable.next": "Prøv igjen om noen minutter.",
  "problem.session_required.title": "Ikke logget inn",
  "problem.session_required.what": "Zendesk lot ikke appen logge inn.",
  "problem.session_required.next":
    "Prøv igjen, eller last inn siden på nytt. Kontakt administratoren din hvis det ikke hjelper.",
  "problem.page_expired.title": "Siden er for gammel",
  "problem.page_expired.what": "Innloggingen har utløpt.",
  "problem.page_expired.next": "Last inn hele Zendesk-siden på nytt i nettleseren.",
  "problem.other_release.title": "Appen er oppdatert",
  "problem.other_release.what": "Siden er fra en annen versjon. Ingenting ble endret.",
  "problem.other_release.next": "Last den inn på nytt for å fortsette.",
  "problem.not_from_zendesk.title": "Åpne denne appen i Zendesk",
  "problem.not_from_zendesk.what":
    "Siden ble ikke åpnet fra en Zendesk-konto som appen kan brukes med.",
  "problem.not_from_zendesk.next": "Åpne en sak i Zendesk og appen ved siden av.",
  "problem.internal.title": "Noe gikk galt",
  "problem.internal.what": "Appen kunne ikke fullføre dette.",
  "problem.internal.next": "Prøv igjen. Kontakt administratoren din hvis det ikke hjelper.",
  "problem.requester_unreadable.title": "Kunden kunne ikke hentes",
  "problem.requester_unreadable.what": "Zendesk oppga ikke hvem kunden er.",
  "problem.requester_unreadable.next": "Prøv igjen. Last inn siden på nytt hvis det ikke hjelper.",
  "problem.connection.title": "Ingen forbindelse",
  "problem.connection.what": "Appen kunne ikke nå serveren sin.",
  "problem.connection.next": "Sjekk forbindelsen din, og prøv igjen.",
};
