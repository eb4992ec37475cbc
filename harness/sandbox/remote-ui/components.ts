/**
 * Every component of the React generations, and the element of the page that stands for it: 42 of 2023-04, 60 of checkout
 * 2025-07, 8 of customer accounts (`components.d.ts` of `@shopify/checkout-ui-extensions` 0.27.3 and `@shopify/ui-extensions`
 * 2023.7.3 and 2025.7.4).
 */
import {
  alignment,
  autocomplete,
  border,
  borderWidth,
  dateSelection,
  dateType,
  dateValue,
  disallow,
  disallowDays,
  icon,
  length,
  month,
  plain,
  radius,
  size,
  space,
  span,
  textType,
  tone,
  tracks,
  type Read,
} from './values.ts';

export interface Component {
  readonly tag: string | ((props: Props) => string);
  /** What a prop is on the element: the name of its property, and how its value reads there. */
  readonly props?: Readonly<Record<string, string | readonly [property: string, read: Read]>>;
  /** Properties that follow from several props. */
  readonly properties?: (props: Props) => Readonly<Record<string, unknown>>;
  /** The element's event that calls a prop, and with what. */
  readonly events?: Readonly<Record<string, EventOf>>;
  /** The slot that a prop's nodes stand in. */
  readonly slots?: Readonly<Record<string, string>>;
  /** Where children stand: in the element, or as the text of its property `label`. */
  readonly children?: 'label';
}

export interface EventOf {
  readonly type: string;
  readonly args?: (detail: EventDetail, props: Props) => readonly unknown[];
}

export type Props = Readonly<Record<string, unknown>>;

export interface EventDetail {
  readonly state?: Readonly<Record<string, unknown>>;
  readonly event?: Readonly<Record<string, unknown>>;
  readonly detail?: unknown;
}

function same(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

function on(type: string, args: EventOf['args'] = () => []): EventOf {
  return {type, args};
}

const value: EventOf['args'] = ({state}) => [state?.['value']];
const checked: EventOf['args'] = ({state}) => [state?.['checked']];
const place: EventOf['args'] = ({event}) => [event?.['location']];

const BOX = {
  ...same('background', 'accessibilityLabel', 'overflow'),
  border: ['border', border],
  borderWidth: ['borderWidth', borderWidth],
  borderRadius: ['borderRadius', radius],
  cornerRadius: ['borderRadius', radius],
  padding: ['padding', space],
  display: ['display', plain],
  minBlockSize: ['minBlockSize', length],
  maxBlockSize: ['maxBlockSize', length],
  minInlineSize: ['minInlineSize', length],
  maxInlineSize: ['maxInlineSize', length],
  blockSize: ['blockSize', length],
  inlineSize: ['inlineSize', length],
} as const;

const STACK = {
  ...BOX,
  spacing: ['gap', space],
  blockAlignment: ['alignItems', alignment],
  inlineAlignment: ['justifyContent', alignment],
} as const;

const GRID = {
  ...BOX,
  columns: ['gridTemplateColumns', tracks],
  rows: ['gridTemplateRows', tracks],
  spacing: ['gap', space],
  blockAlignment: ['alignItems', alignment],
  inlineAlignment: ['justifyItems', alignment],
} as const;

const PRESSABLE = {...same('accessibilityLabel', 'disabled', 'loading'), to: 'href', language: 'lang'} as const;

const FIELD = {
  ...same('label', 'name', 'error', 'required', 'disabled', 'value', 'prefix', 'suffix', 'maxLength', 'placeholder'),
  readonly: 'readOnly',
  controlledValue: 'value',
  icon: ['icon', icon],
  autocomplete: ['autocomplete', autocomplete],
} as const;

const FIELD_EVENTS = {onChange: on('change', value), onInput: on('input', value), onFocus: on('focus'), onBlur: on('blur')};

const CHECKBOX: Component = {
  tag: 's-checkbox',
  props: {...same('name', 'disabled', 'error', 'accessibilityLabel', 'policy'), value: ['checked', Boolean], checked: ['checked', Boolean]},
  events: {onChange: on('change', checked)},
  children: 'label',
};

const TEXT: Component['properties'] = (props) => ({
  type: textType(props),
  ...(props['visibility'] === 'hidden' ? {display: 'none'} : {}),
  ...(props['appearance'] === 'subdued' ? {color: 'subdued', tone: undefined} : {}),
});

export const COMPONENTS: Readonly<Record<string, Component>> = {
  Avatar: {
    tag: 's-avatar',
    props: {...same('initials', 'src', 'alt'), size: ['size', size]},
    events: {onLoad: on('load'), onError: on('error')},
  },
  Badge: {tag: 's-badge', props: {...same('size', 'iconPosition'), tone: ['tone', tone], icon: ['icon', icon]}},
  Banner: {
    tag: 's-banner',
    props: {title: 'heading', status: 'tone', collapsible: 'collapsible'},
    properties: ({onDismiss}) => ({dismissible: typeof onDismiss === 'function'}),
    events: {onDismiss: on('dismiss')},
  },
  BlockLayout: {tag: 's-grid', props: GRID},
  BlockSpacer: {tag: 's-box', props: {spacing: ['paddingBlockStart', space]}},
  BlockStack: {
    tag: 's-stack',
    props: {...STACK, inlineAlignment: ['alignItems', alignment]},
    properties: ({spacing}) => ({direction: 'block', ...(spacing === undefined ? {gap: 'base'} : {})}),
  },
  Button: {
    tag: 's-button',
    props: {...PRESSABLE, kind: ['variant', (kind) => (kind === 'plain' ? 'secondary' : kind)], appearance: ['tone', tone]},
    properties: ({submit, accessibilityRole}) => (submit === true || accessibilityRole === 'submit' ? {type: 'submit'} : {}),
    events: {onPress: on('click')},
  },
  Card: {tag: 's-section', properties: ({padding}) => ({padding: padding === true ? 'base' : 'none'})},
  Chat: {
    tag: 's-chat',
    props: {accessibilityLabel: 'accessibilityLabel', inlineSize: ['inlineSize', length], blockSize: ['blockSize', length]},
    events: {onReady: on('ready')},
  },
  Checkbox: CHECKBOX,
  Choice: {
    tag: 's-choice',
    props: {...same('disabled', 'accessibilityLabel'), id: 'value'},
    slots: {primaryContent: '', details: 'details', secondaryContent: 'secondary-content', tertiaryContent: 'secondary-content'},
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
  ClipboardItem: {tag: 's-clipboard-item', props: same('text'), events: {onCopy: on('copy'), onCopyError: on('copyerror')}},
  ConsentCheckbox: {...CHECKBOX, tag: 's-consent-checkbox'},
  ConsentPhoneField: {
    tag: 's-consent-phone-field',
    props: {...FIELD, policy: 'policy'},
    events: FIELD_EVENTS,
    slots: {accessory: 'accessory'},
  },
  CustomerAccountAction: {
    tag: 's-customer-account-action',
    props: {title: 'heading'},
    slots: {primaryAction: 'primary-action', secondaryAction: 'secondary-actions'},
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
      disabled: ['disabled', (disabled) => disabled === true],
      yearMonth: ['view', month],
      defaultYearMonth: ['defaultView', month],
    },
    properties: ({selected, disabled}) => ({
      type: dateType(selected),
      disallow: disallow(disabled),
      disallowDays: disallowDays(disabled),
    }),
    events: {
      onChange: on('change', ({state}, {selected}) => [dateSelection(String(state?.['value'] ?? ''), selected)]),
      onYearMonthChange: on('viewchange', yearMonth),
    },
  },
  Disclosure: {tag: 's-box'},
  Divider: {tag: 's-divider', props: same('direction')},
  DropZone: {
    tag: 's-drop-zone',
    props: same('disabled', 'required', 'error', 'label', 'name', 'accept', 'accessibilityLabel', 'multiple'),
    // Files do not leave the page: an extension learns that there are some, not what is in them.
    events: {onInput: on('input', () => [[]]), onDropRejected: on('droprejected', () => [[]])},
  },
  Form: {tag: 's-form', props: same('disabled'), events: {onSubmit: on('submit')}},
  Grid: {tag: 's-grid', props: GRID},
  GridItem: {tag: 's-grid-item', props: {...BOX, columnSpan: ['gridColumn', span], rowSpan: ['gridRow', span]}},
  Heading: {tag: 's-heading', props: same('accessibilityRole')},
  HeadingGroup: {tag: 's-section', properties: () => ({padding: 'none'})},
  Icon: {tag: 's-icon', props: {source: ['type', icon], appearance: ['tone', tone], size: ['size', size]}},
  Image: {
    tag: 's-image',
    props: {
      ...same('loading', 'aspectRatio'),
      source: ['src', plain],
      accessibilityDescription: 'alt',
      accessibilityRole: ['accessibilityRole', (role) => (role === 'decorative' ? 'presentation' : undefined)],
      fit: ['objectFit', plain],
      border: ['border', border],
      borderWidth: ['borderWidth', borderWidth],
      borderRadius: ['borderRadius', radius],
      cornerRadius: ['borderRadius', radius],
    },
  },
  ImageGroup: {tag: 's-image-group', props: same('totalItems')},
  InlineLayout: {tag: 's-grid', props: GRID},
  InlineSpacer: {tag: 's-box', props: {spacing: ['paddingInlineStart', space]}},
  InlineStack: {
    tag: 's-stack',
    props: STACK,
    properties: ({spacing}) => ({direction: 'inline', ...(spacing === undefined ? {gap: 'base'} : {})}),
  },
  Link: {
    tag: 's-link',
    props: {...PRESSABLE, external: ['target', (external) => (external === true ? '_blank' : undefined)], appearance: ['tone', tone]},
    events: {onPress: on('click')},
  },
  List: {tag: ({marker}) => (marker === 'number' ? 's-ordered-list' : 's-unordered-list')},
  ListItem: {tag: 's-list-item'},
  LoginWithShop: {
    tag: 's-login-with-shop',
    props: same('open', 'doRedirect', 'modalTitle', 'modalDescription', 'modalLogoSrc', 'modalContinueText', 'modalCancelText'),
    events: {
      onComplete: on('complete'),
      onClosed: on('closed'),
      onStatusChange: on('statuschange', ({event, detail}) => [event?.['status'] ?? detail]),
    },
  },
  Map: {
    tag: 's-map',
    props: {
      ...same('apiKey', 'latitude', 'longitude', 'zoom', 'minZoom', 'maxZoom', 'accessibilityLabel'),
      minBlockSize: ['minBlockSize', length],
      maxBlockSize: ['maxBlockSize', length],
      minInlineSize: ['minInlineSize', length],
      maxInlineSize: ['maxInlineSize', length],
    },
    events: {
      onPress: on('click', place),
      onDoublePress: on('dblclick', place),
      onBoundsChange: on('boundschange', ({event}) => [event?.['bounds']]),
      onCenterChange: on('viewchange', place),
      onZoomChange: on('viewchange', ({event}) => [event?.['zoom']]),
    },
  },
  MapMarker: {
    tag: 's-map-marker',
    props: same('latitude', 'longitude', 'accessibilityLabel', 'clusterable'),
    events: {onPress: on('click')},
  },
  MapPopover: {tag: 's-popover', events: {onOpen: on('show'), onClose: on('hide')}},
  Menu: {tag: 's-menu', props: same('accessibilityLabel')},
  Modal: {
    tag: 's-modal',
    props: {title: 'heading', accessibilityLabel: 'accessibilityLabel', size: ['size', (given) => (given === 'auto' ? 'base' : given)]},
    properties: ({padding}) => ({padding: padding === true ? 'base' : 'none'}),
    events: {onOpen: on('show'), onClose: on('hide')},
    slots: {primaryAction: 'primary-action', secondaryActions: 'secondary-actions'},
  },
  Page: {
    tag: 's-page',
    props: {title: 'heading', subtitle: 'subheading'},
    slots: {primaryAction: 'primary-action', secondaryAction: 'secondary-actions'},
  },
  PaymentIcon: {tag: 's-payment-icon', props: {name: 'type', accessibilityLabel: 'accessibilityLabel'}},
  PhoneField: {tag: 's-phone-field', props: FIELD, events: FIELD_EVENTS, slots: {accessory: 'accessory'}},
  PolicyModal: {tag: 's-sheet', props: {title: 'heading'}, properties: () => ({defaultOpen: true}), events: {onClose: on('hide')}},
  Popover: {
    tag: 's-popover',
    props: {minInlineSize: ['minInlineSize', length], maxInlineSize: ['maxInlineSize', length]},
    events: {onOpen: on('show'), onClose: on('hide')},
  },
  Pressable: {tag: 's-clickable', props: {...BOX, ...PRESSABLE}, events: {onPress: on('click'), onFocus: on('focus'), onBlur: on('blur')}},
  ProductThumbnail: {
    tag: 's-product-thumbnail',
    props: {...same('alt', 'size'), accessibilityLabel: 'alt', source: ['src', plain], src: ['src', plain], badge: 'totalItems'},
  },
  Progress: {tag: 's-progress', props: same('value', 'max', 'tone', 'accessibilityLabel')},
  QRCode: {
    tag: 's-qr-code',
    props: {...same('content', 'logo', 'border', 'accessibilityLabel'), size: ['size', (given) => (given === 'auto' ? 'base' : given)]},
    events: {onError: on('error')},
  },
  ResourceItem: {
    tag: 's-clickable',
    props: {...same('accessibilityLabel', 'loading'), to: 'href'},
    events: {onPress: on('click')},
  },
  ScrollView: {tag: 's-scroll-box', props: BOX},
  Select: {
    tag: 's-select',
    props: FIELD,
    events: {onChange: on('change', value), onFocus: on('focus'), onBlur: on('blur')},
  },
  Sheet: {
    tag: 's-sheet',
    props: same('accessibilityLabel', 'defaultOpen', 'heading'),
    events: {onShow: on('show'), onHide: on('hide')},
    slots: {primaryAction: 'primary-action', secondaryAction: 'secondary-actions'},
  },
  SkeletonImage: {tag: 's-skeleton-paragraph'},
  SkeletonText: {tag: 's-skeleton-paragraph'},
  SkeletonTextBlock: {tag: 's-skeleton-paragraph'},
  Spinner: {tag: 's-spinner', props: {accessibilityLabel: 'accessibilityLabel', size: ['size', size]}},
  Stepper: {
    tag: 's-number-field',
    props: {...FIELD, ...same('min', 'max', 'step')},
    properties: () => ({controls: 'stepper'}),
    events: {...FIELD_EVENTS, onChange: on('change', number), onInput: on('input', number)},
  },
  Switch: {
    tag: 's-switch',
    props: {...same('name', 'label', 'disabled', 'accessibilityLabel'), value: ['checked', Boolean], checked: ['checked', Boolean]},
    events: {onChange: on('change', checked)},
  },
  Tag: {
    tag: ({onRemove}) => (typeof onRemove === 'function' ? 's-clickable-chip' : 's-chip'),
    props: same('accessibilityLabel'),
    properties: ({onRemove}) => ({removable: typeof onRemove === 'function'}),
    events: {onRemove: on('remove')},
  },
  Text: {
    tag: 's-text',
    props: {...same('accessibilityVisibility'), appearance: ['tone', tone]},
    properties: TEXT,
  },
  TextBlock: {
    tag: 's-paragraph',
    props: {appearance: ['tone', tone], inlineAlignment: 'textAlign'},
    properties: ({appearance, size: given}) => ({
      ...(given === 'extraSmall' || given === 'small' ? {type: 'small'} : {}),
      ...(appearance === 'subdued' ? {color: 'subdued', tone: undefined} : {}),
    }),
  },
  TextField: {
    tag: ({multiline, type}) =>
      multiline === true || typeof multiline === 'number' ? 's-text-area' : (TEXT_FIELDS[String(type)] ?? 's-text-field'),
    props: {...FIELD, multiline: ['rows', (rows) => (typeof rows === 'number' ? rows : undefined)]},
    events: FIELD_EVENTS,
    slots: {accessory: 'accessory'},
  },
  ToggleButton: {tag: 's-press-button', props: same('accessibilityLabel', 'disabled'), events: {onPress: on('click')}},
  ToggleButtonGroup: {tag: 's-stack', properties: () => ({direction: 'inline', gap: 'small-200', accessibilityRole: 'group'})},
  Tooltip: {tag: 's-tooltip'},
  View: {
    tag: 's-box',
    props: BOX,
    properties: ({visibility}) => (visibility === 'hidden' ? {display: 'none'} : {}),
  },
};

const TEXT_FIELDS: Readonly<Record<string, string>> = {email: 's-email-field', number: 's-number-field', telephone: 's-phone-field'};

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
