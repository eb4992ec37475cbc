import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import {byName} from './object-shapes.ts';
import {text} from './platform-values.ts';
import {list} from './shape.ts';

/** A role of License Manager: the permissions of its holders in one account. */
export interface VtexRole {
  /** The number of the role. */
  readonly id: number;
  /** The name, for example `OMS - Read only`. */
  readonly name: string;
  /** The resources that it grants, by name; `'all'` for the owner. */
  readonly resources: readonly string[] | 'all';
}

/** Roles of your own: their resources, by name. */
export type VtexRoleOptions = Readonly<Record<string, readonly string[]>>;

const HOME = ['Homepage', 'Help page'];
const LOGISTICS = [
  'Logistics full access',
  'Logistics inventory full access',
  'Logistics shipping full access',
];
const LOGISTICS_READ = ['Logistics viewer', 'Logistics inventory read only', 'Logistics shipping read only'];
const ORDERS_READ = ['View order', 'View store sales stats'];

/**
 * The roles that a new VTEX account has, as far as the simulated APIs ask for one of their resources.
 *
 * @see https://help.vtex.com/docs/tutorials/predefined-roles
 */
const PREDEFINED: Readonly<Record<string, readonly string[] | 'all'>> = {
  'Owner (Admin Super)': 'all',
  'Admin - Start page only': HOME,
  'Checkout Admin': ['Shopping Cart Full Access', 'Orders Full Access', 'Order Cancelation'],
  'Call center operator': ['Assisted Sales', 'View order'],
  'Logistics - Full access': [...HOME, ...LOGISTICS, ...LOGISTICS_READ],
  'Logistics - Read only': LOGISTICS_READ,
  'OMS - Full access': [
    ...HOME,
    ...ORDERS_READ,
    ...LOGISTICS,
    'Change order workflow status',
    'Notify payment',
    'Notify invoice',
    'Notify refund',
    'Cancel order',
    'Order feed subscription',
    'Change order',
  ],
  'OMS - Read only': ORDERS_READ,
  'User Administrator - RESTRICTED': ['Save user'],
  'VTEX IO Admin': [
    'Get resource by key',
    'Read Workspace Apps',
    'Link App',
    'Install App',
    'Vbase Read Only',
    'Vbase Read Write',
  ],
};

/** `Call center operator` is 957 in VTEX's own examples; the others count on from there. */
const FIRST_ID = 954;

const RESOURCES = byName(list(text('View order')));

/** Creates the predefined roles and those of the options, by name. */
export function createRoles(own: VtexRoleOptions = {}): ReadonlyMap<string, VtexRole> {
  const all = Object.entries({...PREDEFINED, ...RESOURCES.read(own, 'vtex.roles')});
  return new Map(all.map(([name, resources], index) => [name, {id: FIRST_ID + index, name, resources}]));
}

/**
 * Returns the role of a name.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_ROLE`
 */
export function roleOf(name: string, roles: ReadonlyMap<string, VtexRole>): VtexRole {
  const role = roles.get(name);
  if (role !== undefined) return role;

  throw new SimhostError('ERR_UNKNOWN_ROLE', `License Manager has no role "${name}".`, {
    next: didYouMean(name, roles.keys(), {note: `Or define it: vtex: {roles: {"${name}": ["View order"]}}.`}),
  });
}

/** Whether one of these roles grants one of these resources. */
export function grants(roles: readonly VtexRole[], resources: readonly string[]): boolean {
  return roles.some(
    (role) => role.resources === 'all' || resources.some((name) => role.resources.includes(name)),
  );
}
