import {SimhostError, nearest} from '../../errors.ts';
import {CUSTOMER_ACCOUNT_TARGETS, PAGE_PATHS, placeOf} from '../../wire/customer-account-targets.ts';
import type {PageName} from '../../wire/customer-account-targets.ts';

export interface Target {
  readonly surface: 'customer-account';
  readonly page: PageName;
  /** Where on the page. */
  readonly place: string;
}

/** The target of that name; one that is not simulated is an error that names the nearest. */
export function targetOf(name: string): Target {
  const found = placeOf(name);
  if (found !== undefined) return {surface: 'customer-account', page: found.page, place: found.place};
  const known = Object.keys(CUSTOMER_ACCOUNT_TARGETS);
  const near = nearest(name, known);
  throw new SimhostError('ERR_TARGET_NOT_SIMULATED', `Target "${name}" is not simulated.`, {
    next: `${near === undefined ? '' : `Did you mean "${near}"? `}Simulated: ${known.join(', ')}.`,
  });
}

/** The path of the page that shows a target, below `https://shopify.com/<shop number>`. */
export function pathOf(target: string, {order, extension}: {order: string; extension: string}): string {
  return PAGE_PATHS[targetOf(target).page].replace(':order', order).replace(':extension', extension);
}
