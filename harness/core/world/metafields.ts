import type {Metafield} from '../../wire/account.ts';
import type {Order} from '../../wire/order.ts';
import {CARE_GUIDE} from './metaobjects.ts';
import type {Customer} from './people.ts';
import type {Product} from './products.ts';
import type {Shop} from './shop.ts';

/**
 * Creates the metafields of shop, customer, company, all products and order. An extension sees those that its
 * TOML asks for, and only those of products that are bought.
 */
export function metafieldsOf({
  shop,
  products,
  customer,
  order,
}: {
  shop: Shop;
  products: readonly Product[];
  customer: Customer | null;
  order: Order;
}): readonly Metafield[] {
  return [
    text('shop', shop.id, 'tier', 'gold'),
    ...(customer === null ? [] : [text('customer', customer.id, 'tier', 'silver')]),
    ...(customer?.company == null
      ? []
      : [
          text('company', customer.company.id, 'tier', 'partner'),
          text('companyLocation', customer.company.location.id, 'tier', 'warehouse'),
        ]),
    ...products.filter(({isGiftCard}) => !isGiftCard).map(({id}) => text('product', id, 'care', 'Wash cold')),
    ...references(products),
    text('order', order.id, 'source', 'online'),
  ];
}

/** The metafields of the first product that refer to other resources. */
function references([first, second, third]: readonly Product[]): readonly Metafield[] {
  if (first === undefined) return [];
  const goesWith = [second, third].flatMap((product) => product?.id ?? []);

  return [
    {...text('product', first.id, 'care_guide', CARE_GUIDE), type: 'metaobject_reference'},
    {
      ...text('product', first.id, 'goes_with', JSON.stringify(goesWith)),
      type: 'list.product_reference',
      valueType: 'json_string' as const,
    },
  ].map(({target, metafield, ...rest}) => ({target, metafield: {...metafield, ...rest}}));
}

function text(type: Metafield['target']['type'], id: string, key: string, value: string): Metafield {
  return {
    target: {type, id},
    metafield: {namespace: 'custom', key, value, valueType: 'string', type: 'single_line_text_field'},
  };
}
