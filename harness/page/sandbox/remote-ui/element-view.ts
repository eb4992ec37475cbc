import type {RemoteListener} from '../../../wire/sandbox.ts';

/**
 * A node that the page shows for a component: an element of the page, as remote-dom describes it, or text.
 */
export type ViewNode = ViewText | ViewElement;

export interface ViewText {
  readonly kind: 'text';
  readonly id: string;
  readonly text: string;
}

export interface ViewElement {
  readonly kind: 'element';
  readonly id: string;
  readonly tag: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly listeners: Readonly<Record<string, RemoteListener>>;
  readonly children: readonly ViewNode[];
}
