import type { ProblemCopy } from "../en/problems.ts";

/** What went wrong, in Danish. */
export const problems: ProblemCopy = {
  "problem.details": "Detaljer",
  "problem.copyDetails": "Kopiér detaljer",
  "problem.code": "Kode",
  "problem.status": "Status",
  "problem.time": "Tid (UTC)",
  "problem.request": "Forespørgsel",

  "problem.recipient_not_found.title": "Modtager ikke fundet",
  "problem.recipient_not_found.what": "{address} er ikke modtager i Agillic.",
  "problem.recipient_not_found.next": "Der skal ikke gøres noget.",
  "problem.requester_without_email.title": "Ingen e-mailadresse",
  "problem.requester_without_email.what":
    "Sagens anmoder har ingen e-mailadresse, og Agillic finder modtagere ved hjælp af den.",
  "problem.requester_without_email.next": "Tilføj adressen på anmoderens profil i Zendesk.",
  "problem.user_without_email.title": "Ingen e-mailadresse",
  "problem.user_without_email.what":
    "Denne bruger har ingen e-mailadresse, og Agillic finder modtagere ved hjælp af den.",
  "problem.user_without_email.next": "Tilføj adressen på brugerens profil i Zendesk.",
  "problem.requester_not_chosen.title": "Vælg en anmoder",
  "problem.requester_not_chosen.what": "Der er endnu ikke valgt nogen til denne sag.",
  "problem.requester_not_chosen.next": "Så snart der er valgt nogen, vises her, hvad Agillic ved.",
  "problem.event_not_valid.title": "Error Response Code: 404",
  "problem.event_not_valid.what": "Eventet “{event}” er ikke gyldigt i denne Agillic-instans.",
  "problem.event_not_valid.next":
    "Send dette videre til din administrator, som retter eventnavnet i appens indstillinger.",
  "problem.table_not_found.title": "Tabellen findes ikke",
  "problem.table_not_found.what":
    "Agillic har ikke denne one-to-many-tabel, eller den er ikke længere i appens indstillinger.",
  "problem.table_not_found.next":
    "Send dette videre til din administrator, som retter “Tabeller” i appens indstillinger.",
  "problem.email_field_not_unique.title": "Error Response Code: 400",
  "problem.email_field_not_unique.what": "E-mailfeltet {field} er ikke sat som unikt i Agillic.",
  "problem.email_field_not_unique.next":
    "Send dette videre til din administrator, som sætter e-mailfeltet som unikt i Agillic.",
  "problem.token_invalid.title": "Error Response Code: 403",
  "problem.token_invalid.what": "Det Base64-kodede token er ugyldigt.",
  "problem.token_invalid.next":
    "Send dette videre til din administrator, som opdaterer “Base64 Encoded Token” i appens indstillinger.",
  "problem.creation_event_missing.title": "Error Response Code: Configuration Error",
  "problem.creation_event_missing.what": "Error Response Body: Event required to create recipient",
  "problem.creation_event_missing.next":
    "Send dette videre til din administrator, som udfylder “Double Opt-in Event for Creation” i appens indstillinger.",
  "problem.recipient_exists.title": "Oprettet i mellemtiden",
  "problem.recipient_exists.what": "En anden har netop oprettet denne modtager.",
  "problem.recipient_exists.next": "Intet blev oprettet igen eller udløst.",
  "problem.settings_invalid.title": "Appens indstillinger skal rettes",
  "problem.settings_invalid.what": "Dette kan ikke vises, fordi disse indstillinger er forkerte:",
  "problem.settings_invalid.next":
    "Send dette videre til din administrator, som retter dem i Zendesks Admin Center.",
  "problem.input_refused.title": "Dette kan ikke vises",
  "problem.input_refused.what":
    "Noget, som Zendesk sendte, ligner en adgangskode eller et token og blev derfor afvist.",
  "problem.input_refused.next":
    "Kontrollér anmoderens navn og adresse i Zendesk. Hvis de er rigtige, så sig det til din administrator.",
  "problem.rate_limited.title": "Agillic har travlt",
  "problem.rate_limited.what": "Agillic tager ikke imod flere kald lige nu. Intet blev ændret.",
  "problem.rate_limited.next": "Vent lidt, og prøv igen.",
  "problem.agillic_timeout.title": "Agillic var for længe om at svare",
  "problem.agillic_timeout.what": "Der kom intet svar inden for ti sekunder.",
  "problem.agillic_timeout.next":
    "Prøv igen. Hvis det bliver ved, så send detaljerne til din administrator.",
  "problem.agillic_unavailable.title": "Agillic kan ikke nås",
  "problem.agillic_unavailable.what": "Agillic svarede, at det er utilgængeligt, eller slet ikke.",
  "problem.agillic_unavailable.next":
    "Prøv igen. Hvis det bliver ved, så send detaljerne til din administrator.",
  "problem.agillic_answer_unknown.title": "Agillic gav et ukendt svar",
  "problem.agillic_answer_unknown.what": "Svaret har en form, som denne app ikke kender.",
  "problem.agillic_answer_unknown.next":
    "Prøv igen. Hvis det bliver ved, så send detaljerne til din administrator.",
  "problem.requester_changed.title": "Anmoderen er skiftet",
  "problem.requester_changed.what":
    "Dette blev vist for en anden anmoder eller sag. Intet blev sendt.",
  "problem.requester_changed.next": "Se, hvem der vises nu, og udløs så igen.",
  "problem.action_expired.title": "Forældet",
  "problem.action_expired.what":
    "En knap virker i 30 minutter, og kun så længe appens indstillinger er de samme. Intet blev sendt.",
  "problem.action_expired.next": "Se, om alt stadig passer, og udløs så igen.",
  "problem.cooling_down.title": "Netop udløst",
  "problem.cooling_down.what": "Det blev udløst for et øjeblik siden. Intet blev sendt igen.",
  "problem.cooling_down.next": "Det kan {wait} udløses igen.",
  "problem.done_meanwhile.title": "Sat i gang i mellemtiden",
  "problem.done_meanwhile.what":
    "{agent} satte dette i gang {when}, efter at det blev vist her. Intet blev sendt igen.",
  "problem.done_meanwhile.next":
    "Se, hvad der kom ud af det, og udløs igen, hvis det stadig er nødvendigt.",
  "problem.outcome_unknown.title": "Udfald ukendt",
  "problem.outcome_unknown.what": "Agillic svarede ikke i tide. Det er måske udløst, måske ikke.",
  "problem.outcome_unknown.next": "Se i historikken, før du udløser det igen.",
  "problem.read_only.title": "Skrivebeskyttet",
  "problem.read_only.what": "Handlinger er slået fra for tiden. Intet blev sendt.",
  "problem.read_only.next": "Spørg din administrator, hvornår de er tilbage.",
  "problem.store_unavailable.title": "Handlinger er ikke mulige nu",
  "problem.store_unavailable.what":
    "Appen kan ikke notere handlingen og sendte derfor intet. Det viste er stadig rigtigt.",
  "problem.store_unavailable.next": "Prøv igen om nogle minutter.",
  "problem.session_required.title": "Ikke logget ind",
  "problem.session_required.what": "Zendesk lod ikke appen logge ind.",
  "problem.session_required.next":
    "Prøv igen, eller genindlæs siden. Hvis det bliver ved, så send dette til din administrator.",
  "problem.page_expired.title": "Siden er for gammel",
  "problem.page_expired.what": "Dens login er udløbet.",
  "problem.page_expired.next": "Genindlæs hele Zendesk-siden i din browser.",
  "problem.other_release.title": "Siden er fra en anden version",
  "problem.other_release.what":
    "Appen er blevet opdateret, mens siden var åben. Intet blev ændret.",
  "problem.other_release.next": "Genindlæs den for at fortsætte.",
  "problem.not_from_zendesk.title": "Åbn denne app i Zendesk",
  "problem.not_from_zendesk.what": "Siden kom ikke fra en Zendesk-konto, der betjenes her.",
  "problem.not_from_zendesk.next": "Åbn en sag i Zendesk og appen ved siden af den.",
  "problem.internal.title": "Noget gik galt",
  "problem.internal.what": "Appen kunne ikke gøre dette færdigt.",
  "problem.internal.next":
    "Prøv igen. Hvis det bliver ved, så send detaljerne til din administrator.",
  "problem.requester_unreadable.title": "Kunden kunne ikke læses",
  "problem.requester_unreadable.what": "Zendesk oplyste ikke, hvem kunden er.",
  "problem.requester_unreadable.next": "Prøv igen. Genindlæs siden, hvis det fortsætter.",
  "problem.connection.title": "Ingen forbindelse",
  "problem.connection.what": "Appen kunne ikke nå sin server.",
  "problem.connection.next": "Se efter din forbindelse, og prøv igen.",
};
