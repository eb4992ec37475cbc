import {expect} from '@playwright/test';
import {test} from './polaris.fixture.ts';

/** A form with one control of each kind. Its data is in `entries` after each event that reaches the document. */
const FORM = `<form>
  <s-text-field label="Title" name="title" value="Hat"></s-text-field>
  <s-number-field label="Stock" name="stock" value="3" min="0"></s-number-field>
  <s-money-field label="Price" name="price" currencycode="EUR"></s-money-field>
  <s-search-field label="Find" name="find"></s-search-field>
  <s-text-area label="Text" name="text"></s-text-area>
  <s-checkbox label="Active" name="active" checked></s-checkbox>
  <s-switch label="Online" name="online" value="yes"></s-switch>
  <s-select label="Kind" name="kind">
    <s-option-group label="Head"><s-option value="hat">Hat</s-option><s-option value="cap">Cap</s-option></s-option-group>
    <s-option value="shoe">Shoe</s-option>
  </s-select>
  <s-choice-list label="Size" name="size" multiple>
    <s-choice value="s">Small</s-choice><s-choice value="l" selected>Large</s-choice>
  </s-choice-list>
  <s-date-field label="Day" name="day" value="2026-07-01"></s-date-field>
  <s-color-field label="Paint" name="paint" value="#f00"></s-color-field>
  <s-drop-zone label="Files" name="files" multiple></s-drop-zone>
  <s-text-field label="Nameless" value="not sent"></s-text-field>
</form><script>
  const entries = () => [...new FormData(document.forms[0])].map(([name, value]) => name + '=' + (value.name ?? value));
  for (const type of ['input', 'change'])
    document.addEventListener(type, (event) => heard.push(type + ' ' + event.target.localName + ' ' + entries().join('&')));
</script>`;

const FIRST = 'title=Hat&stock=3&price=&find=&text=&active=on&kind=hat&size=l&day=2026-07-01&paint=#f00';

test('controls take part in the data of a form from their first values on', async ({show}) => {
  const page = await show(FORM);
  expect(await page.evaluate('entries().join("&")')).toBe(FIRST);
});

test('each control sends input and change, and the form has the value by then', async ({show, heard}) => {
  const page = await show(FORM);
  const last = async (): Promise<string> => (await heard()).at(-1) ?? '';

  await page.getByLabel('Title').fill('Cap');
  expect(await last()).toMatch(/^input s-text-field title=Cap&/);
  await page.getByLabel('Title').blur();
  expect(await last()).toMatch(/^change s-text-field title=Cap&/);

  await page.getByRole('checkbox', {name: 'Active'}).uncheck();
  expect(await last()).toMatch(/^change s-checkbox (?!.*active=)/);
  await page.getByRole('switch', {name: 'Online'}).check();
  expect(await last()).toMatch(/^change s-switch .*&online=yes&/);
  await page.getByLabel('Kind').selectOption('Cap');
  expect((await heard()).slice(-2).map((line) => line.replace(/ title.*&kind=/, ' kind='))).toEqual([
    expect.stringMatching(/^input s-select kind=cap&/),
    expect.stringMatching(/^change s-select kind=cap&/),
  ]);

  await page.getByRole('checkbox', {name: 'Small'}).check();
  expect(await last()).toMatch(/^change s-choice-list .*&size=s&size=l&/);
  const types = (await heard()).map((line) => line.split(' ', 2).join(' '));
  expect(types.filter((type) => type.includes('choice'))).toEqual([
    'input s-choice-list',
    'change s-choice-list',
  ]);
  expect(types.filter((type) => type.includes('checkbox'))).toEqual([
    'input s-checkbox',
    'change s-checkbox',
  ]);
});

test('a property set by a script is in the form at once', async ({show}) => {
  const page = await show(FORM);
  const data = await page.evaluate(() => {
    const set = (tag: string, values: object): void => {
      Object.assign(document.querySelector(tag) ?? {}, values);
    };
    set('s-text-field', {value: 'Cap', name: 'renamed'});
    set('s-checkbox', {checked: false});
    set('s-choice-list', {values: ['s']});
    return [...new FormData(document.forms[0])].map(([name, value]) => `${name}=${String(value)}`);
  });
  expect(data.slice(0, 2)).toEqual(['renamed=Cap', 'stock=3']);
  expect(data.some((entry) => entry.startsWith('active='))).toBe(false);
});

test('reset brings the first values back', async ({show}) => {
  const page = await show(FORM);
  await page.getByLabel('Title').fill('Cap');
  await page.getByRole('checkbox', {name: 'Active'}).uncheck();
  await page.getByRole('checkbox', {name: 'Small'}).check();
  await page.getByLabel('Kind').selectOption('Shoe');
  await page.getByLabel('Day').fill('2026-08-08');
  await page.getByLabel('Paint').fill('#00ff00');
  await page.evaluate(() => document.forms[0]?.reset());
  await expect(page.getByLabel('Title')).toHaveValue('Hat');
  expect(await page.evaluate('entries().join("&")')).toBe(FIRST);
});

test('a disabled fieldset disables its controls, and nothing of it is sent', async ({show}) => {
  const page = await show(`<form><fieldset disabled>
    <s-text-field label="Title" name="title" value="Hat"></s-text-field><s-checkbox label="On" name="on" checked></s-checkbox>
  </fieldset></form>`);
  await expect(page.getByLabel('Title')).toBeDisabled();
  await expect(page.getByLabel('On')).toBeDisabled();
  expect(await page.evaluate(() => [...new FormData(document.forms[0])])).toEqual([]);
  await page.locator('fieldset').evaluate((fieldset) => fieldset.removeAttribute('disabled'));
  await expect(page.getByLabel('Title')).toBeEnabled();
  expect(await page.evaluate(() => [...new FormData(document.forms[0])])).toEqual([
    ['title', 'Hat'],
    ['on', 'on'],
  ]);
});

test('Enter submits through the submit button, and a form of one field without any', async ({
  show,
  heard,
}) => {
  const page = await show(`
    <form onsubmit="event.preventDefault(); heard.push('first')"><s-text-field label="One"></s-text-field>
      <s-text-field label="Two"></s-text-field><s-button type="submit">Save</s-button></form>
    <form onsubmit="event.preventDefault(); heard.push('second')"><s-search-field label="Three"></s-search-field></form>
    <form onsubmit="event.preventDefault(); heard.push('third')"><s-text-field label="Four"></s-text-field>
      <s-text-field label="Five"></s-text-field></form>`);
  await page.getByLabel('One').press('Enter');
  await page.getByLabel('Three').press('Enter');
  await page.getByLabel('Four').press('Enter');
  expect(await heard()).toEqual(['first', 'second']);
});

test('required marks a field, and does not keep a form from its submit', async ({show, heard}) => {
  const page = await show(`<form onsubmit="event.preventDefault(); heard.push('submit')">
    <s-text-field label="Title" required></s-text-field><s-button type="submit">Save</s-button></form>`);
  await expect(page.getByLabel('Title')).toHaveAttribute('required', '');
  await page.getByRole('button', {name: 'Save'}).click();
  expect(await heard()).toEqual(['submit']);
});

test('a label outside presses a checkbox and focuses a field', async ({show}) => {
  const page = await show(`<label for="on">Outside</label><s-checkbox id="on" label="Inside"></s-checkbox>
    <label for="title">Name it</label><s-text-field id="title" label="Title"></s-text-field>`);
  await page.getByText('Outside').click();
  await expect(page.getByRole('checkbox', {name: 'Inside'})).toBeChecked();
  await page.getByText('Name it').click();
  await expect(page.getByLabel('Title')).toBeFocused();
});

test('details and errors describe their field', async ({show}) => {
  const page = await show(`<s-text-field label="Title" details="Short" error="Too long"></s-text-field>
    <s-checkbox label="On" details="Daily"></s-checkbox><s-select label="Kind" details="One of"></s-select>
    <s-choice-list label="Size" details="Any" error="None"><s-choice value="s">S</s-choice></s-choice-list>
    <s-email-field label="Mail"><span slot="details">Of work</span></s-email-field>`);
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription('Too long Short');
  await expect(page.getByLabel('Title')).toHaveAccessibleErrorMessage('Too long');
  await expect(page.getByLabel('On')).toHaveAccessibleDescription('Daily');
  await expect(page.getByLabel('Kind')).toHaveAccessibleDescription('One of');
  await expect(page.getByRole('radiogroup', {name: 'Size'})).toHaveAccessibleDescription('None Any');
  await expect(page.getByText('Of work')).toBeVisible();
});

test('a listener on a choice list does not hear the fields inside a choice', async ({
  show,
  listen,
  heard,
}) => {
  const page = await show(`<s-choice-list label="Size"><s-choice value="other" selected>Other
    <s-text-field slot="secondary-content" label="Which"></s-text-field></s-choice></s-choice-list>`);
  await listen('s-choice-list', 'input', 'change');
  await page.getByLabel('Which').fill('XL');
  await page.getByLabel('Which').blur();
  expect(await heard()).toEqual([]);
});

test('radio choices move by arrow keys', async ({show}) => {
  const page =
    await show(`<s-choice-list label="Size" name="size"><s-choice value="s" selected>Small</s-choice>
    <s-choice value="l">Large</s-choice></s-choice-list>`);
  await page.getByRole('radio', {name: 'Small'}).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', {name: 'Large'})).toBeChecked();
  await expect(page.getByRole('radio', {name: 'Small'})).not.toBeChecked();
});

test('a drop zone takes files by its chooser and by a script, and a form sends them', async ({show}) => {
  const page = await show(
    `<form><s-drop-zone label="Files" name="files" multiple accept=".txt"></s-drop-zone></form>`,
  );
  const zone = page.locator('s-drop-zone');
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('Files').click();
  await (
    await chooser
  ).setFiles([
    {name: 'one.txt', mimeType: 'text/plain', buffer: Buffer.from('1')},
    {name: 'two.txt', mimeType: 'text/plain', buffer: Buffer.from('2')},
  ]);

  const names = (): Promise<string[]> =>
    page.evaluate(() => new FormData(document.forms[0]).getAll('files').map((file) => (file as File).name));
  expect(await names()).toEqual(['one.txt', 'two.txt']);
  await zone.evaluate((element) => Object.assign(element, {files: [new File(['3'], 'three.txt')]}));
  expect(await names()).toEqual(['three.txt']);
  await zone.evaluate((element) => Object.assign(element, {value: ''}));
  expect(await names()).toEqual([]);
});

test('a search field empties by its button', async ({show, listen, heard}) => {
  const page = await show('<s-search-field label="Find" value="hat"></s-search-field>');
  await listen('s-search-field', 'input', 'change');
  await page.getByRole('button', {name: 'Clear'}).click();
  await expect(page.getByRole('searchbox', {name: 'Find'})).toHaveValue('');
  await expect(page.getByRole('button', {name: 'Clear'})).toBeHidden();
  expect(await heard()).toEqual(['input at s-search-field', 'change at s-search-field']);
});

test('colours are written in hex, and chosen with sliders by key', async ({show, heard}) => {
  const page = await show(`<form><s-color-field label="Paint" name="paint" value="#f00"></s-color-field>
    <s-color-picker name="wall" value="rgb(0 255 0)"></s-color-picker></form>`);
  await page.getByLabel('Paint').fill('hsl(240, 100%, 50%)');
  await page.getByLabel('Paint').blur();
  await expect(page.getByLabel('Paint')).toHaveValue('#0000ff');

  await page.getByRole('button', {name: 'Choose color'}).click();
  const sliders = page.locator('s-color-field').getByRole('slider', {name: 'Saturation'});
  await sliders.press('Home');
  await expect(page.getByLabel('Paint')).toHaveValue('#ffffff');
  await page.keyboard.press('Escape');
  await expect(sliders).toBeHidden();

  await page.getByRole('group', {name: 'Color'}).getByRole('slider', {name: 'Brightness'}).press('Home');
  const data = await page.evaluate(() => Object.fromEntries(new FormData(document.forms[0])));
  expect(data).toEqual({paint: '#ffffff', wall: '#000000'});
  expect(await heard()).toEqual([]);
});

test('a day is chosen in the calendar of a date field, and in a date picker', async ({show}) => {
  const page = await show(`<form><s-date-field label="Day" name="day" view="2026-07"></s-date-field>
    <s-date-picker name="span" type="range" view="2026-09"></s-date-picker></form>`);
  await page.getByRole('button', {name: 'Open calendar'}).click();
  await page.getByRole('button', {name: 'July 3, 2026'}).click();
  await page.getByRole('button', {name: 'September 5, 2026'}).click();
  await page.getByRole('button', {name: 'September 8, 2026'}).click();
  const data = await page.evaluate(() => Object.fromEntries(new FormData(document.forms[0])));
  expect(data).toEqual({day: '2026-07-03', span: '2026-09-05--2026-09-08'});
});
