import type {Money} from '../../wire/order.ts';

/** Whether buyers can see a product: `UNLISTED` ones only by their address. */
export type ProductStatus = 'ACTIVE' | 'ARCHIVED' | 'DRAFT' | 'UNLISTED';

/** The part of a product that the Admin API has beyond the Storefront API's. */
export interface ProductDetails {
  /** Whether buyers can see it. Default: `'ACTIVE'`. */
  readonly status: ProductStatus;
  /** The time of publication in the online store, in ISO 8601; null for a product that is not published. */
  readonly publishedAt: string | null;
  /** The description, as HTML. */
  readonly descriptionHtml: string;
  /** The theme template, for example `wide`; null for the default one. */
  readonly templateSuffix: string | null;
  /** The texts for search engines; null for what follows from title and description. */
  readonly seo: {readonly title: string | null; readonly description: string | null};
  /** `gid://shopify/TaxonomyCategory/…`; null without one. */
  readonly category: string | null;
  /** Whether it is only sold with a selling plan. */
  readonly requiresSellingPlan: boolean;
  /** The options in their order. */
  readonly options: readonly ProductOption[];
  /** The pictures in their order. The first one is featured. */
  readonly media: readonly ProductMedia[];
  /** The time at which it was created, in ISO 8601. */
  readonly createdAt: string;
  /** The time of its last change, in ISO 8601. */
  readonly updatedAt: string;
  /** The details of each variant, by its id. */
  readonly variants: Readonly<Record<string, VariantDetails>>;
}

/** An option such as `Size`. */
export interface ProductOption {
  /** `gid://shopify/ProductOption/…` */
  readonly id: string;
  /** For example `Size`. */
  readonly name: string;
  /** The values in their order. */
  readonly values: readonly ProductOptionValue[];
}

/** A value of an option, such as `Small`. */
export interface ProductOptionValue {
  /** `gid://shopify/ProductOptionValue/…` */
  readonly id: string;
  /** For example `Small`. */
  readonly name: string;
}

/** A picture of a product. */
export interface ProductMedia {
  /** `gid://shopify/MediaImage/…` */
  readonly id: string;
  /** An absolute URL of http, https or data. */
  readonly url: string;
  /** The alternative text. */
  readonly alt: string;
}

/** The part of a variant that the Admin API has beyond the Storefront API's. */
export interface VariantDetails {
  /** The barcode, for example `'5901234123457'`; null without one. */
  readonly barcode: string | null;
  /** The price before a sale; null without a sale. */
  readonly compareAtPrice: Money | null;
  /** The merchant's own cost; null if nobody has set it. */
  readonly unitCost: Money | null;
  /** Whether tax is charged. */
  readonly taxable: boolean;
  /** Whether it can be bought when none is left. */
  readonly inventoryPolicy: 'CONTINUE' | 'DENY';
  /** Whether its stock is counted. */
  readonly tracked: boolean;
  /** The number that is left; null for the number that is drawn from the seed. */
  readonly quantity: number | null;
  /** In grams; null for the weight that is drawn from the seed. */
  readonly weight: number | null;
  /** The picture, one of those of the product; null without one. */
  readonly mediaId: string | null;
  /** The time at which it was created, in ISO 8601. */
  readonly createdAt: string;
  /** The time of its last change, in ISO 8601. */
  readonly updatedAt: string;
}
