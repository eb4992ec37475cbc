/** What crosses between sandbox and page for one element. */
export interface ElementSpec {
  /** Properties that the extension may set; `attributeNames` says which attributes set them too. */
  readonly properties: readonly string[];
  /** Those of `properties` that are true or false: their attribute means true by being there, even when it is empty. */
  readonly booleans?: readonly string[];
  /** DOM event types that the page sends to the extension. */
  readonly events: readonly string[];
  /** Methods that the extension may call. */
  readonly methods?: readonly string[];
}

/** The detail of every event that a page element sends: state to copy onto the remote element, then the event's own detail. */
export interface ElementEventDetail {
  readonly state?: Readonly<Record<string, unknown>>;
  readonly detail?: unknown;
}

/** The attributes that set a property: `readOnly` is set by `readonly` and by `read-only`. */
export function attributeNames(property: string): readonly string[] {
  const lowerCase = property.toLowerCase();
  const kebabCase = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return lowerCase === kebabCase ? [lowerCase] : [lowerCase, kebabCase];
}

/**
 * The elements of a customer account page, by tag, as `@shopify/ui-extensions` 2026.7 types them
 * (`surfaces/customer-account/components/*.d.ts`); the test beside this file compares the two.
 */
export const ELEMENTS: Readonly<Record<string, ElementSpec>> = {
  's-page': {
    properties: ['heading', 'id', 'inlineSize', 'slot', 'subheading'],
    events: [],
  },
  's-section': {
    properties: ['accessibilityLabel', 'heading', 'id', 'padding', 'slot'],
    events: [],
  },
  's-stack': {
    properties: [
      'accessibilityLabel',
      'accessibilityRole',
      'alignContent',
      'alignItems',
      'background',
      'blockSize',
      'border',
      'borderRadius',
      'borderStyle',
      'borderWidth',
      'columnGap',
      'direction',
      'display',
      'gap',
      'id',
      'inlineSize',
      'justifyContent',
      'maxBlockSize',
      'maxInlineSize',
      'minBlockSize',
      'minInlineSize',
      'overflow',
      'padding',
      'paddingBlock',
      'paddingBlockEnd',
      'paddingBlockStart',
      'paddingInline',
      'paddingInlineEnd',
      'paddingInlineStart',
      'rowGap',
      'slot',
    ],
    events: [],
  },
  's-heading': {
    properties: ['accessibilityRole', 'id', 'slot'],
    events: [],
  },
  's-text': {
    properties: ['accessibilityVisibility', 'color', 'dir', 'display', 'id', 'lang', 'slot', 'tone', 'type'],
    events: [],
  },
  's-paragraph': {
    properties: ['accessibilityVisibility', 'color', 'dir', 'id', 'lang', 'slot', 'textAlign', 'tone', 'type'],
    events: [],
  },
  's-banner': {
    properties: ['collapsible', 'dismissible', 'heading', 'hidden', 'id', 'slot', 'tone'],
    booleans: ['collapsible', 'dismissible', 'hidden'],
    events: ['afterhide', 'dismiss'],
  },
  's-button': {
    properties: [
      'accessibilityLabel',
      'command',
      'commandFor',
      'disabled',
      'href',
      'id',
      'inlineSize',
      'interestFor',
      'loading',
      'slot',
      'target',
      'tone',
      'type',
      'variant',
    ],
    booleans: ['disabled', 'loading'],
    events: ['click'],
  },
  's-link': {
    properties: ['accessibilityLabel', 'command', 'commandFor', 'href', 'id', 'interestFor', 'lang', 'slot', 'target', 'tone'],
    events: ['click'],
  },
  's-text-field': {
    properties: [
      'autocomplete',
      'defaultValue',
      'disabled',
      'error',
      'icon',
      'id',
      'label',
      'labelAccessibilityVisibility',
      'maxLength',
      'minLength',
      'name',
      'placeholder',
      'prefix',
      'readOnly',
      'required',
      'slot',
      'suffix',
      'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-checkbox': {
    properties: [
      'accessibilityLabel',
      'checked',
      'command',
      'commandFor',
      'defaultChecked',
      'disabled',
      'error',
      'id',
      'label',
      'name',
      'required',
      'slot',
      'value',
    ],
    booleans: ['checked', 'defaultChecked', 'disabled', 'required'],
    events: ['change'],
  },
  's-spinner': {
    properties: ['accessibilityLabel', 'id', 'size', 'slot'],
    events: [],
  },
};
