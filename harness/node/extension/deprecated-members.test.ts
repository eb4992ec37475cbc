import {expect, test} from '@playwright/test';
import {deprecatedMembers, membersIn, usesMember, type DeprecatedMember} from './deprecated-members.ts';

const INTERCEPT: DeprecatedMember = {owner: 'buyerJourney', name: 'intercept', reason: 'Use a function.'};
const POINT: DeprecatedMember = {owner: null, name: 'extensionPoint', reason: 'Use `extension.target`.'};

test('reads deprecated members, the values that have them, and the advice', () => {
  const types = `
export interface Journey {
  /**
   * Stops the buyer.
   *
   * @deprecated Use a function. It
   *   is faster.
   */
  intercept(run: Run): void;
  /** Fine. */
  steps: Steps;
}
export interface Api {
  buyerJourney: Journey;
  /** @deprecated Gone soon. */
  market: Signal<Market>;
}
/** @deprecated Use useApi. */
export declare function useOld(): void;
`;

  expect(membersIn([types])).toEqual([
    {owner: 'buyerJourney', name: 'intercept', reason: 'Use a function. It is faster.'},
    {owner: null, name: 'market', reason: 'Gone soon.'},
    {owner: null, name: 'useOld', reason: 'Use useApi.'},
  ]);
});

for (const [version, wanted] of [
  ['2026-07', ['buyerJourney.intercept', 'localization.market', 'null.extensionPoint']],
  ['2025-10', ['null.extensionPoint']],
] as const) {
  test(`the published types of ${version} name their deprecated members`, async () => {
    const found = await deprecatedMembers(`fixtures/sdks/${version}`, 'checkout');
    expect(found.map(({owner, name}) => `${String(owner)}.${name}`)).toEqual(
      expect.arrayContaining([...wanted]),
    );
  });
}

for (const [source, member, expected] of [
  ['await shopify.buyerJourney.intercept(() => {})', INTERCEPT, true],
  ['const {intercept} = shopify.buyerJourney;', INTERCEPT, true],
  ['api.buyerJourney?.intercept', INTERCEPT, true],
  ['shopify.buyerJourney.steps', INTERCEPT, false],
  ['fetcher.intercept(() => {})', INTERCEPT, false],
  ['shopify.extensionPoint', POINT, true],
  ['const {extensionPoint, query} = useApi();', POINT, true],
  ['config.extensionPoint', POINT, false],
  ['useOld()', {...POINT, name: 'useOld'}, true],
] as const) {
  test(`${expected ? 'finds' : 'does not find'} ${member.name} in ${source}`, () => {
    expect(usesMember(source, member)).toBe(expected);
  });
}
