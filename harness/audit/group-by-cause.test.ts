import {expect, test} from '@playwright/test';
import {CASE_IDS, caseOf} from '../core/cases/catalogue.ts';
import {CAUSES} from '../core/cases/catalogue/causes.ts';
import {isMatch} from '../core/cases/cause.ts';
import {groupByCause} from './group-by-cause.ts';
import type {WrongAnswer} from './symptom.ts';

function accepted(...ids: readonly WrongAnswer['id'][]): readonly WrongAnswer[] {
  return ids.map((id) => ({id, fault: {aspect: 'verdict'}, expects: {verdict: 'refuse'}}));
}

function failed(...ids: readonly WrongAnswer['id'][]): readonly WrongAnswer[] {
  return ids.map((id) => ({id, fault: {aspect: 'failure'}, expects: {verdict: 'refuse'}}));
}

/** The findings, each as its cause and its cases. */
function grouped(wrong: readonly WrongAnswer[]): readonly string[] {
  return groupByCause(wrong).map(
    ({name, lead, others}) => `${name}: ${[lead, ...others].map(({id}) => id).join(' ')}`,
  );
}

test('one cause takes every case that it explains, and its best case represents it', () => {
  expect(grouped(accepted('aud-missing', 'aud-null', 'aud-wrong'))).toEqual([
    'audience: aud-wrong aud-missing aud-null',
  ]);
});

test('a wide cause takes what a narrow one would', () => {
  expect(grouped(accepted('alg-none', 'exp-past-60', 'sig-padded'))).toEqual([
    'unsigned: alg-none',
    'tolerance: exp-past-60',
    'spelling: sig-padded',
  ]);

  expect(grouped(accepted('alg-none', 'exp-past-60', 'key-wrong', 'sig-padded'))).toEqual([
    'signature: key-wrong alg-none exp-past-60 sig-padded',
  ]);
});

test('a case that a cause explains does not show it', () => {
  expect(grouped(failed('trust-guest-with-customer-id'))).toEqual([
    'trust-guest-with-customer-id: trust-guest-with-customer-id',
  ]);
});

test('a token that is accepted and a token that fails have different causes', () => {
  expect(grouped([...accepted('dest-evil'), ...failed('dest-array')])).toEqual([
    'shop: dest-evil',
    'types of claims: dest-array',
  ]);
});

test('a sub that is missing and a sub of another type meet one unguarded line', () => {
  expect(grouped(failed('surf-guest', 'sub-number', 'sub-object'))).toEqual([
    'guests: surf-guest sub-number sub-object',
  ]);
  expect(grouped(failed('sub-number'))).toEqual(['types of claims: sub-number']);
});

test('a case without a cause is a separate finding, described by the catalogue', () => {
  const [group] = groupByCause(accepted('mock-session-token'));
  expect(group).toMatchObject({
    name: 'mock-session-token',
    cause: {reach: 'outsider', severity: 'critical', fix: caseOf('mock-session-token').fix},
  });
});

test('every pattern of the table is about a case', () => {
  const patterns = Object.values(CAUSES).flatMap(({shownBy, explains = []}) => [...shownBy, ...explains]);
  expect(patterns.filter((pattern) => !CASE_IDS.some((id) => isMatch(pattern, id)))).toEqual([]);
});

test('nothing that needs the secret of the app is critical', () => {
  expect(
    Object.values(CAUSES).filter(({reach, severity}) => reach === 'hardening' && severity === 'critical'),
  ).toEqual([]);
  expect(
    CASE_IDS.filter((id) => caseOf(id).class === 'defence' && caseOf(id).severity === 'critical'),
  ).toEqual([]);
});

test('every cause is described by sentences', () => {
  const faulty = Object.values(CAUSES).filter(
    ({title, fix}) => !/^[A-Za-z].*\.$/.test(title) || !/^[A-Z].*\.$/.test(fix),
  );
  expect(faulty).toEqual([]);
});
