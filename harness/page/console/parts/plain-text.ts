/** Characters that change what is next to them: control characters, and marks for the direction of writing. */
const HIDDEN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Makes hidden characters of a foreign string visible: a right-to-left mark becomes `‹U+200F›`. */
export function plainText(text: string): string {
  return text.replace(HIDDEN, (character) =>
    character === '\n' || character === '\t' ? character : `‹U+${codeOf(character)}›`,
  );
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
