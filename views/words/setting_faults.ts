import type { Language } from "./copy.ts";

const en = {
  missing: "It is not filled in. Fill it in.",
  not_base64:
    "It is not the Base64 value of an API key and its secret. Copy the value behind “Basic” in the Authorization header.",
  field_name_spaces:
    "“{value}” has a space in it. Person Data names have none: write it as Agillic does, and a comma between two names.",
  field_name_lower_case:
    "“{value}” has small letters. Agillic's names are upper case: write it exactly as it stands in Agillic.",
  field_name_characters:
    "“{value}” has a character that no Person Data name has. Letters, digits and underscores are allowed.",
  duplicate: "“{value}” is there twice. Take one away.",
  description_without_name:
    "There is a description (“{value}”) but no event name. Fill in the name, or empty the description.",
  label_without_name:
    "There is a label (“{value}”) but no event name. Fill in the name, or empty the label.",
  label_malformed:
    "“{value}” is not of the form NAME=Label. Write one pair after the other, with commas between.",
  not_a_number: "“{value}” is not a number of seconds from 0 to 86400.",
  not_an_environment: "“{value}” is neither staging nor production. Write one of them, or nothing.",
  not_a_checkbox: "It is neither checked nor unchecked. Save the app's settings again.",
  not_allowed:
    "“{value}” is not among the names that this server allows. Use one of them, or ask those who run it.",
};

const da: typeof en = {
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

const sv: typeof en = {
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

const no: typeof en = {
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

const de: typeof en = {
  missing: "Das Feld ist nicht ausgefüllt. Füllen Sie es aus.",
  not_base64:
    "Das ist nicht der Base64-Wert eines API-Schlüssels und seines Geheimnisses. Kopieren Sie den Wert nach „Basic“ im Authorization-Header.",
  field_name_spaces:
    "„{value}“ enthält ein Leerzeichen. Person-Data-Namen haben keine: Schreiben Sie ihn wie in Agillic, mit Komma zwischen zwei Namen.",
  field_name_lower_case:
    "„{value}“ hat Kleinbuchstaben. Namen in Agillic haben Großbuchstaben: Schreiben Sie ihn genau so, wie er in Agillic steht.",
  field_name_characters:
    "„{value}“ hat ein Zeichen, das kein Person-Data-Name hat. Erlaubt sind Buchstaben, Ziffern und Unterstriche.",
  duplicate: "„{value}“ steht zweimal da. Nehmen Sie einen Eintrag weg.",
  description_without_name:
    "Es gibt eine Beschreibung („{value}“), aber keinen Event-Namen. Füllen Sie den Namen aus oder leeren Sie die Beschreibung.",
  label_without_name:
    "Es gibt eine Bezeichnung („{value}“), aber keinen Event-Namen. Füllen Sie den Namen aus oder leeren Sie die Bezeichnung.",
  label_malformed:
    "„{value}“ hat nicht die Form NAME=Bezeichnung. Schreiben Sie ein Paar nach dem anderen, mit Komma dazwischen.",
  not_a_number: "„{value}“ ist keine Anzahl Sekunden von 0 bis 86400.",
  not_an_environment:
    "„{value}“ ist weder staging noch production. Schreiben Sie eines davon oder nichts.",
  not_a_checkbox:
    "Es ist weder angekreuzt noch nicht angekreuzt. Speichern Sie die App-Einstellungen erneut.",
  not_allowed:
    "„{value}“ gehört nicht zu den Namen, die dieser Server erlaubt. Verwenden Sie einen davon oder fragen Sie die Betreiber.",
};

/** How to mend each fault of a setting. */
export const settingFaultCopy = { en, da, sv, no, de } satisfies Record<Language, typeof en>;
