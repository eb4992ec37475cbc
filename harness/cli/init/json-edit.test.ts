import {expect, test} from '@playwright/test';
import {withMember} from './json-edit.ts';

for (const [what, before, after] of [
  [
    'adds after the last member and keeps tabs',
    '{\n\t"name": "a",\n\t"scripts": {\n\t\t"dev": "x {"\n\t}\n}\n',
    '{\n\t"name": "a",\n\t"scripts": {\n\t\t"dev": "x {",\n\t\t"test": "t"\n\t}\n}\n',
  ],
  [
    'adds a missing section at the end, with CRLF',
    '{\r\n  "name": "a",\r\n  "files": ["a", "b"]\r\n}\r\n',
    '{\r\n  "name": "a",\r\n  "files": ["a", "b"],\r\n  "scripts": {\r\n    "test": "t"\r\n  }\r\n}\r\n',
  ],
  [
    'fills an empty section',
    '{\n  "scripts": {},\n  "x": [{"scripts": {"y": "\\"]"}}]\n}',
    '{\n  "scripts": {\n    "test": "t"\n  },\n  "x": [{"scripts": {"y": "\\"]"}}]\n}',
  ],
  [
    'adds after a number',
    '{\n  "scripts": {"x": [1, true ]},\n  "y": 1\n}\n',
    '{\n  "scripts": {"x": [1, true ],\n    "test": "t"\n  },\n  "y": 1\n}\n',
  ],
  [
    'adds a section after a number',
    '{\n  "y": 1\n}\n',
    '{\n  "y": 1,\n  "scripts": {\n    "test": "t"\n  }\n}\n',
  ],
  ['fills an empty file', '{}', '{\n  "scripts": {\n    "test": "t"\n  }\n}'],
  ['leaves a member that exists', '{"scripts": {"test": "mine"}}', '{"scripts": {"test": "mine"}}'],
  [
    'works on one line',
    '{"name": "a", "scripts": {"dev": "x"}}',
    '{"name": "a", "scripts": {"dev": "x",\n    "test": "t"\n  }}',
  ],
] as const) {
  test(what, () => {
    const edited = withMember(before, 'scripts', 'test', 't');
    expect(edited).toBe(after);
    expect(JSON.parse(edited)).toMatchObject({scripts: {test: expect.any(String)}});
    expect(withMember(edited, 'scripts', 'test', 't')).toBe(edited);
  });
}

for (const text of ['{"name": "app"', '{"scripts": {"dev": "x', '{"name": {"x": [1', '{\n  // mine\n}', '']) {
  test(`refuses ${JSON.stringify(text)}, which is not JSON`, () => {
    expect(() => withMember(text, 'scripts', 'test', 't')).toThrow(SyntaxError);
  });
}

test('finds the section at the top level alone', () => {
  const text = '{\n  "pnpm": {\n    "scripts": {\n      "a": 1\n    }\n  }\n}\n';
  expect(JSON.parse(withMember(text, 'scripts', 'test', 't'))).toEqual({
    pnpm: {scripts: {a: 1}},
    scripts: {test: 't'},
  });
});
