import type { SettingFaultCopy } from "../en/setting_faults.ts";

/** How to correct each fault of a setting, in Danish. */
export const settingFaults: SettingFaultCopy = {
  missing: "Feltet er ikke udfyldt. Udfyld det.",
  not_base64:
    "Det er ikke Base64-værdien af en API-nøgle og dens hemmelighed. Kopiér værdien efter “Basic” i Authorization-headeren.",
  field_name_spaces:
    "“{value}” indeholder et mellemrum. Person Data-navne har ingen: skriv det som i Agillic, med komma mellem to navne.",
  field_name_lower_case:
    "“{value}” har små bogstaver. Agillics navne er med store bogstaver: skriv det præcis, som det står i Agillic.",
  field_name_characters:
    "“{value}” har et tegn, som intet Person Data-navn har. Bogstaver, cifre og understreger er tilladt.",
  duplicate: "“{value}” står der to gange. Fjern den ene.",
  description_without_name:
    "Der er en beskrivelse (“{value}”), men intet eventnavn. Udfyld navnet, eller tøm beskrivelsen.",
  label_without_name:
    "Der er en etiket (“{value}”), men intet eventnavn. Udfyld navnet, eller tøm etiketten.",
  label_malformed:
    "“{value}” har ikke formen NAVN=Etiket. Skriv parrene efter hinanden med komma imellem.",
  not_a_number: "“{value}” er ikke et antal sekunder fra 0 til 86400.",
  not_an_environment: "“{value}” er hverken staging eller production. Skriv en af dem eller intet.",
  not_a_checkbox: "Den er hverken markeret eller ikke markeret. Gem appens indstillinger igen.",
  not_allowed:
    "“{value}” er ikke blandt de navne, som denne server tillader. Brug et af dem, eller spørg dem, der driver den.",
};
