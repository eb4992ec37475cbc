import {expect, test} from '@playwright/test';
import {decimalOf} from '../graphql/scalars.ts';
import {createWorld} from '../../../world/world.ts';
import {storefrontAnswer, storefrontOf} from './storefront-answer.fixture.ts';

const {products} = createWorld();
const [first, second, , , byWeight, withSoldOut, giftCard] = products as readonly [
  Product,
  Product,
  Product,
  Product,
  Product,
  Product,
  Product,
];
type Product = (typeof products)[number];

test('a subscription offer has plans with the price of each delivery', async () => {
  const price = first.variants[0]?.price.amount ?? 0;
  const query = `{ product(id: "${first.id}") {
    requiresSellingPlan
    sellingPlanGroups(first: 9) { nodes { name options { name values } sellingPlans(first: 9) { nodes {
      id name recurringDeliveries options { name value }
      priceAdjustments { orderCount adjustmentValue { ... on SellingPlanPercentagePriceAdjustment { adjustmentPercentage } } }
      deliveryPolicy { ... on SellingPlanRecurringDeliveryPolicy { interval intervalCount } }
    } } } }
    variants(first: 1) { nodes { sellingPlanAllocations(first: 1) { nodes {
      sellingPlan { id } checkoutChargeAmount { amount } remainingBalanceChargeAmount { amount }
      priceAdjustments { price { amount currencyCode } compareAtPrice { amount } perDeliveryPrice { amount } }
    } } } }
  } }`;

  const reduced = decimalOf(Math.round(price * 90) / 100);
  const monthly = {id: 'gid://shopify/SellingPlan/8001'};
  expect(await storefrontAnswer(query)).toMatchObject({
    data: {
      product: {
        requiresSellingPlan: false,
        sellingPlanGroups: {
          nodes: [
            {
              name: 'Subscribe and save',
              options: [{name: 'Delivery frequency', values: ['Every month', 'Every 2 weeks']}],
              sellingPlans: {
                nodes: [
                  {
                    ...monthly,
                    recurringDeliveries: true,
                    options: [{name: 'Delivery frequency', value: 'Every month'}],
                    priceAdjustments: [{orderCount: null, adjustmentValue: {adjustmentPercentage: 10}}],
                    deliveryPolicy: {interval: 'MONTH', intervalCount: 1},
                  },
                  {deliveryPolicy: {interval: 'WEEK', intervalCount: 2}},
                ],
              },
            },
          ],
        },
        variants: {
          nodes: [
            {
              sellingPlanAllocations: {
                nodes: [
                  {
                    sellingPlan: monthly,
                    checkoutChargeAmount: {amount: reduced},
                    remainingBalanceChargeAmount: {amount: '0.0'},
                    priceAdjustments: [
                      {
                        price: {amount: reduced, currencyCode: 'USD'},
                        compareAtPrice: {amount: decimalOf(price)},
                        perDeliveryPrice: {amount: reduced},
                      },
                    ],
                  },
                ],
              },
            },
          ],
        },
      },
    },
  });
});

test('a product on sale and a gift card have no selling plans', async () => {
  const query = `{ nodes(ids: ["${second.id}", "${giftCard.id}"]) { ... on Product { sellingPlanGroups(first: 1) { nodes { name } } } } }`;
  const none = {sellingPlanGroups: {nodes: []}};
  expect(await storefrontAnswer(query)).toEqual({data: {nodes: [none, none]}});
});

test('a line of the cart that is a subscription costs what its plan says', async () => {
  const world = createWorld();
  const storefront = storefrontOf(world, {
    lines: [
      {
        id: 'gid://shopify/CartLine/1',
        merchandise: first.variants[0] as NonNullable<(typeof first.variants)[0]>,
        quantity: 2,
        attributes: [],
        sellingPlan: {id: 'gid://shopify/SellingPlan/8001', recurringDeliveries: true},
        parentId: null,
        components: [],
      },
    ],
  });
  const {checkout} = storefront;
  const price = first.variants[0]?.price.amount ?? 0;
  const query = `{ cart(id: "gid://shopify/Cart/${checkout.token}") {
    cost { subtotalAmount { amount } }
    lines(first: 1) { nodes {
      cost { amountPerQuantity { amount } totalAmount { amount } }
      sellingPlanAllocation { sellingPlan { name } priceAdjustments { compareAtPrice { amount } price { amount } } }
    } }
  } }`;

  const each = Math.round(price * 90) / 100;
  expect(checkout.lines[0]?.total.amount).toBeCloseTo(each * 2);
  expect(await storefrontAnswer(query, storefront)).toEqual({
    data: {
      cart: {
        cost: {subtotalAmount: {amount: decimalOf(checkout.cost.subtotal.amount)}},
        lines: {
          nodes: [
            {
              cost: {
                amountPerQuantity: {amount: decimalOf(each)},
                totalAmount: {amount: decimalOf(checkout.lines[0]?.total.amount)},
              },
              sellingPlanAllocation: {
                sellingPlan: {name: 'Delivered every month, save 10%'},
                priceAdjustments: [
                  {compareAtPrice: {amount: decimalOf(price)}, price: {amount: decimalOf(each)}},
                ],
              },
            },
          ],
        },
      },
    },
  });
});

test('a line of a product on sale has the price before the sale', async () => {
  const storefront = storefrontOf(createWorld());
  const query = `{ cart(id: "gid://shopify/Cart/${storefront.checkout.token}") { lines(first: 9) { nodes { cost { compareAtAmountPerQuantity { amount } } } } } }`;
  const before = {amount: decimalOf(second.compareAtPrice?.amount)};

  expect(await storefrontAnswer(query, storefront)).toEqual({
    data: {
      cart: {
        lines: {
          nodes: [{cost: {compareAtAmountPerQuantity: null}}, {cost: {compareAtAmountPerQuantity: before}}],
        },
      },
    },
  });
});

test('a variant that is sold out is passed over', async () => {
  const [black, natural] = withSoldOut.variants.map(({id}) => ({id}));
  const query = `{ product(id: "${withSoldOut.id}") {
    availableForSale totalInventory encodedVariantExistence encodedVariantAvailability
    variants(first: 9) { nodes { id availableForSale quantityAvailable storeAvailability(first: 1) { nodes { available quantityAvailable pickUpTime location { name } } } } }
    selectedOrFirstAvailableVariant { id }
    chosen: selectedOrFirstAvailableVariant(selectedOptions: [{name: "Colour", value: "Natural"}]) { id }
    options { optionValues { name firstSelectableVariant { id } } }
    adjacentVariants(selectedOptions: [{name: "Colour", value: "Black"}]) { id }
  } }`;

  const {data} = (await storefrontAnswer(query)) as {data: {product: Answered}};
  const {variants, ...product} = data.product;
  const [inStock, soldOut] = variants.nodes;

  expect(product).toEqual({
    availableForSale: true,
    totalInventory: inStock?.quantityAvailable,
    encodedVariantExistence: 'v1_0-1',
    encodedVariantAvailability: 'v1_0',
    selectedOrFirstAvailableVariant: black,
    chosen: natural,
    options: [
      {
        optionValues: [
          {name: 'Black', firstSelectableVariant: black},
          {name: 'Natural', firstSelectableVariant: natural},
        ],
      },
    ],
    adjacentVariants: [natural],
  });
  expect(inStock?.quantityAvailable).toBeGreaterThan(0);
  expect(inStock?.storeAvailability.nodes).toEqual([
    {
      available: true,
      quantityAvailable: inStock?.quantityAvailable,
      pickUpTime: 'Usually ready in 24 hours',
      location: {name: 'Downtown shop'},
    },
  ]);
  expect(soldOut).toMatchObject({
    availableForSale: false,
    quantityAvailable: 0,
    storeAvailability: {nodes: [{available: false, quantityAvailable: 0}]},
  });
});

interface Answered {
  readonly variants: {
    readonly nodes: readonly {
      readonly quantityAvailable: number;
      readonly storeAvailability: {readonly nodes: readonly unknown[]};
    }[];
  };
}

test('a product that is sold by weight has a unit price', async () => {
  const query = `{ product(id: "${byWeight.id}") { variants(first: 1) { nodes {
    weight weightUnit unitPrice { amount } unitPriceMeasurement { measuredType quantityValue quantityUnit referenceValue referenceUnit }
    quantityRule { minimum maximum increment } quantityPriceBreaks(first: 9) { nodes { minimumQuantity } }
    sellingPlanAllocations(first: 1) { nodes { priceAdjustments { unitPrice { amount } } } }
  } } } }`;

  const price = byWeight.variants[0]?.price.amount ?? 0;
  expect(await storefrontAnswer(query)).toMatchObject({
    data: {
      product: {
        variants: {
          nodes: [
            {
              weight: 500,
              weightUnit: 'GRAMS',
              unitPrice: {amount: decimalOf(price * 2)},
              unitPriceMeasurement: {
                measuredType: 'WEIGHT',
                quantityValue: 500,
                quantityUnit: 'G',
                referenceValue: 1,
                referenceUnit: 'KG',
              },
              quantityRule: {minimum: 1, maximum: null, increment: 1},
              quantityPriceBreaks: {nodes: []},
              sellingPlanAllocations: {
                nodes: [
                  {priceAdjustments: [{unitPrice: {amount: decimalOf(Math.round(price * 180) / 100)}}]},
                ],
              },
            },
          ],
        },
      },
    },
  });
});

test('the shop sells a gift card, which is not delivered and not taxed', async () => {
  const query = `{ products(first: 9, query: "gift_card:true") { nodes {
    handle isGiftCard variants(first: 2) { nodes { title price { amount } requiresShipping taxable quantityAvailable storeAvailability(first: 1) { nodes { available } } } }
  } } }`;

  expect(await storefrontAnswer(query)).toMatchObject({
    data: {
      products: {
        nodes: [
          {
            handle: 'gift-card',
            isGiftCard: true,
            variants: {
              nodes: [
                {
                  title: '$10.00',
                  price: {amount: '10.0'},
                  requiresShipping: false,
                  taxable: false,
                  quantityAvailable: null,
                  storeAvailability: {nodes: []},
                },
                {title: '$25.00'},
              ],
            },
          },
        ],
      },
    },
  });
});

test('an image is transformed as its URL allows', async () => {
  const {image} = first;
  const ofCdn = {...first, image: {...image, url: 'https://cdn.shopify.com/bag.png?v=1'}};
  const world = createWorld();
  const storefront = {...storefrontOf(world), products: [ofCdn, second]};
  const query = `{ nodes(ids: ["${first.id}", "${second.id}"]) { ... on Product { featuredImage {
    url(transform: {maxWidth: 100, scale: 2, crop: CENTER, preferredContentType: WEBP}) original: url
  } } } }`;

  expect(await storefrontAnswer(query, storefront)).toEqual({
    data: {
      nodes: [
        {
          featuredImage: {
            url: 'https://cdn.shopify.com/bag.png?v=1&width=200&crop=center&format=webp',
            original: 'https://cdn.shopify.com/bag.png?v=1',
          },
        },
        {
          featuredImage: {
            url: expect.stringContaining(encodeURIComponent('width="200" height="200"')),
            original: second.image.url,
          },
        },
      ],
    },
  });
});
