import {expect, test} from '@playwright/test';
import {answerTo} from './console-answers.ts';
import {runVerb} from './console-verbs.ts';

for (const [given, written] of [
  ['advnce', '"advnce"'],
  ['constructor', '"constructor"'],
  [undefined, 'undefined'],
  [null, 'null'],
  [['arm'], '["arm"]'],
  [[Object.create(null)], '[{}]'],
] as const) {
  test(`the console can neither do nor get ${written}`, () => {
    expect(() => runVerb({} as never, given, {})).toThrow(`The console cannot do ${written}.`);
    expect(() => answerTo({} as never, given, {})).toThrow(`The console cannot get ${written}.`);
  });
}
