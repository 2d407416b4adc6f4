import type { FindingCopy } from "../en/findings.ts";

/** What the configuration check finds, in Danish. */
export const findings: FindingCopy = {
  "words.settings_good": "Alle indstillinger er udfyldt korrekt.",
  "words.token_good": "Agillic godtager tokenet. Det sendes med hvert kald (Basic).",
  "words.token_exchanged": "Agillic godtager tokenet og veksler det til et kortlivet (OAuth2).",
  "words.exchange_failed":
    "Agillic veksler ikke tokenet til et kortlivet (OAuth2), så intet kan vises.",
  "words.fields_known": "Alle viste felter findes i Agillic: {count}.",
  "words.fields_none": "Ingen felter er valgt, og modtagervisningen er slået fra.",
  "words.field_unknown": "Person Data-feltet {field} findes ikke i Agillic.",
  "words.email_field_unique": "Agillic finder modtagere ved hjælp af {field}, som er unikt.",
  "words.phone_field_unique": "Agillic finder også modtagere ved hjælp af {field}, som er unikt.",
  "words.event_known": "Agillic kender eventet “{event}”.",
  "words.creation_off": "Ikke nødvendigt: oprettelse af modtagere er slået fra.",
  "words.email_status_readable": "Agillics tabel EMAIL_STATUS kan læses.",
  "words.email_status_missing":
    "Tabellen EMAIL_STATUS findes ikke i Agillic, så agenterne kan ikke se, hvem der har afmeldt sig.",
  "words.email_status_unchecked":
    "Tabellen EMAIL_STATUS kan kun kontrolleres på en testmodtager, der findes i Agillic.",
  "words.groups_known": "Alle målgrupper, der må vises, findes i Agillic: {count}.",
  "words.group_unknown": "Agillic har ingen målgruppe “{group}”.",
  "words.tables_known": "Agillic har alle tabeller og kolonner, der må vises. Tabeller: {count}.",
  "words.table_unknown": "Agillic har ingen one-to-many-tabel {table}.",
  "words.column_unknown": "Agillics tabel {table} har ingen kolonne {column}.",
  "words.discovery_missing": "Kunne ikke kontrolleres: Agillic oplyser dem ikke.",
  "words.test_recipient_missing": "Eventet “{event}” kan ikke kontrolleres uden en testmodtager.",
  "words.test_recipient_malformed":
    "Eventet “{event}” blev ikke kontrolleret: testmodtageren er ikke en e-mailadresse.",
  "words.test_recipient_not_found":
    "Eventet “{event}” blev ikke kontrolleret: testmodtageren blev ikke fundet i Agillic.",
  "words.after_settings": "Ikke kontrolleret: indstillingerne skal rettes først.",
  "words.after_token": "Ikke kontrolleret: tokenet skal rettes først.",
  "words.after_email_field": "Ikke kontrolleret: e-mailfeltet skal rettes først.",
  "words.after_agillic": "Ikke kontrolleret: Agillic gav intet brugbart svar.",
  "words.webhook_verifiable":
    "Det, der er sat på pause, genoptages, når Zendesk melder, at ticketen er løst. Signeringshemmeligheder: {secrets}.",
  "words.webhook_secret_missing":
    "Serveren har ingen signeringshemmelighed til Zendesks webhook, så det, et event sætter på pause, genoptages ikke.",
  "words.store_good": "Handlinger kan registreres.",
  "words.store_unusable":
    "Handlinger kan ikke registreres, så agenterne kan hverken udløse eller oprette noget.",
  "words.clock_good": "Højst {seconds} s fra Agillics ur.",
  "words.clock_ahead": "Uret på den maskine, der kontrollerer, er {seconds} s foran Agillics.",
  "words.clock_behind": "Uret på den maskine, der kontrollerer, er {seconds} s bagefter Agillics.",
  "words.clock_unknown": "Intet svar fra Agillic angav klokkeslættet.",
  "words.keys_good":
    "Serveren kan åbne det, den forsegler. Sessionsnøgler: {keys}. Hemmeligheder til indstillinger: {secrets}.",
  "words.keys_unusable": "Serveren kan ikke åbne det, den forsegler.",
  "words.read_only_off": "Handlinger er slået til.",
  "words.read_only_unneeded":
    "Handlinger er slået fra på serveren, og indstillingerne viser ingen.",
  "words.read_only_on":
    "Handlinger er slået fra på serveren, så agenterne kan hverken udløse eller oprette noget.",

  "next.setting_faulty": "Ret den i appens indstillinger i Zendesks Admin Center.",
  "next.token_invalid":
    "Indsæt en gyldig værdi i “{label}” i appens indstillinger: Base64-værdien af en API-nøgle og dens hemmelighed.",
  "next.exchange_failed":
    "Ret tokenet i appens indstillinger, eller fravælg “{label}” dér, så det sendes med hvert kald.",
  "next.field_close": "Mente du {close}? Ret “{label}” i appens indstillinger.",
  "next.field_unknown":
    "Ret “{label}” i appens indstillinger: felterne står i Agillic under Settings -> System Settings -> Person Data.",
  "next.name_unknown":
    "Ret “{label}” i appens indstillinger: skriv navnet præcis, som det står i Agillic.",
  "next.email_field_not_unique":
    "Gør e-mailfeltet unikt i Agillic under Settings -> System Settings -> Person Data, eller angiv et unikt felt i “{label}” i appens indstillinger.",
  "next.phone_field_not_unique":
    "Gør telefonfeltet unikt i Agillic under Settings -> System Settings -> Person Data, eller ryd “{label}” i appens indstillinger.",
  "next.event_not_valid": "Ret eventets navn i “{label}” i appens indstillinger.",
  "next.creation_event_missing":
    "Opret et event og det nødvendige flow i Agillic, og angiv eventet i “{label}” i appens indstillinger.",
  "next.email_status_missing":
    "Fravælg “{label}” i appens indstillinger, eller slå domænebaseret afmelding til i Agillic.",
  "next.test_recipient": "Kontrollér igen med en testmodtager, der findes i Agillic.",
  "next.webhook_secret_missing":
    "På serveren: sæt WEBHOOK_SECRETS, eller webhookSecrets i ACCOUNTS, til webhookens signeringshemmelighed i Zendesk.",
  "next.store_unusable":
    "På serveren: kontrollér, at en database er tilknyttet, at DATABASE_URL kan nås, eller at KV_PATH er en fil, der kan skrives i.",
  "next.clock":
    "Indstil maskinens ur med NTP: når det går mere end 60 s forkert, afvises Zendesks signaturer.",
  "next.keys_unusable": "På serveren: sæt en ny SESSION_KEYS. deno task keys laver en.",
  "next.read_only_on": "På serveren: sæt READ_ONLY til 0 for at slå dem til igen.",
};
