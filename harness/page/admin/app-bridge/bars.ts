import {BARS_CHANGED} from '../../../wire/app-bridge.ts';
import type {AdminForApp} from '../../../wire/app-bridge.ts';
import type {Remote} from '../../../wire/rpc.ts';
import {readNav} from './nav-links.ts';
import {readTitleBar} from './title-bar.ts';

/** Keeps the admin's title bar and navigation equal to the elements of the document. */
export function followBars(admin: Remote<AdminForApp>): void {
  let title = written(null);
  let nav = written({home: null, links: []});

  const report = (): void => {
    const bar = readTitleBar();
    if (written(bar) !== title) void admin.titleBar(bar);
    title = written(bar);

    const links = readNav();
    if (written(links) !== nav) void admin.nav(links);
    nav = written(links);
  };

  const observer = new MutationObserver(report);
  observer.observe(document, {childList: true, subtree: true, attributes: true, characterData: true});
  Object.assign(globalThis, {[Symbol.for(BARS_CHANGED)]: inOneTask(report)});
  report();
}

/** Calls back once for all calls of a task. */
function inOneTask(then: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      then();
    });
  };
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** Writes bars as strings to compare. An action of another element is another one. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'function' ? numberOf(member) : member,
  );
}

function numberOf(action: object): number {
  const number = numbers.get(action) ?? ++last;
  numbers.set(action, number);
  return number;
}
