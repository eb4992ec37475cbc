/** The shape of everything that a test may change while pages show it: the keys of `host.update`. */
import {SimhostError} from '../../errors.ts';
import {CUSTOMER_CHANGE, LOCALIZATION_CHANGE, METAFIELDS, PRIVACY_CHANGE} from './account-shapes.ts';
import type {CapabilityName} from '../../wire/capabilities.ts';
import type {LiveChange} from './live-changes.ts';
import type {CheckoutChange} from './checkout.ts';
import {CHECKOUT_CHANGE} from './checkout-shapes.ts';
import {ORDER_CHANGE} from './order-shapes.ts';
import {gid} from './gid.ts';
import {METAOBJECTS} from './metaobject-shapes.ts';
import {FLAG, LANGUAGE, name} from './platform-values.ts';
import {part} from './object-shapes.ts';
import {list, oneOf} from './shape.ts';
import {shown} from '../../shown-value.ts';
import type {Setting} from './setting-changes.ts';
import type {PartOf, Shape} from './shape.ts';

/** The fields of a change, whole. */
export interface ChangeFields extends Required<LiveChange> {
  readonly locale: string;
  readonly checkout: CheckoutChange;
  readonly settings: Readonly<Record<string, Setting | undefined>>;
  readonly declined: readonly CapabilityName[];
  readonly editor: 'saved';
}

/** Settings have the keys that mounted extensions declare, which the simulation checks. */
const SETTINGS: Shape<ChangeFields['settings']> = {
  expected: 'an object with values by the keys of settings, such as {title: "Points"}',
  example: {},
  unset: 'refused',
  read(given, path, wanted = SETTINGS.expected) {
    if (Object.prototype.toString.call(given) === '[object Object]')
      return {...(given as ChangeFields['settings'])};
    throw new SimhostError('ERR_BAD_OPTION', `${path} is ${shown(given)}.`, {next: `Give ${wanted}.`});
  },
};

export const CHANGE: Shape<PartOf<ChangeFields>> = part<ChangeFields>({
  order: ORDER_CHANGE,
  customer: CUSTOMER_CHANGE,
  localization: LOCALIZATION_CHANGE,
  metafields: METAFIELDS,
  privacy: PRIVACY_CHANGE,
  metaobjects: METAOBJECTS,
  soldOut: list(gid('ProductVariant', 30011)),
  earlierOrders: FLAG,
  locale: LANGUAGE,
  checkout: CHECKOUT_CHANGE,
  settings: SETTINGS,
  // The simulation checks the names of capabilities.
  declined: list(name('network_access')) as Shape<readonly CapabilityName[]>,
  editor: oneOf<'saved'>({saved: true}),
});

/**
 * Checks a test's change as a whole, before anything is changed.
 *
 * @throws {SimhostError} with the path of the first wrong value, the value, and what is expected there
 */
export function readChange(given: unknown): PartOf<ChangeFields> {
  return CHANGE.read(given, '');
}
