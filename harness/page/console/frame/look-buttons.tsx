import type {VNode} from 'preact';
import {IconButton} from '../parts/button.tsx';
import {act} from '../state/console-client.ts';
import {situation} from '../state/store.ts';

/** The buttons that find the extension on a long page. */
export function LookButtons(): VNode | null {
  const look = situation.value?.look;
  if (look == null) return null;

  return (
    <>
      <IconButton
        icon="outline"
        label="Outline the extension"
        keys="O"
        class="not-phone"
        pressed={look.outline}
        onClick={toggleOutline}
      />
      <IconButton icon="target" label="Scroll to the extension" keys="E" class="not-phone" onClick={reveal} />
      <IconButton
        icon="focus"
        label="Show only the extension"
        keys="F"
        class="not-phone"
        pressed={look.alone}
        onClick={toggleAlone}
      />
    </>
  );
}

export function toggleOutline(): void {
  turn('outline');
}

export function toggleAlone(): void {
  turn('alone');
}

function turn(name: 'outline' | 'alone'): void {
  if (situation.value?.look != null) void act('look', {turn: name});
}

/** Scrolls the page to the extension. */
export function reveal(): void {
  if (situation.value?.look != null) void act('reveal');
}
