import {adminComponentsOf} from './admin-component-names.ts';

/** The 42 components of 2023-04 and 2023-07. */
const FIRST: readonly string[] = [
  'Banner',
  'BlockLayout',
  'BlockSpacer',
  'BlockStack',
  'Button',
  'Checkbox',
  'Choice',
  'ChoiceList',
  'DateField',
  'DatePicker',
  'Disclosure',
  'Divider',
  'Form',
  'Grid',
  'GridItem',
  'Heading',
  'HeadingGroup',
  'Icon',
  'Image',
  'InlineLayout',
  'InlineSpacer',
  'InlineStack',
  'Link',
  'List',
  'ListItem',
  'Modal',
  'PhoneField',
  'Popover',
  'Pressable',
  'ScrollView',
  'Select',
  'SkeletonImage',
  'SkeletonText',
  'SkeletonTextBlock',
  'Spinner',
  'Stepper',
  'Tag',
  'Text',
  'TextBlock',
  'TextField',
  'Tooltip',
  'View',
];

/** Further components that both checkout and customer accounts have by 2025-07. */
const LATER: readonly string[] = [
  'Badge',
  'ClipboardItem',
  'DropZone',
  'Map',
  'MapMarker',
  'MapPopover',
  'PaymentIcon',
  'ProductThumbnail',
  'Progress',
  'QRCode',
  'Sheet',
  'Switch',
  'ToggleButton',
  'ToggleButtonGroup',
];

const CHECKOUT: readonly string[] = ['Chat', 'ConsentCheckbox', 'ConsentPhoneField', 'LoginWithShop'];

const CUSTOMER_ACCOUNT: readonly string[] = [
  'Avatar',
  'Card',
  'CustomerAccountAction',
  'ImageGroup',
  'Menu',
  'Page',
  'PolicyModal',
  'ResourceItem',
];

/** Lists the components that an extension may use, by its target and API version. */
export function componentsOf(target: string, apiVersion: string): readonly string[] {
  if (target.startsWith('admin.')) return adminComponentsOf(apiVersion);
  if (apiVersion < '2023-10') return FIRST;
  return target.startsWith('customer-account.')
    ? [...FIRST, ...LATER, ...CUSTOMER_ACCOUNT]
    : [...FIRST, ...LATER, ...CHECKOUT];
}
