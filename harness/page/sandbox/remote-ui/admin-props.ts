import {sameName, type PropTable} from './component-spec.ts';
import {areaRole, length, type ReadValue} from './prop-values.ts';

/** Translates a spacing. `true` is the space of the platform's own layout. */
export const spacing: ReadValue = (value) => {
  if (typeof value === 'boolean') return value ? 'base' : 'none';
  return value;
};

export const BOX: PropTable = {
  id: 'id',
  accessibilityRole: ['accessibilityRole', areaRole],
  accessibilityLabel: 'accessibilityLabel',
  ...spaces(
    'padding',
    'paddingBlock',
    'paddingBlockStart',
    'paddingBlockEnd',
    'paddingInline',
    'paddingInlineStart',
    'paddingInlineEnd',
  ),
  blockSize: ['blockSize', length],
  minBlockSize: ['minBlockSize', length],
  maxBlockSize: ['maxBlockSize', length],
  inlineSize: ['inlineSize', length],
  minInlineSize: ['minInlineSize', length],
  maxInlineSize: ['maxInlineSize', length],
};

export const STACK: PropTable = {
  ...BOX,
  ...spaces('gap', 'rowGap', 'columnGap'),
  blockGap: ['rowGap', spacing],
  inlineGap: ['columnGap', spacing],
};

export const PRESSABLE: PropTable = {
  ...sameName('accessibilityLabel', 'href', 'lang', 'target'),
  to: 'href',
  language: 'lang',
};

function spaces(...names: readonly string[]): PropTable {
  return Object.fromEntries(names.map((name) => [name, [name, spacing] as const]));
}
