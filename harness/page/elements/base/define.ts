/// <reference types="vite/types/importMeta.d.ts" />
import {SimhostError} from '../../../errors.ts';
import {defineClass} from './define-class.ts';
import type {PageElementClass} from './page-element.ts';
import {PAGE_SPECS} from './page-specs.ts';
import {adoptTokens} from './style.ts';

/** The exports of every element file by name. Vite lists the folder when it builds the page. */
const EXPORTS = Object.assign(
  {},
  ...Object.values(import.meta.glob(['../*.ts', '!../*.test.ts', '!../*.fixture.ts'], {eager: true})),
) as Readonly<Record<string, unknown>>;

/**
 * Registers every element of the table in this page, and gives the page the tokens. A second call does
 * nothing.
 */
export function defineElements(): void {
  adoptTokens();
  for (const tag of Object.keys(PAGE_SPECS)) defineElement(tag);
}

/**
 * Registers one element of the table, if it is not registered yet. A page that shows few elements then pays
 * for few.
 *
 * @throws {SimhostError} `ERR_NO_ELEMENT` if no file has a class for the tag
 */
export function defineElement(tag: string): void {
  const spec = PAGE_SPECS[tag];
  if (spec === undefined || customElements.get(tag) !== undefined) return;

  defineClass(tag, spec, classOf(tag));
}

/** Finds the class of a tag by its name: `QrCode` for `s-qr-code`. */
function classOf(tag: string): PageElementClass {
  const name = tag.replace(/^s|-(\w)/g, (_match, letter: string | undefined) => letter?.toUpperCase() ?? '');
  const elementClass = EXPORTS[name];
  if (typeof elementClass === 'function') return elementClass as PageElementClass;

  throw new SimhostError(
    'ERR_NO_ELEMENT',
    `<${tag}> is in the table of elements, but has no class ${name}.`,
    {
      next: `Export the class ${name} from harness/page/elements/${tag.slice(2)}.ts.`,
    },
  );
}
