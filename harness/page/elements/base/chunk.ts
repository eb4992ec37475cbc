/** All elements as one script of their own, which the page runs while a sandbox starts. */
import {defineElement} from './define.ts';
import {adoptTokens} from './style.ts';

/** What the script leaves to the page. */
export interface Elements {
  defineElement(tag: string): void;
}

adoptTokens();
Object.assign(globalThis, {simhostElements: {defineElement} satisfies Elements});
