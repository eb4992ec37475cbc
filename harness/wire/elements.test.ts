import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from '@playwright/test';
import {parseSync, type ESTree} from 'vite';
import {attributeNames, ELEMENTS} from './elements.ts';

const COMPONENTS = fileURLToPath(
  new URL('../../node_modules/@shopify/ui-extensions/build/ts/surfaces/customer-account/components', import.meta.url),
);

test('the published types are where this test looks', () => {
  expect(readdirSync(COMPONENTS).filter((name) => /^[A-Z]\w+\.d\.ts$/.test(name)).length).toBeGreaterThan(60);
});

for (const [tag, spec] of Object.entries(ELEMENTS)) {
  test(`${tag} has the published properties, booleans and events`, () => {
    expect({
      properties: [...spec.properties].sort(),
      booleans: [...(spec.booleans ?? [])].sort(),
      events: [...spec.events].sort(),
      methods: [...(spec.methods ?? [])].sort(),
    }).toEqual(published(tag));
  });
}

test('a property is set by its lower-case and its kebab-case attribute', () => {
  expect(attributeNames('readOnly')).toEqual(['readonly', 'read-only']);
  expect(attributeNames('labelAccessibilityVisibility')).toEqual(['labelaccessibilityvisibility', 'label-accessibility-visibility']);
  expect(attributeNames('tone')).toEqual(['tone']);
});

interface Published {
  properties: string[];
  booleans: string[];
  events: string[];
  methods: string[];
}

function published(tag: string): Published {
  const name = tag.slice(2).replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
  const path = join(COMPONENTS, `${name}.d.ts`);
  const interfaces = [`${name}ElementProps`, `${name}Props`, 'BaseElementProps', 'BaseElementPropsWithChildren'];
  const properties = new Map(interfaces.flatMap((declared) => [...members(path, declared)]));
  for (const notSent of ['children', 'key', 'ref']) properties.delete(notSent);
  for (const callback of [...properties.keys()].filter((key) => /^on[A-Z]/.test(key))) properties.delete(callback);
  const called = [...members(path, `${name}Methods`).keys(), ...members(path, `${name}ElementMethods`).keys()];
  return {
    properties: [...properties.keys()].sort(),
    booleans: [...properties]
      .filter(([, type]) => type === 'boolean')
      .map(([key]) => key)
      .sort(),
    events: [...members(path, `${name}ElementEvents`).keys()].sort(),
    methods: called.sort(),
  };
}

/** The members of an interface with all that it extends, each with its type as far as this test needs it. */
function members(path: string, name: string): Map<string, 'boolean' | 'other'> {
  const found = new Map<string, 'boolean' | 'other'>();
  const {interfaces, imports} = declarations(path);
  const elsewhere = imports.get(name);
  if (!interfaces.has(name) && elsewhere !== undefined) return members(elsewhere.path, elsewhere.name);
  for (const declaration of interfaces.get(name) ?? []) {
    for (const heritage of declaration.extends) {
      if (heritage.expression.type !== 'Identifier') throw new Error(`${path}: ${name} extends something that this test cannot read.`);
      const [base, keys] = heritage.typeArguments?.params ?? [];
      if (heritage.expression.name === 'Pick' || heritage.expression.name === 'Omit') {
        const named = literals(keys);
        const picks = heritage.expression.name === 'Pick';
        for (const [key, type] of members(path, nameOf(base))) if (named.has(key) === picks) found.set(key, type);
        for (const key of picks ? named : []) {
          if (!found.has(key)) throw new Error(`${path}: ${name} picks ${key}, which this test cannot find.`);
        }
      } else {
        for (const [key, type] of members(path, heritage.expression.name)) found.set(key, type);
      }
    }
    for (const member of declaration.body.body) {
      if (member.type !== 'TSPropertySignature') continue;
      const key = member.key.type === 'Identifier' ? member.key.name : member.key.type === 'Literal' ? String(member.key.value) : undefined;
      if (key === undefined) throw new Error(`${path}: ${name} has a member that this test cannot read.`);
      found.set(key, typeOf(path, member.typeAnnotation?.typeAnnotation));
    }
  }
  return found;
}

function typeOf(path: string, type: ESTree.TSType | undefined): 'boolean' | 'other' {
  if (type?.type === 'TSBooleanKeyword') return 'boolean';
  if (type?.type !== 'TSIndexedAccessType') return 'other';
  const [key] = literals(type.indexType);
  return members(path, nameOf(type.objectType)).get(key ?? '') ?? 'other';
}

function nameOf(type: ESTree.TSType | undefined): string {
  if (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier') return type.typeName.name;
  throw new Error(`Not a plain type name: ${type?.type}.`);
}

function literals(type: ESTree.TSType | undefined): Set<string> {
  const parts = type?.type === 'TSUnionType' ? type.types : type === undefined ? [] : [type];
  return new Set(parts.map((part) => (part.type === 'TSLiteralType' && part.literal.type === 'Literal' ? String(part.literal.value) : '')));
}

interface Declarations {
  interfaces: Map<string, ESTree.TSInterfaceDeclaration[]>;
  imports: Map<string, {path: string; name: string}>;
}

const parsed = new Map<string, Declarations>();

function declarations(path: string): Declarations {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const {program, errors} = parseSync(path, readFileSync(path, 'utf8'), {lang: 'dts'});
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const result: Declarations = {interfaces: new Map(), imports: new Map()};
  parsed.set(path, result);
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'TSInterfaceDeclaration') {
      result.interfaces.set(declaration.id.name, [...(result.interfaces.get(declaration.id.name) ?? []), declaration]);
    }
    if (statement.type !== 'ImportDeclaration') continue;
    const target = join(dirname(path), statement.source.value.replace(/(\.d)?\.ts$/, '') + '.d.ts');
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ImportSpecifier' || specifier.imported.type !== 'Identifier' || !existsSync(target)) continue;
      result.imports.set(specifier.local.name, {path: target, name: specifier.imported.name});
    }
  }
  return result;
}
