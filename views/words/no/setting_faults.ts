import type { FaultSubjectCopy, SettingFaultCopy } from "../en/setting_faults.ts";

/** How to correct each fault of a setting, in Norwegian. */
export const settingFaults: SettingFaultCopy = {
  missing: "Feltet er ikke fylt ut. Fyll det ut.",
  token_with_scheme:
    "Det står et ord foran verdien. Lim bare inn det som følger etter «Basic» i Authorization-headeren.",
  token_line_break: "Verdien inneholder et linjeskift. Lim den inn igjen på én linje.",
  token_space: "Verdien inneholder et mellomrom. Lim den inn igjen uten mellomrom.",
  token_quotes: "Verdien inneholder anførselstegn. Lim bare inn det som står mellom dem.",
  not_base64:
    "Det er ikke Base64-verdien av en API-nøkkel og dens hemmelighet. Kod NØKKEL:HEMMELIGHET i Base64, og lim inn resultatet.",
  token_no_colon:
    "Dekodet inneholder verdien ikke noe kolon. Kod API-nøkkelen, et kolon og hemmeligheten samlet.",
  token_half:
    "Dekodet står det ingenting på den ene siden av kolonet. Kod API-nøkkelen, et kolon og hemmeligheten samlet.",
  token_line_break_inside:
    "Dekodet inneholder verdien et linjeskift. Kod NØKKEL:HEMMELIGHET igjen uten linjeskift: «echo» legger til et, det gjør ikke «printf».",
  token_space_inside:
    "Dekodet står det et mellomrom før eller etter nøkkelen eller hemmeligheten. Kod NØKKEL:HEMMELIGHET igjen uten det.",
  token_quotes_inside:
    "Dekodet står verdien i anførselstegn. Kod NØKKEL:HEMMELIGHET igjen uten dem.",
  secret_unknown:
    "Hemmeligheten i Zendesk er ikke den som serveren kjenner. Be dem som drifter serveren, om den riktige, og lim den inn igjen.",
  no_view: "Ingen visning er slått på, så agentene ser ingenting. Slå på minst én.",
  no_event: "Events er slått på, men ingen er fylt ut. Fyll ut et navn, eller slå av events.",
  field_name_spaces:
    "{subject} inneholder et mellomrom. Person Data-navn har ingen: skriv det som i Agillic, med komma mellom to navn.",
  field_name_lower_case:
    "{subject} har små bokstaver. Agillics navn har store bokstaver: skriv det nøyaktig som det står i Agillic.",
  field_name_characters:
    "{subject} har et tegn som ingen Person Data-navn har. Bruk bare bokstaver, sifre og understreker.",
  duplicate: "{subject} står der to ganger. Fjern den ene.",
  description_without_name:
    "Det finnes en beskrivelse, men ikke noe eventnavn. Fyll ut navnet, eller tøm beskrivelsen.",
  label_without_name:
    "Det finnes en etikett, men ikke noe eventnavn. Fyll ut navnet, eller tøm etiketten.",
  context_without_name:
    "Det finnes en kontekst, men ikke noe eventnavn. Fyll ut navnet, eller tøm konteksten.",
  resume_event_without_name:
    "Det finnes et event for gjenopptakelse, men ikke noe eventnavn. Fyll ut navnet, eller tøm feltet.",
  context_malformed:
    "{subject} har en kontekst som ikke har formen skjema: NØKKEL=Etikett, NØKKEL=Etikett (number, required), NØKKEL=Etikett (A|B). Rett den: eventet vises ikke før det er gjort.",
  line_malformed:
    "{subject} har ikke formen navn | etikett | beskrivelse | kontekst | event for gjenopptakelse. Begynn med navnet, og bruk høyst fem deler.",
  too_many_lines: "{subject} er én for mye. Det er plass til ni events: fjern resten.",
  label_malformed:
    "{subject} har ikke formen NAVN=Etikett. Skriv parene etter hverandre med komma imellom.",
  label_without_field:
    "{subject} er for et felt som ikke er på listen. Legg feltet til på listen, eller fjern etiketten.",
  label_language_unknown:
    "{subject} er for et språk som appen ikke har. Skriv en, da, sv, no eller de etter @, eller utelat begge deler.",
  not_a_number:
    "Det er ikke et antall sekunder fra 0 til 86400. Skriv et, eller la feltet stå tomt.",
  not_a_tag: "Det er ikke en tagg. Bruk bokstaver, tall, «_», «-» og «/», uten mellomrom.",
  table_malformed:
    "{subject} har ikke formen TABELL: KOLONNE, KOLONNE | Tittel. Skriv tabellen, et kolon og én til tjue kolonner med komma imellom.",
  table_characters:
    "{subject} har et navn med et tegn som ingen tabell eller kolonne har. Bruk bare bokstaver, tall og understrek.",
  not_an_environment:
    "Det er verken staging eller production. Skriv en av dem, eller la feltet stå tomt.",
  not_a_checkbox: "Den er verken merket av eller ikke. Lagre appens innstillinger på nytt.",
  view_not_allowed:
    "Serveren tillater ikke denne visningen. Slå den av, eller spør dem som drifter serveren.",
  not_allowed:
    "{subject} er ikke blant navnene som denne serveren tillater. Bruk et av dem, eller spør dem som drifter den.",
  holds_credential: "{subject} inneholder noe som ligner et passord eller et token. Fjern det.",
  too_long: "Innstillingene er til sammen lengre enn 16 000 tegn. Gjør dem kortere.",
};

/** What a fault is about, in Norwegian. */
export const faultSubjects: FaultSubjectCopy = {
  setting: "Verdien",
  entry: "Verdi nr. {position}",
  line: "Linje {position}",
};
