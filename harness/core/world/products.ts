import type {Faker} from '@faker-js/faker';
import type {Image, Variant} from '../../wire/order.ts';
import {minorUnits, moneyOf, scaleOf} from './money.ts';
import type {Money} from './money.ts';
import type {ProductDetails} from './product-details.ts';
import type {Shop} from './shop.ts';

/** A product of the shop. */
export interface Product {
  /** `gid://shopify/Product/…` */
  readonly id: string;
  /** The part of its URL that names it, for example `canvas-bag`. */
  readonly handle: string;
  /** The title. */
  readonly title: string;
  /** The description, as plain text. */
  readonly description: string;
  /** The vendor. */
  readonly vendor: string;
  /** The kind of product, for example `Bag`. */
  readonly productType: string;
  /** The tags: `['sale']` if it costs less than before. */
  readonly tags: readonly string[];
  /** The price before a sale, which a shop shows crossed out; null without a sale. */
  readonly compareAtPrice: Money | null;
  /** Whether it is a gift card, which is never delivered. */
  readonly isGiftCard: boolean;
  /** The image. */
  readonly image: Image;
  /** The variants: one for each colour, or for each amount of a gift card. */
  readonly variants: readonly Variant[];
  /** The details that the Admin API has set; left out for a product that it has not changed. */
  readonly details?: ProductDetails;
}

/** The image of a product that has none. */
export const NO_IMAGE: Image = {url: '', altText: ''};

const COUNT = 6;
const COLOURS = ['Black', 'Natural'];

/** Draws what the shop sells. The ids are constants: products 3001 to 3006, variant 1 of product 3001 is 30011. */
export function drawProducts(faker: Faker, shop: Shop): readonly Product[] {
  return Array.from({length: COUNT}, (_, index): Product => {
    const number = 3001 + index;
    const title = faker.commerce.productName();
    const product = {
      id: `gid://shopify/Product/${number}`,
      vendor: faker.company.name(),
      productType: faker.commerce.product(),
    };

    const image = pictureOf(title, faker.number.int({min: 0, max: 359}));
    const price = moneyOf(faker.number.int({min: 9, max: 99}) * scaleOf(shop.currency), shop.currency);
    return {
      ...product,
      handle: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
      title,
      description: faker.commerce.productDescription(),
      ...saleOf(price, index),
      isGiftCard: false,
      image,
      variants: COLOURS.map((colour, position) => ({
        id: `gid://shopify/ProductVariant/${number}${position + 1}`,
        title,
        subtitle: colour,
        sku: `SKU-${number}-${position + 1}`,
        price,
        image,
        selectedOptions: [{name: 'Colour', value: colour}],
        product,
        requiresShipping: true,
      })),
    };
  });
}

/** The amounts of the gift card, in whole units of the shop's currency. */
const AMOUNTS = [10, 25, 50, 100];

/** Creates the gift card that the shop sells: product 3007, with variants from 30071 on. */
export function giftCardOf({name, currency}: Shop): Product {
  const product = {id: 'gid://shopify/Product/3007', vendor: name, productType: 'Gift card'};
  const title = 'Gift card';
  const image = pictureOf(title, 40);

  return {
    ...product,
    handle: 'gift-card',
    title,
    description: `Let them choose at ${name}.`,
    tags: [],
    compareAtPrice: null,
    isGiftCard: true,
    image,
    variants: AMOUNTS.map((units, position) => {
      const price = moneyOf(units * scaleOf(currency), currency);
      const amount = wholeAmount(units, currency);
      return {
        id: `${product.id.replace('Product', 'ProductVariant')}${position + 1}`,
        title,
        subtitle: amount,
        sku: `GIFT-${units}`,
        price,
        image,
        selectedOptions: [{name: 'Denominations', value: amount}],
        product,
        requiresShipping: false,
      };
    }),
  };
}

/** Writes an amount in English. Every world needs a few, and a formatter takes longer to make than a world. */
function wholeAmount(units: number, currency: string): string {
  const known = FORMATS.get(currency) ?? new Intl.NumberFormat('en', {style: 'currency', currency});
  FORMATS.set(currency, known);
  return known.format(units);
}

const FORMATS = new Map<string, Intl.NumberFormat>();

/** Puts every second product on sale, at four fifths of its price before. */
function saleOf(price: Money, index: number): Pick<Product, 'tags' | 'compareAtPrice'> {
  if (index % 2 === 0) return {tags: [], compareAtPrice: null};
  return {tags: ['sale'], compareAtPrice: moneyOf(Math.round(minorUnits(price) * 1.25), price.currencyCode)};
}

/** Creates a picture as a `data:` URL, so that no page needs a network for it. */
function pictureOf(title: string, hue: number): Image {
  const letter = title.charAt(0);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">` +
    `<rect width="64" height="64" fill="hsl(${hue} 35% 82%)"/>` +
    `<text x="32" y="41" font-family="sans-serif" font-size="26" text-anchor="middle" ` +
    `fill="hsl(${hue} 40% 28%)">${letter}</text></svg>`;

  return {url: `data:image/svg+xml,${encodeURIComponent(svg)}`, altText: title};
}

/** Whether the buyer of a line gets a gift card. */
export function isGiftCard(
  {merchandise}: {readonly merchandise: Pick<Variant, 'product'>},
  products: readonly Product[],
): boolean {
  return products.some((product) => product.id === merchandise.product.id && product.isGiftCard);
}
