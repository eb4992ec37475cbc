import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'customer-account.order-status.block.render';

/** Writes a module whose component has this body, with or without the import that makes signals work. */
function drawing(body: string, {imports = ''} = {}): string {
  return `${imports}
import {h, render} from 'preact';
import {useEffect, useState} from 'preact/hooks';
export default async () => render(h(Extension, {}), document.body);
function Extension() {
  ${body}
}
`;
}

const READS = "return h('s-text', {}, 'Note: ' + shopify.note.value);";
const FOLLOWS = `const [note, setNote] = useState(shopify.note.value);
  useEffect(() => shopify.note.subscribe(setNote), []);
  return h('s-text', {}, 'Note: ' + note);`;
const READS_LATER = `const [note, setNote] = useState('none');
  useEffect(() => setNote(shopify.note.value), []);
  return h('s-text', {}, 'Note: ' + note);`;

const WITHOUT_PREACT = `export default () => {
  const textContent = 'Note: ' + shopify.note.value;
  document.body.append(Object.assign(document.createElement('s-text'), {textContent}));
};
`;

test('a signal that is read during render without the import is a notice', async ({host}, testInfo) => {
  await host.update({order: {note: 'first'}});
  const extension = await host.mount(await writeExtension(BLOCK, drawing(READS), testInfo));

  await expect(extension.getByText('Note: first')).toBeVisible();
  await host.update({order: {note: 'second'}});
  await expect(extension.getByText('Note: first')).toBeVisible();
  expect(host.notices).toEqual([
    {
      code: 'signal-untracked',
      message:
        'shopify.note.value was read while the extension rendered, which does not render again when it changes.',
      next: "Add import '@shopify/ui-extensions/preact' to the module of the target.",
    },
  ]);
});

for (const [name, source] of [
  ['with the import', drawing(READS, {imports: "import '@shopify/ui-extensions/preact';"})],
  ['with its own subscription', drawing(FOLLOWS)],
  ['after the first render', drawing(READS_LATER)],
  ['without Preact', WITHOUT_PREACT],
] as const) {
  test(`a signal that is read ${name} causes no notice`, async ({host}, testInfo) => {
    await host.update({order: {note: 'first'}});
    const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

    await expect(extension.getByText('Note: first')).toBeVisible();
    expect(host.notices).toEqual([]);
  });
}
