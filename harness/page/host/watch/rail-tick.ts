/** The attribute of the tick at the place of the extension on the scroll rail. */
export const TICK = 'data-sim-tick';

/** The least height of the tick, in pixels. */
const LEAST = 8;

let observer: ResizeObserver | undefined;

/**
 * Shows a tick at the edge of the page: the place of the first extension in the whole page. Call it after each change of
 * the page. A page that does not scroll has no tick.
 */
export function followTick(isOn: boolean): void {
  observer?.disconnect();
  const tick = tickOf();
  tick.hidden = true;
  if (!isOn) return;

  const mount = document.querySelector('[data-mount]');
  if (mount === null) return;
  observer = new ResizeObserver(() => place(tick, mount));
  observer.observe(document.documentElement);
  observer.observe(mount);
}

function tickOf(): HTMLElement {
  const known = document.querySelector<HTMLElement>(`[${TICK}]`);
  if (known !== null) return known;

  const tick = document.createElement('div');
  tick.setAttribute('aria-hidden', 'true');
  tick.setAttribute(TICK, '');
  document.body.append(tick);
  return tick;
}

function place(tick: HTMLElement, mount: Element): void {
  const {scrollHeight, clientHeight, scrollTop} = document.documentElement;
  const {top, height} = mount.getBoundingClientRect();
  const share = clientHeight / scrollHeight;

  tick.hidden = share >= 1 || height === 0;
  tick.style.top = `${Math.round((top + scrollTop) * share)}px`;
  tick.style.height = `${Math.max(LEAST, Math.round(height * share))}px`;
}
