// Measures many simulations that are alive at once in one process, and prints the figures as JSON:
// node --expose-gc --max-old-space-size=4096 simulations.mjs <number>
import {setImmediate} from 'node:timers/promises';
import {decodeJwt, jwtVerify} from 'jose';
import {createSimulation} from '../../dist/index.js';

const [given = '10000'] = process.argv.slice(2);
const count = Number(given);
const CHECKED = 200;

const before = await settledHeap();
const started = process.cpuUsage();
let simulations = Array.from({length: count}, (_, index) =>
  createSimulation({app: {clientId: `key-${index}`, clientSecret: `secret-of-app-${index}`}}),
);
const created = cpuSince(started);

const held = (await settledHeap()) - before;
const minting = process.cpuUsage();
const tokens = await Promise.all(simulations.map((simulation) => simulation.mint('checkout')));
const minted = cpuSince(minting);
const heldWithToken = (await settledHeap()) - before;

const wrong = tokens.filter((token, index) => decodeJwt(token).aud !== `key-${index}`).length;
const distinct = new Set(tokens.map((token) => decodeJwt(token).jti)).size;
for (let index = 0; index < count; index += Math.ceil(count / CHECKED))
  await jwtVerify(tokens[index], new TextEncoder().encode(`secret-of-app-${index}`), {
    audience: `key-${index}`,
  });

for (const simulation of simulations) simulation.close();
simulations = [];
tokens.length = 0;
const left = (await settledHeap()) - before;

console.log(
  JSON.stringify({
    count,
    createMs: created / count,
    mintMs: minted / count,
    heldKb: held / count / 1000,
    heldWithTokenKb: heldWithToken / count / 1000,
    leftKb: left / count / 1000,
    distinct,
    wrong,
    handles: process.getActiveResourcesInfo().filter((name) => name !== 'PipeWrap' && name !== 'TTYWrap')
      .length,
  }),
);

async function settledHeap() {
  for (let turn = 0; turn < 3; turn++) {
    await setImmediate();
    globalThis.gc();
  }
  return process.memoryUsage().heapUsed;
}

/** Milliseconds of processor time, which other programs change little. */
function cpuSince(start) {
  const {user, system} = process.cpuUsage(start);
  return (user + system) / 1000;
}
