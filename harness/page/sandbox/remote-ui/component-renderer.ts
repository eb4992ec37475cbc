import {ELEMENTS} from '../../../wire/elements.ts';
import type {Component, EventDetail} from './component-spec.ts';
import {COMPONENTS} from './components.ts';
import {Disclosures, type Disclosure} from './disclosure.ts';
import {isFragment, type ComponentNode, type ModelNode} from './component-tree.ts';
import type {RemoteListener} from '../../../wire/sandbox.ts';
import {icon} from './prop-values.ts';
import type {ViewElement, ViewNode} from './element-view.ts';

/** Draws components as elements of the page. */
export class ComponentRenderer {
  /** What a node's events call, as last drawn. */
  readonly #drawn = new Map<string, RenderedNode>();
  readonly #listeners = new Map<string, RemoteListener>();
  readonly #disclosures: Disclosures;
  readonly #reportError: (error: unknown) => void;

  constructor({redraw, reportError}: {redraw: () => void; reportError: (error: unknown) => void}) {
    this.#disclosures = new Disclosures(redraw);
    this.#reportError = reportError;
  }

  draw(nodes: readonly ModelNode[]): readonly ViewNode[] {
    this.#drawn.clear();
    return this.#nodes(nodes, {});
  }

  #nodes(nodes: readonly ModelNode[], place: Place): ViewNode[] {
    return nodes.flatMap((node) => {
      if (node.kind === 'text') return [{kind: 'text', id: node.id, text: node.text} as const];
      return node.kind === 'component' ? this.#component(node, place) : [];
    });
  }

  #component(node: ComponentNode, place: Place): ViewNode[] {
    const {type, props} = node;
    const component = COMPONENTS[type];
    if (component === undefined) return [];
    if (place.disclosure?.hides(props['id']) === true || (type === 'PolicyModal' && props['open'] !== true))
      return [];

    const inside: Place = {
      ...place,
      overlayId: undefined,
      ...(type === 'Disclosure' ? {disclosure: this.#disclosures.of(node)} : {}),
      ...(type === 'ToggleButtonGroup' ? {toggles: node} : {}),
    };

    const tag = typeof component.tag === 'string' ? component.tag : component.tag(props);
    const also = actionsOf(node, place);
    this.#drawn.set(node.id, {node, component, also});
    const overlays = isFragment(props['overlay']) ? props['overlay'].children : [];
    const [overlay] = overlays;
    const overlayId = overlay === undefined ? undefined : overlayIdOf(overlay, node);

    const element: ViewElement = {
      kind: 'element',
      id: node.id,
      tag,
      properties: known(tag, {
        ...(props['id'] === undefined ? {} : {id: props['id']}),
        ...propertiesOf(component, node),
        ...(place.overlayId === undefined ? {} : {id: place.overlayId}),
        ...activation(props, overlay, overlayId),
        ...(place.toggles === undefined || type !== 'ToggleButton'
          ? {}
          : toggleState(props, place.toggles.props)),
        ...(component.children === 'label' && isText(node.children) ? {label: textOf(node.children)} : {}),
      }),
      listeners: this.#listenersOf(node, component, also),
      children: this.#children(node, component, inside),
    };

    const action = isFragment(props['action']) ? this.#nodes(props['action'].children, inside) : [];
    return [element, ...action, ...this.#nodes(overlays, {...inside, overlayId})];
  }

  #children(node: ComponentNode, component: Component, place: Place): ViewNode[] {
    const slotted = Object.entries(component.slots ?? {}).flatMap(([prop, slot]) => {
      const content = node.props[prop];
      if (isFragment(content))
        return this.#nodes(content.children, place).map((child) => inSlot(child, slot));
      return typeof content === 'string'
        ? [inSlot({kind: 'text', id: `${node.id}:${prop}`, text: content}, slot)]
        : [];
    });

    if (node.type === 'Select') return optionsOf(node);
    slotted.push(...graphicOf(node));
    if (component.children !== 'label') return [...slotted, ...this.#nodes(node.children, place)];

    return isText(node.children)
      ? slotted
      : [...slotted, ...this.#nodes(node.children, place).map((child) => inSlot(child, 'label'))];
  }

  #listenersOf(
    node: ComponentNode,
    {events = {}}: Component,
    also: Actions,
  ): Readonly<Record<string, RemoteListener>> {
    const used = Object.entries(events).filter(([prop]) => typeof node.props[prop] === 'function');
    const types = new Set([...used.map(([, {type}]) => type), ...Object.keys(also)]);
    return Object.fromEntries([...types].map((type) => [type, this.#listener(node.id, type)]));
  }

  /** The same function for as long as the sandbox runs; it calls what the node has when the event comes. */
  #listener(id: string, type: string): RemoteListener {
    const key = `${id} ${type}`;
    const listener =
      this.#listeners.get(key) ?? ((detail: unknown) => this.#happened(id, type, detail ?? {}));
    this.#listeners.set(key, listener);
    return listener;
  }

  #happened(id: string, type: string, detail: EventDetail): void {
    const drawn = this.#drawn.get(id);
    if (drawn === undefined) return;

    const {node, component, also} = drawn;
    for (const [prop, event] of Object.entries(component.events ?? {})) {
      const handler = node.props[prop];
      if (event.type === type && typeof handler === 'function')
        this.#attempt(() => void handler(...(event.args?.(detail, node.props) ?? [])));
    }

    this.#attempt(() => also[type]?.());
  }

  /** What a handler throws is an uncaught error of the extension, as in an event's listener. */
  #attempt(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#reportError(error);
    }
  }
}

interface RenderedNode {
  readonly node: ComponentNode;
  readonly component: Component;
  readonly also: Actions;
}

/** What an event does beside calling props, by type. */
type Actions = Readonly<Record<string, () => void>>;

/** What stands around a node. */
interface Place {
  readonly disclosure?: Disclosure | undefined;
  readonly toggles?: ComponentNode | undefined;
  /** The id by which the activator of this overlay names it. */
  readonly overlayId?: string | undefined;
}

function actionsOf({type, props}: ComponentNode, {disclosure, toggles}: Place): Actions {
  const target = props['toggles'];
  const changes = type === 'Checkbox' || type === 'Switch';
  const choose: unknown = toggles?.props['onChange'];

  return {
    ...(disclosure !== undefined && typeof target === 'string'
      ? {[changes ? 'change' : 'click']: () => disclosure.toggle(target)}
      : {}),
    ...(type === 'ToggleButton' && typeof choose === 'function'
      ? {click: () => void choose(props['id'])}
      : {}),
  };
}

/** What a press opens or shows. */
function activation(
  props: ComponentNode['props'],
  overlay: ModelNode | undefined,
  id: string | undefined,
): Readonly<Record<string, unknown>> {
  if (overlay?.kind === 'component')
    return overlay.type === 'Tooltip' ? {interestFor: id} : {commandFor: id, command: '--auto'};
  const {activateTarget, activateAction} = props;
  return activateTarget === undefined
    ? {}
    : {commandFor: activateTarget, command: activateAction === 'copy' ? '--copy' : '--auto'};
}

function toggleState(
  props: ComponentNode['props'],
  group: ComponentNode['props'],
): Readonly<Record<string, unknown>> {
  return {pressed: group['value'] === props['id'], ...(group['disabled'] === true ? {disabled: true} : {})};
}

function overlayIdOf(overlay: ModelNode, {id}: ComponentNode): string {
  const own = overlay.kind === 'component' ? overlay.props['id'] : undefined;
  return typeof own === 'string' ? own : `overlay-of-${id}`;
}

function propertiesOf(
  {props = {}, properties}: Component,
  node: ComponentNode,
): Readonly<Record<string, unknown>> {
  const single = Object.entries(props).flatMap(([prop, rule]) => {
    const given = node.props[prop];
    if (given === undefined || given === null) return [];
    const [property, read] = typeof rule === 'string' ? [rule, undefined] : rule;
    return [[property, read === undefined ? given : read(given)] as const];
  });

  return {...Object.fromEntries(single), ...properties?.(node.props)};
}

/** The page takes only properties of the element, and no value is no property. */
function known(
  tag: string,
  properties: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const names = ELEMENTS[tag]?.properties ?? [];
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => value !== undefined && names.includes(name)),
  );
}

/** The icon of a tag, and the picture of a marker. */
function graphicOf({id, type, props}: ComponentNode): ViewNode[] {
  if ((type !== 'Tag' && type !== 'MapMarker') || props['icon'] === undefined) return [];
  const [tag, properties] =
    type === 'Tag' ? ['s-icon', {type: icon(props['icon'])}] : ['s-image', {src: props['icon']}];

  return [
    {
      kind: 'element',
      id: `${id}:icon`,
      tag,
      properties: {...properties, slot: 'graphic'},
      listeners: {},
      children: [],
    },
  ];
}

function optionsOf({id, props}: ComponentNode): ViewNode[] {
  const options = (props['options'] ?? []) as readonly {value: string; label: string; disabled?: boolean}[];
  return options.map(({value, label, disabled = false}, index) => ({
    kind: 'element',
    id: `${id}:${index}`,
    tag: 's-option',
    properties: {value, disabled},
    listeners: {},
    children: [{kind: 'text', id: `${id}:${index}:label`, text: label}],
  }));
}

/** Text alone cannot stand in a slot. */
function inSlot(node: ViewNode, slot: string): ViewNode {
  if (slot === '') return node;
  if (node.kind === 'element') return {...node, properties: {...node.properties, slot}};
  return {
    kind: 'element',
    id: `${node.id}:in`,
    tag: 's-text',
    properties: {slot},
    listeners: {},
    children: [node],
  };
}

function isText(children: readonly ModelNode[]): boolean {
  return children.every(({kind}) => kind === 'text');
}

function textOf(children: readonly ModelNode[]): string {
  return children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
}
