// Every symbol and member that users reach from the package's entries has a docstring, and each function an example.
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {parseSync} from 'vite';

const ROOT = join(import.meta.dirname, '..');

/** Interfaces whose members are what a test is given, so that each member needs an example. */
const WITH_EXAMPLES = ['SimhostFixtures'];

/**
 * Lists what lacks a docstring.
 *
 * @param {readonly string[]} entries paths of the entries below the root
 * @param {(path: string) => string} read returns a source
 * @returns {string[]} one line each: `path Symbol.member`, with ` @example` if only the example is missing
 */
export function missingDocstrings(entries, read) {
  const modules = new Map();
  const moduleAt = (path) => {
    if (!modules.has(path)) modules.set(path, parseModule(path, read(path)));
    return modules.get(path);
  };

  const missing = new Set();
  const seen = new Set();
  const pending = entries.flatMap((path) =>
    [...moduleAt(path).exports.keys()].map((name) => ({path, name, isExported: true})),
  );

  while (pending.length > 0) {
    const {path, name, isExported} = pending.shift();
    const found = resolveSymbol(path, name, moduleAt);
    if (found === undefined) continue;
    const key = `${found.path} ${found.name}`;
    if (seen.has(key)) continue;
    seen.add(key);

    const {lines, references} = inspect(found, moduleAt(found.path), isExported);
    for (const line of lines) missing.add(`${found.path} ${line}`);
    for (const reference of references) pending.push({path: found.path, name: reference, isExported: false});
  }

  return [...missing].toSorted(byText);
}

/** Lists what one declaration lacks, and the names of the types that it refers to. */
function inspect({name, node}, module, isExported) {
  const lines = [];
  const declaration = declarationOf(node);
  const docs = module.docsOf(node);
  const references = namesIn(node, (member) => isHidden(member, module.docsOf(member)));

  if (docs === undefined) lines.push(name);
  else if (isExported && needsExample(declaration) && !hasExample(docs)) lines.push(`${name} @example`);

  const inherited = inheritedMembers(declaration);
  for (const member of membersOf(declaration)) {
    const memberName = member.key?.name ?? member.key?.value;
    const memberDocs = module.docsOf(member);
    if (memberName === undefined || isHidden(member, memberDocs)) continue;

    const isDocumented = memberDocs !== undefined || inherited;
    if (!isDocumented) lines.push(`${name}.${memberName}`);
    else if (WITH_EXAMPLES.includes(name) && !hasExample(memberDocs))
      lines.push(`${name}.${memberName} @example`);
  }

  return {lines: [...new Set(lines)], references};
}

/** Whether a class implements interfaces of the house, whose members are documented there. */
function inheritedMembers(declaration) {
  return declaration.type === 'ClassDeclaration' && (declaration.implements ?? []).length > 0;
}

function needsExample({type}) {
  return type === 'FunctionDeclaration' || type === 'TSDeclareFunction' || type === 'ClassDeclaration';
}

function hasExample(docs) {
  return docs?.includes('@example') === true;
}

function isHidden(member, docs) {
  return (
    member.key?.type === 'PrivateIdentifier' ||
    member.accessibility === 'private' ||
    member.accessibility === 'protected' ||
    member.kind === 'constructor' ||
    docs?.includes('@internal') === true
  );
}

function declarationOf(node) {
  return node.type === 'ExportNamedDeclaration' ? (node.declaration ?? node) : node;
}

function membersOf(declaration) {
  if (declaration.type === 'ClassDeclaration') return declaration.body.body;
  if (declaration.type === 'TSInterfaceDeclaration') return declaration.body.body;
  if (declaration.type === 'TSTypeAliasDeclaration') return membersOfType(declaration.typeAnnotation);
  return [];
}

/** The members of object types in an alias, also inside an intersection. The docs of a union speak for its parts. */
function membersOfType(type) {
  if (type.type === 'TSTypeLiteral') return type.members;
  if (type.type === 'TSParenthesizedType') return membersOfType(type.typeAnnotation);
  if (type.type === 'TSIntersectionType') return type.types.flatMap(membersOfType);
  return [];
}

/** Lists the types that a declaration names, but for its hidden members and its code. */
function namesIn(node, isHiddenMember) {
  const names = new Set();
  const visit = (part) => {
    if (part === null || typeof part !== 'object') return;
    if (Array.isArray(part)) return part.forEach(visit);
    if (part.key !== undefined && isHiddenMember(part)) return;

    const named = {
      TSTypeReference: part.typeName,
      TSTypeQuery: part.exprName,
      TSInterfaceHeritage: part.expression,
      TSClassImplements: part.expression,
    }[part.type];
    if (named?.type === 'Identifier') names.add(named.name);

    for (const [key, child] of Object.entries(part)) {
      const isCode =
        key === 'body' && part.type !== 'ClassDeclaration' && part.type !== 'TSInterfaceDeclaration';
      const isList = ['ClassBody', 'TSInterfaceBody'].includes(part.type);
      if ((isCode && !isList) || key === 'init' || part.type === 'StaticBlock') continue;
      if (key === 'value' && part.type === 'PropertyDefinition') continue;
      visit(child);
    }
  };

  visit(node);
  return names;
}

function resolveSymbol(path, name, moduleAt, depth = 0) {
  const module = moduleAt(path);
  const forwarded = module.exports.get(name);
  const imported = forwarded?.from === undefined ? module.imports.get(forwarded?.name ?? name) : forwarded;

  if (imported?.from !== undefined && depth < 20) {
    if (!imported.from.startsWith('.')) return undefined;
    return resolveSymbol(join(dirname(path), imported.from), imported.name, moduleAt, depth + 1);
  }

  const local = forwarded?.name ?? name;
  const node = module.declarations.get(local);
  return node === undefined ? undefined : {path, name: local, node};
}

/** Reads the declarations, imports, exports and docblocks of a source. */
function parseModule(path, source) {
  const {program, comments, errors} = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);

  const declarations = new Map();
  const imports = new Map();
  const exports = new Map();

  for (const node of program.body) {
    if (node.type === 'ImportDeclaration') {
      for (const {local, imported} of node.specifiers)
        imports.set(local.name, {from: node.source.value, name: imported?.name ?? 'default'});
    }

    if (node.type === 'ExportNamedDeclaration') {
      for (const {local, exported} of node.specifiers)
        exports.set(exported.name, {from: node.source?.value, name: local.name});
    }

    const declaration = declarationOf(node);
    for (const name of declaredNames(declaration)) {
      if (!declarations.has(name)) declarations.set(name, node);
      if (node.type === 'ExportNamedDeclaration') exports.set(name, {name});
    }
  }

  return {declarations, imports, exports, docsOf: docsIn(source, comments)};
}

function declaredNames(declaration) {
  if (declaration.type === 'VariableDeclaration') return declaration.declarations.map(({id}) => id.name);
  return declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
}

/** Finds the docblock that ends right before a node. */
function docsIn(source, comments) {
  const blocks = comments.filter(({type, value}) => type === 'Block' && value.startsWith('*'));
  return ({start}) => {
    const block = blocks.findLast(({end}) => end <= start);
    return block !== undefined && source.slice(block.end, start).trim() === '' ? block.value : undefined;
  };
}

/** The sources of the entries that package.json exports. */
function entriesOf(packageFile) {
  const {exports} = JSON.parse(readFileSync(packageFile, 'utf8'));
  return Object.values(exports)
    .filter((target) => typeof target === 'object')
    .map(({default: script}) => script.replace('./dist/', 'harness/').replace(/\.js$/, '.ts'))
    .filter((path) => existsSync(join(ROOT, path)));
}

function byText(one, other) {
  return one < other ? -1 : 1;
}

if (process.argv[1] === import.meta.filename) {
  const entries = entriesOf(join(ROOT, 'package.json'));
  const missing = missingDocstrings(entries, (path) => readFileSync(join(ROOT, path), 'utf8'));

  for (const line of missing) console.error(`no docstring: ${line}`);
  console.log(`docstrings: ${entries.length} entries, ${missing.length} missing`);
  process.exitCode = missing.length > 0 ? 1 : 0;
}
