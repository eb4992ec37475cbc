import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {COMPONENTS} from '../harness/page/sandbox/remote-ui/components.ts';
import {ComponentRenderer} from '../harness/page/sandbox/remote-ui/component-renderer.ts';
import {ELEMENTS} from '../harness/wire/elements.ts';
import {publishedProps} from './component-props.mjs';

const PUBLISHED = publishedProps();

test('all published components are drawn, and no others', () => {
  expect(Object.keys(COMPONENTS).toSorted()).toEqual(Object.keys(PUBLISHED).toSorted());
});

test('a published prop reaches the page, or docs/limits.md lists it', () => {
  const lost = Object.entries(PUBLISHED).flatMap(([name, props]) => {
    const reaches = reader(name);
    return props.filter((prop) => !reaches(prop)).map((prop) => `${name}.${prop}`);
  });

  expect(
    lost.toSorted(),
    'map the prop in harness/page/sandbox/remote-ui, or list it in docs/limits.md',
  ).toEqual(listed().toSorted());
});

/** What a table of docs/limits.md lists. */
function listed() {
  const limits = readFileSync(new URL('../docs/limits.md', import.meta.url), 'utf8');
  return [...limits.matchAll(/^\| `(\w+)` *\| (`.+`) *\|$/gm)].flatMap(([, name, props]) =>
    props.split(', ').map((prop) => `${name}.${prop.slice(1, -1)}`),
  );
}

/** Tells whether a prop of the component reaches the page: by the table an element that has what it becomes, or code that reads it. */
function reader(name) {
  const {tag, props = {}, properties, events = {}, slots = {}} = COMPONENTS[name];
  const tags = typeof tag === 'string' ? [tag] : VARIANTS.map((variant) => tag(variant));
  const elements = tags.map((each) => ELEMENTS[each]);

  const byTable = (prop) => {
    const rule = props[prop];
    if (rule !== undefined)
      return elements.some((element) =>
        element.properties.includes(typeof rule === 'string' ? rule : rule[0]),
      );
    return elements.some((element) => element.events.includes(events[prop].type));
  };

  const own = readWhile((probe) => [properties?.(probe), typeof tag === 'string' ? tag : tag(probe)]);
  const common = readWhile((probe) => {
    const node = (id, type, given, children) => ({kind: 'component', id, type, props: given, children});
    const renderer = new ComponentRenderer({rerender: () => {}, reportError: () => {}});
    renderer.render([node('probe', name, probe, [node('inside', 'ToggleButton', {}, [])])]);
  });

  return (prop) => {
    if (own.has(prop) || Object.hasOwn(slots, prop)) return true;
    return Object.hasOwn(props, prop) || Object.hasOwn(events, prop) ? byTable(prop) : common.has(prop);
  };
}

/** Props by which a component is one or another element. */
const VARIANTS = [{}, {marker: 'number'}, {onRemove: () => {}}, {multiline: true}, {type: 'email'}];

/** The names of the props that code reads. */
function readWhile(run) {
  const read = new Set();
  const given = {open: true};
  run(new Proxy(given, {get: (_given, prop) => (read.add(prop), given[prop])}));
  return read;
}
