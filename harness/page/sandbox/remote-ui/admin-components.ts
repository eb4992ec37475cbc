import {onEvent, sameName, type Component, type ComponentRules, type Properties} from './component-spec.ts';
import {ADMIN_FIELDS} from './admin-field-components.ts';
import {locationNodes, segmentNodes} from './prop-nodes.ts';
import {icon, textType} from './prop-values.ts';
import {BOX, PRESSABLE, STACK} from './admin-props.ts';

const SUBMIT_TYPES: readonly unknown[] = ['submit', 'reset', 'button'];

const BUTTON: Properties = ({accessibilityRole}) =>
  SUBMIT_TYPES.includes(accessibilityRole) ? {type: accessibilityRole} : {};

const PRESSES: Component['events'] = {onClick: onEvent('click'), onPress: onEvent('click')};

const SEGMENT_TEMPLATE: Component = {
  tag: 's-section',
  props: {title: 'heading'},
  nodes: segmentNodes,
};

/**
 * Every component that the admin had from 2023-10 to 2025-07, with the element of the page that replaces it
 * (`surfaces/admin/components` of `@shopify/ui-extensions`).
 */
export const ADMIN_COMPONENTS: ComponentRules = {
  ...ADMIN_FIELDS,
  AdminAction: {
    tag: 's-admin-action',
    props: {title: 'heading', loading: 'loading'},
    slots: {primaryAction: 'primary-action', secondaryAction: 'secondary-actions'},
  },
  AdminBlock: {
    tag: 's-admin-block',
    props: {title: 'heading', summary: 'collapsedSummary', collapsedSummary: 'collapsedSummary'},
  },
  AdminPrintAction: {tag: 's-admin-print-action', props: sameName('src')},
  Badge: {
    tag: 's-badge',
    props: {
      ...sameName('tone', 'iconPosition'),
      size: ['size', (size) => (size === 'small-100' ? 'base' : size)],
      icon: ['icon', icon],
    },
  },
  Banner: {
    tag: 's-banner',
    props: {
      title: 'heading',
      tone: ['tone', (tone) => (tone === 'default' ? 'auto' : tone)],
      dismissible: 'dismissible',
    },
    events: {onDismiss: onEvent('dismiss')},
    slots: {primaryAction: 'primary-action', secondaryAction: 'secondary-actions'},
  },
  BlockStack: {
    tag: 's-stack',
    props: {...STACK, inlineAlignment: 'alignItems', blockAlignment: 'justifyContent'},
    properties: () => ({direction: 'block'}),
  },
  Box: {tag: 's-box', props: {...BOX, display: 'display'}},
  Button: {
    tag: 's-button',
    props: {
      ...PRESSABLE,
      ...sameName('disabled', 'variant'),
      download: ['download', (download) => (download === true ? '' : download)],
      tone: ['tone', (tone) => (tone === 'default' ? 'auto' : tone)],
    },
    properties: BUTTON,
    events: {...PRESSES, onBlur: onEvent('blur'), onFocus: onEvent('focus')},
  },
  Card: {
    tag: 's-box',
    props: sameName('background'),
    properties: ({padding}) => ({padding: padding === true ? 'base' : 'none'}),
  },
  CustomerSegmentTemplate: SEGMENT_TEMPLATE,
  Divider: {tag: 's-divider', props: sameName('direction')},
  Form: {
    tag: 's-form',
    events: {onSubmit: {type: 'submit', awaited: true}, onReset: {type: 'reset', awaited: true}},
  },
  FunctionSettings: {
    tag: 's-function-settings',
    events: {
      onSave: {type: 'submit', awaited: true},
      onError: onEvent('error', ({event, detail}) => [event?.['errors'] ?? detail ?? []]),
    },
  },
  Heading: {tag: 's-heading'},
  HeadingGroup: {tag: 's-section', properties: () => ({padding: 'none'})},
  Icon: {
    tag: 's-icon',
    props: {
      name: ['type', adminIcon],
      tone: ['tone', (tone) => (tone === 'inherit' ? 'auto' : tone)],
      size: ['size', (size) => (size === 'fill' ? 'base' : size)],
    },
  },
  Image: {
    tag: 's-image',
    props: {
      ...sameName('alt', 'src', 'loading'),
      accessibilityLabel: 'alt',
      source: 'src',
      accessibilityRole: [
        'accessibilityRole',
        (role) => (role === 'decorative' ? 'presentation' : undefined),
      ],
    },
    events: {onLoad: onEvent('load'), onError: onEvent('error')},
  },
  InlineStack: {
    tag: 's-stack',
    props: {...STACK, inlineAlignment: 'justifyContent', blockAlignment: 'alignItems'},
    properties: () => ({direction: 'inline'}),
  },
  InternalCustomerSegmentTemplate: SEGMENT_TEMPLATE,
  InternalLocationList: {tag: 's-box', nodes: locationNodes},
  Link: {
    tag: 's-link',
    props: {...PRESSABLE, tone: ['tone', (tone) => (tone === 'inherit' ? 'neutral' : 'auto')]},
    events: PRESSES,
  },
  Paragraph: {tag: 's-paragraph'},
  Pressable: {
    tag: 's-clickable',
    props: {...BOX, ...PRESSABLE, display: 'display'},
    events: PRESSES,
  },
  ProgressIndicator: {tag: 's-spinner', props: sameName('size', 'accessibilityLabel')},
  ResourceItem: {tag: 's-clickable', events: {onPress: onEvent('click')}},
  ResourceList: {tag: 's-stack', properties: () => ({direction: 'block'})},
  Section: {tag: 's-section', props: sameName('accessibilityLabel', 'heading', 'padding')},
  Text: {
    tag: 's-text',
    props: {fontVariant: ['fontVariantNumeric', numerals]},
    properties: (props) => ({type: textTypeOf(props)}),
  },
  Thumbnail: {
    tag: 's-thumbnail',
    props: {alt: 'alt', source: 'src', size: ['size', (size) => (size === 'medium' ? 'base' : size)]},
  },
};

/** Translates `AbandonedCartMajor` and `cart-abandoned` to the name of a symbol. */
function adminIcon(name: unknown): unknown {
  const kebab = String(icon(String(name).replace(/(?:Filled)?(?:Major|Minor)$/, '')));
  return kebab.replace(/^-/, '');
}

function numerals(variants: unknown): unknown {
  return [variants].flat().includes('numeric') ? 'tabular-nums' : undefined;
}

function textTypeOf({accessibilityRole, fontWeight, fontStyle}: Readonly<Record<string, unknown>>): unknown {
  const role = accessibilityRole === 'mark' ? 'mark' : textType({accessibilityRole});
  if (role !== undefined) return role;

  if (String(fontWeight).startsWith('bold')) return 'strong';
  return fontStyle === 'italic' ? 'emphasis' : undefined;
}
