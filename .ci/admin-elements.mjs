// Reads the elements of the admin from the published types. Their classes share base classes across files, so the
// checker of TypeScript resolves them, unlike the interfaces that .ci/published-interfaces.mjs parses.
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {SignatureKind, TypeFlags} from 'typescript/unstable/sync';
import {withChecker} from './published-types.mjs';
import {packageFile} from './samples.mjs';

const SDKS = fileURLToPath(new URL('../fixtures/sdks', import.meta.url));

/** Props of Preact itself, which no element receives. */
const OF_PREACT = new Set(['children', 'key', 'ref', 'dangerouslySetInnerHTML']);

/** The name of a prop that listens to an event. */
const IS_HANDLER = /^on[A-Z]/;

/** Files whose declarations belong to every HTML element. */
const OF_HTML = /\/preact\/src\/|\/lib\.[\w.]*d\.ts$/;

/**
 * The elements of the admin in the package of one version.
 *
 * @returns {Record<string, {properties: string[], booleans: string[], events: string[], methods: string[]}>}
 */
export function readAdmin(version) {
  const folder = packageFile(
    `fixtures/sdks/${version}`,
    '@shopify/ui-extensions/src/surfaces/admin/components',
  );
  const files = readdirSync(folder).filter((name) => name.endsWith('.d.ts') && name !== 'shared.d.ts');
  const entry = join(SDKS, version, 'admin-elements.ts');

  const source = `${files.map((name) => `import '${join(folder, name)}';`).join('\n')}
import type {createElement} from 'preact';
export type Props = createElement.JSX.IntrinsicElements;`;

  return withChecker([entry], (program, checker) => read(checker, program.getSourceFile(entry)), {
    [entry]: source,
  });
}

function read(checker, source) {
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source));
  const props = checker.getDeclaredTypeOfSymbol(exported.find(({name}) => name === 'Props'));

  const tags = checker.getPropertiesOfType(props).filter(({name}) => name.startsWith('s-'));
  const types = checker.getTypeOfSymbol(tags);

  const kindOf = kindReader(checker);
  const elements = tags.map(({name}, index) => [name, propsOf(checker, types[index], kindOf)]);
  const booleans = namesOf('boolean', elements);
  return Object.fromEntries(
    elements
      .toSorted(([one], [other]) => byText(one, other))
      .map(([tag, kinds]) => [tag, rowOf(kinds, booleans)]),
  );
}

/** The kind of each prop that belongs to the element alone: not to Preact, and not to every HTML element. */
function propsOf(checker, type, kindOf) {
  const own = checker
    .getPropertiesOfType(type)
    .filter(({name, declarations}) => !OF_PREACT.has(name) && !OF_HTML.test(declarations[0]?.path ?? ''));

  const types = checker.getTypeOfSymbol(own);
  return new Map(own.map(({name}, index) => [name, IS_HANDLER.test(name) ? 'event' : kindOf(types[index])]));
}

/** Returns a function that finds the kind of a type: each question to the checker costs a round trip. */
function kindReader(checker) {
  const known = new Map();

  return (type) => {
    const kind = known.get(type.id) ?? kindOf(type);
    known.set(type.id, kind);
    return kind;
  };

  function kindOf(type) {
    if (type.flags & TypeFlags.Any) return 'any';
    const given = checker.getNonNullableType(type);
    const parts = given.isUnionType() ? given.getTypes() : [given];
    if (parts.every(({flags}) => flags & TypeFlags.BooleanLike)) return 'boolean';
    return parts.some((part) => checker.getSignaturesOfType(part, SignatureKind.Call).length > 0)
      ? 'method'
      : 'other';
  }
}

/** The names whose props all have this kind, apart from those of a type that is not published. */
function namesOf(kind, elements) {
  const props = elements.flatMap(([, kinds]) => [...kinds]).filter(([, found]) => found !== 'any');
  const others = new Set(props.filter(([, found]) => found !== kind).map(([name]) => name));
  return new Set(props.map(([name]) => name).filter((name) => !others.has(name)));
}

function rowOf(kinds, booleans) {
  const named = (...wanted) =>
    sorted([...kinds].filter(([, kind]) => wanted.includes(kind)).map(([name]) => name));
  const properties = named('any', 'boolean', 'other');

  return {
    properties,
    booleans: properties.filter(
      (name) => kinds.get(name) === 'boolean' || (kinds.get(name) === 'any' && booleans.has(name)),
    ),
    events: named('event').map((name) => name.slice(2).toLowerCase()),
    methods: named('method'),
  };
}

function sorted(names) {
  return [...new Set(names)].toSorted(byText);
}

function byText(one, other) {
  return one < other ? -1 : 1;
}
