import {SimhostError} from '../errors.ts';
import {didYouMean} from '../known-values.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import {targetOf} from '../core/platforms/shopify/targets.ts';
import type {ShownExtension} from './shown-extension.ts';

/** Describes the targets of all folders, one line each. The shown ones have a mark. */
export function describeTargets(shown: readonly ShownExtension[]): string {
  const lines = shown.flatMap((extension) =>
    extension.targets.map(
      (target) => `  ${target === extension.target ? '*' : ' '} ${target} (${extension.name})`,
    ),
  );

  return `\n${lines.join('\n')}\n`;
}

/**
 * Shows a target in place of the one that its folder shows now. A completed checkout is left if the target shows before
 * the payment.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_TARGET`, `ERR_SEVERAL_SURFACES`, and those of a target that cannot be shown
 */
export async function showTarget(
  shown: readonly ShownExtension[],
  simulation: SimulationCore,
  target: string,
): Promise<string> {
  const extension = shown.find(({targets}) => targets.includes(target));
  if (extension === undefined) throw unknownTarget(shown, target);

  const others = shown.filter((each) => each !== extension);
  refuseSeveralSurfaces([...others, {name: extension.name, target}]);
  simulation.extensions.leaveCompletedCheckout();
  await extension.showTarget(target);
  return `The page shows ${extension.name} at ${target}.`;
}

/** Starts all extensions again, in a new checkout if this one is completed. */
export async function restartAll(
  shown: readonly ShownExtension[],
  simulation: SimulationCore,
): Promise<string> {
  simulation.extensions.leaveCompletedCheckout();
  for (const extension of shown) await extension.reopen();
  return 'Everything on the page has started again.';
}

/** @throws {SimhostError} `ERR_SEVERAL_SURFACES` for extensions that no page of a platform shows together */
export function refuseSeveralSurfaces(shown: readonly Pick<ShownExtension, 'name' | 'target'>[]): void {
  const surfaces = new Set(shown.map(({target}) => targetOf(target).surface));
  if (surfaces.size < 2) return;
  throw new SimhostError(
    'ERR_SEVERAL_SURFACES',
    `These extensions do not share a page: ${shown.map(({name, target}) => `${name} at ${target}`).join(', ')}.`,
    {next: 'Run simhost dev once for each folder.'},
  );
}

function unknownTarget(shown: readonly ShownExtension[], target: string): SimhostError {
  const declared = shown.flatMap(({targets}) => targets);
  return new SimhostError(
    'ERR_UNKNOWN_TARGET',
    `No folder declares the target "${target}". There are: ${declared.join(', ')}.`,
    {next: didYouMean(target, declared, {label: null}) || 'Give one of these targets.'},
  );
}
