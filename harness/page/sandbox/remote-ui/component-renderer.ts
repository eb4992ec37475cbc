import type {ElementSpec} from '../../../wire/element-spec.ts';
import type {CallElement, Component, EventDetail, PropTable, RendererExtension} from './component-spec.ts';
import {Disclosures, type Disclosure} from './disclosure.ts';
import {isFragment, isText, textOf, type ComponentNode, type ModelNode} from './component-tree.ts';
import type {RemoteListener} from '../../../wire/sandbox.ts';
import type {ViewElement, ViewNode} from './element-view.ts';

/** Renders components as elements of the page. */
export class ComponentRenderer {
  /** The nodes of the last render, whose props the events call. */
  readonly #rendered = new Map<string, RenderedNode>();
  readonly #listeners = new Map<string, RemoteListener>();
  readonly #disclosures: Disclosures;
  readonly #extension: RendererExtension;

  constructor(rerender: () => void, extension: RendererExtension) {
    this.#disclosures = new Disclosures(rerender);
    this.#extension = extension;
  }

  render(nodes: readonly ModelNode[]): readonly ViewNode[] {
    this.#rendered.clear();
    return this.#renderNodes(nodes, {});
  }

  #renderNodes(nodes: readonly ModelNode[], context: RenderContext): ViewNode[] {
    return nodes.flatMap((node) => {
      if (node.kind === 'text') return [{kind: 'text', id: node.id, text: node.text} as const];
      return node.kind === 'component' ? this.#renderComponent(node, context) : [];
    });
  }

  #renderComponent(node: ComponentNode, context: RenderContext): ViewNode[] {
    const component = this.#extension.components[node.type];
    if (component === undefined || isHidden(node, context)) return [];

    const inside = this.#contextInside(node, context);
    const actions = actionsOf(node, context);
    this.#rendered.set(node.id, {node, component, actions});

    const {action, overlay} = node.props;
    const overlays = isFragment(overlay) ? overlay.children : [];
    const [first] = overlays;
    const overlayId = first === undefined ? undefined : overlayIdOf(first, node);
    const tag = typeof component.tag === 'string' ? component.tag : component.tag(node.props);

    const element: ViewElement = {
      kind: 'element',
      id: node.id,
      tag,
      properties: supportedProperties(this.#extension.elements[tag], {
        ...propertiesOf(component, node, context),
        ...activationOf(node.props, first, overlayId),
      }),
      listeners: this.#listenersOf(node, component, actions),
      children: this.#renderChildren(node, component, inside),
    };

    return [
      element,
      ...(isFragment(action) ? this.#renderNodes(action.children, inside) : []),
      ...this.#renderNodes(overlays, {...inside, overlayId}),
    ];
  }

  #contextInside(node: ComponentNode, context: RenderContext): RenderContext {
    return {
      ...context,
      overlayId: undefined,
      ...(node.type === 'Disclosure' ? {disclosure: this.#disclosures.of(node)} : {}),
      ...(node.type === 'ToggleButtonGroup' ? {toggles: node} : {}),
    };
  }

  #renderChildren(node: ComponentNode, component: Component, context: RenderContext): ViewNode[] {
    const slotted = Object.entries(component.slots ?? {}).flatMap(([prop, slot]) => {
      const content = node.props[prop];
      if (isFragment(content))
        return this.#renderNodes(content.children, context).map((child) => inSlot(child, slot));
      return typeof content === 'string'
        ? [inSlot({kind: 'text', id: `${node.id}:${prop}`, text: content}, slot)]
        : [];
    });

    slotted.push(...(component.nodes?.(node.id, node.props) ?? []));
    if (component.children !== 'label') return [...slotted, ...this.#renderNodes(node.children, context)];

    return isText(node.children)
      ? slotted
      : [...slotted, ...this.#renderNodes(node.children, context).map((child) => inSlot(child, 'label'))];
  }

  #listenersOf(
    node: ComponentNode,
    {events = {}}: Component,
    actions: Actions,
  ): Readonly<Record<string, RemoteListener>> {
    const used = Object.entries(events).filter(([prop]) => typeof node.props[prop] === 'function');
    const types = new Set([...used.map(([, {type}]) => type), ...Object.keys(actions)]);
    return Object.fromEntries([...types].map((type) => [type, this.#listener(node.id, type)]));
  }

  /**
   * Returns the same function for as long as the sandbox runs. It calls the props that the node has at the
   * time.
   */
  #listener(id: string, type: string): RemoteListener {
    const key = `${id} ${type}`;
    const listener =
      this.#listeners.get(key) ?? ((detail: unknown) => this.#handleEvent(id, type, detail ?? {}));
    this.#listeners.set(key, listener);
    return listener;
  }

  /** Calls the props that listen to an event. Returns what the page waits for. */
  #handleEvent(id: string, type: string, detail: EventDetail): unknown {
    const rendered = this.#rendered.get(id);
    if (rendered === undefined) return undefined;

    const awaited: unknown[] = [];

    const {node, component, actions} = rendered;
    for (const [prop, event] of Object.entries(component.events ?? {})) {
      const handler = node.props[prop];
      if (event.type !== type || typeof handler !== 'function') continue;

      const call: CallElement = (method, args) => this.#extension.callElement(id, method, args);
      this.#attempt(() => {
        const answer: unknown = handler(...(event.args?.(detail, node.props, call) ?? []));
        if (event.awaited === true) awaited.push(answer);
      });
    }

    this.#attempt(() => actions[type]?.());
    return awaited.length === 0 ? undefined : Promise.all(awaited).then(() => undefined);
  }

  /**
   * Runs a handler. Its errors count as uncaught errors of the extension, as those of an event listener do.
   */
  #attempt(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#extension.reportError(error);
    }
  }
}

interface RenderedNode {
  readonly node: ComponentNode;
  readonly component: Component;
  readonly actions: Actions;
}

/** The effects of events, by type, in addition to the props that they call. */
type Actions = Readonly<Record<string, () => void>>;

/** The surroundings of a node. */
interface RenderContext {
  readonly disclosure?: Disclosure | undefined;
  readonly toggles?: ComponentNode | undefined;
  /** The id by which the activator of an overlay refers to it. */
  readonly overlayId?: string | undefined;
}

function actionsOf({type, props}: ComponentNode, {disclosure, toggles}: RenderContext): Actions {
  const actions: Record<string, () => void> = {};

  const target = props['toggles'];
  if (disclosure !== undefined && typeof target === 'string') {
    const event = type === 'Checkbox' || type === 'Switch' ? 'change' : 'click';
    actions[event] = () => disclosure.toggle(target);
  }

  const choose: unknown = toggles?.props['onChange'];
  if (type === 'ToggleButton' && typeof choose === 'function') {
    actions['click'] = () => void choose(props['id']);
  }

  return actions;
}

function isHidden({type, props}: ComponentNode, {disclosure}: RenderContext): boolean {
  return disclosure?.hides(props['id']) === true || (type === 'PolicyModal' && props['open'] !== true);
}

/** Returns the properties by which a press opens or shows an overlay. */
function activationOf(
  props: ComponentNode['props'],
  overlay: ModelNode | undefined,
  id: string | undefined,
): Readonly<Record<string, unknown>> {
  if (overlay?.kind === 'component')
    return overlay.type === 'Tooltip' ? {interestFor: id} : {commandFor: id, command: '--auto'};

  const {activateTarget, activateAction} = props;
  if (activateTarget === undefined) return {};
  return {commandFor: activateTarget, command: activateAction === 'copy' ? '--copy' : '--auto'};
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

/** Returns the properties of a component's element, by its props and by its surroundings. */
function propertiesOf(
  {props = {}, properties, children}: Component,
  node: ComponentNode,
  {overlayId, toggles}: RenderContext,
): Readonly<Record<string, unknown>> {
  const isToggle = toggles !== undefined && node.type === 'ToggleButton';
  const isLabelled = children === 'label' && isText(node.children);

  return {
    ...(node.props['id'] === undefined ? {} : {id: node.props['id']}),
    ...Object.fromEntries(
      Object.entries(props).flatMap(([prop, rule]) => propertyOf(node.props[prop], rule)),
    ),
    ...properties?.(node.props),
    ...(overlayId === undefined ? {} : {id: overlayId}),
    ...(isToggle ? toggleState(node.props, toggles.props) : {}),
    ...(isLabelled ? {label: textOf(node.children)} : {}),
  };
}

function propertyOf(given: unknown, rule: PropTable[string]): readonly (readonly [string, unknown])[] {
  if (given === undefined || given === null) return [];
  if (typeof rule === 'string') return [[rule, given]];

  const [property, read] = rule;
  return [[property, read(given)]];
}

/** Keeps the properties that the element has and that have a value. */
function supportedProperties(
  element: ElementSpec | undefined,
  properties: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const names = element?.properties ?? [];
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => value !== undefined && names.includes(name)),
  );
}

/** Puts a node into a slot. Text alone cannot be slotted, so it gets an element. */
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
