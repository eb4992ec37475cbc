// Made by .ci/generate-elements.mjs from the packages in fixtures/sdks; run it again rather than edit this file.
import type {ElementSpec} from './element-spec.ts';

export const ELEMENT_TABLE: Readonly<Record<string, ElementSpec>> = {
  's-abbreviation': {
    properties: ['id', 'slot', 'title'],
    events: [],
  },
  's-announcement': {
    properties: ['slot'],
    events: ['aftertoggle', 'dismiss', 'toggle'],
    methods: ['dismiss'],
  },
  's-avatar': {
    properties: ['alt', 'id', 'initials', 'size', 'slot', 'src'],
    events: ['error', 'load'],
  },
  's-badge': {
    properties: ['color', 'icon', 'iconPosition', 'id', 'size', 'slot', 'tone'],
    events: [],
  },
  's-banner': {
    properties: ['collapsible', 'dismissible', 'heading', 'hidden', 'id', 'slot', 'tone'],
    booleans: ['collapsible', 'dismissible', 'hidden'],
    events: ['afterhide', 'dismiss'],
  },
  's-box': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderRadius',
      'borderStyle', 'borderWidth', 'display', 'id', 'inlineSize', 'insetBlock', 'insetInline', 'maxBlockSize', 'maxInlineSize',
      'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline',
      'paddingInlineEnd', 'paddingInlineStart', 'position', 'slot', 'transform',
    ],
    events: [],
  },
  's-button': {
    properties: [
      'accessibilityLabel', 'command', 'commandFor', 'disabled', 'href', 'id', 'inlineSize', 'interestFor', 'loading', 'slot', 'target',
      'tone', 'type', 'variant',
    ],
    booleans: ['disabled', 'loading'],
    events: ['click'],
  },
  's-button-group': {
    properties: ['accessibilityLabel', 'id', 'slot'],
    events: [],
  },
  's-chat': {
    properties: ['accessibilityLabel', 'blockSize', 'id', 'inlineSize', 'slot'],
    events: ['ready'],
    methods: ['contentWindow.postMessage'],
  },
  's-checkbox': {
    properties: [
      'accessibilityLabel', 'checked', 'command', 'commandFor', 'defaultChecked', 'disabled', 'error', 'id', 'label', 'name', 'required',
      'slot', 'value',
    ],
    booleans: ['checked', 'defaultChecked', 'disabled', 'required'],
    events: ['change'],
  },
  's-chip': {
    properties: ['accessibilityLabel', 'id', 'slot'],
    events: [],
  },
  's-choice': {
    properties: ['accessibilityLabel', 'defaultSelected', 'disabled', 'error', 'id', 'selected', 'slot', 'value'],
    booleans: ['defaultSelected', 'disabled', 'error', 'selected'],
    events: [],
  },
  's-choice-list': {
    properties: ['disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'multiple', 'name', 'slot', 'values', 'variant'],
    booleans: ['disabled', 'multiple'],
    events: ['change'],
  },
  's-clickable': {
    properties: [
      'accessibilityLabel', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderRadius', 'borderStyle', 'borderWidth',
      'command', 'commandFor', 'disabled', 'display', 'href', 'id', 'inlineSize', 'interestFor', 'lang', 'loading', 'maxBlockSize',
      'maxInlineSize', 'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart',
      'paddingInline', 'paddingInlineEnd', 'paddingInlineStart', 'slot', 'target', 'type',
    ],
    booleans: ['disabled', 'loading'],
    events: ['blur', 'click', 'focus'],
  },
  's-clickable-chip': {
    properties: ['accessibilityLabel', 'disabled', 'hidden', 'href', 'id', 'removable', 'slot'],
    booleans: ['disabled', 'hidden', 'removable'],
    events: ['afterhide', 'click', 'remove'],
  },
  's-clipboard-item': {
    properties: ['id', 'slot', 'text'],
    events: ['copy', 'copyerror'],
  },
  's-consent-checkbox': {
    properties: [
      'accessibilityLabel', 'checked', 'command', 'commandFor', 'defaultChecked', 'disabled', 'error', 'id', 'label', 'name', 'policy',
      'slot', 'value',
    ],
    booleans: ['checked', 'defaultChecked', 'disabled'],
    events: ['change'],
  },
  's-consent-phone-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'name', 'placeholder', 'policy',
      'readOnly', 'required', 'slot', 'type', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-customer-account-action': {
    properties: ['heading', 'id', 'slot'],
    events: [],
  },
  's-date-field': {
    properties: [
      'allow', 'allowDays', 'autocomplete', 'defaultValue', 'defaultView', 'disabled', 'disallow', 'disallowDays', 'error', 'id', 'label',
      'name', 'placeholder', 'readOnly', 'required', 'slot', 'value', 'view',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input', 'invalid', 'viewchange'],
  },
  's-date-picker': {
    properties: [
      'allow', 'allowDays', 'defaultValue', 'defaultView', 'disabled', 'disallow', 'disallowDays', 'id', 'name', 'slot', 'type', 'value',
      'view',
    ],
    booleans: ['disabled'],
    events: ['blur', 'change', 'focus', 'input', 'viewchange'],
  },
  's-details': {
    properties: ['defaultOpen', 'id', 'open', 'slot', 'toggleTransition'],
    booleans: ['defaultOpen', 'open'],
    events: ['aftertoggle', 'toggle'],
  },
  's-divider': {
    properties: ['direction', 'id', 'slot'],
    events: [],
  },
  's-drop-zone': {
    properties: ['accept', 'accessibilityLabel', 'disabled', 'error', 'id', 'label', 'multiple', 'name', 'required', 'slot', 'value'],
    booleans: ['disabled', 'multiple', 'required'],
    events: ['change', 'droprejected', 'input'],
  },
  's-email-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name',
      'placeholder', 'readOnly', 'required', 'slot', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-form': {
    properties: ['disabled', 'id', 'slot'],
    booleans: ['disabled'],
    events: ['submit'],
  },
  's-grid': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'alignContent', 'alignItems', 'background', 'blockSize',
      'border', 'borderColor', 'borderRadius', 'borderStyle', 'borderWidth', 'columnGap', 'display', 'gap', 'gridTemplateColumns',
      'gridTemplateRows', 'id', 'inlineSize', 'justifyContent', 'justifyItems', 'maxBlockSize', 'maxInlineSize', 'minBlockSize',
      'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd',
      'paddingInlineStart', 'placeContent', 'placeItems', 'rowGap', 'slot',
    ],
    events: [],
  },
  's-grid-item': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderColor',
      'borderRadius', 'borderStyle', 'borderWidth', 'display', 'gridColumn', 'gridRow', 'id', 'inlineSize', 'maxBlockSize', 'maxInlineSize',
      'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline',
      'paddingInlineEnd', 'paddingInlineStart', 'slot',
    ],
    events: [],
  },
  's-heading': {
    properties: ['accessibilityRole', 'id', 'slot'],
    events: [],
  },
  's-icon': {
    properties: ['id', 'size', 'slot', 'tone', 'type'],
    events: [],
  },
  's-image': {
    properties: [
      'accessibilityRole', 'alt', 'aspectRatio', 'border', 'borderRadius', 'borderStyle', 'borderWidth', 'id', 'inlineSize', 'loading',
      'objectFit', 'sizes', 'slot', 'src', 'srcSet',
    ],
    events: [],
  },
  's-image-group': {
    properties: ['id', 'slot', 'totalItems'],
    events: [],
  },
  's-link': {
    properties: ['accessibilityLabel', 'command', 'commandFor', 'href', 'id', 'interestFor', 'lang', 'slot', 'target', 'tone'],
    events: ['click'],
  },
  's-list-item': {
    properties: ['id', 'slot'],
    events: [],
  },
  's-login-with-shop': {
    properties: ['doRedirect', 'modalCancelText', 'modalContinueText', 'modalDescription', 'modalLogoSrc', 'modalTitle', 'open', 'slot'],
    booleans: ['doRedirect', 'open'],
    events: ['closed', 'complete', 'statuschange'],
  },
  's-map': {
    properties: [
      'accessibilityLabel', 'apiKey', 'blockSize', 'id', 'inlineSize', 'latitude', 'longitude', 'maxBlockSize', 'maxInlineSize', 'maxZoom',
      'minBlockSize', 'minInlineSize', 'minZoom', 'slot', 'zoom',
    ],
    events: ['boundschange', 'click', 'dblclick', 'viewchange'],
  },
  's-map-marker': {
    properties: [
      'accessibilityLabel', 'blockSize', 'clusterable', 'command', 'commandFor', 'inlineSize', 'latitude', 'longitude', 'slot',
    ],
    booleans: ['clusterable'],
    events: ['click'],
  },
  's-menu': {
    properties: ['accessibilityLabel', 'id', 'slot'],
    events: [],
  },
  's-modal': {
    properties: ['accessibilityLabel', 'heading', 'id', 'padding', 'size', 'slot'],
    events: ['afterhide', 'aftershow', 'hide', 'show'],
    methods: ['hideOverlay'],
  },
  's-money-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'max', 'min', 'name', 'readOnly',
      'required', 'slot', 'step', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-number-field': {
    properties: [
      'autocomplete', 'controls', 'defaultValue', 'disabled', 'error', 'icon', 'id', 'inputMode', 'label', 'labelAccessibilityVisibility',
      'max', 'min', 'name', 'placeholder', 'prefix', 'readOnly', 'required', 'slot', 'step', 'suffix', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-option': {
    properties: ['accessibilityLabel', 'defaultSelected', 'disabled', 'id', 'selected', 'slot', 'value'],
    booleans: ['defaultSelected', 'disabled', 'selected'],
    events: [],
  },
  's-ordered-list': {
    properties: ['id', 'slot'],
    events: [],
  },
  's-page': {
    properties: ['heading', 'id', 'inlineSize', 'slot', 'subheading'],
    events: [],
  },
  's-paragraph': {
    properties: ['accessibilityVisibility', 'color', 'dir', 'id', 'lang', 'slot', 'textAlign', 'tone', 'type'],
    events: [],
  },
  's-password-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name',
      'readOnly', 'required', 'slot', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-payment-icon': {
    properties: ['accessibilityLabel', 'id', 'slot', 'type'],
    events: [],
  },
  's-phone-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'name', 'placeholder', 'readOnly',
      'required', 'slot', 'type', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-popover': {
    properties: ['blockSize', 'id', 'inlineSize', 'maxBlockSize', 'maxInlineSize', 'minBlockSize', 'minInlineSize', 'slot'],
    events: ['hide', 'show'],
  },
  's-press-button': {
    properties: ['accessibilityLabel', 'defaultPressed', 'disabled', 'id', 'inlineSize', 'lang', 'loading', 'pressed', 'slot'],
    booleans: ['defaultPressed', 'disabled', 'loading', 'pressed'],
    events: ['blur', 'click', 'focus'],
  },
  's-product-thumbnail': {
    properties: ['alt', 'size', 'sizes', 'slot', 'src', 'srcSet', 'totalItems'],
    events: [],
  },
  's-progress': {
    properties: ['accessibilityLabel', 'id', 'max', 'slot', 'tone', 'value'],
    events: [],
  },
  's-qr-code': {
    properties: ['accessibilityLabel', 'border', 'content', 'id', 'logo', 'size', 'slot'],
    events: ['error'],
  },
  's-query-container': {
    properties: ['containerName', 'id', 'slot'],
    events: [],
  },
  's-scroll-box': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderColor',
      'borderRadius', 'borderStyle', 'borderWidth', 'display', 'id', 'inlineSize', 'maxBlockSize', 'maxInlineSize', 'minBlockSize',
      'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd',
      'paddingInlineStart', 'slot',
    ],
    events: [],
  },
  's-section': {
    properties: ['accessibilityLabel', 'heading', 'id', 'padding', 'slot'],
    events: [],
  },
  's-select': {
    properties: ['autocomplete', 'disabled', 'error', 'id', 'label', 'name', 'placeholder', 'required', 'slot', 'value'],
    booleans: ['disabled', 'required'],
    events: ['blur', 'change', 'focus'],
  },
  's-sheet': {
    properties: ['accessibilityLabel', 'defaultOpen', 'heading', 'id', 'slot'],
    booleans: ['defaultOpen'],
    events: ['afterhide', 'aftershow', 'hide', 'show'],
    methods: ['hideOverlay'],
  },
  's-skeleton-paragraph': {
    properties: ['content', 'id', 'slot'],
    events: [],
  },
  's-spinner': {
    properties: ['accessibilityLabel', 'id', 'size', 'slot'],
    events: [],
  },
  's-stack': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'alignContent', 'alignItems', 'background', 'blockSize', 'border', 'borderRadius',
      'borderStyle', 'borderWidth', 'columnGap', 'direction', 'display', 'gap', 'id', 'inlineSize', 'justifyContent', 'maxBlockSize',
      'maxInlineSize', 'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart',
      'paddingInline', 'paddingInlineEnd', 'paddingInlineStart', 'rowGap', 'slot',
    ],
    events: [],
  },
  's-summary': {
    properties: ['id', 'slot'],
    events: [],
  },
  's-switch': {
    properties: [
      'accessibilityLabel', 'checked', 'command', 'commandFor', 'defaultChecked', 'disabled', 'id', 'label', 'name', 'slot', 'value',
    ],
    booleans: ['checked', 'defaultChecked', 'disabled'],
    events: ['change'],
  },
  's-text': {
    properties: ['accessibilityVisibility', 'color', 'dir', 'display', 'id', 'lang', 'slot', 'tone', 'type'],
    events: [],
  },
  's-text-area': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name',
      'placeholder', 'readOnly', 'required', 'rows', 'slot', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-text-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'icon', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength',
      'name', 'placeholder', 'prefix', 'readOnly', 'required', 'slot', 'suffix', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-time': {
    properties: ['dateTime', 'id', 'slot'],
    events: [],
  },
  's-tooltip': {
    properties: ['id', 'slot'],
    events: [],
  },
  's-unordered-list': {
    properties: ['id', 'slot'],
    events: [],
  },
  's-url-field': {
    properties: [
      'autocomplete', 'defaultValue', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name',
      'readOnly', 'required', 'slot', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
};

export const CHECKOUT_TAGS: readonly string[] = [
  's-abbreviation', 's-announcement', 's-badge', 's-banner', 's-box', 's-button', 's-chat', 's-checkbox', 's-chip', 's-choice',
  's-choice-list', 's-clickable', 's-clickable-chip', 's-clipboard-item', 's-consent-checkbox', 's-consent-phone-field', 's-date-field',
  's-date-picker', 's-details', 's-divider', 's-drop-zone', 's-email-field', 's-form', 's-grid', 's-grid-item', 's-heading', 's-icon',
  's-image', 's-link', 's-list-item', 's-login-with-shop', 's-map', 's-map-marker', 's-modal', 's-money-field', 's-number-field',
  's-option', 's-ordered-list', 's-paragraph', 's-password-field', 's-payment-icon', 's-phone-field', 's-popover', 's-press-button',
  's-product-thumbnail', 's-progress', 's-qr-code', 's-query-container', 's-scroll-box', 's-section', 's-select', 's-sheet',
  's-skeleton-paragraph', 's-spinner', 's-stack', 's-summary', 's-switch', 's-text', 's-text-area', 's-text-field', 's-time', 's-tooltip',
  's-unordered-list', 's-url-field',
];
