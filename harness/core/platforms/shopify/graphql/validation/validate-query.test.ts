import {expect, test} from '@playwright/test';
import {publishedSchema} from '../published-schema.ts';
import type {PublishedApi} from '../published/releases.ts';
import {prepareQuery} from './prepare-query.ts';

/** A query of one API, and the errors that Shopify answers. */
interface Row {
  readonly name: string;
  readonly api?: PublishedApi;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly errors: object[];
}

const ROWS: readonly Row[] = [
  {
    name: 'an unknown field',
    query: 'query Offer { shop { nmae } }',
    errors: [
      {
        message: "Field 'nmae' doesn't exist on type 'Shop'",
        locations: [{line: 1, column: 22}],
        path: ['query Offer', 'shop', 'nmae'],
        extensions: {code: 'undefinedField', typeName: 'Shop', fieldName: 'nmae'},
      },
    ],
  },
  {
    name: 'an unknown field, whose variable is not used for this reason',
    api: 'customer-account',
    query: 'query ($id: ID!) { customr(id: $id) { id } }',
    errors: [
      {
        message: "Field 'customr' doesn't exist on type 'QueryRoot'",
        locations: [{line: 1, column: 20}],
        path: ['query', 'customr'],
        extensions: {code: 'undefinedField', typeName: 'QueryRoot', fieldName: 'customr'},
      },
      {
        message: 'Variable $id is declared by anonymous query but not used',
        locations: [{line: 1, column: 1}],
        path: ['query'],
        extensions: {code: 'variableNotUsed', variableName: 'id'},
      },
    ],
  },
  {
    name: 'a field of a union',
    query: '{ cart(id: "gid://shopify/Cart/1") { lines(first: 1) { nodes { merchandise { id } } } } }',
    errors: [
      {
        message: "Selections can't be made directly on unions (see selections on Merchandise)",
        locations: [{line: 1, column: 64}],
        path: ['query', 'cart', 'lines', 'nodes', 'merchandise', 'id'],
        extensions: {code: 'selectionMismatch', nodeName: 'Merchandise'},
      },
    ],
  },
  {
    name: 'an object without selections',
    query: '{ shop }',
    errors: [
      {
        message:
          "Field must have selections (field 'shop' returns Shop but has no selections. Did you mean 'shop { ... }'?)",
        locations: [{line: 1, column: 3}],
        path: ['query', 'shop'],
        extensions: {code: 'selectionMismatch', nodeName: "field 'shop'", typeName: 'Shop'},
      },
    ],
  },
  {
    name: 'a scalar with selections',
    query: '{ shop { name { first } } }',
    errors: [
      {
        message:
          "Selections can't be made on scalars (field 'name' returns String but has selections [\"first\"])",
        locations: [{line: 1, column: 10}],
        path: ['query', 'shop', 'name'],
        extensions: {code: 'selectionMismatch', nodeName: "field 'name'", typeName: 'String'},
      },
    ],
  },
  {
    name: 'an unknown argument',
    query: '{ offers: products(first: 1, sort: PRICE) { nodes { id } } }',
    errors: [
      {
        message: "Field 'offers' doesn't accept argument 'sort'",
        locations: [{line: 1, column: 30}],
        path: ['query', 'offers', 'sort'],
        extensions: {
          code: 'argumentNotAccepted',
          name: 'offers',
          typeName: 'Field',
          argumentName: 'sort',
        },
      },
    ],
  },
  {
    name: 'an unknown field of an input',
    api: 'customer-account',
    query: 'mutation { customerUpdate(input: {name: "Ada"}) { customer { id } } }',
    errors: [
      {
        message: "InputObject 'CustomerUpdateInput' doesn't accept argument 'name'",
        locations: [{line: 1, column: 35}],
        path: ['mutation', 'customerUpdate', 'input', 'name'],
        extensions: {
          code: 'argumentNotAccepted',
          name: 'CustomerUpdateInput',
          typeName: 'InputObject',
          argumentName: 'name',
        },
      },
    ],
  },
  {
    name: 'a missing argument',
    api: 'customer-account',
    query: '{ order { name } }',
    errors: [
      {
        message: "Field 'order' is missing required arguments: id",
        locations: [{line: 1, column: 3}],
        path: ['query', 'order'],
        extensions: {
          code: 'missingRequiredArguments',
          className: 'Field',
          name: 'order',
          arguments: 'id',
        },
      },
    ],
  },
  {
    name: 'a missing field of an input in a list',
    query:
      'mutation { cartLinesUpdate(cartId: "gid://shopify/Cart/1", lines: [{quantity: 2}]) { cart { id } } }',
    errors: [
      {
        message: "Argument 'id' on InputObject 'CartLineUpdateInput' is required. Expected type ID!",
        locations: [{line: 1, column: 68}],
        path: ['mutation', 'cartLinesUpdate', 'lines', 0, 'id'],
        extensions: {
          code: 'missingRequiredInputObjectAttribute',
          argumentName: 'id',
          argumentType: 'ID!',
          inputObjectType: 'CartLineUpdateInput',
        },
      },
    ],
  },
  {
    name: 'a literal of another type',
    query: '{ products(first: "2") { nodes { id } } }',
    errors: [
      {
        message: "Argument 'first' on Field 'products' has an invalid value (\"2\"). Expected type 'Int'.",
        locations: [{line: 1, column: 3}],
        path: ['query', 'products', 'first'],
        extensions: {code: 'argumentLiteralsIncompatible', typeName: 'Field', argumentName: 'first'},
      },
    ],
  },
  {
    name: 'a literal of another type inside of an input',
    api: 'customer-account',
    query: 'mutation { customerUpdate(input: {firstName: 5}) { customer { id } } }',
    errors: [
      {
        message:
          "Argument 'firstName' on InputObject 'CustomerUpdateInput' has an invalid value (5). Expected type 'String'.",
        locations: [{line: 1, column: 34}],
        path: ['mutation', 'customerUpdate', 'input', 'firstName'],
        extensions: {
          code: 'argumentLiteralsIncompatible',
          typeName: 'InputObject',
          argumentName: 'firstName',
        },
      },
    ],
  },
  {
    name: 'a literal that is not a global id',
    query: '{ product(id: "3001") { id } }',
    errors: [
      {
        message: "Invalid global id '3001'",
        locations: [{line: 1, column: 3}],
        path: ['query', 'product', 'id'],
        extensions: {code: 'argumentLiteralsIncompatible', typeName: 'CoercionError'},
      },
    ],
  },
  {
    name: 'a variable that is used and not declared',
    query: 'query Offer { product(id: $id) { id } }',
    errors: [
      {
        message: 'Variable $id is used by Offer but not declared',
        locations: [{line: 1, column: 27}],
        path: ['query Offer', 'product', 'id'],
        extensions: {code: 'variableNotDefined', variableName: 'id'},
      },
    ],
  },
  {
    name: 'a variable that may be null for an argument that may not',
    api: 'customer-account',
    query: 'query ($id: ID) { order(id: $id) { name } }',
    variables: {id: 'gid://shopify/Order/1'},
    errors: [
      {
        message: 'Nullability mismatch on variable $id and argument id (ID / ID!)',
        locations: [{line: 1, column: 29}],
        path: ['query', 'order', 'id'],
        extensions: {
          code: 'variableMismatch',
          variableName: 'id',
          typeName: 'ID',
          argumentName: 'id',
          errorMessage: 'Nullability mismatch',
        },
      },
    ],
  },
  {
    name: 'a variable of another type',
    query: 'query ($n: String!) { products(first: $n) { nodes { id } } }',
    errors: [
      {
        message: 'Type mismatch on variable $n and argument first (String! / Int)',
        extensions: {code: 'variableMismatch', errorMessage: 'Type mismatch'},
      },
    ],
  },
  {
    name: 'a variable that is not a list',
    query: 'query ($id: ID!) { nodes(ids: $id) { id } }',
    errors: [
      {
        message: 'List dimension mismatch on variable $id and argument ids (ID! / [ID!]!)',
        extensions: {code: 'variableMismatch', errorMessage: 'List dimension mismatch'},
      },
    ],
  },
  {
    name: 'a variable of an unknown type',
    query: 'query ($n: Number) { products(first: $n) { nodes { id } } }',
    errors: [
      {
        message: "Number isn't a defined input type (on $n)",
        path: ['query'],
        extensions: {code: 'variableRequiresValidType', typeName: 'Number', variableName: 'n'},
      },
    ],
  },
  {
    name: 'a default of another type',
    query: 'query ($n: Int = "2") { products(first: $n) { nodes { id } } }',
    errors: [
      {
        message: "Default value for $n doesn't match type Int",
        extensions: {code: 'defaultValueInvalidType', variableName: 'n', typeName: 'Int'},
      },
    ],
  },
  {
    name: 'a fragment that is not defined',
    query: '{ shop { ...Name } }',
    errors: [
      {
        message: 'Fragment Name was used, but not defined',
        path: ['query', 'shop', '... Name'],
        extensions: {code: 'useAndDefineFragment', fragmentName: 'Name'},
      },
    ],
  },
  {
    name: 'a fragment that is not used',
    query: '{ shop { name } } fragment Name on Shop { name }',
    errors: [
      {
        message: 'Fragment Name was defined, but not used',
        path: ['fragment Name'],
        extensions: {code: 'useAndDefineFragment', fragmentName: 'Name'},
      },
    ],
  },
  {
    name: 'a fragment on an unknown type',
    query: '{ node(id: "gid://shopify/Product/1") { ... on Produkt { title } } }',
    errors: [
      {
        message: "No such type Produkt, so it can't be a fragment condition",
        path: ['query', 'node', '... on Produkt'],
        extensions: {code: 'undefinedType', typeName: 'Produkt'},
      },
    ],
  },
  {
    name: 'a fragment that cannot apply',
    query: '{ shop { ... on Product { title } } }',
    errors: [
      {
        message: "Fragment on Product can't be spread inside Shop",
        extensions: {code: 'cannotSpreadFragment', typeName: 'Product', parentName: 'Shop'},
      },
    ],
  },
  {
    name: 'an unknown directive',
    query: '{ shop @cached { name } }',
    errors: [
      {
        message: 'Directive @cached is not defined',
        path: ['query', 'shop'],
        extensions: {code: 'undefinedDirective', directiveName: 'cached'},
      },
    ],
  },
  {
    name: 'an unknown country of @inContext',
    query: '{ shop { name } } query Priced @inContext(country: XX) { shop { name } }',
    operationName: 'Priced',
    errors: [
      {
        message:
          "Argument 'country' on Directive 'inContext' has an invalid value (XX). Expected type 'CountryCode'.",
        path: ['query Priced', 'country'],
        extensions: {
          code: 'argumentLiteralsIncompatible',
          typeName: 'Directive',
          argumentName: 'country',
        },
      },
      {message: 'Operation name is required when multiple operations are present'},
    ],
  },
  {
    name: 'two fields with one name',
    query: '{ shop { text: name text: description } }',
    errors: [
      {
        message: "Field 'text' has a field conflict: description or name?",
        locations: [
          {line: 1, column: 10},
          {line: 1, column: 21},
        ],
        path: ['query', 'shop'],
        extensions: {code: 'fieldConflict', fieldName: 'text', conflicts: 'description or name'},
      },
    ],
  },
  {
    name: 'a field with two arguments',
    query: '{ products(first: 1) { nodes { id } } products(first: 2) { nodes { id } } }',
    errors: [
      {
        message: `Field 'products' has an argument conflict: {first:"1"} or {first:"2"}?`,
        extensions: {code: 'fieldConflict', fieldName: 'products'},
      },
    ],
  },
  {
    name: 'an end too early',
    query: '{ shop {',
    errors: [{message: 'syntax error, unexpected end of file at [1, 9]', locations: [{line: 1, column: 9}]}],
  },
  {
    name: 'a brace too many',
    api: 'customer-account',
    query: '{ customer { id } }\n}',
    errors: [{message: 'syntax error, unexpected RCURLY ("}") at [2, 1]', locations: [{line: 2, column: 1}]}],
  },
  {
    name: 'a character that no query has',
    query: '{ shop % }',
    errors: [{message: 'syntax error, unexpected invalid token ("%") at [1, 8]'}],
  },
  {
    name: 'no query',
    query: ' ',
    errors: [{message: 'No query string was present'}],
  },
  {
    name: 'an unknown operation',
    query: 'query Offer { shop { name } }',
    operationName: 'Ofer',
    errors: [{message: 'No operation named "Ofer"'}],
  },
  {
    name: 'two operations without a choice',
    query: 'query A { shop { name } } query B { shop { name } }',
    errors: [{message: 'An operation name is required'}],
  },
  {
    name: 'a variable without a value',
    api: 'customer-account',
    query: 'query ($id: ID!) { order(id: $id) { name } }',
    errors: [
      {
        message: 'Variable $id of type ID! was provided invalid value',
        locations: [{line: 1, column: 8}],
        extensions: {
          code: 'INVALID_VARIABLE',
          value: null,
          problems: [{path: [], explanation: 'Expected value to not be null'}],
        },
      },
    ],
  },
  {
    name: 'a variable that is not a global id',
    query: 'query ($id: ID!) { product(id: $id) { id } }',
    variables: {id: 3001},
    errors: [
      {
        message: 'Variable $id of type ID! was provided invalid value',
        extensions: {
          code: 'INVALID_VARIABLE',
          value: 3001,
          problems: [
            {path: [], explanation: "Invalid global id '3001'", message: "Invalid global id '3001'"},
          ],
        },
      },
    ],
  },
  {
    name: 'an input with faults at several places',
    query:
      'mutation ($lines: [CartLineUpdateInput!]!) { cartLinesUpdate(cartId: "gid://shopify/Cart/1", lines: $lines) { cart { id } } }',
    variables: {lines: [{id: 'gid://shopify/CartLine/1', quantity: 'two', qty: 2}, {}]},
    errors: [
      {
        message:
          'Variable $lines of type [CartLineUpdateInput!]! was provided invalid value for ' +
          '0.qty (Field is not defined on CartLineUpdateInput), 0.quantity (Could not coerce value "two" to Int), ' +
          '1.id (Expected value to not be null)',
        extensions: {
          code: 'INVALID_VARIABLE',
          problems: [
            {path: [0, 'qty'], explanation: 'Field is not defined on CartLineUpdateInput'},
            {path: [0, 'quantity'], explanation: 'Could not coerce value "two" to Int'},
            {path: [1, 'id'], explanation: 'Expected value to not be null'},
          ],
        },
      },
    ],
  },
  {
    name: 'an unknown value of an enum',
    api: 'customer-account',
    query: 'query ($by: OrderSortKeys) { customer { orders(first: 1, sortKey: $by) { nodes { id } } } }',
    variables: {by: 'PRICE'},
    errors: [{message: 'Variable $by of type OrderSortKeys was provided invalid value'}],
  },
];

// Names that every object has are names like others.
for (const [query, message] of [
  ['{ shop { name } } constructor', 'syntax error, unexpected IDENTIFIER ("constructor") at [1, 19]'],
  ['{ shop { name } } __proto__', 'syntax error, unexpected IDENTIFIER ("__proto__") at [1, 19]'],
  [
    'query ($constructor: Int!) { products(first: $constructor) { nodes { id } } }',
    'Variable $constructor of type Int! was provided invalid value',
  ],
] as const) {
  test(`storefront: ${query} is an error in Shopify's words`, async () => {
    const prepared = prepareQuery(await publishedSchema('storefront', '2026-04'), {query, variables: {}});
    expect('errors' in prepared ? prepared.errors.map((error) => error.message) : []).toEqual([message]);
  });
}

for (const {name, api = 'storefront', query, variables, operationName, errors} of ROWS) {
  test(`${api}: ${name} is an error in Shopify's words`, async () => {
    const schema = await publishedSchema(api, '2026-04');
    const body = {query, variables: variables ?? {}, ...(operationName === undefined ? {} : {operationName})};
    const prepared = prepareQuery(schema, body);

    const answered = JSON.parse(JSON.stringify('errors' in prepared ? prepared.errors : [])) as unknown;
    expect(answered).toMatchObject(errors);
  });
}

for (const query of [
  'query ($first: Int = 2) { products(first: $first) { nodes { id } } }',
  'query ($ids: [ID!]!) { nodes(ids: $ids) { ...P ... on Collection { title } } } fragment P on Product { title }',
  '{ products(first: 1) { nodes { ... on Node { id } variants(first: 1) { nodes { id } } } } }',
  'query A { shop { name } } query B { shop { name } }',
]) {
  test(`a right query has no error: ${query}`, async () => {
    const schema = await publishedSchema('storefront', '2026-04');
    const variables = {ids: ['gid://shopify/Product/1']};
    const operationName = query.includes('query B') ? 'B' : '';
    expect(prepareQuery(schema, {query, variables, operationName})).not.toHaveProperty('errors');
  });
}
