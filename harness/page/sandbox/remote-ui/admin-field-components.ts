import {
  onEvent,
  sameName,
  type Component,
  type ComponentRules,
  type EventDetail,
  type EventOf,
  type Props,
  type PropTable,
} from './component-spec.ts';
import {checkedOf, dateComponents, numberOf, valueOf} from './field-components.ts';
import {choiceNodes, optionNodes} from './prop-nodes.ts';
import {autocomplete} from './prop-values.ts';

const INPUT: PropTable = {
  ...sameName(
    'label',
    'name',
    'error',
    'required',
    'disabled',
    'value',
    'defaultValue',
    'readOnly',
    'placeholder',
    'minLength',
    'maxLength',
  ),
  autocomplete: ['autocomplete', autocomplete],
};

const INPUT_EVENTS: Readonly<Record<string, EventOf>> = {
  onChange: onEvent('change', valueOf),
  onInput: onEvent('input', valueOf),
  onFocus: onEvent('focus'),
  onBlur: onEvent('blur'),
};

const NUMBER_EVENTS: Readonly<Record<string, EventOf>> = {
  ...INPUT_EVENTS,
  onChange: onEvent('change', numberOf),
  onInput: onEvent('input', numberOf),
};

/** The components of the admin that a merchant fills in. */
export const ADMIN_FIELDS: ComponentRules = {
  Checkbox: {
    tag: 's-checkbox',
    props: {
      ...sameName('label', 'name', 'disabled', 'error', 'accessibilityLabel'),
      value: ['checked', Boolean],
      checked: ['checked', Boolean],
    },
    events: {onChange: onEvent('change', checkedOf)},
  },
  ChoiceList: {
    tag: 's-choice-list',
    props: sameName('name', 'error'),
    properties: ({value, multiple, disabled, readOnly}) => ({
      ...(value === undefined ? {} : {values: [value].flat()}),
      multiple: multiple === true,
      disabled: disabled === true || readOnly === true,
    }),
    events: {
      onChange: onEvent('change', ({state}, {multiple}) => {
        const values = (state?.['values'] ?? []) as readonly string[];
        return [multiple === true ? values : values[0]];
      }),
    },
    nodes: choiceNodes,
  },
  ColorPicker: {
    tag: 's-color-picker',
    props: {value: 'value', allowAlpha: 'alpha'},
    events: {onChange: onEvent('change', valueOf)},
  },
  ...dateComponents(INPUT, INPUT_EVENTS),
  EmailField: field('s-email-field'),
  MoneyField: {
    tag: 's-money-field',
    props: {...INPUT, ...sameName('min', 'max', 'step', 'currencyCode'), value: ['value', amountOf]},
    events: {...NUMBER_EVENTS, onChange: onEvent('change', moneyOf), onInput: onEvent('input', moneyOf)},
  },
  NumberField: {
    tag: 's-number-field',
    props: {...INPUT, ...sameName('min', 'max', 'step', 'suffix', 'inputMode')},
    events: NUMBER_EVENTS,
  },
  PasswordField: field('s-password-field'),
  Select: {
    tag: 's-select',
    props: sameName('label', 'name', 'error', 'required', 'value', 'placeholder'),
    properties: ({disabled, readOnly}) => ({disabled: disabled === true || readOnly === true}),
    events: {onChange: onEvent('change', valueOf), onFocus: onEvent('focus'), onBlur: onEvent('blur')},
    nodes: optionNodes,
  },
  TextArea: {...field('s-text-area'), props: {...INPUT, rows: 'rows'}},
  TextField: {...field('s-text-field'), props: {...INPUT, suffix: 'suffix'}},
  URLField: field('s-url-field'),
};

function field(tag: string): Component {
  return {tag, props: INPUT, events: INPUT_EVENTS};
}

/** Returns the amount of a number or of `{amount, currencyCode}`. */
function amountOf(value: unknown): unknown {
  return isMoney(value) ? value.amount : value;
}

/** Reads an amount after an event, in the form of the given value. */
function moneyOf(detail: EventDetail, {value}: Props): readonly unknown[] {
  const [amount] = numberOf(detail);
  return [isMoney(value) ? {...value, amount} : amount];
}

function isMoney(value: unknown): value is {readonly amount: unknown} {
  return typeof value === 'object' && value !== null && 'amount' in value;
}
