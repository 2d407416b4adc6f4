import type { FaultSubjectCopy, SettingFaultCopy } from "../en/setting_faults.ts";

/** How to correct each fault of a setting, in Swedish. */
export const settingFaults: SettingFaultCopy = {
  missing: "Fältet är inte ifyllt. Fyll i det.",
  token_with_scheme:
    "Det står ett ord före värdet. Klistra bara in det som följer efter ”Basic” i Authorization-headern.",
  token_line_break: "Värdet innehåller en radbrytning. Klistra in det igen på en rad.",
  token_space: "Värdet innehåller ett mellanslag. Klistra in det igen utan mellanslag.",
  token_quotes: "Värdet innehåller citattecken. Klistra bara in det som står mellan dem.",
  not_base64:
    "Det är inte Base64-värdet av en API-nyckel och dess hemlighet. Koda NYCKEL:HEMLIGHET i Base64 och klistra in resultatet.",
  token_no_colon:
    "Avkodat innehåller värdet inget kolon. Koda API-nyckeln, ett kolon och hemligheten tillsammans.",
  token_half:
    "Avkodat står det inget på ena sidan av kolonet. Koda API-nyckeln, ett kolon och hemligheten tillsammans.",
  token_line_break_inside:
    "Avkodat innehåller värdet en radbrytning. Koda NYCKEL:HEMLIGHET igen utan radbrytning: ”echo” lägger till en, det gör inte ”printf”.",
  token_space_inside:
    "Avkodat står det ett mellanslag före eller efter nyckeln eller hemligheten. Koda NYCKEL:HEMLIGHET igen utan det.",
  token_quotes_inside: "Avkodat står värdet inom citattecken. Koda NYCKEL:HEMLIGHET igen utan dem.",
  secret_unknown:
    "Hemligheten i Zendesk är inte den som servern känner till. Be dem som driver servern om rätt hemlighet och klistra in den igen.",
  no_view: "Ingen vy är påslagen, så agenterna ser ingenting. Slå på minst en.",
  no_event: "Event är påslagna, men inget är ifyllt. Fyll i ett namn eller stäng av event.",
  field_name_spaces:
    "{subject} innehåller ett mellanslag. Person Data-namn har inga: skriv det som i Agillic, med komma mellan två namn.",
  field_name_lower_case:
    "{subject} har små bokstäver. Agillics namn har stora bokstäver: skriv det exakt som det står i Agillic.",
  field_name_characters:
    "{subject} har ett tecken som inget Person Data-namn har. Använd bara bokstäver, siffror och understreck.",
  duplicate: "{subject} finns två gånger. Ta bort det ena.",
  description_without_name:
    "Det finns en beskrivning men inget eventnamn. Fyll i namnet eller töm beskrivningen.",
  label_without_name:
    "Det finns en etikett men inget eventnamn. Fyll i namnet eller töm etiketten.",
  context_without_name:
    "Det finns en kontext men inget eventnamn. Fyll i namnet eller töm kontexten.",
  resume_event_without_name:
    "Det finns ett event för återupptagande men inget eventnamn. Fyll i namnet eller töm fältet.",
  context_malformed:
    "{subject} har en kontext som inte har formen schema: NYCKEL=Etikett, NYCKEL=Etikett (number, required), NYCKEL=Etikett (A|B). Rätta den: eventet visas inte förrän det är gjort.",
  line_malformed:
    "{subject} har inte formen namn | etikett | beskrivning | kontext | event för återupptagande. Börja med namnet och använd högst fem delar.",
  too_many_lines: "{subject} är en för mycket. Det finns plats för nio event: ta bort resten.",
  label_malformed:
    "{subject} har inte formen NAMN=Etikett. Skriv paren efter varandra med komma emellan.",
  label_without_field:
    "{subject} gäller ett fält som inte finns i listan. Lägg till fältet i listan eller ta bort etiketten.",
  label_language_unknown:
    "{subject} är för ett språk som appen inte har. Skriv en, da, sv, no eller de efter @, eller utelämna båda.",
  not_a_number:
    "Det är inte ett antal sekunder från 0 till 86400. Skriv ett eller lämna fältet tomt.",
  not_a_tag: "Det är ingen tagg. Använd bokstäver, siffror, ”_”, ”-” och ”/”, utan mellanslag.",
  table_malformed:
    "{subject} har inte formen TABELL: KOLUMN, KOLUMN | Titel. Ange tabellen, ett kolon och en till tjugo kolumner med komma emellan.",
  table_characters:
    "{subject} har ett namn med ett tecken som ingen tabell eller kolumn har. Använd bara bokstäver, siffror och understreck.",
  not_an_environment:
    "Det är varken staging eller production. Skriv något av dem eller lämna fältet tomt.",
  not_a_checkbox: "Den är varken markerad eller omarkerad. Spara appens inställningar igen.",
  view_not_allowed:
    "Servern tillåter inte den här vyn. Stäng av den eller fråga dem som driver servern.",
  not_allowed:
    "{subject} finns inte bland de namn som den här servern tillåter. Använd ett av dem eller fråga dem som driver den.",
  holds_credential:
    "{subject} innehåller något som ser ut som ett lösenord eller en token. Ta bort det.",
  too_long: "Inställningarna är tillsammans längre än 16 000 tecken. Korta ner dem.",
};

/** What a fault is about, in Swedish. */
export const faultSubjects: FaultSubjectCopy = {
  setting: "Värdet",
  entry: "Värde nr {position}",
  line: "Rad {position}",
};
