import type { FindingCopy } from "../en/findings.ts";

/** What the configuration check finds, in Swedish. */
export const findings: FindingCopy = {
  "words.settings_good": "Alla inställningar är ifyllda som de ska vara.",
  "words.token_good": "Agillic godtar token.",
  "words.fields_known": "Alla fält som visas finns i Agillic: {count}.",
  "words.fields_none": "Inga fält är valda, och mottagarvyn är avstängd.",
  "words.field_unknown": "Agillic har inget Person Data-fält {field}.",
  "words.email_field_unique": "Agillic hittar mottagare med {field}, som är unikt.",
  "words.event_known": "Agillic känner till eventet ”{event}”.",
  "words.creation_off": "Inget behövs: vyn för att skapa mottagare är avstängd.",
  "words.email_status_readable": "Agillics tabell EMAIL_STATUS kan läsas.",
  "words.email_status_missing":
    "Agillic har ingen tabell EMAIL_STATUS, så agenterna får inte veta vem som har avregistrerat sig.",
  "words.email_status_unchecked":
    "Tabellen EMAIL_STATUS kan bara kontrolleras på en testmottagare som finns i Agillic.",
  "words.groups_known": "Alla målgrupper som får visas finns i Agillic: {count}.",
  "words.group_unknown": "Agillic har ingen målgrupp ”{group}”.",
  "words.tables_known": "Agillic har alla tabeller och kolumner som får visas. Tabeller: {count}.",
  "words.table_unknown": "Agillic har ingen one-to-many-tabell {table}.",
  "words.column_unknown": "Agillics tabell {table} har ingen kolumn {column}.",
  "words.discovery_missing": "Kunde inte kontrolleras: Agillic listar dem inte.",
  "words.test_recipient_missing": "Eventet ”{event}” kan inte kontrolleras utan en testmottagare.",
  "words.test_recipient_malformed":
    "Eventet ”{event}” kontrollerades inte: testmottagaren är ingen e-postadress.",
  "words.test_recipient_not_found":
    "Eventet ”{event}” kontrollerades inte: testmottagaren hittades inte i Agillic.",
  "words.after_settings": "Inte kontrollerat: inställningarna måste rättas först.",
  "words.after_token": "Inte kontrollerat: token måste rättas först.",
  "words.after_email_field": "Inte kontrollerat: e-postfältet måste rättas först.",
  "words.after_agillic": "Inte kontrollerat: Agillic gav inget svar som hjälper.",
  "words.store_good": "Åtgärder kan antecknas.",
  "words.store_unusable":
    "Åtgärder kan inte antecknas, så handläggarna kan varken utlösa eller skapa något.",
  "words.clock_good": "Inom {seconds} s från Agillics klocka.",
  "words.clock_ahead": "Klockan på maskinen som kontrollerar går {seconds} s före Agillics.",
  "words.clock_behind": "Klockan på maskinen som kontrollerar går {seconds} s efter Agillics.",
  "words.clock_unknown": "Inget svar från Agillic sade vad klockan är.",
  "words.keys_good":
    "Det servern förseglar kan den öppna. Sessionsnycklar: {keys}. Inställningshemligheter: {secrets}.",
  "words.keys_unusable": "Det servern förseglar kan den inte öppna.",
  "words.read_only_off": "Åtgärder är påslagna.",
  "words.read_only_unneeded": "Åtgärder är avstängda på servern, och inställningarna visar inga.",
  "words.read_only_on":
    "Åtgärder är avstängda på servern, så handläggarna kan varken utlösa eller skapa något.",

  "mend.setting_faulty": "Rätta den i appens inställningar i Zendesks Admin Center.",
  "mend.token_invalid":
    "Uppdatera ”{label}” i appens inställningar med ett giltigt värde: Base64-värdet av en API-nyckel och dess hemlighet.",
  "mend.field_close": "Menade du {close}? Rätta ”{label}” i appens inställningar.",
  "mend.field_unknown":
    "Rätta ”{label}” i appens inställningar: Agillic har sina fält under Settings -> System Settings -> Person Data.",
  "mend.name_unknown":
    "Rätta ”{label}” i appens inställningar: skriv namnet exakt som det står i Agillic.",
  "mend.email_field_not_unique":
    "Sätt e-postfältet som unikt i Agillic under Settings -> System Settings -> Person Data, eller ange ett unikt fält i ”{label}” i appens inställningar.",
  "mend.event_not_valid": "Rätta Agillic-eventets namn i ”{label}” i appens inställningar.",
  "mend.creation_event_missing":
    "Skapa ett event och det flöde som behövs i Agillic, och ange eventet i ”{label}” i appens inställningar.",
  "mend.email_status_missing":
    "Avmarkera ”{label}” i appens inställningar, om inte domänbaserad avregistrering ska slås på i Agillic.",
  "mend.test_recipient": "Ange en testmottagare som finns i Agillic och kontrollera igen.",
  "mend.store_unusable":
    "På servern: se till att en databas är kopplad, att DATABASE_URL kan nås, eller att KV_PATH är en fil som går att skriva i.",
  "mend.clock": "Låt maskinen ställa klockan med NTP: från 60 s avvisas det som Zendesk signerar.",
  "mend.keys_unusable": "På servern: sätt SESSION_KEYS på nytt. deno task keys gör en.",
  "mend.read_only_on": "På servern: sätt READ_ONLY till 0 när de ska fungera igen.",
};
