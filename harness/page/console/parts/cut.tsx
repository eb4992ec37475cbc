import type {ComponentChildren, VNode} from 'preact';
import {plainText} from './plain-text.ts';

/** A string that is cut if it is too long. The title has all of it. */
export function Cut({
  text,
  class: more = '',
  children,
}: {
  readonly text: string;
  readonly class?: string;
  readonly children?: ComponentChildren;
}): VNode {
  const plain = plainText(text);
  return (
    <span class={`cut ${more}`} title={plain}>
      {children ?? plain}
    </span>
  );
}
