/** The attribute of the pill, with its words: `loyalty, below`. It is empty while an extension is in view. */
export const SIGHT = 'data-sim-sight';

/** The extensions that are in view, or not yet known. */
const inView = new Map<Element, boolean>();
let observer: IntersectionObserver | undefined;

/**
 * Shows a pill at the edge of the page for as long as no extension is in view. A click on it calls `onClick`. Call it
 * after each change of the page: extensions come and go. Screen readers and tests do not find the pill, because the
 * console has a button that does the same.
 */
export function followSight(isOn: boolean, onClick: () => void): void {
  observer?.disconnect();
  inView.clear();

  const pill = pillOf(onClick);
  if (!isOn) return pill.setAttribute(SIGHT, '');

  observer = new IntersectionObserver((changes) => {
    for (const {target, isIntersecting} of changes) inView.set(target, isIntersecting);
    pill.setAttribute(SIGHT, wordsNow());
  });
  for (const mount of document.querySelectorAll('[data-mount]')) observer.observe(mount);
}

function pillOf(onClick: () => void): Element {
  const known = document.querySelector(`[${SIGHT}]`);
  if (known !== null) return known;

  const pill = document.createElement('div');
  pill.setAttribute('aria-hidden', 'true');
  pill.setAttribute(SIGHT, '');
  pill.addEventListener('click', onClick);
  document.body.append(pill);
  return pill;
}

/** Names the first extension that has a place on the page, unless one is in view. */
function wordsNow(): string {
  const placed = [...inView.keys()].filter((mount) => mount.getClientRects().length > 0);
  const [first] = placed;
  if (first === undefined || placed.some((mount) => inView.get(mount) === true)) return '';

  const side = first.getBoundingClientRect().top < 0 ? 'above' : 'below';
  return `${first.getAttribute('data-extension') ?? 'extension'}, ${side}`;
}
