/** Functions that run in the page of the console. Each is sent as source, so none uses another. */

declare global {
  /** The numbers of painted rows, with the times at which they were painted. */
  var paints: readonly (readonly [n: number, at: number])[];
  /** The work that the document of the console has done. */
  var work: {timers: number; frames: number; mutations: number};
  /** The moment when the extension was shown: in the time of its page, and of the day. */
  var ready: Promise<{readonly own: number; readonly at: number}>;
}

/** Notes when the row of each new request has been painted. */
export function observePaints(): void {
  const paints: (readonly [n: number, at: number])[] = [];
  const seen = new Set(Array.from(document.querySelectorAll('.row'), (row) => row.getAttribute('data-n')));
  globalThis.paints = paints;

  new MutationObserver(() => {
    const fresh: number[] = [];
    for (const row of document.querySelectorAll('.row')) {
      const n = row.getAttribute('data-n');
      if (seen.has(n)) continue;
      seen.add(n);
      fresh.push(Number(n));
    }

    if (fresh.length === 0) return;
    // A message that is posted in a frame arrives after its paint.
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.addEventListener('message', () => {
        for (const n of fresh) paints.push([n, Date.now()]);
        port1.close();
      });
      port1.start();
      port2.postMessage(null);
    });
  }).observe(document.body, {subtree: true, childList: true, attributes: true, attributeFilter: ['data-n']});
}

/** Counts the timers, animation frames and changes of the document in the console itself, not in its frame. */
export function countWork(): void {
  if (globalThis.top !== globalThis.self) return;
  const work = {timers: 0, frames: 0, mutations: 0};
  globalThis.work = work;

  const {setTimeout, setInterval, requestAnimationFrame} = globalThis;
  const counted =
    (key: 'timers' | 'frames', callback: (...given: never[]) => unknown) =>
    (...given: never[]): unknown => {
      globalThis.work[key]++;
      return callback(...given);
    };

  Object.assign(globalThis, {
    setTimeout: (callback: () => void, ms?: number) => setTimeout(counted('timers', callback), ms),
    setInterval: (callback: () => void, ms?: number) => setInterval(counted('timers', callback), ms),
    requestAnimationFrame: (callback: FrameRequestCallback) =>
      requestAnimationFrame(counted('frames', callback) as FrameRequestCallback),
  });

  document.addEventListener('DOMContentLoaded', () =>
    new MutationObserver((list) => (globalThis.work.mutations += list.length)).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    }),
  );
}

/** Notes when the page first shows "Ready". */
export function observeReady(): void {
  globalThis.ready = new Promise((resolve) => {
    const look = (): void => {
      const isReady = document.querySelector('body')?.textContent.includes('Ready');
      if (isReady === true) resolve({own: performance.now(), at: Date.now()});
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Types a filter key by key. Returns the milliseconds of each key: the event, the rendering and the layout. */
export async function timeFilterKeys(text: string): Promise<readonly number[]> {
  const field = document.querySelector<HTMLInputElement>('#filter');
  const list = document.querySelector<HTMLElement>('.list');
  if (field === null || list === null) throw new Error('The filter is missing.');

  const type = async (value: string): Promise<number> => {
    field.value = value;
    await new Promise((resolve) => requestAnimationFrame(resolve));

    const start = performance.now();
    field.dispatchEvent(new Event('input', {bubbles: true}));
    // Rendering happens in microtasks.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    void (document.querySelector('.list') ?? list).getBoundingClientRect().height;
    return performance.now() - start;
  };

  const times: number[] = [];
  for (let round = 0; round < 3; round++)
    for (let length = 1; length <= text.length; length++) times.push(await type(text.slice(0, length)));

  await type('');
  return times;
}
