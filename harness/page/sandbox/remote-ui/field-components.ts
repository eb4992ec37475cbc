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
import {optionNodes} from './prop-nodes.ts';
import {
  autocomplete,
  dateSelection,
  dateType,
  dateValue,
  disallow,
  disallowDays,
  icon,
  month,
} from './prop-values.ts';

/** Reads the value of a field after an event. */
export const valueOf: EventOf['args'] = ({state}) => [state?.['value']];

/** Reads whether a box is ticked after an event. */
export const checkedOf: EventOf['args'] = ({state}) => [state?.['checked']];

/** Reads the number of a field after an event; undefined if the field is empty. */
export function numberOf({state}: EventDetail): readonly [number | undefined] {
  const text = String(state?.['value'] ?? '');
  return [text === '' ? undefined : Number(text)];
}

const FIELD: PropTable = {
  ...sameName(
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
  onChange: onEvent('change', valueOf),
  onInput: onEvent('input', valueOf),
  onFocus: onEvent('focus'),
  onBlur: onEvent('blur'),
};

const CHECKBOX: Component = {
  tag: 's-checkbox',
  props: {
    ...sameName('name', 'disabled', 'error', 'accessibilityLabel', 'policy'),
    value: ['checked', Boolean],
    checked: ['checked', Boolean],
  },
  events: {onChange: onEvent('change', checkedOf)},
  children: 'label',
};

/** The components that a buyer fills in. */
export const FIELDS: ComponentRules = {
  Checkbox: CHECKBOX,
  Choice: {
    tag: 's-choice',
    props: {...sameName('disabled', 'accessibilityLabel'), id: 'value'},
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
      onChange: onEvent('change', ({state}, {value: before}) => {
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
  ...dateComponents(FIELD, FIELD_EVENTS),
  DropZone: {
    tag: 's-drop-zone',
    props: sameName(
      'disabled',
      'required',
      'error',
      'label',
      'name',
      'accept',
      'accessibilityLabel',
      'multiple',
    ),
    // Files stay in the page, so an extension learns that there are some, but not their content.
    events: {onInput: onEvent('input', () => [[]]), onDropRejected: onEvent('droprejected', () => [[]])},
  },
  PhoneField: {tag: 's-phone-field', props: FIELD, events: FIELD_EVENTS, slots: {accessory: 'accessory'}},
  Select: {
    tag: 's-select',
    props: FIELD,
    properties: ({disabled, readonly}) => ({disabled: disabled === true || readonly === true}),
    events: {onChange: onEvent('change', valueOf), onFocus: onEvent('focus'), onBlur: onEvent('blur')},
    nodes: optionNodes,
  },
  Stepper: {
    tag: 's-number-field',
    props: {...FIELD, ...sameName('min', 'max', 'step')},
    properties: () => ({controls: 'stepper'}),
    events: {...FIELD_EVENTS, onChange: onEvent('change', numberOf), onInput: onEvent('input', numberOf)},
  },
  Switch: {
    tag: 's-switch',
    props: {
      ...sameName('name', 'label', 'disabled', 'accessibilityLabel'),
      value: ['checked', Boolean],
      checked: ['checked', Boolean],
    },
    events: {onChange: onEvent('change', checkedOf)},
  },
  TextField: {
    tag: textFieldTag,
    props: {...FIELD, multiline: ['rows', (rows) => (typeof rows === 'number' ? rows : undefined)]},
    events: FIELD_EVENTS,
    slots: {accessory: 'accessory'},
  },
};

/** Returns the rules of `DateField` and `DatePicker`, which all surfaces have alike. */
export function dateComponents(
  field: PropTable,
  events: Readonly<Record<string, EventOf>>,
): Readonly<Record<'DateField' | 'DatePicker', Component>> {
  const dateField: Component = {
    tag: 's-date-field',
    props: {
      ...field,
      disabled: ['disabled', (disabled) => disabled === true],
      yearMonth: ['view', month],
      defaultYearMonth: ['defaultView', month],
    },
    properties: ({disabled}) => ({disallow: disallow(disabled), disallowDays: disallowDays(disabled)}),
    events: {
      ...events,
      onInvalid: onEvent('invalid'),
      onYearMonthChange: onEvent('viewchange', yearMonth),
    },
  };

  const datePicker: Component = {
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
      onChange: onEvent('change', ({state}, {selected}) => [
        dateSelection(String(state?.['value'] ?? ''), selected),
      ]),
      onYearMonthChange: onEvent('viewchange', yearMonth),
    },
  };

  return {DateField: dateField, DatePicker: datePicker};
}

const TEXT_FIELDS: Readonly<Record<string, string>> = {
  email: 's-email-field',
  number: 's-number-field',
  telephone: 's-phone-field',
};

function textFieldTag({multiline, type}: Props): string {
  if (multiline === true || typeof multiline === 'number') return 's-text-area';
  return TEXT_FIELDS[String(type)] ?? 's-text-field';
}

function yearMonth({state, detail}: EventDetail): readonly unknown[] {
  const [year, monthOfYear] = String(state?.['view'] ?? detail)
    .split('-')
    .map(Number);
  return [{year, month: monthOfYear}];
}
