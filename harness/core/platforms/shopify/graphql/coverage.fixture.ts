import {execute, getNamedType, isAbstractType, isObjectType, parse, validate} from 'graphql';
import type {GraphQLNamedType, GraphQLResolveInfo, GraphQLSchema} from 'graphql';
import {PEOPLE} from '../../../world/people.ts';
import type {Customer} from '../../../world/people.ts';
import {isRecord} from '../../../../records.ts';
import {accountRoot} from '../customer-account/query.ts';
import {accountOf} from '../customer-account/account-state.fixture.ts';
import {answerContext} from '../storefront/localization.ts';
import {storefrontRoot} from '../storefront/root.ts';
import {storefrontWorld} from '../storefront/storefront-world.fixture.ts';
import {rootQueries} from './every-field.fixture.ts';
import type {KnownIds} from './every-field.fixture.ts';
import {resolveField} from './field-resolver.ts';
import {publishedSchema} from './published-schema.ts';
import type {PublishedApi} from './published/releases.ts';
import {queryDeps} from './query-deps.fixture.ts';
import type {QueryContext} from './query-context.ts';

/** The source of a field's value. */
type Source = 'world' | 'generated' | 'empty' | 'refused';

/** The number of fields by the source of their value, and what was wrong with the queries. */
export interface Coverage {
  readonly fields: Readonly<Record<Source, number>>;
  /** The number of fields that queries of this depth do not reach. */
  readonly deeper: number;
  readonly mutations: {readonly world: number; readonly refused: number};
  readonly faults: readonly string[];
}

/** Earlier ones count, if a field has several. */
const SOURCES: readonly Source[] = ['world', 'generated', 'empty', 'refused'];

/** The depth of the queries. */
const DEPTH = 3;

/**
 * Sends queries for all fields down to a depth, with default arguments, to the default world.
 *
 * @param asked queries that need not be sent again
 */
export async function coverageOf(
  api: PublishedApi,
  version: string,
  asked: Set<string> = new Set(),
): Promise<Coverage> {
  const schema = await publishedSchema(api, version);
  const askers = api === 'storefront' ? [await storefront()] : [PEOPLE.ada, PEOPLE.bea].map(account);
  const sources = new Map<string, Source>();
  const faults: string[] = [];

  const observed: typeof resolveField = (source, args, context, info) => {
    const before = context.values.length;
    const note = (found: Source): void => keep(sources, info, found);

    try {
      const value = resolveField(source, args, context, info);
      if (isRecord(source) && source[info.fieldName] !== undefined) note('world');
      else note(context.values.length > before ? 'generated' : 'empty');
      return value;
    } catch (error) {
      note('refused');
      throw error;
    }
  };

  for (const {root, query} of queriesOf(schema, askers)) {
    if (asked.has(query)) continue;
    asked.add(query);
    const document = parse(query);
    const contextValue: QueryContext = {...queryDeps(), values: []};
    const {data, errors = []} = await execute({
      schema,
      document,
      rootValue: root,
      contextValue,
      fieldResolver: observed,
    });

    faults.push(...validate(schema, document).map(({message}) => message));
    faults.push(...errors.filter(isFault).map(({message, path}) => `${path?.join('.')}: ${message}`));
    if (data === undefined) faults.push(`No data: ${query.slice(0, 80)}`);
  }

  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  const known = mutations.filter((name) => askers.some(({root}) => name in root)).length;
  const deeper = reachableFields(schema).filter((field) => !sources.has(field)).length;
  return {
    fields: count(sources),
    deeper,
    mutations: {world: known, refused: mutations.length - known},
    faults,
  };
}

/** Lists the queries of all who ask, each with the root that answers. */
function queriesOf(
  schema: GraphQLSchema,
  askers: readonly Asker[],
): readonly {root: object; query: string}[] {
  return askers.flatMap(({root, ids, name}) =>
    rootQueries(schema, DEPTH, ids).map((query) => ({root, query: `# ${name}\n${query}`})),
  );
}

/** Somebody who sends the queries, and the ids that they know. */
interface Asker {
  readonly name: string;
  readonly root: object;
  readonly ids: KnownIds;
}

/** Whether an error is neither a denial nor a refusal by name. */
function isFault({extensions}: {readonly extensions: Readonly<Record<string, unknown>>}): boolean {
  return !['ACCESS_DENIED', 'SIMHOST_NOT_SIMULATED', 'BAD_REQUEST'].includes(String(extensions['code']));
}

function keep(
  sources: Map<string, Source>,
  {parentType, fieldName}: GraphQLResolveInfo,
  found: Source,
): void {
  const field = `${parentType.name}.${fieldName}`;
  const known = sources.get(field);
  if (known === undefined || SOURCES.indexOf(found) < SOURCES.indexOf(known)) sources.set(field, found);
}

function count(sources: ReadonlyMap<string, Source>): Coverage['fields'] {
  const numberOf = (source: Source): number => [...sources.values()].filter((each) => each === source).length;
  return {
    world: numberOf('world'),
    generated: numberOf('generated'),
    empty: numberOf('empty'),
    refused: numberOf('refused'),
  };
}

/** Lists the fields of all object types that some query reaches, for example `Shop.name`. */
function reachableFields(schema: GraphQLSchema): readonly string[] {
  const types = new Set<GraphQLNamedType>([schema.getQueryType()].filter((type) => type != null));
  const fields: string[] = [];

  for (const type of types) {
    if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) types.add(possible);
    if (!isObjectType(type)) continue;

    for (const field of Object.values(type.getFields())) {
      fields.push(`${type.name}.${field.name}`);
      types.add(getNamedType(field.type));
    }
  }

  return fields;
}

async function storefront(): Promise<Asker> {
  const state = storefrontWorld(PEOPLE.ada);
  const {accessToken} = await state.accounts.tokens.issue(PEOPLE.ada.id);
  const [product] = state.products;
  const ids = {
    product: product?.id ?? '',
    node: product?.id ?? '',
    collection: 'gid://shopify/Collection/5001',
    cart: `gid://shopify/Cart/${state.checkout.token}`,
    customer: accessToken,
    page: 'gid://shopify/Page/9201',
    blog: 'gid://shopify/Blog/9301',
    article: 'gid://shopify/Article/9401',
    metaobject: 'gid://shopify/Metaobject/9501',
  };

  return {name: 'storefront', root: storefrontRoot(() => state, answerContext({}, state)), ids};
}

/** Asks as a documented person, for what they have. */
function account(customer: Customer): Asker {
  const state = accountOf(customer);
  const {subscriptions, wallet, draftOrders} = state.records();

  return {
    name: customer.firstName,
    root: accountRoot(() => state),
    ids: {
      order: state.order.id,
      ...(customer.company === null
        ? {}
        : {company: customer.company.id, companyLocation: customer.company.location.id}),
      ...named('subscriptionContract', subscriptions),
      ...named('creditCard', wallet),
      ...named('draftOrder', draftOrders),
      ...named('return', state.order.returns),
    },
  };
}

function named(field: string, [first]: readonly {readonly id: string}[]): KnownIds {
  return first === undefined ? {} : {[field]: first.id};
}
