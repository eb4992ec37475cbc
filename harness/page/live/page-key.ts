import {LIVE_KEY} from '../../wire/live-page.ts';

/** Takes the key from the fragment, so that the author's code does not see it there. */
export function takeKey(): void {
  const given = /^#simhost=([\w-]+)$/.exec(location.hash)?.[1];
  if (given === undefined) return;

  sessionStorage.setItem(LIVE_KEY, given);
  history.replaceState(history.state, '', location.pathname + location.search);
}
