import type { FindingCopy } from "../en/findings.ts";

/** What the configuration check finds, in Norwegian. */
export const findings: FindingCopy = {
  "words.settings_good": "Alle innstillinger er riktig fylt ut.",
  "words.token_good": "Agillic godtar tokenet. Det sendes med hvert kall (Basic).",
  "words.token_exchanged": "Agillic godtar tokenet og veksler det inn i et kortlivet (OAuth2).",
  "words.exchange_failed":
    "Agillic veksler ikke tokenet inn i et kortlivet (OAuth2), så ingenting kan vises.",
  "words.fields_known": "Alle viste felt finnes i Agillic: {count}.",
  "words.fields_none": "Ingen felt er valgt, og mottakervisningen er slått av.",
  "words.field_unknown": "Person Data-feltet {field} finnes ikke i Agillic.",
  "words.email_field_unique": "Agillic finner mottakere med {field}, som er unikt.",
  "words.phone_field_unique": "Agillic finner også mottakere med {field}, som er unikt.",
  "words.event_known": "Agillic kjenner eventet «{event}».",
  "words.creation_off": "Ikke nødvendig: oppretting av mottakere er slått av.",
  "words.email_status_readable": "Agillics tabell EMAIL_STATUS kan leses.",
  "words.email_status_missing":
    "Tabellen EMAIL_STATUS finnes ikke i Agillic, så agentene ser ikke hvem som har meldt seg av.",
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
  "words.after_agillic": "Ikke kontrollert: Agillic ga ikke noe brukbart svar.",
  "words.webhook_verifiable":
    "Det som er satt på pause, gjenopptas når Zendesk melder at saken er løst. Signeringshemmeligheter: {secrets}.",
  "words.webhook_secret_missing":
    "Serveren har ingen signeringshemmelighet for Zendesks webhook, så det et event setter på pause, gjenopptas ikke.",
  "words.store_good": "Handlinger kan registreres.",
  "words.store_unusable":
    "Handlinger kan ikke registreres, så agentene kan verken utløse eller opprette noe.",
  "words.clock_good": "Høyst {seconds} s fra Agillics klokke.",
  "words.clock_ahead": "Klokken på maskinen som kontrollerer, går {seconds} s foran Agillics.",
  "words.clock_behind": "Klokken på maskinen som kontrollerer, går {seconds} s etter Agillics.",
  "words.clock_unknown": "Ikke noe svar fra Agillic oppga klokkeslettet.",
  "words.keys_good":
    "Serveren kan åpne det den forsegler. Sesjonsnøkler: {keys}. Hemmeligheter for innstillinger: {secrets}.",
  "words.keys_unusable": "Serveren kan ikke åpne det den forsegler.",
  "words.read_only_off": "Handlinger er slått på.",
  "words.read_only_unneeded": "Handlinger er slått av på serveren, og innstillingene viser ingen.",
  "words.read_only_on":
    "Handlinger er slått av på serveren, så agentene kan verken utløse eller opprette noe.",

  "next.setting_faulty": "Rett den i appens innstillinger i Zendesks Admin Center.",
  "next.token_invalid":
    "Lim inn en gyldig verdi i «{label}» i appens innstillinger: Base64-verdien av en API-nøkkel og dens hemmelighet.",
  "next.exchange_failed":
    "Rett tokenet i appens innstillinger, eller fjern valget av «{label}» der, så det sendes med hvert kall.",
  "next.field_close": "Mente du {close}? Rett «{label}» i appens innstillinger.",
  "next.field_unknown":
    "Rett «{label}» i appens innstillinger: feltene står i Agillic under Settings -> System Settings -> Person Data.",
  "next.name_unknown":
    "Rett «{label}» i appens innstillinger: skriv navnet nøyaktig slik det står i Agillic.",
  "next.email_field_not_unique":
    "Gjør e-postfeltet unikt i Agillic under Settings -> System Settings -> Person Data, eller oppgi et unikt felt i «{label}» i appens innstillinger.",
  "next.phone_field_not_unique":
    "Gjør telefonfeltet unikt i Agillic under Settings -> System Settings -> Person Data, eller tøm «{label}» i appens innstillinger.",
  "next.event_not_valid": "Rett navnet på eventet i «{label}» i appens innstillinger.",
  "next.creation_event_missing":
    "Opprett et event og den nødvendige flyten i Agillic, og oppgi eventet i «{label}» i appens innstillinger.",
  "next.email_status_missing":
    "Fjern avkrysningen av «{label}» i appens innstillinger, eller slå på domenebasert avmelding i Agillic.",
  "next.test_recipient": "Kontroller igjen med en testmottaker som finnes i Agillic.",
  "next.webhook_secret_missing":
    "På serveren: sett WEBHOOK_SECRETS, eller webhookSecrets i ACCOUNTS, til webhookens signeringshemmelighet i Zendesk.",
  "next.store_unusable":
    "På serveren: kontroller at en database er tilknyttet, at DATABASE_URL kan nås, eller at KV_PATH er en fil som kan skrives i.",
  "next.clock":
    "Still maskinens klokke med NTP: når den går mer enn 60 s feil, avvises Zendesks signaturer.",
  "next.keys_unusable": "På serveren: sett en ny SESSION_KEYS. deno task keys lager en.",
  "next.read_only_on": "På serveren: sett READ_ONLY til 0 for å slå dem på igjen.",
};
