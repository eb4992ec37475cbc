import type {VNode} from 'preact';
import type {ChangeEntry, RequestEntry} from '../../../wire/journal.ts';
import {withoutLaunch} from '../../../wire/launch-parameters.ts';
import {Cut} from '../parts/cut.tsx';
import {Icon} from '../parts/icon.tsx';
import {plainText} from '../parts/plain-text.ts';
import {selection} from '../state/store.ts';
import {timeOfDay, tookWords} from '../state/times.ts';
import {TOPIC_ICONS} from '../parts/topic-icons.ts';

export const REQUEST_HEIGHT = 46;
export const CHANGE_HEIGHT = 30;

/**
 * A request as a row: status, address and time, and one sentence below. It is one component, because a key of the filter
 * can draw twenty rows.
 */
export function RequestRow({
  entry,
  isTabStop,
}: {
  readonly entry: RequestEntry;
  readonly isTabStop: boolean;
}): VNode {
  const {n, mood, mark, ms, sentence} = entry;
  const isSelected = selection.value === n;
  const words = MOOD_CLASSES[mood];
  const why = plainText(sentence);

  return (
    <button
      type="button"
      class={`row${entry.title === null ? '' : ' plat'}${isSelected ? ' sel' : ''}`}
      data-n={n}
      aria-current={isSelected ? 'true' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => (selection.value = n)}
    >
      <span class={`st ${isBadMark(entry) ? 'bad' : ''}`}>{mark}</span>
      {whatOf(entry)}
      <span class="ms">{tookWords(ms)}</span>
      <span class={`why cut ${words}`} title={why}>
        {moodIcon(mood)}
        {why}
      </span>
    </button>
  );
}

const MOOD_CLASSES = {problem: 'bad', right: 'ok', plain: '', pending: ''} as const;

/** Colour is for verdicts only: a status is red if the request has a problem. */
function isBadMark({mood, mark, status}: RequestEntry): boolean {
  return mood === 'problem' && (mark === 'CORS' || status === null || status >= 400);
}

function moodIcon(mood: RequestEntry['mood']): VNode | null {
  if (mood === 'problem') return Icon({name: 'x'});
  return mood === 'right' ? Icon({name: 'check'}) : null;
}

function whatOf({title, method, url}: RequestEntry): VNode {
  if (title !== null) return Cut({class: 'what', text: title});
  return (
    <span class="what cut" title={plainText(`${method} ${url}`)}>
      {plainText(method)} <b>{plainText(pathOf(withoutLaunch(url)))}</b>
    </span>
  );
}

/** Returns path and query of a URL. */
export function pathOf(url: string): string {
  return url.replace(/^\w+:\/\/[^/?#]*/, '') || '/';
}

/** A change of the situation as a thin line between requests. */
export function ChangeRow({entry: {topic, text, at}}: {readonly entry: ChangeEntry}): VNode {
  const isOwn = topic === 'start' || topic === 'build';
  const words = topic === 'start' ? `${text}, ${timeOfDay(at)}` : text;
  return (
    <div class={isOwn ? 'rule' : 'rule acc'}>
      <Icon name={topic === 'start' && text !== 'Started' ? 'redo' : TOPIC_ICONS[topic]} />
      <Cut text={words} />
    </div>
  );
}

/** Shows the data of an entry that cannot be drawn, so that the others stay. */
export function BrokenRow({entry}: {readonly entry: unknown}): VNode {
  const text = JSON.stringify(entry) ?? '';
  return <Cut class="rule" text={`An entry cannot be shown: ${text.slice(0, 500)}`} />;
}
