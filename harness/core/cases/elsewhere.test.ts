import {expect, test} from '@playwright/test';
import type {Profile} from './case.ts';
import {CASE_IDS} from './catalogue.ts';
import {APP_SIGNED, PROFILES} from './expect.ts';
import {tokensOf} from './profiles.ts';
import {notApplicable} from './runs.ts';

function reasonsAt(profile: Profile): readonly string[] {
  return CASE_IDS.flatMap((id) => {
    const reason = notApplicable(id, profile);
    return reason === null ? [] : [`${id}: ${reason}`];
  });
}

for (const profile of PROFILES.filter((each) => tokensOf(each).header === 'authorization')) {
  test(`no case is left out for ${profile} because its token stood in another header`, () => {
    expect(
      reasonsAt(profile).filter((reason) => reason.includes('not sent in the Authorization header')),
    ).toEqual([]);
  });
}

for (const profile of APP_SIGNED) {
  test(`no case is left out for ${profile} because its backend asked a platform`, () => {
    expect(
      reasonsAt(profile).filter((reason) => /backend asks the platform|only the platform signs/.test(reason)),
    ).toEqual([]);
  });
}

test('a reason of a profile is for a case that the profile has not', () => {
  expect(notApplicable('nbf-future-60', 'post-purchase')).toBe('these tokens have no nbf');
  expect(notApplicable('nbf-future-60', 'shop-minis')).toBe(
    'only the platform signs these tokens, and the backend asks the platform',
  );
  expect(notApplicable('http-bearer', 'post-purchase')).toBeNull();
});
