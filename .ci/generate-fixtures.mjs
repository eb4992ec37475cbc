// Writes the tables of docs/fixtures.md: from the docstrings of public types, and from the shapes that check changes.
import {readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {parseSync, runnerImport} from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export const PAGE = join(ROOT, 'docs/fixtures.md');

/** The interface of each table: the file that declares it, and the name of the first column. */
export const TABLES = {
  SimhostOptions: ['harness/playwright/options.ts', 'option'],
  App: ['harness/core/world/app.ts', 'key of `app`'],
  Shop: ['harness/core/world/shop.ts', 'key of `shop`'],
  CheckoutRules: ['harness/wire/checkout-rules.ts', 'key of `checkout`'],
  MountOptions: ['harness/playwright/mount-options.ts', 'option'],
  LoggedRequest: ['harness/core/verdicts/logged-request.ts', 'field'],
  Verdict: ['harness/wire/verdict.ts', 'field'],
  ExpectedRequest: ['harness/playwright/recorders/requests.ts', 'field'],
  ApiCall: ['harness/core/simulation/extension-events.ts', 'field'],
  ExtensionError: ['harness/core/simulation/extension-events.ts', 'field'],
  ExtensionLog: ['harness/core/simulation/extension-events.ts', 'field'],
};

/** The parts of `host.update` whose fields have a table. */
export const PARTS = ['order', 'customer', 'localization', 'privacy', 'checkout'];

/** Types that say nothing without their declaration. */
const UNCLEAR = /^[A-Z]\w+(?: \| null)?$|PartOf|typeof|LoggedRequest\[/;

/** The longest type that a table shows. Longer ones are in the text, or in the editor. */
const LONGEST_TYPE = 60;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(PAGE, await withTables(readFileSync(PAGE, 'utf8')));

/**
 * Replaces each table between the two comments that name it.
 *
 * @param {string} page the text of docs/fixtures.md
 * @returns {Promise<string>}
 */
export async function withTables(page) {
  const shapes = await shapesOfChanges();
  const tables = [
    ...Object.keys(TABLES).map((name) => [name, tableOf(name)]),
    ...PARTS.map((part) => [`fields of ${part}`, fieldTable(part, shapes[part])]),
  ];

  return tables.reduce((text, [name, table]) => {
    const begin = `<!-- ${name}: made by .ci/generate-fixtures.mjs -->`;
    const end = `<!-- end of ${name} -->`;
    const [before, rest] = text.split(begin);
    const [, after] = rest?.split(end) ?? [];
    if (after === undefined) throw new Error(`docs/fixtures.md lacks the comments ${begin} … ${end}`);

    return `${before}${begin}\n\n${table}\n\n${end}${after}`;
  }, page);
}

/**
 * Reads the shapes that check `host.update`, by the name of the part.
 *
 * @returns {Promise<Record<string, {expected: string, fields?: Record<string, {expected: string}>}>>}
 */
export async function shapesOfChanges() {
  const {module} = await runnerImport(join(ROOT, 'harness/core/world/change-shapes.ts'), {
    root: ROOT,
    configFile: false,
    logLevel: 'error',
  });

  return module.CHANGE.fields;
}

/** Makes the table of a part's fields, with the values that each takes. */
function fieldTable(part, {fields}) {
  const rows = Object.entries(fields).map(([name, {expected}]) => [`\`${name}\``, withCode(expected)]);
  return padded([[`field of \`${part}\``, 'value'], ...rows]);
}

/**
 * Writes the values in a description as code: an object or an array, names of fields, and strings.
 *
 * @param {string} expected `an array such as ["WELCOME10"]`
 * @returns {string}
 */
export function withCode(expected) {
  const parts = expected
    .replace(/(?<=such as )[[{].*[\]}]/, '`$&`')
    .replace(/(?<=with (?:some of )?)[a-z]\w+(?:, \w+)*(?=$|, or )/, (names) =>
      names.replaceAll(/\w+/g, '`$&`'),
    )
    .split(/(`[^`]*`)/);

  return parts.map((part) => (part.startsWith('`') ? part : part.replaceAll(/"[^"]*"/g, '`$&`'))).join('');
}

/**
 * Makes the table of an interface: name, type, and what its docstring says.
 *
 * @param {keyof typeof TABLES} name
 * @returns {string}
 */
export function tableOf(name) {
  const [file, column] = TABLES[name];
  const members = membersOf(join(ROOT, file), name);
  return padded([
    [column, 'type', 'content'],
    ...members.map(({key, type, text}) => [`\`${key}\``, type === '' ? '' : `\`${type}\``, text]),
  ]);
}

/** Reads the members of an interface, without those that are internal. */
function membersOf(path, name) {
  const source = readFileSync(path, 'utf8');
  const {program, comments} = parseSync(path, source);
  const declared = program.body
    .map((node) => node.declaration ?? node)
    .find((node) => node.type === 'TSInterfaceDeclaration' && node.id.name === name);
  if (declared === undefined) throw new Error(`${path} declares no interface ${name}.`);

  return declared.body.body.flatMap((member) => {
    const docblock = comments.findLast(
      ({end, value}) =>
        value.startsWith('*') && end < member.start && /^\s*$/.test(source.slice(end, member.start)),
    );
    if (docblock === undefined) throw new Error(`${name}.${member.key.name} has no docstring.`);
    if (docblock.value.includes('@internal')) return [];

    const {start, end} = member.typeAnnotation.typeAnnotation;
    const type = shortType(source.slice(start, end), path, source);
    return [{key: member.key.name, type, text: textOf(docblock.value)}];
  });
}

/** Writes a type as a reader needs it; empty if it is long. */
function shortType(written, path, source) {
  const type = resolved(written, path, source)
    .replaceAll(/\s+/g, ' ')
    .replaceAll('readonly ', '')
    .replaceAll(/Readonly<(.+?)>(?=$| )/g, '$1')
    .replaceAll(' | undefined', '');
  return type.length > LONGEST_TYPE || UNCLEAR.test(type) ? '' : type;
}

/** Replaces the name of a type by its declaration, if another file declares it in one line. */
function resolved(written, path, source) {
  const file = new RegExp(`import [^;]*\\b${written}\\b[^;]* from '(\\.[^']+)'`).exec(source)?.[1];
  if (!/^\w+$/.test(written) || file === undefined) return written;

  const other = readFileSync(join(dirname(path), file), 'utf8');
  return new RegExp(`export type ${written} = ([^;\\n]+);`).exec(other)?.[1] ?? written;
}

/** The prose of a docblock in one line: what comes before its tags. */
function textOf(docblock) {
  return docblock
    .replaceAll(/^[ \t]*\* ?/gm, '')
    .replaceAll(/^\*/g, '')
    .split(/^@/m)[0]
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
    .replaceAll(/^- /gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Writes a table as the formatter does. */
function padded(rows) {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', String.raw`\|`)));
  const widths = rows[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [head, ...body] = cells;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
