import {expect, test} from '@playwright/test';
import {changeConsent, initialPrivacy} from './privacy.ts';
import {createWorld} from './world.ts';

const START = initialPrivacy(createWorld().shop);
const RIGHTS = {
  capabilities: ['collect_buyer_consent.customer_privacy'],
  declined: [],
  protectedCustomerData: true,
};
const REFUSAL = {type: 'changeVisitorConsent', analytics: false};

test('a consent keeps earlier choices, and null removes a metafield', () => {
  const first = changeConsent(START, {...REFUSAL, metafields: [{key: 'a', value: '1'}]}, RIGHTS);
  const {privacy, result} = changeConsent(
    first.privacy,
    {type: 'changeVisitorConsent', saleOfData: true, metafields: [{key: 'a', value: null}]},
    RIGHTS,
  );

  expect(result).toEqual({type: 'success'});
  expect(privacy.visitorConsent).toEqual({analytics: false, saleOfData: true});

  expect(privacy.allowedProcessing).toEqual({
    analytics: false,
    marketing: true,
    preferences: true,
    saleOfData: false,
  });

  expect([first.privacy.metafields, privacy.metafields]).toEqual([[{key: 'a', value: '1'}], []]);
});

for (const [change, rights, message] of [
  [
    REFUSAL,
    {...RIGHTS, capabilities: ['network_access']},
    /may not collect consent[\s\S]*customer_privacy = true/,
  ],
  [REFUSAL, {...RIGHTS, protectedCustomerData: false}, /protected customer data/],
  [undefined, RIGHTS, /Unknown type of change: undefined\. Known: changeVisitorConsent/],
  [null, RIGHTS, /Unknown type of change/],
  [[REFUSAL], RIGHTS, /Unknown type of change/],
  [{...REFUSAL, type: 'consent'}, RIGHTS, /Unknown type of change: "consent"/],
  [{...REFUSAL, saleOfData: 'yes'}, RIGHTS, /saleOfData is neither true nor false/],
  [{...REFUSAL, metafields: {}}, RIGHTS, /metafields is not a list/],
  [{...REFUSAL, metafields: [null]}, RIGHTS, /metafields is not a list/],
  [{...REFUSAL, metafields: [{key: 'a', value: 1}]}, RIGHTS, /metafields is not a list/],
] as const) {
  test(`a consent by ${JSON.stringify(change)} with ${JSON.stringify(rights)} is refused and changes nothing`, () => {
    const {privacy, result} = changeConsent(START, change, rights);
    expect(result).toEqual({type: 'error', message: expect.stringMatching(message) as unknown});
    expect(privacy).toBe(START);
  });
}
