import {expect, test} from '@playwright/test';
import type {Mount, PageState} from '../../wire/control.ts';
import {type ControlledMount, RunningMounts} from './running-mounts.ts';

test('starts the mounts of a state, each in its own container', async () => {
  const {mounts, events} = recorded();

  await mounts.reach(stateOf(['points', 0], ['badge', 0]));

  expect(events).toEqual([
    'place points',
    'create points 0 in box of points',
    'place badge',
    'create badge 0 in box of badge',
  ]);
});

test('updates a mount of the same generation', async () => {
  const {mounts, events} = recorded();
  await mounts.reach(stateOf(['points', 0]));
  events.length = 0;

  await mounts.reach(stateOf(['points', 0]));

  expect(events).toEqual(['update points 0']);
});

test('restarts a mount of a new generation in the same container', async () => {
  const {mounts, events} = recorded();
  await mounts.reach(stateOf(['points', 0]));
  events.length = 0;

  await mounts.reach(stateOf(['points', 1]));

  expect(events).toEqual(['stop points 0', 'create points 1 in box of points']);
  expect(mounts.get('points')?.generation).toBe(1);
});

test('removes a mount that the state no longer has', async () => {
  const {mounts, events} = recorded();
  await mounts.reach(stateOf(['points', 0], ['badge', 0]));
  events.length = 0;

  await mounts.reach(stateOf(['badge', 0]));

  expect(events).toEqual(['remove points 0', 'update badge 0']);
  expect(mounts.get('points')).toBeUndefined();
  expect(mounts.all).toHaveLength(1);
});

test('resolves only after each sandbox has the state', async () => {
  const {mounts, events, delayUpdates} = recorded();
  await mounts.reach(stateOf(['points', 0]));
  events.length = 0;
  const finishUpdates = delayUpdates();

  const reached = mounts.reach(stateOf(['points', 0])).then(() => events.push('reached'));
  expect(events).toEqual(['update points 0']);

  finishUpdates();
  await reached;
  expect(events).toEqual(['update points 0', 'reached']);
});

function recorded(): {mounts: RunningMounts; events: string[]; delayUpdates: () => () => void} {
  const events: string[] = [];
  let updated: Promise<void> = Promise.resolve();

  const mounts = new RunningMounts({
    place(mount) {
      events.push(`place ${mount.id}`);
      return {title: `box of ${mount.id}`} as HTMLElement;
    },
    reveal() {},
    create(container, {id, generation}) {
      const name = `${id} ${generation}`;
      events.push(`create ${name} in ${container.title}`);

      return {
        container,
        generation,
        update: () => {
          events.push(`update ${name}`);
          return updated;
        },
        stop: () => void events.push(`stop ${name}`),
        remove: () => void events.push(`remove ${name}`),
      } as Partial<ControlledMount> as ControlledMount;
    },
  });

  const delayUpdates = (): (() => void) => {
    let finish = (): void => {};
    updated = new Promise((resolve) => {
      finish = resolve;
    });
    return () => finish();
  };

  return {mounts, events, delayUpdates};
}

function stateOf(...mounts: readonly (readonly [id: string, generation: number])[]): PageState {
  return {mounts: mounts.map(([id, generation]) => ({id, generation}) as Mount)} as unknown as PageState;
}
