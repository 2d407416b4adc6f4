import type { ProblemCopy } from "../en/problems.ts";

/** What went wrong, in Danish. */
export const problems: ProblemCopy = {
  "problem.details": "Til din administrator",
  "problem.copyDetails": "Kopiér til din administrator",
  "problem.code": "Kode",
  "problem.status": "Status",
  "problem.time": "Tid (UTC)",
  "problem.request": "Forespørgsel",

  "problem.recipient_not_found.title": "Modtager ikke fundet",
  "problem.recipient_not_found.what": "{address} er ikke modtager i Agillic.",
  "problem.recipient_not_found.next": "Der skal ikke gøres noget.",
  "problem.requester_without_email.title": "Ingen e-mailadresse",
  "problem.requester_without_email.what":
    "Anmoderen har ingen e-mailadresse, og Agillic finder modtagere ved hjælp af den.",
  "problem.requester_without_email.next": "Tilføj adressen på anmoderens profil i Zendesk.",
  "problem.user_without_email.title": "Ingen e-mailadresse",
  "problem.user_without_email.what":
    "Brugeren har ingen e-mailadresse, og Agillic finder modtagere ved hjælp af den.",
  "problem.user_without_email.next": "Tilføj adressen på brugerens profil i Zendesk.",
  "problem.requester_not_chosen.title": "Vælg en anmoder",
  "problem.requester_not_chosen.what": "Der er endnu ikke valgt nogen til denne ticket.",
  "problem.requester_not_chosen.next": "Når der er valgt en, kan du se her, hvad Agillic ved.",
  "problem.event_not_valid.title": "Eventet findes ikke i Agillic",
  "problem.event_not_valid.what": "Eventet “{event}” er ikke gyldigt i denne Agillic-instans.",
  "problem.event_not_valid.next":
    "En administrator kan rette eventets navn i appens indstillinger.",
  "problem.table_not_found.title": "Tabellen findes ikke",
  "problem.table_not_found.what":
    "Agillic har ikke denne one-to-many-tabel, eller den er ikke længere i appens indstillinger.",
  "problem.table_not_found.next":
    "Send dette videre til din administrator, som retter “Tabeller” i appens indstillinger.",
  "problem.context_not_valid.title": "Værdierne blev ikke accepteret",
  "problem.context_not_valid.what":
    "Agillic accepterer ikke værdierne til eventet “{event}”. Intet blev udløst.",
  "problem.context_not_valid.next":
    "En administrator kan sammenligne eventets kontekst i appens indstillinger med Agillic.",
  "problem.values_invalid.title": "Kontrollér værdierne",
  "problem.values_invalid.what": "Intet blev udløst.",
  "problem.values_invalid.next": "Ret det, der er markeret, og udløs igen.",
  "problem.email_field_not_unique.title": "Agillic kan ikke skelne mellem modtagerne",
  "problem.email_field_not_unique.what":
    "E-mailfeltet {field} er ikke angivet som unikt i Agillic.",
  "problem.email_field_not_unique.next": "En administrator kan gøre e-mailfeltet unikt i Agillic.",
  "problem.phone_field_not_unique.title": "Agillic kan ikke skelne mellem modtagerne",
  "problem.phone_field_not_unique.what":
    "Telefonfeltet {field} er ikke angivet som unikt i Agillic.",
  "problem.phone_field_not_unique.next": "En administrator kan gøre telefonfeltet unikt i Agillic.",
  "problem.token_invalid.title": "Ingen adgang til Agillic",
  "problem.token_invalid.what": "Det Base64-kodede token er ugyldigt.",
  "problem.token_invalid.next":
    "En administrator kan indsætte et gyldigt i “Base64-kodet token” i appens indstillinger.",
  "problem.creation_event_missing.title": "Modtagere kan ikke oprettes endnu",
  "problem.creation_event_missing.what": "Der er ikke angivet et event til double opt-in.",
  "problem.creation_event_missing.next":
    "En administrator kan udfylde “Event for double opt-in ved oprettelse” i appens indstillinger.",
  "problem.recipient_exists.title": "Allerede oprettet",
  "problem.recipient_exists.what": "En anden har netop oprettet denne modtager.",
  "problem.recipient_exists.next": "Der blev ikke oprettet eller udløst noget.",
  "problem.settings_invalid.title": "Appens indstillinger skal rettes",
  "problem.settings_invalid.what": "Dette kan ikke vises på grund af disse indstillinger:",
  "problem.settings_invalid.next": "En administrator kan rette dem i Zendesks Admin Center.",
  "problem.input_refused.title": "Dette kan ikke vises",
  "problem.input_refused.what":
    "Noget, der blev skrevet, eller som Zendesk sendte, ligner en adgangskode eller et token og blev derfor afvist.",
  "problem.input_refused.next":
    "Kontrollér det skrevne og anmoderens navn og adresse i Zendesk. Kontakt din administrator, hvis alt er rigtigt.",
  "problem.rate_limited.title": "Agillic har travlt",
  "problem.rate_limited.what": "Agillic tager ikke imod flere kald lige nu. Intet blev ændret.",
  "problem.rate_limited.next": "Vent lidt, og prøv igen.",
  "problem.agillic_timeout.title": "Agillic var for længe om at svare",
  "problem.agillic_timeout.what": "Der kom intet svar inden for ti sekunder.",
  "problem.agillic_timeout.next": "Prøv igen. Kontakt din administrator, hvis det ikke hjælper.",
  "problem.agillic_unavailable.title": "Agillic kan ikke nås",
  "problem.agillic_unavailable.what": "Agillic er ikke tilgængelig eller svarede ikke.",
  "problem.agillic_unavailable.next":
    "Prøv igen. Kontakt din administrator, hvis det ikke hjælper.",
  "problem.agillic_answer_unknown.title": "Agillic gav et ukendt svar",
  "problem.agillic_answer_unknown.what": "Appen kan ikke læse svaret.",
  "problem.agillic_answer_unknown.next":
    "Prøv igen. Kontakt din administrator, hvis det ikke hjælper.",
  "problem.requester_changed.title": "Anmoderen er ændret",
  "problem.requester_changed.what":
    "Dette blev vist for en anden anmoder eller ticket. Intet blev sendt.",
  "problem.requester_changed.next": "Se, hvem der vises nu, og udløs så igen.",
  "problem.action_expired.title": "Forældet",
  "problem.action_expired.what":
    "En knap virker i 30 minutter, og kun så længe appens indstillinger er de samme. Intet blev sendt.",
  "problem.action_expired.next": "Kontrollér, at alt stadig passer, og udløs så igen.",
  "problem.cooling_down.title": "Netop udløst",
  "problem.cooling_down.what": "Det blev udløst for et øjeblik siden. Intet blev sendt igen.",
  "problem.cooling_down.next": "Det kan udløses igen {wait}.",
  "problem.done_meanwhile.title": "Allerede startet",
  "problem.done_meanwhile.what":
    "{agent} startede dette {when}, efter at det blev vist her. Intet blev sendt igen.",
  "problem.done_meanwhile.next":
    "Se, hvad der kom ud af det, og udløs igen, hvis det stadig er nødvendigt.",
  "problem.outcome_unknown.title": "Udfald ukendt",
  "problem.outcome_unknown.what":
    "Agillic svarede ikke i tide. Det er måske blevet udløst, måske ikke.",
  "problem.outcome_unknown.next": "Se i historikken, før du udløser det igen.",
  "problem.reveal_limit.title": "Nok vist for nu",
  "problem.reveal_limit.what":
    "Du har bedt om så mange skjulte værdier, som appen viser på en time.",
  "problem.reveal_limit.next": "Du kan {wait} få vist den næste.",
  "problem.read_only.title": "Skrivebeskyttet",
  "problem.read_only.what": "Handlinger er slået fra. Intet blev sendt.",
  "problem.read_only.next": "Spørg din administrator, hvornår de bliver slået til igen.",
  "problem.activity_not_allowed.title": "Aktivitet vises ikke for dig",
  "problem.activity_not_allowed.what": "Kun nogle agenter må se, hvem der har udløst hvad.",
  "problem.activity_not_allowed.next": "Spørg din administrator, hvis du har brug for den.",
  "problem.store_unavailable.title": "Handlinger er ikke mulige lige nu",
  "problem.store_unavailable.what":
    "Appen kan ikke registrere handlingen og sendte derfor intet. Det, der vises, er stadig rigtigt.",
  "problem.store_unavailable.next": "Prøv igen om nogle minutter.",
  "problem.session_required.title": "Ikke logget ind",
  "problem.session_required.what": "Zendesk lod ikke appen logge ind.",
  "problem.session_required.next":
    "Prøv igen, eller genindlæs siden. Kontakt din administrator, hvis det ikke hjælper.",
  "problem.page_expired.title": "Siden er for gammel",
  "problem.page_expired.what": "Du er ikke længere logget ind i appen.",
  "problem.page_expired.next": "Genindlæs hele Zendesk-siden i din browser.",
  "problem.other_release.title": "Appen er blevet opdateret",
  "problem.other_release.what": "Siden er fra en anden version. Intet blev ændret.",
  "problem.other_release.next": "Genindlæs den for at fortsætte.",
  "problem.not_from_zendesk.title": "Åbn denne app i Zendesk",
  "problem.not_from_zendesk.what":
    "Siden blev ikke åbnet fra en Zendesk-konto, som appen kan bruges med.",
  "problem.not_from_zendesk.next": "Åbn en ticket i Zendesk og appen ved siden af.",
  "problem.internal.title": "Noget gik galt",
  "problem.internal.what": "Appen kunne ikke fuldføre dette.",
  "problem.internal.next": "Prøv igen. Kontakt din administrator, hvis det ikke hjælper.",
  "problem.requester_unreadable.title": "Kunden kunne ikke hentes",
  "problem.requester_unreadable.what": "Zendesk oplyste ikke, hvem kunden er.",
  "problem.requester_unreadable.next": "Prøv igen. Genindlæs siden, hvis det ikke hjælper.",
  "problem.connection.title": "Ingen forbindelse",
  "problem.connection.what": "Appen kunne ikke nå sin server.",
  "problem.connection.next": "Kontrollér din forbindelse, og prøv igen.",
};
