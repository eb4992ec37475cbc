import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {SignatureKind} from 'typescript/unstable/sync';
import {adminMembersOf} from '../harness/wire/admin-members.ts';
import {adminTargetsOf} from '../harness/wire/admin-targets.ts';
import {ADMIN_TYPES, readTypes} from './admin-packages.mjs';

const PUBLISHED = readTypes(
  Object.fromEntries(
    Object.entries(ADMIN_TYPES).map(([version, folder]) => [version, join(folder, 'extension-targets.d.ts')]),
  ),
  targetsIn,
);

for (const [version, targets] of Object.entries(PUBLISHED)) {
  test(`each admin target has the members that the package of ${version} types`, () => {
    expect(Object.keys(targets).length).toBeGreaterThan(15);
    const ours = adminTargetsOf(version).map((target) => [
      target,
      [...adminMembersOf(target, version)].filter((name) => !isGenerated(target, name)).toSorted(),
    ]);
    expect(Object.fromEntries(ours)).toEqual(targets);
  });
}

/** Whether the CLI's generated types add a member to the target, for the tools that it declares. */
function isGenerated(target, name) {
  return name === 'tools' && target !== 'admin.app.home.render';
}

/** The members of each target's API. */
function targetsIn(checker, source) {
  const symbol = checker
    .getExportsOfModule(checker.getSymbolAtLocation(source))
    .find(({name}) => name === 'ExtensionTargets');

  const targets = checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
    .filter(({name}) => name.startsWith('admin.'));

  return Object.fromEntries(
    targets.map((target) => [target.name, membersOf(checker, checker.getTypeOfSymbol(target))]),
  );
}

/** An extension is a type with the member `api`, or a function whose last parameter is the API. */
function membersOf(checker, extension) {
  const member = checker.getPropertyOfType(extension, 'api');
  const api = member ?? checker.getSignaturesOfType(extension, SignatureKind.Call)[0].getParameters().at(-1);
  return checker
    .getPropertiesOfType(checker.getTypeOfSymbol(api))
    .map(({name}) => name)
    .toSorted();
}
