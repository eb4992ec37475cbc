import type {ApiTree} from '../../wire/sandbox.ts';

/** Lists the signals of an API whose value differs from an earlier tree, by path. */
export function signalChanges(
  before: ApiTree,
  after: ApiTree,
  prefix = '',
): (readonly [path: string, value: unknown])[] {
  return Object.entries(after).flatMap(([name, node]) => {
    const old = before[name];
    const path = prefix + name;

    if (node.kind === 'group')
      return old?.kind === 'group' ? signalChanges(old.members, node.members, `${path}.`) : [];
    if (node.kind !== 'signal' || old?.kind !== 'signal') return [];
    return JSON.stringify(old.value) === JSON.stringify(node.value) ? [] : [[path, node.value] as const];
  });
}
