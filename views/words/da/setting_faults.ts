import type { FaultSubjectCopy, SettingFaultCopy } from "../en/setting_faults.ts";

/** How to correct each fault of a setting, in Danish. */
export const settingFaults: SettingFaultCopy = {
  missing: "Feltet er ikke udfyldt. Udfyld det.",
  token_with_scheme:
    "Der står et ord foran værdien. Indsæt kun det, der følger efter “Basic” i Authorization-headeren.",
  token_line_break: "Værdien indeholder et linjeskift. Indsæt den igen på én linje.",
  token_space: "Værdien indeholder et mellemrum. Indsæt den igen uden mellemrum.",
  token_quotes: "Værdien indeholder anførselstegn. Indsæt kun det, der står mellem dem.",
  not_base64:
    "Det er ikke Base64-værdien af en API-nøgle og dens hemmelighed. Kod NØGLE:HEMMELIGHED i Base64, og indsæt resultatet.",
  token_no_colon:
    "Afkodet indeholder værdien intet kolon. Kod API-nøglen, et kolon og hemmeligheden samlet.",
  token_half:
    "Afkodet står der intet på den ene side af kolonet. Kod API-nøglen, et kolon og hemmeligheden samlet.",
  token_line_break_inside:
    "Afkodet indeholder værdien et linjeskift. Kod NØGLE:HEMMELIGHED igen uden linjeskift: “echo” tilføjer et, “printf” gør ikke.",
  token_space_inside:
    "Afkodet står der et mellemrum før eller efter nøglen eller hemmeligheden. Kod NØGLE:HEMMELIGHED igen uden det.",
  token_quotes_inside: "Afkodet står værdien i anførselstegn. Kod NØGLE:HEMMELIGHED igen uden dem.",
  secret_unknown:
    "Hemmeligheden i Zendesk er ikke den, som serveren kender. Bed dem, der driver serveren, om den rigtige, og indsæt den igen.",
  no_view: "Ingen visning er slået til, så agenterne ser ingenting. Slå mindst én til.",
  no_event: "Events er slået til, men ingen er udfyldt. Udfyld et navn, eller slå events fra.",
  field_name_spaces:
    "{subject} indeholder et mellemrum. Person Data-navne har ingen: skriv det som i Agillic, med komma mellem to navne.",
  field_name_lower_case:
    "{subject} har små bogstaver. Agillics navne er med store bogstaver: skriv det præcis, som det står i Agillic.",
  field_name_characters:
    "{subject} har et tegn, som intet Person Data-navn har. Brug kun bogstaver, cifre og understreger.",
  duplicate: "{subject} står der to gange. Fjern den ene.",
  description_without_name:
    "Der er en beskrivelse, men intet eventnavn. Udfyld navnet, eller tøm beskrivelsen.",
  label_without_name: "Der er en etiket, men intet eventnavn. Udfyld navnet, eller tøm etiketten.",
  context_without_name:
    "Der er en kontekst, men intet eventnavn. Udfyld navnet, eller tøm konteksten.",
  resume_event_without_name:
    "Der er et event til genoptagelse, men intet eventnavn. Udfyld navnet, eller tøm feltet.",
  context_malformed:
    "{subject} har en kontekst, der ikke har formen skema: NØGLE=Etiket, NØGLE=Etiket (number, required), NØGLE=Etiket (A|B). Ret den: eventet vises ikke, før det er gjort.",
  line_malformed:
    "{subject} har ikke formen navn | etiket | beskrivelse | kontekst | event til genoptagelse. Begynd med navnet, og brug højst fem dele.",
  too_many_lines: "{subject} er én for meget. Der er plads til ni events: fjern resten.",
  label_malformed:
    "{subject} har ikke formen NAVN=Etiket. Skriv parrene efter hinanden med komma imellem.",
  label_without_field:
    "{subject} er til et felt, som ikke er på listen. Tilføj feltet til listen, eller fjern etiketten.",
  label_language_unknown:
    "{subject} er til et sprog, som appen ikke har. Skriv en, da, sv, no eller de efter @, eller udelad begge dele.",
  not_a_number:
    "Det er ikke et antal sekunder fra 0 til 86400. Skriv et, eller lad feltet være tomt.",
  not_a_tag: "Det er ikke et tag. Brug bogstaver, tal, “_”, “-” og “/”, uden mellemrum.",
  table_malformed:
    "{subject} har ikke formen TABEL: KOLONNE, KOLONNE | Titel. Skriv tabellen, et kolon og en til tyve kolonner med komma imellem.",
  table_characters:
    "{subject} har et navn med et tegn, som ingen tabel eller kolonne har. Brug kun bogstaver, cifre og understreger.",
  not_an_environment:
    "Det er hverken staging eller production. Skriv en af dem, eller lad feltet være tomt.",
  not_a_checkbox: "Den er hverken markeret eller ikke markeret. Gem appens indstillinger igen.",
  view_not_allowed:
    "Serveren tillader ikke denne visning. Slå den fra, eller spørg dem, der driver serveren.",
  not_allowed:
    "{subject} er ikke blandt de navne, som denne server tillader. Brug et af dem, eller spørg dem, der driver den.",
  holds_credential:
    "{subject} indeholder noget, der ligner en adgangskode eller et token. Fjern det.",
  too_long: "Indstillingerne er tilsammen længere end 16.000 tegn. Gør dem kortere.",
};

/** What a fault is about, in Danish. */
export const faultSubjects: FaultSubjectCopy = {
  setting: "Værdien",
  entry: "Værdi nr. {position}",
  line: "Linje {position}",
};
