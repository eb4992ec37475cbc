/** A field that identifies a customer. Shopify approves each one on its own (level 2). */
export type ProtectedField = 'name' | 'address' | 'phone' | 'email';

/**
 * The approval of an app for protected customer data. `false`: none. A list: customer data (level 1), and these
 * fields (level 2). `true`: customer data, and all fields.
 */
export type ProtectedCustomerData = boolean | readonly ProtectedField[];

/** The values of {@link ProtectedField}. */
export const PROTECTED_FIELDS: readonly ProtectedField[] = ['name', 'address', 'phone', 'email'];

/** Whether an approval covers customer data, with or without fields. */
export function isCustomerDataApproved(approval: ProtectedCustomerData): boolean {
  return approval !== false;
}

/** Whether an approval covers a protected field. */
export function isFieldApproved(approval: ProtectedCustomerData, field: ProtectedField): boolean {
  return typeof approval === 'boolean' ? approval : approval.includes(field);
}
