// Writes harness/page/polaris/polaris-table.ts from @shopify/polaris-types in fixtures/sdks/polaris; `--print` shows it instead.
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {packageFile} from './samples.mjs';

const TABLE = fileURLToPath(new URL('../harness/page/polaris/polaris-table.ts', import.meta.url));

/** Members that every HTML element has, and that no row repeats. */
const OF_HTML = new Set(['children', 'id']);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--print')) process.stdout.write(polarisTable());
  else writeFileSync(TABLE, polarisTable());
}

/** Returns the table as TypeScript. */
export function polarisTable() {
  const manifest = packageFile('fixtures/sdks/polaris', '@shopify/polaris-types/dist/custom-elements.json');
  return `\
// Made by .ci/generate-polaris.mjs from @shopify/polaris-types; run it again rather than edit this file.
import type {PolarisRow} from './polaris-row.ts';

export const POLARIS_TABLE: Readonly<Record<string, PolarisRow>> = {
${Object.entries(readManifest(JSON.parse(readFileSync(manifest, 'utf8'))))
  .map(row)
  .join('\n')}
};
`;
}

/**
 * The elements of a custom-elements manifest.
 *
 * @returns {Record<string, {properties: string[], booleans: string[], initial: string[], defaults: Record<string, string>, events: string[], methods: string[], slots: string[]}>}
 */
export function readManifest({modules}) {
  const elements = modules
    .flatMap(({declarations}) => declarations)
    .filter(({tagName}) => tagName !== undefined)
    .map((declaration) => [declaration.tagName, readElement(declaration)])
    .toSorted(([one], [other]) => byText(one, other));

  if (elements.length === 0) throw new Error('The manifest declares no element.');
  return Object.fromEntries(elements);
}

function readElement({tagName, members = [], attributes = [], events = [], slots = []}) {
  const fields = members.filter(
    ({kind, name, privacy, static: isStatic}) =>
      kind === 'field' && /^[a-z]\w*$/i.test(name ?? '') && privacy !== 'private' && isStatic !== true,
  );
  const isMethod = ({type}) => type?.text === '() => void';
  const properties = fields.filter((field) => !isMethod(field) && !OF_HTML.has(field.name));
  const names = properties.map(({name}) => name);

  return {
    properties: sorted(names),
    booleans: sorted(properties.filter(({type}) => type?.text === 'boolean').map(({name}) => name)),
    initial: sorted(initialOf(tagName, names, attributes)),
    defaults: Object.fromEntries(
      properties.flatMap(({name, default: given}) => {
        const [, value] = /^'([\w\s./-]+)'$|^"([\w\s-]+)"$/.exec(given ?? '') ?? [];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    events: sorted(events.map(({name}) => name.toLowerCase())),
    methods: sorted(fields.filter(isMethod).map(({name}) => name)),
    slots: sorted(slots.map(({name}) => name).filter((name) => name !== '')),
  };
}

/** The attributes that set the first value of a property, such as `value` of `defaultValue`. */
function initialOf(tagName, properties, attributes) {
  return [...new Set(attributes.map(({name}) => name))].flatMap((name) => {
    const fields = attributes.filter((attribute) => attribute.name === name).map(({fieldName}) => fieldName);
    const first = fields.find((field) => /^default[A-Z]/.test(field));
    if (first !== undefined) return first.slice('default'.length).toLowerCase() === name ? [name] : fail();
    return fields.every((field) => field.toLowerCase() === name) ? [] : fail();

    function fail() {
      throw new Error(`<${tagName}>: the attribute ${name} sets ${fields.join(', ')}.`);
    }
  });
}

function row([tag, {defaults, ...lists}]) {
  const lines = Object.entries(lists)
    .filter(([name, list]) => list.length > 0 || name === 'properties')
    .map(([name, list]) => `    ${name}: [${list.map((item) => `'${item}'`).join(', ')}],`);

  const values = Object.entries(defaults).toSorted(([one], [other]) => byText(one, other));
  if (values.length > 0)
    lines.push(`    defaults: {${values.map(([name, value]) => `${name}: '${value}'`).join(', ')}},`);
  return `  '${tag}': {\n${lines.join('\n')}\n  },`;
}

function sorted(names) {
  return [...new Set(names)].toSorted(byText);
}

function byText(one, other) {
  return one < other ? -1 : 1;
}
