/** Shopify's global ids: `gid://shopify/Order/1001`. */
import {single} from './shape.ts';
import {shown} from '../../shown-value.ts';
import type {Shape} from './shape.ts';

/** The shape of a global id of any type. */
export const ANY_GID: Shape<string> = single({
  expected: 'an id such as "gid://shopify/Shop/548380009"',
  example: 'gid://shopify/Shop/548380009',
  code: 'ERR_BAD_GID',
  accepts: (given) => typeof given === 'string' && /^gid:\/\/shopify\/\w+\/[\w-]+(\?[\w=&%-]+)?$/.test(given),
});

/** Creates the shape of the global ids of one type. `number` is that of the example. */
export function gid(type: string, number = 1): Shape<string> {
  const pattern = new RegExp(`^gid://shopify/${type}/[\\w-]+(\\?[\\w=&%-]+)?$`);
  const example = `gid://shopify/${type}/${number}`;
  return single({
    expected: `an id such as ${shown(example)}`,
    example,
    code: 'ERR_BAD_GID',
    accepts: (given) => typeof given === 'string' && pattern.test(given),
    hint(given) {
      const isNumber =
        (typeof given === 'number' || typeof given === 'string') && /^\d+$/.test(String(given));
      if (isNumber) return `Did you mean "gid://shopify/${type}/${given}"?`;

      const [, other] = typeof given === 'string' ? (/^gid:\/\/shopify\/(\w+)\//.exec(given) ?? []) : [];
      return other === undefined || other === type
        ? undefined
        : `It is the id of a ${other}, not of a ${type}.`;
    },
  });
}

/** Returns the number at the end of a global id, as a string. */
export function numberOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Whether a value is the number of a global id, as a string. No id has the number 0. */
export function isIdNumber(value: unknown): value is string {
  return typeof value === 'string' && /^[1-9]\d*$/.test(value);
}
