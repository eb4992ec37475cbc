import {
  AREA,
  BOX,
  GRID,
  PRESSABLE,
  STACK,
  SUBMIT,
  chatPort,
  locationOf,
  onEvent,
  sameName,
  type ComponentRules,
  type Properties,
} from './component-spec.ts';
import {FIELDS} from './field-components.ts';
import {iconNodes, pictureNodes} from './prop-nodes.ts';
import {
  alignment,
  border,
  borderWidth,
  icon,
  length,
  unconditional,
  radius,
  size,
  space,
  span,
  textSize,
  textType,
  tone,
} from './prop-values.ts';

/** Makes a component visible to assistive technology only. */
const UNSEEN: Properties = ({visibility}) =>
  visibility === 'hidden' ? {accessibilityVisibility: 'exclusive'} : {};

const TEXT: Properties = (props) => ({
  type: textType(props) ?? textSize(props),
  ...UNSEEN(props),
  ...(props['appearance'] === 'subdued' ? {color: 'subdued', tone: undefined} : {}),
});

/**
 * Every component that checkout and customer accounts had until 2025-07, with the element of the page that replaces it: 42 of 2023-04, 60
 * of checkout 2025-07, 8 of customer accounts (`components.d.ts` of `@shopify/checkout-ui-extensions` 0.27.3
 * and of `@shopify/ui-extensions` 2023.7.3 and 2025.7.4).
 */
export const COMPONENTS: ComponentRules = {
  ...FIELDS,
  Avatar: {
    tag: 's-avatar',
    props: {...sameName('initials', 'src', 'alt'), size: ['size', size]},
    events: {onLoad: onEvent('load'), onError: onEvent('error')},
  },
  Badge: {
    tag: 's-badge',
    props: {...sameName('size', 'iconPosition'), tone: ['tone', tone], icon: ['icon', icon]},
  },
  Banner: {
    tag: 's-banner',
    props: {title: 'heading', status: 'tone', collapsible: 'collapsible'},
    properties: ({onDismiss}) => ({dismissible: typeof onDismiss === 'function'}),
    events: {onDismiss: onEvent('dismiss')},
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
    props: {
      ...PRESSABLE,
      kind: ['variant', (kind) => (kind === 'plain' ? 'secondary' : kind)],
      appearance: ['tone', tone],
    },
    properties: SUBMIT,
    events: {onPress: onEvent('click')},
  },
  Card: {tag: 's-section', properties: ({padding}) => ({padding: padding === true ? 'base' : 'none'})},
  Chat: {
    tag: 's-chat',
    props: {
      accessibilityLabel: 'accessibilityLabel',
      inlineSize: ['inlineSize', length],
      blockSize: ['blockSize', length],
    },
    events: {onReady: onEvent('ready', chatPort)},
  },
  ClipboardItem: {
    tag: 's-clipboard-item',
    props: sameName('text'),
    events: {onCopy: onEvent('copy'), onCopyError: onEvent('copyerror')},
  },
  CustomerAccountAction: {
    tag: 's-customer-account-action',
    props: {title: 'heading'},
    slots: {primaryAction: 'primary-action', secondaryAction: 'secondary-actions'},
  },
  Disclosure: {tag: 's-box'},
  Divider: {tag: 's-divider', props: sameName('direction')},
  Form: {tag: 's-form', props: sameName('disabled'), events: {onSubmit: onEvent('submit')}},
  Grid: {tag: 's-grid', props: GRID},
  GridItem: {
    tag: 's-grid-item',
    props: {...AREA, columnSpan: ['gridColumn', span], rowSpan: ['gridRow', span]},
  },
  Heading: {tag: 's-heading', props: sameName('accessibilityRole')},
  HeadingGroup: {tag: 's-section', properties: () => ({padding: 'none'})},
  Icon: {tag: 's-icon', props: {source: ['type', icon], appearance: ['tone', tone], size: ['size', size]}},
  Image: {
    tag: 's-image',
    props: {
      ...sameName('loading', 'aspectRatio'),
      source: ['src', unconditional],
      accessibilityDescription: 'alt',
      accessibilityRole: [
        'accessibilityRole',
        (role) => (role === 'decorative' ? 'presentation' : undefined),
      ],
      fit: ['objectFit', unconditional],
      border: ['border', border],
      borderWidth: ['borderWidth', borderWidth],
      borderRadius: ['borderRadius', radius],
      cornerRadius: ['borderRadius', radius],
    },
  },
  ImageGroup: {tag: 's-image-group', props: sameName('totalItems')},
  InlineLayout: {tag: 's-grid', props: GRID},
  InlineSpacer: {tag: 's-box', props: {spacing: ['paddingInlineStart', space]}},
  InlineStack: {
    tag: 's-stack',
    props: STACK,
    properties: ({spacing}) => ({direction: 'inline', ...(spacing === undefined ? {gap: 'base'} : {})}),
  },
  Link: {
    tag: 's-link',
    props: {
      ...PRESSABLE,
      external: ['target', (external) => (external === true ? '_blank' : undefined)],
      appearance: ['tone', tone],
    },
    events: {onPress: onEvent('click')},
  },
  List: {tag: ({marker}) => (marker === 'number' ? 's-ordered-list' : 's-unordered-list')},
  ListItem: {tag: 's-list-item'},
  LoginWithShop: {
    tag: 's-login-with-shop',
    props: sameName(
      'open',
      'doRedirect',
      'modalTitle',
      'modalDescription',
      'modalLogoSrc',
      'modalContinueText',
      'modalCancelText',
    ),
    events: {
      onComplete: onEvent('complete'),
      onClosed: onEvent('closed'),
      onStatusChange: onEvent('statuschange', ({event, detail}) => [event?.['status'] ?? detail]),
    },
  },
  Map: {
    tag: 's-map',
    props: {
      ...sameName('apiKey', 'latitude', 'longitude', 'zoom', 'minZoom', 'maxZoom', 'accessibilityLabel'),
      minBlockSize: ['minBlockSize', length],
      maxBlockSize: ['maxBlockSize', length],
      minInlineSize: ['minInlineSize', length],
      maxInlineSize: ['maxInlineSize', length],
    },
    events: {
      onPress: onEvent('click', locationOf),
      onDoublePress: onEvent('dblclick', locationOf),
      onBoundsChange: onEvent('boundschange', ({event}) => [event?.['bounds']]),
      onCenterChange: onEvent('viewchange', locationOf),
      onZoomChange: onEvent('viewchange', ({event}) => [event?.['zoom']]),
    },
  },
  MapMarker: {
    tag: 's-map-marker',
    props: {
      ...sameName('latitude', 'longitude', 'accessibilityLabel', 'clusterable'),
      blockSize: ['blockSize', length],
      inlineSize: ['inlineSize', length],
    },
    events: {onPress: onEvent('click')},
    nodes: pictureNodes,
  },
  MapPopover: {tag: 's-popover', events: {onOpen: onEvent('show'), onClose: onEvent('hide')}},
  Menu: {tag: 's-menu', props: sameName('accessibilityLabel')},
  Modal: {
    tag: 's-modal',
    props: {
      title: 'heading',
      accessibilityLabel: 'accessibilityLabel',
      size: ['size', (given) => (given === 'auto' ? 'base' : given)],
    },
    properties: ({padding}) => ({padding: padding === true ? 'base' : 'none'}),
    events: {onOpen: onEvent('show'), onClose: onEvent('hide')},
    slots: {primaryAction: 'primary-action', secondaryActions: 'secondary-actions'},
  },
  Page: {
    tag: 's-page',
    props: {title: 'heading', subtitle: 'subheading'},
    slots: {primaryAction: 'primary-action', secondaryAction: 'secondary-actions'},
  },
  PaymentIcon: {tag: 's-payment-icon', props: {name: 'type', accessibilityLabel: 'accessibilityLabel'}},
  PolicyModal: {
    tag: 's-sheet',
    props: {title: 'heading'},
    properties: () => ({defaultOpen: true}),
    events: {onClose: onEvent('hide')},
  },
  Popover: {
    tag: 's-popover',
    props: {minInlineSize: ['minInlineSize', length], maxInlineSize: ['maxInlineSize', length]},
    events: {onOpen: onEvent('show'), onClose: onEvent('hide')},
  },
  Pressable: {
    tag: 's-clickable',
    props: {...BOX, ...PRESSABLE},
    properties: SUBMIT,
    events: {onPress: onEvent('click'), onFocus: onEvent('focus'), onBlur: onEvent('blur')},
  },
  ProductThumbnail: {
    tag: 's-product-thumbnail',
    props: {
      ...sameName('alt', 'size'),
      accessibilityLabel: 'alt',
      source: ['src', unconditional],
      src: ['src', unconditional],
      badge: 'totalItems',
    },
  },
  Progress: {tag: 's-progress', props: sameName('value', 'max', 'tone', 'accessibilityLabel')},
  QRCode: {
    tag: 's-qr-code',
    props: {
      ...sameName('content', 'logo', 'border', 'accessibilityLabel'),
      size: ['size', (given) => (given === 'auto' ? 'base' : given)],
    },
    events: {onError: onEvent('error')},
  },
  ResourceItem: {
    tag: 's-clickable',
    props: {...sameName('accessibilityLabel', 'loading'), to: 'href'},
    events: {onPress: onEvent('click')},
  },
  ScrollView: {tag: 's-scroll-box', props: BOX},
  Sheet: {
    tag: 's-sheet',
    props: sameName('accessibilityLabel', 'defaultOpen', 'heading'),
    events: {onShow: onEvent('show'), onHide: onEvent('hide')},
    slots: {primaryAction: 'primary-action', secondaryAction: 'secondary-actions'},
  },
  SkeletonImage: {tag: 's-skeleton-paragraph'},
  SkeletonText: {tag: 's-skeleton-paragraph'},
  SkeletonTextBlock: {tag: 's-skeleton-paragraph'},
  Spinner: {tag: 's-spinner', props: {accessibilityLabel: 'accessibilityLabel', size: ['size', size]}},
  Tag: {
    tag: ({onRemove}) => (typeof onRemove === 'function' ? 's-clickable-chip' : 's-chip'),
    props: sameName('accessibilityLabel'),
    properties: ({onRemove}) => ({removable: typeof onRemove === 'function'}),
    events: {onRemove: onEvent('remove')},
    nodes: iconNodes,
  },
  Text: {
    tag: 's-text',
    props: {...sameName('accessibilityVisibility'), appearance: ['tone', tone]},
    properties: TEXT,
  },
  TextBlock: {
    tag: 's-paragraph',
    props: {appearance: ['tone', tone], inlineAlignment: 'textAlign'},
    properties: ({appearance, size: given}) => ({
      type: textSize({size: given}),
      ...(appearance === 'subdued' ? {color: 'subdued', tone: undefined} : {}),
    }),
  },
  ToggleButton: {
    tag: 's-press-button',
    props: sameName('accessibilityLabel', 'disabled'),
    events: {onPress: onEvent('click')},
  },
  ToggleButtonGroup: {
    tag: 's-stack',
    properties: () => ({direction: 'inline', gap: 'small-200', accessibilityRole: 'group'}),
  },
  Tooltip: {tag: 's-tooltip'},
  View: {
    tag: 's-box',
    props: {...AREA, ...sameName('accessibilityVisibility')},
    properties: UNSEEN,
  },
};
