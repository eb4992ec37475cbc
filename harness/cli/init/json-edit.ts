/**
 * Adds a string member to an object at the top level of a JSON file, and the object itself if it is missing. Everything
 * else keeps its form: indentation, line ends, order. A member that exists stays as it is.
 *
 * @throws {SyntaxError} if the text is not valid JSON, because the search for a bracket could otherwise miss the end
 */
export function withMember(text: string, section: string, key: string, value: string): string {
  JSON.parse(text.replace(/^\uFEFF/, ''));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /^\{\r?\n([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const root = objectAt(text, text.indexOf('{'));
  const at = root.members.get(section);

  if (at === undefined) {
    const line = `${JSON.stringify(section)}: {${eol}${indent}${indent}${member(key, value)}${eol}${indent}}`;
    return inserted(text, root, `${eol}${indent}${line}`, eol);
  }

  const object = objectAt(text, at);
  if (object.members.has(key)) return text;
  return inserted(text, object, `${eol}${indent}${indent}${member(key, value)}`, `${eol}${indent}`);
}

interface JsonObject {
  /** The offset after the opening brace. */
  readonly start: number;
  /** The offset of the closing brace. */
  readonly end: number;
  /** The offset after the last member; after the opening brace if it has none. */
  readonly lastEnd: number;
  /** The offset of the value of each member. */
  readonly members: ReadonlyMap<string, number>;
}

/** Finds the members of an object in valid JSON. */
function objectAt(text: string, offset: number): JsonObject {
  const members = new Map<string, number>();
  const start = offset + 1;
  let at = start;
  let lastEnd = start;

  for (;;) {
    at = skip(text, at, /[\s,]*/y);
    if (text[at] !== '"') return {start, end: at, lastEnd, members};
    const keyEnd = skip(text, at, STRING);
    const valueAt = skip(text, keyEnd, /\s*:\s*/y);
    members.set(JSON.parse(text.slice(at, keyEnd)) as string, valueAt);
    lastEnd = valueEnd(text, valueAt);
    at = lastEnd;
  }
}

const STRING = /"(?:[^"\\]|\\.)*"/y;

/** Finds the end of a value. Brackets in strings do not count. */
function valueEnd(text: string, offset: number): number {
  let depth = 0;
  let at = offset;

  do {
    const character = text[at] ?? '';
    if (character === '"') at = skip(text, at, STRING);
    else if ('{['.includes(character)) at += 1;
    else if ('}]'.includes(character)) at += 1;
    else at = skip(text, at, /[^"{}[\],\s]+|[\s,]+/y);
    if ('{['.includes(character)) depth += 1;
    if ('}]'.includes(character)) depth -= 1;
  } while (depth > 0);

  return at;
}

function skip(text: string, offset: number, pattern: RegExp): number {
  pattern.lastIndex = offset;
  return offset + (pattern.exec(text)?.[0].length ?? 0);
}

function inserted(text: string, {end, lastEnd, members}: JsonObject, line: string, close: string): string {
  const isEmpty = members.size === 0;
  const tail = isEmpty || !/\s/.test(text.slice(lastEnd, end)) ? close : text.slice(lastEnd, end);
  return `${text.slice(0, lastEnd)}${isEmpty ? '' : ','}${line}${tail}${text.slice(end)}`;
}

function member(key: string, value: string): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
}
