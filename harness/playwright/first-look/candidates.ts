import type {SeenContent} from '../../wire/first-look.ts';

/** Roles whose names a reader of a test knows. */
const NAMED_ROLES = [
  'heading',
  'alert',
  'button',
  'link',
  'textbox',
  'checkbox',
  'radio',
  'combobox',
  'switch',
  'tab',
  'img',
  'spinbutton',
  'progressbar',
];

/** A longer string makes a test hard to read. */
const LONGEST = 80;

/** Lists what a test could expect of an ARIA snapshot: controls with a name first, then strings. */
export function candidatesIn(snapshot: string): readonly SeenContent[] {
  const lines = snapshot.split('\n').map((line) => unquoted(line.trim().replace(/^- /, '')));
  const roles = lines.flatMap(roleOf);
  const texts = lines.flatMap(textOf);
  const ordered = roles.toSorted((one, other) => rank(one.role) - rank(other.role));
  return [...ordered, ...texts].filter(isFirst);
}

function roleOf(line: string): readonly {kind: 'role'; role: string; name: string}[] {
  const [, role = '', quoted = ''] = /^(\w+) ("(?:[^"\\]|\\.)*")/.exec(line) ?? [];
  if (!NAMED_ROLES.includes(role)) return [];
  const name = parsed(quoted);
  return isUsable(name) ? [{kind: 'role', role, name}] : [];
}

function textOf(line: string): readonly SeenContent[] {
  const [, value = ''] = /^(?:text|paragraph|listitem|cell|status|strong|emphasis): (.+)$/.exec(line) ?? [];
  const text = value.startsWith('"') ? parsed(value) : value;
  return isUsable(text) ? [{kind: 'text', text}] : [];
}

/** The rank of a role: headings say most. */
function rank(role: string): number {
  return NAMED_ROLES.indexOf(role);
}

function isUsable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && text.length <= LONGEST;
}

/** Takes the single quotes of YAML away, which are around a line with a colon in a name. */
function unquoted(line: string): string {
  const [, key, rest = ''] = /^'((?:[^']|'')*)'(.*)$/.exec(line) ?? [];
  return key === undefined ? line : key.replaceAll("''", "'") + rest;
}

function parsed(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return '';
  }
}

function isFirst(content: SeenContent, index: number, all: readonly SeenContent[]): boolean {
  const key = JSON.stringify(content);
  return all.findIndex((each) => JSON.stringify(each) === key) === index;
}
