import {CHANGE} from '../../core/world/change-shapes.ts';
import type {Shape} from '../../core/world/shape.ts';
import type {SimulationChange} from '../../core/simulation/simulation-change.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {stepsIn} from '../../wire/checkout-steps.ts';
import {targetOf} from '../../core/platforms/shopify/targets.ts';
import {readFieldJson} from './field-json.ts';
import type {FieldRow} from './field-row.ts';

type Shapes = Readonly<Record<string, Shape<unknown>>>;

/** The parts that have separate rows: the language, the settings, and what happens once. */
const ELSEWHERE = new Set(['locale', 'settings', 'editor', 'localization.language']);

/** The fields that are always in sight, with their labels. The others have the names that tests use. */
const USUAL: Readonly<Record<string, string>> = {
  'localization.country': 'Country',
  'localization.currency': 'Currency',
  'order.note': 'Note',
  'order.lines': 'Lines',
  'checkout.step': 'Step',
  'checkout.lines': 'Lines',
  'checkout.instructions': 'Instructions',
  'checkout.discountCodes': 'Discount codes',
  'privacy.visitorConsent': 'Consent of the visitor',
  'privacy.shouldShowBanner': 'Shows the consent banner',
};

const SECTIONS: Readonly<Record<string, string>> = {
  localization: 'The page',
  order: 'The order',
  checkout: 'The checkout',
  customer: 'The customer',
  privacy: 'Consent',
};

/** The surface whose pages show a part. Elsewhere its fields are rare. */
const SURFACE_OF: Readonly<Record<string, string>> = {order: 'customer-account', checkout: 'checkout'};

/**
 * Lists a row for everything that `host.update` of a test can change, from the shape that checks such changes. So a
 * field that tests get is in the console too.
 */
export function worldFields(simulation: SimulationCore): readonly FieldRow[] {
  const parts = Object.entries(CHANGE.fields ?? {}).filter(([part]) => !ELSEWHERE.has(part));
  return parts.flatMap(([part, shape]) => {
    const value = partOf(simulation, part);
    if (value === undefined) return [];
    if (shape.fields === undefined) return [rowOf(simulation, {path: part, shape, value})];
    return fieldsOf(shape.fields, value).flatMap((field) => {
      const path = `${part}.${field.key}`;
      return ELSEWHERE.has(path) ? [] : [rowOf(simulation, {...field, path})];
    });
  });
}

/** Returns the change of a test that gives one field a value. */
export function changeAt(path: string, value: unknown): SimulationChange {
  const [part = '', key] = path.split('.');
  return {[part]: key === undefined ? value : {[key]: value}};
}

function fieldsOf(
  shapes: Shapes,
  values: unknown,
): readonly {readonly key: string; readonly shape: Shape<unknown>; readonly value: unknown}[] {
  const known = values as Readonly<Record<string, unknown>>;
  return Object.entries(shapes).map(([key, shape]) => ({key, shape, value: known[key]}));
}

interface WorldField {
  readonly path: string;
  readonly shape: Shape<unknown>;
  readonly value: unknown;
}

function rowOf(simulation: SimulationCore, {path, shape, value}: WorldField): FieldRow {
  const [part = '', key = part] = path.split('.');
  const {example, fields} = shape;
  const known = fields === undefined ? value : onlyKeys(value, Object.keys(fields));
  const read = readerOf(shape);

  return {
    id: path,
    section: SECTIONS[part] ?? 'The shop',
    label: USUAL[path] ?? key,
    input: inputOf(path, example),
    value: writtenValue(known, typeof example),
    options: path === 'checkout.step' ? stepOptions(simulation) : [],
    hint: needsNoHint(shape) ? '' : shape.expected,
    isRare: USUAL[path] === undefined || isOffPage(simulation, part),
    kind: 'world',
    write: (text) => simulation.update(changeAt(path, read(text, path))),
    changeTo: (text) => changeAt(path, read(text, path)),
  };
}

/** Whether a control says by itself which values it takes. */
function needsNoHint({example, unset}: Shape<unknown>): boolean {
  return typeof example === 'boolean' || (unset === 'null' && typeof example === 'string');
}

function inputOf(path: string, example: unknown): FieldRow['input'] {
  if (path === 'checkout.step') return 'choice';
  if (typeof example === 'boolean') return 'switch';
  return typeof example === 'string' ? 'text' : 'json';
}

/** Parses a value as its shape needs it. The world checks it, with its path. */
function readerOf({example, unset}: Shape<unknown>): (text: string | null, path: string) => unknown {
  return (text, path) => {
    if (text === null) return unset === 'null' ? null : undefined;
    if (typeof example === 'string') return text;
    return readFieldJson(text, path);
  };
}

function writtenValue(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null;
  return type === 'string' ? String(value) : JSON.stringify(value);
}

function onlyKeys(value: unknown, keys: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)));
}

function stepOptions({checkout}: SimulationCore): FieldRow['options'] {
  return stepsIn(checkout.layout).map((step) => ({value: step, label: step}));
}

function isOffPage(simulation: SimulationCore, part: string): boolean {
  const surface = SURFACE_OF[part];
  const {mounts} = simulation.pages.state();
  return surface !== undefined && !mounts.some(({target}) => targetOf(target).surface === surface);
}

/** Returns the present values of a part; `undefined` if there is nobody to have them. */
function partOf(simulation: SimulationCore, part: string): unknown {
  const {localization, privacy, metafields, mounts} = simulation.pages.state();
  const {order, checkout, customer} = simulation;
  const {metaobjects, soldOut, orders} = simulation.live.storefront();
  const {earlierOrders} = simulation.world;
  const parts: Readonly<Record<string, unknown>> = {
    order,
    checkout,
    customer: customer ?? undefined,
    localization,
    privacy,
    metafields,
    earlierOrders: orders.some(({id}) => earlierOrders.some((earlier) => earlier.id === id)),
    metaobjects,
    soldOut,
    declined: [...new Set(mounts.flatMap(({declined}) => declined))],
  };
  return parts[part];
}
