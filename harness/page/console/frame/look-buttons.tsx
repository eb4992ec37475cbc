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
  const look = situation.value?.look;
  if (look != null) void act('look', {outline: !look.outline});
}

export function toggleAlone(): void {
  const look = situation.value?.look;
  if (look != null) void act('look', {alone: !look.alone});
}

/** Scrolls the page to the extension. */
export function reveal(): void {
  if (situation.value?.look != null) void act('reveal');
}
