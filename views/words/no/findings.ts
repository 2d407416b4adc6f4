import type { FindingCopy } from "../en/findings.ts";

/** What the configuration check finds, in Norwegian. */
export const findings: FindingCopy = {
  "words.settings_good": "Alle innstillinger er fylt ut slik de skal være.",
  "words.token_good": "Agillic godtar tokenet.",
  "words.fields_known": "Alle viste felt finnes i Agillic: {count}.",
  "words.fields_none": "Ingen felt er valgt, og mottakervisningen er slått av.",
  "words.field_unknown": "Agillic har ikke noe Person Data-felt {field}.",
  "words.email_field_unique": "Agillic finner mottakere med {field}, som er unikt.",
  "words.event_known": "Agillic kjenner eventet «{event}».",
  "words.creation_off": "Det trengs ikke noe: oppretting av mottakere er slått av.",
  "words.email_status_readable": "Agillics tabell EMAIL_STATUS kan leses.",
  "words.email_status_missing":
    "Agillic har ingen tabell EMAIL_STATUS, så agentene får ikke vite hvem som har meldt seg av.",
  "words.email_status_unchecked":
    "Tabellen EMAIL_STATUS kan bare kontrolleres på en testmottaker som finnes i Agillic.",
  "words.groups_known": "Alle målgrupper som kan vises, finnes i Agillic: {count}.",
  "words.group_unknown": "Agillic har ingen målgruppe «{group}».",
  "words.tables_known": "Agillic har alle tabeller og kolonner som kan vises. Tabeller: {count}.",
  "words.table_unknown": "Agillic har ingen one-to-many-tabell {table}.",
  "words.column_unknown": "Agillics tabell {table} har ingen kolonne {column}.",
  "words.discovery_missing": "Kunne ikke sjekkes: Agillic lister dem ikke opp.",
  "words.test_recipient_missing": "Eventet «{event}» kan ikke kontrolleres uten en testmottaker.",
  "words.test_recipient_malformed":
    "Eventet «{event}» ble ikke kontrollert: testmottakeren er ikke en e-postadresse.",
  "words.test_recipient_not_found":
    "Eventet «{event}» ble ikke kontrollert: testmottakeren ble ikke funnet i Agillic.",
  "words.after_settings": "Ikke kontrollert: innstillingene må rettes først.",
  "words.after_token": "Ikke kontrollert: tokenet må rettes først.",
  "words.after_email_field": "Ikke kontrollert: e-postfeltet må rettes først.",
  "words.after_agillic": "Ikke kontrollert: Agillic ga ikke noe svar som hjelper.",
  "words.store_good": "Handlinger kan noteres.",
  "words.store_unusable":
    "Handlinger kan ikke noteres, så medarbeiderne kan verken utløse eller opprette noe.",
  "words.clock_good": "Innenfor {seconds} s av klokken til Agillic.",
  "words.clock_ahead": "Klokken på maskinen som kontrollerer, går {seconds} s foran Agillics.",
  "words.clock_behind": "Klokken på maskinen som kontrollerer, går {seconds} s etter Agillics.",
  "words.clock_unknown": "Ikke noe svar fra Agillic sa hva klokken er.",
  "words.keys_good":
    "Det serveren forsegler, kan den åpne. Sesjonsnøkler: {keys}. Innstillingshemmeligheter: {secrets}.",
  "words.keys_unusable": "Det serveren forsegler, kan den ikke åpne.",
  "words.read_only_off": "Handlinger er slått på.",
  "words.read_only_unneeded": "Handlinger er slått av på serveren, og innstillingene viser ingen.",
  "words.read_only_on":
    "Handlinger er slått av på serveren, så medarbeiderne kan verken utløse eller opprette noe.",

  "mend.setting_faulty": "Rett den i appens innstillinger i Zendesks Admin Center.",
  "mend.token_invalid":
    "Oppdater «{label}» i appens innstillinger med en gyldig verdi: Base64-verdien av en API-nøkkel og dens hemmelighet.",
  "mend.field_close": "Mente du {close}? Rett «{label}» i appens innstillinger.",
  "mend.field_unknown":
    "Rett «{label}» i appens innstillinger: Agillic har feltene sine under Settings -> System Settings -> Person Data.",
  "mend.name_unknown":
    "Rett «{label}» i appens innstillinger: skriv navnet nøyaktig slik det står i Agillic.",
  "mend.email_field_not_unique":
    "Sett e-postfeltet som unikt i Agillic under Settings -> System Settings -> Person Data, eller oppgi et unikt felt i «{label}» i appens innstillinger.",
  "mend.event_not_valid": "Rett navnet på Agillic-eventet i «{label}» i appens innstillinger.",
  "mend.creation_event_missing":
    "Opprett et event og den nødvendige flyten i Agillic, og oppgi eventet i «{label}» i appens innstillinger.",
  "mend.email_status_missing":
    "Fjern avkrysningen av «{label}» i appens innstillinger, med mindre domenebasert avmelding skal slås på i Agillic.",
  "mend.test_recipient": "Oppgi en testmottaker som finnes i Agillic, og kontroller igjen.",
  "mend.store_unusable":
    "På serveren: se etter at en database er tilknyttet, at DATABASE_URL kan nås, eller at KV_PATH er en fil som kan skrives i.",
  "mend.clock": "La maskinen stille klokken etter NTP: fra 60 s avvises det som Zendesk signerer.",
  "mend.keys_unusable": "På serveren: sett SESSION_KEYS på nytt. deno task keys lager en.",
  "mend.read_only_on": "På serveren: sett READ_ONLY til 0 når de skal virke igjen.",
};
