/** Somebody who works for the shop, as the admin and the point of sale know them. */
export interface StaffMember {
  /** `gid://shopify/StaffMember/…` */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** The id of their session in the admin, 64 hexadecimal digits. */
  readonly sessionId: string;
}

/** The documented staff: `grace` runs the shop. */
export const STAFF: Readonly<Record<StaffName, StaffMember>> = {
  grace: {
    id: 'gid://shopify/StaffMember/5001',
    firstName: 'Grace',
    lastName: 'Hopper',
    email: 'grace@acme.example',
    sessionId: 'c0b01c0b01c0b01c0b01c0b01c0b01c0b01c0b01c0b01c0b01c0b01c0b01c0b0',
  },
};

export type StaffName = 'grace';
