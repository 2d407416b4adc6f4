import type { FindingCopy } from "../en/findings.ts";

/** What the configuration check finds, in Danish. */
export const findings: FindingCopy = {
  "words.settings_good": "Alle indstillinger er udfyldt, som de skal være.",
  "words.token_good": "Agillic godtager tokenet.",
  "words.fields_known": "Alle viste felter findes i Agillic: {count}.",
  "words.fields_none": "Ingen felter er valgt, og modtagervisningen er slået fra.",
  "words.field_unknown": "Agillic har intet Person Data-felt {field}.",
  "words.email_field_unique": "Agillic finder modtagere ved {field}, som er unikt.",
  "words.event_known": "Agillic kender eventet “{event}”.",
  "words.creation_off": "Der behøves intet: oprettelse af modtagere er slået fra.",
  "words.email_status_readable": "Agillics tabel EMAIL_STATUS kan læses.",
  "words.email_status_missing":
    "Agillic har ingen tabel EMAIL_STATUS, så agenterne får ikke at vide, hvem der har afmeldt sig.",
  "words.email_status_unchecked":
    "Tabellen EMAIL_STATUS kan kun kontrolleres på en testmodtager, der findes i Agillic.",
  "words.groups_known": "Alle målgrupper, der må vises, findes i Agillic: {count}.",
  "words.group_unknown": "Agillic har ingen målgruppe “{group}”.",
  "words.tables_known": "Agillic har alle tabeller og kolonner, der må vises. Tabeller: {count}.",
  "words.table_unknown": "Agillic har ingen one-to-many-tabel {table}.",
  "words.column_unknown": "Agillics tabel {table} har ingen kolonne {column}.",
  "words.discovery_missing": "Kunne ikke tjekkes: Agillic oplyser dem ikke.",
  "words.test_recipient_missing": "Eventet “{event}” kan ikke kontrolleres uden en testmodtager.",
  "words.test_recipient_malformed":
    "Eventet “{event}” blev ikke kontrolleret: testmodtageren er ikke en e-mailadresse.",
  "words.test_recipient_not_found":
    "Eventet “{event}” blev ikke kontrolleret: testmodtageren blev ikke fundet i Agillic.",
  "words.after_settings": "Ikke kontrolleret: indstillingerne skal rettes først.",
  "words.after_token": "Ikke kontrolleret: tokenet skal rettes først.",
  "words.after_email_field": "Ikke kontrolleret: e-mailfeltet skal rettes først.",
  "words.after_agillic": "Ikke kontrolleret: Agillic gav intet svar, der hjælper.",
  "words.store_good": "Handlinger kan noteres.",
  "words.store_unusable":
    "Handlinger kan ikke noteres, så medarbejderne kan hverken udløse eller oprette noget.",
  "words.clock_good": "Inden for {seconds} s af Agillics ur.",
  "words.clock_ahead": "Uret på maskinen, der kontrollerer, er {seconds} s foran Agillics.",
  "words.clock_behind": "Uret på maskinen, der kontrollerer, er {seconds} s bagud for Agillics.",
  "words.clock_unknown": "Intet svar fra Agillic sagde, hvad klokken er.",
  "words.keys_good":
    "Det, serveren forsegler, kan den åbne. Sessionsnøgler: {keys}. Indstillingshemmeligheder: {secrets}.",
  "words.keys_unusable": "Det, serveren forsegler, kan den ikke åbne.",
  "words.read_only_off": "Handlinger er slået til.",
  "words.read_only_unneeded":
    "Handlinger er slået fra på serveren, og indstillingerne viser ingen.",
  "words.read_only_on":
    "Handlinger er slået fra på serveren, så medarbejderne kan hverken udløse eller oprette noget.",

  "mend.setting_faulty": "Ret den i appens indstillinger i Zendesks Admin Center.",
  "mend.token_invalid":
    "Opdatér “{label}” i appens indstillinger med en gyldig værdi: Base64-værdien af en API-nøgle og dens hemmelighed.",
  "mend.field_close": "Mente du {close}? Ret “{label}” i appens indstillinger.",
  "mend.field_unknown":
    "Ret “{label}” i appens indstillinger: Agillic har sine felter under Settings -> System Settings -> Person Data.",
  "mend.name_unknown":
    "Ret “{label}” i appens indstillinger: skriv navnet præcis, som det står i Agillic.",
  "mend.email_field_not_unique":
    "Sæt e-mailfeltet som unikt i Agillic under Settings -> System Settings -> Person Data, eller angiv et unikt felt i “{label}” i appens indstillinger.",
  "mend.event_not_valid": "Ret Agillic-eventets navn i “{label}” i appens indstillinger.",
  "mend.creation_event_missing":
    "Opret et event og det nødvendige flow i Agillic, og angiv eventet i “{label}” i appens indstillinger.",
  "mend.email_status_missing":
    "Fravælg “{label}” i appens indstillinger, medmindre domænebaseret afmelding skal slås til i Agillic.",
  "mend.test_recipient": "Angiv en testmodtager, der findes i Agillic, og kontrollér igen.",
  "mend.store_unusable":
    "På serveren: se efter, at en database er tilknyttet, at DATABASE_URL kan nås, eller at KV_PATH er en fil, der kan skrives i.",
  "mend.clock":
    "Lad maskinen stille sit ur efter NTP: fra 60 s afvises det, som Zendesk underskriver.",
  "mend.keys_unusable": "På serveren: sæt SESSION_KEYS på ny. deno task keys laver en.",
  "mend.read_only_on": "På serveren: sæt READ_ONLY til 0, når de skal virke igen.",
};
