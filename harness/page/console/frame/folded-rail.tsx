import type {VNode} from 'preact';
import {IconButton} from '../parts/button.tsx';
import {changeLayout} from '../state/console-client.ts';
import {Count} from '../parts/count.tsx';
import {Icon} from '../parts/icon.tsx';
import {counts, noun, situation} from '../state/store.ts';
import {TOPIC_ICONS} from '../parts/topic-icons.ts';

/** The folded console: what differs from the start, and the counts of problems and errors. */
export function FoldedRail(): VNode {
  const deviations = situation.value?.deviations ?? [];
  const topics = [...new Set(deviations.map(({topic}) => topic))];
  const {problems, errors} = counts.value;

  return (
    <aside class="rail" aria-label="simhost console, folded">
      <h1 class="vh">simhost console</h1>
      <IconButton
        icon="unfold"
        label="Unfold the console"
        keys="Ctrl ."
        onClick={() => changeLayout({dock: 'right'})}
      />
      <Count look="bad" count={problems} what="requests with a problem" one="request with a problem" />
      <Count
        look="bad"
        count={errors}
        what={`errors of the ${noun.value}`}
        one={`error of the ${noun.value}`}
      />
      {topics.map((topic) => {
        const text = deviations
          .filter((each) => each.topic === topic)
          .map((each) => each.text)
          .join(', ');
        return (
          <span key={topic} class="rail-icon" role="img" aria-label={text} title={text}>
            <Icon name={TOPIC_ICONS[topic]} />
          </span>
        );
      })}
    </aside>
  );
}
