import type {VNode} from 'preact';
import {useEffect, useRef, useState} from 'preact/hooks';
import type {RequestEntry} from '../../../wire/journal.ts';
import {plainText} from '../parts/plain-text.ts';
import {withoutLaunch} from '../../../wire/launch-parameters.ts';
import {pathOf} from '../requests/request-row.tsx';
import {entries} from '../state/store.ts';

/** Milliseconds between two announcements. */
const PAUSE = 2000;

/** Reads new problems to screen readers, at most one sentence in two seconds. */
export function LiveRegion(): VNode {
  const [text, setText] = useState('');
  const last = useRef<{n: number; at: number}>({n: Infinity, at: -PAUSE});

  useEffect(() => {
    const problem = entries.value.findLast(
      (entry): entry is RequestEntry => entry.kind === 'request' && entry.mood === 'problem',
    );
    // Problems from before the console was opened are in the list, and not news.
    if (last.current.n === Infinity) {
      if (entries.value.length > 0) last.current.n = problem?.n ?? 0;
      return;
    }

    const now = performance.now();
    if (problem === undefined || problem.n <= last.current.n || now - last.current.at < PAUSE) return;
    last.current = {n: problem.n, at: now};
    setText(plainText(`${problem.mark} from ${pathOf(withoutLaunch(problem.url))}: ${problem.sentence}`));
  }, [entries.value]);

  return (
    <p class="vh" role="status" aria-label="News">
      {text}
    </p>
  );
}
