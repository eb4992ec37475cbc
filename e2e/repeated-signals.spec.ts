import {expect, test} from 'simhost/playwright';
import {writeExtension, writeReactExtension} from './written-extension.ts';

const BLOCK = 'purchase.checkout.block.render';

/** Counts the reports of two signals, and compares the last two values of one of them. */
const COUNTING = `export default () => {
  const text = document.createElement('s-text');
  document.body.append(text);
  const seen = [];
  let costs = 0;
  const show = () => {
    const [before, after] = seen.slice(-2);
    const isSame = JSON.stringify(before) === JSON.stringify(after) && before !== after;
    text.textContent = [seen.length, costs, isSame].join();
  };
  shopify.cost.totalAmount.subscribe(() => { costs++; show(); });
  shopify.lines.subscribe((lines) => { seen.push(lines); show(); });
};
`;

test('host-signals-repeat: each signal reports twice at the start, with an equal value of a new identity', async ({
  host,
}, testInfo) => {
  await host.arm('host-signals-repeat');
  const folder = await writeExtension(BLOCK, COUNTING, testInfo);
  await expect(await host.mount(folder)).toHaveText('2,2,true');
  await expect(await host.mount(folder)).toHaveText('1,1,false');
});

test('host-signals-repeat: an effect of React that depends on an array runs twice', async ({
  host,
}, testInfo) => {
  const source = `import {useEffect, useState} from 'react';
import {Text, reactExtension, useCartLines} from '@shopify/ui-extensions-react/checkout';

export default reactExtension('${BLOCK}', () => <Extension />);

function Extension() {
  const lines = useCartLines();
  const [runs, setRuns] = useState(0);
  useEffect(() => setRuns((count) => count + 1), [lines]);
  return <Text>{'runs ' + runs}</Text>;
}`;

  await host.arm('host-signals-repeat');
  const folder = await writeReactExtension({version: '2025-07', target: BLOCK, source}, testInfo);
  await expect((await host.mount(folder)).getByText('runs 2', {exact: true})).toBeVisible();
});
