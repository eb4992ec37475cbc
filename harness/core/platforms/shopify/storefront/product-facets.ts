import type {ShopMetafield} from '../../../world/shop-metafield.ts';
import type {Translator} from '../../../world/translations/translator.ts';
import {filterProducts, optionKind} from './product-filters.ts';
import type {ProductFilter} from './product-filters.ts';
import type {ResolvedProduct} from './product.ts';

/** A list of products before filters, and the filters that a query gave. */
export interface FilteredList {
  readonly products: readonly ResolvedProduct[];
  readonly filters: readonly ProductFilter[] | null | undefined;
  readonly metafields: readonly ShopMetafield[];
  readonly translator: Translator;
}

/** A value of a filter before it is counted. */
interface Value {
  readonly id: string;
  readonly label: string;
  readonly input: ProductFilter;
}

/** A filter that the shop offers. */
interface Facet {
  readonly id: string;
  readonly label: string;
  readonly type: 'LIST' | 'PRICE_RANGE';
  /** The kind of condition, which does not lower the counts of its own values. */
  readonly kind: string;
  readonly values: readonly Value[];
}

/**
 * Resolves the filters of a list: availability, price, type, vendor, tag and the options. Each value has the number of
 * products that it would leave.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/objects/Filter
 */
export function resolveFilters(list: FilteredList): readonly object[] {
  return facetsOf(list)
    .filter(({values}) => values.length > 0)
    .map(({id, label, type, kind, values}) => ({
      __typename: 'Filter',
      id,
      label,
      type,
      presentation: 'TEXT',
      values: values.map((value) => resolveValue(value, kind, list)),
    }));
}

function resolveValue(
  {id, label, input}: Value,
  kind: string,
  {products, filters, metafields}: FilteredList,
): object {
  const left = filterProducts(products, filters, {metafields, instead: {kind, filter: input}});
  return {
    __typename: 'FilterValue',
    id,
    label,
    count: left.length,
    // The scalar JSON is a string of JSON here, which a client sends back as it is.
    input: JSON.stringify(input),
    image: null,
    swatch: null,
  };
}

function facetsOf({products, translator: {text}}: FilteredList): readonly Facet[] {
  const sources = products.map(({source}) => source);
  const price = text('Price');

  return [
    {
      id: 'filter.v.availability',
      label: text('Availability'),
      type: 'LIST',
      kind: 'available',
      values: [
        {id: 'filter.v.availability.1', label: text('In stock'), input: {available: true}},
        {id: 'filter.v.availability.0', label: text('Out of stock'), input: {available: false}},
      ],
    },
    {
      id: 'filter.v.price',
      label: price,
      type: 'PRICE_RANGE',
      kind: 'price',
      values: priceValues(price, products),
    },
    listOf(text('Product type'), {
      id: 'filter.p.product_type',
      kind: 'productType',
      names: sources.map(({productType}) => productType),
    }),
    listOf(text('Brand'), {
      id: 'filter.p.vendor',
      kind: 'productVendor',
      names: sources.map(({vendor}) => vendor),
    }),
    listOf(text('Tag'), {id: 'filter.p.tag', kind: 'tag', names: sources.flatMap(({tags}) => tags)}),
    ...optionFacets(products),
  ];
}

function priceValues(label: string, products: readonly ResolvedProduct[]): readonly Value[] {
  const amounts = products.flatMap(({allVariants}) => allVariants.map(({price}) => price.amount));
  if (amounts.length === 0) return [];
  return [{id: 'filter.v.price', label, input: {price: {min: 0, max: Math.max(...amounts)}}}];
}

function listOf(
  label: string,
  {id, kind, names}: {id: string; kind: 'productType' | 'productVendor' | 'tag'; names: readonly string[]},
): Facet {
  const values = sorted(names).map((name) => ({
    id: `${id}.${slugOf(name)}`,
    label: name,
    input: {[kind]: name},
  }));

  return {id, label, type: 'LIST', kind, values};
}

function optionFacets(products: readonly ResolvedProduct[]): readonly Facet[] {
  const options = products.flatMap(({allOptions}) => allOptions);

  return sorted(options.map(({name}) => name)).map((name): Facet => {
    const id = `filter.v.option.${slugOf(name)}`;
    const values = new Set(
      options.filter((option) => option.name === name).flatMap((option) => option.values),
    );
    return {
      id,
      label: name,
      type: 'LIST',
      kind: optionKind(name),
      values: [...values].map((value) => ({
        id: `${id}.${slugOf(value)}`,
        label: value,
        input: {variantOption: {name, value}},
      })),
    };
  });
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted((a, b) => a.localeCompare(b, 'en'));
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
