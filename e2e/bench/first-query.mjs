// Measures the first and later queries of a fresh process, in milliseconds of processor time, which other programs do not
// change: node first-query.mjs <entry of simhost>
import {pathToFileURL} from 'node:url';
import {getResponse} from 'msw';

const [entry = 'dist/index.js'] = process.argv.slice(2);
const {createSimulation} = await import(pathToFileURL(entry).href);

const STOREFRONT = 'https://acme.myshopify.com/api/2026-04/graphql.json';
const PRODUCTS =
  '{ products(first: 3) { nodes { id title variants(first: 1) { nodes { id price { amount } } } } } }';
const SHOP = '{ shop { id name } }';
const LATER = 50;

const simulation = createSimulation();
const ask = async (query) => {
  const request = new Request(STOREFRONT, {method: 'POST', body: JSON.stringify({query})});
  const start = process.cpuUsage();
  const response = await getResponse([...simulation.openHandlers], request);
  const body = await response.json();
  const {user, system} = process.cpuUsage(start);
  if (query !== undefined && body.data === undefined) throw new Error(JSON.stringify(body));
  return (user + system) / 1000;
};

// Loads what every request needs.
const refused = await ask(undefined);
const first = await ask(SHOP);
const other = await ask(PRODUCTS);

const later = [];
for (let index = 0; index < LATER; index++) later.push(await ask(PRODUCTS));
later.sort((a, b) => a - b);

console.log(JSON.stringify({refused, first, other, later: later[LATER / 2]}));
