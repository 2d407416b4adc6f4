import type { FaultSubjectCopy, SettingFaultCopy } from "../en/setting_faults.ts";

/** How to correct each fault of a setting, in Swedish. */
export const settingFaults: SettingFaultCopy = {
  missing: "Fältet är inte ifyllt. Fyll i det.",
  not_base64:
    "Det är inte Base64-värdet av en API-nyckel och dess hemlighet. Kopiera värdet efter ”Basic” i Authorization-headern.",
  field_name_spaces:
    "{subject} innehåller ett mellanslag. Person Data-namn har inga: skriv det som i Agillic, med komma mellan två namn.",
  field_name_lower_case:
    "{subject} har små bokstäver. Agillics namn har stora bokstäver: skriv det exakt som det står i Agillic.",
  field_name_characters:
    "{subject} har ett tecken som inget Person Data-namn har. Använd bara bokstäver, siffror och understreck.",
  duplicate: "{subject} finns två gånger. Ta bort det ena.",
  description_without_name:
    "Det finns en beskrivning men inget händelsenamn. Fyll i namnet eller töm beskrivningen.",
  label_without_name:
    "Det finns en etikett men inget händelsenamn. Fyll i namnet eller töm etiketten.",
  label_malformed:
    "{subject} har inte formen NAMN=Etikett. Skriv paren efter varandra med komma emellan.",
  not_a_number:
    "Det är inte ett antal sekunder från 0 till 86400. Skriv ett eller lämna fältet tomt.",
  not_an_environment:
    "Det är varken staging eller production. Skriv något av dem eller lämna fältet tomt.",
  not_a_checkbox: "Den är varken markerad eller omarkerad. Spara appens inställningar igen.",
  not_allowed:
    "{subject} finns inte bland de namn som den här servern tillåter. Använd ett av dem eller fråga dem som driver den.",
  holds_credential:
    "{subject} innehåller något som ser ut som ett lösenord eller en token. Ta bort det.",
  too_long: "Inställningarna är tillsammans längre än 16 000 tecken. Korta ner dem.",
};

/** What a fault is about, in Swedish. */
export const faultSubjects: FaultSubjectCopy = { setting: "Värdet", entry: "Värde nr {position}" };
