// Made by .ci/generate-elements.mjs from the packages in fixtures/sdks; run it again rather than edit this file.
import type {ElementRow} from './element-spec.ts';

export const ELEMENT_TABLE: Readonly<Record<string, ElementRow>> = {
  's-abbreviation': {
    properties: ['id', 'title'],
  },
  's-announcement': {
    properties: [],
    events: ['aftertoggle', 'dismiss', 'toggle'],
    methods: ['dismiss'],
  },
  's-avatar': {
    properties: ['alt', 'id', 'initials', 'size', 'src'],
    events: ['error', 'load'],
  },
  's-badge': {
    properties: ['color', 'icon', 'iconPosition', 'id', 'size', 'tone'],
  },
  's-banner': {
    properties: ['collapsible', 'dismissible', 'heading', 'hidden', 'id', 'tone'],
    booleans: ['collapsible', 'dismissible', 'hidden'],
    events: ['afterhide', 'dismiss'],
  },
  's-box': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderRadius',
      'borderStyle', 'borderWidth', 'display', 'id', 'inlineSize', 'insetBlock', 'insetInline', 'maxBlockSize', 'maxInlineSize',
      'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline',
      'paddingInlineEnd', 'paddingInlineStart', 'position', 'transform',
    ],
  },
  's-button': {
    properties: [
      'accessibilityLabel', 'command', 'commandFor', 'disabled', 'href', 'id', 'inlineSize', 'interestFor', 'loading', 'target', 'tone',
      'type', 'variant',
    ],
    booleans: ['disabled', 'loading'],
    events: ['click'],
  },
  's-button-group': {
    properties: ['accessibilityLabel', 'id'],
  },
  's-chat': {
    properties: ['accessibilityLabel', 'blockSize', 'id', 'inlineSize'],
    events: ['ready'],
    methods: ['contentWindow.postMessage'],
  },
  's-checkbox': {
    properties: [
      'accessibilityLabel', 'checked', 'command', 'commandFor', 'defaultChecked', 'disabled', 'error', 'id', 'label', 'name', 'required',
      'value',
    ],
    booleans: ['checked', 'defaultChecked', 'disabled', 'required'],
    events: ['change'],
  },
  's-chip': {
    properties: ['accessibilityLabel', 'id'],
  },
  's-choice': {
    properties: ['accessibilityLabel', 'defaultSelected', 'disabled', 'error', 'id', 'selected', 'value'],
    booleans: ['defaultSelected', 'disabled', 'error', 'selected'],
  },
  's-choice-list': {
    properties: ['disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'multiple', 'name', 'values', 'variant'],
    booleans: ['disabled', 'multiple'],
    events: ['change'],
  },
  's-clickable': {
    properties: [
      'accessibilityLabel', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderRadius', 'borderStyle', 'borderWidth',
      'command', 'commandFor', 'disabled', 'display', 'href', 'id', 'inlineSize', 'interestFor', 'lang', 'loading', 'maxBlockSize',
      'maxInlineSize', 'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart',
      'paddingInline', 'paddingInlineEnd', 'paddingInlineStart', 'target', 'type',
    ],
    booleans: ['disabled', 'loading'],
    events: ['blur', 'click', 'focus'],
  },
  's-clickable-chip': {
    properties: ['accessibilityLabel', 'disabled', 'hidden', 'href', 'id', 'removable'],
    booleans: ['disabled', 'hidden', 'removable'],
    events: ['afterhide', 'click', 'remove'],
  },
  's-clipboard-item': {
    properties: ['id', 'text'],
    events: ['copy', 'copyerror'],
  },
  's-consent-checkbox': {
    properties: [
      'accessibilityLabel', 'checked', 'command', 'commandFor', 'defaultChecked', 'disabled', 'error', 'id', 'label', 'name', 'policy',
      'value',
    ],
    booleans: ['checked', 'defaultChecked', 'disabled'],
    events: ['change'],
  },
  's-consent-phone-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'name', 'placeholder', 'policy',
      'readOnly', 'required', 'type', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-customer-account-action': {
    properties: ['heading', 'id'],
  },
  's-date-field': {
    properties: [
      'allow', 'allowDays', 'autocomplete', 'defaultValue', 'defaultView', 'disabled', 'disallow', 'disallowDays', 'error', 'id', 'label',
      'name', 'placeholder', 'readOnly', 'required', 'value', 'view',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input', 'invalid', 'viewchange'],
  },
  's-date-picker': {
    properties: [
      'allow', 'allowDays', 'defaultValue', 'defaultView', 'disabled', 'disallow', 'disallowDays', 'id', 'name', 'type', 'value', 'view',
    ],
    booleans: ['disabled'],
    events: ['blur', 'change', 'focus', 'input', 'viewchange'],
  },
  's-details': {
    properties: ['defaultOpen', 'id', 'open', 'toggleTransition'],
    booleans: ['defaultOpen', 'open'],
    events: ['aftertoggle', 'toggle'],
  },
  's-divider': {
    properties: ['direction', 'id'],
  },
  's-drop-zone': {
    properties: ['accept', 'accessibilityLabel', 'disabled', 'error', 'id', 'label', 'multiple', 'name', 'required', 'value'],
    booleans: ['disabled', 'multiple', 'required'],
    events: ['change', 'droprejected', 'input'],
  },
  's-email-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name',
      'placeholder', 'readOnly', 'required', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-form': {
    properties: ['disabled', 'id'],
    booleans: ['disabled'],
    events: ['submit'],
  },
  's-grid': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'alignContent', 'alignItems', 'background', 'blockSize',
      'border', 'borderColor', 'borderRadius', 'borderStyle', 'borderWidth', 'columnGap', 'display', 'gap', 'gridTemplateColumns',
      'gridTemplateRows', 'id', 'inlineSize', 'justifyContent', 'justifyItems', 'maxBlockSize', 'maxInlineSize', 'minBlockSize',
      'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd',
      'paddingInlineStart', 'placeContent', 'placeItems', 'rowGap',
    ],
  },
  's-grid-item': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderColor',
      'borderRadius', 'borderStyle', 'borderWidth', 'display', 'gridColumn', 'gridRow', 'id', 'inlineSize', 'maxBlockSize', 'maxInlineSize',
      'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline',
      'paddingInlineEnd', 'paddingInlineStart',
    ],
  },
  's-heading': {
    properties: ['accessibilityRole', 'id'],
  },
  's-icon': {
    properties: ['id', 'size', 'tone', 'type'],
  },
  's-image': {
    properties: [
      'accessibilityRole', 'alt', 'aspectRatio', 'border', 'borderRadius', 'borderStyle', 'borderWidth', 'id', 'inlineSize', 'loading',
      'objectFit', 'sizes', 'src', 'srcSet',
    ],
  },
  's-image-group': {
    properties: ['id', 'totalItems'],
  },
  's-link': {
    properties: ['accessibilityLabel', 'command', 'commandFor', 'href', 'id', 'interestFor', 'lang', 'target', 'tone'],
    events: ['click'],
  },
  's-list-item': {
    properties: ['id'],
  },
  's-login-with-shop': {
    properties: ['doRedirect', 'modalCancelText', 'modalContinueText', 'modalDescription', 'modalLogoSrc', 'modalTitle', 'open'],
    booleans: ['doRedirect', 'open'],
    events: ['closed', 'complete', 'statuschange'],
  },
  's-map': {
    properties: [
      'accessibilityLabel', 'apiKey', 'blockSize', 'id', 'inlineSize', 'latitude', 'longitude', 'maxBlockSize', 'maxInlineSize', 'maxZoom',
      'minBlockSize', 'minInlineSize', 'minZoom', 'zoom',
    ],
    events: ['boundschange', 'click', 'dblclick', 'viewchange'],
  },
  's-map-marker': {
    properties: ['accessibilityLabel', 'blockSize', 'clusterable', 'command', 'commandFor', 'inlineSize', 'latitude', 'longitude'],
    booleans: ['clusterable'],
    events: ['click'],
  },
  's-menu': {
    properties: ['accessibilityLabel', 'id'],
  },
  's-modal': {
    properties: ['accessibilityLabel', 'heading', 'id', 'padding', 'size'],
    events: ['afterhide', 'aftershow', 'hide', 'show'],
    methods: ['hideOverlay'],
  },
  's-money-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'max', 'min', 'name', 'readOnly',
      'required', 'step', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-number-field': {
    properties: [
      'autocomplete', 'controls', 'defaultValue', 'disabled', 'error', 'icon', 'id', 'inputMode', 'label', 'labelAccessibilityVisibility',
      'max', 'min', 'name', 'placeholder', 'prefix', 'readOnly', 'required', 'step', 'suffix', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-option': {
    properties: ['accessibilityLabel', 'defaultSelected', 'disabled', 'id', 'selected', 'value'],
    booleans: ['defaultSelected', 'disabled', 'selected'],
  },
  's-ordered-list': {
    properties: ['id'],
  },
  's-page': {
    properties: ['heading', 'id', 'inlineSize', 'subheading'],
  },
  's-paragraph': {
    properties: ['accessibilityVisibility', 'color', 'dir', 'id', 'lang', 'textAlign', 'tone', 'type'],
  },
  's-password-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name',
      'readOnly', 'required', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-payment-icon': {
    properties: ['accessibilityLabel', 'id', 'type'],
  },
  's-phone-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'name', 'placeholder', 'readOnly',
      'required', 'type', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-popover': {
    properties: ['blockSize', 'id', 'inlineSize', 'maxBlockSize', 'maxInlineSize', 'minBlockSize', 'minInlineSize'],
    events: ['hide', 'show'],
  },
  's-press-button': {
    properties: ['accessibilityLabel', 'defaultPressed', 'disabled', 'id', 'inlineSize', 'lang', 'loading', 'pressed'],
    booleans: ['defaultPressed', 'disabled', 'loading', 'pressed'],
    events: ['blur', 'click', 'focus'],
  },
  's-product-thumbnail': {
    properties: ['alt', 'size', 'sizes', 'src', 'srcSet', 'totalItems'],
  },
  's-progress': {
    properties: ['accessibilityLabel', 'id', 'max', 'tone', 'value'],
  },
  's-qr-code': {
    properties: ['accessibilityLabel', 'border', 'content', 'id', 'logo', 'size'],
    events: ['error'],
  },
  's-query-container': {
    properties: ['containerName', 'id'],
  },
  's-scroll-box': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderColor',
      'borderRadius', 'borderStyle', 'borderWidth', 'display', 'id', 'inlineSize', 'maxBlockSize', 'maxInlineSize', 'minBlockSize',
      'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd',
      'paddingInlineStart',
    ],
  },
  's-section': {
    properties: ['accessibilityLabel', 'heading', 'id', 'padding'],
  },
  's-select': {
    properties: ['autocomplete', 'disabled', 'error', 'id', 'label', 'name', 'placeholder', 'required', 'value'],
    booleans: ['disabled', 'required'],
    events: ['blur', 'change', 'focus'],
  },
  's-sheet': {
    properties: ['accessibilityLabel', 'defaultOpen', 'heading', 'id'],
    booleans: ['defaultOpen'],
    events: ['afterhide', 'aftershow', 'hide', 'show'],
    methods: ['hideOverlay'],
  },
  's-skeleton-paragraph': {
    properties: ['content', 'id'],
  },
  's-spinner': {
    properties: ['accessibilityLabel', 'id', 'size'],
  },
  's-stack': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'alignContent', 'alignItems', 'background', 'blockSize', 'border', 'borderRadius',
      'borderStyle', 'borderWidth', 'columnGap', 'direction', 'display', 'gap', 'id', 'inlineSize', 'justifyContent', 'maxBlockSize',
      'maxInlineSize', 'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart',
      'paddingInline', 'paddingInlineEnd', 'paddingInlineStart', 'rowGap',
    ],
  },
  's-summary': {
    properties: ['id'],
  },
  's-switch': {
    properties: ['accessibilityLabel', 'checked', 'command', 'commandFor', 'defaultChecked', 'disabled', 'id', 'label', 'name', 'value'],
    booleans: ['checked', 'defaultChecked', 'disabled'],
    events: ['change'],
  },
  's-text': {
    properties: ['accessibilityVisibility', 'color', 'dir', 'display', 'id', 'lang', 'tone', 'type'],
  },
  's-text-area': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name',
      'placeholder', 'readOnly', 'required', 'rows', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-text-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'icon', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength',
      'name', 'placeholder', 'prefix', 'readOnly', 'required', 'suffix', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-time': {
    properties: ['dateTime', 'id'],
  },
  's-tooltip': {
    properties: ['id'],
  },
  's-unordered-list': {
    properties: ['id'],
  },
  's-url-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name',
      'readOnly', 'required', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
};

/** The elements that flow in text. */
export const INLINE_ELEMENTS: readonly string[] = [
  's-abbreviation', 's-icon', 's-link', 's-number', 's-spinner', 's-text', 's-time',
];

/** The elements that checkout does not have. */
export const CUSTOMER_ACCOUNT_ONLY: readonly string[] = [
  's-avatar', 's-button-group', 's-customer-account-action', 's-image-group', 's-menu', 's-page',
];
