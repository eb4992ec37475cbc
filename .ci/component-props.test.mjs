import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {ComponentRenderer} from '../harness/page/sandbox/remote-ui/component-renderer.ts';
import {rulesOf} from '../harness/page/sandbox/remote-ui/component-rules.ts';
import {componentsOf} from '../harness/page/sandbox/remote-ui/surface-components.ts';
import {adminComponentProps} from './admin-component-props.mjs';
import {publishedProps} from './component-props.mjs';

/** The admin's components have names that other surfaces have too, with other props. */
const OF_ADMIN = adminComponentProps();
const ADMIN_TARGET = 'admin.product-details.block.render';

const GROUPS = {
  'checkout and customer accounts': {
    published: publishedProps(),
    target: 'purchase.checkout.block.render',
    heading: '## Props without a counterpart',
  },
  'the admin': {
    published: merged(Object.values(OF_ADMIN)),
    target: ADMIN_TARGET,
    heading: '### Props of the admin',
  },
};

for (const [group, {published, target, heading}] of Object.entries(GROUPS)) {
  test(`all published components of ${group} are drawn, and no others`, () => {
    expect(Object.keys(rulesOf(target).components).toSorted()).toEqual(Object.keys(published).toSorted());
  });

  test(`a published prop of ${group} reaches the page, or docs/limits.md lists it`, () => {
    const lost = Object.entries(published).flatMap(([name, props]) => {
      const reaches = reader(name, rulesOf(target));
      return props.filter((prop) => !reaches(prop)).map((prop) => `${name}.${prop}`);
    });

    expect(
      lost.toSorted(),
      'map the prop in harness/page/sandbox/remote-ui, or list it in docs/limits.md',
    ).toEqual(listed(heading).toSorted());
  });
}

for (const [version, components] of Object.entries(OF_ADMIN)) {
  test(`an admin extension of ${version} may use the components of its package`, () => {
    expect(componentsOf(ADMIN_TARGET, version).toSorted()).toEqual(Object.keys(components).toSorted());
  });
}

/** The props that any of several packages publishes. */
function merged(packages) {
  const all = {};
  for (const components of packages) {
    for (const [name, props] of Object.entries(components))
      all[name] = [...new Set([...(all[name] ?? []), ...props])];
  }

  return all;
}

/** Reads the rows of the first table after a heading of docs/limits.md. */
function listed(heading) {
  const text = readFileSync(new URL('../docs/limits.md', import.meta.url), 'utf8');
  const [, after] = text.split(`${heading}\n`);
  const [limits] = after.split(/^#/m);
  return [...limits.matchAll(/^\| `(\w+)` *\| (`.+`) *\|$/gm)].flatMap(([, name, props]) =>
    props.split(', ').map((prop) => `${name}.${prop.slice(1, -1)}`),
  );
}

/** Tells whether a prop of the component reaches the page: by the table an element that has what it becomes, or code that reads it. */
function reader(name, rules) {
  const {tag, props = {}, properties, events = {}, slots = {}} = rules.components[name];
  const tags = typeof tag === 'string' ? [tag] : VARIANTS.map((variant) => tag(variant));
  const elements = tags.map((each) => rules.elements[each]);

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
    const renderer = new ComponentRenderer(() => {}, {
      reportError: () => {},
      callElement: () => {},
      ...rules,
    });
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
