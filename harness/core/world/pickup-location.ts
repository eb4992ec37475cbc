/** The location of the shop at which buyers pick up their goods. */
export const PICKUP_LOCATION = {
  id: 'gid://shopify/Location/8001',
  name: 'Downtown shop',
  address: {
    countryCode: 'US',
    provinceCode: 'NY',
    city: 'New York',
    address1: '1 Market Street',
    zip: '10002',
  },
} as const;
