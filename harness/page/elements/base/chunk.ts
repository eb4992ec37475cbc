import {defineElement} from './define.ts';
import {adoptTokens} from './style.ts';

/**
 * The object that the script of all elements leaves to the page. The page runs the script while a sandbox
 * starts.
 */
export interface Elements {
  defineElement(tag: string): void;
}

adoptTokens();
Object.assign(globalThis, {simhostElements: {defineElement} satisfies Elements});
