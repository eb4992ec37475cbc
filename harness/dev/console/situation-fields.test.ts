import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {CHANGE} from '../../core/world/change-shapes.ts';
import {SETTING_TYPES} from '../../core/platforms/shopify/extension/setting-value.ts';
import {settingFields} from './setting-fields.ts';
import {worldFields} from './world-fields.ts';

test('everything that a test can change by host.update is a field', () => {
  const ids = worldFields(createSimulationCore()).map(({id}) => id);
  const wanted = Object.entries(CHANGE.fields ?? {}).flatMap(([part, {fields}]) =>
    fields === undefined ? [part] : Object.keys(fields).map((key) => `${part}.${key}`),
  );

  const elsewhere = ['locale', 'settings', 'editor', 'localization.language'];
  expect(ids).toEqual(wanted.filter((id) => !elsewhere.includes(id)));
});

test('every field takes the value that it shows', async () => {
  const simulation = createSimulationCore();
  const before = structuredClone([simulation.order, simulation.checkout, simulation.customer]);
  for (const {write, value} of worldFields(simulation)) await write(value);

  expect([simulation.order, simulation.checkout, simulation.customer]).toEqual(before);
});

test('the customer of a guest has no fields', () => {
  const ids = worldFields(createSimulationCore({customer: null})).map(({id}) => id);
  expect(ids.filter((id) => id.startsWith('customer.'))).toEqual([]);
});

test('JSON that cannot be read, and a value that the world refuses, name the field', () => {
  const write = (id: string, value: string): unknown =>
    worldFields(createSimulationCore())
      .find((row) => row.id === id)
      ?.write(value);

  expect(() => write('order.lines', '[')).toThrow('order.lines is not JSON');
  expect(() => write('localization.country', 'France')).toThrow('localization.country');
});

test('every type of a setting has a control, and unset is null', () => {
  const fields = SETTING_TYPES.map((type) => ({key: type, type, required: false, validations: []}));
  const changes: unknown[] = [];
  const rows = settingFields(
    {name: 'Points', fields},
    {
      given: () => new Map([['number_integer', {text: '3'}]]),
      changeSettings: (change) => changes.push(...change),
      products: createSimulationCore().world.products,
    },
  );

  expect(rows.map(({id, input, value}) => [id, input, value])).toEqual([
    ['setting:boolean', 'choice', null],
    ['setting:date', 'date', null],
    ['setting:date_time', 'text', null],
    ['setting:single_line_text_field', 'text', null],
    ['setting:multi_line_text_field', 'lines', null],
    ['setting:number_integer', 'text', '3'],
    ['setting:number_decimal', 'text', null],
    ['setting:variant_reference', 'text', null],
  ]);
  expect(rows.at(-1)?.options.length).toBeGreaterThan(0);

  void rows[0]?.write('true');
  void rows[5]?.write(null);
  expect(changes).toEqual([
    ['boolean', {text: 'true'}],
    ['number_integer', {text: ''}],
  ]);
});

test('a setting with choices offers them', () => {
  const [row] = settingFields(
    {
      name: 'Points',
      fields: [
        {
          key: 'size',
          type: 'single_line_text_field',
          required: false,
          validations: [{name: 'choices', value: '["small", "large"]'}],
        },
      ],
    },
    {given: () => new Map(), changeSettings: () => {}, products: []},
  );

  expect([row?.input, row?.options.map(({value}) => value)]).toEqual(['choice', [null, 'small', 'large']]);
});
