import type { FindingCopy } from "../en/findings.ts";

/** What the configuration check finds, in Swedish. */
export const findings: FindingCopy = {
  "words.settings_good": "Alla inställningar är korrekt ifyllda.",
  "words.token_good": "Agillic godtar tokenen. Den skickas med varje anrop (Basic).",
  "words.token_exchanged": "Agillic godtar tokenen och byter den mot en kortlivad (OAuth2).",
  "words.exchange_failed":
    "Agillic byter inte tokenen mot en kortlivad (OAuth2), så inget kan visas.",
  "words.fields_known": "Alla fält som visas finns i Agillic: {count}.",
  "words.fields_none": "Inga fält är valda, och mottagarvyn är avstängd.",
  "words.field_unknown": "Person Data-fältet {field} finns inte i Agillic.",
  "words.email_field_unique": "Agillic hittar mottagare med {field}, som är unikt.",
  "words.phone_field_unique": "Agillic hittar även mottagare med {field}, som är unikt.",
  "words.event_known": "Agillic känner till eventet ”{event}”.",
  "words.creation_off": "Behövs inte: vyn för att skapa mottagare är avstängd.",
  "words.email_status_readable": "Agillics tabell EMAIL_STATUS kan läsas.",
  "words.email_status_missing":
    "Tabellen EMAIL_STATUS finns inte i Agillic, så agenterna ser inte vilka som har avregistrerat sig.",
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
  "words.after_token": "Inte kontrollerat: tokenen måste rättas först.",
  "words.after_email_field": "Inte kontrollerat: e-postfältet måste rättas först.",
  "words.after_agillic": "Inte kontrollerat: Agillic gav inget användbart svar.",
  "words.webhook_verifiable":
    "Det som är pausat återupptas när Zendesk meddelar att ärendet är löst. Signeringshemligheter: {secrets}.",
  "words.webhook_secret_missing":
    "Servern har ingen signeringshemlighet för Zendesks webhook, så det som ett event pausar återupptas inte.",
  "words.store_good": "Åtgärder kan registreras.",
  "words.store_unusable":
    "Åtgärder kan inte registreras, så agenterna kan varken utlösa eller skapa något.",
  "words.clock_good": "Högst {seconds} s från Agillics klocka.",
  "words.clock_ahead": "Klockan på maskinen som kontrollerar går {seconds} s före Agillics.",
  "words.clock_behind": "Klockan på maskinen som kontrollerar går {seconds} s efter Agillics.",
  "words.clock_unknown": "Inget svar från Agillic angav klockslaget.",
  "words.keys_good":
    "Servern kan öppna det den förseglar. Sessionsnycklar: {keys}. Hemligheter för inställningar: {secrets}.",
  "words.keys_unusable": "Servern kan inte öppna det den förseglar.",
  "words.read_only_off": "Åtgärder är påslagna.",
  "words.read_only_unneeded": "Åtgärder är avstängda på servern, och inställningarna visar inga.",
  "words.read_only_on":
    "Åtgärder är avstängda på servern, så agenterna kan varken utlösa eller skapa något.",

  "next.setting_faulty": "Rätta den i appens inställningar i Zendesks Admin Center.",
  "next.token_invalid":
    "Klistra in ett giltigt värde i ”{label}” i appens inställningar: Base64-värdet av en API-nyckel och dess hemlighet.",
  "next.exchange_failed":
    "Rätta tokenen i appens inställningar, eller avmarkera ”{label}” där så att den skickas med varje anrop.",
  "next.field_close": "Menade du {close}? Rätta ”{label}” i appens inställningar.",
  "next.field_unknown":
    "Rätta ”{label}” i appens inställningar: fälten finns i Agillic under Settings -> System Settings -> Person Data.",
  "next.name_unknown":
    "Rätta ”{label}” i appens inställningar: skriv namnet exakt som det står i Agillic.",
  "next.email_field_not_unique":
    "Gör e-postfältet unikt i Agillic under Settings -> System Settings -> Person Data, eller ange ett unikt fält i ”{label}” i appens inställningar.",
  "next.phone_field_not_unique":
    "Gör telefonfältet unikt i Agillic under Settings -> System Settings -> Person Data, eller töm ”{label}” i appens inställningar.",
  "next.event_not_valid": "Rätta eventets namn i ”{label}” i appens inställningar.",
  "next.creation_event_missing":
    "Skapa ett event och det flöde som behövs i Agillic, och ange eventet i ”{label}” i appens inställningar.",
  "next.email_status_missing":
    "Avmarkera ”{label}” i appens inställningar, eller slå på domänbaserad avregistrering i Agillic.",
  "next.test_recipient": "Kontrollera igen med en testmottagare som finns i Agillic.",
  "next.webhook_secret_missing":
    "På servern: sätt WEBHOOK_SECRETS, eller webhookSecrets i ACCOUNTS, till webhookens signeringshemlighet i Zendesk.",
  "next.store_unusable":
    "På servern: kontrollera att en databas är kopplad, att DATABASE_URL kan nås eller att KV_PATH är en fil som går att skriva i.",
  "next.clock":
    "Ställ maskinens klocka med NTP: när den går mer än 60 s fel avvisas Zendesks signaturer.",
  "next.keys_unusable": "På servern: ange en ny SESSION_KEYS. deno task keys skapar en.",
  "next.read_only_on": "På servern: sätt READ_ONLY till 0 för att slå på dem igen.",
};
