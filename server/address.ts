import { domainToASCII, domainToUnicode } from "node:url";

/** Soft hyphen, direction marks, zero-width space, word joiner and its like, byte order mark. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;

const PLAIN = String.raw`[\p{ASCII}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]`;

/** Joiners shape other scripts and emoji, so they are seen there; between plain letters nobody sees them. */
const IDLE_JOINERS = new RegExp(
  String.raw`(?<=^|${PLAIN})[\u200C\u200D]+(?=$|${PLAIN})`,
  "gu",
);

/** The address without invisible characters, its letters composed (NFC): what is created. */
export function cleanAddress(address: string): string {
  return address.replace(INVISIBLE, "").replace(IDLE_JOINERS, "").normalize("NFC");
}

/**
 * The same text for every spelling of one address: clean, lower-cased, its domain in letters and not
 * in punycode. All that is seen stays, so two people never become one. What is not an address, such
 * as an identifier, is returned as it is.
 */
export function normalAddress(address: string): string {
  const clean = cleanAddress(address);
  const at = clean.lastIndexOf("@");
  if (at === -1) return address;
  const local = clean.slice(0, at).toLowerCase().normalize("NFC");
  return `${local}@${domainInLetters(clean.slice(at + 1))}`;
}

/**
 * The spellings by which an address is looked up, at most five, in this order: as given, clean,
 * normal, normal with its domain in punycode, and normal with its letters decomposed (NFD). Each one
 * costs a call, so only those that differ are listed: most addresses have one.
 */
export function listSpellings(address: string): readonly string[] {
  const normal = normalAddress(address);
  const at = normal.lastIndexOf("@");
  if (at === -1) return [address];
  const domain = normal.slice(at + 1);
  const inPunycode = `${normal.slice(0, at)}@${domainToASCII(domain) || domain}`;
  return [
    ...new Set([
      address,
      cleanAddress(address),
      normal,
      inPunycode,
      normal.normalize("NFD"),
    ]),
  ];
}

/** The domain itself where `node:url` answers "", for what cannot be one. */
function domainInLetters(domain: string): string {
  return domainToUnicode(domainToASCII(domain)) || domain.toLowerCase();
}
