// Reads the interfaces of published types: their members, `extends`, Pick and Omit.
// TypeScript 7 has no JS API, so the declarations are parsed by Vite.
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {parseSync} from 'vite';

/** Imported by packages from a file that does not declare it; what is picked of it counts, its types are not known. */
const UNDECLARED = new Set(['ChatProps$1', 'LinkProps']);

/** Declarations by path. */
const parsed = new Map();

/** The members of an interface with all that it extends: `boolean`, `other`, or `{name` for an object with one method of that name. */
export function members(path, name) {
  const found = new Map();
  const {interfaces, imports} = declarations(path);
  const elsewhere = imports.get(name);

  if (!interfaces.has(name)) {
    if (elsewhere !== undefined) return members(elsewhere.path, elsewhere.name);
    if (UNDECLARED.has(name)) return found;
    throw new Error(`${path}: ${name} is not declared as an interface.`);
  }

  for (const declaration of interfaces.get(name)) {
    for (const heritage of declaration.extends) {
      // The package has an interface that extends itself.
      if (heritage.expression.name === name) continue;
      for (const [key, type] of inherited(path, name, heritage)) found.set(key, type);
    }
    for (const member of declaration.body.body) {
      if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') continue;
      const key = keyOf(member);
      if (key === undefined) throw new Error(`${path}: ${name} has a member that this script cannot read.`);
      found.set(
        key,
        member.type === 'TSMethodSignature' ? 'other' : typeOf(path, member.typeAnnotation?.typeAnnotation),
      );
    }
  }

  return found;
}

function inherited(path, name, {expression, typeArguments}) {
  if (expression.type !== 'Identifier')
    throw new Error(`${path}: ${name} extends something that this script cannot read.`);
  const picks = expression.name === 'Pick';
  if (!picks && expression.name !== 'Omit') return members(path, expression.name);

  const [base, keys] = typeArguments.params;
  const named = literals(keys);
  if (picks && UNDECLARED.has(nameOf(base))) return new Map([...named].map((key) => [key, 'other']));

  const from = members(path, nameOf(base));
  for (const key of picks ? named : []) {
    if (!from.has(key)) throw new Error(`${path}: ${name} picks ${key}, which this script cannot find.`);
  }

  return new Map([...from].filter(([key]) => named.has(key) === picks));
}

function typeOf(path, type) {
  if (type?.type === 'TSBooleanKeyword') return 'boolean';
  if (
    type?.type === 'TSTypeLiteral' &&
    type.members.length === 1 &&
    type.members[0].type === 'TSMethodSignature'
  ) {
    return `{${type.members[0].key.name}`;
  }

  if (type?.type !== 'TSIndexedAccessType') return 'other';
  const [key] = literals(type.indexType);
  return members(path, nameOf(type.objectType)).get(key) ?? 'other';
}

export function canRead(path, name) {
  const {interfaces, imports} = declarations(path);
  return interfaces.has(name) || imports.has(name);
}

function keyOf({key}) {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}

function nameOf(type) {
  if (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier') return type.typeName.name;
  throw new Error(`Not a plain type name: ${type?.type}.`);
}

function literals(type) {
  if (type === undefined) return new Set();

  const parts = type.type === 'TSUnionType' ? type.types : [type];
  return new Set(
    parts.map((part) =>
      part.type === 'TSLiteralType' && part.literal.type === 'Literal' ? String(part.literal.value) : '',
    ),
  );
}

export function declarations(path) {
  const known = parsed.get(path);
  if (known !== undefined) return known;

  const source = readFileSync(path, 'utf8');
  const {program, errors} = parseSync(path, source, {lang: 'dts'});
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0].message}`);

  const result = {
    interfaces: new Map(),
    imports: new Map(),
    tags: new Set(
      [...source.matchAll(/(?:declare const tagName = |\[)["'](s-[a-z-]+)["']/g)].map(([, tag]) => tag),
    ),
  };

  parsed.set(path, result);
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    for (const found of [declaration, ...baseProps(declaration)]) {
      if (found?.type !== 'TSInterfaceDeclaration') continue;
      result.interfaces.set(found.id.name, [...(result.interfaces.get(found.id.name) ?? []), found]);
    }
    if (statement.type !== 'ImportDeclaration') continue;
    const target = join(dirname(path), `${statement.source.value.replace(/(\.d)?\.ts$/, '')}.d.ts`);
    for (const specifier of statement.specifiers) {
      if (
        specifier.type !== 'ImportSpecifier' ||
        specifier.imported.type !== 'Identifier' ||
        !existsSync(target)
      )
        continue;
      result.imports.set(specifier.local.name, {path: target, name: specifier.imported.name});
    }
  }

  return result;
}

/** Some files declare what every element takes inside `declare module 'preact'`. */
function baseProps(declaration) {
  if (declaration?.type !== 'TSModuleDeclaration' || declaration.id.value !== 'preact') return [];
  return declaration.body.body.filter(
    ({type, id}) => type === 'TSInterfaceDeclaration' && id.name === 'BaseProps',
  );
}
