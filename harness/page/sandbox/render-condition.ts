import {SimhostError} from '../../errors.ts';
import type {Callback} from './extension-api.ts';

/** Asks the condition that Shopify's CLI registers beside a target whether the target shows; without one it does. */
export async function mayRender(
  target: string,
  registered: ReadonlyMap<string, Callback>,
  api: object,
): Promise<boolean> {
  const name = target.replace(/\.render$/, '.should-render');
  const condition = name === target ? undefined : registered.get(name);
  if (condition === undefined) return true;

  const answer: unknown = await condition(api);
  if (
    typeof answer === 'object' &&
    answer !== null &&
    'display' in answer &&
    typeof answer.display === 'boolean'
  )
    return answer.display;

  throw new SimhostError(
    'ERR_BAD_CONDITION',
    `The condition "${name}" answered ${JSON.stringify(answer) ?? String(answer)}.`,
    {
      next: 'Return {display: true} or {display: false}.',
    },
  );
}
