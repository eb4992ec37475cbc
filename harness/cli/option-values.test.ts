import {expect, test} from '@playwright/test';
import {readBackend, readPort} from './option-values.ts';

test('a port is a number; without one, a free port is used', () => {
  expect(readPort('8080')).toBe(8080);
  expect(readPort('0')).toBe(0);
  expect(readPort(undefined)).toBe(0);
});

for (const text of ['', '-1', '65536', '1e3', '0x50', '80.5', 'http']) {
  test(`"${text}" is not a port`, () => {
    expect(() => readPort(text)).toThrow(expect.objectContaining({code: 'ERR_BAD_PORT'}));
  });
}

test('a backend is a URL or a command', () => {
  expect(readBackend('https://a.example=http://127.0.0.1:3000')).toEqual([
    'https://a.example',
    'http://127.0.0.1:3000',
  ]);

  expect(readBackend('https://a.example=A=b node server.js')).toEqual([
    'https://a.example',
    {command: 'A=b node server.js'},
  ]);

  expect(() => readBackend('a.example=x')).toThrow(expect.objectContaining({code: 'ERR_BAD_BACKEND'}));
});
