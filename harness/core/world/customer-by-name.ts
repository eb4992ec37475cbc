import {SimhostError, messageOf} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import {PEOPLE} from './people.ts';
import type {CustomerOption, PersonName} from './people.ts';

/**
 * Reads the name of a customer, as `--customer` and the console take it: a documented person, `guest`, or the JSON of
 * somebody of the author's own.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_CUSTOMER`
 */
export function customerByName(name: string): CustomerOption {
  if (name === 'guest') return null;
  if (name.startsWith('{')) return readCustomer(name);
  const known = (Object.keys(PEOPLE) as PersonName[]).find((each) => each === name);
  if (known !== undefined) return known;

  const names = [...Object.keys(PEOPLE), 'guest'];
  throw new SimhostError('ERR_UNKNOWN_CUSTOMER', `Unknown customer "${name}".`, {
    next: didYouMean(name, names),
  });
}

/** Reads somebody of the author's own. The simulation checks the fields. */
function readCustomer(text: string): CustomerOption {
  try {
    return JSON.parse(text) as CustomerOption;
  } catch (cause) {
    throw new SimhostError('ERR_UNKNOWN_CUSTOMER', `The customer is not JSON: ${messageOf(cause)}`, {
      next: 'Give ada, bea, guest, or JSON such as {"id": "gid://shopify/Customer/7004", "firstName": "Augusta"}.',
      cause,
    });
  }
}
