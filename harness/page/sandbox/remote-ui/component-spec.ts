import type {ElementSpecs} from '../../../wire/element-spec.ts';
import type {ViewNode} from './element-view.ts';
import {
  alignment,
  areaRole,
  border,
  borderWidth,
  length,
  unconditional,
  radius,
  space,
  tracks,
  type ReadValue,
} from './prop-values.ts';

/** The rule by which a component of the React generations becomes an element of the page. */
export interface Component {
  readonly tag: string | ((props: Props) => string);
  /** The property of the element for each prop, and the translation of its value. */
  readonly props?: PropTable;
  /** Computes properties from several props. */
  readonly properties?: Properties;
  /** The element's event that calls a prop, and its arguments. */
  readonly events?: Readonly<Record<string, EventOf>>;
  /** The slot for the nodes of a prop. */
  readonly slots?: Readonly<Record<string, string>>;
  /** `label` if children become the property `label` instead of content. */
  readonly children?: 'label';
  /** Creates further nodes from props. They follow the nodes of slots. */
  readonly nodes?: (id: string, props: Props) => readonly ViewNode[];
}

/** The rules of a surface's components, by name. */
export type ComponentRules = Readonly<Record<string, Component>>;

export type PropTable = Readonly<Record<string, string | readonly [property: string, read: ReadValue]>>;

export type Properties = (props: Props) => Readonly<Record<string, unknown>>;

export interface EventOf {
  readonly type: string;
  readonly args?: (detail: EventDetail, props: Props, callElement: CallElement) => readonly unknown[];
  /** Whether the page waits for the promise that the prop returns. */
  readonly awaited?: true;
}

/** Calls a method of the element that an event comes from. */
export type CallElement = (method: string, args: readonly unknown[]) => unknown;

/** The components of an extension, and the ways from its tree to its sandbox. */
export interface RendererExtension {
  readonly components: ComponentRules;
  /** The elements that components become. */
  readonly elements: ElementSpecs;
  reportError(error: unknown): void;
  /** Calls a method of an element of the page. */
  callElement(id: string, method: string, args: readonly unknown[]): unknown;
}

export type Props = Readonly<Record<string, unknown>>;

export interface EventDetail {
  readonly state?: Readonly<Record<string, unknown>>;
  readonly event?: Readonly<Record<string, unknown>>;
  readonly detail?: unknown;
}

export const BOX: PropTable = {
  ...sameName('background', 'accessibilityLabel', 'overflow'),
  border: ['border', border],
  borderWidth: ['borderWidth', borderWidth],
  borderRadius: ['borderRadius', radius],
  cornerRadius: ['borderRadius', radius],
  padding: ['padding', space],
  display: ['display', unconditional],
  minBlockSize: ['minBlockSize', length],
  maxBlockSize: ['maxBlockSize', length],
  minInlineSize: ['minInlineSize', length],
  maxInlineSize: ['maxInlineSize', length],
  blockSize: ['blockSize', length],
  inlineSize: ['inlineSize', length],
};

export const AREA: PropTable = {...BOX, accessibilityRole: ['accessibilityRole', areaRole]};

export const STACK: PropTable = {
  ...AREA,
  spacing: ['gap', space],
  blockAlignment: ['alignItems', alignment],
  inlineAlignment: ['justifyContent', alignment],
};

export const GRID: PropTable = {
  ...AREA,
  columns: ['gridTemplateColumns', tracks],
  rows: ['gridTemplateRows', tracks],
  spacing: ['gap', space],
  blockAlignment: ['alignItems', alignment],
  inlineAlignment: ['justifyItems', alignment],
};

export const PRESSABLE: PropTable = {
  ...sameName('accessibilityLabel', 'disabled', 'loading'),
  to: 'href',
  language: 'lang',
};

export const SUBMIT: Properties = ({submit, accessibilityRole}) =>
  submit === true || accessibilityRole === 'submit' ? {type: 'submit'} : {};

/** Maps props to properties with the same name. */
export function sameName(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

/** Calls a prop on an event, by default without arguments. */
export function onEvent(type: string, args: EventOf['args'] = () => []): EventOf {
  return {type, args};
}

/** Makes the event of a chat that is ready: its `postMessage` sends a message to the embedded page. */
export function chatPort(_detail: EventDetail, _props: Props, callElement: CallElement): readonly unknown[] {
  return [{postMessage: (message: unknown) => void callElement('contentWindow.postMessage', [message])}];
}

/** Reads the place on a map that an event is about. */
export function locationOf({event}: EventDetail): readonly unknown[] {
  return [event?.['location']];
}
