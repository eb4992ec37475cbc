import {messageOf, SimhostError} from '../../errors.ts';
import type {WireNotice} from '../../wire/extension-notices.ts';
import {surfaceOf} from '../../wire/surfaces.ts';
import type {Callback} from './extension-api.ts';

const NEXT = 'Return {display: true} or {display: false}.';

/** A target, with everything that its condition needs. */
export interface RenderCondition {
  readonly target: string;
  readonly registered: ReadonlyMap<string, Callback>;
  readonly api: object;
  readonly notice: (notice: WireNotice) => void;
}

/**
 * Asks the condition that Shopify's CLI registers for a target whether the target may render. Without a
 * condition it may. On the admin, a condition that fails hides the target, and a notice has the reason.
 *
 * @throws {SimhostError} `ERR_BAD_CONDITION`, or the condition's own error, on other surfaces
 */
export async function mayRender(condition: RenderCondition): Promise<boolean> {
  const {target, notice} = condition;
  const name = target.replace(/\.render$/, '.should-render');
  if (surfaceOf(target) !== 'admin') return displayed(name, condition);

  try {
    return await displayed(name, condition);
  } catch (error) {
    const [line = ''] = messageOf(error).split('\n');
    const reason = line.replace(/\.$/, '');
    const cause = error instanceof SimhostError ? line : `The condition "${name}" threw: ${reason}.`;
    notice({code: 'condition-failed', message: `${cause} So "${target}" does not show.`, next: NEXT});
    return false;
  }
}

async function displayed(name: string, {target, registered, api}: RenderCondition): Promise<boolean> {
  const condition = name === target ? undefined : registered.get(name);
  if (condition === undefined) return true;

  const answer: unknown = await condition(api);
  if (isDisplayAnswer(answer)) return answer.display;

  throw new SimhostError(
    'ERR_BAD_CONDITION',
    `The condition "${name}" answered ${JSON.stringify(answer) ?? String(answer)}.`,
    {next: NEXT},
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
