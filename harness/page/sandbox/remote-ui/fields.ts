/** The components that a buyer fills in. */
import {on, same, type Component, type EventDetail, type EventOf, type PropTable} from './component.ts';
import {
  autocomplete,
  dateSelection,
  dateType,
  dateValue,
  disallow,
  disallowDays,
  icon,
  month,
} from './values.ts';

const value: EventOf['args'] = ({state}) => [state?.['value']];
const checked: EventOf['args'] = ({state}) => [state?.['checked']];

const FIELD: PropTable = {
  ...same(
    'label',
    'name',
    'error',
    'required',
    'disabled',
    'value',
    'prefix',
    'suffix',
    'maxLength',
    'placeholder',
  ),
  readonly: 'readOnly',
  controlledValue: 'value',
  icon: ['icon', icon],
  autocomplete: ['autocomplete', autocomplete],
};

const FIELD_EVENTS: Readonly<Record<string, EventOf>> = {
  onChange: on('change', value),
  onInput: on('input', value),
  onFocus: on('focus'),
  onBlur: on('blur'),
};

const CHECKBOX: Component = {
  tag: 's-checkbox',
  props: {
    ...same('name', 'disabled', 'error', 'accessibilityLabel', 'policy'),
    value: ['checked', Boolean],
    checked: ['checked', Boolean],
  },
  events: {onChange: on('change', checked)},
  children: 'label',
};

export const FIELDS: Readonly<Record<string, Component>> = {
  Checkbox: CHECKBOX,
  Choice: {
    tag: 's-choice',
    props: {...same('disabled', 'accessibilityLabel'), id: 'value'},
    slots: {
      primaryContent: '',
      details: 'details',
      secondaryContent: 'secondary-content',
      tertiaryContent: 'secondary-content',
    },
  },
  ChoiceList: {
    tag: 's-choice-list',
    props: {name: 'name', variant: ['variant', (variant) => (variant === 'group' ? 'list' : 'auto')]},
    properties: ({value: chosen}) => ({values: [chosen ?? []].flat(), multiple: Array.isArray(chosen)}),
    events: {
      onChange: on('change', ({state}, {value: before}) => {
        const values = (state?.['values'] ?? []) as readonly string[];
        return [Array.isArray(before) ? values : values[0]];
      }),
    },
  },
  ConsentCheckbox: {...CHECKBOX, tag: 's-consent-checkbox'},
  ConsentPhoneField: {
    tag: 's-consent-phone-field',
    props: {...FIELD, policy: 'policy'},
    events: FIELD_EVENTS,
    slots: {accessory: 'accessory'},
  },
  DateField: {
    tag: 's-date-field',
    props: {
      ...FIELD,
      disabled: ['disabled', (disabled) => disabled === true],
      yearMonth: ['view', month],
      defaultYearMonth: ['defaultView', month],
    },
    properties: ({disabled}) => ({disallow: disallow(disabled), disallowDays: disallowDays(disabled)}),
    events: {...FIELD_EVENTS, onInvalid: on('invalid'), onYearMonthChange: on('viewchange', yearMonth)},
  },
  DatePicker: {
    tag: 's-date-picker',
    props: {
      selected: ['value', dateValue],
      yearMonth: ['view', month],
      defaultYearMonth: ['defaultView', month],
    },
    properties: ({selected, disabled, readOnly}) => ({
      type: dateType(selected),
      disabled: disabled === true || readOnly === true,
      disallow: disallow(disabled),
      disallowDays: disallowDays(disabled),
    }),
    events: {
      onChange: on('change', ({state}, {selected}) => [
        dateSelection(String(state?.['value'] ?? ''), selected),
      ]),
      onYearMonthChange: on('viewchange', yearMonth),
    },
  },
  DropZone: {
    tag: 's-drop-zone',
    props: same('disabled', 'required', 'error', 'label', 'name', 'accept', 'accessibilityLabel', 'multiple'),
    // Files do not leave the page: an extension learns that there are some, not what is in them.
    events: {onInput: on('input', () => [[]]), onDropRejected: on('droprejected', () => [[]])},
  },
  PhoneField: {tag: 's-phone-field', props: FIELD, events: FIELD_EVENTS, slots: {accessory: 'accessory'}},
  Select: {
    tag: 's-select',
    props: FIELD,
    properties: ({disabled, readonly}) => ({disabled: disabled === true || readonly === true}),
    events: {onChange: on('change', value), onFocus: on('focus'), onBlur: on('blur')},
  },
  Stepper: {
    tag: 's-number-field',
    props: {...FIELD, ...same('min', 'max', 'step')},
    properties: () => ({controls: 'stepper'}),
    events: {...FIELD_EVENTS, onChange: on('change', number), onInput: on('input', number)},
  },
  Switch: {
    tag: 's-switch',
    props: {
      ...same('name', 'label', 'disabled', 'accessibilityLabel'),
      value: ['checked', Boolean],
      checked: ['checked', Boolean],
    },
    events: {onChange: on('change', checked)},
  },
  TextField: {
    tag: ({multiline, type}) =>
      multiline === true || typeof multiline === 'number'
        ? 's-text-area'
        : (TEXT_FIELDS[String(type)] ?? 's-text-field'),
    props: {...FIELD, multiline: ['rows', (rows) => (typeof rows === 'number' ? rows : undefined)]},
    events: FIELD_EVENTS,
    slots: {accessory: 'accessory'},
  },
};

const TEXT_FIELDS: Readonly<Record<string, string>> = {
  email: 's-email-field',
  number: 's-number-field',
  telephone: 's-phone-field',
};

function number({state}: EventDetail): readonly unknown[] {
  const text = String(state?.['value'] ?? '');
  return [text === '' ? undefined : Number(text)];
}

function yearMonth({state, detail}: EventDetail): readonly unknown[] {
  const [year, monthOfYear] = String(state?.['view'] ?? detail)
    .split('-')
    .map(Number);
  return [{year, month: monthOfYear}];
}
