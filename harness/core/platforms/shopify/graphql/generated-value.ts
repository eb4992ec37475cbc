import {faker} from '@faker-js/faker/locale/en';
import type {GraphQLEnumType, GraphQLLeafType} from 'graphql';
import {hashOf} from '../../../world/drawn-number.ts';
import {moneyOf, scaleOf} from '../../../world/money.ts';
import type {QueryContext} from './query-context.ts';

/** The field that needs a value. */
export interface GeneratedField {
  readonly type: GraphQLLeafType;
  readonly typeName: string;
  readonly fieldName: string;
  /** The same for the same field of the same object, in every query. */
  readonly key: string;
}

/**
 * Draws the value of a leaf field from the seed, the object, the field and its type. Booleans are false, enums have
 * their first value, and money is in the shop's currency.
 */
export function drawValue(field: GeneratedField, context: QueryContext): unknown {
  const {type, typeName} = field;
  faker.seed(hashOf(`${context.seed} ${field.key}`));

  if ('getValues' in type) return enumValue(type, context);
  if (type.name === 'ID')
    return `gid://shopify/${typeName}/${faker.number.int({min: 100_000, max: 999_999})}`;
  return SCALARS[type.name]?.(context) ?? stringFor(field.fieldName);
}

const SCALARS: Readonly<Record<string, (context: QueryContext) => unknown>> = {
  Boolean: () => false,
  Int: () => faker.number.int({min: 1, max: 99}),
  Float: () => faker.number.float({min: 1, max: 99, fractionDigits: 1}),
  UnsignedInt64: () => String(faker.number.int({min: 1, max: 99})),
  Decimal: ({currency}) => moneyOf(faker.number.int({min: 1, max: 99}) * scaleOf(currency), currency).amount,
  DateTime: () => pastTime(),
  ISO8601DateTime: () => pastTime(),
  URL: () => `https://example.com/${faker.lorem.slug()}`,
  HTML: () => `<p>${faker.lorem.sentence()}</p>`,
  Color: () => faker.color.rgb(),
  JSON: () => ({}),
};

/** Generators of strings, by a word of the field's name. The first match counts. */
const STRINGS: readonly (readonly [RegExp, () => string])[] = [
  [/email/i, () => faker.internet.email().toLowerCase()],
  [/phone/i, () => faker.phone.number({style: 'international'})],
  [/firstName/i, () => faker.person.firstName()],
  [/lastName/i, () => faker.person.lastName()],
  [/company|vendor/i, () => faker.company.name()],
  [/address/i, () => faker.location.streetAddress()],
  [/city/i, () => faker.location.city()],
  [/zip|postal/i, () => faker.location.zipCode()],
  [/country/i, () => faker.location.country()],
  [/province|zone/i, () => faker.location.state()],
  [/url|link|host/i, () => `https://example.com/${faker.lorem.slug()}`],
  [/handle|slug/i, () => faker.lorem.slug()],
  [/description|body|content|message|excerpt|summary|note/i, () => faker.lorem.sentence()],
  [/title|name|label/i, () => faker.commerce.productName()],
  [
    /sku|barcode|code|number|token|digits|cursor/i,
    () => faker.string.alphanumeric({length: 8, casing: 'upper'}),
  ],
];

function stringFor(fieldName: string): string {
  const [, generate] = STRINGS.find(([pattern]) => pattern.test(fieldName)) ?? [];
  return generate?.() ?? faker.lorem.words(2);
}

/** A time in the year before the orders of the world. */
function pastTime(): string {
  return faker.date.between({from: '2025-01-01T00:00:00Z', to: '2025-12-31T00:00:00Z'}).toISOString();
}

function enumValue(type: GraphQLEnumType, {currency, country}: QueryContext): unknown {
  const names = type.getValues().map(({name}) => name);
  const ofShop = {CurrencyCode: currency, CountryCode: country, LanguageCode: 'EN'}[type.name];
  return ofShop !== undefined && names.includes(ofShop) ? ofShop : names[0];
}
