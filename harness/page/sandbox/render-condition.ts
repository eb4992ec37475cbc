import {SimhostError} from '../../errors.ts';
import type {Callback} from './extension-api.ts';

/**
 * Asks the condition that Shopify's CLI registers for a target whether the target may render. Without a
 * condition it may.
 *
 * @throws {SimhostError} `ERR_BAD_CONDITION`
 */
export async function mayRender(
  target: string,
  registered: ReadonlyMap<string, Callback>,
  api: object,
): Promise<boolean> {
  const name = target.replace(/\.render$/, '.should-render');
  const condition = name === target ? undefined : registered.get(name);
  if (condition === undefined) return true;

  const answer: unknown = await condition(api);
  if (isDisplayAnswer(answer)) return answer.display;

  throw new SimhostError(
    'ERR_BAD_CONDITION',
    `The condition "${name}" answered ${JSON.stringify(answer) ?? String(answer)}.`,
    {
      next: 'Return {display: true} or {display: false}.',
    },
  );
}

function isDisplayAnswer(answer: unknown): answer is {readonly display: boolean} {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'display' in answer &&
    typeof answer.display === 'boolean'
  );
}
