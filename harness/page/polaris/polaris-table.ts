// Made by .ci/generate-polaris.mjs from @shopify/polaris-types; run it again rather than edit this file.
import type {PolarisRow} from './polaris-row.ts';

export const POLARIS_TABLE: Readonly<Record<string, PolarisRow>> = {
  's-avatar': {
    properties: ['alt', 'initials', 'size', 'src'],
    events: ['error', 'load'],
  },
  's-badge': {
    properties: ['color', 'icon', 'size', 'tone'],
    defaults: {color: 'base', tone: 'auto'},
  },
  's-banner': {
    properties: ['dismissible', 'heading', 'hidden', 'tone'],
    booleans: ['dismissible', 'hidden'],
    events: ['afterhide', 'dismiss'],
    slots: ['secondary-actions'],
    defaults: {tone: 'auto'},
  },
  's-box': {
    properties: ['accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderColor', 'borderRadius', 'borderStyle', 'borderWidth', 'display', 'inlineSize', 'maxBlockSize', 'maxInlineSize', 'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd', 'paddingInlineStart'],
    defaults: {accessibilityRole: 'generic', accessibilityVisibility: 'visible', background: 'transparent', blockSize: 'auto', border: 'none', borderRadius: 'none', display: 'auto', inlineSize: 'auto', maxBlockSize: 'none', maxInlineSize: 'none', minBlockSize: '0', minInlineSize: '0', overflow: 'visible', padding: 'none'},
  },
  's-button': {
    properties: ['accessibilityLabel', 'command', 'commandFor', 'disabled', 'download', 'href', 'icon', 'inlineSize', 'interestFor', 'lang', 'loading', 'target', 'tone', 'type', 'variant'],
    booleans: ['disabled', 'loading'],
    events: ['blur', 'click', 'focus'],
    defaults: {command: '--auto', inlineSize: 'auto', target: 'auto', tone: 'auto', type: 'button', variant: 'auto'},
  },
  's-button-group': {
    properties: ['accessibilityLabel', 'gap'],
    slots: ['primary-action', 'secondary-actions'],
    defaults: {gap: 'base'},
  },
  's-checkbox': {
    properties: ['accessibilityLabel', 'checked', 'defaultChecked', 'defaultIndeterminate', 'details', 'disabled', 'error', 'indeterminate', 'label', 'labelAccessibilityVisibility', 'name', 'required', 'value'],
    booleans: ['checked', 'defaultChecked', 'defaultIndeterminate', 'disabled', 'indeterminate', 'required'],
    initial: ['checked', 'indeterminate'],
    events: ['blur', 'change', 'input'],
    slots: ['details', 'error'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
  's-chip': {
    properties: ['accessibilityLabel', 'color', 'removable'],
    booleans: ['removable'],
    events: ['remove'],
    slots: ['graphic'],
    defaults: {color: 'base'},
  },
  's-choice': {
    properties: ['accessibilityLabel', 'defaultSelected', 'disabled', 'selected', 'value'],
    booleans: ['defaultSelected', 'disabled', 'selected'],
    initial: ['selected'],
    slots: ['details', 'secondary-content'],
  },
  's-choice-list': {
    properties: ['details', 'disabled', 'error', 'label', 'labelAccessibilityVisibility', 'multiple', 'name', 'values'],
    booleans: ['disabled', 'multiple'],
    events: ['change', 'input'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
  's-clickable': {
    properties: ['accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderColor', 'borderRadius', 'borderStyle', 'borderWidth', 'command', 'commandFor', 'disabled', 'display', 'download', 'href', 'inlineSize', 'interestFor', 'lang', 'loading', 'maxBlockSize', 'maxInlineSize', 'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd', 'paddingInlineStart', 'target', 'type'],
    booleans: ['disabled', 'loading'],
    events: ['blur', 'click', 'focus'],
    defaults: {accessibilityRole: 'generic', accessibilityVisibility: 'visible', background: 'transparent', blockSize: 'auto', border: 'none', borderRadius: 'none', command: '--auto', display: 'auto', inlineSize: 'auto', maxBlockSize: 'none', maxInlineSize: 'none', minBlockSize: '0', minInlineSize: '0', overflow: 'visible', padding: 'none', target: 'auto', type: 'button'},
  },
  's-clickable-chip': {
    properties: ['accessibilityLabel', 'color', 'command', 'commandFor', 'disabled', 'hidden', 'href', 'interestFor', 'removable'],
    booleans: ['disabled', 'hidden', 'removable'],
    events: ['afterhide', 'click', 'remove'],
    slots: ['graphic'],
    defaults: {color: 'base', command: '--auto'},
  },
  's-color-field': {
    properties: ['alpha', 'autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'label', 'labelAccessibilityVisibility', 'name', 'placeholder', 'readOnly', 'required', 'value'],
    booleans: ['alpha', 'disabled', 'readOnly', 'required'],
    initial: ['value'],
    events: ['blur', 'change', 'focus', 'input'],
    slots: ['details', 'error'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
  's-color-picker': {
    properties: ['alpha', 'defaultValue', 'name', 'value'],
    booleans: ['alpha'],
    initial: ['value'],
    events: ['change', 'input'],
  },
  's-date-field': {
    properties: ['allow', 'allowDays', 'autocomplete', 'defaultValue', 'defaultView', 'details', 'disabled', 'disallow', 'disallowDays', 'error', 'label', 'labelAccessibilityVisibility', 'name', 'placeholder', 'readOnly', 'required', 'value', 'view'],
    booleans: ['disabled', 'readOnly', 'required'],
    initial: ['value', 'view'],
    events: ['blur', 'change', 'focus', 'input', 'invalid', 'viewchange'],
    slots: ['details', 'error'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
  's-date-picker': {
    properties: ['allow', 'allowDays', 'defaultValue', 'defaultView', 'disallow', 'disallowDays', 'name', 'type', 'value', 'view', 'visibleMonths'],
    initial: ['value', 'view'],
    events: ['blur', 'change', 'focus', 'input', 'viewchange'],
    defaults: {visibleMonths: 'auto'},
  },
  's-divider': {
    properties: ['color', 'direction'],
    defaults: {color: 'base', direction: 'inline'},
  },
  's-drop-zone': {
    properties: ['accept', 'accessibilityLabel', 'disabled', 'error', 'files', 'label', 'labelAccessibilityVisibility', 'multiple', 'name', 'required', 'value'],
    booleans: ['disabled', 'multiple', 'required'],
    events: ['change', 'droprejected', 'input'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
  's-email-field': {
    properties: ['autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name', 'placeholder', 'readOnly', 'required', 'value'],
    booleans: ['disabled', 'readOnly', 'required'],
    initial: ['value'],
    events: ['blur', 'change', 'focus', 'input'],
    slots: ['details', 'error'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
  's-empty-state': {
    properties: ['heading'],
    slots: ['graphic', 'primary-action', 'secondary-actions', 'subheading'],
  },
  's-grid': {
    properties: ['accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'alignContent', 'alignItems', 'background', 'blockSize', 'border', 'borderColor', 'borderRadius', 'borderStyle', 'borderWidth', 'columnGap', 'display', 'gap', 'gridTemplateColumns', 'gridTemplateRows', 'inlineSize', 'justifyContent', 'justifyItems', 'maxBlockSize', 'maxInlineSize', 'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd', 'paddingInlineStart', 'placeContent', 'placeItems', 'rowGap'],
    defaults: {accessibilityRole: 'generic', accessibilityVisibility: 'visible', background: 'transparent', blockSize: 'auto', border: 'none', borderRadius: 'none', display: 'auto', gap: 'none', gridTemplateColumns: 'none', gridTemplateRows: 'none', inlineSize: 'auto', maxBlockSize: 'none', maxInlineSize: 'none', minBlockSize: '0', minInlineSize: '0', overflow: 'visible', padding: 'none', placeContent: 'normal normal', placeItems: 'normal normal'},
  },
  's-grid-item': {
    properties: ['accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderColor', 'borderRadius', 'borderStyle', 'borderWidth', 'display', 'gridColumn', 'gridRow', 'inlineSize', 'maxBlockSize', 'maxInlineSize', 'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd', 'paddingInlineStart'],
    defaults: {accessibilityRole: 'generic', accessibilityVisibility: 'visible', background: 'transparent', blockSize: 'auto', border: 'none', borderRadius: 'none', display: 'auto', gridColumn: 'auto', gridRow: 'auto', inlineSize: 'auto', maxBlockSize: 'none', maxInlineSize: 'none', minBlockSize: '0', minInlineSize: '0', overflow: 'visible', padding: 'none'},
  },
  's-heading': {
    properties: ['accessibilityRole', 'accessibilityVisibility', 'fontSize', 'lineClamp'],
    defaults: {accessibilityRole: 'heading', accessibilityVisibility: 'visible', fontSize: 'auto'},
  },
  's-icon': {
    properties: ['color', 'interestFor', 'size', 'tone', 'type'],
    defaults: {color: 'base', tone: 'auto'},
  },
  's-image': {
    properties: ['accessibilityRole', 'alt', 'aspectRatio', 'border', 'borderColor', 'borderRadius', 'borderStyle', 'borderWidth', 'inlineSize', 'loading', 'objectFit', 'sizes', 'src', 'srcSet'],
    events: ['error', 'load'],
    defaults: {accessibilityRole: 'img', aspectRatio: '1/1', border: 'none', borderRadius: 'none', inlineSize: 'fill', loading: 'eager', objectFit: 'contain'},
  },
  's-link': {
    properties: ['accessibilityLabel', 'command', 'commandFor', 'download', 'href', 'interestFor', 'lang', 'target', 'tone'],
    events: ['click'],
    defaults: {command: '--auto', target: 'auto', tone: 'auto'},
  },
  's-list-item': {
    properties: [],
  },
  's-menu': {
    properties: ['accessibilityLabel'],
  },
  's-modal': {
    properties: ['accessibilityLabel', 'heading', 'padding', 'size'],
    events: ['afterhide', 'aftershow', 'hide', 'show'],
    methods: ['hideOverlay', 'showOverlay', 'toggleOverlay'],
    slots: ['primary-action', 'secondary-actions'],
    defaults: {padding: 'base'},
  },
  's-money-field': {
    properties: ['autocomplete', 'currencyCode', 'defaultValue', 'details', 'disabled', 'error', 'label', 'labelAccessibilityVisibility', 'max', 'min', 'name', 'placeholder', 'readOnly', 'required', 'value'],
    booleans: ['disabled', 'readOnly', 'required'],
    initial: ['value'],
    events: ['blur', 'change', 'focus', 'input'],
    slots: ['details', 'error'],
    defaults: {currencyCode: 'auto', labelAccessibilityVisibility: 'visible'},
  },
  's-number': {
    properties: ['accessibilityVisibility', 'color', 'dir', 'fontSize', 'fontWeight', 'tone'],
    defaults: {accessibilityVisibility: 'visible', color: 'base', fontSize: 'auto', fontWeight: 'auto', tone: 'auto'},
  },
  's-number-field': {
    properties: ['autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'inputMode', 'label', 'labelAccessibilityVisibility', 'max', 'min', 'name', 'placeholder', 'prefix', 'readOnly', 'required', 'step', 'suffix', 'value'],
    booleans: ['disabled', 'readOnly', 'required'],
    initial: ['value'],
    events: ['blur', 'change', 'focus', 'input'],
    slots: ['details', 'error'],
    defaults: {inputMode: 'decimal', labelAccessibilityVisibility: 'visible'},
  },
  's-option': {
    properties: ['defaultSelected', 'disabled', 'selected', 'value'],
    booleans: ['defaultSelected', 'disabled', 'selected'],
    initial: ['selected'],
  },
  's-option-group': {
    properties: ['disabled', 'label'],
    booleans: ['disabled'],
  },
  's-ordered-list': {
    properties: [],
  },
  's-page': {
    properties: ['heading', 'inlineSize'],
    slots: ['aside', 'breadcrumb-actions', 'primary-action', 'secondary-actions', 'supplemental-start'],
    defaults: {inlineSize: 'base'},
  },
  's-paragraph': {
    properties: ['accessibilityVisibility', 'color', 'dir', 'fontSize', 'fontVariantNumeric', 'fontWeight', 'lineClamp', 'tone'],
    defaults: {accessibilityVisibility: 'visible', fontSize: 'auto', fontWeight: 'auto'},
  },
  's-password-field': {
    properties: ['autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name', 'placeholder', 'readOnly', 'required', 'value'],
    booleans: ['disabled', 'readOnly', 'required'],
    initial: ['value'],
    events: ['blur', 'change', 'focus', 'input'],
    slots: ['details', 'error'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
  's-popover': {
    properties: ['blockSize', 'inlineSize', 'maxBlockSize', 'maxInlineSize', 'minBlockSize', 'minInlineSize'],
    events: ['afterhide', 'aftershow', 'aftertoggle', 'hide', 'show', 'toggle'],
    defaults: {blockSize: 'auto', inlineSize: 'auto', maxBlockSize: 'none', maxInlineSize: 'none', minBlockSize: '0', minInlineSize: '0'},
  },
  's-press-button': {
    properties: ['accessibilityLabel', 'defaultPressed', 'disabled', 'icon', 'inlineSize', 'lang', 'loading', 'pressed', 'tone', 'variant'],
    booleans: ['defaultPressed', 'disabled', 'loading', 'pressed'],
    initial: ['pressed'],
    events: ['blur', 'click', 'focus'],
    defaults: {inlineSize: 'auto'},
  },
  's-progress': {
    properties: ['accessibilityLabel', 'max', 'tone', 'value'],
    defaults: {tone: 'auto'},
  },
  's-query-container': {
    properties: ['containerName'],
  },
  's-scroll-box': {
    properties: ['accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'background', 'blockSize', 'border', 'borderColor', 'borderRadius', 'borderStyle', 'borderWidth', 'display', 'inlineSize', 'maxBlockSize', 'maxInlineSize', 'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd', 'paddingInlineStart', 'scrollMargin', 'scrollPadding', 'snapType'],
    events: ['scroll', 'scrolltoedge'],
    defaults: {accessibilityRole: 'generic', accessibilityVisibility: 'visible', background: 'transparent', blockSize: 'auto', border: 'none', borderRadius: 'none', display: 'auto', inlineSize: 'auto', maxBlockSize: 'none', maxInlineSize: 'none', minBlockSize: '0', minInlineSize: '0', overflow: 'auto', padding: 'none', scrollMargin: '0', scrollPadding: 'base', snapType: 'none'},
  },
  's-search-field': {
    properties: ['autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name', 'placeholder', 'readOnly', 'required', 'value'],
    booleans: ['disabled', 'readOnly', 'required'],
    initial: ['value'],
    events: ['blur', 'change', 'focus', 'input'],
    slots: ['details', 'error'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
  's-section': {
    properties: ['accessibilityLabel', 'heading', 'padding', 'subheading'],
    slots: ['accessory', 'graphic', 'primary-action', 'secondary-actions', 'supplemental'],
    defaults: {padding: 'base'},
  },
  's-select': {
    properties: ['details', 'disabled', 'error', 'icon', 'label', 'labelAccessibilityVisibility', 'name', 'placeholder', 'required', 'value'],
    booleans: ['disabled', 'required'],
    events: ['blur', 'change', 'focus', 'input'],
    slots: ['details', 'error'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
  's-spinner': {
    properties: ['accessibilityLabel', 'size'],
  },
  's-stack': {
    properties: ['accessibilityLabel', 'accessibilityRole', 'accessibilityVisibility', 'alignContent', 'alignItems', 'background', 'blockSize', 'border', 'borderColor', 'borderRadius', 'borderStyle', 'borderWidth', 'columnGap', 'direction', 'display', 'gap', 'inlineSize', 'justifyContent', 'maxBlockSize', 'maxInlineSize', 'minBlockSize', 'minInlineSize', 'overflow', 'padding', 'paddingBlock', 'paddingBlockEnd', 'paddingBlockStart', 'paddingInline', 'paddingInlineEnd', 'paddingInlineStart', 'rowGap'],
    defaults: {accessibilityRole: 'generic', accessibilityVisibility: 'visible', alignContent: 'normal', alignItems: 'normal', background: 'transparent', blockSize: 'auto', border: 'none', borderRadius: 'none', direction: 'block', display: 'auto', gap: 'none', inlineSize: 'auto', justifyContent: 'normal', maxBlockSize: 'none', maxInlineSize: 'none', minBlockSize: '0', minInlineSize: '0', overflow: 'visible', padding: 'none'},
  },
  's-switch': {
    properties: ['accessibilityLabel', 'checked', 'defaultChecked', 'details', 'disabled', 'error', 'label', 'labelAccessibilityVisibility', 'name', 'required', 'value'],
    booleans: ['checked', 'defaultChecked', 'disabled', 'required'],
    initial: ['checked'],
    events: ['blur', 'change', 'input'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
  's-table': {
    properties: ['hasNextPage', 'hasPreviousPage', 'loading', 'paginate', 'variant'],
    booleans: ['hasNextPage', 'hasPreviousPage', 'loading', 'paginate'],
    events: ['nextpage', 'previouspage'],
    slots: ['filters'],
    defaults: {variant: 'auto'},
  },
  's-table-body': {
    properties: [],
  },
  's-table-cell': {
    properties: [],
  },
  's-table-header': {
    properties: ['format', 'listSlot'],
    defaults: {format: 'base', listSlot: 'labeled'},
  },
  's-table-header-row': {
    properties: [],
  },
  's-table-row': {
    properties: ['clickDelegate'],
  },
  's-text': {
    properties: ['accessibilityVisibility', 'color', 'dir', 'fontSize', 'fontVariantNumeric', 'fontWeight', 'interestFor', 'tone', 'type'],
    defaults: {accessibilityVisibility: 'visible', fontSize: 'auto', fontWeight: 'auto', tone: 'auto', type: 'generic'},
  },
  's-text-area': {
    properties: ['autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name', 'placeholder', 'readOnly', 'required', 'rows', 'value'],
    booleans: ['disabled', 'readOnly', 'required'],
    initial: ['value'],
    events: ['blur', 'change', 'focus', 'input'],
    slots: ['details', 'error'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
  's-text-field': {
    properties: ['autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'icon', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name', 'placeholder', 'prefix', 'readOnly', 'required', 'suffix', 'value'],
    booleans: ['disabled', 'readOnly', 'required'],
    initial: ['value'],
    events: ['blur', 'change', 'focus', 'input'],
    slots: ['accessory', 'details', 'error'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
  's-thumbnail': {
    properties: ['alt', 'size', 'src'],
    events: ['error', 'load'],
  },
  's-tooltip': {
    properties: [],
  },
  's-unordered-list': {
    properties: [],
  },
  's-url-field': {
    properties: ['autocomplete', 'defaultValue', 'details', 'disabled', 'error', 'label', 'labelAccessibilityVisibility', 'maxLength', 'minLength', 'name', 'placeholder', 'readOnly', 'required', 'value'],
    booleans: ['disabled', 'readOnly', 'required'],
    initial: ['value'],
    events: ['blur', 'change', 'focus', 'input'],
    slots: ['details', 'error'],
    defaults: {labelAccessibilityVisibility: 'visible'},
  },
};
