/** The 28 components of 2023-10. */
const FIRST: readonly string[] = [
  'AdminAction',
  'AdminBlock',
  'BlockStack',
  'Box',
  'Button',
  'Checkbox',
  'CustomerSegmentTemplate',
  'Divider',
  'EmailField',
  'Form',
  'Heading',
  'HeadingGroup',
  'Icon',
  'Image',
  'InlineStack',
  'InternalCustomerSegmentTemplate',
  'Link',
  'NumberField',
  'PasswordField',
  'Pressable',
  'ResourceItem',
  'ResourceList',
  'Select',
  'Text',
  'TextArea',
  'TextField',
  'Thumbnail',
  'URLField',
];

/** The first API version of each later component. */
const SINCE: Readonly<Record<string, string>> = {
  AdminPrintAction: '2024-07',
  Badge: '2024-01',
  Banner: '2024-01',
  Card: '2024-01',
  ChoiceList: '2024-01',
  ColorPicker: '2024-01',
  DateField: '2024-01',
  DatePicker: '2024-01',
  FunctionSettings: '2024-04',
  InternalLocationList: '2024-01',
  MoneyField: '2024-01',
  Paragraph: '2024-01',
  ProgressIndicator: '2024-01',
  Section: '2024-04',
};

/** The last API version of each component that was removed. */
const UNTIL: Readonly<Record<string, string>> = {
  Card: '2024-07',
  ResourceItem: '2024-07',
  ResourceList: '2024-07',
  Thumbnail: '2024-07',
};

/**
 * Lists the components of an API version of the admin, from 2023-10 to 2025-07
 * (`surfaces/admin/components.d.ts` of `@shopify/ui-extensions`).
 */
export function adminComponentsOf(apiVersion: string): readonly string[] {
  return [...FIRST, ...Object.keys(SINCE)].filter((name) => {
    const {[name]: since = ''} = SINCE;
    const {[name]: until = apiVersion} = UNTIL;
    return since <= apiVersion && apiVersion <= until;
  });
}
