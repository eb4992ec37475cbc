/** Shapes of who is signed in, their privacy choices, the page's localization, and metafields. */
import type {
  Company,
  CompanyLocation,
  ConsentPurpose,
  Customer,
  CustomerPrivacy,
  Metafield,
  MetafieldOwner,
  StoreCredit,
  VisitorConsent,
} from '../../wire/account.ts';
import type {Localization} from '../../wire/localization.ts';
import {
  ADDRESS,
  COUNTRY,
  CURRENCY,
  EMAIL,
  FLAG,
  LANGUAGE,
  MONEY,
  PHONE,
  TIMEZONE,
  name,
  text,
} from './platform-values.ts';
import {ANY_GID, gid} from './gid.ts';
import {object, part} from './object-shapes.ts';
import {list, nullable, oneOf, optional, ruled, single} from './shape.ts';
import type {FieldShapes, PartOf, Shape} from './shape.ts';

const LOCATION: Shape<CompanyLocation> = object<CompanyLocation>({
  id: gid('CompanyLocation', 9102),
  name: name('Boston Foundry'),
  externalId: optional(text('AE-BOS')),
});

const CUSTOMER_FIELDS: FieldShapes<Omit<Customer, 'id'>> = {
  firstName: text('Ada'),
  lastName: text('Lovelace'),
  email: EMAIL,
  phone: nullable(PHONE),
  acceptsMarketing: FLAG,
  storeCredit: list(object<StoreCredit>({id: gid('StoreCreditAccount'), balance: MONEY})),
  address: nullable(ADDRESS),
  company: nullable(
    object<Company>({
      id: gid('Company', 9002),
      name: name('Analytical Engines'),
      externalId: optional(text('AE-9002')),
      location: LOCATION,
    }),
  ),
};

/** A customer of the test's own; only `id` is needed. */
export const CUSTOMER: Shape<PartOf<Customer>> = part<Customer>({
  id: gid('Customer', 7004),
  ...CUSTOMER_FIELDS,
});

export const CUSTOMER_CHANGE: Shape<PartOf<Omit<Customer, 'id'>>> = part<Omit<Customer, 'id'>>(
  CUSTOMER_FIELDS,
  {
    fixed: {id: 'a customer keeps their id. Sign somebody else in with signIn()'},
  },
);

export const LOCALIZATION_CHANGE: Shape<PartOf<Localization>> = part<Localization>({
  language: LANGUAGE,
  country: COUNTRY,
  currency: CURRENCY,
  timezone: TIMEZONE,
  market: object<Localization['market']>({id: gid('Market'), handle: name('us')}),
});

type Consents = Readonly<Record<ConsentPurpose, boolean>>;

export const PRIVACY_CHANGE: Shape<PartOf<CustomerPrivacy>> = part<CustomerPrivacy>({
  allowedProcessing: object<Consents>({
    analytics: FLAG,
    marketing: FLAG,
    preferences: FLAG,
    saleOfData: FLAG,
  }),
  metafields: list(
    object<CustomerPrivacy['metafields'][number]>({key: name('analytics_type'), value: text('essential')}),
  ),
  visitorConsent: object<VisitorConsent>({
    analytics: optional(FLAG),
    marketing: optional(FLAG),
    preferences: optional(FLAG),
    saleOfData: optional(FLAG),
  }),
  shouldShowBanner: FLAG,
  saleOfDataRegion: FLAG,
  region: optional(
    object<NonNullable<CustomerPrivacy['region']>>({
      countryCode: optional(COUNTRY),
      provinceCode: optional(text('CA')),
    }),
  ),
});

const METAFIELD_VALUE: Shape<Metafield['metafield']['value']> = single<Metafield['metafield']['value']>({
  expected: 'a string, a number or a boolean, for example "gold"',
  example: 'gold',
  accepts: (given) => ['string', 'boolean'].includes(typeof given) || Number.isFinite(given),
});

/** The type of the id that each owner of metafields has. */
const OWNER_IDS: Readonly<Record<MetafieldOwner, string>> = {
  shop: 'Shop',
  customer: 'Customer',
  product: 'Product',
  variant: 'ProductVariant',
  company: 'Company',
  companyLocation: 'CompanyLocation',
  cart: 'Cart',
  order: 'Order',
};

const OWNERS = Object.fromEntries(Object.keys(OWNER_IDS).map((owner) => [owner, true])) as Readonly<
  Record<MetafieldOwner, true>
>;

const METAFIELD: Shape<Metafield> = ruled(
  object<Metafield>({
    target: object<Metafield['target']>({type: oneOf<MetafieldOwner>(OWNERS), id: ANY_GID}),
    metafield: object<Metafield['metafield']>({
      namespace: name('custom'),
      key: name('tier'),
      value: METAFIELD_VALUE,
      valueType: oneOf<Metafield['metafield']['valueType']>({
        string: true,
        boolean: true,
        float: true,
        integer: true,
        json_string: true,
      }),
      type: name('single_line_text_field'),
    }),
  }),
  ({target: {type, id}}) => {
    const isOwners = id.startsWith(`gid://shopify/${OWNER_IDS[type]}/`);
    return isOwners
      ? null
      : {
          at: 'target.id',
          given: id,
          expected: `the id of a ${type}, such as "gid://shopify/${OWNER_IDS[type]}/1"`,
        };
  },
);

export const METAFIELDS: Shape<readonly Metafield[]> = list(METAFIELD);
