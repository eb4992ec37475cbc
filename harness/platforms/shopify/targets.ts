import {SimhostError, nearest} from '../../errors.ts';

export interface Target {
  readonly surface: 'customer-account';
  /** The page that shows it, below `https://shopify.com/<shop number>`. */
  readonly path: string;
}

/** Where an extension can run, and on which page of the host. */
const TARGETS: Readonly<Record<string, Target>> = {
  'customer-account.order-status.block.render': {surface: 'customer-account', path: '/account/orders/1001'},
  'customer-account.page.render': {surface: 'customer-account', path: '/account/pages/extension'},
  'customer-account.profile.block.render': {surface: 'customer-account', path: '/account/profile'},
};

/** The target of that name; one that is not simulated is an error that names the nearest. */
export function targetOf(name: string): Target {
  const target = Object.hasOwn(TARGETS, name) ? TARGETS[name] : undefined;
  if (target !== undefined) return target;
  const near = nearest(name, Object.keys(TARGETS));
  throw new SimhostError('ERR_TARGET_NOT_SIMULATED', `Target "${name}" is not simulated.`, {
    next: `${near === undefined ? '' : `Did you mean "${near}"? `}Simulated: ${Object.keys(TARGETS).join(', ')}.`,
  });
}
