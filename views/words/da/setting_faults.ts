import type { FaultSubjectCopy, SettingFaultCopy } from "../en/setting_faults.ts";

/** How to correct each fault of a setting, in Danish. */
export const settingFaults: SettingFaultCopy = {
  missing: "Feltet er ikke udfyldt. Udfyld det.",
  not_base64:
    "Det er ikke Base64-værdien af en API-nøgle og dens hemmelighed. Kopiér værdien efter “Basic” i Authorization-headeren.",
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
  label_malformed:
    "{subject} har ikke formen NAVN=Etiket. Skriv parrene efter hinanden med komma imellem.",
  not_a_number:
    "Det er ikke et antal sekunder fra 0 til 86400. Skriv et, eller lad feltet være tomt.",
  not_an_environment:
    "Det er hverken staging eller production. Skriv en af dem, eller lad feltet være tomt.",
  not_a_checkbox: "Den er hverken markeret eller ikke markeret. Gem appens indstillinger igen.",
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
};
