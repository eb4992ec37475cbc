/** The resources of a company that permissions are about. */
const RESOURCES = [
  'BUSINESS_PROFILE',
  'COMPANY',
  'COMPANY_CONTACT',
  'COMPANY_CONTACT_ROLE',
  'COMPANY_LOCATION',
  'COMPANY_LOCATION_BILLING_ADDRESS',
  'COMPANY_LOCATION_SHIPPING_ADDRESS',
  'COMPANY_TAX_EXEMPTION',
  'DRAFT_ORDER',
  'ORDER',
  'PAYMENT_METHOD',
];

/** Resolves the role of every contact: an administrator of their branch, who may do everything. */
export function locationAdmin(): object {
  const permittedOperations = ['ALL'];

  return {
    __typename: 'CompanyContactRole',
    id: 'gid://shopify/CompanyContactRole/1',
    name: 'Location admin',
    resourcePermission: permittedOperations,
    resourcePermissions: RESOURCES.map((resource) => ({
      __typename: 'ResourcePermission',
      resource,
      permittedOperations,
    })),
  };
}

/** Whether an administrator has a permission on the branches of a scope. */
export function hasPermission({scope}: {readonly scope: 'ALL' | 'ANY' | 'NONE' | 'ONE'}): boolean {
  return scope !== 'NONE';
}
