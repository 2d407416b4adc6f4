import type { SettingFaultCopy } from "../en/setting_faults.ts";

/** How to correct each fault of a setting, in Swedish. */
export const settingFaults: SettingFaultCopy = {
  missing: "Fältet är inte ifyllt. Fyll i det.",
  not_base64:
    "Det är inte Base64-värdet av en API-nyckel och dess hemlighet. Kopiera värdet efter ”Basic” i Authorization-headern.",
  field_name_spaces:
    "”{value}” innehåller ett mellanslag. Person Data-namn har inga: skriv det som i Agillic, med komma mellan två namn.",
  field_name_lower_case:
    "”{value}” har små bokstäver. Agillics namn har stora bokstäver: skriv det exakt som det står i Agillic.",
  field_name_characters:
    "”{value}” har ett tecken som inget Person Data-namn har. Bokstäver, siffror och understreck är tillåtna.",
  duplicate: "”{value}” finns två gånger. Ta bort den ena.",
  description_without_name:
    "Det finns en beskrivning (”{value}”) men inget händelsenamn. Fyll i namnet eller töm beskrivningen.",
  label_without_name:
    "Det finns en etikett (”{value}”) men inget händelsenamn. Fyll i namnet eller töm etiketten.",
  label_malformed:
    "”{value}” har inte formen NAMN=Etikett. Skriv paren efter varandra med komma emellan.",
  not_a_number: "”{value}” är inte ett antal sekunder från 0 till 86400.",
  not_an_environment:
    "”{value}” är varken staging eller production. Skriv en av dem eller ingenting.",
  not_a_checkbox: "Den är varken markerad eller omarkerad. Spara appens inställningar igen.",
  not_allowed:
    "”{value}” finns inte bland de namn som den här servern tillåter. Använd ett av dem eller fråga dem som driver den.",
};
