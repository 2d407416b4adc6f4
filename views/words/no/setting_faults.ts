import type { SettingFaultCopy } from "../en/setting_faults.ts";

/** How to correct each fault of a setting, in Norwegian. */
export const settingFaults: SettingFaultCopy = {
  missing: "Feltet er ikke fylt ut. Fyll det ut.",
  not_base64:
    "Det er ikke Base64-verdien av en API-nøkkel og dens hemmelighet. Kopier verdien etter «Basic» i Authorization-headeren.",
  field_name_spaces:
    "«{value}» inneholder et mellomrom. Person Data-navn har ingen: skriv det som i Agillic, med komma mellom to navn.",
  field_name_lower_case:
    "«{value}» har små bokstaver. Agillics navn har store bokstaver: skriv det nøyaktig som det står i Agillic.",
  field_name_characters:
    "«{value}» har et tegn som ingen Person Data-navn har. Bokstaver, sifre og understreker er tillatt.",
  duplicate: "«{value}» står der to ganger. Fjern den ene.",
  description_without_name:
    "Det finnes en beskrivelse («{value}»), men ikke noe hendelsesnavn. Fyll ut navnet, eller tøm beskrivelsen.",
  label_without_name:
    "Det finnes en etikett («{value}»), men ikke noe hendelsesnavn. Fyll ut navnet, eller tøm etiketten.",
  label_malformed:
    "«{value}» har ikke formen NAVN=Etikett. Skriv parene etter hverandre med komma imellom.",
  not_a_number: "«{value}» er ikke et antall sekunder fra 0 til 86400.",
  not_an_environment:
    "«{value}» er verken staging eller production. Skriv en av dem, eller ingenting.",
  not_a_checkbox: "Den er verken merket av eller ikke. Lagre appens innstillinger på nytt.",
  not_allowed:
    "«{value}» er ikke blant navnene som denne serveren tillater. Bruk et av dem, eller spør dem som drifter den.",
};
