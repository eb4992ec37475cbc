// Made by .ci/generate-elements.mjs from the packages in fixtures/sdks; run it again rather than edit this file.
import type {ElementRow} from './element-spec.ts';

/** The elements of the admin, as any version has them. */
export const ADMIN_ELEMENT_TABLE: Readonly<Record<string, ElementRow>> = {
  's-admin-action': {
    properties: ['heading', 'id', 'loading'],
    booleans: ['loading'],
  },
  's-admin-block': {
    properties: ['collapsedSummary', 'heading', 'id'],
  },
  's-admin-print-action': {
    properties: ['id', 'src'],
  },
  's-app-nav': {
    properties: ['id'],
  },
  's-avatar': {
    properties: ['alt', 'id', 'initials', 'size', 'src'],
    events: ['error', 'load'],
  },
  's-badge': {
    properties: ['color', 'icon', 'id', 'size', 'tone'],
  },
  's-banner': {
    properties: ['dismissible', 'heading', 'hidden', 'id', 'tone'],
    booleans: ['dismissible', 'hidden'],
    events: ['afterhide', 'dismiss'],
  },
  's-box': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderColor',
      'borderRadius', 'borderStyle', 'borderWidth', 'display', 'id', 'inlineSize', 'maxBlockSize', 'maxInlineSize', 'minBlockSize',
      'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd',
      'paddingInlineStart',
    ],
  },
  's-button': {
    properties: [
      'accessibilityLabel', 'command', 'commandFor', 'disabled', 'download', 'href', 'icon', 'id', 'inlineSize', 'interestFor', 'lang',
      'loading', 'target', 'tone', 'type', 'variant',
    ],
    booleans: ['disabled', 'loading'],
    events: ['blur', 'click', 'focus'],
  },
  's-button-group': {
    properties: ['accessibilityLabel', 'gap', 'id'],
  },
  's-checkbox': {
    properties: [
      'accessibilityLabel', 'checked', 'defaultChecked', 'defaultIndeterminate', 'details', 'disabled', 'error', 'id', 'indeterminate',
      'label', 'labelAccessibilityVisibility', 'name', 'required', 'value',
    ],
    booleans: ['checked', 'defaultChecked', 'defaultIndeterminate', 'disabled', 'indeterminate', 'required'],
    events: ['blur', 'change', 'input'],
  },
  's-chip': {
    properties: ['accessibilityLabel', 'color', 'id', 'removable'],
    booleans: ['removable'],
    events: ['remove'],
  },
  's-choice': {
    properties: ['accessibilityLabel', 'defaultSelected', 'disabled', 'id', 'selected', 'value'],
    booleans: ['defaultSelected', 'disabled', 'selected'],
  },
  's-choice-list': {
    properties: ['details', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'multiple', 'name', 'values'],
    booleans: ['disabled', 'multiple'],
    events: ['change', 'input'],
  },
  's-clickable': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderColor',
      'borderRadius', 'borderStyle', 'borderWidth', 'command', 'commandFor', 'disabled', 'display', 'download', 'href', 'id', 'inlineSize',
      'interestFor', 'lang', 'loading', 'maxBlockSize', 'maxInlineSize', 'minBlockSize', 'minInlineSize', 'overflow', 'padding',
      'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd', 'paddingInlineStart', 'target', 'type',
    ],
    booleans: ['disabled', 'loading'],
    events: ['blur', 'click', 'focus'],
  },
  's-clickable-chip': {
    properties: ['accessibilityLabel', 'color', 'command', 'commandFor', 'disabled', 'hidden', 'href', 'id', 'interestFor', 'removable'],
    booleans: ['disabled', 'hidden', 'removable'],
    events: ['afterhide', 'click', 'remove'],
  },
  's-color-field': {
    properties: [
      'alpha', 'autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'name',
      'placeholder', 'readOnly', 'required', 'value',
    ],
    booleans: ['alpha', 'disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-color-picker': {
    properties: ['alpha', 'defaultValue', 'id', 'name', 'value'],
    booleans: ['alpha'],
    events: ['change', 'input'],
  },
  's-date-field': {
    properties: [
      'allow', 'allowDays', 'autocomplete', 'defaultValue', 'defaultView', 'details', 'disabled', 'disallow', 'disallowDays', 'error', 'id',
      'label', 'labelAccessibilityVisibility', 'name', 'placeholder', 'readOnly', 'required', 'value', 'view',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input', 'invalid', 'viewchange'],
  },
  's-date-picker': {
    properties: [
      'allow', 'allowDays', 'defaultValue', 'defaultView', 'disallow', 'disallowDays', 'id', 'name', 'type', 'value', 'view',
      'visibleMonths',
    ],
    events: ['blur', 'change', 'focus', 'input', 'viewchange'],
  },
  's-divider': {
    properties: ['color', 'direction', 'id'],
  },
  's-drop-zone': {
    properties: [
      'accept', 'accessibilityLabel', 'disabled', 'error', 'files', 'id', 'label', 'labelAccessibilityVisibility', 'multiple', 'name',
      'required', 'value',
    ],
    booleans: ['disabled', 'multiple', 'required'],
    events: ['change', 'droprejected', 'input'],
  },
  's-email-field': {
    properties: [
      'autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength',
      'minLength', 'name', 'placeholder', 'readOnly', 'required', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-empty-state': {
    properties: ['heading', 'id'],
  },
  's-form': {
    properties: ['id'],
    events: ['reset', 'submit'],
  },
  's-function-settings': {
    properties: ['id'],
    events: ['error', 'reset', 'submit'],
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
    properties: ['accessibilityRole', 'accessibilityVisibility', 'fontSize', 'id', 'lineClamp'],
  },
  's-icon': {
    properties: ['color', 'id', 'interestFor', 'size', 'tone', 'type'],
  },
  's-image': {
    properties: [
      'accessibilityRole', 'alt', 'aspectRatio', 'border', 'borderColor', 'borderRadius', 'borderStyle', 'borderWidth', 'id', 'inlineSize',
      'loading', 'objectFit', 'sizes', 'src', 'srcSet',
    ],
    events: ['error', 'load'],
  },
  's-link': {
    properties: ['accessibilityLabel', 'command', 'commandFor', 'download', 'href', 'id', 'interestFor', 'lang', 'target', 'tone'],
    events: ['click'],
  },
  's-list-item': {
    properties: ['id'],
  },
  's-menu': {
    properties: ['accessibilityLabel', 'id'],
  },
  's-modal': {
    properties: ['accessibilityLabel', 'heading', 'id', 'padding', 'size'],
    events: ['afterhide', 'aftershow', 'hide', 'show'],
    methods: ['hideOverlay', 'showOverlay', 'toggleOverlay'],
  },
  's-money-field': {
    properties: [
      'autocomplete', 'currencyCode', 'defaultValue', 'details', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'max',
      'min', 'name', 'placeholder', 'readOnly', 'required', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-number': {
    properties: ['accessibilityVisibility', 'color', 'dir', 'fontSize', 'fontWeight', 'id', 'lang', 'tone'],
  },
  's-number-field': {
    properties: [
      'autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'id', 'inputMode', 'label', 'labelAccessibilityVisibility', 'max',
      'min', 'name', 'placeholder', 'prefix', 'readOnly', 'required', 'step', 'suffix', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-option': {
    properties: ['defaultSelected', 'disabled', 'id', 'selected', 'value'],
    booleans: ['defaultSelected', 'disabled', 'selected'],
  },
  's-option-group': {
    properties: ['disabled', 'id', 'label'],
    booleans: ['disabled'],
  },
  's-ordered-list': {
    properties: ['id'],
  },
  's-page': {
    properties: ['heading', 'id', 'inlineSize'],
  },
  's-paragraph': {
    properties: ['accessibilityVisibility', 'color', 'dir', 'fontSize', 'fontVariantNumeric', 'fontWeight', 'id', 'lineClamp', 'tone'],
  },
  's-password-field': {
    properties: [
      'autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength',
      'minLength', 'name', 'placeholder', 'readOnly', 'required', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-popover': {
    properties: ['blockSize', 'id', 'inlineSize', 'maxBlockSize', 'maxInlineSize', 'minBlockSize', 'minInlineSize'],
    events: ['afterhide', 'aftershow', 'aftertoggle', 'hide', 'show', 'toggle'],
  },
  's-progress': {
    properties: ['accessibilityLabel', 'id', 'max', 'tone', 'value'],
  },
  's-query-container': {
    properties: ['containerName', 'id'],
  },
  's-search-field': {
    properties: [
      'autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength',
      'minLength', 'name', 'placeholder', 'readOnly', 'required', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-section': {
    properties: ['accessibilityLabel', 'heading', 'id', 'padding', 'subheading'],
  },
  's-select': {
    properties: [
      'details', 'disabled', 'error', 'icon', 'id', 'label', 'labelAccessibilityVisibility', 'name', 'placeholder', 'required', 'value',
    ],
    booleans: ['disabled', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-spinner': {
    properties: ['accessibilityLabel', 'id', 'size'],
  },
  's-stack': {
    properties: [
      'accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'alignContent', 'alignItems', 'background', 'blockSize',
      'border', 'borderColor', 'borderRadius', 'borderStyle', 'borderWidth', 'columnGap', 'direction', 'display', 'gap', 'id', 'inlineSize',
      'justifyContent', 'maxBlockSize', 'maxInlineSize', 'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock',
      'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd', 'paddingInlineStart', 'rowGap',
    ],
  },
  's-switch': {
    properties: [
      'accessibilityLabel', 'checked', 'defaultChecked', 'details', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility',
      'name', 'required', 'value',
    ],
    booleans: ['checked', 'defaultChecked', 'disabled', 'required'],
    events: ['blur', 'change', 'input'],
  },
  's-table': {
    properties: ['hasNextPage', 'hasPreviousPage', 'id', 'loading', 'paginate', 'variant'],
    booleans: ['hasNextPage', 'hasPreviousPage', 'loading', 'paginate'],
    events: ['nextpage', 'previouspage'],
  },
  's-table-body': {
    properties: ['id'],
  },
  's-table-cell': {
    properties: ['id'],
  },
  's-table-header': {
    properties: ['format', 'id', 'listSlot'],
  },
  's-table-header-row': {
    properties: ['id'],
  },
  's-table-row': {
    properties: ['clickDelegate', 'id'],
  },
  's-text': {
    properties: [
      'accessibilityVisibility', 'color', 'dir', 'fontSize', 'fontVariantNumeric', 'fontWeight', 'id', 'interestFor', 'tone', 'type',
    ],
  },
  's-text-area': {
    properties: [
      'autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength',
      'minLength', 'name', 'placeholder', 'readOnly', 'required', 'rows', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-text-field': {
    properties: [
      'autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'icon', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength',
      'minLength', 'name', 'placeholder', 'prefix', 'readOnly', 'required', 'suffix', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
  's-thumbnail': {
    properties: ['alt', 'id', 'size', 'src'],
    events: ['error', 'load'],
  },
  's-tooltip': {
    properties: ['id'],
  },
  's-unordered-list': {
    properties: ['id'],
  },
  's-url-field': {
    properties: [
      'autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'id', 'label', 'labelAccessibilityVisibility', 'maxLength',
      'minLength', 'name', 'placeholder', 'readOnly', 'required', 'value',
    ],
    booleans: ['disabled', 'readOnly', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
  },
};

/** The first version of what earlier ones lack: a tag, a tag with a property, or a tag with `on` and an event. */
export const ADMIN_ELEMENTS_SINCE: Readonly<Record<string, string>> = {
  's-button inlineSize': '2026-10',
  's-checkbox labelAccessibilityVisibility': '2026-10',
  's-checkbox onblur': '2026-10',
  's-chip removable': '2026-10',
  's-chip onremove': '2026-10',
  's-date-picker visibleMonths': '2026-10',
  's-empty-state': '2026-10',
  's-heading fontSize': '2026-10',
  's-money-field currencyCode': '2026-10',
  's-number': '2026-10',
  's-paragraph fontSize': '2026-10',
  's-paragraph fontWeight': '2026-10',
  's-popover': '2026-10',
  's-progress': '2026-10',
  's-section subheading': '2026-10',
  's-switch onblur': '2026-10',
  's-text fontSize': '2026-10',
  's-text fontWeight': '2026-10',
};
