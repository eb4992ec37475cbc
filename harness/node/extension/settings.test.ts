import {expect, test} from '@playwright/test';
import type {SimhostError} from '../../errors.ts';
import {
  SETTING_TYPES,
  isSettingValue,
  type SettingType,
} from '../../core/platforms/shopify/extension/setting-value.ts';
import {
  defaultSettings,
  resolveSettings,
  type SettingField,
} from '../../core/platforms/shopify/extension/settings.ts';
import {readSettings} from './settings.ts';
import {parseToml} from './toml-document.ts';

const VALUES: readonly {type: SettingType; good: readonly unknown[]; bad: readonly unknown[]}[] = [
  {type: 'boolean', good: [true, false], bad: ['true', 1, null]},
  {
    type: 'date',
    good: ['2026-01-31', '2024-02-29'],
    bad: ['2026-02-29', '2026-02-30', '2026-1-31', '2026-01-31T00:00', 'today', 20260131],
  },
  {
    type: 'date_time',
    good: ['2026-01-31T12:30:00', '2026-01-31T12:30', '2026-01-31T12:30:00.5Z', '2026-01-31T12:30:00+02:00'],
    bad: ['2026-01-31', '2026-02-30T12:30:00', '2026-01-31T25:00:00', '2026-01-31 12:30', 0],
  },
  {type: 'single_line_text_field', good: ['', 'Canada'], bad: ['a\nb', 1, true, null]},
  {type: 'multi_line_text_field', good: ['', 'Canada\nBrazil'], bad: [['Canada'], 1]},
  {
    type: 'number_integer',
    good: [0, -3, 9_007_199_254_740_991],
    bad: [1.5, '1', Number.NaN, 9_007_199_254_740_992],
  },
  {
    type: 'number_decimal',
    good: [0, 10.4, -9_999_999_999_999],
    bad: ['10.4', Number.NaN, Number.POSITIVE_INFINITY, 10_000_000_000_000],
  },
  {
    type: 'variant_reference',
    good: ['gid://shopify/ProductVariant/1'],
    bad: ['1', 'gid://shopify/Product/1', 1],
  },
];

test('every type has valid and invalid values here', () => {
  expect(VALUES.map(({type}) => type)).toEqual(SETTING_TYPES);
});

for (const {type, good, bad} of VALUES) {
  test(`${type} takes ${good.length} values and refuses ${bad.length}`, () => {
    const field = {key: 'a', type, required: false, validations: []};
    for (const value of good) expect(resolveSettings([field], {a: value})).toEqual({a: value});
    for (const value of bad) {
      expect(isSettingValue(type, value), String(value)).toBe(false);
      expect(failure(() => resolveSettings([field], {a: value}))).toMatchObject({code: 'ERR_BAD_SETTING'});
    }
  });
}

const LIMITS: readonly {
  type: SettingType;
  validation: readonly [string, string];
  good: readonly unknown[];
  bad: readonly unknown[];
  says: string;
}[] = [
  {
    type: 'single_line_text_field',
    validation: ['min', '5'],
    good: ['12345', '👍👍👍👍👍'],
    bad: ['1234', ''],
    says: 'is shorter than 5 (min)',
  },
  {
    type: 'multi_line_text_field',
    validation: ['max', '3'],
    good: ['', 'a\nb'],
    bad: ['a\nbc'],
    says: 'is longer than 3 (max)',
  },
  {
    type: 'single_line_text_field',
    validation: ['regex', '(@)(.+)$'],
    good: ['a@b'],
    bad: ['a', 'a@'],
    says: 'does not match (@)(.+)$ (regex)',
  },
  {
    type: 'multi_line_text_field',
    validation: ['regex', '(?i)\\A(?P<word>red)\\z'],
    good: ['RED'],
    bad: ['redd'],
    says: '(regex)',
  },
  {
    type: 'single_line_text_field',
    validation: ['choices', '["red", "blue"]'],
    good: ['red'],
    bad: ['green', ''],
    says: 'is not one of red, blue',
  },
  {
    type: 'date',
    validation: ['min', '2026-01-31'],
    good: ['2026-01-31', '2027-01-01'],
    bad: ['2026-01-30'],
    says: 'is below 2026-01-31 (min)',
  },
  {
    type: 'date_time',
    validation: ['max', '2026-01-31T12:00:00'],
    good: ['2026-01-31T12:00'],
    bad: ['2026-01-31T12:00:01'],
    says: '(max)',
  },
  {type: 'number_integer', validation: ['max', '15'], good: [15, -1], bad: [16], says: 'is above 15 (max)'},
  {type: 'number_decimal', validation: ['min', '0.5'], good: [0.5], bad: [0.49], says: 'is below 0.5 (min)'},
  {
    type: 'number_decimal',
    validation: ['max_precision', '2'],
    good: [1, 1.25, 1e12],
    bad: [1.255, 1e-7],
    says: 'more than 2 decimal places',
  },
];

for (const {
  type,
  validation: [name, value],
  good,
  bad,
  says,
} of LIMITS) {
  test(`${name} ${value} of a ${type} holds for given values and for the default`, () => {
    const lines = `key = "a"\ntype = "${type}"\nvalidations = [{name = "${name}", value = '''${value}'''}]`;
    const fields = read(lines);

    for (const given of good) expect(resolveSettings(fields, {a: given})).toEqual({a: given});
    for (const given of bad) {
      expect(failure(() => resolveSettings(fields, {a: given})).message).toMatch(/^The setting "a" /);
      expect(failure(() => resolveSettings(fields, {a: given})).message).toContain(says);
      const written = JSON.stringify(given);
      expect(failure(() => read(`${lines}\ndefault_value = ${written}`)).message).toContain(says);
    }
  });
}

test('given settings override the defaults, and undefined empties one', () => {
  const fields = read(
    'key = "a"\ntype = "boolean"\ndefault_value = true',
    'key = "b"\ntype = "number_integer"\ndefault_value = "5"',
  );

  expect(defaultSettings(fields)).toEqual({a: true, b: 5});
  expect(resolveSettings(fields, {})).toEqual({a: true, b: 5});
  expect(resolveSettings(fields, {a: false})).toEqual({a: false, b: 5});
  expect(resolveSettings(fields, {b: undefined})).toEqual({a: true});
});

test('an unknown setting is named with the nearest', () => {
  const fields = read('key = "title"\ntype = "single_line_text_field"');
  const error = failure(() => resolveSettings(fields, {titel: 'x'}));

  expect(error.message).toBe(
    'No setting "titel" in shopify.extension.toml.\nDid you mean "title"? It declares: title.',
  );

  expect(error.code).toBe('ERR_UNKNOWN_SETTING');
  expect(failure(() => resolveSettings([], {a: 1})).message).toContain(
    'It declares no settings. Declare it in',
  );
});

test('the error for a value of the wrong type shows an example', () => {
  const fields = read('key = "limit"\ntype = "number_integer"');
  expect(failure(() => resolveSettings(fields, {limit: '5'})).message).toBe(
    'The setting "limit" is not a number_integer: "5".\nGive a whole number that the merchant\'s form would take.',
  );
});

const BROKEN: readonly {what: string; lines: string; place: string; says: string}[] = [
  {
    what: 'a validation of another type',
    lines: 'type = "boolean"\nvalidations = [{name = "min", value = "1"}]',
    place: '4:24',
    says: 'A boolean has no validations.',
  },
  {
    what: 'a mistyped validation',
    lines: 'type = "multi_line_text_field"\nvalidations = [{name = "regexp", value = "a"}]',
    place: '4:24',
    says: 'Did you mean "regex"? A multi_line_text_field takes: min, max, regex.',
  },
  {
    what: 'a validation without value',
    lines: 'type = "date"\nvalidations = [{name = "min"}]',
    place: '4:16',
    says: 'Add value',
  },
  {
    what: 'a validation with a mistyped key',
    lines: 'type = "date"\nvalidations = [{nam = "min", value = "1"}]',
    place: '4:23',
    says: 'Did you mean "name" instead of "nam"?',
  },
  {
    what: 'a limit of another type',
    lines: 'type = "date"\nvalidations = [{name = "min", value = "tomorrow"}]',
    place: '4:39',
    says: 'is not a date',
  },
  {
    what: 'a length that is not a number',
    lines: 'type = "single_line_text_field"\nvalidations = [{name = "max", value = "long"}]',
    place: '4:39',
    says: 'whole number',
  },
  {
    what: 'a minimum above the maximum',
    lines: 'type = "number_integer"\nvalidations = [{name = "max", value = "9"}, {name = "min", value = 10}]',
    place: '4:68',
    says: 'min of the setting "a", 10, is above its max, 9.',
  },
  {
    what: 'a validation twice',
    lines: 'type = "number_integer"\nvalidations = [{name = "max", value = 9}, {name = "max", value = 10}]',
    place: '4:51',
    says: 'twice',
  },
  {
    what: 'choices that are no list',
    lines: `type = "single_line_text_field"\nvalidations = [{name = "choices", value = 'a, b'}]`,
    place: '4:43',
    says: 'JSON list',
  },
  {
    what: 'choices as a list of TOML',
    lines: 'type = "single_line_text_field"\nvalidations = [{name = "choices", value = ["a"]}]',
    place: '4:43',
    says: `value = '["a"]'`,
  },
  {
    what: 'too many choices',
    lines: `type = "single_line_text_field"\nvalidations = [{name = "choices", value = '${JSON.stringify(Array.from({length: 129}, String))}'}]`,
    place: '4:43',
    says: 'has 129 choices, and Shopify allows 128',
  },
  {
    what: 'a broken regex',
    lines: `type = "single_line_text_field"\nvalidations = [{name = "regex", value = '('}]`,
    place: '4:41',
    says: 'not a regular expression: (',
  },
  {
    what: 'a regex that RE2 cannot run',
    lines: `type = "single_line_text_field"\nvalidations = [{name = "regex", value = 'a(?=b)'}]`,
    place: '4:41',
    says: 'RE2',
  },
  {
    what: 'a default on a day that does not exist',
    lines: 'type = "date"\ndefault_value = "2026-02-30"',
    place: '4:17',
    says: 'is not a date: "2026-02-30"',
  },
  {
    what: 'required in quotes',
    lines: 'type = "date"\nrequired = "true"',
    place: '4:12',
    says: 'without quotes',
  },
];

for (const {what, lines, place, says} of BROKEN) {
  test(`names ${what} with its place`, () => {
    const {code, message} = failure(() => read(`key = "a"\n${lines}`));
    expect(message).toContain(`a.toml:${place}`);
    expect(message).toContain(says);
    expect(code).toBe('ERR_BAD_EXTENSION_FILE');
    expect(message.split('\n').length).toBeLessThanOrEqual(3);
  });
}

function read(...fields: readonly string[]): readonly SettingField[] {
  const text = fields.map((lines) => `[[settings.fields]]\n${lines}\n`).join('');
  return readSettings(parseToml({path: 'a.toml', text, code: 'ERR_BAD_EXTENSION_FILE'}));
}

function failure(run: () => unknown): SimhostError {
  try {
    run();
  } catch (error) {
    return error as SimhostError;
  }
  throw new Error('nothing was thrown');
}
