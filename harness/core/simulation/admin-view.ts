import type {AdminKindName} from '../../wire/admin-pages.ts';
import {ADMIN_KINDS, kindOf} from '../../wire/admin-pages.ts';
import type {AdminPlace} from '../../wire/admin-targets.ts';
import type {AdminRow, AdminView, DiscountSettings} from '../../wire/admin-view.ts';
import type {SelectedResource} from '../../wire/admin-subject.ts';
import {storeHandle} from '../platforms/shopify/app-authorization/host-parameter.ts';
import type {Order} from '../../wire/order.ts';
import type {Customer} from '../world/people.ts';
import type {ShopRecords} from '../world/shop-records.ts';
import type {Shop} from '../world/shop.ts';
import type {StaffMember} from '../world/staff.ts';

/** The parts of a simulation that pages of its admin show. */
export interface AdminViewParts {
  readonly shop: Shop;
  readonly staff: Pick<StaffMember, 'firstName' | 'lastName'>;
  readonly records: Pick<ShopRecords, 'products' | 'collections' | 'discounts'>;
  readonly orders: readonly Order[];
  readonly customers: readonly Customer[];
  /** The customer and the order that pages of customers show. They come first. */
  readonly first: {readonly customerId: string; readonly orderId: string};
  readonly discount: DiscountSettings;
}

/** The number of resources that a page lists at most. */
const MOST = 10;

/** Resources of kinds that the world does not have, by their numbers. They have an id and a title, and no API. */
const GENERATED = {
  'abandoned-checkout': {first: 8101, title: (position: number) => `#C${8100 + position}`},
  catalog: {first: 8201, title: (position: number) => `Catalog ${position}`},
  'customer-segment': {first: 8301, title: (position: number) => `Segment ${position}`},
  'draft-order': {first: 8401, title: (position: number) => `#D${position}`},
  'gift-card': {first: 8501, title: (position: number) => `Gift card ${position}`},
} as const;

/** Returns the facts that pages of the admin show. */
export function adminViewOf({shop, staff, discount, ...model}: AdminViewParts): AdminView {
  return {
    store: storeHandle(shop),
    staff: `${staff.firstName} ${staff.lastName}`,
    discount,
    resources: {...resourcesOf(model), ...generatedResources()},
  };
}

/** Returns the resources that a target gets without a choice of the test: none on a page, the first ones of a list. */
export function selectedByDefault(
  {page, place}: Pick<AdminPlace, 'page' | 'place'>,
  {resources}: Pick<AdminView, 'resources'>,
): readonly SelectedResource[] {
  const shown = kindOf(page);
  if (shown === null) return [];

  const listed = resources[shown.kind];
  const isSelection = place === 'selection-action' || place === 'selection-print';
  if (shown.isIndex && !isSelection) return [];
  return listed.slice(0, shown.isIndex ? 2 : 1).map(({id}) => ({id}));
}

type Known = Exclude<AdminKindName, keyof typeof GENERATED>;

function resourcesOf({
  records,
  orders,
  customers,
  first,
}: Omit<AdminViewParts, 'shop' | 'staff' | 'discount'>): Readonly<Record<Known, readonly AdminRow[]>> {
  const companies = customers.flatMap(({company}) => company ?? []);

  return {
    collection: firstRows(records.collections),
    company: firstRows(companies.map(({id, name}) => ({id, title: name}))),
    'company-location': firstRows(
      companies.map(({id, location}) => ({id: location.id, title: location.name, parent: id})),
    ),
    customer: firstRows(customers.map(customerRow), first.customerId),
    discount: firstRows(records.discounts),
    order: firstRows(
      orders.map(({id, name}) => ({id, title: name})),
      first.orderId,
    ),
    product: firstRows(records.products),
    'product-variant': firstRows(
      records.products.flatMap(({id, title, variants}) =>
        variants.map((variant) => ({
          id: variant.id,
          title: [title, variant.subtitle].filter((part) => part != null && part !== '').join(' – '),
          parent: id,
        })),
      ),
    ),
  };
}

function generatedResources(): Readonly<Record<keyof typeof GENERATED, readonly AdminRow[]>> {
  const entries = Object.entries(GENERATED).map(([kind, {first, title}]) => {
    const {type} = ADMIN_KINDS[kind as AdminKindName];
    return [
      kind,
      [1, 2, 3].map((position) => ({
        id: `gid://shopify/${type}/${first + position - 1}`,
        title: title(position),
      })),
    ];
  });
  return Object.fromEntries(entries) as Record<keyof typeof GENERATED, readonly AdminRow[]>;
}

function customerRow({id, firstName, lastName}: Customer): AdminRow {
  return {id, title: `${firstName} ${lastName}`.trim()};
}

/** Lists the first rows, with the one of that id at first. */
function firstRows(all: readonly AdminRow[], firstId = ''): readonly AdminRow[] {
  const chosen = all.filter(({id}) => id === firstId);
  const unique = [...new Map([...chosen, ...all].map((row) => [row.id, row])).values()];
  return unique
    .slice(0, MOST)
    .map(({id, title, parent}) => ({id, title, ...(parent === undefined ? {} : {parent})}));
}
