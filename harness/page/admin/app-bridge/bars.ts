import type {AdminForApp} from '../../../wire/app-bridge.ts';
import type {Remote} from '../../../wire/rpc.ts';
import {readNavLinks} from './nav-links.ts';
import {readTitleBar} from './title-bar.ts';

/** Keeps the admin's title bar and navigation equal to the elements of the document. */
export function followBars(admin: Remote<AdminForApp>): void {
  let title = written(null);
  let nav = written([]);

  const report = (): void => {
    const bar = readTitleBar();
    if (written(bar) !== title) void admin.titleBar(bar);
    title = written(bar);

    const links = readNavLinks();
    if (written(links) !== nav) void admin.nav(links);
    nav = written(links);
  };

  const observer = new MutationObserver(report);
  observer.observe(document, {childList: true, subtree: true, attributes: true, characterData: true});
  report();
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
