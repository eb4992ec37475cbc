import {brotliCompressSync, gzipSync} from 'node:zlib';
import {expect, test} from '@playwright/test';
import {BodySample} from './body-sample.ts';

const JSON_TYPE = {'content-type': 'application/json; charset=utf-8'};

function sampleOf(body: Uint8Array, {isKept = true} = {}): BodySample {
  const sample = new BodySample({isKept});
  for (let at = 0; at < body.byteLength; at += 1000) sample.add(body.subarray(at, at + 1000));
  return sample;
}

test('keeps the first 16 KB of text, and counts all bytes', () => {
  const sample = sampleOf(Buffer.from('a'.repeat(20_000)));
  expect(sample.size).toBe(20_000);
  expect(sample.text(new Headers(JSON_TYPE))).toBe('a'.repeat(16_384));
});

test('keeps no body that is not text, and none if bodies are not kept', () => {
  const body = Buffer.from('abc');
  expect(sampleOf(body).text(new Headers({'content-type': 'image/png'}))).toBeNull();
  expect(sampleOf(body).text(new Headers())).toBeNull();

  const counted = sampleOf(body, {isKept: false});
  expect([counted.size, counted.text(new Headers(JSON_TYPE))]).toEqual([3, null]);
});

for (const [encoding, compress] of [
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
] as const) {
  test(`reads a body that is compressed by ${encoding}`, () => {
    const sample = sampleOf(compress(Buffer.from('{"points":120}')));
    expect(sample.text(new Headers({...JSON_TYPE, 'content-encoding': encoding}))).toBe('{"points":120}');
  });
}

test('a body that is not compressed as its header says has no text', () => {
  const sample = sampleOf(Buffer.from('{"points":120}'));
  expect(sample.text(new Headers({...JSON_TYPE, 'content-encoding': 'gzip'}))).toBeNull();
});
