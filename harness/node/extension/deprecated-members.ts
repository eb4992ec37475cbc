import {readdir, readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import type {SurfaceName} from '../../wire/surfaces.ts';
import {ancestors, exists} from './packages.ts';

/** A member of the API that the published types call deprecated. */
export interface DeprecatedMember {
  /** The name of the value that has it: `buyerJourney`; `null` for a member of the API itself or a function. */
  readonly owner: string | null;
  /** The name: `intercept`. */
  readonly name: string;
  /** The advice of the types, as one line. */
  readonly reason: string;
}

/** The folders with the types of a surface, in the packages of all generations. */
const TYPES: readonly (readonly [packageName: string, folder: string])[] = [
  ['@shopify/ui-extensions', 'build/ts/surfaces'],
  ['@shopify/checkout-ui-extensions', 'build/ts'],
];

/** Reads the deprecated members of a surface from the types that an extension's folder has installed. */
export async function deprecatedMembers(
  dir: string,
  surface: SurfaceName,
): Promise<readonly DeprecatedMember[]> {
  const folder = await typesFolder(dir, surface);
  if (folder === null) return [];

  const files = (await readdir(folder, {recursive: true}))
    .filter((name) => name.endsWith('.d.ts') && !name.includes('components'))
    .toSorted();
  return membersIn(await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8'))));
}

async function typesFolder(dir: string, surface: string): Promise<string | null> {
  for (const ancestor of ancestors(resolve(dir))) {
    for (const [packageName, types] of TYPES) {
      const base = join(ancestor, 'node_modules', packageName, types);
      const folder = types.endsWith('surfaces') ? join(base, surface) : base;
      if (await exists(folder)) return folder;
    }
  }

  return null;
}

/** An interface begins, or a comment is followed by a member or a function. */
const PARTS =
  /\b(?:interface|type) (?<container>\w+)|\/\*\*(?<comment>(?:(?!\*\/)[^])*)\*\/\s*(?:export declare function (?<call>\w+)|(?:readonly )?(?<member>\w+)\??\s*[(:<])/g;

/** Finds the deprecated members in declaration files, and the values that have them. */
export function membersIn(texts: readonly string[]): readonly DeprecatedMember[] {
  const found = new Map<string, DeprecatedMember>();
  for (const text of texts) {
    let container = '';
    for (const {groups = {}} of text.matchAll(PARTS)) {
      const {container: begun, comment = '', call, member} = groups;
      if (begun !== undefined) container = begun;

      const name = call ?? member;
      const [, reason] = /@deprecated\s*([^]*?)(?=\n\s*\*\s*@|$)/.exec(comment) ?? [];
      if (name === undefined || reason === undefined) continue;

      const owners = call === undefined ? ownersOf(container, texts) : [];
      for (const owner of owners.length === 0 ? [null] : owners)
        found.set(`${String(owner)}.${name}`, {owner, name, reason: oneLine(reason)});
    }
  }

  return [...found.values()];
}

/** Finds the members that have an interface as their type, also inside of a signal. */
function ownersOf(container: string, texts: readonly string[]): readonly string[] {
  const typed = new RegExp(`\\b(\\w+)\\??: (?:\\w+<)?${container}\\b(?!\\w)`, 'g');
  const names = texts.flatMap((text) => [...text.matchAll(typed)].map(([, name = '']) => name));
  return [...new Set(names)];
}

function oneLine(comment: string): string {
  return comment
    .replace(/\n\s*\*?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether a source uses a deprecated member: by its path, or by destructuring. */
export function usesMember(text: string, {owner, name}: DeprecatedMember): boolean {
  if (owner === null && /^use[A-Z]/.test(name)) return new RegExp(`\\b${name}\\b`).test(text);

  const holder = owner ?? '(?:shopify|api|useApi\\(\\)|useExtensionApi\\(\\))';
  const path = new RegExp(`${startOf(holder)}\\??\\.(?:(?:value|current)\\??\\.)?${name}\\b`);
  const destructured = new RegExp(
    `\\{[^{}]*\\b${name}\\b[^{}]*\\}\\s*=\\s*[\\w.?()]*${startOf(holder)}(?:\\.(?:value|current))?\\s*[;,\\n]`,
  );
  return path.test(text) || destructured.test(text);
}

function startOf(holder: string): string {
  return `(?<![\\w$])${holder}`;
}
